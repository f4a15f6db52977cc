"""The loop: batches in, a trained backbone out. Knows no catalogue, no model folder and no pictures."""

import math
import os
import resource
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn

from engine.errors import Cancelled, DeviceError, EngineError
from training import checkpoint
from training.data.batch import Batch
from training.data.chip_batches import Corpus
from training.log import Live, RunLog
from training.mim import MaskedImageModel, plan
from training.optim import learning_rate, optimiser
from training.recipes import Recipe
from training.torchrun import Ranks

CHECKPOINT_EVERY_S = 300.0  # what a crash may cost
MOST_THREADS = 15  # that cut chips for a GPU


class TrainingError(EngineError, ArithmeticError):
    """A run that cannot go on: the loss is no number any more."""


@dataclass(frozen=True)
class Run:
    """One run: what is trained, on what, and where its files go.

    Attributes:
        recipe: of the run.
        module: trained in place, on its device.
        corpus: the batches.
        folder: for log and checkpoint.
        ranks: this process among others.
        resume: go on from the folder's checkpoint.
    """

    recipe: Recipe
    module: MaskedImageModel
    corpus: Corpus
    folder: Path
    ranks: Ranks
    resume: bool = False

    def train(self, stopped: Callable[[], bool], live: Live, until: int | None = None) -> int:
        """Train to the recipe's last step, or to step `until`; returns the step where it ended.

        Args:
            stopped: whether the user wants to stop; asked after each step. The run can be resumed.
            live: shows how it goes.
            until: for tests and pieces of a run.

        Raises:
            Cancelled: `stopped` said so; the checkpoint is written.
            TrainingError: the loss is not finite.
            DeviceError: out of memory.
        """
        spread = self.ranks.spread(self.module)
        optimise = optimiser(self.module.named_parameters(), self.recipe)
        first = checkpoint.load(self.folder, self.module, optimise) if self.resume else 0
        last = min(self.recipe.steps, until or self.recipe.steps)
        saved = time.monotonic()
        log = RunLog(self.folder, first) if self.ranks.first else None
        batches = self.corpus.ahead(range(first, last), self.recipe.accumulate, self.ranks.rank, *self._helpers())
        with closing(batches), log or nullcontext():
            for step in range(first, last):
                with self._memory_told():
                    values = self._step(step, spread, optimise, batches)
                if log is not None:
                    log.write(step + 1, **values)
                    live(step + 1, values)
                stop = self.ranks.agree(stopped())
                due = time.monotonic() - saved > CHECKPOINT_EVERY_S
                if self.ranks.first and (stop or due or step + 1 == last):
                    checkpoint.save(self.folder, self.module, optimise, step + 1)
                    saved = time.monotonic()
                if stop:
                    raise Cancelled
        return last

    def _step(
        self, step: int, spread: nn.Module, optimise: torch.optim.Optimizer, batches: Iterator[Batch]
    ) -> dict[str, object]:
        """One step of the optimiser; returns what the log says of it."""
        began = time.monotonic()
        rate = learning_rate(self.recipe, step)
        for group in optimise.param_groups:
            group["lr"] = rate
        parts = [self._micro(step, micro, spread, next(batches)) for micro in range(self.recipe.accumulate)]
        norm_1 = nn.utils.clip_grad_norm_(self.module.parameters(), self.recipe.clip)
        *values, norm = torch.stack([*(loss for _, loss in parts), norm_1]).tolist()  # the one wait of a step
        losses = [(name, value) for (name, _), value in zip(parts, values, strict=True)]
        if not all(map(math.isfinite, [*values, norm])):
            raise TrainingError(
                f"the loss of step {step + 1} is no finite number",
                f"resume with a lower learning rate, e.g. --set lr={self.recipe.lr / 3:.1g}",
            )
        optimise.step()
        optimise.zero_grad(set_to_none=True)
        seconds = time.monotonic() - began
        images = self.recipe.chips_per_step * self.ranks.world
        return {
            "loss": sum(loss for _, loss in losses) / len(losses),
            "losses": _means(losses),
            "lr": rate,
            "grad_norm": norm,
            "images": images,
            "images_per_s": images / seconds,
            "seconds": seconds,
            "memory_mb": self._memory_mb(),
        }

    def _micro(self, step: int, micro: int, spread: nn.Module, batch: Batch) -> tuple[str, Tensor]:
        """Add the gradient of one micro-batch; its modality and loss, which is not waited for."""
        device, recipe = self.ranks.device, self.recipe
        lot = torch.Generator().manual_seed(hash((recipe.seed, step, micro, self.ranks.rank)) % 2**63)
        batch = batch.to(device)
        last = micro + 1 == recipe.accumulate
        joined = nullcontext() if last or self.ranks.world == 1 else spread.no_sync()  # type: ignore[operator]
        with joined:
            with torch.autocast(device.type, torch.bfloat16, enabled=recipe.precision == "bf16"):
                loss: Tensor = spread(batch, plan(recipe, batch, lot))
            (loss / recipe.accumulate).backward()  # type: ignore[no-untyped-call]
        return batch.modality, loss.detach().float()

    @contextmanager
    def _memory_told(self) -> Iterator[None]:
        try:
            yield
        except torch.OutOfMemoryError as error:
            half, twice = max(1, self.recipe.sampling.batch // 2), 2 * self.recipe.accumulate
            raise DeviceError(
                f"out of memory on {self.ranks.device} with {self.recipe.sampling.batch} chips at once",
                f"give --set sampling.batch={half} --set accumulate={twice}: the same step in parts",
            ) from error

    def _helpers(self) -> tuple[int, bool] | tuple[()]:
        """For a GPU: how many threads cut chips, into page-locked memory; a CPU has no core to spare for it."""
        if self.ranks.device.type != "cuda":
            return ()
        return max(1, min(MOST_THREADS, (os.cpu_count() or 1) // self.ranks.world - 1)), True

    def _memory_mb(self) -> int:
        if self.ranks.device.type == "cuda":
            return torch.cuda.max_memory_allocated(self.ranks.device) >> 20
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10


def _means(losses: list[tuple[str, float]]) -> dict[str, float]:
    """The mean loss of each modality of a step."""
    names = sorted({name for name, _ in losses})
    return {name: sum(v for n, v in losses if n == name) / sum(n == name for n, _ in losses) for name in names}
