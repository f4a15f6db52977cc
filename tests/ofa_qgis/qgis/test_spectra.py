"""The spectra of the classes: mean and spread, gaps, and points that do not fit their class."""

import random
import time

import numpy as np
import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsPointXY, QgsProject, QgsRasterLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ofa_qgis.gui.labels.label_store import LabelStore
from ofa_qgis.gui.spectra import class_spectra
from ofa_qgis.gui.spectra.spectra_panel import SpectraPanel, misfit_words
from ofa_qgis.gui.spectra.spectra_statistics import FEWEST, Misfit, misfits, spread

CRS = QgsCoordinateReferenceSystem("EPSG:32633")
WATER, FOREST = (400.0, 500.0, 300.0, 200.0), (300.0, 600.0, 250.0, 3000.0)
LEFT, TOP = 500_000, 5_800_000


def near(spectrum, count, seed=0, noise=0.05):
    chance = random.Random(seed)
    return [[value * chance.gauss(1, noise) for value in spectrum] for _ in range(count)]


def test_mean_and_deviation_are_those_of_the_known_values():
    found = spread([[1.0, None, 5.0], [3.0, None, 5.0], [2.0, None, None]])
    assert found.mean == [2.0, None, 5.0]
    assert found.deviation[1:] == [None, 0.0] and found.deviation[0] == pytest.approx(0.8165, abs=1e-4)


def test_points_of_another_class_are_found_and_the_class_is_named():
    points = {"water": near(WATER, 12), "forest": [*near(FOREST, 10, 1), *near(WATER, 2, 2)]}
    assert misfits(points) == [Misfit("forest", 10, "water"), Misfit("forest", 11, "water")]
    assert misfit_words(misfits(points)) == "2 points of forest look like water: check them."


def test_a_point_like_no_class_is_told_as_such():
    points = {"water": near(WATER, 12), "forest": [*near(FOREST, 10, 1), [9000.0, 9000.0, 9000.0, 9000.0]]}
    assert misfits(points) == [Misfit("forest", 10, "")]


def test_a_class_with_few_points_is_not_judged():
    points = {"water": near(WATER, 12), "forest": [*near(FOREST, FEWEST - 2, 1), list(WATER)]}
    assert misfits(points) == []


@pytest.mark.parametrize("count", [5, 6, 8, 12, 40])
def test_honest_points_are_hardly_ever_told(count):
    """Normal values around two classes: at most one point in fifty, however few there are."""
    told = 0
    for seed in range(60):
        told += len(misfits({"water": near(WATER, count, seed), "forest": near(FOREST, count, 1000 + seed)}))
    assert told <= 60 * 2 * count / 50


class Scene(QObject):
    """What the panel needs of a chosen scene."""

    changed = pyqtSignal()

    def __init__(self, layer, wavelengths):
        super().__init__()
        self.layer = layer
        self.layer_bands = [{"index": i, "wavelength_nm": nm} for i, nm in wavelengths.items()]


@pytest.fixture
def panel(project, write_scene, qtbot):
    """Water on the left and forest on the right; 9 points of each, the last two of forest lie in the water."""
    pixels = np.zeros((4, 60, 60), np.uint16)
    noise = np.random.default_rng(0).integers(0, 20, pixels.shape)
    pixels[:, :, :30] = np.array(WATER)[:, None, None]
    pixels[:, :, 30:] = np.array(FOREST)[:, None, None]
    pixels = (pixels + noise).astype(np.uint16)
    layer = QgsRasterLayer(str(write_scene(pixels)), "scene")
    QgsProject.instance().addMapLayer(layer)
    canvas = QgsMapCanvas()
    canvas.setDestinationCrs(CRS)
    canvas.setExtent(layer.extent())
    store = LabelStore()
    for name, columns in (("water", range(3, 12)), ("forest", [*range(40, 47), 20, 25])):
        store.set_current(store.add_class(name))
        for column in columns:
            store.add_point(QgsPointXY(LEFT + 10 * column + 5, TOP - 105), CRS)
    made = SpectraPanel(Scene(layer, {1: 490.0, 2: 560.0, 4: 842.0}), store, canvas)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: not made.spectra.is_reading, timeout=10_000)
    yield made
    made.close()
    store.tear_down()


def test_the_panel_shows_each_class_over_wavelength_and_leaves_out_a_band_without_one(panel):
    assert list(panel.plot.classes) == ["water", "forest"]
    (water,) = panel.plot.segments(panel.plot.classes["water"])
    assert [place for place, _, _ in water] == [490.0, 560.0, 842.0]
    assert [mean for _, mean, _ in water] == pytest.approx([410, 510, 210], abs=15)
    assert "water&nbsp;(9)" in panel.legend.text() and "forest&nbsp;(9)" in panel.legend.text()


def test_points_that_do_not_fit_are_named_and_marked_where_they_lie(panel):
    assert panel.status.said == "2 points of forest look like water: check them."
    assert sorted(round(mark.center().x()) for mark in panel.marks) == [LEFT + 205, LEFT + 255]


def test_taking_the_wrong_points_away_takes_the_marks_away(panel, qtbot):
    for column in (20, 25):
        assert panel._store.remove_near(QgsPointXY(LEFT + 10 * column + 5, TOP - 105), CRS, 3)
    qtbot.waitUntil(lambda: not panel.marks, timeout=10_000)
    assert panel.status.said == "All points fit their classes."


def test_closing_leaves_nothing_on_the_canvas(panel):
    marks = list(panel.marks)
    panel.close()
    assert marks and all(mark.scene() is None for mark in marks)


def test_many_labels_are_read_in_slices_and_up_to_a_number(panel, qtbot, monkeypatch):
    monkeypatch.setattr(class_spectra, "MOST_PER_CLASS", 50)
    store = panel._store
    store.set_current("water")
    for index in range(80):
        store.add_point(QgsPointXY(LEFT + 5 + 3 * index, TOP - 305), CRS)
    longest, look = 0.0, panel.spectra._slice

    def timed():
        nonlocal longest
        began = time.monotonic()
        look()
        longest = max(longest, time.monotonic() - began)

    panel.spectra._slices.timeout.disconnect()
    panel.spectra._slices.timeout.connect(timed)
    panel.spectra.read()
    qtbot.waitUntil(lambda: not panel.spectra.is_reading, timeout=10_000)
    assert len(panel.spectra.spectra("water")) == 50
    assert 0 < longest < 0.2
    assert panel.plot.grab().width() > 0
