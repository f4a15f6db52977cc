"""The bands of a layer as a table: what the engine read, what it asks, what the user answered. Knows no widgets."""

import re
from dataclasses import dataclass
from typing import Any, Dict, List, Mapping, Optional, Sequence

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from qgis.PyQt.QtGui import QColor

from ...engine.engine_words import phrase, plain
from ...i18n import tr

BAND, MEANING, WAVELENGTH, UNIT, SOURCE = range(5)
UNUSED = "unused"  # the engine's word for a band that is left out
FILE_CHOICE = "@"  # a choice that begins like this asks for a file
PAIR = re.compile(r"(\d+)=(.+)")  # a choice for one band: "1=VV"
NANOMETRES = re.compile(r"(\d+(?:\.\d+)?)\s*nm")
ASKED = QColor(230, 159, 0, 60)  # a tint that leaves text readable in light and dark themes


@dataclass
class BandRow:
    """One band of the layer."""

    index: int
    label: str  # as the file describes it
    read: str = ""  # what the engine took it for
    wavelength_nm: Optional[float] = None
    source: str = ""  # where that was read, or why it is unused
    asked: bool = False
    unused: bool = False


class BandModel(QAbstractTableModel):
    """Rows are bands; the column `MEANING` can be edited: a band's name, a wavelength such as 665nm, or unused."""

    def __init__(self, labels: Sequence[str], parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._labels = list(labels)
        self._known: Dict[str, Optional[float]] = {}
        self._choices: List[str] = []
        self._pairs: Dict[int, List[str]] = {}
        self.units = ""
        self.answers: Dict[str, str] = {}
        self.rows: List[BandRow] = []

    def take(self, facts: Mapping[str, Any], answers: Mapping[str, str]) -> None:
        """Show what `inspect` said, and the user's answers."""
        self.beginResetModel()
        self._known = {str(band["name"]): band.get("wavelength_nm") for band in facts.get("known_bands") or ()}
        choices = [
            str(choice)
            for question in facts.get("questions") or ()
            if question.get("about") == "bands"
            for choice in question.get("choices") or ()
        ]
        pairs = [match.groups() for match in map(PAIR.fullmatch, choices) if match]
        self._pairs = {}
        for index, name in pairs:
            self._pairs.setdefault(int(index), []).append(name)
        self._choices = [name for name in choices if not PAIR.fullmatch(name) and not name.startswith(FILE_CHOICE)]
        all_asked = len(choices) > len(pairs)
        self.units = str(facts.get("units") or "")
        self.answers = dict(answers)
        self.rows = self._rows(facts, all_asked)
        self.endResetModel()

    def _rows(self, facts: Mapping[str, Any], all_asked: bool) -> List[BandRow]:
        matched = {band["index"]: band for band in facts.get("bands") or ()}
        unused = {band["index"]: plain(band["reason"]) for band in facts.get("unused") or ()}
        rows, labels = [], self._labels
        if max((*matched, *unused), default=0) > len(labels):  # a file of a product: its scene has other bands
            labels = [str(matched[k]["name"]) if k in matched else "" for k in sorted({*matched, *unused})]
        for index, label in enumerate(labels, 1):
            row = BandRow(index, label)
            if index in matched:
                band = matched[index]
                row.read, row.wavelength_nm = str(band["name"]), band.get("wavelength_nm")
                row.source = phrase(band.get("source") or "")
            elif index in unused:
                row.unused, row.source = True, unused[index]
            row.asked = index in self._pairs or (all_asked and not row.read and not row.unused)
            rows.append(row)
        return rows

    # --- answers -------------------------------------------------------------------------------------------------

    def open_rows(self) -> int:
        """How many bands are asked for and not answered yet."""
        return sum(1 for row in self.rows if self._is_open(row))

    def answer(self, index: int, name: str) -> None:
        """Say what band `index` (from 1) is; "" takes the answer back."""
        name = name.strip()
        if name:
            self.answers[str(index)] = name
        else:
            self.answers.pop(str(index), None)
        self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, SOURCE))  # a twin is answered, too

    def answer_all(self, names: Mapping[int, str]) -> None:
        """Say what many bands are."""
        self.answers.update({str(index): name for index, name in names.items()})
        self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, SOURCE))

    def choices(self, index: int) -> List[str]:
        """What band `index` may be, the likely ones first."""
        offered = [*self._pairs.get(index, ()), *self._known, *self._choices, UNUSED]
        seen: Dict[str, str] = {}
        for name in offered:
            seen.setdefault(name.lower(), name)
        return list(seen.values())

    def choices_at(self, row: int) -> List[str]:
        """What the band in a row may be."""
        return self.choices(self.rows[row].index)

    def wavelengths(self) -> List[Optional[float]]:
        """The wavelength of each band in nm, by the answers where there are any; None where it is not known."""
        return [self._wavelength(row) for row in self.rows]

    def _is_open(self, row: BandRow) -> bool:
        if not row.asked or str(row.index) in self.answers:
            return False
        if self._pairs and all(names == [UNUSED] for names in self._pairs.values()):  # twins: one answer is enough
            return not any(str(index) in self.answers for index in self._pairs)
        return True

    def _wavelength(self, row: BandRow) -> Optional[float]:
        answer = self.answers.get(str(row.index))
        if answer is None:
            return row.wavelength_nm
        stated = NANOMETRES.fullmatch(answer)
        if stated:
            return float(stated[1])
        return next((nm for name, nm in self._known.items() if name.lower() == answer.lower()), None)

    def meaning(self, row: BandRow) -> str:
        """What a band is, in the user's words first."""
        answer = self.answers.get(str(row.index))
        if answer is not None:
            return tr("unused") if answer == UNUSED else answer
        if row.unused:
            return tr("unused")
        return row.read or (tr("choose…") if self._is_open(row) else tr("not known yet"))

    # --- Qt's side -----------------------------------------------------------------------------------------------

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """One row a band."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Band, meaning, wavelength, unit, source."""
        return 0 if parent.isValid() else SOURCE + 1

    def headerData(self, section: int, orientation: Any, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The columns' names."""
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return str((tr("Layer band"), tr("Meaning"), tr("Wavelength"), tr("Unit"), tr("Read from"))[section])

    def flags(self, index: QModelIndex) -> Any:
        """Meanings can be edited."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == MEANING else flags

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell shows."""
        row = self.rows[index.row()]
        roles = Qt.ItemDataRole
        if role == roles.DisplayRole:
            return str(self._text(row, index.column()))
        if role == roles.EditRole and index.column() == MEANING:
            return self.answers.get(str(row.index), row.read)
        if role == roles.BackgroundRole and self._is_open(row):
            return ASKED
        if role == roles.ToolTipRole:
            tip = tr("What the band is: choose, or type a wavelength such as 665nm.")
            return str(tip if index.column() == MEANING else self._text(row, index.column()))
        return None

    def setData(self, index: QModelIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take an answer; what was read anyway is none."""
        if role != Qt.ItemDataRole.EditRole or index.column() != MEANING:
            return False
        row, name = self.rows[index.row()], str(value).strip()
        self.answer(row.index, "" if name == row.read else name)
        return True

    def _text(self, row: BandRow, column: int) -> str:
        if column == BAND:
            return f"{row.index}  {row.label}".strip()
        if column == MEANING:
            return self.meaning(row)
        if column == WAVELENGTH:
            nm = self._wavelength(row)
            return tr("{wavelength:g} nm", wavelength=float(nm)) if nm else ""
        if column == UNIT:
            return "" if row.unused or self.answers.get(str(row.index)) == UNUSED else self.units
        return tr("your answer") if str(row.index) in self.answers else row.source
