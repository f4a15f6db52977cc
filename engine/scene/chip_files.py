"""Chips that stand for themselves: small rasters in a folder or a zip, each read, resized and normalised as a whole.

Fine-tuning and prediction both come through here, so that they cannot drift apart. Knows no models and no labels.
"""

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

import numpy as np
import torch
from torch import Tensor
from torch.nn.functional import interpolate

from engine.errors import SceneError
from engine.gdal import gdal_names
from engine.protocol import SceneSpec
from engine.scene.interpretation import Reading, interpret, mark_fill
from engine.scene.raster import Scene, open_scene
from engine.words import say

RASTERS = (".tif", ".tiff", ".jpg", ".jpeg", ".png", ".jp2", ".img", ".vrt")
NEARLY_ALL = 0.9
"""Share of what a resampled pixel is made of that must be valid; its value is then that of the valid part."""

Pixels = tuple[Tensor, Tensor]
"""Values (C, side, side) in model units, 0 where invalid; and where they are valid (side, side)."""


def names_below(name: str) -> list[str]:
    """Every chip that `name` means, in order: of a folder and the folders below it, of a zip, or the one file.

    Raises:
        SceneError: there is none.
    """
    path = Path(name)
    if not gdal_names.is_plain(name) or (path.is_file() and path.suffix.lower() != ".zip"):
        return [name]
    found = sorted(_zipped(path) if path.suffix.lower() == ".zip" else _below(path))
    if not found:
        raise SceneError(
            "no chips in {name}",
            "give a folder or a zip with rasters: {rasters}",
            name=name,
            rasters=", ".join(RASTERS),
        )
    return found


def _below(folder: Path) -> Iterator[str]:
    shown = (path for path in folder.rglob("*") if not any(p.startswith(".") for p in path.relative_to(folder).parts))
    return (str(path) for path in shown if path.suffix.lower() in RASTERS and path.is_file())


def _zipped(path: Path) -> Iterator[str]:
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.namelist()
    except (OSError, zipfile.BadZipFile) as error:
        raise SceneError("{path} is no readable zip: {error}", "download it again", path=path, error=error) from error
    wanted = (name for name in members if PurePosixPath(name).suffix.lower() in RASTERS)
    return (f"/vsizip/{path.absolute().as_posix()}/{name}" for name in wanted if not name.startswith("__MACOSX/"))


@dataclass
class ChipReader:
    """Reads chips in the way the user says they are to be read.

    Attributes:
        said: what the user says of all chips. Fill that they do not declare counts as nodata unless that says "data":
            nobody is asked about thousands of chips.
        filled: the chips so far that hold such fill, and which.
    """

    said: SceneSpec
    filled: dict[str, str] = field(default_factory=dict)
    _alike: dict[tuple[object, ...], Reading] = field(default_factory=dict)

    def open(self, name: str) -> Scene:
        """A chip as a scene, which need not be on a grid.

        Raises:
            SceneError: it cannot be opened.
        """
        return open_scene(replace(self.said, path=name), anywhere=True)

    @contextmanager
    def opened(self, name: str) -> Iterator[tuple[Scene, Reading]]:
        """A chip and how it is read.

        Raises:
            SceneError, BandError, UnitError: it cannot be read without a guess.
        """
        with self.open(name) as scene:
            reading = self._reading(scene)
            if reading.fill:
                self.filled[name] = reading.fill.text
            yield scene, reading

    def told(self) -> list[str]:
        """What to tell of fill."""
        if not self.filled:
            return []
        name, text = next(iter(self.filled.items()))
        what = (
            say("a chip holds fill")
            if len(self.filled) == 1
            else say("{count:,} chips hold fill", count=len(self.filled))
        )
        return [
            say(
                "{what} that no file declares, and it counts as nodata ({name}: {fill}). Give --nodata none if it was "
                "measured.",
                what=what,
                name=gdal_names.short(name),
                fill=text,
            )
        ]

    def _reading(self, scene: Scene) -> Reading:
        metadata = scene.metadata()
        alike = scene.dtype, scene.count, metadata.descriptions, scene.nodata
        if scene.dtype == "uint8" and alike in self._alike:  # pictures of one kind: nothing in their values tells more
            known = self._alike[alike]
            return known if self.said.fill == "data" else replace(known, fill=mark_fill(scene, known.indices))
        fill = "data" if self.said.fill == "data" else "nodata"
        reading = interpret(scene, replace(self.said, fill=fill))
        reading.require()
        return self._alike.setdefault(alike, reading) if scene.dtype == "uint8" else reading


def pixels_of(scene: Scene, reading: Reading, side_px: int) -> Pixels:
    """A chip's pixels in model units, resampled to a square (bilinear, antialiased; means of valid pixels only).

    Returns:
        x (C, side, side) float32, 0 where invalid; valid (side, side) bool.

    Raises:
        SceneError: it cannot be read.
    """
    assert reading.units is not None  # nosec B101
    stored_CHW, mask_HW = scene.read((0, scene.height), (0, scene.width), reading.indices)
    x_CHW = reading.units.to_model(torch.from_numpy(stored_CHW.astype(np.float32))).nan_to_num_(0, 0, 0)
    valid_HW = torch.from_numpy(mask_HW.copy())
    return resampled(x_CHW.masked_fill_(~valid_HW, 0), valid_HW, side_px)


def resampled(x_CHW: Tensor, valid_HW: Tensor, side_px: int) -> Pixels:
    """A square of pixels, 0 where invalid: means of the valid ones only, weighted as bilinear resampling does.

    (Normalised convolution.)
    """
    if x_CHW.shape[1:] == (side_px, side_px):
        return x_CHW, valid_HW
    if valid_HW.all():
        return _scaled(x_CHW, side_px), torch.ones(side_px, side_px, dtype=torch.bool)
    weight_HW = _scaled(valid_HW[None].float(), side_px)[0]
    valid_HW = weight_HW >= NEARLY_ALL
    return (_scaled(x_CHW, side_px) / weight_HW).masked_fill_(~valid_HW, 0), valid_HW


def _scaled(x_CHW: Tensor, side_px: int) -> Tensor:
    return interpolate(x_CHW[None], (side_px, side_px), mode="bilinear", antialias=True)[0]
