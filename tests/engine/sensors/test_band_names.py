"""Bands and maps told apart: a map beside the bands stays a map, and costs neither the sensor nor its units."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.gdal.metadata import FileMetadata
from engine.sensors import match
from engine.sensors.headers import read_bands

MAPS = (
    "aerosol optical thickness", "AOT", "AOD", "Water vapour map", "scene-average water vapour", "WVP", "ozone",
    "transmittance", "solar irradiance", "view zenith", "sun azimuth angle", "incidence", "snow probability", "SCL",
    "scene classification", "cloud mask", "cloud", "quality flag", "QA60", "radiance uncertainty", "reflectance error",
    "B4 uncertainty", "Red standard std", "SNR", "noise", "NDVI", "B8 ratio", "vegetation index", "chlorophyll", "Kd",
    "chlor_a", "Angstrom exponent", "emissivity", "surface temperature", "albedo", "elevation", "slope", "dataMask",
    "sunZenithAngles", "backscatter coefficient", "fluorescence", "Stokes Q", "something else", "label", "land cover",
)  # fmt: skip
BANDS = (
    "", "Band 3", "band_7", "reflectance", "Oxygen-A", "TOA radiance", "surface reflectance at", "central wavelength",
    "Rrs", "rhos", "Oa08", "channel 5", "Bande 4", "violet", "green-yellow", "optical band", "VNIR 12",
    "L2A reflectance", "Resize (Band 1:cloud_mask.dat):",
)  # fmt: skip
FORMS = ("{0} {1} nm", "{0} ({1}nm)", "{0}_{1}nm", "{0} - {1} nm", "{0}, {1} nanometers", "{1}nm {0}")
SENTINEL_2 = ("B02", "B03", "B04", "B08")


def scene(*descriptions: str, **tags: str) -> FileMetadata:
    said = read_bands({}, tags, [{}] * len(descriptions), descriptions)
    colours = ("undefined",) * len(descriptions)
    return FileMetadata("scene.tif", "uint16", descriptions, colours, tags, said.wavelengths)


@given(
    st.sampled_from(MAPS), st.integers(400, 2400), st.sampled_from(FORMS), st.sampled_from([str, str.upper, str.lower])
)
def test_a_map_at_a_wavelength_is_no_band_and_never_costs_the_sensor(word: str, nm: int, form: str, case: Any) -> None:
    if word == "cloud" and 1340 < nm < 1410:
        return  # where clouds have a band of that name
    found = match(scene(*SENTINEL_2, case(form.format(word, nm)), SENSOR="Sentinel-2"), None, {})
    assert found[0].id == "sentinel-2" and [band.index for band in found[1]] == [1, 2, 3, 4]
    assert [index for index, _ in found[2]] == [5] and not found[3]
    alone = match(scene(case(form.format(word, nm))), None, {})
    assert not alone[1] and alone[3], "nor is it a band when it is alone"


@given(
    st.sampled_from(BANDS), st.integers(400, 2400), st.sampled_from(FORMS), st.sampled_from([str, str.upper, str.lower])
)
def test_a_wavelength_beside_words_of_bands_is_a_band(word: str, nm: int, form: str, case: Any) -> None:
    found = match(scene(case(form.format(word, nm))), None, {})
    assert [band.band.wavelength_nm for band in found[1]] == [nm] and not found[2] and not found[3]


@pytest.mark.parametrize(
    ("text", "band"),
    [
        ("Water vapour - 945 nm", "B09"),
        ("Water vapor 945nm", "B09"),
        ("B9, central wavelength 945 nm", "B09"),
        ("Coastal aerosol 443 nm", "B01"),
        ("Aerosol 443nm", "B01"),
        ("Ultra Blue (coastal/aerosol) 443 nm", "B01"),
        ("B1 Aerosols 443.9nm (S2A) / 442.3nm (S2B)", "B01"),
        ("Cirrus 1375 nm", "B10"),
        ("Cloud 1380nm", "B10"),
        ("SWIR/Cirrus 1375 nm", "B10"),
        ("Vegetation red edge 705 nm", "B05"),
        ("Vegetation Red Edge 740nm", "B06"),
        ("Vegetation Red Edge (783 nm)", "B07"),
        ("Vegetation Red Edge 865nm", "B8A"),
        ("Narrow NIR 865 nm", "B8A"),
        ("Blue (water penetration) 490 nm", "B02"),
        ("SWIR 1610 nm", "B11"),
        ("Band 9 - Water vapor - 60m", "B09"),
        ("Band 5 - Vegetation red edge 1 - 20m", "B05"),
        ("Band 8A - Vegetation red edge 4 - 20m", "B8A"),
        ("Water vapour", "B09"),
        ("Coastal aerosol", "B01"),
    ],
)
def test_bands_whose_names_sound_like_maps_stay_bands(text: str, band: str) -> None:
    found = match(scene("B03", "B04", text, SENSOR="Sentinel-2"), None, {})
    names = [matched.band.name for matched in found[1]]
    assert found[0].id == "sentinel-2" and names[-1] == band and not found[2]


@pytest.mark.parametrize(
    "text", ["Water vapour at 945 nm", "Aerosol 550 nm", "cloud 550 nm", "Cirrus mask 1375nm", "cloud"]
)
def test_these_names_are_maps_at_other_wavelengths_and_with_other_words(text: str) -> None:
    found = match(scene(*SENTINEL_2, text, SENSOR="Sentinel-2"), None, {})
    assert found[0].id == "sentinel-2" and found[2] == ((5, f"'{text}' is not a spectral band"),)


def test_a_word_that_all_bands_share_is_the_scene_s_name() -> None:
    found = match(scene("myfield_450nm", "myfield_550nm", "myfield_660nm"), None, {})
    assert [band.band.wavelength_nm for band in found[1]] == [450, 550, 660]
    maps = match(scene("AOT 450nm", "AOT 550nm", "AOT 660nm"), None, {})
    assert not maps[1] and maps[3]


def test_what_the_user_calls_a_band_is_one_whatever_the_file_says() -> None:
    found = match(scene(*SENTINEL_2, "AOT 550nm"), None, {5: "705nm"})
    assert [band.band.name for band in found[1]] == [*SENTINEL_2, "B05"]


def test_a_map_with_a_wavelength_in_its_tags_is_no_band() -> None:
    tags: list[dict[str, str]] = [{"wavelength": nm, "wavelength_units": "nm"} for nm in ("490", "560", "665", "550")]
    names = ("Blue", "Green", "Red", "radiance uncertainty")
    said = read_bands({}, {}, tags, names)
    found = match(FileMetadata("scene.tif", "uint16", names, ("undefined",) * 4, {}, said.wavelengths), None, {})
    assert [band.index for band in found[1]] == [1, 2, 3]
