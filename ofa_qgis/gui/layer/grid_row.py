"""The line below the further sources that says onto whose grid all are brought, and lets the user choose another.

Shows what `ChosenScene` knows; decides nothing itself.
"""

from typing import Iterator, Optional, Tuple

from qgis.PyQt.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from ...i18n import number, tr
from ...layers import raster_layers
from .scene import ChosenScene, Source

LONG_COMBO = 12  # characters: longer names are cut, so that the dock can be narrow


class GridRow(QWidget):
    """Hidden where there is nothing to choose: without further sources, and while nothing is known of them."""

    def __init__(self, scene: ChosenScene, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._scene = scene
        self.combo = QComboBox()
        self.combo.setObjectName("OfaGrid")
        self.combo.setToolTip(tr("Whose pixels the map has: all sources are brought onto them as they are read."))
        self.combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.combo.setMinimumContentsLength(LONG_COMBO)
        label = QLabel(tr("Grid"))
        label.setBuddy(self.combo)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label)
        row.addWidget(self.combo, 1)
        self.combo.activated.connect(lambda: scene.say_place(grid=self.combo.currentData()))
        scene.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        choices = list(grids(self._scene))
        said = str(raster_layers.place_of(self._scene.layer).get("grid") or "") if choices else ""
        self.combo.clear()
        for text, grid in choices:
            self.combo.addItem(text, grid)
        if said not in [grid for _, grid in choices]:
            self.combo.addItem(tr("{size} m", size=said), said)
        self.combo.setCurrentIndex(self.combo.findData(said))
        self.setVisible(len(choices) > 1)


def grids(scene: ChosenScene) -> Iterator[Tuple[str, str]]:
    """Titles, and what `raster_layers.remember_place` takes: of the layer's own grid, then of each other source.

    Of a source in another CRS only the pixel size is offered, as extents are those of the layer's CRS.
    """
    for source in scene.sources:
        grid = "" if source.layer is scene.layer else _grid_of(source, scene)
        if grid is not None and (source.layer is scene.layer or source.is_known):
            size = (source.facts or {}).get("gsd_m")
            title = tr("{layer}: {size} m", layer=source.layer.name(), size=number(size, ".3g")) if size else ""
            yield title or source.layer.name(), grid


def _grid_of(source: Source, scene: ChosenScene) -> Optional[str]:
    """A further source's grid: the id of its layer, or the size of its pixels in metres; None if it cannot be had."""
    own, size = scene.layer.crs(), (source.facts or {}).get("gsd_m")
    if source.layer.crs() == own:
        return str(source.layer.id())
    return f"{size:g}" if size and own.isValid() and not own.isGeographic() else None
