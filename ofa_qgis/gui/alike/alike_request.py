"""What the engine is asked for: how like some examples the middle of the view, or the whole layer, is.

Touches no widget.
"""

from contextlib import suppress
from pathlib import Path
from typing import Optional, Tuple

from qgis.core import QgsRasterLayer
from qgis.gui import QgsMapCanvas

from ... import settings
from ...engine.task import session_dir
from ...layers import raster_layers
from ...protocol import SimilarRequest
from ..layer.scene import ChosenScene
from .examples import Examples

MOST_VIEW_PX = 768
"""The longer side of what is looked at with each click: enough to judge, and quick at any zoom."""
ALL = 0.999  # of an area: less is not all of it

Extent = Tuple[float, float, float, float]


def view_of(canvas: QgsMapCanvas, layer: QgsRasterLayer, pixel_scale: float = 1.0) -> Tuple[Extent, bool]:
    """What of the layer is in sight, at most `MOST_VIEW_PX` around the middle, in its CRS; and whether there is more.

    `pixel_scale`: see `ChosenScene`.

    Raises:
        LayerError: nothing of it is.
    """
    whole = raster_layers.extent_for(canvas.extent(), canvas.mapSettings().destinationCrs(), layer)
    x0, y0, x1, y1 = whole
    (x0, x1), (y0, y1) = (
        _middle(low, high, MOST_VIEW_PX * size * pixel_scale)
        for low, high, size in ((x0, x1, layer.rasterUnitsPerPixelX()), (y0, y1, layer.rasterUnitsPerPixelY()))
    )
    return (x0, y0, x1, y1), (x1 - x0) * (y1 - y0) < ALL * (whole[2] - whole[0]) * (whole[3] - whole[1])


def _middle(low: float, high: float, most: float) -> Tuple[float, float]:
    middle, half = (low + high) / 2, min(high - low, most) / 2
    return middle - half, middle + half


def request_for(
    scene: ChosenScene,
    examples: Examples,
    out: Path,
    extent: Optional[Extent] = None,
    hits: Optional[Path] = None,
    threshold: float = SimilarRequest.threshold,
    hits_as: str = SimilarRequest.hits_as,
) -> SimilarRequest:
    """The run as a request.

    Raises:
        LayerError: the layer cannot be used.
    """
    return SimilarRequest(
        scene.spec(),
        device=settings.compute().device,
        at=examples.at,
        unlike=examples.unlike,
        out=str(out),
        extent=extent,
        hits=str(hits) if hits else None,
        threshold=threshold,
        hits_as=hits_as,
    )


class ViewFiles:
    """Rasters of what is in sight: one after the other, so that none is written over while it is shown."""

    def __init__(self) -> None:
        self._number = 0

    def next(self, shown: Optional[Path]) -> Path:
        """A new name; all but what is shown goes, as far as nobody holds it open."""
        folder = session_dir() / "alike"
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.iterdir():
            if shown is None or old.name.split(".")[0] != shown.stem:
                with suppress(OSError):  # still open on Windows, or a folder of the engine: it goes with the session
                    old.unlink()
        self._number += 1
        return folder / f"view-{self._number}.tif"
