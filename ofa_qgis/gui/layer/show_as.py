"""The button "Show as": one click shows the scene in natural colour, in false colours, or as it was before.

Changes the style of the layer and nothing else; the user's own style is kept with the layer, so that it can be brought
back after the project was closed, too.
"""

import math
from typing import Any, List, Optional, Tuple

from qgis.core import (
    QgsContrastEnhancement,
    QgsMapLayer,
    QgsMultiBandColorRenderer,
    QgsRasterLayer,
    QgsRasterRenderer,
    QgsReadWriteContext,
    QgsRectangle,
    QgsSingleBandGrayRenderer,
)
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QMenu, QToolButton, QWidget
from qgis.PyQt.QtXml import QDomDocument

from ...i18n import tr
from ...layers import raster_layers
from ...paths import RESOURCES
from .composites import Composite, composites
from .scene import ChosenScene

OWN_STYLE = raster_layers.PROPERTY + "own_style"  # what the layer looked like before we changed it
SHOWN = raster_layers.PROPERTY + "shown_as"  # what we made of it: another look is the user's own again
LOW, HIGH = 0.02, 0.98  # of the values in view: the ends of the contrast stretch
SAMPLE_PX = 160  # rows and columns that are looked at: some milliseconds a band, whatever the raster's size


class ShowAs(QToolButton):
    """A button with a menu of what the bands of the scene allow."""

    def __init__(self, scene: ChosenScene, canvas: QgsMapCanvas, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._scene, self._canvas = scene, canvas
        self.setObjectName("OfaShowAs")
        self.setIcon(QIcon(str(RESOURCES / "icons" / "show_as.svg")))
        self.setAccessibleName(tr("Show as"))
        self.setToolTip(tr("Show the layer in natural colour, in false colours, or as it was before"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setMenu(QMenu(self))
        self.menu().aboutToShow.connect(self._fill)
        scene.changed.connect(self._show)
        self._show()

    def offers(self) -> List[Composite]:
        """What the bands allow; nothing before the engine has said what they are."""
        return composites(self._scene.layer_bands) if self._scene.layer else []

    def show_as(self, composite: Composite) -> None:
        """Show the layer so, stretched for what the canvas shows of it."""
        show(self._scene.layer, composite, _view(self._scene.layer, self._canvas))

    def _show(self) -> None:
        self.setVisible(bool(self.offers()))

    def _fill(self) -> None:
        menu = self.menu()
        menu.clear()
        menu.addSection(tr("Show as"))
        bands = _bands(self._scene.layer.renderer()) if is_ours(self._scene.layer) else ()
        for composite in self.offers():
            action = menu.addAction(composite.title)
            action.setCheckable(True)
            action.setChecked(composite.bands == bands)
            action.triggered.connect(lambda _checked, chosen=composite: self.show_as(chosen))
        menu.addSeparator()
        before = menu.addAction(tr("as before"))
        before.setEnabled(is_ours(self._scene.layer))
        before.triggered.connect(lambda _checked: restore(self._scene.layer))


def show(layer: QgsRasterLayer, composite: Composite, extent: QgsRectangle) -> None:
    """Show bands of a layer, each from the 2nd to the 98th of 100 parts of its values in `extent`."""
    if not is_ours(layer):
        layer.setCustomProperty(OWN_STYLE, _style(layer))
    provider = layer.dataProvider()
    stretches = {band: _stretch(layer, band, extent) for band in set(composite.bands)}
    if len(composite.bands) == 1:
        renderer: Any = QgsSingleBandGrayRenderer(provider, composite.bands[0])
        renderer.setContrastEnhancement(stretches[composite.bands[0]])
    else:
        renderer = QgsMultiBandColorRenderer(provider, *composite.bands)
        red, green, blue = (QgsContrastEnhancement(stretches[band]) for band in composite.bands)
        renderer.setRedContrastEnhancement(red)
        renderer.setGreenContrastEnhancement(green)
        renderer.setBlueContrastEnhancement(blue)
    before = layer.renderer()
    if before:
        renderer.setOpacity(before.opacity())
        renderer.setAlphaBand(before.alphaBand())
    layer.setCustomProperty(SHOWN, _signature(renderer))
    layer.setRenderer(renderer)
    layer.emitStyleChanged()
    layer.triggerRepaint()


def restore(layer: QgsRasterLayer) -> None:
    """Show the layer as it was before."""
    document = QDomDocument()
    document.setContent(str(layer.customProperty(OWN_STYLE) or ""))
    layer.importNamedStyle(document, QgsMapLayer.StyleCategory.Symbology)
    for key in (OWN_STYLE, SHOWN):
        layer.removeCustomProperty(key)
    layer.triggerRepaint()


def is_ours(layer: QgsRasterLayer) -> bool:
    """Does the layer look as `show` left it (the user has not chosen another style since)?"""
    kept = layer.customProperty(OWN_STYLE) and layer.customProperty(SHOWN)
    return bool(kept and kept == _signature(layer.renderer()))


def _style(layer: QgsRasterLayer) -> str:
    document = QDomDocument()
    layer.exportNamedStyle(document, QgsReadWriteContext(), QgsMapLayer.StyleCategory.Symbology)
    return str(document.toString())


def _bands(renderer: Optional[QgsRasterRenderer]) -> Tuple[int, ...]:
    return tuple(renderer.usesBands()) if renderer else ()


def _signature(renderer: Optional[QgsRasterRenderer]) -> str:
    """What tells our renderer from one that the user chose: kind, bands and the ends of the stretch."""
    if isinstance(renderer, QgsSingleBandGrayRenderer):
        ends = [renderer.contrastEnhancement()]
    elif isinstance(renderer, QgsMultiBandColorRenderer):
        ends = [
            renderer.redContrastEnhancement(),
            renderer.greenContrastEnhancement(),
            renderer.blueContrastEnhancement(),
        ]
    else:
        return ""
    told = [f"{each.minimumValue():.9g}-{each.maximumValue():.9g}" for each in ends if each]
    return " ".join([renderer.type(), *map(str, _bands(renderer)), *told])


def _view(layer: QgsRasterLayer, canvas: QgsMapCanvas) -> QgsRectangle:
    """What the canvas shows of the layer; all of it where it shows nothing."""
    try:
        return QgsRectangle(*raster_layers.extent_for(canvas.extent(), canvas.mapSettings().destinationCrs(), layer))
    except raster_layers.LayerError:
        return layer.extent()


def _stretch(layer: QgsRasterLayer, band: int, extent: QgsRectangle) -> QgsContrastEnhancement:
    """A linear stretch over the usual values; the provider's own statistics would write a file beside the raster."""
    provider = layer.dataProvider()
    values = _sample(layer, band, extent) or _sample(layer, band, layer.extent()) or [0.0, 1.0]
    low, high = values[int(LOW * (len(values) - 1))], values[math.ceil(HIGH * (len(values) - 1))]
    enhancement = QgsContrastEnhancement(provider.dataType(band))
    enhancement.setMinimumValue(low)
    enhancement.setMaximumValue(high if high > low else low + 1)
    algorithm = QgsContrastEnhancement.ContrastEnhancementAlgorithm.StretchToMinimumMaximum
    enhancement.setContrastEnhancementAlgorithm(algorithm)
    return enhancement


def _sample(layer: QgsRasterLayer, band: int, extent: QgsRectangle) -> List[float]:
    """Values of evenly spread pixels, ascending."""
    width = max(1, min(SAMPLE_PX, round(extent.width() / layer.rasterUnitsPerPixelX())))
    height = max(1, min(SAMPLE_PX, round(extent.height() / layer.rasterUnitsPerPixelY())))
    block = layer.dataProvider().block(band, extent, width, height)
    if not block.isValid():
        return []
    values = [block.value(index) for index in range(width * height) if not block.isNoData(index)]
    return sorted(value for value in values if math.isfinite(value))
