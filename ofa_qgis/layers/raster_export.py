"""Raw values of a part of a raster layer, written as a GeoTIFF; the way out for layers only QGIS can read.

`ofa_qgis.layers` says which these are, and offers all that stands here. Main thread only, except `ExportTask`,
which works on a clone of the layer's provider.
"""

import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Optional, Tuple

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeedback,
    QgsProject,
    QgsRasterBlockFeedback,
    QgsRasterDataProvider,
    QgsRasterFileWriter,
    QgsRasterLayer,
    QgsRasterNuller,
    QgsRasterPipe,
    QgsRectangle,
    QgsTask,
)
from qgis.PyQt.QtCore import Qt, QThread, pyqtSignal

from ..compat import RASTER_FILE_WRITTEN
from ..i18n import tr

SIDE_PX = 2048  # longer side of an export from a service that has no pixels of its own
EDGE = 1e-6  # of a pixel: an extent that ends on a pixel's edge, but for rounding, ends there
CREATE_OPTIONS = ["TILED=YES", "COMPRESS=DEFLATE", "BIGTIFF=IF_SAFER"]


class LayerError(Exception):
    """A layer the engine cannot read as it is; `hint` says what to do, `exportable` whether an export helps."""

    def __init__(self, error: str, hint: str = "", exportable: bool = False) -> None:
        super().__init__(error)
        self.error, self.hint, self.exportable = error, hint, exportable


def extent_for(
    extent: QgsRectangle, crs: QgsCoordinateReferenceSystem, layer: QgsRasterLayer
) -> Tuple[float, float, float, float]:
    """The part of `layer` inside `extent` (given in `crs`), in the layer's CRS: (xmin, ymin, xmax, ymax).

    Raises:
        LayerError: they do not meet, or `extent` has no place in the layer's CRS.
    """
    try:
        part = _in_layer_crs(extent, crs, layer).intersect(layer.extent())
    except QgsCsException as error:
        raise LayerError(
            tr("the extent has no place in the CRS of {name}").format(name=layer.name()), tr("zoom to the layer")
        ) from error
    if part.isEmpty():
        raise LayerError(tr("the extent lies outside {name}").format(name=layer.name()), tr("zoom to the layer"))
    return part.xMinimum(), part.yMinimum(), part.xMaximum(), part.yMaximum()


def _in_layer_crs(extent: QgsRectangle, crs: QgsCoordinateReferenceSystem, layer: QgsRasterLayer) -> QgsRectangle:
    if not crs.isValid() or not layer.crs().isValid() or crs == layer.crs():
        return extent
    transform = QgsCoordinateTransform(crs, layer.crs(), QgsProject.instance())
    transform.setBallparkTransformsAreAppropriate(True)
    box = transform.transformBoundingBox(extent)
    if not box.isFinite():
        raise QgsCsException(tr("the extent has no place in the CRS of {name}").format(name=layer.name()))
    return box


@dataclass(frozen=True)
class _Export:
    """All that an export needs, off the main thread too."""

    provider: QgsRasterDataProvider
    columns: int
    rows: int
    extent: QgsRectangle
    crs: QgsCoordinateReferenceSystem
    path: str
    context: Any

    def write(self, feedback: QgsRasterBlockFeedback) -> None:
        """Write the file, or nothing.

        Raises:
            LayerError: it exists already, cannot be written, or the export was cancelled.
        """
        target = Path(self.path)
        if target.exists():
            raise LayerError(tr("the file exists already: {path}").format(path=target), tr("choose another name"))
        pipe = QgsRasterPipe()
        pipe.set(self.provider)
        pipe.insert(1, self._nuller())  # the writer alone forgets what the user declared nodata
        writer = QgsRasterFileWriter(self.path)
        writer.setOutputProviderKey("gdal")
        writer.setOutputFormat("GTiff")
        set_options = getattr(writer, "setCreationOptions", None) or writer.setCreateOptions  # renamed in 3.44
        set_options(CREATE_OPTIONS)
        status = writer.writeRaster(pipe, self.columns, self.rows, self.extent, self.crs, self.context, feedback)
        if status == RASTER_FILE_WRITTEN and not feedback.isCanceled() and target.is_file():
            return
        for leftover in (target, Path(self.path + ".aux.xml")):
            if leftover.is_file():
                leftover.unlink()
        if feedback.isCanceled():
            raise LayerError(tr("the export was cancelled"))
        raise LayerError(
            tr("the export to {path} failed").format(path=target),
            tr("choose a folder that you can write to, with space left"),
        )

    def _nuller(self) -> QgsRasterNuller:
        """Makes the user's nodata ranges the file's nodata value, as QGIS's own export dialog does.

        A GeoTIFF has one such value for all bands: the file's own, else the lowest of the user's.
        """
        nuller, bands = QgsRasterNuller(), range(1, self.provider.bandCount() + 1)
        ranges = {band: self.provider.userNoDataValues(band) for band in bands}
        lowest = min((found.min() for band in bands for found in ranges[band]), default=None)
        for band in bands if lowest is not None else ():
            nuller.setNoData(band, ranges[band])
            nuller.setOutputNoDataValue(band, lowest)  # not asked where the file has its own
        return nuller


