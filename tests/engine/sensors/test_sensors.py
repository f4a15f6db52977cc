"""Which band is which: evidence in its order, questions where it ends, errors where it contradicts."""

from dataclasses import replace
from typing import Any

import pytest

from engine.errors import BandError
from engine.gdal.metadata import FileMetadata, Wavelength
from engine.sensors import CATALOGUE, UNKNOWN, band_numbers, match, parse_bands
from engine.sensors.band_names import read_name


def metadata(*descriptions: str, nm: Any = None, colours: Any = None, **tags: str) -> FileMetadata:
    """A file with these descriptions, wavelengths in nm, colour interpretations and dataset tags."""
    count = len(descriptions)
    stated = tuple(Wavelength(value, None, "tag wavelength") if value else None for value in nm or [None] * count)
    return FileMetadata("scene.tif", "uint16", descriptions, tuple(colours or ["undefined"] * count), tags, stated)


def names(found: Any) -> list[str]:
    return [matched.band.name for matched in found[1]]


def asked(found: Any) -> list[tuple[str, tuple[str, ...]]]:
    return [(question.about, question.choices) for question in found[3]]


def test_zero_padded_names_are_sentinel_2_in_any_order() -> None:
    found = match(metadata("B08", "B04", "B8A", "B11"), None, {})
    assert found[0].id == "sentinel-2" and names(found) == ["B08", "B04", "B8A", "B11"]
    assert [m.index for m in found[1]] == [1, 2, 3, 4] and {m.source for m in found[1]} == {"description"}


def test_unpadded_numbers_are_a_question_that_lists_the_sensors_they_fit() -> None:
    found = match(metadata("B2", "B3", "B4", "B5"), None, {})
    assert found[0] is UNKNOWN and not found[1]
    ((about, choices),) = asked(found)
    assert about == "sensor" and {"landsat-5", "landsat-7", "landsat-8", "landsat-9", "sentinel-2"} <= set(choices)
    assert found[3][0].option.startswith("--sensor ")


@pytest.mark.parametrize(("sensor", "red_nm"), [("landsat-5", 830), ("landsat-8", 654.59), ("sentinel-2", 664.6)])
def test_the_answer_decides_what_band_4_is(sensor: str, red_nm: float) -> None:
    found = match(metadata("B2", "B3", "B4"), sensor, {})
    assert found[0].id == sensor and found[1][2].band.wavelength_nm == red_nm and not found[3]


@pytest.mark.parametrize("spelled", ["sur_refl_b0{}", "SR_B{}", "B{}"])
def test_band_numbers_of_other_products_are_not_taken_for_sentinel_2(spelled: str) -> None:
    found = match(metadata(*(spelled.format(i) for i in range(1, 8))), None, {})
    assert found[0] is UNKNOWN and {"landsat-8", "modis"} <= set(asked(found)[0][1])
    assert match(metadata("B02_10m", "B8A 20m", "B04 (red)"), None, {})[0].id == "sentinel-2"


def test_an_official_product_name_is_as_good_as_a_tag() -> None:
    named = replace(metadata("SR_B2", "SR_B3"), name="LC08_L2SP_193024_20200101_20200823_02_T1.tif")
    assert match(named, None, {})[0].id == "landsat-8"
    assert match(replace(named, name="landsat-8.tif"), None, {})[0] is UNKNOWN


def test_the_number_of_bands_and_their_place_prove_nothing() -> None:
    for count in (1, 2, 3, 4, 10, 12, 13):
        found = match(metadata(*[""] * count), None, {})
        assert found[0] is UNKNOWN and not found[1] and [about for about, _ in asked(found)] == ["bands"]


def test_a_sensor_alone_does_not_order_its_bands() -> None:
    found = match(metadata(*[""] * 13, SENSOR="Sentinel-2 L1C"), None, {})
    assert found[0].id == "sentinel-2" and not found[1] and "B8A" in asked(found)[0][1]
    assert match(metadata("", "", SENSOR="Sentinel-1"), None, {})[3]


@pytest.mark.parametrize(("sensor", "count"), [("EnMAP L2A", 224), ("NAIP", 4), ("Sentinel-2 L1C", 13)])
def test_the_order_of_the_bands_proves_nothing(sensor: str, count: int) -> None:
    found = match(metadata(*[""] * count, SENSOR=sensor), None, {})
    assert not found[1] and [about for about, _ in asked(found)] == ["bands"]


