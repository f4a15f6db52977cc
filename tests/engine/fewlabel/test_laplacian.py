"""The compiled loop gives the similarity that torch gives, for any number of pixels, landmarks and features."""

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from engine.fewlabel import laplacian
from engine.fewlabel.laplacian import add_similarity, no_similarity, runs_compiled


def in_torch(x_NP, centre_P, rate_P, landmarks_MP):
    distance_NM = ((x_NP - centre_P)[:, None] * rate_P - landmarks_MP).abs().double().mean(2)
    return (torch.exp(-distance_NM / 2) + torch.exp(-2 * distance_NM)) / 2


@given(st.integers(1, 400), st.integers(1, 11), st.integers(1, 9), st.floats(0.1, 200), st.integers(0, 99))
def test_similarity_is_the_mean_of_two_laplacians_near_and_far(pixels, landmarks, features, spread, seed):
    random = torch.Generator().manual_seed(seed)
    x_NP = spread * torch.randn(pixels, features, generator=random)
    centre_P, rate_P = torch.randn(features, generator=random), torch.rand(features, generator=random) + 0.1
    landmarks_MP = torch.randn(landmarks, features, generator=random)
    before_NM = torch.rand(pixels, landmarks, generator=random)
    found_NM = add_similarity(before_NM.clone(), x_NP, centre_P, rate_P, landmarks_MP, 0.7)
    expected_NM = before_NM + 0.7 * in_torch(x_NP, centre_P, rate_P, landmarks_MP)
    torch.testing.assert_close(found_NM, expected_NM.float(), rtol=1e-6, atol=1e-6)


def test_without_numba_torch_gives_the_same(monkeypatch):
    x_NP, centre_P, rate_P, landmarks_MP = torch.randn(300, 7), torch.randn(7), torch.rand(7), torch.randn(5, 7)
    given = x_NP, centre_P, rate_P, landmarks_MP, 1.0
    assert runs_compiled(x_NP)  # or this test compares torch with itself
    compiled_NM = add_similarity(no_similarity(x_NP, 5), *given)
    monkeypatch.setattr(laplacian, "runs_compiled", lambda _: False)
    torch_NM = add_similarity(no_similarity(x_NP, 5), *given)
    torch.testing.assert_close(compiled_NM, torch_NM, rtol=1e-6, atol=1e-6)
    assert float(compiled_NM.max()) > 0.1


def test_a_pixel_has_the_same_bits_wherever_it_lies_among_others():
    x_NP, more = torch.randn(1000, 5), (torch.randn(5), torch.rand(5), torch.randn(6, 5), 0.3)
    whole_NM = add_similarity(no_similarity(x_NP, 6), x_NP, *more)
    for start, stop in ((0, 1), (127, 131), (500, 999)):
        part_NM = add_similarity(no_similarity(x_NP[start:stop], 6), x_NP[start:stop], *more)
        assert torch.equal(part_NM, whole_NM[start:stop])


@pytest.mark.parametrize("value", [1e6, float("inf")])
def test_what_is_infinitely_far_away_is_like_nothing(value):
    x_NP = torch.full((3, 2), value)
    found_NM = add_similarity(no_similarity(x_NP, 4), x_NP, torch.zeros(2), torch.ones(2), torch.randn(4, 2), 1.0)
    assert torch.isfinite(found_NM).all()
    assert float(found_NM.abs().max()) < 1e-9


def test_a_feature_that_hardly_varies_is_standardised_before_it_is_compared():
    x_N1 = torch.full((9, 1), -3.0) + 2e-6 * torch.arange(9)[:, None]
    centre_1, rate_1 = x_N1.mean(0), 1 / x_N1.std(0)
    landmarks_M1 = (x_N1 - centre_1) * rate_1
    similar_NN = add_similarity(no_similarity(x_N1, 9), x_N1, centre_1, rate_1, landmarks_M1, 1.0)
    assert torch.equal(similar_NN.diagonal(), torch.ones(9))
    assert torch.equal(similar_NN, similar_NN.T)