def export_size(
    layer: QgsRasterLayer, extent: QgsRectangle, crs: QgsCoordinateReferenceSystem, resolution: Optional[float] = None
) -> Tuple[int, int]:
    """Columns and rows that `export` of this extent would write; ask the user before it is a lot."""
    columns, rows, _ = _grid(layer, extent, crs, resolution)
    return columns, rows


def _grid(
    layer: QgsRasterLayer, extent: QgsRectangle, crs: QgsCoordinateReferenceSystem, resolution: Optional[float]
) -> Tuple[int, int, QgsRectangle]:
    """Columns, rows and outline of the layer's pixels that `extent` touches."""
    x0, y0, x1, y1 = extent_for(extent, crs, layer)
    whole, provider = layer.extent(), layer.dataProvider()
    if not provider.xSize():  # a service without pixels of its own
        size = resolution or max(x1 - x0, y1 - y0) / SIDE_PX
        columns, rows = math.ceil((x1 - x0) / size - EDGE), math.ceil((y1 - y0) / size - EDGE)
        return columns, rows, QgsRectangle(x0, y1 - rows * size, x0 + columns * size, y1)
    dx, dy = whole.width() / provider.xSize(), whole.height() / provider.ySize()
    left, right = math.floor((x0 - whole.xMinimum()) / dx + EDGE), math.ceil((x1 - whole.xMinimum()) / dx - EDGE)
    top, bottom = math.floor((whole.yMaximum() - y1) / dy + EDGE), math.ceil((whole.yMaximum() - y0) / dy - EDGE)
    outline = QgsRectangle(
        whole.xMinimum() + left * dx, whole.yMaximum() - bottom * dy,
        whole.xMinimum() + right * dx, whole.yMaximum() - top * dy,
    )  # fmt: skip
    return right - left, bottom - top, outline


def _plan(
    layer: QgsRasterLayer,
    extent: QgsRectangle,
    crs: QgsCoordinateReferenceSystem,
    path: str,
    resolution: Optional[float],
) -> _Export:
    columns, rows, outline = _grid(layer, extent, crs, resolution)
    context = QgsProject.instance().transformContext()
    return _Export(layer.dataProvider().clone(), columns, rows, outline, layer.crs(), str(path), context)


def export(
    layer: QgsRasterLayer,
    extent: QgsRectangle,
    crs: QgsCoordinateReferenceSystem,
    path: str,
    feedback: Optional[QgsFeedback] = None,
    resolution: Optional[float] = None,
) -> str:
    """Write the layer's own values inside `extent` (in `crs`) as a GeoTIFF on the layer's grid; returns `path`.

    Nodata as the layer's properties declare it stays nodata. Services that render (see `is_picture`) give red,
    green, blue and alpha of their picture, at `resolution` (units of the layer's CRS per pixel).

    Raises:
        LayerError: it cannot be written, exists already, was cancelled, or the extent lies elsewhere.
    """
    plan, heard = _plan(layer, extent, crs, path, resolution), QgsRasterBlockFeedback()
    if feedback:  # directly: a queued signal would wait until the export is over
        feedback.canceled.connect(heard.cancel, Qt.ConnectionType.DirectConnection)
        heard.progressChanged.connect(feedback.setProgress, Qt.ConnectionType.DirectConnection)
        if feedback.isCanceled():
            heard.cancel()
    plan.write(heard)
    return str(path)


class ExportTask(QgsTask):
    """`export` in QGIS's task manager; the arguments are `export`'s, and are looked at before it starts.

    Raises:
        LayerError: the extent lies elsewhere.
    """

    succeeded = pyqtSignal(str)  # path
    failed = pyqtSignal(str)

    def __init__(
        self,
        layer: QgsRasterLayer,
        extent: QgsRectangle,
        crs: QgsCoordinateReferenceSystem,
        path: str,
        resolution: Optional[float] = None,
    ) -> None:
        super().__init__(tr("Export {name}").format(name=layer.name()), QgsTask.Flag.CanCancel)
        self._export = _plan(layer, extent, crs, path, resolution)
        self._export.provider.moveToThread(None)  # to be taken by the thread that runs it
        self._feedback = QgsRasterBlockFeedback()
        self._feedback.progressChanged.connect(self.setProgress)
        self._error = ""

    def cancel(self) -> None:
        """Stop writing; nothing is left behind."""
        self._feedback.cancel()
        super().cancel()

    def run(self) -> bool:
        """On a background thread."""
        self._export.provider.moveToThread(QThread.currentThread())
        try:
            self._export.write(self._feedback)
        except LayerError as error:
            self._error = f"{error.error} — {error.hint}" if error.hint else error.error
            return False
        return True

    def finished(self, result: bool) -> None:
        """On the main thread: say how it ended."""
        if result:
            self.succeeded.emit(self._export.path)
        else:
            self.failed.emit(self._error or tr("the export was cancelled"))
