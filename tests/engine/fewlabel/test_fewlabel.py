"""A few labels become a head; what it trusts, how good it is and what is wrong with the labels is told honestly."""

from dataclasses import replace

import numpy as np
import pytest
import torch
from sklearn.kernel_ridge import KernelRidge
from sklearn.metrics import f1_score

from engine.errors import LabelError
from engine.fewlabel import Overview, Samples, fit, fit_if_easy, spread
from engine.fewlabel.fitting import MOST_PER_CLASS
from engine.fewlabel.kernel_ridge import Ridge
from engine.fewlabel.validation.scores import scores


def points(count=60, classes=3, seed=0, noise=0.3, names=(), **groups):
    """Points all over a scene, whose classes show in the group "spectra"; more groups of pure noise by width."""
    random = torch.Generator().manual_seed(seed)
    labels_N = torch.arange(count) % classes
    spectra_ND = torch.nn.functional.one_hot(labels_N, 4) + noise * torch.randn(count, 4, generator=random)
    more = {name: torch.randn(count, dims, generator=random) for name, dims in groups.items()}
    rows_N, cols_N = torch.randint(0, 3000, (2, count), generator=random)
    return Samples({"spectra": spectra_ND.float(), **more}, labels_N, rows_N, cols_N, torch.arange(count), names)


def everywhere(groups):
    """Unlabelled pixels all over the scene of `points`, with these features."""
    count = len(next(iter(groups.values())))
    return Overview(groups, *np.random.default_rng(9).integers(0, 3000, (2, count)))


def found(validation):
    """Precision, recall and F1 of the classes."""
    return scores(validation.answers.confusion(validation.scene_P))


def at(samples, rows, cols, polygon):
    """The same pixels somewhere else."""
    return Samples(samples.groups, samples.labels_N, rows, cols, polygon, samples.names)


def test_it_learns_what_the_labels_say_and_says_how_well():
    head, validation = fit(points())
    fresh = points(600, seed=1)
    mapped_N = head(fresh.groups).argmax(1)
    truly = f1_score(fresh.labels_N, mapped_N, average="macro")
    assert truly > 0.9
    assert found(validation).macro_f1 == pytest.approx(truly, abs=0.08)
    assert validation.folds == 5
    assert validation.answers.confusion().sum() == pytest.approx(60)


def test_it_learns_what_no_straight_line_separates():
    random = torch.Generator().manual_seed(0)
    x_ND = torch.rand(400, 2, generator=random) * 2 - 1
    labels_N = (x_ND.prod(1) > 0).long()
    rows_N, cols_N = torch.randint(0, 3000, (2, 400), generator=random)
    head, _ = fit(Samples({"spectra": x_ND[:80]}, *(a[:80] for a in (labels_N, rows_N, cols_N)), torch.arange(80)))
    assert (head({"spectra": x_ND[80:]}).argmax(1) == labels_N[80:]).float().mean() > 0.85


def test_a_group_that_tells_nothing_is_dropped():
    head, validation = fit(points(30, deep=8))
    assert validation.trust["deep"] == 0
    assert head.groups == ("spectra",)
    assert sum(validation.trust.values()) == pytest.approx(1)


def test_the_backbone_need_not_run_where_labels_are_told_apart_without_it():
    easy = fit_if_easy(points(noise=0.1))
    assert easy and easy[1].trust == fit(points(noise=0.1))[1].trust
    assert fit_if_easy(points(noise=0.5)) is None


def test_deep_features_that_need_not_be_there_change_nothing_if_they_are():
    samples = points(noise=0.1, shape=4)
    informative_ND = points(noise=0.01, seed=1).groups["spectra"]
    (_, without), (head, beside) = (
        fit(each) for each in (samples, replace(samples, groups={**samples.groups, "deep": informative_ND}))
    )
    assert beside.trust == pytest.approx({**without.trust, "deep": 0}) and "deep" not in head.groups
    assert beside.strength == pytest.approx(without.strength)


def test_where_nothing_can_be_held_out_the_backbone_runs():
    samples = points(6, noise=0.01)
    assert fit_if_easy(at(samples, torch.full((6,), 5), torch.arange(6), torch.arange(6) % 3)) is None


def test_deep_features_may_be_all_there_are():
    samples = points(noise=0.1)
    _, validation = fit(replace(samples, groups={"deep": samples.groups["spectra"]}))
    assert validation.trust == {"deep": 1}


def test_groups_that_tell_as_much_are_trusted_as_much():
    first, second = points(seed=0, noise=0.5), points(seed=1, noise=0.5)
    samples = Samples(
        {"spectra": first.groups["spectra"], "deep": second.groups["spectra"]},
        first.labels_N, first.rows_N, first.cols_N, first.polygon_N,
    )  # fmt: skip
    assert fit(samples)[1].trust["deep"] == pytest.approx(0.5, abs=0.15)


