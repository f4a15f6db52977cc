"""preview: the few-label map of what somebody looks at, from what is kept of earlier looks.

Joins the parts and holds no arithmetic of its own. The labels, the head and the map are those of `classify`: at
step 1 a preview is a part of the whole map, pixel by pixel.
"""

import time
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from affine import Affine

from engine import fewlabel, inference
from engine.classes.legend import Decided
from engine.errors import RequestError
from engine.fewlabel.query import least_certain
from engine.inference import Lattice
from engine.jobs import Report, preview_cache
from engine.jobs.learning import class_rows, learn, unlabelled
from engine.jobs.prepare import shown
from engine.jobs.scene_job import cautions, model_facts
from engine.output import output_names, snapshots
from engine.protocol import PreviewRequest
from engine.scene.raster import Scene

REQUEST = PreviewRequest
PLACES = 100  # cells along the shorter side that tell how far the map is from its labels


def run(request: PreviewRequest, report: Report) -> dict[str, Any]:
    """Write the map of the window and its confidence into the folder `out`, under new names.

    Returns:
        ``{"outputs": {"map", "confidence"}, "extent", "clipped", "step", "classes", "folds", "advice",
        "warnings", "places", "model", "seconds"}``; `places` are x, y in the scene's CRS and the mean confidence
        around. Beside these what `fewlabel.Accuracy.facts` says, for the previewed part.

    Raises:
        EngineError: whatever the scene, the labels, the model, the device or the folder lack.
    """
    _check(request)
    began = time.perf_counter()
    pause = partial(report, 0, 0, "reading the scene")
    pause()
    kept = preview_cache.GALLERY.find(request, pause)
    opened = time.perf_counter()
    with kept.reopened() as source:
        scene = source.scene
        lattice, clipped = shown(request, scene)
        look = partial(kept.look, source, report=report)
        learnt = learn(source, request, look, partial(kept.look_around, source, report), kept.fit)
        fitted = time.perf_counter()
        classes_HW, confidence_HW = inference.glimpse(
            source, kept.pixel_features, learnt.head, lattice, kept.shelf, report
        )
        mapped = time.perf_counter()
        paths = snapshots.write_pair(
            Path(request.out), (scene.crs, _transform(scene, lattice)), classes_HW, confidence_HW, learnt.legend
        )
    validation = learnt.validation
    cells_K = np.bincount(classes_HW.ravel(), minlength=len(learnt.labels.names) + 1)[1:]
    rows, cols = lattice.pixels(0), lattice.pixels(1)
    score = fewlabel.accuracy(validation, learnt.labels.names, cells_K.tolist(), _some(classes_HW, rows, cols))
    found = least_certain(classes_HW, confidence_HW, request.places)
    places = [[*_centre(scene, int(rows[p.row]), int(cols[p.col])), p.confidence] for p in found]
    seconds = {"opening": opened - began, "learning": fitted - opened, "mapping": mapped - fitted}
    seconds["writing"] = time.perf_counter() - mapped
    return {
        "outputs": paths,
        "extent": _extent(scene, lattice),
        "clipped": clipped,
        "step": request.step,
        "classes": class_rows(learnt),
        **score.facts(),
        "folds": validation.folds,
        "trust": dict(validation.trust),
        "advice": list(fewlabel.advice(validation, learnt.labels.names, learnt.labels.pixels)),
        "warnings": [
            *cautions(kept.opened),
            *learnt.labels.warnings,
            *unlabelled(learnt),
            *validation.warnings,
        ],
        "places": places,
        "model": model_facts(kept.opened.loaded),
        "seconds": {name: round(value, 3) for name, value in seconds.items()},
    }


def _check(request: PreviewRequest) -> None:
    if not request.out:
        raise RequestError("no folder was named for the preview", "give 'out'")
    output_names.folder(request.out)
    if request.step < 1 or request.places < 0:
        raise RequestError(
            "expected a step from 1 and places from 0; found {step} and {places}",
            "correct them",
            step=request.step,
            places=request.places,
        )
    Decided(request.values, request.colours).checked()  # an error shows before the work, not after it


def _some(classes_HW: np.ndarray, rows_H: np.ndarray, cols_W: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Rows and columns in the scene of evenly spread cells that hold a class."""
    step = max(1, min(classes_HW.shape) // PLACES)
    down_N, right_N = np.nonzero(classes_HW[::step, ::step])
    return rows_H[::step][down_N], cols_W[::step][right_N]


def _transform(scene: Scene, lattice: Lattice) -> Affine:
    """Cells to the ground."""
    (row, _), (col, _) = lattice.cells
    return scene.transform @ Affine.scale(lattice.step) @ Affine.translation(col, row)


def _extent(scene: Scene, lattice: Lattice) -> list[float]:
    """The ground that the cells cover."""
    to_ground = scene.transform @ Affine.scale(lattice.step)
    rows, cols = lattice.cells
    xs, ys = zip(*(to_ground @ (col, row) for col in cols for row in rows), strict=True)
    return [min(xs), min(ys), max(xs), max(ys)]


def _centre(scene: Scene, row: int, col: int) -> tuple[float, float]:
    x, y = scene.transform @ (col + 0.5, row + 0.5)
    return float(x), float(y)
