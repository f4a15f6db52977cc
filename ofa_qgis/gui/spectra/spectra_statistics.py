"""Mean and spread of the spectra of classes, and which points do not fit their class. Pure: knows no layers.

How far a spectrum is from a class is the root of the mean square, over the bands, of its robust z-scores: the distance
from the class's median in units of 1.4826 times the median absolute deviation (MAD), which a few wrong points hardly
move. As the MAD of few values comes out too small, it is enlarged by the factors of Croux and Rousseeuw (1992).
"""

import math
from typing import Dict, List, Mapping, NamedTuple, Optional, Sequence, Tuple

FARTHEST = 5.0  # robust z-scores: what is farther from its class is told
FEWEST = 5  # labels: a class with fewer has no shape that a point could fit
LEAST_SPREAD = 0.03  # of the spread of all labels in a band: classes are never taken for more even than that
NORMAL = 1.4826  # the deviation of normal values in units of their MAD
SMALL_SAMPLES = {5: 1.206, 6: 1.200, 7: 1.140, 8: 1.129, 9: 1.107}

Values = Sequence[Optional[float]]  # one for each band; None is unknown


class Spread(NamedTuple):
    """Mean and standard deviation of a class in each band; None where nothing is known."""

    mean: List[Optional[float]]
    deviation: List[Optional[float]]


class Misfit(NamedTuple):
    """A point that does not fit its class: its number there (from 0), and the class that it looks like, "" if none."""

    name: str
    number: int
    looks_like: str


class _Shape(NamedTuple):
    """Median and robust deviation of a class, by band."""

    bands: Dict[int, Tuple[float, float]]

    def distance(self, values: Values) -> float:
        squares = []
        for band, (median, deviation) in self.bands.items():
            value = values[band] if band < len(values) else None
            if value is not None:
                squares.append(((value - median) / deviation) ** 2)
        return math.sqrt(sum(squares) / len(squares)) if squares else math.inf


def spread(spectra: Sequence[Values]) -> Spread:
    """Mean and standard deviation of some spectra, band by band."""
    bands = range(max(map(len, spectra), default=0))
    columns = [_known(spectra, band) for band in bands]
    means = [sum(column) / len(column) if column else None for column in columns]
    return Spread(means, [_deviation(column) if column else None for column in columns])


def misfits(points: Mapping[str, Sequence[Values]]) -> List[Misfit]:
    """The points of each class that are farther than `FARTHEST` from it."""
    shapes = _shapes(points)
    found = []
    for name, shape in shapes.items():
        for index, values in enumerate(points[name]):
            own = shape.distance(values)
            if FARTHEST < own < math.inf:
                others = [(other.distance(values), each) for each, other in shapes.items() if each != name]
                nearest, like = min(others, default=(math.inf, ""))
                found.append(Misfit(name, index, like if nearest < min(own, FARTHEST) else ""))
    return found


def _shapes(points: Mapping[str, Sequence[Values]]) -> Dict[str, _Shape]:
    """Of each class that has enough points."""
    everything = [values for spectra in points.values() for values in spectra]
    bands = range(max(map(len, everything), default=0))
    least = {band: LEAST_SPREAD * _deviation(_known(everything, band)) for band in bands}
    shapes = {}
    for name, spectra in points.items():
        columns = {band: _known(spectra, band) for band in bands}
        usable = {band: column for band, column in columns.items() if len(column) >= FEWEST and least[band] > 0}
        if usable:
            shapes[name] = _Shape({band: _robust(column, least[band]) for band, column in usable.items()})
    return shapes


def _robust(column: Sequence[float], least: float) -> Tuple[float, float]:
    median, count = _median(column), len(column)
    enlarged = SMALL_SAMPLES.get(count, count / (count - 0.8))
    return median, max(NORMAL * enlarged * _median([abs(value - median) for value in column]), least)


def _known(spectra: Sequence[Values], band: int) -> List[float]:
    found = (values[band] for values in spectra if band < len(values))
    return [value for value in found if value is not None and math.isfinite(value)]


def _median(column: Sequence[float]) -> float:
    ordered, half = sorted(column), len(column) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


def _deviation(column: Sequence[float]) -> float:
    if not column:
        return 0.0
    mean = sum(column) / len(column)
    return math.sqrt(sum((value - mean) ** 2 for value in column) / len(column))
