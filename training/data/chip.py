"""One chip: a window of a scene as z-scores, resampled, turned and flipped; and the decoded scenes it is cut from.

Knows one entry at a time: which scenes are drawn, and where, is the business of `chip_batches`.
"""

from collections import OrderedDict
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from threading import Lock

import numpy as np
import torch
from torch import Tensor

from engine.errors import SceneError
from engine.scene.chip_files import resampled
from engine.scene.normalise import CLIP, Normalisation
from engine.scene.raster import Mask, Scene
from engine.scene.raster import Pixels as Array
from engine.scene.statistics import Statistics
from engine.scene.values.units import Units
from training.data.catalogue_entry import Entry

WHOLE_SHARE = 1 / 4
"""Scenes up to this share of the cache's budget are decoded at once and kept; of larger ones only windows are read."""


@dataclass(frozen=True)
class Draw:
    """What to cut: the square of `side_px` pixels at (`row0`, `col0`) of a scene.

    Attributes:
        turns: quarter turns, counter-clockwise.
        flip: left and right swapped, after the turns.
        statistics: of the z-scores of each of the entry's bands, see `training.data.catalogue_entry.Entry.statistics`.
        bands: which of the entry's bands, counted from 0, in this order.
        gains, offsets: of each of these bands; z-scores are multiplied by the one, then the other is added.
    """

    entry: Entry
    row0: int
    col0: int
    side_px: int
    turns: int
    flip: bool
    statistics: Statistics
    bands: tuple[int, ...]
    gains: tuple[float, ...] = ()
    offsets: tuple[float, ...] = ()


def cut(draw: Draw, chip_px: int, cache: "PixelCache") -> tuple[Tensor, Tensor, float]:
    """The chip that `draw` describes, resampled to `chip_px` pixels a side.

    Returns:
        x (C, chip_px, chip_px) float32: z-scores within ±CLIP (and rounding), 0 where invalid.
        valid (chip_px, chip_px) bool.
        gsd_m: metres per pixel of the chip.

    Raises:
        SceneError: the scene cannot be read there.
    """
    pixels_CHW, mask_HW = cache.window(draw.entry, draw.row0, draw.col0, draw.side_px)
    valid_HW = torch.from_numpy(mask_HW.copy())  # the cache's own must not change with the chip
    x_CHW = _z_scores(draw, pixels_CHW)
    if not mask_HW.all():
        x_CHW.masked_fill_(~valid_HW, 0)
    x_CHW, valid_HW = resampled(x_CHW, valid_HW, chip_px)
    x_CHW, valid_HW = (turned(part, draw.turns, draw.flip) for part in (x_CHW, valid_HW))
    return x_CHW, valid_HW, draw.entry.gsd_m * draw.side_px / chip_px


def _z_scores(draw: Draw, pixels_CHW: Array) -> Tensor:
    """Z-scores of the drawn bands; whatever the numbers are where the scene is invalid."""
    entry, bands = draw.entry, list(draw.bands)
    assert len(draw.statistics) == len(entry.bands), entry.files  # nosec B101
    if bands != list(range(len(entry.bands))):
        pixels_CHW = pixels_CHW[bands]
    units = Units(entry.units, entry.scale, entry.offset, entry.decibel, "")
    x_CHW = Normalisation(draw.statistics.take(bands), units)(torch.from_numpy(pixels_CHW))
    if draw.gains:
        x_CHW.mul_(torch.tensor(draw.gains)[:, None, None]).add_(torch.tensor(draw.offsets)[:, None, None])
        x_CHW.clamp_(-CLIP, CLIP)
    return x_CHW


def turned(x: Tensor, turns: int, flip: bool) -> Tensor:
    """Whatever has rows and columns last after quarter turns, counter-clockwise, and then left and right swapped."""
    x = torch.rot90(x, turns, (-2, -1)) if turns else x
    return x.flip(-1) if flip else x


def read(entry: Entry, rows: tuple[int, int], cols: tuple[int, int]) -> tuple[Array, Mask]:
    """A window of a scene that is not kept: pixels of all the entry's bands, and where all of them are valid.

    Raises:
        SceneError: the file is gone, damaged, or not the one that was catalogued.
    """
    with ExitStack() as stack:
        return _read(entry, _opened(entry, stack), rows, cols)


