"""The classes of the labels: names, colours, values, which is current. The store carries out the steps.

The current class is kept by its value, which no rename and no move changes, so it is always a class of the list.
"""

import math
from dataclasses import replace
from typing import AbstractSet, Collection, Dict, Iterable, List, Mapping, Optional, Sequence, Tuple

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...i18n import tr
from ..labels import label_query
from ..labels.label_edits import Change, Classes, LabelClass
from ..labels.label_style import default_colour, expected_colour
from ..labels.layer_labels import MAX_CLASSES

MAX_VALUE = 255  # of a map of bytes


class ClassList(QObject):
    """The classes that `labels.LabelStore` shows; every change of them is a step that can be taken back."""

    changed = pyqtSignal()  # anything that changes the map: a label, a class, a colour
    classes_changed = pyqtSignal()
    current_changed = pyqtSignal()
    failed = pyqtSignal(str)  # one line for the user
    told = pyqtSignal(str)  # nothing is wrong, but the user should know

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._classes: Classes = ()
        self._gone: Dict[str, int] = {}  # values of classes that are gone, should they come back
        self._current: Optional[int] = None  # the value of the current class
        self._remembered: Dict[str, str] = {}  # colours of classes that are gone, should they come back
        self._told: Tuple[Classes, Optional[str]] = ((), None)  # classes and current class as last told

    def layers(self) -> List[QgsVectorLayer]:
        """The layers that hold the labels."""
        raise NotImplementedError

    def field(self) -> str:
        """The field of those layers that names the class."""
        raise NotImplementedError

    def _step(self, after: Classes, changes: List[Change], text: str) -> bool:
        raise NotImplementedError

    # --- what there is -------------------------------------------------------------------------------------------

    def classes(self) -> List[LabelClass]:
        """The classes in order: the first has key 1."""
        return list(self._classes)

    def colours(self) -> Dict[str, str]:
        """The colour of each class, as the engine's requests take them."""
        return {each.name: each.colour for each in self._classes}

    def values(self) -> Dict[str, int]:
        """The value of each class on the map, as the engine's requests take them."""
        return {each.name: each.value for each in self._classes}

    def current(self) -> Optional[str]:
        """The class that the next label gets; None only while there are no classes."""
        return next((each.name for each in self._classes if each.value == self._current), None)

    def set_current(self, name: Optional[str]) -> None:
        """Choose the class of the next labels; a name that is not in the list changes nothing."""
        self._current = self.values().get(name or "", self._current)
        self._tell()

    def _show(self, classes: Classes, names: Iterable[str]) -> None:
        """Make these the classes, with new ones for the `names` that are not among them, and say what has changed."""
        before, row = self._classes, self._row()
        self._remembered.update({each.name: each.colour for each in before})
        self._gone.update({each.name: each.value for each in before})
        self._classes = self._with_new(classes, names)
        names_now, values_now = self.colours(), set(self.values().values())
        self._gone = {n: v for n, v in self._gone.items() if n not in names_now and v not in values_now}
        if self._current not in values_now:
            nearest = self._classes[min(row, len(self._classes) - 1)] if self._classes else None
            self._current = nearest.value if nearest else None
        self._tell()

    def _row(self) -> int:
        """The row of the current class; 0 while there is none."""
        return next((row for row, each in enumerate(self._classes) if each.value == self._current), 0)

    def _tell(self) -> None:
        """Emit what has changed since the last time, once all of it can be asked for."""
        (classes, current), self._told = self._told, (self._classes, self.current())
        if classes != self._classes:
            self.classes_changed.emit()
        if current != self.current():
            self.current_changed.emit()

    # --- steps ---------------------------------------------------------------------------------------------------

    def add_class(self, name: Optional[str] = None, colour: Optional[str] = None) -> Optional[str]:
        """Add a class and make it the current one; its name, None if it could not be added."""
        taken = self.colours()
        if name is None:
            numbers = range(len(taken) + 1, 2 * len(taken) + 2)
            name = next(n for n in (tr("class {number}").format(number=k) for k in numbers) if n not in taken)
        name = name.strip()
        if not self._is_new(name):
            return None
        new = self._new_class(name, self._classes, colour)
        if not self._step((*self._classes, new), [], tr("Add class")):
            return None
        self.set_current(name)
        return name

    def rename_class(self, old: str, new: str) -> bool:
        """Give a class and its labels another name."""
        new = new.strip()
        if old == new or old not in self.colours():
            return old == new
        if not self._is_new(new, self._classes[1:]):
            return False
        others = [each.colour for each in self._classes if each.name != old]
        after = tuple(each if each.name != old else _renamed(each, new, others) for each in self._classes)
        changes = label_query.of_classes(self.layers(), self.field(), {old}, new)
        return self._step(after, changes, tr("Rename class"))

    def recolour_class(self, name: str, colour: str) -> bool:
        """Give a class another colour."""
        new = [replace(c, colour=colour.upper(), chosen=True) if c.name == name else c for c in self._classes]
        return self._step(tuple(new), [], tr("Change colour"))

    def remove_class(self, name: str) -> bool:
        """Remove a class and its labels; `undo` brings both back."""
        changes = label_query.of_classes(self.layers(), self.field(), {name}, None)
        return self._step(tuple(c for c in self._classes if c.name != name), changes, tr("Remove class"))

    def move_classes(self, names: Collection[str], row: int) -> bool:
        """Put classes before the one that stands in `row` now; their values stay."""
        moved = [each for each in self._classes if each.name in names]
        above = [each for each in self._classes[: max(row, 0)] if each.name not in names]
        below = [each for each in self._classes[max(row, 0) :] if each.name not in names]
        after = (*above, *moved, *below)
        return after == self._classes or self._step(after, [], tr("Move class"))

    def merge_classes(self, names: Collection[str], into: str) -> bool:
        """Give the labels of some classes to another one and remove these classes: one step."""
        merged = set(names) & set(self.colours()) - {into}
        if not merged or into not in self.colours():
            return False
        changes = label_query.of_classes(self.layers(), self.field(), merged, into)
        if not self._step(tuple(c for c in self._classes if c.name not in merged), changes, tr("Merge classes")):
            return False
        self.set_current(into)
        return True

    def add_classes(self, wanted: Sequence[Tuple[str, str, Optional[int]]]) -> bool:
        """Add classes of (name, colour or "", value or None), or recolour those that are there: one step.

        A class that is there keeps its value and its place; a new one gets the wanted value unless it is taken.
        """
        if len(self.colours().keys() | {name for name, _, _ in wanted}) > MAX_CLASSES:
            self.failed.emit(_too_many())
            return False
        after = self._classes
        for name, colour, value in wanted:
            known = next((each for each in after if each.name == name), None)
            if known is None:
                after = (*after, self._new_class(name, after, colour, value))
            elif colour:
                new = replace(known, colour=colour.upper(), chosen=True)
                after = tuple(new if each is known else each for each in after)
        return after == self._classes or self._step(after, [], tr("Import classes"))

    # --- new classes ---------------------------------------------------------------------------------------------

    def _is_new(self, name: str, others: Optional[Classes] = None) -> bool:
        """Whether a class beside `others` can be called so; says why if not."""
        problem = ""
        if not name:
            problem = tr("A class needs a name.")
        elif name in self.colours():
            problem = tr("There is a class {name} already.").format(name=name)
        elif len(self._classes if others is None else others) >= MAX_CLASSES:
            problem = _too_many()
        if problem:
            self.failed.emit(problem)
        return not problem

    def _with_new(self, classes: Classes, names: Iterable[str]) -> Classes:
        """The classes, followed by new ones for the names that are not among them; codes keep their values."""
        known = {each.name for each in classes}
        new = [name for name in dict.fromkeys(names) if name not in known][: MAX_CLASSES - len(classes)]
        made = classes
        for name in sorted(new, key=lambda each: _code(each) is None):  # codes first: nobody else gets their values
            made = (*made, self._new_class(name, made))
        by_name = {each.name: each for each in made}
        return (*classes, *(by_name[name] for name in new))

    def _new_class(
        self, name: str, others: Classes, colour: Optional[str] = None, value: Optional[int] = None
    ) -> LabelClass:
        taken = {each.value for each in others}
        if value is None or not 0 <= value <= MAX_VALUE or value in taken:
            value = value_of_new(name, taken, self._gone)
        if colour:
            return LabelClass(name, colour.upper(), value, True)
        own = self._remembered.get(name) or default_colour(name, [each.colour for each in others])
        return LabelClass(name, own, value)


