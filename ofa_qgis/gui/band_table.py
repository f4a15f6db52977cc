"""The dialog "Bands": which layer band is what, in which units, where that was read, and what must still be said.

Keeps answers with the layer; asks the engine nothing itself: `show_facts` takes its next answer.
"""

from pathlib import Path
from typing import Any, Dict, List, Mapping, Optional, Tuple

from qgis.core import QgsRasterLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QSize, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from .. import layers
from ..engine_words import plain
from ..i18n import tr
from .band_delegate import MeaningDelegate
from .band_model import FILE_CHOICE, MEANING, BandModel
from .band_words import RADAR_UNITS, unit_titles, wavelengths_of
from .spectrum import SpectrumPlot
from .status import StatusLabel

SIZE = QSize(640, 620)
ROW_HEIGHTS = 1.6  # of a line of text: room for the drop-down
RADAR = ("VV", "VH", "HH", "HV")
MANY_BANDS = 30  # from here on a file of wavelengths is likelier than choosing one by one


class BandTable(QDialog):
    """Bands, units and sensor of a layer; not modal, so that the cursor can be moved over the map.

    Args:
        layer: whose bands.
        inspect_outputs: what the engine's `inspect` said of it.
        canvas: where the spectrum plot follows the cursor.
        parent: Qt's owner.
    """

    answered = pyqtSignal(dict)  # sensor, bands, units: as kept with the layer

    def __init__(
        self,
        layer: QgsRasterLayer,
        inspect_outputs: Mapping[str, Any],
        canvas: Optional[QgsMapCanvas] = None,
        parent: Optional[QWidget] = None,
    ) -> None:
        super().__init__(parent)
        self._layer = layer
        self.setModal(False)
        self.setWindowTitle(tr("Bands of {layer}").format(layer=layer.name()))
        self.model = BandModel([_label(layer, band) for band in range(1, layer.bandCount() + 1)], self)
        self.sensor, self.units = QComboBox(), QComboBox()
        self.sensor_status, self.units_status, self.bands_status = StatusLabel(), StatusLabel(), StatusLabel()
        self.table = _table(self.model)
        self.plot = SpectrumPlot(layer, canvas)
        self.file = QPushButton(tr("&Wavelengths from a file…"))
        self.file.setToolTip(tr("A text file with one wavelength in nanometres a line, one line for each band"))
        self._lay_out()
        self.sensor.activated.connect(self._show_state)
        self.units.activated.connect(self._show_state)
        self.model.dataChanged.connect(self._show_state)
        self.file.clicked.connect(self._ask_file)
        layer.willBeDeleted.connect(self.close)
        self.show_facts(inspect_outputs)

    def sizeHint(self) -> QSize:
        """Room for the bands of a usual sensor and the plot."""
        return SIZE

    def show_facts(self, facts: Mapping[str, Any]) -> None:
        """Show what the engine says now."""
        self._facts = facts
        kept = layers.choices(self._layer)
        self.model.take(facts, kept["bands"])
        self._fill_sensors(kept["sensor"])
        self._fill_units(kept["units"])
        self.table.resizeColumnsToContents()
        asks_file = any(choice.startswith(FILE_CHOICE) for choice in self._choices("bands"))
        self.file.setVisible(asks_file or len(self.model.rows) > MANY_BANDS)
        self._show_state()

    def answers(self) -> Dict[str, Any]:
        """What the user said: ``{"sensor", "bands", "units"}``, None and empty where nothing."""
        return {
            "sensor": self.sensor.currentData(),
            "bands": dict(self.model.answers),
            "units": self.units.currentData(),
        }

    def remember(self) -> None:
        """Keep the answers with the layer."""
        answers = self.answers()
        layers.remember(self._layer, answers["sensor"], answers["bands"], answers["units"])
        self._show_state()
        self.answered.emit(answers)

    def forget(self) -> None:
        """Take all answers back, those that were kept, too."""
        layers.remember(self._layer, None, {}, None)
        self.show_facts(self._facts)
        self.answered.emit(self.answers())

    def read_wavelengths(self, path: str) -> bool:
        """Take the wavelengths of all bands from a file; says why if they cannot be."""
        try:
            found = wavelengths_of(Path(path), len(self.model.rows))
        except (OSError, ValueError) as error:
            self.bands_status.tell("bad", str(error))
            return False
        self.model.answer_all({index: f"{nm:g}nm" for index, nm in enumerate(found, 1)})
        return True

    # --- parts ---------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        grid = QGridLayout()
        fields = ((tr("&Sensor"), self.sensor, self.sensor_status), (tr("&Units"), self.units, self.units_status))
        for row, (text, combo, status) in enumerate(fields):
            label = QLabel(text)
            label.setBuddy(combo)
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            grid.addWidget(label, 2 * row, 0)
            grid.addWidget(combo, 2 * row, 1)
            grid.addWidget(status, 2 * row + 1, 1)
        grid.setColumnStretch(1, 1)
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(self.table)
        split.addWidget(self.plot)
        split.setStretchFactor(0, 1)
        split.setChildrenCollapsible(False)
        above = QHBoxLayout()
        above.addWidget(self.bands_status, 1)
        above.addWidget(self.file, 0, Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout(self)
        column.addLayout(grid)
        column.addLayout(above)
        column.addWidget(split, 1)
        column.addWidget(self._buttons())

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        role = QDialogButtonBox.ButtonRole
        self.keep = box.addButton(tr("&Remember for this layer"), role.ApplyRole)
        self.keep.setDefault(True)
        self.keep.setToolTip(tr("Keep these answers in the project; Processing uses them, too"))
        self.drop = box.addButton(tr("&Forget my answers"), role.ResetRole)
        self.keep.clicked.connect(self.remember)
        self.drop.clicked.connect(self.forget)
        box.rejected.connect(self.close)
        return box

    def _choices(self, about: str) -> List[str]:
        questions = self._facts.get("questions") or ()
        return [str(choice) for each in questions if each.get("about") == about for choice in each.get("choices") or ()]

    def _text(self, about: str) -> str:
        questions = self._facts.get("questions") or ()
        return " ".join(plain(each["text"]) for each in questions if each.get("about") == about)

    def _fill_sensors(self, kept: Optional[str]) -> None:
        titles = {str(each["id"]): str(each["title"]) for each in self._facts.get("sensors") or ()}
        asked = self._choices("sensor")
        read = None if kept else self._facts.get("sensor_title")
        order = [*asked, *(name for name in titles if name not in asked)]
        _fill(self.sensor, [(titles.get(name, name), name) for name in order], read, kept, bool(asked))

    def _fill_units(self, kept: Optional[str]) -> None:
        asked = self._choices("units")
        names = unit_titles()
        radar = any(band["name"] in RADAR for band in self._facts.get("bands") or ())
        usual = [name for name in names if (name in RADAR_UNITS) == radar or name == "uint8"]
        order = [*asked, *(name for name in usual if name not in asked)]
        read = None if kept else self._facts.get("units")
        items = [(f"{name} — {names[name]}" if name in names else name, name) for name in order]
        _fill(self.units, items, f"{read} — {names[read]}" if read in names else read, kept, bool(asked))

    def _show_state(self, *_: Any) -> None:
        """Say at each field what is asked, and whether something is not kept yet."""
        sensor, units = self._text("sensor"), self._text("units")
        source = self._facts.get("units_source")
        self.sensor_status.tell(*_ask(sensor, bool(self.sensor.currentData())))
        told = tr("read from: {source}").format(source=source) if source and not self.units.currentData() else ""
        self.units_status.tell(*(_ask(units, bool(self.units.currentData())) if units else ("plain", told)))
        left, bands = self.model.open_rows(), self._text("bands")
        self.bands_status.tell(*_ask(bands, left == 0))
        kept = layers.choices(self._layer)
        self.keep.setEnabled(self.answers() != kept)
        self.drop.setEnabled(bool(kept["sensor"] or kept["bands"] or kept["units"]))
        self.plot.set_wavelengths(self.model.wavelengths())

    def _ask_file(self) -> None:
        dialog = QFileDialog(self, tr("Wavelengths"), "", tr("Text (*.txt *.csv);;All files (*)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.read_wavelengths)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def _label(layer: QgsRasterLayer, band: int) -> str:
    """What the file calls a band, without QGIS's "Band 1:"."""
    name = str(layer.bandName(band))
    return name.partition(":")[2].strip()


def _table(model: BandModel) -> QTableView:
    table = QTableView()
    table.setObjectName("OfaBandRows")
    table.setModel(model)
    table.setItemDelegateForColumn(MEANING, MeaningDelegate(table))
    table.setEditTriggers(QAbstractItemView.EditTrigger.AllEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.setWordWrap(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(int(table.fontMetrics().height() * ROW_HEIGHTS))
    table.horizontalHeader().setStretchLastSection(True)
    table.horizontalHeader().setHighlightSections(False)
    return table


def _fill(
    combo: QComboBox, items: List[Tuple[str, str]], read: Optional[str], kept: Optional[str], is_asked: bool
) -> None:
    """First what was read, then what can be said instead."""
    combo.clear()
    empty = tr("as read from the file") if kept else tr("choose…") if items and is_asked else tr("not known yet")
    combo.addItem(tr("{value} (as read)").format(value=read) if read else empty, None)
    for text, value in items:
        combo.addItem(text, value)
    if kept and combo.findData(kept) < 0:
        combo.addItem(kept, kept)
    combo.setCurrentIndex(max(combo.findData(kept), 0) if kept else 0)


def _ask(text: str, is_answered: bool) -> Tuple[str, str]:
    """Mark and text of a question; nothing where none is open."""
    return ("plain", "") if is_answered or not text else ("ask", text)
