"""Protocols that train more than a linear layer on pooled features, by `training.finetune`.

`frozen-upernet` is the paper's for segmentations: the backbone stays as it is, and UPerNet is trained for 20 epochs
with AdamW at 0.005 under a cosine. `linear` on a segmentation trains one linear map of frozen tokens in the same way,
and `finetune` trains everything at the rates of `engine finetune --full`. `OURS` says where the paper's differs.
"""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn.functional import interpolate

from engine.errors import RequestError
from engine.fewlabel.validation.scores import confusion
from engine.model.downstream import Downstream
from engine.model.ofa import OFA
from engine.model.task import Task
from engine.progress import Report
from training.errors import TrainingError
from training.evaluate.datasets.labelled_set import UNLABELLED, LabelledSet
from training.evaluate.predictions import Predictions
from training.evaluate.reader import Reader
from training.evaluate.settings import ProtocolSettings
from training.finetune import settings as finetune
from training.finetune.fit import fit

PAPER_LR = 0.005  # of UPerNet on a frozen backbone
OURS = """the rate rises over the first tenth of the steps, rare classes weigh more in the loss, chips are flipped and \
turned, and the weights of the epoch that suits the validation part best (by macro-F1) predict"""
HEADS: Mapping[tuple[str, bool], tuple[str, str]] = {
    ("frozen-upernet", True): ("frozen", "upernet"),
    ("linear", True): ("frozen", "linear"),
    ("finetune", True): ("full", "light"),
    ("finetune", False): ("full", "linear"),
}
"""Protocol, and whether it is for a segmentation -> how the backbone is trained, and the head."""


def fine_tuned(
    labelled: LabelledSet, model: OFA, protocol: str, settings: ProtocolSettings, device: torch.device, folder: Path,
    seed: int, report: Report,
) -> tuple[Predictions, dict[str, float]]:  # fmt: skip
    """Train a model's head, or all of it, and predict the test part.

    Args:
        labelled: the set.
        model: the backbone; it is copied, not changed.
        protocol: see `HEADS`.
        settings: of the run.
        device: to train on.
        folder: where the run keeps its log and what it needs to resume.
        seed: of the head and of the order of the samples.
        report: tells progress.

    Returns:
        The predictions; the number of steps, and the step that was best.

    Raises:
        RequestError: chips cannot have that size.
        ModelError: the model cannot read the bands.
        TrainingError: the loss is not finite any more.
    """
    mode, head = HEADS[protocol, labelled.kind == "segmentation"]
    tuned = _with_head(labelled, model, head, settings.size_px, seed).to(device)
    if settings.size_px % tuned.multiple_px:
        raise RequestError(
            f"expected chips of a multiple of {tuned.multiple_px} pixels; found {settings.size_px}", "--set size_px=224"
        )
    train, valid, test = (
        Reader(labelled, labelled.splits[split], settings.size_px, model.config.statistics)
        for split in ("train", "valid", "test")
    )
    folder.mkdir(parents=True, exist_ok=True)
    try:
        how = _finetune_settings(mode, head, labelled.kind, protocol, settings, len(train), device, seed)
        fitted = fit(tuned, train, valid, how, folder, report)
    except TrainingError as error:  # its own hint names an option of `engine finetune`
        raise TrainingError(error.error, "give --set batch=128, or another --protocol") from error
    steps = {"steps": float(fitted.steps), "best_step": float(fitted.best_step)}
    return _predictions(test, tuned, settings, device, report), steps


def _with_head(labelled: LabelledSet, model: OFA, head: str, side_px: int, seed: int) -> Downstream:
    (view,) = labelled.views
    statistics = view.statistics(model.config.statistics)
    task = Task(
        labelled.kind, head, view.bands, tuple(statistics.mean_C.tolist()), tuple(statistics.std_C.tolist()),
        sensor="", quantity="the set's own", gsd_m=view.gsd_m * view.side_px / side_px, chip_px=side_px,
        classes=tuple(map(str, range(labelled.classes))), values=tuple(range(labelled.classes)), colours={},
    )  # fmt: skip
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        tuned = Downstream(task, model.config, seed)
    tuned.backbone.load_state_dict(model.state_dict())
    return tuned


def _finetune_settings(
    mode: str,
    head: str,
    kind: str,
    protocol: str,
    settings: ProtocolSettings,
    samples: int,
    device: torch.device,
    seed: int,
) -> finetune.FineTuneSettings:
    usual = finetune.usual(mode, kind, head)
    batch = min(settings.batch, samples)
    epoch = -(-samples // batch)
    return replace(
        usual, batch=batch, steps=epoch * settings.epochs_of(protocol), evaluate_every=epoch, patience=0,
        lr=PAPER_LR if mode == "frozen" else usual.lr, seed=seed,
        precision="bfloat16" if device.type == "cuda" else "float32",
    )  # fmt: skip


@torch.inference_mode()
def _predictions(
    test: Reader, tuned: Downstream, settings: ProtocolSettings, device: torch.device, report: Report
) -> Predictions:
    """Predictions for the test part; of pixels at the size of their label, counted image by image."""
    labelled = test.labelled
    truths, predicted = [], []
    for start in range(0, len(test), settings.forward):
        report(start, len(test), "predicting test")
        index_N = range(start, min(start + settings.forward, len(test)))
        (chip,), _, target = test.chips(index_N, device)
        logits = tuned(chip).float()
        if labelled.kind == "segmentation":
            pairs = zip(index_N, logits.split(1), strict=True)
            truths.append(np.zeros(len(index_N), np.int64))
            predicted.append(np.stack([_confusion(test, index, logits_1KHW) for index, logits_1KHW in pairs]))
        else:
            truths.append(target.cpu().numpy())
            predicted.append((logits.sigmoid() if labelled.kind == "multilabel" else logits.argmax(1)).cpu().numpy())
    return Predictions(labelled.kind, np.concatenate(truths), np.concatenate(predicted))


def _confusion(test: Reader, index: int, logits_1KHW: Tensor) -> NDArray[np.int64]:
    """Pixels of an image (K, K) by true and predicted class, at the label's own size."""
    label_HW = test.labelled.read(test.names[index]).label
    class_HW = interpolate(logits_1KHW, label_HW.shape, mode="bilinear")[0].argmax(0).cpu().numpy()
    truth_N, predicted_N = (values_HW[label_HW != UNLABELLED] for values_HW in (label_HW, class_HW))
    return confusion(truth_N, predicted_N, test.labelled.classes)
