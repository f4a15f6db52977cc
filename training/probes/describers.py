"""Describers: functions from a set to features, a row per chip or per pixel. Frozen models, random ones, and floors.

A backbone that does not beat image statistics and random convolutions (Coates et al. 2011; MOSAIKS, Rolf et al. 2021)
has learnt nothing that is not plain to see in its input. Knows no labels.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Generic, TypeVar

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from engine.fewlabel.features import upsample
from engine.jobs import Report
from engine.model.ofa import OFA
from training.probes.chipsets import ChipSet
from training.probes.pixels import PixelSet

Features = NDArray[np.float32]
T = TypeVar("T")

BATCH = 64
QUANTILES = (0.05, 0.25, 0.5, 0.75, 0.95)
BINS, WIDEST = 16, 3.0  # of histograms of z-scores, the outermost open
FILTERS, FILTER_PX = 128, 3
SOME = 16  # filters at once over a whole scene
POOL_PX, STEP_PX = 16, 4  # windows of a scene and the step from one to the next


@dataclass(frozen=True)
class Describer(Generic[T]):
    """A name, and a function of a set, a seed and a progress report to features (N, D).

    `drawn`: the seed matters, and every repetition wants its own features.
    """

    name: str
    describe: Callable[[T, int, Report], Features]
    drawn: bool = False


def of_chips(models: Mapping[str, OFA], floors: bool, device: torch.device) -> list[Describer[ChipSet]]:
    """Models, models with random weights, and floors for chips."""
    under = [
        Describer("random convolutions", partial(_convolutions, device), drawn=True),
        Describer("image statistics", _statistics),
        Describer("no features", lambda chips, _seed, _report: np.zeros((len(chips), 1), np.float32)),
    ]
    return _with_models(_pooled, models, under if floors else None, device)


def of_pixels(models: Mapping[str, OFA], floors: bool, device: torch.device) -> list[Describer[PixelSet]]:
    """Models, models with random weights, and floors for pixels."""
    under = [
        Describer("random convolutions", partial(_convolutions_around, device), drawn=True),
        Describer("spectra", lambda pixels, _seed, _report: pixels.spectra),
        Describer("spectra + windows", lambda pixels, _seed, _report: pixels.windows),
        Describer("no features", lambda pixels, _seed, _report: np.zeros((len(pixels.known), 1), np.float32)),
    ]
    return _with_models(_deep, models, under if floors else None, device)


Seen = Callable[[OFA, torch.device, T, int, Report], Features]


def _with_models(
    seen: Seen[T], models: Mapping[str, OFA], floors: list[Describer[T]] | None, device: torch.device
) -> list[Describer[T]]:
    """Models; if there are to be floors, then their architectures with random weights and the floors as well."""

    def drawn(model: OFA, things: T, seed: int, report: Report) -> Features:
        """Not with seed 0, which is `ofa-untrained` itself."""
        other = OFA(model.config, 1 + seed).eval().requires_grad_(False).to(device)
        return seen(other, device, things, seed, report)

    found = [Describer(name, partial(seen, model, device)) for name, model in models.items()]
    if floors is None:
        return found
    random = [Describer(name, partial(drawn, model), drawn=True) for name, model in _architectures(models).items()]
    return [*found, *random, *floors]


def _architectures(models: Mapping[str, OFA]) -> dict[str, OFA]:
    """A model of each architecture, called "random", and after the model where there are several."""
    one_each = {model.config: name for name, model in models.items()}
    return {"random" if len(one_each) == 1 else f"random {name}": models[name] for name in one_each.values()}


def _deep(model: OFA, device: torch.device, pixels: PixelSet, _seed: int, report: Report) -> Features:
    """The dense features of several depths, brought to pixels by the engine."""
    deep: Features = pixels.seen(model, ["deep"], device, report)["deep"].numpy()
    return deep


@torch.inference_mode()
def _pooled(model: OFA, device: torch.device, chips: ChipSet, _seed: int, report: Report) -> Features:
    """What the model says of a chip as a whole: the mean of its dense features, or as it was published.

    Raises:
        ModelError: the model cannot read such chips.
    """

    def describe(index: slice) -> Tensor:
        return model.pooled([view.chip(index, device, model.patch_px) for view in chips.views])

    return _in_batches(describe, len(chips), report)


def _in_batches(describe: Callable[[slice], Tensor], count: int, report: Report) -> Features:
    """Features of chips, some at a time."""
    parts = []
    for start in range(0, count, BATCH):
        report(start, count, "describing chips")
        parts.append(describe(slice(start, start + BATCH)).float().cpu())
    features: Features = torch.cat(parts).numpy()
    return features


@torch.inference_mode()
def _statistics(chips: ChipSet, _seed: int, report: Report) -> Features:
    """Image statistics of each sensor, side by side."""

    def describe(index: slice) -> Tensor:
        cpu = torch.device("cpu")
        return torch.cat([image_statistics(view.chip(index, cpu).x_BCHW) for view in chips.views], 1)

    return _in_batches(describe, len(chips), report)


def image_statistics(z_BCHW: Tensor) -> Tensor:
    """Of the z-scores of each band (B, D): mean, deviation, extremes, quantiles and histogram."""
    edges, quantiles = (
        values.to(z_BCHW.device) for values in (torch.linspace(-WIDEST, WIDEST, BINS - 1), torch.tensor(QUANTILES))
    )
    z_BCN = z_BCHW.flatten(2).contiguous()
    bins_BCN = functional.one_hot(torch.bucketize(z_BCN, edges), BINS).float().mean(2)
    spread = torch.stack([z_BCN.mean(2), z_BCN.std(2), *z_BCN.aminmax(dim=2), *z_BCN.quantile(quantiles, 2)], 2)
    return torch.cat([spread, bins_BCN], 2).flatten(1)


@torch.inference_mode()
def _convolutions(device: torch.device, chips: ChipSet, seed: int, report: Report) -> Features:
    """Random patches of chips that are not scored as filters; rectified answers of both signs, mean and maximum."""
    lot = np.random.default_rng(seed)
    filters = []
    for view in chips.views:
        index_K = lot.choice(np.flatnonzero(view.known_N), FILTERS)
        filters.append(drawn_filters(view.chip(index_K, device).x_BCHW, lot))

    def describe(index: slice) -> Tensor:
        seen = zip(chips.views, filters, strict=True)
        return torch.cat([answers(view.chip(index, device).x_BCHW, filters_KCPP) for view, filters_KCPP in seen], 1)

    return _in_batches(describe, len(chips), report)


def answers(z_BCHW: Tensor, filters_KCPP: Tensor) -> Tensor:
    """Rectified answers of both signs to filters (B, 4 K): mean and maximum over the image."""
    answer_BKN = functional.conv2d(z_BCHW, filters_KCPP, stride=2).flatten(2)
    low_BK, high_BK = answer_BKN.aminmax(dim=2)
    above_BK = answer_BKN.relu().mean(2)
    below_BK = above_BK - answer_BKN.mean(2)  # the mean of relu(-x) = relu(x) - x
    return torch.cat([above_BK, below_BK, high_BK.relu(), (-low_BK).relu()], 1)


@torch.inference_mode()
def _convolutions_around(device: torch.device, pixels: PixelSet, seed: int, report: Report) -> Features:
    """As for chips, mean and maximum over windows of the scene, brought to pixels as the engine does it with tokens."""
    random = np.random.default_rng(seed)
    z_1CHW = torch.from_numpy(pixels.z_scores)[None].to(device)
    window = POOL_PX, STEP_PX, (POOL_PX - STEP_PX) // 2  # so that windows have the centres of tokens of STEP_PX
    parts: list[Tensor] = []
    filters_KCPP = drawn_filters(z_1CHW.expand(FILTERS, -1, -1, -1), random)
    for first in range(0, FILTERS, SOME):
        report(first, FILTERS, "convolving a scene")
        some_KCPP = filters_KCPP[first : first + SOME]
        answer_1KHW = functional.conv2d(z_1CHW, some_KCPP, padding=FILTER_PX // 2)
        for signed_1KHW in (answer_1KHW.relu(), (-answer_1KHW).relu()):
            parts.append(functional.avg_pool2d(signed_1KHW, *window, count_include_pad=False)[0])
            parts.append(functional.max_pool2d(signed_1KHW, *window)[0])
    rows_N, cols_N = (torch.from_numpy(axis).to(device) for axis in pixels.places)
    features: Features = upsample(torch.cat(parts), rows_N, cols_N, STEP_PX).cpu().numpy()
    return features


def drawn_filters(x_KCHW: Tensor, random: np.random.Generator) -> Tensor:
    """A random patch (C, FILTER_PX, FILTER_PX) of each image as a filter of length 1, half of them without their mean.

    Those with it answer to colour, those without to texture.
    """
    corners_K2 = random.integers(0, np.array(x_KCHW.shape[2:]) - FILTER_PX + 1, (len(x_KCHW), 2))
    patches = [
        x_CHW[:, row : row + FILTER_PX, col : col + FILTER_PX]
        for x_CHW, (row, col) in zip(x_KCHW, corners_K2.tolist(), strict=True)
    ]
    filters_KCPP = torch.stack(patches)
    half = len(patches) // 2
    filters_KCPP[:half] -= filters_KCPP[:half].mean((1, 2, 3), keepdim=True)
    return functional.normalize(filters_KCPP.flatten(1)).view_as(filters_KCPP)