def test_confidence_is_about_as_high_as_the_share_of_right_answers():
    head, _ = fit(points(90, noise=1.0))
    fresh = points(3000, seed=1, noise=1.0)
    confidence_N, mapped_N = head(fresh.groups).max(1)
    assert float(confidence_N.mean()) == pytest.approx(float((mapped_N == fresh.labels_N).float().mean()), abs=0.08)


def rare_first(count=4000, noise=0.6):
    """A scene of points of which every hundredth is of the first of two classes: features and truth."""
    labels_N = (torch.arange(count) % 100 > 0).long()
    noisy_ND = noise * torch.randn(count, 4, generator=torch.Generator().manual_seed(5))
    return {"spectra": torch.nn.functional.one_hot(labels_N, 4) + noisy_ND}, labels_N


def test_a_class_that_is_rare_in_the_scene_is_mapped_rarely():
    samples = points(30, classes=2, noise=0.6)
    scene, truth_N = rare_first()
    even, told = (fit(samples, scene=around) for around in (None, everywhere(scene)))
    assert even[1].prior == (0.5, 0.5)
    assert told[1].prior[0] < 0.35
    assert sum(told[1].prior) == pytest.approx(1)
    blind, knowing = (f1_score(truth_N, head(scene).argmax(1), average="macro") for head, _ in (even, told))
    assert knowing > blind + 0.03


def test_how_common_classes_are_needs_no_run_of_the_model():
    samples = points(30, classes=2, noise=0.6, deep=8)
    scene, _ = rare_first()
    assert fit(samples, scene=everywhere(scene))[1].prior[0] < 0.35
    assert fit(samples, scene=everywhere({"deep": torch.randn(50, 8)}))[1].prior == (0.5, 0.5)  # it is dropped here
    nothing = everywhere({name: x_ND[:0] for name, x_ND in scene.items()})
    assert fit(samples, scene=nothing)[1].prior == (0.5, 0.5)


