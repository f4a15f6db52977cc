"""What every set offers, whatever files it lies in: what is the same for all samples, and samples read when asked.

Sets do not fit in memory, so a sample is read each time it is wanted; the operating system keeps what it can.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.errors import LabelError, RequestError
from engine.sensors import Band
from training.geobench.tasks import Kind

SPLITS = ("train", "valid", "test")
IGNORED = 255
"""The value that marks pixels without a label in 8-bit masks, where a set has such pixels."""
UNLABELLED = -1


@dataclass(frozen=True)
class Sample:
    """One sample.

    Attributes:
        pixels_CHW: float32, in the unit of the set's statistics.
        label: int64 () of a class, bool (K,) of several, int64 (H, W) with `UNLABELLED`.
    """

    pixels_CHW: NDArray[np.float32]
    label: NDArray[Any]


@dataclass(frozen=True)
class Labelled:
    """A set with labels.

    Attributes:
        name: of the task.
        kind, classes, metric: what is predicted, of how many classes, and the score that counts first.
        bands, modality, gsd_m: as in `engine.model.tokens.Chip`.
        side_px: of a sample.
        mean_C, std_C: of each band, in the unit of the pixels.
        splits: "train", "valid", "test" -> names of samples.
        read: the sample of a name.
        told: what a reader of the scores should know of the set.
    """

    name: str
    kind: Kind
    classes: int
    metric: str
    bands: tuple[Band, ...]
    modality: str | None
    gsd_m: float
    side_px: int
    mean_C: NDArray[np.float32]
    std_C: NDArray[np.float32]
    splits: Mapping[str, tuple[str, ...]]
    read: Callable[[str], Sample]
    told: tuple[str, ...] = ()

    def at_most(self, samples: int, seed: int) -> "Labelled":
        """With at most so many samples in each split, drawn by the seed; all of them for 0."""
        if not samples or max(map(len, self.splits.values())) <= samples:
            return self
        lot = np.random.default_rng(seed)
        drawn = {split: tuple(lot.permutation(names)[:samples].tolist()) for split, names in self.splits.items()}
        return replace(self, splits=drawn, told=(*self.told, f"at most {samples} samples of each split"))


def complete(splits: Mapping[str, tuple[str, ...]], where: str) -> Mapping[str, tuple[str, ...]]:
    """The three splits.

    Raises:
        RequestError: one of them is missing or empty.
    """
    if short := [split for split in SPLITS if not splits.get(split)]:
        raise RequestError(f"expected samples to {', '.join(SPLITS)} in {where}; none to {', '.join(short)}",
                           "give a set, or a partition of it, that has all three")  # fmt: skip
    return {split: splits[split] for split in SPLITS}


def repeated(splits: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """What to tell where samples that are scored were also learnt from or chosen by, as in excerpts of sets."""
    test = set(splits["test"])
    counts = {split: len(test.intersection(splits[split])) for split in ("train", "valid")}
    return tuple(
        f"{count} of {len(test)} samples to test are also samples to {split}: such a score is none for new samples"
        for split, count in counts.items()
        if count
    )


def class_number(value: object, classes: int, where: str) -> NDArray[Any]:
    """A class as int64 ().

    Raises:
        LabelError: no whole number, or none of the classes.
    """
    if not isinstance(value, int | np.integer) or isinstance(value, bool) or not 0 <= int(value) < classes:
        raise LabelError(f"expected a class from 0 to {classes - 1} in {where}; found {value!r}", _AGAIN)
    return np.array(int(value), np.int64)


def several(value: object, classes: int, where: str) -> NDArray[Any]:
    """Several classes as bool (K,).

    Raises:
        LabelError: not one 0 or 1 for each class.
    """
    found = np.asarray(value)
    if found.shape != (classes,) or found.dtype.kind not in "biuf" or not np.isin(found, (0, 1)).all():
        raise LabelError(f"expected {classes} zeros and ones in {where}; found {str(value)[:60]}", _AGAIN)
    return found.astype(bool)


def classes_of_pixels(value: NDArray[Any], classes: int, where: str, ignored: tuple[int, ...] = ()) -> NDArray[Any]:
    """Classes of pixels as int64 (H, W), `UNLABELLED` where a pixel has an ignored value.

    Raises:
        LabelError: no image, or a value that is no class and not ignored.
    """
    label_HW = value[..., 0] if value.ndim == 3 and value.shape[2] == 1 else value
    if label_HW.ndim != 2 or not np.isfinite(label_HW).all() or (label_HW != np.round(label_HW)).any():
        raise LabelError(f"expected an image of whole numbers as label in {where}; found {value.shape}", _AGAIN)
    label_HW = label_HW.astype(np.int64)
    label_HW[np.isin(label_HW, (IGNORED, *ignored))] = UNLABELLED
    if label_HW.max() >= classes or label_HW.min() < UNLABELLED:
        raise LabelError(f"expected classes from 0 to {classes - 1} in {where}; found {label_HW.max()}", _AGAIN)
    return label_HW


_AGAIN = "download the set again; if it is a newer version of it, say so in an issue"
