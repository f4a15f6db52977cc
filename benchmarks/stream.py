"""The tile pipeline against the bare model, its memory against the scene's size, and a peer on the same raster.

    python -m venv build/peers && build/peers/bin/pip install -c constraints.txt terratorch   # for the peer's row
    python benchmarks/stream.py   # writes docs/stream.md, docs/stream.png and benchmarks/out/stream.json

Each measurement runs in a process of its own. The bare model is run before and after the pipeline, on tiles that
are in memory already. Two models: the engine's default one, and a lighter one that shows what the pipeline itself
costs. Memory is compared with two blocks of it, which take as much memory and are sooner done.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import time
from dataclasses import asdict, replace
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
import torch
from rasterio.transform import from_origin
from torch import Tensor, nn

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from engine import geotiff, stream  # noqa: E402
from engine.features import PixelFeatures  # noqa: E402
from engine.jobs._common import open_source  # noqa: E402
from engine.model.config import ModelConfig  # noqa: E402
from engine.model.ofa import OFA  # noqa: E402
from engine.model.tokens import Chip  # noqa: E402
from engine.protocol import ClassifyRequest  # noqa: E402
from engine.sensors import Band  # noqa: E402

OUT = ROOT / "benchmarks" / "out"
PEER_PYTHON = ROOT / "build" / "peers" / "bin" / "python"
NAMES = ("B02", "B03", "B04", "B05", "B06", "B07", "B08", "B8A", "B11", "B12")
WAVELENGTHS_NM = (492, 560, 665, 704, 741, 783, 833, 865, 1614, 2202)
BANDS = tuple(Band(name, nm, 30.0, None) for name, nm in zip(NAMES, WAVELENGTHS_NM, strict=True))
MODELS = {
    "default": ModelConfig(),
    "light": ModelConfig(width=192, depth=12, heads=3, patch_px=16, taps=(6, 9, 12)),  # a ViT-Ti/16
    "memory": ModelConfig(width=192, depth=2, heads=3, patch_px=16, taps=(1, 2)),
}
SKIPPED = 2  # the bare model is run on every second batch, which its seconds make up for
CLASSES, BATCH, TILE_PX, STRIDE_PX = 10, 8, 256, 192
WIDTH, HEIGHT = 6144, 6144
THREADS = os.cpu_count() or 1


class LinearHead(nn.Module):
    """Deep features to ten classes; the linear map is done on tokens."""

    groups = ("deep",)

    def __init__(self, features: int) -> None:
        super().__init__()
        self.weight = torch.randn(features, CLASSES, generator=torch.Generator().manual_seed(0))

    def split(self) -> Any:
        """The linear map, and the softmax that is left."""
        return lambda x_ND: x_ND @ self.weight, lambda groups: groups["deep"].T.softmax(0).T  # 12 times faster so

    def forward(self, groups: dict[str, Tensor]) -> Tensor:
        """Probabilities of pixels."""
        return (groups["deep"] @ self.weight).softmax(1)


def scene(height: int) -> Path:
    """A deflated 10-band uint16 raster of several octaves of noise, made once."""
    path = OUT / f"scene_{WIDTH}x{height}.tif"
    if path.exists():
        return path
    OUT.mkdir(parents=True, exist_ok=True)
    random, pattern = np.random.default_rng(0), np.zeros((len(NAMES), 1024, 1024))
    for octave in range(1, 8):
        noise = random.normal(0, 1, (len(NAMES), 2**octave, 2**octave))
        pattern += noise.repeat(1024 >> octave, 1).repeat(1024 >> octave, 2) * 600 / octave
    pattern = (2500 + pattern + random.normal(0, 30, pattern.shape)).clip(1, 9999).astype(np.uint16)
    row = np.tile(pattern, (1, 1, WIDTH // 1024))
    with rasterio.open(
        path.with_suffix(".part"), "w", driver="GTiff", width=WIDTH, height=height, count=len(NAMES), dtype="uint16",
        crs="EPSG:32633", transform=from_origin(5e5, 5.8e6, 10, 10), tiled=True, blockxsize=512, blockysize=512,
        compress="deflate", zlevel=1, predictor=2, num_threads=THREADS, BIGTIFF="IF_SAFER",
    ) as target:  # fmt: skip
        target.descriptions = NAMES
        target.update_tags(SENSOR="Sentinel-2 L2A")
        for start in range(0, height, 1024):
            target.write(row, window=rasterio.windows.Window(0, start, WIDTH, 1024))
    return path.with_suffix(".part").rename(path)


def tiles_of(path: Path) -> int:
    with rasterio.open(path) as source:
        down, across = (1 + -(-(length - TILE_PX) // STRIDE_PX) for length in source.shape)
    return down * across


class Stopwatch:
    """Seconds of the clock and of the processor since its start."""

    def __init__(self) -> None:
        self._start = time.perf_counter(), time.process_time()

    def __call__(self) -> np.ndarray:
        """Both."""
        return np.array([time.perf_counter(), time.process_time()]) - self._start


def bare_seconds(model: OFA, tiles: int) -> np.ndarray:
    """Seconds the model alone takes for so many tiles."""
    chip = Chip(torch.randn(BATCH, len(NAMES), TILE_PX, TILE_PX), BANDS, 10.0)
    with torch.inference_mode():
        model.dense([chip])
        watch = Stopwatch()
        for _ in range(runs := max(1, tiles // (BATCH * SKIPPED))):
            model.dense([chip])
        return watch() * tiles / (runs * BATCH)


def ours(path: Path, config: ModelConfig, bare: bool) -> dict[str, Any]:
    """Class map and confidence of the whole raster through the pipeline, between two halves of the bare model."""
    model, tiles = OFA(config).eval().requires_grad_(False), tiles_of(path)
    before = bare_seconds(model, tiles // 2 if bare else BATCH)
    with open_source(ClassifyRequest(str(path), units="dn", device="cpu")) as opened:
        source = replace(opened.source, model=model, batch=BATCH)
        window = (0, source.scene.height), (0, source.scene.width)
        watch = Stopwatch()
        with (
            geotiff.class_map(OUT / "map.tif", source.scene, window, [f"class {k}" for k in range(CLASSES)], {}) as out,
            geotiff.confidence_map(OUT / "confidence.tif", source.scene, window, {}) as sure,
        ):
            waited = stream.classify(
                source, PixelFeatures(), LinearHead(model.feature_dim), window, geotiff.ClassSink(out, sure), quiet
            )
            streamed = watch()
        whole = watch()
    alone = before + bare_seconds(model, tiles - tiles // 2 if bare else BATCH)
    return {
        "seconds": whole[0], "cpu_s": whole[1], "bare_s": alone[0], "bare_cpu_s": alone[1], "tiles": tiles,
        "finishing_s": whole[0] - streamed[0], **asdict(waited),
    }  # fmt: skip


def peer(path: Path) -> dict[str, Any]:
    """The same model, head, tiles and overlap through TerraTorch's tiled inference, called as its manual says."""
    from terratorch.tasks.tiled_inference import tiled_inference  # noqa: PLC0415  (in the peer's environment only)

    model = OFA(MODELS["light"]).eval().requires_grad_(False)
    weight = LinearHead(model.feature_dim).weight

    def forward(x_BCHW: Tensor, **_: object) -> Tensor:
        tokens = torch.einsum("bdhw,dk->bkhw", model.dense([Chip(x_BCHW, BANDS, 10.0)]), weight)
        return nn.functional.interpolate(tokens, scale_factor=model.patch_px, mode="bilinear")

    watch = Stopwatch()
    with rasterio.open(path) as source, torch.inference_mode():
        profile = source.profile
        image = torch.from_numpy(source.read().astype(np.float32))[None]
        image = (image - image.mean((2, 3), keepdim=True)) / image.std((2, 3), keepdim=True)
        logits = tiled_inference(
            forward, image, crop=TILE_PX, stride=STRIDE_PX, delta=0, batch_size=BATCH, device="cpu"
        )  # fmt: skip
        sure, classes = logits[0].softmax(0).max(0)
    for name, array, dtype in (("peer_map", classes + 1, "uint8"), ("peer_confidence", sure, "float32")):
        with rasterio.open(OUT / f"{name}.tif", "w", **{**profile, "count": 1, "dtype": dtype, "predictor": 1}) as out:
            out.write(array.numpy().astype(dtype), 1)
    seconds, cpu_s = watch()
    return {"seconds": seconds, "cpu_s": cpu_s, "version": version("terratorch")}


