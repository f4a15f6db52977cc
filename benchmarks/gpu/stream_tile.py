"""A whole Sentinel-2 tile from file to class map on a GPU: seconds, share of the limit, busy share, memory.

    python benchmarks/gpu/stream_tile.py [--device cuda] [--side 10980] [--models tiny small base]

Prints one JSON object per model: "tiny" is the shipped one, the others have random weights of their sizes. What is
measured is `engine bench` of the whole scene; the busy share is the mean of what nvidia-smi tells every tenth of a
second while the pipeline runs. The scene is made here: several octaves of noise, deflated, ten bands.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import torch

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from benchmarks.stream import quiet, scene  # noqa: E402
from engine.inference import autotune  # noqa: E402
from engine.jobs import bench  # noqa: E402
from engine.mapping.opening import Opened, open_with_model, random_tiles  # noqa: E402
from engine.model.config import PRESETS  # noqa: E402
from engine.model.ofa import OFA  # noqa: E402
from engine.protocol import BenchRequest, ComputeSpec, SceneSpec  # noqa: E402

QUERY = ("nvidia-smi", "--query-gpu=utilization.gpu", "--format=csv,noheader,nounits", "--loop-ms=100")


@contextmanager
def busy(device: str) -> Iterator[list[float]]:
    """Percents of time in which the GPU had work, as they come in."""
    found: list[float] = []
    if device != "cuda":
        yield found
        return
    with subprocess.Popen(QUERY, stdout=subprocess.PIPE, text=True) as told:
        reader = threading.Thread(target=lambda: found.extend(float(line) for line in told.stdout or ()))
        reader.start()
        yield found
        told.terminate()
        reader.join()


def sized(opened: Opened, size: str) -> Opened:
    """The same scene with a model of this size; "tiny" is the shipped one."""
    if size == "tiny":
        return opened
    model = OFA(PRESETS[size]).eval().requires_grad_(False).to(opened.source.device)
    tuning = autotune.measured(model, partial(random_tiles, replace(opened.source, model=model)), "auto")
    source = replace(
        opened.source, model=autotune.TunedModel(model, tuning), batch=tuning.batch, workers=tuning.workers
    )
    return replace(opened, source=source, tuning=tuning)


def measured(path: Path, device: str, size: str) -> dict[str, Any]:
    """What `engine bench` answers of the whole scene, and what the GPU tells during one more run."""
    with open_with_model(BenchRequest(SceneSpec(str(path), units="dn"), ComputeSpec(device=device))) as found:
        opened = sized(found, size)
        window = (0, opened.source.scene.height), (0, opened.source.scene.width)
        answer = bench.measured(opened, window, quiet)
        with tempfile.TemporaryDirectory() as folder, busy(device) as percents:
            bench.streamed(opened, window, Path(folder), quiet)
    return {
        **answer,
        "model": f"ofa-{size}",
        "gpu_busy_percent": sum(percents) / len(percents) if percents else None,
        "gpu_peak_mb": torch.cuda.max_memory_allocated() / 1e6 if device == "cuda" else None,
    }


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--device", default="cuda")
    options.add_argument("--side", type=int, default=10980)
    options.add_argument("--models", nargs="*", default=["tiny", "small", "base"], choices=["tiny", *PRESETS])
    asked = options.parse_args()
    path = scene(asked.side)
    for size in asked.models:
        print(json.dumps(measured(path, asked.device, size)), flush=True)


if __name__ == "__main__":
    main()
