"""Several scenes of one training run, each with what is said of it."""

from typing import Callable, Dict, Sequence, Tuple

from qgis.core import QgsRasterLayer

from ..layers import raster_layers
from ..protocol import SceneSpec


def further_scenes(
    first: QgsRasterLayer,
    others: Sequence[QgsRasterLayer],
    spec_of: Callable[[QgsRasterLayer], SceneSpec] = raster_layers.answered,
) -> Tuple[SceneSpec, ...]:
    """The scenes beside the first, as a request holds them; the first may be among `others`.

    Args:
        first: the layer of the request's `scene`.
        others: layers; what one leaves open and nobody said is taken from the first, by the engine.
        spec_of: a layer with what is said of it.

    Raises:
        LayerError: a layer cannot be read.
    """
    found: Dict[str, SceneSpec] = {}
    for layer in (first, *others):
        found.setdefault(raster_layers.scene_of(layer).path, spec_of(layer))
    return tuple(found.values())[1:]
