"""Recipes: what the plugin and the command line ask can be asked again from a file, and comes out the same."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from engine.cli import recipe
from engine.errors import RequestError
from engine.messages import Message, encode
from engine.protocol import ClassifyRequest, DoctorRequest, InspectRequest, SceneSpec
from resources.demo import landscape

Engine = Callable[..., Any]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory, write_clicks: Callable[..., None]) -> Path:
    folder = tmp_path_factory.mktemp("place")
    simulated = landscape.simulate(200, 240)
    landscape.write(simulated, folder / "scene.tif")
    write_clicks(folder / "scene.tif", landscape.clicks(simulated), folder / "labels.gpkg")
    return folder


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


RESULTS = ("map.tif", "sure.tif", "map.gpkg", "map.qml", "map.tif.aux.xml")


def test_a_recipe_gives_the_bytes_that_the_options_gave(
    engine: Engine, place: Path, quick_model: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OGR_CURRENT_DATE", "2026-01-01T00:00:00.000Z")
    said = engine(
        "classify", place / "scene.tif", place / "labels.gpkg", "--field", "class", "--out", tmp_path / "map.tif",
        "--confidence", tmp_path / "sure.tif", "--vector", tmp_path / "map.gpkg", "--report", tmp_path / "report",
        "--nodata", "-5", "--colours", "water=#123456", "--model", quick_model, "--json",
    )  # fmt: skip
    assert said.status == 0, said.err
    sums = [sha256(tmp_path / name) for name in RESULTS]
    request = json.loads((tmp_path / "report" / "report.json").read_text())["request"]
    (tmp_path / "recipe.json").write_text(json.dumps(request, indent=2))
    again = engine("run", tmp_path / "recipe.json", "--overwrite", "--json")
    assert again.status == 0, again.err
    assert [sha256(tmp_path / name) for name in RESULTS] == sums
    assert json.loads(again.out)["outputs"] == json.loads(said.out)["outputs"]
    from_report = engine("run", tmp_path / "report" / "report.json", "--overwrite")
    assert from_report.status == 0 and "macro-F1" in from_report.out


@pytest.mark.parametrize(
    "request_",
    [
        InspectRequest(SceneSpec("å.tif", bands={"1": "B02"}, nodata=((0.0, 5.0), (9.0, 9.0)), file_nodata=False)),
        InspectRequest(SceneSpec("s.tif", nodata=((2**63 - 1, 2**63 - 1),))),
        ClassifyRequest(
            SceneSpec("s.tif"), labels="l", colours={"a": "#123456"}, extent=(1.0, 2.0, 3.0, 4.0), overwrite=True
        ),
        DoctorRequest(),
    ],
)
def test_a_recipe_is_the_request_that_the_plugin_sends(tmp_path: Path, request_: Message) -> None:
    (tmp_path / "r.json").write_text(encode(request_, "job 7"))
    assert recipe.read(tmp_path / "r.json") == request_


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "no JSON"),
        ("[1]", "found 'list'"),
        ('{"kind": "dance"}', "'dance'"),
        ('{"kind": "quit"}', "'quit'"),
        ('{"kind": "inspect"}', "lacks the field 'scene'"),
        ('{"kind": "inspect", "scene": "s.tif"}', "must be an object of path, sensor, bands, units"),
        (
            '{"kind": "finetune", "scene": {"path": "s"}, "more": [{"path": "t", "bend": 1}]}',
            "has no field 'more[0].bend'",
        ),
        ('{"kind": "finetune", "scene": {"path": "s"}, "more": [{"path": 7}]}', "'more[0].path' of the finetune"),
        ('{"kind": "inspect", "scene": []}', "must be an object of path, sensor, bands, units"),
        ('{"kind": "inspect", "scene": [{"path": "s"}]}', "must be an object of path, sensor, bands, units"),
        ('{"kind": "inspect", "scene": {}}', "lacks the field 'scene.path'"),
        ('{"kind": "inspect", "scene": {"path": 5}}', "'scene.path' of the inspect recipe must be a text; found 5"),
        ('{"kind": "inspect", "scene": {"path": "s", "file_nodata": 1}}', "must be true or false"),
        (
            '{"kind": "inspect", "scene": {"path": "s", "nodata": [[1]]}}',
            "'scene.nodata[0]' of the inspect recipe must be a list of 2; found [1]",
        ),
        (
            '{"kind": "inspect", "scene": {"path": "s", "bands": {"1": 2}}}',
            "must be an object whose values are each a text",
        ),
        (
            '{"kind": "inspect", "scene": {"path": "s", "unit": "dn"}}',
            "recipe has no field 'scene.unit' — it has: path, sensor",
        ),
        ('{"kind": "bench", "scene": {"path": "s"}, "compute": {"model": 1}}', "must be a text or null; found 1"),
        (
            '{"kind": "classify", "scene": {"path": "s"}, "extent": ["a"]}',
            "'extent[0]' of the classify recipe must be a number",
        ),
        ('{"kind": "preview", "scene": {"path": "s"}, "step": true}', "must be a whole number; found true"),
        ('{"kind": "embed", "scene": {"path": "s"}, "colour": "blue"}', "has no field 'colour'"),
    ],
)
def test_what_is_no_recipe_is_one_clear_line(engine: Engine, tmp_path: Path, text: str, words: str) -> None:
    (tmp_path / "r.json").write_text(text)
    answer = engine("run", tmp_path / "r.json")
    assert answer.status == 2 and answer.err.count("\n") == 1
    assert words in answer.err


def test_a_recipe_that_is_not_there_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(RequestError, match="cannot read the recipe"):
        recipe.read(tmp_path / "none.json")


def test_every_kind_of_recipe_runs(engine: Engine, place: Path, quick_model: str, tmp_path: Path) -> None:
    compute = {"model": quick_model}
    labels = {"labels": str(place / "labels.gpkg"), "field": "class"}
    out: dict[str, dict[str, Any]] = {
        "inspect": {}, "models": {}, "embed": {"out": str(tmp_path / "f.tif"), "compute": compute},
        "preview": {**labels, "out": str(tmp_path / "p"), "step": 4, "compute": compute},
    }  # fmt: skip
    for kind, more in out.items():
        body = {"kind": kind, **more} | ({} if kind == "models" else {"scene": {"path": str(place / "scene.tif")}})
        (tmp_path / "r.json").write_text(json.dumps(body))
        answer = engine("run", tmp_path / "r.json")
        assert answer.status == 0, answer.err
        assert answer.out.strip()
