"""similar: how like one or a few places each pixel of a scene is, as a map, and what reaches a threshold as hits.

Joins the parts and holds no arithmetic of its own: that is in `engine.unlabelled.alike`.
"""

import math
from dataclasses import asdict, replace
from functools import partial
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from engine import inference
from engine.errors import RequestError
from engine.fewlabel.features import PixelFeatures
from engine.inference import DecimatedGrid, Source
from engine.jobs.grow import pixel_at
from engine.jobs.hits import require_sound
from engine.mapping import preview_cache
from engine.mapping.cautions import scene_cautions
from engine.mapping.preview_cache import SeenScene
from engine.mapping.provenance import inputs_of, provenance
from engine.mapping.streamed_map import identity
from engine.output import geotiff
from engine.output.hits import write_hits
from engine.output.output_names import GEOTIFF, POLYGONS, no_output
from engine.output.staging import Outputs
from engine.progress import Report
from engine.protocol import SimilarRequest
from engine.scene.extents import window_of
from engine.scene.raster import Scene
from engine.scene.windows import Window, area
from engine.unlabelled import alike
from engine.unlabelled.alike import SimilarityHead

REQUEST = SimilarRequest
MOST_KEPT_PX = 768 * 768
"""Pixels of a part of a scene that is mapped from memory: what the dock asks for with each click."""
MOST_PLACES = 100
"""Their pixels are nodes of the graph of `engine.unlabelled.alike`, whose equations take the cube of their number."""
AROUND_PX = 1
"""An example is its pixel and those so near it: one pixel alone may be noise."""

Indices = NDArray[np.int64]


def run(request: SimilarRequest, report: Report) -> dict[str, Any]:
    """Write the map and, if asked for, the hits.

    Returns:
        ``{"outputs": {"values", "style", "hits"}, "warnings": sentences}``; with hits also "hits", their number,
        "share", that of the map's pixels which are hits, and "threshold"; of a map that is streamed also "seconds" per
        stage.

    Raises:
        EngineError: whatever the scene, the places, the device or the outputs lack.
    """
    _check(request)
    with Outputs(inputs_of(request), request.overwrite, resumable=True) as outputs:
        staged = outputs.stage(request.out, GEOTIFF)
        hits = outputs.stage_if_asked(request.hits, POLYGONS)
        pause = partial(report, 0, 0, "reading the scene")
        pause()
        kept = preview_cache.SCENES.find_without_model(request, pause)
        with kept.reopened() as source:
            opened = replace(kept.opened, source=source)
            outputs.protect(source.scene.files)
            window = window_of(request.extent, source.scene)
            places = pixels_of(request, source.scene)
            looked = look_at(source, kept.pixel_features, *places, report)
            seen = kept.look_around(source, report)
            report(0, 0, "comparing")
            head = alike.learn(seen.groups, *looked).to(source.device)
            note = outputs.resume(identity(request, opened, taught_by_scene=head))
            tags = provenance(request, opened)
            with geotiff.value_map(staged, source.scene, window, "similarity", tags, resumable=True) as file:
                sink = geotiff.ValueSink(file)
                seconds = None
                if request.extent is not None and area(window) <= MOST_KEPT_PX:
                    _map_from_memory(source, kept, head, window, sink, report)
                else:
                    seconds = inference.regress(source, kept.pixel_features, head, window, sink, report)
            style = geotiff.write_value_qml(staged, 0.0, 1.0)
            cautions = scene_cautions(opened)
        found = (
            write_hits(staged, request.threshold, hits, report, as_points=request.hits_as == "points") if hits else None
        )
    return {
        "outputs": {
            "values": request.out,
            "style": str(Path(request.out).with_name(style.name)),
            **({"hits": request.hits} if request.hits else {}),
        },
        **({"hits": found[0], "share": found[1], "threshold": request.threshold} if found else {}),
        **({"seconds": asdict(seconds)} if seconds else {}),
        "warnings": [*filter(None, [note]), *cautions],
    }


