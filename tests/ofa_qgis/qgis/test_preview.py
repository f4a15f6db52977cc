"""The live preview: what it asks, what it shows, and what it leaves behind."""

from pathlib import Path

import pytest
from qgis.core import QgsMapSettings, QgsProject, QgsRasterLayer, QgsRectangle
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QCoreApplication, QSize

from ofa_qgis.engine import task
from ofa_qgis.gui.layer.scene import ChosenScene
from ofa_qgis.gui.preview import live_preview
from ofa_qgis.gui.preview.label_suggestions import SuggestionFinder
from ofa_qgis.gui.preview.live_preview import PreviewController, view_of
from ofa_qgis.gui.preview.preview_layer import MARK
from tests.fakes.for_the_dock import CRS, EXTENT, LEFT, LONG_MS, TOP, FakeEngine, FakeStore, write_scene


@pytest.fixture
def engine(qgis_app, qgis_new_project, tmp_path, monkeypatch):
    engine = FakeEngine(tmp_path)
    monkeypatch.setattr(task, "_client", engine)
    monkeypatch.setattr(task, "_session", None)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    yield engine
    task.stop()
    task.remove_session()


@pytest.fixture
def canvas(qgis_app, qtbot):
    canvas = QgsMapCanvas()
    canvas.resize(QSize(100, 100))
    with qtbot.waitExposed(canvas):
        canvas.show()
    canvas.setDestinationCrs(CRS)
    canvas.setExtent(EXTENT)
    return canvas


class Bench:
    """A scene, labels and a preview, and what the preview said."""

    def __init__(self, canvas, folder, name="scene", ready=True):
        self.layer = QgsRasterLayer(str(write_scene(folder / f"{name}.tif")), name)
        QgsProject.instance().addMapLayer(self.layer)
        self.store = FakeStore(ready)
        QgsProject.instance().addMapLayer(self.store.layer)
        self.scene = ChosenScene()
        self.preview = PreviewController(self.scene, self.store, canvas)
        self.waits, self.answers, self.failures, self.places, self.notes = [], [], [], [], []
        self.preview.waiting.connect(self.waits.append)
        self.preview.validated.connect(self.answers.append)
        self.preview.failed.connect(lambda *failure: self.failures.append(failure))
        self.finder = SuggestionFinder(self.preview, self.store)
        self.finder.found.connect(self.places.append)
        self.preview.progressed.connect(self.notes.append)
        self.scene.set_layer(self.layer)
        self.is_over = False

    def tear_down(self):
        if not self.is_over:
            self.is_over = True
            self.finder.tear_down()
            self.preview.tear_down()
            self.scene.tear_down()

    def shown(self):
        found = [layer for layer in QgsProject.instance().mapLayers().values() if layer.customProperty(MARK)]
        assert len(found) <= 1
        return found[0] if found else None

    def files(self):
        return sorted(path.name for path in (task.session_dir() / "preview").iterdir())


@pytest.fixture
def bench(engine, canvas, tmp_path, qtbot):
    made = []

    def make(**options):
        made.append(Bench(canvas, tmp_path, **options))
        return made[-1]

    yield make
    for each in made:
        each.tear_down()


def names(bench):
    return [node.name() for node in QgsProject.instance().layerTreeRoot().findLayers()]


def test_a_map_appears_between_labels_and_scene_in_the_colours_of_the_classes(bench, qtbot):
    b = bench()
    qtbot.waitUntil(lambda: b.shown() is not None, timeout=LONG_MS)
    assert names(b) == ["labels", "OFA preview", "scene"]
    legend = {item.label: item.color.name().upper() for item in b.shown().renderer().classes()}
    assert legend == {"water": "#0000FF", "forest": "#00FF00"}
    assert b.waits[-1] == ""
    assert b.answers[-1]["macro_f1"] == 0.87


