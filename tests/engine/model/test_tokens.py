from dataclasses import replace

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.errors import ModelError
from engine.model.tokens import (
    ANCHORS_NM,
    MODALITIES,
    PerSensorEmbedding,
    SensorBatch,
    SpectralEmbedding,
    resized,
    shares,
)
from engine.sensors import CATALOGUE, Band
from tests.fakes.small_models import S1, S2, chip, close

# ------------------------------------------------------------------------------------------------- spectral


@given(order=st.permutations(range(13)))
@settings(max_examples=10)
def test_the_order_of_the_bands_changes_nothing(spectral, order):
    x = chip()
    shuffled = replace(x, x_BCHW=x.x_BCHW[:, order], bands=tuple(S2[i] for i in order))
    assert close(spectral.dense([shuffled]), spectral.dense([x]))


def test_the_same_pixels_under_other_wavelengths_are_something_else(spectral):
    x = chip()
    assert not close(spectral.dense([replace(x, bands=S2[::-1])]), spectral.dense([x]))


def test_tokens_keep_their_magnitude_when_bands_are_dropped(spectral):
    grey = torch.randn(2, 1, 32, 32).repeat_interleave(4, 2).repeat_interleave(4, 3)

    def size(bands):
        return float(spectral.embedding(SensorBatch(grey.expand(-1, len(bands), -1, -1), bands, 10.0)).std())

    assert size(S2[::2]) == pytest.approx(size(S2), rel=0.35)
    assert size(CATALOGUE["enmap"].bands) == pytest.approx(size(CATALOGUE["enmap"].bands[::10]), rel=0.35)


def test_bands_that_measure_nearly_the_same_get_nearly_the_same_kernel():
    def kernel(nm):
        return shares((Band("x", nm, 30.0),))

    red = kernel(665.0)
    assert (kernel(667.0) - red).norm() < 0.1 * (kernel(842.0) - red).norm()


def test_radar_is_told_by_its_polarisation_and_width_may_be_unknown(spectral):
    x = chip(S1)
    assert not close(spectral.dense([x]), spectral.dense([replace(x, bands=S1[::-1])]))
    assert spectral.dense([chip([Band("Red", 650.0, None)])]).isfinite().all()


def test_a_band_that_measures_nothing_known_is_refused(spectral):
    with pytest.raises(ModelError, match="band Elevation has neither") as caught:
        spectral.dense([chip([S2[0], Band("Elevation", None, None)])])
    assert "--bands" in caught.value.hint


def test_a_band_takes_the_kernels_around_its_wavelength_in_shares_that_add_up_to_one():
    found = shares((Band("at", 560.0, None), Band("between", 570.0, None), Band("far", 12_000.0, None), *S1))
    assert torch.allclose(found.sum(1), torch.ones(len(found)))
    number = ANCHORS_NM.index(560)
    assert found[0, number] == 1
    assert found[1, number : number + 2].tolist() == pytest.approx([0.75, 0.25])
    assert found[2, len(ANCHORS_NM) - 1] == 1
    assert found[3:, : len(ANCHORS_NM)].abs().sum() == 0


def test_a_broad_band_takes_what_the_narrow_ones_inside_it_take_on_average():
    narrow = shares(tuple(Band("n", float(nm), None) for nm in torch.linspace(450, 690, 97)))
    broad = shares((Band("b", 570.0, 240.0),))
    assert torch.allclose(broad[0], narrow.mean(0), atol=0.03)


# ------------------------------------------------------------------------------------------------- per sensor


@pytest.mark.parametrize(("modality", "count"), [("S1", 2), ("S2", 9), ("NAIP", 3), ("Gaofen", 4), ("EnMAP", 202)])
def test_each_modality_of_the_paper_reads_its_bands(per_sensor, modality, count):
    assert len(MODALITIES[modality]) == count
    sensor = next(sensor for sensor in CATALOGUE.values() if sensor.modality == modality)
    assert per_sensor.dense([chip(sensor.bands, modality=modality)]).shape == (2, 64, 4, 6)


def test_every_sensor_of_a_modality_names_its_bands_as_the_embedding_does():
    for sensor in CATALOGUE.values():
        if sensor.modality is not None:
            assert set(MODALITIES[sensor.modality]) <= {band.name for band in sensor.bands}, sensor.id


