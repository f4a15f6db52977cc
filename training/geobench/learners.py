"""Nearest neighbours and L-BFGS logistic regression on frozen features, as `training.probes.learners` sets them.

They answer the test part rather than score it, for intervals need the answers. Features are standardised by the
training part.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.multiclass import OneVsRestClassifier
from sklearn.neighbors import NearestNeighbors
from sklearn.preprocessing import StandardScaler

from engine.errors import LabelError
from training.geobench.features import Described
from training.geobench.labelled import Labelled
from training.geobench.scores import Answers, confusion
from training.probes.learners import NEIGHBOURS, STEPS, STRENGTHS, quiet


def neighbours(labelled: Labelled, train: Described, test: Described) -> Answers:
    """The vote of the `NEIGHBOURS` nearest training rows by cosine; with several classes, the share that has each."""
    scaler = StandardScaler().fit(train.x_ND)
    tree = NearestNeighbors(n_neighbors=min(NEIGHBOURS, len(train.x_ND)), metric="cosine")
    tree.fit(scaler.transform(train.x_ND))
    near_NM = tree.kneighbors(scaler.transform(test.x_ND), return_distance=False)
    shares_NK = _each_class(train.labels, labelled.classes)[near_NM].mean(1)
    return _answers(labelled, test, shares_NK if labelled.kind == "multilabel" else shares_NK.argmax(1))


def logistic(labelled: Labelled, train: Described, valid: Described, test: Described) -> tuple[Answers, float]:
    """Logistic regression by L-BFGS, and its strength: that of `STRENGTHS` which suits the validation part best.

    Raises:
        LabelError: the training part shows a single class.
    """
    if labelled.kind != "multilabel" and len(np.unique(train.labels)) < 2:
        raise LabelError(
            f"expected two classes or more among the {train.images} training samples of {labelled.name}; found one",
            "take more of them: another --partition, or --set most=0",
        )
    scaler = StandardScaler().fit(train.x_ND)
    z_ND, valid_z_ND, test_z_ND = (scaler.transform(part.x_ND) for part in (train, valid, test))
    best: tuple[float, float, NDArray[Any]] | None = None
    for strength in STRENGTHS:
        model = LogisticRegression(C=strength, max_iter=STEPS)
        with quiet():
            if labelled.kind == "multilabel":
                fitted = OneVsRestClassifier(model).fit(z_ND, train.labels)
                said, asked = fitted.predict_proba(valid_z_ND), fitted.predict_proba
            else:
                fitted = model.fit(z_ND, train.labels)
                said, asked = fitted.predict(valid_z_ND), fitted.predict
            score = next(iter(_answers(labelled, valid, said).scores().values()))
            if best is None or score > best[0]:
                best = score, strength, asked(test_z_ND)
    assert best is not None  # nosec B101
    return _answers(labelled, test, best[2]), best[1]


def _each_class(labels: NDArray[Any], classes: int) -> NDArray[np.float32]:
    """(N, K): 1 where a row has the class."""
    each_NK: NDArray[np.float32] = labels if labels.ndim == 2 else np.eye(classes, dtype=np.float32)[labels]
    return each_NK.astype(np.float32)


def _answers(labelled: Labelled, part: Described, said: NDArray[Any]) -> Answers:
    if labelled.kind == "segmentation":
        return confusion(part.labels, said, part.image_N, part.images, labelled.classes)
    return Answers(labelled.kind, part.labels, said)
