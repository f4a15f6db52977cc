"""Wavelengths in texts and lists: converted where the unit is known, in doubt where it is not, never guessed."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.sensors.wavelengths import StatedWavelength, resolve, split, to_nm


def listed(*values: float, unit: str = "", widths: Any = None) -> list[StatedWavelength | None]:
    """A header's list of wavelengths in `unit`; 0 stands for a band without one."""
    widths = widths or [None] * len(values)
    return [
        StatedWavelength(float(value), unit, width, "ENVI header") if value else None
        for value, width in zip(values, widths, strict=True)
    ]


def centres(stated: list[StatedWavelength | None]) -> list[float | None]:
    return [found and round(found.centre_nm, 2) for found in resolve(stated)[0]]


@pytest.mark.parametrize(
    ("value", "unit"),
    [
        (665, "nm"),
        (665, "Nanometers"),
        (665, "{nanometer}"),
        (0.665, "Micrometers"),
        (0.665, "µm"),
        (0.665, "microns"),
        (6650, "Angstroms"),
        (6650, "Å"),
        (0.000665, "mm"),
        (6.65e-7, "Meters"),
        (1e7 / 665, "Wavenumber"),
        (1e7 / 665, "cm-1"),
        (299_792.458 / 0.665, "GHz"),
        (299_792_458 / 0.665, "MHz"),
    ],
)
def test_every_unit_that_envi_knows_is_converted(value: float, unit: str) -> None:
    assert to_nm(value, unit) == pytest.approx(665)
    assert centres(listed(value, value * 0.8, unit=unit))[0] == 665


@pytest.mark.parametrize("unit", ["Index", "Unknown", "bananas", "none", "counts"])
def test_an_unknown_unit_is_not_guessed(unit: str) -> None:
    found, doubt = resolve(listed(480.1, 560.2, 665.3, unit=unit))
    assert found == (None,) * 3 and doubt == f"the wavelengths are 480.1, 560.2, 665.3 in the unit '{unit}'"


def test_numbers_without_a_unit_are_wavelengths_only_where_all_of_them_fit_one() -> None:
    assert centres(listed(480.1, 560.2)) == [480.1, 560.2]
    assert centres(listed(0.48, 2.2)) == [480, 2200]
    assert centres(listed(400, 401, 402)) == [400, 401, 402], "spectra of one nanometre"
    assert centres(listed(0, 560.2)) == [None, 560.2]
    assert centres(listed(0.48, 2200)) == [None, None], "two units"
    assert centres(listed(8, 11, 12)) == [None] * 3, "whole numbers below 100"
    assert centres(listed(550, 550, 550)) == [None] * 3, "a placeholder"


@given(
    st.integers(2, 300),
    st.integers(0, 1),
    st.sampled_from(["", "nm", "Nanometers", "Micrometers", "um", "Index", "Unknown", "mm", "cm-1"]),
)
def test_numbers_of_bands_are_never_wavelengths(count: int, first: int, unit: str) -> None:
    found, doubt = resolve(listed(*range(first, first + count), unit=unit))
    assert found == (None,) * count and doubt.startswith("the wavelengths are 1")


@given(st.floats(0.3, 2.5), st.sampled_from([("nm", 1e3), ("um", 1.0), ("angstrom", 1e4), ("mm", 1e-3)]))
def test_widths_are_in_the_unit_of_their_centres(centre_um: float, unit: tuple[str, float]) -> None:
    name, scale = unit
    (found,), doubt = resolve(listed(centre_um * scale, unit=name, widths=[0.01 * scale]))
    assert not doubt and found is not None
    assert found.centre_nm == pytest.approx(centre_um * 1e3) and found.fwhm_nm == pytest.approx(10)


def test_a_frequency_narrows_by_the_same_share_as_its_wavelength() -> None:
    (found,), _ = resolve(listed(15_000, unit="cm-1", widths=[150]))
    assert found is not None and found.fwhm_nm == pytest.approx(found.centre_nm / 100)


@pytest.mark.parametrize(
    ("text", "centre_nm", "fwhm_nm", "rest"),
    [
        ("Blue 484 nm", 484, None, "Blue"),
        ("band 4 (418.24 Nanometers)", 418.24, None, "band 4"),
        ("Red (630-690 nm)", 660, 60, "Red"),
        ("Blue: 450–515 nm", 482.5, 65, "Blue"),
        ("0.63 - 0.69 µm", 660, 60, ""),
        ("Green (G): 560 nm ± 16 nm", 560, 32, "Green (G)"),
        ("NIR 842 nm, FWHM 115 nm", 842, 115, "NIR"),
        ("Band 4 - 665 nm", 665, None, "Band 4"),
        ("Band 500 - 1020.3 nm", 1020.3, None, "Band 500"),
        ("Vegetation red edge 1 - 704.1 nm", 704.1, None, "Vegetation red edge 1"),
        ("443.9nm (S2A) / 442.3nm (S2B)", 443.9, None, "(S2A)"),
    ],
)
def test_wavelengths_in_text(text: str, centre_nm: float, fwhm_nm: float | None, rest: str) -> None:
    found, left = split(text)
    assert found is not None and found.centre_nm == pytest.approx(centre_nm)
    assert found.fwhm_nm == (None if fwhm_nm is None else pytest.approx(fwhm_nm))
    assert left.startswith(rest)


@pytest.mark.parametrize(
    "text", ["", "B4", "4 m", "NDVI (665/842 nm)", "665 nm and 842 nm", "550 numbers", "10 umbrellas"]
)
def test_what_is_no_one_wavelength_is_none(text: str) -> None:
    assert split(text)[0] is None
