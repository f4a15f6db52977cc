"""What a pixel shows by itself and around it, and features of tokens brought to pixels. Pure torch: knows no files.

Four groups per pixel, each a plain function of the z-scored pixels at most `HALO_PX` away, so that the numbers do
not depend on how a scene is cut:

    spectra       the bands themselves
    shape         how they relate to each other, whatever the brightness (none with a single band)
    context       local mean and spread of both in `NEAR_PX` windows: texture, edges, noise averaged away
    surroundings  the same in `FAR_PX` windows: what kind of place it is
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Self, TypeAlias

import torch
from torch import Tensor

from engine.fewlabel.linear_map import LinearMap
from engine.fewlabel.window_statistics import window_statistics
from engine.scene.normalise import CLIP
from engine.scene.windows import cut

NEAR_PX = (3, 7, 15)
FAR_PX = (31, 63)
"""Window widths, 2**k - 1 each, as `window_statistics` wants them."""
HALO_PX = FAR_PX[-1] // 2
AROUND = ("context", "surroundings")
"""Groups of either widths."""
COMPONENTS = 8
"""Bands whose surroundings are described; scenes with more bands are reduced to as many principal components."""
SPREAD_FLOOR = 0.05
"""Deviation in z-scores below which texture is taken for noise; keeps the logarithm finite."""
WEAKEST_COMPONENT = 1e-6
"""Share of the strongest component's variance below which a component is rounding error."""
DARKEST = 0.01
"""Share of the scene's mean value that darker pixels count as: below, noise and haze decide how bands relate."""
NO_SPREAD = 1e-6
"""Deviation of logarithms below which bands relate alike everywhere; keeps the z-scores finite."""
CACHED_BYTES, GPU_BYTES = 1 << 20, 64 << 20
"""Of z-scores that are looked at together: a dozen steps go over them, which a processor's cache should hold.
A GPU wants few, large steps."""

Normalise: TypeAlias = Callable[[Tensor, Tensor], Tensor]
"""From stored numbers (C, H, W) and validity (H, W) to z-scores (C, H, W)."""


@dataclass(frozen=True)
class SpectralShape:
    """How a pixel's bands relate to each other: logarithms of their values, less the mean logarithm.

    Shade, slope and the angle of the sun scale all bands nearly alike, which moves every logarithm by the same number
    and leaves their differences (the idea of band ratios and of the spectral angle, Kruse et al. 1993).

    Attributes:
        mean_C, std_C: what the z-scores were made with, in model units.
        floor: smallest value to take the logarithm of; None where model units are decibels, logarithms already.
        centre_C, spread_C: mean and deviation of the differences in the scene, which make z-scores of them.
    """

    mean_C: Tensor
    std_C: Tensor
    floor: float | None
    centre_C: Tensor
    spread_C: Tensor

    @classmethod
    def fit(cls, sample_CN: Tensor, mean_C: Tensor, std_C: Tensor, decibel: bool) -> Self | None:
        """What is usual in a scene; None where a single band has nothing to relate to.

        Args:
            sample_CN: z-scores of valid pixels from all over the scene.
            mean_C: what they were made with, in model units.
            std_C: likewise.
            decibel: whether model units are decibels.
        """
        bands, count = sample_CN.shape
        if bands < 2 or not count:
            return None
        values_CN = sample_CN * std_C[:, None] + mean_C[:, None]
        floor = None if decibel else max(DARKEST * float(values_CN.abs().double().mean()), torch.finfo().tiny)
        plain = cls(mean_C, std_C, floor, torch.zeros_like(mean_C), torch.ones_like(std_C))
        shape_CN = plain(sample_CN[..., None])[..., 0].double()
        spread_C = shape_CN.std(1, correction=0).clamp_min(NO_SPREAD)
        return cls(mean_C, std_C, floor, shape_CN.mean(1).float(), spread_C.float())

    def __call__(self, x_CHW: Tensor) -> Tensor:
        """Z-scores (C, H, W) of the shape of z-scored pixels."""
        mean, std, centre, spread = (
            values_C.to(x_CHW)[:, None, None] for values_C in (self.mean_C, self.std_C, self.centre_C, self.spread_C)
        )
        values_CHW = x_CHW * std + mean
        if self.floor is not None:
            values_CHW = values_CHW.clamp_(min=self.floor).log_()
        values_CHW -= values_CHW.mean(0, keepdim=True)
        return values_CHW.sub_(centre).div_(spread)


