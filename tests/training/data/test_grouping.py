"""Scenes of one origin share statistics; radar and optical scenes of one spot and grid share a place."""

import math
from dataclasses import replace

import numpy as np
import pytest

from engine.sensors import CATALOGUE
from training.data.catalogue_entry import Entry, SceneBand
from training.data.entry_groups import group, joined, pool, spot
from training.data.raster_entry import UngroupedEntry

RADAR, OPTICAL = CATALOGUE["sentinel-1"].bands[0], CATALOGUE["sentinel-2"].bands[0]


def entry(sensor: str = "sentinel-2", **more: object) -> Entry:
    bands = (SceneBand(0, 1, RADAR if sensor == "sentinel-1" else OPTICAL),)
    plain = Entry(
        files=("a.tif",), collection="", sensor=sensor, modality="S1" if sensor == "sentinel-1" else "S2", bands=bands,
        scale=1.0, offset=0.0, decibel=False, units="dn", mean=(1.0,), std=(2.0,), collection_mean=(),
        collection_std=(), gsd_m=10.0, height=8, width=8,
    )  # fmt: skip
    return replace(plain, **more)


@pytest.mark.parametrize(
    ("radar", "optical"),
    [
        ("terramind_282D_485L_3_3_S1RTC", "terramind_282D_485L_3_3_S2L1C"),
        ("ben_S2A_MSIL2A_20170613T101031_R022_T33UUP_35_50_S1", "ben_S2A_MSIL2A_20170613T101031_R022_T33UUP_35_50_S2"),
        ("sen12mscr_ROIs1970_fall_139_p839_s1", "sen12mscr_ROIs1970_fall_139_p839_s2_cloudy"),
        ("ssl4eo_0000200_S1_20200607", "ssl4eo_0000200_s2c_20200823"),
        ("ROIs1158_spring_s1_1_p30", "ROIs1158_spring_s2_1_p30"),
        ("biomassters_026f95cb_00_desc", "biomassters_026f95cb_00_s2"),
        ("s1_00017", "s2_00017"),
    ],
)  # fmt: skip
def test_names_that_differ_in_the_sensor_only_name_one_spot(radar: str, optical: str) -> None:
    assert spot(("data",), radar) == spot(("data",), optical)


@pytest.mark.parametrize(
    ("one", "other"), [("x_s1_1_p30", "x_s2_1_p31"), ("p_20200607", "p_20200608"), ("chip_1_s1", "chip_11_s2")]
)
def test_other_names_are_other_spots(one: str, other: str) -> None:
    assert spot(("data",), one) != spot(("data",), other)


def test_folders_may_name_the_sensor() -> None:
    assert spot(("set", "s1"), "7") == spot(("set", "s2"), "7") != spot(("other", "s2"), "7")


def test_a_group_is_a_folder_and_the_word_that_names_begin_with() -> None:
    assert group(("d",), "eolearn_ref_3") == group(("d",), "eolearn4") == "d/eolearn"
    assert group(("d",), "0017") == "d"


def test_pairs_need_both_sensors_one_spot_and_one_grid() -> None:
    found = [
        UngroupedEntry(entry("sentinel-1"), "g", "a", (8, 8)),
        UngroupedEntry(entry(), "g", "a", (8, 8)),
        UngroupedEntry(entry(), "h", "a", (8, 8)),
        UngroupedEntry(entry("sentinel-1"), "g", "b", (8, 8)),
        UngroupedEntry(entry(), "g", "b", (9, 9)),
        UngroupedEntry(entry(), "g", "c", (8, 8)),
    ]
    assert [one.place for one in joined(found)] == ["a", "a", "a", "", "", ""]


def test_two_places_never_share_a_name() -> None:
    found = [
        UngroupedEntry(entry(sensor), "g", "a", grid)
        for grid in ((1,), (2,))
        for sensor in ("sentinel-1", "sentinel-2")
    ]
    first, second, third, fourth = (one.place for one in joined(found))
    assert first == second != third == fourth != ""


def test_scenes_share_a_collection_if_group_sensor_bands_and_units_agree() -> None:
    others = [
        UngroupedEntry(entry(units="dn+1000"), "g", ""),
        UngroupedEntry(entry(), "h", ""),
        UngroupedEntry(entry("sentinel-1"), "g", ""),
    ]
    alike = [UngroupedEntry(entry(), "g", ""), UngroupedEntry(entry(), "g", "")]
    names = [one.collection for one in joined([*alike, *others])]
    assert names[0] == names[1]
    assert len(set(names)) == 4


def test_pooled_statistics_are_those_of_all_pixels_together() -> None:
    rng = np.random.default_rng(1)
    small, large = rng.normal(3, 1, (4, 5)), rng.normal(-1, 2, (30, 20))
    mean, std = pool(
        [
            entry(mean=(x.mean(),), std=(x.std(),), height=x.shape[0], width=x.shape[1])
            for x in (small, large)
        ]
    )  # fmt: skip
    together = np.concatenate([small.ravel(), large.ravel()])
    assert mean == pytest.approx((together.mean(),))
    assert std == pytest.approx((together.std(),))


def test_a_band_that_is_constant_in_one_scene_does_not_blur_the_collection() -> None:
    _, std = pool([entry(mean=(0.1,), std=(0.02,)), entry(mean=(0.1,), std=(1.0,))])
    assert std == pytest.approx((0.02 / math.sqrt(2),))


def test_a_collection_of_unknown_units_has_no_statistics() -> None:
    assert pool([entry(units="unknown")]) == ((), ())
    assert pool([entry(mean=())]) == ((), ())
