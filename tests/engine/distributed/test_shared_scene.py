"""A scene is cut into parts of whole rows of blocks; every pixel lies in one of them, and workers have enough to do."""

from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.distributed.shared_scene import PARTS_PER_WORKER, cut_parts, make
from engine.distributed.workers import RequestResult
from engine.errors import WorkerError
from engine.messages import Failed, Finished
from engine.protocol import PartRequest
from engine.scene.windows import Window


@st.composite
def panels(draw: st.DrawFn) -> tuple[list[Window], int]:
    """Panels one below the other, each beginning where whole blocks end, and the block's height."""
    block_px = draw(st.integers(1, 600))
    first = draw(st.integers(0, 5000))
    made: list[Window] = []
    for blocks in draw(st.lists(st.integers(1, 60), min_size=1, max_size=4)):
        cut_off = draw(st.integers(0, block_px - 1))  # the last row of blocks may be lower
        made.append(((first, first + blocks * block_px - cut_off), (0, draw(st.integers(1, 9)))))
        first += blocks * block_px
    return made, block_px


@given(panels(), st.integers(1, 40))
def test_every_row_of_a_panel_lies_in_one_part_and_parts_keep_their_order(
    given_panels: tuple[list[Window], int], workers: int
) -> None:
    scene, block_px = given_panels
    parts = iter(cut_parts(scene, block_px, workers))
    for (row0, row1), cols in scene:
        at = row0
        while at < row1:
            (start, stop), part_cols = next(parts)
            assert (start, part_cols) == (at, cols)
            assert stop > start
            assert (start - row0) % block_px == 0
            at = stop
        assert at == row1
    assert next(parts, None) is None


@given(panels(), st.integers(1, 40))
def test_there_are_parts_for_all_workers_and_not_many_more(
    given_panels: tuple[list[Window], int], workers: int
) -> None:
    scene, block_px = given_panels
    blocks = sum(-(-(row1 - row0) // block_px) for (row0, row1), _ in scene)
    parts = cut_parts(scene, block_px, workers)
    assert min(workers, blocks) <= len(parts) <= workers * PARTS_PER_WORKER + len(scene)


@given(st.integers(1, 100), st.integers(1, 512), st.integers(1, 40))
def test_the_parts_of_a_panel_differ_by_one_row_of_blocks(blocks: int, block_px: int, workers: int) -> None:
    rows = [stop - start for (start, stop), _ in cut_parts([((0, blocks * block_px), (0, 1))], block_px, workers)]
    assert max(rows) - min(rows) <= block_px


class Told:
    """Workers that end requests as they were told to."""

    count = 2

    def __init__(self, *events: Finished | Failed) -> None:
        self.events, self.closed = events, False

    def run(self, requests: Sequence[Any], report: Any) -> Iterator[RequestResult]:
        try:
            for number, event in enumerate(self.events):
                report(number, 3, "any")
                yield RequestResult(number, event, 0.0)
        finally:
            self.closed = True


def test_a_part_that_fails_stops_the_others_and_says_why() -> None:
    workers = Told(Finished("0", {}), Failed("1", "no disk", "buy one"), Finished("2", {}))
    notes: list[str] = []
    made = make(workers, [PartRequest()] * 3, lambda done, total, note: notes.append(note))
    assert next(made) == 0
    with pytest.raises(WorkerError, match="no disk") as caught:
        next(made)
    assert caught.value.hint == "buy one"
    assert workers.closed
    assert set(notes) == {"parts, in hundredths"}
