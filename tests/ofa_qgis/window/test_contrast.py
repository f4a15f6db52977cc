"""Every text of the plugin can be read in QGIS's light and dark themes: at least 4.5 : 1, measured on pictures."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import contrast
import driving
import pytest
from qgis.PyQt.QtCore import QEvent, QObject
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtWidgets import QLabel, QWidget

ENOUGH = 4.5  # WCAG 2.2, 1.4.3 (AA), for text of normal size
AERIAL = QColor("#8a8a8a")  # of a map: a plate that lets it through shows
ENOUGH_FOR_EDGES = 3.0  # 1.4.11
SHOTS = Path(__file__).parents[3] / "build" / "window-shots"
SELECTED = ("#ffffff", "#308cc6")  # of Qt's own light palette, 3.7 : 1, in every list of QGIS
LONG_S = 120.0
MAP, TRAIN = range(2)  # pages of the dock
COLOUR_COLUMN = 1  # of the list of classes
MOST_CHANGES = 6  # of style, for one of theme: QGIS makes some, the dock one
REPORT = {
    "score": "no overall score: 1 of 2 classes checked", "checked": ["water"], "unchecked": ["forest"],
    "macro_f1": None, "coverage": {"area": 0.4, "least": 0.9},
    "classes": [{"name": name, "colour": "#0072B2", "f1": 0.9, "precision": 0.8, "recall": 1.0, "area_ha": 12.0}
                for name in ("water", "forest")],
    "warnings": ["what a warning looks like"],
}  # fmt: skip


@pytest.fixture(params=driving.THEMES)
def theme(request: pytest.FixtureRequest) -> Iterator[str]:
    driving.use_theme(request.param)
    yield request.param
    driving.use_theme("light")


@pytest.fixture
def dock(plugin: Any, engine_python: Path, theme: str) -> Iterator[Any]:
    """The dock on the sample scene, labelled, with a report."""
    plugin.show_dock()
    dock = plugin.dock
    dock.preview.set_live(False)
    dock.sample.open()
    driving.wait_until(dock.store.is_ready, LONG_S, "the labels of the sample")
    driving.wait_until(lambda: dock.scene.is_ready, LONG_S, "the engine to read the sample")
    dock.panel.show_report({"outputs": {"map": "map.tif", "html": "map.html"}, "report": REPORT})
    dock.panel.show_recipe('{"job": "classify"}')
    dock.panel.show_log("a line of the log")
    for fold in (dock.panel.report, dock.panel.recipe, dock.panel.log):
        fold.setCollapsed(False)
    yield dock
    dock.tour.leave()
    dock.show_body()
    dock.tabs.setCurrentIndex(MAP)
    dock.preview.set_live(True)
    plugin.show_dock(False)


def pages(dock: Any) -> Iterator[tuple[str, QWidget, int]]:
    """(name, widget, how many texts it has at least) of all that the plugin shows, each brought into view."""
    from ofa_qgis.gui.widgets.status import MARKS

    yield "device", dock.device, 1
    yield "map", dock._body_area().widget(), 60
    for kind in MARKS:
        dock.whole.note.tell(kind, "how something stands")
        yield f"status {kind}", dock.whole, 6
    dock.tour.start()
    driving.click(dock.tour.balloon.next)
    yield "balloon", dock.tour.balloon, 6
    dock.tour.leave()
    dock.show_bands()
    driving.spin(0.5)
    yield "bands", dock._bands, 30
    dock._bands.close()
    dock.tabs.setCurrentIndex(TRAIN)
    yield "train", dock.tabs.widget(TRAIN).widget(), 10
    dock.show_setup("what an error looks like")
    driving.wait_until(lambda: not dock._setup.busy, LONG_S, "what is there")
    dock._setup.ui.changeButton.setChecked(True)
    for radio in (dock._setup.ui.offlineRadio, dock._setup.ui.existingRadio):
        radio.setChecked(True)
        yield f"setup {radio.objectName()}", dock._setup.parentWidget(), 12


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


def test_every_text_can_be_read(dock: Any, theme: str) -> None:
    SHOTS.mkdir(parents=True, exist_ok=True)
    poor, few = [], []
    for name, widget, at_least in pages(dock):
        driving.spin(0.3)
        contrast.painted(widget).save(str(SHOTS / f"{theme} {name}.png"))
        behind = AERIAL if name == "balloon" else None  # a balloon lies on the map
        found = [text for text in contrast.texts_of(widget, behind) if text[2:] != SELECTED]
        few += [(name, len(found))] if len(found) < at_least else []
        poor += [f"{name}: {ratio:.2f} : 1  {ink} on {ground}  {where}" for where, ratio, ink, ground in found
                 if ratio < ENOUGH]  # fmt: skip
    assert not poor, "\n".join(["", *poor])
    assert not few


def test_the_dock_follows_each_change_of_theme_and_then_rests(dock: Any, theme: str) -> None:
    from ofa_qgis.gui.widgets.status import DARK, LIGHT

    class Changes(QObject):
        count = 0

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            self.count += event.type() == QEvent.Type.StyleChange
            return False

    changes, table = Changes(), dock.classes.table
    dock.installEventFilter(changes)
    for name in ("dark", "light", "dark", "light"):
        changes.count = 0
        driving.use_theme(name)
        assert changes.count <= MOST_CHANGES, name
        colours, others = (DARK, LIGHT) if name == "dark" else (LIGHT, DARK)
        dock.whole.note.tell("bad", "how something stands")
        assert colours["bad"] in dock.whole.note.text()
        assert colours["ok"] in dock.layers.status.text() and others["ok"] not in dock.layers.status.text()
        assert bool(dock.styleSheet()) == (name == "dark")
        swatch = table.topLevelItem(0).icon(COLOUR_COLUMN).pixmap(table.iconSize()).toImage()
        ground = contrast.painted(table).pixelColor(table.width() // 2, table.viewport().height() - 2)
        assert contrast.contrast(swatch.pixelColor(0, 0), ground) >= ENOUGH_FOR_EDGES
    dock.removeEventFilter(changes)
