"""A head answers for each pixel by itself, needs only what it trusts, and is unsure far from all labels."""

import pytest
import torch

from engine.fewlabel import heads
from engine.fewlabel.applicability import dissimilarity
from engine.fewlabel.heads import AXES, GroupKernel, JudgingHead, KernelHead

LABELS_N = torch.arange(40) % 4


def kernel(dims=3, seed=0):
    x_ND = torch.randn(40, dims, generator=torch.Generator().manual_seed(seed)) + LABELS_N[:, None]
    return GroupKernel(x_ND, LABELS_N, torch.arange(0, 40, 2)), x_ND


def head(trust, sharpness=5.0, log_prior_K=None):
    kernels = {name: kernel(3, seed)[0] for seed, name in enumerate(trust)}
    coefficients_MK = torch.randn(20, 4, generator=torch.Generator().manual_seed(9))
    return KernelHead(kernels, trust, coefficients_MK, sharpness, log_prior_K)


def test_a_class_twice_as_common_has_twice_the_odds():
    trust, random = {"spectra": 0.4, "deep": 0.6}, torch.Generator().manual_seed(0)
    groups = {name: torch.randn(9, 3, generator=random) for name in trust}
    even_NK, told_NK = (head(trust, log_prior_K=prior)(groups) for prior in (None, torch.tensor([2.0, 1, 1, 1]).log()))
    told_N, even_N = (p_NK[:, 0] / p_NK[:, 1] for p_NK in (told_NK, even_NK))
    torch.testing.assert_close(told_N, 2 * even_N, rtol=1e-4, atol=0)
    maps, ready = head(trust, log_prior_K=torch.tensor([2.0, 1, 1, 1]).log()).split()
    torch.testing.assert_close(ready({**groups, "deep": maps["deep"](groups["deep"])}), told_NK)


def test_a_head_that_judges_says_the_very_same_of_classes_and_the_dissimilarity_beside_it():
    trust, random = {"spectra": 0.4, "deep": 0.6}, torch.Generator().manual_seed(0)
    groups = {name: torch.randn(99, 3, generator=random) for name in trust}
    plain = head(trust)
    judging = JudgingHead(plain, limit=0.25)
    answers_NA = judging(groups)
    assert torch.equal(answers_NA[:, :-1], plain(groups))
    similar_GNM = torch.stack([plain.kernel(name)(groups[name]) for name in trust])
    unlike_N = dissimilarity(similar_GNM, torch.tensor(list(trust.values()))) / 0.25
    torch.testing.assert_close(answers_NA[:, -1], unlike_N, rtol=1e-4, atol=1e-5)
    maps, ready = judging.split()
    torch.testing.assert_close(ready({**groups, "deep": maps["deep"](groups["deep"])}), answers_NA)


def test_a_landmark_is_wholly_like_itself_and_less_like_others():
    similar, x_ND = kernel()
    at_landmarks_MM = similar(x_ND[::2])
    assert at_landmarks_MM.diagonal() == pytest.approx(1)
    assert (at_landmarks_MM - 2 * torch.eye(20)).max() < 1


def test_similarity_is_the_mean_of_two_laplacian_kernels():
    similar, x_ND = kernel(dims=2)
    unit_D = torch.sqrt(((x_ND - x_ND.mean(0)) ** 2).mean(0))
    distance = float(((x_ND[1] - x_ND[4]).abs() / unit_D).mean())
    expected = (torch.exp(torch.tensor(-distance / 2)) + torch.exp(torch.tensor(-distance * 2))) / 2
    assert float(similar(x_ND[1:2])[0, 2]) == pytest.approx(float(expected), rel=1e-4)


def test_units_of_the_features_do_not_matter():
    x_ND = torch.randn(40, 3)
    scaled_ND = x_ND * torch.tensor([1e-3, 1, 1e4]) + torch.tensor([5, 0, -1e4])
    plain, scaled = (GroupKernel(x, LABELS_N, torch.arange(40))(x) for x in (x_ND, scaled_ND))
    torch.testing.assert_close(plain, scaled, rtol=1e-3, atol=1e-3)


@pytest.mark.parametrize("dims", [5, 300])
def test_a_feature_that_never_varies_is_harmless(dims):
    similar = GroupKernel(torch.zeros(40, dims), LABELS_N, torch.arange(40))
    assert torch.equal(similar(torch.zeros(2, dims)), torch.ones(2, 40))


def test_many_features_are_reduced_to_their_strongest_axes():
    similar, x_ND = kernel(dims=500)
    assert similar.landmarks_MP.shape == (20, min(AXES, 39))
    assert similar(x_ND).isfinite().all()


def test_probabilities_add_up_to_one_and_do_not_depend_on_the_batch(monkeypatch):
    both, groups = head({"spectra": 0.7, "deep": 0.3}), {"spectra": torch.randn(50, 3), "deep": torch.randn(50, 3)}
    whole_NK = both(groups)
    monkeypatch.setattr(heads, "PIXELS_AT_ONCE", 7)
    torch.testing.assert_close(whole_NK.sum(1), torch.ones(50))
    torch.testing.assert_close(both(groups), whole_NK)
    alone_NK = both({name: x_ND[13:14] for name, x_ND in groups.items()})
    torch.testing.assert_close(alone_NK, whole_NK[13:14])


def test_a_group_without_trust_is_not_asked_for():
    spectra_only, x_ND = head({"spectra": 1.0, "deep": 0.0}), torch.randn(5, 3)
    assert spectra_only.groups == ("spectra",)
    assert spectra_only({"spectra": x_ND}).shape == (5, 4)


def test_a_pixel_like_no_label_gets_no_confidence():
    probabilities_NK = head({"spectra": 1.0})({"spectra": torch.full((1, 3), 1e6)})
    torch.testing.assert_close(probabilities_NK, torch.full((1, 4), 0.25))


def test_all_numbers_move_to_the_device_with_the_head():
    moved = head({"spectra": 0.5, "deep": 0.5}).to("meta")
    assert moved({"spectra": torch.empty(9, 3, device="meta"), "deep": torch.empty(9, 3, device="meta")}).is_meta
