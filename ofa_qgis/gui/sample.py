"""The sample scene: a small simulated landscape with labels, written by the engine's Python when first asked for.

Needs no network, and no pixels in the zip. Opens it in a project of its own.
"""

import json
import os
import shutil
import tempfile
from pathlib import Path
from typing import Any, Iterable, List, Optional, Tuple

from qgis.core import (
    QgsContrastEnhancement,
    QgsMultiBandColorRenderer,
    QgsPointXY,
    QgsProject,
    QgsRasterLayer,
    QgsRasterMinMaxOrigin,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ..engine import task
from ..engine.process import follow
from ..i18n import tr
from ..install.environment import scrubbed
from ..install.installed import InstallError
from ..paths import RESOURCES, data_dir
from .setup.setup_task import BackgroundCall
from .widgets.status import StatusLabel

SCRIPT = RESOURCES / "demo" / "landscape.py"
SCENE, LABELS = "scene.tif", "labels.json"
NATURAL_COLOUR = (3, 2, 1)  # bands of the sample as red, green and blue: B04, B03, B02
Label = Tuple[str, float, float]  # class, x and y in the scene's CRS


class SampleRow(QWidget):
    """Offers the sample while the dock has no layer, and says how its opening goes.

    Args:
        dock: the dock that is to work on it.
        iface: QGIS's interface.
    """

    def __init__(self, dock: Any, iface: Any) -> None:
        super().__init__()
        self._dock, self._iface = dock, iface
        self._background: Optional[BackgroundCall] = None
        self.button = QPushButton(title())
        self.button.setObjectName("OfaSample")
        self.button.setToolTip(tr("A small simulated Sentinel-2 scene with labels, to try everything on."))
        self.status = StatusLabel()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.status)
        self.button.clicked.connect(self.open)
        dock.scene.changed.connect(self._offer)
        self._offer()

    def open(self) -> None:
        """Write the sample if it is not there yet, and open it; QGIS asks what to do with unsaved changes."""
        if self._background is not None:
            return
        if not task.python().is_file():
            self._dock.show_setup()
            return
        if not _is_empty(QgsProject.instance()) and not self._iface.newProject(True):
            return
        self._dock.show_body()
        self.button.setEnabled(False)
        self.status.tell("busy", tr("Making the sample scene."))
        python = task.python()
        self._background = BackgroundCall(lambda: written(data_dir() / "sample", python), self)
        self._background.done.connect(self._show)
        self._background.failed.connect(self._failed)
        self._background.start()

    def _offer(self) -> None:
        self.button.setVisible(self._dock.scene.layer is None)

    def _ended(self) -> None:
        self._background = None
        self.button.setEnabled(True)
        self.status.tell("plain", "")

    def _failed(self, error: str, _hint: str) -> None:
        self._ended()
        self.status.tell("bad", tr("The sample scene could not be made: {why}.", why=error))

    def _show(self, folder: Path) -> None:
        self._ended()
        layer = QgsRasterLayer(str(folder / SCENE), tr("Sample scene (simulated)"))
        paint(layer, NATURAL_COLOUR)
        project = QgsProject.instance()
        project.setCrs(layer.crs())
        project.addMapLayer(layer)
        self._iface.setActiveLayer(layer)
        self._iface.mapCanvas().setExtent(layer.extent())
        self._iface.mapCanvas().refresh()
        self._dock.layers.combo.setLayer(layer)
        add_labels(self._dock.store, layer, json.loads((folder / LABELS).read_text(encoding="utf-8")))


def title() -> str:
    """What the menu and the buttons call it."""
    return tr("Open the sample scene")


def written(folder: Path, python: Path) -> Path:
    """The folder of the sample, which `python` (the engine's) writes if it is not there.

    Raises:
        InstallError: it could not be written.
    """
    if (folder / SCENE).is_file() and (folder / LABELS).is_file():
        return folder
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        scratch = Path(tempfile.mkdtemp(prefix="sample-", dir=folder.parent))
        try:
            _write(scratch, python)
            shutil.rmtree(folder, ignore_errors=True)
            scratch.rename(folder)  # complete or not there
        finally:
            shutil.rmtree(scratch, ignore_errors=True)
    except OSError as error:
        raise InstallError(str(error)) from error
    return folder


def _write(folder: Path, python: Path) -> None:
    lines: List[str] = []
    code = follow([str(python), "-I", str(SCRIPT), str(folder)], scrubbed(os.environ), lines.append, lambda: False)
    if code:
        raise InstallError(next((line for line in reversed(lines) if line), f"exit code {code}"))


def paint(layer: QgsRasterLayer, bands: Tuple[int, int, int]) -> None:
    """Show three bands as red, green and blue, stretched."""
    layer.setRenderer(QgsMultiBandColorRenderer(layer.dataProvider(), *bands))
    layer.setContrastEnhancement(
        QgsContrastEnhancement.ContrastEnhancementAlgorithm.StretchToMinimumMaximum,
        QgsRasterMinMaxOrigin.Limits.CumulativeCut,
    )


def add_labels(store: Any, layer: QgsRasterLayer, labels: Iterable[Label]) -> None:
    """Label these places, one by one, as the map tool does; the first class is current at the end."""
    for name, x, y in labels:
        if name not in store.colours():
            store.add_class(name)
        store.set_current(name)
        store.add_point(QgsPointXY(x, y), layer.crs())
    store.set_current(next(iter(store.colours()), None))


def _is_empty(project: QgsProject) -> bool:
    """Is there nothing in the project that the sample would stand beside?"""
    return not project.mapLayers() and not project.absoluteFilePath() and not project.isDirty()
