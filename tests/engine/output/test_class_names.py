"""Names of classes: what looks the same is one class, and whatever is written can be read."""

import csv
import json
import sqlite3
import unicodedata
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path
from typing import Any

import geopandas
import numpy as np
import pytest
import rasterio
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from shapely.geometry import Point

from engine.classes.class_names import INVISIBLE, UNREADABLE, changes, normalised
from engine.classes.legend import Legend
from engine.classes.palette import colours_of
from engine.errors import LabelError
from engine.labels.labelled_pixels import Labels, read_labels
from engine.model.task import Task
from engine.output import geotiff
from engine.output.polygons import polygonise
from engine.scene.raster import Scene
from engine.sensors import Band
from training.data.chip_samples import by_table
from training.data.label_raster import classes_of

WHOLE = (0, 8), (0, 8)
NFC, NFD = "W\u00e4lder", "Wa\u0308lder"
SPELLINGS = [NFC, NFD, f" {NFC}\t", f"{NFC}\u200b", f"\ufeff{NFC}", "W\u00ad\u00e4lder\u200d", f"\u202a{NFD}\u202c\n"]
ANY_TEXT = st.text(st.characters(), max_size=12)


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_spellings_that_look_alike_are_one_name(spelling: str) -> None:
    assert normalised(spelling) == NFC


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Forest", "Forest"), ("dry  soil", "dry soil"), ("a\u00a0b\u2028c", "a b c"), ("\u200b\ufeff", ""),
        ("\x00", ""),
        ("a\x07b\ud800c\uffffd", "a b c d"), ("\u0645\u06cc\u200c\u062e\u0648", "\u0645\u06cc\u200c\u062e\u0648"),
        ("\U0001f468\u200d\U0001f33e", "\U0001f468\u200d\U0001f33e"), ("a\u200cb", "ab"), ("a<b>&\"'", "a<b>&\"'"),
    ],
)  # fmt: skip
def test_a_name_keeps_what_can_be_seen(raw: str, expected: str) -> None:
    assert normalised(raw) == expected


@given(ANY_TEXT)
def test_a_name_is_normalised_once(text: str) -> None:
    name = normalised(text)
    assert normalised(name) == name == unicodedata.normalize("NFC", name) == name.strip()
    assert not INVISIBLE.search(name) and not UNREADABLE.search(name)
    assert all(unicodedata.category(letter) not in ("Cc", "Cs", "Zl", "Zp") for letter in name)


def test_what_a_name_lost_is_said_where_no_file_could_hold_it() -> None:
    assert changes([NFD, "be\x07ll", "be\x07ll"]) == [
        r"The class name 'be\x07ll' has characters that cannot be written: it became 'be ll'."
    ]


def labels_of(path: Path, scene: Path) -> Labels:
    with rasterio.open(scene) as file:
        return read_labels(str(path), "class", None, scene_shape=file.shape, crs=file.crs, transform=file.transform)


@pytest.mark.parametrize("kind", [".gpkg", ".geojson"])
def test_labels_whose_classes_look_alike_are_of_one_class(
    tmp_path: Path, write_scene: Callable[..., Path], kind: str
) -> None:
    scene = write_scene(np.ones((1, 8, 30), np.uint16))
    names = [*SPELLINGS, "be\x07ll"]
    table = geopandas.GeoDataFrame(
        {"class": names},
        geometry=[Point(500_005 + 10 * k, 5_799_995) for k in range(len(names))],
        crs="EPSG:32633",
    )
    table.to_file(tmp_path / f"labels{kind}")
    labels = labels_of(tmp_path / f"labels{kind}", scene)
    assert labels.names == (NFC, "be ll") and labels.pixels == (len(SPELLINGS), 1)
    assert any(r"'be\x07ll'" in text for text in labels.warnings)


def test_a_class_without_a_visible_letter_is_no_class(tmp_path: Path, write_scene: Callable[..., Path]) -> None:
    points = [Point(500_005 + 10 * k, 5_799_995) for k in range(2)]
    geopandas.GeoDataFrame({"class": ["\u200b", "\ufeff "]}, geometry=points, crs="EPSG:32633").to_file(
        tmp_path / "labels.gpkg"
    )
    with pytest.raises(LabelError, match="no feature has one class in the field 'class'"):
        labels_of(tmp_path / "labels.gpkg", write_scene(np.ones((1, 8, 30), np.uint16)))


def test_colours_go_to_the_class_however_it_is_spelled() -> None:
    assert colours_of([NFC, "hell"], {f"{NFD}\u200b": "#123456"})[0] == "#123456"


