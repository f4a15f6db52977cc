"""The view is prepared before it is needed: while labels are missing, and while the magic wand is in the hand."""

from qgis.core import QgsRectangle

from ofa_qgis.gui.preview.preparation import Preparation
from tests.fakes.for_the_dock import CRS, EXTENT, LEFT, LONG_MS, TOP, label


def prepared(dock, qtbot, engine, times):
    """Wait until the engine was asked so often, and nothing more is asked."""
    qtbot.waitUntil(lambda: len(engine.asked("prepare")) == times, timeout=LONG_MS)
    qtbot.waitUntil(lambda: not dock.preparation.is_running, timeout=LONG_MS)
    qtbot.wait(300)
    assert len(engine.asked("prepare")) == times
    return engine.asked("prepare")[-1]


def test_the_view_is_prepared_as_soon_as_the_scene_is_read_and_anew_where_one_looks_elsewhere(open_dock, engine, qtbot):
    dock = open_dock()
    dock.iface.canvas.setDestinationCrs(CRS)
    dock.iface.canvas.setExtent(EXTENT)
    request = prepared(dock, qtbot, engine, 1)
    assert request["path"].endswith("scene.tif") and request["step"] >= 1
    left, bottom, right, top = request["extent"]
    assert left <= LEFT and top >= TOP and right - left >= EXTENT.width() and top - bottom >= EXTENT.height()
    dock.preview.touch()
    prepared(dock, qtbot, engine, 1)
    dock.iface.canvas.setExtent(QgsRectangle(LEFT + 200, TOP - 900, LEFT + 900, TOP - 200))
    assert prepared(dock, qtbot, engine, 2)["extent"] != request["extent"]


def test_once_labels_are_there_previews_prepare_themselves(open_dock, engine, qtbot):
    dock = open_dock()
    prepared(dock, qtbot, engine, 1)
    label(dock)
    qtbot.waitUntil(lambda: bool(engine.asked("preview")), timeout=LONG_MS)
    dock.iface.canvas.setExtent(QgsRectangle(LEFT + 200, TOP - 900, LEFT + 900, TOP - 200))
    seen = len(engine.asked("preview"))
    qtbot.waitUntil(lambda: len(engine.asked("preview")) > seen, timeout=LONG_MS)
    prepared(dock, qtbot, engine, 1)


def test_without_a_live_preview_only_the_wand_has_the_view_prepared(open_dock, engine, qtbot):
    dock = open_dock()
    dock.preview_section.live.setChecked(False)
    qtbot.waitUntil(lambda: dock.scene.is_ready, timeout=LONG_MS)
    qtbot.wait(300)
    assert not engine.asked("prepare")
    dock.store.add_class("water")
    dock.wand.click()
    prepared(dock, qtbot, engine, 1)
    dock.wand.click()
    dock.iface.canvas.setExtent(QgsRectangle(LEFT + 200, TOP - 900, LEFT + 900, TOP - 200))
    prepared(dock, qtbot, engine, 1)


def test_what_has_made_way_is_asked_again(open_dock, engine, qtbot):
    dock = open_dock("busy")  # whose engine has something else to do at first
    prepared(dock, qtbot, engine, 2)
    first, second = engine.asked("prepare")
    assert {**first, "job": ""} == {**second, "job": ""}


def test_a_scene_with_questions_is_not_looked_at(open_dock, engine, qtbot):
    dock = open_dock("questions")
    qtbot.waitUntil(lambda: dock.scene.facts is not None, timeout=LONG_MS)
    dock.preparation.want("somebody", True)
    qtbot.wait(300)
    assert not engine.asked("prepare")


def test_nothing_is_asked_after_the_end(open_dock, engine, qtbot):
    dock = open_dock()
    prepared(dock, qtbot, engine, 1)
    alone = Preparation(dock.scene, dock.iface.canvas)
    alone.want("somebody", True)
    alone.tear_down()
    qtbot.wait(300)
    assert len(engine.asked("prepare")) == 1
