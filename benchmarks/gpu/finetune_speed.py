"""Training images per second and memory of ViT-B: our fine-tuning step beside a plain loop around timm's model.

    python3 benchmarks/gpu/finetune_speed.py [--device cuda] [--batches 32 64 128] [--seconds 10] [--size base]

Random chips of nine Sentinel-2 bands, 224 pixels, one of ten classes; all weights learn; AdamW; bfloat16 autocast
where the device is a GPU. Ours is what `training.finetune.fit` does in a step (forward, loss, backward, clip, step),
chips already on the device in both. Prints one JSON object; with `--device cpu --size tiny --batches 2 --seconds 1` it
only proves that it runs.
"""

import argparse
import json
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from torch import nn

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from engine.model.config import PRESETS
from engine.model.downstream import Downstream
from engine.model.task import Task
from engine.model.tokens import SensorBatch
from engine.model.torchvision_guard import ensure_torchvision_imports
from engine.sensors import CATALOGUE
from training.data.samples import LabelledBatch
from training.finetune.losses import loss, loss_of
from training.optim import groups_of

BANDS = tuple(band for band in CATALOGUE["sentinel-2"].bands if band.name not in ("B01", "B09", "B10", "B8A"))
SIDE_PX, PATCH_PX, CLASSES = 224, 16, 10
TIMM = {"tiny": "vit_tiny_patch16_224", "small": "vit_small_patch16_224", "base": "vit_base_patch16_224"}
WARM = 3


def ours(size: str, device: torch.device) -> tuple[nn.Module, Callable[[torch.Tensor, torch.Tensor], torch.Tensor]]:
    """Our model, and its loss on chips and classes."""
    numbers = (0.0,) * len(BANDS), (1.0,) * len(BANDS)
    names = tuple(map(str, range(CLASSES)))
    task = Task(
        "classification", "linear", BANDS, *numbers, "sentinel-2", "reflectance", 10.0, SIDE_PX, names, names, {}
    )
    model = Downstream(task, replace(PRESETS[size], patch_px=PATCH_PX)).to(device).train()
    of = loss_of(task, np.ones(CLASSES), device)
    valid_BHW = torch.ones(1, 1, 1, dtype=torch.bool)
    return model, lambda x, y: loss(model, LabelledBatch(SensorBatch(x, BANDS, 10.0, "S2"), valid_BHW, y), of)


def timms(size: str, device: torch.device) -> tuple[nn.Module, Callable[[torch.Tensor, torch.Tensor], torch.Tensor]]:
    """A ViT of timm with as many bands, and its loss."""
    ensure_torchvision_imports()
    import timm  # noqa: PLC0415

    model = timm.create_model(TIMM[size], pretrained=False, in_chans=len(BANDS), num_classes=CLASSES).to(device).train()
    return model, lambda x, y: nn.functional.cross_entropy(model(x), y)


def measured(
    make: Callable[..., tuple], size: str, device: torch.device, batch: int, seconds: float
) -> dict[str, float]:
    """Images per second over `seconds`, and the peak memory in MiB (0 on a CPU)."""
    model, loss_at = make(size, device)
    optimise = torch.optim.AdamW(
        groups_of(model.named_parameters(), 0.05, lambda _: 1.0), lr=1e-4, fused=device.type == "cuda"
    )
    x = torch.randn(batch, len(BANDS), SIDE_PX, SIDE_PX, device=device)
    y = torch.arange(batch, device=device) % CLASSES
    if device.type == "cuda":
        torch.cuda.reset_peak_memory_stats(device)

    def step() -> None:
        with torch.autocast(device.type, torch.bfloat16, enabled=device.type == "cuda"):
            value = loss_at(x, y)
        value.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimise.step()
        optimise.zero_grad(set_to_none=True)

    for _ in range(WARM):
        step()
    _wait(device)
    began, steps = time.perf_counter(), 0
    while time.perf_counter() - began < seconds:
        step()
        steps += 1
        _wait(device)
    rate = steps * batch / (time.perf_counter() - began)
    peak = torch.cuda.max_memory_allocated(device) >> 20 if device.type == "cuda" else 0
    return {"images_per_s": round(rate, 1), "peak_mib": peak}


def _wait(device: torch.device) -> None:
    if device.type == "cuda":
        torch.cuda.synchronize(device)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--device", default="cuda")
    options.add_argument("--size", default="base", choices=sorted(TIMM))
    options.add_argument("--batches", type=int, nargs="+", default=[32, 64, 128])
    options.add_argument("--seconds", type=float, default=10.0)
    asked = options.parse_args()
    device = torch.device(asked.device)
    name = torch.cuda.get_device_name(device) if device.type == "cuda" else "CPU: proves only that it runs"
    rows = []
    for batch in asked.batches:  # one after the other on the same card, in turns
        row = {"batch": batch}
        for label, make in (("ours", ours), ("timm", timms)):
            try:
                row[label] = measured(make, asked.size, device, batch, asked.seconds)
            except torch.OutOfMemoryError:
                row[label] = None
        both = row["ours"] and row["timm"]
        row["ratio"] = round(row["ours"]["images_per_s"] / row["timm"]["images_per_s"], 3) if both else None
        rows.append(row)
    print(json.dumps({"device": name, "size": asked.size, "torch": torch.__version__, "rows": rows}))


if __name__ == "__main__":
    main()
