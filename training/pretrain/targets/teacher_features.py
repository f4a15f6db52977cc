"""What a teacher sees in scenes, kept on the disk; and the part of it that belongs to a chip.

Features lie on cells of `CELL_PX` pixels of the scene, on the teacher's principal axes, a byte each: 8 bytes a pixel.
A chip's targets are cut from them with the window, turns and flip of the chip, so they turn with it exactly.
"""

import hashlib
import json
import math
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, field
from functools import lru_cache
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from engine.errors import SceneError
from engine.output.staging import disk_errors
from engine.progress import Report
from engine.scene.values.units import Units
from training.data.batch import CELL_PX
from training.data.catalogue_entry import MODALITIES, Entry
from training.data.chip import Draw, read, turned
from training.pretrain.targets.axes import PrincipalAxes
from training.pretrain.targets.teachers import TEACHERS, Teacher

WINDOW_PX = 256
"""Side of what a teacher sees of a scene at once, without its surroundings."""
SCENES_PER_MODALITY = 150
"""Of which axes are found."""
CELLS_PER_SCENE = 256
"""That count of each of these scenes, so that large ones do not decide alone: as many as a 64-pixel chip has."""
BETWEEN = 2
"""Points of a cell of a chip, in each direction, at which features are looked up."""


@dataclass(frozen=True)
class TeacherFeatures:
    """A teacher's features of scenes.

    Attributes:
        name: of the teacher.
        axes: that they lie on.
        folder: where they are kept, a file for each scene.
        places: for each place its scenes that the teacher has seen; other sensors of the place learn from these.
    """

    name: str
    axes: PrincipalAxes
    folder: Path
    places: Mapping[tuple[object, ...], tuple[Entry, ...]] = field(repr=False)

    def cut(self, draws: Sequence[Draw], chip_px: int) -> Tensor | None:
        """What the teacher saw where chips of one place are cut, in the scene with the most bands that it knows there.

        Returns:
            (K, chip_px / CELL_PX, chip_px / CELL_PX), None where it saw nothing of the place.
        """
        drawn = {draw.entry.files for draw in draws}
        known = self.places.get(_place(draws[0].entry), ())
        if not known:
            return None
        return self._window(max(known, key=lambda entry: (len(entry.bands), entry.files in drawn)), draws[0], chip_px)

    def _window(self, entry: Entry, draw: Draw, chip_px: int) -> Tensor:
        cells_HWK = np.load(self.folder / file_name(entry), mmap_mode="r")
        rows, cols = (
            _lookup(start, draw.side_px, chip_px // CELL_PX, length)
            for start, length in zip((draw.row0, draw.col0), cells_HWK.shape[:2], strict=True)
        )
        inside = cells_HWK[rows.first : rows.last, cols.first : cols.last]
        x_HWK = self.axes.from_bytes(torch.from_numpy(np.array(inside)))
        x_KGG = torch.einsum("gh,hwk,fw->kgf", rows.weights, x_HWK, cols.weights)
        return turned(x_KGG, draw.turns, draw.flip)


@dataclass(frozen=True)
class _Lookup:
    """Cells `first` to `last` of an axis of a scene, and their weights (G, last - first) in a chip's cells."""

    first: int
    last: int
    weights: Tensor


@lru_cache(maxsize=4096)
def _lookup(start_px: int, side_px: int, cells: int, length: int) -> _Lookup:
    """Linear interpolation at `BETWEEN` points of each of a chip's cells, averaged."""
    points_P = (np.arange(cells * BETWEEN) + 0.5) / (cells * BETWEEN) * side_px + start_px
    where_P = np.clip(points_P / CELL_PX - 0.5, 0, length - 1)
    low_P = np.minimum(where_P.astype(int), max(length - 2, 0))
    share_P = where_P - low_P
    first, last = int(low_P.min()), int(min(low_P.max() + 2, length))
    weights_PL = np.zeros((len(points_P), last - first))
    weights_PL[np.arange(len(points_P)), low_P - first] += 1 - share_P
    weights_PL[np.arange(len(points_P)), np.minimum(low_P - first + 1, last - first - 1)] += share_P
    return _Lookup(first, last, torch.from_numpy(weights_PL.reshape(cells, BETWEEN, -1).mean(1)).float())


def features_of_scenes(name: str, entries: Sequence[Entry], run: Path, cache: Path, report: Report) -> TeacherFeatures:
    """Show scenes to a teacher, as far as it has not seen them yet.

    Args:
        name: of the teacher, see `TEACHERS`.
        entries: the scenes.
        run: folder in which the axes are kept: they belong to the run as its weights do.
        cache: folder for the features, and for the axes of others that learn from the same scenes; can be made again.
        report: told of every scene; cancels between two.

    Raises:
        ModelError: the teacher is not there.
        OutputError: a folder cannot be written.
    """
    run.mkdir(parents=True, exist_ok=True)
    teacher = TEACHERS[name]()
    seen = [entry for entry in entries if teacher.reads(entry)]
    path = run / f"{name}.safetensors"
    if not path.exists():
        of_others = cache / f"{name}-{_digest(json.dumps([file_name(entry) for entry in seen]).encode())}.safetensors"
        axes = (
            PrincipalAxes.load(of_others) if of_others.exists() else PrincipalAxes.fit(_samples(teacher, seen, report))
        )
        for kept in {path, of_others}:
            kept.parent.mkdir(parents=True, exist_ok=True)
            axes.save(kept)
    axes = PrincipalAxes.load(path)
    folder = cache / f"{name}-{_digest(path.read_bytes())}"
    folder.mkdir(parents=True, exist_ok=True)
    there: list[Entry] = []
    for done, entry in enumerate(seen):
        report(done, len(seen), f"{name} looks at scenes")
        if (folder / file_name(entry)).exists() or _keep(teacher, entry, axes, folder):
            there.append(entry)
    report(len(seen), len(seen), f"{name} looks at scenes")
    places: dict[tuple[object, ...], tuple[Entry, ...]] = {}
    for entry in there:
        places[_place(entry)] = (*places.get(_place(entry), ()), entry)
    return TeacherFeatures(name, axes, folder, places)


def file_name(entry: Entry) -> str:
    """Of a scene's features: another one as soon as the scene is read in another way."""
    said = entry.files, [astuple(band) for band in entry.bands], entry.units, entry.height, entry.width, entry.mean
    return f"{_digest(json.dumps(said).encode())}.npy"


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:16]


