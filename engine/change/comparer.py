"""How much a pixel has changed between two dates: learnt from pixels of both, and told of any.

Each date is predicted from the other by regression on all bands and their squares. Pixels that are hard to predict
count less, and the regression is done again, so that it is that of pixels which have not changed: the weights of IR-MAD
(Nielsen 2007), with residuals of prediction (chronochrome, Schaum and Stocker 1998) in place of canonical variates. It
takes light, season and sensor as far as they act alike on all that is alike. The distance of Mahalanobis of the
residual, summed over both directions, is the raw score. How often it is reached without change is counted.

Pure arithmetic. Shapes: N pixels, C bands, F = 2C + 1 terms, H and W of a window.
"""

from dataclasses import dataclass
from functools import partial

import numpy as np
import torch
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter1d
from scipy.stats import chi2
from torch import Tensor, nn
from torch.nn import functional

AROUND_PX = 2
"""Means over windows of 5 x 5 pixels are compared: neighbouring pixels are never quite in the same place."""
ROUNDS = 20
STEADY = 1e-3
"""Mean difference of the weights of two rounds below which they stay."""
RIDGE, NOISE = 1e-5, 1e-4
"""Of the regression and of the residuals' covariance, in variances of a band."""
LEAST_PIXELS = 500
TINY = 1e-12
STEP = 0.05
"""Width of a bin of the logarithm of the raw score, in which its modes are looked for."""
SOFT = 0.3
"""Deviation of the Gaussian that smooths its histogram, likewise."""
DEEP = 3.0
"""How many times higher than the valley before it a mode of change is."""
LEAST_CHANGED, MOST_CHANGED = 0.005, 0.5
"""Share of the pixels in such a mode."""
KNOTS = 64
HIGHEST = 99.0
"""Of the score; beyond what was counted, it is drawn on in a line."""

Floats = NDArray[np.floating]


@dataclass(frozen=True)
class Chance:
    """How often unchanged pixels reach a raw score: `score_K` is -log10 of the share that reaches `log_raw_K`.

    `changed` is the share of pixels in a mode of their own, which do not count.
    """

    log_raw_K: Floats
    score_K: Floats
    changed: float


class Comparer(nn.Module):
    """The change score of a window.

    Args:
        mean_2C: of each date.
        std_2C: likewise, not 0.
        terms_2FC: coefficients that predict the second date from the first, and the first from the second.
        whiten_2CC: make residuals of unit variance.
        chance: see there.
    """

    mean_2C: Tensor
    std_2C: Tensor
    terms_2FC: Tensor
    whiten_2CC: Tensor
    log_raw_K: Tensor
    score_K: Tensor

    def __init__(self, mean_2C: Tensor, std_2C: Tensor, terms_2FC: Tensor, whiten_2CC: Tensor, chance: Chance) -> None:
        super().__init__()
        self.changed = chance.changed
        named = {"mean_2C": mean_2C, "std_2C": std_2C, "terms_2FC": terms_2FC, "whiten_2CC": whiten_2CC}
        named |= {"log_raw_K": torch.from_numpy(chance.log_raw_K), "score_K": torch.from_numpy(chance.score_K)}
        for name, numbers in named.items():
            self.register_buffer(name, numbers.float())

    def residuals(self, x_2NC: Tensor) -> Tensor:
        """What each date does not tell of the other (2, N, C), of means of both; of unit variance without change."""
        z_2NC = (x_2NC - self.mean_2C[:, None]) / self.std_2C[:, None]
        told_2NC = terms_of(z_2NC) @ self.terms_2FC
        return (z_2NC.flip(0) - told_2NC) @ self.whiten_2CC

    def raw(self, x_2NC: Tensor) -> Tensor:
        """The raw score (N,) of means of both dates."""
        return self.residuals(x_2NC).square().sum((0, 2))

    def forward(self, x_2CHW: Tensor, valid_HW: Tensor) -> Tensor:
        """-log10 of the share of unchanged pixels that change as much or more (H, W); NaN where there is no data."""
        mean_2CHW = means(x_2CHW, valid_HW)
        raw_N = self.raw(mean_2CHW.flatten(2).transpose(1, 2))
        log_N = raw_N.clamp_min(TINY).log()
        knot_N = torch.searchsorted(self.log_raw_K, log_N).clamp(1, len(self.log_raw_K) - 1)
        low_N, high_N = self.log_raw_K[knot_N - 1], self.log_raw_K[knot_N]
        slope_N = (self.score_K[knot_N] - self.score_K[knot_N - 1]) / (high_N - low_N)
        score_N = (self.score_K[knot_N - 1] + slope_N * (log_N - low_N)).clamp(0, HIGHEST)
        return score_N.view(valid_HW.shape).masked_fill(~valid_HW, torch.nan)


def terms_of(z_NC: Tensor) -> Tensor:
    """What is predicted from (…, N, F): bands, their squares, and 1."""
    return torch.cat([z_NC, z_NC.square(), torch.ones_like(z_NC[..., :1])], -1)


def means(x_2CHW: Tensor, valid_HW: Tensor) -> Tensor:
    """Means over the valid pixels around each pixel."""
    total = partial(
        functional.avg_pool2d, kernel_size=2 * AROUND_PX + 1, stride=1, padding=AROUND_PX, divisor_override=1
    )
    count_HW = total(valid_HW.to(x_2CHW.dtype)[None, None])[0, 0]
    return total(x_2CHW.where(valid_HW, 0)) / count_HW.clamp_min(1)


