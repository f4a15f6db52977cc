"""The linear probe of GEO-Bench's paper: frozen pooled features, BatchNorm without weights, one linear layer, LARS.

Training chips are cropped and mirrored anew in every epoch, so the frozen model sees each of them in as many ways.
With `settings.views` the crops are taken from so many sets of them, whose features are computed once. All learning
rates share the features. As in the papers of masked autoencoders, LARS adapts the matrix and leaves the bias alone.
"""

from collections.abc import Callable
from functools import lru_cache
from math import cos, pi

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from engine.model.torchvision_guard import ensure_torchvision_imports
from engine.progress import Report
from training.evaluate.datasets.labelled_set import LabelledSet
from training.evaluate.extractors import Extractor
from training.evaluate.features import Features, extracted
from training.evaluate.predictions import Predictions
from training.evaluate.reader import Reader
from training.evaluate.settings import ProtocolSettings

ensure_torchvision_imports()

from timm.optim.lars import Lars  # noqa: E402

MOMENTUM, TRUST = 0.9, 0.001  # of LARS, as in MoCo v3 and MAE
DEVIATION = 0.01  # of the first weights of the linear layer, as in MAE
OfEpoch = Callable[[int], tuple[Tensor, Tensor]]
"""Of an epoch: features (N, D) of all training chips, and their targets."""


def linear_probe(
    labelled: LabelledSet,
    extractor: Extractor,
    settings: ProtocolSettings,
    device: torch.device,
    seed: int,
    report: Report,
) -> tuple[Predictions, float]:
    """Train a linear layer at every learning rate; the one that suits the validation part best predicts the test part.

    Returns:
        The predictions, and the learning rate.
    """
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        heads = _trained(
            _cropped(labelled, extractor, settings, device, seed, report), labelled, settings, seed, report
        )
    valid, test = (
        extracted(labelled, labelled.splits[split], extractor, device, report, batch=settings.forward)
        for split in ("valid", "test")
    )
    best = max(heads, key=lambda lr: _predicted(heads[lr], valid).score)
    return _predicted(heads[best], test), best


def _cropped(
    labelled: LabelledSet,
    extractor: Extractor,
    settings: ProtocolSettings,
    device: torch.device,
    seed: int,
    report: Report,
) -> OfEpoch:
    reader = Reader(labelled, labelled.splits["train"], extractor.side_px, extractor.statistics)
    epochs = settings.epochs_of("linear")
    views = min(settings.views or epochs, epochs)

    @lru_cache(maxsize=views if views < epochs else 0)
    @torch.inference_mode()
    def view(number: int) -> tuple[Tensor, Tensor]:
        rng = np.random.default_rng((seed, number))
        x, targets = [], []
        for start in range(0, len(reader), settings.forward):
            done = number * len(reader) + start
            report(done, views * len(reader), f"{extractor.name}: extracting features of crops")
            chips, target = reader.crops(range(start, min(start + settings.forward, len(reader))), rng, device)
            x.append(extractor.pooled(chips).float().cpu())
            targets.append(target.cpu())
        return torch.cat(x), torch.cat(targets)

    return lambda epoch: view(epoch % views)


def _trained(
    of_epoch: OfEpoch, labelled: LabelledSet, settings: ProtocolSettings, seed: int, report: Report
) -> dict[float, nn.Sequential]:
    """A head for each learning rate, on the CPU: its products are too small for anything else."""
    rng = np.random.default_rng(seed)
    heads: dict[float, nn.Sequential] = {}
    optimisers: list[Lars] = []
    epochs = settings.epochs_of("linear")
    for epoch in range(epochs):
        x_ND, targets = (values.clone() for values in of_epoch(epoch))
        if not heads:
            heads = {lr: _head(x_ND.shape[1], labelled.classes) for lr in settings.lrs}
            optimisers = [_lars(head, lr) for lr, head in heads.items()]
        order_N = torch.from_numpy(rng.permutation(len(x_ND)))
        batches = [index_B for index_B in torch.split(order_N, settings.batch) if len(index_B) > 1]  # or: no deviation
        for number, index_B in enumerate(batches):
            share = cos(pi * (epoch + number / len(batches)) / epochs) / 2 + 1 / 2
            for optimiser, (lr, head) in zip(optimisers, heads.items(), strict=True):
                _step(head, optimiser, lr * share, x_ND[index_B], targets[index_B])
        report(epoch + 1, epochs, "linear layer")
    return {lr: head.eval() for lr, head in heads.items()}


def _head(features: int, classes: int) -> nn.Sequential:
    linear = nn.Linear(features, classes)
    nn.init.normal_(linear.weight, std=DEVIATION)
    nn.init.zeros_(linear.bias)
    return nn.Sequential(nn.BatchNorm1d(features, affine=False), linear)


def _lars(head: nn.Sequential, lr: float) -> Lars:
    groups = [{"params": [head[1].weight], "always_adapt": True}, {"params": [head[1].bias], "always_adapt": False}]
    return Lars(groups, lr=lr, momentum=MOMENTUM, weight_decay=0.0, trust_coeff=TRUST)


def _step(head: nn.Module, optimiser: Lars, lr: float, x_BD: Tensor, target: Tensor) -> None:
    for group in optimiser.param_groups:
        group["lr"] = lr
    logits_BK = head(x_BD)
    if target.ndim == 2:
        loss = functional.multilabel_soft_margin_loss(logits_BK, target.float())
    else:
        loss = functional.cross_entropy(logits_BK, target)
    optimiser.zero_grad()
    loss.backward()  # type: ignore[no-untyped-call]
    optimiser.step()  # type: ignore[no-untyped-call]


@torch.no_grad()
def _predicted(head: nn.Module, part: Features) -> Predictions:
    logits_NK = head(torch.from_numpy(part.x_ND))
    predicted = logits_NK.sigmoid() if part.kind == "multilabel" else logits_NK.argmax(1)
    return Predictions(part.kind, part.labels, predicted.numpy())
