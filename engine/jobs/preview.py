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
from engine.classes.legend import LegendChoices
from engine.errors import RequestError
from engine.fewlabel.active_learning import in_the_midst, least_certain
from engine.fewlabel.fitting import LEAST_UNLIKE
from engine.fewlabel.heads import JudgingHead
from engine.inference import DecimatedGrid
from engine.jobs.prepare import decimate_view
from engine.mapping import preview_cache
from engine.mapping.cautions import cautions
from engine.mapping.learning import FittedHead, class_rows, learn, unlabelled
from engine.mapping.provenance import model_facts
from engine.output import output_names, snapshots
from engine.progress import Report
from engine.protocol import PreviewRequest
from engine.scene.raster import Scene

REQUEST = PreviewRequest
PLACES = 100  # cells along the shorter side that tell how far the map is from its labels


def run(request: PreviewRequest, report: Report) -> dict[str, Any]:
    """Write the map of the window and its confidence into the folder `out`, under new names.

    Returns:
        ``{"outputs": {"map", "confidence"}, "hatch", "extent", "clipped", "step", "classes", "folds", "advice",
        "warnings", "places", "model", "seconds"}``; `places` are x, y in the scene's CRS and the mean confidence
        around. Where a part is unlike all labels, "hatched" among the outputs is the map with lines over that part,
        and `hatch` the lines' value; else it is None. Beside these what `fewlabel.Accuracy.facts` says, for the
        previewed part.

    Raises:
        EngineError: whatever the scene, the labels, the model, the device or the folder lack.
    """
    _check(request)
    began = time.perf_counter()
    pause = partial(report, 0, 0, "reading the scene")
    pause()
    kept = preview_cache.SCENES.find(request, pause)
    opened = time.perf_counter()
    with kept.reopened() as source:
        scene = source.scene
        decimated, clipped = decimate_view(request, scene)
        look = partial(kept.look, source, report=report)
        fitted_head = learn(source, request, look, partial(kept.look_around, source, report), kept.fit)
        fitted = time.perf_counter()
        validation, legend = fitted_head.validation, fitted_head.legend
        head = fitted_head.head if validation.limit is None else JudgingHead(fitted_head.head, validation.limit)
        classes_HW, confidence_HW, *unlike = inference.preview_map(
            source, kept.pixel_features, head, decimated, kept.cache, report
        )
        mapped = time.perf_counter()
        corner = (decimated.cells[0][0], decimated.cells[1][0])
        hatched = snapshots.Hatched.of(classes_HW, unlike[0] > 1, corner, legend) if unlike else None
        paths = snapshots.write(
            Path(request.out), (scene.crs, _transform(scene, decimated)), classes_HW, confidence_HW, legend, hatched
        )
    cells_K = np.bincount(classes_HW.ravel(), minlength=len(fitted_head.labels.names) + 1)[1:]
    rows, cols = decimated.pixels(0), decimated.pixels(1)
    score = fewlabel.accuracy(validation, fitted_head.labels.names, cells_K.tolist(), _some(classes_HW, rows, cols))
    first = _unlike(kept, validation, rows, cols)
    found = least_certain(classes_HW, confidence_HW, request.places, first)
    seconds = {"opening": opened - began, "learning": fitted - opened, "mapping": mapped - fitted}
    seconds["writing"] = time.perf_counter() - mapped
    return {
        "outputs": paths,
        "hatch": hatched.value if hatched else None,
        "extent": _extent(scene, decimated),
        "clipped": clipped,
        "step": request.step,
        **score.facts(),
        **_taught(kept, fitted_head),
        "places": [[*_centre(scene, int(rows[p.row]), int(cols[p.col])), p.confidence] for p in found],
        "model": model_facts(kept.opened.loaded),
        "seconds": {name: round(value, 3) for name, value in seconds.items()},
    }


def _taught(kept: preview_cache.CachedScene, fitted_head: FittedHead) -> dict[str, Any]:
    """What is told of the classes, of how they were learnt, and of what to do next."""
    labels, validation = fitted_head.labels, fitted_head.validation
    return {
        "classes": class_rows(fitted_head),
        "folds": validation.folds,
        "trust": dict(validation.trust),
        "advice": list(fewlabel.advice(validation, labels.names, labels.pixels)),
        "warnings": [
            *cautions(kept.opened),
            *labels.warnings,
            *unlabelled(fitted_head),
            *validation.warnings,
        ],
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
    LegendChoices(request.values, request.colours).validated()  # an error shows before the work, not after it


def _some(classes_HW: np.ndarray, rows_H: np.ndarray, cols_W: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Rows and columns in the scene of evenly spread cells that hold a class."""
    step = max(1, min(classes_HW.shape) // PLACES)
    down_N, right_N = np.nonzero(classes_HW[::step, ::step])
    return rows_H[::step][down_N], cols_W[::step][right_N]


def _unlike(
    kept: preview_cache.CachedScene, validation: fewlabel.Validation, rows_H: np.ndarray, cols_W: np.ndarray
) -> tuple[int, int] | None:
    """The cell of the map in the midst of what is unlike all labels; None if that is little or elsewhere."""
    around = kept.overview
    if around is None or (validation.unlike or 0) < LEAST_UNLIKE:
        return None
    ends = ((around.rows_P, rows_H), (around.cols_P, cols_W))
    here_P = np.logical_and.reduce([(at_P >= cells[0]) & (at_P <= cells[-1]) for at_P, cells in ends])
    at_2P = np.stack([at_P for at_P, _ in ends])[:, here_P & (validation.unlike_P > 1)]
    if not at_2P.shape[1]:
        return None
    row, col = in_the_midst(at_2P)
    return int(np.searchsorted(rows_H, row)), int(np.searchsorted(cols_W, col))


def _transform(scene: Scene, decimated: DecimatedGrid) -> Affine:
    """Cells to the ground."""
    (row, _), (col, _) = decimated.cells
    return scene.transform @ Affine.scale(decimated.step) @ Affine.translation(col, row)


def _extent(scene: Scene, decimated: DecimatedGrid) -> list[float]:
    """The ground that the cells cover."""
    to_ground = scene.transform @ Affine.scale(decimated.step)
    rows, cols = decimated.cells
    xs, ys = zip(*(to_ground @ (col, row) for col in cols for row in rows), strict=True)
    return [min(xs), min(ys), max(xs), max(ys)]


def _centre(scene: Scene, row: int, col: int) -> tuple[float, float]:
    x, y = scene.transform @ (col + 0.5, row + 0.5)
    return float(x), float(y)
