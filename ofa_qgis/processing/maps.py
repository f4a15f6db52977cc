"""What the algorithms that make maps share: the outputs, their checks, their styles. Knows nothing of labels."""

from pathlib import Path
from typing import Any, Dict, List, Optional, Sequence

from qgis.core import (
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterVectorDestination,
)

from ..i18n import tr
from ..layers import raster_layers
from .base import OfaAlgorithm
from .styles import style_when_loaded
from .values import destination, same_file

OUTPUT, CONFIDENCE, APPLICABILITY, POLYGONS = MAPS = "OUTPUT", "CONFIDENCE", "APPLICABILITY", "POLYGONS"


class MapAlgorithm(OfaAlgorithm):
    """Base of those that write a map, its confidence, its applicability and its polygons."""

    def add_maps(self) -> None:
        """Where the results go."""
        self.add(QgsProcessingParameterRasterDestination(OUTPUT, tr("Map")), tr("A GeoTIFF, such as map.tif."))
        confidence = QgsProcessingParameterRasterDestination(CONFIDENCE, tr("Confidence"), optional=True)
        self.add(confidence, tr("A GeoTIFF of 0 to 1; it is loaded below the map."))
        unlike = QgsProcessingParameterRasterDestination(
            APPLICABILITY, tr("Unlike all labels"), optional=True, createByDefault=False
        )
        self.add(unlike, tr("How unlike each pixel is to everything that was labelled: above 1 the map is a guess."))
        polygons = QgsProcessingParameterVectorDestination(POLYGONS, tr("Polygons"), optional=True)
        self.add(polygons, tr("A file such as map.gpkg, .geojson or .shp; it is loaded below the map."))

    def check_maps(self, parameters: Dict[str, Any], inputs: Sequence[Optional[QgsMapLayer]]) -> None:
        """Outputs are no inputs, and no two are the same; `LayerError` says which."""
        named: List[Path] = []
        for name in MAPS:
            path = destination(parameters.get(name))
            if path is None:
                continue
            if any(same_file(path, layer) for layer in inputs):
                raise raster_layers.LayerError(
                    tr("the output {path} is an input", path=path), tr("choose another name")
                )
            if path in named:
                raise raster_layers.LayerError(tr("two outputs are named {path}", path=path), tr("give each its own"))
            named.append(path)

    def maps(
        self, parameters: Dict[str, Any], context: QgsProcessingContext, names: Sequence[str] = MAPS
    ) -> Dict[str, Optional[str]]:
        """The paths of the results that there will be; they are styled when QGIS loads them."""
        paths = {name: self.output(parameters, name, context) for name in MAPS}
        self._maps = {name: paths[name] for name in names}
        self._not_made = {path for name, path in paths.items() if name not in names}
        return dict(self._maps)

    def kind(self) -> str:
        """What the map holds, for its style: the classes of a "map", or "values"."""
        return "map"

    def postProcessAlgorithm(self, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> Dict[str, Any]:
        """On the main thread: results look as in the dock; QGIS waits for none that is not made."""
        if self._not_made:
            awaited = context.layersToLoadOnCompletion().items()
            context.setLayersToLoadOnCompletion({path: how for path, how in awaited if path not in self._not_made})
        kinds = (
            (self.kind(), OUTPUT),
            ("confidence", CONFIDENCE),
            ("applicability", APPLICABILITY),
            ("polygons", POLYGONS),
        )
        style_when_loaded(context, {kind: self._maps.get(name) for kind, name in kinds})
        return {}
