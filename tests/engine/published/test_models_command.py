"""`engine models`: licences, listing and verifying; and a scene mapped with a model that was pulled."""

import json
from dataclasses import replace
from types import MappingProxyType

import numpy as np
import pytest
import rasterio
import rasterio.windows
import torch

from engine.cli.commands import models as command
from engine.model import model_folder
from engine.published import catalogue
from engine.published.pull import pull
from engine.user_folders import user_folder
from tests.fakes.published_weights import SMALL, quiet

CPU = torch.device("cpu")


def test_without_a_terminal_the_licence_must_be_accepted_by_option(hub, small, tmp_path, engine):
    answer = engine("models", "pull", "dofa-base", "--out", tmp_path)
    assert (answer.status, answer.out) == (2, "") and hub.asked == []
    assert "CC-BY-4.0" in answer.err and "give --accept-licence" in answer.err.splitlines()[-1]


@pytest.mark.parametrize(("said", "status"), [(True, 0), (False, 2)])
def test_at_a_terminal_the_licence_is_asked_for(hub, small, tmp_path, engine, monkeypatch, said, status):
    monkeypatch.setattr(command.sys.stdin, "isatty", lambda: True, raising=False)
    asked = []
    monkeypatch.setattr(command.typer, "confirm", lambda text, **_: asked.append(text) or said)
    assert engine("models", "pull", "dofa-base", "--out", tmp_path).status == status
    assert asked == ["Accept the licence?"] and bool(hub.asked) == said


def test_pull_prints_where_the_model_is_and_asks_once(hub, small, tmp_path, engine):
    answer = engine("models", "pull", "dofa-base", "--out", tmp_path, "--accept-licence", "--json")
    assert answer.status == 0 and "Creative Commons" in answer.err
    assert json.loads(answer.out) == {"model": str(tmp_path / "dofa-base"), "new": True, "trusted_sha256": None}
    again = engine("models", "pull", "dofa-base", "--out", tmp_path)
    assert again.status == 0 and "was here, and is whole" in again.out and "Creative" not in again.err


def test_a_digest_that_was_not_known_is_told(hub, small, tmp_path, engine, monkeypatch):
    unpinned = replace(small, digest=None)
    monkeypatch.setattr(catalogue, "PUBLISHED", MappingProxyType({"dofa-base": unpinned}))
    answer = engine("models", "pull", "dofa-base", "--out", tmp_path, "--accept-licence")
    assert f"it is trusted from now on: {small.sha256}" in answer.out


def test_a_pulled_model_is_listed_found_by_name_and_verified(hub, small, tmp_path, engine, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert engine("models", "pull", "dofa-base", "--accept-licence").status == 0
    assert "dofa-base" in [card["mlm:name"] for card in json.loads(engine("models", "--json").out)["models"]]
    listed = json.loads(engine("models", "list", "--json").out)
    assert [(row["name"], row["here"]) for row in listed["published"]] == [("dofa-base", True)]
    assert "DOFA" in engine("models").out and "here" in engine("models", "list").out
    assert model_folder.load("dofa-base", CPU).model.config == SMALL
    assert engine("models", "verify", "dofa-base").status == 0
    (user_folder() / "dofa-base" / "weights.safetensors").write_bytes(b"damaged")
    answer = engine("models", "verify", "--json")
    states = {row["name"]: row["ok"] for row in json.loads(answer.out)["models"]}
    assert answer.err == "error: damaged: dofa-base — pull or copy them again\n"
    assert answer.status == 2 and states == {"ofa-tiny": True, "ofa-untrained": True, "dofa-base": False}


def test_json_before_a_subcommand_is_not_lost(engine):
    answer = engine("models", "--json", "list")
    assert answer.status == 2 and "--json stands before 'list' — give it behind" in answer.err
    assert json.loads(answer.out)["error"]


def test_an_unknown_model_names_those_that_are_published(engine):
    answer = engine("models", "pull", "dofa-huge")
    assert answer.status == 2 and "dofa-base, dofa-large, dofa-v2-base, dofa-v2-large" in answer.err
    assert engine("models", "verify", "no-such-model").status == 2


@pytest.fixture
def dofa_folder(small, tmp_path, data):
    (tmp_path / small.file).write_bytes(data)
    return pull(small, tmp_path / "models", tmp_path, quiet).folder


def test_classify_and_embed_take_such_a_model_like_any_other(dofa_folder, write_scene, write_clicks, tmp_path, engine):
    """Patches of 14 pixels: tiles are 252 pixels wide, so that this scene has two on each side."""
    random = np.random.default_rng(0)
    halves = np.where(np.arange(300)[None, None, :] < 150, 800, 3000)
    pixels = (halves + random.normal(0, 50, (4, 280, 300))).astype(np.uint16)
    scene = write_scene(pixels, ["B02", "B03", "B04", "B08"], tags={"SENSOR": "sentinel-2"})
    rows = (50, 140, 230)
    clicks = {"dark": [(x, y) for x in (40, 90) for y in rows], "bright": [(x, y) for x in (190, 260) for y in rows]}
    write_clicks(scene, clicks, tmp_path / "labels.gpkg")
    usual = ("--model", dofa_folder, "--units", "dn", "--device", "cpu", "--precision", "float32")

    answer = engine(
        "classify", scene, tmp_path / "labels.gpkg", "--field", "class", "--out", tmp_path / "map.tif", *usual
    )
    assert answer.status == 0, answer.err
    with rasterio.open(tmp_path / "map.tif") as mapped:
        values = mapped.read(1)
    assert values.shape == (280, 300) and 0 not in values
    assert (values[:, :140] == values[0, 0]).all() and (values[:, 160:] == values[0, -1]).all()
    assert values[0, 0] != values[0, -1]

    def features(name, *more):
        answer = engine("embed", scene, "--out", tmp_path / name, "--bits", "32", *usual, *more)
        assert answer.status == 0, answer.err
        with rasterio.open(tmp_path / name) as found:
            return found.read(), found.bounds, found.transform

    whole, _, transform = features("whole.tif")
    part, bounds, _ = features("part.tif", "--extent", "501000,5797600,502500,5798600")
    assert whole.shape[0] == 64 and np.isfinite(whole).all() and whole.std() > 0.1
    window = rasterio.windows.from_bounds(*bounds, transform).round_offsets().round_lengths()
    (row0, row1), (col0, col1) = window.toranges()
    assert part.size and np.abs(part - whole[:, row0:row1, col0:col1]).max() < 1e-5
