"""Catalogued scenes to batches of chips. A batch follows from its number alone, so that a run resumes with a number.

Which sensor comes is evenly spread over the steps (`_candidates`), not drawn: every few steps show every modality.
Knows no model, no masks and no losses.
"""

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from itertools import chain
from math import sqrt
from operator import itemgetter
from threading import Lock
from typing import Protocol

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from engine.errors import RequestError, SceneError
from engine.model.tokens import SensorBatch
from engine.scene.units import quantity_of
from engine.sensors.statistics import sensor_statistics
from training.data.batch import TeacherTargets, UnlabelledBatch
from training.data.catalogue_entry import MODALITIES, Entry
from training.data.chip import Draw, PixelCache, cut
from training.data.chip_sampling import SMALLEST_CHIP, Bucket, BucketMember, buckets_of, pick, shares
from training.data.watched import rows_of

ENOUGH_VALID = 0.5
"""Share of a chip's pixels that should hold data."""
TRIES = 8
"""Windows that are tried for such a chip; then the fullest of them is taken."""
STEP_TURN, MICRO_TURN = (sqrt(5) - 1) / 2, 0.7548776662466927
"""How far a step, and a micro-batch within it, turns the wheel of sensors: the golden ratio, whose multiples spread
most evenly over a circle (Weyl's sequence), and the inverse of the plastic number, which goes well with it."""

STATISTICS = ("scene", "sensor")
OWN_GAIN = 0.5
"""A band's own part of a chip's gain and offset, beside what all its bands share."""

Cut = tuple[Tensor, Tensor, float]
Place = tuple[list[Cut], list[Draw]]


class TargetSource(Protocol):
    """What a teacher saw, see `training.pretrain.targets.teacher_features`."""

    @property
    def name(self) -> str:
        """Of the teacher."""

    def cut(self, draws: Sequence[Draw], chip_px: int) -> Tensor | None:
        """Its features (D, G, G) where chips of one place are cut; None where it saw nothing."""


@dataclass(frozen=True)
class Sampling:
    """What batches are made of.

    Attributes:
        chip_px: side of a chip; less for sensors whose scenes are smaller.
        patch_px: chip sides are multiples of it.
        window_px: side of the largest window that is resampled to a chip of `chip_px`; less for smaller chips.
        area: from which to which share of that window's area the windows are.
        batch: places of a batch.
        max_bands: of a chip; of sensors with more bands, each batch takes others.
        temperature: modalities, sensors and scenes are drawn in proportion to their pixels to this power.
        pair_share: of the batches of a radar or optical sensor with aligned scenes of the other kind, how many show
            both.
        statistics: "scene" (z-scores by the scene's or its collection's) or "sensor" (by fixed ones, see
            `engine.sensors.statistics`; the scene's own where nothing fixes the scale of its numbers).
        own_statistics: how often z-scores are by the scene's own statistics, where the collection's are known too.
        gain, offset: most by which z-scores are stretched (as a share) and moved at random, chip by chip, so that haze
            and calibration do not matter.
        modalities: which to take; None takes all.
        cache_mb: memory for decoded scenes.

    Raises:
        RequestError: no batch can be like that.
    """

    chip_px: int = 64
    patch_px: int = 8
    window_px: int = 80
    area: tuple[float, float] = (0.2, 1.0)
    batch: int = 48
    max_bands: int = 24
    temperature: float = 0.3
    pair_share: float = 0.5
    statistics: str = "scene"
    own_statistics: float = 0.5
    gain: float = 0.0
    offset: float = 0.0
    modalities: tuple[str, ...] | None = None
    cache_mb: int = 4096

    def __post_init__(self) -> None:
        if self.chip_px % self.patch_px or self.chip_px < SMALLEST_CHIP * self.patch_px:
            raise RequestError(
                f"expected chips of {SMALLEST_CHIP} or more whole patches of {self.patch_px} pixels; "
                f"found {self.chip_px} pixels"
            )
        if not 0 < self.area[0] <= self.area[1] <= 1:
            raise RequestError(f"expected two shares of the window's area, the lower first; found {self.area}")
        if self.statistics not in STATISTICS:
            raise RequestError(f"expected statistics of {' or '.join(STATISTICS)}; found {self.statistics}")
        if unknown := set(self.modalities or ()) - set(MODALITIES):
            raise RequestError(f"expected modalities of {', '.join(MODALITIES)}; found {', '.join(sorted(unknown))}")


