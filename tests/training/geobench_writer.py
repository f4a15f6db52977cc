"""Writes small sets in the exact layout of GEO-Bench v1, without its package: real keys, types, dates and pickles.

Names of samples, keys, projections and the shape of descriptions are those of published samples. Pickled objects are
of classes called `geobench.dataset.Sentinel2` and so on, made here for the purpose. Pixels tell classes apart.
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

from training.geobench.tasks import TASKS, Task

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
FRACTIONS = ("0.01", "0.02", "0.05", "0.10", "0.20", "0.50", "1.00")
HYPERSPECTRAL = 369  # bands of m-NeonTree's cube
BYTES = (np.uint8,)


@contextmanager
def classes_of_others() -> Iterator[types.ModuleType]:
    """Modules `geobench.dataset`, `.label` and `.task` with the classes that published pickles name, for a while."""
    made = {
        name: types.ModuleType(name) for name in ("geobench", "geobench.dataset", "geobench.label", "geobench.task")
    }
    for module, names in {
        "geobench.dataset": "Sentinel1 Sentinel2 Landsat8 SpectralBand CloudProbability ElevationBand "
        "HyperSpectralBands SegmentationClasses",
        "geobench.label": "Classification MultiLabelClassification",
        "geobench.task": "TaskSpecifications",
    }.items():
        for name in names.split():
            setattr(made[module], name, type(name, (), {"__module__": module, "__qualname__": name}))
    sys.modules.update(made)
    try:
        yield made["geobench.dataset"]
    finally:
        for name in made:
            del sys.modules[name]


def make(module: str, kind: str, /, **state: Any) -> Any:
    """An object of one of those classes, as unpickling would make it: without its constructor."""
    made = sys.modules[f"geobench.{module}"].__dict__[kind]()
    made.__dict__.update(state)
    return made


def write(root: Path, name: str, *, mended: bool = False, seed: int = 0) -> Path:
    """Write the set of a task below GEO-Bench's folder; `mended`: without the published defect of its keys.

    Returns:
        The set's folder.
    """
    task, lot = TASKS[name], np.random.default_rng(seed)
    folder = root / task.group / name
    folder.mkdir(parents=True)
    splits, labels, pixels = {}, {}, {}
    number = 1
    with classes_of_others():
        for split, count in SPLITS.items():
            splits[split] = [NAMES[name].format(number + each) for each in range(count)]
            for sample in splits[split]:
                arrays, label = arrays_of(task, number, lot, mended)
                write_sample(folder, task, sample, arrays, label, number)
                labels[sample], pixels[sample] = label, arrays
                number += 1
        specification = make(
            "task", "TaskSpecifications", dataset_name=name, benchmark_name=task.group, n_time_steps=1,
            patch_size=(task.side_px, task.side_px), bands_info=[band_info(task, key) for key in keys_of(task)],
            label_type=label_type(task), spatial_resolution=task.gsd_m,
        )  # fmt: skip
        (folder / "task_specs.pkl").write_bytes(dumps(specification, protocol=4))
    _write_json(folder, task, splits, labels, pixels)
    return folder


def keys_of(task: Task) -> list[str]:
    """Every key of a sample but its label's, without date, in the order in which the set has them."""
    extra = ["Canopy Height Model", "Neon"] if task.name == "m-NeonTree" else []
    return [*task.left_out, *task.bands, *extra] if task.name == "m-so2sat" else [*task.bands, *task.left_out, *extra]


def truth_of(key: str, task: Task, mended: bool) -> str:
    """The band that a key of the written set really holds, after the table of the published defects."""
    shifted = {"08A": "B09", "09": "B10", "10": "B11", "11": "B12", "12": "B8A"}
    rendered = {"06": "B07", "07": "B8A", "08": "B08", "08A": "B11", "09": "B12", "10": "TCI", "11": "TCI", "12": "TCI"}
    defect = {"m-eurosat": shifted, "m-brick-kiln": rendered}.get(task.name, {})
    begins = key.partition(" - ")[0]
    return task.bands.get(key, key) if mended or begins not in defect else defect[begins]


LEVELS = {"B01": 1350, "B02": 1110, "B03": 1040, "B04": 950, "B05": 1200, "B06": 2000, "B07": 2370, "B08": 2300,
          "B8A": 2600, "B09": 730, "B10": 12, "B11": 1820, "B12": 1120, "TCI": 85}  # fmt: skip
"""Typical digital numbers of Sentinel-2's bands, a number of its own for each, so that a test knows what it reads."""


