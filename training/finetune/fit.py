"""The loop of a fine-tuning run: batches in, the best model so far out. Knows no scenes, no labels' files, no card.

A run that ended early, for whatever reason, resumes from its checkpoint with the same chips in the same order.
"""

import math
import time
from collections.abc import Generator
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
import torch
from safetensors import SafetensorError
from safetensors.torch import load_file
from torch import Tensor, nn

from engine.errors import Cancelled, DeviceError, ModelError, is_out_of_memory
from engine.inference.pipelining import read_ahead
from engine.inference.stage_clock import Clock
from engine.model.downstream import Downstream
from engine.progress import Report
from engine.words import say
from training import checkpoint, log, tensor_file
from training.data.samples import LabelledBatch, Samples, order, turned
from training.errors import TrainingError
from training.finetune import lora
from training.finetune.linear_head import fit_head
from training.finetune.losses import Loss, loss, loss_of
from training.finetune.scores import METRIC, HeldOutScores, better, evaluate, worst
from training.finetune.settings import FineTuneSettings
from training.optim import groups_of, rate_at

BEST = "best.safetensors"
STOP = "stop"  # a file of this name in the run's folder ends the run with the best so far
CHECKPOINT_EVERY_S = 120.0


@dataclass(frozen=True)
class FitResult:
    """How a run ended.

    Attributes:
        steps: that were made.
        best_step: the step whose weights the model now has.
        scores: on the held-out part, with these weights.
        why: why it ended: "steps", "patience" or "stopped".
        images_per_s: of training, the looks at the held-out part left out; since this process took the run over.
    """

    steps: int
    best_step: int
    scores: HeldOutScores
    why: str
    images_per_s: float


