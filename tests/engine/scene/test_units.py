"""Units: stated, proven by the values, or asked; and the arithmetic that follows."""

from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import UnitError
from engine.gdal.metadata import FileMetadata
from engine.scene.values.units import OPTICAL, RADAR, Units, find_units
from engine.sensors import Question, match

TEN = ("B02", "B03", "B04", "B05", "B06", "B07", "B08", "B8A", "B11", "B12")
LAND = (0.04, 0.07, 0.06, 0.1, 0.2, 0.25, 0.27, 0.3, 0.2, 0.12)
"""Mean reflectance of a green landscape in the ten bands."""


def landscape(means: Any, pixels: int = 4000, dark: float = 0.0) -> np.ndarray:
    """Reflectance (bands, N) around `means`, from half to twice as bright; a twentieth are `dark` water."""
    random = np.random.default_rng(1)
    values = (
        np.array(means)[:, None] * random.uniform(0.5, 2, (1, pixels)) * random.normal(1, 0.05, (len(means), pixels))
    )
    if dark:
        values[:, : pixels // 20] = dark
    return values


def find(
    values: Any, descriptions: Any = TEN, dtype: str = "uint16", asked: str | None = None, band_units: Any = (),
    scaling: tuple[float, float] = (1.0, 0.0), name: str = "scene.tif", **tags: str,
) -> Units | Question:  # fmt: skip
    """The units of `values` (bands, N) as a file of `dtype` with these descriptions and tags would hold them."""
    count = len(descriptions)
    metadata = FileMetadata(
        name, dtype, tuple(descriptions), ("undefined",) * count, tags,
        scales=(scaling[0],) * count, offsets=(scaling[1],) * count, band_units=tuple(band_units),
    )  # fmt: skip
    sensor, matched, _, questions = match(metadata, None, {})
    assert not questions
    stored = np.asarray(values)
    stored = stored.round().astype(dtype) if dtype[0] in "ui" else stored.astype(dtype)
    return find_units(metadata, sensor, matched, (stored, np.ones(stored.shape[1], bool)), asked)


def unit(answer: Units | Question) -> str:
    assert isinstance(answer, Units), answer
    return answer.id


def choices(answer: Units | Question) -> tuple[str, ...]:
    assert isinstance(answer, Question), answer
    assert answer.about == "units" and answer.option == f"--units {'|'.join(answer.choices)}"
    return answer.choices


@pytest.mark.parametrize(
    ("words", "dtype", "expected"),
    [
        ("DN, surface reflectance x 10000", "uint16", "dn"),
        ("DN, surface reflectance x 10000 + 1000 (baseline 04.00)", "uint16", "dn+1000"),
        ("surface reflectance x 65535", "uint16", "uint16"),
        ("TOA reflectance x 65535", "uint16", "uint16"),
        ("DN, surface reflectance = DN*2.75e-5-0.2", "uint16", "landsat-c2"),
        ("surface reflectance (0-1)", "float32", "reflectance"),
        ("reflectance", "float32", "reflectance"),
        ("DN 8 bit stretched", "uint8", "uint8"),
        ("DN, at-sensor radiance x gain", "uint16", "counts"),
        ("11 bit sensor counts", "uint16", "counts"),
    ],
)
def test_optical_units_are_read_from_free_text(words: str, dtype: str, expected: str) -> None:
    kind = OPTICAL[expected]
    numbers = (landscape(LAND, dark=0.05) - kind.offset) / kind.scale
    numbers = numbers * 2000 if expected == "counts" else numbers
    answer = find(numbers.clip(0, 255) if dtype == "uint8" else numbers, dtype=dtype, UNITS=words)
    assert unit(answer) == expected and words.lower()[:20] in answer.source


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("dB, gamma0", "db"),
        ("dB", "db"),
        ("linear power gamma0", "linear"),
        ("DN amplitude, not calibrated", "amplitude"),
    ],
)
def test_radar_units_are_read_from_free_text(words: str, expected: str) -> None:
    values = np.random.default_rng(0).uniform(1, 20, (2, 500)) * (-1 if expected == "db" else 1)
    assert unit(find(values, ("VV", "VH"), "float32", UNITS=words)) == expected


