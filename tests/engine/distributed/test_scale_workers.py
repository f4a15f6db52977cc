"""Whoever runs the requests: all are answered, whatever becomes of a worker, and a cancel leaves no process."""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psutil
import pytest

from engine import jobs
from engine.distributed.devices import pinned
from engine.distributed.local_workers import LocalWorkers
from engine.distributed.worker_choice import WorkerChoice
from engine.distributed.workers import InProcessWorkers, RequestResult, Workers
from engine.errors import Cancelled, DeviceError, SceneError, WorkerError
from engine.messages import Failed, Finished
from engine.protocol import EmbedRequest, SceneSpec

FAKE_ENGINE = (sys.executable, str(Path(__file__).parents[2] / "fakes" / "engine_of_scenes.py"))
Ask = Callable[..., list[EmbedRequest]]


def quiet(done: int, total: int, note: str) -> None:
    """No progress."""


@pytest.fixture
def ask(tmp_path: Path) -> Ask:
    """``ask("good", "bad")``: requests for scenes of these fates."""

    def requests(*fates: str) -> list[EmbedRequest]:
        made = []
        for number, fate in enumerate(fates):
            (scene := tmp_path / f"{number}.fate").write_text(fate)
            made.append(EmbedRequest(SceneSpec(str(scene)), out=str(tmp_path / f"{number}.out")))
        return made

    return requests


@pytest.fixture
def pool(tmp_path: Path) -> Callable[..., LocalWorkers]:
    return lambda *devices: LocalWorkers(devices or ("cpu", "cpu"), tmp_path / "log", FAKE_ENGINE)


def run(workers: Workers, requests: list[EmbedRequest], report: Any = quiet) -> list[RequestResult]:
    """What became of them, in their own order."""
    ended = sorted(workers.run(requests, report), key=lambda one: one.number)
    assert [one.number for one in ended] == list(range(len(requests)))  # each once
    return ended


def test_two_workers_answer_all_requests_and_an_error_stops_nobody(ask: Ask, pool: Any, tmp_path: Path) -> None:
    ended = run(pool(), ask("together", "bad", "good", "together"))
    assert [type(one.event) for one in ended] == [Finished, Failed, Finished, Finished]
    assert ended[1].event == Failed("1", "no band says what it is", "give --bands")
    assert len({one.event.outputs["told"]["pid"] for one in ended if isinstance(one.event, Finished)}) == 2
    assert (tmp_path / "3.out").read_text() == "3.fate"
    assert all(one.seconds >= 0 for one in ended)


def test_a_killed_worker_is_replaced_and_its_request_done_again(ask: Ask, pool: Any, tmp_path: Path) -> None:
    ended = run(pool(), ask("once", "good", "once", "good"))
    assert all(isinstance(one.event, Finished) for one in ended)
    assert [(tmp_path / f"{n}.out").read_text() for n in range(4)] == [f"{n}.fate" for n in range(4)]


def test_a_request_that_three_workers_died_of_is_its_scenes_error_alone(ask: Ask, pool: Any, tmp_path: Path) -> None:
    fatal, good = run(pool("cpu"), ask("fatal", "good"))
    assert fatal.event.error == "3 worker processes died at this request; the last one was killed by SIGKILL"
    assert str(tmp_path / "log") in fatal.event.hint
    assert (tmp_path / "0.tries").read_text() == "xxx"
    assert isinstance(good.event, Finished)


def test_an_engine_that_cannot_start_is_told_with_its_log(ask: Ask, tmp_path: Path) -> None:
    workers = LocalWorkers(["cpu"], tmp_path / "log", (*FAKE_ENGINE, "stillborn"))
    with pytest.raises(WorkerError, match="no worker process can be started: it ended with status 1"):
        run(workers, ask("good", "good"))
    assert "no such library" in (tmp_path / "log").read_text()


def test_a_cancel_ends_every_worker(ask: Ask, pool: Any, tmp_path: Path) -> None:
    def stop(done: int, total: int, note: str) -> None:
        if (tmp_path / "0.began").exists() and (tmp_path / "1.began").exists():
            raise Cancelled

    began, before = time.monotonic(), psutil.Process().children()
    with pytest.raises(Cancelled):
        run(pool(), ask("slow", "slow", "good"), stop)
    assert psutil.Process().children() == before
    assert not (tmp_path / "2.out").exists()
    assert time.monotonic() - began < 9  # asked, not waited for until they were killed


