"""What people run, as whole processes: `engine classify`, `predict` and `embed` beside a forest, an SVM and OTB.

    python -m benchmarks.commands                # 2048 x 2048: some ten minutes on two quiet cores
    python -m benchmarks.commands --side 8192    # the long ones: adds a part to the page

Writes docs/measured/commands.md from benchmarks/out/commands.jsonl, which keeps each measurement: a run that was ended
goes on, and `--again` forgets them. A measurement is one process from its start to its end: wall and processor
seconds, and the largest resident memory of any one of its processes. The forest has 300 trees and reads, as the SVM
does, all pixels into memory (`benchmarks/classical.py`). Orfeo ToolBox is measured where it is installed
(`apt install otb-bin libotb-apps`): its forest of 300 trees, streamed.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import geopandas
import numpy as np
import rasterio
from rasterio.transform import from_origin
from scipy import ndimage
from scipy.spatial import cKDTree
from shapely.geometry import Point, box

from benchmarks.finetuning import like, record, recorded
from benchmarks.stream import OUT
from engine.device import bfloat16_pays
from resources.demo import landscape

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "measured" / "commands.md"
LARGE_PX = 4096  # beyond, only `LARGE` is measured: a forest needs all pixels in memory
PATTERN_PX = 2048  # larger scenes repeat it
FIELD_PX = 50  # mean side of a field
KINDS = 12
WAVELENGTHS_NM = (490, 560, 665, 705, 740, 783, 842, 865, 1610, 2190)  # of landscape.BANDS
BANDS = {4: ("B02", "B03", "B04", "B08"), 10: landscape.BANDS,
         224: tuple(f"{value:.0f} nm" for value in np.linspace(420, 2450, 224))}  # fmt: skip
POLYGON_PX = 9
BACKBONE_PX = 64  # of the fine-tuned model's chips, which only its card tells
LAUNCHER = """
import json, resource, subprocess, sys
code = subprocess.call(sys.argv[2:])
used = resource.getrusage(resource.RUSAGE_CHILDREN)
with open(sys.argv[1], "w") as file:
    json.dump({"processor_s": used.ru_utime + used.ru_stime, "peak_mb": used.ru_maxrss / 1000}, file)
sys.exit(code)
"""
"""Runs a command and tells what it used. A small process: Linux counts the memory of who starts a process as its."""


@dataclass(frozen=True)
class Case:
    """A scene and its labels; `per_class` points or polygons of each of `classes`."""

    bands: int
    classes: int
    per_class: int
    shape: str = "points"

    @property
    def labels(self) -> str:
        """As the page calls them."""
        return f"{self.classes} × {self.per_class} {self.shape}"


USUAL = Case(10, 5, 20)
PROGRAMS = {
    USUAL: ("classify", "forest", "svm", "otb", "embed", "predict"),
    Case(10, 12, 50): ("classify", "forest", "svm"),
    Case(10, 5, 20, "polygons"): ("classify", "forest", "svm"),
    Case(4, 5, 20): ("classify", "forest", "svm"),
    Case(224, 5, 20): ("classify", "forest", "svm"),
}
LARGE = {USUAL: ("classify", "forest", "embed", "predict")}
TITLES = {"classify": "`engine classify`", "forest": "forest on spectra", "svm": "SVM on spectra",
          "otb": "Orfeo ToolBox, forest", "embed": "`engine embed`", "predict": "`engine predict`"}  # fmt: skip


def spectra(bands: int) -> np.ndarray:
    """(12, bands): those of the demo's landscape at other wavelengths, and five mixtures of them."""
    own = np.array(list(landscape.SPECTRA.values()), float)
    mixed = (own[[2, 1, 4, 3, 0]] + own[[5, 2, 6, 4, 5]]) / 2
    names = BANDS[bands]
    at_nm = [
        WAVELENGTHS_NM[landscape.BANDS.index(name)] if name[0] == "B" else float(name.split()[0]) for name in names
    ]
    return np.array([np.interp(at_nm, WAVELENGTHS_NM, each) for each in [*own, *mixed]])