@pytest.mark.parametrize(
    ("name", "tags"),
    [
        ("m_3411924_ne_11_060_20180724_cir.tif", {}),
        ("scene.tif", {"SENSOR": "NAIP CIR"}),
        ("scene.tif", {"TIFFTAG_IMAGEDESCRIPTION": "False-colour composite"}),
    ],
)
def test_a_colour_infrared_picture_is_not_taken_for_red_green_and_blue(name: str, tags: dict[str, str]) -> None:
    plain = metadata("", "", "", colours=["red", "green", "blue"])
    assert names(match(plain, None, {})) == ["Red", "Green", "Blue"]
    infrared = match(replace(plain, name=name, tags=tags), None, {})
    assert not infrared[1] and infrared[3]
    said = match(replace(plain, name=name, tags=tags), None, {1: "nir", 2: "red", 3: "green"})
    assert names(said) == ["NIR", "Red", "Green"]


def test_wavelengths_beat_names_and_keep_the_file_s_own_numbers() -> None:
    found = match(metadata("B1", "B2", "B3", "B4", nm=[485, 560, 660, 830], SENSOR="Landsat 5 TM"), None, {})
    assert found[0].id == "landsat-5" and found[1][0].band.wavelength_nm == 485
    assert found[1][0].source == "wavelength (tag wavelength)"
    contradicted = match(metadata("B1", "B2", "B3", "B4", nm=[485, 560, 660, 830], SENSOR="Landsat 8 OLI"), None, {})
    assert contradicted[0].id == "multispectral" and contradicted[1][3].band.wavelength_nm == 830


def test_wavelengths_alone_name_the_one_sensor_they_fit_or_none() -> None:
    msi = [443, 490, 560, 665, 705, 740, 783, 842, 865, 945, 1375, 1610, 2190]
    assert match(metadata(*[""] * 13, nm=msi), None, {})[0].id == "sentinel-2"
    assert match(metadata(*[""] * 4, nm=[490, 560, 665, 842]), None, {})[0].id == "multispectral"
    cube = match(metadata(*[f"band{i}" for i in range(60)], nm=range(400, 1000, 10)), None, {})
    assert cube[0].id == "hyperspectral" and len(cube[1]) == 60


def test_overlapping_spectrometers_may_hold_one_wavelength_twice() -> None:
    twice = [*range(400, 640, 10), 630.2]
    found = match(metadata(*[""] * 25, nm=twice), None, {})
    assert len(found[1]) == 25 and not found[3]


def test_a_description_beats_the_colour_interpretation() -> None:
    cir = metadata("NIR", "Red", "Green", "Blue", colours=["red", "green", "blue", "alpha"], SENSOR="aerial CIR 0.2 m")
    found = match(cir, None, {})
    assert found[0].id == "aerial" and names(found) == ["NIR", "Red", "Green", "Blue"]


def test_colour_interpretation_is_a_fact_unless_its_alpha_holds_an_image() -> None:
    plain = metadata("", "", "", "", colours=["red", "green", "blue", "alpha"])
    found = match(plain, None, {})
    assert found[0].id == "rgbn" and names(found) == ["Red", "Green", "Blue"] and found[2][0][0] == 4
    default = match(replace(plain, false_alpha=True), None, {})
    assert default[0] is UNKNOWN and "transparency" in default[3][0].text


def test_common_colour_names_serve_every_sensor() -> None:
    six = ("Blue", "Green", "Red", "NIR", "SWIR16", "SWIR22")
    assert names(match(metadata(*six, SENSOR="sentinel2 TOA reflectance"), None, {})) == [
        "B02", "B03", "B04", "B08", "B11", "B12"
    ]  # fmt: skip
    assert names(match(metadata(*six, SENSOR="landsat5 TOA reflectance"), None, {})) == [
        "B1",
        "B2",
        "B3",
        "B4",
        "B5",
        "B7",
    ]
    assert match(metadata(*six), None, {})[0].id == "multispectral"
    assert match(metadata("R", "G", "B", "N"), None, {})[0].id == "rgbn"


@pytest.mark.parametrize("called", ["Panchromatic", "pan", "PAN", "panchromatique", "Panchromatic (500-700 nm)"])
@pytest.mark.parametrize(
    ("tags", "sensor"),
    [({}, "multispectral"), ({"SENSOR": "aerial"}, "aerial"), ({"SENSOR": "GF-2"}, "gaofen-2"),
     ({"SENSOR": "WorldView-3"}, "worldview"), ({"SENSOR": "Landsat 8"}, "landsat-8"),
     ({"SENSOR": "Landsat 7"}, "landsat-7")],
)  # fmt: skip
def test_a_panchromatic_band_is_one_for_every_sensor_that_has_it(
    called: str, tags: dict[str, str], sensor: str
) -> None:
    for found in (match(metadata(called, **tags), None, {}), match(metadata("", **tags), None, {1: called})):
        assert found[0].id == sensor and not found[3]
        assert 560 < (found[1][0].band.wavelength_nm or 0) < 720 and (found[1][0].band.fwhm_nm or 0) > 150


