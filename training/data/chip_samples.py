"""Chips that stand for themselves as samples: rasters in a folder or a zip, with a class, or several, for each.

A class is the name of the chip's folder, or what a table says of it. Knows no scenes.
"""

import csv
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from engine.classes import class_names
from engine.errors import BandError, LabelError, SceneError
from engine.mapping.finetuned_scene import in_order
from engine.model.task import Task
from engine.model.tokens import SensorBatch
from engine.progress import Report
from engine.scene.chip_files import ChipReader, names_below, pixels_of
from engine.scene.interpretation import Reading
from engine.scene.normalise import Normalisation
from engine.scene.raster import Mask
from engine.scene.statistics import TRAINING, Statistics, measured, pooled
from engine.scene.values.units import MODEL_UNITS
from engine.sensors import Band
from engine.words import first_of, say
from training.data.samples import LabelledBatch, Numbers
from training.data.scene_samples import held_out

KEPT_BYTES = 2 << 30  # of chips; others are read again whenever they are needed
SEPARATOR = ";"  # between the classes of a chip in a table
SAMPLE = 2000  # chips whose pixels make the statistics: of 64 pixels a side, eight million
PLACE_CHIPS = 5  # sides of a chip that a place is wide: chips in it are learnt from, or held out, together

Read = tuple[Tensor, Tensor, float]
"""Model units (C, side, side), where they are valid, metres per pixel."""


@dataclass(frozen=True)
class LabelledChips:
    """Chips by name, and which classes (N, K) each shows."""

    names: tuple[str, ...]
    classes: tuple[str, ...]
    shows_NK: Mask


def by_folder(sources: Sequence[str]) -> LabelledChips:
    """Chips whose class is the name of their folder.

    Raises:
        LabelError: less than two classes.
    """
    names = tuple(dict.fromkeys(name for source in sources for name in names_below(source)))
    return _labelled(names, [[PurePosixPath(Path(name).as_posix()).parent.name] for name in names])


def by_table(sources: Sequence[str], table: Path, field: str) -> LabelledChips:
    """Chips whose classes a table (CSV with a header) gives: its first column names them, `field` holds the classes.

    A name is a path below the folder, a file's name, or its stem. Chips that the table does not name are left out. What
    several rows say of one chip counts together.

    Raises:
        LabelError: no such table or field, or it names a chip that is not there, or none in particular.
    """
    said = _table(table, field)
    found: dict[str, dict[str, None]] = {}
    for source in sources:
        for name in names_below(source):
            inside = PurePosixPath(Path(name).as_posix())
            for known in {inside.name, inside.stem, *map(str, _endings(inside))}:
                found.setdefault(known, {})[name] = None
    if missing := [chip for chip in said if chip not in found]:
        raise LabelError(
            "{count} chips of {table} are not in {sources}; the first: {first}",
            "name chips by their path in the folder, their file's name or its stem",
            count=len(missing),
            table=table,
            sources=", ".join(sources),
            first=missing[0],
        )
    if unclear := [chip for chip in said if len(found[chip]) > 1]:
        raise LabelError(
            "{count} names in {table} are those of several chips; the first, {first}, of {chips}",
            "name chips by their path in the folder",
            count=len(unclear),
            table=table,
            first=unclear[0],
            chips=first_of(list(found[unclear[0]])),
        )
    shown: dict[str, list[str]] = {}
    for chip, classes in said.items():
        shown.setdefault(next(iter(found[chip])), []).extend(classes)
    return _labelled(tuple(shown), list(shown.values()))


def _endings(path: PurePosixPath) -> list[PurePosixPath]:
    return [PurePosixPath(*path.parts[first:]) for first in range(len(path.parts) - 1)]


