"""A class keeps its value, colour and place in the legend, whatever other classes come and go."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import geopandas
import numpy as np
import pandas
import pyogrio
import pytest
import rasterio
from hypothesis import given
from hypothesis import strategies as st

from engine.classes.legend import HIGHEST, Legend, LegendChoices
from engine.cli import main
from engine.errors import LabelError, RequestError
from engine.labels.tables import read_legend

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
    assert any("wood" in told["text"] for told in facts["warnings"])
    assert facts["request"]["values"] == {"water": 7, "wood": 1, "apple trees": 3}


# --- the table of classes that the dock keeps in a file of labels

VALUES = st.dictionaries(st.sampled_from("abcdef"), st.integers(0, HIGHEST)).map(
    lambda found: {name: value for value, name in {v: n for n, v in found.items()}.items()}
)


@given(VALUES, VALUES)
def test_what_the_user_says_goes_before_what_the_file_says(mine: dict[str, int], files: dict[str, int]) -> None:
    both = LegendChoices(mine).over(LegendChoices(files)).values
    assert list(both)[: len(mine)] == list(mine)
    assert {name: both[name] for name in mine} == mine
    assert len(set(both.values())) == len(both)
    kept = {name: value for name, value in files.items() if name not in mine and value not in mine.values()}
    assert {name: value for name, value in both.items() if name not in mine} == kept


ROWS = [
    ("apple trees", 40, "#112233", "woody", 9, "#999933"),
    ("water", 7, "#445566", None, None, None),
    ("pear trees", 12, "#778899", "woody", 9, "#999933"),
]
COLUMNS = ["name", "value", "colour", "group", "group_value", "group_colour"]


def with_classes(labels: Path, rows: list[Any], columns: list[str] = COLUMNS) -> Path:
    """The labels with a table of classes."""
    legend = pandas.DataFrame(rows, columns=columns)
    pyogrio.write_dataframe(legend, labels, layer="classes", append=True)
    return labels


def shown(scene: Path) -> dict[int, str]:
    """The colours of a map."""
    with rasterio.open(scene.with_name("map.tif")) as file:
        palette = file.colormap(1)
    return {value: "#{:02X}{:02X}{:02X}".format(*palette[value][:3]) for value in (2, 7, 9, 12, 40)}


def test_a_map_has_the_values_and_colours_of_the_table_of_classes(two_halves: Path) -> None:
    labels = with_classes(labelled(two_halves.parent, {"left": "water", "right": "apple trees"}), ROWS)
    report = two_halves.with_name("report")
    found = classified(two_halves, labels, "--report", str(report))
    assert found["corners"] == (7, 40)
    assert (shown(two_halves)[7], shown(two_halves)[40]) == ("#445566", "#112233")
    facts = json.loads((report / "report.json").read_text())
    assert [row["name"] for row in facts["classes"]] == ["apple trees", "water"]
    assert any("pear trees" in str(told) for told in facts["warnings"])


def test_options_go_before_the_table_of_classes(two_halves: Path) -> None:
    labels = with_classes(labelled(two_halves.parent, {"left": "water", "right": "apple trees"}), ROWS)
    found = classified(two_halves, labels, "--values", "water=40", "--colours", "water=#abcdef")
    assert found["corners"] == (40, 1)
    assert shown(two_halves)[40] == "#ABCDEF"


@pytest.mark.parametrize("has_field", [True, False])
def test_a_map_of_groups_has_their_values_and_colours(two_halves: Path, has_field: bool) -> None:
    labels = labelled(two_halves.parent, {"left": "water", "right": "apple trees"})
    if has_field:
        table = geopandas.read_file(labels)
        table.assign(group=["woody" if name == "apple trees" else name for name in table["class"]]).to_file(labels)
    with_classes(labels, ROWS)
    assert classified(two_halves, labels, "--field", "group")["corners"] == (7, 9)
    assert (shown(two_halves)[7], shown(two_halves)[9]) == ("#445566", "#999933")


def test_a_table_of_classes_of_somebody_else_is_left_alone(two_halves: Path) -> None:
    labels = labelled(two_halves.parent, {"left": "water", "right": "apple trees"})
    with_classes(labels, [("water", 7)], ["title", "code"])
    assert classified(two_halves, labels)["corners"] == (2, 1)


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (("sand", 40, None, None, None, None), "same value 40"),
        (("sand", 256, None, None, None, None), "found 256"),
        (("sand", 1, "green", None, None, None), "'green'"),
    ],
)
def test_a_table_of_classes_that_cannot_be_is_told_in_one_line(two_halves: Path, row: Any, told: str) -> None:
    labels = with_classes(labelled(two_halves.parent, {"left": "water", "right": "apple trees"}), [*ROWS, row])
    with pytest.raises(LabelError, match=told) as caught:
        read_legend(str(labels), "class")
    assert "the table 'classes'" in str(caught.value) and "correct it" in caught.value.hint


def test_all_layers_of_a_file_of_labels_are_read_and_of_another_file_one_must_be_named(two_halves: Path) -> None:
    labels = labelled(two_halves.parent, {"left": "water", "right": "apple trees"})
    table = geopandas.read_file(labels)
    labels.unlink()
    for layer, name in (("points", "water"), ("polygons", "apple trees"), ("notes", "")):
        part = table[table["class"] == name].to_crs("EPSG:4326" if layer == "polygons" else "EPSG:32633")
        part = part.drop(columns="class") if layer == "notes" else part
        part.to_file(labels, layer=layer)
    words = ["classify", str(two_halves), str(labels), "--field", "class", "--out", "map.tif"]
    assert main.run(words, False, False) == 2
    pyogrio.write_dataframe(pandas.DataFrame(ROWS, columns=COLUMNS), labels, layer="classes", append=True)
    assert classified(two_halves, labels)["corners"] == (7, 40)
