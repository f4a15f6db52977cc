"""Trouble at the output and at the extent of a whole-scene run, with the real engine where files are at stake."""

import shutil
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsProject, QgsRasterLayer, QgsRectangle
from qgis.gui import QgsMapCanvas

from ofa_qgis.engine import task
from ofa_qgis.engine.pace import Pace
from ofa_qgis.engine.task import EngineTask
from ofa_qgis.gui.layer.scene import ChosenScene
from ofa_qgis.gui.map.map_section import DRAWN, VIEW, WholeScene
from ofa_qgis.layers import raster_layers
from ofa_qgis.messages import Progress
from ofa_qgis.protocol import InspectRequest, SceneSpec
from ofa_qgis.words import say
from tests.fakes.for_the_dock import CRS, LEFT, TOP, FakeEngine, FakeStore

LONLAT = QgsCoordinateReferenceSystem("EPSG:4326")
BANDS = ("B02", "B03", "B04", "B08")
SIDE = 100
RUN_MS = 120_000


@pytest.fixture
def session(qgis_app, qgis_new_project, monkeypatch):
    """No engine runs yet, and none does afterwards."""
    monkeypatch.setattr(task, "_client", None)
    monkeypatch.setattr(task, "_session", None)
    yield monkeypatch
    task.stop()
    task.remove_session()


@pytest.fixture
def fake(session, tmp_path):
    engine = FakeEngine(tmp_path)
    session.setattr(task, "_client", engine)
    session.setattr(task, "python", lambda: Path("/usr/bin/python3"))
    return engine


