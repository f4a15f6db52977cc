"""Pictures of a run: loss curves, what the model rebuilds of hidden patches, and what its features hold alike.

They are drawn from the log and from arrays: nothing here trains or opens a scene.
"""

from training.pictures.curves import loss_curves
from training.pictures.examples import Example, chip_examples, map_examples
from training.pictures.learning import learning_curves
from training.pictures.reconstructions import Reconstruction, reconstructions
from training.pictures.similarity import similarity

__all__ = [
    "Example", "Reconstruction", "chip_examples", "learning_curves", "loss_curves", "map_examples", "reconstructions",
    "similarity",
]  # fmt: skip
