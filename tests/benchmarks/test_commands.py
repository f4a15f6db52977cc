"""Whole commands are measured with the memory of their own, at places whose cover is known, and the page says all."""

import sys
from pathlib import Path

import geopandas
import numpy as np
import pytest
import rasterio

from benchmarks import commands
from benchmarks.commands import BANDS, USUAL, Case, page

HALF_A_GIGABYTE = 'x = bytearray(500_000_000); print(\'{"seconds": {"read": 1.5}}\')'


@pytest.fixture(autouse=True)
def out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "commands").mkdir()
    monkeypatch.setattr(commands, "OUT", tmp_path)
    return tmp_path


def test_the_memory_of_a_command_is_its_own() -> None:
    ballast = np.ones(40_000_000)  # 320 MB in the process that measures
    small = commands.measured([[sys.executable, "-S", "-c", "pass"]])
    large = commands.measured([[sys.executable, "-S", "-c", HALF_A_GIGABYTE]])
    assert small["peak_mb"] < 100 < 480 < large["peak_mb"] < 600
    assert large["stages"] == {"read": 1.5} and ballast.all()


def test_a_command_that_fails_says_why_and_is_no_row_of_figures() -> None:
    assert commands.measured([[sys.executable, "-S", "-c", "raise SystemExit('no such file')"]]) == {
        "failed": "no such file"
    }


@pytest.mark.parametrize("bands", BANDS)
def test_a_scene_has_its_bands_and_twelve_kinds_that_differ(bands: int) -> None:
    with rasterio.open(commands.scene(96, bands)) as source:
        assert source.count == bands and source.descriptions == BANDS[bands]
        assert len(np.unique(source.read(1))) > 100
    spectra = commands.spectra(bands)
    assert spectra.shape == (12, bands) and len(np.unique(spectra.round(3), axis=0)) == 12


@pytest.mark.parametrize("shape", ["points", "polygons"])
def test_labels_lie_on_what_they_name(shape: str) -> None:
    case = Case(10, 5, 3, shape)
    table = geopandas.read_file(commands.labels(512, case))
    kinds = commands.cover(512)[0] % case.classes
    assert len(table) == 15
    for code, place in zip(table["code"], table.geometry, strict=True):
        x, y = (place.x, place.y) if shape == "points" else (place.centroid.x, place.centroid.y)
        row, col = int((5.8e6 - y) // 10), int((x - 5e5) // 10)
        assert (kinds[row - 4 : row + 5, col - 4 : col + 5] == code - 1).all()


def test_the_page_sets_each_program_beside_the_forest() -> None:
    usual = {"side": 512, "bands": USUAL.bands, "labels": USUAL.labels, "load": 0.5}
    figures = {"processor_s": 4.0, "peak_mb": 1500}
    stages = {"stages": {"learning": 2.0, "mapping": 5.0, "model_s": 3.0}, "trust": {"deep": 0.5, "spectra": 0.0}}
    text = page(
        [
            {**usual, **figures, **stages, "program": "classify", "seconds": 9.0},
            {**usual, **figures, "program": "forest", "seconds": 6.0, "stages": {}, "trust": {}},
            {**usual, "program": "otb", "failed": "not installed here"},
        ]
    )
    assert "| 10 | 5 × 20 points | `engine classify` | 9.0 | 1.5 × | 4.0 | 1,500 MB |" in text
    assert "| 10 | 5 × 20 points | 2.0 | 2.0 | 5.0 | model 3.0 | deep 0.50 |" in text
    assert "| Orfeo ToolBox, forest | not installed here |" in text