@pytest.fixture
def open_section(session, write_scene, qtbot):
    """A function that shows section 3 for a scene of two halves."""
    made = []

    def make(side=SIDE):
        pixels = np.random.default_rng(1).integers(1, 100, (len(BANDS), side, side))
        pixels[3, :, side // 2 :] += 3000
        layer = QgsRasterLayer(str(write_scene(pixels.astype(np.uint16), BANDS)), "scene")
        QgsProject.instance().addMapLayer(layer)
        raster_layers.remember(layer, "sentinel-2", {}, "dn")
        canvas = QgsMapCanvas()
        canvas.resize(300, 300)
        canvas.setDestinationCrs(CRS)
        canvas.setExtent(layer.extent())
        scene = ChosenScene()
        store = FakeStore()
        for step in range(2, 8):
            store.add("water", LEFT + 50 * step, TOP - 100 * step)
            store.add("forest", LEFT + side * 5 + 50 * step, TOP - 100 * step)
        section = WholeScene(scene, store, canvas)
        qtbot.addWidget(section)
        section.kept, section.answers = (canvas, scene, store, layer), []
        section.reported.connect(section.answers.append)
        scene.set_layer(layer)
        qtbot.waitUntil(lambda: scene.is_ready, timeout=RUN_MS)
        made.append((section, scene))
        return section

    yield make
    for section, scene in made:
        section.tear_down()
        scene.tear_down()


def finished(section, qtbot):
    qtbot.waitUntil(lambda: section.task is None, timeout=RUN_MS)
    return section.note


def test_a_map_that_is_shown_is_not_written_over(open_section, real_engine, qtbot, tmp_path):
    section = open_section()
    section.button.click()
    assert finished(section, qtbot).kind == "ok"
    (shown,) = QgsProject.instance().mapLayersByName("map")
    before = (tmp_path / "scene_map.tif").read_bytes()

    section.output.setFilePath(shown.source())
    section.button.click()

    assert finished(section, qtbot).kind == "ok", section.note.said
    assert (tmp_path / "scene_map.tif").read_bytes() == before
    maps = [gdal.Open(str(tmp_path / name)).ReadAsArray() for name in ("scene_map.tif", "scene_map_2.tif")]
    np.testing.assert_array_equal(*maps)


def test_the_scene_itself_is_no_output(open_section, fake, qtbot, tmp_path):
    section = open_section()
    section.output.setFilePath(str(tmp_path / "scene.tif"))
    section.button.click()
    finished(section, qtbot)
    assert fake.asked("classify")[0]["out"] == str(tmp_path / "scene_2.tif")


def test_a_long_path_with_accents_and_spaces_is_served(open_section, real_engine, qtbot, tmp_path):
    folder = tmp_path / ("Übung é ñ " * 12).strip() / "déjà vu"
    folder.mkdir(parents=True)
    out = folder / f"{'carte « été » ' * 6}.tif"
    assert len(str(out)) > 200
    section = open_section()
    section.output.setFilePath(str(out))
    section.button.click()
    assert finished(section, qtbot).kind == "ok", section.note.said
    assert set(np.unique(gdal.Open(str(out)).ReadAsArray())) == {1, 2}
    assert all(layer.isValid() for layer in QgsProject.instance().mapLayers().values())
    assert section.answers[0]["outputs"]["map"] == str(out)


@pytest.mark.parametrize("name", ["scene.tif/map.tif", "no such folder/map.tif", f"{'long ' * 60}.tif"])
def test_an_output_that_cannot_be_is_said_at_the_field(open_section, fake, tmp_path, name):
    section = open_section()
    before = set(tmp_path.iterdir())
    section.output.setFilePath(str(tmp_path / name))
    section.button.click()
    assert section.note.kind == "bad" and str(tmp_path) in section.note.said
    assert section.task is None and section.button.isEnabled() and set(tmp_path.iterdir()) == before


def test_a_folder_that_goes_during_the_run_is_told_in_one_line(open_section, real_engine, qtbot, tmp_path):
    section = open_section(side=700)
    folder = tmp_path / "gone"
    folder.mkdir()
    section.output.setFilePath(str(folder / "map.tif"))
    section.failures = []
    section.failed.connect(lambda *failure: section.failures.append(failure))
    section.button.click()
    qtbot.waitUntil(lambda: section.task is None or any(folder.glob(".ofa-part-*")), timeout=RUN_MS)
    assert section.task is not None
    qtbot.waitUntil(lambda: shutil.rmtree(folder, ignore_errors=True) or not folder.exists(), timeout=10_000)

    note = finished(section, qtbot)

    assert note.kind == "bad" and str(folder) in note.said and ".ofa-part-" not in note.said
    assert "Traceback" not in note.said and len(section.failures) == 1
    assert section.button.isEnabled() and not QgsProject.instance().mapLayersByName("map")


def part_of_the_scene(section):
    """The middle of the scene, as a rectangle in degrees."""
    middle = QgsRectangle(LEFT + 200, TOP - 700, LEFT + 600, TOP - 300)
    return QgsCoordinateTransform(CRS, LONLAT, QgsProject.instance()).transformBoundingBox(middle)


def holds_the_middle(extent):
    return QgsRectangle(*extent).contains(QgsRectangle(LEFT + 200, TOP - 700, LEFT + 600, TOP - 300))


@pytest.mark.parametrize("way", ["typed in degrees", "taken from a canvas in degrees"])
def test_a_rectangle_in_another_crs_maps_that_part_of_the_layer(open_section, fake, qtbot, way):
    section = open_section()
    canvas = section.kept[0]
    section.extent.setCurrentIndex(DRAWN)
    if way.startswith("typed"):
        section.drawn.setOutputCrs(LONLAT)
        section.drawn.setOutputExtentFromUser(part_of_the_scene(section), LONLAT)
    else:
        canvas.setDestinationCrs(LONLAT)
        canvas.setExtent(part_of_the_scene(section))
        section.drawn.setCurrentExtent(canvas.extent(), LONLAT)
        section.drawn.setOutputExtentFromCurrent()
    section.button.click()
    finished(section, qtbot)
    extent = fake.asked("classify")[0]["extent"]
    assert holds_the_middle(extent) and extent[2] - extent[0] < 990, extent


def test_a_view_in_another_crs_maps_that_part_of_the_layer(open_section, fake, qtbot):
    section = open_section()
    canvas = section.kept[0]
    canvas.setDestinationCrs(LONLAT)
    canvas.setExtent(part_of_the_scene(section))
    section.extent.setCurrentIndex(VIEW)
    section.button.click()
    finished(section, qtbot)
    extent = fake.asked("classify")[0]["extent"]
    assert holds_the_middle(extent) and extent[2] - extent[0] < 990, extent


def test_no_rectangle_and_one_beside_the_layer_are_said_at_the_field(open_section, fake):
    section = open_section()
    section.extent.setCurrentIndex(DRAWN)
    for rectangle in (None, QgsRectangle(10, 10, 11, 11)):
        if rectangle is not None:
            section.drawn.setOutputCrs(LONLAT)
            section.drawn.setOutputExtentFromUser(rectangle, LONLAT)
        section.button.click()
        assert section.note.kind == "bad" and "outside" in section.note.said and section.task is None


def test_what_is_said_of_the_name_stays_until_the_next_run(open_section, fake, qtbot, tmp_path):
    section = open_section()
    (tmp_path / "scene_map.tif").touch()
    section.output.setFilePath(str(tmp_path / "scene_map.tif"))
    section.button.click()
    finished(section, qtbot)
    section._refresh()
    assert section.notice.said == "scene_map.tif is there already; the new map is scene_map_2.tif."
    section.button.click()
    assert section.notice.said == ""
    finished(section, qtbot)


@pytest.mark.parametrize(
    ("name", "made"),
    [("map.png", "map.tif"), ("map.GPKG", "map.tif"), ("field.2024", "field.2024.tif"), ("m", "m.tif")],
)
def test_a_map_is_a_geotiff_and_another_ending_is_said(open_section, fake, qtbot, tmp_path, name, made):
    section = open_section()
    section.output.setFilePath(str(tmp_path / name))
    section.button.click()
    finished(section, qtbot)
    assert fake.asked("classify")[0]["out"] == str(tmp_path / made)
    is_another = made.partition(".")[0] == "map"
    assert section.notice.said == (f"A map is a GeoTIFF: {made} instead of {name}." if is_another else "")


@pytest.mark.parametrize("name", ["", "  "])
def test_a_map_without_a_name_is_asked_for_one(open_section, fake, name):
    section = open_section()
    section.output.setFilePath(name)
    section.button.click()
    assert (section.note.kind, section.note.said) == ("bad", "Name the file for the map under “Output”.")
    assert section.task is None


def test_the_line_says_the_stage_and_the_share_of_the_whole_job(open_section, fake):
    section = open_section()
    stages = tuple(map(say, ("reading the scene", "learning from the labels", "mapping", "drawing polygons")))
    task_ = section.task = EngineTask("title", InspectRequest(SceneSpec("scene")))
    task_.advanced.connect(lambda *said: section._advance(Pace(1e6), *said))
    task_._tell(Progress("job", 5, 10, "mapping", 0.6, 2, stages))
    assert section.note.said == "Mapping (3 of 4): 60%"
    assert (section.bar.value(), section.bar.maximum()) == (6000, 10_000)
    assert section.bar.toolTip() == "Reading the scene › Learning from the labels › Mapping › Drawing polygons"
    assert task_.progress() == 60
    section.task = None
