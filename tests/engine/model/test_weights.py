import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file, save_file

from engine.errors import ModelError, OutputError
from engine.jobs import models
from engine.model import model_card, model_folder
from engine.model.config import ModelConfig
from engine.model.ofa import OFA
from engine.model.tokens import SensorBatch
from engine.protocol import ModelsRequest
from engine.sensors import CATALOGUE

ROOT = Path(__file__).resolve().parents[3]
OWN = sorted(path.parent.name for path in (ROOT / "resources" / "models").glob("*/card.json"))
UNTRAINED = "ofa-untrained"
CPU = torch.device("cpu")
SMALL = ModelConfig(width=32, depth=2, heads=2, patch_px=4, taps=(1, 2))
STATISTICS = {"S2": {"mean": [0.1] * 9, "std": [0.2] * 9}}


@pytest.fixture
def folder(tmp_path):
    """A trained model folder."""
    path = tmp_path / "my model"
    model_folder.save(OFA(SMALL, seed=3), {"mlm:name": "mine", "ofa": {"statistics": STATISTICS}}, path)
    return path


def edit(folder, change):
    card = json.loads((folder / "card.json").read_text())
    change(card)
    (folder / "card.json").write_text(json.dumps(card))


def rewrite_tensors(folder, change):
    """Other weights, and a card that vouches for them."""
    state = load_file(folder / "weights.safetensors")
    change(state)
    save_file(state, folder / "weights.safetensors")
    data = (folder / "weights.safetensors").read_bytes()
    edit(folder, lambda card: card["ofa"].update(sha256=hashlib.sha256(data).hexdigest()))


@pytest.fixture(scope="module")
def loaded():
    """The model that needs no file."""
    return model_folder.load(UNTRAINED, CPU)


def test_an_untrained_model_says_so(loaded):
    assert loaded.name == UNTRAINED
    assert not loaded.trained


@pytest.mark.parametrize("name", OWN)
def test_the_models_that_ship_read_any_sensor_and_tell_the_truth(name):
    loaded = model_folder.load(name, CPU)
    assert loaded.name == name
    assert loaded.trained == (name != UNTRAINED)
    assert loaded.statistics is None
    assert not loaded.model.training
    assert len(loaded.sha256) == 64
    assert not any(p.requires_grad for p in loaded.model.parameters())
    bands = CATALOGUE["sentinel-2"].bands
    features = loaded.model.dense([SensorBatch(torch.zeros(1, 13, 16, 16), bands, 10.0)])
    assert features.shape == (1, 576, 2, 2) and features.isfinite().all()
    assert loaded.card["mlm:total_parameters"] == sum(p.numel() for p in loaded.model.parameters())
    assert loaded.card["mlm:output"][0]["result"]["shape"][1] == loaded.model.feature_dim


def test_the_weights_of_the_untrained_model_are_the_same_bits_on_every_machine(loaded):
    """Maps name their model by configuration and seed: code that draws other weights must raise its `VERSION`."""
    data = b"".join(value.numpy().tobytes() for value in loaded.model.state_dict().values())
    expected = "bc22bade4deed91a2ce599231d9b157519373e4e6e8ec1ed0aafa8b15602b576"
    assert (model_card.VERSION, hashlib.sha256(data).hexdigest()) == (1, expected)


def test_configuration_and_seed_are_the_identity_of_a_model_without_weights(folder):
    def load_with(seed):
        edit(folder, lambda card: card["ofa"].update(sha256=None, seed=seed, trained=False))
        return model_folder.load(str(folder), CPU)

    first, again, other = load_with(0), load_with(0), load_with(1)
    assert first.sha256 == again.sha256 != other.sha256
    assert torch.equal(first.model.encoder.blocks[0].attn.qkv.weight, again.model.encoder.blocks[0].attn.qkv.weight)
    assert not torch.equal(first.model.encoder.blocks[0].attn.qkv.weight, other.model.encoder.blocks[0].attn.qkv.weight)


def test_a_saved_model_comes_back_as_it_was(folder):
    loaded = model_folder.load(str(folder), CPU)
    assert loaded.trained
    assert (loaded.name, loaded.statistics, loaded.model.config) == ("mine", STATISTICS, SMALL)
    assert loaded.sha256 == hashlib.sha256((folder / "weights.safetensors").read_bytes()).hexdigest()
    for one, other in zip(loaded.model.parameters(), OFA(SMALL, seed=3).parameters(), strict=True):
        assert torch.equal(one, other)
    assert sorted(path.name for path in folder.iterdir()) == ["card.json", "weights.safetensors"]


def relative(found, expected):
    return float((found - expected).norm() / expected.norm())


