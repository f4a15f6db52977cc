"""Section 3 of the dock: the map of the whole scene, made in the background and brought in as layers.

Asks the engine through QGIS's task manager; never waits. Survives the layer and the project being taken away.
"""

import time
from pathlib import Path
from typing import Any, Dict, Optional, Tuple

from qgis.core import QgsApplication, QgsProject
from qgis.gui import QgsExtentWidget, QgsFileWidget, QgsMapCanvas
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...engine.engine_words import plain, stage
from ...engine.pace import Pace
from ...engine.task import EngineTask, recipe_of
from ...i18n import tr
from ...layers import raster_layers, results
from ...protocol import ClassifyRequest
from ..layer.scene import ChosenScene
from ..preview.preview_layer import preview_ids
from ..widgets.status import StatusLabel, sentence
from . import map_request

LAYER, VIEW, DRAWN = range(3)
MAPPING = "mapping"  # the stage that counts pixels


class WholeScene(QWidget):
    """Extent, output, options, [Classify], and how far it is."""

    started = pyqtSignal(str)  # the recipe
    reported = pyqtSignal(dict)  # what classify answered
    failed = pyqtSignal(object, object, str)  # error, hint, log
    running_changed = pyqtSignal(bool)
    told = pyqtSignal(str)  # something the user should know though the dock has moved on

    def __init__(self, scene: ChosenScene, store: Any, canvas: QgsMapCanvas, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.task: Optional[EngineTask] = None
        self._scene, self._store, self._canvas = scene, store, canvas
        self._project_closed = False
        self._out = Path()  # of the run at hand
        self._proposed_for = ""  # the scene that the output was proposed for
        self._noticed_for = ""  # the scene that the notice is about
        self._make_widgets()
        self._lay_out()
        self._connect()
        self._refresh()

    def classify(self) -> None:
        """Start the run, or say at the field what is in its way."""
        if not self.task:
            self.notice.tell("plain", "")
        out = None if self.task else self._free_output()
        if out is None or not self._is_possible():
            return
        outputs = map_request.MapOutputs(
            self.confidence.isChecked(),
            self.applicability.isChecked(),
            self.polygons.isChecked(),
            self.report.isChecked(),
        )
        try:
            extent = self._extent()
            request = map_request.request_for(self._scene, self._store, out, outputs, extent)
            if isinstance(request, ClassifyRequest):
                map_request.write_labels(self._store, Path(request.labels))
            recipe = recipe_of(request)
            results.companions(out)["recipe"].write_text(recipe, encoding="utf-8")
        except raster_layers.LayerError as error:
            self.note.tell("bad", sentence(error.error, error.hint))
            return
        except OSError as error:
            self.note.tell("bad", tr("{folder} cannot be written to: {why}.", folder=out.parent, why=error))
            return
        self._run(request, self._scene.layer.name(), _pixels(self._scene, extent))
        self.started.emit(recipe)

    def cancel(self) -> None:
        """Stop the run."""
        if self.task:
            self.note.tell("busy", tr("Cancelling."))
            self.task.cancel()

    def tear_down(self) -> None:
        """Stop what runs and hear no more."""
        task, self.task = self.task, None
        if task:
            for signal in (task.succeeded, task.failed, task.stopped, task.advanced):
                signal.disconnect()
            task.cancel()
            map_request.take_back(self._out)
        QgsProject.instance().cleared.disconnect(self._close_project)
        self._scene.changed.disconnect(self._refresh)
        self._store.changed.disconnect(self._refresh)

    def _make_widgets(self) -> None:
        self.extent = QComboBox()
        self.extent.setObjectName("OfaExtent")
        self.extent.addItems([tr("whole layer"), tr("current view"), tr("drawn rectangle")])
        self.extent.setToolTip(tr("Which part to map. A pixel's class does not depend on it."))
        self.drawn = QgsExtentWidget(None, QgsExtentWidget.WidgetStyle.CondensedStyle)
        self.drawn.setMapCanvas(self._canvas)
        self.output = QgsFileWidget()
        self.output.setObjectName("OfaOutput")
        self.output.setStorageMode(QgsFileWidget.StorageMode.SaveFile)
        self.output.setFilter(tr("GeoTIFF (*.tif)"))
        self.output.setConfirmOverwrite(False)  # nothing is overwritten: the next free name is taken
        self.output.setToolTip(tr("The map. Labels, recipe, confidence, polygons and report go beside it."))
        unlike = tr("How unlike each pixel is to everything that was labelled: above 1 the map is a guess.")
        self.confidence, self.applicability, self.polygons, self.report = (
            _box(tr("confidence"), tr("A second raster: how sure the map is of each pixel, 0 to 1.")),
            _box(tr("unlike"), unlike, ticked=False),  # it needs labels of a class in two places
            _box(tr("polygons"), tr("The map as polygons with class, area and mean confidence, in a GeoPackage.")),
            _box(tr("report"), tr("Accuracy, confusion matrix, areas and the recipe as a page to keep.")),
        )
        self.button = QPushButton(tr("Classi&fy"))
        self.button.setObjectName("OfaClassify")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.stop = QToolButton()
        self.stop.setObjectName("OfaCancel")
        self.stop.setText("✕")
        self.stop.setToolTip(tr("Cancel; the same run goes on from here later."))
        self.notice, self.note = StatusLabel(), StatusLabel()  # of the output's name, until the next run; of the run
        self.foot = QWidget()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        for row, (text, field) in enumerate(((tr("Extent"), self.extent), (tr("Outp&ut"), self.output))):
            label = QLabel(text)
            label.setBuddy(field)
            grid.addWidget(label, 2 * row, 0)
            grid.addWidget(field, 2 * row, 1)
        grid.addWidget(self.drawn, 1, 1)
        column.addLayout(grid)
        boxes = QGridLayout()  # four in a row are wider than a narrow dock
        for number, box in enumerate((self.confidence, self.applicability, self.polygons, self.report)):
            boxes.addWidget(box, number // 2, number % 2)
        boxes.setColumnStretch(2, 1)
        column.addLayout(boxes)
        column.addWidget(self.foot)
        column = QVBoxLayout(self.foot)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.button)
        self._running = QWidget()
        row = QHBoxLayout(self._running)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.bar, 1)
        row.addWidget(self.stop)
        column.addWidget(self._running)
        for line in (self.notice, self.note):
            column.addWidget(line)
        self.drawn.hide()
        self._running.hide()

    def _connect(self) -> None:
        self.button.clicked.connect(self.classify)
        self.stop.clicked.connect(self.cancel)
        self.extent.currentIndexChanged.connect(lambda index: self.drawn.setVisible(index == DRAWN))
        self._scene.changed.connect(self._refresh)
        self._store.changed.connect(self._refresh)
        QgsProject.instance().cleared.connect(self._close_project)

    def _refresh(self) -> None:
        """Propose an output for another scene; say what is missing."""
        source = self._scene.source
        if source is not None and source.path != self._proposed_for and self.task is None:
            self._propose(source.path)
        model, possible = self._scene.map_model, self._is_possible()
        self.button.setText(tr("Map") if model else tr("Classi&fy"))
        for box in (self.report, self.applicability):
            box.setVisible(model is None)
        for box in (self.confidence, self.polygons):
            box.setVisible(not (model and model.is_regression))
        self.button.setEnabled(possible and self.task is None)
        self.button.setToolTip(
            tr("Map the whole scene in the background; QGIS stays usable.")
            if possible
            else tr("Needs a layer without open questions and labels of two classes.")
        )

    def _propose(self, scene: str) -> None:
        path, told = map_request.default_output(scene)
        if self._noticed_for != scene:  # the note on the last run's output stays until another scene is chosen
            self.notice.tell("ask" if told else "plain", told)
        self._proposed_for = self._noticed_for = scene
        self.output.setFilePath(str(path))

    def _is_possible(self) -> bool:
        return bool(self._scene.is_ready and (self._scene.map_model or self._store.is_ready()))

    def _free_output(self) -> Optional[Path]:
        """The output as named, or the next free name where a file is there already; None if there is no place."""
        text = self.output.filePath().strip()
        if not text:
            self.note.tell("bad", tr("Name the file for the map under “Output”."))
            return None
        out = Path(text).expanduser()
        if not out.parent.is_dir():
            self.note.tell("bad", tr("There is no folder {folder}: choose another.", folder=out.parent))
            return None
        if not map_request.is_writable(out.parent):
            self.note.tell("bad", tr("{folder} cannot be written to: choose another.", folder=out.parent))
            return None
        try:
            free = results.free_output(out.parent, map_request.stem_of_map(out))
        except OSError as error:  # a name that is too long
            told = tr("{folder} cannot be written to: {why}.", folder=out.parent, why=error.strerror)
            self.note.tell("bad", told)
            return None
        if out.suffix.lower() in map_request.OTHER_FORMATS:
            self.notice.tell("ask", tr("A map is a GeoTIFF: {new} instead of {old}.", old=out.name, new=free.name))
        elif out.exists():
            told = tr("{old} is there already; the new map is {new}.", old=out.name, new=free.name)
            self.notice.tell("ask", told)
        self.output.setFilePath(str(free))
        return free

    def _extent(self) -> Optional[Tuple[float, ...]]:
        if self.extent.currentIndex() == LAYER:
            return None
        settings = self._canvas.mapSettings()
        extent, crs = settings.extent(), settings.destinationCrs()
        if self.extent.currentIndex() == DRAWN:
            extent, crs = self.drawn.outputExtent(), self.drawn.outputCrs()
        return tuple(raster_layers.extent_for(extent, crs, self._scene.layer))

    def _run(self, request: Any, name: str, pixels: float) -> None:
        self._project_closed, self._out = False, Path(request.out)
        learns = isinstance(request, ClassifyRequest)
        title = tr("Classify {name}", name=name) if learns else tr("Map {name}", name=name)
        self.task = task = EngineTask(title, request)
        facts = dict(self._scene.facts or {})
        pace = Pace(pixels)
        task.advanced.connect(lambda done, total, note: self._advance(pace, done, total, note))
        task.succeeded.connect(
            lambda answer: self._succeeded(name, answer, map_request.report_of(request, answer, facts))
        )
        for ending in (task.failed, task.stopped):
            ending.connect(lambda *_: map_request.take_back(Path(request.out)))
        task.failed.connect(self._failed)
        task.stopped.connect(lambda: self._end("plain", tr("Cancelled.")))
        self.bar.setRange(0, 0)  # busy, until the engine counts
        self._running.show()
        self.button.setEnabled(False)
        self.note.tell("busy", tr("Starting."))
        self.running_changed.emit(True)
        QgsApplication.taskManager().addTask(task)

    def _advance(self, pace: Pace, done: int, total: int, note: str) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        if self.task is None or self.task.isCanceled():
            return
        at, mapped, words = self.task.at, None, note
        if at is not None and at.stages:
            if note == MAPPING and at.total:
                mapped = at.done / at.total
            count, names = len(at.stages), [stage(each) for each in at.stages]
            words = tr("{stage} ({number} of {count}):", stage=stage(note), number=at.stage + 1, count=count)
            self.bar.setToolTip(" › ".join(names))
        self.note.tell("plain", pace.line(time.monotonic(), done, total, words, mapped) or tr("Starting."))

    def _succeeded(self, name: str, answer: Dict[str, Any], report: Dict[str, Any]) -> None:
        outputs = answer["outputs"]
        self._proposed_for = ""  # the next run needs another name; one that was stopped goes on under its own
        if self._project_closed:
            self._end("plain", "")
            self.told.emit(tr("The map of {name} is done: {path}", name=name, path=self._out))
            return
        in_work = [layer.id() for layer in self._store.layers()] + preview_ids()
        results.add(outputs, report, name, map_request.label_layers(report), in_work)
        done = tr("{file} is in the project.", file=self._out.name)
        if "report" in answer:
            self._end("ok", done)
            self.reported.emit(answer)
        else:  # there is no page that would tell the warnings
            warnings = [plain(text) for text in report["warnings"]]
            self._end("ask" if warnings else "ok", "\n".join([done, *warnings]))

    def _failed(self, error: str, hint: str, log: str) -> None:
        self._end("bad", sentence(error, hint))
        self.failed.emit(error, hint, log)

    def _end(self, kind: str, text: str) -> None:
        self.task = None
        self._running.hide()
        self._refresh()
        self.note.tell(kind, text)
        self.running_changed.emit(False)

    def _close_project(self) -> None:
        self._project_closed = True


def _box(text: str, tip: str, ticked: bool = True) -> QCheckBox:
    box = QCheckBox(text)
    box.setToolTip(tip)
    box.setChecked(ticked)
    return box


def _pixels(scene: ChosenScene, extent: Optional[Tuple[float, ...]]) -> float:
    layer = scene.layer
    if extent is None:
        return float(layer.width() * layer.height())
    width, height = extent[2] - extent[0], extent[3] - extent[1]
    return width / layer.rasterUnitsPerPixelX() * height / layer.rasterUnitsPerPixelY()
