"""The band table: what the engine read, what it asks, and the user's answers, kept with the layer."""

import time

import pytest
from osgeo import gdal
from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsPointXY, QgsProject, QgsRasterLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QComboBox, QPushButton

from ofa_qgis.gui.bands.band_model import BAND, MEANING, SOURCE, UNIT, WAVELENGTH, BandModel
from ofa_qgis.gui.bands.band_table import BandTable
from ofa_qgis.gui.spectra.spectrum_plot import SpectrumPlot, ticks, values_at
from ofa_qgis.layers import raster_layers
from ofa_qgis.words import say

UTM = QgsCoordinateReferenceSystem("EPSG:32633")
LONLAT = QgsCoordinateReferenceSystem("EPSG:4326")
S2 = [("B02", 492.7), ("B03", 559.8), ("B04", 664.6), ("B08", 832.8)]
KNOWN = [{"name": name, "wavelength_nm": nm} for name, nm in S2]
SENSORS = [{"id": "sentinel-2", "title": "Sentinel-2 MSI"}, {"id": "landsat-8", "title": "Landsat 8 OLI"}]


@pytest.fixture(autouse=True)
def project(qgis_app):
    QgsProject.instance().clear()
    yield QgsProject.instance()
    QgsProject.instance().clear()


def test_a_file_of_a_product_lists_the_bands_of_the_product():
    model = BandModel(["Band 1"])
    model.take({"bands": [{"index": k, **each, "source": "product"} for k, each in enumerate(KNOWN, 1)]}, {})
    assert [(row.index, row.label, row.read) for row in model.rows] == [(k, n, n) for k, (n, _) in enumerate(S2, 1)]


@pytest.fixture
def scene(tmp_path):
    def make(bands, descriptions=()):
        """A raster of 10 × 10 pixels of 10 m whose band k holds 100 k, nodata 0 in the first pixel."""
        path = str(tmp_path / f"scene{bands}.tif")
        raster = gdal.GetDriverByName("GTiff").Create(path, 10, 10, bands, gdal.GDT_UInt16)
        raster.SetGeoTransform((500_000, 10, 0, 5_000_000, 0, -10))
        raster.SetProjection(UTM.toWkt())
        for k in range(1, bands + 1):
            band = raster.GetRasterBand(k)
            band.SetNoDataValue(0)
            band.Fill(100 * k)
            band.WriteRaster(0, 0, 1, 1, b"\0\0")
            if descriptions:
                band.SetDescription(descriptions[k - 1])
        del raster
        layer = QgsRasterLayer(path, "scene", "gdal")
        QgsProject.instance().addMapLayer(layer)
        return layer

    return make


def facts(bands=(), unused=(), questions=(), sensor=None, units=None):
    """What `engine inspect` answers: bands as (index, name, wavelength)."""
    return {
        "sensor": sensor,
        "sensor_title": {"sentinel-2": "Sentinel-2 MSI"}.get(sensor),
        "units": units,
        "units_source": "product definition" if units else None,
        "bands": [
            {"index": i, "name": name, "wavelength_nm": nm, "fwhm_nm": None, "source": "description"}
            for i, name, nm in bands
        ],
        "unused": [{"index": i, "reason": reason} for i, reason in unused],
        "questions": [{"about": a, "text": text, "option": "", "choices": list(c)} for a, text, c in questions],
        "known_bands": KNOWN,
        "sensors": SENSORS,
    }


ALL_ASKED = facts(questions=[("bands", say("nothing says which band is which"), ("red", "green", "665nm"))])
UNITS_ASKED = facts(
    bands=[(1, "B02", 492.7)],
    sensor="sentinel-2",
    questions=[("units", "may be dn or counts", ("dn", "counts"))],
)


@pytest.fixture
def table(qgis_app):
    made = []

    def make(layer, said, canvas=None):
        table = BandTable(layer, said, canvas)
        table.heard = []
        table.answered.connect(lambda: table.heard.append(raster_layers.choices(layer)))
        table.show()
        made.append(table)
        return table

    yield make
    for each in made:
        each.close()
        each.deleteLater()


def choose(combo, value):
    """As the user does."""
    index = combo.findData(value)
    combo.setCurrentIndex(index)
    combo.activated.emit(index)


def cell(table, row, column):
    return table.model.index(row, column).data()


def is_amber(table, row):
    return table.model.index(row, BAND).data(Qt.ItemDataRole.BackgroundRole) is not None


