"""The client survives every way in which an engine can die, and always tells how each job ended."""

import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, cast

import psutil
import pytest

from engine import __version__
from ofa_qgis.engine.client import LAST_EVENTS, Crashed, EngineClient, OnEvent
from ofa_qgis.engine.process import EngineError, describe_exit
from ofa_qgis.messages import CancelledEvent, Failed, Finished, Message, Progress
from ofa_qgis.protocol import InspectRequest, SceneSpec

FATES = Path(__file__).parents[1] / "fakes" / "engine_of_fates.py"
LONG_S = 20.0  # no test waits so long unless it fails


@pytest.fixture
def connect(tmp_path: Path) -> Iterator[Callable[..., EngineClient]]:
    """``connect(*arguments of the fake engine, **arguments of the client)``."""
    clients: list[EngineClient] = []

    def make(*arguments: object, **more: Any) -> EngineClient:
        command = [sys.executable, str(FATES), *map(str, arguments)]
        clients.append(EngineClient(Path(sys.executable), tmp_path / "log" / "engine.log", command, **more))
        return clients[-1]

    yield make
    for client in clients:
        client.stop()


class Ear:
    """Collects a job's events; `wait_for` waits for one of a kind."""

    def __init__(self) -> None:
        self.events: list[Any] = []
        self._changed = threading.Condition()

    def __call__(self, event: Message) -> None:
        with self._changed:
            self.events.append(event)
            self._changed.notify_all()

    def wait_for(self, kind: type[Message], note: str = "") -> Any:
        def heard() -> list[Any]:
            return [e for e in self.events if isinstance(e, kind) and getattr(e, "note", "") == note]

        with self._changed:
            assert self._changed.wait_for(heard, LONG_S), self.events
            return heard()[0]


def run(client: EngineClient, request: Message, on_event: OnEvent | None = None) -> Any:
    """Run a job to its end; its last event."""
    last: list[Message] = []
    done = threading.Event()

    def keep(event: Message) -> None:
        try:
            if on_event:
                on_event(event)
        finally:
            if isinstance(event, LAST_EVENTS):
                last.append(event)
                done.set()

    client.submit(request, keep)
    assert done.wait(LONG_S)
    return last[0]


def ask(fate: str) -> InspectRequest:
    return InspectRequest(SceneSpec(fate))


def test_a_job_gives_its_progress_and_then_its_outputs(connect: Callable[..., EngineClient]) -> None:
    ear = Ear()
    finished = run(connect(), ask("steps"), ear)
    assert finished.outputs == {"answer": 42}
    assert [event.done for event in ear.events[:-1]] == [0, 1, 2, 3]
    assert ear.events[-1] is finished


def test_one_engine_serves_run_after_run(connect: Callable[..., EngineClient]) -> None:
    client = connect()
    first, second = run(client, ask("good")), run(client, ask("good"))
    assert first.outputs["pid"] == second.outputs["pid"] == client.pid


def test_an_engine_that_was_started_ahead_runs_the_first_job(connect: Callable[..., EngineClient]) -> None:
    client = connect()
    assert client.pid is None
    client.start_ahead()
    ahead = client.pid
    client.start_ahead()
    assert ahead is not None and run(client, ask("good")).outputs["pid"] == ahead == client.pid


def test_an_engine_that_has_nothing_to_do_can_be_ended_and_one_that_has_is_not(
    connect: Callable[..., EngineClient],
) -> None:
    client, ear = connect(), Ear()
    client.stop_if_idle()
    assert client.pid is None
    job = client.submit(ask("obedient"), ear)
    ear.wait_for(Progress, "working")
    pid = client.pid
    client.stop_if_idle()
    assert client.pid == pid is not None
    client.cancel(job)
    ear.wait_for(CancelledEvent)
    client.stop_if_idle()
    assert client.pid is None and not psutil.pid_exists(cast(int, pid))
    assert isinstance(run(client, ask("good")), Finished)


def test_an_error_comes_with_its_hint_and_leaves_the_engine_alive(connect: Callable[..., EngineClient]) -> None:
    client = connect()
    pid = client.start() and client.pid
    failed = run(client, ask("error"))
    assert (failed.error, failed.hint) == ("no file x.tif", "give another")
    assert isinstance(run(client, ask("bug")), Failed)
    assert run(client, ask("good")).outputs["pid"] == pid


