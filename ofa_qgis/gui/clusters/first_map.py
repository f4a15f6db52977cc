"""Where there are no labels yet: a map of clusters, which get names and are taken over as labels.

Offered while no class has a label. The engine makes the map and points inside its clusters; named clusters give their
points to the label layer in one step, which can be taken back.
"""

from pathlib import Path
from typing import Any, Dict, List, Optional

from qgis.core import QgsPalettedRasterRenderer, QgsPointXY, QgsProject, QgsRasterLayer, QgsVectorLayer
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSpinBox, QVBoxLayout, QWidget

from ... import settings
from ...engine.engine_words import plain
from ...engine.task import recipe_of, session_dir
from ...i18n import tr
from ...layers import results
from ...layers.labels_file import FIELD, LAYER
from ...layers.raster_layers import LayerError
from ...protocol import ClusterRequest
from ..labels.label_store import LabelStore
from ..layer.scene import ChosenScene
from ..map.map_request import default_output
from ..preview.preview_layer import preview_ids
from ..widgets.status import sentence
from ..widgets.task_line import TaskLine
from .cluster_table import ClusterRow, ClusterTable

ENDING = "clusters"  # what the names of files end with
CLUSTERS = 2, 60  # the fewest and the most that the engine makes
LEAST_CLASSES = 2
FAINT = 0  # of 255: how much is painted of clusters that are not chosen