def test_each_band_says_what_it_is_and_where_that_was_read(scene, table):
    shown = table(
        scene(3, ("B02", "B04", "SCL")),
        facts([(1, "B02", 492.7), (2, "B04", 664.6)], [(3, "'SCL' is no band")], sensor="sentinel-2", units="dn"),
    )

    rows = [[cell(shown, row, column) for column in (BAND, MEANING, WAVELENGTH, UNIT, SOURCE)] for row in range(3)]
    assert rows == [
        ["1  B02", "B02", "492.7 nm", "dn", "description"],
        ["2  B04", "B04", "664.6 nm", "dn", "description"],
        ["3  SCL", "unused", "", "", "'SCL' is no band."],
    ]
    assert not any(is_amber(shown, row) for row in range(3))
    assert shown.sensor.currentText() == "Sentinel-2 MSI (as read)" and shown.units.currentText().startswith("dn — ")
    assert not shown.isModal() and not shown.drop.isEnabled()


def test_open_questions_are_amber_until_they_are_answered(scene, table):
    shown = table(scene(2), ALL_ASKED)
    assert is_amber(shown, 0) and is_amber(shown, 1)
    assert (shown.bands_status.kind, shown.bands_status.said) == ("ask", "Nothing says which band is which.")

    shown.model.setData(shown.model.index(0, MEANING), "B04")
    assert not is_amber(shown, 0) and is_amber(shown, 1) and shown.bands_status.kind == "ask"
    assert cell(shown, 0, WAVELENGTH) == "664.6 nm" and cell(shown, 0, SOURCE) == "your answer"
    shown.model.setData(shown.model.index(1, MEANING), "unused")
    assert shown.bands_status.said == ""


def test_each_answer_is_kept_with_the_layer_at_once_and_told(scene, table):
    layer = scene(2)
    shown = table(layer, ALL_ASKED)
    shown.model.answer(1, "B04")
    shown.model.answer(2, "700nm")
    choose(shown.sensor, "landsat-8")
    choose(shown.units, "dn")

    expected = {
        "sensor": "landsat-8", "bands": {"1": "B04", "2": "700nm"}, "units": "dn", "fill": None, "skip_damaged": None,
    }  # fmt: skip
    assert raster_layers.choices(layer) == expected and len(shown.heard) == 4 and shown.heard[-1] == expected
    assert shown.kept_status.kind == "ok" and "kept" in shown.kept_status.said

    again = table(layer, ALL_ASKED)
    assert again.answers() == expected and cell(again, 1, WAVELENGTH) == "700 nm"
    again.drop.click()
    assert not any(raster_layers.choices(layer).values())
    assert again.heard == [raster_layers.choices(layer)] and is_amber(again, 0)
    assert again.kept_status.said == "" and not again.drop.isEnabled()


def escape(shown):
    QTest.keyClick(shown, Qt.Key.Key_Escape)


def close(shown):
    next(each for each in shown.findChildren(QPushButton) if each.text() == "Close").click()


@pytest.mark.parametrize("leave", [escape, close])
def test_units_that_were_chosen_are_kept_when_the_table_is_left(scene, table, leave):
    layer = scene(1)
    shown = table(layer, UNITS_ASKED)
    choose(shown.units, "dn")
    leave(shown)
    assert not shown.isVisible() and raster_layers.choices(layer)["units"] == "dn"


def test_an_answer_that_is_what_was_read_is_none(scene, table):
    shown = table(scene(1), facts([(1, "B02", 492.7)], sensor="sentinel-2", units="dn"))
    shown.model.setData(shown.model.index(0, MEANING), "B03")
    assert shown.drop.isEnabled()
    shown.model.setData(shown.model.index(0, MEANING), "B02")
    assert shown.answers()["bands"] == {} and not shown.drop.isEnabled()


def test_what_is_being_typed_survives_the_engines_next_answer(scene, table, qtbot):
    shown = table(scene(2), ALL_ASKED)
    shown.table.edit(shown.model.index(1, MEANING))
    line = shown.table.findChild(QComboBox).lineEdit()
    QTest.keyClicks(line, "66")
    shown.show_facts((shown.layer, facts(bands=[(1, "B02", 492.7)])))
    QTest.keyClicks(line, "5nm")
    QTest.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: cell(shown, 0, MEANING) == "B02")
    assert shown.model.answers == {"2": "665nm"}


def test_answers_that_the_engine_refuses_are_told_and_can_be_forgotten(scene, table):
    shown = table(scene(1), UNITS_ASKED)
    choose(shown.units, "counts")
    shown.show_failure("The values cannot be in unit 'counts'.")
    assert shown.kept_status.kind == "bad" and shown.drop.isEnabled()
    again = table(shown.layer, {})
    assert again.units.currentData() == "counts" and again.drop.isEnabled()


