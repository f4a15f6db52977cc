"""The change score: other light is no change, what changed stands out, and false alarms are as many as stated."""

import numpy as np
import pytest
import torch

from engine.change.comparer import LEAST_PIXELS, Comparer, chance_of, learn, means

SIDE, BANDS = 160, 4
VALID_HW = torch.ones(SIDE, SIDE, dtype=torch.bool)


def dates(changed_px: int = 0, seed: int = 0) -> torch.Tensor:
    """Two dates (2, C, H, W): the second in other light, with noise; a square in its corner is another surface."""
    random = torch.Generator().manual_seed(seed)
    kinds_HW = (
        torch.randint(0, 5, (SIDE // 8, SIDE // 8), generator=random).repeat_interleave(8, 0).repeat_interleave(8, 1)
    )
    colours_KC = torch.rand(6, BANDS, generator=random)
    before = colours_KC[kinds_HW]
    kinds_HW = kinds_HW.clone()
    kinds_HW[:changed_px, :changed_px] = 5
    after = 0.1 + 1.7 * colours_KC[kinds_HW]
    both = torch.stack([before, after]).permute(0, 3, 1, 2)
    return both + 0.03 * torch.randn(both.shape, generator=random)


def learnt(x_2CHW: torch.Tensor) -> Comparer:
    found = learn(means(x_2CHW, VALID_HW).flatten(2).transpose(1, 2))
    assert found
    return found


@pytest.mark.parametrize("stated", [0.05, 0.01])
def test_without_change_false_alarms_are_as_many_as_stated(stated: float) -> None:
    comparer = learnt(dates())
    share = (comparer(dates(), VALID_HW) >= -np.log10(stated)).float().mean()
    assert stated / 1.5 <= share <= stated * 1.5


def test_a_mode_of_change_stands_out_and_does_not_raise_the_threshold() -> None:
    x_2CHW = dates(48)
    comparer = learnt(x_2CHW)
    hit_HW = comparer(x_2CHW, VALID_HW) >= 2
    assert hit_HW[4:44, 4:44].float().mean() > 0.95
    assert hit_HW[52:].float().mean() <= 0.015 and 0.05 < comparer.changed < 0.15


def test_the_mean_looks_past_pixels_without_data() -> None:
    x_2CHW, valid_HW = torch.ones(2, 1, 9, 9), torch.ones(9, 9, dtype=torch.bool)
    x_2CHW[:, :, 4, 4], valid_HW[4, 4] = 1e6, False
    assert torch.allclose(means(x_2CHW, valid_HW), torch.ones(2, 1, 9, 9))
    comparer = learnt(dates())
    gone_HW = VALID_HW.clone()
    gone_HW[:20] = False
    score_HW = comparer(dates(), gone_HW)
    assert score_HW[:20].isnan().all() and score_HW[20:].isfinite().all()


def test_few_pixels_teach_nothing_and_equal_ones_do_no_harm() -> None:
    assert learn(torch.rand(2, LEAST_PIXELS - 1, 3)) is None
    same = learn(torch.ones(2, LEAST_PIXELS, 3))
    assert same and same(torch.ones(2, 3, 8, 8), torch.ones(8, 8, dtype=torch.bool)).isfinite().all()


def test_scores_rise_with_the_raw_score() -> None:
    chance = chance_of(np.random.default_rng(0).lognormal(size=5000))
    assert (np.diff(chance.score_K) > 0).all() and (np.diff(chance.log_raw_K) > 0).all() and chance.changed == 0
