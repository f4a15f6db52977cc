"""One scene of the training data: where it is, what its bands measure, how its numbers become z-scores.

Only the record; `catalogue` finds scenes and writes them down, `chip` reads pixels by it.
"""

from dataclasses import dataclass

from engine.scene.statistics import TRAINING, Statistics
from engine.scene.values.undeclared_fill import FillRange
from engine.scene.values.units import quantity_of
from engine.sensors import Band
from engine.sensors.statistics import fixed_statistics

MODALITIES = ("S1", "S2", "NAIP", "Gaofen", "EnMAP", "Landsat")
"""Kinds of imagery between which sampling is balanced: the paper's five and Landsat-like ones. "EnMAP" holds every
hyperspectral cube, "S1" every radar image, "NAIP" aerial and drone images, "Gaofen" very high resolution satellites."""
PAIRED = ("S1", "S2")
"""Modalities between which places are looked for."""


@dataclass(frozen=True)
class SceneBand:
    """Band `index` (from 1) of file number `file` (from 0) measures `band`."""

    file: int
    index: int
    band: Band


@dataclass(frozen=True)
class Entry:
    """A scene that training can read.

    Attributes:
        files: GDAL names on one grid; several where a layout keeps one band a file.
        collection: scenes with the same origin and bands, which share statistics.
        sensor: id in the sensor catalogue.
        modality: one of `MODALITIES`.
        bands: what is read, in this order.
        scale, offset, decibel: digital numbers to model units, as `engine.scene.values.units.Units` does it.
        units: the unit's id; "unknown" where several fit that differ by scale and offset only, which z-scores of the
            scene's own statistics cancel.
        mean, std: of each band over the scene in model units; empty: only `collection_mean` and `collection_std` count.
        collection_mean, collection_std: of each band over the collection; empty where units are unknown.
        gsd_m: metres per pixel.
        height, width: in pixels.
        place: scenes with the same text show the same ground on the same grid (Sentinel-1 and -2 pairs); "" is nowhere.
        fill: of the file, which does not declare it; see `engine.scene.values.undeclared_fill`. Entries of
            several files have none.
        licence, source: as the file or its layout states them; "" where neither does.
    """

    files: tuple[str, ...]
    collection: str
    sensor: str
    modality: str
    bands: tuple[SceneBand, ...]
    scale: float
    offset: float
    decibel: bool
    units: str
    mean: tuple[float, ...]
    std: tuple[float, ...]
    collection_mean: tuple[float, ...]
    collection_std: tuple[float, ...]
    gsd_m: float
    height: int
    width: int
    place: str = ""
    licence: str = ""
    source: str = ""
    fill: tuple[FillRange, ...] = ()

    def statistics(self, choice: str, own: bool = False) -> Statistics:
        """What the z-scores of its chips are made by.

        Args:
            choice: one of `engine.sensors.statistics.CHOICES`; of "scene", the collection's, if they are known.
            own: the scene's own, if they are known; they are also what is left where nothing fixes the choice.
        """
        bands = tuple(one.band for one in self.bands)
        fixed = fixed_statistics(choice, self.sensor, bands, quantity_of(self.units, self.decibel))
        if fixed and not (own and self.mean):
            return Statistics(*fixed, of=choice)
        if self.mean and (own or choice != "scene" or not self.collection_mean):
            return Statistics.given(self.mean, self.std)
        return Statistics.given(self.collection_mean, self.collection_std, TRAINING)
