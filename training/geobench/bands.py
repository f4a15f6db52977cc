"""Which key of a GEO-Bench file is which band: by name, never by order, and the two published defects put right.

Two of the published sets hold the right pixels under the wrong keys (issues 28 and 29 of the benchmark's own
repository). Whether a copy has the defect is decided by what it holds, not by its name, so that a mended copy is read
as it stands. Knows keys and statistics; opens no file.
"""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from engine.errors import BandError
from engine.sensors import CATALOGUE, Band
from training.geobench.tasks import Task

_DATED = re.compile(r"_\d{4}-\d{2}-\d{2}$")
LABEL = "label"  # what the key of a segmentation's label starts with
BYTE = 255
Statistics = Mapping[str, Mapping[str, float]]
"""Key without date -> {"mean", "std", "max", …}, as `band_stats.json` holds it."""

EUROSAT = {"08A - Vegetation Red Edge": "B09", "09 - Water vapour": "B10", "10 - SWIR - Cirrus": "B11",
           "11 - SWIR": "B12", "12 - SWIR": "B8A"}  # fmt: skip
"""What the keys of m-eurosat really hold; the others hold what they say."""
BRICK_KILN = {"06 - Vegetation Red Edge": "B07", "07 - Vegetation Red Edge": "B8A", "08 - NIR": "B08",
              "08A - Vegetation Red Edge": "B11", "09 - Water vapour": "B12"}  # fmt: skip
"""What the keys of m-brick-kiln really hold; those of `RENDERED` hold an 8-bit picture of B04, B03 and B02."""
RENDERED = ("10 - SWIR - Cirrus", "11 - SWIR", "12 - SWIR")


@dataclass(frozen=True)
class Meaning:
    """What is read of each sample.

    Attributes:
        keys: without dates, in the order of `bands`.
        bands: what they measure.
        told: what was put right or left out, in sentences.
    """

    keys: tuple[str, ...]
    bands: tuple[Band, ...]
    told: tuple[str, ...]


def undated(key: str) -> str:
    """The key without its date: "04 - Red_2016-01-01" is "04 - Red"."""
    return _DATED.sub("", key)


def meaning(task: Task, keys: Collection[str], other_size: Collection[str], statistics: Statistics) -> Meaning:
    """What the keys of a set's samples mean.

    Args:
        task: says which keys there should be.
        keys: of a sample, without dates and without the label's.
        other_size: those of them whose arrays have other pixels than the first band of the task.
        statistics: of the set.

    Raises:
        BandError: a key is missing or unknown, or it cannot be told what a key holds.
    """
    if missing := [key for key in task.bands if key not in keys]:
        raise BandError(
            f"expected the bands {', '.join(task.bands)} in {task.name}; missing: {', '.join(missing)}",
            "give the folder of the published set",
        )
    if unknown := sorted(set(keys) - set(task.bands) - set(task.left_out) - set(other_size)):
        raise BandError(
            f"the wavelength of {', '.join(unknown)} in {task.name} is not known",
            "give the folder of the published set, or add the band to training/geobench/tasks.py",
        )
    reasons = {**task.left_out, **dict.fromkeys(set(other_size) - set(task.left_out), "other pixels than the rest")}
    told = [f"{key} is left out: {reasons[key]}" for key in keys if key in reasons]
    names, mended = _mended(task, statistics)
    known = {band.name: band for band in CATALOGUE[task.sensor].bands}
    return Meaning(tuple(names), tuple(known[name] for name in names.values()), (*mended, *told))


def _mended(task: Task, statistics: Statistics) -> tuple[dict[str, str], list[str]]:
    """Key -> name of the band that it really holds, and what to tell."""
    names = dict(task.bands)
    if task.name not in _DEFECTS:
        return names, []
    holds, defect, gone = _DEFECTS[task.name]
    if not holds({key: statistics[key] for key in task.bands}):
        return names, [f"the published defect of {task.name} is not in this copy: bands are what their keys say"]
    told = ", ".join(f"'{key}' holds {name}" for key, name in defect.items())
    names = {key: name for key, name in {**names, **defect}.items() if key not in gone}
    pictures = f"; {', '.join(gone)} hold an 8-bit picture and are left out" if gone else ""
    return names, [f"the published defect of {task.name} is put right: {told}{pictures}"]


def _shifted(statistics: Statistics) -> bool:
    """Whether "09" of m-eurosat holds B10. Cirrus is dark on all ground, for water vapour absorbs it: the darkest.

    Raises:
        BandError: the darkest band is neither where it belongs nor where the defect puts it.
    """
    darkest = min(statistics, key=lambda key: statistics[key]["mean"])
    if darkest not in ("09 - Water vapour", "10 - SWIR - Cirrus"):
        raise BandError(
            f"expected the darkest band of m-eurosat to be cirrus, under key 09 or 10; found '{darkest}'",
            "give the folder of the published set with its band_stats.json",
        )
    return darkest == "09 - Water vapour"


def _rendered(statistics: Statistics) -> bool:
    """Whether "10" to "12" of m-brick-kiln hold an 8-bit picture: none above 255, where reflectance goes to thousands.

    Cirrus can be as dark, so a small "10" alone says nothing.

    Raises:
        BandError: only some of them do.
    """
    small = [key for key in RENDERED if statistics[key]["max"] <= BYTE]
    if small in ([], [RENDERED[0]]):
        return False
    if len(small) < len(RENDERED) or statistics["02 - Blue"]["max"] <= BYTE:
        raise BandError(
            f"expected an 8-bit picture under all of {', '.join(RENDERED)} of m-brick-kiln or none; found {small}",
            "give the folder of the published set with its band_stats.json",
        )
    return True


_DEFECTS: Mapping[str, tuple[Callable[[Statistics], bool], Mapping[str, str], tuple[str, ...]]] = MappingProxyType(
    {"m-eurosat": (_shifted, EUROSAT, ()), "m-brick-kiln": (_rendered, BRICK_KILN, RENDERED)}
)
"""Task -> whether a copy has the defect, what its keys then hold, and which are of no use."""