def test_no_label_means_no_question_to_the_engine_but_a_word_to_the_user(bench, engine, qtbot):
    b = bench(ready=False)
    qtbot.waitUntil(lambda: "Label two classes to see the map." in b.waits, timeout=LONG_MS)
    assert engine.asked("preview") == []
    assert b.shown() is None


def test_an_open_question_on_the_bands_means_no_preview(bench, engine, qtbot):
    b = bench(name="questions")
    qtbot.waitUntil(lambda: b.scene.facts is not None, timeout=LONG_MS)
    qtbot.wait(300)
    assert not b.scene.is_ready and engine.asked("preview") == []


def test_a_new_label_changes_the_same_layer_and_old_files_go(bench, engine, qtbot):
    b = bench()
    qtbot.waitUntil(lambda: len(b.answers) == 1, timeout=LONG_MS)
    before, source = b.shown().id(), b.shown().source()
    b.store.add("water", LEFT + 50, TOP - 50)
    qtbot.waitUntil(lambda: len(b.answers) == 2, timeout=LONG_MS)
    assert b.shown().id() == before and b.shown().source() != source
    assert b.shown().isValid() and len(b.shown().renderer().classes()) == 2
    qtbot.waitUntil(lambda: len(b.files()) == 3, timeout=LONG_MS)
    assert b.files()[-1].startswith("map-") and not Path(source).exists()
    assert len(b.preview.latencies) == 2 and all(fine >= coarse > 0 for coarse, fine in b.preview.latencies)


def test_a_change_during_a_job_cancels_it_and_its_answer_is_never_shown(bench, engine, qtbot):
    b = bench(name="slow")
    qtbot.waitUntil(lambda: len(engine.asked("preview")) == 1, timeout=LONG_MS)
    b.store.add("water", LEFT + 50, TOP - 50)
    qtbot.waitUntil(lambda: len(engine.asked("preview")) == 2, timeout=2_000)
    qtbot.waitUntil(lambda: any("%" in note for note in b.notes), timeout=LONG_MS)
    qtbot.waitUntil(lambda: len(b.answers) == 1, timeout=LONG_MS)
    assert b.answers[0]["outputs"]["map"] == b.shown().source()
    assert b.notes[-1] == ""


def test_many_changes_at_once_are_one_question(bench, engine, qtbot):
    b = bench()
    qtbot.waitUntil(lambda: len(b.answers) == 1, timeout=LONG_MS)
    for step in range(5):
        b.store.add("water", LEFT + 50 + step, TOP - 50)
    qtbot.waitUntil(lambda: len(b.answers) == 2, timeout=LONG_MS)
    qtbot.wait(300)
    assert len(engine.asked("preview")) == 2


def test_of_a_burst_the_first_change_is_asked_for_at_once_and_then_the_last(bench, engine, qtbot, monkeypatch):
    monkeypatch.setattr(live_preview, "DEBOUNCE_MS", 500)  # however busy the machine is
    b = bench()
    qtbot.waitUntil(lambda: len(b.answers) == 1, timeout=LONG_MS)
    qtbot.wait(600)
    b.waits.clear()
    b.store.add("water", LEFT + 50, TOP - 50)
    QCoreApplication.processEvents()
    assert b.waits == [""]
    for step in range(5):
        b.store.add("water", LEFT + 60 + step, TOP - 50)
        QCoreApplication.processEvents()
    assert b.waits == [""]
    qtbot.waitUntil(lambda: b.waits == ["", ""], timeout=LONG_MS)
    qtbot.waitUntil(lambda: len(engine.asked("preview")) == 3, timeout=LONG_MS)


def test_confidence_and_map_swap_without_asking_again(bench, engine, qtbot):
    b = bench()
    qtbot.waitUntil(lambda: len(b.answers) == 1, timeout=LONG_MS)
    b.preview.show_kind("confidence")
    assert b.shown().renderer().type() == "singlebandpseudocolor"
    assert (b.shown().renderer().classificationMin(), b.shown().renderer().classificationMax()) == (0, 1)
    b.preview.show_kind("map")
    assert b.shown().renderer().type() == "paletted"
    assert len(engine.asked("preview")) == 1


