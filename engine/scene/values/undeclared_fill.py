"""Fill that no file declares: the constant that stands where a scene was never measured.

Off the swath, around a rotated or reprojected image, in the frame of a mosaic: writers put a constant there (0, 255,
-9999, ...) and often forget to say so. Read as measurements, it becomes a class of the map and spoils the statistics.
What tells fill from land is that a region of *exactly* one value in each band lies along the border of the scene (or
is a large hole in it), ends abruptly, and that the rest of the scene varies. Pure: knows arrays, neither files nor
sensors; it cannot tell fill from a real surface that was set to one value on purpose, so people are asked.

The constants were chosen on 400 real scenes without fill (Sentinel-1 and -2, Landsat, EnMAP, aerial and drone images
in 8 bit, SpaceNet) and on 8-bit pictures that were made of them with hard contrast stretches.
"""

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain
from typing import Any

import numpy as np
import scipy  # loads its parts where they are first used, which most scenes never do
from numpy.typing import NDArray

from engine.scene.values.value_text import number, span
from engine.words import either, first_of, say

Window = tuple[tuple[int, int], tuple[int, int]]
Mask = NDArray[np.bool_]

LEAST_SHARE = 0.005
"""Of the scene that fill along its border covers; no such plateau of a real scene covers over 0.25 % (a roof)."""
LEAST_PX = 16
"""A region along the border with fewer pixels is chance."""
LEAST_ALONE_PX = 64
"""As many in all, where a single band says that it is fill."""
LARGE_PX = 1024
"""A region along the border of so many pixels is fill whatever the scene's size: a quarter of a sample window."""
HOLE_SHARE = 0.05
"""Of the scene that fill inside it covers; the largest plateau inside a real scene covers 0.7 % (a flat roof)."""
FRAME_SHARE = 0.5
"""Of the scene's border pixels, when a frame is too thin to cover much of a scene."""
CONTRAST = 0.15
"""What lies beside fill differs from it by more than this part of what the scene usually does, in some band;
what lies beside clipped highlights or shadows differs by less."""
MOST_STEPS = 2.5
"""How often a row or a column enters and leaves fill, in the mean: a frame makes 2 such steps, a swath's edge 1."""
MOST_INSIDE = 0.5
"""Share of the pixels of its value that lie in the regions at least."""
CLOSE = 0.1
"""As `CONTRAST`, for what is close to a value that nothing else comes close to."""
SHARP = 0.5
"""Share of the pixels beside fill for which that holds."""
FEW_NEAR = 0.01
"""Share of pixels that may be so close to fill that nothing else is close to."""
LEAST_REST = 1000
"""Pixels beside such fill that say so: chips of 20 x 20 pixels of NEON's spectrometer have bands that are mostly 0."""
MOST_ALIKE = 0.25
"""Share of the rest of the scene that one value may hold; with more it is a drawing or a map of classes."""
LEAST_DISTINCT = 32
"""Different pixels that the rest of a scene shows at least."""
CANDIDATES = 4
"""The most frequent values are looked at, so many; and so many kinds of fill are found in one scene."""
STRAY = 1e-3
"""Share of the other pixels that may hold the fill value in some band when all that hold it are called nodata."""
LOSSY = 3.0
"""Fill of 0 or 255 that went through JPEG is nodata where it is off by no more than this ..."""
RIM = 15.0
"""... and is told from what lies beside it, beyond a rim that is off by this: what GDAL's nearblack takes for black.
Some pixels of that rim are not recognised as nodata."""
LOSSY_SAME = 0.8
"""Share of such fill that JPEG leaves as it was: blocks of one value stay so. White roofs in EuroSAT vary more."""
SEARCHED = 30_000
"""Pixels in which frequent values are looked for, beside all those on the border."""
MEASURED = 50_000
"""Pixels of the rest from which its usual distance to the fill is taken."""


