"""A class keeps its value, colour and place in the legend, whatever other classes come and go."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import geopandas
import numpy as np
import pyogrio
import pytest
import rasterio
from hypothesis import given
from hypothesis import strategies as st

from engine.classes.legend import HIGHEST, Legend
from engine.cli import main
from engine.errors import RequestError

NAMES = st.lists(st.text("abcdefgh", min_size=1), min_size=1, max_size=40, unique=True)


@given(NAMES, st.data())
def test_every_class_has_a_value_of_its_own_and_nodata_is_none_of_them(names: list[str], data: st.DataObject) -> None:
    codes = data.draw(st.lists(st.integers(-5, 300), min_size=len(names), max_size=len(names), unique=True))
    given_values = data.draw(st.dictionaries(st.sampled_from(names), st.integers(0, HIGHEST)))
    given_values = {name: value for value, name in {v: n for n, v in given_values.items()}.items()}
    legend = Legend.of(names, codes, given_values)
    assert len(set(legend.values)) == len(names) == len(set(legend.names))
    assert legend.nodata not in legend.values
    assert {name: legend.value_of()[name] for name in given_values} == given_values
    assert list(legend.names)[: len(given_values)] == list(given_values)
    learnt = np.arange(len(names) + 1)
    assert legend.table[learnt].tolist() == [legend.nodata, *(legend.value_of()[name] for name in names)]


@given(NAMES, st.text("xyz", min_size=1))
def test_a_new_class_moves_no_other_class_whose_value_is_known(names: list[str], new: str) -> None:
    before = Legend.of(names).value_of()
    after = Legend.of(sorted([*names, new]), values=before).value_of()
    assert {name: after[name] for name in names} == before


def test_whole_numbers_that_fit_a_byte_stay_the_values_of_their_classes() -> None:
    assert Legend.of(["10", "20"], codes=[10, 20]).values == (10, 20)
    zero = Legend.of(["0", "10"], codes=[0, 10])
    assert (zero.values, zero.nodata) == ((0, 10), 255)
    assert Legend.of(["0", "255"], codes=[0, 255]).nodata == 254


@pytest.mark.parametrize("codes", [[-1, 3], [3, 256], ["forest", 3]])
def test_codes_that_do_not_all_fit_a_byte_are_counted_from_one(codes: list[Any]) -> None:
    assert Legend.of([str(code) for code in codes], codes=codes).values == (1, 2)


@pytest.mark.parametrize(
    ("values", "told"),
    [({"a": 1, "b": 1}, "same value 1"), ({"a": 256}, "found 256"), ({"a": -1}, "found -1"), ({"a": True}, "True")],
)
def test_values_that_cannot_be_are_refused(values: dict[str, int], told: str) -> None:
    with pytest.raises(RequestError, match=told) as caught:
        Legend.of(["a", "b"], values=values)
    assert "--values" in caught.value.hint


def labelled(folder: Path, classes: dict[str, Any]) -> Path:
    """A label file: at each of the names "left" and "right", points with the class named there."""
    places = {"left": range(100, 300, 40), "right": range(700, 900, 40)}
    rows = [
        (500_000 + x, 5_800_000 - y, classes[side])
        for side, xs in places.items() if side in classes
        for x in xs for y in (100, 500, 900)
    ]  # fmt: skip
    x, y, value = zip(*rows, strict=True)
    table = geopandas.GeoDataFrame({"class": value}, geometry=geopandas.points_from_xy(x, y), crs="EPSG:32633")
    table.to_file(folder / "labels.gpkg")
    return folder / "labels.gpkg"


@pytest.fixture
def two_halves(write_scene: Callable[..., Path]) -> Path:
    """A scene that is dark on the left and bright on the right."""
    pixels = np.random.default_rng(0).integers(0, 60, (3, 100, 100)).astype(np.uint8)
    pixels[:, :, 50:] += 150
    return write_scene(pixels, ["red", "green", "blue"])


def classified(scene: Path, labels: Path, *more: str) -> dict[str, Any]:
    out = scene.with_name("map.tif")
    words = ["classify", str(scene), str(labels), "--field", "class", "--out", str(out), "--device", "cpu"]
    assert main.run([*words, "--vector", str(scene.with_name("map.gpkg")), "--overwrite", *more], False, True) == 0
    with rasterio.open(out) as file:
        return {
            "corners": (int(file.read(1)[5, 5]), int(file.read(1)[5, 95])), "nodata": file.nodata,
            "tags": {name: text for name, text in file.tags().items() if name.startswith("CLASS_")},
        }  # fmt: skip


def test_a_map_shows_the_codes_of_the_labels_and_zero_may_be_one(two_halves: Path) -> None:
    found = classified(two_halves, labelled(two_halves.parent, {"left": 0, "right": 20}))
    assert found["corners"] == (0, 20)
    assert found["nodata"] == 255
    assert found["tags"] == {"CLASS_0": "0", "CLASS_20": "20"}
    polygons = pyogrio.read_dataframe(two_halves.with_name("map.gpkg"), layer="map")
    assert sorted(polygons["class_id"].unique()) == [0, 20]


def test_values_that_were_given_hold_on_the_map_and_in_the_report(two_halves: Path) -> None:
    labels = labelled(two_halves.parent, {"left": "water", "right": "apple trees"})
    report = two_halves.with_name("report")
    found = classified(two_halves, labels, "--values", "water=7,wood=1,apple trees=3", "--report", str(report))
    assert found["corners"] == (7, 3)
    facts = json.loads((report / "report.json").read_text())
    assert [(row["name"], row["value"]) for row in facts["classes"]] == [("water", 7), ("apple trees", 3)]
    assert np.trace(facts["confusion"]) == np.sum(facts["confusion"])
    assert any("wood" in text for text in facts["warnings"])
    assert facts["request"]["values"] == {"water": 7, "wood": 1, "apple trees": 3}
