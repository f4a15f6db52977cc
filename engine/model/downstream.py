"""A fine-tuned model: the backbone and a head for one task. What the stream needs of a model, it has, too."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import lcm

import torch
from torch import Tensor, nn

from engine.model.config import ModelConfig
from engine.model.decoders import DECODERS, UPerNet
from engine.model.encoder import Encoder
from engine.model.ofa import OFA, means_and_deviations
from engine.model.task import Task
from engine.model.tokens import SensorBatch

LEVELS = 4  # of UPerNet's pyramid


class Downstream(nn.Module):
    """A backbone and a head.

    Args:
        task: what is predicted.
        config: of the backbone; the depths it is tapped at become those that the head wants.
        seed: draws the weights of the backbone; None leaves them empty, see `OFA`.
    """

    def __init__(self, task: Task, config: ModelConfig, seed: int | None = 0) -> None:
        super().__init__()
        self.task = task
        self.backbone = OFA(replace(config, taps=taps_for(task.head, config)), seed)
        width, taps = config.width, len(self.backbone.config.taps)
        with torch.device("meta" if seed is None else "cpu"):
            self.head: nn.Module = (
                DECODERS[task.head](len(task.bands), width, taps, config.patch_px, task.outputs)
                if task.by_pixel
                else nn.Linear(width * taps * (2 if self.sees_deviations else 1), task.outputs)
            )

    @property
    def sees_deviations(self) -> bool:
        """Whether the head of a whole chip sees how much its features vary, too."""
        return self.task.head == "mean_std"

    @property
    def patch_px(self) -> int:
        """Side in pixels of the square for which `dense` gives one answer."""
        stride = self.head.stride_px if self.task.by_pixel else self.backbone.patch_px
        assert isinstance(stride, int)  # nosec B101
        return stride

    @property
    def multiple_px(self) -> int:
        """Sides of chips are multiples of it."""
        return lcm(self.backbone.patch_px, self.patch_px)

    @property
    def tile_px(self) -> int:
        """See `OFA.tile_px`."""
        return self.backbone.tile_px

    @property
    def encoder(self) -> Encoder:
        """The backbone's Transformer."""
        return self.backbone.encoder

    @property
    def feature_dim(self) -> int:
        """Numbers of an answer of `dense`."""
        return self.task.outputs

    def forward(self, batch: SensorBatch) -> Tensor:
        """Logits: (B, K, H / patch_px, W / patch_px), or (B, K) where a chip is answered for as a whole.

        Raises:
            ModelError: a chip that the backbone cannot read.
        """
        if not self.task.by_pixel:
            logits_BK: Tensor = self.head(self.whole(batch))
            return logits_BK
        logits: Tensor = self.head(batch.x_BCHW, self.backbone.dense([batch]))
        return logits

    def whole(self, batch: SensorBatch) -> Tensor:
        """What the head of a whole chip sees: means of its features, or means and deviations (B, D or 2 D)."""
        dense_BDhw = self.backbone.dense([batch], self.backbone.chip_patch_px([batch]))
        return means_and_deviations(dense_BDhw) if self.sees_deviations else dense_BDhw.mean((2, 3))

    def dense(self, batches: Sequence[SensorBatch]) -> Tensor:
        """As `forward`, in the shape in which the stream asks a backbone; for tasks by pixels."""
        (batch,) = batches
        logits_BKhw: Tensor = self(batch)
        return logits_BKhw

    @property
    def auxiliary(self) -> Tensor | None:
        """Logits of a head that is trained beside the other one, if there is one."""
        return self.head.auxiliary if isinstance(self.head, UPerNet) else None


def taps_for(head: str, config: ModelConfig) -> tuple[int, ...]:
    """The depths a head wants: each quarter for a pyramid, else those of the backbone."""
    if head != "upernet":
        return config.taps
    return tuple(config.depth * level // LEVELS for level in range(1, LEVELS + 1))


class OutputActivation(nn.Module):
    """The last step of a streamed `Downstream`: blended logits (N, K) to probabilities (N, K), or to values (N, 1)."""

    groups = ("deep",)

    def __init__(self, task: Task) -> None:
        super().__init__()
        self.task = task

    def forward(self, groups: Mapping[str, Tensor]) -> Tensor:
        """From ``{"deep": logits}``; the largest of one value is that value."""
        logits_NK = groups["deep"]
        if self.task.task != "regression":
            return torch.softmax(logits_NK, dim=1)
        mean, std = self.task.target
        return logits_NK * std + mean


def probabilities(logits_BK: Tensor, task: Task) -> Tensor:
    """Of the classes: of one of them, or of each by itself where a chip may show several."""
    return logits_BK.sigmoid() if task.task == "multilabel" else logits_BK.softmax(1)
