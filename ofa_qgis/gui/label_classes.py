"""The classes of the labels: names, colours, which is current. How a step is carried out is the store's business."""

from dataclasses import replace
from typing import Dict, List, Optional

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..i18n import tr
from . import label_query
from .label_edits import Change, Classes, LabelClass
from .label_style import default_colour, expected_colour
from .layer_labels import MAX_CLASSES


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
        self._current: Optional[str] = None
        self._remembered: Dict[str, str] = {}  # colours of classes that are gone, should they come back

    def layers(self) -> List[QgsVectorLayer]:
        """The layers that hold the labels."""
        raise NotImplementedError

    def field(self) -> str:
        """The field of those layers that names the class."""
        raise NotImplementedError

    def _step(self, after: Classes, changes: List[Change], text: str) -> bool:
        raise NotImplementedError

    def classes(self) -> List[LabelClass]:
        """The classes in order: the first has key 1."""
        return list(self._classes)

    def colours(self) -> Dict[str, str]:
        """The colour of each class, as the engine's requests take them."""
        return {each.name: each.colour for each in self._classes}

    def current(self) -> Optional[str]:
        """The class that the next label gets."""
        return self._current

    def set_current(self, name: Optional[str]) -> None:
        """Choose the class of the next labels."""
        if name != self._current and (name is None or name in self.colours()):
            self._current = name
            self.current_changed.emit()

    def add_class(self, name: Optional[str] = None, colour: Optional[str] = None) -> Optional[str]:
        """Add a class and make it the current one; its name, None if it could not be added."""
        taken = self.colours()
        if name is None:
            numbers = range(len(taken) + 1, 2 * len(taken) + 2)
            name = next(n for n in (tr("class {number}").format(number=k) for k in numbers) if n not in taken)
        name = name.strip()
        if not self._is_new(name) or not self._step((*self._classes, self._new_class(name, colour)), [], ""):
            return None
        self.set_current(name)
        return name

    def rename_class(self, old: str, new: str) -> bool:
        """Give a class and its labels another name."""
        new = new.strip()
        if old == new or old not in self.colours():
            return old == new
        if not self._is_new(new):
            return False
        others = [each.colour for each in self._classes if each.name != old]
        after = tuple(each if each.name != old else _renamed(each, new, others) for each in self._classes)
        changes = label_query.of_class(self.layers(), self.field(), old, new)
        done = self._step(after, changes, tr("Rename class"))
        if done and self._current == old:
            self.set_current(new)
        return done

    def recolour_class(self, name: str, colour: str) -> bool:
        """Give a class another colour."""
        new = [replace(c, colour=colour.upper(), chosen=True) if c.name == name else c for c in self._classes]
        return self._step(tuple(new), [], "")

    def remove_class(self, name: str) -> bool:
        """Remove a class and its labels; `undo` brings both back."""
        changes = label_query.of_class(self.layers(), self.field(), name, None)
        return self._step(tuple(c for c in self._classes if c.name != name), changes, tr("Remove class"))

    def _is_new(self, name: str) -> bool:
        problem = ""
        if not name:
            problem = tr("A class needs a name.")
        elif name in self.colours():
            problem = tr("There is a class {name} already.").format(name=name)
        elif len(self._classes) >= MAX_CLASSES:
            problem = tr("A map holds {count} classes at most.").format(count=MAX_CLASSES)
        if problem:
            self.failed.emit(problem)
        return not problem

    def _new_class(self, name: str, colour: Optional[str] = None) -> LabelClass:
        if colour:
            return LabelClass(name, colour.upper(), True)
        return LabelClass(name, self._remembered.get(name) or default_colour(name, self.colours().values()))


def _renamed(each: LabelClass, name: str, taken: List[str]) -> LabelClass:
    """The class under another name, and in the colour expected of that name unless the user chose one."""
    expected = expected_colour(name)
    if expected is None or expected in taken or each.chosen:
        return replace(each, name=name)
    return replace(each, name=name, colour=expected)
