"""Which device computes: proven by a real matrix product, and never a silent fall-back."""

import time
from collections.abc import Callable
from functools import cache

import torch

from engine.errors import DeviceError
from engine.protocol import DEVICES
from engine.words import joined, say

_SIDE = 64  # of the matrices of the proof: integers whose products a float32 (or TF32) holds exactly


def pick_device(name: str = "auto", fault: Callable[[str], str | None] | None = None) -> tuple[torch.device, str]:
    """The device called `name`, and one line for the user that says why it is this one.

    "auto" takes the first of CUDA, MPS and CPU that works; where it is the CPU, the line tells what was wrong with the
    others. A line that ends with a proof has the device's name as its value `name`.

    Args:
        name: one of `DEVICES`, or "cuda:1" for the second of several.
        fault: what is wrong with a kind of device, None if it works; `device_fault` unless a test says otherwise.

    Raises:
        DeviceError: an unknown name, or a device that was asked for and is absent or computes wrongly.
    """
    fault = fault or device_fault
    if name not in DEVICES and _cuda_number(name) is None:
        raise DeviceError(
            "expected a device of {devices}; found '{name}'",
            "give one of them to --device, or cuda:1 for the second of several",
            devices=", ".join(DEVICES),
            name=name,
        )
    if name != "auto":
        if wrong := fault(name):
            raise DeviceError(wrong, "use --device auto or --device cpu; `engine doctor` tells what torch finds")
        return torch.device(name), say("{name} was asked for and computed a matrix product", name=_title(name))
    faults: list[str] = []
    for kind in ("cuda", "mps", "cpu"):
        wrong = fault(kind)
        if wrong is None:
            if kind == "cpu":
                return torch.device(kind), joined(faults, "; ")
            return torch.device(kind), say("{name} computed a matrix product", name=_title(kind))
        faults.append(wrong)
    raise DeviceError(joined(faults, "; "), "reinstall torch; `engine doctor` tells what it finds")


def _title(name: str) -> str:
    """What the maker calls a GPU, where torch knows it: "NVIDIA H200"; else "CUDA", "Apple GPU", "CPU"."""
    if name.startswith("cuda") and torch.cuda.is_available():
        return torch.cuda.get_device_name(name)
    return "Apple GPU" if name == "mps" else name.upper()


def _cuda_number(name: str) -> int | None:
    kind, _, number = name.partition(":")
    return int(number) if kind == "cuda" and number.isdecimal() else None


def device_fault(kind: str) -> str | None:
    """Why a device ("cpu", "cuda", "cuda:1", "mps") cannot be used; None if it computes a matrix product."""
    present: dict[str, Callable[[], bool]] = {
        "cpu": lambda: True,
        "cuda": torch.cuda.is_available,
        "mps": torch.backends.mps.is_available,
    }
    if not present[kind.partition(":")[0]]():
        return say(
            "no {kind} device found by torch {version}", kind=kind.partition(":")[0].upper(), version=torch.__version__
        )
    if (number := _cuda_number(kind) or 0) and number >= (count := torch.cuda.device_count()):
        return say(
            "torch finds {devices}, counted from 0; {kind} is not among them",
            devices=say("1 CUDA device") if count == 1 else say("{count} CUDA devices", count=count),
            kind=kind,
        )
    try:
        values = torch.arange(_SIDE * _SIDE, dtype=torch.float32).reshape(_SIDE, _SIDE) % 7
        product = (values.to(kind) @ values.to(kind).T).cpu()
        right = torch.equal(product, (values[:, None] * values[None]).sum(2))
    except RuntimeError as error:
        return say(
            "the {kind} device failed at a matrix product: {error}", kind=kind.upper(), error=str(error).splitlines()[0]
        )
    return None if right else say("the {kind} device computed a wrong matrix product", kind=kind.upper())


@cache
def bfloat16_pays() -> bool:
    """Whether the processor multiplies matrices of bfloat16 no slower than those of float32.

    Without instructions for it (AVX-512 BF16, AMX, or Arm's) a product takes some fifty times as long.
    """
    return _product_s(torch.bfloat16) <= _product_s(torch.float32)


def _product_s(dtype: torch.dtype) -> float:
    """Seconds of a product as in a small Transformer, by this thread's clock: the fastest of three."""
    left, right = torch.ones(512, 192, dtype=dtype), torch.ones(192, 768, dtype=dtype)
    taken = []
    for _ in range(3):
        began = time.thread_time()
        left @ right
        taken.append(time.thread_time() - began)
    return min(taken)
