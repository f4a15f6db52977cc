"""Stored values as texts, in few digits that mean just them."""

import numpy as np

from engine.words import say

LARGEST_WHOLE = 1e15
"""Whole numbers below it are written in full."""


def span(low: float, high: float) -> str:
    """A value, or the first and the last of a range."""
    return number(low) if low == high else say("{low} to {high}", low=number(low), high=number(high))


def number(value: float) -> str:
    """A stored value in few digits that mean just it: 65535, -9999, 1e+20."""
    if value.is_integer() and abs(value) < LARGEST_WHOLE:
        return str(int(value))
    with np.errstate(over="ignore"):
        short = np.float32(value)
    return str(short) if float(short) == value else repr(value)
