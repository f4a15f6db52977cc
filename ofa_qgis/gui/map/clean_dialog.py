"""What is to be done to a map of classes before it is drawn: small regions, classes that become one, polygons.

Asks, and builds the wish. Computes nothing.
"""

from dataclasses import dataclass, field
from typing import Dict, List, Optional, Sequence, Tuple

from qgis.core import QgsRasterLayer
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...i18n import tr
from ...layers.class_maps import shown_classes
from ..widgets.builders import in_our_words, swatch

PIXELS = "px"
START_PX = 20  # pixels: a size that suits any resolution
MOST = 1e6  # hectares, square metres or pixels
ROWS_SHOWN = 8
WIDE_PX = 440
AND = "+"

Maps = Sequence[Tuple[str, QgsRasterLayer]]  # title, layer


@dataclass(frozen=True)
class Wishes:
    """As `CleanRequest` has them."""

    min_area: str = ""
    merge: Dict[str, str] = field(default_factory=dict)
    polygons: bool = False
    smooth: bool = False

    def __bool__(self) -> bool:
        return bool(self.min_area or self.merge or self.polygons)


def merges(rows: Sequence[Tuple[int, str, str]]) -> Dict[str, str]:
    """New class -> the values of its members, of rows of value, name, and what the class becomes ("": as it is).

    Example:
        >>> merges([(1, "wheat", "crops"), (2, "maize", "crops"), (3, "water", "")])
        {'crops': '1+2'}
    """
    members: Dict[str, List[Tuple[int, str]]] = {}
    for value, name, becomes in rows:
        members.setdefault(becomes.strip() or name, []).append((value, name))
    return {
        title: AND.join(str(value) for value, _ in found)
        for title, found in members.items()
        if [name for _, name in found] != [title]
    }


class CleanDialog(QDialog):
    """Map, minimum area, a table of classes, polygons; `wanted` once it is confirmed."""

    wanted = pyqtSignal(str, object)  # the layer's id, `Wishes`

    def __init__(self, maps: Maps, chosen: str, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Clean up a map"))
        self.setMinimumWidth(WIDE_PX)
        self._layers = {layer.id(): layer for _, layer in maps}
        self._make_widgets(maps)
        self._lay_out()
        self.maps.currentIndexChanged.connect(lambda _index: self._show_map())
        self.polygons.toggled.connect(self.smooth.setEnabled)
        for signal in (self.area.valueChanged, self.unit.currentIndexChanged, self.polygons.toggled):
            signal.connect(self._refresh)
        self.buttons.accepted.connect(self._confirm)
        self.buttons.rejected.connect(self.reject)
        self.maps.setCurrentIndex(max(self.maps.findData(chosen), 0))
        self._show_map()

    def wishes(self) -> Wishes:
        """What is asked for."""
        area, unit = self.area.value(), self.unit.currentData()
        rows = [(value, name, combo.currentText()) for value, name, combo in self._rows]
        polygons = self.polygons.isChecked()
        return Wishes(
            f"{area:.10g}{unit}" if area else "", merges(rows), polygons, polygons and self.smooth.isChecked()
        )

    def _make_widgets(self, maps: Maps) -> None:
        self._rows: List[Tuple[int, str, QComboBox]] = []
        self.maps = QComboBox()
        self.maps.setObjectName("OfaCleanMap")
        self.maps.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for title, layer in maps:
            self.maps.addItem(title, layer.id())
        self.area, self.unit = QDoubleSpinBox(), QComboBox()
        self.area.setObjectName("OfaCleanArea")
        self.area.setRange(0, MOST)
        self.area.setDecimals(2)
        self.area.setValue(START_PX)
        self.area.setSpecialValueText(tr("none"))
        self.area.setToolTip(tr("Smaller regions are filled from their neighbours; long, thin ones stay."))
        self.table = QTableWidget(0, 2)
        self.table.setObjectName("OfaCleanClasses")
        self.table.setHorizontalHeaderLabels([tr("class"), tr("becomes")])
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.setToolTip(tr("Classes that become the same are merged. Choose a class, or type a new name."))
        self.polygons = QCheckBox(tr("polygons"))
        self.polygons.setToolTip(tr("The map as polygons, without gaps or overlaps."))
        self.smooth = QCheckBox(tr("smooth"))
        self.smooth.setToolTip(tr("Rounds off the stairs of pixels; borders that polygons share stay shared."))
        self.smooth.setChecked(True)
        self.smooth.setEnabled(False)
        kinds = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel)

    def _lay_out(self) -> None:
        column, form = QVBoxLayout(self), QFormLayout()
        area, kinds = QHBoxLayout(), QHBoxLayout()
        area.addWidget(self.area, 1)
        area.addWidget(self.unit)
        for box in (self.polygons, self.smooth):
            kinds.addWidget(box)
        kinds.addStretch()
        form.addRow(tr("Map"), self.maps)
        form.addRow(tr("Minimum area"), area)
        told = QLabel(tr("A new map is made of the map's file and added to its group. Nothing is mapped again."))
        told.setWordWrap(True)
        column.addLayout(form)
        column.addWidget(self.table)
        column.addLayout(kinds)
        column.addWidget(told)
        column.addWidget(self.buttons)
        in_our_words(self)

    def _show_map(self) -> None:
        """The units and the classes of the chosen map."""
        layer = self._layers[self.maps.currentData()]
        kept = self.unit.currentData() or PIXELS
        self.unit.clear()
        self.unit.addItem(tr("pixels"), PIXELS)
        if layer.crs().isValid():  # else nobody knows how large a pixel is
            self.unit.addItem(tr("ha"), "ha")
            self.unit.addItem(tr("m²"), "m2")
        self.unit.setCurrentIndex(max(self.unit.findData(kept), 0))
        classes = shown_classes(layer)
        names = [name for name, _ in classes.values()]
        self._rows = []
        self.table.setRowCount(len(classes))
        for row, (value, (name, colour)) in enumerate(classes.items()):
            item = QTableWidgetItem(swatch(colour), name)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self.table.setItem(row, 0, item)
            combo = QComboBox()
            combo.setEditable(True)
            combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
            combo.setAccessibleName(name)
            combo.addItems(names)
            combo.setCurrentText(name)
            combo.editTextChanged.connect(self._refresh)
            self.table.setCellWidget(row, 1, combo)
            self._rows.append((value, name, combo))
        self.table.resizeRowsToContents()
        high = (
            self.table.rowHeight(0) * min(len(classes), ROWS_SHOWN) + self.table.horizontalHeader().sizeHint().height()
        )
        self.table.setMinimumHeight(high + 2 * self.table.frameWidth())
        self.table.setVisible(bool(classes))
        self._refresh()

    def _refresh(self, *_: object) -> None:
        button = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        button.setEnabled(bool(self.wishes()))

    def _confirm(self) -> None:
        self.wanted.emit(self.maps.currentData(), self.wishes())
        self.accept()
