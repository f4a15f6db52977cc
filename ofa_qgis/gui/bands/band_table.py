"""The dialog "Bands": which layer band is what, in which units, where that was read, and what must still be said.

Keeps each answer with its layer as soon as it is given; asks the engine nothing itself: `show_facts` takes its next
answers. Of several sources, the fields are about the one whose rows were clicked last.
"""

from pathlib import Path
from typing import Any, Dict, List, Mapping, Optional, Sequence, Tuple

from qgis.core import QgsRasterLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QSize, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ...engine.engine_words import phrase, plain
from ...i18n import tr
from ...layers import raster_layers
from ..spectra.spectrum_plot import SpectrumPlot
from ..widgets.answer_buttons import AnswerButtons
from ..widgets.status import StatusLabel
from .band_delegate import MeaningDelegate
from .band_groups import GroupedBands, SourceBands
from .band_model import FILE_CHOICE, MEANING, BandModel
from .band_presets import presets
from .band_words import (
    MOST_BUTTONS,
    RADAR_UNITS,
    fill_question,
    fill_titles,
    unit_question,
    unit_titles,
    unit_words,
    wavelengths_of,
)

SIZE = QSize(680, 680)
LOOK_AGAIN_MS = 100  # whether the user has finished choosing
ROW_HEIGHTS = 1.6  # of a line of text: room for the drop-down
RADAR = ("VV", "VH", "HH", "HV")
MANY_BANDS = 30  # from here on a file of wavelengths is likelier than choosing one by one

Facts = Tuple[QgsRasterLayer, Mapping[str, Any]]


