"""Writes small sets in the exact layout of GEO-Bench v1, without its package: real keys, types, dates and pickles.

Names of samples, keys, projections and the shape of descriptions are those of published samples. Pickled objects are
of a class of a module `geobench`, made here for the purpose. Pixels tell classes apart.
"""

import datetime
import json
import sys
import types
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from pickle import dumps
from typing import Any

import h5py
import numpy as np
from affine import Affine
from rasterio.crs import CRS

from training.evaluate.datasets.geobench_tasks import TASKS, GeoBenchTask

DATES = {
    "m-forestnet": ("2016-01-01", "2014-05-17"),
    "m-cashew-plant": ("2019-11-15", "2020-03-09"),
    "m-nz-cattle": ("2017-01-01", "2015-01-01"),
}
"""Tasks whose keys are dated; samples take turns with the dates."""
DTYPES = {
    "m-bigearthnet": np.float32, "m-so2sat": np.float32, "m-brick-kiln": np.float64, "m-forestnet": np.uint8,
    "m-eurosat": np.int16, "m-pv4ger": np.uint8, "m-pv4ger-seg": np.uint8, "m-chesapeake": np.float32,
    "m-cashew-plant": np.float32, "m-SA-crop-type": np.uint8, "m-nz-cattle": np.uint8, "m-NeonTree": np.uint8,
}  # fmt: skip
NAMES = {
    "m-bigearthnet": "id_{}", "m-so2sat": "id_{:04d}", "m-brick-kiln": "examples_0_{}", "m-eurosat": "id_{}",
    "m-forestnet": "-1.66552766134{}_128.1211044868538_2016_01_01", "m-pv4ger": "5.89550015,51.018994{:02d}",
    "m-pv4ger-seg": "5.89550015,51.018994{:02d}", "m-chesapeake": "id_{:06d}", "m-cashew-plant": "sample_{}",
    "m-SA-crop-type": "ref_south_africa_crops_competition_v1_train_labels_{:04d}",
    "m-nz-cattle": "{}_Waikato_[2016-2017]_175.1,-37.8", "m-NeonTree": "2018_SJER_3_25{}_410_image_1",
}  # fmt: skip
"""Sample names, as the published sets have them: with dots, commas and brackets."""
SPLITS = {"train": 6, "valid": 3, "test": 3}
FRACTIONS = ("0.01", "0.20", "1.00")
HYPERSPECTRAL = 369  # bands of m-NeonTree's cube
BYTES = (np.uint8,)


@contextmanager
def class_of_others() -> Iterator[type]:
    """A class as published pickles name one, in a module that exists for a while and that no reader may need."""
    module, made = types.ModuleType("geobench"), type("Band", (), {"__module__": "geobench", "__qualname__": "Band"})
    module.Band = made
    sys.modules["geobench"] = module
    try:
        yield made
    finally:
        del sys.modules["geobench"]


def write(root: Path, name: str, *, mended: bool = False, seed: int = 0) -> Path:
    """Write the set of a task below GEO-Bench's folder; `mended`: without the published defect of its keys.

    Returns:
        The set's folder.
    """
    task, lot = TASKS[name], np.random.default_rng(seed)
    folder = root / task.group / name
    folder.mkdir(parents=True)
    splits, pixels = {}, {}
    number = 1
    with class_of_others() as band:
        for split, count in SPLITS.items():
            splits[split] = [NAMES[name].format(number + each) for each in range(count)]
            for sample in splits[split]:
                arrays, label = arrays_of(task, number, lot, mended)
                write_sample(folder, task, sample, arrays, label, number, band())
                pixels[sample] = arrays
                number += 1
    _write_json(folder, task, splits, pixels)
    return folder


def keys_of(task: GeoBenchTask) -> list[str]:
    """Every key of a sample but its label's, without date, in the order in which the set has them."""
    extra = ["Canopy Height Model", "Neon"] if task.name == "m-NeonTree" else []
    return [*task.left_out, *task.bands, *extra] if task.name == "m-so2sat" else [*task.bands, *task.left_out, *extra]


def truth_of(key: str, task: GeoBenchTask, mended: bool) -> str:
    """The band that a key of the written set really holds, after the table of the published defects."""
    shifted = {"08A": "B09", "09": "B10", "10": "B11", "11": "B12", "12": "B8A"}
    rendered = {"06": "B07", "07": "B8A", "08": "B08", "08A": "B11", "09": "B12", "10": "TCI", "11": "TCI", "12": "TCI"}
    defect = {"m-eurosat": shifted, "m-brick-kiln": rendered}.get(task.name, {})
    begins = key.partition(" - ")[0]
    return task.bands.get(key, key) if mended or begins not in defect else defect[begins]


