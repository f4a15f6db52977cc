"""What starts with the engine: a command loads what it needs, and those that need no model start without torch."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

HEAVY = ("torch", "timm", "torchvision", "pandas", "geopandas", "matplotlib", "scipy.ndimage", "sklearn", "sympy")
RUN = """
import atexit, sys
from engine.cli.main import main
atexit.register(lambda: sys.stderr.write("loaded:" + ",".join(each for each in {heavy} if each in sys.modules)))
main(sys.argv[1:])
"""


def run(*arguments: str) -> tuple[str, list[str]]:
    """What a command prints in a process of its own, and which heavy libraries it loaded."""
    command = [sys.executable, "-I", "-c", RUN.format(heavy=HEAVY), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout, done.stderr.partition("loaded:")[2].split(",") if "loaded:" in done.stderr else ["?"]


@pytest.mark.parametrize(
    "words",
    [["--help"], ["inspect", "--help"], ["predict", "--help"], ["sensors"], ["models"], ["models", "list"]],
    ids=" ".join,
)
def test_help_and_lists_load_nothing_heavy(words: list[str]) -> None:
    out, loaded = run(*words)
    assert out
    assert loaded == [""]


SCENES = {
    "optical": ("sentinel-2", ("B02", "B03", "B04", "B08"), lambda drawn: (drawn * 1500).astype(np.uint16)),
    "radar": ("sentinel-1", ("VV", "VH"), lambda drawn: (drawn / 20).astype(np.float32)),
}


@pytest.mark.parametrize("kind", SCENES)
def test_inspect_loads_nothing_heavy(write_scene: Callable[..., Path], kind: str) -> None:
    sensor, bands, stored = SCENES[kind]
    drawn = np.random.default_rng(0).gamma(9, 1 / 9, (len(bands), 80, 90))
    path = write_scene(stored(drawn), bands)
    units = "dn" if kind == "optical" else "linear"  # radar power becomes decibels, which takes logarithms
    out, loaded = run("inspect", str(path), "--sensor", sensor, "--units", units, "--json")
    assert json.loads(out)["units"] == units
    assert loaded == [""]


def test_the_command_of_another_package_is_still_found_and_named_in_the_help() -> None:
    assert "finetune" in run("--help")[0]
    assert "--field" in run("finetune", "--help")[0]
