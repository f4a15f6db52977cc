"""Scenes grouped so that their chips can be stacked, and how often each is drawn. Pure: opens no file.

A bucket holds the scenes of one sensor's set of bands, or the places that two such sensors have seen.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from itertools import permutations, product
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from engine.sensors import Band
from training.data.catalogue_entry import MODALITIES, PAIRED, Entry

SMALLEST_CHIP = 2
"""Patches a side of the smallest chip: with fewer there is nothing to mask."""
GIANT = 100
"""A scene with more pixels than so many median scenes of its bucket is drawn no oftener (at temperature 1/2: ten times
as often as the median one), or a single huge mosaic would be all that its sensor ever shows."""
SMALL = 3 / 4
"""Scenes whose smaller side is below this share of a chip's have buckets of their own, with smaller chips."""


class ChipKind(NamedTuple):
    """Scenes whose chips can be stacked: of one modality and set of bands (by wavelength), all small or none."""

    modality: str
    bands: tuple[Band, ...]
    small: bool


class BucketMember(NamedTuple):
    """An entry, its kind, and where the kind's bands are among the entry's."""

    entry: Entry
    kind: ChipKind
    order: tuple[int, ...]


Site = tuple[tuple[BucketMember, ...], ...]
"""For each sensor of a bucket its scenes of one place on one grid; a bucket of one sensor has one scene a site."""


@dataclass(frozen=True, eq=False)
class Bucket:
    """Scenes whose chips can be stacked.

    Attributes:
        kinds: of each sensor; one, or two that see the same places.
        sites: what is drawn.
        cumulative: probability of each site and all before it.
        chip_px: side of the chips.
        pixels: of the first sensor's scenes.
        pairs: buckets of two sensors, the first of which is this bucket's.
    """

    kinds: tuple[ChipKind, ...]
    sites: tuple[Site, ...]
    cumulative: NDArray[np.float64]
    chip_px: int
    pixels: int
    pairs: tuple["Bucket", ...] = ()

    def draw(self, rng: np.random.Generator) -> tuple[BucketMember, ...]:
        """One scene for each sensor."""
        site = self.sites[pick(self.cumulative, rng.random())]
        return tuple(scenes[rng.integers(len(scenes))] for scenes in site)

    def everything(self) -> Iterator[tuple[BucketMember, ...]]:
        """All that `draw` can answer."""
        return (members for site in self.sites for members in product(*site))


def buckets_of(entries: Iterable[Entry], chip_px: int, patch_px: int, temperature: float) -> tuple[Bucket, ...]:
    """The buckets of one sensor, modality by modality, each with its buckets of pairs. Entries come in any order."""
    in_order = sorted(entries, key=lambda entry: (MODALITIES.index(entry.modality), entry.files))
    members = [_member(entry, min(entry.height, entry.width) < SMALL * chip_px) for entry in in_order]
    bucket = partial(_bucket, chip_px=chip_px, patch_px=patch_px, temperature=temperature)
    paired: dict[ChipKind, list[Bucket]] = defaultdict(list)
    for kinds, sites in _pairs(members).items():
        paired[kinds[0]].append(bucket(kinds, sites))
    return tuple(
        replace(bucket((kind,), [((member,),) for member in found]), pairs=tuple(paired[kind]))
        for kind, found in _by_kind(members).items()
    )


def pick(cumulative: NDArray[np.float64], u: float) -> int:
    """Which of the intervals that end at `cumulative` holds `u` in [0, 1)."""
    return min(int(np.searchsorted(cumulative, u, "right")), len(cumulative) - 1)  # the last end may be 1 - 1e-16


def shares(pixels: ArrayLike, temperature: float) -> NDArray[np.float64]:
    """Probabilities in proportion to ``pixels ** temperature``."""
    weights = np.asarray(pixels, float) ** temperature
    return np.asarray(weights / weights.sum())


@lru_cache(maxsize=1024)  # few sets of bands, many scenes
def _by_wavelength(bands: tuple[Band, ...]) -> tuple[int, ...]:
    """The positions of bands in an order that does not depend on the file's."""
    keys = [(band.wavelength_nm or 0.0, band.fwhm_nm or 0.0, band.polarisation or "", band.name) for band in bands]
    return tuple(sorted(range(len(bands)), key=keys.__getitem__))


def _member(entry: Entry, small: bool) -> BucketMember:
    order = _by_wavelength(tuple(band.band for band in entry.bands))
    return BucketMember(
        entry, ChipKind(entry.modality, tuple(entry.bands[place].band for place in order), small), order
    )


def _by_kind(members: Iterable[BucketMember]) -> dict[ChipKind, list[BucketMember]]:
    found = defaultdict(list)
    for member in members:
        found[member.kind].append(member)
    return dict(found)


def _pairs(members: Iterable[BucketMember]) -> dict[tuple[ChipKind, ChipKind], list[Site]]:
    """Two kinds of different modality -> the places that both have seen. Every pair is there in both orders."""
    places = defaultdict(list)
    for member in members:
        entry = member.entry
        if entry.place and entry.modality in PAIRED:
            places[entry.place, entry.height, entry.width].append(member)
    found: dict[tuple[ChipKind, ChipKind], list[Site]] = defaultdict(list)
    for place in places.values():
        seen = _by_kind(place)
        for first, second in permutations(seen, 2):
            if first.modality != second.modality:
                found[first, second].append((tuple(seen[first]), tuple(seen[second])))
    return dict(found)


def _bucket(
    kinds: tuple[ChipKind, ...], sites: Sequence[Site], chip_px: int, patch_px: int, temperature: float
) -> Bucket:
    grid_N2 = np.array([(site[0][0].entry.height, site[0][0].entry.width) for site in sites])
    pixels_N = grid_N2.prod(1)
    share_N = shares(np.minimum(pixels_N, GIANT * np.median(pixels_N)), temperature)
    side_px = _weighted_median(grid_N2.min(1), share_N)
    patches = max(SMALLEST_CHIP, int(side_px / patch_px + 0.5))
    return Bucket(kinds, tuple(sites), share_N.cumsum(), min(chip_px, patches * patch_px), int(pixels_N.sum()))


def _weighted_median(values_N: NDArray[np.int64], share_N: NDArray[np.float64]) -> int:
    order_N = values_N.argsort()
    return int(values_N[order_N][pick(share_N[order_N].cumsum(), 0.5)])
