"""A set of GEO-Bench v1 on disk: one HDF5 file for each sample, with partitions, statistics and labels beside them.

Root datasets of a file are bands, named after the band or after band and date; the root attribute `pickle` holds the
label and a description of the bands. Nothing in a pickle is run (`restricted_pickle`).
"""

import json
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import Any, TypeVar

import h5py
import msgspec
import numpy as np
from numpy.typing import NDArray

from engine.errors import BandError, EngineError, LabelError, RequestError, SceneError, UnitError
from engine.scene.statistics import TRAINING
from engine.scene.statistics import Statistics as Own
from engine.sensors import CATALOGUE, Band
from training.evaluate.datasets import restricted_pickle
from training.evaluate.datasets.geobench_bands import BandStatistics, Statistics, bands_of, undated
from training.evaluate.datasets.geobench_tasks import GeoBenchTask
from training.evaluate.datasets.labelled_set import AGAIN, LabelledSet, Sample, SensorView, class_map, complete

STATISTICS = "band_stats.json"
LABEL = "label"  # what the key of a segmentation's label starts with
DEFAULT = "default"
T = TypeVar("T")


def opened(root: Path, task: GeoBenchTask, partition: str = DEFAULT) -> LabelledSet:
    """The set of a task below a folder.

    Args:
        root: GEO-Bench's folder (GEO_BENCH_DIR), or the set's own.
        task: which.
        partition: "default", or the share of training samples, as in "0.10x".

    Raises:
        RequestError: no such set or partition.
        SceneError, BandError, UnitError, LabelError: the set is damaged, or is not the published one.
    """
    folder = SetFolder(found(root, task), task)
    splits = complete(folder.splits(partition), f"partition {partition} of {folder.path}")
    bands, notes = folder.bands(splits["train"][0])
    of_bands = [folder.statistics[key] for key in bands]
    view = SensorView(
        tuple(bands.values()), CATALOGUE[task.sensor].modality, task.gsd_m, task.side_px,
        Own.given([each.mean for each in of_bands], [each.std for each in of_bands], TRAINING),
    )  # fmt: skip
    read = partial(folder.sample, wanted=tuple(bands))
    return LabelledSet(task.name, task.kind, task.classes, (view,), splits, read, (*_repeated(splits), *notes))


def found(root: Path, task: GeoBenchTask) -> Path:
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


