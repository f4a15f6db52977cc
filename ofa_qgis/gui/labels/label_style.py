"""How labels look: the colour that a new class gets, and renderers that are readable on any imagery.

Labels of a user's own layer have the colours of their classes on every canvas without a change of its style: QGIS draws
what a generator adds above the layer's own symbols. The layer's renderer, its legend, the project's file and its undo
stack stay as they are, and nothing is left once another layer is chosen or the plugin is unloaded.
"""

from typing import Any, Callable, Iterable, Mapping, Optional

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFeatureRenderer,
    QgsFeatureRendererGenerator,
    QgsFillSymbol,
    QgsLineSymbol,
    QgsMarkerSymbol,
    QgsProject,
    QgsRendererCategory,
    QgsSimpleLineSymbolLayer,
    QgsSimpleMarkerSymbolLayer,
    QgsSymbol,
    QgsSymbolLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor

from ...compat import GEOMETRY_LINE, GEOMETRY_POINT, GEOMETRY_POLYGON
from ...i18n import tr
from ...layers.labels_file import colours_of_layer

COLOURS = (
    # As engine/classes/palette.py (a test compares them): Okabe and Ito, then Paul Tol, then far apart in lightness
    "#E69F00", "#56B4E9", "#009E73", "#F0E442", "#0072B2", "#D55E00", "#CC79A7",
    "#332288", "#882255", "#999933", "#DDCC77", "#AA4499", "#44AA99", "#661100", "#BBBBBB",
    "#000000", "#B3DE69", "#5E3C99", "#FDBF6F", "#1B4D3E", "#FB9A99", "#8C564B", "#9EDAE5",
    "#3F007D", "#7F7F00", "#E7298A", "#C7E9C0", "#2F4B7C", "#CAB2D6", "#FF4D4D",
)  # fmt: skip
EXPECTED = {
    "#0072B2": ("water", "river", "lake", "sea", "ocean", "wasser", "fluss", "eau", "agua"),
    "#009E73": ("tree", "forest", "wood", "wald", "bäum", "forêt", "arbre", "bosque", "árbol"),
    "#F0E442": ("crop", "irrigated", "agri", "maize", "wheat", "acker", "culture", "cultivo"),
    "#D55E00": ("built", "urban", "town", "city", "building", "roof", "siedlung", "bâti"),
    "#E69F00": ("bare", "soil", "sand", "dry", "boden", "sol nu", "suelo"),
    "#56B4E9": ("snow", "ice", "cloud", "schnee", "neige", "nieve"),
    "#B3DE69": ("grass", "meadow", "pasture", "rangeland", "wiese", "prairie", "pradera"),
    "#CC79A7": ("wetland", "flooded", "marsh", "moor", "marais", "humedal"),
}
"""Beginnings of words that ask for a colour: water is blue."""

POINT_MM = 2.6
OUTLINE_MM = 0.5
CASING_MM = 1.0  # white under the outline, so that a dark class shows on dark ground
RIM_MM = 0.3  # black under the white, so that a light class shows on light ground
FILL_ALPHA = 50  # of 255: the image stays readable below a polygon


def default_colour(name: str, taken: Iterable[str]) -> str:
    """The colour ``#RRGGBB`` of a class by its name, else the first that no other class has.

    Example:
        >>> default_colour("Wald", []), default_colour("field 7", ["#E69F00"])
        ('#009E73', '#56B4E9')
    """
    used = {colour.upper() for colour in taken}
    wanted = expected_colour(name)
    if wanted and wanted not in used:
        return wanted
    return next((colour for colour in COLOURS if colour not in used), COLOURS[len(used) % len(COLOURS)])


def expected_colour(name: str) -> Optional[str]:
    """The colour that people expect of a class with this name, None if there is none."""
    words = f" {name.lower()}".replace("_", " ").replace("-", " ")
    return next((colour for colour, starts in EXPECTED.items() if any(f" {start}" in words for start in starts)), None)


def renderer_of(colours: Mapping[str, str], field: str, polygons: bool) -> QgsCategorizedSymbolRenderer:
    """Labels by class: points with a light and dark ring, polygons with an outline and a light fill."""
    symbol = polygon_symbol if polygons else point_symbol
    renderer = class_renderer(colours, field, symbol)
    renderer.addCategory(QgsRendererCategory("", symbol("#808080"), tr("no class")))
    return renderer


def class_renderer(
    colours: Mapping[str, str], field: str, symbol: Callable[[str], QgsSymbol]
) -> QgsCategorizedSymbolRenderer:
    """What has a class is drawn with a `symbol` in its colour, and nothing else is drawn."""
    categories = [QgsRendererCategory(name, symbol(colour), name) for name, colour in colours.items()]
    return QgsCategorizedSymbolRenderer(field, categories)