def arrays_of(task: Task, number: int, lot: np.random.Generator, mended: bool) -> tuple[dict[str, np.ndarray], Any]:
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


def write_sample(folder: Path, task: Task, sample: str, arrays: dict[str, np.ndarray], label: Any, number: int) -> None:
    """One HDF5 file: a dataset for each band, and the description as the text of a pickle."""
    dates = DATES.get(task.name)
    date = dates[number % len(dates)] if dates else None
    dated = {key: f"{key}_{date}" if date else key for key in arrays}
    about = {
        "date": datetime.date.fromisoformat(date) if date else None, "date_id": None, "spatial_resolution": task.gsd_m,
        "meta_info": None, "transform": Affine(task.gsd_m, 0, 676723.18, 0, -task.gsd_m, 5830903.85),
        "crs": CRS.from_epsg(32631),
    }  # fmt: skip
    said: dict[str, Any] = {key: {**about, "band_info": band_info(task, name)} for name, key in dated.items()}
    with h5py.File(folder / f"{sample}.hdf5", "w") as file:
        for name, key in dated.items():
            file.create_dataset(key, data=arrays[name])
        if task.kind == "segmentation":
            key = f"label_{date}" if date else "label"
            file.create_dataset(key, data=label)
            said[key] = {**about, "band_info": label_type(task)}
        else:
            said["label"] = np.array(label) if task.kind == "multilabel" and number % 2 else label
        said["bands_order"] = list(dated.values())
        file.attrs["pickle"] = str(dumps(said))


def band_info(task: Task, key: str) -> Any:
    """What the published set says of a key; its wavelengths are those of its keys, right or wrong."""
    kinds = {"sentinel-2": "Sentinel2", "landsat-8": "Landsat8"}
    kind = "Sentinel1" if key in task.left_out and task.name == "m-so2sat" else kinds.get(task.sensor, "SpectralBand")
    kind = {"Cloud Probability": "CloudProbability", "Canopy Height Model": "ElevationBand",
            "Neon": "HyperSpectralBands"}.get(key, kind)  # fmt: skip
    alternatives = (key.lower(), key.partition(" - ")[0])
    return make("dataset", kind, name=key, alt_names=alternatives, spatial_resolution=task.gsd_m, wavelength=0.5)


def label_type(task: Task) -> Any:
    """The published set's own description of its label."""
    if task.kind == "segmentation":
        return make("dataset", "SegmentationClasses", name="label", spatial_resolution=task.gsd_m,
                    n_classes=task.classes, _class_names=None)  # fmt: skip
    name = "MultiLabelClassification" if task.kind == "multilabel" else "Classification"
    return make("label", name, n_classes=task.classes, _class_names=[f"class {k}" for k in range(task.classes)])


def _write_json(folder: Path, task: Task, splits: dict, labels: dict, pixels: dict) -> None:
    _dump(folder / "default_partition.json", splits)
    for fraction in FRACTIONS:
        some = splits["train"][: max(2, round(float(fraction) * len(splits["train"])))]
        _dump(folder / f"{fraction}x_train_partition.json", {**splits, "train": some})
    statistics = {}
    for key in keys_of(task):
        values = np.concatenate([pixels[name][key].ravel().astype(np.float64) for name in splits["train"]])
        statistics[key] = {
            "min": values.min(), "max": values.max(), "mean": values.mean(), "std": values.std(),
            "median": float(np.median(values)),
            **{f"percentile_{each.replace('.', '_')}": float(np.percentile(values, float(each)))
               for each in ("0.1", "1", "5", "95", "99", "99.9")},
        }  # fmt: skip
    if task.kind == "classification":
        statistics["label"] = {"min": 0.0, "max": task.classes - 1.0, "mean": 0.5, "std": 0.5}
        found: dict[str, list[str]] = {}
        for name, label in labels.items():
            found.setdefault(str(label), []).append(name)
        _dump(folder / "label_map.json", found, sort_keys=True)  # as texts: "10" before "2"
    elif task.kind == "multilabel":
        _dump(folder / "label_stats.json", {name: [float(each) for each in label] for name, label in labels.items()})
    else:
        shares = {name: (np.bincount(label.ravel(), minlength=task.classes) / label.size).tolist()
                  for name, label in labels.items()}  # fmt: skip
        _dump(folder / "label_stats.json", shares)
    _dump(folder / "band_stats.json", statistics, sort_keys=True)


def _dump(path: Path, values: Any, **more: Any) -> None:
    path.write_text(json.dumps(values, indent=4, **more))