@pytest.mark.parametrize(
    ("bands", "titles"),
    [
        (2, []),
        (3, ["RGB", "NIR-R-G"]),
        (4, ["Sentinel-2, 10 m bands, ESA order", "RGB + NIR", "PlanetScope, 4 bands"]),
        (7, ["Landsat 8/9 SR, B1 to B7"]),
        (8, ["PlanetScope, 8 bands"]),
        (10, ["Sentinel-2, 10 m and 20 m bands, ESA order"]),
        (12, ["Sentinel-2 L2A, all 12 bands, ESA order"]),
        (13, ["Sentinel-2 L1C, all 13 bands, ESA order"]),
    ],
)
def test_usual_orders_of_as_many_bands_are_offered_and_none_is_applied(scene, table, bands, titles):
    shown = table(scene(bands), ALL_ASKED)
    assert [button.text() for button in shown.orders.buttons] == titles
    assert shown.orders_label.isVisible() == bool(titles) and raster_layers.choices(shown.layer)["bands"] == {}


def test_a_usual_order_says_all_bands_and_the_sensor_and_each_can_be_changed(scene, table):
    layer = scene(10)
    shown = table(layer, ALL_ASKED)
    shown.orders.buttons[0].click()
    names = ["B02", "B03", "B04", "B05", "B06", "B07", "B08", "B8A", "B11", "B12"]
    kept = raster_layers.choices(layer)
    assert list(kept["bands"].values()) == names and kept["sensor"] == "sentinel-2" and len(shown.heard) == 1
    assert not any(is_amber(shown, row) for row in range(10))
    shown.model.setData(shown.model.index(9, MEANING), "unused")
    assert (
        raster_layers.choices(layer)["bands"]["10"] == "unused" and raster_layers.choices(layer)["bands"]["9"] == "B11"
    )


def test_the_question_about_the_offset_speaks_of_the_baseline_and_marks_the_likely_answer(scene, table):
    said = facts(
        bands=[(1, "B02", 492.7)],
        sensor="sentinel-2",
        questions=[("units", "uint16 values may be dn, dn+1000", ("dn+1000", "dn"))],
    )
    said["questions"][0]["dated"] = "2023-08-23"
    shown = table(scene(1), said)
    assert "baseline 04.00" in shown.units_status.said and "proves nothing" in shown.units_status.said
    first, second = (button.text() for button in shown.unit_buttons.buttons)
    assert first.endswith("plus 1000 (likely: the scene is from 2023-08-23)") and "likely" not in second
    assert shown.units.itemText(1).endswith("2023-08-23)") and shown.units.currentData() is None
    shown.unit_buttons.buttons[0].click()
    assert raster_layers.choices(shown.layer)["units"] == "dn+1000" and not shown.unit_buttons.isVisible()


def test_fill_is_asked_about_in_plain_words(scene, table):
    said = facts(bands=[(1, "B02", 492.7), (2, "B03", 559.8)], sensor="sentinel-2", units="dn")
    said["questions"] = [{"about": "nodata", "text": "36 % …", "option": "", "choices": ["0", "none"]}]
    part = {"bands": [1, 2], "low": [0.0, 0.0], "high": [0.0, 0.0]}
    said["fill"] = {"share": 0.36, "parts": [part]}
    shown = table(scene(2), said)
    assert shown.fill_status.kind == "ask" and "36 % of the scene holds 0 in all bands" in shown.fill_status.said
    assert [shown.fill.itemText(k) for k in (1, 2)] == [
        "0 in all bands is no data (36 % of the scene)",
        "these pixels were measured",
    ]
    choose(shown.fill, "data")
    assert raster_layers.choices(shown.layer)["fill"] == "data" and shown.fill_status.said == ""
    assert not table(scene(3), ALL_ASKED).fill.isVisible()


def test_a_question_of_one_band_offers_its_choices_first(scene, table):
    said = facts([(2, "VH", None)], questions=[("bands", "band 1 is called 'VV_VH'", ("1=VV", "1=VH"))])
    shown = table(scene(2), said)
    assert is_amber(shown, 0) and not is_amber(shown, 1)
    assert shown.model.choices(1)[:2] == ["VV", "VH"] and shown.model.choices(1)[-1] == "unused"


