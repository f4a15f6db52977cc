"""From what a window of pixels shows to its classes: the one place where a head decides.

Knows nothing of files, tiles and strips.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Protocol, Self, runtime_checkable

import numpy as np
import torch
from torch import Tensor

from engine.errors import is_out_of_memory
from engine.fewlabel.features import Normalise, PixelFeatures
from engine.fewlabel.heads import JudgingHead
from engine.fewlabel.linear_map import LinearMap
from engine.inference.pipelining import in_parallel
from engine.inference.source import Source
from engine.inference.window_features import STRIP_PX, DeepFeatures
from engine.scene.windows import Window, cut

BLOCK_PX, GPU_BLOCK_PX = 128, 512
"""Columns of a strip whose pixel features are made at once. With 128 and all groups a processor needs 0.6 of the time
that it needs with 512, as less lies beyond its cache, and a third of the memory. A GPU wants few, large steps."""


class Head(Protocol):
    """What the stream needs of a head."""

    @property
    def groups(self) -> tuple[str, ...]: ...  # noqa: D102

    def __call__(self, groups: Mapping[str, Tensor]) -> Tensor: ...  # noqa: D102


@runtime_checkable
class SplitHead(Head, Protocol):
    """A head that maps some groups linearly first: deep features on tokens, which are far fewer than pixels."""

    def split(self) -> tuple[Mapping[str, LinearMap], Head]:
        """The linear maps, by group, and a head that takes their results by the same names."""


@dataclass(frozen=True)
class Decision:
    """What becomes of a head's answers: one map or several.

    Attributes:
        blanks: type and nodata of each map.
        decide: from answers (N, K) to the values (N,) of each map.
    """

    blanks: tuple[tuple[torch.dtype, float], ...]
    decide: Callable[[Tensor], tuple[Tensor, ...]]


def _most_likely(probabilities_NK: Tensor) -> tuple[Tensor, ...]:
    sure_N, class_N = probabilities_NK.max(dim=1)
    return class_N + 1, sure_N


CLASSES = Decision(((torch.uint8, 0), (torch.float32, torch.nan)), _most_likely)
"""The most likely class, from 1, and its probability as the confidence."""
JUDGED = Decision(
    (*CLASSES.blanks, (torch.float32, torch.nan)),
    lambda answers_NA: (*_most_likely(answers_NA[:, :-1]), answers_NA[:, -1]),
)
"""The same, and how unlike the labels a pixel is (`engine.fewlabel.heads.JudgingHead`)."""
VALUES = Decision(((torch.float32, torch.nan),), lambda values_N1: (values_N1[:, 0],))
"""The value of a regression."""

NUMBERS = Decision(((torch.float32, torch.nan),) * 4, lambda answers_N4: answers_N4.unbind(1))
"""Value, ends of its interval, and dissimilarity (`engine.fewlabel.numbers.NumberHead`)."""


def classes_by(head: Head) -> Decision:
    """What a head for classes tells of each pixel."""
    return JUDGED if isinstance(head, JudgingHead) else CLASSES


@dataclass(frozen=True)
class Mapper:
    """From a strip's pixels and deep features to its maps.

    Attributes:
        pixel_features: how pixels are described.
        groups: of features that are needed.
        maps: what becomes of some of them before `head` sees them; of "deep" on tokens, before they are blended.
        head: decides.
        decision: what becomes of its answers.
        normalise: makes z-scores of what is stored.
        workers: threads that share the blocks of a strip.
    """

    pixel_features: PixelFeatures
    groups: frozenset[str]
    maps: Mapping[str, LinearMap]
    head: Head
    decision: Decision
    normalise: Normalise
    workers: int = 1

    @classmethod
    def of(cls, source: Source, pixel_features: PixelFeatures, head: Head, decision: Decision) -> Self:
        """What `head` needs, in the cheapest order."""
        maps, ready = head.split() if isinstance(head, SplitHead) else ({}, head)
        return cls(
            pixel_features, frozenset(head.groups), maps, ready, decision, source.normalised, source.workers
        )  # fmt: skip

    @property
    def deep(self) -> bool:
        """Whether the model is needed."""
        return "deep" in self.groups

    @property
    def looks(self) -> bool:
        """Whether features of pixels are needed."""
        return bool(self.groups - {"deep"})

    @property
    def margin_px(self) -> int:
        """How far around a window they look."""
        return self.pixel_features.margin_px(self.groups)

    def strip(
        self, stored_CHW: Tensor | None, valid_HW: Tensor, window: Window, deep: DeepFeatures | None
    ) -> tuple[Tensor, ...]:
        """The maps (rows, cols) of a window; `stored_CHW` and `valid_HW` reach `margin_px` further.

        `deep` holds what became of the tokens by their map.
        """
        (row0, row1), (col0, col1) = window
        margin_px = self.margin_px
        valid_hw = valid_HW[margin_px : margin_px + row1 - row0, margin_px : margin_px + col1 - col0]
        maps = tuple(torch.full_like(valid_hw, nodata, dtype=dtype) for dtype, nodata in self.decision.blanks)

        @torch.inference_mode()
        def block(start: int, stop: int) -> None:
            """Without calling itself: such a function would keep the strip until Python looks for cycles."""
            pending = [(start, stop)]
            while pending:
                span, too_large = pending.pop(), False
                try:
                    fill(*span)
                except RuntimeError as error:
                    too_large = is_out_of_memory(error) and span[1] - span[0] > 1
                    if not too_large:
                        raise
                if too_large:  # the error is gone, and with it what it held in memory
                    pending += cut(span, -(-(span[1] - span[0]) // 2))

        def fill(start: int, stop: int) -> None:
            if not valid_hw[:, start:stop].any():
                return
            groups = self._groups(stored_CHW, valid_HW, slice(start, stop + 2 * margin_px))
            for rows in cut((0, row1 - row0), deep.rows_at_once(stop - start) if deep else STRIP_PX):
                here = {name: group[:, slice(*rows)] for name, group in groups.items()}
                if deep:
                    here["deep"] = deep.pixels(((row0 + rows[0], row0 + rows[1]), (col0 + start, col0 + stop)))
                piece = np.s_[slice(*rows), start:stop]
                for map_hw, decided_hw in zip(maps, self.decide(here, valid_hw[piece]), strict=True):
                    map_hw[piece] = decided_hw

        step = BLOCK_PX if valid_HW.device.type == "cpu" else GPU_BLOCK_PX
        for _ in in_parallel((partial(block, *span) for span in cut((0, col1 - col0), step)), self.workers):
            pass
        return maps

    def _groups(self, stored_CHW: Tensor | None, valid_HW: Tensor, cols: slice) -> dict[str, Tensor]:
        """Features of pixels (D, rows, cols), mapped; none where they are not needed."""
        if stored_CHW is None:
            return {}
        around = stored_CHW[..., cols], valid_HW[:, cols]
        return self.pixel_features.of_stored(*around, self.normalise, self.groups, self.maps)

    def mapped(self, groups: Mapping[str, Tensor]) -> dict[str, Tensor]:
        """Features of pixels (D, rows, cols) that are there already, as `decide` takes them."""
        return {name: self.maps[name].of_planes(x) if name in self.maps else x for name, x in groups.items()}

    def decide(self, groups: Mapping[str, Tensor], valid_hw: Tensor) -> tuple[Tensor, ...]:
        """The maps (rows, cols) from mapped features (D, rows, cols), nodata where not valid."""
        answers_NK = self.head({name: group.flatten(1).T for name, group in groups.items() if name in self.groups})
        return tuple(
            values_N.to(dtype).view(valid_hw.shape).where(valid_hw, nodata)
            for values_N, (dtype, nodata) in zip(self.decision.decide(answers_NK), self.decision.blanks, strict=True)
        )
