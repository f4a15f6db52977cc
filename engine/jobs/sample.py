"""sample: pixels of a map, drawn at random within its classes, for a person to say what is truly there.

Joins the parts and holds no arithmetic of its own (that is in `engine.accuracy`).
"""

import math
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine import __version__
from engine.accuracy import class_raster, design, sample_file
from engine.accuracy.class_raster import Population
from engine.errors import RequestError
from engine.gdal import gdal_names
from engine.output.output_names import GEOPACKAGE, no_output
from engine.output.staging import Outputs
from engine.progress import Report
from engine.protocol import SampleRequest

REQUEST = SampleRequest
WORST, BEST = 0.5, 0.99
"""User's accuracies between which a class is planned for: with 1 a class would need no points at all."""


def run(request: SampleRequest, report: Report) -> dict[str, Any]:
    """Draw the sample and write it.

    Returns:
        ``{"outputs": {"sample"}, "points", "standard_error": what is expected of it, "classes": [{"name", "value",
        "colour", "pixels", "share", "points"}], "seed"}``.

    Raises:
        EngineError: the map cannot be used, the wishes cannot be met, or the file cannot be written.
    """
    _check(request)
    with Outputs([request.map], request.overwrite) as outputs:
        staged = outputs.stage(request.out, GEOPACKAGE)
        with class_raster.open_map(request.map) as source:
            population = class_raster.survey(source, gdal_names.short(request.map), report)
            expected_S = _expected(request.anticipated, population)
            points_S = _points(request, population, expected_S)
            drawn = class_raster.draw(source, population, points_S.tolist(), request.seed, report)
            error = design.anticipated_error(population.stratum_shares, population.stratum_pixels, expected_S, points_S)
            facts = {
                "map": gdal_names.short(request.map),
                "map_sha256": population.digest,
                "points": len(drawn.stratum_N),
                "seed": request.seed,
                "anticipated_standard_error": f"{error:.6g}",
                "created": datetime.now(UTC).isoformat(timespec="seconds"),
                "version": __version__,
            }
            sample_file.write(staged, gdal_names.short(request.out), source, population, drawn, facts)
    return {
        "outputs": {"sample": request.out},
        "points": int(points_S.sum()),
        "standard_error": error,
        "classes": _classes(population, points_S),
        "seed": request.seed,
    }


def _check(request: SampleRequest) -> None:
    if not request.out:
        raise no_output(request)
    if not math.isfinite(request.standard_error) or not 0 < request.standard_error < 0.5:
        raise RequestError(
            "expected a standard error between 0 and 0.5; found {error:g}",
            "give --standard-error 0.02 for an interval of about 4 points to either side",
            error=request.standard_error,
        )
    if request.points < 0 or request.seed < 0:
        raise RequestError("expected whole numbers from 0 on for --points and --seed", "leave them out")


def _expected(said: Mapping[str, float], population: Population) -> NDArray[np.float64]:
    """User's accuracy that is expected of each class."""
    names = [stratum.name for stratum in population.strata]
    if unknown := [name for name in said if name not in names]:
        raise RequestError(
            "the map has no class {name}",
            "its classes are {names}",
            name=unknown[0],
            names=", ".join(names),
        )
    if wrong := [share for share in said.values() if not 0 <= share <= 1]:
        raise RequestError(
            "expected accuracies from 0 to 1; found {share:g}",
            "give --anticipated water=0.9,forest=0.7",
            share=wrong[0],
        )
    return np.clip([said.get(name, design.ANTICIPATED) for name in names], WORST, BEST)


def _points(request: SampleRequest, population: Population, expected_S: NDArray[np.float64]) -> NDArray[np.int64]:
    """Points of each class."""
    share_S, pixels_S = population.stratum_shares, population.stratum_pixels
    count = request.points or design.points_for(share_S, pixels_S, expected_S, request.standard_error)
    return design.allocate(count, share_S, pixels_S)


def _classes(population: Population, points_S: NDArray[np.int64]) -> list[dict[str, Any]]:
    return [
        {
            "name": stratum.name,
            "value": stratum.value,
            "colour": stratum.colour,
            "pixels": stratum.pixels,
            "share": share,
            "points": points,
        }
        for stratum, share, points in zip(
            population.strata, population.stratum_shares.tolist(), points_S.tolist(), strict=True
        )
    ]
