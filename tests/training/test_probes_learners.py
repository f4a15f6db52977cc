"""What is learnt from features agrees with the plain way to write it, and nothing is learnt from noise."""

import numpy as np
import pytest
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score
from sklearn.model_selection import KFold
from sklearn.preprocessing import StandardScaler

from training.probes import learners


@pytest.fixture
def blobs() -> tuple[np.ndarray, np.ndarray]:
    """300 points (300, 5) around one centre for each of three classes, with their classes."""
    random = np.random.default_rng(0)
    labels_N = np.repeat(np.arange(3), 100)
    return (random.normal(size=(3, 5))[labels_N] * 1.5 + random.normal(size=(300, 5))).astype(np.float32), labels_N


def test_parts_are_disjoint_stratified_and_only_the_test_part_is_fixed(blobs: tuple[np.ndarray, np.ndarray]) -> None:
    labels_N, test_N = blobs[1], np.arange(300) % 3 == 0
    train_N, validation_N, scored_N = learners.held_out_parts(labels_N, test_N, seed=0)
    assert sorted([*train_N, *validation_N, *scored_N]) == list(range(300))
    assert np.array_equal(scored_N, np.flatnonzero(test_N))
    assert np.ptp(np.bincount(labels_N[validation_N])) <= 1
    assert not np.array_equal(train_N, learners.held_out_parts(labels_N, test_N, seed=1)[0])


def test_linear_accuracy_is_that_of_the_strength_which_validation_prefers(
    blobs: tuple[np.ndarray, np.ndarray],
) -> None:
    x_ND, labels_N = blobs
    parts = train_N, validation_N, test_N = learners.held_out_parts(labels_N, np.arange(300) % 3 == 0, seed=0)
    scaler = StandardScaler().fit(x_ND[train_N])
    scores = []
    for strength in learners.STRENGTHS:
        model = LogisticRegression(C=strength, max_iter=learners.STEPS)
        model.fit(scaler.transform(x_ND[train_N]), labels_N[train_N])
        scores.append([model.score(scaler.transform(x_ND[part]), labels_N[part]) for part in (validation_N, test_N)])
    assert learners.linear_accuracy(x_ND, labels_N, parts) == pytest.approx(max(scores, key=lambda pair: pair[0])[1])


def test_neighbours_vote_by_cosine(blobs: tuple[np.ndarray, np.ndarray]) -> None:
    x_ND, labels_N = blobs
    parts = train_N, _, test_N = learners.held_out_parts(labels_N, np.arange(300) % 3 == 0, seed=0)
    z_ND = StandardScaler().fit(x_ND[train_N]).transform(x_ND)
    z_ND /= np.linalg.norm(z_ND, axis=1, keepdims=True)
    near_NK = np.argsort(-z_ND[test_N] @ z_ND[train_N].T, axis=1)[:, : learners.NEIGHBOURS]
    voted_N = [np.bincount(votes).argmax() for votes in labels_N[train_N][near_NK]]
    assert learners.neighbour_accuracy(x_ND, labels_N, parts) == pytest.approx(np.mean(voted_N == labels_N[test_N]))


def test_multi_label_precision_scores_every_chip_by_a_model_that_did_not_see_it() -> None:
    random = np.random.default_rng(0)
    x_ND, labels_NK = random.normal(size=(24, 6)).astype(np.float32), random.random((24, 3)) < 0.5
    scores_NK = np.zeros((24, 3))
    for train_N, test_N in KFold(learners.TINY_FOLDS, shuffle=True, random_state=5).split(x_ND):
        scaler = StandardScaler().fit(x_ND[train_N])
        for label in range(3):
            model = LogisticRegression(C=learners.TINY_STRENGTH, max_iter=learners.STEPS)
            model.fit(scaler.transform(x_ND[train_N]), labels_NK[train_N, label])
            scores_NK[test_N, label] = model.predict_proba(scaler.transform(x_ND[test_N]))[:, 1]
    expected = average_precision_score(labels_NK.ravel(), scores_NK.ravel())
    assert learners.multi_label_precision(x_ND, labels_NK, seed=5) == pytest.approx(expected)


def test_separable_points_are_mapped_without_error_and_shuffled_ones_at_chance() -> None:
    random = np.random.default_rng(0)
    labels_N = np.repeat(np.arange(4), 200)
    x_ND = (labels_N[:, None] * 10 + random.normal(size=(800, 3))).astype(np.float32)
    train_N, test_N = np.arange(0, 800, 20), np.arange(1, 800, 2)
    assert learners.few_label_f1(x_ND[train_N], labels_N[train_N], x_ND[test_N], labels_N[test_N], 0) > 0.99
    labels_N = random.permutation(labels_N)
    chance = learners.few_label_f1(x_ND[train_N], labels_N[train_N], x_ND[test_N], labels_N[test_N], 0)
    assert chance == pytest.approx(0.2, abs=0.1)


def test_one_point_per_class_is_enough() -> None:
    x_ND = np.array([[0.0], [1.0], [0.1], [0.9]], np.float32)
    assert learners.few_label_f1(x_ND[:2], np.array([0, 1]), x_ND[2:], np.array([0, 1]), seed=0) == 1