def test_of_two_bands_that_are_the_same_one_answer_is_enough(scene, table):
    said = facts(
        [(1, "B04", 664.6)],
        sensor="sentinel-2",
        questions=[("bands", "bands 1 and 2 are both B04", ("1=unused", "2=unused"))],
    )
    shown = table(scene(2), said)
    assert is_amber(shown, 0) and is_amber(shown, 1)
    shown.model.answer(2, "unused")
    assert not is_amber(shown, 0) and not is_amber(shown, 1) and shown.bands_status.said == ""


def test_a_question_about_units_or_sensor_stands_at_its_field(scene, table):
    shown = table(scene(1), UNITS_ASKED)
    assert (shown.units_status.kind, shown.units.currentText()) == ("ask", "choose…")
    assert [shown.units.itemData(i) for i in (1, 2)] == ["dn", "counts"]
    choose(shown.units, "dn")
    assert shown.units_status.said == "" and raster_layers.choices(shown.layer)["units"] == "dn"

    asked = facts(questions=[("sensor", "bands called B2 are other wavelengths elsewhere", ("landsat-8",))])
    shown = table(scene(1), asked)
    assert shown.sensor_status.kind == "ask" and shown.sensor.itemData(1) == "landsat-8"


def test_the_engines_next_answer_is_shown_in_place(scene, table):
    shown = table(scene(1), UNITS_ASKED)
    choose(shown.units, "dn")
    shown.show_facts((shown.layer, facts([(1, "B02", 492.7)], sensor="sentinel-2", units="dn")))
    assert shown.units.currentData() == "dn" and cell(shown, 0, UNIT) == "dn" and shown.units_status.kind != "ask"


def test_a_meaning_is_chosen_in_a_drop_down_or_typed(scene, table, qtbot):
    shown = table(scene(2), ALL_ASKED)
    shown.table.edit(shown.model.index(0, MEANING))
    combo = shown.table.findChild(QComboBox)
    assert [combo.itemText(i) for i in range(4)] == [name for name, _ in S2]
    QTest.keyClicks(combo.lineEdit(), "671.5nm")
    QTest.keyClick(combo.lineEdit(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown.model.answers == {"1": "671.5nm"})

    shown.table.edit(shown.model.index(1, MEANING))
    combo = next(c for c in shown.table.findChildren(QComboBox) if c.currentText() == "")
    combo.setCurrentIndex(combo.findText("B08"))
    combo.activated.emit(combo.currentIndex())
    assert shown.model.answers["2"] == "B08"


def test_hundreds_of_bands_take_their_wavelengths_from_a_file_quickly(scene, table, tmp_path):
    bands = 400
    said = facts(questions=[("bands", "nothing says the wavelengths of the 400 bands", ("@wavelengths.txt",))])
    start = time.perf_counter()
    shown = table(scene(bands), said)
    assert time.perf_counter() - start < 3
    file = tmp_path / "w.txt"
    file.write_text("# nm\n" + "\n".join(f"{400 + 5 * k}.5" for k in range(bands)) + "\n")
    assert shown.file.isVisible()

    assert shown.read_wavelengths(str(file))
    assert shown.answers()["bands"]["2"] == "405.5nm" and shown.model.open_rows() == 0
    assert cell(shown, 399, WAVELENGTH) == "2395.5 nm"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("400\n500\n", "Wavelengths: 2; bands: 3"),
        ("400\nred\n600", "Line 2"),
        ("0.4\n0.5\n0.6", "Line 1"),
    ],
)
def test_a_file_that_is_not_the_wavelengths_is_refused_in_one_line(scene, table, tmp_path, text, told):
    shown = table(scene(3), ALL_ASKED)
    file = tmp_path / "w.txt"
    file.write_text(text)
    assert not shown.read_wavelengths(str(file))
    assert told in shown.bands_status.said and shown.answers()["bands"] == {}


def test_the_spectrum_is_that_of_the_pixel_under_the_cursor_whatever_the_canvas_crs(scene, table, qtbot):
    canvas = QgsMapCanvas()
    canvas.setDestinationCrs(LONLAT)
    layer = scene(3)
    shown = table(layer, facts([(1, "B04", 664.6), (2, "B02", 492.7), (3, "B03", 559.8)]), canvas)
    there = QgsCoordinateTransform(UTM, LONLAT, QgsProject.instance()).transform(QgsPointXY(500_050, 4_999_950))
    canvas.xyCoordinates.emit(there)
    qtbot.waitUntil(lambda: shown.plot.values == [100.0, 200.0, 300.0], timeout=2000)
    assert shown.plot.points() == [(492.7, 200.0), (559.8, 300.0), (664.6, 100.0)]
    shown.grab()


