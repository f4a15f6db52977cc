"""What somebody wants of a map, in words: a minimum area, and which classes become one. Knows no pixels."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from engine.accuracy.class_raster import Stratum
from engine.classes.class_names import normalised
from engine.classes.legend import Legend
from engine.errors import RequestError
from engine.words import joined

M2 = {"ha": 10_000.0, "m2": 1.0, "m²": 1.0, "km2": 1e6, "km²": 1e6}
"""Square metres of each unit."""
PIXELS = "px"
AND = "+"


@dataclass(frozen=True)
class MinimumArea:
    """A size and its unit: one of `M2`, or `PIXELS`."""

    size: float
    unit: str

    @classmethod
    def of(cls, text: str) -> "MinimumArea":
        """What ``0.5ha``, ``5000m2`` or ``20px`` means.

        Raises:
            RequestError: it is no area above zero, or has no unit.

        Example:
            >>> MinimumArea.of("0.5 ha").m2
            5000.0
        """
        found = re.fullmatch(r"\s*(\d+(?:\.\d*)?|\.\d+)\s*([a-z]+[2²]?)\s*", text.lower())
        if not found or found[2] not in (*M2, PIXELS) or not float(found[1]) > 0:
            raise RequestError(
                "expected a minimum area with its unit, such as 0.5ha; found '{text}'",
                "give --min-area 0.5ha, 5000m2 or 20px",
                text=text,
            )
        return cls(float(found[1]), found[2])

    @property
    def m2(self) -> float | None:
        """In square metres; None if it counts pixels."""
        return None if self.unit == PIXELS else self.size * M2[self.unit]


@dataclass(frozen=True)
class Merged:
    """The classes of a map after some have become one.

    Attributes:
        legend: of the new map.
        number_of: value on the old map -> number of the class in the legend, from 0.
    """

    legend: Legend
    number_of: dict[int, int]


def merged(strata: Sequence[Stratum], merge: Mapping[str, str], empty: int | None) -> Merged:
    """The classes of a map where each of `merge` stands for several, ``{"crops": "wheat+maize"}``.

    A new class has value and colour of the first of its members, or of the one that is called as it is. Members may be
    named by their values, too.

    Args:
        strata: the classes of the map.
        merge: new class -> its members, with + between them.
        empty: value of pixels without a class; None if the map names none.

    Raises:
        RequestError: a class is not on the map, belongs to two new ones, or a new one is called as a class that stays.
    """
    group_of: dict[str, str] = {}
    lead_of: dict[str, Stratum] = {}
    for title, members in ((normalised(name), members) for name, members in merge.items()):
        found = [_named(strata, name) for name in _members(strata, members)]
        if twice := [each.name for each in found if each.name in group_of]:
            raise RequestError("the class {name} would become two classes", "name it once in --merge", name=twice[0])
        group_of |= {each.name: title for each in found}
        lead_of[title] = next((each for each in found if each.name == title), found[0])
    if stays := [each.name for each in strata if each.name in lead_of and each.name not in group_of]:
        raise RequestError(
            "the map has a class {name} already",
            "add it: --merge {name}={name}+…, or give the new class another name",
            name=stays[0],
        )
    titles = {each.value: group_of.get(each.name, each.name) for each in strata}
    names = list(dict.fromkeys(titles.values()))
    leads = [lead_of.get(name) or _named(strata, name) for name in names]
    values, colours = tuple(each.value for each in leads), tuple(each.colour for each in leads)
    legend = Legend(tuple(names), values, colours, tuple(range(len(names))), empty)
    return Merged(legend, {value: names.index(title) for value, title in titles.items()})


def _members(strata: Sequence[Stratum], text: str) -> list[str]:
    """The names between the pluses; a class whose name holds one is itself."""
    known = {each.name for each in strata}
    names = [text] if normalised(text) in known else text.split(AND)
    return list(dict.fromkeys(normalised(name) for name in names))


def _named(strata: Sequence[Stratum], name: str) -> Stratum:
    found = [each for each in strata if each.name == name] or [each for each in strata if str(each.value) == name]
    if not found:
        raise RequestError(
            "the map has no class {name}",
            "its classes are {names}",
            name=name or "''",
            names=joined(each.name for each in strata),
        )
    return found[0]
