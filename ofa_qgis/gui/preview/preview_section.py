"""Section 2 of the dock: what the live preview shows, how good it is, and where a label would teach most."""

from typing import Any, Dict, Optional

from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from ...engine.engine_words import plain
from ...i18n import tr
from ...layers.legend import CLASS, GROUP
from ...layers.results import accuracy_text, accuracy_tip, unchecked_text
from ..layer.scene import ChosenScene
from ..widgets.status import StatusLabel, sentence
from .label_suggestions import SuggestionFinder
from .live_preview import PreviewController
from .suggestion_marks import SuggestionMarks

OPACITY = 70  # per cent: the scene shows through


class PreviewSection(QWidget):
    """Shows what a `PreviewController` says and hands on what the user chooses."""

    def __init__(
        self,
        controller: PreviewController,
        scene: ChosenScene,
        store: Any,
        canvas: QgsMapCanvas,
        parent: Optional[QWidget] = None,
    ) -> None:
        super().__init__(parent)
        self._controller, self._scene, self._store = controller, scene, store
        self.marks = SuggestionMarks(canvas)
        self.suggestions = SuggestionFinder(controller, store, self)
        self.live = QCheckBox(tr("l&ive"))
        self.live.setObjectName("OfaLive")
        self.live.setToolTip(tr("Map what the canvas shows, again after each label."))
        self.map = QRadioButton(tr("m&ap"))
        self.map.setToolTip(tr("Show the class of every pixel."))
        self.confidence = QRadioButton(tr("confide&nce"))
        self.confidence.setToolTip(tr("Show how sure the map is: 0 (dark) is a guess, 1 (yellow) is certain."))
        self.level = QComboBox()
        self.level.setObjectName("OfaLevel")
        self.level.addItem(tr("classes"), CLASS)
        self.level.addItem(tr("groups"), GROUP)
        self.level.setToolTip(tr("What maps show: each class, or each group of classes."))
        self.opacity = QSlider(Qt.Orientation.Horizontal)
        self.opacity.setObjectName("OfaOpacity")
        self.opacity.setRange(0, 100)
        self.opacity.setToolTip(tr("How much of the scene the preview hides, in per cent."))
        self.where = QPushButton(tr("Where ne&xt?"))
        self.where.setObjectName("OfaWhere")
        self.where.setCheckable(True)  # pressed while its marks are shown
        self.where.setToolTip(tr("Mark the places of the view where the map is least certain: label these next."))
        self.accuracy, self.advice, self.note = StatusLabel(), StatusLabel(), StatusLabel()
        self._lay_out()
        self._connect()
        self._show_level()
        self.live.setChecked(controller.live)
        self.map.setChecked(True)
        self.opacity.setValue(OPACITY)

    def tear_down(self) -> None:
        """Leave nothing on the canvas."""
        self.suggestions.tear_down()
        self.marks.clear()
        self._store.changed.disconnect(self._labels_changed)
        self._store.classes_changed.disconnect(self._show_level)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.addWidget(self.live)
        row.addStretch()
        self._kinds = QButtonGroup(self)
        for button in (self.map, self.confidence):
            self._kinds.addButton(button)
            row.addWidget(button)
        column.addLayout(row)
        self._level_row = QWidget()
        row = QHBoxLayout(self._level_row)
        row.setContentsMargins(0, 0, 0, 0)
        label = QLabel(tr("Map"))
        label.setBuddy(self.level)
        row.addWidget(label)
        row.addWidget(self.level)
        row.addStretch()
        column.addWidget(self._level_row)
        row = QHBoxLayout()
        label = QLabel(tr("opacity"))
        label.setBuddy(self.opacity)
        row.addWidget(label)
        row.addWidget(self.opacity, 1)
        row.addWidget(self.where)
        column.addLayout(row)
        for line in (self.accuracy, self.advice, self.note):
            column.addWidget(line)

    def _connect(self) -> None:
        controller = self._controller
        self.live.toggled.connect(controller.set_live)
        controller.live_changed.connect(self.live.setChecked)
        self.map.toggled.connect(lambda on: controller.show_kind("map" if on else "confidence"))
        self.opacity.valueChanged.connect(lambda value: controller.set_opacity(value / 100))
        self.where.clicked.connect(self._ask_where)
        controller.waiting.connect(self._wait)
        controller.progressed.connect(lambda text: self.note.tell("busy", text))
        controller.validated.connect(self._validated)
        controller.failed.connect(self._failed)
        self.suggestions.found.connect(self._mark)
        self.suggestions.failed.connect(self._failed)
        self.suggestions.ended.connect(lambda: self.where.setEnabled(True))
        self._store.changed.connect(self._labels_changed)
        self._store.classes_changed.connect(self._show_level)
        self.level.activated.connect(lambda _index: self._store.set_level(self.level.currentData()))

    def _show_level(self) -> None:
        """Offer groups to who has made some."""
        self._level_row.setVisible(bool(self._store.groups()))
        self.level.setCurrentIndex(self.level.findData(self._store.level()))

    def _ask_where(self) -> None:
        if self.marks.items:
            self.marks.clear()
        else:
            self.where.setEnabled(False)
            self.suggestions.ask()
        self._show_pressed()

    def _show_pressed(self) -> None:
        self.where.setChecked(bool(self.marks.items))

    def _mark(self, suggestions: Any) -> None:
        if self._scene.layer is not None:
            self.marks.show(suggestions, self._scene.layer.crs())
        self._show_pressed()

    def _labels_changed(self) -> None:
        if self.marks.items:
            self.marks.answer(self._store.layers())
            self._show_pressed()

    def _wait(self, why: str) -> None:
        self.note.tell("plain", why)
        if why:
            self.accuracy.tell("plain", "")
            self.advice.tell("plain", "")
            self.marks.clear()
            self._show_pressed()
            self.where.setEnabled(False)

    def _validated(self, answer: Dict[str, Any]) -> None:
        self.note.tell("plain", "")
        self.where.setEnabled(True)
        score = "\n".join(filter(None, (accuracy_text(answer), unchecked_text(answer))))
        self.accuracy.tell("plain", score, accuracy_tip(answer))
        said = [plain(text) for text in (*(answer.get("advice") or ()), *(answer.get("warnings") or ()))]
        if answer.get("clipped"):
            said.append(tr("The view is too large to preview in whole: zoom in to see the rest."))
        self.advice.tell("plain", said[0] if said else "", "\n".join(said))

    def _failed(self, error: str, hint: str, _log: str) -> None:
        self.note.tell("bad", sentence(error, hint))
