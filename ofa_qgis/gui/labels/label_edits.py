"""What happens to labels, as values that can be done and undone, and their history. Knows no files and no widgets."""

from dataclasses import dataclass, field
from typing import Callable, List, Optional, Tuple

from qgis.core import QgsGeometry

POINTS = "points"
POLYGONS = "polygons"


class LabelError(Exception):
    """A label cannot be drawn or changed; the text says why and what to do."""


@dataclass(frozen=True)
class LabelClass:
    """A class of the legend."""

    name: str
    colour: str  # "#RRGGBB"
    value: int  # on the map, 0 to 255; stays with the class whatever it is called and wherever it stands
    chosen: bool = False  # the user chose the colour: a new name does not change it


Classes = Tuple[LabelClass, ...]


@dataclass
class Change:
    """One label that comes (`before` is None), goes (`after` is None) or changes its class."""

    kind: str  # POINTS or POLYGONS
    geometry: QgsGeometry
    before: Optional[str]
    after: Optional[str]
    fid: Optional[int] = None  # known once the label is written


@dataclass
class Edit:
    """One step of the user: the classes before and after, and what changed in the labels."""

    before: Classes
    after: Classes
    changes: List[Change] = field(default_factory=list)

    def reversed(self) -> "Edit":
        """The edit that takes this one back."""
        back = [Change(c.kind, c.geometry, c.after, c.before, c.fid) for c in reversed(self.changes)]
        return Edit(self.after, self.before, back)


class History:
    """Steps that can be taken back and done again; `write` carries out the changes and fills in their ids."""

    def __init__(self, write: Callable[[List[Change]], None]) -> None:
        self._write = write
        self._done: List[Edit] = []
        self._undone: List[Edit] = []

    def can_undo(self) -> bool:
        """Is there a step to take back?"""
        return bool(self._done)

    def can_redo(self) -> bool:
        """Is there a step to do again?"""
        return bool(self._undone)

    def clear(self) -> None:
        """Forget all steps."""
        self._done.clear()
        self._undone.clear()

    def do(self, edit: Edit) -> Classes:
        """Carry out a new step; the classes after it."""
        self._write(edit.changes)
        self._done.append(edit)
        self._undone.clear()
        return edit.after

    def undo(self) -> Classes:
        """Take the last step back; the classes after that."""
        return self._move(self._done, self._undone)

    def redo(self) -> Classes:
        """Do the last step again that was taken back; the classes after that."""
        return self._move(self._undone, self._done)

    def _move(self, source: List[Edit], target: List[Edit]) -> Classes:
        back = source[-1].reversed()
        self._write(back.changes)
        source.pop()
        target.append(back)
        return back.after