def _map_from_memory(
    source: Source, kept: SeenScene, head: SimilarityHead, window: Window, sink: geotiff.ValueSink, report: Report
) -> None:
    """Map a part of the scene from the features of its pixels, which are kept: the next examples are asked for soon."""
    decimated = DecimatedGrid.over(window, 1, (source.scene.height, source.scene.width))
    values_HW = inference.preview_values(source, kept.pixel_features, head, decimated, kept.cache, report)
    first = sink.next_row(window[1])
    if first < window[0][1]:
        sink.write(first, window[1][0], values_HW[first - window[0][0] :])


def look_at(
    source: Source, features: PixelFeatures, rows_E: Indices, cols_E: Indices, like_E: Tensor, report: Report
) -> tuple[dict[str, Tensor], Tensor]:
    """Features (N, D) by group of some pixels and of those around them, and which of them are of examples (N,).

    Args:
        source: the scene.
        features: how its pixels are described.
        rows_E: of the pixels.
        cols_E: likewise.
        like_E: false for counter-examples.
        report: see `engine.progress.Report`.

    Raises:
        RequestError: one of the pixels is nodata.
        Cancelled, SceneError: as `inference.sample`.
    """
    rows_N, cols_N, place_N = _with_neighbours(source.scene, rows_E, cols_E)
    found, valid_N = inference.sample(source, features, rows_N, cols_N, report)
    if not bool(valid_N[: len(rows_E)].all()):
        place = int((~valid_N).nonzero()[0])
        x, y = source.scene.transform @ (int(cols_E[place]) + 0.5, int(rows_E[place]) + 0.5)
        raise RequestError(
            "the scene has no data at {x:.10g}, {y:.10g}, where an example lies",
            "click on a place with data",
            x=x,
            y=y,
        )
    return {name: x_ND[valid_N] for name, x_ND in found.items()}, like_E[place_N][valid_N]


def _with_neighbours(scene: Scene, rows_E: Indices, cols_E: Indices) -> tuple[Indices, Indices, Indices]:
    """Rows and columns of the pixels and, after them, of their neighbours in the scene; and whose they are (N,)."""
    reach = range(-AROUND_PX, AROUND_PX + 1)
    steps = sorted(product(reach, reach), key=lambda step: step != (0, 0))
    rows_N, cols_N = (
        np.concatenate([at_E + step[axis] for step in steps]) for axis, at_E in enumerate((rows_E, cols_E))
    )
    inside_N = (rows_N >= 0) & (rows_N < scene.height) & (cols_N >= 0) & (cols_N < scene.width)
    return rows_N[inside_N], cols_N[inside_N], np.tile(np.arange(len(rows_E)), len(steps))[inside_N]


def pixels_of(request: SimilarRequest, scene: Scene) -> tuple[Indices, Indices, Tensor]:
    """Rows and columns (E,) of the places, and which of them are examples.

    Raises:
        RequestError: one lies outside, or is an example and a counter-example.
    """
    like, unlike = ([pixel_at(scene, *place) for place in places] for places in (request.at, request.unlike))
    if both := set(like) & set(unlike):
        row, col = min(both)
        x, y = scene.transform @ (col + 0.5, row + 0.5)
        raise RequestError(
            "the pixel at {x:.10g}, {y:.10g} is an example and a counter-example", "leave one of them out", x=x, y=y
        )
    like, unlike = list(dict.fromkeys(like)), list(dict.fromkeys(unlike))
    rows_E, cols_E = np.array([*like, *unlike], np.int64).T
    return rows_E, cols_E, torch.arange(len(rows_E)) < len(like)


def _check(request: SimilarRequest) -> None:
    if not request.out:
        raise no_output(request)
    if not request.at:
        raise RequestError("no example was given", "give a place in the scene's CRS: --at 500100,5799900")
    places = (*request.at, *request.unlike)
    if any(len(place) != 2 or not all(map(math.isfinite, place)) for place in places):
        raise RequestError("expected places as pairs of numbers", "give --at X,Y")
    if len(places) > MOST_PLACES:
        raise RequestError(
            "expected at most {most} examples; found {count}",
            "leave some out, or label classes and use `engine classify`",
            most=MOST_PLACES,
            count=len(places),
        )
    require_sound(request.threshold, request.hits_as)
