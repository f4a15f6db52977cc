"""What a training run needs to know: labels, task, what is trained, the model to start from, a name. Starts nothing."""

from typing import Any, Dict, List, Optional

from qgis.core import QgsFieldProxyModel, QgsVectorLayer
from qgis.gui import QgsCollapsibleGroupBox, QgsFieldComboBox, QgsMapLayerComboBox
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QGridLayout, QLabel, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from ..compat import LAYERS_FOR_LABELS
from ..i18n import tr
from ..models import Model
from ..training import heads, modes, tasks
from .engine_line import model_words
from .layer_section import LONG_COMBO
from .train_plan import LONGEST, Labels, Wanted

MOST_STEPS = 1_000_000


class TrainForm(QWidget):
    """The fields; `changed` is told when a run would be another one."""

    changed = pyqtSignal()

    def __init__(self, store: Any, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._store = store
        self._make_labels()
        self.task = _combo("OfaTrainTask", tasks(), tr("What the model learns to tell of each pixel."))
        self.mode = _combo("OfaTrainMode", modes(), tr("More that is trained needs more labels, time and memory."))
        self.head = _combo("OfaTrainHead", heads(), tr("What turns the features into classes or numbers."))
        self.backbone = _combo("OfaTrainBackbone", {}, tr("The model to start from."))
        self.steps = QSpinBox()
        self.steps.setRange(0, MOST_STEPS)
        self.steps.setSpecialValueText(tr("as needed"))
        self.steps.setToolTip(tr("At most so many steps; a run that gains nothing more ends sooner."))
        self.name = QLineEdit()
        self.name.setObjectName("OfaTrainName")
        self.name.setMaxLength(LONGEST)
        self.name.setToolTip(tr("What the list of models will call it; also the name of its folder."))
        self._lay_out()
        self._connect()
        self._show_field()

    def labels(self) -> Labels:
        """Where the labels come from."""
        layer = self.layer.currentLayer()
        return Labels.of_layer(layer, self.field.currentField()) if layer else Labels.of_page(self._store)

    def wanted(self) -> Wanted:
        """What is chosen."""
        return Wanted(
            name=self.name.text().strip(),
            task=self.task.currentData(),
            mode=self.mode.currentData(),
            head=self.head.currentData(),
            backbone=self.backbone.currentData() or "",
            steps=self.steps.value(),
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
        """Offer the backbones; what is chosen stays, else the default is."""
        shown = self.backbone.currentData()
        self.backbone.clear()
        for model in models:
            if not model.downstream:
                name, title, tip = model_words(model.card)
                self.backbone.addItem(title, name)
                self.backbone.setItemData(self.backbone.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)
        index = max(self.backbone.findData(shown), self.backbone.findData(default) if shown is None else -1, 0)
        self.backbone.setCurrentIndex(index)

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
        for combo in (self.layer, self.field):
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(LONG_COMBO)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._field_label = QLabel(tr("Field"))
        rows = (
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
        more = ((tr("Start from"), self.backbone), (tr("Head"), self.head), (tr("Steps"), self.steps))
        self.details.setLayout(_grid([(QLabel(text), field) for text, field in more]))
        column.addWidget(self.details)

    def _connect(self) -> None:
        self.layer.layerChanged.connect(self._show_field)
        for combo in (self.task, self.mode, self.head, self.backbone):
            combo.currentIndexChanged.connect(lambda _index: self.changed.emit())
        self.field.fieldChanged.connect(lambda _name: self.changed.emit())
        self.steps.valueChanged.connect(lambda _value: self.changed.emit())
        self.name.textChanged.connect(lambda _text: self.changed.emit())
        self.task.currentIndexChanged.connect(lambda _index: self._show_field())

    def _show_field(self, *_: Any) -> None:
        """A field belongs to features; a number can only be in a field of numbers."""
        layer = self.layer.currentLayer()
        features = layer if isinstance(layer, QgsVectorLayer) else None
        numbers = self.task.currentData() == "regression"
        kinds = QgsFieldProxyModel.Filter
        self.field.setFilters(kinds.Numeric if numbers else kinds.AllTypes)
        if self.field.layer() is not features:
            self.field.setLayer(features)
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
