"""Sets with a label per chip, read once into memory: EuroSAT, trees alive or dead, BigEarthNet patches.

Knows files and labels; knows no model.
"""

import json
import math
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn.functional import interpolate

from engine.errors import BandError, EngineError, SceneError
from engine.gdal.dataset import opened
from engine.model.tokens import Chip
from engine.scene.interpretation import read_scene
from engine.scene.raster import Scene
from engine.sensors import CATALOGUE, Band
from engine.sensors.acquisition import month_of
from training.data.holdout import held_out

TREE_PX = 64
"""Crowns are cut at 30 to 130 pixels: all are resampled to this side, so that pixels are about 0.1 m."""
RGB = ("Red", "Green", "Blue")


@dataclass(frozen=True)
class View:
    """What one sensor shows of every chip of a set.

    Attributes:
        pixels_NCHW: in any unit that is the same for all chips; NaN where a pixel is invalid.
        bands, gsd_m, modality: see `engine.model.tokens.Chip`.
        months: in which each chip was taken, or one for all; see `engine.model.tokens.Chip`.
        known_N: the chips whose statistics make the z-scores: never those that only scores may use.
    """

    pixels_NCHW: NDArray[Any]
    bands: tuple[Band, ...]
    gsd_m: float
    modality: str | None
    known_N: NDArray[np.bool_]
    months: tuple[int, ...] = (0,)

    @cached_property
    def _statistics(self) -> tuple[Tensor, Tensor]:
        bands = [self.pixels_NCHW[self.known_N, band] for band in range(len(self.bands))]
        mean_C = torch.tensor([float(np.nanmean(band, dtype=np.float64)) for band in bands])
        std_C = torch.tensor([float(np.nanstd(band, dtype=np.float32)) for band in bands])
        return mean_C[:, None, None], torch.where(std_C > 0, std_C, 1)[:, None, None]

    def chip(self, index: slice | NDArray[np.int64], device: torch.device, patch_px: int = 1) -> Chip:
        """Some chips as z-scores of the set's own statistics, cut to whole patches."""
        height, width = (side - side % patch_px or side for side in self.pixels_NCHW.shape[2:])
        mean, std = (values.to(device) for values in self._statistics)
        x_BCHW = torch.from_numpy(self.pixels_NCHW[index, :, :height, :width]).to(device, torch.float32)
        return Chip(((x_BCHW - mean) / std).nan_to_num_(0), self.bands, self.gsd_m, self.modality, self._taken(index))

    def _taken(self, index: slice | NDArray[np.int64]) -> tuple[int, ...]:
        return self.months if len(self.months) == 1 else tuple(np.array(self.months)[index].tolist())


@dataclass(frozen=True)
class ChipSet:
    """Chips with labels.

    Attributes:
        views: what each sensor shows, chip by chip in the same order.
        labels: (N,) class numbers, or (N, K) bool where a chip may show several classes.
        test_N: the chips that are only scored; none: folds over all chips.
        told: what is left out of the set and why, for the report.
    """

    name: str
    views: tuple[View, ...]
    labels: NDArray[Any]
    test_N: NDArray[np.bool_]
    told: str = ""

    def __len__(self) -> int:
        return len(self.labels)


def eurosat(archive: Path) -> ChipSet:
    """EuroSAT in three bands (Helber et al. 2019), one folder per class; the hold-out is scored."""
    sentinel_2 = {band.name: band for band in CATALOGUE["sentinel-2"].bands}
    bands = tuple(sentinel_2[name] for name in ("B04", "B03", "B02"))
    return _image_folder("EuroSAT RGB", archive, bands, CATALOGUE["sentinel-2"].modality, 10.0)


def trees(archive: Path) -> ChipSet:
    """NEON tree crowns, alive or dead (DeepTreeAttention); plots of the hold-out are scored."""
    aerial = {band.name: band for band in CATALOGUE["aerial"].bands}
    bands = tuple(aerial[name] for name in RGB)
    return _image_folder("NEON trees alive/dead", archive, bands, CATALOGUE["aerial"].modality, 0.1, TREE_PX)


