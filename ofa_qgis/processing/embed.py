"""ofa:embed: the backbone's dense features of a scene as a raster."""

from typing import Any, Dict, Optional

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputString,
    QgsProcessingParameterRasterDestination,
)

from ..i18n import tr
from ..layers import raster_layers
from ..messages import encode
from ..protocol import EmbedRequest
from ..request_fields import choices_of
from .base import OfaAlgorithm, ask_engine
from .values import destination, same_file

OUTPUT, RECIPE, BITS = "OUTPUT", "RECIPE", "BITS"


class Embed(OfaAlgorithm):
    """See `resources/help/embed.md`."""

    NAME = "embed"

    def displayName(self) -> str:
        """In the toolbox."""
        return tr("Features of a scene")

    def shortDescription(self) -> str:
        """Its tooltip."""
        return tr("What the model sees in a scene: one band per feature, one pixel per patch.")

    def initAlgorithm(self, configuration: Optional[Dict[str, Any]] = None) -> None:
        """The same words and order as the dock."""
        self.add_scene()
        self.add_extent()
        self.add_answers()
        self.add_compute()
        tip = tr("Of each feature in the file: whole numbers of 8 or 16 bits with a scale, or decimal numbers of 32.")
        self.add_choice(BITS, tr("Bits"), choices_of(EmbedRequest, "bits"), str(EmbedRequest.bits), tip)
        features = QgsProcessingParameterRasterDestination(OUTPUT, tr("Features"))
        self.add(features, tr("A GeoTIFF with a band for each feature, such as features.tif."))
        self.addOutput(QgsProcessingOutputString(RECIPE, tr("Recipe (JSON)")))

    def check(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> None:
        """The output is not the input."""
        super().check(parameters, context)
        if same_file(destination(parameters.get(OUTPUT)), self.layer(parameters, context)):
            raise raster_layers.LayerError(tr("the output is the input"), tr("choose another name"))

    def prepare_request(self, parameters: Dict[str, Any], context: QgsProcessingContext) -> None:
        """The scene as plain values."""
        self.check(parameters, context)
        self._specs = self.scene(parameters, context), self.compute(parameters, context)
        self._extent = self.extent(parameters, context)
        self._bits = int(self.parameterAsEnumString(parameters, BITS, context) or EmbedRequest.bits)

    def processAlgorithm(
        self, parameters: Dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Dict[str, Any]:
        """Ask the engine."""
        path = str(self.output(parameters, OUTPUT, context))
        request = EmbedRequest(*self._specs, out=path, extent=self._extent, bits=self._bits, overwrite=True)
        answer = ask_engine(request, feedback)
        return {OUTPUT: path, RECIPE: encode(request)} if answer else {}