@dataclass(frozen=True)
class PixelFeatures:
    """The feature groups of a scene's pixels.

    Attributes:
        projection_KC: reduces many bands before their surroundings are described; None where there are few.
        shape: of the pixels' spectra, if that is described.
        shape_projection_KC: as `projection_KC`, for the shape.
    """

    projection_KC: Tensor | None = None
    shape: SpectralShape | None = None
    shape_projection_KC: Tensor | None = None

    @classmethod
    def fit(cls, sample_CN: Tensor, shape: SpectralShape | None = None) -> Self:
        """Learn how a scene's bands, and their shape, are reduced.

        Args:
            sample_CN: z-scores of valid pixels from all over the scene.
            shape: describes the shape of spectra as well.
        """
        of_shape = _principal_components(shape(sample_CN[..., None])[..., 0]) if shape else None
        return cls(_principal_components(sample_CN), shape, of_shape)

    @property
    def groups(self) -> tuple[str, ...]:
        """The names of the groups."""
        return ("spectra", *(["shape"] if self.shape else []), *AROUND)

    def dims(self, bands: int) -> int:
        """How many numbers describe a pixel of `bands` bands."""
        projections = [self.projection_KC, *([self.shape_projection_KC] if self.shape else [])]
        described = [bands if projection_KC is None else len(projection_KC) for projection_KC in projections]
        return bands * len(projections) + 2 * sum(described) * len(NEAR_PX + FAR_PX)

    def margin_px(self, groups: Collection[str]) -> int:
        """How far around a pixel these groups look: at most `HALO_PX`."""
        return HALO_PX if "surroundings" in groups else NEAR_PX[-1] // 2 if "context" in groups else 0

    def __call__(self, x_CHW: Tensor, valid_HW: Tensor, groups: Collection[str] | None = None) -> dict[str, Tensor]:
        """Features of all pixels that are `margin_px` of the groups, for all `HALO_PX`, or more away from the border.

        Args:
            x_CHW: z-scores, 0 where invalid; beyond the scene everything is invalid.
            valid_HW: which pixels hold data.
            groups: which to make, others than `self.groups` not being looked at; all if None.

        Returns:
            {"spectra": (C, h, w), "shape": (C, h, w), "context": (2 K len(NEAR_PX), h, w),
            "surroundings": (2 K len(FAR_PX), h, w)} with h = H - 2 margin and K described bands and shapes: for
            each window all means, then all logarithms of deviations.
        """
        return self.of_stored(x_CHW, valid_HW, as_it_is, groups)

    def of_stored(
        self,
        stored_CHW: Tensor,
        valid_HW: Tensor,
        normalise: Normalise,
        groups: Collection[str] | None = None,
        maps: Mapping[str, LinearMap] | None = None,
    ) -> dict[str, Tensor]:
        """As `__call__`, from stored numbers, some rows at a time, and mapped.

        Z-scores and logarithms of hundreds of bands are never held for all of the window.

        Args:
            stored_CHW: what `normalise` makes z-scores of.
            valid_HW: which pixels hold data.
            normalise: makes them.
            groups: as there.
            maps: of groups whose linear map is wanted instead of their features.
        """
        wanted, maps = self.groups if groups is None else groups, maps or {}
        margin_px, (height, width) = self.margin_px(wanted), valid_HW.shape
        own: dict[str, list[Tensor]] = {}
        described: list[Tensor] = []
        together_bytes = CACHED_BYTES if stored_CHW.device.type == "cpu" else GPU_BYTES
        for first, last in cut((0, height), max(1, together_bytes // (4 * len(stored_CHW) * width))):
            x_CHW = normalise(stored_CHW[:, first:last], valid_HW[first:last])
            shown = dict(self._shown(x_CHW, described=margin_px > 0 or "shape" in wanted))
            if margin_px:
                described += [torch.cat([_reduced(y_CHW, projection_KC) for y_CHW, projection_KC in shown.values()])]
            rows = slice(max(0, margin_px - first), max(0, min(last, height - margin_px) - first))
            for name in (name for name in shown if name in wanted):
                y_Chw = shown[name][0][:, rows, margin_px : width - margin_px]
                own.setdefault(name, []).append(maps[name].of_planes(y_Chw) if name in maps else y_Chw)
        found = {name: _stacked(parts) for name, parts in own.items()}
        if margin_px:
            found |= _around(_stacked(described), valid_HW, wanted, maps)
        return {name: found[name] for name in self.groups if name in wanted}

    def _shown(self, x_CHW: Tensor, described: bool) -> Iterator[tuple[str, tuple[Tensor, Tensor | None]]]:
        """What a pixel shows by itself, and how that is reduced before its surroundings are described."""
        yield "spectra", (x_CHW, self.projection_KC)
        if self.shape and described:
            yield "shape", (self.shape(x_CHW), self.shape_projection_KC)


def as_it_is(x_CHW: Tensor, valid_HW: Tensor) -> Tensor:
    """What `normalise` is where z-scores are there already."""
    return x_CHW


def cropped(array: Tensor, margin_px: int) -> Tensor:
    """Without a margin of the last two dimensions."""
    height, width = array.shape[-2:]
    return array[..., margin_px : height - margin_px, margin_px : width - margin_px]


def _stacked(parts_CHW: list[Tensor]) -> Tensor:
    """Rows (C, H, W) below each other."""
    return torch.cat(parts_CHW, dim=1) if len(parts_CHW) > 1 else parts_CHW[0]


def _around(
    described_KHW: Tensor, valid_HW: Tensor, wanted: Collection[str], maps: Mapping[str, LinearMap]
) -> dict[str, Tensor]:
    """The groups that tell of the pixels around a pixel, or their maps."""
    widths = NEAR_PX + (FAR_PX if "surroundings" in wanted else ())
    near, far = len(NEAR_PX), len(widths) - len(NEAR_PX)
    around = torch.split(window_statistics(described_KHW, valid_HW, widths, SPREAD_FLOOR), [near, far])
    named = {name: found.flatten(0, 1) for name, found in zip(AROUND, around, strict=True) if name in wanted}
    return {name: maps[name].of_planes(x_DHW) if name in maps else x_DHW for name, x_DHW in named.items()}


def _principal_components(sample_CN: Tensor) -> Tensor | None:
    """The strongest axes (K, C), scaled so that components have variance 1; None for few bands."""
    bands, count = sample_CN.shape
    if bands <= COMPONENTS:
        return None
    x_CN = sample_CN.double().clamp(-CLIP, CLIP)
    variance_C, axes_CC = torch.linalg.eigh(x_CN @ x_CN.T / count)
    strongest_KC = axes_CC.flip(1).T[:COMPONENTS]
    variance_K = variance_C.flip(0)[:COMPONENTS].clamp_min(float(variance_C[-1]) * WEAKEST_COMPONENT + 1e-12)
    sign_K = strongest_KC.gather(1, strongest_KC.abs().argmax(1, keepdim=True)).sign()
    scaled_KC: Tensor = sign_K * strongest_KC / variance_K[:, None].sqrt()
    return scaled_KC.float()


def _reduced(x_CHW: Tensor, projection_KC: Tensor | None) -> Tensor:
    """Components (K, H, W); the bands themselves without a projection. Clipped, as they will be squared in float32."""
    x_CHW = x_CHW.clamp(-CLIP, CLIP)
    if projection_KC is None:
        return x_CHW
    return torch.einsum("kc,chw->khw", projection_KC.to(x_CHW), x_CHW).clamp(-CLIP, CLIP)


def upsample(tokens_DHW: Tensor, rows: Tensor, cols: Tensor, patch_px: int) -> Tensor:
    """Features (N, D) of single pixels: bilinear between the centres of tokens, constant beyond the outermost ones.

    Args:
        tokens_DHW: a plane of tokens whose first one covers pixels 0 to `patch_px` - 1 of rows and columns.
        rows: (N,) pixel rows.
        cols: (N,) pixel columns.
        patch_px: side of a token in pixels.
    """
    (top, bottom, down_N), (left, right, across_N) = (
        _between(pixels, count, patch_px) for pixels, count in zip((rows, cols), tokens_DHW.shape[1:], strict=True)
    )
    down_N, across_N = down_N.to(tokens_DHW), across_N.to(tokens_DHW)
    upper_DN = tokens_DHW[:, top, left].lerp(tokens_DHW[:, top, right], across_N)
    lower_DN = tokens_DHW[:, bottom, left].lerp(tokens_DHW[:, bottom, right], across_N)
    return upper_DN.lerp(lower_DN, down_N).T


def upsample_strip(
    tokens_DHW: Tensor, row0: int, row1: int, col0: int, col1: int, token_row0: int, token_col0: int, patch_px: int
) -> Tensor:
    """Features (D, rows, cols) of a window of pixels, the numbers that `upsample` gives.

    Args:
        tokens_DHW: a plane of tokens, part of the scene's.
        row0: first pixel row of the window.
        row1: the row after its last one.
        col0: first pixel column.
        col1: the column after the last one.
        token_row0: row of the plane's first token, in tokens of the scene.
        token_col0: its column.
        patch_px: side of a token in pixels.
    """
    pixels = (
        torch.arange(first - token0 * patch_px, last - token0 * patch_px, device=tokens_DHW.device)
        for first, last, token0 in ((row0, row1, token_row0), (col0, col1, token_col0))
    )
    rows_H, cols_W = pixels
    return upsample_grid(tokens_DHW, rows_H, cols_W, patch_px)


def upsample_grid(tokens_DHW: Tensor, rows_H: Tensor, cols_W: Tensor, patch_px: int) -> Tensor:
    """Features (D, H, W) of the pixels where some rows and columns cross, the numbers that `upsample` gives."""
    (top, bottom, down_H), (left, right, across_W) = (
        _between(span, count, patch_px) for span, count in zip((rows_H, cols_W), tokens_DHW.shape[1:], strict=True)
    )
    across_W = across_W.to(tokens_DHW)
    wide_DTW = tokens_DHW[:, :, left].lerp(tokens_DHW[:, :, right], across_W)
    return wide_DTW[:, top].lerp(wide_DTW[:, bottom], down_H.to(tokens_DHW)[:, None])


def _between(pixels: Tensor, count: int, patch_px: int) -> tuple[Tensor, Tensor, Tensor]:
    """The tokens before and after each pixel's centre along an axis, and how far it is from the one to the other."""
    place = ((pixels.double() + 0.5) / patch_px - 0.5).clamp(0, count - 1)
    before = place.floor()
    return before.long(), (before + 1).clamp_max(count - 1).long(), place - before
