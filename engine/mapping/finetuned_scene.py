"""How a model that has learnt reads a scene: the bands it has learnt from, in its order, with its statistics."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from engine.errors import BandError, UnitError
from engine.gdal import gdal_names
from engine.model.task import Task
from engine.scene.interpretation import NO_SAMPLE, Reading
from engine.scene.sources.comparability import Known, measured
from engine.scene.values.units import QUANTITIES
from engine.sensors import Band, MatchedBand
from engine.words import say

SAME_NM = 20.0
"""Centres of one band on sisters (Sentinel-2A and -2B, Landsat 8 and 5) differ by less, neighbours mostly by more."""
OTHER_GSD = 1.25  # times larger or smaller: what the model knows of sizes and texture is no longer true


def as_trained(reading: Reading, task: Task) -> Reading:
    """The reading of a scene with just the model's bands, in its order, and the statistics of its training scenes.

    Raises:
        BandError, UnitError: as `in_order`.
    """
    return replace(in_order(reading, task), statistics=task.statistics, sample_CN=NO_SAMPLE)


def in_order(reading: Reading, task: Task) -> Reading:
    """The reading of a scene with just the model's bands, in its order, and its own statistics.

    Raises:
        BandError: the scene does not have a band of the model.
        UnitError: its model units are not those of the training scenes.
    """
    if reading.units.quantity != task.quantity:
        raise UnitError(
            "the model was trained on {wanted}; the scene's numbers are {found}",
            "give the scene in those units, say what its numbers are with --units, or train a model on such scenes",
            wanted={str(each): each for each in QUANTITIES.values()}.get(task.quantity, task.quantity),
            found=reading.units.quantity,
        )
    return of_bands(reading, task.bands)


def of_bands(reading: Reading, bands: Sequence[Band]) -> Reading:
    """The reading of a scene with just the bands that measure what these do, in their order.

    Raises:
        BandError: the scene does not have one of them.
    """
    matched = tuple(_like(band, reading) for band in bands)
    chosen = [band.index for band in matched]
    left = ((band.index, say("the model was trained without it")) for band in reading.bands if band.index not in chosen)
    at = [reading.indices.index(index) for index in chosen]
    return replace(
        reading,
        bands=matched,
        unused=tuple(sorted((*reading.unused, *left))),
        statistics=reading.statistics.take(at),
        sample_CN=reading.sample_CN[at] if len(reading.sample_CN) else reading.sample_CN,
    )


def _like(wanted: Band, reading: Reading) -> MatchedBand:
    """The scene's band that measures what `wanted` does; of several the one nearest in wavelength."""
    close = [matched for matched in reading.bands if _distance(matched.band, wanted) is not None]
    if not close:
        known = ", ".join(_told(matched.band) for matched in reading.bands)
        raise BandError(
            "the model needs the band {wanted}; the scene has {known}",
            "give a scene with it, or say which band it is with --bands",
            wanted=_told(wanted),
            known=known,
        )
    return min(close, key=lambda matched: _distance(matched.band, wanted) or 0.0)


def _distance(band: Band, wanted: Band) -> float | None:
    """Nanometres between two bands that measure the same, None between others."""
    if wanted.polarisation or band.polarisation:
        return 0.0 if band.polarisation == wanted.polarisation else None
    if band.wavelength_nm is None or wanted.wavelength_nm is None:
        return 0.0 if band.name == wanted.name else None
    distance = abs(band.wavelength_nm - wanted.wavelength_nm)
    return distance if distance <= SAME_NM else None


def _told(band: Band) -> str:
    return f"{band.name} ({band.wavelength_nm:g} nm)" if band.wavelength_nm else band.name


def caution_of_chips(gsd_m: Mapping[str, float], task: Task) -> list[str]:
    """As `caution`, of chips by name, as large as the model takes them."""
    other = [name for name, found in gsd_m.items() if _other_size(found, task)]
    if not other:
        return []
    return [
        say(
            "The model was trained on pixels of {trained:g} m; chips with pixels of another size: {count:,} (the "
            "first, {name}, of {found:g} m). Check their answers with care.",
            trained=task.gsd_m,
            count=len(other),
            name=gdal_names.short(other[0]),
            found=gsd_m[other[0]],
        )
    ]


def caution_of_level(source: Known, task: Task) -> list[str]:
    """What to tell of a scene that measures something else than the training scenes."""
    found = measured(source)
    if not found or not task.measured or found == task.measured:
        return []
    return [
        say(
            "The model was trained on {trained}; the scene is {found}. Its numbers differ where the ground does not: "
            "check the map with care.",
            trained=task.measured,
            found=found,
        )
    ]


def _other_size(gsd_m: float, task: Task) -> bool:
    return max(gsd_m / task.gsd_m, task.gsd_m / gsd_m) > OTHER_GSD


def caution(gsd_m: float, task: Task) -> list[str]:
    """What to tell of a scene whose pixels have another size than those of the training scenes."""
    if not _other_size(gsd_m, task):
        return []
    return [
        say(
            "The model was trained on pixels of {trained:g} m; those of the scene are {found:g} m: resample "
            "the scene, or check the map with care.",
            trained=task.gsd_m,
            found=gsd_m,
        )
    ]