@pytest.mark.parametrize(
    ("fate", "words"),
    [("exit", "exit code 7"), ("kill", "SIGKILL; often too little memory"), ("segfault", "SIGSEGV")],
)
def test_a_death_is_told_and_the_next_job_gets_a_fresh_engine(
    connect: Callable[..., EngineClient], fate: str, words: str
) -> None:
    client = connect()
    client.start()
    before = client.pid
    crashed = run(client, ask(fate))
    assert isinstance(crashed, Crashed)
    assert words in crashed.error
    assert "Segmentation fault" in crashed.log or fate != "segfault"
    assert run(client, ask("good")).outputs["pid"] != before


def test_all_jobs_that_wait_learn_of_the_death(connect: Callable[..., EngineClient]) -> None:
    client = connect()
    running, waiting = Ear(), Ear()
    client.submit(ask("exit"), running)
    client.submit(ask("good"), waiting)
    assert "exit code 7" in running.wait_for(Crashed).error
    waiting.wait_for(Crashed)


def test_an_engine_that_closes_its_pipe_and_lives_on_is_ended(connect: Callable[..., EngineClient]) -> None:
    client = connect()
    client.start()
    pid = client.pid
    assert isinstance(run(client, ask("close")), Crashed)
    assert ended(pid)


def test_an_engine_that_dies_at_its_start_is_told_with_its_log(tmp_path: Path) -> None:
    command = [sys.executable, "-c", "raise ImportError('no torch')"]
    client = EngineClient(Path(sys.executable), tmp_path / "engine.log", command)
    crashed = run(client, ask("good"))
    assert isinstance(crashed, Crashed)
    assert "no torch" in crashed.log
    with pytest.raises(EngineError, match="exit code 1"):
        client.start()


def test_no_such_python_is_an_error_at_once(tmp_path: Path) -> None:
    client = EngineClient(tmp_path / "python", tmp_path / "engine.log")
    with pytest.raises(EngineError, match="cannot be started"):
        client.submit(ask("good"), Ear())


def test_a_slow_start_is_ended_at_its_time_limit(connect: Callable[..., EngineClient]) -> None:
    crashed = run(connect(60, ready_s=0.3), ask("good"))
    assert isinstance(crashed, Crashed)
    assert "did not start within 0.3 s" in crashed.error


def test_a_slow_start_within_its_time_limit_is_waited_for(connect: Callable[..., EngineClient]) -> None:
    ear = Ear()
    client = connect(1.0, grace_s=0.4)
    job = client.submit(ask("good"), ear)
    client.cancel(job)  # a cancel while it starts is no reason to kill it
    ear.wait_for(CancelledEvent)


def test_another_protocol_is_refused_with_what_to_do(connect: Callable[..., EngineClient]) -> None:
    client = connect(0, 99)
    crashed = run(client, ask("good"))
    assert isinstance(crashed, Crashed)
    assert "protocol 99" in crashed.error
    assert "repair the engine" in crashed.hint
    with pytest.raises(EngineError, match="protocol 99"):
        client.start()


def test_a_cancel_is_honoured_at_the_pace_of_reports(connect: Callable[..., EngineClient]) -> None:
    client, ear = connect(), Ear()
    job = client.submit(ask("obedient"), ear)
    ear.wait_for(Progress, "working")
    pid, began = client.pid, time.monotonic()
    client.cancel(job)
    ear.wait_for(CancelledEvent)
    assert time.monotonic() - began < 2
    assert run(client, ask("good")).outputs["pid"] == pid


def test_a_job_that_ignores_its_cancel_is_killed_after_the_grace_time(connect: Callable[..., EngineClient]) -> None:
    client, ear = connect(grace_s=0.3), Ear()
    job = client.submit(ask("stubborn"), ear)
    ear.wait_for(Progress, "deaf from now on")
    client.cancel(job)
    assert "did not stop within 0.3 s" in ear.wait_for(Crashed).error
    assert isinstance(run(client, ask("good")), Finished)


def test_cancelling_a_job_that_waits_does_not_kill_the_one_that_runs(connect: Callable[..., EngineClient]) -> None:
    client, running, waiting = connect(grace_s=0.4), Ear(), Ear()
    first = client.submit(ask("obedient"), running)
    second = client.submit(ask("good"), waiting)
    running.wait_for(Progress, "working")
    client.cancel(second)
    time.sleep(1.0)
    assert isinstance(running.events[-1], Progress)
    client.cancel(first)
    running.wait_for(CancelledEvent)
    waiting.wait_for(CancelledEvent)


def test_stop_cancels_what_runs_and_a_later_job_starts_afresh(connect: Callable[..., EngineClient]) -> None:
    client, ear = connect(), Ear()
    client.submit(ask("obedient"), ear)
    ear.wait_for(Progress, "working")
    pid = client.pid
    client.stop()
    assert ended(pid)
    assert isinstance(ear.events[-1], CancelledEvent)
    assert run(client, ask("good")).outputs["pid"] != pid


