"""The scenes of one run, each with what is said of it, and how they are read. Knows nothing of labels and chips."""

from engine.protocol import FinetuneRequest, SceneSpec
from engine.scene.interpretation import Reading, interpret
from engine.scene.raster import Scene
from engine.scene.sources.shared_answers import read_beside


def scenes_of(request: FinetuneRequest) -> tuple[SceneSpec, ...]:
    """All scenes of a run, the first first."""
    return request.scene, *request.more


def read(scene: Scene, said: SceneSpec, request: FinetuneRequest) -> Reading:
    """A scene as it is read; what its file leaves open and nobody said of it is as in the first scene.

    Raises:
        EngineError: questions are open, or what was said is contradicted; of several scenes, the text names it.
    """
    return read_beside(scene, said, request.scene) if request.more else interpret(scene, said).require()