def value_of_new(name: str, taken: AbstractSet[int], gone: Mapping[str, int]) -> int:
    """The value of a new class on the map.

    What it had before, the code that is its name ("20"), or the lowest from 1 on that no class has or had; only
    when all have been used, the lowest that no class has.

    Args:
        name: of the class.
        taken: the values of the classes that there are.
        gone: the values of classes that are gone, by name: labels or maps may still hold them.

    Example:
        >>> value_of_new("sand", {1, 3}, {"rock": 2}), value_of_new("rock", {1, 3}, {"rock": 2})
        (4, 2)
    """
    used = set(gone.values())
    before, code = gone.get(name), _code(name)
    if before is not None and before not in taken:
        return before
    if code is not None and code not in taken | used:
        return code
    free = [value for value in range(1, MAX_VALUE + 1) if value not in taken]
    return next((value for value in free if value not in used), free[0])


def in_order(names: Iterable[str]) -> List[str]:
    """Names as people sort them: numbers by size, then texts.

    Example:
        >>> in_order(["wood", "100", "20"])
        ['20', '100', 'wood']
    """

    def rank(name: str) -> Tuple[bool, float, str]:
        try:
            number = float(name)
        except ValueError:
            number = math.nan
        return (False, number, name) if math.isfinite(number) else (True, 0.0, name)

    return sorted(names, key=rank)


def _code(name: str) -> Optional[int]:
    """The whole number from 0 to 255 that a class is called, None if it is called something else."""
    return int(name) if name in CODES else None


CODES = frozenset(map(str, range(MAX_VALUE + 1)))


def _too_many() -> str:
    return tr("A map holds {count} classes at most.").format(count=MAX_CLASSES)


def _renamed(each: LabelClass, name: str, taken: List[str]) -> LabelClass:
    """The class under another name, and in the colour expected of that name unless the user chose one."""
    expected = expected_colour(name)
    if expected is None or expected in taken or each.chosen:
        return replace(each, name=name)
    return replace(each, name=name, colour=expected)
