"""A drop-down with a tick for each raster of the project that a model can be trained on beside the dock's scene."""

from typing import Any, Dict, List, Optional

from qgis.core import QgsProject, QgsRasterLayer
from qgis.gui import QgsCheckableComboBox
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QComboBox, QWidget

from ...i18n import tr
from ...layers import results
from ..layer.layer_section import LONG_COMBO
from ..preview.preview_layer import preview_ids


class SceneList(QgsCheckableComboBox):
    """What is ticked stays ticked while its layer is in the project."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._offered: Dict[str, str] = {}  # id -> name
        self.setDefaultText(tr("no other"))
        self.setToolTip(
            tr(
                "Labelled scenes with the same bands, to be learnt from as well. Each is read with your answers about "
                "it under Bands…; what it leaves open is as in the scene above."
            )
        )
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(LONG_COMBO)

    def set_scene(self, scene: Optional[QgsRasterLayer]) -> None:
        """Offer what the project holds beside this scene."""
        ours = set(preview_ids())
        found = sorted((layer for layer in self._rasters() if layer.id() not in ours), key=QgsRasterLayer.name)
        offered = {layer.id(): layer.name() for layer in found if scene is None or layer.id() != scene.id()}
        if offered == self._offered:
            return
        ticked = set(self.checkedItemsData())
        self._offered = offered
        self.clear()
        for key, name in offered.items():
            state = Qt.CheckState.Checked if key in ticked else Qt.CheckState.Unchecked
            self.addItemWithCheckState(name, state, key)

    def chosen(self) -> List[QgsRasterLayer]:
        """The layers that are ticked."""
        found = map(QgsProject.instance().mapLayer, self.checkedItemsData())
        return [layer for layer in found if layer is not None]

    @staticmethod
    def _rasters() -> List[Any]:
        """What a file holds; results are no scenes."""
        return [
            layer
            for layer in QgsProject.instance().mapLayers().values()
            if isinstance(layer, QgsRasterLayer) and layer.isValid() and layer.providerType() == "gdal"
            if not layer.customProperty(results.RESULT)
        ]
