"""The dock: pages "Map", "Train", "Accuracy", "Find", "Values" and "Change", each one column, read from top to
bottom as the work goes.

Puts the sections together and connects them; each section knows only what it shows. While no engine works, the
set-up page takes their place.
"""

from typing import Any, List, Optional, Tuple

from qgis.core import Qgis, QgsMessageLog
from qgis.gui import QgsDockWidget, QgsMessageBar
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtGui import QDragEnterEvent, QDropEvent
from qgis.PyQt.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from .. import settings
from ..engine import task
from ..i18n import tr
from .accuracy.accuracy_page import AccuracyTab
from .alike.alike_page import AlikeTab
from .change.change_page import ChangeTab
from .classes.classes_view import ClassesView
from .clusters.first_map import FirstMap
from .labels.label_store import LabelStore
from .labels.wand_tool import WandTool
from .layer.engine_line import EngineInfo
from .layer.layer_section import LayerSection
from .layer.scene import ChosenScene
from .map.clean_row import CleanRow
from .map.map_section import WholeScene
from .map.model_row import ModelRow
from .map.report_panel import ReportPanel
from .map.swipe_bar import SwipeBar
from .preview.live_preview import PreviewController
from .preview.preparation import Preparation
from .preview.preview_section import PreviewSection
from .sample import SampleRow
from .tour import Tour
from .train.train_page import TrainTab
from .values.values_page import ValuesTab
from .widgets.builders import above, picture_tool, scrolled, section, stacked, tool
from .widgets.legible import Legible
from .widgets.page_tabs import PageTabs
from .widgets.status import StatusLabel, sentence

WIDE_PX, TALL_PX = 400, 860
MESSAGE_S = 20  # a crash stays in sight for so long
UNTIL_CLOSED = 0  # seconds, for a message that its reader closes
BODY, SETUP = range(2)
MAP, TRAIN, ACCURACY, FIND, VALUES, CHANGE = range(6)


