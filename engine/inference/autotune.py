"""How a model computes on this machine: in what precision, with which kernels, how many tiles at once.

Chosen by a few seconds of measurement on tiles of random numbers, and remembered in the user's cache folder until
model, device, torch or the number of cores change. Knows no scenes.
"""

import json
import os
import platform
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

from engine.device import bfloat16_pays
from engine.errors import DeviceError, RequestError, is_out_of_memory, one_tile_is_too_large
from engine.model.downstream import Downstream
from engine.model.ofa import OFA
from engine.model.tokens import SensorBatch
from engine.protocol import PRECISIONS
from engine.user_folders import cache_folder

Model = OFA | Downstream
Pause = Callable[[], None]
PRECISION_GAIN = 1.2
"""How much faster bfloat16 must be to be taken: it rounds features to three digits, which no small gain is worth."""
GAIN = 1.05  # for what changes the last bits of an answer or nothing: less is noise
EXACT = 1e-4  # largest error of a product of 1024 standard normal pairs: float32 leaves 1e-5, bfloat16 1e-1
BUDGET_S = 8.0  # after which the best found so far is taken: a large model on a small processor
RUNS = 2
CPU_BATCHES = (1, 2, 4, 8)  # a larger one needs memory that the system must clear first, and delays a cancel
GPU_BATCHES = (8, 16, 32, 64)


def never_pause() -> None:
    """Where nobody wants to stop it."""


@dataclass(frozen=True)
class Tuning:
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


_begun: dict[Path, dict[Tuning, float | None]] = {}
"""What was measured while the best plan is sought, by where that will be remembered: who cancels loses nothing."""


class TunedModel:
    """A model that computes by a plan; features come out in float32."""

    def __init__(self, model: Model, tuning: Tuning) -> None:
        self.model, self.tuning = model, tuning

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

    def dense(self, batches: Sequence[SensorBatch]) -> Tensor:
        """See `OFA.dense`."""
        self.model.encoder.fuse_attention(self.tuning.fused)
        with torch.autocast(batches[0].x_BCHW.device.type, torch.bfloat16, enabled=self.tuning.precision == "bfloat16"):
            return self.model.dense(batches).float()


@contextmanager
def arithmetic(tuning: Tuning) -> Iterator[None]:
    """In here float32 matrices are multiplied as the plan says, by every thread of the process.

    A whole job is done in one such context, so that its numbers do not depend on the jobs before it. Allowing oneDNN
    on the CPU allows it bfloat16, too, which it takes where the processor has matrix tiles (AMX): see `exact`.
    """
    setting = cast(Any, torch.backends.mkldnn).matmul  # made at run time, so that mypy does not know it
    before = setting.fp32_precision
    setting.fp32_precision = "bf16" if tuning.onednn else "ieee"
    try:
        yield
    finally:
        setting.fp32_precision = before


def exact() -> bool:
    """Whether oneDNN multiplies float32 matrices in float32 on this processor."""
    generator = torch.Generator().manual_seed(0)
    left, right = (torch.randn(256, 1024, generator=generator) for _ in range(2))
    with arithmetic(Tuning(onednn=True)):
        product = left @ right.T
    return float((product - left.double() @ right.double().T).abs().max()) < EXACT


@cache
def cores() -> int:
    """The processor's cores as torch counted them at first: `OMP_NUM_THREADS` says fewer."""
    return torch.get_num_threads()


def workers_on(device: torch.device) -> int:
    """Threads that share the work on a device."""
    return cores() if device.type == "cpu" else 1


def require_precision(precision: str) -> None:
    """Return if it is one of `PRECISIONS`.

    Raises:
        RequestError: an unknown precision.
    """
    if precision not in PRECISIONS:
        raise RequestError(
            "expected a precision of {precisions}; found '{precision}'",
            "give one of them to --precision",
            precisions=", ".join(PRECISIONS),
            precision=precision,
        )


def tune(
    model: Model,
    identity: str,
    batch_of: Callable[[int], SensorBatch],
    precision: str = "auto",
    pause: Pause = never_pause,
) -> Tuning:
    """How the model computes: as remembered, or as measured now.

    Args:
        model: on its device.
        identity: tells models apart (the digest of its weights).
        batch_of: a number of tiles as the model will get them; what they show does not matter.
        precision: one of `PRECISIONS`.
        pause: called between measurements, and may raise: what was measured by then is kept for the next time.

    Raises:
        RequestError: an unknown precision.
        DeviceError: the device does not compute in it, or does not hold one tile.
    """
    require_precision(precision)
    tile_1CHW = batch_of(1).x_BCHW
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
        timing = _Timing(model, batch_of, pause, _begun.setdefault(path, {}))
        try:
            known = measured(timing, tile_1CHW.device.type == "cpu", precision)
        except DeviceError:
            del _begun[path]  # memory may be free the next time
            raise
        _write(path, known)
        del _begun[path]
    return known


