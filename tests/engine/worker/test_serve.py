"""The engine as a process: nothing but events on its stdout, and it never outlives its client."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from engine import jobs, worker
from engine.messages import EVENTS, CancelRequest, QuitRequest, Ready, decode, encode
from engine.protocol import InspectRequest, PrepareRequest, PreviewRequest, SceneSpec

FAKE_ENGINE = Path(__file__).parents[2] / "fakes" / "engine_of_fates.py"


def ask(job: str, fate: str) -> str:
    return encode(InspectRequest(SceneSpec(fate)), job)


class Process:
    """The fake engine, driven by its pipes alone."""

    def __init__(self, *arguments: object) -> None:
        command = [sys.executable, str(FAKE_ENGINE), *map(str, arguments)]
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True, bufsize=1)

    def say(self, line: str) -> None:
        self.process.stdin.write(line + "\n")

    def hear(self) -> Any:
        return decode(self.process.stdout.readline(), EVENTS)[0]

    def hear_last(self) -> Any:
        while (event := self.hear()).kind == "progress":
            pass
        return event


@pytest.fixture
def start() -> Iterator[Callable[..., Process]]:
    started: list[Process] = []

    def begin(*arguments: object) -> Process:
        started.append(Process(*arguments))
        return started[-1]

    yield begin
    for engine in started:
        with engine.process as process:
            process.kill()


def test_the_first_line_is_ready_and_what_needs_no_model_is_loaded_before_anything_else_runs(
    start: Callable[..., Process],
) -> None:
    engine = start()
    assert isinstance(engine.hear(), Ready)
    engine.say(encode(PreviewRequest(SceneSpec("good")), "a"))
    assert engine.hear_last().kind == "finished"
    engine.process.stdin.close()
    engine.process.wait(10)
    assert engine.process.stderr.read().splitlines() == [
        f"loading {' '.join(worker.WITHOUT_MODEL)} on MainThread",
        *(f"loading {kind} on loading" for kind in worker.SOON),
    ]


TORCH_S = 1.5


def test_a_job_without_a_model_is_answered_while_torch_is_loaded_and_one_with_a_model_after(
    start: Callable[..., Process],
) -> None:
    engine = start(0, 1, 20, TORCH_S)
    engine.hear()
    began = time.monotonic()
    engine.say(ask("a", "good"))
    assert engine.hear_last().kind == "finished"
    assert time.monotonic() - began < TORCH_S / 2
    for kind in (PrepareRequest, PreviewRequest):
        turn = 1 + worker.SOON.index(kind.kind)
        engine.say(encode(kind(SceneSpec("good")), kind.kind))
        assert engine.hear_last().kind == "finished"
        assert TORCH_S * 0.9 * turn < time.monotonic() - began < TORCH_S * (turn + 0.7)


def test_a_job_that_waits_for_torch_can_be_cancelled(start: Callable[..., Process]) -> None:
    engine = start(0, 1, 20, 30)
    engine.hear()
    engine.say(encode(PreviewRequest(SceneSpec("good")), "a"))
    assert engine.hear().kind == "progress"
    began = time.monotonic()
    engine.say(encode(CancelRequest("a")))
    assert engine.hear_last().kind == "cancelled"
    assert time.monotonic() - began < 5


def test_what_cannot_be_imported_is_logged_and_the_others_are_still_loaded(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[str] = []

    def find(kind: str) -> None:
        asked.append(kind)
        if kind == "preview":
            raise ImportError("no torch here")

    monkeypatch.setattr(jobs, "find", find)
    worker.load_jobs(["preview", "grow"])
    assert asked == ["preview", "grow"]
    assert "no torch here" in capsys.readouterr().err


def test_jobs_without_a_model_load_no_torch() -> None:
    code = (
        "import sys; from engine import worker; worker.load_jobs(worker.WITHOUT_MODEL); print('torch' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout == "False\n"


def test_noise_goes_to_the_log_and_a_job_cannot_steal_requests(start: Callable[..., Process]) -> None:
    engine = start()
    engine.hear()
    engine.say(ask("a", "noise"))
    assert engine.hear_last().outputs == {"heard": ""}
    out, log = engine.process.communicate()
    assert out == ""
    for source in ("Python", "a C library", "printf"):
        assert f"noise of {source}" in log


def test_the_end_of_stdin_cancels_the_job_and_ends_the_engine(start: Callable[..., Process]) -> None:
    engine = start()
    engine.hear()
    engine.say(ask("a", "obedient"))
    engine.hear()
    engine.process.stdin.close()
    assert engine.hear_last().kind == "cancelled"
    assert engine.process.wait(10) == 0


def test_a_job_that_does_not_report_is_ended_with_the_process_after_the_end_of_stdin(
    start: Callable[..., Process],
) -> None:
    engine = start(0, 1, 0.2)
    engine.hear()
    engine.say(ask("a", "stubborn"))
    engine.hear()
    time.sleep(0.5)  # a report looks for a cancel once more after it has told
    engine.process.stdin.close()
    assert engine.process.wait(10) == 1


def test_a_closed_stdout_ends_the_engine_quietly(start: Callable[..., Process]) -> None:
    engine = start()
    engine.hear()
    engine.process.stdout.close()
    engine.say(ask("a", "obedient"))
    assert engine.process.wait(10) == 0
    assert all(line.startswith("loading ") for line in engine.process.stderr.read().splitlines())


def test_quit_ends_the_engine(start: Callable[..., Process]) -> None:
    engine = start()
    engine.hear()
    engine.say(encode(QuitRequest()))
    assert engine.process.wait(10) == 0
