"""An engine without torch: answers every job of the dock at once, with small real files, and keeps what it was asked.

``python engine_of_answers.py ASKED.jsonl``. Runs in QGIS's own Python (numpy and osgeo). The scene's name chooses the
fate: "questions" leaves one open, "filled" asks about fill, "product" is one, "apart" fits to no other source, "slow"
takes seconds and can be cancelled, "busy" lets its first preparation make way, "wrong" fails, "crash" dies.
"""

import itertools
import json
import os
import queue
import shutil
import sys
import threading
import time
from pathlib import Path

import numpy as np
from osgeo import gdal, ogr

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from ofa_qgis import messages as m
from ofa_qgis import models as models_folder
from ofa_qgis import protocol as p
from ofa_qgis import words
from tests.fakes import answers_about_training as training

gdal.UseExceptions()
NUMBERS = itertools.count(1)
CLASSES = [
    {"name": name, "value": value, "colour": colour, "pixels_labelled": 9, "geometries": 3, "held_out_labels": 3,
     "precision": 0.9, "recall": 0.8, "f1": 0.85, "area_ha": 12.3, "pixels": 50, "share": 0.5}
    for value, (name, colour) in enumerate((("water", "#0072B2"), ("forest", "#009E73")), 1)
]  # fmt: skip
SCORE = {
    "score": words.say("macro-F1 0.87"), "macro_f1": 0.87, "overall_accuracy": 0.9, "checked": ["water", "forest"],
    "unchecked": [], "coverage": {"classes": 1.0, "area": 1.0, "least": 0.75}, "held_out_labels": 6, "folds": 5,
}  # fmt: skip
OTHER_PIXELS = words.say("The model was trained on pixels of 5 m; those of the scene are 10 m.")
CONFUSED = "{one} and {other} are confused: label {more} more of each"
MODEL = {"name": "fake", "trained": False, "sha256": "0" * 8}
FACTS = {
    "sensor": "sentinel-2", "sensor_title": "Sentinel-2 L2A", "units": "dn", "units_source": "metadata", "nodata": None,
    "gsd_m": 10.0, "bands": [], "unused": [], "known_bands": [], "sensors": [],
}  # fmt: skip
cancelled: set = set()
made_way: list = []


def main() -> None:
    """Answer until stdin ends."""
    jobs: queue.Queue = queue.Queue()
    say(m.Ready(m.PROTOCOL_VERSION, "0"))
    threading.Thread(target=listen, args=(jobs,), daemon=True).start()
    while True:
        line = jobs.get()
        if line is None:
            return
        with Path(sys.argv[1]).open("a", encoding="utf-8") as asked:
            asked.write(line + "\n")
        request, job = m.decode(line, p.REQUESTS)
        fate(request, job)


def listen(jobs: queue.Queue) -> None:
    for line in sys.stdin:
        request, _ = m.decode(line, p.REQUESTS)
        if isinstance(request, m.CancelRequest):
            cancelled.add(request.target)
        elif isinstance(request, m.QuitRequest):
            break
        else:
            jobs.put(line.strip())
    jobs.put(None)


def say(event: m.Message) -> None:
    sys.stdout.write(m.encode(event) + "\n")
    sys.stdout.flush()


def fate(request, job) -> None:
    scene = getattr(request, "scene", None)
    name = Path(scene.path).stem if scene else ""
    looks_only = isinstance(request, p.InspectRequest)
    if looks_only and (why := unreadable(scene)):
        say(m.Failed(job, *why))
        return
    if "wrong" in name and not looks_only:
        say(m.Failed(job, words.say("the labels teach nothing"), words.say("label more")))
        return
    if "crash" in name and not looks_only:
        sys.stderr.write("last words\n")
        sys.stderr.flush()
        os._exit(7)
    if isinstance(request, p.FinetuneRequest):
        tell = lambda done, total, note: say(m.Progress(job, done, total, note))  # noqa: E731
        whole = training.train(request, tell, lambda: job in cancelled)
        told = [words.say("Only 9 labels were held out, so the scores are rough.")] if "few" in name else []
        answer = {"outputs": {"model": request.out}, "warnings": told}
        say(m.Finished(job, answer) if whole else m.CancelledEvent(job))
        return
    if "busy" in name and isinstance(request, p.PrepareRequest) and not made_way:
        made_way.append(job)
        say(m.CancelledEvent(job))
        return
    steps = 40 if "slow" in name and not looks_only else 1
    for done in range(steps):
        if job in cancelled:
            say(m.CancelledEvent(job))
            return
        say(m.Progress(job, done, steps, "mapping"))
        time.sleep(0.1 if steps > 1 else 0)
    say(m.CancelledEvent(job) if job in cancelled else m.Finished(job, ANSWERS[request.kind](request)))