def measured(timing: "Seconds", cpu: bool, precision: str) -> Tuning:
    """The fastest plan of this precision; "auto" takes bfloat16 where it is clearly faster.

    A processor whose products are slower in bfloat16 does not run the model in it: a tile would take many seconds.

    Args:
        timing: the seconds that a plan takes for a tile; None where it cannot be followed.
        cpu: whether a processor computes.
        precision: one of `PRECISIONS`.

    Raises:
        DeviceError: the device does not compute in this precision.
    """
    ways = {
        "float32": [Tuning(), *([Tuning(onednn=True)] if cpu and exact() else [])],
        "bfloat16": [Tuning("bfloat16"), Tuning("bfloat16", fused=False)],
    }
    if precision == "auto" and cpu and not bfloat16_pays():
        del ways["bfloat16"]
    timed = [_fastest(ways[kind], timing) for kind in ways if precision in ("auto", kind)]
    found = [each for each in timed if each]
    if not found:
        raise DeviceError("the device does not compute in {precision}", "use --precision auto", precision=precision)
    (best, slow_s), (fast, fast_s) = found[0], found[-1]
    best = fast if fast_s * PRECISION_GAIN < slow_s else best
    best = _or(best, _fastest([replace(best, batch=batch) for batch in (CPU_BATCHES if cpu else GPU_BATCHES)], timing))
    return replace(best, workers=cores() if cpu else 1)


def _or(tuning: Tuning, found: tuple[Tuning, float] | None) -> Tuning:
    return found[0] if found else tuning


def _fastest(tunings: Sequence[Tuning], timing: "Seconds") -> tuple[Tuning, float] | None:
    """The last plan before they get slower, with its seconds per tile; None where none computes."""
    best: tuple[Tuning, float] | None = None
    for tuning in tunings:
        seconds = timing(tuning)
        if seconds is None or (best and seconds * GAIN > best[1]):
            break
        best = tuning, seconds
    return best


Seconds = Callable[[Tuning], float | None]


class _Timing:
    """Seconds that a plan takes per tile; None where the device cannot, or the time to measure is over.

    On a CPU one thread is timed by its own clock, which stands still while other programs have the core.
    """

    def __init__(
        self, model: Model, batch_of: Callable[[int], SensorBatch], pause: Pause, known: dict[Tuning, float | None]
    ) -> None:
        self._model, self._batch_of, self._pause, self._known = model, batch_of, pause, known
        self._deadline = time.perf_counter() + BUDGET_S

    def __call__(self, tuning: Tuning) -> float | None:
        if tuning not in self._known:
            self._pause()
            if time.perf_counter() > self._deadline:
                return None
            self._known[tuning] = self._timed(tuning)
        return self._known[tuning]

    @torch.inference_mode()
    def _timed(self, tuning: Tuning) -> float | None:
        batch, model = self._batch_of(tuning.batch), TunedModel(self._model, tuning)
        alone = batch.x_BCHW.device.type == "cpu"
        threads = torch.get_num_threads()
        torch.set_num_threads(1 if alone else threads)
        try:
            for _ in range(RUNS):  # the last one counts: the first prepares kernels and memory
                began, own = time.perf_counter(), time.thread_time()
                with arithmetic(tuning):
                    model.dense([batch]).flatten()[0].item()  # a device answers when it is done
                seconds, own_s = time.perf_counter() - began, time.thread_time() - own
        except RuntimeError as error:  # not in this precision, or not so many tiles
            if tuning.batch == 1 and is_out_of_memory(error):
                raise one_tile_is_too_large(batch.x_BCHW.device) from error
            return None
        finally:
            torch.set_num_threads(threads)
        return (own_s if alone else seconds) / tuning.batch


def _name(device: torch.device) -> str:
    """What computes, as far as the system tells."""
    if device.type == "cuda":
        return torch.cuda.get_device_name(device)
    return f"{device.type} {platform.machine()} {platform.processor()} {torch.backends.cpu.get_cpu_capability()}"


def _read(path: Path) -> Tuning | None:
    try:
        return Tuning(**json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def _write(path: Path, known: Tuning) -> None:
    """Remember a plan; if that fails, it is measured again next time."""
    part = path.with_suffix(f".{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(json.dumps(asdict(known)), encoding="utf-8")
        part.replace(path)
    except OSError:
        return
