"""Frozen features of chips: of models, and of the two floors that every table has beside them.

A describer answers one row for a chip, or a map of features for the pixels of a chip. The floors are those of
`training.probes.describers`: image statistics, and convolutions with patches of training chips. Knows no labels.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from engine.errors import ModelError
from engine.model.ofa import OFA
from engine.model.tokens import Chip
from training.geobench.chips import Chips
from training.geobench.labelled import Labelled
from training.probes.describers import FILTERS, POOL_PX, STEP_PX, answers, drawn_filters, image_statistics

AT_ONCE = 4  # images that a floor looks at: statistics need 130 MB for each of m-forestnet's
WINDOW_PX = 5  # around a pixel, for the mean and deviation of its bands


@dataclass(frozen=True)
class Describer:
    """What frozen features are made with.

    Attributes:
        name: in the table.
        side_px: size of the chips it is shown; the set's own if None.
        whole: a chip's features (B, D).
        dense: features of its pixels (B, D, h, w), on any grid that spans the chip evenly.
    """

    name: str
    side_px: int | None
    whole: Callable[[Chip], Tensor]
    dense: Callable[[Chip], Tensor]


def models(given: Mapping[str, OFA], pool: str, side_px: int) -> list[Describer]:
    """Models, shown chips of `side_px` pixels; `pool` is one of `settings.POOLS`."""

    def describer(name: str, model: OFA) -> Describer:
        return Describer(name, side_px, lambda chip: _pooled(model, chip, pool), lambda chip: model.dense([chip]))

    return [describer(name, model) for name, model in given.items()]


def floors(labelled: Labelled, device: torch.device, seed: int) -> list[Describer]:
    """Image statistics and random convolutions, shown chips at the set's own size; the seed draws the filters."""
    lot = np.random.default_rng(seed)
    chips = Chips(labelled, "train")
    index_K = lot.choice(len(chips), FILTERS)
    known, which_K = np.unique(index_K, return_inverse=True)
    chip, _, _ = chips.batch(known, device)
    filters_KCPP = drawn_filters(chip.x_BCHW[torch.from_numpy(which_K).to(device)], lot)
    return [
        Describer("image statistics", None, lambda chip: _few_at_once(image_statistics, chip), _around),
        Describer("random convolutions", None,
                  lambda chip: _few_at_once(lambda x_BCHW: answers(x_BCHW, filters_KCPP), chip),
                  lambda chip: _convolved(chip, filters_KCPP)),
    ]  # fmt: skip


def _pooled(model: OFA, chip: Chip, pool: str) -> Tensor:
    """A row for each chip: the mean of the last tokens, the cls token, or the mean over tokens of several depths.

    DOFA v1 norms the mean and not the tokens; a model that says how it is pooled is pooled so.

    Raises:
        ModelError: the cls token of a model that has none.
    """
    if pool == "depths":
        return model.dense([chip]).mean((2, 3))
    if pool == "mean" and model.config.pooling != "taps":
        return model.pooled([chip])
    if pool == "cls" and model.cls_token is None:
        raise ModelError("the model has no cls token", "leave --set pool=cls out")
    tokens_BND = model.encode([chip])
    return tokens_BND[:, 0] if pool == "cls" else model.of_patches(tokens_BND).mean(1)


def _few_at_once(describe: Callable[[Tensor], Tensor], chip: Chip) -> Tensor:
    return torch.cat([describe(x_BCHW) for x_BCHW in torch.split(chip.x_BCHW, AT_ONCE)])


def _around(chip: Chip) -> Tensor:
    """Of each pixel: its bands, and their mean and deviation in the window around it."""
    z_BCHW = chip.x_BCHW
    mean, square = (_pool(values, WINDOW_PX, 1) for values in (z_BCHW, z_BCHW.square()))
    return torch.cat([z_BCHW, mean, (square - mean.square()).clamp_min(0).sqrt()], 1)


def _convolved(chip: Chip, filters_KCPP: Tensor) -> Tensor:
    """Rectified answers of both signs, mean and maximum over windows as `training.probes` has them for pixels."""
    answer_BKHW = functional.conv2d(chip.x_BCHW, filters_KCPP, padding=filters_KCPP.shape[-1] // 2)
    padding_px = (POOL_PX - STEP_PX) // 2
    parts = []
    for signed_BKHW in (answer_BKHW.relu(), (-answer_BKHW).relu()):
        parts.append(_pool(signed_BKHW, POOL_PX, STEP_PX))
        parts.append(functional.max_pool2d(signed_BKHW, POOL_PX, STEP_PX, padding_px))
    return torch.cat(parts, 1)


def _pool(x_BCHW: Tensor, window_px: int, step_px: int) -> Tensor:
    """Means of windows, of what lies inside the image at its border."""
    return functional.avg_pool2d(x_BCHW, window_px, step_px, (window_px - step_px) // 2, count_include_pad=False)
