"""The page "Change" of the dock: what has changed from the layer of the page Map to another date of its place.

Without labels, how much each pixel looks changed; with the labels of the page Map, from which class to which. The
engine compares. Computes nothing.
"""

from pathlib import Path
from typing import Any, Dict, List, Optional, Tuple

from qgis.core import QgsMapLayer, QgsProject, QgsRasterLayer, QgsVectorLayer
from qgis.PyQt.QtCore import QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from ...engine.change_words import describe_change
from ...engine.engine_words import plain
from ...engine.task import recipe_of
from ...i18n import tr
from ...layers import overlap, raster_layers, results
from ...layers.raster_layers import LayerError
from ...layers.results import RESULT
from ...protocol import ChangeRequest
from ..labels.label_store import LabelStore
from ..layer.scene import ChosenScene
from ..map.map_request import default_output, take_back, write_labels
from ..preview.preview_layer import MARK, preview_ids
from ..widgets.status import StatusLabel, sentence
from ..widgets.task_line import TaskLine
from .change_request import request_for

ENDING = "change"  # what the names of files end with
LONG_COMBO = 12  # characters
LOOK_MS = 200  # after a change of the project: layers come in groups
PER_CENT = 100
RATES = 0.001, 50.0  # per cent: the least and the greatest that the engine takes
MOST_HA = 10_000.0


class PlainSpinBox(QDoubleSpinBox):
    """Shows the decimals that a value has, and no zeros after them."""

    def textFromValue(self, value: float) -> str:
        """The value as the user's language writes it."""
        return str(self.locale().toString(value, "g", 6))


