"""Several scenes of one training run, each with what is said of it."""

from typing import Any, Callable, Dict, Sequence, Tuple

from qgis.core import QgsRasterLayer

from ..layers import raster_layers

Said = Callable[[QgsRasterLayer], Dict[str, Any]]


def further_scenes(
    first: QgsRasterLayer, others: Sequence[QgsRasterLayer], said: Said = raster_layers.fields_of
) -> Tuple[Dict[str, Any], ...]:
    """The scenes beside the first, as a request names them; the first may be among `others`.

    Args:
        first: the layer of the request's `scene`.
        others: layers; what is open about one and nobody said is taken from the first, by the engine.
        said: a layer -> the fields of a request on it.

    Raises:
        LayerError: a layer cannot be read.
    """
    found: Dict[str, Dict[str, Any]] = {raster_layers.scene_of(first).scene: {}}
    for layer in others:
        found.setdefault(raster_layers.scene_of(layer).scene, said(layer))
    return tuple(found.values())[1:]
