"""Loops that numba compiles for the processor at hand, in seconds the first time, and keeps on disk.

numba stores what it compiled beside the module, or in the user's cache folder where that cannot be written.
"""

import importlib.util
from collections.abc import Callable
from functools import cache
from threading import Lock
from typing import Any

from numpy.typing import NDArray
from torch import Tensor

_compiling = Lock()


class Compiled:
    """A function of numpy arrays, compiled at its first call; calls let other threads of Python run.

    Args:
        signature: of numba's, such as ``"void(f4[:,::1], f4)"``.
        function: plain Python that numba understands.
    """

    def __init__(self, signature: str, function: Callable[..., None]) -> None:
        self._signature, self._function = signature, function
        self._loop: Callable[..., None] | None = None

    def __call__(self, *values: NDArray[Any] | float) -> None:
        """Run it."""
        if self._loop is None:
            with _compiling:
                self._loop = self._loop or self._built()
        self._loop(*values)

    def _built(self) -> Callable[..., None]:
        import numba  # noqa: PLC0415  (0.4 s of processor time, which only mapping and learning should pay)

        try:
            loop: Callable[..., None] = numba.njit(self._signature, nogil=True, cache=True)(self._function)
        except RuntimeError:  # no folder to keep it in
            loop = numba.njit(self._signature, nogil=True)(self._function)
        return loop


def runs_compiled(tensor: Tensor) -> bool:
    """Whether a compiled loop can take the tensor: numba lacks wheels for the newest Pythons for some months."""
    return tensor.device.type == "cpu" and _has_numba()


@cache
def _has_numba() -> bool:
    return importlib.util.find_spec("numba") is not None