def test_a_scale_of_the_bands_is_a_statement() -> None:
    dn = landscape(LAND) / 1e-4
    assert unit(find(dn, scaling=(1e-4, -0.1))) == "dn+1000"
    assert unit(find((landscape(LAND[:1]) + 0.1) / 2e-5, ("Blue",), scaling=(2e-5, -0.1))) == "landsat-l1"
    odd = find(landscape(LAND) / 0.003, scaling=(0.003, 0.0))
    assert unit(odd) == "scaled" and isinstance(odd, Units) and odd.scale == 0.003


def test_the_scale_of_a_map_beside_the_bands_is_not_the_bands() -> None:
    dn = landscape((*LAND, 0.1)) / 1e-4
    count = len(TEN) + 1
    metadata = FileMetadata(
        "scene.tif", "uint16", (*TEN, "AOT"), ("undefined",) * count,
        scales=(1e-4,) * len(TEN) + (0.001,), offsets=(-0.1,) * len(TEN) + (0.0,),
    )  # fmt: skip
    sensor, matched, unused, _ = match(metadata, None, {})
    answer = find_units(metadata, sensor, matched, (dn[:-1].astype("uint16"), np.ones(dn.shape[1], bool)), None)
    assert unit(answer) == "dn+1000" and len(unused) == 1


def test_bands_with_scales_of_their_own_are_a_question() -> None:
    metadata = FileMetadata(
        "scene.tif", "uint16", ("B02", "B03"), ("undefined",) * 2, scales=(0.1, 0.2), offsets=(0.0, 0.0)
    )
    sensor, matched, _, _ = match(metadata, None, {})
    sample = (landscape((0.05, 0.05)) * 1e4).astype("uint16"), np.ones(4000, bool)
    answer = find_units(metadata, sensor, matched, sample, None)
    assert "counts" in choices(answer) and unit(find_units(metadata, sensor, matched, sample, "counts")) == "counts"


def test_a_bare_scale_on_sentinel_2_leaves_the_offset_to_the_values() -> None:
    dark = landscape(LAND, dark=0.01)
    assert unit(find(dark / 1e-4, SCALE="0.0001")) == "dn"
    assert set(choices(find((landscape(LAND) + 0.12) / 1e-4, SCALE="0.0001"))) == {"dn", "dn+1000"}


def test_the_processing_baseline_tells_the_offset() -> None:
    bright = (landscape(LAND) + 0.12) / 1e-4
    assert unit(find(bright, name="S2A_MSIL2A_20230105T101031_N0509_R022_T33UUP_x.tif")) == "dn+1000"
    assert unit(find(bright, name="S2A_MSIL2A_20190105T101031_N0211_R022_T33UUP_x.tif")) == "dn"
    assert unit(find(bright, PROCESSING_BASELINE="04.00")) == "dn+1000"
    assert choices(find(bright, name="S2A_MSIL2A_20170613T101031_N9999_R022_T33UUP_x.tif"))


BRIGHT = (landscape(LAND) + 0.12) / 1e-4
"""So bright that the values leave open whether 1000 was added."""


@pytest.mark.parametrize(
    ("told", "likely", "date"),
    [
        ({"name": "s2_20230823.tif"}, "dn+1000", "2023-08-23"),
        ({"name": "s2_2019_summer.tif"}, "dn", "2019"),
        ({"ACQUISITION_DATE": "2022-01-24"}, "dn", "2022-01-24"),
        ({"SENSING_TIME": "2022-01-25T10:00:00Z"}, "dn+1000", "2022-01-25"),
        ({"name": "s2_2022.tif"}, None, ""),
        ({"name": "s2_20210101_20231231_median.tif"}, None, ""),
        ({}, None, ""),
    ],
)
def test_the_date_of_a_sentinel_2_scene_makes_one_unit_likely_and_is_no_proof(
    told: Any, likely: Any, date: str
) -> None:
    question = find(BRIGHT, SENSOR="Sentinel-2 L2A", **told)
    assert {"dn", "dn+1000"} <= set(choices(question)) and question.dated == date
    assert "baseline 04.00 on (2022-01-25), ESA adds 1000" in question.text and "Collection 1" in question.text
    assert not likely or (question.choices[0] == likely and f"{likely} is likely: the scene is from" in question.text)
    assert likely or "likely" not in question.text


