"""A set of GEO-Bench v1 on disk: one HDF5 file per sample, partitions, statistics and labels beside them.

Root datasets of a file are bands, called by their name or by name and date; the root attribute `pickle` holds the
label and what the bands are. Nothing in a pickle is run (`inert`). Knows files; `tasks` and `bands` know meanings.
"""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import h5py
import numpy as np
from numpy.typing import NDArray

from engine.errors import BandError, EngineError, LabelError, RequestError, SceneError, UnitError
from engine.sensors import CATALOGUE
from training.geobench import inert
from training.geobench.bands import LABEL, Meaning, Statistics, meaning, undated
from training.geobench.labelled import Labelled, Sample, class_number, classes_of_pixels, complete, repeated, several
from training.geobench.tasks import Task

STATISTICS, SPECIFICATION, LABELS = "band_stats.json", "task_specs.pkl", "label_map.json"
DEFAULT = "default"


def opened(root: Path, task: Task, partition: str = DEFAULT) -> Labelled:
    """The set of a task below a folder.

    Args:
        root: GEO-Bench's folder (GEO_BENCH_DIR), or the set's own.
        task: which.
        partition: "default", or the share of training samples as in "0.10x".

    Raises:
        RequestError: no such set or partition.
        SceneError, BandError, UnitError, LabelError: the set is damaged, or is not what was published.
    """
    folder = Folder(found(root, task), task)
    folder.check_specification()
    splits = complete(folder.splits(partition), f"partition {partition} of {folder.path}")
    means = folder.meaning(splits["train"][0])
    sensor = CATALOGUE[task.sensor]
    mean_C, std_C = (
        np.array([folder.statistics[key][name] for key in means.keys], np.float32) for name in ("mean", "std")
    )
    return Labelled(
        task.name, task.kind, task.classes, task.metric, means.bands, sensor.modality, task.gsd_m, task.side_px,
        mean_C, std_C, splits, lambda name: folder.sample(name, means), (*repeated(splits), *means.told),
    )  # fmt: skip


def found(root: Path, task: Task) -> Path:
    """The folder of a task's set.

    Raises:
        RequestError: there is none below `root`.
    """
    names = (task.name, *task.aliases)
    for folder in (root, *(root / group / name for name in names for group in (task.group, ""))):
        if folder.absolute().name in names and (folder / STATISTICS).is_file():
            return folder
    raise RequestError(
        f"expected {task.name} as {root / task.group / task.name} with a {STATISTICS} in it; found none",
        "give the folder that GEO-Bench was downloaded to (its GEO_BENCH_DIR) to --root",
    )


