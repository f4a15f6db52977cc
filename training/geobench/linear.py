"""The paper's linear probe: frozen mean-pooled features, BatchNorm without weights, one linear layer, LARS.

Training chips are cropped and mirrored anew in every epoch, so the frozen model sees each of them in as many ways;
with `settings.views` the crops are taken from so many sets of them, which are described once. All learning rates
share the features. As in the papers of masked autoencoders, LARS adapts the matrix and leaves the bias alone.
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import cos, pi

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from engine.jobs import Report
from engine.model.torchvision_guard import ensure_torchvision_imports
from training.geobench.chips import Chips
from training.geobench.describers import Describer
from training.geobench.features import described
from training.geobench.labelled import Labelled
from training.geobench.scores import Answers
from training.geobench.settings import Settings

ensure_torchvision_imports()

from timm.optim.lars import Lars  # noqa: E402

MOMENTUM, TRUST = 0.9, 0.001  # of LARS, as in MoCo v3 and MAE
DRAWN = 0.01  # deviation of the linear layer's weights at first, as in MAE
View = Callable[[int], tuple[Tensor, Tensor]]
"""Of an epoch: features (N, D) of all training chips, and their targets."""


@dataclass(frozen=True)
class Probed:
    """What the probe found: the answers to the test part, and the learning rate that suited the validation part."""

    answers: Answers
    lr: float


def probe(
    labelled: Labelled, describer: Describer, settings: Settings, device: torch.device, seed: int, report: Report
) -> Probed:
    """Train a linear layer at every learning rate, and answer with the one that suits the validation part best."""
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        view = _views(labelled, describer, settings, device, seed, report)
        heads = _trained(view, labelled, settings, device, seed, report)
    valid, test = (described(labelled, part, describer, settings, device, seed, report) for part in ("valid", "test"))
    answered = {lr: _answered(labelled, head, torch.from_numpy(valid.x_ND), valid.labels) for lr, head in heads.items()}
    best = max(answered, key=lambda lr: next(iter(answered[lr].scores().values())))
    return Probed(_answered(labelled, heads[best], torch.from_numpy(test.x_ND), test.labels), best)


def _views(
    labelled: Labelled, describer: Describer, settings: Settings, device: torch.device, seed: int, report: Report
) -> View:
    chips = Chips(labelled, "train", describer.side_px)
    epochs = settings.epochs_of("linear")
    views = min(settings.views or epochs, epochs)
    kept: dict[int, tuple[Tensor, Tensor]] = {}

    @torch.inference_mode()
    def view(number: int) -> tuple[Tensor, Tensor]:
        lot = np.random.default_rng((seed, number))
        x, targets = [], []
        for start in range(0, len(chips), settings.forward):
            done = number * len(chips) + start
            report(done, views * len(chips), f"{describer.name}: describing crops of train")
            index_N = np.arange(start, min(start + settings.forward, len(chips)))
            chip, target = chips.crops(index_N, lot, device)
            x.append(describer.whole(chip).float().cpu())
            targets.append(target.cpu())
        return torch.cat(x), torch.cat(targets)

    def of_epoch(epoch: int) -> tuple[Tensor, Tensor]:
        number = epoch % views
        if views == epochs:
            return view(number)
        if number not in kept:
            kept[number] = view(number)
        return kept[number]

    return of_epoch


def _trained(
    view: View, labelled: Labelled, settings: Settings, device: torch.device, seed: int, report: Report
) -> dict[float, nn.Sequential]:
    """A head for each learning rate, on the CPU: its products are too small for anything else."""
    lot = np.random.default_rng(seed)
    heads: dict[float, nn.Sequential] = {}
    optimisers: list[Lars] = []
    epochs = settings.epochs_of("linear")
    for epoch in range(epochs):
        x_ND, targets = (values.clone() for values in view(epoch))
        if not heads:
            heads = {lr: _head(x_ND.shape[1], labelled.classes) for lr in settings.lrs}
            optimisers = [_lars(head, lr) for lr, head in heads.items()]
        batches = _batches(len(x_ND), settings.batch, lot)
        for number, index_B in enumerate(batches):
            share = cos(pi * (epoch + number / len(batches)) / epochs) / 2 + 1 / 2
            for optimiser, (lr, head) in zip(optimisers, heads.items(), strict=True):
                _step(head, optimiser, lr * share, x_ND[index_B], targets[index_B])
        report(epoch + 1, epochs, "linear layer")
    return {lr: head.eval() for lr, head in heads.items()}


def _head(features: int, classes: int) -> nn.Sequential:
    linear = nn.Linear(features, classes)
    nn.init.normal_(linear.weight, std=DRAWN)
    nn.init.zeros_(linear.bias)
    return nn.Sequential(nn.BatchNorm1d(features, affine=False), linear)


def _lars(head: nn.Sequential, lr: float) -> Lars:
    linear = head[1]
    groups = [{"params": [linear.weight], "always_adapt": True}, {"params": [linear.bias], "always_adapt": False}]
    return Lars(groups, lr=lr, momentum=MOMENTUM, weight_decay=0.0, trust_coeff=TRUST)


def _batches(count: int, batch: int, lot: np.random.Generator) -> list[Tensor]:
    """Shuffled batches; a last one of a single row is left out, for it has no deviation to normalise by."""
    order_N = torch.from_numpy(lot.permutation(count))
    return [index_B for index_B in torch.split(order_N, batch) if len(index_B) > 1]


def _step(head: nn.Module, optimiser: Lars, lr: float, x_BD: Tensor, target: Tensor) -> None:
    for group in optimiser.param_groups:
        group["lr"] = lr
    logits_BK = head(x_BD)
    several = target.ndim == 2
    loss = (
        functional.multilabel_soft_margin_loss(logits_BK, target.float())
        if several
        else functional.cross_entropy(logits_BK, target)
    )
    optimiser.zero_grad()
    loss.backward()  # type: ignore[no-untyped-call]
    optimiser.step()  # type: ignore[no-untyped-call]


@torch.no_grad()
def _answered(labelled: Labelled, head: nn.Module, x_ND: Tensor, labels: np.ndarray) -> Answers:
    logits_NK = head(x_ND)
    said = logits_NK.sigmoid() if labelled.kind == "multilabel" else logits_NK.argmax(1)
    return Answers(labelled.kind, labels, said.numpy())
