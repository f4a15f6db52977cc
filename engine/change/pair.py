"""Two dates of one scene, read together window by window."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import Protocol, Self

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from engine.change.comparer import AROUND_PX, Comparer, learn, means
from engine.change.shift import Shift, agreed, shift_of
from engine.errors import BandError, SceneError, UnitError
from engine.progress import Report
from engine.scene.interpretation import SAMPLE_PIXELS, SAMPLE_VALUES, Part, Reading
from engine.scene.raster import SAMPLE_WINDOW_PX, Scene
from engine.scene.values.units import Units
from engine.scene.windows import Span, Window, cut, grown, panels, scattered
from engine.words import joined

LOOK_PX, LEAST_LOOK_PX = 256, 32
"""Sides of the windows in which the shift is measured."""
LOOKS = 3
"""Such windows along each side of the scene."""
PANEL_PX = 1024
STRIP_VALUES = 8_000_000
"""Values that are compared at once: some 200 MB."""
MOST_STRIP_PX = 512


class Sink(Protocol):
    """Takes a map in strips from the top to the bottom of each panel; see `engine.inference.map.Sink`."""

    def next_row(self, cols: Span) -> int:
        """The first row of a panel that is still wanted."""

    def write(self, row0: int, col0: int, values_HW: NDArray[np.float32]) -> None:
        """One strip."""


@dataclass(frozen=True)
class Pair:
    """Both dates.

    Attributes:
        scene: of all bands of both on one grid (`engine.scene.sources.place`).
        bands: names of those that both have.
        indices: of these in the scene, of the first date and then of the second.
        units: of each date.
        alone: names of those that only one has; they are not compared.
    """

    scene: Scene
    bands: tuple[str, ...]
    indices: tuple[int, ...]
    units: tuple[Units, Units]
    alone: tuple[str, ...] = ()

    @classmethod
    def of(cls, scene: Scene, reading: Reading) -> Self:
        """The dates of a scene of two sources.

        Raises:
            BandError: they are of two sensors, or have no band in common.
            UnitError: their numbers mean different things.
        """
        before, after = reading.parts
        _require_alike(before, after)
        first, second = ({each.band.name: each.index for each in part.reading.bands} for part in (before, after))
        bands = tuple(name for name in first if name in second)
        if not bands:
            raise BandError(
                "no band is in both scenes: {first}; {second}",
                "give two scenes with the same bands, or say what they are with --bands",
                first=joined(first),
                second=joined(second),
            )
        indices = (*(first[name] for name in bands), *(second[name] for name in bands))
        alone = tuple(name for name in (*first, *second) if name not in bands)
        return cls(scene, bands, indices, (before.reading.units, after.reading.units), alone)

    def read(self, rows: Span, cols: Span) -> tuple[Tensor, Tensor]:
        """Both dates in model units (2, C, H, W), and where both hold data (H, W).

        Raises:
            SceneError: a part cannot be read.
        """
        pixels_CHW, valid_HW = self.scene.read(rows, cols, self.indices)
        count = len(self.bands)
        dates = (pixels_CHW[:count], pixels_CHW[count:])
        x_2CHW = np.stack([units.to_model(date) for units, date in zip(self.units, dates, strict=True)])
        return torch.from_numpy(np.where(valid_HW, x_2CHW, 0).astype(np.float32)), torch.from_numpy(valid_HW)

    def shift(self, report: Report) -> Shift | None:
        """How far the second date lies from the first; None where nothing tells."""
        height, width = self.scene.height, self.scene.width
        side = min(LOOK_PX, height // LOOKS, width // LOOKS)
        found: list[tuple[float, float]] = []
        for place, (row, col) in enumerate(product(range(LOOKS), repeat=2) if side >= LEAST_LOOK_PX else ()):
            report(place, LOOKS**2, "looking around")
            row0, col0 = ((length - side) * at // (LOOKS - 1) for length, at in ((height, row), (width, col)))
            x_2CHW, valid_HW = self.read((row0, row0 + side), (col0, col0 + side))
            if told := shift_of(x_2CHW[0].numpy(), x_2CHW[1].numpy(), valid_HW.numpy()):
                found.append(told)
        return agreed(found)

    def learn(self, report: Report) -> Comparer | None:
        """What unchanged pixels of the whole scene are like; None if too few hold data on both dates.

        Raises:
            SceneError: both dates hold the same values.
        """
        most = min(SAMPLE_PIXELS, SAMPLE_VALUES // len(self.indices))
        windows = list(scattered(self.scene.height, self.scene.width, SAMPLE_WINDOW_PX, most))
        parts = []
        for done, (rows, cols) in enumerate(windows):
            report(done, len(windows), "sampling")
            x_2CHW, valid_HW = self.read(rows, cols)
            parts.append(means(x_2CHW, valid_HW)[:, :, valid_HW].transpose(1, 2))
        report(0, 0, "comparing")
        x_2NC = torch.cat(parts, 1)
        if x_2NC.shape[1] and torch.equal(x_2NC[0], x_2NC[1]):
            raise SceneError("both dates hold the same values", "give another date: one is a copy of the other")
        return learn(x_2NC)

    @torch.inference_mode()
    def map(self, comparer: Comparer, window: Window, sink: Sink, device: torch.device, report: Report) -> None:
        """Write the change score of a window of the scene.

        Raises:
            Cancelled: from `report`.
            SceneError: a part cannot be read.
        """
        strips = list(self._strips(window, sink))
        for done, (rows, cols) in enumerate(strips):
            report(done, len(strips), "mapping")
            around = (rows[0] - AROUND_PX, rows[1] + AROUND_PX), (cols[0] - AROUND_PX, cols[1] + AROUND_PX)
            x_2CHW, valid_HW = self._around(*around)
            score_HW = comparer(x_2CHW.to(device), valid_HW.to(device)).cpu().numpy()
            sink.write(rows[0], cols[0], score_HW[AROUND_PX:-AROUND_PX, AROUND_PX:-AROUND_PX])

    def _around(self, rows: Span, cols: Span) -> tuple[Tensor, Tensor]:
        """As `read`, of a window that may reach beyond the scene."""
        inside = grown((rows, cols), 0, self.scene.height, self.scene.width)
        x_2CHW, valid_HW = self.read(*inside)
        (row0, row1), (col0, col1) = inside
        pads = (col0 - cols[0], cols[1] - col1, row0 - rows[0], rows[1] - row1)
        return torch.nn.functional.pad(x_2CHW, pads), torch.nn.functional.pad(valid_HW, pads)

    def _strips(self, window: Window, sink: Sink) -> Iterator[Window]:
        for rows, cols in panels(window, PANEL_PX):
            step = STRIP_VALUES // (len(self.indices) * (cols[1] - cols[0]))
            for strip in cut((max(rows[0], sink.next_row(cols)), rows[1]), min(max(step, 16), MOST_STRIP_PX)):
                yield strip, cols


def _require_alike(before: Part, after: Part) -> None:
    """Return if two scenes are of one sensor and hold the same kind of numbers."""
    first, second = before.reading, after.reading
    if first.sensor.id != second.sensor.id:
        raise BandError(
            "expected two scenes of one sensor; found {first} and {second}",
            "give two scenes of one sensor, or LABELS with classes of the ground, which are mapped on each date",
            first=first.sensor.title,
            second=second.sensor.title,
        )
    if first.units.quantity != second.units.quantity:
        raise UnitError(
            "expected {wanted}, as in the first scene; found {found}",
            "give scenes with the same kind of numbers, or say what they are with --units",
            wanted=first.units.quantity,
            found=second.units.quantity,
        )