def learn(x_2NC: Tensor) -> Comparer | None:
    """What is to be expected of pixels that have not changed.

    Args:
        x_2NC: means of both dates at the same pixels, from all over the scene; both dates have the same bands.

    Returns:
        None if there are fewer than `LEAST_PIXELS`.
    """
    if x_2NC.shape[1] < LEAST_PIXELS:
        return None
    x_2NC = x_2NC.double()
    mean_2C, std_2C = x_2NC.mean(1), x_2NC.std(1)
    std_2C = std_2C.where(std_2C > 1e-6 * mean_2C.abs() + 1e-12, 1.0)
    z_2NC = (x_2NC - mean_2C[:, None]) / std_2C[:, None]
    fitted = [_fit(z_2NC[one], z_2NC[1 - one]) for one in (0, 1)]
    terms_2FC, whiten_2CC = (torch.stack([each[place] for each in fitted]) for place in (0, 1))
    flat = Chance(np.array([0.0, 1.0]), np.array([0.0, 1.0]), 0.0)
    raw_N = Comparer(mean_2C, std_2C, terms_2FC, whiten_2CC, flat).raw(x_2NC.float())
    return Comparer(mean_2C, std_2C, terms_2FC, whiten_2CC, chance_of(raw_N.numpy()))


def _fit(x_NC: Tensor, y_NC: Tensor) -> tuple[Tensor, Tensor]:
    """Coefficients (F, C) that predict `y_NC`, and what whitens the residuals (C, C)."""
    terms_NF, bands = terms_of(x_NC), x_NC.shape[1]
    weight_N = torch.ones(len(x_NC), dtype=x_NC.dtype)
    for _ in range(ROUNDS):
        weighed_FN = (terms_NF * weight_N[:, None]).T
        ridge_FF = RIDGE * weight_N.sum() * torch.eye(terms_NF.shape[1], dtype=x_NC.dtype)
        terms_FC = torch.linalg.solve(weighed_FN @ terms_NF + ridge_FF, weighed_FN @ y_NC)
        apart_NC = y_NC - terms_NF @ terms_FC
        spread_CC = (apart_NC * weight_N[:, None]).T @ apart_NC / weight_N.sum()
        root_CC = torch.linalg.cholesky(spread_CC + NOISE * torch.eye(bands, dtype=x_NC.dtype))
        raw_N = torch.linalg.solve_triangular(root_CC, apart_NC.T, upper=False).square().sum(0)
        scaled_N = raw_N / (raw_N.median().clamp_min(TINY) / chi2.ppf(0.5, bands))
        old_N, weight_N = weight_N, torch.from_numpy(chi2.sf(scaled_N.numpy(), bands))
        if float((weight_N - old_N).abs().mean()) < STEADY:
            break
    return terms_FC, torch.linalg.inv(root_CC).T


def chance_of(raw_N: Floats) -> Chance:
    """How often unchanged pixels reach a raw score: all count but those in a mode of change, if there is one."""
    log_N = np.sort(np.log(np.maximum(raw_N.astype(float), TINY)))
    unchanged_N = log_N[log_N <= _valley(log_N)]
    share_K = np.geomspace(1.0, max(20 / len(unchanged_N), 1e-5), KNOTS)
    log_K = np.quantile(unchanged_N, 1 - share_K)
    kept_K = np.diff(log_K, prepend=-np.inf) > 1e-9
    changed = 1 - len(unchanged_N) / len(log_N)
    if kept_K.sum() < 2:  # all pixels are the same
        return Chance(np.array([log_K[0], log_K[0] + 1]), np.array([0.0, 1.0]), changed)
    log_K, score_K = log_K[kept_K], -np.log10(share_K[kept_K])
    tenth = int(np.searchsorted(score_K, score_K[-1] - 1).clip(0, len(score_K) - 2))
    slope = (score_K[-1] - score_K[tenth]) / (log_K[-1] - log_K[tenth])  # of the last tenfold step
    return Chance(np.append(log_K, log_K[-1] + 1), np.append(score_K, score_K[-1] + slope), changed)


def _valley(log_N: Floats) -> float:
    """The least frequent value between the mode of unchanged pixels and one of change beyond; infinite without it."""
    low, high = np.quantile(log_N, [0.001, 0.9995])
    count_B, edge_B = np.histogram(log_N, np.arange(low, high + 2 * STEP, STEP))
    count_B = gaussian_filter1d(count_B.astype(float), SOFT / STEP, mode="constant")
    beyond_B = 1 - np.searchsorted(log_N, edge_B[:-1]) / len(log_N)
    peak_B = np.maximum.accumulate(count_B[::-1])[::-1]
    is_valley_B = (peak_B >= DEEP * count_B) & (beyond_B >= LEAST_CHANGED) & (beyond_B < MOST_CHANGED)
    is_valley_B[: int(count_B.argmax()) + 1] = False
    if not is_valley_B.any():
        return float("inf")
    return float(edge_B[np.where(is_valley_B, count_B, np.inf).argmin()] + STEP / 2)