def quiet(done: int, total: int, note: str) -> None:
    """No progress."""


def child(python: Path, what: str, path: Path) -> dict[str, Any]:
    """The answer of a measurement in a process of its own, or why there is none."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "ignore"}
    done = subprocess.run(
        [python, __file__, what, path], capture_output=True, text=True, check=False, env=environment
    )  # fmt: skip
    print(f"{what} {path.name}: {done.stdout.strip().splitlines()[-1:] or done.stderr[-500:]}", file=sys.stderr)
    return json.loads(done.stdout.splitlines()[-1]) if done.returncode == 0 else {"failed": done.stderr[-2000:]}


def median(python: Path, path: Path) -> dict[str, Any]:
    """Of three measurements of memory the one in the middle: the allocator's luck moves a peak by some percent."""
    found = sorted((child(python, "memory", path) for _ in range(3)), key=lambda answer: answer["peak_mib"])
    return {**found[1], "peaks_mib": [answer["peak_mib"] for answer in found]}


def measure(what: str, path: Path) -> None:
    torch.set_num_threads(THREADS)
    answer = peer(path) if what == "peer" else ours(path, MODELS[what], bare=what != "memory")
    peak_kib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(json.dumps({**answer, "peak_mib": peak_kib / 1024, "load": os.getloadavg()[0]}))


