"""One large scene, many workers: it is cut into parts, workers make them, and they are joined here.

A part is some rows of blocks of one panel. Parts are joined in the order in which one process would have made them, so
the result has the same bytes. What a part holds is known to the job `engine.jobs.part` alone.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import rasterio
from rasterio.windows import Window as RasterWindow

from engine.distributed.workers import Workers
from engine.errors import WorkerError
from engine.jobs import stages
from engine.jobs.part import PartFile, files_of_part
from engine.mapping.streamed_map import Compute, StreamedMap
from engine.messages import Failed, body_of
from engine.output.staging import PARTS, disk_errors
from engine.progress import Report
from engine.protocol import MapRequest, PartRequest
from engine.scene.windows import Window, cut

LEARNT = "learnt.safetensors"
PARTS_PER_WORKER = 3
"""More parts even out workers of different speed, and less is lost with a worker that dies. But each part computes
the tiles at its border once more and opens the scene again, so not many more."""


def cut_parts(panels: Sequence[Window], block_px: int, workers: int) -> list[Window]:
    """Parts that are about as large as each other, in the order of their panels, from top to bottom.

    Every part lies in one panel, has all its columns, and begins whole blocks below the panel's first row.
    There are at least as many parts as workers, if there are as many rows of blocks.

    Args:
        panels: windows that do not overlap.
        block_px: height of a block, in whatever the windows count.
        workers: how many there are.

    Example:
        >>> cut_parts([((0, 2000), (0, 9))], 512, workers=1)
        [((0, 512), (0, 9)), ((512, 1024), (0, 9)), ((1024, 2000), (0, 9))]
    """
    blocks = [-(-(row1 - row0) // block_px) for (row0, row1), _ in panels]
    most = max(1, -(-sum(blocks) // (workers * PARTS_PER_WORKER)))  # rows of blocks in a part
    return [
        (rows, cols)
        for ((row0, row1), cols), count in zip(panels, blocks, strict=True)
        for rows in _even(row0, row1, count, -(-count // most), block_px)
    ]


def _even(row0: int, row1: int, blocks: int, parts: int, block_px: int) -> Iterator[tuple[int, int]]:
    """Rows `row0` to `row1` as spans of whole blocks that differ by one block at most."""
    edges = [row0 + block_px * (blocks * part // parts) for part in range(parts)]
    yield from zip(edges, [*edges[1:], row1], strict=True)


def shared_among(workers: Workers) -> Compute:
    """Has a map computed by `workers`; every one of them must see the folder of its files under the same name."""
    return partial(_share, workers)


def _share(workers: Workers, streamed: StreamedMap, report: Report) -> Mapping[str, Any]:
    _SharedScene.of(workers, streamed).join(streamed, report)
    return {}  # what the workers waited for, nobody has added up


@dataclass(frozen=True)
class _SharedScene:
    """What workers make of a scene.

    Attributes:
        whole: the request, with every choice made, so that all workers understand it alike.
        folder: where they leave the parts.
        files: of each part.
    """

    workers: Workers
    whole: MapRequest
    has_learnt: bool
    folder: Path
    files: tuple[PartFile, ...]

    @classmethod
    def of(cls, workers: Workers, streamed: StreamedMap) -> "_SharedScene":
        """With the precision that was chosen here, since all parts are to be alike."""
        request, opened = streamed.request, streamed.opened
        whole = replace(request, compute=replace(request.compute, precision=opened.tuning.precision))
        return cls(workers, whole, streamed.learnt is not None, streamed.folder / PARTS, files_of_part(whole, opened))

    def join(self, streamed: StreamedMap, report: Report) -> None:
        """Have the parts made and write them in order.

        Raises:
            EngineError: a part cannot be made, or not be written.
            Cancelled: from `report`.
        """
        with disk_errors(self.folder):
            self.folder.mkdir(exist_ok=True)
            if streamed.learnt:
                (self.folder / LEARNT).write_bytes(streamed.learnt.to_bytes())
        windows = cut_parts(streamed.panels(), self.files[0].block_px, self.workers.count)
        there: set[Window] = set()
        following = iter(windows)
        awaited = next(following, None)
        for made in self._made(windows, report):
            there.add(made)
            while awaited in there:
                self._take(awaited, streamed)
                awaited = next(following, None)

    def _made(self, windows: Sequence[Window], report: Report) -> Iterator[Window]:
        """The windows whose parts are there, in whatever order they come; those of an earlier run first."""
        missing = []
        for window in windows:
            if all(file.path(self._stem(window)).exists() for file in self.files):
                yield window
            else:
                missing.append(window)
        if missing:
            yield from (missing[number] for number in make(self.workers, [*map(self._request, missing)], report))

    def _stem(self, window: Window) -> str:
        (row0, _), (col0, _) = window
        return str(self.folder / f"{row0}-{col0}")

    def _request(self, window: Window) -> PartRequest:
        learnt, device = str(self.folder / LEARNT) if self.has_learnt else None, self.whole.compute.device
        return PartRequest(body_of(self.whole), (*window[0], *window[1]), learnt, self._stem(window), device)

    def _take(self, window: Window, streamed: StreamedMap) -> None:
        """Write a part, row of blocks by row of blocks, and remove it."""
        (row0, row1), (col0, col1) = window
        paths = [file.path(self._stem(window)) for file in self.files]
        with ExitStack() as files:
            opened = [files.enter_context(rasterio.open(path)) for path in paths]
            for start, stop in cut((row0, row1), self.files[0].block_px):
                here = RasterWindow(0, start - row0, col1 - col0, stop - start)
                streamed.write(start, col0, *(file.read(window=here) for file in opened))
        for path in paths:
            path.unlink()


def make(workers: Workers, parts: Sequence[PartRequest], report: Report) -> Iterator[int]:
    """Make parts; tells the place of each in the list when it is there.

    Raises:
        WorkerError: a part cannot be made, or there is nobody to make it; the others are stopped.
        Cancelled: from `report`.
    """
    with closing(workers.run(parts, lambda done, total, _: report(done, total, stages.PARTS))) as run:
        for ended in run:
            if isinstance(ended.event, Failed):
                raise WorkerError(ended.event.error, ended.event.hint)
            yield ended.number
