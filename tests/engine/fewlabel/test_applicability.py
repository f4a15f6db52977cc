"""What is unlike all labels is found, said, and proposed to be labelled first."""

import numpy as np
import torch

from engine import fewlabel
from engine.fewlabel.active_learning import in_the_midst, least_certain
from engine.fewlabel.applicability import Applicability
from engine.fewlabel.validation.folds import Foldings

CENTRES = torch.tensor([[0.0, 0, 0, 0], [4, 0, 0, 0], [0, 4, 0, 0], [0, 0, 9, 9]])


def pixels(labels_N, seed):
    """Spectra of pixels of four classes."""
    random = torch.Generator().manual_seed(seed)
    return CENTRES[labels_N] + 0.5 * torch.randn(len(labels_N), 4, generator=random)


def fitted(known=3, scene_classes=4):
    """A head that learnt the first classes of a scene with the others, and what is said of it."""
    labels_N = torch.arange(60) % known
    rows_N, cols_N = torch.randint(0, 900, (2, 60), generator=torch.Generator().manual_seed(1))
    samples = fewlabel.Samples({"spectra": pixels(labels_N, 2)}, labels_N, rows_N, cols_N, torch.arange(60))
    truth_P = torch.arange(2000) % scene_classes
    places = np.random.default_rng(3).integers(0, 900, (2, 2000))
    scene = fewlabel.Overview({"spectra": pixels(truth_P, 4)}, *places)
    return fewlabel.fit(samples, scene=scene)[1], truth_P.numpy()


def test_a_class_that_was_never_labelled_is_out_of_the_area_of_applicability():
    validation, truth_P = fitted()
    assert (validation.unlike_P[truth_P == 3] > 1).mean() > 0.95
    assert (validation.unlike_P[truth_P < 3] > 1).mean() < 0.1


def test_its_share_of_the_scene_is_said():
    validation, _ = fitted()
    share = f"{validation.unlike:.0%}"
    assert 0.2 < validation.unlike < 0.3
    assert f"{share} of the scene is unlike anything you labelled: label there" in validation.warnings
    facts = fewlabel.accuracy(validation, "abc", (1, 1, 1)).facts()
    assert facts["applicable"] == 1 - validation.unlike


def test_where_all_classes_are_labelled_nothing_is_complained_of():
    validation, _ = fitted(known=4)
    assert validation.unlike < 0.05 and not any("unlike" in text for text in validation.warnings)


def test_without_a_scene_or_without_labels_held_out_nothing_is_known():
    labels_N = torch.tensor([0, 1])
    samples = fewlabel.Samples({"spectra": pixels(labels_N, 2)}, labels_N, labels_N, labels_N, labels_N)
    scene = fewlabel.Overview({"spectra": pixels(torch.arange(9) % 4, 4)}, np.arange(9), np.arange(9))
    for around in (None, scene):
        validation = fewlabel.fit(samples, scene=around)[1]
        assert validation.unlike is None
        assert fewlabel.accuracy(validation, "ab", (1, 1)).facts()["applicable"] is None


def test_the_limit_is_what_labels_of_other_folds_are_like_and_no_outlier():
    count = 41
    similar_NN = torch.full((1, count, count), 0.8).double()
    similar_NN[:, -1] = 0.1
    fold_1N = np.arange(count)[None] % 2
    foldings = Foldings(fold_1N, np.ones(fold_1N.shape), 1.0)
    found = Applicability.of(similar_NN, torch.ones(1).double(), torch.arange(count), foldings)
    assert abs(found.limit - 0.2) < 1e-6
    np.testing.assert_allclose(found(torch.tensor([[[0.9, 0.1], [0.6, 0.0]]])).numpy(), [0.5, 2.0], rtol=1e-5)


def test_the_midst_of_strange_pixels_is_asked_for_first():
    crowd = np.random.default_rng(0).integers(50, 60, (2, 30))
    row, col = in_the_midst(np.concatenate([[[5], [90]], crowd], axis=1))
    assert 50 <= row < 60 and 50 <= col < 60
    classes_HW = np.ones((100, 100), np.uint8)
    confidence_HW = np.random.default_rng(1).random((100, 100)).astype(np.float32)
    found = least_certain(classes_HW, confidence_HW, 3, (row, col))
    assert (found[0].row, found[0].col) == (row, col) and len(found) == 3
    classes_HW[row - 9 : row + 10, col - 9 : col + 10] = 0
    assert all(
        (place.row, place.col) != (row, col) for place in least_certain(classes_HW, confidence_HW, 3, (row, col))
    )
