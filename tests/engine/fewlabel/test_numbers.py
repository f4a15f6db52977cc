"""Numbers from few pixels: the head, its folds, and its intervals."""

import numpy as np
import pytest
import torch

from engine.fewlabel.fitting import Overview
from engine.fewlabel.numbers import CONFIDENCE, conformal, fit_numbers

SIDE = 80


def scene(seed: int) -> tuple[torch.Tensor, np.ndarray, np.ndarray, np.ndarray]:
    """Features (N, 3) and values (N,) of all pixels, with their rows and columns; only the first feature tells."""
    chance = np.random.default_rng(seed)
    rows_N, cols_N = (each.ravel() for each in np.indices((SIDE, SIDE)))
    x_ND = chance.normal(size=(SIDE * SIDE, 3)).astype(np.float32)
    return torch.from_numpy(x_ND), 50 + 7 * np.sin(2 * x_ND[:, 0]), rows_N, cols_N


def test_a_group_that_tells_nothing_is_trusted_little_and_intervals_hold() -> None:
    x_ND, value_N, rows_N, cols_N = scene(0)
    noisy_N = value_N + np.random.default_rng(1).normal(0, 1, len(value_N))
    groups = {"tells": x_ND[:, :1], "noise": x_ND[:, 1:]}
    some_N = np.random.default_rng(2).choice(len(value_N), 200, replace=False)
    around = Overview({name: group[::40] for name, group in groups.items()}, rows_N[::40], cols_N[::40])
    own = ({name: group[some_N] for name, group in groups.items()}, noisy_N[some_N], rows_N[some_N], cols_N[some_N])
    found = fit_numbers(*own, np.arange(200), around)
    assert found
    head, validation = found
    assert validation.trust["tells"] > validation.trust["noise"]
    value, low, high, unlike = head(groups).unbind(1)
    assert float(((value - torch.from_numpy(value_N)) ** 2).mean()) < 4
    assert validation.rmse == pytest.approx(float((value - torch.from_numpy(noisy_N)).square().mean().sqrt()), rel=0.4)
    inside = float(((low <= torch.from_numpy(noisy_N)) & (torch.from_numpy(noisy_N) <= high)).double().mean())
    assert abs(inside - CONFIDENCE) < 0.07
    assert abs(validation.bias) < 1
    assert (unlike >= 0).all()


def test_one_geometry_cannot_be_checked() -> None:
    x_ND, value_N, rows_N, cols_N = scene(0)
    around = Overview({"tells": x_ND}, rows_N, cols_N)
    assert fit_numbers({"tells": x_ND[:50]}, value_N[:50], rows_N[:50], cols_N[:50], np.zeros(50, int), around) is None


def test_the_conformal_error_is_that_of_the_rank_that_theory_asks_for() -> None:
    error = np.arange(1.0, 100.0)
    assert conformal(error, np.ones(99), 99) == 90  # ceil(100 * 0.9)
    assert conformal(error[:5], np.ones(5), 5) == 5
