"""A map tool that takes keys before QGIS does, and says beside the pointer what a click would do."""

from qgis.gui import QgsMapCanvas, QgsMapTool
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QEvent, QObject, Qt
from qgis.PyQt.QtGui import QKeyEvent

from .pointer import PointerTag


class CanvasTool(QgsMapTool):
    """While it is active, it filters the canvas's events and `tag` follows the pointer."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.tag = PointerTag(canvas.viewport())

    def activate(self) -> None:
        """Listen to the canvas's keys, and follow the pointer."""
        super().activate()
        self._canvas.installEventFilter(self)
        self._canvas.setFocus()
        self.tag.follow(True)

    def deactivate(self) -> None:
        """Leave the keys to others."""
        if not sip.isdeleted(self._canvas):  # a canvas that closes lets go of its tool
            self._canvas.removeEventFilter(self)
            self.tag.follow(False)
        super().deactivate()


class UndoTool(CanvasTool):
    """Hears Ctrl+Z before a shortcut of the window does."""

    def undo(self) -> None:
        """Take the last step back."""
        raise NotImplementedError

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Say before the window does that Ctrl+Z is ours."""
        if event.type() == QEvent.Type.ShortcutOverride and _is_undo(event):
            event.accept()
            return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on our key, leave the others to the canvas."""
        if _is_undo(event):
            self.undo()
        event.setAccepted(_is_undo(event))


def _is_undo(event: QKeyEvent) -> bool:
    return bool(event.key() == Qt.Key.Key_Z and event.modifiers() & Qt.KeyboardModifier.ControlModifier)