class OfaDock(QgsDockWidget):
    """All of the plugin's window."""

    def __init__(self, iface: Any, parent: Optional[QWidget] = None) -> None:
        super().__init__(tr("OFA"), parent)
        self.setObjectName("OfaDock")
        self.setAcceptDrops(True)
        self._iface = iface
        canvas = iface.mapCanvas()
        self._bands: Any = None  # the band table while it is open
        self._spectra: Any = None  # the spectra of the classes, once they were asked for
        self._setup: Any = None
        self._python = ""
        self._proof_due = False
        self.scene = ChosenScene(self)
        self.store = LabelStore(self)
        self.preview = PreviewController(self.scene, self.store, canvas, self)
        self.preparation = Preparation(self.scene, canvas, self)
        self.engine_info = EngineInfo(self)
        self.layers = LayerSection(self.scene, canvas)
        self.classes = ClassesView(canvas, self.store)
        self.first_map = FirstMap(self.scene, self.store)
        self.preview_section = PreviewSection(self.preview, self.scene, self.store, canvas)
        self.whole = WholeScene(self.scene, self.store, canvas)
        self.model_row = ModelRow(self.scene, self.store)
        self.train = TrainTab(self.scene, self.store)
        self.accuracy = AccuracyTab(canvas)
        self.alike = AlikeTab(self.scene, canvas)
        self.values = ValuesTab(self.scene, self.store, canvas)
        self.change = ChangeTab(self.scene, self.store)
        self.swipe = SwipeBar(canvas)
        self.clean = CleanRow()
        self.panel = ReportPanel()
        self.device = StatusLabel()
        self._add_peers(canvas)
        self.sample, self.tour = SampleRow(self, iface), Tour(self, iface)
        self._lay_out()
        Legible(self)
        self._connect()
        self._begin()

    def sizeHint(self) -> QSize:
        """Wide enough for a class with its counts."""
        return QSize(WIDE_PX, TALL_PX)

    def show_setup(self, error: str = "") -> None:
        """Show the set-up page instead of the pages."""
        if self._setup is None:
            from .setup.setup_page import SetupPage  # noqa: PLC0415 - seldom needed

            self._setup = SetupPage()
            self._setup.installed.connect(self._installed)
            self._setup.ready.connect(self._engine_ready)
            self._setup.ready.connect(self.tour.offer)
            self._setup_box.addWidget(self._setup, 1)
        self._setup.refresh()
        self._setup_error.tell("bad", error)
        self.back.setVisible(task.python().is_file() and not error)
        self._pages.setCurrentIndex(SETUP)

    def show_body(self) -> None:
        """Show the pages."""
        self._pages.setCurrentIndex(BODY)

    def map_with(self, name: str) -> None:
        """Map the whole scene with a model that was trained to."""
        if self.layers.choose_model(name):
            self.tabs.setCurrentIndex(MAP)
            self._body_area().ensureWidgetVisible(self.whole)
            self.whole.classify()

    def show_spectra(self) -> None:
        """Open the spectra of the classes."""
        from .spectra.spectra_panel import SpectraPanel  # noqa: PLC0415 - seldom needed

        self._close_spectra()
        if self.scene.layer is not None:
            self._spectra = SpectraPanel(self.scene, self.store, self._iface.mapCanvas(), self)
            self._spectra.show()

    def show_bands(self, layer: Any = None) -> None:
        """Open the band table of the scene, with the fields of this layer if one is given."""
        from .bands.band_table import BandTable  # noqa: PLC0415 - seldom needed

        if self.scene.layer is None:
            return
        self._close_bands()
        (_, facts), *further = self._band_facts()
        self._bands = BandTable(self.scene.layer, facts, self._iface.mapCanvas(), self, further)
        self._bands.answered.connect(self.scene.refresh)
        self._bands.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._bands.destroyed.connect(self._bands_gone)
        self._show_facts()
        self._bands.show()
        if layer is not None:
            self._bands.show_layer(layer)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and folders: scenes, or products as they were downloaded."""
        if _dropped(event) and self._pages.currentIndex() == BODY:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped; the first is chosen."""
        event.acceptProposedAction()
        self.tabs.setCurrentIndex(MAP)
        self.layers.open_scenes(_dropped(event))

    def tear_down(self) -> None:
        """Leave nothing behind: jobs, layers, marks, map tools, connections."""
        self._close_bands()
        self._close_spectra()
        self.tour.leave()
        if self._setup is not None:
            from .setup import setup_task  # noqa: PLC0415 - seldom needed

            setup_task.cancel()
        sections = (
            self.accuracy,
            self.alike,
            self.values,
            self.change,
            self.train,
            self.preview_section,
            self.preview,
            self.preparation,
            self.whole,
            self.first_map,
            self.model_row,
            self.swipe,
            self.clean,
            self.layers,
        )
        for part in (*sections, self.scene, self.classes, self.store):
            part.tear_down()
        self.panel.tear_down()

    def _add_peers(self, canvas: Any) -> None:
        """What the classes' section offers beside its own tools."""
        tip = tr(
            "Magic wand: click to grow a region of like pixels; the wheel or + and - change the tolerance, "
            "Enter or another click labels the region, Esc drops it."
        )
        self.wand = picture_tool("wand", tip)
        self.wand.setAccessibleName(tr("Magic wand"))
        self.wand_tool = WandTool(canvas, self.store, self.scene)
        self.wand_tool.chosen.connect(lambda on: self.preparation.want("wand", on))
        self.classes.add_tool(self.wand, self.wand_tool)
        self.spectra = picture_tool("spectra", tr("Spectra of the classes: mean, spread, and labels that do not fit"))
        self.spectra.clicked.connect(self.show_spectra)
        self.classes.add_button(self.spectra)

    def _lay_out(self) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.addWidget(self.layers)
        column.addWidget(self.sample)
        for title, part in (
            (tr("1  Classes and labels"), stacked(self.classes, self.first_map)),
            (tr("2  Preview"), self.preview_section),
            (tr("3  Whole scene"), self.whole),
        ):
            column.addWidget(section(title, part))
        column.addWidget(self.model_row)
        column.addWidget(self.swipe)
        column.addWidget(self.clean)
        column.addWidget(self.panel)
        column.addStretch(1)
        self.tabs = PageTabs()
        self._area = scrolled(page)
        self.tabs.add(above(self._area, self.whole.foot), "classify", tr("Map"))
        for page, icon, title in (
            (self.train, "finetune", tr("Train")), (self.accuracy, "assess", tr("Accuracy")),
            (self.alike, "similar", tr("Find")), (self.values, "regress", tr("Values")),
            (self.change, "change", tr("Change")),
        ):  # fmt: skip
            self.tabs.add(scrolled(page), icon, title)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._header())
        column.addWidget(self.tabs, 1)
        self._pages = QStackedWidget()
        self._pages.addWidget(body)
        self._pages.addWidget(scrolled(self._setup_frame()))
        self.setWidget(self._pages)

    def _header(self) -> QWidget:
        header = QWidget()
        row = QHBoxLayout(header)
        self.gear = tool("/mActionOptions.svg", "⚙", tr("Set up, repair or remove the engine"))
        self.help = tool("/mActionHelpContents.svg", "?", tr("Help"))
        self.gear.setObjectName("OfaGear")
        row.addWidget(self.device, 1)
        row.addStretch()
        row.addWidget(self.gear)
        row.addWidget(self.help)
        return header

    def _setup_frame(self) -> QWidget:
        frame = QWidget()
        self._setup_box = QVBoxLayout(frame)
        self.back = QPushButton(tr("‹ Back"))
        self._setup_error = StatusLabel()
        self._setup_box.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self._setup_box.addWidget(self._setup_error)
        return frame

    def _connect(self) -> None:
        self.scene.changed.connect(self._scene_changed)
        self.gear.clicked.connect(lambda _checked: self.show_setup())
        self.back.clicked.connect(self.show_body)
        self.help.clicked.connect(self._show_help)
        self.engine_info.models_known.connect(self.layers.set_models)
        self.engine_info.models_known.connect(self.train.set_models)
        self.engine_info.device_known.connect(self._device_known)
        self.engine_info.broken.connect(self._engine_broken)
        self.layers.bands_wanted.connect(self.show_bands)
        self.whole.started.connect(self.panel.show_recipe)
        self.whole.reported.connect(self.panel.show_report)
        self.train.started.connect(self.panel.show_recipe)
        self.model_row.known.connect(self.engine_info.ask_models)
        self.train.trained.connect(lambda _name: self.engine_info.ask_models())
        self.train.map_wanted.connect(self.map_with)
        self.train.told.connect(lambda text, well: self._message(text, "", well))
        self.tabs.currentChanged.connect(self._turned)
        self.whole.running_changed.connect(lambda _on: self._hold_preview())
        self.whole.running_changed.connect(self.train.set_mapping)
        self.clean.line.running_changed.connect(lambda _on: self._scroll_to(self.clean.line))
        self.whole.told.connect(lambda text: self._message(text, ""))
        self.preview.labels_missing.connect(lambda missing: self.preparation.want("preview", missing))
        for part in (
            self.whole, self.train, self.accuracy, self.alike, self.values, self.change, self.clean, self.first_map,
            self.preview,
        ):  # fmt: skip
            part.failed.connect(self._job_failed)

    def _begin(self) -> None:
        from .setup import setup_task  # noqa: PLC0415 - imports much, though it asks little

        if not task.python().is_file():
            self.show_setup()
        elif outdated := setup_task.outdated():
            self.show_setup(outdated)
        else:
            self._engine_ready()
        self.layers.start(self._iface.activeLayer())

    def _scene_changed(self) -> None:
        """Labels count where the scene has data; the band table shows what is known now."""
        nodata = self.scene.source.nodata if self.scene.source else ()
        self.store.set_scene(self.scene.layer, nodata, self.scene.fill)
        self._show_facts()

    def _engine_ready(self) -> None:
        """An engine is there: ask it what it is, and resume what waited for it."""
        if self._python and self._python != str(task.python()):
            task.stop()  # what runs is the engine of the former settings
        self._python = str(task.python())
        self.show_body()
        self.engine_info.ask(settings.get(settings.DEVICE))
        self.scene.retry()

    def _installed(self) -> None:
        """Whoever has waited for it sees the dock, and reads what was proven."""
        self._proof_due = True
        self.setUserVisible(True)

    def _device_known(self, kind: str, text: str, tip: str) -> None:
        self.device.tell(kind, text, tip)
        if self._proof_due and kind != "busy":
            self._proof_due = False
            told = tr("The engine is installed. {device}", device=text)
            self._message(told, "", kind != "bad", seconds=UNTIL_CLOSED)

    def _engine_broken(self, error: str, hint: str, log: str) -> None:
        """The engine does not even say its name."""
        self.device.tell("bad", sentence(error, hint))
        self.panel.show_log(log)
        if log:
            self.show_setup(sentence(error, hint))

    def _turned(self, page: int) -> None:
        """Another page: models may have come or be gone; only one page hides maps, and one marks examples."""
        self.engine_info.ask_models()
        if page != ACCURACY:
            self.accuracy.leave()
        if page != VALUES:
            self.values.leave()
        if page == FIND:
            self.alike.enter()
        else:
            self.alike.leave()
        self._hold_preview()

    def _hold_preview(self) -> None:
        """The engine does one thing after the other: what is asked meanwhile would wait, or keep others waiting."""
        if self.whole.task is not None:
            self.preview.hold(tr("The preview goes on when the whole scene is mapped."))
        elif self.tabs.currentIndex() == FIND:
            self.preview.hold(tr("The preview goes on when you leave the page Find."))
        else:
            self.preview.hold("")

    def _job_failed(self, error: str, _hint: str, log: str) -> None:
        """Show a failure beside the control that started the job; for a crash, also where the log is."""
        if log:
            self.panel.show_log(log)
            QgsMessageLog.logMessage(f"{sentence(error, '')}\n{log}", task.TAG, Qgis.MessageLevel.Warning, False)
            self._message(sentence(error, ""), log)

    def _message(self, text: str, log: str, well: bool = True, seconds: int = MESSAGE_S) -> None:
        item = QgsMessageBar.createMessage(tr("OFA"), text)
        if log:
            button = QPushButton(tr("Show log"))
            button.clicked.connect(self._show_log)
            item.layout().addWidget(button)
        level = Qgis.MessageLevel.Success if well and not log else Qgis.MessageLevel.Warning
        self._iface.messageBar().pushWidget(item, level, seconds)

    def _show_log(self) -> None:
        self.setUserVisible(True)
        self.show_body()
        self.tabs.setCurrentIndex(MAP)
        self.panel.show_log("", unfold=True)
        self._body_area().ensureWidgetVisible(self.panel.log)

    def _scroll_to(self, part: QWidget) -> None:
        """Bring into view what has just grown."""
        self._area.widget().layout().activate()
        self._area.ensureWidgetVisible(part)

    def _body_area(self) -> QScrollArea:
        return self._area

    def _show_help(self) -> None:
        from .widgets.help_view import HelpView  # noqa: PLC0415 - seldom needed

        HelpView.open("dock", self)

    def _close_bands(self) -> None:
        table, self._bands = self._bands, None
        if table is not None:
            table.close()

    def _close_spectra(self) -> None:
        panel, self._spectra = self._spectra, None
        if panel is not None and not sip.isdeleted(panel):
            panel.close()

    def _show_facts(self) -> None:
        if self._bands is None or self.scene.is_reading or self.scene.layer is None:
            return
        self._bands.show_facts(*self._band_facts())
        failed = next((each.failure for each in self.scene.sources if each.failure), None)
        if failed:
            self._bands.show_failure(sentence(*failed[:2]))

    def _band_facts(self) -> List[Tuple[Any, Any]]:
        """Each layer of the place with what is known of its bands; also of one whose answers contradict its file."""
        first, *further = self.scene.sources
        return [(each.layer, each.facts or {}) for each in (first, *(each for each in further if not each.error))]

    def _bands_gone(self) -> None:
        self._bands = None


def _dropped(event: QDropEvent) -> List[str]:
    """The files and folders of this computer that are being dropped."""
    urls = event.mimeData().urls()
    return [url.toLocalFile() for url in urls if url.isLocalFile()]