@dataclass(frozen=True)
class FillRange:
    """One kind of fill: a pixel is fill where every band (numbered from 1) lies from its `low` to its `high`."""

    bands: tuple[int, ...]
    low: tuple[float, ...]
    high: tuple[float, ...]

    def covers(self, band: int, pixels: NDArray[Any]) -> Mask:
        """Where `pixels` of that band, of any shape, may be fill."""
        place = self.bands.index(band)
        low, high = self.low[place], self.high[place]
        return np.asarray(pixels == low if low == high else (pixels >= low) & (pixels <= high))

    def holds(self, values: Sequence[float | None]) -> bool:
        """Whether it is exactly these values, of which there is one for each band of the scene."""
        return all(low == high == values[b - 1] for b, low, high in zip(self.bands, self.low, self.high, strict=True))


@dataclass(frozen=True)
class Fill:
    """The fill of a scene.

    Attributes:
        parts: a pixel is fill where one of them says so.
        share: of the scene's pixels, 0 to 1; an estimate where the scene was not read as a whole.
        pixels: the same as a number.
        exact: whether the whole scene was read.
        border: whether it lies along the border, rather than being a hole.
        value: the one value that says it all: hardly any other pixel holds it in any band. None where there is no such.
        bands: how many were looked at.
    """

    parts: tuple[FillRange, ...]
    share: float
    pixels: int
    exact: bool
    border: bool
    value: float | None
    bands: int

    @property
    def text(self) -> str:
        """What was found, for a person: "36 % of the scene (4,465 pixels) are 0 in all bands and touch the border"."""
        share = round(100 * self.share, 0 if self.share >= 0.1 else 1)
        if self.exact:
            part = say("{share:g} % of the scene ({pixels:,} pixels)", share=share, pixels=self.pixels)
        else:
            part = say("about {share:g} % of the scene (about {pixels:,} pixels)", share=share, pixels=self.pixels)
        held = either(dict.fromkeys(_held(part, self.bands) for part in _merged(self.parts)))
        if self.border:
            return say("{part} are {held} and touch the border", part=part, held=held)
        return say("{part} are {held} and lie in one piece", part=part, held=held)

    @property
    def answer(self) -> str:
        """How `--nodata` says that it means nothing: by its value, or "fill" where no value says just that."""
        return "fill" if self.value is None else number(self.value)


@dataclass(frozen=True)
class SampledWindow:
    """A window of a scene of `shape` (rows, cols) with its pixels (C, rows, cols) and their validity (rows, cols).

    `even`: one of those that are spread evenly, from which shares are estimated.
    """

    window: Window
    pixels: NDArray[Any]
    valid: Mask
    shape: tuple[int, int]
    even: bool = True

    @property
    def whole(self) -> bool:
        """Whether this is the whole scene."""
        return self.valid.shape == self.shape

    @cached_property
    def edge(self) -> Mask:
        """Which of its pixels lie on the border of the scene."""
        (top, bottom), (left, right) = self.window
        edge_HW = np.zeros(self.valid.shape, bool)
        edge_HW[0] |= top == 0
        edge_HW[-1] |= bottom == self.shape[0]
        edge_HW[:, 0] |= left == 0
        edge_HW[:, -1] |= right == self.shape[1]
        return edge_HW


Windows = Sequence[SampledWindow]


def find_fill(windows: Windows, bands: Sequence[int]) -> Fill | None:
    """The fill in a sample of a scene whose pixels hold `bands`; None where there is none."""
    if windows[0].pixels.dtype.kind not in "uif":
        return None
    rest = [sampled.valid.copy() for sampled in windows]
    parts: list[FillRange] = []  # their bands are places in `bands`, so far
    border = False
    for places in _groups(len(bands), windows[0].pixels.dtype):
        for _ in range(CANDIDATES):
            if (found := _next(windows, rest, places)) is None:
                break
            parts.append(found[0])
            rest = [left & ~_match(found[0], sampled) for left, sampled in zip(rest, windows, strict=True)]
            border |= found[1]
    if not parts:
        return None
    share = _share(windows, [sampled.valid & ~left for sampled, left in zip(windows, rest, strict=True)])
    named = tuple(replace(part, bands=tuple(bands[place] for place in part.bands)) for part in parts)
    exact = any(sampled.whole for sampled in windows)
    pixels, value = round(share * math.prod(windows[0].shape)), _value(windows, rest, parts)
    return Fill(named, share, pixels, exact, border, value, len(bands))


