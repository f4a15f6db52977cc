"""What a scene looks like: three of its bands, read coarsely and stretched for the eye.

Knows rasters, wavelengths and polarisations; nothing of figures.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch

from engine.scene.interpretation import Reading
from engine.scene.raster import Scene
from engine.scene.windows import Window
from engine.sensors import MatchedBand
from engine.words import say

RED_NM, GREEN_NM, BLUE_NM, NIR_NM = 660.0, 560.0, 490.0, 840.0
TOLERANCE_NM = 60.0
"""How far a band may lie from a colour and still show it; Sentinel-2's first red-edge band is 45 nm from red."""
STRETCH_PERCENT = (2.0, 98.0)
GAMMA = 0.85
"""Lifts the shadows a little, as land is mostly dark beside clouds."""


@dataclass(frozen=True)
class Composite:
    """Which layer bands make the picture, and what to call it. `ratio`: the third colour is band 1 - band 2 (dB)."""

    bands: tuple[int, ...]
    title: str
    ratio: bool = False


def choose(bands: Sequence[MatchedBand]) -> Composite:
    """Natural colour where there is blue, else near infrared in red; radar by polarisation; else three spread bands."""
    radar = {band.band.polarisation: band.index for band in bands if band.band.polarisation}
    for co, cross in (("VV", "VH"), ("HH", "HV")):
        if co in radar and cross in radar:
            return Composite(
                (radar[co], radar[cross]), say("Radar: {co}, {cross}, {co}−{cross}", co=co, cross=cross), ratio=True
            )
    red, green, blue, nir = (_nearest(bands, nm) for nm in (RED_NM, GREEN_NM, BLUE_NM, NIR_NM))
    if red and green and blue:
        return Composite((red, green, blue), say("Natural colour"))
    if nir and red and green:
        return Composite((nir, red, green), say("False colour: near infrared, red, green"))
    indices = [band.index for band in bands]
    if len(indices) < 3:
        return Composite((indices[0],), say("Band {name}", name=bands[0].band.name))
    chosen = (bands[-1], bands[len(bands) // 2], bands[0])
    names = ", ".join(b.band.name for b in chosen)
    return Composite(tuple(b.index for b in chosen), say("Bands {names}", names=names))


def _nearest(bands: Sequence[MatchedBand], wavelength_nm: float) -> int | None:
    """The layer band nearest to a wavelength, if one is near enough."""
    distance = {b.index: abs(b.band.wavelength_nm - wavelength_nm) for b in bands if b.band.wavelength_nm is not None}
    index = min(distance, key=distance.__getitem__, default=None)
    return index if index is not None and distance[index] <= TOLERANCE_NM else None


def render(scene: Scene, reading: Reading, composite: Composite, window: Window, shape: tuple[int, int]) -> np.ndarray:
    """The picture (H, W, 4), 0 to 1, stretched per band over its valid pixels; transparent without data."""
    pixels_CHW, valid_HW = scene.coarse(*window, composite.bands, shape)
    values_CHW = pixels_CHW.astype(np.float32)
    if composite.ratio:
        values_CHW = reading.units.to_model(torch.from_numpy(values_CHW)).numpy()
        values_CHW = np.concatenate([values_CHW, values_CHW[:1] - values_CHW[1:]])
    colours_CHW = np.stack([_stretch(band_HW, valid_HW) for band_HW in values_CHW])
    colours_CHW = np.broadcast_to(colours_CHW, (3, *shape))  # one band becomes grey
    return np.moveaxis(np.concatenate([colours_CHW, valid_HW[None]]), 0, -1)


def _stretch(band_HW: np.ndarray, valid_HW: np.ndarray) -> np.ndarray:
    """0 to 1 between the `STRETCH_PERCENT` percentiles of the valid pixels; mid grey where they are constant."""
    valid_HW = valid_HW & np.isfinite(band_HW)
    if not valid_HW.any():
        return np.zeros(band_HW.shape, np.float32)
    low, high = np.percentile(band_HW[valid_HW], STRETCH_PERCENT)
    if high <= low:
        return np.full(band_HW.shape, 0.5, np.float32)
    stretched_HW: np.ndarray = np.nan_to_num(np.clip((band_HW - low) / (high - low), 0, 1)) ** GAMMA
    return stretched_HW
