"""The classes of the labels: names, colours, values, groups, which is current. The store carries out the steps.

The current class is kept by its value, which no rename and no move changes, so it is always a class of the list.
"""

import math
from dataclasses import replace
from typing import Callable, Collection, Dict, Iterable, List, Optional, Sequence, Tuple

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...i18n import tr
from ...layers.legend import CLASS, MAX_CLASSES, MAX_VALUE, ClassRow, LabelClass, Legend, code_of, moved, value_of_new
from ..labels import label_query
from ..labels.label_layers import LabelChange
from ..labels.label_style import default_colour, expected_colour


class ClassList(QObject):
    """The classes that `labels.LabelStore` shows; every change of them is a step that can be taken back."""

    changed = pyqtSignal()  # anything that changes the map: a label, a class, a colour
    classes_changed = pyqtSignal()
    current_changed = pyqtSignal()
    failed = pyqtSignal(str)  # one line for the user
    told = pyqtSignal(str)  # nothing is wrong, but the user should know

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._told: Tuple[Legend, Optional[str]] = (Legend(), None)  # legend and current class as last told
        self._forget_classes()

    def _forget_classes(self) -> None:
        self._legend = Legend()
        self._gone = Legend()  # what is gone, should it come back
        self._level = CLASS
        self._current: Optional[int] = None  # the value of the current class
        self._styled: Dict[str, str] = {}  # colours that a layer's own style gives to classes

    def layers(self) -> List[QgsVectorLayer]:
        """The layers that hold the labels."""
        raise NotImplementedError

    def field(self) -> str:
        """The field of those layers that names the class."""
        raise NotImplementedError

    def _step(self, after: Legend, changes: List[LabelChange], text: str) -> bool:
        raise NotImplementedError

    # --- what there is -------------------------------------------------------------------------------------------

    def legend(self) -> Legend:
        """Classes and groups."""
        return self._legend

    def classes(self) -> List[LabelClass]:
        """The classes in order: the first has key 1."""
        return list(self._legend.classes)

    def groups(self) -> List[LabelClass]:
        """The groups in order."""
        return list(self._legend.groups)

    def colours(self) -> Dict[str, str]:
        """The colour of each class."""
        return {each.name: each.colour for each in self._legend.classes}

    def values(self) -> Dict[str, int]:
        """The value of each class on the map."""
        return {each.name: each.value for each in self._legend.classes}

    def level(self) -> str:
        """What maps show: `legend.CLASS`, or `legend.GROUP` where the user chose so and there are groups."""
        return self._level if self._legend.groups else CLASS

    def mapped(self) -> Tuple[LabelClass, ...]:
        """The classes, or groups, that maps show."""
        return self._legend.of(self.level())

    def current(self) -> Optional[str]:
        """The class that the next label gets; None only while there are no classes."""
        return next((each.name for each in self._legend.classes if each.value == self._current), None)

    def set_current(self, name: Optional[str]) -> None:
        """Choose the class of the next labels; a name that is not in the list changes nothing."""
        self._current = self.values().get(name or "", self._current)
        self._tell()

    def _show(self, legend: Legend, names: Iterable[str]) -> None:
        """Make this the legend, with new classes for the `names` that are not in it, and say what has changed."""
        before, row = self._legend, self._row()
        self._legend = self._with_new(legend, names)
        self._gone = _gone(self._gone, before, self._legend)
        if self.current() is None:
            classes = self._legend.classes
            self._current = classes[min(row, len(classes) - 1)].value if classes else None
        self._tell()

    def _row(self) -> int:
        """The row of the current class; 0 while there is none."""
        return next((row for row, each in enumerate(self._legend.classes) if each.value == self._current), 0)

    def _tell(self) -> None:
        """Emit what has changed since the last time, once all of it can be asked for."""
        (legend, current), self._told = self._told, (self._legend, self.current())
        if legend != self._legend:
            self.classes_changed.emit()
        if current != self.current():
            self.current_changed.emit()

    # --- steps: classes ------------------------------------------------------------------------------------------

    def add_class(self, name: Optional[str] = None, colour: Optional[str] = None) -> Optional[str]:
        """Add a class and make it the current one; its name, None if it could not be added."""
        if name is None:
            name = _free_name(lambda k: tr("class {number}", number=k), len(self.colours()), self.colours())
        name = name.strip()
        if not self._is_new(name):
            return None
        new = self._new(name, self._legend, colour)
        if not self._step(_with(self._legend, new), [], tr("Add class")):
            return None
        self.set_current(name)
        return name

    def rename_class(self, old: str, new: str) -> bool:
        """Give a class and its labels another name."""
        new = new.strip()
        if old == new or old not in self.colours():
            return old == new
        if not self._is_new(new, instead=True):
            return False
        changes = label_query.of_classes(self.layers(), self.field(), {old}, new)
        after = [each if each.name != old else self._renamed(each, new) for each in self._legend.classes]
        return self._step(replace(self._legend, classes=tuple(after)).settled(), changes, tr("Rename class"))

    def recolour_class(self, name: str, colour: str) -> bool:
        """Give a class another colour."""
        after = replace(self._legend, classes=_recoloured(self._legend.classes, name, colour))
        return self._step(after, [], tr("Change colour"))

    def remove_class(self, name: str) -> bool:
        """Remove a class and its labels; `undo` brings both back."""
        changes = label_query.of_classes(self.layers(), self.field(), {name}, None)
        return self._step(_without(self._legend, {name}), changes, tr("Remove class"))

    def move_classes(self, names: Collection[str], row: int, group: Optional[str] = None) -> bool:
        """Put classes before the one that stands in `row` now; their values stay.

        Args:
            names: of the classes.
            row: among the classes.
            group: that they come into, "" for none; None: they stay where they are.
        """
        classes = moved(self._legend.classes, names, row)
        if group is not None:
            classes = _grouped(classes, names, group)
        after = replace(self._legend, classes=classes).settled()
        return after == self._legend or self._step(after, [], tr("Move class"))

    def merge_classes(self, names: Collection[str], into: str) -> bool:
        """Give the labels of some classes to another one and remove these classes: one step."""
        merged = set(names) & set(self.colours()) - {into}
        if not merged or into not in self.colours():
            return False
        changes = label_query.of_classes(self.layers(), self.field(), merged, into)
        if not self._step(_without(self._legend, merged), changes, tr("Merge classes")):
            return False
        self.set_current(into)
        return True

    def add_classes(self, wanted: Sequence[ClassRow]) -> bool:
        """Add classes, or recolour and group those that are there: one step.

        A class that is there keeps its value and its place; a new one gets the wanted value unless it is taken.
        """
        after = self._legend
        for row in wanted:
            if row.group and row.group not in {each.name for each in after.groups}:
                group = self._new_group(row.group, after, row.group_colour, row.group_value)
                after = replace(after, groups=(*after.groups, group))
            known = next((each for each in after.classes if each.name == row.name), None)
            if known is None:
                if len(list(after)) >= MAX_CLASSES:
                    self.failed.emit(_too_many())
                    return False
                known = self._new(row.name, after, row.colour, row.value)
                after = _with(after, known)
            elif row.colour:
                after = replace(after, classes=_recoloured(after.classes, row.name, row.colour))
            if row.group:
                after = replace(after, classes=_grouped(after.classes, {row.name}, row.group))
        after = after.settled()
        return after == self._legend or self._step(after, [], tr("Import classes"))

    # --- steps: groups -------------------------------------------------------------------------------------------

    def group_classes(self, names: Collection[str], group: Optional[str] = None) -> Optional[str]:
        """Put classes into a group, which is made if there is none of this name; the group's name.

        Args:
            names: of the classes.
            group: "" takes the classes out of theirs; None makes a group and names it.
        """
        legend, known = self._legend, {each.name for each in self._legend.groups}
        if group is None:
            group = _free_name(lambda k: tr("group {number}", number=k), len(known), {*known, *self.colours()})
        if group and group not in known:
            if len(list(legend)) >= MAX_CLASSES:
                self.failed.emit(_too_many())
                return None
            legend = replace(legend, groups=(*legend.groups, self._new_group(group, legend)))
        after = replace(legend, classes=_grouped(legend.classes, names, group)).settled()
        stuck = [each.name for each in after.classes if each.name in names and each.group != group]
        if stuck:
            self.failed.emit(tr("{name} is in the group of its name: rename one of them first.", name=stuck[0]))
            return None
        return group if after == self._legend or self._step(after, [], tr("Group classes")) else None

    def rename_group(self, old: str, new: str) -> bool:
        """Give a group another name."""
        new, known = new.strip(), {each.name for each in self._legend.groups}
        if old == new or old not in known:
            return old == new
        if not new or new in known:
            told = tr("There is a group {name} already.", name=new) if new else tr("A group needs a name.")
            self.failed.emit(told)
            return False
        groups = tuple(each if each.name != old else self._renamed(each, new) for each in self._legend.groups)
        members = [each.name for each in self._legend.classes if each.group == old]
        after = Legend(_grouped(self._legend.classes, members, new), groups).settled()
        return self._step(after, [], tr("Rename group"))

    def recolour_group(self, name: str, colour: str) -> bool:
        """Give a group another colour."""
        after = replace(self._legend, groups=_recoloured(self._legend.groups, name, colour))
        return self._step(after, [], tr("Change colour"))

    # --- new classes ---------------------------------------------------------------------------------------------

    def _is_new(self, name: str, instead: bool = False) -> bool:
        """Whether a class, instead of another one or beside all, can be called so; says why if not."""
        problem = ""
        if not name:
            problem = tr("A class needs a name.")
        elif name in self.colours():
            problem = tr("There is a class {name} already.", name=name)
        elif len(list(self._legend)) >= MAX_CLASSES and not instead:
            problem = _too_many()
        if problem:
            self.failed.emit(problem)
        return not problem

    def _with_new(self, legend: Legend, names: Iterable[str]) -> Legend:
        """The legend, followed by new classes for the names that are not in it; codes keep their values."""
        known = {each.name for each in legend.classes}
        new = [name for name in dict.fromkeys(names) if name not in known][: MAX_CLASSES - len(list(legend))]
        made = legend
        for name in sorted(new, key=lambda each: code_of(each) is None):  # codes first: nobody else gets their values
            made = _with(made, self._new(name, made))
        by_name = {each.name: each for each in made.classes}
        classes = (*legend.classes, *(by_name[name] for name in new))
        return replace(legend, classes=classes).settled() if new else legend

    def _new(self, name: str, legend: Legend, colour: Optional[str] = None, value: Optional[int] = None) -> LabelClass:
        """A class that `legend` has not."""
        return self._made(name, legend, self._gone.classes, colour, value)

    def _new_group(
        self, name: str, legend: Legend, colour: Optional[str] = None, value: Optional[int] = None
    ) -> LabelClass:
        """A group that `legend` has not."""
        return self._made(name, legend, self._gone.groups, colour, value)

    def _made(
        self, name: str, legend: Legend, gone: Sequence[LabelClass], colour: Optional[str], value: Optional[int]
    ) -> LabelClass:
        taken = {each.value for each in legend}
        if value is None or not 0 <= value <= MAX_VALUE or value in taken:
            values = {each.name: each.value for each in gone}
            value = value_of_new(name, taken, values, [each.value for each in self._gone])
        before = {each.name: each.colour for each in gone}.get(name) or self._styled.get(name)
        if colour:
            return LabelClass(name, colour.upper(), value, True)
        return LabelClass(name, before or default_colour(name, [each.colour for each in legend]), value)

    def _renamed(self, each: LabelClass, name: str) -> LabelClass:
        """The class under another name, and in the colour expected of that name unless the user chose one."""
        expected = expected_colour(name)
        taken = [other.colour for other in self._legend if other != each]
        if expected is None or expected in taken or each.chosen:
            return replace(each, name=name)
        return replace(each, name=name, colour=expected)


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


