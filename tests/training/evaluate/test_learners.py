"""What is learnt from features agrees with the plain way to write it, and nothing is learnt from noise."""

import numpy as np
import pytest
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import KFold
from sklearn.preprocessing import StandardScaler

from engine.errors import LabelError
from training.evaluate import learners
from training.evaluate.features import Features
from training.evaluate.learners import STRENGTHS


@pytest.fixture
def parts() -> list[Features]:
    """Points around one centre for each of three classes: 120 to learn from, 60 to choose by, 120 to score."""
    random = np.random.default_rng(0)
    labels_N = np.arange(300) % 3
    x_ND = (random.normal(size=(3, 5))[labels_N] * 1.5 + random.normal(size=(300, 5))).astype(np.float32)
    every = Features("classification", 3, x_ND, labels_N, np.arange(300), 300)
    return [every.part(np.arange(*some)) for some in ((0, 120), (120, 180), (180, 300))]


def test_validation_is_stratified_and_drawn_by_the_seed() -> None:
    labels_N = np.repeat(np.arange(3), 100)
    train_N, valid_N = learners.split_off_validation(labels_N, seed=0)
    assert sorted([*train_N, *valid_N]) == list(range(300))
    assert np.ptp(np.bincount(labels_N[valid_N])) <= 1
    assert not np.array_equal(train_N, learners.split_off_validation(labels_N, seed=1)[0])


def test_the_strength_of_logistic_regression_is_the_one_which_validation_prefers(parts: list[Features]) -> None:
    train, *others = parts
    scaler = StandardScaler().fit(train.x_ND)
    scores = []
    for strength in STRENGTHS:
        model = LogisticRegression(C=strength, max_iter=200).fit(scaler.transform(train.x_ND), train.labels)
        scores.append([model.score(scaler.transform(part.x_ND), part.labels) for part in others])
    predictions, strength = learners.logistic_regression(*parts)
    best = max(range(len(STRENGTHS)), key=lambda number: scores[number][0])
    assert (STRENGTHS[best], scores[best][1]) == (strength, predictions.score)


def test_neighbours_vote_by_cosine(parts: list[Features]) -> None:
    train, _, test = parts
    scaler = StandardScaler().fit(train.x_ND)
    train_z_ND, test_z_ND = (
        z_ND / np.linalg.norm(z_ND, axis=1, keepdims=True)
        for z_ND in (scaler.transform(train.x_ND), scaler.transform(test.x_ND))
    )
    near_NK = np.argsort(-test_z_ND @ train_z_ND.T, axis=1)[:, : learners.NEIGHBOURS]
    voted_N = [np.bincount(votes).argmax() for votes in train.labels[near_NK]]
    assert np.array_equal(learners.nearest_neighbours(train, test).predicted, voted_N)


def test_one_class_alone_is_refused(parts: list[Features]) -> None:
    parts[0].labels[:] = 1
    with pytest.raises(LabelError, match="expected two classes or more among 120 training samples"):
        learners.logistic_regression(*parts)


def test_folds_score_every_chip_by_a_model_that_did_not_see_it() -> None:
    random = np.random.default_rng(0)
    x_ND, labels_NK = random.normal(size=(24, 6)).astype(np.float32), random.random((24, 3)) < 0.5
    expected_NK = np.zeros((24, 3))
    for train_N, test_N in KFold(learners.TINY_FOLDS, shuffle=True, random_state=5).split(x_ND):
        scaler = StandardScaler().fit(x_ND[train_N])
        for label in range(3):
            model = LogisticRegression(C=learners.TINY_STRENGTH, max_iter=200)
            model.fit(scaler.transform(x_ND[train_N]), labels_NK[train_N, label])
            expected_NK[test_N, label] = model.predict_proba(scaler.transform(x_ND[test_N]))[:, 1]
    assert learners.cross_validated(x_ND, labels_NK, seed=5) == pytest.approx(expected_NK)


def test_separable_points_are_mapped_without_error_and_shuffled_ones_at_chance() -> None:
    random = np.random.default_rng(0)
    labels_N = np.repeat(np.arange(4), 200)
    x_ND = (labels_N[:, None] * 10 + random.normal(size=(800, 3))).astype(np.float32)
    train_N, test_N = np.arange(0, 800, 20), np.arange(1, 800, 2)
    for truth_N, low, high in ((labels_N, 0.99, 1.0), (random.permutation(labels_N), 0.1, 0.3)):
        mapped_N = learners.few_label_map(x_ND[train_N], truth_N[train_N], x_ND[test_N], 0)
        assert low < f1_score(truth_N[test_N], mapped_N, average="macro") <= high


def test_one_point_per_class_is_enough() -> None:
    x_ND = np.array([[0.0], [1.0], [0.1], [0.9]], np.float32)
    assert learners.few_label_map(x_ND[:2], np.array([0, 1]), x_ND[2:], seed=0).tolist() == [0, 1]
