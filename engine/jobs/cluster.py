"""cluster: a scene as a map of clusters of alike pixels, a first map without labels.

Joins the parts and holds no arithmetic of its own: that is in `engine.unlabelled.clusters`.
"""

from collections.abc import Iterable
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any

from engine import inference
from engine.classes.legend import Legend
from engine.errors import RequestError
from engine.fewlabel.place_features import OF_ALL
from engine.mapping.cautions import scene_cautions
from engine.mapping.opening import open_without_model
from engine.mapping.provenance import inputs_of, provenance
from engine.mapping.streamed_map import identity
from engine.output import geotiff
from engine.output.output_names import GEOPACKAGE, GEOTIFF, POLYGONS, no_output
from engine.output.polygons import polygonise
from engine.output.regions import class_areas
from engine.output.staging import Outputs
from engine.progress import Report
from engine.protocol import ClusterRequest
from engine.scene.extents import window_of
from engine.unlabelled import clusters
from engine.unlabelled.inside_points import write_inside

REQUEST = ClusterRequest
LEFT_OUT = ("surroundings", "deep")
FEWEST, MOST = 2, 60
"""Clusters. A person names and merges them; and 3,000 pixels of the scene say where they lie."""


def run(request: ClusterRequest, report: Report) -> dict[str, Any]:
    """Write the map and, if asked for, its polygons and points inside its clusters.

    Returns:
        ``{"outputs": {"map", "style", "vector", "points"}, "classes": [{"name", "value", "colour", "share",
        "area_ha"}], "seconds": per stage, "warnings": sentences}``.

    Raises:
        EngineError: whatever the scene, the device or the outputs lack.
    """
    _check(request)
    with Outputs(inputs_of(request), request.overwrite, resumable=True) as outputs:
        staged = outputs.stage(request.out, GEOTIFF)
        vector = outputs.stage_if_asked(request.vector, POLYGONS)
        points = outputs.stage_if_asked(request.points, GEOPACKAGE)
        with open_without_model(request, partial(report, 0, 0, "reading the scene")) as opened:
            source = opened.source
            outputs.protect(source.scene.files)
            window = window_of(request.extent, source.scene)
            features = inference.describe_pixels(source)
            seen = inference.overview(source, features, report, groups_of(features.groups))
            report(0, 0, "comparing")
            head, shares = clusters.learn(seen.groups, request.clusters)
            legend = Legend.of([f"cluster {number}" for number, _ in enumerate(shares, 1)])
            note = outputs.resume(identity(request, opened, taught_by_scene=head))
            tags = provenance(request, opened)
            with geotiff.class_map(staged, source.scene, window, legend, tags, resumable=True) as file:
                sink = geotiff.ClassSink(file, legend=legend)
                seconds = inference.classify(source, features, head.to(source.device), window, sink, report)
            cautions = scene_cautions(opened)
        areas = class_areas(staged, legend.name_of())
        if vector:
            polygonise(staged, None, vector, legend, report)
        if points:
            write_inside(staged, legend, points, report)
    return {
        "outputs": {
            "map": request.out,
            "style": str(Path(request.out).with_suffix(".qml")),
            **{name: path for name in ("vector", "points") if (path := getattr(request, name))},
        },
        "classes": [
            {"name": area.name, "value": area.value, "colour": colour, "share": area.share, "area_ha": area.hectares}
            for area, colour in zip(areas, legend.colours, strict=True)
        ],
        "seconds": asdict(seconds),
        "warnings": [*filter(None, [note]), *cautions],
    }


def groups_of(groups: Iterable[str]) -> tuple[str, ...]:
    """The groups of features that clusters are made of: with the surroundings they are no better, and slower."""
    return tuple(name for name in groups if name.removeprefix(OF_ALL) not in LEFT_OUT)


def _check(request: ClusterRequest) -> None:
    if not request.out:
        raise no_output(request)
    if not FEWEST <= request.clusters <= MOST:
        raise RequestError(
            "expected {fewest} to {most} clusters; found {count}",
            "give --classes 12",
            fewest=FEWEST,
            most=MOST,
            count=request.clusters,
        )
