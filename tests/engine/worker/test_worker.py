"""The worker answers every line, in order, and survives whatever a job does."""

import io
import json
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import SceneError
from engine.messages import CancelRequest, QuitRequest, encode
from engine.protocol import REQUESTS, InspectRequest, SceneSpec
from engine.words import unpacked
from engine.worker import PROGRESS_EVERY_S, Worker, failure


class Bench:
    """A worker in this process that runs `job` for every request and ends after the last one it was given."""

    def __init__(self, job: Callable[..., Any], clock: Callable[[], float] = time.monotonic) -> None:
        self.job = job
        self.events = io.StringIO()
        self.worker = Worker(self.events, self.run, clock)
        self.left = 0

    def run(self, request: Any, report: Any) -> Any:
        self.left -= 1
        if self.left == 0:
            self.worker._queue.put(None)  # the end, without cancelling what runs
        return self.job(request, report)

    def answer(self, *lines: str) -> list[dict[str, Any]]:
        self.left = sum('"inspect"' in line and '"job"' in line for line in lines)
        for line in lines:
            assert self.worker.take(line)
        if not self.left:
            self.worker.end()
        self.worker.work()
        return [unpacked(json.loads(line)) for line in self.events.getvalue().splitlines()]


def ask(job: str, scene: str = "s.tif") -> str:
    return encode(InspectRequest(SceneSpec(scene)), job)


def raising(error: BaseException) -> Callable[..., Any]:
    def job(request: Any, report: Any) -> Any:
        raise error

    return job


def echo(request: Any, report: Any) -> dict[str, Any]:
    return {"scene": request.scene.path}


def test_a_job_starts_with_progress_and_ends_with_its_outputs() -> None:
    started, finished = Bench(echo).answer(ask("a", "x.tif"))
    assert started == {
        "kind": "progress", "job": "a", "done": 0, "total": 0, "note": "", "share": 0.0, "stage": 0, "stages": [],
    }  # fmt: skip
    assert finished == {"kind": "finished", "job": "a", "outputs": {"scene": "x.tif"}}


def test_jobs_are_answered_in_order_and_an_error_does_not_stop_the_next() -> None:
    def fail_once(request: Any, report: Any) -> dict[str, Any]:
        if request.scene.path == "bad":
            raise SceneError("no file", "give another")
        return {}

    events = Bench(fail_once).answer(ask("1", "bad"), ask("2"))
    assert [(event["job"], event["kind"]) for event in events if event["kind"] != "progress"] == [
        ("1", "failed"),
        ("2", "finished"),
    ]
    assert events[1]["error"] == "no file"
    assert events[1]["hint"] == "give another"


@pytest.mark.parametrize(
    ("line", "job"),
    [
        ("{not json", ""),
        ("[1, 2]", ""),
        ("[" * 100_000, ""),
        ('{"kind": "dance", "job": "j"}', "j"),
        ('{"kind": ["inspect"], "job": "j"}', "j"),
        ('{"kind": "inspect", "job": "j"}', "j"),
        ('{"kind": "inspect", "scene": "s.tif"}', ""),
    ],
)
def test_a_bad_line_is_refused_and_the_next_is_answered(line: str, job: str) -> None:
    bench = Bench(echo)
    assert bench.worker.take(line)
    refused, _, finished = bench.answer(ask("next"))
    assert (refused["kind"], refused["job"]) == ("failed", job)
    assert "expected" in refused["error"] or "lacks" in refused["error"]
    assert finished["job"] == "next"


values = st.none() | st.integers() | st.text() | st.lists(st.text()) | st.dictionaries(st.text(), st.integers())
names = st.sampled_from(["job", "target", "scene", "bands", "device"])
kinds = st.sampled_from(sorted(REQUESTS)) | st.text()


@given(st.builds(lambda kind, fields: json.dumps({"kind": kind, **fields}), kinds, st.dictionaries(names, values)))
def test_no_line_can_stop_the_reader(line: str) -> None:
    bench = Bench(echo)
    bench.worker.take(line)
    bench.worker.end()
    bench.worker.work()


