"""How the constants of `engine/sensors/statistics.py` were found, and what they make of other scenes.

    python -m benchmarks.sensor_statistics [DATA]   # a folder of scenes or its catalogue; default: ../shared/data

Constants come from the scenes that pre-training may learn from (`training.data.holdout`); the z-scores below them are
those of the others. A collection has one vote, whatever its size: the mean is the median of the collections' means, the
deviation joins the median variance inside a collection with what separates collections (1.4826 times the median
distance from the median). So neither the largest collection nor one of snow and clouds decides. Deviations of the
reflectance curve are raised to where reflectance 1 is not clipped.
Exits with status 1 where a constant misses what is measured by more than its rounding.
"""

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from engine.scene.normalise import CLIP
from engine.scene.values import units
from engine.sensors import Band
from engine.sensors.statistics import ABSORBED, DECIBELS, PICTURE, PICTURES, REFLECTANCE, Curve, sensor_statistics
from training.data import catalogue
from training.data.catalogue_entry import Entry
from training.data.holdout import held_out

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
PICTURE_QUANTITY = "8 bit as 0 to 1"
STEPS = {"reflectance": 0.01, PICTURE_QUANTITY: 0.01, "decibels": 0.5}
WATER_VAPOUR = 0.0005  # the step of bands in which hardly anything is seen
PUBLISHED_NM = 700  # of 8-bit pictures: from here on Sentinel-2's constants are published ones
NOT_MEASURED = {("landsat-8", "B9"), ("landsat-9", "B9")}  # as Sentinel-2's cirrus band
RAW = ("landsat-5",)  # its 8-bit numbers are sensor counts, no picture

Seen = tuple[str, Band, str, float, float]  # sensor, band, collection, mean and deviation of a scene


@dataclass(frozen=True)
class Constant:
    """A constant, to how much it is rounded, and what was seen of it."""

    title: str
    values: tuple[float, float]
    step: float
    seen: list[Seen]


def seen_in(entries: Iterable[Entry]) -> dict[str, list[Seen]]:
    """Quantity -> every band of every scene; constant bands are none."""
    found: dict[str, list[Seen]] = defaultdict(list)
    for entry in entries:
        for scene_band, mean, std in zip(entry.bands, entry.mean, entry.std, strict=True) if entry.mean else ():
            if std != 1:
                quantity = units.quantity_of(entry.units, entry.decibel)
                found[quantity].append((entry.sensor, scene_band.band, entry.collection, mean, std))
    return found


def robust(seen: Iterable[Seen]) -> tuple[float, float, int]:
    """Mean, deviation and number of collections, see above."""
    votes: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for _, _, collection, mean, std in seen:
        votes[collection].append((mean, std))
    mean_V = np.array([np.mean([mean for mean, _ in scenes]) for scenes in votes.values()])
    inside = [
        np.mean([std**2 + (mean - m) ** 2 for mean, std in s]) for s, m in zip(votes.values(), mean_V, strict=True)
    ]
    middle = np.median(mean_V)
    between = 1.4826 * np.median(np.abs(mean_V - middle))
    return float(middle), float(np.sqrt(np.median(inside) + between**2)), len(votes)


def constants(found: dict[str, list[Seen]]) -> Iterator[Constant]:
    """All that were measured."""
    known = [one for one in found["reflectance"] if (one[0], one[1].name) not in ABSORBED]
    yield from of_curve("reflectance", REFLECTANCE, known)
    for (sensor, name), values in ABSORBED.items():
        if (sensor, name) not in NOT_MEASURED:
            step = WATER_VAPOUR if values[0] < STEPS["reflectance"] else STEPS["reflectance"]
            of = [one for one in found["reflectance"] if (one[0], one[1].name) == (sensor, name)]
            yield Constant(f"reflectance {sensor} {name}", values, step, of)
    others = [one for one in found[PICTURE_QUANTITY] if one[0] not in (*PICTURES, *RAW)]
    yield from of_curve(PICTURE_QUANTITY, PICTURE, others)
    for sensor, curve in PICTURES.items():
        measured = tuple(row for row in curve if row[0] < PUBLISHED_NM)
        own = [one for one in found[PICTURE_QUANTITY] if one[0] == sensor]
        yield from of_curve(PICTURE_QUANTITY, measured, own, f"{sensor} ")
    for polarisation in ("VV", "VH"):  # the others count as these
        of = [one for one in found["decibels"] if one[1].polarisation == polarisation]
        yield Constant(f"decibels {polarisation}", DECIBELS[polarisation], STEPS["decibels"], of)


def of_curve(quantity: str, curve: Curve, seen: list[Seen], title: str = "") -> Iterator[Constant]:
    """The rows of a curve; each counts the bands around it: colours of pictures are wide, edges of plants are not."""
    for nm, mean, std in curve:
        reach_nm = 40 if nm > 800 or quantity == PICTURE_QUANTITY else 15
        near = [one for one in seen if one[1].wavelength_nm and abs(one[1].wavelength_nm - nm) <= reach_nm]
        yield Constant(f"{quantity} {title}{nm:g} nm", (mean, std), STEPS[quantity], near)


def held_out_z(entries: Iterable[Entry]) -> dict[tuple[str, str, str], list[tuple[float, float]]]:
    """(Sensor, quantity, collection) -> mean and deviation of each scene's z-scores, over all its bands."""
    found: dict[tuple[str, str, str], list[tuple[float, float]]] = defaultdict(list)
    for entry in entries:
        quantity = units.quantity_of(entry.units, entry.decibel)
        fixed = sensor_statistics(entry.sensor, [one.band for one in entry.bands], quantity)
        if fixed and entry.mean:
            z_C, spread_C = (np.array(entry.mean) - fixed[0]) / fixed[1], np.array(entry.std) / fixed[1]
            told = float(z_C.mean()), float(np.sqrt((spread_C**2 + (z_C - z_C.mean()) ** 2).mean()))
            found[entry.sensor, quantity, entry.collection].append(told)
    return found


def main() -> None:
    data = sys.argv[1] if len(sys.argv) > 1 else str(DATA)
    kept = catalogue.read(data) if data.endswith(".gpkg") else catalogue.build([data], {}, lambda *_: None)
    free, held = [], []
    for entry in kept.entries:
        (held if any(map(held_out, entry.files)) else free).append(entry)
    print(f"constants from {len(free)} scenes\n\n| | constant | measured | collections |\n|---|---:|---:|---:|")
    missed = []
    for constant in constants(seen_in(free)):
        mean, std, votes = robust(constant.seen)
        std = max(std, (1 - mean) / CLIP) if constant.title.endswith("nm") else std
        (fixed_mean, fixed_std), step = constant.values, constant.step
        print(f"| {constant.title} | {fixed_mean:g} ± {fixed_std:g} | {mean:.4g} ± {std:.4g} | {votes} |")
        if max(abs(mean - fixed_mean), abs(std - fixed_std)) > step:
            missed.append(constant.title)
    print(
        f"\nz-scores of {len(held)} held-out scenes\n\n| collection | scenes | mean | deviation |\n|---|---:|---:|---:|"
    )
    for (sensor, quantity, collection), told in sorted(held_out_z(held).items()):
        mean, std = np.mean(told, axis=0)
        print(f"| {collection.rsplit('/', 1)[-1]} ({sensor}, {quantity}) | {len(told)} | {mean:+.2f} | {std:.2f} |")
    if missed:
        sys.exit(f"constants that miss what is measured: {', '.join(missed)}")


if __name__ == "__main__":
    main()
