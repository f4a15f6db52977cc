"""Values and colours are those of the dock, whoever makes the map: the dock, the toolbox or the command line."""

import json
import subprocess

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import QgsCoordinateReferenceSystem, QgsPointXY, QgsProject, QgsVectorLayer

from ofa_qgis.gui.labels.label_store import LabelStore
from ofa_qgis.gui.map import map_request
from tests.fakes.for_the_toolbox import refused, run

UTM = QgsCoordinateReferenceSystem("EPSG:32633")
SIDE, LEFT, TOP, PIXEL_M = 48, 500_000, 5_800_000, 10
BANDS = ("B02", "B03", "B04", "B08")
SPECTRA = {"pine": (500, 900, 500, 3500), "water": (300, 400, 250, 150), "oak": (1500, 1800, 2500, 3000)}
SAID = {"SENSOR": "sentinel-2", "UNITS": "dn", "DEVICE": "cpu"}
MIDDLES = [SIDE // 6 + SIDE // 3 * k for k in range(3)]  # columns, one of each class

pytestmark = pytest.mark.usefixtures("provider", "project")


@pytest.fixture
def scene(engine_python, write_scene):
    """Three stripes, of pine, water and oak."""
    noise = np.random.default_rng(1).integers(0, 100, (len(BANDS), SIDE, SIDE))
    stripes = np.array(list(SPECTRA.values()))[np.arange(SIDE) * 3 // SIDE]
    return str(write_scene((stripes.T[:, None, :] + noise).astype(np.uint16), BANDS))


@pytest.fixture
def store(scene):
    """The dock's labels, with an order, values and colours that nobody would guess."""
    store = LabelStore()
    for name in ("sand", "water", "oak", "pine"):
        store.add_class(name)
    for place, name in enumerate(SPECTRA):
        store.set_current(name)
        for row in range(3, SIDE, 8):
            assert store.add_point(
                QgsPointXY(LEFT + (MIDDLES[place] + 0.5) * PIXEL_M, TOP - (row + 0.5) * PIXEL_M), UTM
            )
    store.recolour_class("water", "#010203")
    store.remove_class("sand")
    store.group_classes(["oak", "pine"], "trees")
    store.recolour_group("trees", "#040506")
    yield store
    store.tear_down()
    store.deleteLater()


def shown(path):
    """Value and colour of a map at the places of pine, water and oak."""
    source = gdal.Open(str(path))
    band = source.GetRasterBand(1)
    values = [int(band.ReadAsArray()[SIDE // 2, column]) for column in MIDDLES]
    table = band.GetRasterColorTable()
    return [(value, "#{:02X}{:02X}{:02X}".format(*table.GetColorEntry(value)[:3])) for value in values]


def of_dock(store, names):
    """What the dock says of classes or groups."""
    known = {each.name: (each.value, each.colour) for each in store.legend()}
    return [known[name] for name in names]


CLASSES, GROUPS = ("pine", "water", "oak"), ("trees", "water", "trees")


@pytest.mark.parametrize("copied", [False, True], ids=["as drawn", "beside a map"])
@pytest.mark.parametrize(("field", "names"), [("class", CLASSES), ("group", GROUPS)])
def test_the_command_line_needs_no_values(store, scene, engine_python, tmp_path, copied, field, names):
    labels, out = store.path(), tmp_path / "map.tif"
    if copied:
        labels = tmp_path / "map_labels.gpkg"
        map_request.write_labels(store, labels)
    words = ["classify", scene, str(labels), "--field", field, "--out", str(out), "--sensor", "sentinel-2"]
    command = [str(engine_python), "-m", "engine", *words, "--units", "dn", "--device", "cpu"]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stderr
    assert shown(out) == of_dock(store, names)


@pytest.mark.parametrize("copied", [False, True], ids=["two layers as drawn", "one file"])
@pytest.mark.parametrize("groups", [False, True], ids=["classes", "groups"])
def test_the_toolbox_needs_no_values(store, scene, tmp_path, copied, groups):
    given = {"INPUT": scene, "FIELD": "class", "GROUPS": groups, **SAID, "OUTPUT": str(tmp_path / "map.tif")}
    if copied:
        map_request.write_labels(store, tmp_path / "labels.gpkg")
        layer = QgsVectorLayer(f"{tmp_path / 'labels.gpkg'}|layername=labels", "labels", "ogr")
        QgsProject.instance().addMapLayer(layer)
        given["LABELS"] = layer
    else:
        points, polygons = store.layers()
        given.update(LABELS=points, MORE_LABELS=[polygons])
    _, done, log = run("classify", given)
    assert done, log.errors
    found, expected = shown(tmp_path / "map.tif"), of_dock(store, GROUPS if groups else CLASSES)
    if copied and not groups:  # the style of the layer says nothing of classes
        assert found == expected
    assert [value for value, _ in found] == [value for value, _ in expected]


def test_what_is_said_goes_before_what_the_file_keeps(store, scene, tmp_path):
    given = {"INPUT": scene, "FIELD": "class", "LABELS": store.layers()[0], **SAID}
    said = {"VALUES": "water=200, oak=7", "COLOURS": "oak=#0A0B0C", "OUTPUT": str(tmp_path / "map.tif")}
    results, done, _ = run("classify", {**given, **said})
    assert done and json.loads(results["RECIPE"])["values"] == {"water": 200, "oak": 7}
    found = shown(tmp_path / "map.tif")
    assert [value for value, _ in found] == [store.values()["pine"], 200, 7] and found[2][1] == "#0A0B0C"


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"VALUES": "water"}, "water=1,forest=2"),
        ({"VALUES": "water=256"}, "0 to 255"),
        ({"COLOURS": "water=blue"}, "#0072b2"),
        ({"GROUPS": True}, "no groups"),
    ],
)
def test_what_cannot_be_is_told_before_the_run(store, scene, change, told):
    store.group_classes(["oak", "pine"], "")
    given = {"INPUT": scene, "LABELS": store.layers()[0], "FIELD": "class", **SAID, "OUTPUT": "TEMPORARY_OUTPUT"}
    assert told in refused("classify", {**given, **change})