def test_a_panchromatic_band_is_never_told_by_its_wavelength_alone() -> None:
    found = match(metadata("", "", SENSOR="aerial", nm=[605, 650]), None, {})
    assert [matched.band.name for matched in found[1]] == ["Green", "Red"] or found[0].id == "multispectral"


@pytest.mark.parametrize(
    ("colour", "dtype", "first"),
    [("gray", "uint8", "pan"), ("gray", "uint16", "pan"), ("undefined", "uint8", "red"), ("gray", "float32", "VV")],
)
def test_a_single_band_is_offered_as_what_it_can_be(colour: str, dtype: str, first: str) -> None:
    single = replace(metadata("", colours=[colour]), dtype=dtype)
    (question,) = match(single, None, {})[3]
    assert question.choices[0] == first and {"pan", "red", "nir", "VV", "VH", "665nm"} <= set(question.choices)
    assert question.option.startswith(f"--bands 1={first} (or 1=")
    for choice in question.choices:
        assert match(single, None, parse_bands(f"1={choice}"))[1], choice


def test_what_is_no_spectral_band_is_left_out_and_told() -> None:
    found = match(metadata("Red", "Green", "Blue", "NIR", "Elevation", SENSOR="BD ORTHO aerial"), None, {})
    assert names(found) == ["Red", "Green", "Blue", "NIR"] and found[2] == ((5, "'Elevation' is not a spectral band"),)
    thermal = match(metadata("B1", "B6", SENSOR="Landsat 5 TM"), None, {})
    assert names(thermal) == ["B1"] and "thermal" in thermal[2][0][1]
    unnamed = match(metadata("B02", "B03", ""), None, {})
    assert unnamed[2] == ((3, "nothing says what it is: name it with --bands 3=NAME"),)


@pytest.mark.parametrize(
    ("descriptions", "expected"),
    [
        (("VV", "VH"), ["VV", "VH"]),
        (("VH", "VV"), ["VH", "VV"]),
        (("VV",), ["VV"]),
        (("HH", "HV"), ["HH", "HV"]),
        (("Gamma0_VH_db", "Sigma0_VV"), ["VH", "VV"]),
    ],
)
def test_polarisations_are_read_in_any_order_and_alone(descriptions: tuple[str, ...], expected: list[str]) -> None:
    found = match(metadata(*descriptions, SENSOR="S1RTC"), None, {})
    assert found[0].id == "sentinel-1" and names(found) == expected
    assert match(metadata(*descriptions), None, {})[0].id == "sar"


def test_vv_or_vh_is_a_question_with_both_answers() -> None:
    source = metadata("VV_or_VH", SENSOR="Sentinel-1 RTC")
    assert asked(match(source, None, {})) == [("bands", ("1=VV", "1=VH"))]
    answered = match(source, None, {1: "VH"})
    assert names(answered) == ["VH"] and answered[1][0].source == "user" and not answered[3]


def test_the_same_band_twice_is_a_question() -> None:
    found = match(metadata("VV", "VH", "VV"), None, {})
    assert asked(found) == [("bands", ("1=unused", "3=unused"))]
    assert names(match(metadata("VV", "VH", "VV"), None, {3: "unused"})) == ["VV", "VH"]


@pytest.mark.parametrize(
    ("tag", "sensor"),
    [
        ("s2_cloudfree", "sentinel-2"),
        ("S2L1C", "sentinel-2"),
        ("Sentinel-2 s2a", "sentinel-2"),
        ("BigEarthNet v2", "sentinel-2"),
        ("Sentinel-2B L1C 8-bit", "sentinel-2"),
        ("LANDSAT_8", "landsat-8"),
        ("Landsat 5 TM L1", "landsat-5"),
        ("SN20", None),
    ],
)
def test_sensor_tags_are_free_text(tag: str, sensor: str | None) -> None:
    found = match(metadata("B2", "B3", "B4", SENSOR=tag), None, {})
    assert found[0] is (CATALOGUE[sensor] if sensor else UNKNOWN)