def models(request):
    card = {"mlm:name": "fake", "mlm:total_parameters": 6_200_000, "ofa": {"trained": False}}
    added = Path(request.add).stem if request.add else None
    if added:
        training.write_few_label(models_folder.user_folder() / added)
    return {"models": [card, *training.cards()], "default": "fake", "added": added}


def doctor(_request):
    why = words.joined([words.say("no CUDA device found by torch {version}", version="2")], "; ")
    found = words.say("{device}: {why}", device="cpu", why=why)
    return {"checks": [{"name": "device", "ok": True, "found": found, "hint": ""}], "ok": True}


def unreadable(scene):
    """Why a scene cannot be inspected, and what helps; nothing if it can."""
    apart = next((Path(each.path).name for each in scene.beside if "apart" in each.path), None)
    if apart:
        return words.say("{other} covers {share:.0%} of it", other=apart, share=0.3), words.say("give another source")
    if not first_file(scene.path):
        return words.say("{name} is not a readable raster", name=Path(scene.path).name), words.say("check its path")
    return None


def first_file(path):
    """A raster, that of a folder if it is one; nothing if GDAL reads none."""
    name = next(map(str, sorted(Path(path).glob("*.tif"))), "") if Path(path).is_dir() else path
    try:
        return gdal.Open(name) and name
    except RuntimeError:
        return ""


def product(request):
    """What is said of a product, whose VRT is written if that is asked for."""
    if "product" not in Path(request.scene.path).stem:
        return None
    if request.vrt:
        gdal.Translate(request.vrt, first_file(request.scene.path), format="VRT")
    masks = {"clouds": 0.2, "shadow": 0.1}
    counted = {name: share for name, share in masks.items() if name in (request.scene.mask or "clouds+shadow")}
    text = words.joined(f"{name} {share:.1%}" for name, share in counted.items())
    told = {"masks": counted or None, "masks_text": text if counted else None, "maskable": list(masks)}
    return {"title": "Sentinel-9", "taken": "2023-08-23T10:00:00Z", "grids": [], "aside": [], **told}


def inspect(request):
    source = gdal.Open(first_file(request.scene.path))
    asks = "questions" in Path(request.scene.path).stem and not request.scene.units
    question = {
        "about": "units",
        "text": words.say("Which units?"),
        "option": "units",
        "choices": ["dn", "reflectance"],
    }
    found = None
    if "filled" in Path(request.scene.path).stem:
        part = {"bands": [1, 2], "low": [0.0, 0.0], "high": [0.0, 0.0]}
        found = {"share": 0.36, "pixels": 400, "exact": True, "text": "", "value": 0.0, "answer": "0", "parts": [part]}
        asks = request.scene.fill == "ask"
        question = {
            "about": "nodata",
            "text": words.say("36 % are 0"),
            "option": "--nodata 0",
            "choices": ["0", "none"],
        }
    size = {"width": source.RasterXSize, "height": source.RasterYSize, "dtype": "uint16", "crs": "EPSG:32633"}
    size["product"] = product(request)
    return {**FACTS, **size, "fill": found, "questions": [question] if asks else []}


def preview(request):
    folder, number = Path(request.out), next(NUMBERS)
    outputs = {"map": str(folder / f"map-{number}.tif"), "confidence": str(folder / f"confidence-{number}.tif")}
    write(request.scene.path, outputs, request.extent, request.step)
    hatch = 255 if "foreign" in Path(request.scene.path).stem else None  # a part of it is unlike all labels
    if hatch:
        outputs["hatched"] = shutil.copy(outputs["map"], folder / f"hatched-{number}.tif")
    x, y = (request.extent[0] + request.extent[2]) / 2, (request.extent[1] + request.extent[3]) / 2
    places = [[x + 20 * k, y, 0.3] for k in range(request.places)]
    return {
        "outputs": {name: str(path) for name, path in outputs.items()}, "hatch": hatch,
        "extent": list(request.extent), "clipped": False, "step": request.step,
        "classes": coloured(request), **SCORE, "advice": [words.say(CONFUSED, one="water", other="forest", more=5)],
        "warnings": [], "places": places, "model": MODEL, "seconds": {},
    }  # fmt: skip


