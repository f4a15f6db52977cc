"""The line that makes a map fit to be drawn, from its file: asks what is wanted, runs the engine, adds what it made.

Hidden while the project has no map of ours. Nothing is mapped again.
"""

from pathlib import Path
from typing import Any, Dict, List, Mapping, Optional, Sequence

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ...engine.engine_words import plain
from ...engine.task import recipe_of
from ...i18n import number, tr
from ...layers import raster_layers, results
from ...layers.class_maps import class_maps, shown_classes
from ...protocol import CleanRequest
from ..widgets.status import sentence
from ..widgets.task_line import TaskLine
from .clean_dialog import CleanDialog, Wishes
from .map_request import is_writable
from .swipe_bar import results_in

LOOK_MS = 200  # after a change of the project: layers come in groups


class CleanRow(QWidget):
    """[Clean up…], and how far it is."""

    failed = pyqtSignal(object, object, str)  # error, hint, log

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.dialog: Optional[CleanDialog] = None
        self.button = QPushButton(tr("Clean up…"))
        self.button.setObjectName("OfaClean")
        self.button.setToolTip(tr("Merge classes of a map, fill small regions, and draw smooth polygons."))
        self.line = TaskLine("OfaCleanCancel")
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.button)
        row.addStretch()
        column.addLayout(row)
        column.addWidget(self.line)
        self.button.clicked.connect(self.ask)
        self.line.failed.connect(self.failed)
        self.line.running_changed.connect(lambda on: self.button.setEnabled(not on))
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(LOOK_MS)
        self._soon.timeout.connect(self.look)
        project = QgsProject.instance()
        self._signals = ((project.layersAdded, self._look_soon), (project.layersRemoved, self._look_soon))
        for signal, slot in self._signals:
            signal.connect(slot)
        self.look()

    def look(self) -> None:
        """Show the button while there is a map of ours, and the line as long as it has something to say."""
        there = any(layer.customProperty(results.RESULT) for _, layer in class_maps())
        self.setVisible(there or self.line.task is not None)

    def ask(self) -> None:
        """Open the dialog; the newest map is chosen."""
        maps = class_maps()
        if not maps or self.line.task is not None:
            return
        ids = {layer.id() for _, layer in maps}
        newest = next((each for _, each in results_in(QgsProject.instance()) if each in ids), "")
        self.dialog = dialog = CleanDialog(maps, newest, self)
        dialog.wanted.connect(self.clean)
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(self._forget_dialog)
        dialog.open()

    def clean(self, layer_id: str, wishes: Wishes) -> None:
        """Clean a map of the project, into new files beside it."""
        layer = QgsProject.instance().mapLayer(layer_id)
        if layer is None or self.line.task is not None:
            return
        try:
            name = raster_layers.map_of(layer)
        except raster_layers.LayerError as error:
            self.line.tell("bad", sentence(error.error, error.hint))
            return
        out = _free_output(layer)
        beside = results.companions(out)
        request = CleanRequest(
            name,
            str(out),
            min_area=wishes.min_area,
            merge=dict(wishes.merge),
            vector=str(beside["vector"]) if wishes.polygons else None,
            smooth=wishes.smooth,
        )
        then = lambda answer: self._add(layer_id, request, answer)  # noqa: E731
        self.line.run(tr("Clean up {name}", name=layer.name()), request, then)

    def tear_down(self) -> None:
        """Stop what runs and hear no more of the project."""
        self._soon.stop()
        for signal, slot in self._signals:
            signal.disconnect(slot)
        self.line.tear_down()

    def _look_soon(self, *_: Any) -> None:
        self._soon.start()

    def _forget_dialog(self, *_: Any) -> None:
        self.dialog = None

    def _add(self, layer_id: str, request: CleanRequest, answer: Dict[str, Any]) -> None:
        """Bring what was made into the group of the map that it was made of."""
        report, outputs = answer["report"], answer["outputs"]
        if self.line.is_from_another_project:
            self.line.tell("ok", tr("The cleaned map is done: {path}", path=request.out))
            return
        made = results.map_layer(outputs["map"], {"classes": _as_shown(layer_id, report["classes"])})
        made.setName(tr("cleaned map"))
        shown = [(made, True)]
        if "vector" in outputs:
            shown.append((QgsVectorLayer(outputs["vector"], tr("cleaned polygons"), "ogr"), False))
        results.add_above(layer_id, shown, recipe_of(request))
        told = tr("{file} is in the project. Pixels with another class now: {share}.",
                  file=Path(request.out).name, share=number(report["changed"], ".1%"))  # fmt: skip
        warnings = [plain(text) for text in answer["warnings"]]
        self.line.tell("ask" if warnings else "ok", "\n".join([told, *warnings]))


def _as_shown(layer_id: str, classes: Sequence[Mapping[str, Any]]) -> List[Dict[str, Any]]:
    """The classes in the colours in which the map shows them: they may be the user's, and not in the file."""
    layer = QgsProject.instance().mapLayer(layer_id)
    shown = shown_classes(layer) if layer is not None else {}
    return [{**each, "colour": shown.get(int(each["value"]), ("", each["colour"]))[1]} for each in classes]


def _free_output(layer: Any) -> Path:
    """A new name beside the map, or in the user's home where that cannot be written to."""
    source = Path(raster_layers.file_of(layer) or "map.tif")
    folder = source.parent if source.is_file() and is_writable(source.parent) else Path.home()
    return results.free_output(folder, f"{source.stem}_clean")