def test_half_precision_halves_the_file_and_hardly_moves_the_features(loaded, tmp_path):
    for dtype in (None, torch.float16):
        model_folder.save(loaded.model, {"mlm:name": "half"}, tmp_path / str(dtype), dtype)
    whole, half = (tmp_path / str(dtype) / "weights.safetensors" for dtype in (None, torch.float16))
    assert half.stat().st_size < 0.51 * whole.stat().st_size
    again = model_folder.load(str(half.parent), CPU)
    assert {value.dtype for value in again.model.state_dict().values()} == {torch.float32}
    for one, other in zip(again.model.parameters(), loaded.model.parameters(), strict=True):
        assert torch.equal(one, other.half().float())
    generator = torch.Generator().manual_seed(0)
    chip = SensorBatch(torch.randn(4, 13, 32, 32, generator=generator), CATALOGUE["sentinel-2"].bands, 10.0)
    assert relative(again.model.dense([chip]), loaded.model.dense([chip])) < 1e-2


def test_a_file_of_mixed_precision_becomes_a_model_of_single_precision(folder):
    kinds = (torch.float64, torch.bfloat16, torch.float16, torch.float32)

    def mix(state):
        state.update({name: value.to(kinds[k % 4]) for k, (name, value) in enumerate(sorted(state.items()))})

    rewrite_tensors(folder, mix)
    loaded = model_folder.load(str(folder), CPU)
    assert {value.dtype for value in loaded.model.state_dict().values()} == {torch.float32}
    one, other = (next(model.parameters()) for model in (loaded.model, OFA(SMALL, seed=3)))
    assert torch.allclose(one, other, rtol=1e-2)


def test_the_card_names_size_and_checksum_of_the_weights(folder):
    data = (folder / "weights.safetensors").read_bytes()
    card = model_card.read_card(folder)
    assert card["file:size"] == len(data)
    assert card["ofa"]["sha256"] == "sha256:" + hashlib.sha256(data).hexdigest()
    assert model_card.sha256_of(card) == hashlib.sha256(data).hexdigest()


def test_a_card_may_name_its_weights_by_bare_digits(folder):
    edit(folder, lambda card: card["ofa"].update(sha256=model_card.sha256_of(card)))
    assert (
        model_folder.load(str(folder), CPU).sha256
        == hashlib.sha256((folder / "weights.safetensors").read_bytes()).hexdigest()
    )


def test_weights_that_are_not_trained_may_be_saved_and_say_so(tmp_path):
    model_folder.save(OFA(SMALL, seed=3), {"mlm:name": "mine", "ofa": {"trained": False}}, tmp_path / "mine")
    assert not model_folder.load(str(tmp_path / "mine"), CPU).trained


def test_saving_over_a_model_replaces_it(folder):
    before = model_folder.load(str(folder), CPU).sha256
    model_folder.save(OFA(SMALL, seed=4), {"mlm:name": "mine"}, folder)
    assert model_folder.load(str(folder), CPU).sha256 != before


def test_a_folder_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="cannot write the model folder"):
        model_folder.save(OFA(SMALL), {"mlm:name": "mine"}, tmp_path / "file" / "model")


def test_models_are_found_by_name_in_the_users_folder_first(folder, monkeypatch):
    monkeypatch.setenv("OFA_MODELS", str(folder.parent))
    assert model_folder.load("my model", CPU).name == "mine"
    assert [card["mlm:name"] for card in model_card.available()] == ["mine", *OWN]
    folder.rename(folder.parent / UNTRAINED)
    assert model_folder.load(UNTRAINED, CPU).name == "mine"
    assert [card["mlm:name"] for card in model_card.available()] == [*OWN[:-1], "mine"]


def test_a_model_that_is_only_being_made_is_not_listed(folder, monkeypatch):
    monkeypatch.setenv("OFA_MODELS", str(folder.parent))
    folder.rename(folder.parent / ".mine.part")
    assert [card["mlm:name"] for card in model_card.available()] == OWN


def test_a_model_is_found_by_the_name_that_lists_show(folder, monkeypatch):
    monkeypatch.setenv("OFA_MODELS", str(folder.parent))
    assert model_folder.load("mine", CPU).name == "mine"


def test_several_folders_may_hold_models_the_first_goes_first(folder, tmp_path, monkeypatch):
    more = tmp_path / "more" / "another"
    model_folder.save(OFA(SMALL, seed=9), {"mlm:name": "another"}, more)
    model_folder.save(OFA(SMALL, seed=9), {"mlm:name": "hidden"}, more.parent / folder.name)
    monkeypatch.setenv(
        "OFA_MODELS", os.pathsep.join(["", str(folder.parent), str(more.parent), str(tmp_path / "none")])
    )
    assert [card["mlm:name"] for card in model_card.available()] == ["another", "mine", *OWN]


