"""What is learnt from frozen features, and how it is scored. Features are standardised by the part that is learnt from.

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
from sklearn.metrics import accuracy_score, average_precision_score, f1_score
from sklearn.model_selection import GridSearchCV, KFold, StratifiedKFold, train_test_split
from sklearn.multiclass import OneVsRestClassifier
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

STRENGTHS = (1e-3, 1e-2, 1e-1, 1.0, 10.0)
"""Of logistic regression (scikit-learn's C) on standardised features: spectra of a few bands want weak regularisation,
hundreds of features want it strong. Without the weak end the floors look worse than they are."""
STEPS = 200  # of its solver: enough for all but the weakest regularisation
VALIDATION = 0.25  # of what is not scored
NEIGHBOURS = 20  # as in DINO's k-NN (Caron et al. 2021)
FOLDS = 3  # to choose the strength from few points
TINY_FOLDS, TINY_STRENGTH = 6, 1e-2
"""With a few dozen chips in all nothing is left to choose a strength on: it is fixed, and folds score every chip."""

Features = NDArray[np.float32]
Labels = NDArray[Any]
Part = NDArray[np.int64]


def held_out_parts(labels_N: Labels, test_N: NDArray[np.bool_], seed: int) -> tuple[Part, Part, Part]:
    """Train, validation (drawn by the seed, each class in proportion) and test (always the same)."""
    rest_N = np.flatnonzero(~test_N)
    train_N, validation_N = train_test_split(rest_N, test_size=VALIDATION, stratify=labels_N[rest_N], random_state=seed)
    return train_N, validation_N, np.flatnonzero(test_N)


def linear_accuracy(x_ND: Features, labels_N: Labels, parts: tuple[Part, Part, Part]) -> float:
    """Accuracy on the test part of the logistic regression whose strength suits the validation part best."""
    train_N, validation_N, test_N = parts
    z_ND = StandardScaler().fit(x_ND[train_N]).transform(x_ND)

    def accuracy(model: LogisticRegression, part_N: Part) -> float:
        return float(accuracy_score(labels_N[part_N], model.predict(z_ND[part_N])))

    with quiet():
        fitted = [LogisticRegression(C=c, max_iter=STEPS).fit(z_ND[train_N], labels_N[train_N]) for c in STRENGTHS]
    return accuracy(max(fitted, key=lambda model: accuracy(model, validation_N)), test_N)


def neighbour_accuracy(x_ND: Features, labels_N: Labels, parts: tuple[Part, Part, Part]) -> float:
    """Accuracy on the test part of the vote of the `NEIGHBOURS` nearest training chips by cosine."""
    train_N, _, test_N = parts
    z_ND = StandardScaler().fit(x_ND[train_N]).transform(x_ND)
    neighbours = KNeighborsClassifier(min(NEIGHBOURS, len(train_N)), metric="cosine")
    neighbours.fit(z_ND[train_N], labels_N[train_N])
    return float(accuracy_score(labels_N[test_N], neighbours.predict(z_ND[test_N])))


def multi_label_precision(x_ND: Features, labels_NK: Labels, seed: int) -> float:
    """Mean average precision (micro) of scores that every chip gets from the folds it is not in."""
    scores_NK = np.zeros(labels_NK.shape)
    folds = KFold(min(TINY_FOLDS, len(x_ND)), shuffle=True, random_state=seed)
    for train_N, test_N in folds.split(x_ND):
        model = make_pipeline(
            StandardScaler(), OneVsRestClassifier(LogisticRegression(C=TINY_STRENGTH, max_iter=STEPS))
        )
        with quiet():
            scores_NK[test_N] = model.fit(x_ND[train_N], labels_NK[train_N]).predict_proba(x_ND[test_N])
    return float(average_precision_score(labels_NK, scores_NK, average="micro"))


def few_label_f1(
    train_ND: Features, train_labels_N: Labels, test_ND: Features, test_labels_N: Labels, seed: int
) -> float:
    """Macro-F1 of the logistic regression whose strength folds of the few points choose."""
    model = make_pipeline(StandardScaler(), LogisticRegression(max_iter=STEPS))
    fewest = int(np.unique(train_labels_N, return_counts=True)[1].min())
    if fewest >= 2:
        folds = StratifiedKFold(min(FOLDS, fewest), shuffle=True, random_state=seed)
        model = GridSearchCV(model, {"logisticregression__C": STRENGTHS}, scoring="f1_macro", cv=folds)
    with quiet():
        mapped_N = model.fit(train_ND, train_labels_N).predict(test_ND)
    return float(f1_score(test_labels_N, mapped_N, average="macro"))


@contextmanager
def quiet() -> Iterator[None]:
    """Without warnings of a solver that stops early, of classes that a fold lacks and of constant features."""
    with warnings.catch_warnings():
        for kind in (ConvergenceWarning, UndefinedMetricWarning, UserWarning):
            warnings.simplefilter("ignore", kind)
        yield
