"""The lines that choose two results to swipe between. Hidden while the project has fewer than two."""

from typing import Any, List, Optional, Tuple

from qgis.core import QgsMapLayer, QgsProject, QgsRasterLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QPaintEvent
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QGridLayout,
    QLabel,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from ...i18n import tr
from ...layers.results import RESULT
from ..widgets.builders import picture_tool
from .swipe import SwipeTool

LEAST_PX, GAP_PX = 60, 3  # of a list; beside its text


class Names(QComboBox):
    """A list whose long names lose their middle where the dock is narrow: names of results differ at their ends."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """As Qt does, with another text."""
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self).width() - 2 * GAP_PX
        option.currentText = self.fontMetrics().elidedText(option.currentText, Qt.TextElideMode.ElideMiddle, room)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)


class SwipeBar(QWidget):
    """Two lists of results, newest first, and the button that starts and ends."""

    def __init__(self, canvas: QgsMapCanvas, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self.tool: Optional[SwipeTool] = None
        self._is_chosen = False  # by the user; else it is the two newest
        self.left, self.right = Names(), Names()
        self.button = picture_tool("swipe", tr("Swipe between two results: move the pointer over the map, Esc ends"))
        self.button.setCheckable(True)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(1, 1)
        grid.addWidget(QLabel(tr("Compare")), 0, 0)
        names = ((self.left, tr("Map on the left")), (self.right, tr("Map on the right")))
        for row, (combo, name) in enumerate(names):
            combo.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            combo.setMinimumWidth(LEAST_PX)
            combo.setAccessibleName(name)
            combo.setToolTip(name)
            combo.activated.connect(self._restart)
            grid.addWidget(combo, row, 1)
        grid.addWidget(self.button, 0, 2)
        self.button.clicked.connect(self._choose)
        canvas.mapToolSet.connect(self._tool_set)
        for signal in self._signals():
            signal.connect(self.refresh)
        self.refresh()

    def tear_down(self) -> None:
        """Give the canvas back and hear no more of the project."""
        self._end()
        for signal in self._signals():
            signal.disconnect(self.refresh)
        self._canvas.mapToolSet.disconnect(self._tool_set)

    @staticmethod
    def _signals() -> Tuple[Any, ...]:
        """What tells that the list of results may be another one: a layer enters the tree after the project."""
        root = QgsProject.instance().layerTreeRoot()
        return root.addedChildren, root.removedChildren, root.nameChanged, QgsProject.instance().layersRemoved

    def refresh(self, *_: Any) -> None:
        """List the results of the project; what the user chose stays chosen."""
        found = results_in(QgsProject.instance())
        for combo, first in ((self.left, 1), (self.right, 0)):
            chosen = combo.currentData()
            combo.clear()
            for title, layer_id in found:
                combo.addItem(title, layer_id)
            kept = combo.findData(chosen) if self._is_chosen else -1
            combo.setCurrentIndex(kept if kept >= 0 else min(first, len(found) - 1))
        self.setVisible(len(found) > 1)

    def _chosen(self) -> List[Tuple[str, QgsMapLayer]]:
        project = QgsProject.instance()
        pairs = [(combo.currentText(), project.mapLayer(combo.currentData())) for combo in (self.left, self.right)]
        return [(title, layer) for title, layer in pairs if layer is not None]

    def _choose(self, wanted: bool) -> None:
        self._end()
        chosen = self._chosen()
        if wanted and len(chosen) == 2:
            (left_title, left), (right_title, right) = chosen
            self.tool = SwipeTool(self._canvas, left, right, (left_title, right_title))
            self._canvas.setMapTool(self.tool)
        self.button.setChecked(self.tool is not None)

    def _restart(self, *_: Any) -> None:
        self._is_chosen = True
        if self.tool is not None:
            self._choose(True)

    def _end(self) -> None:
        tool, self.tool = self.tool, None
        if tool is not None:
            self._canvas.unsetMapTool(tool)

    def _tool_set(self, tool: Any, *_: Any) -> None:
        if self.tool is not None and tool is not self.tool:
            self.tool = None
        self.button.setChecked(self.tool is not None)


def results_in(project: QgsProject) -> List[Tuple[str, str]]:
    """Title and layer id of the rasters that are results, in the order of the layers' tree: the newest first."""
    found = []
    for node in project.layerTreeRoot().findLayers():
        layer = node.layer()
        if isinstance(layer, QgsRasterLayer) and layer.customProperty(RESULT):
            group = node.parent().name() if node.parent() else ""
            found.append((" – ".join(part for part in (group, layer.name()) if part), str(layer.id())))
    return found