def markdown(found: dict[str, Any]) -> str:
    default, light, small, tall, peers = (found[name] for name in ("default", "light", "small", "tall", "peer"))
    size, stages = f"{WIDTH} × {HEIGHT}", ("read", "model", "pixel", "write")
    rows = [
        ("default model alone, tiles in memory", size, default["bare_s"], default["bare_cpu_s"], None),
        ("OFA, raster to map and confidence", size, default["seconds"], default["cpu_s"], default["peak_mib"]),
        ("ViT-Ti/16 alone (a sixth of the work)", size, light["bare_s"], light["bare_cpu_s"], None),
        ("OFA with ViT-Ti/16", size, light["seconds"], light["cpu_s"], light["peak_mib"]),
    ]
    if "failed" not in peers:
        name = f"TerraTorch {peers['version']} with ViT-Ti/16, same tiles"
        rows.append((name, size, peers["seconds"], peers["cpu_s"], peers["peak_mib"]))
    rows += [
        ("OFA with two blocks of ViT-Ti/16", size, small["seconds"], small["cpu_s"], small["peak_mib"]),
        ("the same", f"{WIDTH} × {4 * HEIGHT}", tall["seconds"], tall["cpu_s"], tall["peak_mib"]),
    ]
    lines = ["| what | raster | seconds | processor seconds | peak memory |", "|---|---|---:|---:|---:|"]
    for name, raster, seconds, cpu_s, peak in rows:
        lines.append(f"| {name} | {raster} | {seconds:.0f} | {cpu_s:.0f} | {f'{peak:.0f} MiB' if peak else ''} |")
    return "\n".join(
        [
            "# The pipeline against the bare model, and against a peer\n",
            "`python benchmarks/stream.py` measures it again and writes this page.\n",
            f"{len(NAMES)} bands uint16, deflate; {CLASSES} classes from a linear head on deep features;",
            f"{TILE_PX} px tiles that overlap by {TILE_PX - STRIDE_PX}, batches of {BATCH};",
            f"{THREADS} processor cores, load of the machine {default['load']:.1f}.\n",
            *lines,
            f"\nModel alone / pipeline: {default['bare_s'] / default['seconds']:.2f} with the default model",
            f"(goal 0.85), {light['bare_s'] / light['seconds']:.2f} with ViT-Ti/16.",
            f"Memory at four times the height: {tall['peak_mib'] / small['peak_mib'] - 1:+.1%} (goal within 5 %), "
            "medians of three runs.",
            "Seconds in, or waiting for, each stage: "
            + ", ".join(f"{stage} {default[f'{stage}_s']:.1f}" for stage in stages)
            + f"; overviews and reading back {default['finishing_s']:.1f}.",
        ]
    )


def figure(found: dict[str, Any], path: Path) -> None:
    import matplotlib.pyplot as plt  # noqa: PLC0415  (absent in the peer's environment)

    light, small, tall, peers = (found[name] for name in ("light", "small", "tall", "peer"))
    times = {"model alone": light["bare_s"], "OFA": light["seconds"], "TerraTorch": peers.get("seconds")}
    memory = {"OFA": small["peak_mib"], "OFA, 4 × height": tall["peak_mib"], "TerraTorch": peers.get("peak_mib")}
    plot, axes = plt.subplots(1, 2, figsize=(9, 2.2), layout="constrained")
    for axis, bars, label in zip(axes, (times, memory), ("seconds with ViT-Ti/16", "peak memory, MiB"), strict=True):
        known = {name: value for name, value in bars.items() if value}
        axis.bar_label(axis.barh(list(known), list(known.values()), color="#0072B2"), fmt="%.0f", padding=3)
        axis.set(title=f"{label}, {WIDTH} × {HEIGHT} × {len(NAMES)}", xticks=[])
        axis.margins(x=0.15)
        axis.invert_yaxis()
        axis.spines[["top", "right", "bottom"]].set_visible(False)
    plot.savefig(path, dpi=120)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", nargs="?", choices=(*MODELS, "peer"), help="one measurement alone")
    parser.add_argument("scene", nargs="?", type=Path)
    asked = parser.parse_args()
    if asked.what:
        measure(asked.what, asked.scene or scene(HEIGHT))
        return
    python, small, tall = Path(sys.executable), scene(HEIGHT), scene(4 * HEIGHT)
    found = {
        "default": child(python, "default", small), "light": child(python, "light", small),
        "small": median(python, small), "tall": median(python, tall),
        "peer": child(PEER_PYTHON, "peer", small) if PEER_PYTHON.exists() else {"failed": "not installed"},
    }  # fmt: skip
    (OUT / "stream.json").write_text(json.dumps(found, indent=2))
    text = markdown(found)
    (ROOT / "docs" / "stream.md").write_text(text + "\n", encoding="utf-8")
    figure(found, ROOT / "docs" / "stream.png")
    print(text)


if __name__ == "__main__":
    main()
