"""What an answered sample says of one map: accuracies, the error matrix and areas, and what to beware of.

Joins the sample with the map and asks `estimators`; writes nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor

import numpy as np
import pyproj
import shapely
from numpy.typing import NDArray
from rasterio import DatasetReader

from engine.accuracy.class_raster import Population, values_at
from engine.accuracy.estimators import Estimate, StratifiedSample
from engine.accuracy.sample_file import SampleFile, changed, edited
from engine.classes.palette import colours_of
from engine.errors import LabelError
from engine.labels.reprojection import brought_to
from engine.words import first_of, joined, say

OUTSIDE = -1
MOST_NAMED = 20
"""Points without an answer that are named one by one."""
FEW_SEEN = 10
"""A class that was seen at fewer points: its area and producer's accuracy rest on a handful of answers."""


@dataclass(frozen=True)
class ClassAccuracy:
    """One class.

    Attributes:
        name, colour: as on the map.
        points_mapped, points_seen: how many answered points the map, and the person, gave to it.
        mapped_share, mapped_m2: of the map, as counted; None where nobody knows.
        users, producers: accuracies.
        share: of the area that truly is this class.
        area_m2: the same on the ground; None without CRS.
    """

    name: str
    colour: str
    points_mapped: int
    points_seen: int
    mapped_share: float
    mapped_m2: float | None
    users: Estimate
    producers: Estimate
    share: Estimate
    area_m2: Estimate | None


@dataclass(frozen=True)
class Assessment:
    """What is known of a map, K classes.

    Attributes:
        overall: overall accuracy.
        classes: those of the map, then others that were seen.
        matrix_KK: the error matrix in shares of the area; rows are the map, columns what was seen.
        counts_KK: the same as numbers of points.
        same_map: whether the sample was drawn on this map.
        points, unanswered: how many points there are, and the numbers of those without an answer.
        warnings: what to beware of.
    """

    overall: Estimate
    classes: tuple[ClassAccuracy, ...]
    matrix_KK: NDArray[np.float64]
    counts_KK: NDArray[np.int64]
    same_map: bool
    points: int
    unanswered: tuple[int, ...]
    warnings: tuple[str, ...]


def assess(source: DatasetReader, population: Population, sample: SampleFile, called: str) -> Assessment:
    """Accuracy and areas of a map by a sample of it, or of an earlier one.

    Args:
        source: the map.
        population: its classes, as `class_raster.survey` counted them.
        sample: the points and their answers.
        called: the sample, for errors.

    Raises:
        LabelError: no point has an answer, none lies on the map, or points were moved.
    """
    mapped_N = _mapped(source, population, sample, called)
    names = [stratum.name for stratum in population.strata]
    counts = dict(zip(names, population.stratum_pixels.tolist(), strict=True))
    same_counts = dict(zip(sample.strata_S, sample.pixels_S.tolist(), strict=True)).items() <= counts.items()
    same_map = same_counts if sample.map_digest is None else sample.map_digest == population.digest
    if same_map and not same_counts:
        raise edited(called)
    if same_map and any(
        names[mapped] != sample.strata_S[stratum] if mapped != OUTSIDE else True
        for mapped, stratum in zip(mapped_N.tolist(), sample.stratum_N.tolist(), strict=True)
    ):
        raise changed(called, say("a point was moved, or its stratum edited"))
    answered_N = np.array([bool(answer) for answer in sample.answers_N])
    if not answered_N.any():
        raise LabelError(
            "no point of {name} has an answer",
            "answer them on the page Accuracy of the QGIS dock, or write a class into the field answer",
            name=called,
        )
    if (mapped_N[answered_N] == OUTSIDE).all():
        raise LabelError("none of the answered points lies on the map", "give the map that the sample was drawn on")
    given = {answer for answer in sample.answers_N if answer}
    new = sorted(given - set(names))
    if len(new) == len(given):
        raise LabelError(
            "expected classes of the map as answers ({classes}); {name} has {found}",
            "write the classes into the field answer as the map calls them",
            classes=first_of(names),
            name=called,
            found=first_of(new),
        )
    every = [*names, *new]
    number = {name: k for k, name in enumerate(every)}
    seen_N = np.array([number.get(answer, OUTSIDE) for answer in sample.answers_N])
    warnings = _warnings(sample, answered_N, mapped_N, new, same_map)
    known = _sample_of(sample, answered_N)
    return _figures(
        known, mapped_N[answered_N], seen_N[answered_N], every, population, same_map,
        tuple(sample.id_N[~answered_N].tolist()), warnings,
    )  # fmt: skip


def _mapped(source: DatasetReader, population: Population, sample: SampleFile, called: str) -> NDArray[np.int64]:
    """The number of the map's class at each point; `OUTSIDE` where it has none."""
    places = sample.places
    if places.crs and source.crs:
        places = brought_to(places.to_frame("geometry"), pyproj.CRS.from_user_input(source.crs)).geometry
    elif bool(places.crs) != bool(source.crs):
        raise LabelError("only one of map and sample {name} has a CRS", "assign the other its own", name=called)
    xy_N2 = shapely.get_coordinates(places.to_numpy())
    cols_N, rows_N = ~source.transform @ (xy_N2[:, 0], xy_N2[:, 1])
    cols_N, rows_N = (np.array([floor(at) if np.isfinite(at) else -1 for at in axis]) for axis in (cols_N, rows_N))
    number = {stratum.value: k for k, stratum in enumerate(population.strata)}
    return np.array([OUTSIDE if v is None else number[v] for v in values_at(source, rows_N, cols_N)], np.int64)


