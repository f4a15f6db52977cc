"""A random forest or an SVM on the spectra of a scene, as dzetsaka and SCP run them: all pixels in memory.

    python benchmarks/classical.py forest|svm SCENE LABELS MAP.tif

Learns from the pixels under points or in polygons with a field "class"; the SVM chooses its width and penalty by
cross-validation, as dzetsaka does. One process of its own for `benchmarks/commands.py`, which times it.
"""

import json
import sys
import time

import geopandas
import numpy as np
import rasterio
from rasterio.features import rasterize
from sklearn.base import ClassifierMixin
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import GridSearchCV
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC

TREES = 300
MOST = 2000
"""Pixels that the SVM learns from: with all of some polygons, the search alone takes minutes."""
GRID = {"svc__C": (1, 10, 100), "svc__gamma": (0.01, 0.1, 1)}


def learner(kind: str, features: int) -> ClassifierMixin:
    if kind == "forest":
        return RandomForestClassifier(TREES, n_jobs=-1, random_state=0)
    grid = {name: [value / (features if "gamma" in name else 1) for value in values] for name, values in GRID.items()}
    return GridSearchCV(make_pipeline(StandardScaler(), SVC()), grid, cv=3, n_jobs=-1)


def main(kind: str, scene: str, labels: str, out: str) -> None:
    began, seconds = time.perf_counter(), {}

    def lap(name: str) -> None:
        nonlocal began
        seconds[name], began = round(time.perf_counter() - began, 2), time.perf_counter()

    with rasterio.open(scene) as source:
        x_NC = source.read().reshape(source.count, -1).T.astype(np.float32)
        profile, shape, transform = source.profile, source.shape, source.transform
    lap("read")
    table = geopandas.read_file(labels)
    names = sorted(table["class"].unique())
    shapes = zip(table.geometry, table["class"].map(names.index) + 1, strict=True)
    y_N = rasterize(shapes, shape, transform=transform, dtype="uint8").ravel()
    at_M = np.flatnonzero(y_N)
    if kind == "svm" and len(at_M) > MOST:
        at_M = np.random.default_rng(0).choice(at_M, MOST, replace=False)
    fitted = learner(kind, x_NC.shape[1]).fit(x_NC[at_M], y_N[at_M])
    lap("learning")
    mapped = fitted.predict(x_NC).reshape(shape)
    lap("mapping")
    with rasterio.open(out, "w", **{**profile, "count": 1, "dtype": "uint8"}) as target:
        target.write(mapped, 1)
    lap("writing")
    print(json.dumps({"seconds": seconds, "learnt_from": len(at_M)}))


if __name__ == "__main__":
    main(*sys.argv[1:])
