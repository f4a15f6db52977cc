"""The page "Values" of the dock: a number at some points becomes a map, with its interval and how good it is.

Numbers are typed on the map, or stand in a field of a layer. The engine maps them. Computes nothing.
"""

from pathlib import Path
from typing import Any, Dict, Optional

from qgis.core import QgsFieldProxyModel, QgsProject, QgsRasterLayer
from qgis.gui import QgsFieldComboBox, QgsMapCanvas, QgsMapLayerComboBox
from qgis.PyQt.QtCore import QTimer, QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QComboBox, QFormLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ... import settings
from ...compat import LAYERS_WITH_GEOMETRY
from ...engine.engine_words import plain
from ...engine.task import recipe_of
from ...i18n import number, tr
from ...layers import results
from ...layers.labels_file import VALUE
from ...layers.raster_layers import LayerError
from ...protocol import RegressRequest
from ..labels.label_layers import unsaved
from ..labels.label_store import LabelStore
from ..layer.scene import ChosenScene
from ..map.map_request import default_output, take_back
from ..map.report_panel import Picture
from ..preview.preview_layer import preview_ids
from ..widgets.status import StatusLabel, sentence
from ..widgets.task_line import TaskLine
from .value_points import ValuePoints
from .value_tool import ValueTool

ENDING = "values"  # what the names of files end with
LONG_COMBO = 12  # characters
SOON_MS = 200  # after an edit: many come at once


