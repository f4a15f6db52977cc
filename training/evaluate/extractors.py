"""What turns chips or pixels into frozen features: models, their architectures with random weights, and baselines.

A backbone that is no better than image statistics and random convolutions (Coates et al. 2011; MOSAIKS, Rolf et al.
2021) has learnt nothing that is not plain in its input. Knows no labels.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from engine.errors import ModelError
from engine.fewlabel.features import upsample
from engine.model.ofa import OFA
from engine.model.tokens import SensorBatch
from engine.progress import Report
from training.evaluate.datasets.labelled_set import LabelledSet
from training.evaluate.datasets.scene_pixels import ScenePixels
from training.evaluate.reader import Reader

Rows = NDArray[np.float32]
Chips = Sequence[SensorBatch]  # what each sensor shows of the same samples

QUANTILES = (0.05, 0.25, 0.5, 0.75, 0.95)
BINS, WIDEST = 16, 3.0  # of histograms of z-scores; the outermost bins are open
FILTERS, FILTER_PX = 128, 3
SOME = 16  # filters at once over a whole scene
POOL_PX, STEP_PX = 16, 4  # windows of a scene, and the step from one to the next
AT_ONCE = 4  # images that a baseline looks at: statistics need 130 MB for each of m-forestnet's
WINDOW_PX = 5  # around a pixel, for the mean and deviation of its bands


@dataclass(frozen=True)
class Extractor:
    """Frozen features of chips.

    Attributes:
        name: in tables.
        pooled: features (B, D) of chips.
        dense: features of their pixels (B, D, h, w), on any grid that spans the chip evenly.
        side_px: chips are resized to this side; None: the size of the set.
        seeded: another seed gives other features.
        statistics: whose make the z-scores that it asks for, see `training.evaluate.reader.Reader`.
    """

    name: str
    pooled: Callable[[Chips], Tensor]
    dense: Callable[[Chips], Tensor]
    side_px: int | None = None
    seeded: bool = False
    statistics: str = "scene"


@dataclass(frozen=True)
class FeatureSource:
    """Features of one set: their name, what gives them, and whether another seed gives other ones."""

    name: str
    features: Callable[[Report], Any]
    seeded: bool = False


def of_models(
    models: Mapping[str, OFA], pool: str | None = None, side_px: int | None = None, *, seeded: bool = False
) -> list[Extractor]:
    """Models; `pool` is that of `training.evaluate.settings.ProtocolSettings`, or None: as each model was published."""
    return [
        Extractor(name, partial(_pooled, model, pool), partial(_dense, model), side_px, seeded, model.config.statistics)
        for name, model in models.items()
    ]


def with_random_weights(models: Mapping[str, OFA], seed: int, device: torch.device) -> dict[str, OFA]:
    """The architectures of some models, named "random", and after the model where there are several.

    Not with seed 0, which is `ofa-untrained` itself.
    """
    one_each = {model.config: name for name, model in models.items()}
    return {
        "random" if len(one_each) == 1 else f"random {name}": _frozen(OFA(config, 1 + seed)).to(device)
        for config, name in one_each.items()
    }


def _frozen(model: OFA) -> OFA:
    return model.eval().requires_grad_(False)


def baselines(labelled: LabelledSet, train: Sequence[str], device: torch.device, seed: int) -> list[Extractor]:
    """Image statistics, and random convolutions, whose filters are patches that the seed draws from training samples.

    Args:
        labelled: the set.
        train: names of its training samples.
        device: that features are computed on.
        seed: draws the filters.
    """
    rng, reader, filters = np.random.default_rng(seed), Reader(labelled, train), []
    for view in range(len(labelled.views)):
        known, which_K = np.unique(rng.choice(len(train), FILTERS), return_inverse=True)
        chips, *_ = reader.chips(known, device)
        filters.append(drawn_filters(chips[view].x_BCHW[torch.from_numpy(which_K).to(device)], rng))
    return [
        Extractor("image statistics", partial(_few_at_once, [image_statistics] * len(filters)), _around),
        Extractor(
            "random convolutions",
            partial(_few_at_once, [partial(responses, filters_KCPP=each) for each in filters]),
            lambda chips: window_responses(chips[0].x_BCHW, filters[0]),
            seeded=True,
        ),
    ]


def no_features() -> Extractor:
    """Nothing: a learner then knows how frequent the classes are."""

    def nothing(chips: Chips) -> Tensor:
        return torch.zeros(len(chips[0].x_BCHW), 1)

    return Extractor("no features", nothing, nothing)


def of_pixels(
    pixels: ScenePixels, models: Mapping[str, OFA], seed: int, device: torch.device, with_baselines: bool
) -> list[FeatureSource]:
    """Features (N, D) of the `known` pixels of a scene: of models, which the engine brings to pixels as in a map.

    With baselines also of the architectures with random weights, and of what needs no learning.
    """

    def deep(model: OFA, report: Report) -> Rows:
        rows: Rows = pixels.features(model, ["deep"], device, report)["deep"].numpy()
        return rows

    found = [FeatureSource(name, partial(deep, model)) for name, model in models.items()]
    if with_baselines:
        random = with_random_weights(models, seed, device)
        found += [
            *(FeatureSource(name, partial(deep, model), seeded=True) for name, model in random.items()),
            FeatureSource("random convolutions", partial(_scene_responses, pixels, device, seed), seeded=True),
            FeatureSource("spectra", lambda _report: pixels.spectra),
            FeatureSource("spectra + windows", lambda _report: pixels.windows),
            FeatureSource("no features", lambda _report: np.zeros((len(pixels.known), 1), np.float32)),
        ]
    return found


def _pooled(model: OFA, pool: str | None, chips: Chips) -> Tensor:
    """A row for each sample: the mean of the last tokens, the cls token, or the mean over tokens of several depths.

    DOFA v1 norms the mean and not the tokens; a model whose configuration says how to pool it is pooled that way.

    Raises:
        ModelError: the model cannot read such chips, or has no cls token where that is asked for.
    """
    patch_px = model.chip_patch_px(chips)
    chips = [_whole_patches(chip, patch_px) for chip in chips]
    if pool is None or (pool == "mean" and model.config.pooling != "taps"):
        return model.pooled(chips)
    if pool == "depths":
        return model.dense(chips, patch_px).mean((2, 3))
    if pool == "cls" and model.cls_token is None:
        raise ModelError("the model has no cls token", "leave --set pool=cls out")
    tokens_BND = model.encode(chips, patch_px)
    return tokens_BND[:, 0] if pool == "cls" else model.of_patches(tokens_BND).mean(1)


def _dense(model: OFA, chips: Chips) -> Tensor:
    return model.dense([_whole_patches(chip, model.patch_px) for chip in chips])


def _whole_patches(chip: SensorBatch, patch_px: int) -> SensorBatch:
    """A chip cut to whole patches; one that is smaller than a patch stays as it is, and the model refuses it."""
    rows, cols = (side - side % patch_px or side for side in chip.x_BCHW.shape[2:])
    return replace(chip, x_BCHW=chip.x_BCHW[..., :rows, :cols])


def _few_at_once(of_views: Sequence[Callable[[Tensor], Tensor]], chips: Chips) -> Tensor:
    """Features of each view side by side, a few images at a time."""
    views = zip(of_views, chips, strict=True)
    return torch.cat([torch.cat([of(x_BCHW) for x_BCHW in torch.split(chip.x_BCHW, AT_ONCE)]) for of, chip in views], 1)


def image_statistics(z_BCHW: Tensor) -> Tensor:
    """Of the z-scores of each band (B, D): mean, deviation, extremes, quantiles and histogram."""
    edges, quantiles = (
        values.to(z_BCHW.device) for values in (torch.linspace(-WIDEST, WIDEST, BINS - 1), torch.tensor(QUANTILES))
    )
    z_BCN = z_BCHW.flatten(2).contiguous()
    bins_BCN = functional.one_hot(torch.bucketize(z_BCN, edges), BINS).float().mean(2)
    spread = torch.stack([z_BCN.mean(2), z_BCN.std(2), *z_BCN.aminmax(dim=2), *z_BCN.quantile(quantiles, 2)], 2)
    return torch.cat([spread, bins_BCN], 2).flatten(1)


def _around(chips: Chips) -> Tensor:
    """Of each pixel: its bands, and their mean and deviation in the window around it."""
    z_BCHW = chips[0].x_BCHW
    mean, square = (
        functional.avg_pool2d(values, WINDOW_PX, 1, WINDOW_PX // 2, count_include_pad=False)
        for values in (z_BCHW, z_BCHW.square())
    )
    return torch.cat([z_BCHW, mean, (square - mean.square()).clamp_min(0).sqrt()], 1)


def responses(z_BCHW: Tensor, filters_KCPP: Tensor) -> Tensor:
    """Rectified responses of both signs to filters (B, 4 K): mean and maximum over the image."""
    response_BKN = functional.conv2d(z_BCHW, filters_KCPP, stride=2).flatten(2)
    low_BK, high_BK = response_BKN.aminmax(dim=2)
    above_BK = response_BKN.relu().mean(2)
    below_BK = above_BK - response_BKN.mean(2)  # the mean of relu(-x) = relu(x) - x
    return torch.cat([above_BK, below_BK, high_BK.relu(), (-low_BK).relu()], 1)


def window_responses(z_BCHW: Tensor, filters_KCPP: Tensor) -> Tensor:
    """Rectified responses of both signs (B, 4 K, h, w): mean and maximum over windows, `STEP_PX` pixels apart.

    Windows have the centres of tokens of `STEP_PX` pixels.
    """
    window = POOL_PX, STEP_PX, (POOL_PX - STEP_PX) // 2
    parts: list[Tensor] = []
    for some_KCPP in torch.split(filters_KCPP, SOME):
        response_BKHW = functional.conv2d(z_BCHW, some_KCPP, padding=FILTER_PX // 2)
        for signed_BKHW in (response_BKHW.relu(), (-response_BKHW).relu()):
            parts.append(functional.avg_pool2d(signed_BKHW, *window, count_include_pad=False))
            parts.append(functional.max_pool2d(signed_BKHW, *window))
    return torch.cat(parts, 1)


@torch.inference_mode()
def _scene_responses(pixels: ScenePixels, device: torch.device, seed: int, report: Report) -> Rows:
    """`window_responses` of a scene to its own patches, brought to pixels as the engine does it with tokens."""
    report(0, 1, "convolving a scene")
    z_1CHW = torch.from_numpy(pixels.z_scores)[None].to(device)
    filters_KCPP = drawn_filters(z_1CHW.expand(FILTERS, -1, -1, -1), np.random.default_rng(seed))
    rows_N, cols_N = (torch.from_numpy(axis).to(device) for axis in pixels.places)
    rows: Rows = upsample(window_responses(z_1CHW, filters_KCPP)[0], rows_N, cols_N, STEP_PX).cpu().numpy()
    return rows


def drawn_filters(x_KCHW: Tensor, rng: np.random.Generator) -> Tensor:
    """A random patch (C, FILTER_PX, FILTER_PX) of each image as a filter of length 1, half of them without their mean.

    Those with their mean respond to colour, those without to texture.
    """
    corners_K2 = rng.integers(0, np.array(x_KCHW.shape[2:]) - FILTER_PX + 1, (len(x_KCHW), 2))
    filters_KCPP = torch.stack(
        [
            x_CHW[:, row : row + FILTER_PX, col : col + FILTER_PX]
            for x_CHW, (row, col) in zip(x_KCHW, corners_K2.tolist(), strict=True)
        ]
    )
    half = len(filters_KCPP) // 2
    filters_KCPP[:half] -= filters_KCPP[:half].mean((1, 2, 3), keepdim=True)
    return functional.normalize(filters_KCPP.flatten(1)).view_as(filters_KCPP)