def test_names_that_the_user_gives_to_labels_are_normalised() -> None:
    classes = classes_of({1, 2, 3}, {"1": NFD, "2": NFC, "3": "be\x07ll"})
    assert classes.names == (NFC, "be ll") and classes.numbers == {1: 0.0, 2: 0.0, 3: 1.0}


def test_classes_of_a_table_of_chips_are_normalised(tmp_path: Path, write_scene: Callable[..., Path]) -> None:
    for name in ("a", "b", "c"):
        write_scene(np.ones((1, 8, 8), np.uint16), name=f"{name}.tif")
    with (tmp_path / "table.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["chip", "class"], ["a.tif", NFC], ["b.tif", NFD], ["c.tif", f"x;{NFC}\u200b"]])
    assert by_table([str(tmp_path)], tmp_path / "table.csv", "class").classes == (NFC, "x")


def test_classes_of_a_model_card_are_normalised() -> None:
    band = Band("B04", 665.0, 30.0)
    task = Task("segmentation", "light", (band,), (0.0,), (1.0,), "unknown", "reflectance", 10.0, 64, ("a", "b"),
                ("a", "b"), {})  # fmt: skip
    card = json.loads(json.dumps(task.to_dict())) | {"classes": [NFD, "be\x07ll"]}
    assert Task.from_dict(card).classes == (NFC, "be ll")


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(ANY_TEXT.map(normalised).filter(bool), min_size=2, max_size=4, unique=True))
def test_any_name_is_read_from_what_was_written(
    tmp_path: Path, write_scene: Callable[..., Path], names: list[str]
) -> None:
    pixels_HW = np.arange(64, dtype=np.uint8).reshape(8, 8) % len(names) + 1
    scene, out, polygons = write_scene(pixels_HW[None]), tmp_path / "map.tif", tmp_path / "map.gpkg"
    with (
        Scene.open(str(scene)) as source,
        geotiff.class_map(out, source, ((0, 8), (0, 8)), Legend.of(names), {}) as file,
    ):
        file.write(0, 0, pixels_HW[None])
    assert [entry.get("label") for entry in ET.parse(out.with_suffix(".qml")).iter("paletteEntry")] == names
    categories = [entry.text for entry in ET.parse(f"{out}.aux.xml").iter("Category")]
    assert categories == ["nodata", *names]
    with rasterio.open(out) as written:
        assert [written.tags()[f"CLASS_{k}"] for k in range(1, len(names) + 1)] == names
    polygons.unlink(missing_ok=True)
    polygonise(out, None, polygons, Legend.of(names), lambda *_: None)
    with sqlite3.connect(polygons) as database:
        (style,) = database.execute("select styleQML from layer_styles").fetchone()
        found = {name for (name,) in database.execute("select class from map")}
    assert [entry.get("label") for entry in ET.fromstring(style).iter("category")] == names and found == set(names)


def test_a_job_with_such_names_leaves_files_that_parsers_read(
    engine: Callable[..., Any],
    write_scene: Callable[..., Path],
    tmp_path: Path,
    quick_model: str,
) -> None:
    bright_HW = np.broadcast_to(np.arange(64) >= 32, (64, 64))
    noise = np.random.default_rng(0).integers(0, 99, (3, 64, 64))
    scene = write_scene((noise + 1000 + 2000 * bright_HW).astype("uint16"), ["B02", "B03", "B04"])
    spots = [(NFC, 4, 4), (NFD, 9, 50), (f"{NFC}\u200b", 20, 30), ("be\x07ll", 40, 4), ("be\x07ll", 60, 50)]
    table = geopandas.GeoDataFrame(
        {"class": [name for name, *_ in spots]},
        geometry=[Point(500_005 + 10 * col, 5_799_995 - 10 * row) for _, col, row in spots],
        crs="EPSG:32633",
    )
    table.to_file(tmp_path / "labels.gpkg")
    answer = engine(
        "classify", scene, tmp_path / "labels.gpkg", "--field", "class", "--units", "dn", "--out", tmp_path / "map.tif",
        "--report", tmp_path / "report", "--colours", f"{NFD}=#123456", "--model", quick_model,
    )  # fmt: skip
    assert answer.status == 0 and r"'be\x07ll'" in answer.out + answer.err, answer.err
    facts = json.loads((tmp_path / "report" / "report.json").read_text(encoding="utf-8"))
    assert {row["name"]: row["colour"] for row in facts["classes"]}[NFC] == "#123456"
    entries = ET.parse(tmp_path / "map.qml").iter("paletteEntry")
    assert {entry.get("label"): entry.get("color") for entry in entries}[NFC] == "#123456"
    assert [entry.text for entry in ET.parse(tmp_path / "map.tif.aux.xml").iter("Category")] == ["nodata", NFC, "be ll"]
