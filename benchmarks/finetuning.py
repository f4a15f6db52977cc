"""What the comparisons of trained models share: our model and its rivals, one budget for all, a record to go on from.

Every model learns by `training.finetune.fit`, the loop that users' runs go through: AdamW, warm-up and cosine, flips
and quarter turns, balanced classes, the weights of the step that is best on the validation part. Knows no data set.
"""

import json
import shutil
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, cast

import torch
from torch import Tensor, nn

from engine.device import bfloat16_pays
from engine.model import model_card, model_folder
from engine.model.downstream import Downstream
from engine.model.task import Task
from engine.model.tokens import SensorBatch
from training.data.samples import Samples
from training.finetune.fit import fit
from training.finetune.losses import loss_of
from training.finetune.scores import HeldOutScores, evaluate
from training.finetune.settings import BY_MODE, FineTuneSettings, usual

RATES = (3e-4, 1e-3, 3e-3, 1e-2)
"""Peak learning rates that every method may choose from, by its validation score in one run."""
CPU = torch.device("cpu")
PRECISION = "bfloat16" if bfloat16_pays() else "float32"
"""Of all methods: whichever this processor is fast at."""

Result = dict[str, Any]
Build = Callable[[Task, int], Downstream]


def computing(precision: str) -> torch.autocast:
    """A context in which networks compute in this precision."""
    return torch.autocast("cpu", torch.bfloat16, enabled=precision == "bfloat16")


@dataclass(frozen=True)
class Method:
    """A model to train: how it is built from a task and a seed, and what of it learns ("frozen", "lora", "full")."""

    build: Build
    settings: FineTuneSettings


class Scratch(nn.Module):
    """A whole network as `fit` takes models. All of it is the head: it learns at the full rate, its norms see batches.

    Args:
        task: what it answers.
        network: z-scored pixels (B, C, H, W) to logits.
    """

    auxiliary: Tensor | None = None

    def __init__(self, task: Task, network: nn.Module) -> None:
        super().__init__()
        self.task = task
        self.backbone = nn.Identity()
        self.head = network

    def forward(self, chip: SensorBatch) -> Tensor:
        """Logits (B, K) or (B, K, H, W)."""
        logits: Tensor = self.head(chip.x_BCHW)
        return logits


def ofa(task: Task, seed: int, *, trained: bool) -> Downstream:
    """`ofa-tiny` with a fresh head; without what pre-training taught it if it is not to be `trained`."""
    torch.manual_seed(seed)
    loaded = model_folder.load(model_card.DEFAULT_MODEL, CPU)
    model = Downstream(task, loaded.model.config, 1 + seed)  # seed 0 is what pre-training began with
    if trained:
        model.backbone.load_state_dict(loaded.model.state_dict())
    return model


def scratch(network: Callable[[Task], nn.Module], task: Task, seed: int) -> Downstream:
    """A network of another family with random weights."""
    torch.manual_seed(seed)
    return cast(Downstream, Scratch(task, network(task)))


def ours(mode: str, task: str, head: str, *, trained: bool = True) -> Method:
    """Our model as `engine finetune` would train it."""
    return Method(partial(ofa, trained=trained), usual(mode, task, head))


FROM_SCRATCH = replace(BY_MODE["full"], backbone_rate=1.0)


def ours_from_scratch() -> Method:
    """The same Transformer without what pre-training taught it."""
    return Method(partial(ofa, trained=False), FROM_SCRATCH)


def rival(network: Callable[[Task], nn.Module]) -> Method:
    """A network of another family that learns from random weights."""
    return Method(partial(scratch, network), FROM_SCRATCH)


@dataclass(frozen=True)
class Parts:
    """What is learnt from, what the rate and the best step are chosen on, and what is scored."""

    task: Task
    train: Samples
    valid: Samples
    test: Samples


def learn(
    method: Method, parts: Parts, settings: Mapping[str, Any], folder: Path
) -> tuple[Downstream, HeldOutScores, Result]:
    """One run: the model, what was found on the test part, and a line for the record. A run that was cut off goes on.

    Args:
        method: what learns.
        parts: from what.
        settings: of `FineTuneSettings`, in place of the method's own: budget, rate, seed.
        folder: for the checkpoint; gone when the run is over.
    """
    used = replace(method.settings, head=parts.task.head, patience=0, **settings)
    model = method.build(parts.task, used.seed)
    going_on = folder.exists()
    folder.mkdir(parents=True, exist_ok=True)
    began = time.process_time()
    fitted = fit(model, parts.train, parts.valid, used, folder, lambda *_: None)
    seconds = time.process_time() - began
    loss = loss_of(parts.task, parts.train.counts(), CPU)
    with computing(used.precision):
        found = evaluate(model, parts.test, used.batch, loss, CPU, lambda _: None)
    shutil.rmtree(folder)
    told = {
        "rate": used.lr,
        "validation": fitted.scores.score,
        "best_step": fitted.best_step,
        **found.all,
        "steps": used.steps,
        "batch": used.batch,
        "precision": used.precision,
        "cpu_s": None if going_on else round(seconds, 1),  # of this process alone
        "train": len(parts.train),
        "validated": len(parts.valid),
        "test": len(parts.test),
    }
    return model, found, told


def recorded(path: Path) -> list[Result]:
    """The lines of a record; none if there is no record yet."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()] if path.exists() else []


def record(path: Path, result: Result) -> None:
    """Add a line."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as file:
        file.write(json.dumps(result) + "\n")


def like(results: Iterable[Result], **wanted: object) -> list[Result]:
    """The lines that have these values."""
    return [result for result in results if all(result.get(name) == value for name, value in wanted.items())]


def chosen_rate(trials: Iterable[Result]) -> float | None:
    """The rate with the best validation score of a method's trials, the lowest of equals; None before all are made."""
    by_rate: dict[float, float] = {trial["rate"]: trial["validation"] for trial in trials}
    if set(by_rate) != set(RATES):
        return None
    return max(sorted(by_rate), key=lambda rate: by_rate[rate])
