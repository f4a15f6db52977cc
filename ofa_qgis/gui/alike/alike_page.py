"""The page "Find" of the dock: examples are clicked, and a map shows how like them the rest of the layer is.

What is in sight is mapped with each click, the whole layer when asked for. The threshold is a style, no run. Computes
nothing.
"""

from itertools import count
from pathlib import Path
from typing import Any, Dict, List, Optional, Tuple

from qgis.core import QgsProject, QgsRasterLayer, QgsRectangle, QgsVectorLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from ...engine.engine_words import plain
from ...engine.task import EngineJob, recipe_of
from ...i18n import number, tr
from ...layers import results
from ...layers.raster_layers import LayerError
from ...protocol import HitsRequest, SimilarRequest
from ..layer.scene import ChosenScene
from ..map.map_request import default_output
from ..preview.preview_layer import PreviewLayer, preview_ids
from ..widgets.status import StatusLabel, sentence
from ..widgets.task_line import TaskLine
from .alike_request import Extent, ViewFiles, request_for, view_of
from .examples import ExampleMarks, Examples, ExampleTool

SOON_MS = 300  # after a click or a move of the map
STEPS = 100  # of the slider
ENDING = "similar"  # what the names of files end with


class AlikeTab(QWidget):
    """Examples, threshold, [Map the whole layer], [Write hits]."""

    failed = pyqtSignal(object, object, str)  # error, hint, log

    def __init__(self, scene: ChosenScene, canvas: QgsMapCanvas, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._scene, self._canvas = scene, canvas
        self.job: Optional[EngineJob] = None  # that maps what is in sight
        self.examples = Examples(scene, self)
        self.marks = ExampleMarks(canvas, self.examples)
        self.shown = PreviewLayer(self, tr("OFA similarity in sight"), on_top=True)
        self._files, self._path = ViewFiles(), None  # type: Tuple[ViewFiles, Optional[Path]]
        self._covered: Optional[Extent] = None  # what of the layer is shown, for the examples as they are
        self._whole_id = ""  # of the layer that shows the whole scene, made last
        self._mapped: Tuple[Any, ...] = ()  # what it was made of
        self._make_widgets()
        self._lay_out()
        self._connect()
        self._refresh()

    @property
    def threshold(self) -> float:
        """From which on a pixel is a hit."""
        return self.slider.value() / STEPS

    def look(self) -> None:
        """Map what is in sight, unless that is shown already."""
        if not (self.examples.at and self._scene.is_ready and self.marks.is_on):
            return
        try:
            view, is_part = view_of(self._canvas, self._scene.layer, self._scene.pixel_scale)
            if self._covered is not None and _holds(self._covered, view):
                return
            request = request_for(self._scene, self.examples, self._files.next(self._path), view)
        except LayerError as error:
            self.note.tell("ask", sentence(error.error, error.hint))
            return
        self._drop()
        self.note.tell("busy", tr("Comparing what is in sight."))
        self.job = job = EngineJob(request, self)
        job.finished.connect(lambda answer: self._looked(job, view, is_part, answer))
        job.failed.connect(lambda error, hint, log: self._failed(job, error, hint, log))
        job.ended.connect(job.deleteLater)
        job.start()

    def map_whole(self) -> None:
        """Map the whole layer into a new file beside it."""
        self._run(with_hits=False)

    def write_hits(self) -> None:
        """Write what reaches the threshold in the whole layer; its map as well, unless it is there."""
        former = self._layer_made()
        if former is None or self.line.task is not None:
            self._run(with_hits=True)
            return
        out = _free(Path(former.source()).with_name(f"{Path(former.source()).stem}_hits.gpkg"))
        request = HitsRequest(former.source(), str(out), self.threshold, str(self.hits_as.currentData()))
        title = tr("Write hits of {name}", name=former.name())
        self.line.run(title, request, lambda answer: self._add_hits(request, answer, former.id()))

    def enter(self) -> None:
        """Show the examples: the page is in front."""
        self.marks.show(True)
        self._soon.start()

    def leave(self) -> None:
        """Another page is shown: the canvas is its own again."""
        self.marks.show(False)
        for tool in self._tools.values():
            self._canvas.unsetMapTool(tool)

    def tear_down(self) -> None:
        """End what runs, and leave nothing on the canvas."""
        self.leave()
        self._soon.stop()
        self._drop()
        self.line.tear_down()
        for signal, slot in self._signals:
            signal.disconnect(slot)
        self.marks.remove()
        self.shown.tear_down()

    def _make_widgets(self) -> None:
        self.like, self.unlike = QPushButton(tr("E&xamples")), QPushButton(tr("Cou&nter-examples"))
        self.clear = QPushButton(tr("Remove &all"))
        self.like.setToolTip(
            tr("Click on the map what you look for. A right click removes, Ctrl+Z takes the last one back.")
        )
        self.unlike.setToolTip(tr("Click on the map what looks alike and is not meant."))
        self._tools = {
            self.like: ExampleTool(self._canvas, self.examples, True),
            self.unlike: ExampleTool(self._canvas, self.examples, False),
        }
        for button, name in ((self.like, "OfaExamples"), (self.unlike, "OfaCounterExamples")):
            button.setObjectName(name)
            button.setCheckable(True)
        self.slider, self.value = QSlider(Qt.Orientation.Horizontal), QLabel()
        self.slider.setObjectName("OfaThreshold")
        self.slider.setRange(0, STEPS)
        self.slider.setValue(round(SimilarRequest.threshold * STEPS))
        self.slider.setToolTip(
            tr("What is less alike is clear. 1 is as the examples, 0 as the least alike tenth of the layer.")
        )
        self.whole, self.hits = QPushButton(tr("Map the whole la&yer")), QPushButton(tr("Wr&ite hits"))
        self.whole.setObjectName("OfaFindWhole")
        self.hits.setObjectName("OfaFindHits")
        self.hits.setToolTip(tr("Writes what reaches the threshold in the whole layer, with a score, in a GeoPackage."))
        self.hits_as = QComboBox()
        self.hits_as.addItem(tr("polygons"), "polygons")
        self.hits_as.addItem(tr("points"), "points")
        self.hits_as.setAccessibleName(tr("Hits as"))
        self.hits_as.setToolTip(tr("What the hits are: the outlines of regions, or a point in each."))
        self.why, self.count, self.note = StatusLabel(), StatusLabel(), StatusLabel()
        self.line = TaskLine("OfaFindCancel")

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        told = QLabel(
            tr("Click on what you look for, and see where the layer of the page Map is like it. It needs no labels.")
        )
        told.setWordWrap(True)
        tools, slide, ends = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        for button in (self.like, self.unlike):
            tools.addWidget(button)
        tools.addStretch()
        slide.addWidget(self.slider, 1)
        slide.addWidget(self.value)
        ends.addWidget(self.hits)
        ends.addWidget(self.hits_as)
        ends.addStretch()
        label = QLabel(tr("&Threshold"))
        label.setBuddy(self.slider)
        form = QFormLayout()
        form.addRow(label, slide)
        removal = QHBoxLayout()
        removal.addWidget(self.count, 1)
        removal.addWidget(self.clear)
        for part in (told, self.why, tools, removal, form, self.note, self.whole, ends, self.line):
            if isinstance(part, QWidget):
                column.addWidget(part)
            else:
                column.addLayout(part)
        column.addStretch(1)

    def _connect(self) -> None:
        for button, tool in self._tools.items():
            button.clicked.connect(lambda on, tool=tool: self._take(tool, on))
        self.clear.clicked.connect(self.examples.clear)
        self.slider.valueChanged.connect(lambda _value: self._style())
        self.whole.clicked.connect(self.map_whole)
        self.hits.clicked.connect(self.write_hits)
        self.line.running_changed.connect(lambda _on: self._refresh())
        self.line.failed.connect(self.failed)
        self.examples.changed.connect(self._examples_changed)
        self.shown.removed.connect(self._cover_all)  # by the user, who does not want to see it
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MS)
        self._soon.timeout.connect(self.look)
        self._signals = (
            (self._canvas.mapToolSet, self._tool_set),
            (self._canvas.extentsChanged, self._look_soon),
            (self._canvas.destinationCrsChanged, self.marks.draw),
            (self._scene.changed, self._scene_changed),
        )
        for signal, slot in self._signals:
            signal.connect(slot)

    def _take(self, tool: ExampleTool, on: bool) -> None:
        if on:
            self._canvas.setMapTool(tool)
        else:
            self._canvas.unsetMapTool(tool)

    def _tool_set(self, tool: Any, *_: Any) -> None:
        for button, ours in self._tools.items():
            button.setChecked(tool is ours)

    def _look_soon(self, *_: Any) -> None:
        if self.examples.at:
            self._soon.start()

    def _scene_changed(self) -> None:
        self.examples.follow_scene()
        self._covered = None  # other answers about the bands, other features
        self._look_soon()
        self._refresh()

    def _examples_changed(self) -> None:
        self._covered = None
        self.marks.draw()
        self._hide_former()
        if self.examples.at:
            self._soon.start()
        else:
            self._drop()
            self.shown.remove()
            self._path = None
            self.note.tell("plain", "")
        self._refresh()

    def _hide_former(self) -> None:
        """A map of the whole layer by other examples would cover what is in sight."""
        node = QgsProject.instance().layerTreeRoot().findLayer(self._whole_id) if self._whole_id else None
        if node is not None and self._mapped != self._made_of():
            node.setItemVisibilityChecked(False)

    def _refresh(self) -> None:
        ready = self._scene.is_ready
        why = "" if ready else tr("Choose a layer on the page Map first, and answer what is asked of it.")
        self.why.tell("ask", why)
        for button in self._tools:
            button.setEnabled(ready)
        at, unlike = len(self.examples.at), len(self.examples.unlike)
        counted = tr("Examples: {at}, counter-examples: {unlike}", at=at, unlike=unlike)
        self.count.tell("plain", counted if at or unlike else "")
        self.clear.setVisible(bool(at or unlike))
        for button in (self.whole, self.hits):
            button.setEnabled(bool(ready and at and self.line.task is None))
        self.whole.setToolTip(
            tr("Writes the similarity of each pixel beside the layer, in the background.")
            if ready and at
            else tr("Needs a layer without open questions and one example.")
        )
        self.value.setText(number(self.threshold, ".2f"))

    def _style(self) -> None:
        """Another threshold: at once, and in both layers."""
        self.value.setText(number(self.threshold, ".2f"))
        self.shown.restyle(self._paint)
        layer = QgsProject.instance().mapLayer(self._whole_id)
        if layer is not None:
            self._paint(layer)
            layer.triggerRepaint()

    def _paint(self, layer: QgsRasterLayer) -> None:
        results.style_similarity(layer, self.threshold)

    def _drop(self) -> None:
        job, self.job = self.job, None
        if job is not None:
            job.cancel()

    def _looked(self, job: EngineJob, view: Extent, is_part: bool, answer: Dict[str, Any]) -> None:
        if job is not self.job or self._scene.layer is None:
            return
        self.job, self._covered, self._path = None, view, Path(answer["outputs"]["values"])
        self.shown.show(self._path, self._paint, self._scene.layer)
        warnings = [plain(text) for text in answer["warnings"]]
        if is_part:
            warnings.insert(0, tr("This is the middle of the view: zoom in, or map the whole layer."))
        self.note.tell_all("ask", warnings)

    def _failed(self, job: EngineJob, error: str, hint: str, log: str) -> None:
        if job is self.job:
            self.job = None
            self.note.tell("bad", sentence(error, hint))
            self.failed.emit(error, hint, log)

    def _made_of(self) -> Tuple[Any, ...]:
        return (tuple(self.examples.places), self._scene.source)

    def _layer_made(self) -> Optional[QgsRasterLayer]:
        """The layer that shows the whole scene, if it is there and made of the examples as they are."""
        return QgsProject.instance().mapLayer(self._whole_id) if self._mapped == self._made_of() else None

    def _run(self, with_hits: bool) -> None:
        """Go through the whole layer."""
        source = self._scene.source
        if source is None or not (self.examples.at and self._scene.is_ready and self.line.task is None):
            return
        made_of, name = self._made_of(), self._scene.layer.name()
        out, told = default_output(source.path, ENDING)
        hits = _free(out.with_name(f"{out.stem}_hits.gpkg")) if with_hits else None
        try:
            as_ = str(self.hits_as.currentData())
            request = request_for(self._scene, self.examples, out, None, hits, self.threshold, as_)
        except LayerError as error:
            self.line.tell("bad", sentence(error.error, error.hint))
            return
        then = lambda answer: self._add(request, answer, made_of, name, told)  # noqa: E731
        self.line.run(tr("Find what is alike in {name}", name=name), request, then)

    def _add(
        self, request: SimilarRequest, answer: Dict[str, Any], made_of: Tuple[Any, ...], name: str, told: str
    ) -> None:
        """Bring what was made into the project: hits above the map that they are of."""
        lines = [tr("{file} is in the project.", file=Path(request.out).name), *([told] if told else [])]
        if self.line.is_from_another_project:
            self.line.tell("ok", tr("Done: {path}", path=request.hits or request.out))
            return
        layer = QgsRasterLayer(request.out, tr("similarity"), "gdal")
        self._paint(layer)
        made = [(layer, True)]
        if request.hits:
            made.insert(0, (_hits_layer(answer), True))
            lines.insert(1, _counted(answer))
        results.add_group(name, made, recipe_of(request), preview_ids())
        self._whole_id, self._mapped = layer.id(), made_of
        self._is_whole(made_of)
        self._tell_end(lines, answer)

    def _add_hits(self, request: HitsRequest, answer: Dict[str, Any], layer_id: str) -> None:
        """Bring the hits of a map that is there into the project, above it."""
        if self.line.is_from_another_project:
            self.line.tell("ok", tr("Done: {path}", path=request.out))
            return
        results.add_above(layer_id, [(_hits_layer(answer), True)], recipe_of(request))
        self._tell_end([_counted(answer)], answer)

    def _tell_end(self, lines: List[str], answer: Dict[str, Any]) -> None:
        warnings = [plain(text) for text in answer["warnings"]]
        self.line.tell("ask" if warnings else "ok", "\n".join([*lines, *warnings]))

    def _is_whole(self, made_of: Tuple[Any, ...]) -> None:
        """What was in sight is part of the map now; other examples have hidden that already."""
        if made_of == self._made_of():
            self._drop()
            self.shown.remove()
            self._path = None
            self.note.tell("plain", "")  # it was about what was in sight
            self._cover_all()
        else:
            self._hide_former()

    def _cover_all(self) -> None:
        """Ask for nothing in sight until the examples change."""
        extent = self._scene.layer.extent() if self._scene.layer is not None else QgsRectangle()
        self._covered = (extent.xMinimum(), extent.yMinimum(), extent.xMaximum(), extent.yMaximum())


def _hits_layer(answer: Dict[str, Any]) -> QgsVectorLayer:
    layer = QgsVectorLayer(answer["outputs"]["hits"], tr("hits"), "ogr")
    results.style_hits(layer)
    return layer


def _counted(answer: Dict[str, Any]) -> str:
    return tr("Hits: {hits:,}, on {share:.1%} of the map", hits=answer["hits"], share=answer["share"])


def _holds(outer: Extent, inner: Extent) -> bool:
    return outer[0] <= inner[0] and outer[1] <= inner[1] and outer[2] >= inner[2] and outer[3] >= inner[3]


def _free(path: Path) -> Path:
    """The first of ``name.gpkg``, ``name_2.gpkg``, … that does not exist."""
    names = (path if number == 1 else path.with_name(f"{path.stem}_{number}{path.suffix}") for number in count(1))
    return next(each for each in names if not each.exists())
