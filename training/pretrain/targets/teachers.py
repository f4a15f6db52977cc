"""Teachers: models that somebody else trained, and what they make of a scene. See `taught` for what becomes of it."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Protocol

from torch import Tensor

from training.data.batch import CELL_PX
from training.data.catalogue_entry import Entry
from training.pretrain.targets import galileo
from training.pretrain.targets.efficientnet import EfficientNet

__all__ = ["CELL_PX", "TEACHERS", "Teacher"]


class Teacher(Protocol):
    """Dense features of the scenes that a model can read."""

    halo_px: int
    """How far around a pixel the model is shown the scene; scenes are cut into windows that overlap by it."""

    def reads(self, entry: Entry) -> bool:
        """Whether the model can make something of a scene: it has the bands that it needs."""

    def dense(self, entry: Entry, x_CHW: Tensor, valid_HW: Tensor) -> Tensor:
        """Features of a window.

        Args:
            entry: the scene that it is cut from.
            x_CHW: its bands in model units, whatever the numbers are where it is invalid.
            valid_HW: bool.

        Returns:
            (D, ceil(H / CELL_PX), ceil(W / CELL_PX)) float32.
        """


TEACHERS: Mapping[str, Callable[[], Teacher]] = MappingProxyType(
    {"efficientnet-lite0": EfficientNet, galileo.NAME: galileo.Galileo}
)
"""Name in a recipe -> what loads it."""
