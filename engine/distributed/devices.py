"""Devices for worker processes: the environment of each, so that they share one machine. Does not load torch."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from engine.errors import DeviceError


@dataclass(frozen=True)
class WorkerDevice:
    """Where a worker process computes: what its requests say, and what its environment says beside ours."""

    device: str
    environment: Mapping[str, str]


def worker_devices(devices: Sequence[str]) -> list[WorkerDevice]:
    """One for each device; the processor's cores are shared out among them, unless OMP_NUM_THREADS is set.

    Raises:
        DeviceError: a device that this machine's environment hides.
    """
    threads = os.environ.get("OMP_NUM_THREADS") or str(max(1, cores() // len(devices)))
    return [WorkerDevice(device, {"OMP_NUM_THREADS": threads, **more}) for device, more in map(pinned, devices)]


def cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def pinned(name: str) -> tuple[str, dict[str, str]]:
    """The environment in which a process sees no other device than this one.

    It then cannot touch another GPU by mistake, and its outputs name no device number of the machine.

    Returns:
        the name of the device in that process, and what its environment says beside ours.

    Raises:
        DeviceError: the environment hides the device that is asked for.

    Example:
        >>> pinned("cpu"), pinned("cuda:1")  # where CUDA_VISIBLE_DEVICES is not set
        (('cpu', {}), ('cuda', {'CUDA_VISIBLE_DEVICES': '1'}))
    """
    kind, _, digits = name.partition(":")
    if kind != "cuda" or not digits.isdecimal():
        return name, {}
    number = int(digits)
    shown = os.environ.get("CUDA_VISIBLE_DEVICES", "")
    if not shown:
        return "cuda", {"CUDA_VISIBLE_DEVICES": str(number)}
    if number >= len(visible := shown.split(",")):
        raise DeviceError(
            f"CUDA_VISIBLE_DEVICES={shown} hides {name}", f"give one of cuda:0 to cuda:{len(visible) - 1}"
        )
    return "cuda", {"CUDA_VISIBLE_DEVICES": visible[number].strip()}
