"""What a person writes of a cleaned map."""

import pytest

from engine.accuracy.class_raster import Stratum
from engine.cleaning.options import MinimumArea, merged
from engine.errors import RequestError

STRATA = [
    Stratum(value, name, colour, 10, 1000.0)
    for value, name, colour in ((2, "wheat", "#aa0000"), (5, "maize", "#00aa00"), (7, "a+b", "#0000aa"))
]


@pytest.mark.parametrize(
    ("text", "m2"), [("0.5ha", 5000), ("0.5 HA", 5000), ("5000m2", 5000), ("5000 m²", 5000), (".01km2", 10_000)]
)
def test_a_minimum_area_has_its_unit(text: str, m2: float) -> None:
    assert MinimumArea.of(text).m2 == pytest.approx(m2)


def test_a_minimum_area_may_count_pixels() -> None:
    assert MinimumArea.of("20px") == MinimumArea(20, "px")
    assert MinimumArea.of("20px").m2 is None


@pytest.mark.parametrize("text", ["0.5", "ha", "-1ha", "0ha", "3acres", "1,5ha"])
def test_an_area_without_a_unit_or_above_nothing_is_refused(text: str) -> None:
    with pytest.raises(RequestError, match="minimum area"):
        MinimumArea.of(text)


def test_a_merged_class_has_value_and_colour_of_its_first_member() -> None:
    found = merged(STRATA, {"crops": "maize + wheat"}, None)
    assert found.legend.value_of() == {"crops": 5, "a+b": 7}
    assert found.legend.colours == ("#00aa00", "#0000aa")
    assert found.number_of == {2: 0, 5: 0, 7: 1}


def test_a_merged_class_that_keeps_a_name_keeps_its_value() -> None:
    assert merged(STRATA, {"wheat": "maize+wheat"}, None).legend.value_of()["wheat"] == 2


def test_members_may_be_values_or_hold_a_plus() -> None:
    assert merged(STRATA, {"crops": "2+5"}, None).legend.names == ("crops", "a+b")
    assert merged(STRATA, {"letters": "a+b"}, None).legend.names == ("wheat", "maize", "letters")


def test_what_the_file_says_of_pixels_without_a_class_stays() -> None:
    assert merged(STRATA, {}, 255).legend.nodata == 255
    assert merged(STRATA, {}, None).legend.nodata == 0


@pytest.mark.parametrize(
    ("merge", "told"),
    [
        ({"crops": "wheat+rye"}, "no class rye"),
        ({"one": "wheat", "two": "wheat+maize"}, "two classes"),
        ({"wheat": "maize"}, "class wheat already"),
    ],
)
def test_wishes_that_cannot_be_met_are_refused(merge: dict[str, str], told: str) -> None:
    with pytest.raises(RequestError, match=told):
        merged(STRATA, merge, None)
