"""The log of a run survives crashes and resumes, and the line on the terminal says how the run goes."""

import io
import json
from pathlib import Path

import pytest

from engine.cli.console import CLEAR_LINE
from engine.errors import OutputError, RequestError
from training import log


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def values(loss: float = 0.5) -> dict[str, object]:
    return {"loss": loss, "losses": {"S1": loss, "S2": loss / 2}, "lr": 1e-4, "images_per_s": 1234.5}


def test_what_was_written_is_read_again_step_by_step(tmp_path: Path) -> None:
    with log.RunLog(tmp_path / "run") as run:
        run.write(1, **values(0.5))
        assert log.read(tmp_path / "run") == [{"step": 1, **values(0.5)}]  # at once, not when it is closed
        run.write(2, **values(0.25))
    assert log.read(tmp_path / "run") == [{"step": 1, **values(0.5)}, {"step": 2, **values(0.25)}]


def test_a_number_that_json_lacks_is_null(tmp_path: Path) -> None:
    with log.RunLog(tmp_path) as run:
        run.write(1, loss=float("nan"), losses={"S1": float("inf")})
    assert json.loads((tmp_path / log.NAME).read_text()) == {"step": 1, "loss": None, "losses": {"S1": None}}


def test_a_resumed_log_is_that_of_an_unbroken_run_byte_for_byte(tmp_path: Path) -> None:
    for folder, parts in {"unbroken": [(1, 9)], "resumed": [(1, 7), (5, 9)]}.items():
        for first, last in parts:
            with log.RunLog(tmp_path / folder, first - 1) as run:
                for step in range(first, last):
                    run.write(step, **values(1 / step))
    unbroken, resumed = ((tmp_path / folder / log.NAME).read_bytes() for folder in ("unbroken", "resumed"))
    assert unbroken == resumed
    assert unbroken.count(b"\n") == 8


def test_without_a_step_nothing_is_dropped(tmp_path: Path) -> None:
    for step in (1, 2):
        with log.RunLog(tmp_path) as run:
            run.write(step)
    assert [line["step"] for line in log.read(tmp_path)] == [1, 2]


@pytest.mark.parametrize("torn", [b'{"step": 3, "lo', b'{"step"', b"\0\0\0\0", b"\xff\xfe", b"3"])
def test_a_line_that_a_crash_has_torn_is_left_out_and_not_glued_to_the_next(tmp_path: Path, torn: bytes) -> None:
    with log.RunLog(tmp_path) as run:
        run.write(1)
    with (tmp_path / log.NAME).open("ab") as file:
        file.write(torn)
    assert log.read(tmp_path) == [{"step": 1}]
    with log.RunLog(tmp_path, 1) as run:
        run.write(2)
    assert log.read(tmp_path) == [{"step": 1}, {"step": 2}]


def test_a_damaged_line_before_the_last_is_named(tmp_path: Path) -> None:
    (tmp_path / log.NAME).write_text('{"step": 1}\nnonsense\n{"step": 3}\n')
    with pytest.raises(RequestError, match=r"line 2 .*nonsense"):
        log.read(tmp_path)


def test_a_folder_without_a_log_is_no_run(tmp_path: Path) -> None:
    with pytest.raises(RequestError, match="found none"):
        log.read(tmp_path)


def test_a_folder_that_cannot_be_made_is_an_output_error(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OutputError):
        log.RunLog(tmp_path / "file" / "run")


def test_a_file_gets_a_line_now_and_then_and_the_last() -> None:
    now, stream = 0.0, io.StringIO()
    live = log.Live(stream, 100, clock=lambda: now)
    for step in range(1, 101):
        now += 1.0
        live(step, values())
    live.close()
    lines = stream.getvalue().splitlines()
    assert len(lines) == 5  # steps 1, 31, 61, 91, and 100 because it is the last
    assert lines[1] == "step 31/100  1,234 images/s  lr 1.0e-04  01:09 left  S1 0.500  S2 0.250"
    assert lines[-1].startswith("step 100/100")
    assert "\r" not in stream.getvalue()


def test_a_terminal_gets_one_line_with_a_bar_that_is_cleared(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    now, stream = 0.0, Terminal()
    live = log.Live(stream, 10, clock=lambda: now)
    for step in range(1, 6):
        now += 60.0
        live(step, values())
    live.close()
    *_, last, cleared = stream.getvalue().split(CLEAR_LINE)
    assert last.startswith(" 50%|██")
    assert "| 5/10 " in last
    assert "05:00 left" in last
    assert len(last) <= 120
    assert cleared == ""
    assert "\n" not in stream.getvalue()


def test_the_time_left_counts_only_the_steps_of_this_process() -> None:
    now, stream = 0.0, io.StringIO()
    live = log.Live(stream, 100, first=90, clock=lambda: now)
    now = 10.0
    live(95, values())
    assert "00:10 left" in stream.getvalue()


def test_the_loss_shown_is_a_running_mean_that_nan_does_not_spoil() -> None:
    stream = io.StringIO()
    live = log.Live(stream, 4, clock=lambda: 0.0)
    for step, loss in enumerate((1.0, float("nan"), 3.0, 2.0), 1):
        live(step, {"losses": {"S2": loss}})
    assert "S2 2.000" in stream.getvalue().splitlines()[-1]