@dataclass(frozen=True)
class ModalityShare:
    """What a modality contributes; `share` is of the batches."""

    modality: str
    scenes: int
    buckets: int
    megapixels: float
    share: float


class Corpus:
    """Batches of chips by number. Any thread may ask."""

    def __init__(
        self,
        entries: Iterable[Entry],
        settings: Sampling,
        seed: int,
        on_skip: Callable[[str, str], None],
        part: str = "all",
        taught: Sequence[TargetSource] = (),
    ) -> None:
        """Group the scenes; opens none of them.

        Args:
            entries: of a catalogue.
            settings: what batches are made of.
            seed: another one gives other batches; not negative.
            on_skip: called once for each scene that is left out, with its name and the reason.
            part: of the scenes, see `training.data.watched`.
            taught: what teachers saw; batches bring what belongs to their chips.

        Raises:
            RequestError: no scene is left.
        """
        self._part, self._taught = part, tuple(taught)
        self._settings, self._seed, self._on_skip = settings, seed, on_skip
        self._told: set[str] = set()
        self._lock = Lock()
        self._cache = PixelCache(settings.cache_mb * 1_000_000)
        found = [entry for entry in entries if settings.modalities is None or entry.modality in settings.modalities]
        parted = [entry for entry in found if rows_of(entry, part, settings.chip_px)]
        usable = [self._standardised(entry) for entry in parted if self._large_enough(entry)]
        if not usable:
            wanted = ", ".join(settings.modalities or MODALITIES)
            raise RequestError(f"expected scenes of {wanted}; found none", "add folders to the catalogue")
        self.entries = tuple(usable)  # the scenes that are drawn from
        self._buckets = buckets_of(usable, settings.chip_px, settings.patch_px, settings.temperature)
        self._shares = _shares_of(self._buckets, settings.temperature)
        self._phase = np.random.default_rng(seed).random()

    def facts(self) -> tuple[ModalityShare, ...]:
        """What each modality contributes, in the order of `MODALITIES`."""
        return tuple(portion for modality in MODALITIES if (portion := self._portion(modality)).scenes)

    def batch(self, step: int, micro: int, rank: int = 0, without: frozenset[str] = frozenset()) -> UnlabelledBatch:
        """Micro-batch `micro` of step `step`: the same bits whenever and wherever it is asked for.

        All ranks get the same sensors, bands and chip side, each rank other places. `without` are modalities that
        have stopped.

        Raises:
            SceneError: no scene of the corpus can be read.
        """
        rng = np.random.default_rng((self._seed, step, micro))
        for bucket in self._candidates(step, micro, rng, without):
            bands = [self._bands(len(kind.bands), rng) for kind in bucket.kinds]
            places: list[Place] = []
            for place in range(self._settings.batch):
                own = np.random.default_rng((self._seed, step, micro, 1 + rank, place))
                if (found := self._place(bucket, bands, own)) is None:
                    break
                places.append(found)
            else:
                batch = _stacked(bucket, bands, [chips for chips, _ in places])
                return replace(batch, targets=self._targets([draws for _, draws in places], bucket.chip_px))
        raise SceneError("no scene of the corpus can be read", "make the catalogue again")

    def ahead(
        self,
        steps: Iterable[int],
        micros: int,
        rank: int = 0,
        threads: int = 1,
        pinned: bool = False,
        without: frozenset[str] = frozenset(),
    ) -> Generator[UnlabelledBatch, None, None]:
        """The batches of `steps` in order, `micros` a step; the next ones are made while the caller uses this one.

        A thread makes a batch alone: what it computes is so small that torch's own threads would only wait for each
        other (measured: 70 times slower beside a busy second core). `pinned` batches lie in page-locked memory.
        """

        def make(step: int, micro: int) -> UnlabelledBatch:
            batch = self.batch(step, micro, rank, without)
            return batch.pinned() if pinned else batch

        with ThreadPoolExecutor(threads, "chips", torch.set_num_threads, (1,)) as pool:
            pending: deque[Future[UnlabelledBatch]] = deque()
            try:
                for step, micro in ((step, micro) for step in steps for micro in range(micros)):
                    pending.append(pool.submit(make, step, micro))
                    if len(pending) > threads:
                        yield pending.popleft().result()
                while pending:
                    yield pending.popleft().result()
            finally:
                for future in pending:
                    future.cancel()

    def _candidates(self, step: int, micro: int, rng: np.random.Generator, without: frozenset[str]) -> Iterator[Bucket]:
        """The bucket whose turn it is, or its pairs; then, should nothing of it be readable, the others."""
        turn = (self._phase + step * STEP_TURN + micro * MICRO_TURN) % 1
        share_N = self._shares
        if without:
            share_N = share_N * [bucket.kinds[0].modality not in without for bucket in self._buckets]
            share_N = share_N / share_N.sum()
        first = pick(share_N.cumsum(), turn)
        if (pairs := self._buckets[first].pairs) and rng.random() < self._settings.pair_share:
            share = shares([bucket.pixels for bucket in pairs], self._settings.temperature)
            yield pairs[pick(share.cumsum(), rng.random())]
        in_order = (*self._buckets[first:], *self._buckets[:first])
        yield from (bucket for bucket in in_order if bucket.kinds[0].modality not in without)

    def _bands(self, count: int, rng: np.random.Generator) -> list[int]:
        most = self._settings.max_bands
        return list(range(count)) if count <= most else sorted(rng.choice(count, most, replace=False).tolist())

    def _place(self, bucket: Bucket, bands: Sequence[list[int]], rng: np.random.Generator) -> Place | None:
        """One place's chips, one for each sensor, and how they were cut; None where no scene of the bucket can be read.

        The first window that is valid enough, or the fullest of `TRIES`. If none of these can be read, every scene is
        tried, so that all ranks agree on whether the bucket is lost.
        """
        best: tuple[float, Place | None] = -1.0, None
        drawn = (bucket.draw(rng) for _ in range(TRIES))
        for tried, members in enumerate(chain(drawn, bucket.everything())):
            if best[0] >= ENOUGH_VALID or (tried >= TRIES and best[1]):
                break
            draws = list(self._draws(bucket, members, bands, rng))
            if chips := self._chips(draws, bucket.chip_px):
                best = max(best, (min(_share(valid) for _, valid, _ in chips), (chips, draws)), key=itemgetter(0))
        return best[1]

    def _draws(
        self, bucket: Bucket, members: Sequence[BucketMember], bands: Sequence[list[int]], rng: np.random.Generator
    ) -> Iterator[Draw]:
        """One window of scenes on one grid, turned and flipped alike."""
        rows = rows_of(members[0].entry, self._part, self._settings.chip_px)
        assert rows is not None  # nosec B101
        height, width = rows[1] - rows[0], members[0].entry.width
        largest_px = round(self._settings.window_px * bucket.chip_px / self._settings.chip_px)
        side_px = max(1, round(min(largest_px, height, width) * sqrt(rng.uniform(*self._settings.area))))
        row0, col0 = (int(rng.integers(length - side_px + 1)) for length in (height, width))
        row0 += rows[0]
        turns, flip = int(rng.integers(4)), bool(rng.integers(2))
        for (entry, _, order), chosen in zip(members, bands, strict=True):
            own = rng.random() < self._settings.own_statistics
            gains, offsets = (
                self._moved(len(chosen), most, rng) for most in (self._settings.gain, self._settings.offset)
            )
            picked = tuple(order[band] for band in chosen)
            stretched = tuple(1 + gain for gain in gains)
            yield Draw(entry, row0, col0, side_px, turns, flip, own, picked, stretched, offsets)

    def _moved(self, bands: int, most: float, rng: np.random.Generator) -> tuple[float, ...]:
        """For each band how far it is moved: together with the others, and by itself. Nothing is drawn for 0."""
        if not most:
            return (0.0,) * bands if self._settings.gain or self._settings.offset else ()
        moved_C = (1 - OWN_GAIN) * rng.uniform(-most, most) + OWN_GAIN * rng.uniform(-most, most, bands)
        return tuple(moved_C.tolist())

    def _targets(self, places: Sequence[Sequence[Draw]], chip_px: int) -> tuple[TeacherTargets, ...]:
        found = (TeacherTargets.of(one.name, [one.cut(draws, chip_px) for draws in places]) for one in self._taught)
        return tuple(target for target in found if target is not None)

    def _standardised(self, entry: Entry) -> Entry:
        """The entry with the statistics that the settings ask for as its collection's."""
        if self._settings.statistics == "scene":
            return entry
        bands = [one.band for one in entry.bands]
        fixed = sensor_statistics(entry.sensor, bands, quantity_of(entry.units, entry.decibel))
        if fixed is None and entry.mean:
            return replace(entry, collection_mean=(), collection_std=())
        mean_C, std_C = fixed or (entry.collection_mean, entry.collection_std)
        return replace(entry, collection_mean=tuple(map(float, mean_C)), collection_std=tuple(map(float, std_C)))

    def _chips(self, draws: Iterable[Draw], chip_px: int) -> list[Cut] | None:
        """The chips of a place; None, and a word to the user, where a scene cannot be read."""
        chips = []
        for draw in draws:
            try:
                chips.append(cut(draw, chip_px, self._cache))
            except SceneError as error:
                self._skip(draw.entry, str(error))
                return None
        return chips

    def _large_enough(self, entry: Entry) -> bool:
        least_px = SMALLEST_CHIP * self._settings.patch_px
        if large := min(entry.height, entry.width) >= least_px:
            return large
        self._skip(entry, f"{entry.height} x {entry.width} pixels are fewer than {least_px} x {least_px}")
        return large

    def _skip(self, entry: Entry, reason: str) -> None:
        name = entry.files[0]
        with self._lock:
            if name not in self._told:
                self._told.add(name)
                self._on_skip(name, reason)

    def _portion(self, modality: str) -> ModalityShare:
        places = [place for place, bucket in enumerate(self._buckets) if bucket.kinds[0].modality == modality]
        buckets = [self._buckets[place] for place in places]
        scenes, pixels = sum(len(bucket.sites) for bucket in buckets), sum(bucket.pixels for bucket in buckets)
        return ModalityShare(modality, scenes, len(buckets), pixels / 1e6, float(self._shares[places].sum()))


