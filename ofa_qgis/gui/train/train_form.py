"""What a training run needs to know: labels, task, what is trained, the model to start from, a name. Starts nothing."""

from typing import Any, Dict, List, Optional, Sequence

from qgis.core import QgsFieldProxyModel, QgsProject, QgsRasterLayer, QgsVectorLayer
from qgis.gui import QgsCollapsibleGroupBox, QgsFieldComboBox, QgsMapLayerComboBox
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QGridLayout, QLabel, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from ... import settings
from ...compat import LAYERS_FOR_LABELS
from ...i18n import tr
from ...layers.layer_fields import likely_field
from ...models import Model
from ...protocol import FinetuneRequest
from ...training.training_words import LONGEST, heads, modes, tasks
from ..layer.engine_line import model_words
from ..layer.layer_section import LONG_COMBO
from ..preview.preview_layer import preview_ids
from .train_request import LabelSource, TrainChoices
from .train_scenes import SceneList

MOST_STEPS, MOST_CHIPS = 1_000_000, 1024


class TrainForm(QWidget):
    """The fields; `changed` is emitted when they describe another run."""

    changed = pyqtSignal()

    def __init__(self, store: Any, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._store = store
        self._chosen = ""  # the backbone, by the user and here
        # before there is a list of layers: where a chosen layer goes, it would show, and mean, any other one
        QgsProject.instance().layersWillBeRemoved.connect(self._leave_layers)
        self._make_labels()
        self.scenes = SceneList()
        self.scenes.setObjectName("OfaTrainScenes")
        self.task = _combo("OfaTrainTask", tasks(), tr("What the model learns to tell of each pixel."))
        self.mode = _combo("OfaTrainMode", modes(), tr("More that is trained needs more labels, time and memory."))
        self.head = _combo("OfaTrainHead", heads(), tr("What turns the features into classes or numbers."))
        self.backbone = _combo("OfaTrainBackbone", {}, tr("The model to start from."))
        self.steps = QSpinBox()
        self.steps.setRange(0, MOST_STEPS)
        self.steps.setSpecialValueText(tr("as needed"))
        self.steps.setToolTip(tr("At most so many steps; a run that gains nothing more ends sooner."))
        self.steps.setObjectName("OfaTrainSteps")
        self.batch = QSpinBox()
        self.batch.setRange(1, MOST_CHIPS)
        self.batch.setValue(FinetuneRequest.batch)
        self.batch.setToolTip(tr("Chips of the scene in a step: fewer need less memory."))
        self.batch.setObjectName("OfaTrainBatch")
        self.name = QLineEdit()
        self.name.setObjectName("OfaTrainName")
        self.name.setMaxLength(LONGEST)
        self.name.setToolTip(tr("What the list of models will call it; also the name of its folder."))
        self._lay_out()
        self._connect()
        self._show_field()

    def set_scene(self, layer: Optional[QgsRasterLayer]) -> None:
        """Offer the other rasters of the project beside the scene of the page "Map"."""
        self.scenes.set_scene(layer)
        for widget in (self._scenes_label, self.scenes):
            widget.setVisible(self.scenes.count() > 0)

    def further(self) -> List[QgsRasterLayer]:
        """The scenes that are chosen beside that of the page "Map"."""
        return self.scenes.chosen()

    def labels(self) -> LabelSource:
        """Where the labels come from."""
        layer = self.layer.currentLayer()
        return LabelSource.of_layer(layer, self.field.currentField()) if layer else LabelSource.of_page(self._store)

    def choices(self) -> TrainChoices:
        """What is chosen."""
        return TrainChoices(
            name=self.name.text().strip(),
            task=self.task.currentData(),
            mode=self.mode.currentData(),
            head=self.head.currentData(),
            backbone=self.backbone.currentData() or "",
            steps=self.steps.value(),
            batch=self.batch.value(),
        )

    def obstacle(self) -> str:
        """What is missing, for the user; "" if nothing is."""
        layer = self.layer.currentLayer()
        if isinstance(layer, QgsVectorLayer) and not self.field.currentField():
            return tr("Choose the field that holds the class or the number.")
        if layer is None and self.task.currentData() == "regression":
            return tr("Numbers come from a layer: choose one under Labels.")
        if layer is None and not self._store.is_ready():
            return tr("Label two classes under Map, or choose a layer of labels.")
        return ""

    def set_models(self, models: List[Model], default: str) -> None:
        """Offer the backbones; what was chosen here stays, else it is the one of the page Map, else the default."""
        self.backbone.clear()
        for model in models:
            if not model.downstream:
                name, title, tip = model_words(model.card)
                self.backbone.addItem(title, name)
                self.backbone.setItemData(self.backbone.count() - 1, str(tip), Qt.ItemDataRole.ToolTipRole)
        places = map(self.backbone.findData, (self._chosen, settings.get(settings.MODEL), default))
        self.backbone.setCurrentIndex(next((place for place in places if place >= 0), 0))

    def tear_down(self) -> None:
        """Hear no more of the project."""
        QgsProject.instance().layersWillBeRemoved.disconnect(self._leave_layers)
        QgsProject.instance().layersAdded.disconnect(self._leave_out_previews)
        QgsProject.instance().layersRemoved.disconnect(self._tell_layers)

    def _make_labels(self) -> None:
        self.layer = QgsMapLayerComboBox()
        self.layer.setObjectName("OfaTrainLabels")
        self.layer.setFilters(LAYERS_FOR_LABELS)
        self.layer.setAllowEmptyLayer(True, tr("those of the page Map"))
        self.layer.setCurrentIndex(0)
        self.layer.setToolTip(
            tr("Points or polygons with a field, or a raster of labels. What has no label is left out.")
        )
        self.field = QgsFieldComboBox()
        self.field.setObjectName("OfaTrainField")
        self.field.setToolTip(tr("The field that holds the class or the number"))
        self.field.setAllowEmptyFieldName(True)  # what the layer does not tell is asked
        for combo in (self.layer, self.field):
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(LONG_COMBO)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._field_label = QLabel(tr("Field"))
        self._scenes_label = QLabel(tr("Further scenes"))
        rows = (
            (self._scenes_label, self.scenes),
            (QLabel(tr("Labels")), self.layer),
            (self._field_label, self.field),
            (QLabel(tr("Learn")), self.task),
            (QLabel(tr("Train")), self.mode),
            (QLabel(tr("Name")), self.name),
        )
        column.addLayout(_grid(rows))
        self.details = QgsCollapsibleGroupBox(tr("Details"))
        self.details.setSaveCollapsedState(False)
        self.details.setCollapsed(True)
        more = (
            (tr("Start from"), self.backbone),
            (tr("Head"), self.head),
            (tr("Steps"), self.steps),
            (tr("Chips"), self.batch),
        )
        self.details.setLayout(_grid([(QLabel(text), field) for text, field in more]))
        column.addWidget(self.details)

    def _connect(self) -> None:
        self.layer.layerChanged.connect(self._show_field)
        for combo in (self.task, self.mode, self.head, self.backbone):
            combo.currentIndexChanged.connect(lambda _index: self.changed.emit())
        self.field.fieldChanged.connect(lambda _name: self.changed.emit())
        for number in (self.steps, self.batch):
            number.valueChanged.connect(lambda _value: self.changed.emit())
        self.scenes.model().dataChanged.connect(lambda *_: self.changed.emit())  # also by a program, in any QGIS
        self.backbone.activated.connect(self._choose_backbone)
        QgsProject.instance().layersAdded.connect(self._leave_out_previews)
        QgsProject.instance().layersRemoved.connect(self._tell_layers)
        self._leave_out_previews()
        self.name.textChanged.connect(lambda _text: self.changed.emit())
        self.task.currentIndexChanged.connect(lambda _index: self._show_field())

    def _choose_backbone(self, _index: int) -> None:
        self._chosen = self.backbone.currentData()

    def _leave_layers(self, ids: Sequence[Any]) -> None:
        layer = self.layer.currentLayer()
        if layer is not None and layer.id() in ids:
            self.layer.setLayer(None)

    def _leave_out_previews(self, *_: Any) -> None:
        """A preview is no truth, and gone with the next one."""
        project = QgsProject.instance()
        self.layer.setExceptedLayerList([project.mapLayer(each) for each in preview_ids()])
        self._tell_layers()

    def _tell_layers(self, *_: Any) -> None:
        """There are other layers to choose from."""
        self.changed.emit()

    def _show_field(self, *_: Any) -> None:
        """A field belongs to features; a number can only be in a field of numbers."""
        layer = self.layer.currentLayer()
        features = layer if isinstance(layer, QgsVectorLayer) else None
        numbers = self.task.currentData() == "regression"
        kinds = QgsFieldProxyModel.Filter
        self.field.setFilters(kinds.Numeric if numbers else kinds.AllTypes)
        if self.field.layer() is not features:
            self.field.setLayer(features)
            self.field.setField(likely_field(features) if features else "")
        for widget in (self._field_label, self.field):
            widget.setVisible(features is not None)
        self.changed.emit()


def _combo(name: str, choices: Dict[str, str], tip: str) -> QComboBox:
    combo = QComboBox()
    combo.setObjectName(name)
    for word, text in choices.items():
        combo.addItem(text, word)
    combo.setToolTip(tip)
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(LONG_COMBO)
    return combo


def _grid(rows: Any) -> QGridLayout:
    grid = QGridLayout()
    grid.setColumnStretch(1, 1)
    for row, (label, field) in enumerate(rows):
        label.setBuddy(field)
        grid.addWidget(label, row, 0)
        grid.addWidget(field, row, 1)
    return grid
