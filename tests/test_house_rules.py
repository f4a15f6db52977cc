"""The rules of the house that a machine can hold: style, types, import contracts, what may be in the repository."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent
MAX_LINES = 500
PACKAGES = ("engine", "training", "ofa_qgis")


def tracked(pattern: str) -> list[Path]:
    """Files of the repository that match; the working tree's own where git is absent."""
    listing = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", pattern],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return [ROOT / name for name in listing.stdout.splitlines() if (ROOT / name).is_file()]


@pytest.mark.parametrize("command", ["ruff check .", "ruff format --check .", "mypy", "lint-imports"])
def test_the_linters_have_nothing_to_say(command: str) -> None:
    tool, *arguments = command.split()
    result = subprocess.run([str(BIN / tool), *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


def test_no_file_is_longer_than_a_person_reads_at_once() -> None:
    lines = {path.relative_to(ROOT).as_posix(): len(path.read_text().splitlines()) for path in tracked("*.py")}
    assert not {name: count for name, count in lines.items() if count > MAX_LINES}


def test_contributing_maps_every_room_of_the_house() -> None:
    table = re.findall(r"^\| `([a-z_/]+)/` \| (.+) \|$", (ROOT / "CONTRIBUTING.md").read_text(), re.MULTILINE)
    rooms = {
        path.parent.relative_to(ROOT).as_posix()
        for package in (*PACKAGES, "benchmarks")
        for path in tracked(f"{package}/*.py")
    }
    assert sorted(room for room, _ in table) == sorted(rooms | {"docs", "resources", "tests"})


def test_no_test_folder_holds_an_init_file_which_would_shadow_the_packages() -> None:
    assert not list((ROOT / "tests").rglob("__init__.py"))


NOT_ON_WINDOWS = {
    "crypt", "curses", "fcntl", "grp", "posix", "pty", "pwd", "readline", "resource", "spwd", "syslog", "termios",
    "tty",
}  # fmt: skip
"""Modules of the standard library that Python for Windows lacks."""


def loaded_with(node: ast.AST) -> Iterator[str]:
    """The modules without which a module cannot be imported: what is in a function or in a ``try`` can be absent."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import):
            yield from (each.name.partition(".")[0] for each in child.names)
        elif isinstance(child, ast.ImportFrom):
            yield (child.module or "").partition(".")[0]
        elif not isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda | ast.Try):
            yield from loaded_with(child)


def test_every_module_can_be_imported_on_windows() -> None:
    needed = {
        f"{path.relative_to(ROOT).as_posix()}: {name}"
        for package in PACKAGES
        for path in tracked(f"{package}/*.py")
        for name in loaded_with(ast.parse(path.read_text("utf-8")))
        if name in NOT_ON_WINDOWS
    }
    assert not needed


MAY_NAME_PICKLES = {
    "training/evaluate/datasets/restricted_pickle.py",  # GEO-Bench's attributes; its unpickler looks no name up
    "tests/training/evaluate/geobench_writer.py",  # writes such attributes
    "tests/training/evaluate/test_restricted_pickle.py",  # writes malicious ones
}


def test_nothing_loads_pickles() -> None:
    for path in tracked("*.py"):
        if path == Path(__file__):
            continue
        text, name = path.read_text(), path.relative_to(ROOT).as_posix()
        assert not re.search(r"import pickle|from pickle import", text) or name in MAY_NAME_PICKLES, path
        assert "torch.load(" not in text or "weights_only=True" in text, path


def test_no_event_filter_of_python_sees_the_whole_application() -> None:
    """PyQt asks each object that gets an event for its C++ type: an object of QtWebKit has none, and QGIS crashes."""
    whole = re.compile(r"(qApp|pplication(\.instance\(\))?|\bapp)\.installEventFilter\(")
    assert not [path for path in tracked("*.py") if whole.search(path.read_text()) and path != Path(__file__)]