def _image_folder(
    name: str, archive: Path, bands: tuple[Band, ...], modality: str | None, gsd_m: float, side_px: int | None = None
) -> ChipSet:
    """8-bit pictures of a zip in folders that are named after their class; of one size, or brought to `side_px`."""
    with zipfile.ZipFile(archive) as file:
        members = sorted(member for member in file.namelist() if Path(member).suffix in (".jpg", ".png", ".tif"))
    test_N = np.array([held_out(member) for member in members])
    with rasterio.Env(GDAL_DISABLE_READDIR_ON_OPEN="EMPTY_DIR"):
        pictures = [_picture(f"/vsizip/{archive.resolve()}/{member}", len(bands), side_px) for member in members]
    _, labels_N = np.unique([Path(member).parent.name for member in members], return_inverse=True)
    return ChipSet(name, (View(np.stack(pictures), bands, gsd_m, modality, ~test_N),), labels_N, test_N)


def _picture(name: str, bands: int, side_px: int | None) -> NDArray[Any]:
    with opened(name) as source:
        pixels_CHW: NDArray[Any] = source.read(list(range(1, bands + 1)))
    if side_px is None:
        return pixels_CHW
    resized = interpolate(torch.from_numpy(pixels_CHW[None]).float(), (side_px, side_px), mode="bilinear")
    return resized[0].byte().numpy()


def bigearthnet(labels: Path, sensors: Sequence[str]) -> ChipSet:
    """BigEarthNet patches (Clasen et al. 2024) of "S1", "S2" or both, beside their `ben_labels.json`.

    A patch that one of the sensors shows in broken numbers is left out, and told.

    Raises:
        SceneError: no patch can be read.
        BandError: patches differ in bands.
    """
    said = json.loads(labels.read_text(encoding="utf-8"))
    found: dict[str, list[View]] = {}
    broken: dict[str, str] = {}
    for patch in sorted(said):
        try:
            found[patch] = [_patch(labels.with_name(f"ben_{patch}_{sensor}.tif")) for sensor in sensors]
        except EngineError as error:
            broken[patch] = error.error
    if not found:
        raise SceneError(f"no patch of {labels} can be read: {min(broken.values())}", "download the set again")
    classes = sorted({name for patch in found for name in said[patch]["labels"]})
    labels_NK = np.array([[name in said[patch]["labels"] for name in classes] for patch in found])
    views = tuple(_joined(views) for views in zip(*found.values(), strict=True))
    told = f"{len(broken)} of {len(said)} patches left out; the first: {min(broken.values())}" if broken else ""
    return ChipSet(f"BigEarthNet {'+'.join(sensors)}", views, labels_NK, np.zeros(len(found), bool), told)


def _patch(path: Path) -> View:
    """One patch in model units, read as the engine reads any scene."""
    with Scene.open(path) as scene:
        reading = read_scene(scene, fill="nodata")
        reading.require()
        assert reading.units is not None  # nosec B101
        pixels_CHW, valid_HW = scene.read((0, scene.height), (0, scene.width), reading.indices)
        gsd_m = scene.gsd_m or reading.sensor.gsd_m or math.nan
        month = month_of(scene.facts())
    model_CHW = reading.units.to_model(torch.from_numpy(pixels_CHW.astype(np.float32))).numpy()
    bands = tuple(matched.band for matched in reading.bands)
    pixels_1CHW = np.where(valid_HW, model_CHW, np.nan).astype(np.float32)[None]
    return View(pixels_1CHW, bands, gsd_m, reading.sensor.modality, np.ones(1, bool), (month,))


def _joined(views: Sequence[View]) -> View:
    """Chips of one sensor as one view."""
    if len({(view.bands, view.pixels_NCHW.shape) for view in views}) > 1:
        raise BandError("the chips of a set differ in bands or size", "give chips of one product")
    pixels_NCHW = np.concatenate([view.pixels_NCHW for view in views])
    months = tuple(view.months[0] for view in views)
    return replace(views[0], pixels_NCHW=pixels_NCHW, known_N=np.ones(len(views), bool), months=months)