CLIENT = """
import sys
from pathlib import Path
from engine.protocol import (EmbedRequest, SceneSpec)
from engine.distributed.local_workers import LocalWorkers
requests = [EmbedRequest(SceneSpec(scene), out="out") for scene in sys.argv[3:]]
list(LocalWorkers(["cpu", "cpu"], Path(sys.argv[1]), (sys.executable, sys.argv[2])).run(requests, lambda *_: None))
"""


def test_workers_never_outlive_the_process_that_started_them(ask: Ask, tmp_path: Path) -> None:
    scenes = [request.scene.path for request in ask("slow", "slow")]
    client = psutil.Popen([sys.executable, "-c", CLIENT, str(tmp_path / "log"), FAKE_ENGINE[1], *scenes])
    while not all(Path(scene).with_suffix(".began").exists() for scene in scenes):
        time.sleep(0.02)
    workers = client.children()
    assert len(workers) == 2
    client.kill()
    client.wait()
    _, alive = psutil.wait_procs(workers, timeout=10)
    assert not alive


def test_each_worker_sees_its_own_gpu_only_and_its_share_of_the_cores(
    ask: Ask, pool: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("OMP_NUM_THREADS", raising=False)
    monkeypatch.delenv("CUDA_VISIBLE_DEVICES", raising=False)
    told = [one.event.outputs["told"] for one in run(pool("cuda:0", "cuda:1"), ask("together", "together"))]
    assert sorted((t["device"], t["CUDA_VISIBLE_DEVICES"]) for t in told) == [("cuda", "0"), ("cuda", "1")]
    cores = len(os.sched_getaffinity(0))
    assert {t["OMP_NUM_THREADS"] for t in told} == {str(max(1, cores // 2))}


def test_a_gpu_is_counted_among_those_that_the_environment_shows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CUDA_VISIBLE_DEVICES", "4,GPU-5f")
    assert pinned("cuda:1") == ("cuda", {"CUDA_VISIBLE_DEVICES": "GPU-5f"})
    assert pinned("cuda") == ("cuda", {})
    with pytest.raises(DeviceError, match="CUDA_VISIBLE_DEVICES=4,GPU-5f hides cuda:2") as caught:
        pinned("cuda:2")
    assert caught.value.hint == "give one of cuda:0 to cuda:1"


@pytest.mark.parametrize(
    ("device", "workers", "count"),
    [("cpu", None, 1), ("cpu", 3, 3), ("cuda:0,cuda:1", None, 2), ("cuda:0,cuda:1", 5, 5)],
)
def test_devices_and_workers_say_how_many_there_are(
    device: str, workers: int | None, count: int, tmp_path: Path
) -> None:
    choice = WorkerChoice.of(device, workers, None)
    assert choice.workers(tmp_path / "log").count == count
    assert isinstance(choice.workers(tmp_path / "log"), InProcessWorkers) == choice.alone == (count == 1)


@pytest.mark.parametrize("here", [True, False])
def test_progress_counts_hundredths_of_all_requests_up_to_the_end(
    ask: Ask, pool: Any, monkeypatch: pytest.MonkeyPatch, here: bool
) -> None:
    def job(request: Any, report: Any) -> dict[str, Any]:
        report(1, 2, "embedding")
        return {}

    monkeypatch.setattr(jobs, "run", job)
    seen: list[tuple[int, int]] = []
    run(
        InProcessWorkers() if here else pool(),
        ask("good", "good", "bad"),
        lambda done, total, note: seen.append((done, total)),
    )
    assert {total for _, total in seen} == {300}
    last = max(done for done, _ in seen)
    assert 200 < last < 300 if here else last == 300


def test_this_process_answers_errors_and_bugs_and_heeds_a_cancel(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    fates = {"bad": SceneError("no", "do"), "bug": KeyError("x"), "cancel": Cancelled()}

    def job(request: Any, report: Any) -> dict[str, Any]:
        fate = Path(request.scene.path).read_text()
        if fate in fates:
            raise fates[fate]
        return {"answer": 42}

    monkeypatch.setattr(jobs, "run", job)
    bad, bug, good = run(InProcessWorkers(), ask("bad", "bug", "good"))
    assert bad.event == Failed("0", "no", "do")
    assert "KeyError" in bug.event.error
    assert good.event == Finished("2", {"answer": 42})
    with pytest.raises(Cancelled):
        run(InProcessWorkers(), ask("cancel", "good"))