def test_what_is_unlike_all_labels_is_hatched_in_the_map_and_named_in_its_legend(bench, engine, qtbot):
    b = bench(name="foreign")
    qtbot.waitUntil(lambda: len(b.answers) == 1, timeout=LONG_MS)
    assert "hatched" in b.shown().source()
    assert [item.label for item in b.shown().renderer().classes()] == ["water", "forest", "unlike all labels"]
    b.preview.show_kind("confidence")
    assert "confidence" in b.shown().source()
    b.preview.show_kind("map")
    assert "hatched" in b.shown().source()
    b.store.add("water", LEFT + 200, TOP - 200)
    qtbot.waitUntil(lambda: len(b.answers) == 2, timeout=LONG_MS)
    qtbot.waitUntil(lambda: "hatched-1.tif" not in b.files(), timeout=LONG_MS)


def test_opacity_stays_when_the_map_is_renewed(bench, qtbot):
    b = bench()
    b.preview.set_opacity(0.4)
    qtbot.waitUntil(lambda: len(b.answers) == 1, timeout=LONG_MS)
    assert b.shown().opacity() == pytest.approx(0.4)
    b.store.add("water", LEFT + 50, TOP - 50)
    qtbot.waitUntil(lambda: len(b.answers) == 2, timeout=LONG_MS)
    assert b.shown().opacity() == pytest.approx(0.4)


def test_a_saved_project_does_not_hold_the_preview_and_the_user_keeps_it(bench, qtbot, tmp_path):
    b = bench()
    qtbot.waitUntil(lambda: b.shown() is not None, timeout=LONG_MS)
    identifier, path = b.shown().id(), tmp_path / "p.qgs"
    assert QgsProject.instance().write(str(path))
    text = path.read_text("utf-8")
    assert identifier not in text and "OFA preview" not in text and b.layer.id() in text
    qtbot.waitUntil(lambda: b.shown() is not None, timeout=LONG_MS)
    assert names(b) == ["labels", "OFA preview", "scene"]
    assert not QgsProject.instance().isDirty()


def test_a_preview_does_not_make_the_project_dirty(bench, qtbot):
    b = bench()
    QgsProject.instance().setDirty(False)
    qtbot.waitUntil(lambda: b.shown() is not None, timeout=LONG_MS)
    assert not QgsProject.instance().isDirty()


def test_the_user_takes_the_layer_away_and_live_is_off(bench, qtbot):
    b = bench()
    qtbot.waitUntil(lambda: b.shown() is not None, timeout=LONG_MS)
    with qtbot.waitSignal(b.preview.live_changed) as heard:
        QgsProject.instance().removeMapLayer(b.shown().id())
    assert heard.args == [False] and not b.preview.live
    b.preview.set_live(True)
    qtbot.waitUntil(lambda: b.shown() is not None, timeout=LONG_MS)


def test_live_off_takes_layer_and_files_away(bench, qtbot):
    b = bench()
    qtbot.waitUntil(lambda: b.shown() is not None, timeout=LONG_MS)
    b.preview.set_live(False)
    assert b.shown() is None and b.files() == []


def test_the_scene_is_removed_during_a_job(bench, engine, qtbot):
    b = bench(name="slow")
    qtbot.waitUntil(lambda: len(engine.asked("preview")) == 1, timeout=LONG_MS)
    QgsProject.instance().removeMapLayer(b.layer.id())
    qtbot.waitUntil(lambda: "Choose a layer above." in b.waits, timeout=LONG_MS)
    assert b.shown() is None and b.answers == []


