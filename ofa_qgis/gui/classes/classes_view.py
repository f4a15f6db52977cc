"""The list of classes with its buttons, and the choice of the layer of labels. Shows `labels.LabelStore`."""

from typing import Any, Dict, Optional

from qgis.core import QgsApplication, QgsProject, QgsVectorLayer
from qgis.gui import QgsFieldComboBox, QgsMapCanvas, QgsMapLayerComboBox
from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtGui import QResizeEvent
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...compat import LAYERS_WITH_GEOMETRY
from ...i18n import tr
from ...layers.layer_fields import likely_field
from ..labels.label_layers import unsaved
from ..labels.label_store import LabelStore
from ..labels.label_style import LayerColours
from ..labels.label_tools import LabelTool, PointTool, PolygonTool
from ..labels.labels_on_scene import not_here
from ..labels.own_labels import MARK
from ..widgets.status import StatusLabel
from .class_menu import ClassMenu, last_names
from .class_table import ClassTable

LONG_COMBO = 14  # characters: longer names are cut, so that the dock can be narrow
ICON_PX = 16
BUTTON_GAP_PX = 2


class ClassesView(QWidget):
    """Classes, tools and the layer of labels, as the dock's first step.

    Args:
        canvas: where labels are drawn.
        store: what is shown.
        parent: Qt's owner.
    """

    def __init__(self, canvas: QgsMapCanvas, store: LabelStore, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._canvas, self._store = canvas, store
        self.point_tool, self.polygon_tool = PointTool(canvas, store), PolygonTool(canvas, store)
        self._tools: Dict[QToolButton, LabelTool] = {}
        self._is_new = False  # the class whose name is being typed
        self.table = ClassTable(store)
        self.menu = ClassMenu(store, self.table, self)
        self.status, self.edits = StatusLabel(), StatusLabel()
        self._colours = LayerColours(store)
        self._make_buttons()
        self._make_combos()
        self._lay_out()
        store.changed.connect(self._show)
        store.classes_changed.connect(self._show)
        store.counted.connect(self._show)
        store.failed.connect(lambda text: self.status.tell("bad", text))
        store.told.connect(lambda text: self.status.tell("ask", text))
        canvas.mapToolSet.connect(self._tool_set)
        project = QgsProject.instance()
        project.layersAdded.connect(self._leave_out_ours)
        project.readProject.connect(self._show_source)
        project.cleared.connect(self._show_source)
        self._leave_out_ours()
        self._show_source()
        self._show()

    def tear_down(self) -> None:
        """Give the canvas and the user's layer back, and hear no more of the project."""
        self._colours.tear_down()
        for tool in self._tools.values():
            self._canvas.unsetMapTool(tool)
        project = QgsProject.instance()
        project.layersAdded.disconnect(self._leave_out_ours)
        project.readProject.disconnect(self._show_source)
        project.cleared.disconnect(self._show_source)
        self._canvas.mapToolSet.disconnect(self._tool_set)

    # --- what is there -------------------------------------------------------------------------------------------

    def _make_buttons(self) -> None:
        self.add = _button("symbologyAdd", tr("Class"), tr("Add a class. Its key 1 to 9 chooses it on the map."))
        self.more = _button("", "", tr("More for classes: order, merge, import, export"))
        self.more.setArrowType(Qt.ArrowType.DownArrow)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setStyleSheet("QToolButton::menu-indicator { image: none; }")  # the arrow is the button
        self.more.setMenu(self.menu)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(
            lambda place: self.menu.popup(self.table.viewport().mapToGlobal(place))
        )
        self.again = _button("", "", tr("Add the classes of the project that was saved or closed last"))
        self.again.clicked.connect(self.menu.use_last)
        self.point = _button(
            "mActionCapturePoint",
            tr("Point"),
            tr("Click on the map to label a point; right-click a label to remove it. Keys 1 to 9 choose the class."),
        )
        self.polygon = _button(
            "mActionCapturePolygon",
            tr("Polygon"),
            tr(
                "Click corners on the map; right-click, double-click or Enter closes the polygon, "
                "Backspace removes the last corner, Esc drops it."
            ),
        )
        self.undo = _button("mActionUndo", "", tr("Undo the last label or change of a class (Ctrl+Z on the map)"))
        self.redo = _button("mActionRedo", "", tr("Redo (Ctrl+Shift+Z on the map)"))
        self.remove = _button("symbologyRemove", "", tr("Remove the class and its labels; undo brings them back"))
        names = {
            self.more: tr("More for classes"),
            self.undo: tr("Undo"),
            self.redo: tr("Redo"),
            self.remove: tr("Remove the class"),
        }
        for button, name in names.items():
            button.setAccessibleName(name)
        self.add.clicked.connect(self._add_class)
        self.table.itemDelegate().closeEditor.connect(self._named)
        self.undo.clicked.connect(self._store.undo)
        self.redo.clicked.connect(self._store.redo)
        self.remove.clicked.connect(self.table.remove_current)
        for button, tool in ((self.point, self.point_tool), (self.polygon, self.polygon_tool)):
            self._use_tool(button, tool)

    def add_tool(self, button: QToolButton, tool: LabelTool) -> None:
        """Offer another tool that labels, beside those for points and polygons."""
        self._use_tool(button, tool)
        self.add_button(button)
        self._show()

    def add_button(self, button: QToolButton) -> None:
        """Offer something else that concerns the classes."""
        button.setIconSize(QSize(ICON_PX, ICON_PX))
        self._buttons.insertWidget(self._buttons.indexOf(self.polygon) + 1 + self._added, button)
        self._added += 1

    def _use_tool(self, button: QToolButton, tool: LabelTool) -> None:
        self._tools[button] = tool
        button.setCheckable(True)
        button.clicked.connect(lambda checked: self._choose_tool(tool, checked))

    def _make_combos(self) -> None:
        self.layer = QgsMapLayerComboBox()
        self.layer.setObjectName("OfaLabelsLayer")
        self.layer.setFilters(LAYERS_WITH_GEOMETRY)
        self.layer.setToolTip(
            tr("Where labels are kept: a file beside the project, or a vector layer of the project with a class field.")
        )
        self.field = QgsFieldComboBox()
        self.field.setObjectName("OfaLabelsField")
        self.field.setToolTip(tr("The field that holds the class"))
        for combo in (self.layer, self.field):
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(LONG_COMBO)
        # What the user chooses only: these combos change by themselves, too, when a project is closed
        self.layer.activated.connect(self._choose_layer)
        self.field.activated.connect(self._choose_field)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table)
        self._buttons = buttons = QHBoxLayout()
        self._added = 0  # buttons of others
        buttons.setSpacing(BUTTON_GAP_PX)
        for button in (self.add, self.more, self.point, self.polygon):
            buttons.addWidget(button)
        for button in (self.point, self.polygon):
            button.setMinimumWidth(2 * ICON_PX)  # without its text, where the dock is narrow
        buttons.addStretch()
        for button in (self.undo, self.redo, self.remove):
            buttons.addWidget(button)
        column.addLayout(buttons)
        column.addWidget(self.status)
        column.addWidget(self.edits)
        column.addWidget(self.again)
        grid = QGridLayout()
        self._field_label = QLabel(tr("Class field"))
        for row, (label, combo) in enumerate(((QLabel(tr("Labels")), self.layer), (self._field_label, self.field))):
            label.setBuddy(combo)
            grid.addWidget(label, row, 0)
            grid.addWidget(combo, row, 1)
        grid.setColumnStretch(1, 1)
        column.addLayout(grid)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Drop the texts of the buttons where there is no room for them."""
        super().resizeEvent(event)
        style = Qt.ToolButtonStyle
        for button in (self.point, self.polygon):
            button.setToolButtonStyle(style.ToolButtonTextBesideIcon)
        row = [self._buttons.itemAt(index).widget() for index in range(self._buttons.count())]
        row = [button for button in row if button]
        if sum(button.sizeHint().width() + BUTTON_GAP_PX for button in row) > event.size().width():
            for button in (self.point, self.polygon):
                button.setToolButtonStyle(style.ToolButtonIconOnly)

    # --- keeping in step -----------------------------------------------------------------------------------------

    def _show(self) -> None:
        if (self._store.is_own(), self._store.path()) != self._source:
            self._show_source()
        classes = self._store.classes()
        self.undo.setEnabled(self._store.can_undo())
        self.redo.setEnabled(self._store.can_redo())
        self.remove.setEnabled(bool(classes))
        for button in self._tools:
            button.setEnabled(bool(classes))
        self._offer_last(not classes)
        labelled = sum(1 for points, others in self._store.counts().values() if points + others)
        if len(classes) < 2:
            self.status.tell("plain", tr("Add two classes, then click on the map."))
        elif labelled < 2:
            self.status.tell("plain", tr("Label at least two classes: choose one here or by its key, then click."))
        else:
            self.status.tell("ask", not_here(self._store))
        self.edits.tell("ask", unsaved(self._store.layers()))

    def _offer_last(self, wanted: bool) -> None:
        """Offer the classes of the last project while this one has none."""
        names = last_names(self._store) if wanted else ""
        self.again.setText(tr("Use the last classes: {names}", names=names))
        self.again.setVisible(bool(names))

    def _show_source(self, *_: Any) -> None:
        """Show where the labels are, after the project changed."""
        own = self._store.is_own()
        self._source = (own, self._store.path())
        for combo in (self.layer, self.field):
            combo.blockSignals(True)
        path = self._store.path()
        self.layer.setAllowEmptyLayer(True, path.name if path else tr("New label layer"))
        layer = None if own else next(iter(self._store.layers()), None)
        self.layer.setLayer(layer)
        self.field.setAllowEmptyFieldName(False)
        self.field.setLayer(layer)
        if layer:
            self.field.setField(self._store.field())
        for combo in (self.layer, self.field):
            combo.blockSignals(False)
        self.field.setVisible(not own)
        self._field_label.setVisible(not own)

    def _leave_out_ours(self, *_: Any) -> None:
        ours = [layer for layer in QgsProject.instance().mapLayers().values() if layer.customProperty(MARK)]
        self.layer.setExceptedLayerList(ours)

    def _tool_set(self, tool: Any, *_: Any) -> None:
        for button, own in self._tools.items():
            button.setChecked(tool == own)

    # --- what the user does --------------------------------------------------------------------------------------

    def _add_class(self) -> None:
        name = self._store.add_class()
        if name:
            self._is_new = True
            self.table.edit_name(name)

    def _named(self, *_: Any) -> None:
        """After naming a class people label it: choose the point tool unless another one is active."""
        is_new, self._is_new = self._is_new, False
        if is_new and self._store.scene() and self._canvas.mapTool() not in self._tools.values():
            self._choose_tool(self.point_tool, True)

    def _choose_tool(self, tool: Any, wanted: bool) -> None:
        if wanted:
            self._canvas.setMapTool(tool)
        else:
            self._canvas.unsetMapTool(tool)

    def _choose_layer(self, *_: Any) -> None:
        layer = self.layer.currentLayer()
        field = likely_field(layer) if isinstance(layer, QgsVectorLayer) else ""
        if layer is not None and not field:
            self._ask_field(layer)
            return
        if layer is not None:
            self._store.use_layer(layer, field)
        else:
            self._store.use_own()
        self._show_source()

    def _ask_field(self, layer: QgsVectorLayer) -> None:
        """No field looks like classes: the user says which it is, and until then labels stay where they were."""
        self.field.blockSignals(True)
        self.field.setAllowEmptyFieldName(True)
        self.field.setLayer(layer)
        self.field.setField("")
        self.field.blockSignals(False)
        for widget in (self.field, self._field_label):
            widget.show()
        told = tr("No field of {layer} looks like classes: choose the class field.", layer=layer.name())
        self.status.tell("ask", told)

    def _choose_field(self, *_: Any) -> None:
        layer, name = self.layer.currentLayer(), self.field.currentField()
        used = (self._store.layers(), self._store.field())
        if name and isinstance(layer, QgsVectorLayer) and used != ([layer], name):
            self._store.use_layer(layer, name)
            self._show_source()


def _button(icon: str, text: str, tip: str) -> QToolButton:
    button = QToolButton()
    if icon:
        button.setIcon(QgsApplication.getThemeIcon(f"/{icon}.svg"))
    button.setIconSize(QSize(ICON_PX, ICON_PX))
    button.setText(text)
    style = Qt.ToolButtonStyle
    button.setToolButtonStyle(style.ToolButtonTextBesideIcon if text else style.ToolButtonIconOnly)
    button.setToolTip(tip)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setAutoRaise(True)
    return button
