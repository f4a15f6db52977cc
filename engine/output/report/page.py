"""What a person reads after a classification: a picture, a confusion matrix, and a page that holds the facts.

Turns the job's `report` dict into files and decides nothing. Any value of it may be None: it is then shown as "–".
"""

import html
import json
import math
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import numpy as np

from engine.gdal import gdal_names
from engine.language import LANGUAGE, number, sentence, spoken
from engine.output.report.confusion import draw_confusion
from engine.output.report.pictures import PictureInputs, draw_picture
from engine.output.staging import disk_errors
from engine.words import packed, say

PICTURE, CONFUSION, FACTS, PAGE = FILES = ("picture.png", "confusion.png", "report.json", "report.html")
STYLE = """
body { font: 15px/1.5 system-ui, sans-serif; color: #1a1a1a; max-width: 72rem; margin: 2rem auto; padding: 0 1rem }
h1 { font-size: 1.5rem; margin-bottom: 0 } h2 { font-size: 1.1rem; margin-top: 2rem } p.quiet { color: #666 }
img { max-width: 100% } img[src='confusion.png'] { max-height: 70rem; margin-top: 1rem }
table { border-collapse: collapse } .score { font-size: 1.3rem; font-weight: 600 }
th, td { padding: .25rem .9rem .25rem 0; text-align: right; border-bottom: 1px solid #ddd }
th:first-child, td:first-child { text-align: left }
i { display: inline-block; width: 1em; height: 1em; margin-right: .5em }
li { margin: .2rem 0 } pre { background: #f5f5f5; padding: 1rem; overflow-x: auto; font-size: 13px }
"""

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
    folder = Path(folder)
    facts = _plain(report)
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
        written = json.dumps(packed(facts), indent=2, ensure_ascii=False, allow_nan=False)
        paths["json"].write_text(written, encoding="utf-8")
        paths["html"].write_text(_page(facts, "confusion" in paths), encoding="utf-8")
    return {name: str(path) for name, path in paths.items()}


def _plain(value: Any) -> Any:  # noqa: ANN401 - JSON
    """`value` as JSON can hold it: numbers and arrays of numpy and torch, tuples and paths made plain, NaN as None."""
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if hasattr(value, "tolist"):
        return _plain(value.tolist())
    if isinstance(value, list | tuple | set | frozenset):
        return [_plain(item) for item in value]
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return value if value is None or isinstance(value, str | int | float | bool) else str(value)


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
        f"<h1>{_text(title)}</h1><p class='quiet'>{_text(made)}</p>",
        f"<p class='score'>{_text(sentence(_score(facts)))}</p>",
        f"<p class='quiet'>{_text(_validation(facts))}</p>",
        f"<img src='picture.png' alt='{_text(picture)}'>",
        _section(say("Warnings"), _bullets(facts.get("warnings") or [])),
        _section(say("Classes"), _classes(facts.get("classes") or [])),
        f"<img src='confusion.png' alt='{_text(matrix)}'>" if confusion else "",  # the picture has its title
        _section(say("What the head trusts"), _pairs(facts.get("trust") or {})),
        _section(say("Model"), _pairs(facts.get("model") or {})),
        _section(say("Scene"), _pairs({key: facts.get(key) for key in ("scene", "sensor", "units", "bands")})),
        _section(say("Seconds"), _pairs(facts.get("seconds") or {})),
        _section(say("Request"), f"<pre>{_text(request)}</pre>"),
    ]
    head = f"<meta charset='utf-8'><title>{_text(title)}</title><style>{STYLE}</style>"
    code = LANGUAGE.get().code
    return f"<!doctype html><html lang='{code}'><head>{head}</head><body>{''.join(sections)}</body></html>\n"


def _validation(facts: Mapping[str, Any]) -> str:
    """How the score was found, and from when on one number is given."""
    if not facts.get("folds"):
        return ""
    told = say(
        "Labels were held out in {folds} folds, with all labels in their block of {block_px} pixels, and mapped by a "
        "head that had not seen them. Macro-F1 is the mean F1 of the checked classes; overall accuracy is the share of "
        "the held-out labelled pixels that are mapped right.",
        folds=facts["folds"],
        block_px=facts.get("block_px"),
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
    head = map(_text, (say("Class"), *COLUMNS.values(), say("Share")))
    rows = []
    for entry in classes:
        swatch = f"<i style='background:{_text(entry.get('colour'))}'></i>{_text(entry.get('name'))}"
        share = entry.get("share")
        cells = [entry.get(key) for key in COLUMNS]
        rows.append([swatch, *map(_text, cells), "–" if share is None else number(share, ".1%")])
    return _table([head, *rows]) if rows else ""


def _section(title: str, body: str) -> str:
    return f"<h2>{_text(title)}</h2>{body}" if body else ""


def _bullets(texts: Iterable[str]) -> str:
    items = "".join(f"<li>{_text(sentence(text))}</li>" for text in texts)
    return f"<ul>{items}</ul>" if items else ""


def _pairs(values: Mapping[str, Any]) -> str:
    rows = [(_text(KEYS.get(key, key)), _text(value)) for key, value in values.items()]
    return _table(rows, heading=False) if values else ""


def _table(rows: Iterable[Iterable[str]], heading: bool = True) -> str:
    """Rows of cells that are HTML already; the first is the heading."""
    lines = []
    for line, row in enumerate(rows):
        tag = "th" if heading and line == 0 else "td"
        lines.append("<tr>" + "".join(f"<{tag}>{cell}</{tag}>" for cell in row) + "</tr>")
    return f"<table>{''.join(lines)}</table>"


def _text(value: Any) -> str:  # noqa: ANN401 - whatever the report holds
    """`value` for a person, escaped for HTML."""
    return html.escape(_plain_text(value), quote=True)


def _plain_text(value: Any) -> str:  # noqa: ANN401 - whatever the report holds
    """`value` for a person: None as "–", numbers with few digits, lists joined."""
    if value is None:
        return "–"
    if isinstance(value, bool):
        return spoken(say("yes") if value else say("no"))
    if isinstance(value, float):
        return number(value, ",.2f")
    if isinstance(value, list):
        return ", ".join(map(_plain_text, value))
    if isinstance(value, dict):
        return ", ".join(f"{key} {_plain_text(item)}" for key, item in value.items())
    return spoken(value) if isinstance(value, str) else number(value)
