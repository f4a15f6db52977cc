"""The page "Accuracy" of the dock: a random sample of a map, answered without seeing the map, and what it tells.

Chooses the map, has the engine draw the points, walks through them and shows the report. Computes nothing.
"""

from pathlib import Path
from typing import Any, Dict, List, Optional

from qgis.core import QgsProject, QgsRasterLayer
from qgis.gui import QgsFileWidget, QgsMapCanvas
from qgis.PyQt.QtCore import QTimer, QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ...engine.engine_words import plain
from ...engine.task import EngineJob
from ...i18n import tr
from ...layers import raster_layers
from ...layers.class_maps import class_maps
from ...messages import Message
from ...protocol import AssessRequest, SampleRequest
from ..map.map_request import is_writable
from ..map.report_panel import Picture
from ..widgets.status import StatusLabel, sentence
from .sample_store import SampleStore
from .walk import Walk

LOOK_MS = 200  # after a change of the project: layers come in groups
PER_CENT = 100


class AccuracyTab(QWidget):
    """Map, precision, sample, [Draw points], the walk, [Assess], the report."""

    failed = pyqtSignal(object, object, str)  # error, hint, log

    def __init__(self, canvas: QgsMapCanvas, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.job: Optional[EngineJob] = None
        self._outputs: Dict[str, str] = {}
        self._layers: List[str] = []  # ids of the maps in the list
        self._proposed = ""
        self.walk = Walk(canvas)
        self._make_widgets()
        self._lay_out()
        self._connect()
        self.look()

    def map_layer(self) -> Optional[QgsRasterLayer]:
        """The chosen map."""
        index = self.maps.currentIndex()
        return QgsProject.instance().mapLayer(self._layers[index]) if 0 <= index < len(self._layers) else None

    def look(self) -> None:
        """List the rasters of the project that can be maps of classes, our own first."""
        chosen = self.map_layer()
        found = class_maps()
        self._layers = [layer.id() for _, layer in found]
        self.maps.blockSignals(True)
        self.maps.clear()
        self.maps.addItems([title for title, _ in found])
        if chosen is not None and chosen.id() in self._layers:
            self.maps.setCurrentIndex(self._layers.index(chosen.id()))
        self.maps.blockSignals(False)
        self._refresh()

    def start(self) -> None:
        """Draw the points, or go on with a sample that is there."""
        layer, path = self.map_layer(), self._path()
        if layer is None or path is None or self.job is not None:
            return
        if path.is_file():
            self._walk()
            return
        try:
            name = raster_layers.map_of(layer)
        except raster_layers.LayerError as error:
            self.note.tell("bad", sentence(error.error, error.hint))
            return
        request = SampleRequest(
            name, str(path), standard_error=self.error.value() / PER_CENT, points=self.points.value()
        )
        self._ask(request, tr("Drawing the points."), lambda _answer: self._walk())

    def assess(self) -> None:
        """Have the engine judge the map by the answers."""
        layer, path = self.map_layer(), self._path()
        if layer is None or path is None or self.job is not None:
            return
        self.walk.pause()
        try:
            name = raster_layers.map_of(layer)
        except raster_layers.LayerError as error:
            self.note.tell("bad", sentence(error.error, error.hint))
            return
        folder = path.with_name(f"{path.stem}_report")
        request = AssessRequest(name, str(path), str(folder), overwrite=True)
        self._ask(request, tr("Estimating accuracy and areas."), self._show)

    def leave(self) -> None:
        """Another page is shown: the map as well."""
        self.walk.pause()

    def tear_down(self) -> None:
        """End what runs and show the map again."""
        self.walk.pause()
        job, self.job = self.job, None
        if job:
            job.cancel()
        self._soon.stop()
        for signal, slot in self._signals:
            signal.disconnect(slot)

    def _make_widgets(self) -> None:
        self.maps = QComboBox()
        self.maps.setObjectName("OfaAccuracyMap")
        self.maps.setToolTip(tr("A map of classes in this project. Points are drawn at random within each class."))
        self.error = QDoubleSpinBox()
        self.error.setRange(0.5, 20.0)
        self.error.setDecimals(1)
        self.error.setSingleStep(0.5)
        self.error.setValue(SampleRequest.standard_error * PER_CENT)
        self.error.setSuffix(tr(" %"))
        self.error.setToolTip(
            tr("Standard error of overall accuracy to plan for. The 95 % interval reaches twice as far to either side.")
        )
        self.points = QSpinBox()
        self.points.setObjectName("OfaAccuracyPoints")
        self.points.setRange(0, 100_000)
        self.points.setSpecialValueText(tr("as many as that needs"))
        self.points.setToolTip(tr("How many points to answer; they decide how wide the intervals are."))
        self.sample = QgsFileWidget()
        self.sample.setObjectName("OfaAccuracySample")
        self.sample.setStorageMode(QgsFileWidget.StorageMode.SaveFile)
        self.sample.setFilter(tr("GeoPackage (*.gpkg)"))
        self.sample.setConfirmOverwrite(False)  # one that is there is gone on with
        self.sample.setToolTip(tr("Points and answers. A sample that is there already is gone on with."))
        self.button = QPushButton(tr("Draw poin&ts"))
        self.button.setObjectName("OfaAccuracyStart")
        self.assess_button = QPushButton(tr("&Assess the map"))
        self.assess_button.setObjectName("OfaAccuracyAssess")
        self.why, self.note = StatusLabel(), StatusLabel()
        self.summary, self.warnings = StatusLabel(), StatusLabel()
        self.picture = Picture()
        self.page, self.folder = QPushButton(tr("Open report")), QPushButton(tr("Open folder"))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        told = QLabel(
            tr(
                "Figures that may be published: points are drawn at random, you say what is truly there without seeing "
                "the map, and accuracy and areas follow with 95 % intervals."
            )
        )
        told.setWordWrap(True)
        column.addWidget(told)
        self._form = QWidget()
        form = QFormLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for text, field in (
            (tr("Map"), self.maps),
            (tr("Standard error"), self.error),
            (tr("Poi&nts"), self.points),
            (tr("Sample"), self.sample),
        ):
            form.addRow(text, field)
        self._result = QWidget()
        below = QVBoxLayout(self._result)
        below.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.addWidget(self.page)
        row.addWidget(self.folder)
        row.addStretch()
        for widget in (self.summary, self.picture, self.warnings):
            below.addWidget(widget)
        below.addLayout(row)
        for widget in (self._form, self.button, self.why, self.walk, self.assess_button, self.note, self._result):
            column.addWidget(widget)
        column.addStretch(1)
        self.walk.hide()
        self._result.hide()

    def _connect(self) -> None:
        self.button.clicked.connect(self.start)
        self.assess_button.clicked.connect(self.assess)
        self.maps.currentIndexChanged.connect(lambda _index: self._refresh())
        self.sample.fileChanged.connect(lambda _path: self._refresh())
        self.walk.paused.connect(self._paused)
        self.walk.done.connect(self._walked)
        self.walk.advanced.connect(self._refresh_assess)
        self.page.clicked.connect(lambda: self._open(self._outputs.get("html", "")))
        self.picture.clicked.connect(lambda: self._open(self._outputs.get("picture", "")))
        self.folder.clicked.connect(lambda: self._open(str(Path(self._outputs["html"]).parent)))
        project = QgsProject.instance()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(LOOK_MS)
        self._soon.timeout.connect(self.look)
        self._signals = (
            (project.layersAdded, self._look_soon),
            (project.layersRemoved, self._look_soon),
            (project.cleared, self._cleared),
        )
        for signal, slot in self._signals:
            signal.connect(slot)

    def _look_soon(self, *_: Any) -> None:
        self._soon.start()

    def _cleared(self) -> None:
        self.walk.pause()
        self._result.hide()
        self.look()

    def _refresh(self) -> None:
        """Propose a file for another map; say what is missing."""
        layer = self.map_layer()
        if layer is not None and layer.source() != self._proposed:
            self._proposed = layer.source()
            self.sample.setFilePath(str(_beside(layer)))
            self._result.hide()
        path = self._path()
        there = path is not None and path.is_file()
        self.button.setText(tr("&Go on with the sample") if there else tr("Draw poin&ts"))
        self.button.setEnabled(layer is not None and path is not None and self.job is None)
        self.why.tell("ask", "" if layer is not None else tr("Add a map of classes to the project first."))
        for field in (self.error, self.points):
            field.setEnabled(not there)
        self._refresh_assess()

    def _refresh_assess(self) -> None:
        path = self._path()
        self.assess_button.setVisible(path is not None and path.is_file())
        self.assess_button.setEnabled(self.job is None)
        self.assess_button.setToolTip(tr("By the answers so far; points without one are counted in the report."))

    def _path(self) -> Optional[Path]:
        text = self.sample.filePath().strip()
        if not text:
            return None
        path = Path(text).expanduser()
        return path if path.suffix.lower() == ".gpkg" else path.with_name(f"{path.name}.gpkg")

    def _ask(self, request: Message, told: str, then: Any) -> None:
        self.job = job = EngineJob(request, self)
        self.note.tell("busy", told)
        self._refresh()
        job.finished.connect(lambda answer: self._answered(job, answer, then))
        job.failed.connect(lambda error, hint, log: self._job_failed(job, error, hint, log))
        job.cancelled.connect(lambda: self._answered(job, {}, lambda _answer: None))
        job.start()

    def _answered(self, job: EngineJob, answer: Dict[str, Any], then: Any) -> None:
        if self._ended(job):
            self.note.tell("plain", "")
            then(answer)

    def _job_failed(self, job: EngineJob, error: str, hint: str, log: str) -> None:
        if self._ended(job):
            self.note.tell("bad", plain(error, hint))
            self.failed.emit(error, hint, log)

    def _ended(self, job: EngineJob) -> bool:
        job.deleteLater()
        if job is not self.job:
            return False
        self.job = None
        self._refresh()
        return True

    def _walk(self) -> None:
        layer, path = self.map_layer(), self._path()
        if layer is None or path is None:
            return
        try:
            store = SampleStore(path)
        except raster_layers.LayerError as error:
            self.note.tell("bad", sentence(error.error, error.hint))
            return
        self._result.hide()
        self.note.tell("plain", "")
        self._show_walk(True)
        self.walk.begin(store, layer)

    def _show_walk(self, on: bool) -> None:
        self.walk.setVisible(on)
        for widget in (self._form, self.button):
            widget.setVisible(not on)
        self._refresh()

    def _paused(self) -> None:
        self._show_walk(False)
        store = self.walk.store
        if store is not None:
            left = len(store.points) - store.answered - store.skipped
            self.note.tell("plain", tr("Paused; points left: {left:,}. All answers are saved.", left=left))

    def _walked(self) -> None:
        """Nothing is open any more."""
        self._show_walk(False)
        self.assess()

    def _show(self, answer: Dict[str, Any]) -> None:
        self._outputs = dict(answer["outputs"])
        report = answer["report"]
        self.summary.tell("ok", plain(report["summary"]))
        self.picture.load(self._outputs["picture"])
        self.warnings.tell_all("ask", [plain(text) for text in report["warnings"]])
        self._result.show()

    def _open(self, path: str) -> None:
        if path:
            QDesktopServices.openUrl(QUrl.fromLocalFile(path))


def _beside(layer: QgsRasterLayer) -> Path:
    """Where the sample of a map goes unless the user says otherwise."""
    source = Path(raster_layers.file_of(layer) or "map.tif")
    folder = source.parent if source.is_file() and is_writable(source.parent) else Path.home()
    return folder / f"{source.stem}_sample.gpkg"
