"""Scripts that run rarely, some on a GPU only, still find what they import from this project."""

import ast
import importlib
import importlib.util
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
OURS = {"engine", "training", "benchmarks", "resources"}
SCRIPTS = sorted(path.relative_to(ROOT) for path in (ROOT / "benchmarks").rglob("*.py"))


def imported(script: Path) -> Iterator[tuple[str, str]]:
    """(module, name) of what a script takes from the project."""
    for node in ast.walk(ast.parse((ROOT / script).read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] in OURS:
            yield from ((node.module, alias.name) for alias in node.names)


def exists(module: str, name: str) -> bool:
    found = importlib.import_module(module)
    is_package = hasattr(found, "__path__")
    return hasattr(found, name) or (is_package and importlib.util.find_spec(f"{module}.{name}") is not None)


@pytest.mark.parametrize("script", SCRIPTS, ids=str)
def test_a_script_finds_what_it_imports(script: Path) -> None:
    lacking = [f"{module}.{name}" for module, name in imported(script) if not exists(module, name)]
    assert not lacking


def test_there_are_scripts() -> None:
    assert len(SCRIPTS) > 20
    assert not exists("engine.model.positions", "ground_positions")
