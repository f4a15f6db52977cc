"""Recipes: what is published, what JSON keeps, what a person may set."""

import json
import math
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest
import torch
from torch import nn

from engine.errors import EngineError, RequestError
from engine.model.config import PRESETS
from engine.model.ofa import OFA
from training.pretrain import recipes
from training.pretrain.decoder import DECODERS
from training.pretrain.mim import MaskedImageModel
from training.pretrain.optimiser import learning_rate, optimiser
from training.pretrain.recipes import RECIPES, Recipe, changed, find, from_dict, to_dict

NAMES = pytest.mark.parametrize("name", RECIPES)


@NAMES
def test_a_recipe_comes_back_from_its_file(name: str) -> None:
    recipe = find(name)
    assert recipe.name == name
    assert from_dict(json.loads(json.dumps(to_dict(recipe)))) == recipe


@pytest.mark.parametrize("name", ["ofa_base_paper", "ofa_tiny", "ofa_small", "debug"])
def test_every_recipe_can_be_built(name: str) -> None:
    recipe = find(name)
    model, decoder = replace(recipe.model, depth=1, taps=(1,)), replace(recipe.decoder, depth=1)  # all blocks are alike
    recipe = replace(recipe, model=model, decoder=decoder)
    module = MaskedImageModel(OFA(recipe.model, recipe.seed), recipe)
    assert not any(p.requires_grad for p in module.projection.parameters())
    assert all(p.requires_grad for n, p in module.named_parameters() if not n.startswith("projection"))


def test_the_published_recipe_says_what_was_published() -> None:
    paper = find("ofa_base_paper")
    model, decoder = paper.model, paper.decoder
    assert (model.embedding, model.width, model.depth, model.heads, model.patch_px) == ("per_sensor", 768, 12, 12, 16)
    assert (paper.sampling.chip_px, paper.sampling.area, paper.mask_ratio) == (224, (0.2, 1.0), 0.75)
    assert (decoder.kind, decoder.width, decoder.depth, decoder.heads) == ("per_sensor", 512, 8, 16)
    assert (paper.target, paper.betas, paper.weight_decay) == ("pixels", (0.9, 0.95), 0.05)
    assert paper.lr == pytest.approx(1e-4 * paper.chips_per_step / 256)
    assert paper.warmup == 20 / 120
    assert (paper.band_dropout, paper.sampling.pair_share, paper.patches_px) == (0, 0, (16,))
    assert not paper.ground_positions


def test_our_recipes_start_from_the_presets() -> None:
    tiny, small = find("ofa_tiny"), find("ofa_small")
    own = replace(PRESETS["tiny"], statistics="sensor", tile_px=128, chip_patch_px=4)
    assert (tiny.model, small.model) == (own, PRESETS["small"])
    assert find("random") == replace(tiny, name="random", steps=0)


@pytest.mark.parametrize("choice", ["scene", "sensor"])
def test_a_model_asks_for_the_statistics_that_its_chips_had(choice: str) -> None:
    recipe = changed(find("ofa_tiny"), {"sampling.statistics": choice})
    assert recipe.model.statistics == choice and from_dict(to_dict(recipe)) == recipe


def test_a_run_from_before_the_model_said_so_goes_on() -> None:
    values = to_dict(find("ofa_tiny"))
    del values["model"]["statistics"]
    assert from_dict(values) == find("ofa_tiny")


def test_the_control_of_one_sensor_differs_in_nothing_else() -> None:
    tiny, single = find("ofa_tiny"), find("mae_single_s2")
    assert single == replace(tiny, name=single.name, sampling=replace(tiny.sampling, modalities=("S2",)))


def test_the_decoders_that_a_recipe_may_name_are_those_there_are() -> None:
    assert set(recipes.DECODERS) == set(DECODERS)


def test_an_unknown_recipe_is_answered_with_the_known_ones() -> None:
    with pytest.raises(RequestError, match="'ofa_huge'") as caught:
        find("ofa_huge")
    assert all(name in caught.value.hint for name in RECIPES)


def test_fields_are_set_by_name_also_inside_parts_and_lists() -> None:
    settings = {
        "steps": "7", "lr": "1", "target": "both", "sampling.batch": "64", "sampling.modalities": '["S1", "S2"]',
        "sampling.area": "[0.5, 1]", "patches_px": "[4, 8]", "decoder.width": "64", "model.depth": "2",
        "model.taps": "[1, 2]", "ground_positions": "false",
    }  # fmt: skip
    found = changed(find("ofa_tiny"), settings)
    assert (found.steps, found.lr, found.target, found.patches_px) == (7, 1, "both", (4, 8))
    assert (found.sampling.batch, found.sampling.modalities, found.sampling.area) == (64, ("S1", "S2"), (0.5, 1))
    assert (found.decoder.width, found.model.taps, found.ground_positions) == (64, (1, 2), False)
    assert changed(found, {"sampling.modalities": "null"}).sampling.modalities is None
    assert changed(found, {}) == found