def point_symbol(colour: str) -> QgsSymbol:
    """A disc with a white ring and a thin dark one around it."""
    symbol = QgsMarkerSymbol.createSimple(
        {
            "name": "circle",
            "color": colour,
            "size": str(POINT_MM),
            "outline_color": "white",
            "outline_width": str(OUTLINE_MM),
        }
    )
    ring = QgsSimpleMarkerSymbolLayer.create(
        {"name": "circle", "color": "black", "size": str(POINT_MM + 2 * OUTLINE_MM), "outline_style": "no"}
    )
    return _below(symbol, ring)


def polygon_symbol(colour: str) -> QgsSymbol:
    """A light fill, and an outline in the class's colour with white and black around it."""
    fill = QColor(colour)
    symbol = QgsFillSymbol.createSimple(
        {
            "color": f"{fill.red()},{fill.green()},{fill.blue()},{FILL_ALPHA}",
            "outline_color": colour,
            "outline_width": str(OUTLINE_MM),
        }
    )
    _below(symbol, QgsSimpleLineSymbolLayer(QColor("white"), CASING_MM))
    return _below(symbol, QgsSimpleLineSymbolLayer(QColor("black"), CASING_MM + RIM_MM))


def line_symbol(colour: str) -> QgsSymbol:
    """A line in the class's colour with white and black around it."""
    symbol = QgsLineSymbol.createSimple({"color": colour, "width": str(2 * OUTLINE_MM)})
    _below(symbol, QgsSimpleLineSymbolLayer(QColor("white"), 2 * CASING_MM))
    return _below(symbol, QgsSimpleLineSymbolLayer(QColor("black"), 2 * CASING_MM + RIM_MM))


def _below(symbol: QgsSymbol, part: QgsSymbolLayer) -> QgsSymbol:
    """Put a part below the others that keeps its colour when the symbol gets another."""
    part.setLocked(True)
    symbol.insertSymbolLayer(0, part)
    return symbol


ID = "ofa/classes"
ABOVE = 1.0  # level of a generator: the layer's own symbols have 0
SYMBOLS = {GEOMETRY_POINT: point_symbol, GEOMETRY_LINE: line_symbol, GEOMETRY_POLYGON: polygon_symbol}


class LayerColours:
    """Keeps the layer that a store takes its labels from in the colours of the store."""

    def __init__(self, store: Any) -> None:
        self._store = store
        self._shown: Any = None  # layer id, field, geometry and colours of what is drawn
        for signal in (store.changed, store.classes_changed):
            signal.connect(self._follow)
        self._follow()

    def tear_down(self) -> None:
        """Show the layer as it was."""
        for signal in (self._store.changed, self._store.classes_changed):
            signal.disconnect(self._follow)
        self._show(None)

    def _follow(self) -> None:
        store = self._store
        layer = None if store.is_own() else next(iter(store.layers()), None)
        colours = store.colours()
        if layer is None or not colours or _shows(layer, store.field(), colours):
            self._show(None)
        else:
            self._show((layer.id(), store.field(), layer.geometryType(), tuple(colours.items())))

    def _show(self, wanted: Any) -> None:
        if wanted == self._shown:
            return
        before, self._shown = self._shown, wanted
        old = QgsProject.instance().mapLayer(before[0]) if before else None
        if isinstance(old, QgsVectorLayer):
            old.removeFeatureRendererGenerator(ID)
            old.triggerRepaint()
        layer = QgsProject.instance().mapLayer(wanted[0]) if wanted else None
        if layer is not None and wanted[2] in SYMBOLS:
            _, field, geometry, colours = wanted
            drawn = class_renderer(dict(colours), field, SYMBOLS[geometry])
            layer.addFeatureRendererGenerator(_ClassRenderer(drawn))
            layer.triggerRepaint()


class _ClassRenderer(QgsFeatureRendererGenerator):
    """Gives QGIS a copy of a renderer for each drawing."""

    def __init__(self, renderer: QgsFeatureRenderer) -> None:
        super().__init__()
        self._renderer = renderer

    def id(self) -> str:
        return ID

    def level(self) -> float:
        return ABOVE

    def createRenderer(self) -> QgsFeatureRenderer:
        return self._renderer.clone()


def _shows(layer: QgsVectorLayer, field: str, colours: Any) -> bool:
    """Does the layer's own style show these classes in these colours already?"""
    own = {name: colour.upper() for name, colour in colours_of_layer(layer, field).items()}
    return all(own.get(name) == colour.upper() for name, colour in colours.items())