def test_the_models_job_lists_the_default_first(folder, monkeypatch):
    monkeypatch.setenv("OFA_MODELS", str(folder.parent))
    answer = models.run(ModelsRequest(), lambda done, total, note: None)
    default, *others = [card["mlm:name"] for card in answer["models"]]
    assert default == answer["default"] == model_card.DEFAULT_MODEL
    assert sorted(others) == sorted({"mine", *OWN} - {default})


@pytest.fixture
def installed(tmp_path):
    """``installed(*models)``: the engine as pip installs it, without the repository: what it says of each folder."""
    shutil.copytree(ROOT / "engine", tmp_path / "site" / "engine", ignore=shutil.ignore_patterns("__pycache__"))
    code = (
        "import os, sys; sys.path.insert(0, sys.argv[1]); import engine\n"
        "assert engine.__file__.startswith(sys.argv[1])\n"
        "from engine.model import model_folder\nimport torch\n"
        "for models in sys.argv[3:]:\n    os.environ['OFA_MODELS'] = models\n"
        "    try:\n        print(model_folder.load(sys.argv[2], torch.device('cpu')).name)\n"
        "    except model_folder.ModelError as error:\n        print(error, '--', error.hint)"
    )

    def run(*models: str) -> list[str]:
        command = [sys.executable, "-I", "-c", code, str(tmp_path / "site"), model_card.DEFAULT_MODEL, *models]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
        return done.stdout.splitlines()

    return run


def test_an_installed_engine_finds_the_models_it_is_told_of_and_says_so_where_it_is_told_of_none(installed):
    none, found = installed("", str(ROOT / "resources" / "models"))
    assert "models here: none" in none and "OFA_MODELS" in none
    assert found == model_card.DEFAULT_MODEL


def test_a_broken_model_does_not_hide_the_others(folder, monkeypatch):
    monkeypatch.setenv("OFA_MODELS", str(folder.parent))
    (folder / "card.json").write_text("{")
    assert [card["mlm:name"] for card in model_card.available()] == OWN


@pytest.mark.parametrize("name", ["no-such-model", "", "no/such/folder", "../ofa-untrained"])
def test_an_unknown_model_is_answered_with_those_that_exist(name):
    with pytest.raises(ModelError, match=f"found '{name}'; models here: {', '.join(OWN)}") as caught:
        model_folder.load(name, CPU)
    assert "--model" in caught.value.hint


CARD_FAULTS = {
    "not JSON": lambda folder: (folder / "card.json").write_text("{"),
    "not text": lambda folder: (folder / "card.json").write_bytes(b"\xff\xfe\x00"),
    "not an object": lambda folder: (folder / "card.json").write_text("[]"),
    "no 'ofa' object": lambda folder: edit(folder, lambda card: card.pop("ofa")),
    "a short 'ofa' object": lambda folder: edit(folder, lambda card: card["ofa"].pop("statistics")),
    "no name": lambda folder: edit(folder, lambda card: card.pop("mlm:name")),
    "another architecture": lambda folder: edit(folder, lambda card: card.update({"mlm:architecture": "ResNet"})),
    "another version": lambda folder: edit(folder, lambda card: card["ofa"].update(version=2)),
    "an unknown field": lambda folder: edit(folder, lambda card: card["ofa"]["config"].update(colour="red")),
    "a missing field": lambda folder: edit(folder, lambda card: card["ofa"]["config"].pop("width")),
    "a wrong value": lambda folder: edit(folder, lambda card: card["ofa"]["config"].update(taps=7)),
    "text for a number": lambda folder: edit(folder, lambda card: card["ofa"]["config"].update(reference_gsd_m="10")),
    "neither weights nor seed": lambda folder: edit(folder, lambda card: card["ofa"].update(sha256=None)),
    "weights missing": lambda folder: (folder / "weights.safetensors").unlink(),
    "weights cut short": lambda folder: (folder / "weights.safetensors").write_bytes(b"\x08"),
    "no safetensors": lambda folder: (
        (folder / "weights.safetensors").write_bytes(b"junk"),
        edit(folder, lambda card: card["ofa"].update(sha256=hashlib.sha256(b"junk").hexdigest())),
    ),
    "an unknown tensor": lambda folder: rewrite_tensors(folder, lambda state: state.update(extra=torch.zeros(1))),
    "a missing tensor": lambda folder: rewrite_tensors(folder, lambda state: state.pop("cls_token")),
    "another shape": lambda folder: rewrite_tensors(folder, lambda state: state.update(cls_token=torch.zeros(1, 1, 8))),
}


@pytest.mark.parametrize("fault", CARD_FAULTS)
def test_a_folder_that_cannot_be_trusted_is_answered_with_one_line(folder, fault):
    CARD_FAULTS[fault](folder)
    with pytest.raises(ModelError) as caught:
        model_folder.load(str(folder), CPU)
    assert caught.value.hint
    assert "\n" not in f"{caught.value} {caught.value.hint}"