def test_no_date_counts_for_another_sensor() -> None:
    bands = ("B2", "B3", "B4", "B5", "B6", "B7")
    question = find(landscape(LAND[:6]) / 1e-4 + 8000, bands, SENSOR="Landsat 8", DATE_ACQUIRED="2023-08-23")
    assert isinstance(question, Question) and not question.dated and "baseline" not in question.text


def test_a_product_whose_values_contradict_its_definition_is_asked_about() -> None:
    harmonised = find(landscape(LAND, dark=0.01) / 1e-4, name="S2A_MSIL2A_20230105T101031_N0509_R022_T33UUP_x.tif")
    assert isinstance(harmonised, Question) and {"dn", "dn+1000"} <= set(harmonised.choices)
    assert "says dn+1000, but" in harmonised.text


def test_dark_pixels_exclude_the_offset_and_bright_ones_alone_exclude_nothing() -> None:
    assert unit(find(landscape(LAND, dark=0.01) / 1e-4, SENSOR="Sentinel-2 L2A")) == "dn"
    for offset in (0.0, 0.1):
        answer = find((landscape(LAND) + 0.08 + offset) / 1e-4, SENSOR="Sentinel-2 L2A")
        assert {"dn", "dn+1000"} <= set(choices(answer))


def test_a_few_dark_pixels_prove_nothing() -> None:
    values = (landscape(LAND) + 0.12) / 1e-4
    values[:, :20] = 1
    assert {"dn", "dn+1000"} <= set(choices(find(values, SENSOR="Sentinel-2 L2A")))
    assert choices(find(landscape(LAND, pixels=50, dark=0.01) / 1e-4, SENSOR="Sentinel-2 L2A"))


def test_undeclared_fill_of_zero_is_no_dark_pixel() -> None:
    values = (landscape(LAND) + 0.12) / 1e-4
    values[:, :2000] = 0
    assert {"dn", "dn+1000"} <= set(choices(find(values, SENSOR="Sentinel-2 L2A")))


def test_an_even_veil_in_the_cirrus_band_proves_the_offset() -> None:
    bands = ("B01", *TEN[:8], "B10", *TEN[8:])
    values = landscape((0.14, *LAND[:8], 0.001, *LAND[8:]))
    values[0] = values[0].clip(0.11)
    assert unit(find((values + 0.1) / 1e-4, bands, SENSOR="S2L1C")) == "dn+1000"
    assert unit(find(values / 1e-4, bands, SENSOR="S2L1C")) == "dn"
    assert unit(find(values / 1e-4, bands)) == "dn", "and without the product's name as well"


def test_a_stretched_export_is_told_from_the_product_it_was_made_of() -> None:
    assert unit(find(landscape(LAND, dark=0.01) * 65535, SENSOR="Sentinel-2 L2A (export)")) == "uint16"


@pytest.mark.parametrize("sensor", ["Landsat 8 OLI L1", "LC08_L1TP"])
def test_landsat_level_1_is_known_by_its_product(sensor: str) -> None:
    bands = ("B2", "B3", "B4", "B5", "B6", "B7")
    values = landscape((0.1, 0.09, 0.08, 0.3, 0.2, 0.1))
    assert unit(find((values + 0.1) / 2e-5, bands, SENSOR=f"Landsat 8 {sensor}")) == "landsat-l1"
    assert unit(find((values + 0.2) / 2.75e-5, bands, SENSOR="Landsat 8 OLI C2 L2")) == "landsat-c2"
    assert len(choices(find((values + 0.2) / 2.75e-5, bands, SENSOR="Landsat 8"))) > 1


def test_counts_of_a_sensor_without_a_published_scaling_are_asked() -> None:
    colours = ("Red", "Green", "Blue", "NIR")
    values = landscape((0.1, 0.1, 0.1, 0.3)) / 1e-4
    assert {"dn", "counts"} <= set(choices(find(values, colours, SENSOR="WorldView-2")))
    assert unit(find(values, colours, SENSOR="WorldView-2", asked="counts")) == "counts"


def test_8_bit_numbers_and_fractions_have_one_reading() -> None:
    assert unit(find(landscape(LAND).clip(0, 1) * 255, dtype="uint8")) == "uint8"
    assert unit(find(landscape(LAND), dtype="float32")) == "reflectance"
    assert unit(find(landscape((0.1, 0.3)), ("Red", "NIR"), dtype="float32")) == "reflectance"
    assert unit(find(landscape(LAND, dark=0.01) / 1e-4, dtype="float32", SENSOR="Sentinel-2 L2A")) == "dn"
    assert unit(find(landscape(LAND), dtype="float32", PROCESSING_BASELINE="05.09")) == "reflectance"