def _table(path: Path, field: str) -> Mapping[str, list[str]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise LabelError(
            "the table {path} cannot be read: {error}", "give a CSV file with a header", path=path, error=error
        ) from error
    if not rows or field not in rows[0][1:]:
        columns = ", ".join(rows[0][1:]) if rows else say("nothing")
        raise LabelError(
            "no column '{field}' in {path}; beside the names it has: {columns}",
            "name it: --field",
            field=field,
            path=path,
            columns=columns,
        )
    place = rows[0].index(field)
    said: dict[str, list[str]] = {}
    for row in rows[1:]:
        if len(row) > place and row[0].strip():
            classes = [text.strip() for text in row[place].split(SEPARATOR) if text.strip()]
            said.setdefault(row[0].strip(), []).extend(classes)
    return said


def _labelled(names: tuple[str, ...], shown: Sequence[Sequence[str]]) -> LabelledChips:
    shown = [[name for raw in some if (name := class_names.normalised(raw))] for some in shown]
    classes = tuple(sorted({name for some in shown for name in some}))
    if len(classes) < 2:
        raise LabelError(
            "expected chips of two classes or more; found {classes}",
            "put the chips of each class into a folder of its name, or give a table to --labels",
            classes=", ".join(classes) or say("none"),
        )
    shows_NK = np.array([[name in some for name in classes] for some in shown])
    return LabelledChips(names, classes, shows_NK)


@dataclass
class ChipPixels:
    """The chips' pixels, read as the user says and kept as far as memory allows.

    Attributes:
        reader: of the chips.
        names: of all of them.
        side_px: to which they are resampled.
        task: its bands, in their order, and its quantity are read; its statistics may still be unknown.
    """

    reader: ChipReader
    names: tuple[str, ...]
    side_px: int
    task: Task
    _kept: dict[int, Read] = field(default_factory=dict)
    _used: int = 0

    def read(self, number: int) -> Read:
        """One chip; the same each time.

        Raises:
            BandError: it lacks a band of the others.
            EngineError: it cannot be read.
        """
        if number in self._kept:
            x_CHW, valid_HW, gsd_m = self._kept[number]
            return x_CHW.float(), valid_HW, gsd_m
        with self.reader.opened(self.names[number]) as (scene, reading):
            x_CHW, valid_HW = pixels_of(scene, self._alike(reading), self.side_px)
            gsd_m = reading.gsd_m_of(scene) * scene.width / self.side_px
        if self._used < KEPT_BYTES:
            half_CHW = x_CHW.half()
            kept_CHW = half_CHW if torch.equal(half_CHW.float(), x_CHW) else x_CHW  # nothing may be lost
            self._used += kept_CHW.nbytes + valid_HW.nbytes
            self._kept[number] = kept_CHW, valid_HW, gsd_m
        return x_CHW, valid_HW, gsd_m

    def _alike(self, reading: Reading) -> Reading:
        """The reading of a chip with the bands of the task in its order."""
        try:
            return in_order(reading, self.task)
        except BandError as error:
            raise BandError(
                "the chips differ in their bands", "give chips of one product, or say which with --bands"
            ) from error

    def places(self) -> tuple[Numbers, bool]:
        """The place each chip lies in (N,); and whether chips lie on the ground at all, or each counts by itself.

        The first chip tells whether they do: thousands of pictures are not opened for nothing.
        """
        first = self._place(self.names[0])
        if first is None:
            return np.arange(len(self.names)), False
        found = [first, *(self._place(name) or (name, 0.0, 0.0) for name in self.names[1:])]
        numbers = {place: number for number, place in enumerate(dict.fromkeys(found))}
        return np.array([numbers[place] for place in found]), True

    def _place(self, name: str) -> tuple[str, float, float] | None:
        with self.reader.open(name) as scene:
            if not scene.crs:
                return None
            size = math.hypot(scene.transform.a, scene.transform.d) * scene.width * PLACE_CHIPS
            return str(scene.crs), scene.transform.c // size, scene.transform.f // size


def split(shows_NK: Mask, place_N: Numbers, seed: int) -> tuple[Numbers, Numbers]:
    """The chips that are learnt from, and those that are held out, whole places at a time."""
    counts_PK = np.zeros((place_N.max() + 1, shows_NK.shape[1]))
    np.add.at(counts_PK, place_N, shows_NK)
    held_N = held_out(counts_PK, seed)[place_N]
    if held_N.all() or not held_N.any():
        raise LabelError(
            "all chips of a class lie in one place: nothing is left to check the model with",
            "add chips of this class from other places",
        )
    return np.flatnonzero(~held_N), np.flatnonzero(held_N)


@dataclass(frozen=True)
class ChipSamples:
    """Some of the chips; see `training.data.samples.Samples`."""

    pixels: ChipPixels
    shows_NK: Mask
    chosen: Numbers
    task: Task
    modality: str | None

    @property
    def bands(self) -> tuple[Band, ...]:
        """Of the chips."""
        return self.task.bands

    def __len__(self) -> int:
        return len(self.chosen)

    def counts(self) -> NDArray[np.float64]:
        """Chips of each class."""
        return np.asarray(self.shows_NK[self.chosen].sum(0), np.float64)

    def batch(self, index_N: Sequence[int] | Numbers, draw: np.random.Generator | None = None) -> LabelledBatch:
        """See `Samples`; chips stay where they are."""
        numbers = self.chosen[np.asarray(index_N)]
        read = [self.pixels.read(int(number)) for number in numbers]
        normalise = Normalisation(self.task.statistics)
        x_BCHW = torch.stack([normalise(x_CHW, valid_HW) for x_CHW, valid_HW, _ in read])
        shown_BK = torch.from_numpy(self.shows_NK[numbers])
        target = shown_BK if self.task.task == "multilabel" else shown_BK.long().argmax(1)
        chip = SensorBatch(x_BCHW, self.bands, tuple(gsd_m for *_, gsd_m in read), self.modality)
        return LabelledBatch(chip, torch.stack([valid for _, valid, _ in read]), target)


def statistics_of(pixels: ChipPixels, chosen: Sequence[int], report: Report) -> Statistics:
    """Of each band over some of the chips.

    Raises:
        SceneError: none of them holds data.
        EngineError: as `ChipPixels.read`.
    """
    parts: list[Statistics] = []
    counts: list[int] = []
    some = chosen[:: -(-len(chosen) // SAMPLE)]
    for done, number in enumerate(some):
        report(done, len(some), "reading chips")
        x_CHW, valid_HW, _ = pixels.read(int(number))
        if valid_HW.any():
            parts.append(measured(x_CHW[:, valid_HW].numpy(), MODEL_UNITS, TRAINING))
            counts.append(int(valid_HW.count_nonzero()))
    if not parts:
        raise SceneError("no chip holds a valid pixel", "check their nodata value")
    return pooled(parts, counts)