def test_the_project_is_closed_during_a_job(bench, engine, qtbot):
    b = bench(name="slow")
    qtbot.waitUntil(lambda: len(engine.asked("preview")) == 1, timeout=LONG_MS)
    QgsProject.instance().clear()
    b.store.is_ready = lambda: False  # its layer went with the project
    b.store.layers = list
    qtbot.wait(500)
    assert b.answers == [] and b.scene.layer is None and not QgsProject.instance().mapLayers()


def test_a_failure_is_told_with_what_to_do(bench, qtbot):
    b = bench(name="wrong")
    qtbot.waitUntil(lambda: bool(b.failures), timeout=LONG_MS)
    assert b.failures[0][:2] == ("the labels teach nothing", "label more")


def test_a_crash_is_told_with_the_log_and_the_next_change_has_a_fresh_engine(bench, engine, qtbot, tmp_path):
    b = bench(name="crash")
    qtbot.waitUntil(lambda: bool(b.failures), timeout=LONG_MS)
    assert "last words" in b.failures[0][2]
    healthy = QgsRasterLayer(str(write_scene(tmp_path / "healthy.tif")), "healthy")
    QgsProject.instance().addMapLayer(healthy)
    b.scene.set_layer(healthy)
    qtbot.waitUntil(lambda: b.shown() is not None, timeout=LONG_MS)


def test_where_next_asks_for_places_of_the_view(bench, engine, qtbot):
    b = bench()
    qtbot.waitUntil(lambda: len(b.answers) == 1, timeout=LONG_MS)
    b.finder.ask()
    qtbot.waitUntil(lambda: bool(b.places), timeout=LONG_MS)
    assert len(b.places[0]) == 6 and engine.asked("preview")[-1]["places"] == 6
    assert EXTENT.contains(QgsRectangle(*[b.places[0][0][0], b.places[0][0][1]] * 2))


def test_the_request_says_labels_field_colours_and_extent(bench, engine, qtbot):
    b = bench()
    qtbot.waitUntil(lambda: len(b.answers) == 1, timeout=LONG_MS)
    asked = engine.asked("preview")[0]
    assert asked["path"] == b.layer.source() and asked["field"] == "class"
    assert asked["colours"] == {"water": "#0000FF", "forest": "#00FF00"}
    assert asked["extent"] == pytest.approx(
        [EXTENT.xMinimum(), EXTENT.yMinimum(), EXTENT.xMaximum(), EXTENT.yMaximum()]
    )
    assert asked["step"] == 2, "200 scene pixels on 100 canvas pixels"


@pytest.mark.parametrize(
    ("columns", "canvas_px", "steps"),
    [(200, 100, (2,)), (200, 400, (1,)), (1000, 1000, (5, 1)), (1000, 400, (5, 2)), (4000, 400, (10,))],
)
def test_the_preview_is_never_finer_than_the_canvas_and_coarse_first(qgis_app, tmp_path, columns, canvas_px, steps):
    layer = QgsRasterLayer(str(write_scene(tmp_path / "s.tif", columns)), "s")
    canvas = QgsMapSettings()
    canvas.setOutputSize(QSize(canvas_px, canvas_px))
    canvas.setDestinationCrs(CRS)
    canvas.setExtent(layer.extent())
    assert view_of(layer, canvas).steps == steps


def test_a_view_beside_the_scene_shows_nothing(qgis_app, tmp_path, canvas):
    layer = QgsRasterLayer(str(write_scene(tmp_path / "s.tif")), "s")
    canvas.setExtent(QgsRectangle(0, 0, 10, 10))
    assert view_of(layer, canvas.mapSettings()) is None


def test_nothing_is_left_after_the_end(bench, engine, qtbot, canvas):
    b = bench()
    qtbot.waitUntil(lambda: len(b.answers) == 1, timeout=LONG_MS)
    b.tear_down()
    assert b.shown() is None and b.files() == []
    b.store.add("water", LEFT + 50, TOP - 50)
    canvas.setExtent(QgsRectangle(LEFT, TOP - 500, LEFT + 500, TOP))
    qtbot.wait(300)
    assert len(engine.asked("preview")) == 1
