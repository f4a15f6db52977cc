"""What a person reads after a classification: a picture, a confusion matrix, and a page that holds the facts.

Turns the job's `report` dict into files and decides nothing. Any value of it may be None: it is then shown as "–".
"""

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import numpy as np

from engine.gdal import gdal_names
from engine.language import number, sentence, spoken
from engine.output.report.files import facts_text
from engine.output.report.markup import as_json, bullets, document, section, swatch, table, text
from engine.output.report.picture_inputs import PictureInputs
from engine.output.staging import disk_errors
from engine.sensors.catalogue import CATALOGUE
from engine.words import say

PICTURE, CONFUSION, FACTS, PAGE = FILES = ("picture.png", "confusion.png", "report.json", "report.html")
COLUMNS = {
    "geometries": say("Geometries"),
    "pixels_labelled": say("Labelled pixels"),
    "held_out_labels": say("Held-out labels"),
    "precision": say("Precision"),
    "recall": say("Recall"),
    "f1": say("F1"),
    "area_ha": say("Area (ha)"),
}
KEYS = {
    "scene": say("scene"), "sensor": say("sensor"), "units": say("units"), "bands": say("bands"),
    "name": say("name"), "trained": say("trained"),
    "spectra": say("spectra"), "shape": say("shape of the spectrum"), "context": say("context"),
    "surroundings": say("surroundings"), "deep": say("features of the model"),
    "learning": say("learning"), "mapping": say("mapping"), "polygons": say("polygons"),
    "read_s": say("reading"), "model_s": say("model"), "pixel_s": say("spectra and surroundings"),
    "write_s": say("writing"),
}  # fmt: skip
"""What keys of the facts are called; others as they are."""
_ALL_DATES, _SOURCE = re.compile(r"all dates: (.+)"), re.compile(r"(\d+): (.+)")
"""Groups of features of several dates, and of a further source (see `engine.fewlabel.place_features`)."""


def write(folder: str | Path, report: Mapping[str, Any], picture: PictureInputs) -> dict[str, str]:
    """Write ``picture.png``, ``confusion.png``, ``report.json`` and ``report.html`` into `folder`.

    Args:
        folder: made if it is missing.
        report: the facts; keys as the job `classify` builds them, values that JSON can hold (or NaN).
        picture: the rasters and labels to draw.

    Returns:
        The paths by "picture", "confusion", "json", "html"; "confusion" only if there was a validation.

    Raises:
        OutputError: the folder cannot be written.
    """
    from engine.output.report.confusion import draw_confusion  # noqa: PLC0415  (matplotlib: 0.7 s of processor time)
    from engine.output.report.pictures import draw_picture  # noqa: PLC0415

    folder = Path(folder)
    facts = as_json(report)
    paths = {"picture": folder / PICTURE, "json": folder / FACTS, "html": folder / PAGE}
    with disk_errors(folder):
        folder.mkdir(parents=True, exist_ok=True)
        draw_picture(
            picture,
            gdal_names.short(str(facts.get("scene") or picture.scene.name)),
            _joined(facts.get("sensor"), _model(facts), _score(facts)),
            paths["picture"],
        )
        if facts.get("confusion"):
            paths["confusion"] = folder / CONFUSION
            caption = say("{score}. Counts are held-out labelled pixels.", score=_score(facts))
            draw_confusion(np.array(facts["confusion"]), picture.legend.names, caption, paths["confusion"])
        paths["json"].write_text(facts_text(facts), encoding="utf-8")
        paths["html"].write_text(_page(facts, "confusion" in paths), encoding="utf-8")
    return {name: str(path) for name, path in paths.items()}


def _joined(*texts: str | None) -> str:
    return "  ·  ".join(spoken(text) for text in texts if text)


def _model(facts: Mapping[str, Any]) -> str:
    """The model's name, and that it is untrained where it is."""
    model = facts.get("model") or {}
    name = model.get("name") or ""
    return say("{name} (untrained model)", name=name) if name and not model.get("trained") else name


def _score(facts: Mapping[str, Any]) -> str:
    """The score, or why there is none, as `fewlabel.Accuracy.sentence` puts it."""
    return facts.get("score") or say("not checked")


def _page(facts: Mapping[str, Any], confusion: bool) -> str:
    """The page, with every text escaped; the pictures are linked, as they lie beside it."""
    title = gdal_names.short(str(facts.get("scene") or spoken(KEYS["scene"])))
    made = _joined(facts.get("sensor"), _model(facts), facts.get("created"))
    picture, matrix = say("scene, labels, class map and confidence side by side"), say("Confusion matrix")
    request = json.dumps(facts.get("request"), indent=2, ensure_ascii=False)
    sections = [
        f"<h1>{text(title)}</h1><p class='quiet'>{text(made)}</p>",
        f"<p class='score'>{text(sentence(_score(facts)))}</p>",
        f"<p class='quiet'>{text(_validation(facts))}</p>",
        f"<img src='picture.png' alt='{text(picture)}'>",
        section(say("Warnings"), bullets(facts.get("warnings") or [])),
        section(say("Classes"), _classes(facts.get("classes") or [])),
        f"<img src='confusion.png' alt='{text(matrix)}'>" if confusion else "",  # the picture has its title
        section(say("What the head trusts"), _pairs(facts.get("trust") or {})),
        section(say("Model"), _pairs(facts.get("model") or {})),
        section(say("Scene"), _pairs({key: facts.get(key) for key in ("scene", "sensor", "units", "bands")})),
        section(say("Seconds"), _pairs(facts.get("seconds") or {})),
        section(say("Request"), f"<pre>{text(request)}</pre>"),
    ]
    return document(title, sections)


def _validation(facts: Mapping[str, Any]) -> str:
    """How the score was found, and from when on one number is given."""
    if not facts.get("folds"):
        return ""
    told = say(
        "Labels were held out as far from the others as the mapped pixels are from the labels, and mapped by a head "
        "that had not seen them. Macro-F1 is the mean F1 of the checked classes, with the range in which it lies in 90 "
        "% of such cases; overall accuracy is the share of the held-out labelled pixels that are mapped right.",
    )
    least = (facts.get("coverage") or {}).get("least")
    if least is None:
        return spoken(told)
    rule = say(
        "One number is given only if the checked classes are at least {least:.0%} of the classes and of the mapped "
        "area, as the others may be mapped well or badly.",
        least=least,
    )
    return f"{spoken(told)} {spoken(rule)}"


def _classes(classes: Iterable[Mapping[str, Any]]) -> str:
    """One row per class: labels, scores, area."""
    head = map(text, (say("Class"), *COLUMNS.values(), say("Share")))
    rows = []
    for entry in classes:
        share = entry.get("share")
        cells = [entry.get(key) for key in COLUMNS]
        name = swatch(str(entry.get("name")), str(entry.get("colour")))
        rows.append([name, *map(text, cells), "–" if share is None else number(share, ".1%")])
    return table([head, *rows]) if rows else ""


def _pairs(values: Mapping[str, Any]) -> str:
    rows = [(text(_called(key)), text(value)) for key, value in values.items()]
    return table(rows, heading=False) if values else ""


def _called(key: str) -> str:
    """What a person calls a key of the facts."""
    if dates := _ALL_DATES.fullmatch(key):
        return say("all dates: {features}", features=_called(dates[1]))
    if source := _SOURCE.fullmatch(key):
        return say("source {number}: {sensor}", number=source[1], sensor=_sensor(source[2]))
    return KEYS.get(key, key)


def _sensor(which: str) -> str:
    return CATALOGUE[which].title if which in CATALOGUE else which