LEVELS = {"B01": 1350, "B02": 1110, "B03": 1040, "B04": 950, "B05": 1200, "B06": 2000, "B07": 2370, "B08": 2300,
          "B8A": 2600, "B09": 730, "B10": 12, "B11": 1820, "B12": 1120, "TCI": 85}  # fmt: skip
"""Typical digital numbers of Sentinel-2's bands, a number of its own for each, so that a test knows what it reads."""


def arrays_of(
    task: GeoBenchTask, number: int, lot: np.random.Generator, mended: bool
) -> tuple[dict[str, np.ndarray], Any]:
    """Key without date -> array, and the label; every band is brighter the higher the class."""
    side, dtype = task.side_px, DTYPES[task.name]
    if task.kind == "segmentation":
        label = (np.indices((side, side)).sum(0) // 16 + number) % task.classes
        shade, label = label / task.classes, label.astype(np.uint8 if task.name != "m-chesapeake" else np.int64)
    elif task.kind == "multilabel":
        label = [int((number + each) % 3 == 0) for each in range(task.classes)]
        shade = np.full((side, side), (number % 3) / 3)
    else:
        label = (number * 7) % task.classes
        shade = np.full((side, side), label / task.classes)
    arrays = {}
    for key in keys_of(task):
        level = LEVELS.get(truth_of(key, task, mended), 120)
        level = 120 if dtype in BYTES else 0.5 if task.name == "m-chesapeake" else level
        noisy = level * (0.5 + shade + 0.02 * lot.standard_normal((side, side)))
        if key == "Canopy Height Model":
            noisy = np.full((40, 40, 1), 7.0)
        elif key == "Neon":
            noisy = np.full((40, 40, HYPERSPECTRAL), 0.1)
        arrays[key] = noisy.clip(0, 255).astype(dtype) if dtype in BYTES else noisy.astype(dtype)
    return arrays, label


def write_sample(
    folder: Path, task: GeoBenchTask, sample: str, arrays: dict[str, np.ndarray], label: Any, number: int, band: Any
) -> None:
    """One HDF5 file: a dataset for each band, and the description as the text of a pickle."""
    dates = DATES.get(task.name)
    date = dates[number % len(dates)] if dates else None
    dated = {f"{key}_{date}" if date else key: array for key, array in arrays.items()}
    about = {
        "date": datetime.date.fromisoformat(date) if date else None, "spatial_resolution": task.gsd_m,
        "transform": Affine(task.gsd_m, 0, 676723.18, 0, -task.gsd_m, 5830903.85), "crs": CRS.from_epsg(32631),
        "band_info": band,
    }  # fmt: skip
    described: dict[str, Any] = {**dict.fromkeys(dated, about), "bands_order": list(dated)}
    with h5py.File(folder / f"{sample}.hdf5", "w") as file:
        for key, array in dated.items():
            file.create_dataset(key, data=array)
        if task.kind == "segmentation":
            file.create_dataset(f"label_{date}" if date else "label", data=label)
        else:
            described["label"] = np.array(label) if task.kind == "multilabel" and number % 2 else label
        file.attrs["pickle"] = str(dumps(described))


def _write_json(folder: Path, task: GeoBenchTask, splits: dict, pixels: dict) -> None:
    _dump(folder / "default_partition.json", splits)
    for fraction in FRACTIONS:
        some = splits["train"][: max(2, round(float(fraction) * len(splits["train"])))]
        _dump(folder / f"{fraction}x_train_partition.json", {**splits, "train": some})
    statistics = {"label": {"min": 0.0, "max": task.classes - 1.0, "mean": 0.5, "std": 0.5}}
    for key in keys_of(task):
        values = np.concatenate([pixels[name][key].ravel().astype(np.float64) for name in splits["train"]])
        statistics[key] = {
            "min": values.min(), "max": values.max(), "mean": values.mean(), "std": values.std(),
            "median": float(np.median(values)), "percentile_99_9": float(np.percentile(values, 99.9)),
        }  # fmt: skip
    _dump(folder / "band_stats.json", statistics, sort_keys=True)


def _dump(path: Path, values: Any, **more: Any) -> None:
    path.write_text(json.dumps(values, **more))