@dataclass(frozen=True)
class Folder:
    """A set's folder, and the task whose set it is."""

    path: Path
    task: Task

    @cached_property
    def statistics(self) -> Statistics:
        """Of each band, called without date.

        Raises:
            UnitError: a band's mean or deviation is missing or no number, or stands there for several dates.
        """
        said = {key: values for key, values in _json(self.path / STATISTICS).items() if isinstance(values, dict)}
        found = {undated(key): values for key, values in said.items()}
        if len(found) < len(said):
            raise UnitError(f"expected the statistics of each band once in {self.path / STATISTICS}", _AGAIN)
        for key in self.task.bands:
            values = found.get(key, {})
            numbers = [values.get(name) for name in ("mean", "std", "max")]
            if not all(isinstance(number, int | float) and np.isfinite(number) for number in numbers):
                raise UnitError(
                    f"expected mean, std and max of '{key}' in {self.path / STATISTICS}; found {sorted(values)}",
                    "download the set again: without its statistics no model can read it",
                )
            if not values["std"] > 0:
                raise UnitError(f"'{key}' in {self.path / STATISTICS} has no deviation", "download the set again")
        return found

    @cached_property
    def mapped(self) -> Mapping[str, int]:
        """Sample -> class after the label map, if there is one. Its keys are sorted as texts: "10" before "2".

        Raises:
            LabelError: no lists of samples by class.
        """
        path = self.path / LABELS
        said = _json(path) if path.is_file() and self.task.kind == "classification" else {}
        if not all(key.isdecimal() and isinstance(names, list) for key, names in said.items()):
            raise LabelError(f"expected lists of samples by the number of their class in {path}", _AGAIN)
        return {name: int(key) for key, names in said.items() for name in names}

    def splits(self, partition: str) -> dict[str, tuple[str, ...]]:
        """Names of the samples of each split.

        Raises:
            RequestError: there is no such partition.
            SceneError: it holds something else than lists of names.
        """
        for name in (f"{partition}_partition.json", f"{partition}_train_partition.json"):
            if (self.path / name).is_file():
                said = _json(self.path / name)
                if not all(isinstance(names, list) and all(isinstance(each, str) for each in names)
                           for names in said.values()):  # fmt: skip
                    raise SceneError(f"expected lists of samples in {self.path / name}; found something else", _AGAIN)
                return {split: tuple(names) for split, names in said.items()}
        known = sorted(path.name.removesuffix("_partition.json") for path in self.path.glob("*_partition.json"))
        raise RequestError(
            f"no partition '{partition}' in {self.path}; it has {', '.join(known) or 'none'}", "give one to --partition"
        )

    def check_specification(self) -> None:
        """Compare the set's own description, if it is there, with what we know.

        Raises:
            LabelError: it has another number of classes.
        """
        path = self.path / SPECIFICATION
        if not path.is_file():
            return
        said = inert.loads(path.read_bytes(), str(path))
        classes = getattr(getattr(said, "label_type", None), "n_classes", None)
        if classes is not None and classes != self.task.classes:
            raise LabelError(
                f"expected {self.task.classes} classes in {path}; found {classes}", "give the published set"
            )

    def meaning(self, name: str) -> Meaning:
        """What the bands of the set's samples are, from one of them.

        Raises:
            SceneError, BandError, UnitError: see `bands.meaning`, `statistics`.
        """
        with self._file(name) as file:
            keys = _bands(file, self.path)
            shapes = {key: file[key_].shape for key, key_ in keys.items()}
        first = next((shapes[key] for key in self.task.bands if key in shapes), ())
        if first[:2] != (self.task.side_px, self.task.side_px):
            raise SceneError(
                f"expected samples of {self.task.side_px} pixels in {self.path}; found {first}",
                "give the published set: the size of its pixels on the ground is known for that only",
            )
        other = [key for key, shape in shapes.items() if shape[:2] != first[:2] or shape[2:] not in ((), (1,))]
        return meaning(self.task, list(keys), other, self.statistics)

    def sample(self, name: str, means: Meaning) -> Sample:
        """Read a sample.

        Raises:
            SceneError, BandError, LabelError: it is missing or damaged, lacks a band, has another size than the set,
                or its label is impossible.
        """
        with self._file(name) as file:
            keys = _bands(file, self.path)
            if missing := [key for key in means.keys if key not in keys]:
                raise BandError(f"sample {name} of {self.path} lacks {', '.join(missing)}", _AGAIN)
            bands = [np.asarray(file[keys[key]][()], np.float32) for key in means.keys]
            label = self._label(file, name)
        flat = [band[..., 0] if band.ndim == 3 else band for band in bands]
        side = (self.task.side_px, self.task.side_px)
        shapes = [array.shape for array in (*flat, *([label] if self.task.kind == "segmentation" else []))]
        if odd := [shape for shape in shapes if shape != side]:
            raise SceneError(f"expected {side} pixels in sample {name} of {self.path}; found {odd[0]}", _AGAIN)
        return Sample(np.stack(flat), label)

    def _label(self, file: h5py.File, name: str) -> NDArray[Any]:
        where = f"sample {name} of {self.path}"
        if self.task.kind == "segmentation":
            keys = [key for key in file if key.startswith(LABEL)]
            if len(keys) != 1:
                raise LabelError(f"expected one label in {where}; found {len(keys)}", _AGAIN)
            return classes_of_pixels(np.asarray(file[keys[0]][()]), self.task.classes, where)
        said = inert.loads_text(file.attrs.get("pickle"), where)
        if not isinstance(said, dict) or LABEL not in said:
            raise LabelError(f"{where} has no label", _AGAIN)
        if self.task.kind == "multilabel":
            return several(said[LABEL], self.task.classes, where)
        label = class_number(said[LABEL], self.task.classes, where)
        if self.mapped.get(name, int(label)) != int(label):
            raise LabelError(f"{where} has class {label}, but class {self.mapped[name]} in {LABELS}", _AGAIN)
        return label

    @contextmanager
    def _file(self, name: str) -> Iterator[h5py.File]:
        path = self.path / f"{name}.hdf5"  # names hold coordinates with dots: no suffix may be taken off them
        if path.parent != self.path:
            raise SceneError(f"the sample '{name}' of {self.path} lies outside of it", _AGAIN)
        try:
            with h5py.File(path, "r") as file:
                yield file
        except EngineError:
            raise
        except Exception as error:  # a damaged file can raise almost anything, and not only when it is opened
            raise SceneError(f"cannot read {path}: {error}", _AGAIN) from error


def _bands(file: h5py.File, folder: Path) -> dict[str, str]:
    """Key without date -> key, of everything in a file but its label.

    Raises:
        SceneError: a band of several dates.
    """
    keys = [key for key in file if not key.startswith(LABEL)]
    found = {undated(key): key for key in keys}
    if len(found) < len(keys):
        raise SceneError(
            f"expected one date in each sample of {folder}; found {len(keys)} arrays of {len(found)} bands",
            "give the published set, whose samples have one date each",
        )
    return found


def _json(path: Path) -> dict[str, Any]:
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise SceneError(f"cannot read {path}: {error}", _AGAIN) from error
    if not isinstance(values, dict):
        raise SceneError(f"expected an object in {path}; found {type(values).__name__}", _AGAIN)
    return values


_AGAIN = "download the set again"