def _sample_of(sample: SampleFile, answered_N: NDArray[np.bool_]) -> StratifiedSample:
    """The answered points as the estimators take them."""
    placed = not np.isnan(sample.area_m2_S).any()
    return StratifiedSample(
        sample.stratum_N[answered_N],
        sample.pixel_m2_N[answered_N] if placed else np.ones(int(answered_N.sum())),
        sample.pixels_S,
        sample.area_m2_S if placed else sample.pixels_S,
    )


def _figures(
    sample: StratifiedSample,
    mapped_N: NDArray[np.int64],
    seen_N: NDArray[np.int64],
    names: Sequence[str],
    population: Population,
    same_map: bool,
    unanswered: tuple[int, ...],
    warnings: list[str],
) -> Assessment:
    """All numbers. What lies outside of the map counts for none of them."""
    inside_N = mapped_N != OUTSIDE
    area = float(sample.area_S[sample.stratum_points > 0].sum())
    strata = population.strata
    colours = colours_of(names, {stratum.name: stratum.colour for stratum in strata})
    placed = not np.isnan([stratum.area_m2 for stratum in strata]).any()
    classes = []
    for k, name in enumerate(names):
        here_N, true_N = mapped_N == k, inside_N & (seen_N == k)
        on_map = k < len(strata)
        classes.append(
            ClassAccuracy(
                name=name,
                colour=colours[k],
                points_mapped=int(here_N.sum()),
                points_seen=int(true_N.sum()),
                mapped_share=float(population.stratum_shares[k]) if on_map else 0.0,
                mapped_m2=(strata[k].area_m2 if on_map else 0.0) if placed else None,
                users=sample.ratio(here_N & true_N, here_N),
                producers=sample.ratio(here_N & true_N, true_N),
                share=sample.ratio(true_N, inside_N),
                area_m2=sample.ratio(true_N).times(area) if placed else None,
            )
        )
    matrix_KK, counts_KK = np.zeros((len(names), len(names))), np.zeros((len(names), len(names)), np.int64)
    cells = mapped_N[inside_N], seen_N[inside_N]
    np.add.at(matrix_KK, cells, sample.weights[inside_N] / sample.weights[inside_N].sum())
    np.add.at(counts_KK, cells, 1)
    overall = sample.ratio(inside_N & (mapped_N == seen_N), inside_N)
    few = [each.name for each in classes if each.points_seen < FEW_SEEN and each.producers.error != 0]
    if few:
        warnings.append(
            say(
                "Seen at fewer than {few} points: {names}. Area and producer's accuracy of these classes rest on a "
                "handful of answers.",
                few=FEW_SEEN,
                names=joined(few),
            )
        )
    return Assessment(
        overall, tuple(classes), matrix_KK, counts_KK, same_map, len(mapped_N) + len(unanswered), unanswered,
        tuple(warnings),
    )  # fmt: skip


def _warnings(
    sample: SampleFile,
    answered_N: NDArray[np.bool_],
    mapped_N: NDArray[np.int64],
    new: Sequence[str],
    same_map: bool,
) -> list[str]:
    told = []
    if sample.map_digest is None:
        told.append(
            say(
                "Another program has saved the sample, and what it said of itself is gone: whether its last points "
                "were removed cannot be told."
            )
        )
    if not same_map:
        told.append(
            say(
                "The sample was drawn on another map, or this one has changed since. The figures are of this map "
                "(Stehman's estimators); they hold for the area of the map that the sample was drawn on."
            )
        )
    if count := int((~answered_N).sum()):
        ids = sample.id_N[~answered_N].tolist()
        told.append(
            say(
                "Points without an answer: {count:,} of {total:,}, {skipped:,} of them skipped ({ids}). The figures "
                "suppose that these are like the other points of their class.",
                count=count,
                total=len(answered_N),
                skipped=int((sample.skipped_N & ~answered_N).sum()),
                ids=joined([*ids[:MOST_NAMED], *(["…"] if len(ids) > MOST_NAMED else [])]),
            )
        )
    if count := int((mapped_N[answered_N] == OUTSIDE).sum()):
        told.append(say("Answered points without a class on this map: {count:,}. They were left out.", count=count))
    if new:
        told.append(say("Seen, but not on the map: {names}.", names=joined(new)))
    return told + _strata_warnings(sample, answered_N)


def _strata_warnings(sample: SampleFile, answered_N: NDArray[np.bool_]) -> list[str]:
    """What to tell of classes of the map of which too few points were answered."""
    told = []
    points_S = np.bincount(sample.stratum_N[answered_N], minlength=len(sample.strata_S))
    share_S = sample.pixels_S / sample.pixels_S.sum()
    if none := [name for name, points in zip(sample.strata_S, points_S, strict=True) if points == 0]:
        told.append(
            say(
                "No point was answered where the map shows {names}: {share:.2%} of the pixels, of which nothing is "
                "known. The figures are of the rest.",
                names=joined(none),
                share=float(share_S[points_S == 0].sum()),
            )
        )
    single = [
        name
        for name, points, pixels in zip(sample.strata_S, points_S, sample.pixels_S, strict=True)
        if points == 1 and pixels > 1
    ]
    if single:
        told.append(
            say(
                "Only one point was answered where the map shows {names}. One point does not say how a class varies: "
                "its error was taken to be the largest possible.",
                names=joined(single),
            )
        )
    return told
