"""How a model computes on this machine: in what precision, with which kernels, how many tiles at once.

Chosen by a few seconds of measurement on tiles of random numbers, and remembered in the user's cache folder until
model, device, torch or the number of cores change. Knows no scenes.
"""

import json
import os
import platform
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, cast

import torch
from torch import Tensor

from engine.errors import DeviceError, RequestError
from engine.model.downstream import Downstream
from engine.model.ofa import OFA
from engine.model.tokens import Chip

Model = OFA | Downstream
PRECISIONS = ("auto", "float32", "bfloat16")
PRECISION_GAIN = 1.2
"""How much faster bfloat16 must be to be taken: it rounds features to three digits, which no small gain is worth."""
GAIN = 1.05  # for what changes the last bits of an answer or nothing: less is noise
EXACT = 1e-4  # largest error of a product of 1024 standard normal pairs: float32 leaves 1e-5, bfloat16 1e-1
BUDGET_S = 8.0  # after which the best found so far is taken: a large model on a small processor
RUNS = 2
CPU_BATCHES = (1, 2, 4, 8)  # a larger one needs memory that the system must clear first, and delays a cancel
GPU_BATCHES = (8, 16, 32, 64)


@dataclass(frozen=True)
class Plan:
    """How a model computes.

    Attributes:
        precision: "float32" or "bfloat16" (products and attention; norms and the sums between blocks stay float32).
        fused: attention in one kernel, rather than two products and a softmax.
        onednn: on a CPU, float32 products by oneDNN; torch's own choice is MKL, which is slow beyond Intel's.
        batch: tiles per call.
        workers: calls side by side, each on a core of its own. As one call on all cores waits for the slowest of
            them at every step, this is as fast on a quiet processor and several times faster beside other programs.
    """

    precision: str = "float32"
    fused: bool = True
    onednn: bool = False
    batch: int = 1
    workers: int = 1


class Tuned:
    """A model that computes by a plan; features come out in float32."""

    def __init__(self, model: Model, plan: Plan) -> None:
        self.model, self.plan = model, plan

    @property
    def patch_px(self) -> int:
        """Side of a token in pixels."""
        return self.model.patch_px

    @property
    def multiple_px(self) -> int:
        """Sides of tiles are multiples of it."""
        return self.model.multiple_px

    @property
    def tile_px(self) -> int:
        """Side of a tile, before it is rounded to whole patches."""
        return self.model.tile_px

    @property
    def feature_dim(self) -> int:
        """Features of a token."""
        return self.model.feature_dim

    def dense(self, chips: Sequence[Chip]) -> Tensor:
        """See `OFA.dense`."""
        self.model.encoder.fuse_attention(self.plan.fused)
        with torch.autocast(chips[0].x_BCHW.device.type, torch.bfloat16, enabled=self.plan.precision == "bfloat16"):
            return self.model.dense(chips).float()


@contextmanager
def arithmetic(plan: Plan) -> Iterator[None]:
    """In here float32 matrices are multiplied as the plan says, by every thread of the process.

    A whole job is done in one such context, so that its numbers do not depend on the jobs before it. Allowing oneDNN
    on the CPU allows it bfloat16, too, which it takes where the processor has matrix tiles (AMX): see `exact`.
    """
    setting = cast(Any, torch.backends.mkldnn).matmul  # made at run time, so that mypy does not know it
    before = setting.fp32_precision
    setting.fp32_precision = "bf16" if plan.onednn else "ieee"
    try:
        yield
    finally:
        setting.fp32_precision = before


def exact() -> bool:
    """Whether oneDNN multiplies float32 matrices in float32 on this processor."""
    generator = torch.Generator().manual_seed(0)
    left, right = (torch.randn(256, 1024, generator=generator) for _ in range(2))
    with arithmetic(Plan(onednn=True)):
        product = left @ right.T
    return float((product - left.double() @ right.double().T).abs().max()) < EXACT


@cache
def cores() -> int:
    """The processor's cores as torch counted them at first: `OMP_NUM_THREADS` says fewer."""
    return torch.get_num_threads()


