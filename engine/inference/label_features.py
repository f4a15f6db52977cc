"""Features at labelled pixels: the very numbers that mapping sees there, from as few tiles as possible.

Memory follows the number of labelled pixels, never the size of the scene.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from engine.fewlabel.features import HALO_PX, PixelFeatures, SpectralShape, cropped
from engine.fewlabel.fitting import Overview
from engine.fewlabel.place_features import PlaceFeatures
from engine.inference.block_reader import Rows
from engine.inference.mosaic import signed
from engine.inference.pipelining import in_parallel
from engine.inference.source import Source
from engine.inference.stage_clock import Clock
from engine.inference.window_features import STRIP_PX, DeepFeatures, Panel, halo, panel_px
from engine.progress import Meter, Report
from engine.scene.pixel_geometry import PixelGeometry
from engine.scene.raster import Mask, Pixels
from engine.scene.windows import Window, area, cut, grown
from engine.sensors.catalogue import UNSPECTRAL

OVERVIEW_PIXELS = 3000
"""That say how common classes are. They lie in two dozen windows, so more of them would say little more."""
CELL_PX = 256  # labelled pixels within such a square are read together
READ_BYTES = 256 << 20
"""Of pixels that are read ahead for squares near each other: with hundreds of bands a few dozen squares."""

Indices = npt.NDArray[np.int64]


@dataclass(frozen=True)
class _Visit:
    """Labelled pixels (`index`, from the top to the bottom) that are streamed together, and the tiles they want."""

    index_N: Indices
    panel: Panel
    wanted: Mask


def describe_pixels(source: Source, *more: Source) -> PixelFeatures:
    """How the scene's pixels are described: learnt from the sample of the whole scene, whatever part is looked at.

    Of several scenes with the same statistics, each counts as its sample is large.
    """
    scenes, parts = (source, *more), source.reading.parts
    if not parts:
        return _describe(*scenes)
    alone = (
        [replace(each, reading=each.reading.parts[place].reading) for each in scenes] for place in range(len(parts))
    )
    counts, sensors = zip(*((len(part.reading.bands), part.reading.sensor.id) for part in parts), strict=True)
    spectral = sensors[0] not in UNSPECTRAL
    dates = tuple(place for place, sensor in enumerate(sensors) if place and spectral and sensor == sensors[0])
    return PlaceFeatures(parts=tuple(_describe(*each) for each in alone), bands=counts, sensors=sensors, dates=dates)


def _describe(*scenes: Source) -> PixelFeatures:
    """How the pixels of one source are described."""
    source = scenes[0]
    samples = (each.for_pixels(torch.from_numpy(each.reading.sample_CN[:, :: len(scenes)])) for each in scenes)
    sample_CN = torch.cat(list(samples), dim=1)
    units, statistics = source.reading.units, source.reading.statistics
    mean_C, std_C = (torch.from_numpy(values_C) for values_C in (statistics.mean_C, statistics.divisors))
    shape = (
        None
        if source.reading.sensor.id in UNSPECTRAL
        else SpectralShape.fit(sample_CN, mean_C, std_C, units.in_decibel)
    )
    return PixelFeatures.fit(sample_CN, shape)


@torch.inference_mode()
def sample(
    source: Source,
    pixel_features: PixelFeatures,
    rows_N: Indices,
    cols_N: Indices,
    report: Report,
    groups: Collection[str] | None = None,
) -> tuple[dict[str, Tensor], Tensor]:
    """Features (N, D) per group and validity (N,) of single pixels, on the CPU: what `inference.classify` sees there.

    `groups` says which of those of `pixel_features`, and "deep"; all if None, "deep" with a model.

    Raises:
        Cancelled: from `report`, after each tile.
        SceneError: a part of the scene cannot be read.
        DeviceError: not even one tile fits into the device's memory.
    """
    groups = (*pixel_features.groups, *(["deep"] if source.model else [])) if groups is None else groups
    cells = list(_cells(rows_N, cols_N))
    visits = list(_visits(source, rows_N, cols_N)) if "deep" in groups else []
    meter = _meter(report, len(cells), visits)
    found: dict[str, Tensor] = {}
    valid_N = torch.zeros(len(rows_N), dtype=torch.bool)
    pieces = _pixel_groups(source, pixel_features, [(rows_N[index_N], cols_N[index_N]) for index_N in cells])
    for index_N, (here, valid_n) in zip(cells, in_parallel(pieces, source.workers), strict=True):
        valid_N[index_N] = valid_n
        for name in (name for name in here if name in groups):  # in their order: sums depend on it
            _put(found, name, len(rows_N), index_N, here[name])
        meter.step()
    _put_deep(found, source, visits, (rows_N, cols_N), meter)
    return found, valid_N


@torch.inference_mode()
def sample_deep(source: Source, rows_N: Indices, cols_N: Indices, report: Report) -> Tensor:
    """The deep features (N, D) that `sample` finds at single pixels, alone.

    Raises:
        Cancelled, SceneError, DeviceError: as `sample`.
    """
    found: dict[str, Tensor] = {}
    visits = list(_visits(source, rows_N, cols_N))
    _put_deep(found, source, visits, (rows_N, cols_N), _meter(report, 0, visits))
    return found["deep"]


def _meter(report: Report, cells: int, visits: Sequence[_Visit]) -> Meter:
    return Meter(report, cells + sum(int(visit.wanted.sum()) for visit in visits), "sampling")


def _put_deep(
    found: dict[str, Tensor], source: Source, visits: Sequence[_Visit], at_2N: tuple[Indices, Indices], meter: Meter
) -> None:
    for visit in visits:
        for index_N, values_ND in _deep(source, visit, *at_2N, meter):
            _put(found, "deep", len(at_2N[0]), index_N, values_ND)


def sample_and_overview(
    source: Source, pixel_features: PixelFeatures, rows_N: Indices, cols_N: Indices, report: Report
) -> tuple[dict[str, Tensor], Tensor, Overview]:
    """What `sample` tells of single pixels without the model, and `overview`, in one look: it decodes blocks once.

    Raises:
        Cancelled, SceneError: as `sample`.
    """
    at_2N, spots_2P = (rows_N, cols_N), source.scene.spots(OVERVIEW_PIXELS)
    rows_X, cols_X = (np.concatenate(each) for each in zip(at_2N, spots_2P, strict=True))
    found, valid_X = sample(source, pixel_features, rows_X, cols_X, report, pixel_features.groups)
    own, others = slice(len(rows_N)), slice(len(rows_N), None)
    around = _overview(source, {name: group_XD[others] for name, group_XD in found.items()}, valid_X[others], spots_2P)
    return {name: group_XD[own] for name, group_XD in found.items()}, valid_X[own], around


def overview(
    source: Source, pixel_features: PixelFeatures, report: Report, groups: Collection[str] | None = None
) -> Overview:
    """Valid pixels from all over the scene, with some groups of features.

    Without `groups` it is all but "deep", as they cost no run of the model.

    Raises:
        Cancelled, SceneError: as `sample`.
    """
    spots_2P = source.scene.spots(OVERVIEW_PIXELS)
    around = partial(_around_report, report)
    return _overview(
        source, *sample(source, pixel_features, *spots_2P, around, groups or pixel_features.groups), spots_2P
    )


def _overview(source: Source, found: dict[str, Tensor], valid_P: Tensor, spots_2P: tuple[Indices, Indices]) -> Overview:
    """Of pixels from all over the scene, those that hold data."""
    scene, (rows_P, cols_P) = source.scene, spots_2P
    ground = PixelGeometry.of(scene.crs, scene.transform, (scene.height, scene.width))
    return Overview(
        {name: group_PD[valid_P] for name, group_PD in found.items()},
        rows_P[valid_P.numpy()],
        cols_P[valid_P.numpy()],
        ground.size_m(scene.height / 2, scene.width / 2) if ground else None,
    )


def _around_report(report: Report, done: int, total: int, _note: str) -> None:
    report(done, total, "looking around")


def _put(found: dict[str, Tensor], name: str, count: int, index_N: Indices, values_ND: Tensor) -> None:
    found.setdefault(name, torch.zeros(count, values_ND.shape[1]))[index_N] = values_ND.cpu()


def _around(rows_N: Indices, cols_N: Indices) -> Window:
    """The smallest window that holds these pixels."""
    return (int(rows_N.min()), int(rows_N.max()) + 1), (int(cols_N.min()), int(cols_N.max()) + 1)


def _cells(rows_N: Indices, cols_N: Indices) -> Iterator[Indices]:
    """The pixels' indices, square by square and row of squares by row of squares, so that blocks are decoded once."""
    order_N = np.lexsort((cols_N // CELL_PX, rows_N // CELL_PX))
    cells_N2 = np.stack([rows_N[order_N], cols_N[order_N]], axis=1) // CELL_PX
    for index_N in np.split(order_N, np.flatnonzero((np.diff(cells_N2, axis=0) != 0).any(1)) + 1):
        yield from _apart(index_N, rows_N, cols_N)


def _apart(index_N: Indices, rows_N: Indices, cols_N: Indices) -> Iterator[Indices]:
    """Pixels of a cell, halved across its longer side for as long as that leaves less to look at."""
    rows, cols = _around(rows_N[index_N], cols_N[index_N])
    along_N = rows_N if rows[1] - rows[0] >= cols[1] - cols[0] else cols_N
    middle = (along_N[index_N].min() + along_N[index_N].max() + 1) // 2
    halves = index_N[along_N[index_N] < middle], index_N[along_N[index_N] >= middle]
    if all(map(len, halves)) and sum(_looked_at(half, rows_N, cols_N) for half in halves) < _looked_at(
        index_N, rows_N, cols_N
    ):
        for half in halves:
            yield from _apart(half, rows_N, cols_N)
    else:
        yield index_N


def _looked_at(index_N: Indices, rows_N: Indices, cols_N: Indices) -> int:
    """How many pixels the features of some need."""
    (top, bottom), (left, right) = _around(rows_N[index_N], cols_N[index_N])
    return (bottom - top + 2 * HALO_PX) * (right - left + 2 * HALO_PX)


def _pixel_groups(
    source: Source, pixel_features: PixelFeatures, cells: Sequence[tuple[Indices, Indices]]
) -> Iterator[Callable[[], tuple[dict[str, Tensor], Tensor]]]:
    """For each cell what makes pixel features (N, D) and validity (N,) of its rows and columns, see `described`."""
    windows = [_around(*cell) for cell in cells]
    for (rows_N, cols_N), window, describe in zip(
        cells, windows, _described(source, pixel_features, windows), strict=True
    ):
        down_N, right_N = torch.from_numpy(rows_N - window[0][0]), torch.from_numpy(cols_N - window[1][0])
        yield partial(_picked, describe, down_N, right_N)


def _picked(
    describe: Callable[[], tuple[dict[str, Tensor], Tensor]], down_N: Tensor, right_N: Tensor
) -> tuple[dict[str, Tensor], Tensor]:
    groups, valid_HW = describe()
    return (
        {name: group_DHW[:, down_N, right_N].T for name, group_DHW in groups.items()},
        valid_HW[down_N, right_N].cpu(),
    )


def described(
    source: Source, pixel_features: PixelFeatures, window: Window
) -> Callable[[], tuple[dict[str, Tensor], Tensor]]:
    """What makes pixel features (D, rows, cols) and validity (rows, cols) of a small window, on any thread.

    The pixels are read here and now: one thread at a time reads a scene's file.
    """
    return next(_described(source, pixel_features, [window]))


def _described(
    source: Source, pixel_features: PixelFeatures, windows: Sequence[Window]
) -> Iterator[Callable[[], tuple[dict[str, Tensor], Tensor]]]:
    """`described` for each window; windows that follow each other are read together."""
    scene, bands = source.scene, source.reading.indices
    inside = [grown(window, HALO_PX, scene.height, scene.width) for window in windows]
    pixel_bytes = len(bands) * np.dtype(scene.dtype).itemsize
    parts_N = np.cumsum([area(window) * pixel_bytes for window in inside]) // READ_BYTES
    for part in np.split(np.arange(len(windows)), np.flatnonzero(np.diff(parts_N)) + 1):
        read = list(scene.read_windows([inside[place] for place in part], bands))
        for place in part:
            yield partial(_describe_window, source, pixel_features, windows[place], inside[place], read.pop(0))


@torch.inference_mode()
def _describe_window(
    source: Source, pixel_features: PixelFeatures, window: Window, inside: Window, read: tuple[Pixels, Mask]
) -> tuple[dict[str, Tensor], Tensor]:
    """Features and validity of a window whose surroundings have been read."""
    pixels, valid = map(torch.from_numpy, read)
    above, below, left, right = halo(inside, window)
    stored_CHW, valid_HW = (
        torch.nn.functional.pad(array.to(source.device), (left, right, above, below))
        for array in (signed(pixels), valid)
    )
    stored_CHW = stored_CHW.view(pixels.dtype)
    return pixel_features.of_stored(stored_CHW, valid_HW, source.normalised), cropped(valid_HW, HALO_PX)


def _visits(source: Source, rows_N: Indices, cols_N: Indices) -> Iterator[_Visit]:
    """The pixels in runs that are near each other down a panel of the scene."""
    gap, width = source.grid.rows.tile_px, panel_px(source, deep=True)
    for panel in np.unique(cols_N // width):
        index_N = np.flatnonzero(cols_N // width == panel)
        index_N = index_N[np.argsort(rows_N[index_N], kind="stable")]
        for run_N in np.split(index_N, np.flatnonzero(np.diff(rows_N[index_N]) > gap) + 1):
            yield _visit(source, run_N, rows_N[run_N], cols_N[run_N])


def _visit(source: Source, index_N: Indices, rows_N: Indices, cols_N: Indices) -> _Visit:
    window, grid = _around(rows_N, cols_N), source.grid
    panel = Panel.of(source, window, 0, grid.tokens_under(window))
    assert panel.tiles is not None  # nosec B101
    (top, bottom), (left, right) = panel.tiles
    wanted = np.zeros((bottom - top, right - left), bool)
    for row, col in zip(rows_N.tolist(), cols_N.tolist(), strict=True):
        (row0, row1), (col0, col1) = grid.tiles_over(grid.tokens_under(((row, row + 1), (col, col + 1))))
        wanted[row0 - top : row1 - top, col0 - left : col1 - left] = True
    return _Visit(index_N, panel, wanted)


def _deep(
    source: Source, visit: _Visit, rows_N: Indices, cols_N: Indices, meter: Meter
) -> Iterator[tuple[Indices, Tensor]]:
    """Deep features (n, D) of the visit's pixels, some at a time, with their indices."""
    clock, ordered_N = Clock(), rows_N[visit.index_N]
    with Rows(source, visit.panel.pixels, clock) as rows:
        plane = visit.panel.plane(source, rows, clock, meter, visit.wanted)
        assert plane is not None  # nosec B101
        for start, stop in cut(visit.panel.window[0], STRIP_PX):
            index_N = visit.index_N[slice(*np.searchsorted(ordered_N, (start, stop)))]
            if len(index_N):
                here_N = rows_N[index_N], cols_N[index_N]
                deep = DeepFeatures.under(plane, source.grid, _around(*here_N))
                yield index_N, deep.at(*(torch.from_numpy(array).to(source.device) for array in here_N))
                rows.drop(plane.pixels_needed_from)
