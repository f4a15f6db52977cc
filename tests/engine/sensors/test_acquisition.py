"""When a scene was taken: tags first, then names; what cannot be meant is left out."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.gdal.metadata import FileMetadata
from engine.sensors.acquisition import acquisition_period, month_of

SINCE = date(2015, 6, 23)


def told(name: str = "scene.tif", title: str = "", **tags: str) -> tuple[str, str] | None:
    found = acquisition_period(FileMetadata(name, "uint16", ("",), ("undefined",), tags, title=title), SINCE)
    return found and (found.text, found.source)


@pytest.mark.parametrize(
    "name",
    [
        "ACQUISITION_DATE", "ACQUISITIONDATETIME", "DATE_ACQUIRED", "SENSING_TIME", "PRODUCT_START_TIME", "datetime",
        "DATATAKE_1_DATATAKE_SENSING_START", "start_datetime", "properties:datetime", "IMAGE_DATE", "timestamp",
        "TIFFTAG_DATETIME",
    ],
)  # fmt: skip
@pytest.mark.parametrize("value", ["2023-08-23T10:16:01.024Z", "2023:08:23 10:16:01", "20230823", "2023/08/23"])
def test_a_tag_tells_the_day(name: str, value: str) -> None:
    assert told(**{name: value}) == ("2023-08-23", f"tag {name}")


@pytest.mark.parametrize("name", ["PROCESSING_DATE", "PRODUCT_STOP_TIME", "end_datetime", "GENERATION_TIME", "created"])
def test_when_a_file_was_made_is_not_when_the_scene_was_taken(name: str) -> None:
    assert told(**{name: "2023-08-23"}) is None


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("S2A_MSIL2A_20190105T101031_N9999_R022_T33UUP_20230601T120000.tif", "2019-01-05"),
        ("20190823T101609_20230101T101608_T33UUP.tif", "2019-08-23"),
        ("T33UUP_20190823T101609_B02_10m.jp2", "2019-08-23"),
        ("S2_20200223.tif", "2020-02-23"),
        ("s2-2021-07-median.tif", "2021-07"),
        ("berlin_2023.tif", "2023"),
        ("s2_20210101_20231231.tif", "2021-01-01 to 2023-12-31"),
    ],
)
def test_a_name_tells_the_day_or_the_month_or_the_year(name: str, text: str) -> None:
    assert told(name) == (text, "file name")
    assert told(title=name) == (text, "layer name")


@pytest.mark.parametrize(
    "name", ["scene.tif", "tile_4096_2048.tif", "s2_20121231.tif", "x_20231345.tif", "2016x2016.tif"]
)
def test_other_numbers_and_days_before_the_first_are_no_dates(name: str) -> None:
    assert told(name) is None


def test_the_acquisition_goes_before_names_and_names_before_the_time_of_writing() -> None:
    written = {"TIFFTAG_DATETIME": "2024:01:01 00:00:00"}
    assert told("s2_20200223.tif", SENSING_TIME="2019-05-01", **written) == ("2019-05-01", "tag SENSING_TIME")
    assert told("s2_20200223.tif", "layer of 2018-01-01", **written) == ("2020-02-23", "file name")
    assert told("s2.tif", "layer of 2018-01-01", **written) == ("2018-01-01", "layer name")


@pytest.mark.parametrize(
    ("name", "tags", "month"),
    [
        ("S2A_MSIL2A_20230823T101601.tif", {}, 8),
        ("mosaic_2023-08.tif", {}, 8),
        ("mosaic_2023.tif", {}, 0),
        ("scene.tif", {}, 0),
        ("scene.tif", {"ACQUISITION_DATE": "2023-08-23"}, 8),
        ("20230823_20230904.tif", {}, 0),
        ("20230823_20230830.tif", {}, 8),
        ("scene.tif", {"TIFFTAG_DATETIME": "2023:08:23 10:16:01"}, 0),
        ("20120823.tif", {}, 0),
    ],
)
def test_the_month_is_known_where_only_one_is_possible(name: str, tags: dict[str, str], month: int) -> None:
    assert month_of(FileMetadata(name, "uint16", ("",), ("undefined",), tags)) == month


def test_earth_engine_counts_milliseconds() -> None:
    assert told(**{"system:time_start": "1692785761000"}) == ("2023-08-23", "tag system:time_start")


@given(st.dates(SINCE, date.today()), st.sampled_from(["%Y-%m-%d", "%Y%m%d", "%Y_%m_%d", "%Y%m%dT101031", "%Y.%m.%d"]))
def test_every_day_is_read_as_it_is_written(day: date, form: str) -> None:
    assert told(f"s2_{day.strftime(form)}_T33UUP.tif") == (day.isoformat(), "file name")


@given(st.text(max_size=40), st.dictionaries(st.sampled_from(["DATE", "datetime", "SENSING"]), st.text(max_size=30)))
def test_any_text_is_read_without_an_error(name: str, tags: Any) -> None:
    found = acquisition_period(FileMetadata(name, "uint16", ("",), ("undefined",), tags), SINCE)
    assert found is None or found.first - timedelta(days=1) < date.today()
