"""Pixel features depend on the pixels near by and on nothing else; token features reach pixels without a shift."""

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.fewlabel import features as features_module
from engine.fewlabel.features import (
    FAR_PX,
    HALO_PX,
    NEAR_PX,
    SPREAD_FLOOR,
    PixelFeatures,
    SpectralShape,
    cropped,
    upsample,
    upsample_strip,
)
from engine.fewlabel.linear_map import LinearMap
from engine.fewlabel.place_features import PlaceFeatures


def scene(bands, height, width, seed=0, invalid=0.1):
    """Z-scores and validity with the halo that a stream puts around a scene."""
    random = torch.Generator().manual_seed(seed)
    valid_HW = torch.rand(height, width, generator=random) >= invalid
    x_CHW = torch.where(valid_HW, torch.randn(bands, height, width, generator=random), 0)
    return (torch.nn.functional.pad(array, [HALO_PX] * 4) for array in (x_CHW, valid_HW))


def shape_of(x_CHW, decibel=False):
    """The shape of spectra around a reflectance of 0.3."""
    bands = len(x_CHW)
    return SpectralShape.fit(x_CHW.flatten(1), torch.full((bands,), 0.3), torch.full((bands,), 0.1), decibel)


@settings(max_examples=25)
@given(
    bands=st.sampled_from([1, 3, 12]),
    size=st.tuples(st.integers(2, 40), st.integers(2, 40)),
    cut=st.tuples(st.floats(0, 1), st.floats(0, 1)),
    seed=st.integers(0, 99),
)
def test_a_scene_in_pieces_gives_the_numbers_of_the_whole(bands, size, cut, seed):
    x_CHW, valid_HW = scene(bands, *size, seed)
    features = PixelFeatures.fit(x_CHW.flatten(1), shape_of(x_CHW))
    whole = features(x_CHW, valid_HW)
    row, col = (int(1 + share * (length - 2)) for share, length in zip(cut, size, strict=True))
    for rows in (slice(0, row), slice(row, size[0])):
        for cols in (slice(0, col), slice(col, size[1])):
            wider = np.s_[..., rows.start : rows.stop + 2 * HALO_PX, cols.start : cols.stop + 2 * HALO_PX]
            piece = features(x_CHW[wider], valid_HW[wider])
            for name, group in whole.items():
                torch.testing.assert_close(piece[name], group[:, rows, cols], rtol=0, atol=1e-4)


@pytest.mark.parametrize("together_bytes", [1, 10_000])
@pytest.mark.parametrize(
    "wanted", [("spectra",), ("shape", "context"), ("context", "surroundings"), ("2: elevation", "shape")]
)
def test_neither_rows_at_a_time_nor_a_margin_as_wide_as_needed_matter(monkeypatch, wanted, together_bytes):
    x_CHW, valid_HW = scene(12, 30, 20)
    parts = [PixelFeatures.fit(part.flatten(1), shape_of(part)) for part in (x_CHW[:10], x_CHW[10:])]
    features = PlaceFeatures(parts=tuple(parts), bands=(10, 2), sensors=("naip", "elevation"))
    whole = features(x_CHW, valid_HW)
    monkeypatch.setattr(features_module, "CACHED_BYTES", together_bytes)
    less_px = HALO_PX - features.margin_px(wanted)
    around = cropped(1000 * x_CHW, less_px), cropped(valid_HW, less_px)
    maps = {"context": LinearMap(torch.full((96,), 0.5), torch.eye(96)[:, 7:8])}
    found = features.of_stored(*around, lambda stored, _: stored / 1000, wanted, maps)
    assert set(found) == set(wanted)
    for name, group in found.items():
        expected = whole[name][7:8] - 0.5 if name == "context" else whole[name]
        torch.testing.assert_close(group, expected, rtol=0, atol=1e-4)


def test_context_is_the_mean_and_log_deviation_of_the_valid_pixels_around():
    x_CHW, valid_HW = scene(2, 20, 18, invalid=0.3)
    groups = PixelFeatures()(x_CHW, valid_HW)
    row, col = 5, 11
    for name, widths in (("context", NEAR_PX), ("surroundings", FAR_PX)):
        found = iter(groups[name][:, row, col].split(2))
        for width in widths:
            around = np.s_[
                row + HALO_PX - width // 2 : row + HALO_PX + width // 2 + 1,
                col + HALO_PX - width // 2 : col + HALO_PX + width // 2 + 1,
            ]
            values_CN = x_CHW[:, *around][:, valid_HW[around]].double()
            deviation_C = values_CN.var(dim=1, correction=0)
            torch.testing.assert_close(next(found).double(), values_CN.mean(1), rtol=1e-4, atol=1e-5)
            torch.testing.assert_close(
                next(found).double(), 0.5 * torch.log(deviation_C + SPREAD_FLOOR**2), rtol=1e-4, atol=1e-4
            )


def test_spectra_are_the_pixels_themselves():
    x_CHW, valid_HW = scene(3, 4, 5)
    core = x_CHW[:, HALO_PX:-HALO_PX, HALO_PX:-HALO_PX]
    assert torch.equal(PixelFeatures()(x_CHW, valid_HW)["spectra"], core)


def test_nodata_does_not_leak_into_the_context():
    x_CHW, valid_HW = scene(2, 10, 10, invalid=0.5)
    changed = torch.where(valid_HW, x_CHW, 7.0)
    features = PixelFeatures(shape=shape_of(x_CHW))
    before, after = (features(x, valid_HW) for x in (x_CHW, changed))
    assert torch.equal(before["context"], after["context"])
    assert torch.equal(before["surroundings"], after["surroundings"])


