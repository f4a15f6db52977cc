"""read → model → blend → head → write, over a whole scene in bounded memory.

Windows, panels, strips, blocks and batches only choose what is computed when: one grid, one blending and one
interpolation serve every function here, so the answer at a pixel is the same in all of them.
Knows nothing of labels, files and requests: results go to a sink.
"""

from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from typing import Any, Protocol

import numpy.typing as npt
import torch
from torch import Tensor

from engine.fewlabel.features import PixelFeatures
from engine.fewlabel.numbers import NumberHead
from engine.inference.block_reader import Rows
from engine.inference.classify_window import NUMBERS, VALUES, Head, Mapper, classes_by
from engine.inference.pipelining import WriteBehind
from engine.inference.source import Source
from engine.inference.stage_clock import Clock, StageSeconds
from engine.inference.window_features import STRIP_PX, DeepFeatures, Panel, halo, panel_px
from engine.progress import Meter, Report
from engine.scene.windows import Span, Window, cut, grown, panels


class Sink(Protocol):
    """Takes a map in strips from the top to the bottom of each panel; rows and columns are the scene's."""

    def next_row(self, cols: Span) -> int:
        """The first row of a panel that is still wanted: an earlier run may have written those above."""

    @property
    def write(self) -> Callable[..., None]:
        """``write(row0, col0, *maps_HW)``: a strip of each map that `classify` or `regress` makes."""


class TokenSink(Protocol):
    """Takes features in strips; rows and columns are the scene's tokens."""

    @property
    def block_px(self) -> int:
        """Panels begin at multiples of it from the first column."""

    def next_row(self, cols: Span) -> int:
        """As `Sink.next_row`."""

    def write(self, row0: int, col0: int, features_DHW: npt.NDArray[Any]) -> None:
        """Features as float32, NaN where a token holds no valid pixel."""


@torch.inference_mode()
def classify(
    source: Source, pixel_features: PixelFeatures, head: Head, window: Window, sink: Sink, report: Report
) -> StageSeconds:
    """Map classes in a window of the scene.

    The sink gets classes from 1 (uint8, 0 is nodata) and their confidence 0 to 1 (float32, NaN is nodata); of a head
    that judges, also how unlike its labels a pixel is (float32, NaN is nodata, 1 is the limit).

    Raises:
        Cancelled: from `report`, after each tile.
        SceneError: a part of the scene cannot be read.
        DeviceError: not even one tile fits into the device's memory.
    """
    return _map(source, Mapper.of(source, pixel_features, head, classes_by(head)), window, sink, report)


@torch.inference_mode()
def regress(
    source: Source, pixel_features: PixelFeatures, head: Head, window: Window, sink: Sink, report: Report
) -> StageSeconds:
    """Map values in a window of the scene, by a head that gives one for each pixel; see `classify`.

    The sink gets them as float32, NaN is nodata; of a `NumberHead` also the ends of the interval and dissimilarity.
    """
    decision = NUMBERS if isinstance(head, NumberHead) else VALUES
    return _map(source, Mapper.of(source, pixel_features, head, decision), window, sink, report)


def _map(source: Source, mapper: Mapper, window: Window, sink: Sink, report: Report) -> StageSeconds:
    clock = Clock()
    parts = [
        Panel.of(source, part, mapper.margin_px, source.grid.tokens_under(part) if mapper.deep else None)
        for part in _panels(source, mapper.deep, window, sink)
    ]
    meter = Meter(report, sum(part.work for part in parts), "mapping")
    with WriteBehind(sink.write, clock) as write:
        for part in parts:
            with closing(_strips(source, part, mapper, clock, meter)) as strips:
                for row, maps in strips:
                    write(row, part.window[1][0], *maps)
    return clock.waited()


