"""The loop: batches in, a trained backbone out. Knows no catalogue, no model folder and no pictures."""

import math
import os
import time
from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import closing, contextmanager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path

import torch
from torch import Tensor, nn

from engine.device import bfloat16_pays
from engine.errors import Cancelled, DeviceError, is_out_of_memory
from engine.model.encoder import Encoder
from engine.peak_memory import peak_memory_mb
from training import checkpoint
from training import log as logs
from training.data.batch import UnlabelledBatch
from training.data.chip_batches import Corpus
from training.errors import TrainingError
from training.log import Live, RunLog
from training.pretrain.mim import MaskedImageModel, draw_masks
from training.pretrain.optimiser import learning_rate, optimiser
from training.pretrain.recipes import Recipe
from training.pretrain.stopping import stopped as stopped_after
from training.torchrun import Ranks

CHECKPOINT_EVERY_S = 300.0  # what a crash may cost
MOST_THREADS = 15  # that cut chips for a GPU
WATCHED_BATCHES = 4  # of each modality, always the same ones


@dataclass(frozen=True)
class PretrainRun:
    """One run: what is trained, on what, and where its files go.

    Attributes:
        recipe: of the run.
        module: trained in place, on its device.
        corpus: the batches.
        folder: for log and checkpoint.
        ranks: this process among others.
        resume: go on from the folder's checkpoint.
        watched: for each modality batches that are not learnt from; see `training.pretrain.stopping`.
    """

    recipe: Recipe
    module: MaskedImageModel
    corpus: Corpus
    folder: Path
    ranks: Ranks
    resume: bool = False
    watched: Mapping[str, Corpus] = field(default_factory=dict)

    @property
    def in_bfloat16(self) -> bool:
        """Whether the recipe asks for bfloat16 and the device computes in it at speed."""
        return self.recipe.precision == "bf16" and (self.ranks.device.type != "cpu" or bfloat16_pays())

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
        self._plain_attention()
        saved = time.monotonic()
        looks = self._looks(first)
        log = RunLog(self.folder, first) if self.ranks.first else None
        with log or nullcontext():
            while first < last and not (without := self._stopped(looks)).issuperset(self._modalities()):
                end = min(last, self._next_look(first))
                with closing(self._batches(range(first, end), without)) as batches:
                    for step in range(first, end):
                        with self._memory_told():
                            values = self._step(step, spread, optimise, batches)
                        if self._next_look(step) == step + 1:
                            looks.append(self._look())
                            values |= {"watched": looks[-1], "stopped": sorted(self._stopped(looks))}
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
                first = end
            if self.ranks.first and first < last:
                checkpoint.save(self.folder, self.module, optimise, first)
        return first

    def _batches(self, steps: range, without: frozenset[str]) -> Generator[UnlabelledBatch, None, None]:
        return self.corpus.ahead(steps, self.recipe.accumulate, self.ranks.rank, *self._helpers(), without)

    def _modalities(self) -> frozenset[str]:
        """All that there is to learn from; never empty, so that nothing counts as everything."""
        facts = self.corpus.facts() if self.watched else ()
        return frozenset(portion.modality for portion in facts) or frozenset({""})

    def _next_look(self, step: int) -> int:
        """The first step after this one, counted from 1, at whose end the watched scenes are looked at."""
        every = self.recipe.watch_every if self.watched else 0
        return (step // every + 1) * every if every else self.recipe.steps + 1

    def _looks(self, step: int) -> list[dict[str, float]]:
        """The watched losses of the run so far."""
        lines = logs.read(self.folder) if step else []
        return [line["watched"] for line in lines if line["step"] <= step and "watched" in line]

    def _stopped(self, looks: list[dict[str, float]]) -> frozenset[str]:
        """Modalities that are not learnt from any more; all ranks agree."""
        mine = stopped_after(looks)
        return frozenset(name for name in self.watched if self.ranks.agree(name in mine))

    @torch.no_grad()
    def _look(self) -> dict[str, float]:
        """The loss of each modality on the same batches with the same masks as ever."""
        self.module.eval()
        losses = {}
        for name, corpus in self.watched.items():
            parts = [
                self._loss(self.module, corpus.batch(k, 0), _lot(self.recipe.seed, k)) for k in range(WATCHED_BATCHES)
            ]
            losses[name] = float(torch.stack(parts).mean())
        self.module.train()
        return losses

    def _loss(self, module: nn.Module, batch: UnlabelledBatch, lot: torch.Generator) -> Tensor:
        batch = batch.to(self.ranks.device)
        with torch.autocast(self.ranks.device.type, torch.bfloat16, enabled=self.in_bfloat16):
            loss: Tensor = module(batch, draw_masks(self.recipe, batch, lot))
        return loss

    def _plain_attention(self) -> None:
        """On a CPU, bfloat16 attention is half as fast in one kernel as in two products and a softmax."""
        if self.ranks.device.type == "cpu" and self.in_bfloat16:
            for part in self.module.modules():
                if isinstance(part, Encoder):
                    part.fuse_attention(False)

    def _step(
        self, step: int, spread: nn.Module, optimise: torch.optim.Optimizer, batches: Iterator[UnlabelledBatch]
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

    def _micro(self, step: int, micro: int, spread: nn.Module, batch: UnlabelledBatch) -> tuple[str, Tensor]:
        """Add the gradient of one micro-batch; its modality and loss, which is not waited for."""
        recipe = self.recipe
        last = micro + 1 == recipe.accumulate
        joined = nullcontext() if last or self.ranks.world == 1 else spread.no_sync()  # type: ignore[operator]
        with joined:
            loss = self._loss(spread, batch, _lot(recipe.seed, step, micro, self.ranks.rank))
            (loss / recipe.accumulate).backward()  # type: ignore[no-untyped-call]
        return batch.modality, loss.detach().float()

    @contextmanager
    def _memory_told(self) -> Iterator[None]:
        try:
            yield
        except RuntimeError as error:
            if not is_out_of_memory(error):
                raise
            half, twice = max(1, self.recipe.sampling.batch // 2), 2 * self.recipe.accumulate
            raise DeviceError(
                f"out of memory on {self.ranks.device} with {self.recipe.sampling.batch} chips at once",
                f"give --set sampling.batch={half} --set accumulate={twice}: the same step in parts",
            ) from error

    def _helpers(self) -> tuple[int, bool]:
        """For a GPU: how many threads cut chips, into page-locked memory; a CPU has no core to spare for it."""
        if self.ranks.device.type != "cuda":
            return 1, False
        return max(1, min(MOST_THREADS, (os.cpu_count() or 1) // self.ranks.world - 1)), True

    def _memory_mb(self) -> int | None:
        """The most memory that the run has needed, of the GPU where it has one; None where nothing tells it."""
        if self.ranks.device.type == "cuda":
            return round(torch.cuda.max_memory_allocated(self.ranks.device) / 1e6)
        peak_mb = peak_memory_mb()
        return None if peak_mb is None else round(peak_mb)


def _lot(*numbers: int) -> torch.Generator:
    """What draws the masks of one micro-batch."""
    return torch.Generator().manual_seed(hash(numbers) % 2**63)


def _means(losses: list[tuple[str, float]]) -> dict[str, float]:
    """The mean loss of each modality of a step."""
    names = sorted({name for name, _ in losses})
    return {name: sum(v for n, v in losses if n == name) / sum(n == name for n, _ in losses) for name in names}
