"""The tile pipeline against the slowest of its stages, its memory against the scene's size, and peers beside it.

    python -m venv build/peers && build/peers/bin/pip install -c constraints.txt terratorch monai   # for their rows
    python benchmarks/stream.py [--side 8192]   # writes docs/measured/stream.{md,png}

Each measurement runs in a process of its own. Ours are those of `engine bench`, of the whole scene. Memory is that of
two blocks of a Transformer, which need as much of it and are sooner done; larger scenes are mosaics (VRT) that repeat
the first. Peers get the same weights, head, tiles and overlap: `benchmarks/stream_peers.py`.
Commands as people run them, from start to end, beside a forest and an SVM: `benchmarks/commands.py`.
"""

import argparse
import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
from rasterio.transform import from_origin

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from training.pictures.method_colours import colours_of_methods  # noqa: E402

OUT = ROOT / "benchmarks" / "out"
PEER_PYTHON = ROOT / "build" / "peers" / "bin" / "python"
PEERS = ("terratorch", "monai")
NAMES = ("B02", "B03", "B04", "B05", "B06", "B07", "B08", "B8A", "B11", "B12")
PATTERN_PX = 1024
BORDERS_PX = 1024  # side of the scene on which borders are looked at
TIMES = (1, 2, 4)  # the scene's side, for memory
MEGA = 1e6
STAGES = ("decode", "model", "write", "pipeline")


def pattern() -> np.ndarray:
    """Several octaves of noise, (bands, 1024, 1024) uint16."""
    random, values = np.random.default_rng(0), np.zeros((len(NAMES), PATTERN_PX, PATTERN_PX))
    for octave in range(1, 8):
        noise = random.normal(0, 1, (len(NAMES), 2**octave, 2**octave))
        values += noise.repeat(PATTERN_PX >> octave, 1).repeat(PATTERN_PX >> octave, 2) * 600 / octave
    return (2500 + values + random.normal(0, 30, values.shape)).clip(1, 9999).astype(np.uint16)