def test_negative_backscatter_is_decibel_and_positive_is_asked() -> None:
    random = np.random.default_rng(0)
    decibel = random.normal(-14, 4, (2, 2000))
    assert unit(find(decibel, ("VV", "VH"), "float32")) == "db"
    assert choices(find(10 ** (decibel / 10), ("VV", "VH"), "float32")) == ("linear", "amplitude")
    assert choices(find(random.uniform(50, 400, (1, 500)), ("VV",), "uint16")) == ("linear", "amplitude")


def test_decibels_that_a_cast_has_wrapped_are_told() -> None:
    wrapped = find(np.random.default_rng(0).uniform(65510, 65530, (2, 500)), ("VV", "VH"), "float32")
    assert isinstance(wrapped, Question) and "cast to unsigned" in wrapped.text


@pytest.mark.parametrize(
    ("asked", "dtype", "bands", "values"),
    [
        ("reflectance", "uint16", TEN, landscape(LAND) / 1e-4),
        ("dn", "float32", TEN, landscape(LAND)),
        ("uint8", "uint16", TEN, landscape(LAND) / 1e-4),
        ("landsat-c2", "uint8", TEN, landscape(LAND) * 255),
        ("db", "float32", ("VV", "VH"), np.random.default_rng(0).uniform(0, 0.5, (2, 500))),
        ("linear", "float32", ("VV", "VH"), np.random.default_rng(0).normal(-14, 4, (2, 500))),
        ("amplitude", "float32", ("VV", "VH"), np.random.default_rng(0).normal(-14, 4, (2, 500))),
        ("db", "uint16", TEN, landscape(LAND) / 1e-4),
        ("dn", "float32", ("VV", "VH"), np.random.default_rng(0).normal(-14, 4, (2, 500))),
        ("furlongs", "uint16", TEN, landscape(LAND) / 1e-4),
    ],
)
def test_a_unit_that_the_values_cannot_have_is_refused(asked: str, dtype: str, bands: Any, values: Any) -> None:
    with pytest.raises(UnitError) as caught:
        find(values, bands, dtype, asked=asked)
    assert caught.value.hint.startswith("give --units ")


def test_a_stated_unit_that_the_values_cannot_have_is_a_question() -> None:
    answer = find(landscape(LAND), dtype="float32", UNITS="reflectance x 10000")
    assert isinstance(answer, Question) and "reflectance x 10000" in answer.text


def test_the_user_is_believed_where_values_allow_it() -> None:
    values = (landscape(LAND) + 0.12) / 1e-4
    for asked in ("dn", "dn+1000", "uint16", "counts"):
        answer = find(values, asked=asked, UNITS="reflectance x 10000")
        assert unit(answer) == asked and isinstance(answer, Units) and answer.source == "user"


@given(st.sampled_from(sorted(OPTICAL)), st.floats(0.001, 1.2))
def test_optical_numbers_come_back_as_the_reflectance_they_were_made_of(kind: str, reflectance: float) -> None:
    units = OPTICAL[kind]
    stored = (reflectance - units.offset) / units.scale
    assert float(units.to_model(torch.tensor([stored], dtype=torch.float64))) == pytest.approx(reflectance, abs=1e-5)


@given(st.floats(-40, 20))
def test_power_and_amplitude_come_back_as_decibels(decibel: float) -> None:
    power = 10 ** (decibel / 10)
    assert float(RADAR["linear"].to_model(torch.tensor([power]))) == pytest.approx(decibel, abs=1e-3)
    assert float(RADAR["amplitude"].to_model(torch.tensor([power**0.5]))) == pytest.approx(decibel, abs=1e-3)


@pytest.mark.parametrize("dtype", [torch.uint8, torch.int16, torch.uint16, torch.float64])
def test_any_dtype_and_shape_becomes_float32(dtype: torch.dtype) -> None:
    x = torch.ones(2, 3, 4).to(dtype)
    for units in (*OPTICAL.values(), *RADAR.values()):
        y = units.to_model(x)
        assert y.dtype == torch.float32 and y.shape == x.shape and torch.isfinite(y).all()
    assert torch.isfinite(RADAR["linear"].to_model(torch.zeros(3))).all()
