"""JSON that every reader accepts: one line, and no NaN or infinity."""

import json
import math
from collections.abc import Mapping


def to_json(outputs: object) -> str:
    """One line of strict JSON. Numbers that JSON does not have (NaN, infinity) become null."""
    return json.dumps(_finite(outputs), allow_nan=False)


def _finite(value: object) -> object:
    if isinstance(value, Mapping):
        return {key: _finite(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_finite(item) for item in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value