def test_nodata_and_places_outside_have_no_values(scene):
    layer = scene(2)
    assert values_at(layer, QgsPointXY(500_005, 4_999_995), UTM) == [None, None]
    assert values_at(layer, QgsPointXY(0, 0), UTM) == []
    assert values_at(layer, QgsPointXY(0, 99), LONLAT) == []


def test_without_wavelengths_values_stand_over_band_numbers(scene, qgis_app):
    plot = SpectrumPlot(scene(2))
    plot.show_values([5.0, None, float("nan"), 5.0])
    assert plot.points() == [(1.0, 5.0), (4.0, 5.0)]
    plot.resize(300, 150)
    plot.grab()  # one value only, and a range of none, can be painted


def test_ticks_are_round_numbers():
    assert ticks(130, 2210) == [500, 1000, 1500, 2000]
    assert ticks(1, 4, whole=True) == [1, 2, 3, 4]


def test_the_table_closes_with_its_layer(scene, table, project):
    layer = scene(1)
    shown = table(layer, UNITS_ASKED)
    project.removeMapLayer(layer.id())
    assert not shown.isVisible()


def test_what_the_cells_show_is_text_to_qt_not_a_subclass_which_it_does_not_paint(scene, table):
    shown = table(scene(2), facts([(1, "B04", 664.6)], [(2, say("no optical band"))], units="dn"))
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
    told = [shown.model.index(row, column).data(role) for row in range(2) for column in range(5) for role in roles]
    told += [shown.model.headerData(column, Qt.Orientation.Horizontal) for column in range(5)]
    assert {type(text) for text in told} == {str}


# --- several sources ------------------------------------------------------------------------------------------------


@pytest.fixture
def of_place(scene, qgis_app):
    """The table of an optical layer and of one whose units are asked."""
    optical, radar = scene(2, ("B02", "B04")), scene(1, ("VV",))
    radar.setName("radar")
    read = facts([(1, "B02", 492.7), (2, "B04", 664.6)], sensor="sentinel-2", units="dn")
    open_units = facts([(1, "VV", None)], questions=[("units", "which units?", ("db", "linear"))])
    shown = BandTable(optical, read, further=[(radar, open_units)])
    shown.show()
    yield shown, optical, radar
    shown.close()
    shown.deleteLater()


def test_bands_are_grouped_by_source_each_with_its_sensor_and_units(of_place):
    shown, *_ = of_place
    rows = shown.table.model()
    column = [rows.index(row, BAND).data() for row in range(rows.rowCount())]
    assert column == ["scene — Sentinel-2 MSI · dn", "1  B02", "2  B04", "radar — unknown sensor", "1  VV"]
    assert rows.index(1, UNIT).data() == "dn" and rows.index(4, UNIT).data() == ""
    assert shown.table.columnSpan(3, 0) == 5
    editable = [bool(rows.flags(rows.index(row, MEANING)) & Qt.ItemFlag.ItemIsEditable) for row in (0, 1, 3, 4)]
    assert editable == [False, True, False, True]


def test_the_fields_are_about_the_source_whose_rows_were_clicked_last(of_place):
    shown, optical, radar = of_place
    rows = shown.table.model()
    assert shown.layer is optical and not shown.unit_buttons.isVisible()
    shown.table.setCurrentIndex(rows.index(4, MEANING))
    assert shown.layer is radar and shown.source.currentText() == "radar" and shown.unit_buttons.isVisible()
    shown.unit_buttons.buttons[0].click()
    assert raster_layers.choices(radar)["units"] == "db" and not raster_layers.choices(optical)["units"]
    shown.choose(0)
    assert shown.layer is optical and shown.units.currentData() is None
    rows.setData(rows.index(4, MEANING), "VH")
    assert raster_layers.choices(radar)["bands"] == {"1": "VH"} and raster_layers.choices(optical)["bands"] == {}
    assert raster_layers.choices(radar)["units"] == "db"


def test_a_source_that_comes_or_goes_changes_the_rows(of_place):
    shown, optical, radar = of_place
    read = facts([(1, "B02", 492.7), (2, "B04", 664.6)], sensor="sentinel-2", units="dn")
    shown.show_facts((optical, read))
    assert shown.table.model() is shown.model and not shown.source.isVisible()
    shown.show_facts((optical, read), (radar, facts([(1, "VV", None)], units="db")))
    assert shown.table.model().rowCount() == 5 and shown.source.isVisible()
