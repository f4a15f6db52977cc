"""The bands of several layers in one table: a heading for each source, and its bands below. Knows no widgets."""

from dataclasses import dataclass, field
from typing import Any, Dict, List, Mapping, Optional, Sequence, Tuple

from qgis.core import QgsRasterLayer
from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, QObject, QSize, Qt
from qgis.PyQt.QtGui import QFont

from ...engine.engine_words import phrase
from ...i18n import tr
from .band_model import SOURCE, BandModel


@dataclass
class SourceBands:
    """A layer, its bands, and what the engine says of it."""

    layer: QgsRasterLayer
    model: BandModel
    facts: Mapping[str, Any] = field(default_factory=dict)
    fill: Mapping[str, Any] = field(default_factory=dict)  # what the engine found before the user answered

    @classmethod
    def of(cls, layer: QgsRasterLayer, parent: QObject) -> "SourceBands":
        """The bands of a layer, of which nothing is known yet."""
        return cls(layer, BandModel([_label(layer, band) for band in range(1, layer.bandCount() + 1)], parent))

    @property
    def title(self) -> str:
        """The layer, its sensor and its units: ``S1_VV — Sentinel-1 · db``."""
        sensor = phrase(self.facts.get("sensor_title") or tr("unknown sensor"))
        return f"{self.layer.name()} — " + " · ".join(filter(None, (sensor, str(self.facts.get("units") or ""))))

    def take(self, facts: Mapping[str, Any], answers: Dict[str, str]) -> None:
        """Know what `inspect` said, and the user's answers."""
        self.facts, self.fill = facts, facts.get("fill") or self.fill
        self.model.take(facts, answers)


class GroupedBands(QAbstractTableModel):
    """The rows of several `BandModel`s, each below a heading; whatever is asked of a band goes to its own model."""

    def __init__(self, sources: Sequence[SourceBands], parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._sources = list(sources)
        for source in self._sources:
            source.model.modelAboutToBeReset.connect(self.beginResetModel)
            source.model.modelReset.connect(self.endResetModel)
            source.model.dataChanged.connect(self._changed)

    def headings(self) -> List[int]:
        """The rows that are headings, one a source."""
        rows, row = [], 0
        for source in self._sources:
            rows.append(row)
            row += 1 + len(source.model.rows)
        return rows

    def place(self, row: int) -> Tuple[int, int]:
        """The source of a row, and the row in its own model; -1 for its heading."""
        number = max(k for k, first in enumerate(self.headings()) if first <= row)
        return number, row - self.headings()[number] - 1

    def choices_at(self, row: int) -> List[str]:
        """What the band in a row may be."""
        source, own = self.place(row)
        return self._sources[source].model.choices_at(own)

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """A heading for each source, and its bands."""
        return 0 if parent.isValid() else sum(1 + len(source.model.rows) for source in self._sources)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """As many as one source has."""
        return 0 if parent.isValid() else SOURCE + 1

    def headerData(self, section: int, orientation: Any, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """As of one source."""
        return self._sources[0].model.headerData(section, orientation, role)

    def flags(self, index: QModelIndex) -> Any:
        """A heading can be chosen, not changed."""
        own = self._own(index)
        return own.flags() if own.isValid() else Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell shows: that of the source, or its heading."""
        source, row = self.place(index.row())
        if row >= 0:
            return self._own(index).data(role)
        if role == Qt.ItemDataRole.FontRole:
            font = QFont()
            font.setBold(True)
            return font
        if role == Qt.ItemDataRole.SizeHintRole:  # a heading spans all columns, and widens none
            return QSize(0, 0)
        shows = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole) and index.column() == 0
        return self._sources[source].title if shows else None

    def setData(self, index: QModelIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take an answer about a band."""
        own = self._own(index)
        return bool(own.isValid() and own.model().setData(own, value, role))

    def _own(self, index: QModelIndex) -> QModelIndex:
        """The same cell in the model of its source; none for a heading."""
        source, row = self.place(index.row())
        return self._sources[source].model.index(row, index.column()) if row >= 0 else QModelIndex()

    def _changed(self, *_: Any) -> None:
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, SOURCE))


def _label(layer: QgsRasterLayer, band: int) -> str:
    """What the file calls a band, without QGIS's "Band 1:"."""
    name = str(layer.bandName(band))
    return name.partition(":")[2].strip()