@pytest.mark.parametrize("name", ["step", "sampling.bach", "steps.more", "no.thing", "betas.0", "="])
def test_what_is_no_field_is_refused_with_those_there_are(name: str) -> None:
    with pytest.raises(RequestError, match=name) as caught:
        changed(find("debug"), {name: "1"})
    assert "sampling.batch" in caught.value.hint


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("steps", "many"), ("steps", "1.5"), ("steps", "-1"), ("lr", "NaN"), ("lr", "true"), ("lr", "0"),
        ("betas", "[0.9]"), ("patches_px", "8"), ("patches_px", "[4]"), ("patches_px", "[]"), ("patches_px", "[0, 8]"),
        ("target", "words"), ("precision", "fp16"), ("mask_ratio", "1"), ("mask_ratio", "0"), ("accumulate", "0"),
        ("band_dropout", "1.5"), ("decoder.kind", "none"), ("decoder.heads", "0"), ("decoder.heads", "3"),
        ("decoder.width", "30"), ("sampling.batch", "0"), ("sampling.patch_px", "16"), ("model.width", "30"),
        ("sampling.modalities", "S1"), ("ground_positions", "1"), ("decoder", "3"), ("sampling", "null"),
        ("sampling.statistics", "mine"), ("teachers", '["nobody"]'), ("target", "none"), ("watch_every", "-1"),
    ],
)  # fmt: skip
def test_a_value_that_cannot_be_is_refused_in_one_line_that_names_its_field(name: str, value: str) -> None:
    with pytest.raises(EngineError) as caught:
        changed(find("debug"), {name: value})
    said = str(caught.value)
    assert "\n" not in said
    assert name.rpartition(".")[2] in said.lower()


def test_a_recipe_of_another_version_is_refused_with_the_field_that_differs() -> None:
    values = to_dict(find("debug"))
    del values["clip"]
    with pytest.raises(RequestError, match="a pre-training recipe lacks the field 'clip'"):
        from_dict(values)
    with pytest.raises(RequestError, match="must be an object of name, model, sampling"):
        from_dict([])  # type: ignore[arg-type]


# ------------------------------------------------------------------------------------------------- optimiser


def test_the_learning_rate_rises_in_a_line_and_falls_in_half_a_cosine() -> None:
    recipe = replace(find("debug"), lr=2.0, warmup=4 / 24, steps=24)
    rates = [learning_rate(recipe, step) for step in range(25)]
    assert rates[:5] == pytest.approx([0.5, 1, 1.5, 2, 2])
    assert rates[14] == pytest.approx(1)
    assert rates[9] == pytest.approx(1 + math.cos(math.pi / 4))
    assert rates[24] == pytest.approx(0, abs=1e-12)
    assert all(late < early for early, late in pairwise(rates[4:]))
    assert learning_rate(replace(recipe, warmup=0), 0) == 2


def test_a_rate_that_stays_at_its_peak_falls_at_the_end_only_and_longer_runs_begin_alike() -> None:
    recipe = replace(find("debug"), lr=2.0, warmup=0.0, steps=40, cooldown=0.25)
    rates = [learning_rate(recipe, step) for step in range(41)]
    assert rates[:31] == [2.0] * 31
    assert all(late < early for early, late in pairwise(rates[30:]))
    assert rates[35] == pytest.approx(1)
    assert rates[40] == pytest.approx(0, abs=1e-12)
    assert [learning_rate(replace(recipe, steps=80), step) for step in range(31)] == rates[:31]


def test_weights_are_decayed_but_no_bias_norm_or_single_token(small: Recipe) -> None:
    module = MaskedImageModel(OFA(small.model), small)
    names = {id(parameter): name for name, parameter in module.named_parameters()}
    decayed, others = (
        {names[id(parameter)] for parameter in group["params"]}
        for group in optimiser(module.named_parameters(), small).param_groups
    )
    norms = {f"{name}.weight" for name, part in module.named_modules() if isinstance(part, nn.LayerNorm)}
    single = {"model.cls_token", "decoder.stack.mask_token"}
    assert others == norms | single | {n for n in names.values() if n.endswith("bias") and "projection" not in n}
    assert decayed | others == {name for name, parameter in module.named_parameters() if parameter.requires_grad}


def test_the_optimiser_is_the_recipes(small: Recipe, batch_of: Callable[..., object]) -> None:
    optimise = optimiser([("w", nn.Parameter(torch.zeros(2, 2)))], small)
    group = optimise.param_groups[0]
    assert (group["betas"], group["weight_decay"], group["lr"]) == ((0.9, 0.95), 0.05, small.lr)