def _share(valid_HW: Tensor) -> float:
    return int(valid_HW.count_nonzero()) / valid_HW.numel()


def _shares_of(buckets: Sequence[Bucket], temperature: float) -> NDArray[np.float64]:
    """How often each bucket's turn comes: its modality's share times its share of the modality."""
    modality_N = np.array([MODALITIES.index(bucket.kinds[0].modality) for bucket in buckets])
    pixels_N = np.array([bucket.pixels for bucket in buckets], float)
    of_modality = np.bincount(modality_N, pixels_N, len(MODALITIES)) ** temperature
    weights_N = pixels_N**temperature
    within = np.bincount(modality_N, weights_N, len(MODALITIES))
    share_N: NDArray[np.float64] = weights_N / within[modality_N] * (of_modality / of_modality.sum())[modality_N]
    return share_N


def _stacked(bucket: Bucket, bands: Sequence[list[int]], places: Sequence[list[Cut]]) -> UnlabelledBatch:
    chips, valids = [], []
    for kind, chosen, cuts in zip(bucket.kinds, bands, zip(*places, strict=True), strict=True):
        pixels, valid, gsd_m = zip(*cuts, strict=True)
        chips.append(SensorBatch(torch.stack(pixels), tuple(kind.bands[band] for band in chosen), gsd_m, kind.modality))
        valids.append(torch.stack(valid))
    return UnlabelledBatch(tuple(chips), tuple(valids), bucket.kinds[0].modality)
