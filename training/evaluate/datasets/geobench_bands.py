"""Which key of a GEO-Bench file is which band: by name, never by order, with the two published defects corrected.

Two of the published sets hold the right pixels under wrong keys (issues 28 and 29 of the benchmark's own repository).
What a copy holds decides whether it has the defect, so that a repaired copy is read as it stands. Opens no file.
"""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from sys import float_info
from types import MappingProxyType
from typing import Annotated

from msgspec import Meta

from engine.errors import BandError
from engine.sensors import CATALOGUE, Band
from training.evaluate.datasets.geobench_tasks import GeoBenchTask

Finite = Annotated[float, Meta(ge=-float_info.max, le=float_info.max)]
_DATED = re.compile(r"_\d{4}-\d{2}-\d{2}$")
BYTE = 255
_SET = "give the folder of the published set, with its band_stats.json"


@dataclass(frozen=True)
class BandStatistics:
    """What `band_stats.json` says of a band, as far as it is used."""

    mean: Finite
    std: Annotated[float, Meta(gt=0, le=float_info.max)]
    max: Finite


Statistics = Mapping[str, BandStatistics]
"""Key without its date -> statistics."""

EUROSAT = {"08A - Vegetation Red Edge": "B09", "09 - Water vapour": "B10", "10 - SWIR - Cirrus": "B11",
           "11 - SWIR": "B12", "12 - SWIR": "B8A"}  # fmt: skip
"""What these keys of m-eurosat really hold; the others are right."""
BRICK_KILN = {"06 - Vegetation Red Edge": "B07", "07 - Vegetation Red Edge": "B8A", "08 - NIR": "B08",
              "08A - Vegetation Red Edge": "B11", "09 - Water vapour": "B12"}  # fmt: skip
"""What these keys of m-brick-kiln really hold; those of `RENDERED` hold an 8-bit picture of B04, B03 and B02."""
RENDERED = ("10 - SWIR - Cirrus", "11 - SWIR", "12 - SWIR")


def undated(key: str) -> str:
    """The key without its date: "04 - Red_2016-01-01" is "04 - Red"."""
    return _DATED.sub("", key)


def bands_of(
    task: GeoBenchTask, keys: Collection[str], other_size: Collection[str], statistics: Statistics
) -> tuple[dict[str, Band], list[str]]:
    """Which keys of a set's samples are read, with the band that each really holds; and notes on the others.

    Args:
        task: says which keys there should be.
        keys: of a sample, without dates and without the key of the label.
        other_size: those of them whose arrays differ in size from the first band of the task.
        statistics: of the set.

    Raises:
        BandError: a key is missing or unknown, or it is not clear what a key holds.
    """
    if missing := [key for key in task.bands if key not in keys]:
        raise BandError(
            f"expected the bands {', '.join(task.bands)} in {task.name}; missing: {', '.join(missing)}", _SET
        )
    if unknown := sorted(set(keys) - set(task.bands) - set(task.left_out) - set(other_size)):
        raise BandError(f"the wavelength of {', '.join(unknown)} in {task.name} is not known", _SET)
    names, notes = dict(task.bands), []
    if task.name in _DEFECTS:
        has_defect, holds, unused = _DEFECTS[task.name]
        if has_defect({key: statistics[key] for key in task.bands}):
            names = {key: name for key, name in {**names, **holds}.items() if key not in unused}
            text = ", ".join(f"'{key}' holds {name}" for key, name in holds.items())
            pictures = f"; {', '.join(unused)} hold an 8-bit picture and are left out" if unused else ""
            notes.append(f"the published defect of {task.name} is corrected: {text}{pictures}")
        else:
            notes.append(f"this copy lacks the published defect of {task.name}: bands are what their keys say")
    reasons = {**dict.fromkeys(other_size, "another size than the rest"), **task.left_out}
    notes += [f"{key} is left out: {reasons[key]}" for key in keys if key in reasons]
    known = {band.name: band for band in CATALOGUE[task.sensor].bands}
    return {key: known[name] for key, name in names.items()}, notes


def _shifted(statistics: Statistics) -> bool:
    """Whether "09" of m-eurosat holds B10. Cirrus is the darkest band: water vapour absorbs it before the ground.

    Raises:
        BandError: the darkest band is neither where it belongs nor where the defect puts it.
    """
    darkest = min(statistics, key=lambda key: statistics[key].mean)
    if darkest not in ("09 - Water vapour", "10 - SWIR - Cirrus"):
        raise BandError(
            f"expected the darkest band of m-eurosat to be cirrus, under key 09 or 10; found '{darkest}'",
            _SET,
        )
    return darkest == "09 - Water vapour"


def _rendered(statistics: Statistics) -> bool:
    """Whether "10" to "12" of m-brick-kiln hold an 8-bit picture: none above 255, where reflectance goes to thousands.

    Cirrus can be as dark, so a small "10" alone says nothing.

    Raises:
        BandError: only some of them do.
    """
    small = [key for key in RENDERED if statistics[key].max <= BYTE]
    if small in ([], [RENDERED[0]]):
        return False
    if len(small) < len(RENDERED) or statistics["02 - Blue"].max <= BYTE:
        raise BandError(
            f"expected an 8-bit picture under all of {', '.join(RENDERED)} of m-brick-kiln or none; found {small}",
            _SET,
        )
    return True


_DEFECTS: Mapping[str, tuple[Callable[[Statistics], bool], Mapping[str, str], tuple[str, ...]]] = MappingProxyType(
    {"m-eurosat": (_shifted, EUROSAT, ()), "m-brick-kiln": (_rendered, BRICK_KILN, RENDERED)}
)
"""Task -> whether a copy has the defect, what its keys then hold, and which keys are of no use."""