def _place(entry: Entry) -> tuple[object, ...]:
    return (entry.place, entry.height, entry.width) if entry.place else entry.files


def _samples(teacher: Teacher, entries: Sequence[Entry], report: Report) -> Iterator[Tensor]:
    """Features (N, D) of some scenes of every modality, evenly over the catalogue."""
    kinds = [[entry for entry in entries if entry.modality == modality] for modality in MODALITIES]
    some = [kind[:: math.ceil(len(kind) / SCENES_PER_MODALITY)] for kind in kinds if kind]
    chosen = [entry for kind in some for entry in kind]
    for done, entry in enumerate(chosen):
        report(done, len(chosen), "finding a teacher's axes")
        for row0, col0 in _corners(entry)[:1]:
            try:
                x_ND = _looked(teacher, entry, row0, col0).flatten(0, 1)
            except SceneError:
                continue
            yield x_ND[:: math.ceil(len(x_ND) / CELLS_PER_SCENE)]


def _keep(teacher: Teacher, entry: Entry, axes: PrincipalAxes, folder: Path) -> bool:
    """Write the features of a scene; False where it cannot be read, which is said when chips are cut from it."""
    cells = -(-entry.height // CELL_PX), -(-entry.width // CELL_PX)
    bytes_HWK = np.zeros((*cells, len(axes.spread_K)), np.int8)
    for row0, col0 in _corners(entry):
        try:
            x_HWD = _looked(teacher, entry, row0, col0)
        except SceneError:
            return False
        top, left = row0 // CELL_PX, col0 // CELL_PX
        part = axes.to_bytes(axes.project(x_HWD)).numpy()
        bytes_HWK[top : top + part.shape[0], left : left + part.shape[1]] = part
    path = folder / file_name(entry)
    beside = folder / f"{path.name}.{os.getpid()}.part"  # another run may look at the same scene
    with disk_errors(path):
        with beside.open("wb") as file:
            np.save(file, bytes_HWK)
        beside.replace(path)
    return True


def _corners(entry: Entry) -> list[tuple[int, int]]:
    return [(row, col) for row in range(0, entry.height, WINDOW_PX) for col in range(0, entry.width, WINDOW_PX)]


def _looked(teacher: Teacher, entry: Entry, row0: int, col0: int) -> Tensor:
    """Features (H, W, D) of the cells of the window at a corner.

    Raises:
        SceneError: it cannot be read.
    """
    inside = [(start, min(start + WINDOW_PX, length)) for start, length in ((row0, entry.height), (col0, entry.width))]
    lengths = entry.height, entry.width
    around = [
        (max(0, first - teacher.halo_px), min(length, last + teacher.halo_px))
        for (first, last), length in zip(inside, lengths, strict=True)
    ]
    pixels_CHW, mask_HW = read(entry, *around)
    units = Units(entry.units, entry.scale, entry.offset, entry.decibel, "")
    x_DHW = teacher.dense(entry, units.to_model(torch.from_numpy(pixels_CHW)), torch.from_numpy(mask_HW.copy()))
    rows, cols = (
        slice((first - begin) // CELL_PX, -(-(last - begin) // CELL_PX))
        for (first, last), (begin, _) in zip(inside, around, strict=True)
    )
    return x_DHW[:, rows, cols].permute(1, 2, 0)
