"""Every text of the plugin can be read in QGIS's light and dark themes: at least 4.5 : 1, measured on pictures."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import contrast
import driving
import pytest
from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtWidgets import QLabel, QWidget

ENOUGH = 4.5  # WCAG 2.2, 1.4.3 (AA), for text of normal size
SHOTS = Path(__file__).parents[3] / "build" / "window-shots"
THEMES = {"light": "default", "dark": "Night Mapping"}
SELECTED = ("#ffffff", "#308cc6")  # of Qt's own light palette, 3.7 : 1, in every list of QGIS
LONG_S = 120.0


@pytest.fixture(params=THEMES)
def theme(request: pytest.FixtureRequest) -> Iterator[str]:
    QgsApplication.setUITheme(THEMES[request.param])
    driving.spin(0.3)
    yield request.param
    QgsApplication.setUITheme("default")
    driving.spin(0.3)


@pytest.fixture
def dock(plugin: Any, engine_python: Path, theme: str) -> Iterator[Any]:
    """The dock on the sample scene, labelled."""
    plugin.show_dock()
    dock = plugin.dock
    dock.preview.set_live(False)
    dock.sample.open()
    driving.wait_until(dock.store.is_ready, LONG_S, "the labels of the sample")
    driving.wait_until(lambda: dock.scene.is_ready, LONG_S, "the engine to read the sample")
    yield dock
    dock.show_body()
    dock.tabs.setCurrentIndex(0)
    dock.preview.set_live(True)
    plugin.show_dock(False)


def assert_readable(root: QWidget, name: str, at_least: int) -> None:
    """All texts of a page stand out, and as many were found as must be there."""
    driving.spin(0.5)
    root.grab().save(str(SHOTS / f"{name}.png"))
    found = contrast.texts_of(root)
    found = [text for text in found if text[2:] != SELECTED]
    poor = [f"{ratio:.2f} : 1  {text} on {ground}  {where}" for where, ratio, text, ground in found if ratio < ENOUGH]
    assert not poor, "\n".join(poor)
    assert len(found) >= at_least, [where for where, *_ in found]


def test_the_measure_knows_good_from_poor(iface: Any) -> None:
    assert contrast.contrast(QColor("black"), QColor("white")) == pytest.approx(21)
    assert contrast.contrast(QColor("#777777"), QColor("white")) == pytest.approx(4.48, abs=0.01)
    label = QLabel("<span style='color: #b0b0b0'>▲</span> read me", iface.mainWindow())
    label.setStyleSheet("background: #ffffff; color: #777777")
    label.adjustSize()
    label.show()
    ratios = [ratio for _, ratio, *_ in contrast.texts_of(label)]
    label.deleteLater()
    assert ratios == [pytest.approx(4.48, abs=0.01), pytest.approx(2.17, abs=0.01)]


def test_the_page_map_can_be_read_with_labels_preview_and_report(dock: Any, theme: str) -> None:
    dock.preview.set_live(True)
    driving.wait_until(lambda: dock.preview._answer, LONG_S, "the preview")
    driving.click(dock.whole.button)
    driving.wait_until(lambda: dock.whole.task, 10, "the run")
    driving.wait_until(lambda: dock.whole.task is None, LONG_S, "the map")
    dock.panel.warnings.tell("ask", "what a warning looks like")
    for fold in (dock.panel.report, dock.panel.recipe):
        fold.setCollapsed(False)
    assert_readable(dock.device, f"{theme}_device", 1)
    assert_readable(dock.tabs.widget(0).widget(), f"{theme}_map_column", 60)
    driving.screenshot(SHOTS / f"{theme}_map.png")


def test_the_page_train_can_be_read(dock: Any, theme: str) -> None:
    dock.tabs.setCurrentIndex(1)
    assert_readable(dock.tabs.widget(1).widget(), f"{theme}_train", 10)


def test_the_set_up_page_can_be_read_with_all_its_options(dock: Any, theme: str) -> None:
    dock.show_setup("what an error looks like")
    driving.wait_until(lambda: not dock._setup.busy, LONG_S, "what is there")
    dock._setup.ui.changeButton.setChecked(True)
    for radio in (dock._setup.ui.offlineRadio, dock._setup.ui.existingRadio):
        radio.setChecked(True)
        assert_readable(dock._setup.parentWidget(), f"{theme}_setup_{radio.objectName()}", 12)


def test_the_band_table_can_be_read(dock: Any, theme: str) -> None:
    dock.show_bands()
    assert_readable(dock._bands, f"{theme}_bands", 30)
    dock._bands.close()


def test_the_balloons_can_be_read(dock: Any, theme: str) -> None:
    dock.tour.start()
    driving.click(dock.tour.balloon.next)
    assert_readable(dock.tour.balloon, f"{theme}_balloon", 6)
    dock.tour.leave()


def test_what_stands_beside_every_kind_of_mark_can_be_read(dock: Any, theme: str) -> None:
    from ofa_qgis.gui.status import MARKS, StatusLabel

    for kind in MARKS:
        dock.layers.status.tell(kind, "how something stands")
        assert isinstance(dock.layers.status, StatusLabel)
        assert_readable(dock.layers, f"{theme}_status", 4)
    QgsProject.instance().setDirty(False)
