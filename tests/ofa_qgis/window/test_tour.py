"""The sample scene and the tour, as somebody meets them who opens the plugin for the first time."""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import driving
import pytest
from qgis.core import QgsProject, QgsSettings
from qgis.PyQt.QtWidgets import QAction, QApplication, QPushButton, QWidget

SHOTS = Path(__file__).parents[3] / "build" / "window-shots"
STEPS = 5


@pytest.fixture
def dock(plugin: Any, engine_python: Path) -> Iterator[Any]:
    plugin.show_dock()
    driving.spin(0.5)
    yield plugin.dock
    plugin.dock.tour.leave()
    plugin.show_dock(False)


@pytest.fixture
def tour(plugin: Any, dock: Any) -> Any:
    plugin.take_tour()
    driving.spin(0.2)
    return dock.tour


def entry(iface: Any, name: str) -> QAction:
    """An entry of the plugin's menu."""
    (action,) = iface.mainWindow().findChildren(QAction, name)
    menus = [widget for widget in action.associatedWidgets() if widget.metaObject().className() == "QMenu"]
    assert menus, f"{name} stands in no menu"
    return action


def test_the_sample_scene_opens_with_labels_and_asks_nothing(iface: Any, dock: Any) -> None:
    assert dock.sample.button.isVisible()
    driving.screenshot(SHOTS / "empty.png", dock)
    began = time.monotonic()
    driving.click(dock.sample.button)
    driving.wait_until(dock.store.is_ready, 60, "the labels of the sample")
    driving.wait_until(lambda: dock.scene.is_ready, 60, "the engine to read the sample")

    assert dock.scene.questions == 0 and not dock.sample.button.isVisible()
    assert [sum(pair) for pair in dock.store.counts().values()] == [6] * 7
    assert not any(sum(pair) for pair in dock.store.outside().values())
    assert dock.whole.button.isEnabled()
    assert time.monotonic() - began < 30
    driving.wait_until(lambda: dock.preview._answer, 60, "the preview")
    driving.spin(1)
    driving.screenshot(SHOTS / "sample.png")


def test_the_menu_opens_the_sample_again_from_what_was_written(iface: Any, dock: Any) -> None:
    entry(iface, "OfaSampleAction").trigger()
    driving.wait_until(dock.store.is_ready, 60, "the labels of the sample")
    scene = Path(dock.scene.layer.source())
    written = scene.stat().st_mtime_ns
    assert scene.stat().st_size < 2_200_000
    QgsProject.instance().clear()
    entry(iface, "OfaSampleAction").trigger()
    driving.wait_until(dock.store.is_ready, 60, "the labels of the sample")
    assert scene.stat().st_mtime_ns == written


def test_the_tour_points_at_five_widgets_one_after_the_other(iface: Any, dock: Any, tour: Any) -> None:
    for number, (target, title, _text) in enumerate(tour.steps(), 1):
        balloon = tour.balloon
        assert balloon.title.text() == title and f"{number}" in balloon.count.text()
        assert QApplication.activeModalWidget() is None
        tip = balloon.mapToGlobal(balloon.tip)
        box = driving.QRect(target.mapToGlobal(driving.QPoint(0, 0)), target.size())
        assert box.adjusted(-2, -2, 2, 2).contains(tip), (title, tip, box)
        assert not balloon.geometry().intersects(box_in(target))
        driving.screenshot(SHOTS / f"tour{number}.png")
        driving.click(balloon.next)
    assert number == STEPS and tour.balloon is None


def box_in(target: QWidget) -> Any:
    """Where a widget is in its window, less its edge."""
    return driving.QRect(target.mapTo(target.window(), driving.QPoint(0, 0)), target.size()).adjusted(2, 2, -2, -2)


def test_the_tour_goes_back_and_can_be_left_at_any_moment(iface: Any, plugin: Any, dock: Any, tour: Any) -> None:
    assert not tour.balloon.back.isEnabled()
    driving.click(tour.balloon.next)
    driving.click(tour.balloon.back)
    assert tour.balloon.title.text() == tour.steps()[0][1]
    driving.click(tour.balloon.leave)
    assert tour.balloon is None

    plugin.take_tour()
    driving.press("Escape")
    assert tour.balloon is None
    plugin.take_tour()
    driving.click(iface.mapCanvas())  # the tour stays while the user works
    assert tour.balloon is not None and tour.balloon.isVisible()
    driving.press("Escape")
    assert tour.balloon is None
    plugin.take_tour()
    plugin.show_dock(False)
    driving.wait_until(lambda: tour.balloon is None, 3, "the tour to go with the dock")


def test_a_dock_that_floats_shows_the_balloons_inside_itself(dock: Any, tour: Any) -> None:
    dock.setFloating(True)
    driving.wait_until(lambda: tour.balloon and tour.balloon.window() is dock, 5, "the balloon to follow")
    driving.screenshot(SHOTS / "floating.png")
    assert dock.rect().contains(tour.balloon.geometry())
    dock.setFloating(False)
    driving.wait_until(lambda: tour.balloon.window() is not dock, 5, "the balloon to come back")


def test_the_tour_is_offered_once(iface: Any, dock: Any) -> None:
    QgsSettings().remove("ofa/tour_offered")
    bar = iface.messageBar()
    bar.clearWidgets()
    dock.tour.offer()
    driving.spin(0.5)
    driving.screenshot(SHOTS / "offer.png")
    texts = [button.text() for button in bar.currentItem().findChildren(QPushButton)]
    assert texts == ["Take the tour", "Open the sample scene"]
    driving.click(bar.currentItem().findChildren(QPushButton)[0])
    assert dock.tour.balloon is not None and bar.currentItem() is None
    dock.tour.offer()
    assert bar.currentItem() is None
