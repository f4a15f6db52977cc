"""Which raster layers of the project show the place of another one. Compares extents; reads no pixels."""

from typing import List

from qgis.core import (
    QgsCoordinateTransform,
    QgsCsException,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
)

from .raster_layers import LayerError, is_picture, scene_of


def layers_over(layer: QgsRasterLayer) -> List[QgsRasterLayer]:
    """The raster layers that hold measurements of a part of the layer's extent, by name; not the layer's own file.

    Layers that only QGIS can read are among them: whoever chooses one learns why it cannot be used. Web services are
    not, because they give colours.
    """
    own = _source(layer)
    found = [
        each
        for each in QgsProject.instance().mapLayers().values()
        if isinstance(each, QgsRasterLayer) and each.isValid() and not is_picture(each)
        if each.id() != layer.id() and _source(each) != own and overlap(each, layer)
    ]
    return sorted(found, key=lambda each: each.name().casefold())


def overlap(other: QgsRasterLayer, layer: QgsRasterLayer) -> bool:
    """Whether two layers share more than an edge; False if nothing says where one of them lies."""
    if not (other.crs().isValid() and layer.crs().isValid()):
        return False
    transform = QgsCoordinateTransform(other.crs(), layer.crs(), QgsProject.instance())
    transform.setBallparkTransformsAreAppropriate(True)
    try:
        shared: QgsRectangle = transform.transformBoundingBox(other.extent()).intersect(layer.extent())
    except QgsCsException:
        return False
    return bool(shared.isFinite() and shared.width() > 0 and shared.height() > 0)


def _source(layer: QgsRasterLayer) -> str:
    """What the engine would read; the layer's own source if it cannot."""
    try:
        return scene_of(layer).path
    except LayerError:
        return str(layer.source())
