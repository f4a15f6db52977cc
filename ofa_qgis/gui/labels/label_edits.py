"""What happens to labels, as steps that can be undone. Knows no files and no widgets.

Steps are commands of Qt's undo stacks: the plugin's own for its own labels, and the layer's for a layer of the user,
where QGIS's own undo takes them back as well.
"""

from dataclasses import dataclass
from typing import Callable, List, Optional

from qgis.core import QgsGeometry

from ...compat import QUndoCommand
from ...layers.legend import Legend

POINTS = "points"
POLYGONS = "polygons"


class LabelError(Exception):
    """A label cannot be drawn or changed; the text says why and what to do."""


@dataclass
class LabelChange:
    """One label that comes (`before` is None), goes (`after` is None) or changes its class."""

    kind: str  # POINTS or POLYGONS
    geometry: QgsGeometry
    before: Optional[str]
    after: Optional[str]
    fid: Optional[int] = None  # known once the label is written


class LabelEdit(QUndoCommand):
    """One step of the user: the legend before and after, and what changed in the labels.

    Args:
        text: what the user did.
        before: the legend.
        after: the legend.
        changes: of labels; whoever keeps the labels carries them out.
        show: called with the legend when the step is done, taken back, or done again.
    """

    def __init__(
        self, text: str, before: Legend, after: Legend, changes: List[LabelChange], show: Callable[[Legend], None]
    ) -> None:
        super().__init__(text)
        self.changes = changes
        self._before, self._after, self._show = before, after, show

    def redo(self) -> None:
        """The legend is as after the step."""
        self._show(self._after)

    def undo(self) -> None:
        """The legend is as before the step."""
        self._show(self._before)

    def reversed_changes(self) -> List[LabelChange]:
        """The changes that take the step back."""
        return [LabelChange(c.kind, c.geometry, c.after, c.before, c.fid) for c in reversed(self.changes)]
