"""From stored numbers to z-scores by stated statistics: one path, and what goes in must not change what it means."""

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.scene.normalise import CLIP, Normalisation, z_scores
from engine.scene.statistics import NOTHING, SCENE, TRAINING, Statistics, measured, pooled, stated
from engine.scene.values.units import MODEL_UNITS, OPTICAL, RADAR, in_model_units
from engine.sensors import CATALOGUE
from engine.sensors.statistics import CHOICES

S2 = CATALOGUE["sentinel-2"].bands[1:4]
KINDS = {**OPTICAL, **{f"radar {name}": unit for name, unit in RADAR.items()}}


@pytest.mark.parametrize("name", KINDS)
def test_z_scores_of_a_sample_by_its_own_statistics_have_mean_0_and_deviation_1(name: str) -> None:
    stored_CN = np.random.default_rng(0).integers(40, 200, (3, 4000)).astype("uint8")
    units = KINDS[name]
    z_CN = Normalisation(measured(stored_CN, units), units)(torch.from_numpy(stored_CN))
    assert z_CN.mean(1).abs().max() < 1e-4 and (z_CN.std(1) - 1).abs().max() < 1e-3


@pytest.mark.parametrize("name", KINDS)
def test_it_does_not_matter_when_numbers_become_model_units(name: str) -> None:
    stored_CN, units = np.random.default_rng(0).integers(1, 250, (2, 500)).astype("uint16"), KINDS[name]
    statistics = measured(stored_CN[:, :100], units)
    model_CN = units.to_model(stored_CN)
    at_once = Normalisation(statistics, units)(torch.from_numpy(stored_CN))
    later = Normalisation(statistics, in_model_units(units))(torch.from_numpy(model_CN))
    mean_C1, divisors_C1 = (torch.from_numpy(v)[:, None] for v in (statistics.mean_C, statistics.divisors))
    torch.testing.assert_close(at_once, later, atol=1e-4, rtol=0)
    torch.testing.assert_close(at_once, z_scores(torch.from_numpy(model_CN), mean_C1, divisors_C1), atol=1e-4, rtol=0)
    assert in_model_units(units).quantity == units.quantity


def test_what_a_model_sees_is_clipped_once_and_what_is_no_number_is_the_mean() -> None:
    pixels = torch.tensor([[-1e9, 0.0, 1e9, torch.nan, torch.inf, 3.0]])
    valid = torch.tensor([True, True, True, True, True, False])
    normalise = Normalisation(Statistics.given([0], [1]))
    assert normalise(pixels, valid).tolist() == [[-CLIP, 0, CLIP, 0, 0, 0]]
    assert Normalisation(Statistics.given([0], [1]), clip=None)(pixels)[0, 2] == 1e9


def test_a_constant_band_is_not_divided_by_zero() -> None:
    stored = np.array([[5, 5, 5], [1, 2, 3]], "uint8")
    statistics = measured(stored, MODEL_UNITS)
    assert statistics.std_C[0] == 0
    assert Normalisation(statistics)(torch.from_numpy(stored))[0].tolist() == [0, 0, 0]


def test_one_constant_scene_does_not_inflate_a_band_of_the_training_set() -> None:
    lively = measured(np.array([[0.10, 0.12, 0.14]], "float32"), MODEL_UNITS)
    constant = measured(np.full((1, 3), 0.12, "float32"), MODEL_UNITS)
    whole = pooled([lively, constant], [3, 3])
    assert whole.std_C[0] == pytest.approx(0.0163 / np.sqrt(2), abs=1e-4) and whole.of == TRAINING


@given(st.lists(st.integers(2, 40), min_size=1, max_size=5), st.integers(0, 2**32 - 1))
@settings(max_examples=40)
def test_pooled_statistics_are_those_of_all_pixels_together(sizes: list[int], seed: int) -> None:
    rng = np.random.default_rng(seed)
    parts = [rng.normal(rng.uniform(-2, 2), 1, (2, size)).astype("float32") for size in sizes]
    found = pooled([measured(part, MODEL_UNITS) for part in parts], sizes)
    whole = measured(np.concatenate(parts, axis=1), MODEL_UNITS)
    np.testing.assert_allclose(found.mean_C, whole.mean_C, atol=1e-5)
    np.testing.assert_allclose(found.std_C, whole.std_C, atol=1e-5)


@pytest.mark.parametrize("choice", CHOICES)
def test_a_choice_is_answered_or_the_scenes_own_are_left(choice: str) -> None:
    own = Statistics.given([1, 2, 3], [1, 1, 1])
    answer = stated(choice, "sentinel-2", S2, "reflectance", own)
    assert answer.of == choice and len(answer) == 3 and (answer is own) == (choice == "scene")
    assert stated(choice, "sentinel-2", S2, "counts", own) is own


def test_a_scene_without_a_number_has_no_statistics() -> None:
    assert measured(np.zeros((3, 0)), MODEL_UNITS) is NOTHING and len(NOTHING) == 0 and NOTHING.of == SCENE


def test_statistics_of_some_bands_come_in_their_order() -> None:
    some = Statistics.given([1, 2, 3], [4, 5, 6], "sensor").take([2, 0])
    assert (some.mean_C.tolist(), some.std_C.tolist(), some.of) == ([3, 1], [6, 4], "sensor")