@pytest.mark.parametrize("fill", [0.0, 1e30, -50.0])
def test_constant_empty_and_extreme_scenes_give_finite_numbers(fill):
    x_CHW = torch.full((12, 2 * HALO_PX + 4, 2 * HALO_PX + 4), fill)
    for valid_HW in (torch.zeros_like(x_CHW[0], dtype=torch.bool), torch.ones_like(x_CHW[0], dtype=torch.bool)):
        groups = PixelFeatures.fit(x_CHW.flatten(1), shape_of(x_CHW))(x_CHW, valid_HW)
        assert all(group.isfinite().all() for group in groups.values())


@pytest.mark.parametrize(("decibel", "dimmed"), [(False, lambda v: v * 0.6), (True, lambda v: v - 3.0)])
def test_the_shape_of_a_spectrum_is_the_same_in_the_shade(decibel, dimmed):
    values_CHW = torch.rand(4, 9, 7, generator=torch.Generator().manual_seed(0)) * 0.3 + 0.2
    mean_C, std_C = values_CHW.mean((1, 2)), values_CHW.std((1, 2))
    lit, shaded = ((v - mean_C[:, None, None]) / std_C[:, None, None] for v in (values_CHW, dimmed(values_CHW)))
    shape = SpectralShape.fit(lit.flatten(1), mean_C, std_C, decibel)
    torch.testing.assert_close(shape(lit), shape(shaded), rtol=0, atol=1e-4)
    torch.testing.assert_close(shape(lit).std((1, 2), correction=0), torch.ones(4))
    assert (shape(lit) - shape(lit.flip(0))).abs().max() > 1


def test_dark_pixels_have_no_shape_to_speak_of():
    mean_C, std_C = torch.full((2,), 0.3), torch.full((2,), 0.1)
    shape = SpectralShape.fit(torch.randn(2, 500), mean_C, std_C, decibel=False)
    dark = (torch.tensor([[1e-7, -0.02], [1e-4, 0.0], [0.002, 0.001]]).T - 0.3) / 0.1
    assert torch.equal(shape(dark[..., None]), shape(dark[:, :1, None]).expand(2, 3, 1))


@pytest.mark.parametrize("bands", [1, 2, 8, 12])
def test_pixels_have_as_many_features_as_announced(bands):
    x_CHW, valid_HW = scene(bands, 4, 4)
    features = PixelFeatures.fit(x_CHW.flatten(1), shape_of(x_CHW))
    groups = features(x_CHW, valid_HW)
    assert tuple(groups) == features.groups == ("spectra", *(["shape"] if bands > 1 else []), "context", "surroundings")
    assert sum(map(len, groups.values())) == features.dims(bands)


def test_many_bands_are_described_by_a_few_components():
    x_CHW, valid_HW = scene(200, 4, 4)
    groups = PixelFeatures.fit(torch.randn(200, 3000))(x_CHW, valid_HW)
    assert groups["spectra"].shape[0] == 200
    assert groups["context"].shape[0] == 2 * 8 * len(NEAR_PX)


def test_copies_of_a_band_are_one_component_and_no_noise():
    sample_CN = torch.randn(1, 500).expand(20, -1)
    projected = PixelFeatures.fit(sample_CN).projection_KC @ sample_CN
    assert projected[0].std() == pytest.approx(1, abs=0.01)
    assert projected[1:].abs().max() < 0.01


def test_upsampling_finds_a_plane_again_between_the_outermost_token_centres():
    down, right = torch.meshgrid(torch.arange(6.0), torch.arange(5.0), indexing="ij")
    tokens_DHW = torch.stack([down, right])
    rows, cols = torch.meshgrid(torch.arange(4, 44), torch.arange(4, 36), indexing="ij")
    found_ND = upsample(tokens_DHW, rows.flatten(), cols.flatten(), patch_px=8)
    expected_ND = torch.stack([(rows.flatten() + 0.5) / 8 - 0.5, (cols.flatten() + 0.5) / 8 - 0.5], dim=1)
    torch.testing.assert_close(found_ND, expected_ND)


def test_beyond_the_outermost_token_centres_features_stay_constant():
    tokens_DHW = torch.tensor([[[1.0, 2.0], [3.0, 4.0]]])
    corners = upsample(tokens_DHW, torch.tensor([0, 0, 15, 15]), torch.tensor([0, 15, 0, 15]), patch_px=8)
    assert corners.flatten().tolist() == [1, 2, 3, 4]


@given(
    rows=st.tuples(st.integers(0, 20), st.integers(1, 20)),
    cols=st.tuples(st.integers(0, 20), st.integers(1, 20)),
    token0=st.tuples(st.integers(0, 2), st.integers(0, 2)),
    patch_px=st.sampled_from([1, 3, 8]),
)
def test_a_strip_gives_the_numbers_of_its_pixels(rows, cols, token0, patch_px):
    tokens_DHW = torch.randn(3, 4, 5, generator=torch.Generator().manual_seed(0))
    window = rows[0], rows[0] + rows[1], cols[0], cols[0] + cols[1]
    strip = upsample_strip(tokens_DHW, *window, *token0, patch_px)
    down, right = torch.meshgrid(torch.arange(*window[:2]), torch.arange(*window[2:]), indexing="ij")
    points = upsample(
        tokens_DHW, down.flatten() - token0[0] * patch_px, right.flatten() - token0[1] * patch_px, patch_px
    )
    torch.testing.assert_close(strip.flatten(1).T, points, rtol=0, atol=1e-6)
