"""The same classification on the CPU and on another device: are the maps the same, and how long did each take?

    python benchmarks/gpu/parity.py [--device cuda] [--size 2048]

Works on a simulated landscape (see `resources/demo/landscape.py`), so that it runs on a bare machine. Prints one
JSON object; exit status 1 if the maps differ beyond rounding.
"""

import argparse
import json
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import rasterio
import torch

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from engine.jobs import classify
from engine.protocol import ClassifyRequest, ComputeSpec, SceneSpec
from resources.demo import demo, landscape

MOST_PIXELS_APART = 1e-3  # share of pixels whose two best classes are so close that rounding decides
LARGEST_DIFFERENCE = 1e-2  # of confidence: TF32 and bf16 are off, so that only the order of sums differs


def run(folder: Path, device: str) -> tuple[np.ndarray, np.ndarray, dict[str, float]]:
    out, confidence = folder / f"{device}.tif", folder / f"{device}_confidence.tif"
    request = ClassifyRequest(
        SceneSpec(str(folder / "scene.tif")),
        ComputeSpec(device=device),
        labels=str(folder / "labels.gpkg"),
        field="class",
        out=str(out),
        confidence=str(confidence),
    )
    start = time.perf_counter()
    answer = classify.run(request, lambda done, total, note: None)
    seconds = {"total": time.perf_counter() - start, **answer["report"]["seconds"]}
    with rasterio.open(out) as classes, rasterio.open(confidence) as sure:
        return classes.read(1), sure.read(1), seconds


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--device", default="cuda")
    parser.add_argument("--size", type=int, default=2048)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        simulated = landscape.simulate(asked.size, asked.size)
        landscape.write(simulated, folder / "scene.tif")
        demo.write_labels(
            demo.Demo("simulated", folder / "scene.tif", None, landscape.clicks(simulated)), folder / "labels.gpkg"
        )
        (classes, sure, seconds), (classes_cpu, sure_cpu, seconds_cpu) = run(folder, asked.device), run(folder, "cpu")
    apart, difference = float(np.mean(classes != classes_cpu)), float(np.nanmax(np.abs(sure - sure_cpu)))
    device = torch.cuda.get_device_name() if asked.device == "cuda" else asked.device
    facts = {"device": device, "apart": apart, "difference": difference, "seconds": seconds, "seconds_cpu": seconds_cpu}
    print(json.dumps(facts, indent=2))
    sys.exit(apart > MOST_PIXELS_APART or difference > LARGEST_DIFFERENCE)


if __name__ == "__main__":
    main()
