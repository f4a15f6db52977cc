"""Protocols that train more than a linear layer on pooled features, by `training.finetune`.

`frozen-upernet` is the paper's for segmentations: the backbone stays as it is, UPerNet is trained for 20 epochs with
AdamW at 0.005 under a cosine. `linear` on a segmentation trains one linear map of frozen tokens the same way, and
`finetune` trains everything at the rates of `engine finetune --full`. `OURS` says where the paper's differs.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn.functional import interpolate

from engine.errors import RequestError
from engine.jobs import Report
from engine.model.downstream import Downstream
from engine.model.ofa import OFA
from engine.model.task import Task
from engine.sensors import Band
from training.data.samples import Batch
from training.finetune import settings as finetune
from training.finetune.fit import fit
from training.geobench.chips import Chips
from training.geobench.labelled import UNLABELLED, Labelled
from training.geobench.scores import Answers, confusion
from training.geobench.settings import Settings
from training.pretrain.loop import TrainingError

PAPER_LR = 0.005  # of UPerNet on a frozen backbone
OURS = """the rate rises over the first tenth of the steps, rare classes weigh more in the loss, chips are flipped and \
turned, and the weights of the epoch that suits the validation part best (by macro-F1) answer"""
CPU = torch.device("cpu")
HEADS: Mapping[tuple[str, bool], tuple[str, str]] = {
    ("frozen-upernet", True): ("frozen", "upernet"),
    ("linear", True): ("frozen", "linear"),
    ("finetune", True): ("full", "light"),
    ("finetune", False): ("full", "linear"),
}
"""Protocol, and whether pixels are answered for -> what becomes of the backbone, and the head."""


class TunedSamples:
    """A split as `training.data.samples.Samples`."""

    def __init__(self, labelled: Labelled, split: str, side_px: int) -> None:
        self._chips, self._labelled = Chips(labelled, split, side_px), labelled

    @property
    def bands(self) -> tuple[Band, ...]:
        """What the bands measure."""
        return self._chips.bands

    def __len__(self) -> int:
        return len(self._chips)

    def batch(
        self,
        index_N: Sequence[int] | NDArray[np.int64],
        draw: np.random.Generator | None = None,
    ) -> Batch:
        """Some chips, on the CPU; those of a benchmark stay where they are, whatever is drawn."""
        return Batch(*self._chips.batch(index_N, CPU))

    def counts(self) -> NDArray[np.float64]:
        """Labelled pixels or chips of each class (K,)."""
        return self._counts

    @cached_property
    def _counts(self) -> NDArray[np.float64]:
        total_K = np.zeros(self._labelled.classes)
        for index in range(len(self)):
            label = self._chips.normalised(index)[1].numpy()
            if self._labelled.kind == "multilabel":
                total_K += label
            else:
                total_K += np.bincount(label[label != UNLABELLED].ravel(), minlength=self._labelled.classes)
        return total_K


def answers(
    labelled: Labelled, model: OFA, protocol: str, settings: Settings, device: torch.device, folder: Path, seed: int,
    report: Report,
) -> tuple[Answers, dict[str, float]]:  # fmt: skip
    """Train a model's head, or all of it, and answer the test part.

    Args:
        labelled: the set.
        model: the backbone; it is copied, not changed.
        protocol: see `HEADS`.
        settings: of the run.
        device: to train on.
        folder: where the run keeps its log and what it needs to go on.
        seed: of head and order.
        report: tells progress.

    Returns:
        The answers, and the steps made and the step that was best.

    Raises:
        RequestError: chips cannot have that size.
        ModelError: the model cannot read the bands.
        TrainingError: the loss is no number any more.
    """
    mode, head = HEADS[protocol, labelled.kind == "segmentation"]
    tuned = _fresh(labelled, model, head, settings.size_px, seed).to(device)
    if settings.size_px % tuned.multiple_px:
        raise RequestError(
            f"expected chips of a multiple of {tuned.multiple_px} pixels; found {settings.size_px}", "--set size_px=224"
        )
    train, valid = (TunedSamples(labelled, split, settings.size_px) for split in ("train", "valid"))
    folder.mkdir(parents=True, exist_ok=True)
    try:
        how = _finetune(mode, head, labelled.kind, protocol, settings, len(train), device, seed)
        fitted = fit(tuned, train, valid, how, folder, report)
    except TrainingError as error:  # its own hint names an option of `engine finetune`
        raise TrainingError(error.error, "give --set batch=128, or another --protocol") from error
    facts = {"steps": float(fitted.steps), "best_step": float(fitted.best_step)}
    return _answers(labelled, tuned, settings, device, report), facts


def _fresh(labelled: Labelled, model: OFA, head: str, side_px: int, seed: int) -> Downstream:
    task = Task(
        labelled.kind, head, labelled.bands, tuple(map(float, labelled.mean_C)), tuple(map(float, labelled.std_C)),
        sensor="", quantity="the set's own", gsd_m=labelled.gsd_m * labelled.side_px / side_px, chip_px=side_px,
        classes=tuple(map(str, range(labelled.classes))), values=tuple(range(labelled.classes)), colours={},
    )  # fmt: skip
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        tuned = Downstream(task, model.config, seed)
    tuned.backbone.load_state_dict(model.state_dict())
    return tuned


def _finetune(
    mode: str, head: str, kind: str, protocol: str, settings: Settings, samples: int, device: torch.device, seed: int
) -> finetune.Settings:
    suits = finetune.usual(mode, kind, head)
    batch = min(settings.batch, samples)
    epoch = -(-samples // batch)
    return replace(
        suits, batch=batch, steps=epoch * settings.epochs_of(protocol), evaluate_every=epoch, patience=0,
        lr=PAPER_LR if mode == "frozen" else suits.lr, seed=seed,
        precision="bfloat16" if device.type == "cuda" else "float32",
    )  # fmt: skip


@torch.inference_mode()
def _answers(
    labelled: Labelled, tuned: Downstream, settings: Settings, device: torch.device, report: Report
) -> Answers:
    """Answers to the test part; to pixels at the size of their label, counted image by image."""
    chips = Chips(labelled, "test", settings.size_px)
    truths, said = [], []
    for start in range(0, len(chips), settings.forward):
        report(start, len(chips), "answering test")
        index_N = range(start, min(start + settings.forward, len(chips)))
        chip, _, target = chips.batch(index_N, device)
        logits = tuned(chip).float()
        if labelled.kind == "segmentation":
            counted = [
                _counted(chips, index, logits_1KHW, labelled.classes)
                for index, logits_1KHW in zip(index_N, logits.split(1), strict=True)
            ]
            truths.append(np.zeros(len(counted), np.int64))
            said.append(np.stack(counted))
        else:
            truths.append(target.cpu().numpy())
            said.append((logits.sigmoid() if labelled.kind == "multilabel" else logits.argmax(1)).cpu().numpy())
    return Answers(labelled.kind, np.concatenate(truths), np.concatenate(said))


def _counted(chips: Chips, index: int, logits_1KHW: Tensor, classes: int) -> NDArray[np.int64]:
    """Pixels of an image (K, K) by true class and answer, at the label's own size."""
    label_HW = chips.normalised(index)[1].numpy()
    answer_HW = interpolate(logits_1KHW, label_HW.shape, mode="bilinear")[0].argmax(0).cpu().numpy()
    known_HW = label_HW != UNLABELLED
    found: NDArray[np.int64] = confusion(
        label_HW[known_HW], answer_HW[known_HW], np.zeros(int(known_HW.sum()), np.int64), 1, classes
    ).answer[0]
    return found