class ChangeTab(QWidget):
    """Both dates, with labels or without, [Map the change]."""

    failed = pyqtSignal(object, object, str)  # error, hint, log

    def __init__(self, scene: ChosenScene, store: LabelStore, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._scene, self._store = scene, store
        self._layers: List[str] = []  # ids of the later dates in the list
        self._make_widgets()
        self._lay_out()
        self._connect()
        self.look()

    def later(self) -> Optional[QgsRasterLayer]:
        """The layer of the later date."""
        index = self.after.currentIndex()
        return QgsProject.instance().mapLayer(self._layers[index]) if 0 <= index < len(self._layers) else None

    def look(self) -> None:
        """List the layers that lie where that of the page Map does."""
        chosen, before = self.later(), self._scene.layer
        found = [
            each
            for each in (overlap.layers_over(before) if before is not None else ())
            if not each.customProperty(MARK) and not each.customProperty(RESULT)
        ]
        self._layers = [each.id() for each in found]
        self.after.blockSignals(True)
        self.after.clear()
        for each in found:
            self.after.addItem(each.name())
        if chosen is not None and chosen.id() in self._layers:
            self.after.setCurrentIndex(self._layers.index(chosen.id()))
        self.after.blockSignals(False)
        self._refresh()

    def map_change(self) -> None:
        """Compare the whole of both dates, into new files beside the first."""
        source, later = self._scene.source, self.later()
        if source is None or later is None or not self._scene.is_ready or self.line.task is not None:
            return
        name = self._scene.layer.name()
        out, where = default_output(source.path, ENDING)
        by_labels = self.by_labels.isChecked()
        try:
            if by_labels:
                write_labels(self._store, results.companions(out)["labels"])
            request = request_for(
                self._scene, raster_layers.alone(later), out, self._store.level() if by_labels else "",
                self.rate.value() / PER_CENT, self.least.value() if self.polygons.isChecked() else None,
                self.align.isChecked(),
            )  # fmt: skip
        except LayerError as error:
            take_back(out)
            self.line.tell("bad", sentence(error.error, error.hint))
            return
        self.shift.tell("plain", "")
        self.found.tell("plain", "")
        then = lambda answer: self._add(request, answer, name, where)  # noqa: E731
        title = tr("Compare {before} and {after}", before=name, after=later.name())
        self.line.run(title, request, then, lambda: take_back(out))

    def tear_down(self) -> None:
        """End what runs and hear no more."""
        self._soon.stop()
        self.line.tear_down()
        for signal, slot in self._signals:
            signal.disconnect(slot)

    def _make_widgets(self) -> None:
        self.before, self.after = StatusLabel(), QComboBox()
        self.after.setObjectName("OfaLaterDate")
        self.after.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.after.setMinimumContentsLength(LONG_COMBO)
        self.after.setToolTip(tr("Another layer of this project that shows the same place, at a later date."))
        self.by_score, self.by_labels = (
            QRadioButton(tr("What loo&ks changed")),
            QRadioButton(tr("From wh&ich class to which")),
        )
        self.by_score.setToolTip(tr("Needs no labels. Both dates must be of one sensor."))
        self.by_labels.setObjectName("OfaChangeByLabels")
        self.by_score.setChecked(True)
        self.rate = PlainSpinBox()
        self.rate.setObjectName("OfaFalseAlarms")
        self.rate.setRange(*RATES)
        self.rate.setDecimals(3)
        self.rate.setStepType(QDoubleSpinBox.StepType.AdaptiveDecimalStepType)
        self.rate.setValue(ChangeRequest.false_alarms * PER_CENT)
        self.rate.setSuffix(tr(" %"))
        self.rate.setToolTip(tr("The share of unchanged pixels that may count as changed."))
        self.polygons, self.least = QCheckBox(tr("Polygons from")), QDoubleSpinBox()
        self.polygons.setObjectName("OfaChangePolygons")
        self.polygons.setToolTip(tr("Also writes what has changed as polygons, from this area on."))
        self.least.setRange(0, MOST_HA)
        self.least.setSuffix(tr(" ha"))
        self.least.setAccessibleName(tr("Minimum area of a polygon"))
        self.align = QCheckBox(tr("Move the later date onto this one"))
        self.align.setObjectName("OfaAlign")
        self.align.setChecked(True)
        self.align.setToolTip(
            tr("If they lie more than half a pixel apart, which is told. Off: dates that lie apart are not compared.")
        )
        self.button = QPushButton(tr("Map the chan&ge"))
        self.button.setObjectName("OfaMapChange")
        self.why, self.shift, self.found = StatusLabel(), StatusLabel(), StatusLabel()
        self.line = TaskLine("OfaChangeCancel")

    def _lay_out(self) -> None:
        intro = QLabel(tr("What has changed from the layer of the page Map to a later date of the same place."))
        intro.setWordWrap(True)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(tr("Later date"), self.after)
        alarms = QFormLayout()
        self._rate_label = QLabel(tr("False alarms"))
        self._rate_label.setBuddy(self.rate)
        alarms.addRow(self._rate_label, self.rate)
        area = QHBoxLayout()
        area.addWidget(self.polygons)
        area.addWidget(self.least)
        area.addStretch()
        column = QVBoxLayout(self)
        for part in (
            intro, self.why, self.before, form, self.by_score, self.by_labels, alarms, area, self.align, self.button,
            self.line, self.shift, self.found,
        ):  # fmt: skip
            if isinstance(part, QWidget):
                column.addWidget(part)
            else:
                column.addLayout(part)
        column.addStretch(1)

    def _connect(self) -> None:
        self.button.clicked.connect(self.map_change)
        self.by_labels.toggled.connect(lambda _on: self._refresh())
        self.polygons.toggled.connect(lambda _on: self._refresh())
        self.after.currentIndexChanged.connect(lambda _index: self._refresh())
        self.line.running_changed.connect(lambda _on: self._refresh())
        self.line.failed.connect(self.failed)
        project = QgsProject.instance()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(LOOK_MS)
        self._soon.timeout.connect(self.look)
        self._signals = (
            (self._scene.changed, self._look_soon), (self._store.changed, self._refresh),
            (project.layersAdded, self._look_soon), (project.layersRemoved, self._look_soon),
            (project.cleared, self._forget),
        )  # fmt: skip
        for signal, slot in self._signals:
            signal.connect(slot)

    def _look_soon(self, *_: Any) -> None:
        self._soon.start()

    def _forget(self) -> None:
        self.shift.tell("plain", "")
        self.found.tell("plain", "")

    def _refresh(self) -> None:
        ready, labelled = self._scene.is_ready, self._store.is_ready()
        if not ready:
            why = tr("Choose a layer on the page Map first, and answer what is asked of it.")
        elif not self._layers:
            why = tr("No other layer of the project shows this place: add the later date.")
        else:
            why = ""
        self.why.tell("ask", why)
        self.before.tell("plain", tr("Earlier date: {layer}", layer=self._scene.layer.name()) if ready else "")
        self.by_labels.setEnabled(labelled)
        if not labelled:
            self.by_score.setChecked(True)
        self.by_labels.setToolTip(
            tr("By the labels of the page Map, which must hold on both dates; also between two sensors.")
            if labelled
            else tr("Needs labels of two classes on the page Map.")
        )
        for part in (self._rate_label, self.rate):
            part.setEnabled(self.by_score.isChecked())
        self.least.setEnabled(self.polygons.isChecked())
        self.button.setEnabled(bool(ready and self.later() is not None and self.line.task is None))

    def _add(self, request: ChangeRequest, answer: Dict[str, Any], name: str, where: str) -> None:
        """Bring what was made into the project: polygons above the map that they are of."""
        if self.line.is_from_another_project:
            self.line.tell("ok", tr("Done: {path}", path=request.out))
            return
        in_work = [each.id() for each in self._store.layers()] + preview_ids()
        results.add_group(name, _made(answer), recipe_of(request), in_work)
        lines = [tr("{file} is in the project.", file=Path(request.out).name), *filter(None, [where])]
        warnings = [plain(text) for text in answer["warnings"]]
        self.line.tell("ok", "\n".join(lines))
        self.shift.tell_all("ask", warnings)
        self.found.tell("plain", "\n".join(describe_change(answer)))


def _made(answer: Dict[str, Any]) -> List[Tuple[QgsMapLayer, bool]]:
    """The layers of a run, styled, from top to bottom, and whether each is shown."""
    outputs, made = answer["outputs"], []
    if "polygons" in outputs:
        polygons = QgsVectorLayer(outputs["polygons"], tr("changes"), "ogr")
        if "classes" not in answer:  # else the file holds its style
            results.style_hits(polygons)
        made.append((polygons, True))
    change = QgsRasterLayer(outputs["map" if "classes" in answer else "values"], tr("change"), "gdal")
    change.loadNamedStyle(outputs["style"])
    made.append((change, True))
    if "confidence" in outputs:
        made.append((results.confidence_layer(outputs["confidence"]), False))
    return made
