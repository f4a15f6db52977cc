"""Several scenes of one training run, each with what is said of it."""

from typing import Callable, Dict, Sequence, Tuple

from qgis.core import QgsRasterLayer

from ..layers import raster_layers
from ..protocol import SceneSpec


def further_scenes(
    first: QgsRasterLayer,
    others: Sequence[QgsRasterLayer],
    answered: Callable[[QgsRasterLayer], SceneSpec] = raster_layers.answered,
) -> Tuple[SceneSpec, ...]:
    """The scenes beside the first, each with the answers about it; the first may be among `others`.

    Args:
        first: the layer of the request's `scene`.
        others: layers; what is open about one and nobody said is taken from the first, by the engine.
        answered: the scene that a layer is, with what is said of it.

    Raises:
        LayerError: a layer cannot be read.
    """
    one = raster_layers.scene_of(first).path
    found: Dict[str, SceneSpec] = {}
    for scene in map(answered, others):
        if scene.path != one:
            found.setdefault(scene.path, scene)
    return tuple(found.values())
