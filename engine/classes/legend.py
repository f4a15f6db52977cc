"""Which number a class has on a map, in which colour, and in which order people see the classes.

A class keeps its value: a new class never moves the others. Knows nothing of how a map is made.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from engine.classes import class_names
from engine.classes.palette import colours_of
from engine.errors import RequestError

HIGHEST = 255
"""The largest value that a map of bytes holds."""


@dataclass(frozen=True)
class LegendChoices:
    """Values and colours that somebody has decided for classes, by name.

    Attributes:
        values: class -> its value on the map, in the order in which classes are shown.
        colours: class -> ``#RRGGBB``.
    """

    values: Mapping[str, int] = field(default_factory=dict)
    colours: Mapping[str, str] = field(default_factory=dict)

    def validated(self) -> "LegendChoices":
        """The same with normalised names.

        Raises:
            RequestError: two classes share a value, a value does not fit, a colour is invalid, or there are too many.
        """
        values = validated_values(self.values)
        _check_count(len(values))
        names = [class_names.normalised(name) for name in self.colours]
        return LegendChoices(values, dict(zip(names, colours_of(names, self.colours), strict=True)))

    def over(self, other: "LegendChoices") -> "LegendChoices":
        """Both, where this overrides the other: its classes come first, and nobody else has its values.

        Example:
            >>> LegendChoices({"water": 2}).over(LegendChoices({"forest": 2, "water": 1, "crops": 3})).values
            {'water': 2, 'crops': 3}
        """
        taken = set(self.values.values())
        rest = {name: value for name, value in other.values.items() if value not in taken}
        return LegendChoices(
            {**self.values, **{n: v for n, v in rest.items() if n not in self.values}},
            {**other.colours, **self.colours},
        )


@dataclass(frozen=True)
class Legend:
    """The classes of one map, K of them, in the order in which they are shown.

    Attributes:
        names: of the classes.
        values: their values on the map, 0 to 255, all different.
        colours: ``#RRGGBB``.
        head_index: for each, the number (from 0) that the head gives to the class.
        empty: the value of pixels without a class where a file has said it; otherwise one is chosen.
    """

    names: tuple[str, ...]
    values: tuple[int, ...]
    colours: tuple[str, ...]
    head_index: tuple[int, ...]
    empty: int | None = None

    @classmethod
    def of(
        cls,
        names: Sequence[str],
        codes: Sequence[int | str] = (),
        values: Mapping[str, int] | None = None,
        colours: Mapping[str, str] | None = None,
    ) -> "Legend":
        """The legend of classes.

        Classes that `values` names come first, in its order and with its values. The others follow in the head's
        order: with their own codes where all codes are whole numbers that fit a byte and are free, else with the
        lowest free values from 1.

        Args:
            names: the classes, in the order that the head knows.
            codes: what the labels call them; whole numbers are kept as values where they can be.
            values: class -> value, where somebody has decided it. Classes that are not in `names` are passed over.
            colours: class -> colour, where somebody has decided it.

        Raises:
            RequestError: two classes share a value, a value does not fit, a colour is invalid, or there are too many.

        Example:
            >>> Legend.of(["10", "20"], codes=[10, 20]).values
            (10, 20)
            >>> Legend.of(["apple trees", "water"], values={"water": 1}).values
            (1, 2)
        """
        asked = validated_values(values or {})
        _check_count(len(set(names) | set(asked)))
        painted = dict(zip(names, colours_of(names, colours), strict=True))
        order = [name for name in asked if name in painted]
        taken = dict(asked)
        rest = [(name, code) for name, code in zip(names, codes or names, strict=True) if name not in asked]
        kept = {name: code for name, code in rest if isinstance(code, int) and 0 <= code <= HIGHEST}
        if len(kept) < len(rest) or set(kept.values()) & set(taken.values()):
            kept = {}
        for name, _ in rest:
            taken[name] = kept[name] if name in kept else _lowest_free(taken.values())
        order += [name for name, _ in rest]
        number = {name: k for k, name in enumerate(names)}
        return cls(
            tuple(order),
            tuple(taken[name] for name in order),
            tuple(painted[name] for name in order),
            tuple(number[name] for name in order),
        )

    @property
    def nodata(self) -> int:
        """The value of pixels without a class: 0, or the highest free value where 0 is a class."""
        if self.empty is not None:
            return self.empty
        return 0 if 0 not in self.values else int(max(set(range(HIGHEST + 1)) - set(self.values)))

    @property
    def table(self) -> NDArray[np.uint8]:
        """From what the head gives (0 for nothing, class k as k + 1) to values on the map (K + 1,)."""
        table = np.full(len(self.names) + 1, self.nodata, np.uint8)
        table[np.array(self.head_index, np.int64) + 1] = self.values
        return table

    def value_of(self) -> dict[str, int]:
        """The value of each class, in the order shown."""
        return dict(zip(self.names, self.values, strict=True))

    def name_of(self) -> dict[int, str]:
        """The class of each value, in the order shown."""
        return dict(zip(self.values, self.names, strict=True))

    def colour_of(self) -> dict[int, str]:
        """The colour of each value, in the order shown."""
        return dict(zip(self.values, self.colours, strict=True))


def validated_values(values: Mapping[str, int]) -> dict[str, int]:
    """`values` by normalised name, where each is a whole number of its own that fits a byte.

    Raises:
        RequestError: one is not.
    """
    owner: dict[int, str] = {}
    for name, value in values.items():
        if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= HIGHEST:
            raise RequestError(
                "expected a whole number from 0 to {highest} as the value of '{name}'; found {value}",
                "give --values NAME=NUMBER",
                highest=HIGHEST,
                name=name,
                value=value,
            )
        if value in owner:
            raise RequestError(
                "the classes '{one}' and '{other}' have the same value {value}",
                "give each class a value of its own: --values NAME=NUMBER",
                one=owner[value],
                other=name,
                value=value,
            )
        owner[value] = name
    return {class_names.normalised(name): value for name, value in values.items()}


def _check_count(classes: int) -> None:
    if classes > HIGHEST:
        raise RequestError(
            "{classes} classes do not fit into a map of bytes, which also needs a value for nodata",
            "merge some classes: {most} fit",
            classes=classes,
            most=HIGHEST,
        )


def _lowest_free(taken: Iterable[int]) -> int:
    free = set(range(HIGHEST + 1)) - set(taken)
    return min(free - {0} or free)
