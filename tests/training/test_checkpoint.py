"""A checkpoint is whole or the one before, comes back exactly, and says in a line when it does not fit."""

import errno
import os
import sys
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from safetensors.torch import save_file

from engine.errors import ModelError, OutputError
from engine.model.ofa import OFA
from training import checkpoint, tensor_file
from training.pretrain.mim import MaskedImageModel
from training.pretrain.optimiser import optimiser
from training.pretrain.recipes import Recipe

Trained = tuple[MaskedImageModel, torch.optim.AdamW]
pytestmark = pytest.mark.usefixtures("one_thread")


def trained(recipe: Recipe, steps: int = 1) -> Trained:
    """Some weights, and the optimiser's moments of all but the first of them."""
    module = MaskedImageModel(OFA(recipe.model, recipe.seed), recipe)
    optimise = optimiser(module.named_parameters(), recipe)
    first, *others = [parameter for parameter in module.parameters() if parameter.requires_grad]
    for step in range(steps):
        for number, parameter in enumerate(others):
            lot = torch.Generator().manual_seed(1000 * step + number)
            parameter.grad = torch.randn(parameter.shape, generator=lot)
        optimise.step()
    assert first not in optimise.state
    return module, optimise


def same(one: Trained, other: Trained) -> bool:
    (module, optimise), (module2, optimise2) = one, other
    state, state2 = (o.state_dict()["state"] for o in (optimise, optimise2))
    return (
        all(map(torch.equal, module.state_dict().values(), module2.state_dict().values()))
        and state.keys() == state2.keys()
        and all(torch.equal(state[i][name], state2[i][name]) for i in state for name in state[i])
    )


def test_weights_moments_and_step_come_back(small: Recipe, tmp_path: Path) -> None:
    one, other = trained(small, 3), trained(replace(small, seed=5))
    assert not same(one, other)
    assert not checkpoint.exists(tmp_path)
    checkpoint.save(tmp_path, *one, step=7)
    assert checkpoint.exists(tmp_path)
    fresh = trained(replace(small, seed=5), steps=0)
    assert checkpoint.load(tmp_path, *fresh) == 7
    assert same(one, fresh)
    assert [path.name for path in tmp_path.iterdir()] == [checkpoint.NAME]


def test_settings_of_the_optimiser_are_the_recipes_and_not_the_files(small: Recipe, tmp_path: Path) -> None:
    checkpoint.save(tmp_path, *trained(small), step=1)
    module, optimise = trained(replace(small, weight_decay=0.3))
    checkpoint.load(tmp_path, module, optimise)
    assert [group["weight_decay"] for group in optimise.param_groups] == [0.3, 0.0]


@pytest.mark.parametrize("damage", ["", "half", "text" * 99, "folder", "nothing"])
def test_a_damaged_file_is_one_clear_error(small: Recipe, tmp_path: Path, damage: str) -> None:
    one = trained(small)
    checkpoint.save(tmp_path, *one, step=1)
    path = tmp_path / checkpoint.NAME
    good = path.read_bytes()
    path.unlink()
    if damage == "folder":
        path.mkdir()
    elif damage != "nothing":
        path.write_bytes(good[: len(good) // 2] if damage == "half" else damage.encode())
    with pytest.raises(ModelError, match="cannot go on from") as caught:
        checkpoint.load(tmp_path, *one)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)
    assert "--out" in caught.value.hint


def test_another_recipes_file_is_refused(small: Recipe, published: Recipe, tmp_path: Path) -> None:
    checkpoint.save(tmp_path, *trained(small), step=1)
    wider = replace(small, model=replace(small.model, width=32))
    for recipe in (published, wider):
        with pytest.raises(ModelError, match="cannot go on from"):
            checkpoint.load(tmp_path, *trained(recipe))


def test_a_file_without_our_facts_is_refused(small: Recipe, tmp_path: Path) -> None:
    save_file({"module.x": torch.zeros(1)}, tmp_path / checkpoint.NAME)
    with pytest.raises(ModelError, match="cannot go on from"):
        checkpoint.load(tmp_path, *trained(small))


@pytest.mark.parametrize("failure", [OSError(errno.ENOSPC, "no space left"), KeyboardInterrupt()])
def test_a_save_that_fails_leaves_the_checkpoint_before(
    small: Recipe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failure: BaseException
) -> None:
    old = trained(small, 1)
    checkpoint.save(tmp_path, *old, step=1)

    def torn(tensors: object, path: Path, metadata: object) -> None:
        path.write_bytes(b"half of it")
        raise failure

    monkeypatch.setattr(tensor_file, "save_file", torn)
    with pytest.raises((OutputError, KeyboardInterrupt)) as caught:
        checkpoint.save(tmp_path, *trained(small, 2), step=2)
    assert not isinstance(caught.value, OutputError) or "free some space" in caught.value.hint
    fresh = trained(small, 0)
    assert checkpoint.load(tmp_path, *fresh) == 1
    assert same(old, fresh)


def test_what_goes_to_the_disk_is_open_for_writing_as_windows_wants_it(
    small: Recipe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", lambda file: os.write(file, b""))  # refuses a file that is open for reading only
    checkpoint.save(tmp_path, *trained(small), step=1)
    assert checkpoint.exists(tmp_path)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux tells which files are mapped")
def test_a_run_that_resumes_lets_go_of_the_file_which_windows_could_not_replace_else(
    small: Recipe, tmp_path: Path
) -> None:
    checkpoint.save(tmp_path, *trained(small), step=1)
    fresh = trained(small, 0)
    checkpoint.load(tmp_path, *fresh)
    assert str(tmp_path / checkpoint.NAME) not in Path("/proc/self/maps").read_text()
    checkpoint.save(tmp_path, *fresh, step=2)


def test_a_folder_that_is_gone_is_told(small: Recipe, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="could not be written"):
        checkpoint.save(tmp_path / "gone", *trained(small), step=1)