def scene(side: int) -> Path:
    """A deflated 10-band uint16 raster, made once."""
    path = OUT / f"scene_{side}.tif"
    if path.exists():
        return path
    OUT.mkdir(parents=True, exist_ok=True)
    row = np.tile(pattern(), (1, 1, -(-side // PATTERN_PX)))[:, :, :side]
    with rasterio.open(
        path.with_suffix(".part"), "w", driver="GTiff", width=side, height=side, count=len(NAMES), dtype="uint16",
        crs="EPSG:32633", transform=from_origin(5e5, 5.8e6, 10, 10), tiled=True, blockxsize=512, blockysize=512,
        compress="deflate", zlevel=1, predictor=2, num_threads="all_cpus", BIGTIFF="IF_SAFER",
    ) as target:  # fmt: skip
        target.descriptions = NAMES
        target.update_tags(SENSOR="Sentinel-2 L2A")
        for start in range(0, side, PATTERN_PX):
            height = min(PATTERN_PX, side - start)
            target.write(row[:, :height], window=rasterio.windows.Window(0, start, side, height))
    return path.with_suffix(".part").rename(path)


def repeated(base: Path, times: int) -> Path:
    """A mosaic that shows a raster so many times across and down."""
    if times == 1:
        return base
    with rasterio.open(base) as source:
        side, crs, (left, _, _, top) = source.width, source.crs.to_wkt(), source.bounds
    bands = []
    for number, name in enumerate(NAMES, 1):
        places = [
            f'<SimpleSource><SourceFilename relativeToVRT="1">{base.name}</SourceFilename><SourceBand>{number}'
            f'</SourceBand><SrcRect xOff="0" yOff="0" xSize="{side}" ySize="{side}"/>'
            f'<DstRect xOff="{col * side}" yOff="{row * side}" xSize="{side}" ySize="{side}"/></SimpleSource>'
            for row in range(times)
            for col in range(times)
        ]
        head = f'<VRTRasterBand dataType="UInt16" band="{number}" blockXSize="512" blockYSize="512">'
        bands.append(f"{head}<Description>{name}</Description>{''.join(places)}</VRTRasterBand>")
    path = base.with_name(f"{base.stem}_x{times}.vrt")
    path.write_text(
        f'<VRTDataset rasterXSize="{times * side}" rasterYSize="{times * side}"><SRS>{crs}</SRS>'
        f"<GeoTransform>{left}, 10, 0, {top}, 0, -10</GeoTransform>"
        f'<Metadata><MDI key="SENSOR">Sentinel-2 L2A</MDI></Metadata>{"".join(bands)}</VRTDataset>'
    )
    return path


def quiet(done: int, total: int, note: str) -> None:
    """No progress."""


def ours(path: Path, precision: str, model: str | None = None) -> dict[str, Any]:
    """What `engine bench` answers, of the whole scene; `model` "memory" has two blocks."""
    from benchmarks.stream_peers import memory_model  # noqa: PLC0415  (heavy: for the process that measures)
    from engine.inference.autotune import TunedModel, Tuning  # noqa: PLC0415
    from engine.jobs import bench  # noqa: PLC0415
    from engine.mapping.opening import open_with_model  # noqa: PLC0415
    from engine.protocol import BenchRequest, ComputeSpec, SceneSpec  # noqa: PLC0415

    with open_with_model(
        BenchRequest(SceneSpec(str(path), units="dn"), ComputeSpec(device="cpu", precision=precision))
    ) as opened:
        if model == "memory":
            tuning = Tuning(workers=opened.tuning.workers)
            source = replace(opened.source, model=TunedModel(memory_model(), tuning), batch=1)
            light = replace(opened, source=source, tuning=tuning)
        window = (0, opened.source.scene.height), (0, opened.source.scene.width)
        return bench.measured(light if model == "memory" else opened, window, quiet)


def child(python: Path, *what: object) -> dict[str, Any]:
    """The answer of a measurement in a process of its own, or why there is none."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "ignore", "GOMP_SPINCOUNT": "20000"}
    script = ROOT / "benchmarks" / ("stream.py" if python == Path(sys.executable) else "stream_peers.py")
    done = subprocess.run(
        [python, script, *map(str, what)], capture_output=True, text=True, check=False, env=environment
    )  # fmt: skip
    print(f"{what}: {done.stdout.strip().splitlines()[-1:] or done.stderr[-500:]}", file=sys.stderr)
    if done.returncode:
        return {"failed": (done.stderr.strip().splitlines() or [f"exit status {done.returncode}"])[-1]}
    return json.loads(done.stdout.splitlines()[-1])


def measured(side: int) -> dict[str, Any]:
    """All measurements, one after the other."""
    here, raster, small = Path(sys.executable), scene(side), scene(BORDERS_PX)
    found: dict[str, Any] = {"side": side, "load": os.getloadavg()[0]}
    for precision in ("auto", "float32"):
        found[precision] = child(here, "ours", raster, precision)
    peers = PEERS if PEER_PYTHON.exists() else ()
    found["peers"] = {name: child(PEER_PYTHON, name, raster) for name in peers}
    found["borders"] = {"OFA": child(here, "borders", small)}
    found["borders"] |= {name: child(PEER_PYTHON, name, small, "borders") for name in peers}
    found["memory"] = [child(here, "memory", repeated(raster, times)) for times in TIMES]
    return found


def markdown(found: dict[str, Any]) -> str:
    """The page."""
    side, auto = found["side"], found["auto"]
    megapixels = side**2 / MEGA
    lines = [
        "# Speed and memory: the pipeline, its slowest stage, and peers\n",
        "`python benchmarks/stream.py` repeats the measurement and writes this page.\n",
        f"{len(NAMES)} bands uint16, deflate, {side} × {side}; {auto['model']}; ten classes from a linear head on",
        "deep features; 256 px tiles that overlap by 64. Rates are megapixels per second; the model alone is measured",
        f"before and after the whole. {os.cpu_count()} processor cores, load at the start {found['load']:.1f}.\n",
        "| what | decode | model | write | together | share of the slowest | peak memory |",
        "|---|---:|---:|---:|---:|---:|---:|",
    ]
    for asked in ("auto", "float32"):
        one = found[asked]
        rates = " | ".join(f"{one[f'{stage}_mpx_s']:.2f}" for stage in STAGES)
        lines.append(
            f"| OFA, {one['tuning']['precision']}{' (chosen by measurement)' if asked == 'auto' else ''} | {rates} | "
            f"{one['share_of_limit']:.2f} | {one['peak_mb']:.0f} MB |"
        )
    for name, peer in found["peers"].items():
        told = peer.get("failed") or ""
        rate = "" if told else f"{megapixels / peer['seconds']:.2f}"
        peak = "" if told else f"{peer['peak_mb']:.0f} MB"
        lines.append(f"| {name} {peer.get('version', '')}, float32 {told} | | | | {rate} | | {peak} |")
    waits = ", ".join(f"{stage} {seconds:.1f}" for stage, seconds in auto["waits_s"].items())
    lines += [
        f"\nSeconds in, or waiting for, each stage (first row): {waits}.\n",
        "## At borders\n",
        f"{BORDERS_PX} × {BORDERS_PX} of the same, float32: how a pixel's probability differs when a part of the scene",
        "is mapped instead of the whole. There should be no difference beyond rounding.\n",
        "| what | largest | mean |", "|---|---:|---:|",
    ]  # fmt: skip
    for name, row in found["borders"].items():
        lines.append(
            f"| {name} | {row['failed']} | |"
            if "failed" in row
            else f"| {name} | {row['largest']:.1e} | {row['mean']:.1e} |"
        )
    first = found["memory"][0]["peak_mb"]
    lines += [
        "\n## Memory\n", "Two blocks of a ViT-Ti/16; larger scenes are mosaics of the first.\n",
        "| scene | peak memory | beside the first |", "|---|---:|---:|",
    ]  # fmt: skip
    for times, row in zip(TIMES, found["memory"], strict=True):
        lines.append(
            f"| {times * side} × {times * side} | {row['peak_mb']:.0f} MB | {row['peak_mb'] / first - 1:+.1%} |"
        )
    return "\n".join(lines)


def bars_of(found: dict[str, Any]) -> tuple[dict[str, float], dict[str, float]]:
    """Megapixels per second and peak memory in MB, by program."""
    rates = {
        f"OFA, {found[asked]['tuning']['precision']}": found[asked]["pipeline_mpx_s"] for asked in ("auto", "float32")
    }
    peaks = {f"OFA, {found[asked]['tuning']['precision']}": found[asked]["peak_mb"] for asked in ("auto", "float32")}
    for name, peer in found["peers"].items():
        if "failed" not in peer:
            rates[name], peaks[name] = found["side"] ** 2 / MEGA / peer["seconds"], peer["peak_mb"]
    return rates, peaks


def figure(rates: dict[str, float], peaks: dict[str, float], side: int, path: Path) -> None:
    """Rates and memory as bars."""
    import matplotlib.pyplot as plt  # noqa: PLC0415  (absent in the peers' environment)

    plot, axes = plt.subplots(1, 2, figsize=(9, 2.2), layout="constrained")
    for axis, bars, label, form in zip(
        axes, (rates, peaks), ("megapixels per second", "peak memory, MB"), ("%.2f", "%.0f"), strict=True
    ):
        axis.bar_label(
            axis.barh(list(bars), list(bars.values()), color=list(colours_of_methods(list(bars)).values())),
            fmt=form,
            padding=3,
        )
        axis.set(title=f"{label}, {side} × {side} × {len(NAMES)}", xticks=[])
        axis.margins(x=0.15)
        axis.invert_yaxis()
        axis.spines[["top", "right", "bottom"]].set_visible(False)
    plot.savefig(path, dpi=120)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", nargs="?", choices=("ours", "memory", "borders"), help="one measurement alone")
    parser.add_argument("scene", nargs="?", type=Path)
    parser.add_argument("precision", nargs="?", default="auto")
    parser.add_argument("--side", type=int, default=8192, help="pixels; smaller proves only that it runs")
    parser.add_argument("--docs", type=Path, default=ROOT / "docs" / "measured", help="where page and figure go")
    asked = parser.parse_args()
    if asked.what == "borders":
        from benchmarks.stream_peers import borders, our_confidence  # noqa: PLC0415

        print(json.dumps(borders(our_confidence(asked.scene))))
    elif asked.what:
        print(json.dumps(ours(asked.scene, asked.precision, asked.what)))
    else:
        found = measured(asked.side)
        (OUT / "stream.json").write_text(json.dumps(found, indent=2))
        (asked.docs / "stream.md").write_text(markdown(found) + "\n", encoding="utf-8")
        figure(*bars_of(found), found["side"], asked.docs / "stream.png")
        print(markdown(found))


if __name__ == "__main__":
    main()
