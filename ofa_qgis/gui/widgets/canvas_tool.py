"""A map tool that takes keys before QGIS does, and says beside the pointer what a click would do."""

from qgis.gui import QgsMapCanvas, QgsMapTool
from qgis.PyQt import sip
from qgis.PyQt.QtCore import Qt

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
