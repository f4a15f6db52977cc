"""A linear head, fitted to what the backbone says before it learns: logistic regression, solved instead of stepped to.

A head with random weights pulls the backbone about until it fits, and spoils what was learnt before; fine-tuning that
starts from the best head of the frozen backbone does not (Kumar et al. 2022, "Fine-Tuning can Distort Pretrained
Features and Underperform Out-of-Distribution"). Knows nothing of steps and checkpoints.
"""

from collections.abc import Callable

import numpy as np
import torch
from torch import Tensor, nn

from engine.model.downstream import Downstream
from training.finetune.losses import Loss
from training.finetune.samples import Numbers, Samples
from training.finetune.scores import better, found_of, worst

STRENGTHS = (1e-3, 1e-2, 1e-1, 1.0, 10.0)
"""Of the fit (scikit-learn's C), weak ones for few features and strong ones for many; the held-out part chooses."""
ITERATIONS = 200  # of L-BFGS: enough for all but the weakest regularisation
MOST_CHIPS = 10_000  # to fit from: a pass over more takes longer than the steps that follow
FLAT = 1e-6  # deviation below which a feature says nothing


def fit_head(
    model: Downstream, train: Samples, valid: Samples, batch: int, loss: Loss, report: Callable[[], None]
) -> None:
    """Give the linear head of a model of whole chips the weights that suit the held-out part best.

    Args:
        model: its head is changed.
        train: to fit to, as the chips are.
        valid: chooses the strength.
        batch: chips described at once.
        loss: of logits (N, K), as in training.
        report: called after every batch; may raise `Cancelled`.
    """
    head = model.head
    assert isinstance(head, nn.Linear)  # nosec B101
    learnt_ND, target = _described(model, train, _some(len(train)), batch, report)
    held_MD, truth = _described(model, valid, np.arange(len(valid)), batch, report)
    deviation_D, mean_D = torch.std_mean(learnt_ND, dim=0, correction=0)
    scale_D = torch.where(deviation_D > FLAT, deviation_D, 1)
    z_ND = (learnt_ND - mean_D) / scale_D
    best = worst(model.task)
    for strength in STRENGTHS:
        weight_KD, bias_K = _solved(z_ND, target, loss, strength, head.out_features)
        report()
        raw_KD = weight_KD / scale_D
        raw_K = bias_K - raw_KD @ mean_D
        logits_MK = held_MD @ raw_KD.T + raw_K
        score = found_of(model.task, float(loss(logits_MK, truth)), logits_MK, truth).score
        if better(model.task, score, best):
            best = score
            with torch.no_grad():
                head.weight.copy_(raw_KD)
                head.bias.copy_(raw_K)


def _some(count: int) -> Numbers:
    """Numbers of at most `MOST_CHIPS`, evenly among all."""
    return np.linspace(0, count - 1, min(count, MOST_CHIPS)).round().astype(np.int64)


@torch.no_grad()
def _described(
    model: Downstream, samples: Samples, index_N: Numbers, batch: int, report: Callable[[], None]
) -> tuple[Tensor, Tensor]:
    """Features (N, D) of chips, and their targets."""
    model.eval()
    device, features, targets = next(model.parameters()).device, [], []
    for part in np.array_split(index_N, -(-len(index_N) // batch)):
        found = samples.batch(part).to(device)
        features.append(model.whole(found.chip).float())
        targets.append(found.target)
        report()
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
