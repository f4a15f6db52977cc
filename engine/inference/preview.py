"""The map of what somebody looks at, from what was kept of earlier looks: every n-th pixel of a window.

The same pieces as `engine.inference.classify` in another order: block by block, with the features of pixels and of
tokens kept for the next head. So the answer at a pixel is the same. Knows nothing of labels, files and requests.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import product
from typing import Any, Self

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from engine.fewlabel.features import PixelFeatures
from engine.inference.block_reader import Rows
from engine.inference.classify_window import VALUES, Head, Mapper, classes_by
from engine.inference.feature_cache import CacheNamespace, Tensors
from engine.inference.label_features import Indices, described
from engine.inference.pipelining import in_parallel
from engine.inference.small_window import deep_of
from engine.inference.source import Source
from engine.inference.stage_clock import Clock
from engine.inference.window_features import DeepFeatures, Panel
from engine.progress import Meter, Report
from engine.scene.windows import Span, Window, area

BLOCK_PX = 256  # a block's pixels are described together; small, so that a window needs little beyond its border


@dataclass(frozen=True)
class DecimatedGrid:
    """Every `step`-th pixel of a scene: one in the middle of each cell of `step` x `step` pixels.

    Cells begin at the scene's origin whatever is looked at, so that answers do not jump when somebody pans. The
    last cells may stick out of the scene; their pixel is the last one then.

    Attributes:
        cells: the window of cells.
        shape: rows and columns of the scene.
    """

    cells: Window
    step: int
    shape: tuple[int, int]

    @classmethod
    def over(cls, window: Window, step: int, shape: tuple[int, int]) -> Self:
        """The cells that a window of pixels touches."""
        (row0, row1), (col0, col1) = window
        return cls(((row0 // step, -(-row1 // step)), (col0 // step, -(-col1 // step))), step, shape)

    def pixels(self, axis: int) -> Indices:
        """The rows (axis 0) or columns (axis 1) of the pixels, ascending."""
        return _middles(self.cells[axis], self.step, self.shape[axis])

    @property
    def window(self) -> Window:
        """The pixels of the scene that the cells hold."""
        (rows, cols), (height, width) = self.cells, self.shape
        return (
            (rows[0] * self.step, min(rows[1] * self.step, height)),
            (cols[0] * self.step, min(cols[1] * self.step, width)),
        )


@torch.inference_mode()
def preview_map(
    source: Source,
    pixel_features: PixelFeatures,
    head: Head,
    decimated: DecimatedGrid,
    cache: CacheNamespace,
    report: Report,
) -> tuple[NDArray[Any], ...]:
    """What `engine.inference.classify` tells of a pixel, one value for each cell: an array for each of its maps.

    Raises:
        Cancelled: from `report`, after each tile and each block.
        SceneError: a part of the scene cannot be read.
        DeviceError: not even one tile fits into the device's memory.
    """
    mapper = Mapper.of(source, pixel_features, head, classes_by(head))
    return _preview(source, mapper, decimated, cache, report)


@torch.inference_mode()
def preview_values(
    source: Source,
    pixel_features: PixelFeatures,
    head: Head,
    decimated: DecimatedGrid,
    cache: CacheNamespace,
    report: Report,
) -> NDArray[np.float32]:
    """What `engine.inference.regress` tells of a pixel by a head of one value, for each cell; see `preview_map`."""
    (values_HW,) = _preview(source, Mapper.of(source, pixel_features, head, VALUES), decimated, cache, report)
    return values_HW


def _preview(
    source: Source, mapper: Mapper, decimated: DecimatedGrid, cache: CacheNamespace, report: Report
) -> tuple[NDArray[Any], ...]:
    rows_H, cols_W = decimated.pixels(0), decimated.pixels(1)
    window = decimated.window
    panel = Panel.of(source, window, 0, source.grid.tokens_under(window) if mapper.deep else None)
    blocks = PixelBlocks(source, mapper.pixel_features, decimated, cache)
    spans = [list(_spans(decimated, axis)) for axis in (0, 1)]
    meter = Meter(report, len(spans[0]) * len(spans[1]) + (area(panel.tiles) if panel.tiles else 0), "mapping")
    shape = (len(rows_H), len(cols_W))
    maps = tuple(torch.full(shape, nodata, dtype=dtype).numpy() for dtype, nodata in mapper.decision.blanks)
    clock = Clock()
    with Rows(source, panel.pixels, clock) as rows:
        plane = panel.plane(source, rows, clock, meter, linear=mapper.maps.get("deep"))
        for rows_px in spans[0]:
            down = _inside(rows_H, rows_px)
            deep = DeepFeatures.under(plane, source.grid, (_around(rows_H[down]), window[1])) if plane else None
            rows.drop(plane.pixels_needed_from if plane else window[0][1])
            rights = [_inside(cols_W, cols_px) for cols_px in spans[1]]
            pieces = (
                partial(_decided, mapper, deep, blocks.at((rows_px, cols_px), rows_H[down], cols_W[right]))
                for cols_px, right in zip(spans[1], rights, strict=True)
            )
            for right, (block, found) in zip(rights, in_parallel(pieces, source.workers), strict=True):
                blocks.keep(block)
                for map_HW, part in zip(maps, found or (), strict=found is not None):
                    map_HW[down, right] = part.cpu().numpy()
                meter.step()
    return maps


@torch.inference_mode()
def cache_features(
    source: Source, pixel_features: PixelFeatures, decimated: DecimatedGrid, cache: CacheNamespace, report: Report
) -> None:
    """Keep what a `preview_map` of these pixels asks for whatever its head; the source holds the same cache.

    Raises:
        Cancelled: from `report`, after each tile and each block. What is there by then is kept.
        SceneError, DeviceError: as `preview_map`.
    """
    if source.model:
        deep_of(source, decimated.window, report)
    blocks = PixelBlocks(source, pixel_features, decimated, cache)
    rows_H, cols_W = decimated.pixels(0), decimated.pixels(1)
    windows = list(product(_spans(decimated, 0), _spans(decimated, 1)))
    meter = Meter(report, len(windows), "looking")
    found = (
        blocks.at(each, rows_H[_inside(rows_H, each[0])], cols_W[_inside(cols_W, each[1])]).described
        for each in windows
    )
    for block in in_parallel(found, source.workers):
        blocks.keep(block)
        meter.step()


@torch.inference_mode()
def _decided(
    mapper: Mapper, deep: DeepFeatures | None, block: "PixelBlock"
) -> tuple["PixelBlock", tuple[Tensor, ...] | None]:
    """The block, described, and classes and confidence (h, w) of its wanted pixels; None where all are nodata."""
    groups, valid_hw = block.picked()
    if not valid_hw.any():
        return block, None
    groups = mapper.mapped(groups)
    if deep:
        here = (torch.from_numpy(at).to(valid_hw.device) for at in (block.rows_h, block.cols_w))
        groups = {**groups, "deep": deep.grid(*here)}
    return block, mapper.decide(groups, valid_hw)


def _middles(cells: Span, step: int, length: int) -> Indices:
    """The pixel of each cell along an axis of the scene."""
    middles: Indices = np.minimum(np.arange(*cells) * step + step // 2, length - 1)
    return middles


def _spans(decimated: DecimatedGrid, axis: int) -> Iterator[Span]:
    """The blocks along an axis, as pixels of the scene, as far as the decimated grid has pixels in them."""
    first, last = (int(decimated.pixels(axis)[end]) for end in (0, -1))
    for start in range(first // BLOCK_PX * BLOCK_PX, last + 1, BLOCK_PX):
        yield start, min(start + BLOCK_PX, decimated.shape[axis])


def _inside(pixels: Indices, span: Span) -> slice:
    return slice(*np.searchsorted(pixels, span).tolist())


def _around(pixels: Indices) -> Span:
    return int(pixels[0]), int(pixels[-1]) + 1


@dataclass
class PixelBlock:
    """A block of pixels, described when it is first asked for: on the thread that decides about it.

    Attributes:
        span: its rows and columns in the scene.
        rows_h: rows that are wanted.
        cols_w: columns that are wanted.
        places: where both are in what is kept of the block.
        describe: makes its features and validity; None if `found` was in the cache.
        found: features (D, h, w) by group, and "valid" (h, w).
    """

    span: Window
    rows_h: Indices
    cols_w: Indices
    places: tuple[Indices, Indices]
    describe: Callable[[], Tensors] | None
    found: Tensors

    def described(self) -> Self:
        """The block, once it is described."""
        if self.describe and not self.found:
            self.found = self.describe()
        return self

    def picked(self) -> tuple[Tensors, Tensor]:
        """Features (D, h, w) by group and validity (h, w) of the wanted pixels."""
        self.described()
        here = {name: _picked(tensor, *self.places) for name, tensor in self.found.items()}
        valid_hw = here.pop("valid")
        return here, valid_hw


class PixelBlocks:
    """Features of pixels, block by block, kept in a cache: of every pixel where that is little, else of the grid's.

    What is kept is the same for every head, so that the next one finds all it may ask for. For one thread; blocks are
    described on others.
    """

    def __init__(
        self, source: Source, pixel_features: PixelFeatures, decimated: DecimatedGrid, cache: CacheNamespace
    ) -> None:
        self._source, self._pixel_features, self._cache = source, pixel_features, cache
        self._decimated = decimated
        whole_bytes = 4 * area(decimated.window) * pixel_features.dims(len(source.reading.bands))
        most_bytes = cache.cache.budget_bytes // 2  # more would push itself out
        self._step = 1 if whole_bytes <= most_bytes else decimated.step
        self._keep = whole_bytes // self._step**2 <= most_bytes

    def at(self, span: Window, rows_h: Indices, cols_w: Indices) -> PixelBlock:
        """A block with the rows and columns that are wanted of it; its pixels are read if they were not kept."""
        found = self._cache.get(self._key(span))
        places = (self._places(0, span[0], rows_h), self._places(1, span[1], cols_w))
        return PixelBlock(span, rows_h, cols_w, places, None if found else self._describe(span), found or {})

    def keep(self, block: PixelBlock) -> None:
        """Keep what was found out about a block."""
        if self._keep and block.describe:
            self._cache.put(self._key(block.span), block.found)

    def _key(self, span: Window) -> tuple[str, Span, Span, int]:
        return ("pixels", *span, self._step)

    def _describe(self, span: Window) -> Callable[[], Tensors]:
        describe = described(self._source, self._pixel_features, span)

        def on_decimated() -> Tensors:
            groups, valid_HW = describe()
            found = {**groups, "valid": valid_HW}
            if self._step > 1:
                places = [self._decimated_along(axis, side) - side[0] for axis, side in enumerate(span)]
                found = {name: _picked(tensor, *places) for name, tensor in found.items()}
            return {name: tensor.contiguous() for name, tensor in found.items()}

        return on_decimated

    def _decimated_along(self, axis: int, span: Span) -> Indices:
        """The pixels that a decimated grid over the whole scene has in a block."""
        length = self._decimated.shape[axis]
        pixels = _middles(
            (span[0] // self._step, min(-(-span[1] // self._step), -(-length // self._step))), self._step, length
        )
        return pixels[_inside(pixels, span)]

    def _places(self, axis: int, span: Span, wanted: Indices) -> Indices:
        """Where the wanted pixels are in what is kept of a block."""
        return wanted - span[0] if self._step == 1 else np.searchsorted(self._decimated_along(axis, span), wanted)


def _picked(tensor: Tensor, rows: Indices, cols: Indices) -> Tensor:
    """Some rows and columns (ascending) of a tensor (…, H, W), as a view where they are evenly spaced."""
    return tensor[..., _even(rows, tensor.shape[-2]), :][..., _even(cols, tensor.shape[-1])]


def _even(index: Indices, length: int) -> slice | Tensor:
    step = int(index[1] - index[0]) if len(index) > 1 else 1
    if len(index) and (np.diff(index) == step).all() and step > 0:
        return slice(int(index[0]), int(index[-1]) + 1, step)
    return torch.from_numpy(index)
