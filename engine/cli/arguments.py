"""Texts of the command line as fields of a request. Knows how they are written, not what they mean."""

import re
from collections.abc import Callable
from typing import Any, TypeVar

from engine.errors import RequestError
from engine.sensors import parse_bands

Number = TypeVar("Number", int, float)

FILL_WORDS = {"fill": "nodata", "none": "data"}
"""What --nodata says of fill that the file does not declare -> what a request says."""


def named(bands: str | None) -> dict[str, str]:
    """``1=B02,2=B03`` as a request carries it."""
    return {str(index): name for index, name in parse_bands(bands).items()} if bands else {}


def numbers(text: str | None) -> tuple[float, ...] | None:
    """``xmin,ymin,xmax,ymax`` as a request carries it; the job knows whether they fit the scene.

    Raises:
        RequestError: not numbers.
    """
    try:
        return tuple(float(part) for part in text.split(",")) if text else None
    except ValueError as error:
        raise RequestError(f"expected four numbers, found '{text}'", "give --extent xmin,ymin,xmax,ymax") from error


def places(text: str) -> tuple[tuple[float, float], ...]:
    """``X,Y X,Y`` as a request carries places.

    Raises:
        RequestError: not pairs of numbers.
    """
    try:
        pairs = re.sub(r"\s*,\s*", ",", text.strip()).split()
        return tuple((float(x), float(y)) for x, y in (pair.split(",") for pair in pairs))
    except ValueError as error:
        raise RequestError(f"expected places as X,Y X,Y; found '{text}'", "give --at '500100,5799900'") from error


def ranges(text: str | None) -> tuple[tuple[float, float], ...]:
    """``-9999,0:5`` as ranges.

    Raises:
        RequestError: not numbers.
    """
    parts = [part.partition(":") for part in text.split(",")] if text else []
    try:
        return tuple((_number(low), _number(high if colon else low)) for low, colon, high in parts)
    except ValueError as error:
        raise RequestError(f"expected numbers or ranges, found '{text}'", "give --nodata LOW:HIGH,VALUE") from error


def _number(text: str) -> float:
    """An integer that a band can store stays one: it can have more digits than a float keeps."""
    number = float(text)
    return int(text) if re.fullmatch(r"\s*[+-]?\d{1,20}\s*", text) else number


def without_meaning(text: str | None) -> dict[str, Any]:
    """``-9999,0:5`` as a scene's ``nodata``; ``fill`` and ``none`` as its ``fill``. What is not said is not there.

    Raises:
        RequestError: not numbers, or both words.
    """
    words = [part.strip() for part in text.split(",")] if text else []
    said = {FILL_WORDS[word] for word in words if word in FILL_WORDS}
    if len(said) > 1:
        raise RequestError("expected --nodata fill or none, found both", "fill is nodata, none: it was measured")
    spans = ranges(",".join(word for word in words if word not in FILL_WORDS))
    return {**({"nodata": spans} if spans else {}), **({"fill": said.pop()} if said else {})}


SAID_OF_A_SOURCE = ("sensor", "bands", "units", "crs", "nodata", "mask")


def source(text: str) -> dict[str, Any]:
    """``DEM.tif,sensor=elevation`` as a further source of a scene.

    Raises:
        RequestError: its bands or nodata are not written as they should be.
    """
    path, *said = re.split(rf",(?=(?:{'|'.join(SAID_OF_A_SOURCE)})=)", text)
    fields = dict(part.split("=", 1) for part in said)
    nodata = without_meaning(fields.pop("nodata", None))
    bands = {"bands": named(fields.pop("bands"))} if "bands" in fields else {}
    return {"path": path, **fields, **bands, **nodata}


def colours(text: str | None) -> dict[str, str]:
    """``water=#0072b2,forest=#009e73`` by class.

    Raises:
        RequestError: a part without a name or a colour.
    """
    pairs = [part.rpartition("=") for part in text.split(",")] if text else []
    if wrong := [colour for name, _, colour in pairs if not name.strip()]:
        raise RequestError(f"expected NAME=#RRGGBB, found '{wrong[0]}'", "give --colours water=#0072b2,forest=#009e73")
    return {name.strip(): colour.strip() for name, _, colour in pairs}


def classes(text: str) -> dict[str, str]:
    """``1=roof,2=road`` or ``Wald=forest``: the name of each value of the labels.

    Raises:
        RequestError: a part without a value or a name, or a value that is named twice.
    """
    pairs = [[part.strip() for part in pair.partition("=")] for pair in text.split(",")]
    if wrong := ["".join(pair) for pair in pairs if not all(pair)]:
        raise RequestError(f"expected VALUE=NAME, found '{wrong[0]}'", "give --classes 1=roof,2=road")
    named = [value for value, _, _ in pairs]
    if twice := [value for value in named if named.count(value) > 1]:
        raise RequestError(f"the label value {twice[0]} is named twice", "name each value of --classes once")
    return {value: name for value, _, name in pairs}


def values(text: str | None) -> dict[str, int]:
    """``water=1,forest=2`` by class.

    Raises:
        RequestError: a part without a name or a whole number.
    """
    return _numbered(text, int, "expected NAME=NUMBER, found '{}'", "give --values water=1,forest=2")


def shares(text: str | None) -> dict[str, float]:
    """``water=0.9,forest=0.7`` by class.

    Raises:
        RequestError: a part without a name or a number.
    """
    return _numbered(text, float, "expected NAME=SHARE, found '{}'", "give --anticipated water=0.9,forest=0.7")


def merges(text: str | None) -> dict[str, str]:
    """``crops=wheat+maize,water=sea+lake`` by new class.

    Raises:
        RequestError: a part without a name or without members.
    """
    pairs = [part.partition("=") for part in text.split(",")] if text else []
    if wrong := [name + equals for name, equals, members in pairs if not (name.strip() and members.strip())]:
        raise RequestError(f"expected NAME=CLASS+CLASS, found '{wrong[0]}'", "give --merge crops=wheat+maize")
    return {name.strip(): members for name, _, members in pairs}


def _numbered(text: str | None, number: Callable[[str], Number], error: str, hint: str) -> dict[str, Number]:
    pairs = [part.rpartition("=") for part in text.split(",")] if text else []
    try:
        if not all(name.strip() for name, _, _ in pairs):
            raise ValueError(text)
        return {name.strip(): number(value) for name, _, value in pairs}
    except ValueError as wrong:
        raise RequestError(error.format(text), hint) from wrong