def _share(windows: Windows, masks: Sequence[Mask]) -> float:
    """Share of the scene where `masks` say so: inside, and in the strip that the windows along the border stand for."""
    height, width = windows[0].shape
    found = []
    for even in (True, False):
        some = [mask for sampled, mask in zip(windows, masks, strict=True) if sampled.even == even]
        found.append(sum(int(mask.sum()) for mask in some) / max(1, sum(mask.size for mask in some)))
    strip = next((min(sampled.valid.shape) for sampled in windows if not sampled.even), 0)
    inner = max(0, height - 2 * strip) * max(0, width - 2 * strip) / (height * width)
    return inner * found[0] + (1 - inner) * found[1]


def _groups(count: int, dtype: np.dtype[Any]) -> Iterator[tuple[int, ...]]:
    """All bands together, then, as fill may lie in a few bands only, each by itself.

    In one band of an 8-bit picture 0 and 255 are ordinary.
    """
    yield tuple(range(count))
    yield from ((place,) for place in range(count) if count > 1 and dtype.itemsize > 1)


def _next(windows: Windows, rest: Sequence[Mask], places: tuple[int, ...]) -> tuple[FillRange, bool] | None:
    """The next kind of fill in what is left, and whether it lies along the border."""
    alone = len(places) < len(windows[0].pixels)
    for part in _candidates(windows, rest, places):
        masks = [_match(part, sampled) & left for sampled, left in zip(windows, rest, strict=True)]
        regions, touches = _regions(windows, rest, masks)
        if regions is None or not _large_enough(windows, rest, regions, part):
            continue
        others = [left & ~mask for left, mask in zip(rest, masks, strict=True)]
        if (
            (_compact(masks, others, regions) or _isolated(windows, others, regions, part))
            and _sharp(windows, others, regions, part)
            and _varies(windows, others, places)
            and not (alone and _near(windows, others, part))
        ):
            return _narrowed(part), touches
    return None


def _narrowed(part: FillRange) -> FillRange:
    """Fill that JPEG blurred, without its rim: pixels that are so dark or bright by nature are many."""
    if part.low == part.high:
        return part
    low, high = (0.0, LOSSY) if part.low[0] == 0 else (255.0 - LOSSY, 255.0)
    return replace(part, low=(low,) * len(part.bands), high=(high,) * len(part.bands))


def _candidates(windows: Windows, rest: Sequence[Mask], places: tuple[int, ...]) -> Iterator[FillRange]:
    """The frequent values of the border and of the scene, the lowest and the highest; black and white after JPEG."""
    edge_CN = _joined(windows, [left & p.edge for p, left in zip(windows, rest, strict=True)], places)
    some_CN = _thinned(_joined(windows, rest, places), SEARCHED)
    if not some_CN.size:
        return
    ends = [(float(end),) * len(places) for end in (some_CN.min(), some_CN.max())]
    if len(places) < len(windows[0].pixels):  # a single band out of several has plateaus of its own
        yield from (FillRange(places, end, end) for end in dict.fromkeys(ends))
        return
    for vector in dict.fromkeys((*ends, *_frequent(edge_CN), *_frequent(some_CN))):
        yield FillRange(places, vector, vector)
    if some_CN.dtype == np.uint8:
        for low, high in ((0, RIM), (255 - RIM, 255)):
            yield FillRange(places, (float(low),) * len(places), (float(high),) * len(places))


def _frequent(values_CN: NDArray[Any]) -> Iterator[tuple[float, ...]]:
    """The most frequent pixels."""
    _, first_K, count_K = np.unique(_hashed(values_CN), return_index=True, return_counts=True)
    for k in np.argsort(-count_K, kind="stable")[:CANDIDATES]:
        if count_K[k] > 1:
            yield tuple(float(value) for value in values_CN[:, first_K[k]])


