"""Headers are read to the end: wavelengths, bad bands, gains and nodata, whoever wrote them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio

from engine.errors import SceneError
from engine.scene.interpretation import Reading, read_scene
from engine.scene.raster import Scene
from engine.sensors.headers import HeaderBands, enmap_header, parse_envi_header, read_bands, stated_nodata

Write = Callable[..., Path]
CUBE = np.random.default_rng(0).integers(200, 4000, (4, 12, 12)).astype("uint16")
WAVELENGTHS = "wavelength = {480.1, 560.2, 665.3, 842.4}"


def envi(folder: Path, *fields: str, pixels: Any = CUBE) -> Path:
    """An ENVI image of uint16 with these lines in its header."""
    path = folder / "cube.dat"
    pixels.tofile(path)
    count, lines, samples = pixels.shape
    path.with_suffix(".hdr").write_text(
        f"ENVI\nsamples = {samples}\nlines = {lines}\nbands = {count}\nheader offset = 0\nfile type = ENVI Standard\n"
        "data type = 12\ninterleave = bsq\nbyte order = 0\n" + "".join(f"{field}\n" for field in fields)
    )
    return path


def read(path: Path, **said: Any) -> Reading:
    with Scene.open(path) as scene:
        return read_scene(scene, **said)


def bands_of(count: int, *, band_tags: Any = None, tags: Any = None, **header: str) -> HeaderBands:
    return read_bands(header, tags or {}, band_tags or [{}] * count, [""] * count)


def test_wavelengths_are_found_wherever_software_writes_them(write_scene: Write) -> None:
    path = write_scene(np.zeros((6, 4, 4)), descriptions=["", "", "", "band 4 (418.24 Nanometers)", "Blue 484 nm", ""])
    with rasterio.open(path, "r+") as target:
        target.update_tags(1, ns="IMAGERY", CENTRAL_WAVELENGTH_UM="0.665", FWHM_UM="0.03")
        target.update_tags(2, wavelength="0.46", wavelength_units="Micrometers", fwhm="0.01")
        target.update_tags(3, wavelength="705")
        target.update_tags(6, WAVELENGTH="842", WAVELENGTH_UNIT="nm", BANDWIDTH="115", BANDWIDTH_UNIT="nm")
    with Scene.open(path) as scene:
        found = scene.metadata().wavelengths
    assert [w and round(w.centre_nm, 2) for w in found] == [665, 460, 705, 418.24, 484, 842]
    assert [w and w.fwhm_nm and round(w.fwhm_nm) for w in found] == [30, 10, None, None, None, 115]
    assert [w and w.source for w in found] == [
        "tag CENTRAL_WAVELENGTH_UM", "tag wavelength", "tag wavelength", "description", "description", "tag wavelength"
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["scene.hdr", "scene.tif.hdr"])
def test_an_envi_header_beside_the_file_is_read_to_the_end(write_scene: Write, name: str) -> None:
    path = write_scene(CUBE[:3])
    path.with_name(name).write_text(
        "ENVI\n; a comment = 1\nwavelength units = Micrometers\nwavelength = {\n 0.45,\n 2.2, 9.9e-1}\n"
        "fwhm={0.01,0.02,0.03}\nbbl = {1,\n 1, 0}\nband names = {one, two, three}\ndata ignore value = 7\n"
        "reflectance scale factor = 10000\nsensor type = HyMap\n"
    )
    with Scene.open(path) as scene:
        metadata = scene.metadata()
    assert [(w.centre_nm, round(w.fwhm_nm or 0), w.source) for w in metadata.wavelengths if w] == [
        (450, 10, "ENVI header"), (2200, 20, "ENVI header"), (990, 30, "ENVI header")
    ]  # fmt: skip
    assert metadata.bad == ("", "", "the ENVI header (bbl)") and metadata.descriptions == ("one", "two", "three")
    assert metadata.nodata == (7, 7, 7) and metadata.scales == (1e-4,) * 3 and metadata.tag("SENSOR_TYPE") == "HyMap"


def test_bad_bands_are_not_used_and_the_reason_is_told(tmp_path: Path) -> None:
    path = envi(tmp_path, "wavelength units = Nanometers", WAVELENGTHS, "bbl = {1, 0, 1, 1.0}")
    found = read(path, units="dn")
    assert found.indices == (1, 3, 4) and found.unused == ((2, "marked as bad in the ENVI header (bbl)"),)
    assert read(path, units="dn", bands={2: "560nm"}).indices == (1, 2, 3, 4), "the user goes first"


@pytest.mark.parametrize(
    "tags",
    [{"bbl": "0"}, {"BBL": "{0}"}, {"bad_band": "1"}, {"bad band": "True"}, {"bad-band multiplier": "0.0"}],
)
def test_tags_of_a_band_mark_it_as_bad(tags: dict[str, str]) -> None:
    assert bands_of(2, band_tags=[tags, {}]).bad == ("the band's tags", "")


@pytest.mark.parametrize("tags", [{"bbl": "1"}, {"bad_band": "0"}, {"bad_band": "no"}, {"bbl": ""}])
def test_tags_of_a_good_band_leave_it_in(tags: dict[str, str]) -> None:
    assert bands_of(2, band_tags=[tags, {}]).bad == ("", "")


@pytest.mark.parametrize("listed", ["{1, 0, 1}", "{1, 0, 1, 1, 1}", "{1, bad, 1, 1}", "{1, nan, 1, 1}"])
def test_a_list_of_bad_bands_that_does_not_fit_is_a_question_whose_option_answers_it(
    tmp_path: Path, listed: str
) -> None:
    path = envi(tmp_path, "wavelength units = nm", WAVELENGTHS, f"bbl = {listed}")
    (question,) = read(path, units="dn").questions
    assert "bbl" in question.text and "does not fit 4 bands" in question.text and "--bands" in question.option
    answered = read(path, units="dn", bands={2: "unused"})
    assert answered.indices == (1, 3, 4) and not answered.questions


def test_a_cube_of_bad_bands_alone_is_a_question(tmp_path: Path) -> None:
    found = read(envi(tmp_path, "wavelength units = nm", WAVELENGTHS, "bbl = {0, 0, 0, 0}"), units="dn")
    assert not found.bands and found.questions[0].text == "every band is marked as bad"


@pytest.mark.parametrize("unit", ["Index", "Unknown"])
def test_numbers_of_bands_are_a_question_that_says_what_was_found(tmp_path: Path, unit: str) -> None:
    path = envi(tmp_path, f"wavelength units = {unit}", "wavelength = {1, 2, 3, 4}")
    found = read(path, units="dn")
    assert not found.bands and f"the wavelengths are 1, 2, 3, 4 in the unit '{unit}'" in found.questions[0].text
    answer = dict(enumerate(("red", "green", "blue", "nir"), start=1))
    assert read(path, units="dn", bands=answer).indices == (1, 2, 3, 4), "the option leads out"


def test_a_missing_unit_is_told_by_the_numbers(tmp_path: Path) -> None:
    found = read(envi(tmp_path, WAVELENGTHS), units="dn")
    assert [band.band.wavelength_nm for band in found.bands] == [480.1, 560.2, 665.3, 842.4]


def test_the_titles_of_envi_s_plots_may_tell_the_unit() -> None:
    found = bands_of(2, wavelength="{6650, 8420}", **{"z plot titles": "{Wavelength (Angstrom), Reflectance}"})
    assert [w and round(w.centre_nm) for w in found.wavelengths] == [665, 842]


@pytest.mark.parametrize(
    ("listed", "expected"),
    [
        ("{450, 550, 650}", [None, None]),
        ("{450, red}", [None, None]),
        ("{450, nan}", [450, None]),
        ("{0, 550}", [None, 550]),
        ("{-450, 550}", [None, 550]),
        ("{5.5e2, 4.5E+02}", [550, 450]),
    ],
)
def test_lists_with_gaps_or_of_another_length_are_never_used_silently(listed: str, expected: Any) -> None:
    found = bands_of(2, wavelength=listed, wavelength_units="nm")
    assert [w and w.centre_nm for w in found.wavelengths] == expected
    assert bool(found.doubt) == (expected == [None, None])


def test_a_text_that_is_no_envi_header_has_no_fields() -> None:
    assert parse_envi_header("NCOLS 3\nwavelength = 5") == {}


def test_the_bands_that_envi_shows_as_red_green_and_blue_are_not_taken_for_these_colours(tmp_path: Path) -> None:
    found = read(envi(tmp_path, "default bands = {4, 3, 2}"))
    assert not found.bands and found.questions


def test_gains_of_their_own_are_a_question_and_one_reflectance_scale_is_the_unit(tmp_path: Path) -> None:
    said = ("wavelength units = nm", WAVELENGTHS)
    asked = read(envi(tmp_path, *said, "data gain values = {0.1, 0.2, 0.3, 0.4}", "data offset values = {1, 2, 3, 4}"))
    assert (
        asked.questions[0].about == "units" and "scales and offsets of their own: 0.1 (+1)" in asked.questions[0].text
    )
    for field in ("reflectance scale factor = 10000", "data reflectance gain values = {1e-4, 1e-4, 1e-4, 1e-4}"):
        units = read(envi(tmp_path, *said, field)).units
        assert units is not None and units.id == "dn"


@pytest.mark.parametrize(
    ("dtype", "text", "expected"),
    [
        ("uint16", "0", 0),
        ("uint16", "0.0", 0),
        ("int16", "{-9999}", -9999),
        ("uint8", "-9999", None),
        ("uint8", "0.5", None),
        ("float32", "0.5", 0.5),
        ("float32", "1e20", 1e20),
        ("uint16", "none", None),
        ("uint16", "0 255", None),
        ("uint16", "", None),
    ],
)
def test_the_nodata_value_of_a_tag_is_a_number_that_the_type_can_store(dtype: str, text: str, expected: Any) -> None:
    for name in ("SPECIAL_VALUE_NODATA", "_FillValue", "missing_value", "NODATA", "no_data", "data ignore value"):
        assert stated_nodata(dtype, {}, {name: text}) == expected


def test_the_product_s_nodata_counts_for_bands_that_state_none(write_scene: Write) -> None:
    pixels = CUBE.copy()
    pixels[:, :3] = 0
    path = write_scene(pixels, tags={"SPECIAL_VALUE_NODATA": "0", "SPECIAL_VALUE_SATURATED": "65535"})
    with Scene.open(path) as scene:
        assert scene.nodata == (0,) * 4
        assert not scene.read((0, 3), (0, 12), [1])[1].any() and scene.read((3, 12), (0, 12), [1])[1].all()
    with Scene.open(path, file_nodata=False) as scene:
        assert scene.nodata == (None,) * 4 and scene.read((0, 12), (0, 12), [1])[1].all()
    own = write_scene(pixels, tags={"SPECIAL_VALUE_NODATA": "0"}, name="own.tif", nodata=7)
    with Scene.open(own) as scene:
        assert scene.nodata == (7,) * 4, "the band's own goes first"


ENMAP = "ENMAP01-____L2A-DT0000001867_20220724T104526Z_008_V010302_20230628T165614Z"


def enmap_xml(*wavelengths: float, expected: str = "", gain: str = "0.0001") -> str:
    """The part of an EnMAP product's metadata that describes its bands."""
    bands = "".join(
        f'<bandID number="{number}"><wavelengthCenterOfBand>{nm}</wavelengthCenterOfBand><FWHMOfBand>6.5</FWHMOfBand>'
        f"<GainOfBand>{gain}</GainOfBand><OffsetOfBand>0</OffsetOfBand></bandID>"
        for number, nm in enumerate(wavelengths, start=1)
    )
    channels = f"<vnirProductQuality><expectedChannelsList>{expected}</expectedChannelsList></vnirProductQuality>"
    return (
        "<?xml version='1.0' encoding='UTF-8'?><level_X><specific><bandCharacterisation>"
        f"{bands}</bandCharacterisation>{channels if expected else ''}</specific></level_X>"
    )


