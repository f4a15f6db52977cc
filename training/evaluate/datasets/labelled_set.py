"""What every labelled set offers, whatever files it lies in: what all samples share, and samples that are read by name.

Most sets do not fit in memory, so a sample is read each time it is needed; the operating system caches the files.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from engine.errors import LabelError, RequestError
from engine.scene.statistics import Statistics, measured, pooled, stated
from engine.scene.values.units import MODEL_UNITS, Units
from engine.sensors import Band

Kind = Literal["classification", "multilabel", "segmentation"]
SPLITS = ("train", "valid", "test")
IGNORED = 255
"""The value of pixels without a label in 8-bit masks."""
UNLABELLED = -1
AT_ONCE = 1000  # chips whose statistics are measured together, for memory


@dataclass(frozen=True)
class SensorView:
    """What one sensor shows of every sample of a set.

    Attributes:
        bands, modality, gsd_m: see `engine.model.tokens.SensorBatch`.
        side_px: height and width of a sample.
        own: statistics of each band over the training samples, in model units.
        units: what the numbers of the samples are in; model units of unknown meaning where nothing says it.
        sensor: id in the sensor catalogue; "" where that is of no use.
    """

    bands: tuple[Band, ...]
    modality: str | None
    gsd_m: float
    side_px: int
    own: Statistics
    units: Units = MODEL_UNITS
    sensor: str = ""

    def statistics(self, choice: str) -> Statistics:
        """That a model asks for, or the set's own; see `engine.scene.statistics.stated`."""
        return stated(choice, self.sensor, self.bands, self.units.quantity, self.own)


@dataclass(frozen=True)
class Sample:
    """One sample.

    Attributes:
        pixels: (C, H, W) of each view, in its units; NaN where a pixel is invalid.
        label: int64 () for a class, bool (K,) for several classes, int64 (H, W) with `UNLABELLED` for pixels.
        months: when each view was taken, 1 to 12; () where nothing says so.
    """

    pixels: tuple[NDArray[Any], ...]
    label: NDArray[Any]
    months: tuple[int, ...] = ()


@dataclass(frozen=True)
class LabelledSet:
    """A set with labels.

    Attributes:
        name: of the task.
        kind, classes: what is predicted, and the number of classes.
        views: what each sensor shows of the samples; most sets have one.
        splits: name of a split -> names of its samples.
        read: the sample of a name.
        notes: what a reader of the scores should know about the set.
    """

    name: str
    kind: Kind
    classes: int
    views: tuple[SensorView, ...]
    splits: Mapping[str, tuple[str, ...]]
    read: Callable[[str], Sample]
    notes: tuple[str, ...] = ()

    def at_most(self, samples: int, seed: int) -> "LabelledSet":
        """With at most this many samples in each split, drawn by the seed; all of them for 0."""
        if not samples or max(map(len, self.splits.values())) <= samples:
            return self
        rng = np.random.default_rng(seed)
        drawn = {split: tuple(rng.permutation(names)[:samples].tolist()) for split, names in self.splits.items()}
        return replace(self, splits=drawn, notes=(*self.notes, f"at most {samples} samples of each split"))


@dataclass(frozen=True)
class ChipArray:
    """The chips of one sensor, before a set is made of them: all in memory, in any unit that they share.

    Attributes:
        pixels_NCHW: NaN where a pixel is invalid.
        bands, modality, gsd_m: see `SensorView`.
        months: when each chip was taken, 1 to 12; () where nothing says so.
        units, sensor: see `SensorView`.
    """

    pixels_NCHW: NDArray[Any]
    bands: tuple[Band, ...]
    modality: str | None
    gsd_m: float
    months: tuple[int, ...] = ()
    units: Units = MODEL_UNITS
    sensor: str = ""

    def view(self, known_N: NDArray[np.int64]) -> SensorView:
        """The view with the statistics of these chips: never of those that only serve as a test."""
        parts, weights = [], []
        for start in range(0, len(known_N), AT_ONCE):
            pixels_CN = self.pixels_NCHW[known_N[start : start + AT_ONCE]].swapaxes(0, 1).reshape(len(self.bands), -1)
            pixels_CN = pixels_CN[:, ~np.isnan(pixels_CN).any(0)]
            if pixels_CN.size:
                parts.append(measured(pixels_CN, self.units))
                weights.append(pixels_CN.shape[1])
        own = pooled(parts, weights)
        return SensorView(
            self.bands, self.modality, self.gsd_m, self.pixels_NCHW.shape[-1], own, self.units, self.sensor
        )


def set_in_memory(
    name: str, arrays: Sequence[ChipArray], labels: NDArray[Any], splits: Mapping[str, NDArray[np.int64]],
    notes: tuple[str, ...] = (),
) -> LabelledSet:  # fmt: skip
    """A set of chips in memory, which are named after their number.

    Args:
        name: of the task.
        arrays: the chips of each sensor, in one order.
        labels: (N,) classes from 0, or (N, K) bool where a chip may show several classes.
        splits: name of a split -> numbers of its chips; the first one makes the statistics.
        notes: see `LabelledSet`.
    """
    known_N, multilabel = next(iter(splits.values())), labels.ndim == 2

    def read(name: str) -> Sample:
        number = int(name)
        months = tuple(array.months[number] for array in arrays if array.months)
        return Sample(tuple(array.pixels_NCHW[number] for array in arrays), labels[number], months)

    return LabelledSet(
        name, "multilabel" if multilabel else "classification",
        labels.shape[1] if multilabel else int(labels.max()) + 1,
        tuple(array.view(known_N) for array in arrays),
        {split: tuple(map(str, numbers.tolist())) for split, numbers in splits.items()},
        read, notes,
    )  # fmt: skip


def complete(splits: Mapping[str, tuple[str, ...]], where: str) -> Mapping[str, tuple[str, ...]]:
    """The three splits of a benchmark.

    Raises:
        RequestError: one of them is missing or empty.
    """
    if empty := [split for split in SPLITS if not splits.get(split)]:
        raise RequestError(f"expected samples for {', '.join(SPLITS)} in {where}; found none for {', '.join(empty)}",
                           "give a set, or a partition of it, that has all three")  # fmt: skip
    return {split: splits[split] for split in SPLITS}


def class_map(values: NDArray[Any], classes: int, where: str, ignored: tuple[int, ...] = ()) -> NDArray[Any]:
    """Classes of pixels as int64 (H, W), `UNLABELLED` where a pixel has an ignored value.

    Raises:
        LabelError: this is no image, or a value is neither a class nor ignored.
    """
    label_HW = values[..., 0] if values.ndim == 3 and values.shape[2] == 1 else values
    if label_HW.ndim != 2 or not np.isfinite(label_HW).all() or (label_HW != np.round(label_HW)).any():
        raise LabelError(f"expected an image of whole numbers as label in {where}; found {values.shape}", AGAIN)
    label_HW = label_HW.astype(np.int64)
    label_HW[np.isin(label_HW, (IGNORED, *ignored))] = UNLABELLED
    if label_HW.max() >= classes or label_HW.min() < UNLABELLED:
        raise LabelError(f"expected classes from 0 to {classes - 1} in {where}; found {label_HW.max()}", AGAIN)
    return label_HW


AGAIN = "download the set again"