def test_how_common_classes_are_is_not_believed_where_nobody_labelled():
    scene, samples = rare_first()[0], points(30, classes=2, noise=0.6)
    one_side = at(samples, samples.rows_N, samples.cols_N // 3, samples.polygon_N)
    near, far = (fit(labels, scene=everywhere(scene))[1].prior[0] for labels in (samples, one_side))
    assert near < far - 0.05 and far < 0.5


@pytest.mark.parametrize("seed", range(5))
def test_labels_that_are_copies_of_each_other_are_learnt_from(seed):
    samples = points(seed=seed)
    copies_N = torch.arange(len(samples.labels_N)) % 6
    copies = {name: group_ND[copies_N] for name, group_ND in samples.groups.items()}
    head, _ = fit(replace(samples, groups=copies, labels_N=samples.labels_N[copies_N]))
    assert torch.isfinite(head(copies)).all()


def test_the_same_labels_give_the_same_head():
    samples = points(deep=3)
    first, second = (fit(samples)[0](samples.groups) for _ in range(2))
    assert torch.equal(first, second)


def test_a_huge_polygon_leaves_room_for_the_small_ones():
    polygon_N = torch.cat([torch.zeros(5000), torch.arange(1, 21), torch.full((50,), 21)]).long()
    labels_N = (polygon_N == 21).long()
    samples = Samples({}, labels_N, polygon_N, polygon_N, polygon_N)
    kept_N = spread(samples, 100, seed=0)
    assert torch.bincount(labels_N[kept_N]).tolist() == [100, 50]
    assert set(range(1, 21)) <= set(polygon_N[kept_N].tolist())


def test_fewer_pixels_are_some_of_the_more():
    samples = points(100)
    assert set(spread(samples, 5, seed=3).tolist()) <= set(spread(samples, 20, seed=3).tolist())


def test_thousands_of_pixels_are_thinned_and_it_is_said():
    _, validation = fit(points(2 * MOST_PER_CLASS + 100, classes=2, names=("forest", "water")))
    assert validation.answers.confusion().sum() == pytest.approx(2 * MOST_PER_CLASS)
    assert any("'forest' has 350 labelled pixels: 300 of them" in text for text in validation.warnings)


def test_good_labels_are_not_complained_of():
    assert fit(points(90))[1].warnings == ()


def test_a_class_from_one_place_cannot_be_checked_and_it_is_said():
    samples = points(60, names=("forest", "sand", "water"))
    water_N = samples.labels_N == 2
    polygon_N = torch.where(water_N, 1000, samples.polygon_N)
    rows_N, cols_N = (torch.where(water_N, 100, axis_N) for axis_N in (samples.rows_N, samples.cols_N))
    _, validation = fit(at(samples, rows_N, cols_N, polygon_N))
    assert np.isnan(found(validation).f1_K[2])
    assert validation.held_out[2] == 0 and min(validation.held_out[:2]) > 0
    assert "'water' cannot be checked: label it in a second place" in validation.warnings


def test_two_polygons_give_a_map_without_a_score():
    samples = points(60, classes=2)
    head, validation = fit(at(samples, samples.rows_N, samples.cols_N, samples.labels_N))
    assert validation.held_out == (0, 0)
    assert np.isnan(found(validation).macro_f1)
    assert (head(samples.groups).argmax(1) == samples.labels_N).float().mean() > 0.9


def test_one_pixel_per_class_is_enough_to_go_on():
    head, validation = fit(points(2, classes=2))
    assert head(points(2, classes=2).groups).argmax(1).tolist() == [0, 1]
    assert "class 1 has only 1 labelled pixel: label at least 5" in validation.warnings


def test_many_classes_share_a_sentence():
    warnings = fit(replace(points(7, names=tuple("abcdefg")), labels_N=torch.arange(7)))[1].warnings
    assert warnings == (
        "7 classes have fewer than 5 labelled pixels: 'a', 'b', 'c', 'd', 'e' and 2 more",
        "7 classes cannot be checked until they are labelled in a second place: 'a', 'b', 'c', 'd', 'e' and 2 more",
    )


def test_lopsided_labels_are_told():
    samples = points(460, classes=2, names=("forest", "water"))
    few = samples.take(torch.cat([torch.arange(0, 460, 2), torch.arange(1, 21, 2)]))
    assert any("one-sided: 'forest' has 230 pixels, 'water' 10" in text for text in fit(few)[1].warnings)


def test_a_class_that_hides_in_another_is_told():
    wheat = points(120, classes=3, names=("barley", "wheat", "water"))
    some = wheat.take(torch.cat([torch.arange(0, 120, 3), torch.arange(1, 25, 3), torch.arange(2, 120, 3)]))
    some.groups["spectra"][some.labels_N < 2] = torch.randn(48, 4, generator=torch.Generator().manual_seed(5))
    assert any("'wheat' is mistaken for 'barley'" in text for text in fit(some)[1].warnings)


@pytest.mark.parametrize("labels", [[0, 0, 0], [0, 2, 2]])
def test_a_class_without_pixels_is_refused(labels):
    labels_N = torch.tensor(labels)
    with pytest.raises(LabelError, match="no labelled pixel"):
        fit(Samples({"spectra": torch.randn(3, 2)}, labels_N, labels_N, labels_N, labels_N))


def test_identical_pixels_do_no_harm():
    samples = points(40, classes=2, noise=0.0)
    assert (fit(samples)[0](samples.groups).argmax(1) == samples.labels_N).all()


def test_with_all_pixels_as_landmarks_it_is_kernel_ridge_regression():
    samples = points(30, classes=2)
    x_ND = samples.groups["spectra"].double()
    kernel_NN = torch.exp(-torch.cdist(x_ND, x_ND, p=1))
    fold_1N = torch.zeros(1, 30, dtype=torch.long)
    ridge = Ridge.of(kernel_NN[None], torch.arange(30), samples.labels_N, fold_1N, torch.ones(1, 30))
    found_NK = kernel_NN @ ridge.coefficients(torch.ones(1).double(), 0.1)
    reference = KernelRidge(alpha=0.1, kernel="precomputed").fit(kernel_NN, ridge.truth_NK)
    np.testing.assert_allclose(found_NK, reference.predict(kernel_NN), atol=1e-4)


def test_held_out_scores_have_not_seen_their_fold():
    samples = points(30, classes=3)
    fold_N = torch.arange(30) // 3 % 2
    kernel_NN = torch.exp(-torch.cdist(samples.groups["spectra"], samples.groups["spectra"]))[None]
    trust_G, everything = torch.ones(1).double(), torch.arange(30)
    changed_N = torch.where(fold_N == 0, (samples.labels_N + 1) % 3, samples.labels_N)
    before, after = (
        Ridge.of(kernel_NN, everything, labels_N, fold_N[None], torch.ones(1, 30)).held_out(trust_G, [0.1])[0, 0]
        for labels_N in (samples.labels_N, changed_N)
    )
    torch.testing.assert_close(before[fold_N == 0], after[fold_N == 0])
    assert not torch.allclose(before[fold_N == 1], after[fold_N == 1])


def test_a_group_that_holds_near_by_alone_is_trusted_less_where_the_map_is_far_away():
    """The group "place" tells the class of neighbours, and nothing of a class in another part of the scene."""
    random = torch.Generator().manual_seed(3)
    rows_N, cols_N = torch.randint(0, 400, (2, 120), generator=random)
    labels_N = ((rows_N // 100 + cols_N // 100) % 2).long()
    spectra_ND = torch.nn.functional.one_hot(labels_N, 2) + 0.9 * torch.randn(120, 2, generator=random)
    place_ND = torch.stack([rows_N, cols_N], 1) / 100
    samples = Samples({"spectra": spectra_ND.float(), "place": place_ND}, labels_N, rows_N, cols_N, torch.arange(120))
    ends = ((0, 400), (1000, 1400))
    near, far = (Overview({}, *np.random.default_rng(0).integers(*end, (2, 500))) for end in ends)
    trusts = [fit(samples, scene=scene)[1].trust["place"] for scene in (near, far)]
    assert trusts[0] > trusts[1] + 0.1