def fit(
    model: Downstream, train: Samples, valid: Samples, settings: FineTuneSettings, folder: Path, report: Report
) -> FitResult:
    """Train a model in place, on its device; it ends with its best weights, in evaluation mode, without LoRA's parts.

    Args:
        model: changed.
        train: to learn from.
        valid: to choose by.
        settings: how.
        folder: of the run: log, checkpoint and best weights are kept there; a run that is there is resumed.
        report: progress; hears of every step.

    Raises:
        Cancelled: from `report`; a checkpoint of a step whose look is done is written, or was before.
        TrainingError: the loss is no number any more.
        DeviceError: out of memory.
        OutputError: the folder cannot be written.
        ModelError: the checkpoint there is damaged, or of another run.
    """
    prepare(model, settings)
    run = _Run(model, train, valid, settings, folder, report)
    try:
        why = run.train()
    except RuntimeError as error:
        if not is_out_of_memory(error):
            raise
        raise DeviceError(
            "out of memory with {batch} chips at once",
            "give --batch {chips}",
            batch=settings.batch,
            chips=max(1, settings.batch // 2),
        ) from error
    return run.finish(why)


def prepare(model: Downstream, settings: FineTuneSettings) -> None:
    """Freeze what is not to be learnt, or give it LoRA's parts."""
    if settings.mode == "lora":
        lora.add(model.backbone.encoder, settings.rank, settings.seed)
    model.backbone.requires_grad_(settings.mode == "full")
    if settings.mode == "lora":
        for name, parameter in model.backbone.named_parameters():
            parameter.requires_grad_(name.endswith(("down_RI", "up_OR")))
    model.head.requires_grad_(True)


class _Run:
    """What the steps of a run share."""

    def __init__(
        self,
        model: Downstream,
        train: Samples,
        valid: Samples,
        settings: FineTuneSettings,
        folder: Path,
        report: Report,
    ) -> None:
        self._model, self._train, self._valid = model, train, valid
        self._settings, self._folder, self._report = settings, folder, report
        self._device = next(model.parameters()).device
        self._loss: Loss = loss_of(model.task, train.counts(), self._device)
        self._optimiser = torch.optim.AdamW(
            groups_of(model.named_parameters(), settings.weight_decay, self._share),
            lr=settings.lr,
            betas=settings.betas,
        )
        self._best, self._best_step, self._waited = worst(model.task), 0, 0
        self._step, self._seconds, self._made = 0, 0.0, 0
        self._going_on = checkpoint.exists(folder)
        if self._going_on:
            self._go_on()

    def _share(self, name: str) -> float:
        return self._settings.backbone_rate if name.startswith("backbone.") else 1.0

    def _go_on(self) -> None:
        self._step = checkpoint.load(self._folder, self._model, self._optimiser)
        for line in log.read(self._folder):
            if "validation" in line and line["step"] <= self._step:
                self._judge(line["step"], line["validation"]["score"])

    def _judge(self, step: int, score: float) -> bool:
        """Count a score; whether it is the best so far."""
        if not better(self._model.task, score, self._best):
            self._waited += 1
            return False
        self._best, self._best_step, self._waited = score, step, 0
        return True

    def train(self) -> str:
        """Make the steps that are left; why it ended."""
        settings = self._settings
        with (
            log.RunLog(self._folder, self._step if self._going_on else -1) as lines,
            closing(self._batches()) as batches,
        ):
            if not self._going_on and settings.linear_first:
                self._fit_head(lines)
            saved = time.monotonic()
            for batch in batches:
                values = self._learn(batch)
                self._step += 1
                last = self._step == settings.steps
                stop = (self._folder / STOP).exists()
                if last or stop or self._step % settings.evaluate_every == 0:
                    values["validation"] = self._look()  # a run that is cancelled here makes this step again
                lines.write(self._step, steps=settings.steps, **values)
                if stop or (settings.patience and self._waited >= settings.patience):
                    return "stopped" if stop else "patience"
                best = self._best_step == self._step  # its weights and the checkpoint should be of one step
                if best or time.monotonic() - saved > CHECKPOINT_EVERY_S:
                    self._save()
                    saved = time.monotonic()
                try:
                    self._report(self._step, settings.steps, say("training"))
                except Cancelled:
                    self._save()
                    raise
        return "steps"

    def _fit_head(self, lines: log.RunLog) -> None:
        """Begin with the best head of the frozen backbone, which is also the first that may be the best of all."""
        fit_head(self._model, self._train, self._valid, self._settings, self._loss, self._report)
        lines.write(0, steps=self._settings.steps, validation=self._look())
        self._save()

    def _batches(self) -> Generator[LabelledBatch, None, None]:
        settings = self._settings
        drawn = order(len(self._train), settings.batch, settings.steps, settings.seed)[self._step :]
        return read_ahead((partial(self._batch, step, index) for step, index in enumerate(drawn, self._step)), Clock())

    def _batch(self, step: int, index_N: np.ndarray) -> LabelledBatch:
        random = np.random.default_rng([self._settings.seed, 1, step])
        return turned(self._train.batch(index_N, random), random)

    def _learn(self, batch: LabelledBatch) -> dict[str, object]:
        """One step; what the log says of it."""
        began = time.monotonic()
        rate = rate_at(self._step, self._settings.steps, self._settings.lr, self._settings.warmup)
        for group in self._optimiser.param_groups:
            group["lr"] = rate * group["share"]
        self._model.train()
        self._model.backbone.eval()  # nothing in it depends on the mode but what LoRA or a user may add
        with torch.autocast(self._device.type, torch.bfloat16, enabled=self._settings.precision == "bfloat16"):
            value: Tensor = loss(self._model, batch.to(self._device), self._loss)
        value.backward()  # type: ignore[no-untyped-call]
        norm = nn.utils.clip_grad_norm_(self._model.parameters(), self._settings.clip)
        found = float(value.detach())
        if not math.isfinite(found) or not math.isfinite(float(norm)):
            raise TrainingError(
                "the loss of step {step} is no finite number",
                "give --lr {rate:.1g}",
                step=self._step + 1,
                rate=self._settings.lr / 3,
            )
        self._optimiser.step()
        self._optimiser.zero_grad(set_to_none=True)
        seconds = time.monotonic() - began
        self._seconds, self._made = self._seconds + seconds, self._made + len(batch.valid_BHW)
        return {"loss": found, "lr": rate, "seconds": seconds}

    def _look(self) -> dict[str, object]:
        """Scores on the held-out part; the best weights are kept."""
        scores = self._scores()
        if self._judge(self._step, scores.score):
            tensor_file.save(self._kept(), self._folder / BEST)
        return {
            "loss": scores.loss,
            "metric": METRIC[self._model.task.task],
            "score": scores.score,
            "best": self._best,
            "best_step": self._best_step,
        }

    def _scores(self) -> HeldOutScores:
        told = partial(self._report, self._step, self._settings.steps, "checking on held-out places")
        return evaluate(self._model, self._valid, self._settings.batch, self._loss, self._device, lambda _: told())

    def _kept(self) -> dict[str, Tensor]:
        """What the run may have changed: learnt weights, and running means of norms."""
        learnt = {name for name, parameter in self._model.named_parameters() if parameter.requires_grad}
        state = self._model.state_dict().items()
        return {name: value for name, value in state if name in learnt or name.startswith("head.")}

    def _save(self) -> None:
        checkpoint.save(self._folder, self._model, self._optimiser, self._step)

    def finish(self, why: str) -> FitResult:
        """Bring the best weights back, as an ordinary model."""
        try:
            best = load_file(self._folder / BEST)
        except (OSError, SafetensorError) as error:
            raise ModelError(
                "the best weights of the run are gone: {error}", "start the run again", error=error
            ) from error
        self._model.load_state_dict(best, strict=False)
        if self._settings.mode == "lora":
            lora.merge(self._model.backbone.encoder)
        self._model.eval().requires_grad_(False)
        return FitResult(self._step, self._best_step, self._scores(), why, self._made / max(self._seconds, 1e-9))
