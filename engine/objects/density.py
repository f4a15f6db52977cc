"""Objects per pixel, smoothed: each object is a Gaussian whose part within the scene adds up to 1."""

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr

from engine.objects.boxes import Boxes, centres
from engine.scene.windows import Span, Window

SPREAD = 1.5
"""Standard deviation of the Gaussian, in sizes of an object."""
REACH = 3.0
"""Standard deviations beyond which it is nothing."""


def density(boxes_N4: Boxes, size: float, window: Window, shape: tuple[int, int]) -> NDArray[np.float32]:
    """Objects per pixel (H, W) in a window of a scene.

    Args:
        boxes_N4: objects, also those around the window.
        size: of a typical object, in pixels.
        window: of the scene.
        shape: rows and columns of the scene.
    """
    spread = SPREAD * size
    places = centres(boxes_N4)
    near_N = np.ones(len(boxes_N4), bool)
    for at_N, span in zip(places, window, strict=True):
        near_N &= (at_N > span[0] - REACH * spread) & (at_N < span[1] + REACH * spread)
    down_NH, right_NW = (
        _shares(at_N[near_N], spread, span, length) for at_N, span, length in zip(places, window, shape, strict=True)
    )
    found: NDArray[np.float32] = (down_NH.T @ right_NW).astype(np.float32)
    return found


def _shares(at_N: NDArray[np.float64], spread: float, span: Span, length: int) -> NDArray[np.float64]:
    """The share of each object (N, H) in each row or column of a span; over the whole scene they add up to 1."""

    def below(edges: NDArray[np.float64]) -> NDArray[np.float64]:
        steps = ((edges - at_N[:, None]) / spread).clip(-REACH, REACH)
        found: NDArray[np.float64] = ndtr(steps)
        return found

    whole_N2 = below(np.array([0.0, length]))
    shares_NH = np.diff(below(np.arange(span[0], span[1] + 1, dtype=float)), axis=1)
    found: NDArray[np.float64] = shares_NH / np.diff(whole_N2, axis=1)
    return found
