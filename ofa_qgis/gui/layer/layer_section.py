"""The top of the dock: which layer, which model, which device. Errors of a layer stand here, with the way out.

Shows what `ChosenScene` knows; decides nothing itself.
"""

from pathlib import Path
from typing import Any, Dict, List, Mapping, Optional, Sequence

from qgis.core import QgsApplication, QgsMapLayer, QgsProject, QgsRasterLayer
from qgis.gui import QgsMapCanvas, QgsMapLayerComboBox
from qgis.PyQt.QtCore import Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ... import settings
from ...compat import RASTER_LAYERS
from ...engine.engine_words import phrase, plain
from ...i18n import tr
from ...layers import overlap, raster_layers
from ...layers.results import RESULT
from ...models import Model
from ..bands.band_words import MOST_BUTTONS, fill_question, fill_titles, unit_question, unit_words
from ..preview.preview_layer import MARK
from ..widgets.answer_buttons import AnswerButtons
from ..widgets.status import StatusLabel, sentence
from .engine_line import model_words
from .further_rows import FurtherRows
from .mask_row import MaskRow
from .open_row import OpenRow, folder
from .scene import ChosenScene
from .show_as import ShowAs

TOOLTIP_ROLE = Qt.ItemDataRole.ToolTipRole
LONG_COMBO = 18  # characters: longer names are cut, so that the dock can be narrow


