"""Progress that suits a terminal or a log, and JSON that is strict."""

import io
import json

import pytest

from engine.cli import console
from engine.errors import Cancelled
from engine.output.strict_json import to_json


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_log_file_gets_a_line_every_few_seconds() -> None:
    now = 0.0
    stream = io.StringIO()
    report = console.Progress(stream, lambda: now)
    for done in range(101):
        report(done, 100, "tiles")
        now += 0.2
    lines = stream.getvalue().splitlines()
    assert 2 <= len(lines) <= 4
    assert "tiles" in lines[0]
    assert "5.00it/s" in lines[0]
    assert "\r" not in stream.getvalue()


def test_a_terminal_gets_one_line_that_moves_and_is_cleared() -> None:
    now = 0.0
    stream = Terminal()
    report = console.Progress(stream, lambda: now)
    for done in range(10):
        now += 1
        report(done, 10, "tiles")
    report.close()
    assert "\n" not in stream.getvalue()
    assert "9/10" in stream.getvalue()
    assert stream.getvalue().endswith(console.CLEAR_LINE)


def test_a_cancel_is_raised_by_the_next_report() -> None:
    report = console.Progress(io.StringIO())
    report(0, 1, "")
    report.cancel()
    with pytest.raises(Cancelled):
        report(0, 1, "")


def test_a_total_that_is_not_known_is_shown_without_a_share() -> None:
    now = 0.0
    stream = io.StringIO()
    report = console.Progress(stream, lambda: now)
    now = 10.0
    report(7, 0, "looking")
    assert "looking" in stream.getvalue()
    assert "%" not in stream.getvalue()


def test_json_has_no_numbers_that_json_has_not() -> None:
    line = to_json({"a": [float("nan"), (1, 2.5)], "b": {"c": float("-inf")}, "d": "NaN"})
    assert json.loads(line, parse_constant=pytest.fail) == {"a": [None, [1, 2.5]], "b": {"c": None}, "d": "NaN"}
