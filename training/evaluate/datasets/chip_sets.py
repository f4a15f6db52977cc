"""Sets with a label for each chip, read once into memory: EuroSAT, living and dead trees, BigEarthNet patches.

EuroSAT in three bands also stands in for m-eurosat of GEO-Bench, where that cannot be had.
"""

import json
import math
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
import torch
from numpy.typing import NDArray
from torch.nn.functional import interpolate

from engine.errors import BandError, EngineError, RequestError, SceneError
from engine.gdal.dataset import opened
from engine.scene.chip_files import pixels_of
from engine.scene.interpretation import read_scene
from engine.scene.raster import Scene
from engine.scene.values.units import OPTICAL, in_model_units
from engine.sensors import CATALOGUE
from engine.sensors.acquisition import month_of
from training.data.holdout import held_out
from training.evaluate.datasets.labelled_set import SPLITS, ChipArray, LabelledSet, set_in_memory

TREE_PX = 64
"""Crowns are cut at 30 to 130 pixels. All are resampled to this side, so that a pixel is about 0.1 m."""
EUROSAT, TREES = "eurosat_rgb.zip", "neon_tree_alive_dead.zip"
STAND_IN, STANDS_FOR = "eurosat-rgb", "m-eurosat"
STAND_IN_SIZES = (2000, 1000, 1000)
"""Samples of train, valid and test, as m-eurosat has them."""


def eurosat(archive: Path) -> LabelledSet:
    """EuroSAT in three bands (Helber et al. 2019); the hold-out of pre-training is the test split."""
    return _held_out_set("EuroSAT RGB", *_eurosat(archive))


def _eurosat(archive: Path) -> tuple[ChipArray, NDArray[np.int64], NDArray[np.bool_]]:
    return _pictures(archive, "sentinel-2", ("B04", "B03", "B02"), 10.0)


def trees(archive: Path) -> LabelledSet:
    """NEON tree crowns, alive or dead (DeepTreeAttention); plots of the hold-out are the test split."""
    array, labels_N, test_N = _pictures(archive, "aerial", ("Red", "Green", "Blue"), 0.1, TREE_PX)
    return _held_out_set("NEON trees alive/dead", array, labels_N, test_N)


def _held_out_set(name: str, array: ChipArray, labels_N: NDArray[Any], test_N: NDArray[np.bool_]) -> LabelledSet:
    return set_in_memory(name, [array], labels_N, {"train": np.flatnonzero(~test_N), "test": np.flatnonzero(test_N)})


def eurosat_stand_in(root: Path) -> LabelledSet:
    """EuroSAT RGB from the first archive below `root`, in splits as large as those of m-eurosat.

    The test samples come from the part that no pre-training of ours saw.

    Raises:
        RequestError: there is no archive, or it has too few chips.
    """
    archives = sorted(root.rglob(EUROSAT))
    if not archives:
        raise RequestError(f"expected {EUROSAT} below {root}; found none", "give the folder that holds it to --root")
    array, labels_N, test_N = _eurosat(archives[0])
    rng = np.random.default_rng(0)
    free, kept = (rng.permutation(np.flatnonzero(part_N)) for part_N in (~test_N, test_N))
    train, valid, test = STAND_IN_SIZES
    if len(free) < train + valid or len(kept) < test:
        raise RequestError(
            f"expected {train + valid} and {test} chips in {archives[0]}; found {len(free)} and {len(kept)}",
            "give the archive that came with the project's data",
        )
    parts = free[:train], free[train : train + valid], kept[:test]
    note = f"no part of GEO-Bench: as many chips as {STANDS_FOR} in three of its thirteen bands, as 8-bit pictures"
    return set_in_memory(STAND_IN, [array], labels_N, dict(zip(SPLITS, parts, strict=True)), (note,))