def test_an_id_that_is_in_use_is_refused() -> None:
    bench = Bench(echo)
    bench.worker.take(ask("a"))
    bench.worker.take(ask("a"))
    bench.worker.end()
    bench.worker.work()
    assert "new job id" in bench.events.getvalue()


def test_an_unexpected_error_is_one_line_for_the_user_and_a_traceback_in_the_log(
    capsys: pytest.CaptureFixture[str],
) -> None:
    _, failed = Bench(raising(KeyError("first\nsecond"))).answer(ask("a"))
    assert failed["kind"] == "failed"
    assert "KeyError" in failed["error"]
    assert "\n" not in failed["error"] + failed["hint"]
    assert "Traceback" in capsys.readouterr().err


@pytest.mark.parametrize(
    "error",
    [
        MemoryError(),
        RuntimeError("CUDA out of memory. Tried …"),
        RuntimeError("DefaultCPUAllocator: can't allocate memory"),
    ],
)
def test_too_little_memory_is_called_that(error: Exception) -> None:
    _, failed = Bench(raising(error)).answer(ask("a"))
    assert failed["error"] == "not enough memory"


def test_a_job_that_calls_exit_has_failed_like_any_other() -> None:
    assert Bench(raising(SystemExit(3))).answer(ask("a"))[-1]["kind"] == "failed"


def test_outputs_that_json_cannot_hold_are_a_failure() -> None:
    assert "TypeError" in Bench(lambda request, report: {"path": Path("x")}).answer(ask("a"))[-1]["error"]


def test_a_cancel_is_raised_by_the_next_report() -> None:
    reached = []

    def job(request: Any, report: Any) -> None:
        for done in range(10):
            reached.append(done)
            if done == 3:
                bench.worker.take(encode(CancelRequest("a")))
            report(done, 10, "")

    bench = Bench(job)
    assert bench.answer(ask("a"))[-1] == {"kind": "cancelled", "job": "a"}
    assert reached == [0, 1, 2, 3]


def test_a_job_that_waits_can_be_cancelled_without_being_run() -> None:
    ran = []

    def job(request: Any, report: Any) -> dict[str, Any]:
        ran.append(request.scene.path)
        bench.worker.take(encode(CancelRequest("2")))
        bench.worker._queue.put(None)
        return {}

    bench = Bench(job)
    events = bench.answer(ask("1", "one"), ask("2", "two"))
    assert ran == ["one"]
    assert events[-1] == {"kind": "cancelled", "job": "2"}


def test_a_cancel_for_nobody_is_ignored() -> None:
    assert Bench(echo).answer(encode(CancelRequest("ghost")), ask("ghost"))[-1]["kind"] == "finished"


def test_quit_cancels_all_that_runs_and_waits() -> None:
    worker = Worker(events := io.StringIO(), echo)
    worker.take(ask("1"))
    worker.take(ask("2"))
    assert not worker.take(encode(QuitRequest()))
    worker.end()
    worker.work()
    assert [json.loads(line)["kind"] for line in events.getvalue().splitlines()] == ["cancelled", "cancelled"]


def test_progress_is_told_ten_times_a_second_and_always_at_the_end() -> None:
    now = 0.0

    def job(request: Any, report: Any) -> dict[str, Any]:
        nonlocal now
        for done in range(1, 1001):
            now += 0.001
            report(done, 1000, "tiles")
        return {}

    *events, finished = Bench(job, lambda: now).answer(ask("a"))
    assert finished["kind"] == "finished"
    assert len(events) <= 1 / PROGRESS_EVERY_S + 2
    assert events[-1]["done"] == 1000


def test_a_pipe_that_nobody_reads_cancels_the_job_and_ends_the_worker() -> None:
    receiver, sender = os.pipe()
    os.close(receiver)
    ran = []

    def job(request: Any, report: Any) -> dict[str, Any]:
        ran.append(request.scene.path)
        return {}

    with os.fdopen(sender, "w") as events:
        worker = Worker(events, job)
        worker.take(ask("a"))
        worker.take(ask("b"))
        worker.work()
    assert ran == ["s.tif"]


@pytest.mark.parametrize("error", [ValueError(), ValueError("\n")])
def test_an_error_without_words_still_has_a_name(error: Exception) -> None:
    assert failure(error).error == "unexpected ValueError"
