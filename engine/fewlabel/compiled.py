"""Loops that numba compiles once for an installation and keeps on disk, beside what Python compiles.

Where numba is missing, and on other devices, torch computes the same: whoever has such a loop asks `runs_compiled`.
"""

import importlib.util
from collections.abc import Callable
from functools import cache
from threading import Lock
from typing import ClassVar

import torch
from torch import Tensor

_compiling = Lock()


class CompiledLoop:
    """A function of arrays; while it runs, other threads of Python do, too.

    Args:
        loop: calls nothing but numpy's constructors and plain arithmetic.
        signature: the types of its arguments, as numba writes them.
    """

    every: ClassVar[list["CompiledLoop"]] = []
    """All that were made."""

    def __init__(self, loop: Callable[..., None], signature: str) -> None:
        self._loop, self._signature = loop, signature
        self._compiled: Callable[..., None] | None = None
        self.every.append(self)

    def __call__(self, *arguments: object) -> None:
        """Run it; of several threads that ask for it first, one compiles it."""
        self.compile()(*arguments)

    def compile(self) -> Callable[..., None]:
        """Have it ready."""
        with _compiling:
            if self._compiled is None:
                import numba  # noqa: PLC0415  (0.4 s of processor time, which only mapping and learning should pay)

                try:
                    self._compiled = numba.njit(self._signature, nogil=True, cache=True)(self._loop)
                except RuntimeError:  # no folder to keep it in
                    self._compiled = numba.njit(self._signature, nogil=True)(self._loop)
            return self._compiled


def runs_compiled(tensor: Tensor) -> bool:
    """Whether a loop can take the tensor: numba lacks wheels for the newest Pythons for some months."""
    return tensor.device.type == "cpu" and _has_numba()


def compile_ahead(device: torch.device) -> None:
    """Have all loops ready, so that the first map on this device does not wait for them."""
    if runs_compiled(torch.empty(0, device=device)):
        for loop in CompiledLoop.every:
            loop.compile()


@cache
def _has_numba() -> bool:
    return importlib.util.find_spec("numba") is not None