def test_stop_ends_an_engine_that_does_not_listen(connect: Callable[..., EngineClient]) -> None:
    client, ear = connect(grace_s=0.2), Ear()
    client.submit(ask("stubborn"), ear)
    ear.wait_for(Progress, "deaf from now on")
    client.stop()
    assert ear.wait_for(Crashed).error == "the engine was stopped"
    client.stop()


OWNER = """
import sys, time; sys.path.insert(0, {root!r})
from pathlib import Path
from ofa_qgis.engine.client import EngineClient
from ofa_qgis.protocol import (InspectRequest, SceneSpec)
client = EngineClient(Path(sys.executable), Path({log!r}), {command!r})
client.start()
{then}
time.sleep(60)
"""


def killed(tmp_path: Path, command: list[str] | None, then: str) -> int:
    """The engine's process id, once the process that started it (as QGIS does) was killed."""
    root, log = str(Path(__file__).parents[2]), str(tmp_path / "engine.log")
    script = OWNER.format(root=root, log=log, command=command, then=then)
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE) as owner:
        pid = int(owner.stdout.readline())
        assert not ended(pid, within_s=0)
        owner.kill()
    return pid


def test_an_engine_at_work_ends_when_its_client_was_killed(tmp_path: Path) -> None:
    say = "lambda event: event.kind == 'progress' and print(client.pid, flush=True)"
    work = f"client.submit(InspectRequest(SceneSpec('obedient')), {say})"
    assert ended(killed(tmp_path, [sys.executable, str(FATES)], work))


def test_the_real_engine_ends_within_seconds_when_qgis_was_killed(tmp_path: Path) -> None:
    assert ended(killed(tmp_path, None, "print(client.pid, flush=True)"), within_s=5)


def test_noise_is_in_the_log_and_the_log_before_is_kept(connect: Callable[..., EngineClient], tmp_path: Path) -> None:
    client = connect()
    assert run(client, ask("noise")).outputs == {"heard": ""}
    client.stop()
    assert "noise of printf" in (tmp_path / "log" / "engine.log").read_text()
    client.start()
    assert "noise of printf" not in (tmp_path / "log" / "engine.log").read_text()
    assert "noise of printf" in (tmp_path / "log" / "engine.log.1").read_text()


def test_the_engine_inherits_nothing_that_belongs_to_qgis(
    connect: Callable[..., EngineClient], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("PROJ_DATA", "GDAL_DATA", "QT_PLUGIN_PATH", "PYTHONSTARTUP"):
        monkeypatch.setenv(name, "/qgis")
    seen = run(connect(), ask("good")).outputs["environment"]
    assert not {"PROJ_DATA", "GDAL_DATA", "QT_PLUGIN_PATH", "PYTHONSTARTUP"} & set(seen)
    assert "PATH" in seen


def test_a_callback_that_fails_disturbs_nobody(connect: Callable[..., EngineClient]) -> None:
    def fail(event: Message) -> None:
        raise RuntimeError(event.kind)

    client = connect()
    client.submit(ask("steps"), fail)
    assert isinstance(run(client, ask("good"), fail), Finished)


def test_jobs_from_many_threads_start_one_engine(connect: Callable[..., EngineClient]) -> None:
    client, pids = connect(), []
    threads = [threading.Thread(target=lambda: pids.append(run(client, ask("good")).outputs["pid"])) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(LONG_S)
    assert len(pids) == 8
    assert len(set(pids)) == 1


def test_the_real_engine_starts_and_answers(tmp_path: Path) -> None:
    client = EngineClient(Path(sys.executable), tmp_path / "engine.log")
    try:
        assert client.start().engine == __version__
        missing = run(client, InspectRequest(SceneSpec(str(tmp_path / "missing.tif"))))
        assert "missing.tif" in missing.error
    finally:
        client.stop()


@pytest.mark.parametrize(
    ("code", "words"),
    [(None, "it does not answer"), (0xC0000005, "access violation"), (3, "exit code 3"), (-15, "SIGTERM")],
)
def test_exit_codes_are_put_into_words(code: int | None, words: str) -> None:
    assert describe_exit(code) == words


def ended(pid: int, within_s: float = LONG_S) -> bool:
    """Whether the process is gone within this time, or dead and only waiting for its parent."""
    deadline = time.monotonic() + within_s
    while True:
        try:
            if psutil.Process(pid).status() == psutil.STATUS_ZOMBIE:
                return True
        except psutil.NoSuchProcess:
            return True
        if time.monotonic() >= deadline:
            return False
        time.sleep(0.02)