def _joined(windows: Windows, masks: Sequence[Mask], places: Sequence[int]) -> NDArray[Any]:
    """The pixels (C, N) where `masks` say so, of some of the bands."""
    chosen = slice(None) if len(places) == len(windows[0].pixels) else list(places)
    return np.concatenate([p.pixels[chosen][:, mask] for p, mask in zip(windows, masks, strict=True)], axis=1)


def _thinned(values_CN: NDArray[Any], count: int) -> NDArray[Any]:
    return values_CN[:, :: math.ceil(values_CN.shape[1] / count) or 1]


def _hashed(values_CN: NDArray[Any]) -> NDArray[np.uint64]:
    """One number a pixel (N,), equal where all bands are."""
    hash_N = np.zeros(values_CN.shape[1], np.uint64)
    for values_N in values_CN:
        bits_N = (values_N + values_N.dtype.type(0)).view(f"u{values_N.dtype.itemsize}")  # -0.0 equals 0.0
        hash_N = (hash_N ^ bits_N.astype(np.uint64)) * np.uint64(0x9E3779B97F4A7C15)
        hash_N ^= hash_N >> np.uint64(29)
    return hash_N


def _match(part: FillRange, sampled: SampledWindow) -> Mask:
    return np.asarray(np.logical_and.reduce([part.covers(place, sampled.pixels[place]) for place in part.bands]))


def _regions(windows: Windows, rest: Sequence[Mask], masks: Sequence[Mask]) -> tuple[list[Mask] | None, bool]:
    """The connected regions that are fill by their size and place, None if they are not; whether at the border."""
    if not _may_be(windows, rest, masks):
        return None, False
    along, holes = [], []
    for sampled, left, mask in zip(windows, rest, masks, strict=True):
        edge_HW = sampled.edge
        # What is not valid counts as a bridge: fill may lie inside a frame that the file does declare.
        labels_HW, count = scipy.ndimage.label(mask | ~left)
        sizes = np.bincount(labels_HW[mask], minlength=count + 1)
        outer = np.bincount(labels_HW[edge_HW], minlength=count + 1) > 0
        along.append(mask & (outer & (sizes >= LEAST_PX))[labels_HW])
        least = HOLE_SHARE * mask.size if sampled.whole else LARGE_PX
        holes.append(mask & (~outer & (sizes >= max(least, LEAST_PX)))[labels_HW])
    if _enough_along(windows, rest, along):
        return [a | h for a, h in zip(along, holes, strict=True)], True
    even = [index for index, sampled in enumerate(windows) if sampled.even]
    left_px = sum(int(rest[index].sum()) for index in even)
    both = [a | h for a, h in zip(along, holes, strict=True)]
    enough = sum(int(both[index].sum()) for index in even) >= max(HOLE_SHARE * left_px, 1)
    return (both, False) if enough and any(mask.any() for mask in holes) else (None, False)


def _may_be(windows: Windows, rest: Sequence[Mask], masks: Sequence[Mask]) -> bool:
    """Whether there are so many pixels of a value that it is worth while to look how they lie."""
    count, total = sum(int(mask.sum()) for mask in masks), sum(int(left.sum()) for left in rest)
    return count >= min(LARGE_PX, LEAST_SHARE * total) or _frames(windows, rest, masks)


def _frames(windows: Windows, rest: Sequence[Mask], masks: Sequence[Mask]) -> bool:
    """Whether most of the scene's border is fill."""
    edges = [sampled.edge for sampled in windows]
    edge = sum(int((edge_HW & left).sum()) for edge_HW, left in zip(edges, rest, strict=True))
    filled = sum(int((edge_HW & mask).sum()) for edge_HW, mask in zip(edges, masks, strict=True))
    return filled >= max(LEAST_PX, FRAME_SHARE * edge)


def _enough_along(windows: Windows, rest: Sequence[Mask], along: Sequence[Mask]) -> bool:
    """Whether regions along the border cover enough of the scene, or of its border."""
    if any(mask.sum() >= LARGE_PX for mask in along):
        return True
    if _frames(windows, rest, along):
        return True
    total = sum(int(left.sum()) for left in rest)
    whole = any(sampled.whole for sampled in windows)
    return whole and sum(int(mask.sum()) for mask in along) >= max(LEAST_PX, LEAST_SHARE * total)


