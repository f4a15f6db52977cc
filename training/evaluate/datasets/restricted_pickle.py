"""An unpickler that runs nothing, for the pickles inside GEO-Bench's files.

A pickle may name any function and have it called, so this one looks no name up: classes of the benchmark's own
packages become stand-ins that do nothing, a few plain types are rebuilt by functions of ours, and everything else is
refused. So are Python objects inside numpy arrays, since numpy would hand them to an unpickler of its own.
"""

import ast
import datetime
import io
from collections import OrderedDict
from collections.abc import Callable, Mapping
from pickle import Unpickler  # nosec B403  # only as the parent of a class that looks nothing up
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.errors import SceneError
from training.evaluate.datasets.labelled_set import AGAIN

MOST_CHARACTERS = 64 * 2**20
"""A sample's description has a few kilobytes; 369 bands with a projection each stay below one megabyte."""
OWN = ("geobench", "ccb")  # the benchmark's package under its present and its former name
STOOD_IN = {("affine", "Affine"), ("rasterio.crs", "CRS"), ("rasterio._crs", "_CRS"), ("pathlib", "PosixPath")}


class _StandIn:
    """Stands for an object of a class that is not loaded, and drops whatever it is given."""

    def __new__(cls, *_args: object, **_named: object) -> "_StandIn":
        return super().__new__(cls)

    def __setstate__(self, _state: object) -> None:
        pass


def loads_text(text: object, where: str) -> Any:  # noqa: ANN401 - whatever was pickled
    """The object in a pickle that was written as the text of a bytes literal: ``b'…'``, quotes and all.

    Args:
        text: of the literal.
        where: the file, for the error.

    Raises:
        SceneError: there is no such text, or it is damaged or too large, or names something that the benchmark's data
            never hold.
    """
    if isinstance(text, bytes):
        text = text.decode("ascii", "replace")
    if not isinstance(text, str) or not text.startswith(("b'", 'b"')):
        raise SceneError(f"expected a pickle as text in {where}; found {str(text)[:40]!r}", AGAIN)
    if len(text) > MOST_CHARACTERS:
        raise SceneError(f"expected at most {MOST_CHARACTERS} characters in {where}; found {len(text)}", AGAIN)
    try:
        return _Restricted(io.BytesIO(ast.literal_eval(text))).load()
    except _RefusedError as error:
        raise SceneError(
            f"{where} names {error}, which GEO-Bench's data never hold; it was not run",
            "do not trust this copy: download the set again from its publisher",
        ) from error
    except Exception as error:  # a damaged pickle can raise almost anything
        raise SceneError(f"the description in {where} is damaged: {error}", AGAIN) from error


class _RefusedError(Exception):
    """A name that is not on the list."""


class _Restricted(Unpickler):
    """Imports nothing."""

    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401 - classes and functions
        """What a name in the pickle stands for.

        Raises:
            _RefusedError: the name is not on the list.
        """
        if module.partition(".")[0] in OWN or (module, name) in STOOD_IN:
            return _StandIn
        if (module, name) in _PLAIN:
            return _PLAIN[module, name]
        raise _RefusedError(f"{module}.{name}")


def _dtype(*args: Any, **named: Any) -> np.dtype[Any]:  # noqa: ANN401
    dtype: np.dtype[Any] = np.dtype(*args, **named)
    if dtype.hasobject:
        raise _RefusedError("an array of objects")
    return dtype


def _scalar(dtype: np.dtype[Any], data: bytes) -> Any:  # noqa: ANN401
    return np.frombuffer(data, _dtype(dtype))[0]


def _array(*_arguments: object) -> NDArray[Any]:
    """An empty array, which the pickle then fills."""
    return np.ndarray((0,), np.int8)


def _from_buffer(data: bytes, dtype: np.dtype[Any], shape: tuple[int, ...], order: str) -> NDArray[Any]:
    array: NDArray[Any] = np.frombuffer(data, _dtype(dtype))
    return array.reshape(shape, order="F" if order == "F" else "C")


def _latin(text: str, encoding: str) -> bytes:
    """How old protocols write bytes: as text in which each character is one."""
    if encoding != "latin1":
        raise _RefusedError(f"the codec {encoding}")
    return text.encode("latin1")


_PLAIN: Mapping[tuple[str, str], Callable[..., Any]] = {
    ("datetime", "date"): datetime.date,
    ("datetime", "datetime"): datetime.datetime,
    ("collections", "OrderedDict"): OrderedDict,
    ("_codecs", "encode"): _latin,
    ("numpy", "dtype"): _dtype,
    ("numpy", "ndarray"): _array,
    **{
        (f"numpy.{core}.{module}", name): function
        for core in ("core", "_core")
        for module, name, function in (
            ("multiarray", "_reconstruct", _array),
            ("multiarray", "scalar", _scalar),
            ("numeric", "_frombuffer", _from_buffer),
        )
    },
}