def _repeated(splits: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """A note where test samples are in another split, too, as in excerpts of sets."""
    test = set(splits["test"])
    counts = {split: len(test.intersection(splits[split])) for split in ("train", "valid")}
    return tuple(
        f"{count} of {len(test)} samples of test are also in {split}: scores say nothing about new samples"
        for split, count in counts.items()
        if count
    )


@dataclass(frozen=True)
class SetFolder:
    """A set's folder, and the task whose set it is."""

    path: Path
    task: GeoBenchTask

    @cached_property
    def statistics(self) -> Statistics:
        """Of each band of the task, by its key without date.

        Raises:
            UnitError: a band's mean, deviation or maximum is missing or no number, or is given for several dates.
        """
        path = self.path / STATISTICS
        given = _json(path, dict[str, Any], "an object")
        undated_keys = {undated(key): values for key, values in given.items()}
        if len(undated_keys) < len(given):
            raise UnitError(f"expected the statistics of each band once in {path}", AGAIN)
        statistics = {}
        for key in self.task.bands:
            try:
                statistics[key] = msgspec.convert(undated_keys.get(key), BandStatistics)
            except msgspec.ValidationError as error:
                raise UnitError(
                    f"expected mean, std and max of '{key}' in {path}; found {undated_keys.get(key)}: {error}",
                    "download the set again: without its statistics no model can read it",
                ) from error
        return statistics

    def splits(self, partition: str) -> dict[str, tuple[str, ...]]:
        """Names of the samples of each split.

        Raises:
            RequestError: there is no such partition.
            SceneError: it does not hold lists of names.
        """
        for name in (f"{partition}_partition.json", f"{partition}_train_partition.json"):
            if (self.path / name).is_file():
                return _json(self.path / name, dict[str, tuple[str, ...]], "lists of samples")
        known = sorted(path.name.removesuffix("_partition.json") for path in self.path.glob("*_partition.json"))
        raise RequestError(
            f"no partition '{partition}' in {self.path}; it has {', '.join(known) or 'none'}", "give one to --partition"
        )

    def bands(self, name: str) -> tuple[dict[str, Band], list[str]]:
        """The keys and bands that are read of the set's samples, from one of them; and notes.

        Raises:
            SceneError, BandError, UnitError: see `geobench_bands.bands_of`, `statistics`.
        """
        with self._file(name) as file:
            keys = _undated_keys(file, self.path)
            shapes = {key: file[dated].shape for key, dated in keys.items()}
        first = next((shapes[key] for key in self.task.bands if key in shapes), ())
        if first[:2] != (self.task.side_px, self.task.side_px):
            raise SceneError(
                f"expected samples of {self.task.side_px} pixels in {self.path}; found {first}",
                "give the published set: the size of its pixels on the ground is known for that only",
            )
        other = [key for key, shape in shapes.items() if shape[:2] != first[:2] or shape[2:] not in ((), (1,))]
        return bands_of(self.task, list(keys), other, self.statistics)

    def sample(self, name: str, wanted: Collection[str]) -> Sample:
        """The bands under some keys, and the label.

        Raises:
            SceneError, BandError, LabelError: it is missing or damaged, lacks a band, has another size than the set,
                or its label is impossible.
        """
        where = f"sample {name} of {self.path}"
        with self._file(name) as file:
            keys = _undated_keys(file, self.path)
            if missing := [key for key in wanted if key not in keys]:
                raise BandError(f"{where} lacks {', '.join(missing)}", AGAIN)
            bands = [np.asarray(file[keys[key]][()], np.float32) for key in wanted]
            label = self._class_map(file, where) if self.task.kind == "segmentation" else self._label(file, where)
        flat = [band[..., 0] if band.ndim == 3 else band for band in bands]
        side = (self.task.side_px, self.task.side_px)
        if odd := [array.shape for array in (*flat, *([label] if label.ndim == 2 else [])) if array.shape != side]:
            raise SceneError(f"expected {side} pixels in {where}; found {odd[0]}", AGAIN)
        return Sample((np.stack(flat),), label)

    def _class_map(self, file: h5py.File, where: str) -> NDArray[Any]:
        keys = [key for key in file if key.startswith(LABEL)]
        if len(keys) != 1:
            raise LabelError(f"expected one label in {where}; found {len(keys)}", AGAIN)
        return class_map(np.asarray(file[keys[0]][()]), self.task.classes, where)

    def _label(self, file: h5py.File, where: str) -> NDArray[Any]:
        """A class as int64 (), or several as bool (K,)."""
        classes = self.task.classes
        described = restricted_pickle.loads_text(file.attrs.get("pickle"), where)
        label = np.asarray(described.get(LABEL) if isinstance(described, dict) else None)
        if self.task.kind == "multilabel":
            if label.shape != (classes,) or label.dtype.kind not in "biuf" or not np.isin(label, (0, 1)).all():
                raise LabelError(f"expected {classes} zeros and ones in {where}; found {str(label)[:60]}", AGAIN)
            return label.astype(bool)
        if label.shape != () or label.dtype.kind not in "iu" or not 0 <= int(label) < classes:
            raise LabelError(f"expected a class from 0 to {classes - 1} in {where}; found {str(label)[:60]}", AGAIN)
        return label.astype(np.int64)

    @contextmanager
    def _file(self, name: str) -> Iterator[h5py.File]:
        path = self.path / f"{name}.hdf5"  # names hold coordinates with dots: no suffix may be taken off them
        if path.parent != self.path:
            raise SceneError(f"the sample '{name}' of {self.path} lies outside of it", AGAIN)
        try:
            with h5py.File(path, "r") as file:
                yield file
        except EngineError:
            raise
        except Exception as error:  # a damaged file can raise almost anything, and not only when it is opened
            raise SceneError(f"cannot read {path}: {error}", AGAIN) from error


def _undated_keys(file: h5py.File, folder: Path) -> dict[str, str]:
    """Key without date -> key, of everything in a file but its label.

    Raises:
        SceneError: a band has several dates.
    """
    keys = [key for key in file if not key.startswith(LABEL)]
    of_undated = {undated(key): key for key in keys}
    if len(of_undated) < len(keys):
        raise SceneError(
            f"expected one date in each sample of {folder}; found {len(keys)} arrays of {len(of_undated)} bands",
            "give the published set, whose samples have one date each",
        )
    return of_undated


def _json(path: Path, shape: type[T], expected: str) -> T:
    try:
        return msgspec.convert(json.loads(path.read_bytes()), shape)
    except OSError as error:
        raise SceneError(f"cannot read {path}: {error.strerror}", AGAIN) from error
    except ValueError as error:
        raise SceneError(f"expected {expected} in {path}: {error}", AGAIN) from error