def _large_enough(windows: Windows, rest: Sequence[Mask], regions: Sequence[Mask], part: FillRange) -> bool:
    """Whether the regions are so large that one band says enough: it alone has smaller plateaus that several have not.

    Its lowest and highest value are believed sooner than one between.
    """
    if part.low != part.high:
        return _lossy(windows, regions, part)
    if len(part.bands) > 1:
        return True
    values_CN = _joined(windows, rest, part.bands)
    ends = values_CN.min() == part.low[0] or values_CN.max() == part.high[0]
    return sum(int(region.sum()) for region in regions) >= max(
        LEAST_ALONE_PX, 0 if ends else HOLE_SHARE * values_CN.shape[1]
    )


def _lossy(windows: Windows, regions: Sequence[Mask], part: FillRange) -> bool:
    """Whether this is black or white fill that went through JPEG, which blurs its rim and leaves the rest as it was."""
    pure = 0.0 if part.low[0] == 0 else 255.0
    exact = FillRange(part.bands, (pure,) * len(part.bands), (pure,) * len(part.bands))
    count = sum(int(region.sum()) for region in regions)
    same = sum(int((_match(exact, sampled) & region).sum()) for sampled, region in zip(windows, regions, strict=True))
    return count >= LARGE_PX and same >= LOSSY_SAME * count


def _compact(masks: Sequence[Mask], others: Sequence[Mask], regions: Sequence[Mask]) -> bool:
    """Whether the regions have simple outlines and hold most of their value, as clipped pixels all over do not."""
    inside, strewn = (sum(int(mask.sum()) for mask in some) for some in (regions, masks))
    if strewn > inside / MOST_INSIDE:
        return False
    steps, lines = 0, 0
    for region, other in zip(regions, others, strict=True):
        for region_HW, other_HW in ((region, other), (region.T, other.T)):
            ends = region_HW[:, 1:] & other_HW[:, :-1] | region_HW[:, :-1] & other_HW[:, 1:]
            steps, lines = steps + int(ends.sum()), lines + int(region_HW.any(axis=1).sum())
    return steps <= MOST_STEPS * lines


def _isolated(windows: Windows, others: Sequence[Mask], regions: Sequence[Mask], part: FillRange) -> bool:
    """Whether one value in all bands is one that nothing comes close to, as it does where values were clipped.

    Such fill may have any outline: clouds that were masked out, lines that a scanner lost.
    """
    values_CN = _joined(windows, others, part.bands)
    if len(set(part.low)) > 1 or values_CN.shape[1] < LEAST_REST:
        return False
    away_CN = _away(part, values_CN)
    near_N = (away_CN <= _limit(CLOSE, away_CN, values_CN.dtype)).all(axis=0)
    return int(near_N.sum()) <= FEW_NEAR * sum(int(region.sum()) for region in regions)


def _sharp(windows: Windows, others: Sequence[Mask], regions: Sequence[Mask], part: FillRange) -> bool:
    """Whether the regions end abruptly, as neither clipped highlights nor deep shadows do."""
    others_CN = _thinned(_joined(windows, others, part.bands), MEASURED)
    ring = [scipy.ndimage.binary_dilation(region) & other for region, other in zip(regions, others, strict=True)]
    beside_CN = _joined(windows, ring, part.bands)
    if not others_CN.shape[1]:
        return False
    if not beside_CN.shape[1]:
        return True
    limit_C1 = _limit(CONTRAST, _away(part, others_CN), others_CN.dtype)
    return float((_away(part, beside_CN) > limit_C1).any(axis=0).mean()) >= SHARP


def _limit(share: float, away_CN: NDArray[np.float64], dtype: np.dtype[Any]) -> NDArray[np.float64]:
    """A part of the usual distance (C, 1); a few steps of whole numbers at least, by which JPEG may be off."""
    return np.maximum(share * np.median(away_CN, axis=1, keepdims=True), 0 if dtype.kind == "f" else LOSSY)