class ValuesTab(QWidget):
    """Layer and field, [Type values], [Map the values], the report."""

    failed = pyqtSignal(object, object, str)  # error, hint, log

    def __init__(
        self, scene: ChosenScene, store: LabelStore, canvas: QgsMapCanvas, parent: Optional[QWidget] = None
    ) -> None:
        super().__init__(parent)
        self._scene, self._store, self._canvas = scene, store, canvas
        self._outputs: Dict[str, str] = {}
        self.points = ValuePoints(scene, self)
        self.tool = ValueTool(canvas, self.points)
        self._make_widgets()
        self._lay_out()
        self._connect()
        self._refresh()

    def map_values(self) -> None:
        """Map the whole layer into new files beside it."""
        source = self._scene.source
        if source is None or not (self._scene.is_ready and self.points.layer is not None and self.line.task is None):
            return
        self.tool.take()  # a number that was typed and not entered counts
        name, field = self._scene.layer.name(), self.points.field
        out, told = default_output(source.path, ENDING)
        beside = results.companions(out)
        try:
            called = self.points.write(beside["labels"])
            request = RegressRequest(
                self._scene.spec(),
                settings.compute(),
                labels=str(beside["labels"]),
                field=called,
                out=str(out),
                interval=str(beside["interval"]),
                applicability=str(beside["applicability"]),
                report=str(beside["report"]),
            )
        except LayerError as error:
            take_back(out)
            self.line.tell("bad", sentence(error.error, error.hint))
            return
        self._result.hide()
        self.line.run(
            tr("Map {field} of {name}", field=field, name=name), request,
            lambda answer: self._add(request, answer, name, field, told), lambda: take_back(out),
        )  # fmt: skip

    def leave(self) -> None:
        """Another page is shown: the canvas is its own again."""
        self._canvas.unsetMapTool(self.tool)

    def tear_down(self) -> None:
        """End what runs, and leave nothing on the canvas."""
        self.leave()
        self._soon.stop()
        self.line.tear_down()
        for signal, slot in self._signals:
            signal.disconnect(slot)
        self.points.tear_down()
        self.tool.remove()

    def _make_widgets(self) -> None:
        self.layer, self.field = QgsMapLayerComboBox(), QgsFieldComboBox()
        self.layer.setObjectName("OfaValuesLayer")
        self.layer.setFilters(LAYERS_WITH_GEOMETRY)
        self.layer.setAllowEmptyLayer(True, tr("new points"))
        self.layer.setCurrentIndex(0)
        self.layer.setToolTip(tr("A vector layer with a number, or new points that you click."))
        self.field.setObjectName("OfaValuesField")
        self.field.setFilters(QgsFieldProxyModel.Filter.Numeric)
        self.field.setToolTip(tr("Such as height, biomass or cover."))
        for combo in (self.layer, self.field):
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(LONG_COMBO)
        self.type = QPushButton(tr("&Type values on the map"))
        self.type.setObjectName("OfaTypeValues")
        self.type.setCheckable(True)
        self.type.setToolTip(
            tr("Click where you know the number, type it, press Enter. A right click removes, Ctrl+Z takes back.")
        )
        self.button = QPushButton(tr("M&ap the values"))
        self.button.setObjectName("OfaMapValues")
        self.why, self.count, self.unsaved = StatusLabel(), StatusLabel(), StatusLabel()
        self.line = TaskLine("OfaValuesCancel")
        self.summary, self.warnings, self.picture = StatusLabel(), StatusLabel(), Picture()
        self.page = QPushButton(tr("Open report"))

    def _lay_out(self) -> None:
        told = QLabel(
            tr(
                "A number that you know at some points, such as height, biomass or cover, becomes a map of the layer "
                "of the page Map. Fifty points all over it are a good start."
            )
        )
        told.setWordWrap(True)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(tr("Poi&nts"), self.layer)
        self._field_label = QLabel(tr("Number"))
        form.addRow(self._field_label, self.field)
        self._result = QWidget()
        below = QVBoxLayout(self._result)
        below.setContentsMargins(0, 0, 0, 0)
        for widget in (self.summary, self.picture, self.warnings, self.page):
            below.addWidget(widget)
        self._result.hide()
        column = QVBoxLayout(self)
        column.addWidget(told)
        column.addWidget(self.why)
        column.addLayout(form)
        for widget in (self.type, self.count, self.unsaved, self.button, self.line, self._result):
            column.addWidget(widget)
        column.addStretch(1)

    def _connect(self) -> None:
        self.layer.layerChanged.connect(self._choose_layer)
        self.field.fieldChanged.connect(lambda _name: self._choose())
        self.points.made.connect(self._show_new)
        self.points.changed.connect(self._points_changed)
        self.type.clicked.connect(self._take)
        self.button.clicked.connect(self.map_values)
        self.line.running_changed.connect(lambda _on: self._refresh())
        self.line.failed.connect(self.failed)
        self.page.clicked.connect(lambda: self._open("html"))
        self.picture.clicked.connect(lambda: self._open("picture"))
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MS)
        self._soon.timeout.connect(self._refresh)
        self._signals = (
            (self._canvas.mapToolSet, self._tool_set),
            (self._scene.changed, self._refresh),
            (QgsProject.instance().layersAdded, self._leave_out_previews),
            (QgsProject.instance().cleared, self._result.hide),
        )
        for signal, slot in self._signals:
            signal.connect(slot)

    def _choose_layer(self, layer: Any) -> None:
        self.field.setLayer(layer)
        self._choose()

    def _choose(self) -> None:
        layer = self.layer.currentLayer()
        if layer is not self.points.layer or self.field.currentField() != self.points.field:
            self.tool.drop()
            self.points.use(layer, self.field.currentField())

    def _show_new(self, layer: Any) -> None:
        self.layer.setLayer(layer)
        self.field.setField(VALUE)

    def _leave_out_previews(self, *_: Any) -> None:
        self.layer.setExceptedLayerList([QgsProject.instance().mapLayer(each) for each in preview_ids()])

    def _take(self, on: bool) -> None:
        if on:
            self._canvas.setMapTool(self.tool)
        else:
            self._canvas.unsetMapTool(self.tool)

    def _tool_set(self, tool: Any, *_: Any) -> None:
        self.type.setChecked(tool is self.tool)

    def _points_changed(self) -> None:
        if self.line.note.kind == "bad":
            self.line.tell("plain", "")  # it was about other points
        self._soon.start()

    def _refresh(self) -> None:
        ready, layer = self._scene.is_ready, self.points.layer
        chosen = self.layer.currentLayer()
        without = chosen is not None and not self.field.currentField()
        if not ready:
            why = tr("Choose a layer on the page Map first, and answer what is asked of it.")
        elif without:
            why = tr("The layer {name} has no field of numbers: choose another one, or new points.", name=chosen.name())
        else:
            why = ""
        self.why.tell("ask", why)
        self.type.setEnabled(ready and not without)
        for part in (self._field_label, self.field):
            part.setVisible(chosen is not None)
        numbers = self.points.numbers()
        counted = (
            {"count": len(numbers), "low": number(min(numbers), ".4g"), "high": number(max(numbers), ".4g")}
            if numbers
            else {}
        )
        told = tr("Points: {count:,}, from {low} to {high}", **counted) if numbers else ""
        self.count.tell("plain", told)
        self.unsaved.tell("plain", unsaved([layer]) if layer is not None else "")
        self.button.setEnabled(bool(ready and numbers and self.line.task is None))
        self.button.setToolTip(
            tr("Writes the map, the ends of its 90 % interval and a report beside the layer, in the background.")
            if ready and numbers
            else tr("Needs a layer without open questions, and points with a number.")
        )

    def _add(self, request: RegressRequest, answer: Dict[str, Any], name: str, field: str, told: str) -> None:
        """Bring what was made into the project, and say how good it is."""
        if self.line.is_from_another_project:
            self.line.tell("ok", tr("Done: {path}", path=request.out))
            return
        outputs, report = answer["outputs"], answer["report"]
        values = QgsRasterLayer(outputs["map"], field, "gdal")
        results.style_values(values)
        ends = results.interval_layers(outputs["interval"], values)
        unlike = results.applicability_layer(outputs["applicability"], tr("unlike all points"))
        above = [each.id() for each in (self.points.layer, *self._store.layers()) if each is not None]
        shown = [(values, True), *((each, False) for each in (*ends, unlike))]
        results.add_group(name, shown, recipe_of(request), above + preview_ids())
        self.line.tell(
            "ok", "\n".join([tr("{file} is in the project.", file=Path(request.out).name), *filter(None, [told])])
        )
        scores = {key: report[key] for key in ("r2", "rmse", "bias")}
        self.summary.tell(
            "ok" if report["r2"] > 0 else "ask",
            tr("R² {r2:.2f}, RMSE {rmse:.4g}, bias {bias:.2g}", **scores),
            tr(
                "Of points that were held out, as far from the others as the map is from all points. R² is the share "
                "of the variance that the map explains; RMSE and bias are in the unit of the number."
            ),
        )
        self.warnings.tell_all("ask", [plain(text) for text in answer["warnings"]])
        self._outputs = dict(outputs)
        self.picture.load(outputs["picture"])
        self._result.show()

    def _open(self, what: str) -> None:
        if self._outputs.get(what):
            QDesktopServices.openUrl(QUrl.fromLocalFile(self._outputs[what]))