def test_an_enmap_image_takes_wavelengths_bad_bands_and_scale_from_the_product_s_metadata(write_scene: Write) -> None:
    path = write_scene(CUBE, name=f"{ENMAP}-SPECTRAL_IMAGE.TIF")
    path.with_name(f"{ENMAP}-METADATA.XML").write_text(enmap_xml(418.2, 424.0, 902.2, 911.9, expected="1,2,4"))
    found = read(path)
    assert found.sensor.id == "enmap" and found.units is not None and found.units.id == "dn"
    assert [(band.index, band.band.wavelength_nm, band.band.fwhm_nm) for band in found.bands] == [
        (1, 418.2, 6.5), (2, 424.0, 6.5), (4, 911.9, 6.5)
    ]  # fmt: skip
    assert found.unused == ((3, "marked as bad in the product's metadata"),)


def test_an_enmap_image_without_metadata_is_a_question(write_scene: Write) -> None:
    pixels = np.ones((224, 2, 2), "uint16")
    found = read(write_scene(pixels, name=f"{ENMAP}-SPECTRAL_IMAGE.TIF", tags={"SENSOR": "EnMAP L2A"}))
    assert not found.bands and found.questions[0].option.startswith("--bands @wavelengths.txt")


def test_metadata_of_another_number_of_bands_is_told(write_scene: Write) -> None:
    path = write_scene(CUBE, name=f"{ENMAP}-SPECTRAL_IMAGE.TIF")
    path.with_name(f"{ENMAP}-METADATA.XML").write_text(enmap_xml(418.2, 424.0))
    with pytest.raises(SceneError, match=r"metadata names 2 bands; .* has 4"):
        read(path)


@pytest.mark.parametrize(
    "text",
    [
        "not XML",
        "<level_X/>",
        "<!DOCTYPE x [<!ENTITY a 'aaaa'>]>" + enmap_xml(418.2),
        enmap_xml(418.2).replace('number="1"', 'number="7"'),
    ],
)
def test_xml_that_is_no_metadata_or_holds_entities_says_nothing(text: str) -> None:
    assert enmap_header(text) == {}
