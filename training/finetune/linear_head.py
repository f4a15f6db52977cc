"""A linear head, fitted to what the backbone says before it learns: logistic regression, solved instead of stepped to.

A head with random weights pulls the backbone about until it fits, and spoils what was learnt before; fine-tuning that
starts from the best head of the frozen backbone does not (Kumar et al. 2022, "Fine-Tuning can Distort Pretrained
Features and Underperform Out-of-Distribution"). Knows nothing of steps and checkpoints.
"""

from collections.abc import Callable
from itertools import count

import numpy as np
import torch
from torch import Tensor, nn

from engine.model.downstream import Downstream
from engine.progress import Report
from training.data.samples import Numbers, Samples
from training.finetune.losses import Loss
from training.finetune.scores import better, scores_of, worst
from training.finetune.settings import FineTuneSettings

STRENGTHS = (1e-3, 1e-2, 1e-1, 1.0, 10.0)
"""Of the fit (scikit-learn's C), weak ones for few features and strong ones for many; the held-out part chooses."""
ITERATIONS = 200  # of L-BFGS: enough for all but the weakest regularisation
ENOUGH_CHIPS = 10_000  # to fit to; runs of more steps take as many as their steps see
FLAT = 1e-6  # deviation below which a feature says nothing


def fit_head(
    model: Downstream, train: Samples, valid: Samples, settings: FineTuneSettings, loss: Loss, report: Report
) -> None:
    """Give the linear head of a model of whole chips the weights that suit the held-out part best.

    Args:
        model: its head is changed.
        train: to fit to, as the chips are.
        valid: chooses the strength.
        settings: how many chips at once, and how many in all: describing those that the steps will see takes a third of
            the steps' time.
        loss: of logits (N, K), as in training.
        report: hears of every batch of chips.
    """
    head = model.head
    assert isinstance(head, nn.Linear)  # nosec B101
    parts = _some(len(train), max(ENOUGH_CHIPS, settings.steps * settings.batch)), np.arange(len(valid))
    done = count(0, settings.batch)
    total = sum(map(len, parts))

    def step() -> None:
        report(min(next(done), total), total, "describing chips for the head")

    learnt_ND, target = _described(model, train, parts[0], settings.batch, step)
    held_MD, truth = _described(model, valid, parts[1], settings.batch, step)
    deviation_D, mean_D = torch.std_mean(learnt_ND, dim=0, correction=0)
    scale_D = torch.where(deviation_D > FLAT, deviation_D, 1)
    z_ND = (learnt_ND - mean_D) / scale_D
    best = worst(model.task)
    for strength in STRENGTHS:
        weight_KD, bias_K = _solved(z_ND, target, loss, strength, head.out_features)
        report(total, total, "fitting the head")
        raw_KD = weight_KD / scale_D
        raw_K = bias_K - raw_KD @ mean_D
        logits_MK = held_MD @ raw_KD.T + raw_K
        score = scores_of(model.task, float(loss(logits_MK, truth)), logits_MK, truth).score
        if better(model.task, score, best):
            best = score
            with torch.no_grad():
                head.weight.copy_(raw_KD)
                head.bias.copy_(raw_K)


def _some(there: int, most: int) -> Numbers:
    """The numbers of all chips, or of so many of them, evenly among all."""
    return np.linspace(0, there - 1, min(there, most)).round().astype(np.int64)


@torch.no_grad()
def _described(
    model: Downstream, samples: Samples, index_N: Numbers, batch: int, step: Callable[[], None]
) -> tuple[Tensor, Tensor]:
    """Features (N, D) of chips, and their targets."""
    model.eval()
    device, features, targets = next(model.parameters()).device, [], []
    for part in np.array_split(index_N, -(-len(index_N) // batch)):
        found = samples.batch(part).to(device)
        features.append(model.whole(found.chip).float())
        targets.append(found.target)
        step()
    return torch.cat(features), torch.cat(targets)


def _solved(z_ND: Tensor, target: Tensor, loss: Loss, strength: float, outputs: int) -> tuple[Tensor, Tensor]:
    """Weights (K, D) and offsets (K,) of the regularised regression."""
    weight_KD = z_ND.new_zeros(outputs, z_ND.shape[1], requires_grad=True)
    bias_K = z_ND.new_zeros(outputs, requires_grad=True)
    solver = torch.optim.LBFGS([weight_KD, bias_K], max_iter=ITERATIONS, line_search_fn="strong_wolfe")
    shrink = 1 / (2 * strength * len(z_ND))

    def closure() -> Tensor:
        solver.zero_grad()
        value = loss(z_ND @ weight_KD.T + bias_K, target) + shrink * weight_KD.square().sum()
        value.backward()  # type: ignore[no-untyped-call]
        return value

    solver.step(closure)  # type: ignore[no-untyped-call]
    return weight_KD.detach(), bias_K.detach()
