"""Galileo-nano as a teacher for Sentinel-1 and -2: it was trained on both, beside weather, terrain and land cover.

The weights are a published model of the engine's own: `engine models pull galileo-nano`.
"""

import torch
from torch import Tensor
from torch.nn.functional import pad

from engine.model import model_folder
from engine.model.galileo import GROUPS, dense_of
from engine.model.tokens import SensorBatch
from engine.scene.values.units import quantity_of
from training.data.batch import CELL_PX
from training.data.catalogue_entry import Entry

NAME = "galileo-nano"
QUANTITIES = ("reflectance", "decibels")
VIEW_PX = 48
"""Side of what the model sees at once: 12 patches, the most that its weights were trained on."""
STEP_PX = 32
"""From one view to the next; where views overlap, features are averaged."""
VIEWS = 8  # at once


class Galileo:
    """See the module. Loads the weights.

    Raises:
        ModelError: they have not been fetched.
    """

    halo_px = 16

    def __init__(self) -> None:
        self._model = model_folder.load(NAME, torch.device("cpu")).model

    def reads(self, entry: Entry) -> bool:
        """Whether it is Sentinel-1 or -2 in physical units: pictures of 8 bits are stretched as somebody liked it."""
        known = (
            GROUPS["S1"]
            if entry.modality == "S1"
            else [band for name in GROUPS if name != "S1" for band in GROUPS[name]]
        )
        names = {one.band.polarisation or one.band.name for one in entry.bands}
        sentinel = entry.modality in ("S1", "S2") and not names.isdisjoint(known)
        return sentinel and quantity_of(entry.units, entry.decibel) in QUANTITIES

    def dense(self, entry: Entry, x_CHW: Tensor, valid_HW: Tensor) -> Tensor:
        """See `Teacher`: the mean of its groups of bands at each cell, less what it says of a view without any data.

        What it says of nothing is where a token lies in its view: two fifths of the variance of its features on the
        scenes of pre-training, of which less than a tenth is left.
        """
        height, width = valid_HW.shape
        rows, cols = (max(VIEW_PX, -(-length // CELL_PX) * CELL_PX) for length in (height, width))
        x_CHW = pad(x_CHW.where(valid_HW, torch.nan), (0, cols - width, 0, rows - height), value=torch.nan)
        corners = [(row, col) for row in _starts(rows) for col in _starts(cols)]
        seen = [self._seen(entry, x_CHW, corners[first : first + VIEWS]) for first in range(0, len(corners), VIEWS)]
        empty_DHW = self._seen(entry, torch.full((len(x_CHW), VIEW_PX, VIEW_PX), torch.nan), [(0, 0)])[0]
        total_DHW = torch.zeros(len(empty_DHW), rows // CELL_PX, cols // CELL_PX)
        count_HW = torch.zeros(total_DHW.shape[1:])
        for (row, col), view_DHW in zip(corners, torch.cat(seen), strict=True):
            inside = tuple(slice(start // CELL_PX, (start + VIEW_PX) // CELL_PX) for start in (row, col))
            total_DHW[:, *inside] += view_DHW - empty_DHW
            count_HW[inside] += 1
        return (total_DHW / count_HW)[:, : -(-height // CELL_PX), : -(-width // CELL_PX)]

    def _seen(self, entry: Entry, x_CHW: Tensor, corners: list[tuple[int, int]]) -> Tensor:
        """Features (B, D, H, W) of the views at some corners."""
        views_BCHW = torch.stack([x_CHW[:, row : row + VIEW_PX, col : col + VIEW_PX] for row, col in corners])
        bands = tuple(one.band for one in entry.bands)
        chip = SensorBatch(views_BCHW, bands, entry.gsd_m, entry.modality)
        return dense_of(self._model, [chip], CELL_PX).permute(0, 3, 1, 2)


def _starts(length: int) -> list[int]:
    """Where views begin along a side; the last ends with it."""
    return sorted({*range(0, length - VIEW_PX, STEP_PX), length - VIEW_PX})