class PixelCache:
    """Decoded scenes in their own numbers, the least recently used of which are forgotten. Any thread may ask."""

    def __init__(self, budget_bytes: int) -> None:
        self._budget, self._used, self._lock = budget_bytes, 0, Lock()
        self._held: OrderedDict[object, tuple[Array, Mask] | SceneError] = OrderedDict()

    def window(self, entry: Entry, row0: int, col0: int, side_px: int) -> tuple[Array, Mask]:
        """A square's pixels (bands, side, side) of all the entry's bands, and where all of them are valid (side, side).

        Raises:
            SceneError: the file is gone, damaged, or not the one that was catalogued.
        """
        rows, cols = (row0, row0 + side_px), (col0, col0 + side_px)
        key = entry.files, entry.collection  # a collection's scenes have the same bands
        with self._lock:
            held = self._held.get(key)
            if held is not None:
                self._held.move_to_end(key)
        if held is None:
            with ExitStack() as stack:
                scenes = _opened(entry, stack)
                if _size_bytes(entry, scenes) > self._budget * WHOLE_SHARE:
                    return _read(entry, scenes, rows, cols)
                held = self._keep(key, _read_whole(entry, scenes))
        if isinstance(held, SceneError):
            raise SceneError(held.error, held.hint)
        pixels_CHW, valid_HW = held
        return pixels_CHW[:, slice(*rows), slice(*cols)], valid_HW[slice(*rows), slice(*cols)]

    def _keep(self, key: object, scene: tuple[Array, Mask] | SceneError) -> tuple[Array, Mask] | SceneError:
        with self._lock:
            if key not in self._held:  # another thread may have been faster
                self._held[key] = scene
                self._used += _bytes(scene)
            while self._used > self._budget:
                self._used -= _bytes(self._held.popitem(last=False)[1])
        return scene


def _bytes(held: tuple[Array, Mask] | SceneError) -> int:
    return 0 if isinstance(held, SceneError) else sum(array.nbytes for array in held)


def _size_bytes(entry: Entry, scenes: Sequence[Scene]) -> int:
    itemsize = np.result_type(*(scene.dtype for scene in scenes)).itemsize
    return entry.height * entry.width * (len(entry.bands) * itemsize + 1)


def _opened(entry: Entry, stack: ExitStack) -> list[Scene]:
    """The entry's files; `stack` closes them.

    Raises:
        SceneError: one cannot be opened, or is not the one that was catalogued.
    """
    scenes = [stack.enter_context(Scene.open(name)) for name in entry.files]
    scenes[0].fill = entry.fill
    for number, scene in enumerate(scenes):
        bands = max((band.index for band in entry.bands if band.file == number), default=0)
        if (scene.height, scene.width) != (entry.height, entry.width) or scene.count < bands:
            raise SceneError(
                f"expected {entry.height} x {entry.width} pixels of {bands} bands or more in {scene.name}; "
                f"found {scene.height} x {scene.width} of {scene.count}",
                "the file has changed: make the catalogue again",
            )
    return scenes


def _read_whole(entry: Entry, scenes: Sequence[Scene]) -> tuple[Array, Mask] | SceneError:
    """The scene, or why it cannot be read: that is remembered, too."""
    try:
        return _read(entry, scenes, (0, entry.height), (0, entry.width))
    except SceneError as error:
        return SceneError(error.error, error.hint)


def _read(entry: Entry, scenes: Sequence[Scene], rows: tuple[int, int], cols: tuple[int, int]) -> tuple[Array, Mask]:
    """Pixels of the entry's bands in its order, and where all files are valid."""
    by_file = sorted(range(len(entry.bands)), key=lambda place: entry.bands[place].file)
    read = [
        scene.read(rows, cols, [band.index for band in entry.bands if band.file == number])
        for number, scene in enumerate(scenes)
    ]
    if len(read) == 1:
        return read[0]
    pixels_CHW = np.concatenate([pixels for pixels, _ in read])[np.argsort(by_file)]
    return pixels_CHW, np.logical_and.reduce([valid for _, valid in read])