def _strips(
    source: Source, panel: Panel, mapper: Mapper, clock: Clock, meter: Meter
) -> Generator[tuple[int, list[npt.NDArray[Any]]], None, None]:
    """The maps of a panel from the top to the bottom: first row, and a strip of each map."""
    cols, margin_px = panel.window[1], mapper.margin_px
    with Rows(source, panel.pixels, clock) as rows:
        plane = panel.plane(source, rows, clock, meter, linear=mapper.maps.get("deep"))
        for strip in cut(panel.window[0], STRIP_PX):
            deep = DeepFeatures.under(plane, source.grid, (strip, cols)) if plane else None
            around = grown((strip, cols), margin_px, source.scene.height, source.scene.width)
            margins = halo(around, (strip, cols), margin_px)
            stored_CHW = rows.stored(*around, margins) if mapper.looks else None
            valid_HW = rows.valid(*around, margins)
            with clock("pixel"):
                maps = mapper.strip(stored_CHW, valid_HW, (strip, cols), deep)
                answer = strip[0], [map_HW.cpu().numpy() for map_HW in maps]
            yield answer
            rows.drop(min(strip[1] - margin_px, plane.pixels_needed_from if plane else strip[1]))
            meter.step(0 if plane else 1)


@torch.inference_mode()
def embed(source: Source, tokens: Window, sink: TokenSink, report: Report) -> StageSeconds:
    """Write the blended features of a window of tokens.

    Raises:
        Cancelled, SceneError, DeviceError: as `classify`.
    """
    clock, grid = Clock(), source.grid
    patch = grid.rows.patch_px
    pieces = to_embed(source, tokens, sink)
    parts = [Panel.of(source, _pixels_of(source, piece), 0, piece) for piece in pieces]
    meter = Meter(report, sum(part.work for part in parts), "embedding")
    with WriteBehind(sink.write, clock) as write:
        for part, (token_rows, token_cols) in zip(parts, pieces, strict=True):
            with Rows(source, part.pixels, clock) as rows:
                plane = part.plane(source, rows, clock, meter)
                assert plane is not None  # nosec B101
                for strip in cut(token_rows, grid.rows.stride_tokens):
                    features_DHW = plane.take((strip, token_cols))
                    valid_HW = rows.valid(*_pixels_of(source, (strip, token_cols)))
                    known_HW = any_in_patch(valid_HW, patch)
                    write(strip[0], token_cols[0], features_DHW.where(known_HW, torch.nan).cpu().numpy())
                    rows.drop(min(strip[1] * patch, plane.pixels_needed_from))
    return clock.waited()


def to_map(source: Source, head: Head, window: Window, sink: Sink) -> list[Window]:
    """The panels in which `classify` and `regress` map a window, each from the first row that its sink still needs."""
    return _panels(source, "deep" in head.groups, window, sink)


def _panels(source: Source, deep: bool, window: Window, sink: Sink) -> list[Window]:
    return list(_lacking(window, panel_px(source, deep), sink))


def to_embed(source: Source, tokens: Window, sink: TokenSink) -> list[Window]:
    """The panels of tokens in which `embed` does a window, each from the first row that its sink still needs."""
    width = panel_px(source, deep=True) // source.grid.rows.patch_px
    return list(_lacking(tokens, max(1, width // sink.block_px) * sink.block_px, sink))


def _lacking(window: Window, width: int, sink: Sink | TokenSink) -> Iterator[Window]:
    for (_, last), cols in panels(window, width):
        if (first := sink.next_row(cols)) < last:
            yield (first, last), cols


def tokens_of(window: Window, patch_px: int) -> Window:
    """The tokens that hold a pixel of the window."""
    (row0, row1), (col0, col1) = window
    return (row0 // patch_px, -(-row1 // patch_px)), (col0 // patch_px, -(-col1 // patch_px))


def _pixels_of(source: Source, tokens: Window) -> Window:
    """The pixels of the scene that these tokens hold."""
    patch = source.grid.rows.patch_px
    (row0, row1), (col0, col1) = tokens
    return (
        (row0 * patch, min(row1 * patch, source.scene.height)),
        (col0 * patch, min(col1 * patch, source.scene.width)),
    )


def any_in_patch(valid_HW: Tensor, patch_px: int) -> Tensor:
    """Which patches hold a valid pixel; the last ones may be incomplete."""
    height, width = valid_HW.shape
    whole_HW = torch.nn.functional.pad(valid_HW, (0, -width % patch_px, 0, -height % patch_px))
    return whole_HW.unfold(0, patch_px, patch_px).unfold(1, patch_px, patch_px).any(-1).any(-1)
