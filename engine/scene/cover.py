"""What a product's flags cover: clouds, shadows, snow, and what was not measured. Read beside the bands as they are."""

from collections.abc import Iterable, Mapping
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from rasterio.windows import Window as RasterWindow

from engine.gdal.dataset import opened
from engine.scene.products.product import KINDS, NOTHING, Flag
from engine.scene.windows import Window
from engine.words import joined, say

SHARE_PX = 1000
"""Side of the pixels by which shares are told: for the eye, never for the map."""


MOST_PLACES = 1000
"""Single pixels that are looked at."""


class Cover:
    """The open layers that flags look at. Use it in one thread, like the scene that it belongs to."""

    def __init__(self, name: str, layers: str, flags: Iterable[tuple[Flag, int]]) -> None:
        """Open them.

        Args:
            name: what the scene is called.
            layers: the XML of a VRT on the scene's grid.
            flags: each with the number of its band in `layers`.

        Raises:
            SceneError: they cannot be opened.
        """
        self._dataset = opened(name, document=layers)
        self._flags = tuple(flags)

    def close(self) -> None:
        """Close the files."""
        self._dataset.close()

    def clear(self, valid_HW: NDArray[np.bool_], window: Window) -> None:
        """Clear `valid_HW`, which holds `window` in as many pixels or fewer, where any flag is set."""
        for found_HW in self._found(window, valid_HW.shape).values():
            valid_HW &= ~found_HW

    @cached_property
    def shares(self) -> dict[str, float]:
        """How much of what was measured each kind of flag covers, from 0 to 1, of about a million pixels at most."""
        height, width = self._dataset.shape
        found = self._found(((0, height), (0, width)), (min(height, SHARE_PX), min(width, SHARE_PX)))
        nothing = found.pop(NOTHING, None)
        measured = 1.0 if nothing is None else 1 - float(nothing.mean())
        return {kind: float(there.mean()) / measured if measured else 0.0 for kind, there in found.items()}

    def counts(self, rows_N: NDArray[np.int64], cols_N: NDArray[np.int64]) -> dict[str, int]:
        """Kind of flag -> how many of some pixels it covers, if any; `MOST_PLACES` are looked at."""
        found: dict[str, int] = {}
        for row, col in zip(rows_N[:MOST_PLACES].tolist(), cols_N[:MOST_PLACES].tolist(), strict=True):
            for kind, there in self._found(((row, row + 1), (col, col + 1)), (1, 1)).items():
                if there.any():
                    found[kind] = found.get(kind, 0) + 1
        return found

    @staticmethod
    def describe_shares(shares: Mapping[str, float]) -> str:
        """Shares by kind as a person reads them."""
        return joined(say("{kind} {share:.1%}", kind=KINDS[kind], share=share) for kind, share in shares.items())

    def _found(self, window: Window, shape: tuple[int, ...]) -> dict[str, NDArray[np.bool_]]:
        """Kind -> where there is such, in `shape` pixels; of fewer pixels than the window has, the nearest."""
        (row, _), (col, _) = window
        place = RasterWindow(col, row, window[1][1] - col, window[0][1] - row)
        found: dict[str, NDArray[np.bool_]] = {}
        layers = {
            index: np.asarray(self._dataset.read(index, window=place, out_shape=shape))
            for index in sorted({index for _, index in self._flags})
        }
        for flag, index in self._flags:
            there = np.isin(layers[index], flag.values) if flag.values else (layers[index] & flag.bits) != 0
            found[flag.kind] = found[flag.kind] | there if flag.kind in found else there
        return found