def _gone(gone: Legend, before: Legend, now: Legend) -> Legend:
    """What is gone now: what was gone or there before, and has neither its name nor its value now."""
    values = {each.value for each in now}

    def left(*kinds: Tuple[LabelClass, ...]) -> Tuple[LabelClass, ...]:
        *earlier, here = kinds
        names = {each.name for each in here}
        known = {each.name: each for kind in earlier for each in kind}
        return tuple(each for each in known.values() if each.name not in names and each.value not in values)

    return Legend(left(gone.classes, before.classes, now.classes), left(gone.groups, before.groups, now.groups))


def _with(legend: Legend, new: LabelClass) -> Legend:
    return replace(legend, classes=(*legend.classes, new)).settled()


def _without(legend: Legend, names: Collection[str]) -> Legend:
    return replace(legend, classes=tuple(each for each in legend.classes if each.name not in names)).settled()


def _recoloured(classes: Iterable[LabelClass], name: str, colour: str) -> Tuple[LabelClass, ...]:
    return tuple(replace(each, colour=colour.upper(), chosen=True) if each.name == name else each for each in classes)


def _grouped(classes: Iterable[LabelClass], names: Collection[str], group: str) -> Tuple[LabelClass, ...]:
    return tuple(replace(each, group=group) if each.name in names else each for each in classes)


def _free_name(named: Callable[[int], str], count: int, taken: Collection[str]) -> str:
    return next(name for name in map(named, range(count + 1, count + len(taken) + 2)) if name not in taken)


def _too_many() -> str:
    return tr("A map holds {count} classes at most.", count=MAX_CLASSES)
