"""What is learnt from frozen features. Features are standardised by the part that is learnt from.

The only module that imports scikit-learn. Everything random is drawn from the seed.
"""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.exceptions import ConvergenceWarning, UndefinedMetricWarning
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GridSearchCV, KFold, StratifiedKFold, train_test_split
from sklearn.multiclass import OneVsRestClassifier
from sklearn.neighbors import NearestNeighbors
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from engine.errors import LabelError
from training.evaluate.features import Features
from training.evaluate.predictions import Predictions, of_pixels
from training.finetune.linear_head import ITERATIONS, STRENGTHS

VALIDATION = 0.25  # of what is not scored
NEIGHBOURS = 20  # as in DINO's k-NN (Caron et al. 2021)
FOLDS = 3  # to choose the strength from few points
TINY_FOLDS, TINY_STRENGTH = 6, 1e-2
"""With a few dozen chips nothing is left to choose a strength on: it is fixed, and folds score every chip."""

Labels = NDArray[Any]
Index = NDArray[np.int64]


def split_off_validation(labels_N: Labels, seed: int) -> tuple[Index, Index]:
    """Rows to learn from and rows to choose a strength by, each class in proportion."""
    train_N, valid_N = train_test_split(
        np.arange(len(labels_N)), test_size=VALIDATION, stratify=labels_N, random_state=seed
    )
    return train_N, valid_N


def nearest_neighbours(train: Features, test: Features) -> Predictions:
    """The vote of the `NEIGHBOURS` nearest training rows by cosine; with several classes, the share that has each."""
    scaler = StandardScaler().fit(train.x_ND)
    tree = NearestNeighbors(n_neighbors=min(NEIGHBOURS, len(train.x_ND)), metric="cosine")
    tree.fit(scaler.transform(train.x_ND))
    near_NM = tree.kneighbors(scaler.transform(test.x_ND), return_distance=False)
    each_NK = train.labels if train.labels.ndim == 2 else np.eye(train.classes, dtype=np.float32)[train.labels]
    shares_NK = each_NK.astype(np.float32)[near_NM].mean(1)
    return _predictions(test, shares_NK if train.kind == "multilabel" else shares_NK.argmax(1))


def logistic_regression(train: Features, valid: Features, test: Features) -> tuple[Predictions, float]:
    """Logistic regression by L-BFGS, and its strength: the one of `STRENGTHS` that suits the validation part best.

    Raises:
        LabelError: the training part shows a single class.
    """
    if train.kind != "multilabel" and len(np.unique(train.labels)) < 2:
        raise LabelError(
            f"expected two classes or more among {train.images} training samples; found one",
            "take more of them: another --partition, or --set most=0",
        )
    scaler = StandardScaler().fit(train.x_ND)
    z_ND, valid_z_ND, test_z_ND = (scaler.transform(part.x_ND) for part in (train, valid, test))
    best: tuple[float, float, NDArray[Any]] | None = None
    for strength in STRENGTHS:
        model = LogisticRegression(C=strength, max_iter=ITERATIONS)
        with _quiet():
            if train.kind == "multilabel":
                predict = OneVsRestClassifier(model).fit(z_ND, train.labels).predict_proba
            else:
                predict = model.fit(z_ND, train.labels).predict
            score = _predictions(valid, predict(valid_z_ND)).score
            if best is None or score > best[0]:
                best = score, strength, predict(test_z_ND)
    assert best is not None  # nosec B101
    return _predictions(test, best[2]), best[1]


def cross_validated(x_ND: NDArray[np.float32], labels_NK: Labels, seed: int) -> NDArray[np.float64]:
    """Probabilities (N, K) of several classes for a few chips, each by a fit to the folds that it is not in."""
    probability_NK = np.zeros(labels_NK.shape)
    folds = KFold(min(TINY_FOLDS, len(x_ND)), shuffle=True, random_state=seed)
    for train_N, test_N in folds.split(x_ND):
        model = make_pipeline(
            StandardScaler(), OneVsRestClassifier(LogisticRegression(C=TINY_STRENGTH, max_iter=ITERATIONS))
        )
        with _quiet():
            probability_NK[test_N] = model.fit(x_ND[train_N], labels_NK[train_N]).predict_proba(x_ND[test_N])
    return probability_NK


def few_label_map(train_ND: NDArray[np.float32], labels_N: Labels, test_ND: NDArray[np.float32], seed: int) -> Labels:
    """Classes (M,) by the logistic regression whose strength folds of the few labelled pixels choose."""
    model = make_pipeline(StandardScaler(), LogisticRegression(max_iter=ITERATIONS))
    fewest = int(np.unique(labels_N, return_counts=True)[1].min())
    if fewest >= 2:
        folds = StratifiedKFold(min(FOLDS, fewest), shuffle=True, random_state=seed)
        model = GridSearchCV(model, {"logisticregression__C": STRENGTHS}, scoring="f1_macro", cv=folds)
    with _quiet():
        predicted_M: Labels = model.fit(train_ND, labels_N).predict(test_ND)
    return predicted_M


def _predictions(part: Features, predicted: NDArray[Any]) -> Predictions:
    if part.kind == "segmentation":
        return of_pixels(part.labels, predicted, part.image_N, part.images, part.classes)
    return Predictions(part.kind, part.labels, predicted)


@contextmanager
def _quiet() -> Iterator[None]:
    """Without warnings of a solver that stops early, of classes that a fold lacks and of constant features."""
    with warnings.catch_warnings():
        for kind in (ConvergenceWarning, UndefinedMetricWarning, UserWarning):
            warnings.simplefilter("ignore", kind)
        yield