@cache
def cover(side: int) -> tuple[np.ndarray, np.ndarray]:
    """Kind and brightness of every pixel: fields of twelve kinds, some of them rough."""
    random = np.random.default_rng(0)
    places = random.uniform(0, side, (max(64, (side // FIELD_PX) ** 2), 2))
    field = cKDTree(places).query(np.indices((side, side)).reshape(2, -1).T, workers=-1)[1].reshape(side, side)
    kind = (np.arange(len(places)) % KINDS)[field].astype(np.uint8)
    within = 1 + 0.12 * random.standard_normal(len(places))[field]
    rough = np.where(kind % 3 == 1, 0.2, 0.03)
    return kind, (within * (1 + rough * random.standard_normal((side, side)))).astype(np.float32)


def scene(side: int, bands: int) -> Path:
    """A deflated uint16 raster, made once, band by band; larger ones repeat a pattern."""
    path = OUT / f"cover_{side}_{bands}.tif"
    if path.exists():
        return path
    OUT.mkdir(parents=True, exist_ok=True)
    edge = min(side, PATTERN_PX)
    (kind, brightness), random = cover(edge), np.random.default_rng(1)
    part = path.with_suffix(".part")
    with rasterio.open(
        part, "w", driver="GTiff", width=side, height=side, count=bands, dtype="uint16", crs=landscape.CRS,
        transform=from_origin(5e5, 5.8e6, 10, 10), tiled=True, blockxsize=512, blockysize=512, interleave="band",
        compress="deflate", zlevel=1, predictor=2, num_threads="all_cpus", BIGTIFF="IF_SAFER",
    ) as target:  # fmt: skip
        target.descriptions = BANDS[bands]
        for number, mean_K in enumerate(spectra(bands).T, 1):
            values = mean_K[kind] * brightness + landscape.NOISE_DN * random.standard_normal(kind.shape)
            pattern = ndimage.gaussian_filter(values, 0.6).clip(1, 10_000).astype(np.uint16)
            target.write(np.tile(pattern, (-(-side // edge),) * 2)[:side, :side], number)
    return part.rename(path)


def labels(side: int, case: Case) -> Path:
    """Points or squares of one kind of cover each, in the middle of the raster's pattern."""
    path = OUT / f"cover_{side}_{case.classes}x{case.per_class}_{case.shape}.gpkg"
    if path.exists():
        return path
    kind = cover(min(side, PATTERN_PX))[0] % case.classes
    size, random = (POLYGON_PX,) * 2, np.random.default_rng(2)
    inner = ndimage.minimum_filter(kind, size) == ndimage.maximum_filter(kind, size)
    inner[: POLYGON_PX // 2] = inner[:, : POLYGON_PX // 2] = inner[-POLYGON_PX:] = inner[:, -POLYGON_PX:] = False
    rows, half = [], 10 * POLYGON_PX / 2
    for value in range(case.classes):
        at = random.permutation(np.argwhere(inner & (kind == value)))[: case.per_class]
        for row, col in at:
            x, y = 5e5 + 10 * (col + 0.5), 5.8e6 - 10 * (row + 0.5)
            square = box(x - half, y - half, x + half, y + half)
            rows.append((f"kind {value:02}", Point(x, y) if case.shape == "points" else square))
    names, places = zip(*rows, strict=True)
    table = geopandas.GeoDataFrame({"class": names, "code": [int(n[-2:]) + 1 for n in names]}, geometry=list(places))
    table.set_crs(landscape.CRS).to_file(path)
    return path


def fine_tuned() -> Path:
    """The shipped backbone with a light head of random weights for five classes: time is the same."""
    import torch  # noqa: PLC0415

    from engine.model import model_card, model_folder  # noqa: PLC0415
    from engine.model.downstream import Downstream  # noqa: PLC0415
    from engine.model.task import Task  # noqa: PLC0415
    from engine.sensors import CATALOGUE  # noqa: PLC0415

    folder = OUT / "five_classes"
    shutil.rmtree(folder, ignore_errors=True)  # the shipped backbone may be another by now
    bands = tuple(band for band in CATALOGUE["sentinel-2"].bands if band.name in landscape.BANDS)
    task = Task("segmentation", "light", bands, (0.15,) * 10, (0.1,) * 10, "sentinel-2", "reflectance", 10.0,
                BACKBONE_PX, tuple("abcde"), (1, 2, 3, 4, 5), {})  # fmt: skip
    torch.manual_seed(0)
    config = model_folder.load(model_card.DEFAULT_MODEL, torch.device("cpu")).model.config
    model_folder.save(Downstream(task, config), {"mlm:name": folder.name, "mlm:total_parameters": 1}, folder)
    return folder


def commands(program: str, raster: Path, vector: Path, bands: int, out: Path) -> list[list[str]]:
    """The processes of a measurement, one after the other."""
    engine = [sys.executable, "-m", "engine"]
    sensor = "hyperspectral" if bands > len(landscape.BANDS) else "sentinel-2"
    read = ["--sensor", sensor, "--units", "dn", "--device", "cpu", "--json"]
    if program == "classify":
        return [[*engine, program, str(raster), str(vector), "--field", "class", "--out", str(out / "map.tif"), *read]]
    if program == "embed":
        return [[*engine, program, str(raster), "--out", str(out / "features.tif"), *read]]
    if program == "predict":
        model = ["--model", str(fine_tuned())]
        return [[*engine, program, str(raster), "--out", str(out / "map.tif"), *read, *model]]
    if program == "otb":
        model = str(out / "forest.txt")
        forest = ["-classifier", "rf", "-classifier.rf.nbtrees", "300", "-classifier.rf.max", "25",
                  "-sample.vtr", "0", "-sample.mv", "0"]  # fmt: skip
        train = ["otbcli_TrainImagesClassifier", "-io.il", str(raster), "-io.vd", str(vector), "-sample.vfn", "code",
                 "-io.out", model, *forest]  # fmt: skip
        applied = ["otbcli_ImageClassifier", "-in", str(raster), "-model", model, "-out", str(out / "map.tif"), "uint8"]
        return [train, applied]
    return [
        [sys.executable, str(ROOT / "benchmarks/classical.py"), program, str(raster), str(vector), str(out / "m.tif")]
    ]


def measured(processes: list[list[str]]) -> dict[str, Any]:
    """Seconds and memory of some processes; what the last one printed as JSON; or why one failed."""
    used: list[dict[str, float]] = []
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "ignore"}
    for words in processes:
        began, usage = time.perf_counter(), OUT / "commands" / "usage.json"
        launcher = [sys.executable, "-S", "-c", LAUNCHER, str(usage), *words]
        done = subprocess.run(launcher, capture_output=True, text=True, env=environment, check=False)
        if done.returncode:
            said = [line for line in (done.stdout + done.stderr).splitlines() if line.strip()]
            return {"failed": said[-1] if said else f"exit status {done.returncode}"}
        used.append({**json.loads(usage.read_text()), "seconds": time.perf_counter() - began})
    found: dict[str, Any] = {name: round(sum(each[name] for each in used), 1) for name in ("seconds", "processor_s")}
    found["peak_mb"] = round(max(each["peak_mb"] for each in used))
    try:
        answer = json.loads(done.stdout.strip().splitlines()[-1])
    except (ValueError, IndexError):  # OTB prints no JSON
        return found
    told = answer.get("report", {})
    return {**found, "stages": answer.get("seconds") or told.get("seconds") or {}, "trust": told.get("trust", {})}


def key(side: int, case: Case, program: str) -> dict[str, Any]:
    """What tells a measurement from others in the record."""
    return {"side": side, "bands": case.bands, "labels": case.labels, "program": program}


def measure(side: int, path: Path) -> None:
    """Everything at a side that is not recorded yet, told as it comes."""
    for case, programs in (PROGRAMS if side <= LARGE_PX else LARGE).items():
        for program in programs:
            if like(recorded(path), **key(side, case, program)):
                continue
            if program == "otb" and not shutil.which("otbcli_ImageClassifier"):
                found: dict[str, Any] = {"failed": "not installed here"}
            else:
                out = OUT / "commands"
                shutil.rmtree(out, ignore_errors=True)
                out.mkdir(parents=True)
                raster, vector = scene(side, case.bands), labels(side, case)
                load = os.getloadavg()[0]
                found = {"load": load, **measured(commands(program, raster, vector, case.bands, out))}
            record(path, {**key(side, case, program), **found})
            told = (
                found.get("failed")
                or f"{found['seconds']} s, {found['processor_s']} s of processor, {found['peak_mb']} MB"
            )
            print(f"{side} x {side} x {case.bands}, {case.labels}, {program}: {told}", flush=True)


def page(rows: list[dict[str, Any]]) -> str:
    """All that is recorded, a table for each side."""
    loads = [row["load"] for row in rows if "load" in row]
    lines = [
        "# Whole commands: seconds and memory\n",
        "`python -m benchmarks.commands` repeats the measurement and writes this page; `--side 8192` adds the long",
        "part.\n",
        "Each row is a process from its start to its end, with imports, learning, mapping and writing. Scenes are",
        "simulated (fields of twelve kinds of cover, uint16, deflate), so the maps are no test of accuracy.",
        "`classify` uses the few-label head and `ofa-tiny`; `predict` a light head on the same backbone. Forest (300",
        "trees) and SVM are scikit-learn's, on spectra alone, with all pixels in memory; the SVM's width and penalty",
        "come from a search over nine pairs. Memory is the largest resident set.",
        f"{os.cpu_count()} processor cores {'with' if bfloat16_pays() else 'without'} fast bfloat16, which is for the "
        f"network alone; load before a row {min(loads):.1f} to {max(loads):.1f}.",
    ]
    for side in sorted({row["side"] for row in rows}):
        here = sorted(like(rows, side=side), key=place)
        lines += [
            f"\n## {side} × {side} pixels\n",
            "| bands | labels | program | seconds | beside the forest | processor seconds | peak memory |",
            "|---:|---|---|---:|---:|---:|---:|",
            *(table_row(row, here) for row in here),
            "\nWhere the seconds of `engine classify` go; *start* is what is left: imports, opening, the",
            "report. Waits are part of mapping.\n",
            "| bands | labels | start | learning | mapping | waits | groups of features that the head trusts |",
            "|---:|---|---:|---:|---:|---|---|",
            *(stages_row(row) for row in here if row["program"] == "classify" and "failed" not in row),
        ]
    return "\n".join(lines) + "\n"


def place(row: dict[str, Any]) -> tuple[int, ...]:
    """Where a row stands: cases and programs in the order in which they are measured."""
    cases = [(case.bands, case.labels) for case in PROGRAMS]
    return cases.index((row["bands"], row["labels"])), list(TITLES).index(row["program"])


def table_row(row: dict[str, Any], others: list[dict[str, Any]]) -> str:
    start = f"| {row['bands']} | {row['labels']} | {TITLES[row['program']]} |"
    if "failed" in row:
        return f"{start} {row['failed'][:80]} | | | |"
    forest = like(others, bands=row["bands"], labels=row["labels"], program="forest")
    beside = f"{row['seconds'] / forest[0]['seconds']:.1f} ×" if forest and "seconds" in forest[0] else ""
    return f"{start} {row['seconds']:.1f} | {beside} | {row['processor_s']:.1f} | {row['peak_mb']:,} MB |"


def stages_row(row: dict[str, Any]) -> str:
    stages = dict(row["stages"])
    learning, mapping = stages.pop("learning", 0.0), stages.pop("mapping", 0.0)
    waits = ", ".join(f"{name.removesuffix('_s').replace('_', ' ')} {value:.1f}" for name, value in stages.items())
    trusted = ", ".join(f"{name} {share:.2f}" for name, share in row["trust"].items() if share)
    start = row["seconds"] - learning - mapping
    return f"| {row['bands']} | {row['labels']} | {start:.1f} | {learning:.1f} | {mapping:.1f} | {waits} | {trusted} |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--side", type=int, default=2048, help="pixels; smaller proves only that it runs")
    parser.add_argument("--again", action="store_true", help="forget what was measured at this side")
    parser.add_argument("--page", type=Path, default=PAGE, help="where the page goes")
    parser.add_argument("--record", type=Path, default=OUT / "commands.jsonl", help="where measurements are kept")
    asked = parser.parse_args()
    if asked.again:
        kept = [row for row in recorded(asked.record) if row["side"] != asked.side]
        asked.record.unlink(missing_ok=True)
        for row in kept:
            record(asked.record, row)
    measure(asked.side, asked.record)
    asked.page.write_text(page(recorded(asked.record)), encoding="utf-8")


if __name__ == "__main__":
    main()