class LayerSection(QWidget):
    """Layer, model, what is known of the scene, and what else is used of its place."""

    bands_wanted = pyqtSignal(object)  # of the layer if None, else of this further one

    def __init__(self, scene: ChosenScene, canvas: QgsMapCanvas, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._scene, self._canvas = scene, canvas
        self._task: Any = None
        self._known: Dict[str, Model] = {}
        self.combo = QgsMapLayerComboBox()
        self.combo.setObjectName("OfaLayer")
        self.combo.setFilters(RASTER_LAYERS)
        self.combo.setToolTip(tr("The scene to classify: any raster layer of the project."))
        self.status = StatusLabel()
        self.bands = QPushButton(tr("&Bands…"))
        self.bands.setObjectName("OfaBands")
        self.bands.setToolTip(tr("Which layer band is which band of the sensor, and where that was read."))
        self.export = QPushButton(tr("Expor&t the view…"))
        self.export.setObjectName("OfaExport")
        self.export.setToolTip(tr("Write what the canvas shows of this layer as a GeoTIFF, and use that."))
        self.again = QPushButton(tr("Try a&gain"))
        self.again.setToolTip(tr("Ask the engine about this layer again."))
        self.open = QPushButton(tr("Open a scene…"))
        self.open.setObjectName("OfaOpen")
        self.open.setToolTip(tr("Add a raster file to the project and choose it."))
        self.opening = OpenRow()
        self.mask, self.further = MaskRow(scene), FurtherRows(scene)
        self.unit_status, self.fill_status = StatusLabel(), StatusLabel()
        self.unit_buttons = AnswerButtons("OfaAskUnits", is_column=True)
        self.fill_buttons = AnswerButtons("OfaFill")
        self.show_as = ShowAs(scene, canvas)
        self.models = QComboBox()
        self.models.setObjectName("OfaModel")
        self.models.setEnabled(False)
        for combo in (self.combo, self.models):
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(LONG_COMBO)
        self._lay_out()
        self.combo.layerChanged.connect(self._choose)
        self.bands.clicked.connect(lambda: self.bands_wanted.emit(None))
        self.further.bands_wanted.connect(self.bands_wanted)
        self.further.open_wanted.connect(lambda is_folder: self.opening.ask(is_folder, scene.layer))
        self.opening.opened.connect(self._opened)
        self.export.clicked.connect(self._ask_where)
        self.again.clicked.connect(scene.retry)
        self.open.clicked.connect(lambda: self.opening.ask(is_folder=False))
        self.unit_buttons.chosen.connect(lambda answer: scene.answer(units=answer))
        self.fill_buttons.chosen.connect(lambda answer: scene.answer(fill=answer))
        self.models.activated.connect(self._choose_model)
        scene.changed.connect(self._show)
        QgsProject.instance().layersAdded.connect(self._layers_added)
        self._leave_out_ours()

    def start(self, preferred: Optional[QgsMapLayer]) -> None:
        """Choose the layer that is active in QGIS, if it is one that can be chosen."""
        if isinstance(preferred, QgsRasterLayer):
            self.combo.setLayer(preferred)
        self._choose(self.combo.currentLayer())
        self._show()

    def set_models(self, models: List[Model], default: str) -> None:
        """Offer the models that map pixels; what is chosen stays, else the user's backbone, else the default is."""
        shown = self.models.currentData()
        self._known = {model.name: model for model in models if model.maps or not model.downstream}
        self.models.clear()
        for model in self._known.values():
            name, title, tip = model_words(model.card)
            self.models.addItem(title, name)
            self.models.setItemData(self.models.count() - 1, str(tip), TOOLTIP_ROLE)
        if settings.get(settings.MODEL) not in self._known:
            settings.put(settings.MODEL, "")  # none chosen, or one that is gone
        wanted = next((name for name in (shown, settings.get(settings.MODEL), default) if name in self._known), None)
        self.models.setCurrentIndex(max(self.models.findData(wanted), 0))
        self.models.setEnabled(bool(self._known))
        self._take_model()

    def choose_model(self, name: str) -> bool:
        """Choose a model as the user would; False if it is not in the list."""
        index = self.models.findData(name)
        if index >= 0:
            self.models.setCurrentIndex(index)
            self._choose_model()
        return index >= 0

    def export_view(self, path: str) -> None:
        """Export what the canvas shows of the layer to `path`, add it and choose it."""
        crs = self._canvas.mapSettings().destinationCrs()
        try:
            self._task = raster_layers.ExportTask(self._scene.layer, self._canvas.extent(), crs, path)
        except raster_layers.LayerError as error:
            self.status.tell("bad", sentence(error.error, error.hint))
            return
        self._task.succeeded.connect(self._exported)
        self._task.failed.connect(lambda error: self.status.tell("bad", error))
        self.export.setEnabled(False)
        self.status.tell("busy", tr("Exporting the view…"))
        QgsApplication.taskManager().addTask(self._task)

    def tear_down(self) -> None:
        """Hear no more of the project."""
        QgsProject.instance().layersAdded.disconnect(self._layers_added)
        self.combo.layerChanged.disconnect(self._choose)
        self._scene.changed.disconnect(self._show)
        self.opening.tear_down()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(1, 1)
        for row, (text, field) in enumerate(((tr("La&yer"), self.combo), (tr("Model"), self.models))):
            label = QLabel(text)
            label.setBuddy(field)
            grid.addWidget(label, 2 * row, 0)
            grid.addWidget(field, 2 * row, 1)
        grid.addWidget(self.opening.button, 0, 2)
        line = QHBoxLayout()
        line.addWidget(self.status, 1)
        for button in (self.open, self.bands, self.show_as, self.export, self.again):
            line.addWidget(button)
        below = QVBoxLayout()
        below.addLayout(line)
        asked = (self.unit_status, self.unit_buttons, self.fill_status, self.fill_buttons)
        for widget in (*asked, self.mask, self.further, self.opening):
            below.addWidget(widget)
        grid.addLayout(below, 1, 1, 1, 2)
        self.setTabOrder(self.combo, self.opening.button)
        self.setTabOrder(self.opening.button, self.bands)
        self.setTabOrder(self.bands, self.models)

    def _layers_added(self, _added: Any) -> None:
        """The combo does not tell that it shows a layer where several came at once into a project without one."""
        self._leave_out_ours()
        self._choose(self.combo.currentLayer())

    def _leave_out_ours(self) -> None:
        """Neither the preview nor a result is a scene."""
        found = QgsProject.instance().mapLayers().values()
        ours = [layer for layer in found if layer.customProperty(MARK) or layer.customProperty(RESULT)]
        self.combo.setExceptedLayerList(ours)

    def _choose(self, layer: Optional[QgsMapLayer]) -> None:
        self._scene.set_layer(layer if isinstance(layer, QgsRasterLayer) else None)

    def _choose_model(self) -> None:
        """A backbone is remembered for all projects and jobs; one that maps by itself is for now."""
        if not self._known[self.models.currentData()].downstream:
            settings.put(settings.MODEL, self.models.currentData())
        self._take_model()

    def _take_model(self) -> None:
        self.models.setToolTip(self.models.currentData(TOOLTIP_ROLE) or "")
        self._scene.set_model(self._known.get(self.models.currentData()))

    def _show(self) -> None:
        scene = self._scene
        self.status.tell(*scene_words(scene))
        self.bands.setVisible(scene.facts is not None or scene.is_answered or scene.failure is not None)
        self._show_units()
        self._show_fill()
        self.open.setVisible(scene.layer is None)
        self.export.setVisible(bool(scene.error and scene.error.exportable))
        self.export.setEnabled(True)
        self.again.setVisible(scene.failure is not None)

    def _show_units(self) -> None:
        """The question about units needs no table where few can be meant: it is answered here."""
        question = units_asked(self._scene) or {}
        sensor = (self._scene.facts or {}).get("sensor")
        self.unit_status.tell("ask", unit_question(question, sensor) if question else "")
        self.unit_buttons.offer([(unit_words(unit, question), unit, unit) for unit in question.get("choices") or ()])

    def _show_fill(self) -> None:
        """The question about fill needs no table: it is answered here."""
        facts = self._scene.facts or {}
        is_asked = "nodata" in self._scene.asked_about and bool(facts.get("fill"))
        used = len(facts.get("bands") or ())
        self.fill_status.tell("ask", fill_question(facts["fill"], used) if is_asked else "")
        titles = fill_titles(facts["fill"], used) if is_asked else {}
        words = {"nodata": tr("No data"), "data": tr("Measured")}
        self.fill_buttons.offer([(words[answer], answer, tip) for answer, tip in titles.items()])

    def open_scenes(self, paths: Sequence[str]) -> None:
        """Add rasters and products to the project; the first is chosen and brought into view."""
        self.opening.open(paths)

    def _opened(self, layer: QgsRasterLayer, beside: Optional[QgsRasterLayer], is_chosen: bool) -> None:
        self._leave_out_ours()
        if is_chosen:
            self.combo.setLayer(layer)
            QTimer.singleShot(0, self._bring_into_view)  # QGIS does so itself for the first layer of a project
        elif beside is not None and beside is self._scene.layer and overlap.overlap(layer, beside):
            node = QgsProject.instance().layerTreeRoot().findLayer(layer.id())
            if node:
                node.setItemVisibilityChecked(False)  # it would lie on the scene
            self.further.use(layer)
        elif beside is not None and beside is self._scene.layer:
            told = tr("{other} does not lie where {layer} does.", other=layer.name(), layer=beside.name())
            self.opening.status.tell("bad", told)

    def _bring_into_view(self) -> None:
        layer = self._scene.layer
        if layer is None:
            return
        place = self._canvas.mapSettings().layerExtentToOutputExtent(layer, layer.extent())
        if not self._canvas.extent().intersects(place):
            self._canvas.setExtent(place)
            self._canvas.refresh()

    def _ask_where(self) -> None:
        start = str(Path(folder(), f"{_file_name(self._scene.layer.name())}_view.tif"))
        dialog = QFileDialog(self, tr("Export the view"), start, tr("GeoTIFF (*.tif)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("tif")
        dialog.fileSelected.connect(self.export_view)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _exported(self, path: str) -> None:
        self.open_scenes([path])


def units_asked(scene: ChosenScene) -> Optional[Mapping[str, Any]]:
    """The question about units if one click can answer it."""
    asked = (scene.facts or {}).get("questions") or ()
    found = next((question for question in asked if question["about"] == "units"), None)
    return found if found and 0 < len(found.get("choices") or ()) <= MOST_BUTTONS else None


def scene_words(scene: ChosenScene) -> Any:
    """Mark, sentence and tip for what is known of the scene."""
    if scene.layer is None:
        return "plain", tr("Add a raster layer to the project."), ""
    if scene.error:
        return "bad", sentence(scene.error.error, scene.error.hint), ""
    if scene.failure:
        return "bad", sentence(scene.failure[0], scene.failure[1]), scene.failure[2]
    if scene.facts is None:
        return "busy", tr("Reading the layer."), ""
    if scene.questions:
        texts = "\n".join(plain(question["text"]) for question in scene.facts["questions"])
        asked = tr("1 question") if scene.questions == 1 else tr("{count} questions", count=scene.questions)
        here = set(scene.asked_about) <= {"nodata", *(["units"] if units_asked(scene) else [])}
        told = tr("{questions} before the map: see Bands.", questions=asked)
        return "ask", tr("{questions} before the map.", questions=asked) if here else told, "" if here else texts
    facts = scene.facts
    said = [phrase(facts.get("sensor_title") or tr("unknown sensor")), str(facts.get("units") or "")]
    return "ok", " · ".join(word for word in said if word), _facts_tip(facts)


def _facts_tip(facts: Any) -> str:
    gsd = facts.get("gsd_m")
    lines = [
        tr("{width:,} × {height:,} pixels", width=facts.get("width"), height=facts.get("height")),
        tr("pixel size on the ground: {gsd:g} m", gsd=gsd) if gsd else "",
        tr("bands used: {count}", count=len(facts.get("bands") or ())),
        tr("units read from: {source}", source=facts.get("units_source")) if facts.get("units_source") else "",
    ]
    return "\n".join(line for line in lines if line)


def _file_name(name: str) -> str:
    return "".join(letter if letter.isalnum() or letter in "-_" else "_" for letter in name) or "layer"