def plan(model: Model, identity: str, chip_of: Callable[[int], Chip], precision: str = "auto") -> Plan:
    """How the model shall compute: as remembered, or as measured now.

    Args:
        model: on its device.
        identity: tells models apart (the digest of its weights).
        chip_of: a number of tiles as the model will get them; what they show does not matter.
        precision: one of `PRECISIONS`.

    Raises:
        RequestError: an unknown precision.
        DeviceError: the device does not compute in it.
    """
    if precision not in PRECISIONS:
        raise RequestError(
            f"expected a precision of {', '.join(PRECISIONS)}; found '{precision}'", "give one of them to --precision"
        )
    tile_1CHW = chip_of(1).x_BCHW
    key = [
        identity,
        type(model).__name__,
        precision,
        _name(tile_1CHW.device),
        torch.__version__,
        cores(),
        tile_1CHW.shape[-1],
    ]
    path = cache_folder() / "tuning" / f"{sha256(json.dumps(key).encode()).hexdigest()[:32]}.json"
    known = _read(path)
    if known is None or (known.onednn and not exact()):
        known = measured(model, chip_of, precision)
        _write(path, known)
    return known


def measured(model: Model, chip_of: Callable[[int], Chip], precision: str) -> Plan:
    """The fastest plan of this precision; "auto" takes bfloat16 where it is clearly faster.

    Raises:
        DeviceError: the device does not compute in this precision.
    """
    lap = _Lap(model, chip_of, time.perf_counter() + BUDGET_S)
    cpu = chip_of(1).x_BCHW.device.type == "cpu"
    ways = {
        "float32": [Plan(), *([Plan(onednn=True)] if cpu and exact() else [])],
        "bfloat16": [Plan("bfloat16"), Plan("bfloat16", fused=False)],
    }
    timed = [_fastest(ways[kind], lap) for kind in ways if precision in ("auto", kind)]
    found = [each for each in timed if each]
    if not found:
        raise DeviceError(f"the device does not compute in {precision}", "use --precision auto")
    (best, slow_s), (fast, fast_s) = found[0], found[-1]
    best = fast if fast_s * PRECISION_GAIN < slow_s else best
    best = _or(best, _fastest([replace(best, batch=batch) for batch in (CPU_BATCHES if cpu else GPU_BATCHES)], lap))
    return replace(best, workers=cores() if cpu else 1)


def _or(plan: Plan, found: tuple[Plan, float] | None) -> Plan:
    return found[0] if found else plan


def _fastest(plans: Sequence[Plan], lap: "_Lap") -> tuple[Plan, float] | None:
    """The last plan before they get slower, with its seconds per tile; None where none computes."""
    best: tuple[Plan, float] | None = None
    for plan in plans:
        seconds = lap(plan)
        if seconds is None or (best and seconds * GAIN > best[1]):
            break
        best = plan, seconds
    return best


class _Lap:
    """Seconds that a plan takes per tile; None where the device cannot, or the time to measure is over.

    On a CPU one thread is timed by its own clock, which stands still while other programs have the core.
    """

    def __init__(self, model: Model, chip_of: Callable[[int], Chip], deadline: float) -> None:
        self._model, self._chip_of, self._deadline = model, chip_of, deadline

    @torch.inference_mode()
    def __call__(self, plan: Plan) -> float | None:
        chip, model = self._chip_of(plan.batch), Tuned(self._model, plan)
        alone = chip.x_BCHW.device.type == "cpu"
        if time.perf_counter() > self._deadline:
            return None
        threads = torch.get_num_threads()
        torch.set_num_threads(1 if alone else threads)
        try:
            for _ in range(RUNS):  # the last one counts: the first prepares kernels and memory
                began, own = time.perf_counter(), time.thread_time()
                with arithmetic(plan):
                    model.dense([chip]).flatten()[0].item()  # a device answers when it is done
                seconds, own_s = time.perf_counter() - began, time.thread_time() - own
        except RuntimeError:  # not in this precision, or not so many tiles
            return None
        finally:
            torch.set_num_threads(threads)
        return (own_s if alone else seconds) / plan.batch


def _name(device: torch.device) -> str:
    """What computes, as far as the system tells."""
    if device.type == "cuda":
        return torch.cuda.get_device_name(device)
    return f"{device.type} {platform.machine()} {platform.processor()} {torch.backends.cpu.get_cpu_capability()}"


def cache_folder() -> Path:
    """Where this user's programs keep what may go at any time; the folder of OFA there."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData/Local") / "ofa" / "cache"
    if sys.platform == "darwin":
        return Path.home() / "Library/Caches/ofa"
    chosen = Path(os.environ.get("XDG_CACHE_HOME", ""))
    return (chosen if chosen.is_absolute() else Path.home() / ".cache") / "ofa"


def _read(path: Path) -> Plan | None:
    try:
        return Plan(**json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def _write(path: Path, known: Plan) -> None:
    """Remember a plan; where that cannot be, it is measured anew next time."""
    part = path.with_suffix(f".{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(json.dumps(asdict(known)), encoding="utf-8")
        part.replace(path)
    except OSError:
        return