class FirstMap(QWidget):
    """[First map without labels], then the table of its clusters and [Take over as labels]."""

    failed = pyqtSignal(object, object, str)  # error, hint, log

    def __init__(self, scene: ChosenScene, store: LabelStore, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._scene, self._store = scene, store
        self._layer_id = ""  # of the map of clusters whose table is shown
        self._of = ""  # the scene that it is of
        self._points: Dict[str, List[QgsPointXY]] = {}  # inside each cluster, by its name
        self._make_widgets()
        self._lay_out()
        self._connect()
        self.look()

    @property
    def layer(self) -> Any:
        """The map of clusters whose table is shown, None if there is none."""
        return QgsProject.instance().mapLayer(self._layer_id) if self._layer_id else None

    def look(self) -> None:
        """Offer the map while it is of use: the scene is understood, and nothing is labelled."""
        labelled = any(sum(pair) for pair in self._store.counts().values())
        source = self._scene.source
        if self._layer_id and (labelled or self.layer is None or source is None or source.path != self._of):
            self._close()
        is_open, runs = bool(self._layer_id), self.line.task is not None
        offered = bool(self._scene.is_ready and not self._scene.map_model and not labelled)
        self._offer.setVisible(offered and not is_open and not runs)
        self._naming.setVisible(is_open)
        self.setVisible(offered or is_open or runs or bool(self.line.note.said))

    def make(self) -> None:
        """Have the map made, beside the scene."""
        if self.line.task is not None or not self._scene.is_ready:
            return
        assert self._scene.source is not None  # nosec B101 - it is ready
        path, name = self._scene.source.path, self._scene.layer.name()
        out, told = default_output(path, ENDING)
        try:
            request = ClusterRequest(
                self._scene.spec(),
                device=settings.compute().device,
                clusters=self.count.value(),
                out=str(out),
                points=str(session_dir() / f"{out.stem}.gpkg"),
                overwrite=True,  # the points are of this session; the map has a name of its own
            )
        except LayerError as error:
            self.line.tell("bad", sentence(error.error, error.hint))
            return
        then = lambda answer: self._add(request, answer, path, name, told)  # noqa: E731
        self.line.run(tr("Map {name} without labels", name=name), request, then)

    def take_over(self) -> None:
        """Give the points of the named clusters to the label layer, and hide their map."""
        points: Dict[str, List[QgsPointXY]] = {}
        for row in self.table.clusters():
            if row.becomes:
                points.setdefault(row.becomes, []).extend(self._points.get(row.name, ()))
        layer = self.layer
        if layer is None or not self._store.add_points(points, layer.crs()):
            return
        node = QgsProject.instance().layerTreeRoot().findLayer(layer.id())
        if node is not None:
            node.setItemVisibilityChecked(False)
        self._close()
        self.look()

    def tear_down(self) -> None:
        """Stop what runs and hear no more."""
        self.line.tear_down()
        for signal, slot in self._signals:
            signal.disconnect(slot)

    def _make_widgets(self) -> None:
        self.button = QPushButton(tr("First map without labels"))
        self.button.setObjectName("OfaFirstMap")
        self.button.setToolTip(
            tr("Maps the whole layer into clusters of alike pixels. Give them names, and they become first labels.")
        )
        self.count = QSpinBox()
        self.count.setObjectName("OfaClusterCount")
        self.count.setRange(*CLUSTERS)
        self.count.setValue(ClusterRequest.clusters)
        self.count.setToolTip(
            tr("Rather more than the classes that you want: it is easier to merge clusters than to split.")
        )
        self.table = ClusterTable()
        self.take = QPushButton(tr("Take over as labels"))
        self.take.setObjectName("OfaTakeOver")
        self.drop = QPushButton(tr("Drop"))
        self.drop.setObjectName("OfaDropClusters")
        self.drop.setToolTip(tr("Closes the table. The map of clusters stays in the project."))
        self.line = TaskLine("OfaFirstMapCancel")

    def _lay_out(self) -> None:
        self._offer, self._naming = QWidget(), QWidget()
        column, offer, naming = QVBoxLayout(self), QVBoxLayout(self._offer), QVBoxLayout(self._naming)
        for layout in (column, offer, naming):
            layout.setContentsMargins(0, 0, 0, 0)
        number, label = QHBoxLayout(), QLabel(tr("Number of clusters"))
        label.setBuddy(self.count)
        number.addWidget(label)
        number.addWidget(self.count)
        number.addStretch()
        offer.addWidget(self.button)
        offer.addLayout(number)
        told = QLabel(
            tr("Give the clusters names of classes, the same name to those that belong together. Leave mixtures out.")
        )
        told.setWordWrap(True)
        ends = QHBoxLayout()
        ends.addWidget(self.take)
        ends.addWidget(self.drop)
        ends.addStretch()
        naming.addWidget(told)
        naming.addWidget(self.table)
        naming.addLayout(ends)
        for part in (self._offer, self._naming, self.line):
            column.addWidget(part)

    def _connect(self) -> None:
        self.button.clicked.connect(self.make)
        self.take.clicked.connect(self.take_over)
        self.drop.clicked.connect(self._drop)
        self.table.changed.connect(self._show)
        self.line.failed.connect(self.failed)
        self.line.running_changed.connect(lambda _on: self.look())
        self._signals = (
            (self._scene.changed, self.look),
            (self._store.changed, self.look),
            (QgsProject.instance().layersRemoved, self._layers_removed),
        )
        for signal, slot in self._signals:
            signal.connect(slot)

    def _layers_removed(self, ids: Any) -> None:
        if self._layer_id in ids:
            self.look()

    def _drop(self) -> None:
        self._close()
        self.look()

    def _close(self) -> None:
        """The table goes; the map shows all of its clusters."""
        if self.layer is not None:
            self.table.clearSelection()
            self._paint()
        self._layer_id, self._of, self._points = "", "", {}
        self.table.setRowCount(0)
        self.line.tell("plain", "")

    def _add(self, request: ClusterRequest, answer: Dict[str, Any], of: str, name: str, told: str) -> None:
        """Bring the map into the project, and show its clusters."""
        out = Path(request.out)
        if self.line.is_from_another_project:
            self.line.tell("ok", tr("Done: {path}", path=request.out))
            return
        layer = QgsRasterLayer(request.out, tr("clusters"), "gdal")
        results.style_classes(layer, answer["classes"])
        in_work = [each.id() for each in self._store.layers()] + preview_ids()
        results.add_group(name, [(layer, True)], recipe_of(request), in_work)
        self._points = points_by_class(str(request.points))
        self._layer_id, self._of = layer.id(), of
        rows = [ClusterRow(e["value"], e["name"], e["colour"], e["share"]) for e in answer["classes"] if e["share"]]
        self.table.show_clusters(rows, [each.name for each in self._store.classes()])
        lines = [tr("{file} is in the project.", file=out.name), *filter(None, [told])]
        warnings = [plain(text) for text in answer["warnings"]]
        self.line.tell("ask" if warnings else "ok", "\n".join([*lines, *warnings]))
        self._show()
        self.look()

    def _show(self) -> None:
        """What can be done with the names as they are, and the map in their colours."""
        classes = {row.becomes for row in self.table.clusters() if row.becomes}
        self.take.setEnabled(len(classes) >= LEAST_CLASSES)
        self.take.setToolTip(
            tr("Adds points inside the named clusters to your labels, as one step that can be undone.")
            if self.take.isEnabled()
            else tr("Needs clusters of two classes.")
        )
        self._paint()

    def _paint(self) -> None:
        """Clusters of one class in one colour and under its name; the chosen one alone."""
        layer, chosen = self.layer, self.table.chosen()
        if layer is None:
            return
        colours: Dict[str, str] = {}
        entries = []
        for row in self.table.clusters():
            colour = QColor(colours.setdefault(row.becomes, row.colour) if row.becomes else row.colour)
            colour.setAlpha(FAINT if chosen not in (None, row.value) else 255)
            entries.append(QgsPalettedRasterRenderer.Class(row.value, colour, row.becomes or row.name))
        layer.setRenderer(QgsPalettedRasterRenderer(layer.dataProvider(), 1, entries))
        layer.triggerRepaint()
        layer.emitStyleChanged()


def points_by_class(path: str) -> Dict[str, List[QgsPointXY]]:
    """The points of a file of labels, by class."""
    found: Dict[str, List[QgsPointXY]] = {}
    layer = QgsVectorLayer(f"{path}|layername={LAYER}", ENDING, "ogr")
    for feature in layer.getFeatures():
        found.setdefault(str(feature[FIELD]), []).append(feature.geometry().asPoint())
    return found
