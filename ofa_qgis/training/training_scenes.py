"""Several scenes of one training run, of which a request says once, for all of them, what they are."""

from typing import Dict, Sequence, Tuple

from qgis.core import QgsRasterLayer

from ..i18n import tr
from ..layers import raster_layers
from ..protocol import SceneSpec

ANSWERS = ("sensor", "bands", "units")


def further_scenes(first: QgsRasterLayer, others: Sequence[QgsRasterLayer], said: SceneSpec) -> Tuple[str, ...]:
    """The scenes beside the first, as a request names them; the first may be among `others`.

    Args:
        first: the layer of the request's `scene`.
        others: of the same sensor.
        said: the request's scene, with the answers to what files leave open.

    Raises:
        LayerError: a layer cannot be read, or would be misread with the answers about the first.
    """
    one = raster_layers.scene_of(first)
    found: Dict[str, None] = {}
    for layer in others:
        source = raster_layers.scene_of(layer)
        if source.path != one.path:
            _require_alike(first, layer, said)
            found[source.path] = None
    return tuple(found)


def _require_alike(first: QgsRasterLayer, other: QgsRasterLayer, said: SceneSpec) -> None:
    one, two = raster_layers.scene_of(first), raster_layers.scene_of(other)
    same_crs = other.crs() == first.crs() if one.crs else two.crs is None
    fill = {raster_layers.choices(each)["fill"] for each in (first, other)} - {None}
    if not same_crs or (one.nodata, one.file_nodata) != (two.nodata, two.file_nodata) or len(fill) > 1:
        raise raster_layers.LayerError(
            tr("{name} has another nodata setting or assigned CRS than {first}", name=other.name(), first=first.name()),
            tr("set the same in the properties of both: what is set for the first scene holds for all"),
        )
    own = raster_layers.choices(other)
    if any(own[name] and own[name] != (getattr(said, name) or None) for name in ANSWERS):
        raise raster_layers.LayerError(
            tr("{name} has other answers about its bands or units than {first}", name=other.name(), first=first.name()),
            tr("give both the same answers under Bands…, or train on one of them"),
        )
