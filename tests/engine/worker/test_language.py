"""`engine serve --words FILE` from end to end: the report of a map is a page in the language of the file."""

import html
import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from engine.jobs import classify
from engine.messages import EVENTS, QuitRequest, decode, encode
from engine.protocol import ClassifyRequest, ComputeSpec, SceneSpec
from resources.demo import landscape
from resources.i18n import update

LONG_S = 120
OURS = {"water", "forest", "meadow", "maize", "stubble", "bare soil", "town"}
"""What the user wrote himself: it stays as it is."""


def german(path: Path) -> Path:
    """The file that the plugin writes for a German QGIS (`ofa_qgis.engine.engine_words.write_words`)."""
    known = update.read(update.HERE / "ofa_de.ts")
    texts = {text: known[update.CONTEXT, text] for text in update.templates()}
    body = {"code": "de", "decimal": ",", "group": ".", "controls": {}, "texts": texts}
    path.write_text(json.dumps(body), encoding="utf-8")
    return path


@pytest.fixture
def asked(tmp_path: Path, quick_model: str, write_clicks: Callable[..., None]) -> Callable[[Path], ClassifyRequest]:
    """``asked(folder)``: a map, and a page beside it."""
    simulated = landscape.simulate(128, 160)
    scene, labels = tmp_path / "scene.tif", tmp_path / "labels.gpkg"
    landscape.write(simulated, scene)
    write_clicks(scene, landscape.clicks(simulated), labels)
    return lambda folder: ClassifyRequest(
        SceneSpec(str(scene)), ComputeSpec(quick_model), labels=str(labels), field="class",
        out=str(folder / "map.tif"), report=str(folder),
    )  # fmt: skip


def served(request: ClassifyRequest, *arguments: object) -> str:
    """The page that a served engine writes."""
    command = [sys.executable, "-m", "engine", "serve", *map(str, arguments)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as engine:
        assert engine.stdin is not None and engine.stdout is not None
        engine.stdin.write(encode(request, "map") + "\n")
        engine.stdin.flush()
        last: Any = None
        for line in engine.stdout:
            last = decode(line, EVENTS)[0]
            if last.kind in ("finished", "failed"):
                break
        engine.stdin.write(encode(QuitRequest()) + "\n")
        engine.stdin.close()
        engine.wait(LONG_S)
    assert last.kind == "finished", last
    return page(request)


def page(request: ClassifyRequest) -> str:
    return Path(request.report or "", "report.html").read_text(encoding="utf-8")


def texts(page: str) -> set[str]:
    """What a reader of the page sees, beside the request, which is the recipe to run again."""
    body = re.sub(r"<style>.*?</style>|<pre>.*?</pre>", " ", page, flags=re.DOTALL)
    return {text.strip() for text in map(html.unescape, re.split(r"<[^>]*>", body)) if re.search(r"[a-z]{3}", text)}


def test_a_report_is_in_the_language_of_the_file_of_words(
    asked: Callable[[Path], ClassifyRequest], tmp_path: Path
) -> None:
    said = served(asked(tmp_path / "german"), "--words", german(tmp_path / "words.json"))
    request = asked(tmp_path / "english")
    classify.run(request, lambda *_: None)
    english = page(request)
    assert "<html lang='de'>" in said and "<html lang='en'>" in english
    assert {"Klassen", "Warnungen", "Fläche (ha)"} <= texts(said)
    assert re.search(r">\d,\d\d<", said) and not re.search(r">\d+\.\d\d<", said)
    same = {text for text in texts(said) & texts(english) - OURS if not re.fullmatch("[0-9a-f]{64}", text)}
    assert {text for text in same if "scene.tif" not in text and len(re.findall(r"[a-z]{3,}", text)) > 1} == {
        "ofa-untrained"  # as its card calls it
    }
