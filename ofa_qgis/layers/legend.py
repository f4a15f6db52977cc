"""The classes of labels and maps, in order, and the groups that some of them are in. Plain values: knows no QGIS.

Classes and groups take their values on the map out of one pool, so that a map of groups can show a class without a
group as itself.
"""

from dataclasses import dataclass, replace
from typing import (
    AbstractSet,
    Collection,
    Dict,
    Iterator,
    List,
    Mapping,
    NamedTuple,
    Optional,
    Sequence,
    Tuple,
)

CLASS, GROUP = "class", "group"
"""What a map shows: each class, or each group. Also the engine's words for the field of the labels that names them."""
MAX_VALUE = 255  # of a map of bytes
MAX_CLASSES = 255  # what a map of bytes holds beside nodata
CODES = frozenset(map(str, range(MAX_VALUE + 1)))


@dataclass(frozen=True)
class LabelClass:
    """A class, or a group of classes."""

    name: str
    colour: str  # "#RRGGBB"
    value: int  # on the map, 0 to 255; stays with the class whatever it is called and wherever it stands
    chosen: bool = False  # the user chose the colour: a new name does not change it
    group: str = ""  # of a class: the group that it is in; "" for none


class ClassRow(NamedTuple):
    """A class and its group as files name them."""

    name: str
    value: Optional[int] = None
    colour: str = ""  # "" where it has none
    group: str = ""
    group_value: Optional[int] = None
    group_colour: str = ""


@dataclass(frozen=True)
class Legend:
    """Classes in order, and the groups that they name; every value is used once."""

    classes: Tuple[LabelClass, ...] = ()
    groups: Tuple[LabelClass, ...] = ()

    def __iter__(self) -> Iterator[LabelClass]:
        """Classes, then groups."""
        yield from (*self.classes, *self.groups)

    def of(self, level: str) -> Tuple[LabelClass, ...]:
        """What a map shows: the classes; or for `GROUP` the groups, and the classes without one, in order."""
        if level != GROUP:
            return self.classes
        by_name = {each.name: each for each in self.groups}
        return tuple(dict.fromkeys(by_name.get(each.group, each) for each in self.classes))

    def units(self) -> List[Tuple[LabelClass, ...]]:
        """The classes of each group, and each class without one, in order."""
        found: Dict[Tuple[bool, str], List[LabelClass]] = {}
        for each in self.classes:
            found.setdefault((bool(each.group), each.group or each.name), []).append(each)
        return [tuple(unit) for unit in found.values()]

    def shift(self, names: Collection[str], step: int) -> Optional[Tuple[List[str], int]]:
        """Which classes to put before the one of which row, so that some move by one place; None at the end.

        Classes of one group move within it; all of a group move with the group, which passes whole groups.

        Args:
            names: of the classes that move.
            step: up (-1) or down (1).
        """
        chosen = [each for each in self.classes if each.name in names]
        inner = {each.group for each in chosen}
        places = self.units()
        for unit in places:
            if len(inner) == 1 and unit[0].group in inner - {""} and set(unit) - set(chosen):
                places = [(each,) for each in unit]
                break
        hit = [index for index, unit in enumerate(places) if set(unit) & set(chosen)]
        if not hit or not 0 <= (hit[0] if step < 0 else hit[-1]) + step < len(places):
            return None
        wanted = [each.name for index in hit for each in places[index]]
        if step < 0:
            return wanted, self.classes.index(places[hit[0] - 1][0])
        return wanted, self.classes.index(places[hit[-1] + 1][-1]) + 1

    def settled(self) -> "Legend":
        """The same with its laws kept.

        Classes of one group stand together, where the first of them stood. A class that is called as a group is in
        it. Groups without classes are gone, and the others stand in the order of their classes.
        """
        named = {each.group for each in self.classes if each.group}
        classes = [
            replace(each, group=each.name) if each.name in named and not each.group else each for each in self.classes
        ]
        joined = tuple(each for unit in Legend(tuple(classes)).units() for each in unit)
        by_name = {each.name: each for each in self.groups}
        return Legend(joined, tuple(by_name[name] for name in dict.fromkeys(each.group for each in joined) if name))

    def rows(self) -> List[ClassRow]:
        """One row for each class."""
        of_group = {each.name: (each.name, each.value, each.colour) for each in self.groups}
        return [ClassRow(each.name, each.value, each.colour, *of_group.get(each.group, ())) for each in self.classes]


def value_of_new(name: str, taken: AbstractSet[int], gone: Mapping[str, int], spent: Collection[int] = ()) -> int:
    """The value of a new class, or group, on the map.

    What it had before, the code that is its name ("20"), or the lowest from 1 on that nobody has or had; only when
    all have been used, the lowest that nobody has.

    Args:
        name: of the class.
        taken: the values that there are.
        gone: the values of classes that are gone, by name: labels or maps may still hold them.
        spent: other values that somebody had.

    Example:
        >>> value_of_new("sand", {1, 3}, {"rock": 2}), value_of_new("rock", {1, 3}, {"rock": 2})
        (4, 2)
    """
    used = {*gone.values(), *spent}
    before, code = gone.get(name), code_of(name)
    if before is not None and before not in taken:
        return before
    if code is not None and code not in taken | used:
        return code
    free = [value for value in range(1, MAX_VALUE + 1) if value not in taken]
    return next((value for value in free if value not in used), free[0])


def code_of(name: str) -> Optional[int]:
    """The whole number from 0 to 255 that a class is called, None if it is called something else."""
    return int(name) if name in CODES else None


def moved(classes: Sequence[LabelClass], names: Collection[str], row: int) -> Tuple[LabelClass, ...]:
    """The classes with those of some names before the one that stands in `row` now."""
    row = max(row, 0)
    above = [each for each in classes[:row] if each.name not in names]
    below = [each for each in classes[row:] if each.name not in names]
    return (*above, *(each for each in classes if each.name in names), *below)
