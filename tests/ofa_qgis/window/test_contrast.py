"""Every text of the plugin can be read in QGIS's light and dark themes: at least 4.5 : 1, measured on pictures."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import contrast
import driving
import pytest
from qgis.PyQt.QtCore import QEvent, QObject
from qgis.PyQt.QtGui import QColor, QPalette
from qgis.PyQt.QtWidgets import QLabel, QWidget

ENOUGH = 4.5  # WCAG 2.2, 1.4.3 (AA), for text of normal size
AERIAL = QColor("#8a8a8a")  # of a map: a plate that lets it through shows
ENOUGH_FOR_EDGES = 3.0  # 1.4.11
ENOUGH_FOR_STATES = 1.2  # of ground or edge: as Qt's own buttons when they are pressed
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
    from ofa_qgis.gui.widgets.help_view import HelpView
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
    page = HelpView.open("dock", dock)
    driving.spin(0.5)
    yield "help", page, 1
    page.close()
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


def test_the_lines_of_plots_stand_out_and_so_do_links(dock: Any, theme: str, tmp_path: Path) -> None:
    from ofa_qgis.gui.train import train_curves
    from ofa_qgis.gui.train.train_request import links_of
    from ofa_qgis.gui.widgets.legible import stands_out
    from ofa_qgis.gui.widgets.status import link_colour, paper_and_ink
    from ofa_qgis.training.training_log import TrainingLog

    log, tab = TrainingLog(tmp_path), dock.train
    log.total, log.metric, log.best, log.best_step = 100, "macro_f1", 0.8, 60
    log.losses = [(step, 1 / (1 + step / 20)) for step in range(100)]
    log.valid_losses, log.scores = [(20, 0.8), (60, 0.6), (90, 0.65)], [(20, 0.5), (60, 0.8), (90, 0.7)]
    tab.curves.show_log(log)
    (tmp_path / "curves.png").touch()
    tab.links.setText(links_of(tmp_path, link_colour(tab.links)))
    assert contrast.COLOUR.findall(tab.links.text())
    assert not [text for text in contrast.texts_of(tab.links) if text[1] < ENOUGH]

    dark, light = list(dock.store.colours())[:2]
    dock.store.recolour_class(dark, "#1a1a80")
    dock.store.recolour_class(light, "#ffffb0")
    dock.show_spectra()
    plot = dock._spectra.plot
    driving.wait_until(lambda: not dock._spectra.spectra.is_reading and dark in plot.classes, LONG_S, "the spectra")
    plot.show_values([value * 1.2 for value in plot.classes[light].spread[0]])
    pixel = stands_out(plot.palette().color(QPalette.ColorRole.Highlight), *paper_and_ink(plot))
    shown = paper_and_ink(tab.curves)
    curves = {
        "training": stands_out(train_curves.BLUE, *shown), "left-out blocks": stands_out(train_curves.ORANGE, *shown)
    }  # fmt: skip
    lines = {"dark class": QColor("#1a1a80"), "light class": QColor("#ffffb0"), "pixel": pixel}
    for name, widget, colours in (("curves", tab.curves, curves), ("spectra", plot, lines)):
        contrast.painted(widget).save(str(SHOTS / f"{theme} {name}.png"))
        ratios = contrast.lines_of(widget, colours)
        assert min(ratios.values()) >= ENOUGH, (name, ratios)
        assert not [text for text in contrast.texts_of(widget) if text[1] < ENOUGH]
    dock._spectra.close()
    tab.links.setText("")
    tab.curves.show_log(None)


def test_a_button_that_is_pressed_looks_so(dock: Any, theme: str) -> None:
    """Seen from afar: the button as a whole, or its edge, has another colour."""
    from ofa_qgis.gui.widgets.status import paper_and_ink

    dock.swipe.show()
    poor = []
    for name, button in {
        "where next": dock.preview_section.where, "swipe": dock.swipe.button, "wand": dock.wand,
        "point": dock.classes.point, "polygon": dock.classes.polygon,
    }.items():  # fmt: skip
        dock._body_area().ensureWidgetVisible(button)
        was_enabled = button.isEnabled()
        button.setEnabled(True)
        pictures = []
        for pressed in (False, True):
            button.setChecked(pressed)
            driving.spin(0.3)
            pictures.append(contrast.painted(button, paper_and_ink(button)[0]))
            pictures[-1].save(str(SHOTS / f"{theme} {name} {'pressed' if pressed else 'not pressed'}.png"))
        button.setChecked(False)
        button.setEnabled(was_enabled)
        ratio = contrast.difference(*pictures)
        poor += [(name, ratio)] if ratio < ENOUGH_FOR_STATES else []
    dock.swipe.refresh()
    assert not poor


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
        scores = dock.panel.table
        assert scores.visualItemRect(scores.item(scores.rowCount() - 1, 0)).bottom() <= scores.viewport().height()
        swatch = table.topLevelItem(0).icon(COLOUR_COLUMN).pixmap(table.iconSize()).toImage()
        ground = contrast.painted(table).pixelColor(table.width() // 2, table.viewport().height() - 2)
        assert contrast.contrast(swatch.pixelColor(0, 0), ground) >= ENOUGH_FOR_EDGES
    dock.removeEventFilter(changes)
