"""hits: where a map of values that is there reaches a threshold, as polygons or points with a score.

Joins the parts and holds no arithmetic of its own: that is in `engine.output.hits`.
"""

import math
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import rasterio

from engine.errors import RequestError, SceneError
from engine.gdal import gdal_names
from engine.gdal.dataset import opened
from engine.output.hits import write_hits
from engine.output.output_names import POLYGONS, no_output
from engine.output.staging import Outputs
from engine.progress import Report
from engine.protocol import HITS, HitsRequest
from engine.words import say

REQUEST = HitsRequest


def run(request: HitsRequest, report: Report) -> dict[str, Any]:
    """Write the hits; the scene that the map was made of is not needed.

    Returns:
        ``{"outputs": {"hits"}, "hits": their number, "share": that of the map's pixels which are hits, "threshold",
        "warnings": sentences}``.

    Raises:
        EngineError: the map cannot be used, or the file cannot be written.
    """
    if not request.out:
        raise no_output(request)
    require_sound(request.threshold, request.hits_as)
    with Outputs([request.map], request.overwrite) as outputs:
        staged = outputs.stage(request.out, POLYGONS)
        with open_values(request.map) as values:
            outputs.protect(map(Path, values.files))
        path = Path(gdal_names.spelled(request.map))
        count, share = write_hits(path, request.threshold, staged, report, as_points=request.hits_as == "points")
    told = {"hits": count, "share": share, "threshold": request.threshold, "warnings": []}
    return {"outputs": {"hits": request.out}, **told}


def require_sound(threshold: float, hits_as: str) -> None:
    """Return if hits can be asked for like this.

    Raises:
        RequestError: they cannot.
    """
    if not math.isfinite(threshold):
        raise RequestError("expected a number for --threshold", "give --threshold 0.5")
    if hits_as not in HITS:
        raise RequestError(
            "expected hits as {kinds}; found '{kind}'",
            "give one of them to --hits-as",
            kinds=say("polygons or points"),
            kind=hits_as,
        )


@contextmanager
def open_values(name: str) -> Iterator[rasterio.DatasetReader]:
    """The open map of values called `name`.

    Raises:
        SceneError: there is none, or it is not one band of fractions.
    """
    with opened(name) as source:
        kind = np.dtype(source.dtypes[0])
        if source.count != 1 or kind.kind != "f":
            raise SceneError(
                "expected a map of values, one band of fractions; {name} has bands: {count}, of {kind}",
                "give a map that `engine similar`, `engine change` or `engine regress` wrote with --out",
                name=gdal_names.short(name),
                count=source.count,
                kind=kind.name,
            )
        yield source
