"""The fixed statistics of sensors: physical for every band whose scale is fixed, none for the others."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.scene.normalise import CLIP
from engine.sensors import CATALOGUE, Band
from engine.sensors.catalogue import HYPERSPECTRAL_BANDS
from engine.sensors.statistics import ABSORBED, DECIBELS, PICTURE, PICTURES, REFLECTANCE, sensor_statistics

REFLECTED_NM = 3000  # thermal bands are never read
CURVES = [REFLECTANCE, PICTURE, *PICTURES.values()]
OPTICAL = [sensor for sensor in CATALOGUE.values() if sensor.bands and not sensor.bands[0].polarisation]


def reflected(sensor_id: str) -> list[Band]:
    return [band for band in CATALOGUE[sensor_id].bands if band.wavelength_nm and band.wavelength_nm < REFLECTED_NM]


@pytest.mark.parametrize("sensor", OPTICAL, ids=lambda sensor: sensor.id)
@pytest.mark.parametrize("quantity", ["reflectance", "8 bit as 0 to 1"])
def test_every_optical_band_of_the_catalogue_has_statistics_within_what_its_unit_can_be(sensor, quantity):
    found = sensor_statistics(sensor.id, reflected(sensor.id), quantity)
    assert found is not None
    mean_C, std_C = found
    assert mean_C.dtype == std_C.dtype == np.float32
    assert ((mean_C > 0) & (mean_C < 1) & (std_C > 0) & (std_C < 0.5)).all()


def test_snow_and_cloud_are_not_clipped():
    assert all(mean + CLIP * std >= 1 - 1e-9 for _, mean, std in REFLECTANCE)


@pytest.mark.parametrize("curve", CURVES)
def test_curves_rise_in_wavelength(curve):
    nm = [row[0] for row in curve]
    assert nm == sorted(set(nm))


@given(st.floats(300, 3000), st.sampled_from(["reflectance", "8 bit as 0 to 1"]), st.sampled_from(list(CATALOGUE)))
def test_an_unknown_band_lies_between_the_rows_of_its_curve(nm, quantity, sensor):
    curve = REFLECTANCE if quantity == "reflectance" else PICTURES.get(sensor, PICTURE)
    ((mean,), (std,)) = sensor_statistics(sensor, [Band("anything", nm, None)], quantity)
    low = max((row for row in curve if row[0] <= nm), default=curve[0])
    high = min((row for row in curve if row[0] >= nm), default=curve[-1])
    assert min(low[1], high[1]) - 1e-6 <= mean <= max(low[1], high[1]) + 1e-6
    assert min(low[2], high[2]) - 1e-6 <= std <= max(low[2], high[2]) + 1e-6


@given(st.floats(400, 2500), st.floats(0, 100))
def test_the_same_reflectance_is_the_same_number_from_every_sensor(nm, fwhm):
    told = {
        sensor: sensor_statistics(sensor, [Band("x", nm, fwhm)], "reflectance") for sensor in ("enmap", "unheard of")
    }
    assert np.array_equal(*told.values())


@given(st.permutations(reflected("sentinel-2")))
def test_statistics_go_with_their_band_in_any_order_and_subset(bands):
    one_by_one = [sensor_statistics("sentinel-2", [band], "reflectance") for band in bands[:5]]
    assert np.array_equal(
        np.concatenate(one_by_one, axis=1), np.stack(sensor_statistics("sentinel-2", bands[:5], "reflectance"))
    )


def test_land_is_brighter_beyond_the_red_edge_and_darker_where_water_absorbs():
    def mean(nm):
        return float(sensor_statistics("hyperspectral", [Band("x", nm, 10)], "reflectance")[0][0])

    assert mean(860) > 2 * mean(665) and mean(1450) < mean(1250) and mean(1950) < mean(1610)


def test_the_sky_is_seen_in_the_cirrus_band_and_the_ground_in_a_cube_at_the_same_wavelength():
    cirrus = {band.name: band for band in CATALOGUE["sentinel-2"].bands}["B10"]
    ((sky,), _), ((ground,), _) = (
        sensor_statistics(sensor, [cirrus], "reflectance") for sensor in ("sentinel-2", "enmap")
    )
    assert sky < 0.01 < ground


def test_bands_with_statistics_of_their_own_are_in_the_catalogue():
    for sensor, name in ABSORBED:
        assert name in {band.name for band in CATALOGUE[sensor].bands}
    assert set(PICTURES) <= set(CATALOGUE)
    assert len(REFLECTANCE) < HYPERSPECTRAL_BANDS  # a small table, not a data file


def test_cross_polarised_backscatter_is_weaker():
    assert set(DECIBELS) == {"VV", "VH", "HH", "HV"}
    mean_C, _ = sensor_statistics("sentinel-1", CATALOGUE["sentinel-1"].bands, "decibels")
    assert (mean_C[[1, 3]] < mean_C[[0, 2]] - 3).all()


@pytest.mark.parametrize("quantity", ["counts", "unknown scale", "decibels"])
def test_an_optical_band_without_a_fixed_scale_has_none(quantity):
    assert sensor_statistics("sentinel-2", reflected("sentinel-2"), quantity) is None


@pytest.mark.parametrize("quantity", ["uncalibrated decibels", "8 bit as 0 to 1", "reflectance"])
def test_radar_has_none_but_in_decibels(quantity):
    assert sensor_statistics("sentinel-1", CATALOGUE["sentinel-1"].bands[:2], quantity) is None


def test_a_band_of_which_nothing_is_known_has_none():
    red, unknown = CATALOGUE["aerial"].bands[0], Band("mystery", None, None)
    assert sensor_statistics("aerial", [red, unknown], "8 bit as 0 to 1") is None
    assert sensor_statistics("aerial", [], "8 bit as 0 to 1") is None