def prepare(_request):
    return {"outputs": {}, "model": MODEL}


def grow(request):
    """Squares around the place, each a pixel wider on all sides than the one before."""
    levels = []
    for number in range(1, 6):
        reach = 10 * number
        corners = [(-1, -1), (1, -1), (1, 1), (-1, 1), (-1, -1)]
        ring = ", ".join(f"{request.x + dx * reach} {request.y + dy * reach}" for dx, dy in corners)
        wkb = bytes(ogr.CreateGeometryFromWkt(f"POLYGON (({ring}))").ExportToWkb()).hex()
        levels.append({"tolerance": number / 10, "pixels": (2 * number) ** 2, "wkb": wkb})
    return {"levels": levels, "start": 2, "model": MODEL}


def classify(request):
    outputs = {"map": request.out, "confidence": request.confidence, "vector": None}
    if request.out:
        write(request.scene.path, outputs, request.extent, 1)
    if request.save_model:
        training.write_few_label(Path(request.save_model))
    report = {
        "scene": request.scene.path, "created": "2026-01-01T00:00:00+00:00", **SCORE, "classes": coloured(request),
        "confusion": [[8, 1], [2, 7]], "warnings": [words.say("The model fake is untrained.")],
        "model": MODEL, "device": "cpu",
        "sensor": "Sentinel-2 L2A", "units": "dn", "bands": [], "seconds": {}, "request": json.loads(m.encode(request)),
    }  # fmt: skip
    return {"outputs": {k: v for k, v in outputs.items() if v}, "report": report, "model": MODEL}


def embed(request):
    told = [words.say("1 block cannot be read.")] if request.scene.skip_damaged else []
    return {"outputs": {"features": request.out}, "model": MODEL, "warnings": told}


def predict(request):
    outputs = {"map": request.out, "confidence": request.confidence, "vector": None}
    numbers = training.is_regression(request)
    write(request.scene.path, outputs, request.extent, 1, training.values if numbers else None)
    if numbers:
        outputs = {"values": request.out}
    named = [{name: row[name] for name in ("name", "value", "colour")} for row in CLASSES]
    return {
        "outputs": {k: v for k, v in outputs.items() if v}, "task": "regression" if numbers else "segmentation",
        "classes": [] if numbers else named, "model": {**MODEL, "name": request.compute.model, "trained": True},
        "seconds": {}, "warnings": [OTHER_PIXELS],
    }  # fmt: skip


def coloured(request):
    return [{**item, "colour": request.colours.get(item["name"], item["colour"])} for item in CLASSES]


def write(scene: str, outputs: dict, extent, step: int, numbers=None) -> None:
    """Classes in halves (or what `numbers` makes), confidence from 0 to 1, on the scene's grid."""
    source = gdal.Open(scene)
    left, size, _, top, _, _ = source.GetGeoTransform()
    window = extent or (left, top - size * source.RasterYSize, left + size * source.RasterXSize, top)
    columns = max(1, round((window[2] - window[0]) / size / step))
    rows = max(1, round((window[3] - window[1]) / size / step))
    classes = np.ones((rows, columns), "uint8")
    classes[:, columns // 2 :] = 2
    shown, kind_shown = (numbers(rows, columns), gdal.GDT_Float32) if numbers else (classes, gdal.GDT_Byte)
    confidence = np.tile(np.linspace(0, 1, columns, dtype="float32"), (rows, 1))
    for path, values, kind in (
        (outputs["map"], shown, kind_shown), (outputs["confidence"], confidence, gdal.GDT_Float32)
    ):  # fmt: skip
        if path:
            target = gdal.GetDriverByName("GTiff").Create(path, columns, rows, 1, kind)
            target.SetGeoTransform((window[0], size * step, 0, window[3], 0, -size * step))
            target.SetProjection(source.GetProjection())
            target.GetRasterBand(1).WriteArray(values)
            target = None


ANSWERS = {f.__name__: f for f in (models, doctor, inspect, prepare, preview, grow, classify, embed, predict)}

if __name__ == "__main__":
    main()
