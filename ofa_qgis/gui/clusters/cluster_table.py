"""The table in which clusters get the names of classes: the same name merges them, without one they are left out.

Shows a cluster alone on the map while its row is chosen. Computes nothing.
"""

from dataclasses import dataclass
from typing import Dict, List, Optional, Sequence

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QAbstractItemView, QComboBox, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from ...i18n import number, tr
from ..widgets.builders import swatch

CLUSTER, SHARE, CLASS = range(3)
ROWS_SHOWN = 12


@dataclass(frozen=True)
class ClusterRow:
    """A cluster: its value and name on the map, its colour, its share of the map, and the class that it is ("")."""

    value: int
    name: str
    colour: str
    share: float
    becomes: str = ""


class ClusterTable(QTableWidget):
    """One row a cluster, the largest first."""

    changed = pyqtSignal()  # a name, or which row is chosen

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(0, 3, parent)
        self.setObjectName("OfaClusters")
        self._rows: List[ClusterRow] = []
        self.setHorizontalHeaderLabels([tr("cluster"), tr("share"), tr("class")])
        self.verticalHeader().hide()
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        header = self.horizontalHeader()
        for column in (CLUSTER, SHARE):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(CLASS, QHeaderView.ResizeMode.Stretch)
        self.setToolTip(
            tr("Choose a row to see its cluster alone. Clusters with the same class become one; without one, none.")
        )
        self.itemSelectionChanged.connect(self.changed)

    def show_clusters(self, rows: Sequence[ClusterRow], classes: Sequence[str]) -> None:
        """Show these clusters; `classes` are names to choose from."""
        self._rows = list(rows)
        self.setRowCount(len(rows))
        for place, row in enumerate(rows):
            shown = (QTableWidgetItem(swatch(row.colour), str(row.value)), QTableWidgetItem(number(row.share, ".1%")))
            for column, item in enumerate(shown):
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
                self.setItem(place, column, item)
            self.setCellWidget(place, CLASS, self._combo(row, classes))
        self.resizeRowsToContents()
        high = sum(self.rowHeight(row) for row in range(min(len(rows), ROWS_SHOWN)))
        self.setMinimumHeight(high + self.horizontalHeader().sizeHint().height() + 2 * self.frameWidth())

    def clusters(self) -> List[ClusterRow]:
        """The clusters with the classes that they have now."""
        names = [self.combo(place).currentText().strip() for place in range(self.rowCount())]
        return [
            ClusterRow(row.value, row.name, row.colour, row.share, name)
            for row, name in zip(self._rows, names)  # noqa: B905 - Python 3.9
        ]

    def combo(self, row: int) -> QComboBox:
        """The field that holds the class of a row."""
        found: QComboBox = self.cellWidget(row, CLASS)
        return found

    def chosen(self) -> Optional[int]:
        """The value of the cluster whose row is chosen."""
        rows = {index.row() for index in self.selectedIndexes()}
        return self._rows[rows.pop()].value if rows else None

    def _combo(self, row: ClusterRow, classes: Sequence[str]) -> QComboBox:
        combo = QComboBox()
        combo.setEditable(True)
        combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        combo.setAccessibleName(row.name)
        combo.addItems(["", *classes])
        combo.setCurrentText(row.becomes)
        combo.lineEdit().setPlaceholderText(tr("none"))
        combo.editTextChanged.connect(lambda _text: self.changed.emit())
        combo.lineEdit().editingFinished.connect(self._offer_names)
        combo.lineEdit().editingFinished.connect(lambda: combo.lineEdit().home(False))  # a long name from its beginning
        return combo

    def _offer_names(self) -> None:
        """A name that was typed in one row can be chosen in all others."""
        names: Dict[str, None] = {}
        for place in range(self.rowCount()):
            combo = self.combo(place)
            names.update(dict.fromkeys([combo.itemText(k) for k in range(combo.count())] + [combo.currentText()]))
        for place in range(self.rowCount()):
            combo = self.combo(place)
            known = {combo.itemText(k) for k in range(combo.count())}
            combo.addItems([name.strip() for name in names if name.strip() and name.strip() not in known])
