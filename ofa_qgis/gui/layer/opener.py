"""Opens what a person downloads: asks the engine what a file or folder is, and adds a layer that QGIS can show.

What is no product is added as it is. One after the other; knows no widgets.
"""

from collections import deque
from pathlib import Path
from typing import Any, Deque, Dict, Optional, Sequence, Tuple

from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...engine.task import EngineJob, session_dir
from ...i18n import tr
from ...layers import products, raster_layers
from ...protocol import InspectRequest, SceneSpec
from ..widgets.status import sentence
from .composites import composites
from .show_as import show

ITEM = ".json"  # the ending of a STAC item, whose files may be on a server


class Opener(QObject):
    """Opens files and folders."""

    opened = pyqtSignal(object)  # the layer, which is in the project
    told = pyqtSignal(str, str)  # mark and sentence
    network_asked = pyqtSignal(str)  # an item that may name files on a server; "" where that is not asked

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._waiting: Deque[Tuple[Path, bool]] = deque()
        self._job: Optional[EngineJob] = None

    def open(self, paths: Sequence[str], remote: bool = False) -> None:
        """Open these, the first one first; `remote`: what a STAC item names may be read from the network."""
        self._waiting += [(products.whole(Path(path).absolute()), remote) for path in paths]
        if self._job is None:
            self._next()

    def cancel(self) -> None:
        """Open nothing more."""
        self._waiting.clear()
        job, self._job = self._job, None
        if job:
            job.cancel()

    def _next(self) -> None:
        if not self._waiting:
            return
        path, remote = self._waiting.popleft()
        vrt = session_dir() / "product.vrt"
        self.network_asked.emit("")
        self.told.emit("busy", tr("Looking at {file}.", file=path.name))
        request = InspectRequest(SceneSpec(str(path), remote=remote), title=path.name, vrt=str(vrt))
        self._job = job = EngineJob(request, self)
        job.finished.connect(lambda facts: self._ended(job, lambda: self._found(path, vrt, facts, remote)))
        job.failed.connect(lambda *failure: self._ended(job, lambda: self._refused(path, failure)))
        job.ended.connect(lambda: self._ended(job, lambda: None))  # cancelled by somebody else
        job.ended.connect(job.deleteLater)
        job.start()

    def _ended(self, job: EngineJob, then: Any) -> None:
        if job is self._job:
            self._job = None
            then()
            if self._job is None:  # nobody has opened something else meanwhile
                self._next()

    def _found(self, path: Path, vrt: Path, facts: Dict[str, Any], remote: bool) -> None:
        if not facts.get("product"):
            self._add_raster(path)
            return
        try:
            layer = products.layer_of(path, products.kept_vrt(vrt), facts)
        except OSError as error:
            told = tr("{file} cannot be shown ({reason}).", file=path.name, reason=error.strerror or error)
            self.told.emit("bad", told)
            return
        if not layer.isValid():
            self.told.emit("bad", tr("QGIS cannot show the bands of {file}.", file=path.name))
            return
        if QgsProject.instance().mapLayer(layer.id()) is None:
            if remote:
                raster_layers.remember_place(layer, remote=True)
            self._paint(layer, facts)
            QgsProject.instance().addMapLayer(layer)
        self.told.emit("plain", "")
        self.opened.emit(layer)

    def _paint(self, layer: QgsRasterLayer, facts: Dict[str, Any]) -> None:
        """Natural colour, or what else its bands allow: the first three are none of these."""
        bands = facts.get("bands") or ()
        offered = composites(bands) if len(bands) + len(facts.get("unused") or ()) == layer.bandCount() else []
        if offered:
            show(layer, offered[0], layer.extent())

    def _refused(self, path: Path, failure: Tuple[str, str, str]) -> None:
        """The engine cannot read it: where QGIS can, the dock says why, and what helps, at the layer."""
        if path.is_file() and path.suffix.lower() != ITEM and self._add_raster(path, is_quiet=True):
            return
        self.told.emit("bad", sentence(*failure[:2]))
        if path.suffix.lower() == ITEM and path.is_file():
            self.network_asked.emit(str(path))

    def _add_raster(self, path: Path, is_quiet: bool = False) -> bool:
        """Add a raster as it is; False if QGIS cannot read it, which is told unless it `is_quiet`."""
        layer = QgsRasterLayer(str(path), path.stem, "gdal")
        if layer.isValid():
            QgsProject.instance().addMapLayer(layer)
            self.told.emit("plain", "")
            self.opened.emit(layer)
            return True
        if not is_quiet:
            told = tr(
                "QGIS cannot read {file} as one raster. If it holds several, use Layer > Add Layer > Add Raster Layer.",
                file=path.name,
            )
            self.told.emit("bad", told)
        return False
