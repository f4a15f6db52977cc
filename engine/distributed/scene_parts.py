"""One large scene, many workers: into which parts it is cut, and which workers make them.

The cut is arithmetic on rows of blocks; it knows no pixels. What a part holds and how parts are joined is the job's.
"""

from collections.abc import Iterator, Sequence
from contextlib import closing

from engine.distributed.workers import Workers
from engine.errors import WorkerError
from engine.jobs import Report
from engine.jobs.stages import PARTS
from engine.protocol import Failed, PartRequest
from engine.scene.windows import Window

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


class WorkerParts:
    """Makes the parts of one scene with `workers`; see `engine.jobs.shared_scene.PartRunner`."""

    def __init__(self, workers: Workers) -> None:
        self._workers = workers

    def cut(self, panels: Sequence[Window], block_px: int) -> list[Window]:
        """See `cut_parts`."""
        return cut_parts(panels, block_px, self._workers.count)

    def make(self, parts: Sequence[PartRequest], report: Report) -> Iterator[int]:
        """Make them; tells the place of each in the list when it is there.

        Raises:
            WorkerError: a part cannot be made, or there is nobody to make it; the others are stopped.
            Cancelled: from `report`.
        """
        with closing(self._workers.run(parts, lambda done, total, _: report(done, total, PARTS))) as run:
            for ended in run:
                if isinstance(ended.event, Failed):
                    raise WorkerError(ended.event.error, ended.event.hint)
                yield ended.number
