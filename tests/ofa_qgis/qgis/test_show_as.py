"""Natural colour, false colours and radar with one click, and the user's own style back."""

import numpy as np
import pytest
from qgis.core import QgsMapLayer, QgsProject, QgsRasterLayer, QgsReadWriteContext, QgsSingleBandGrayRenderer
from qgis.PyQt.QtXml import QDomDocument

from ofa_qgis.gui.layer.composites import composites
from ofa_qgis.gui.layer.scene import ChosenScene
from ofa_qgis.gui.layer.show_as import is_ours, restore, show

SENTINEL_2 = {"B02": 492, "B03": 560, "B04": 665, "B05": 704, "B08": 833, "B8A": 865, "B11": 1614, "B12": 2202}


def bands(**wavelengths):
    return [
        {"index": index, "name": name, "wavelength_nm": nm} for index, (name, nm) in enumerate(wavelengths.items(), 1)
    ]


def offered(found):
    return {each.title: each.bands for each in composites(found)}


def style(layer):
    document = QDomDocument()
    layer.exportNamedStyle(document, QgsReadWriteContext(), QgsMapLayer.StyleCategory.Symbology)
    return document.toString()


@pytest.fixture
def layer(qgis_app, write_scene):
    """Three bands of 0 to 10 000 with a few much brighter pixels, and pixels without data."""
    pixels = np.random.default_rng(0).integers(1, 10_000, (3, 90, 90)).astype(np.uint16)
    pixels[:, :2, :20], pixels[:, 5:40, 5:40] = 60_000, 0
    made = QgsRasterLayer(str(write_scene(pixels, ("B02", "B03", "B04"), nodata=0)), "scene")
    QgsProject.instance().addMapLayer(made)
    return made


def test_a_file_of_a_product_offers_no_picture_of_bands_that_the_layer_lacks(layer):
    scene = ChosenScene()
    scene.layer, scene.facts = layer, {"bands": bands(**SENTINEL_2), "unused": []}
    assert scene.layer_bands == ()
    scene.facts = {"bands": bands(B02=492, B03=560), "unused": [{"index": 3, "reason": "?"}]}
    assert [band["name"] for band in scene.layer_bands] == ["B02", "B03"]


def test_a_sentinel_2_scene_has_natural_colour_and_two_false_colours():
    assert offered(bands(**SENTINEL_2)) == {
        "natural colour": (3, 2, 1), "colour infrared": (5, 3, 2), "short-wave infrared": (8, 5, 3),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("found", "wanted"),
    [
        (bands(blue=490, green=560, red=665), {"natural colour": (3, 2, 1)}),
        (bands(NIR=842, R=665, G=560), {"colour infrared": (1, 2, 3)}),
        (bands(VH=None, VV=None), {"radar: VV, VH, VV": (2, 1, 2)}),
        (bands(HH=None, HV=None), {"radar: HH, HV, HH": (1, 2, 1)}),
        (bands(VV=None), {"grey: VV": (1,)}),
        (bands(PAN=None), {"grey: PAN": (1,)}),
        ([], {}),
    ],
)
def test_only_what_the_bands_allow_is_offered(found, wanted):
    assert offered(found) == wanted


def test_the_stretch_leaves_out_the_brightest_pixels_and_those_without_data(layer, tmp_path):
    show(layer, composites(bands(blue=490, green=560, red=665))[0], layer.extent())
    renderer = layer.renderer()
    assert renderer.usesBands() == [3, 2, 1]
    red = renderer.redContrastEnhancement()
    assert 50 < red.minimumValue() < 400 and 9_500 < red.maximumValue() < 10_000
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".xml"] == []  # no statistics beside the scene


def test_as_before_brings_the_users_style_back_whatever_was_looked_at_between(layer):
    layer.setRenderer(QgsSingleBandGrayRenderer(layer.dataProvider(), 2))
    layer.renderer().setOpacity(0.5)
    layer.hueSaturationFilter().setSaturation(-40)
    before = style(layer)
    natural, grey = composites(bands(blue=490, green=560, red=665))[0], composites(bands(PAN=None))[0]
    for composite in (natural, grey, natural):
        show(layer, composite, layer.extent())
        assert is_ours(layer) and style(layer) != before and layer.renderer().opacity() == 0.5
    restore(layer)
    assert style(layer) == before and not is_ours(layer)


def test_a_style_that_the_user_chose_since_is_what_comes_back(layer):
    natural = composites(bands(blue=490, green=560, red=665))[0]
    show(layer, natural, layer.extent())
    layer.setRenderer(QgsSingleBandGrayRenderer(layer.dataProvider(), 3))
    chosen = style(layer)
    assert not is_ours(layer)
    show(layer, natural, layer.extent())
    restore(layer)
    assert style(layer) == chosen


def test_the_own_style_survives_the_project(layer, tmp_path):
    before = style(layer)
    show(layer, composites(bands(blue=490, green=560, red=665))[0], layer.extent())
    project = QgsProject.instance()
    project.write(str(tmp_path / "p.qgz"))
    project.read(str(tmp_path / "p.qgz"))
    (again,) = project.mapLayers().values()
    assert is_ours(again)
    restore(again)
    assert style(again).count("singlebandgray") == before.count("singlebandgray")
    assert again.renderer().type() in before


def test_the_button_offers_what_the_engine_found_and_no_question_is_asked_again(open_dock, engine, qtbot):
    dock = open_dock()
    qtbot.waitUntil(lambda: dock.scene.is_ready, timeout=20_000)
    button = dock.layers.show_as
    assert not button.isVisible()
    dock.scene.facts["bands"] = bands(NIR=842, R=665)
    dock.scene.changed.emit()
    assert button.isVisible()
    asked = len(engine.asked("inspect"))
    button.menu().aboutToShow.emit()
    grey = next(action for action in button.menu().actions() if action.text() == "grey: NIR")
    grey.trigger()
    assert dock.scene.layer.renderer().type() == "singlebandgray"
    button.menu().aboutToShow.emit()
    (checked,) = [action.text() for action in button.menu().actions() if action.isChecked()]
    assert checked == "grey: NIR" and len(engine.asked("inspect")) == asked