class BandTable(QDialog):
    """Bands, units and sensor of a layer, and of further sources; not modal: the cursor can be moved on the map.

    Args:
        layer: whose bands.
        inspect_outputs: the outputs of the engine's `inspect`.
        canvas: where the spectrum plot follows the cursor.
        parent: Qt's owner.
        further: other layers of the place, each with its outputs.
    """

    answered = pyqtSignal()  # the answers that are kept with a layer have changed

    def __init__(
        self,
        layer: QgsRasterLayer,
        inspect_outputs: Mapping[str, Any],
        canvas: Optional[QgsMapCanvas] = None,
        parent: Optional[QWidget] = None,
        further: Sequence[Facts] = (),
    ) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._sources: List[SourceBands] = []
        self._current = 0
        self._next: Optional[Sequence[Facts]] = None  # facts that wait until the user has chosen
        self.setModal(False)
        self.setWindowTitle(tr("Bands of {layer}", layer=layer.name()))
        self.source, self.sensor, self.units, self.fill = QComboBox(), QComboBox(), QComboBox(), QComboBox()
        self.source.setObjectName("OfaBandSource")
        self.source.setToolTip(tr("The layer that the fields below are about"))
        self.skip_damaged = QCheckBox(tr("Skip damaged blocks"))
        self.skip_damaged.setObjectName("OfaSkipDamaged")
        self.skip_damaged.setToolTip(
            tr("Blocks that cannot be read count as nodata and are told. Off: they end the run.")
        )
        self.sensor_status, self.units_status, self.bands_status = StatusLabel(), StatusLabel(), StatusLabel()
        self.fill_status, self.kept_status = StatusLabel(), StatusLabel()
        self.unit_buttons = AnswerButtons("OfaUnits", is_column=True)
        self.orders = AnswerButtons("OfaOrder", is_column=True)
        self.table, self.plots = _table(), QStackedWidget()
        self.file = QPushButton(tr("&Wavelengths from a file…"))
        self.file.setToolTip(tr("A text file with one wavelength in nanometres a line, one line for each band"))
        self.file.setAutoDefault(False)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(LOOK_AGAIN_MS)
        self._lay_out()
        self._connect()
        layer.willBeDeleted.connect(self.close)
        self._take([(layer, inspect_outputs), *further])

    @property
    def layer(self) -> QgsRasterLayer:
        """The one that the fields are about."""
        return self._sources[self._current].layer

    @property
    def model(self) -> BandModel:
        """The bands of that layer."""
        return self._sources[self._current].model

    @property
    def plot(self) -> SpectrumPlot:
        """The spectrum of that layer."""
        plot: SpectrumPlot = self.plots.currentWidget()
        return plot

    @property
    def _facts(self) -> Mapping[str, Any]:
        return self._sources[self._current].facts

    @property
    def _fill(self) -> Mapping[str, Any]:
        return self._sources[self._current].fill

    def _connect(self) -> None:
        for combo in (self.sensor, self.units, self.fill):
            combo.activated.connect(self._keep)
        self.source.activated.connect(self.choose)
        self.skip_damaged.clicked.connect(self._keep)
        self.unit_buttons.chosen.connect(self._choose_units)
        self.orders.chosen.connect(self._use_preset)
        self.file.clicked.connect(self._ask_file)
        self._later.timeout.connect(self._show_next)

    def sizeHint(self) -> QSize:
        """Room for the bands of a usual sensor and the plot."""
        return SIZE

    def show_facts(self, *sources: Facts) -> None:
        """Show what the engine says now of each layer, once the user is not in the middle of choosing or typing."""
        if [(layer, facts) for layer, facts in sources] != [(each.layer, each.facts) for each in self._sources]:
            self._next = sources
            self._show_next()

    def choose(self, number: int) -> None:
        """Let the fields be about the layer of this number, from 0."""
        self._current = number
        self.source.setCurrentIndex(number)
        self.plots.setCurrentIndex(number)
        self._show_fields()

    def show_layer(self, layer: QgsRasterLayer) -> None:
        """Let the fields be about this layer, and bring its bands into view."""
        number = next((k for k, each in enumerate(self._sources) if each.layer is layer), 0)
        self.choose(number)
        rows = self.table.model()
        if isinstance(rows, GroupedBands):
            self.table.scrollTo(rows.index(rows.headings()[number], 0), QAbstractItemView.ScrollHint.PositionAtTop)

    def show_failure(self, told: str) -> None:
        """Say why the engine cannot read the layer with these answers."""
        self.kept_status.tell("bad", told)

    def answers(self) -> Dict[str, Any]:
        """What the user said, as `raster_layers.choices` has it: None and empty where nothing."""
        return {
            "sensor": self.sensor.currentData(),
            "bands": dict(self.model.answers),
            "units": self.units.currentData(),
            "fill": self.fill.currentData(),
            "skip_damaged": self.skip_damaged.isChecked() or None,
        }

    def _use_preset(self, name: str) -> None:
        """Say what all bands are, and whose; each can be changed afterwards."""
        preset = self._presets[name]
        place = self.sensor.findData(preset.sensor) if preset.sensor else 0
        self.sensor.setCurrentIndex(max(place, 0))
        self.model.answer_all(preset.bands)

    def forget(self) -> None:
        """Take all answers back."""
        raster_layers.remember(self.layer)
        self._show([(self.layer, self._facts)])
        self.answered.emit()

    def _keep(self, *_: Any) -> None:
        """Keep the answers with the layer."""
        answers = self.answers()
        if answers != raster_layers.choices(self.layer):
            raster_layers.remember(self.layer, **answers)
            self._show_state()
            self.answered.emit()

    def _choose_units(self, units: str) -> None:
        self.units.setCurrentIndex(max(self.units.findData(units), 0))
        self._keep()

    def _show_next(self) -> None:
        if self._next is None:
            return
        combos = (self.sensor, self.units, self.fill)
        typing = self.table.state() == QAbstractItemView.State.EditingState
        if typing or any(combo.view().isVisible() for combo in combos):
            self._later.start()
            return
        sources, self._next = self._next, None
        if [layer for layer, _ in sources] == [each.layer for each in self._sources]:
            self._show(sources)
        else:
            self._take(sources)

    def _take(self, sources: Sequence[Facts]) -> None:
        """Show these layers, the first of them in the fields."""
        self._current = 0
        self._sources = [SourceBands.of(layer, self) for layer, _ in sources]
        for plot in [self.plots.widget(number) for number in range(self.plots.count())]:
            self.plots.removeWidget(plot)
            plot.deleteLater()
        for number, each in enumerate(self._sources):
            each.model.dataChanged.connect(lambda *_, number=number: self._band_answered(number))
            self.plots.addWidget(SpectrumPlot(each.layer, self._canvas))
        several = len(self._sources) > 1
        self.table.setModel(GroupedBands(self._sources, self) if several else self.model)
        self.table.selectionModel().currentRowChanged.connect(self._row_chosen)
        self.source.clear()
        self.source.addItems([each.layer.name() for each in self._sources])
        for part in (self.source_label, self.source):
            part.setVisible(several)
        self._show(sources)

    def _show(self, sources: Sequence[Facts]) -> None:
        row = self.table.currentIndex().row()
        for layer, facts in sources:
            known = next(each for each in self._sources if each.layer is layer)
            known.take(facts, raster_layers.choices(layer)["bands"])
        rows = self.table.model()
        if isinstance(rows, GroupedBands):
            self.table.clearSpans()
            for heading in rows.headings():
                self.table.setSpan(heading, 0, 1, rows.columnCount())
        self.table.resizeColumnsToContents()
        if row >= 0:
            self.table.setCurrentIndex(rows.index(row, MEANING))
        self._show_fields()

    def _row_chosen(self, index: Any, _before: Any = None) -> None:
        rows = self.table.model()
        if index.isValid() and isinstance(rows, GroupedBands):
            number, _ = rows.place(index.row())
            if number != self._current:
                self.choose(number)

    def _band_answered(self, number: int) -> None:
        if number != self._current:
            self.choose(number)
        self._keep()

    def _show_fields(self) -> None:
        """Show what is known and answered of the layer that the fields are about."""
        kept = raster_layers.choices(self.layer)
        is_product = bool(self._facts.get("product")) and not self._questions("bands")  # which names its bands
        offered = [] if is_product else presets(len(self.model.rows) or self.layer.bandCount())
        self._presets = {preset.id: preset for preset in offered}
        self.orders.offer([(each.title, each.id, each.tip) for each in self._presets.values()])
        self.orders_label.setVisible(bool(self._presets))
        self._fill_sensors(kept["sensor"])
        self._fill_units(kept["units"])
        self._fill_fill(kept["fill"])
        self.skip_damaged.setChecked(bool(kept["skip_damaged"]))
        asks_file = any(choice.startswith(FILE_CHOICE) for choice in self._choices("bands"))
        self.file.setVisible(asks_file or len(self.model.rows) > MANY_BANDS)
        self._show_state()

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
        self.fill_label = QLabel(tr("&No data"))
        self.source_label = QLabel(tr("Layer"))
        fields = (
            (self.source_label, self.source, ()),
            (QLabel(tr("&Sensor")), self.sensor, (self.sensor_status,)),
            (QLabel(tr("&Units")), self.units, (self.units_status, self.unit_buttons)),
            (self.fill_label, self.fill, (self.fill_status,)),
        )
        for label, combo, below in fields:
            label.setBuddy(combo)
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            grid.addWidget(label, grid.rowCount(), 0)
            grid.addWidget(combo, grid.rowCount() - 1, 1)
            for part in below:
                grid.addWidget(part, grid.rowCount(), 1)
        grid.addWidget(self.skip_damaged, grid.rowCount(), 1)
        grid.setColumnStretch(1, 1)
        self.orders_label = QLabel(tr("Order of bands"))
        self.orders_label.setAlignment(Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.orders_label, grid.rowCount(), 0)
        grid.addWidget(self.orders, grid.rowCount() - 1, 1)
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(self.table)
        split.addWidget(self.plots)
        split.setStretchFactor(0, 1)
        split.setChildrenCollapsible(False)
        above = QHBoxLayout()
        above.addWidget(self.bands_status, 1)
        above.addWidget(self.file, 0, Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout(self)
        column.addLayout(grid)
        column.addLayout(above)
        column.addWidget(split, 1)
        column.addWidget(self.kept_status)
        column.addWidget(self._buttons())

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox()  # with words of ours: Qt's own are English where its translations are not installed
        box.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        self.drop = box.addButton(tr("&Forget my answers"), QDialogButtonBox.ButtonRole.ResetRole)
        for button in box.buttons():
            button.setAutoDefault(False)
        self.drop.clicked.connect(self.forget)
        box.rejected.connect(self.close)
        return box

    def _questions(self, about: str) -> List[Mapping[str, Any]]:
        return [each for each in self._facts.get("questions") or () if each.get("about") == about]

    def _choices(self, about: str) -> List[str]:
        return [str(choice) for each in self._questions(about) for choice in each.get("choices") or ()]

    def _text(self, about: str) -> str:
        return " ".join(plain(each["text"]) for each in self._questions(about))

    def _fill_sensors(self, kept: Optional[str]) -> None:
        titles = {str(each["id"]): phrase(each["title"]) for each in self._facts.get("sensors") or ()}
        asked = self._choices("sensor")
        read = None if kept else phrase(self._facts.get("sensor_title") or "")
        order = [*asked, *(name for name in titles if name not in asked)]
        _fill(self.sensor, [(titles.get(name, name), name) for name in order], read, kept, bool(asked))

    def _fill_units(self, kept: Optional[str]) -> None:
        asked = self._choices("units")
        names = unit_titles()
        radar = any(band["name"] in RADAR for band in self._facts.get("bands") or ())
        usual = [name for name in names if (name in RADAR_UNITS) == radar or name == "uint8"]
        order = [*asked, *(name for name in usual if name not in asked)]
        read = None if kept else self._facts.get("units")
        (question, *_) = self._questions("units") or ({},)
        items = [(f"{name} — {unit_words(name, question)}" if name in names else name, name) for name in order]
        _fill(self.units, items, f"{read} — {names[read]}" if read in names else read, kept, bool(asked))
        few = asked if len(asked) <= MOST_BUTTONS else ()
        self.unit_buttons.offer([(unit_words(name, question), name, name) for name in few])

    def _fill_fill(self, kept: Optional[str]) -> None:
        is_asked = bool(self._questions("nodata"))
        titles = fill_titles(self._fill, self._used())
        _fill(self.fill, [(text, value) for value, text in titles.items()], None, kept, is_asked)
        for part in (self.fill_label, self.fill):
            part.setVisible(bool(is_asked or kept or self._fill))

    def _used(self) -> int:
        return len(self._facts.get("bands") or ())

    def _show_state(self) -> None:
        """Say at each field what is asked, and at the bottom that answers are kept."""
        source = self._facts.get("units_source")
        told = tr("read from: {source}", source=source) if source and not self.units.currentData() else ""
        asked = " ".join(unit_question(each, self._facts.get("sensor")) for each in self._questions("units"))
        open_units = asked and not self.units.currentData()
        self.sensor_status.tell(*_ask(self._text("sensor"), bool(self.sensor.currentData())))
        self.units_status.tell(*(("ask", asked) if open_units else ("plain", told)))
        self.unit_buttons.setVisible(bool(open_units and self.unit_buttons.buttons))
        fill = fill_question(self._fill, self._used()) if self._fill and self._questions("nodata") else ""
        self.fill_status.tell(*_ask(fill, bool(self.fill.currentData())))
        self.bands_status.tell(*_ask(self._text("bands"), self.model.open_rows() == 0))
        kept = any(raster_layers.choices(self.layer).values())
        self.kept_status.tell(
            "ok", tr("Your answers are kept with the layer; Processing uses them, too.") if kept else ""
        )
        self.drop.setEnabled(kept)
        self.plot.set_wavelengths(self.model.wavelengths())

    def _ask_file(self) -> None:
        dialog = QFileDialog(self, tr("Wavelengths"), "", tr("Text (*.txt *.csv);;All files (*)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.read_wavelengths)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def _table() -> QTableView:
    table = QTableView()
    table.setObjectName("OfaBandRows")
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
    combo.addItem(tr("{value} (as read)", value=read) if read else empty, None)
    for text, value in items:
        combo.addItem(text, value)
    if kept and combo.findData(kept) < 0:
        combo.addItem(kept, kept)
    combo.setCurrentIndex(max(combo.findData(kept), 0) if kept else 0)


def _ask(text: str, is_answered: bool) -> Tuple[str, str]:
    """Mark and text of a question; nothing where none is open."""
    return ("plain", "") if is_answered or not text else ("ask", text)
