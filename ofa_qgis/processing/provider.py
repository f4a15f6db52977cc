"""The provider: which algorithms there are, and which file formats they write."""

from pathlib import Path
from typing import List

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from ..paths import RESOURCES
from .assess import Assess
from .change import Change
from .classify import Classify
from .clean import Clean
from .cluster import Cluster
from .count import Count
from .embed import Embed
from .finetune import Finetune
from .hits import Hits
from .inspect import Inspect
from .predict import Predict
from .regress import Regress
from .sample import Sample
from .similar import Similar

ICON = RESOURCES / "icons" / "ofa.svg"


class OfaProvider(QgsProcessingProvider):
    """OFA in the Processing toolbox."""

    def id(self) -> str:
        """Part of every algorithm's id: never translated."""
        return "ofa"

    def name(self) -> str:
        """What the toolbox shows."""
        return "OFA"

    def icon(self) -> QIcon:
        """The plugin's icon."""
        return QIcon(self.svgIconPath()) if self.svgIconPath() else super().icon()

    def svgIconPath(self) -> str:
        """The same as a file."""
        return str(ICON) if Path(ICON).is_file() else ""

    def loadAlgorithms(self) -> None:
        """Called by QGIS, also again when it refreshes."""
        kinds = (
            Inspect, Classify, Regress, Embed, Finetune, Predict, Similar, Hits, Count, Cluster, Change, Sample,
            Assess, Clean,
        )  # fmt: skip
        for kind in kinds:
            self.addAlgorithm(kind())

    def supportedOutputRasterLayerExtensions(self) -> List[str]:
        """What the engine writes."""
        return ["tif"]

    def supportedOutputVectorLayerExtensions(self) -> List[str]:
        """What the engine writes."""
        return ["gpkg", "geojson", "shp"]

    def defaultVectorFileExtension(self, hasGeometry: bool = True) -> str:
        """Of temporary outputs."""
        return "gpkg"

    def defaultRasterFileExtension(self) -> str:
        """Of temporary outputs."""
        return "tif"

    def supportsNonFileBasedOutput(self) -> bool:
        """The engine is another process: it sees neither memory layers nor QGIS's database connections."""
        return False