def _pictures(
    archive: Path, sensor: str, bands: tuple[str, ...], gsd_m: float, side_px: int | None = None
) -> tuple[ChipArray, NDArray[np.int64], NDArray[np.bool_]]:
    """8-bit pictures of a zip, their classes (the names of their folders), and which of them are held out.

    They have one size, or are brought to `side_px`.
    """
    with zipfile.ZipFile(archive) as file:
        members = sorted(member for member in file.namelist() if Path(member).suffix in (".jpg", ".png", ".tif"))
    with rasterio.Env(GDAL_DISABLE_READDIR_ON_OPEN="EMPTY_DIR"):
        pictures = [_picture(f"/vsizip/{archive.resolve()}/{member}", len(bands), side_px) for member in members]
    _, labels_N = np.unique([Path(member).parent.name for member in members], return_inverse=True)
    known = {band.name: band for band in CATALOGUE[sensor].bands}
    array = ChipArray(
        np.stack(pictures), tuple(known[band] for band in bands), CATALOGUE[sensor].modality, gsd_m,
        units=OPTICAL["uint8"], sensor=sensor,
    )  # fmt: skip
    return array, labels_N, np.array([held_out(member) for member in members])


def _picture(name: str, bands: int, side_px: int | None) -> NDArray[Any]:
    with opened(name) as source:
        pixels_CHW: NDArray[Any] = source.read(list(range(1, bands + 1)))
    if side_px is None:
        return pixels_CHW
    resized = interpolate(torch.from_numpy(pixels_CHW[None]).float(), (side_px, side_px), mode="bilinear")
    return resized[0].byte().numpy()


def bigearthnet(labels: Path, sensors: Sequence[str]) -> LabelledSet:
    """BigEarthNet patches (Clasen et al. 2024) of "S1", "S2" or both, beside their `ben_labels.json`, in one split.

    A patch that one of the sensors cannot show is left out; a note says so.

    Raises:
        SceneError: no patch can be read.
        BandError: patches differ in bands or size.
    """
    classes_of = json.loads(labels.read_text(encoding="utf-8"))
    read: dict[str, list[ChipArray]] = {}
    broken: dict[str, str] = {}
    for patch in sorted(classes_of):
        try:
            read[patch] = [_patch(labels.with_name(f"ben_{patch}_{sensor}.tif")) for sensor in sensors]
        except EngineError as error:
            broken[patch] = error.error
    if not read:
        raise SceneError(f"no patch of {labels} can be read: {min(broken.values())}", "download the set again")
    classes = sorted({name for patch in read for name in classes_of[patch]["labels"]})
    labels_NK = np.array([[name in classes_of[patch]["labels"] for name in classes] for patch in read])
    arrays = [_joined(patches) for patches in zip(*read.values(), strict=True)]
    note = f"{len(broken)} of {len(classes_of)} patches left out; the first: {min(broken.values())}" if broken else ""
    splits = {"all": np.arange(len(read))}
    return set_in_memory(f"BigEarthNet {'+'.join(sensors)}", arrays, labels_NK, splits, (note,) if note else ())


def _patch(path: Path) -> ChipArray:
    """One patch in model units, read as the engine reads any scene."""
    with Scene.open(path) as scene:
        reading = read_scene(scene, fill="nodata").require()
        x_CHW, valid_HW = pixels_of(scene, reading, scene.width)
        gsd_m = scene.gsd_m or reading.sensor.gsd_m or math.nan
        months = (month_of(scene.metadata()),)
    pixels_1CHW = x_CHW.masked_fill(~valid_HW, math.nan)[None].numpy()
    bands, units = tuple(each.band for each in reading.bands), in_model_units(reading.units)
    return ChipArray(pixels_1CHW, bands, reading.sensor.modality, gsd_m, months, units, reading.sensor.id)


def _joined(patches: Sequence[ChipArray]) -> ChipArray:
    if len({(patch.bands, patch.pixels_NCHW.shape) for patch in patches}) > 1:
        raise BandError("the chips of a set differ in bands or size", "give chips of one product")
    pixels_NCHW = np.concatenate([patch.pixels_NCHW for patch in patches])
    return replace(patches[0], pixels_NCHW=pixels_NCHW, months=tuple(patch.months[0] for patch in patches))
