"""The regression of overlap: what a block teaches is not in the scores of that block."""

import pytest
import torch

from engine.fewlabel.kernel_ridge import Ridge
from engine.objects.axes import PatchAxes
from engine.objects.regression import OverlapRegression


def places(count: int = 300) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Patches, overlaps that they tell, and three blocks."""
    x_NA = torch.randn(count, 4, generator=torch.Generator().manual_seed(0))
    return x_NA, torch.sigmoid(x_NA[:, 0]).double(), torch.arange(count) % 3


def learnt(overlap_N: torch.Tensor) -> OverlapRegression:
    x_NA, _, block_N = places()
    return OverlapRegression.learn(x_NA, overlap_N, torch.zeros(len(x_NA), 4).double(), block_N, 0)


def test_overlap_is_learnt() -> None:
    x_NA, overlap_N, block_N = places()
    regression = learnt(overlap_N)
    for scores_N in (regression.scores(x_NA), regression.scores(x_NA, block_N[:, None])):
        assert torch.corrcoef(torch.stack([scores_N.double(), overlap_N]))[0, 1] > 0.8


def test_a_block_has_no_say_in_its_own_scores() -> None:
    x_NA, overlap_N, block_N = places()
    of_one = block_N == 1
    other = learnt(torch.where(of_one, 1 - overlap_N, overlap_N))
    held_N, changed_N = (each.scores(x_NA, block_N[:, None]) for each in (learnt(overlap_N), other))
    assert torch.allclose(held_N[of_one], changed_N[of_one], atol=1e-4)
    assert not torch.allclose(held_N[~of_one], changed_N[~of_one], atol=1e-2)


def test_without_folds_is_as_if_they_were_not_there() -> None:
    x_NA, overlap_N, block_N = places(60)
    kernel_NM = (-torch.cdist(x_NA, x_NA[:40]).double().square()).exp()
    at_M, alone = torch.arange(40), torch.ones(1, dtype=torch.double)

    def ridge(weight_N: torch.Tensor) -> Ridge:
        return Ridge(kernel_NM[None], at_M, block_N, block_N[None], block_N[None], weight_N, overlap_N[:, None])

    found_FMK = ridge(torch.ones(60).double()).without_folds(alone, 0.5)
    for fold in range(3):
        assert torch.allclose(found_FMK[fold], ridge((block_N != fold).double()).coefficients(alone, 0.5))
    assert torch.allclose(found_FMK[3], ridge(torch.ones(60).double()).coefficients(alone, 0.5))


@pytest.mark.parametrize("count", [100, 20])
def test_axes_are_those_of_the_covariance(count: int) -> None:
    x_ND = torch.randn(count, 50, generator=torch.Generator().manual_seed(1)) * torch.linspace(0.1, 5, 50)
    axes = PatchAxes.of(x_ND)
    found = axes.along(x_ND).var(0).sort(descending=True).values[:10]
    wanted = torch.linalg.svdvals(x_ND - x_ND.mean(0))[:10].square() / (count - 1)
    assert torch.allclose(found, wanted, rtol=1e-3)
