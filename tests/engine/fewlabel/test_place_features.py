"""Dates of the first source's sensor are described together, too, kind by kind; other sources have a group each."""

import pytest
import torch

from engine.fewlabel.features import HALO_PX, PixelFeatures, SpectralShape, cropped
from engine.fewlabel.place_features import OF_ALL, PlaceFeatures

BANDS, SIDE = (3, 1, 3), 9
SENSORS = ("naip", "elevation", "naip")


@pytest.fixture
def pixels() -> tuple[torch.Tensor, torch.Tensor]:
    """Two dates and heights with their halo, all valid."""
    side = SIDE + 2 * HALO_PX
    x_CHW = torch.randn(sum(BANDS), side, side, generator=torch.Generator().manual_seed(0))
    return x_CHW, torch.ones(side, side, dtype=torch.bool)


@pytest.fixture
def parts(pixels: tuple[torch.Tensor, torch.Tensor]) -> tuple[PixelFeatures, ...]:
    """How each source is described alone."""

    def part(x_cHW: torch.Tensor) -> PixelFeatures:
        sample_cN, ones_c = x_cHW.flatten(1), torch.ones(len(x_cHW))
        return PixelFeatures.fit(sample_cN, SpectralShape.fit(sample_cN, 5 * ones_c, ones_c, decibel=False))

    return tuple(part(x_cHW) for x_cHW in pixels[0].split(list(BANDS)))


def test_beside_the_first_date_each_kind_is_there_of_all_dates(
    pixels: tuple[torch.Tensor, torch.Tensor], parts: tuple[PixelFeatures, ...]
) -> None:
    x_CHW, valid_HW = pixels
    place = PlaceFeatures(parts=parts, bands=BANDS, sensors=SENSORS, dates=(2,))
    first, heights, later = (part(x_cHW, valid_HW) for part, x_cHW in zip(parts, x_CHW.split(list(BANDS)), strict=True))
    wanted = first | {OF_ALL + kind: torch.cat([first[kind], later[kind]]) for kind in parts[0].groups}
    wanted |= {"2: elevation": torch.cat(list(heights.values()))}
    found = place(x_CHW, valid_HW)
    assert list(found) == list(place.groups) == list(wanted)
    assert all(torch.equal(found[name], wanted[name]) for name in wanted)
    assert sum(map(len, found.values())) == place.dims(sum(BANDS))


def test_what_is_not_wanted_is_not_made(
    pixels: tuple[torch.Tensor, torch.Tensor], parts: tuple[PixelFeatures, ...]
) -> None:
    place = PlaceFeatures(parts=parts, bands=BANDS, sensors=SENSORS, dates=(2,))
    whole = place(*pixels)
    for some in (("shape",), (OF_ALL + "shape", "spectra"), ("2: elevation", OF_ALL + "context")):
        less_px = HALO_PX - place.margin_px(some)
        found = {name: cropped(group, less_px) for name, group in place(*pixels, some).items()}
        assert sorted(found) == sorted(some) and all(torch.equal(found[name], whole[name]) for name in found)


def test_without_further_dates_the_first_source_has_its_groups_and_each_other_one(
    pixels: tuple[torch.Tensor, torch.Tensor], parts: tuple[PixelFeatures, ...]
) -> None:
    place = PlaceFeatures(parts=parts, bands=BANDS, sensors=("naip", "elevation", "embedding"))
    assert place.groups == (*parts[0].groups, "2: elevation", "3: embedding")
    assert place.dims(sum(BANDS)) == sum(map(len, place(*pixels).values()))