def test_a_simulated_sensor_is_not_that_sensor() -> None:
    found = match(metadata("", "", "", nm=[460, 560, 660], SENSOR="simulated EnMAP from HyMap"), None, {})
    assert found[0].id == "multispectral"


def test_the_user_s_sensor_is_refused_where_the_file_contradicts_it() -> None:
    for source in (metadata("VV", "VH"), metadata("B8A", "B04"), metadata("B1", "B4", nm=[485, 830])):
        with pytest.raises(BandError) as caught:
            match(source, "landsat-8", {})
        assert "band 1" in str(caught.value) or "band 2" in str(caught.value)
    assert match(metadata("Red", "DEM"), "landsat-8", {})[0].id == "landsat-8"


@pytest.mark.parametrize(
    ("sensor", "bands"),
    [
        ("sentinel-9", {}),
        (None, {9: "B02"}),
        (None, {0: "B02"}),
        (None, {1: "banana"}),
        (None, {1: ""}),
        ("sentinel-2", {1: "B99"}),
        ("sentinel-2", {1: "VV"}),
        (None, {1: "DEM"}),
        (None, {1: "665"}),
    ],
)
def test_a_wrong_word_of_the_user_is_an_error_with_a_hint(sensor: str | None, bands: dict[int, str]) -> None:
    with pytest.raises(BandError) as caught:
        match(metadata("", "", ""), sensor, bands)
    assert caught.value.hint


def test_the_user_s_bands_come_before_everything_else() -> None:
    found = match(metadata("B02", "B03", "B04"), None, {1: "B08"})
    assert names(found) == ["B08", "B03", "B04"] and found[1][0].source == "user"
    mixed = match(metadata("", "", ""), None, {1: "665nm", 2: "0.56 um", 3: "unused"})
    assert [m.band.wavelength_nm for m in mixed[1]] == [665, 560] and mixed[2] == ((3, "left out by the user"),)


def test_the_bands_option_takes_names_wavelengths_ranges_and_a_file(tmp_path: Any) -> None:
    assert parse_bands("1=B02, 2=665nm,5-7=unused") == {1: "B02", 2: "665nm", 5: "unused", 6: "unused", 7: "unused"}
    listed = tmp_path / "wavelengths.txt"
    listed.write_text("418.2\n423.9\nunused\n")
    assert parse_bands(f"@{listed}") == {1: "418.2nm", 2: "423.9nm", 3: "unused"}
    for wrong in ("B02", "1:B02", "1=B02,1=B03", "x=B02", f"@{tmp_path}/none.txt"):
        with pytest.raises(BandError):
            parse_bands(wrong)
    assert band_numbers({"3": "B02"}) == {3: "B02"}
    with pytest.raises(BandError):
        band_numbers({"three": "B02"})


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("SR_B4", "number", "4"),
        ("b8a", "number", "8A"),
        ("B04 - Red", "number", "4"),
        ("near infrared", "colour", "nir"),
        ("coastal_blue", "colour", "coastal"),
        ("Rededge", "colour", "rededge1"),
        ("Band 3", "nothing", ""),
        ("17", "nothing", ""),
        ("cloud mask", "not spectral", ""),
        ("elevation_m", "not spectral", ""),
        ("foo", "unknown", ""),
        ("Alpha", "transparency", ""),
    ],
)
def test_names_as_files_write_them(text: str, kind: str, value: str) -> None:
    name = read_name(text)
    assert (name.kind, name.value) == (kind, value)


def test_every_catalogue_band_is_found_by_its_own_name() -> None:
    for sensor in CATALOGUE.values():
        for band in sensor.bands:
            found = match(metadata(band.name), sensor.id, {})
            thermal = band.wavelength_nm is not None and band.wavelength_nm > 3000
            assert names(found) == ([] if thermal else [band.name]), (sensor.id, band.name)
            assert band.polarisation or (band.wavelength_nm or 0) > 350


def test_a_band_of_palette_numbers_among_others_is_left_out_whatever_it_is_called() -> None:
    picture = metadata("red", "green", "blue", "classes", colours=["undefined"] * 3 + ["palette"])
    found = match(picture, None, {})
    assert names(found) == ["Red", "Green", "Blue"] and found[2][0][0] == 4 and "palette" in found[2][0][1]
    with pytest.raises(BandError, match="palette") as caught:
        match(picture, None, {4: "nir"})
    assert "4=unused" in caught.value.hint
    assert names(match(picture, None, {4: "unused"})) == ["Red", "Green", "Blue"]