def _near(windows: Windows, others: Sequence[Mask], part: FillRange) -> bool:
    """Whether more than a few pixels are close to the value of a single band: then it is one of many that it measures.

    A few hundred pixels do not say.
    """
    away_N = _away(part, _thinned(_joined(windows, others, part.bands), MEASURED))[0]
    return len(away_N) < LEAST_REST or bool((away_N < CONTRAST * np.median(away_N)).mean() > FEW_NEAR)


def _away(part: FillRange, values_CN: NDArray[Any]) -> NDArray[np.float64]:
    """How far values lie from the fill, band by band."""
    low_C1, high_C1 = (np.array(ends)[:, None] for ends in (part.low, part.high))
    return np.asarray(np.maximum(np.maximum(low_C1 - values_CN, values_CN - high_C1), 0))


def _varies(windows: Windows, rest: Sequence[Mask], places: Sequence[int]) -> bool:
    """Whether what is left looks measured: many different pixels, none of them everywhere."""
    values_CN = _joined(windows, rest, places)
    values_CN = _thinned(values_CN, SEARCHED)
    _, first_K, count_K = np.unique(_hashed(values_CN), return_index=True, return_counts=True)
    if len(count_K) < LEAST_DISTINCT:
        return False
    top = values_CN[:, first_K[count_K.argmax()]]
    if (top == top[0]).all() and top[0] in (values_CN.min(), values_CN.max()):  # a second kind of fill
        count_K = np.delete(count_K, count_K.argmax())
    return bool(count_K.max() <= MOST_ALIKE * count_K.sum())


def _value(windows: Windows, rest: Sequence[Mask], parts: Sequence[FillRange]) -> float | None:
    """The one value that `--nodata` can name without a hole where something was measured."""
    values = set(chain.from_iterable((*part.low, *part.high) for part in parts))
    if len(values) > 1:
        return None
    (value,) = values
    strays = sum(
        int((sampled.pixels == value).any(axis=0)[left].sum()) for sampled, left in zip(windows, rest, strict=True)
    )
    return value if strays <= STRAY * sum(int(left.sum()) for left in rest) else None


def where(
    parts: Sequence[FillRange], bands: Sequence[int], own: Iterable[NDArray[Any]], read: Callable[[int], NDArray[Any]]
) -> Mask:
    """Where pixels are fill, from one array (rows, cols) a band; `read` gives another band's, where it matters."""
    at_hand = dict(zip(bands, own, strict=True))
    return np.asarray(np.logical_or.reduce([_where(part, at_hand, read) for part in parts]))


def _where(part: FillRange, at_hand: Mapping[int, NDArray[Any]], read: Callable[[int], NDArray[Any]]) -> Mask:
    known = [band for band in part.bands if band in at_hand]
    if not known:
        return np.zeros(next(iter(at_hand.values())).shape, bool)  # nobody asks for a band without data
    found_HW: Mask = np.logical_and.reduce([part.covers(band, at_hand[band]) for band in known])
    for band in part.bands:
        if band not in at_hand and found_HW.any():
            found_HW &= part.covers(band, read(band))
    return found_HW


def _merged(parts: Sequence[FillRange]) -> list[FillRange]:
    """Parts of one band each that say the same, as one."""
    alone: dict[tuple[float, float], list[int]] = {}
    for part in parts:
        if len(part.bands) == 1:
            alone.setdefault((part.low[0], part.high[0]), []).append(part.bands[0])
    several = [part for part in parts if len(part.bands) > 1]
    return several + [
        FillRange(tuple(bands), (low,) * len(bands), (high,) * len(bands)) for (low, high), bands in alone.items()
    ]


def _held(part: FillRange, count: int) -> str:
    """What pixels of fill hold, for a person."""
    spans = [span(low, high) for low, high in zip(part.low, part.high, strict=True)]
    if count == 1:
        return spans[0]
    if len(set(spans)) == 1 and len(part.bands) == count:
        return say("{values} in all bands", values=spans[0])
    if len(part.bands) == 1:
        return say("{values} in band {band}", values=spans[0], band=part.bands[0])
    return say(
        "{values} in bands {bands}",
        values=first_of(spans if len(set(spans)) > 1 else spans[:1]),
        bands=first_of(part.bands),
    )