def test_the_embedding_takes_its_bands_by_name_in_its_own_order(per_sensor):
    x = chip()
    picked = [[band.name for band in S2].index(name) for name in MODALITIES["S2"]]
    just_these = replace(x, x_BCHW=x.x_BCHW[:, picked], bands=tuple(S2[i] for i in picked))
    backwards = replace(x, x_BCHW=x.x_BCHW.flip(1), bands=S2[::-1])
    assert close(per_sensor.dense([x]), per_sensor.dense([just_these]))
    assert close(per_sensor.dense([x]), per_sensor.dense([backwards]))


def test_a_missing_band_is_named(per_sensor):
    with pytest.raises(ModelError, match="the scene lacks B11, B12") as caught:
        per_sensor.dense([chip(S2[:11])])
    assert "spectral" in caught.value.hint


@pytest.mark.parametrize("modality", [None, "Landsat"])
def test_the_modality_is_never_guessed(per_sensor, modality):
    with pytest.raises(ModelError, match=f"reads S1, S2, NAIP, Gaofen, EnMAP; the sensor's modality is {modality}"):
        per_sensor.dense([chip(modality=modality)])


def test_the_two_embeddings_answer_alike():
    x = chip()
    assert SpectralEmbedding(16, 4)(x).shape == PerSensorEmbedding(16, 4)(x).shape == (2, 24, 16)


# ------------------------------------------------------------------------------------------------- other patches


def enlarged(x, side):
    return torch.nn.functional.interpolate(x, (side, side), mode="bilinear")


@pytest.mark.parametrize(("old_px", "new_px"), [(4, 8), (8, 16), (4, 7), (3, 4), (8, 8)])
def test_a_kernel_answers_to_an_enlarged_patch_what_it_answered_to_the_patch(old_px, new_px):
    lot = torch.Generator().manual_seed(old_px)
    kernels, patches = (torch.randn(5, 3, old_px, old_px, generator=lot) for _ in range(2))
    answers = torch.einsum("dcpq,bcpq->bd", resized(kernels, new_px), enlarged(patches, new_px))
    assert torch.allclose(answers, torch.einsum("dcpq,bcpq->bd", kernels, patches), atol=1e-3)


def test_a_smaller_kernel_answers_as_before_to_what_it_can_see():
    smaller = torch.randn(5, 3, 4, 4, generator=torch.Generator().manual_seed(0))
    patch = torch.zeros(5, 3, 8, 8, requires_grad=True)
    shrunk = torch.nn.functional.interpolate(patch, (4, 4), mode="bilinear", antialias=True)
    (kernels,) = torch.autograd.grad((shrunk * smaller).sum(), patch)  # that answer so to patches which are shrunk
    assert torch.allclose(resized(kernels, 4), smaller, atol=1e-4)


def test_kernels_of_the_same_side_are_left_alone():
    kernels = torch.randn(2, 3, 4, 4)
    assert resized(kernels, None) is resized(kernels, 4) is kernels


@pytest.mark.parametrize("name", ["spectral", "per_sensor"])
def test_finer_pixels_with_larger_patches_are_the_same_tokens_at_the_same_places(name, request):
    model, x = request.getfixturevalue(name), chip()
    patches = x.x_BCHW.unflatten(3, (6, 4)).unflatten(2, (4, 4)).permute(0, 2, 4, 1, 3, 5)
    finer = enlarged(patches.reshape(-1, 13, 4, 4), 8).reshape(2, 4, 6, 13, 8, 8).permute(0, 3, 1, 4, 2, 5)
    twice = replace(x, x_BCHW=finer.reshape(2, 13, 32, 48), gsd_m=5.0)
    assert torch.allclose(model.embed([twice], 8), model.embed([x]), atol=1e-3)
    assert not torch.allclose(model.embed([twice]).mean(1), model.embed([x]).mean(1), atol=1e-2)


@pytest.mark.parametrize("name", ["spectral", "per_sensor"])
def test_no_other_patch_is_the_models_own(name, request):
    model, x = request.getfixturevalue(name), chip()
    assert torch.equal(model.embed([x], 4), model.embed([x]))
    assert model.embed([x], 8).shape == (2, 6, 32)
