"""Hiding and rebuilding: any sensors, bands and token sides; nothing hidden leaks; everything learns."""

from collections.abc import Callable
from dataclasses import replace

import pytest
import torch
from torch import nn

from engine.errors import ModelError
from engine.model.ofa import OFA
from engine.model.tokens import MODALITIES
from training.data.batch import CELL_PX, TeacherTargets, UnlabelledBatch
from training.pretrain.masking import take
from training.pretrain.mim import MaskDraw, MaskedImageModel, draw_masks
from training.pretrain.optimiser import optimiser
from training.pretrain.recipes import Recipe
from training.pretrain.targets.pixels import patchify

BatchOf = Callable[..., UnlabelledBatch]
pytestmark = pytest.mark.usefixtures("one_thread")


def built(recipe: Recipe) -> MaskedImageModel:
    """As the loop trains it, but with weights everywhere: zeros would hide what depends on what."""
    module = MaskedImageModel(OFA(recipe.model, recipe.seed), recipe)
    with torch.no_grad(), torch.random.fork_rng(devices=[]):
        torch.manual_seed(0)
        for parameter in module.parameters():
            if not parameter.any():
                parameter.normal_(std=0.2)
    return module


def drawn(recipe: Recipe, batch: UnlabelledBatch, seed: int = 0) -> MaskDraw:
    return draw_masks(recipe, batch, torch.Generator().manual_seed(seed))


def with_side(recipe: Recipe, batch: UnlabelledBatch, patch_px: int) -> MaskDraw:
    """The first plan with tokens of this side."""
    return next(lots for seed in range(99) if (lots := drawn(recipe, batch, seed)).patch_px == patch_px)


def states(module: MaskedImageModel, batch: UnlabelledBatch, lots: MaskDraw) -> torch.Tensor:
    """What the decoder knows of the hidden tokens."""
    chips, _ = module._cut(batch, lots)
    found: torch.Tensor = module._states(chips, lots).detach()
    return found


# ------------------------------------------------------------------------------------------------- plans


def test_the_generator_alone_decides_what_is_hidden(small: Recipe, batch_of: BatchOf) -> None:
    recipe, batch = replace(small, patches_px=(4, 8, 16)), batch_of("S2", "S1")
    one, again = drawn(recipe, batch, 3), drawn(recipe, batch, 3)
    assert (one.patch_px, one.corner, one.seen_bands) == (again.patch_px, again.corner, again.seen_bands)
    assert torch.equal(one.kept, again.kept)
    sides = {drawn(recipe, batch, seed).patch_px for seed in range(30)}
    assert sides == {4, 8, 16}


@pytest.mark.parametrize("side", [16, 24, 40, 64])
@pytest.mark.parametrize("sensors", [("S2",), ("S1", "S2")])
def test_whatever_is_drawn_fits_the_chip(small: Recipe, batch_of: BatchOf, side: int, sensors: tuple[str]) -> None:
    recipe, batch = replace(small, patches_px=(2, 4, 8, 12, 16, 32)), batch_of(*sensors, places=1, side=side)
    module = built(recipe)
    for seed in range(12):
        lots = drawn(recipe, batch, seed)
        chips, valid_BNP = module._cut(batch, lots)
        rows, cols = chips[0].grid(lots.patch_px)
        assert rows == cols >= 2
        assert valid_BNP.shape == (1, len(sensors) * rows * cols, lots.patch_px**2)
        assert min(lots.kept.shape[1], lots.hidden.shape[1]) >= 1
        assert lots.kept.shape[1] + lots.hidden.shape[1] == valid_BNP.shape[1]


def test_smaller_tokens_are_no_more_tokens_and_come_from_anywhere(small: Recipe, batch_of: BatchOf) -> None:
    recipe, batch = replace(small, patches_px=(4, 8)), batch_of("S2", side=32)
    plans = [lots for seed in range(60) if (lots := drawn(recipe, batch, seed)).patch_px == 4]
    assert {lots.kept.shape[1] + lots.hidden.shape[1] for lots in plans} == {16}
    assert {lots.corner[0] for lots in plans} == {0, 4, 8, 12, 16}
    chips, _ = built(recipe)._cut(batch, plans[0])
    row, col = plans[0].corner
    assert torch.equal(chips[0].x_BCHW, batch.chips[0].x_BCHW[:, :, row : row + 16, col : col + 16])


def test_whole_chips_keep_all_of_their_smaller_tokens(small: Recipe, batch_of: BatchOf) -> None:
    recipe, batch = replace(small, teachers=(TAUGHT,), patches_px=(4, 8), shrink_chips=False), batch_of("S2", side=32)
    plans = {patch_px: with_side(recipe, batch, patch_px) for patch_px in (4, 8)}
    module = built(recipe)
    for patch_px, lots in plans.items():
        assert lots.kept.shape[1] + lots.hidden.shape[1] == (32 // patch_px) ** 2
        chips, _ = module._cut(batch, lots)
        assert torch.equal(chips[0].x_BCHW, batch.chips[0].x_BCHW)
        assert module(lesson_of(batch, 128), lots).isfinite()


def test_at_most_the_share_of_bands_is_dropped_and_one_always_stays(small: Recipe, batch_of: BatchOf) -> None:
    for dropout, counts in ((0.0, {9}), (0.5, {4, 5, 6, 7, 8, 9}), (1.0, set(range(1, 10)))):
        recipe = replace(small, band_dropout=dropout)
        found = [drawn(recipe, batch_of("S2"), seed).seen_bands[0] for seed in range(90)]
        assert {len(bands) for bands in found} == counts
        assert all(list(bands) == sorted(set(bands)) for bands in found)
        assert set().union(*found) == set(range(9))


def test_whole_sensors_are_hidden_as_often_as_asked(small: Recipe, batch_of: BatchOf) -> None:
    batch, tokens = batch_of("S1", "S2", side=32), 16
    for share in (0.0, 0.5, 1.0):
        seen = [drawn(replace(small, cross_sensor=share), batch, seed).kept // tokens for seed in range(60)]
        alone = [float(sensor.float().std()) == 0 for sensor in seen]
        assert abs(sum(alone) / 60 - share) <= 0.2
        assert share == 0 or {int(sensor[0, 0]) for sensor, one in zip(seen, alone, strict=True) if one} == {0, 1}


# ------------------------------------------------------------------------------------------------- losses


@pytest.mark.parametrize("target", ["pixels", "latent", "both"])
@pytest.mark.parametrize("patch_px", [4, 8, 16])
@pytest.mark.parametrize("sensors", [("S1",), ("EnMAP",), ("Landsat",), ("S2", "S1")])
def test_any_sensors_any_token_side_and_any_target_give_a_loss_of_about_one(
    small: Recipe, batch_of: BatchOf, target: str, patch_px: int, sensors: tuple[str, ...]
) -> None:
    recipe = replace(small, target=target, patches_px=(8, patch_px))
    module, batch = built(recipe), batch_of(*sensors)
    assert 0.5 < module(batch, with_side(recipe, batch, patch_px)).item() < 20


@pytest.mark.parametrize("modality", MODALITIES)
def test_the_papers_model_rebuilds_each_of_its_modalities(published: Recipe, batch_of: BatchOf, modality: str) -> None:
    batch = batch_of(modality)
    loss = built(published)(batch, drawn(published, batch))
    assert 0.5 < loss.item() < 5


@pytest.mark.parametrize("sensors", [("S2", "S1"), ("Landsat",)])
def test_the_papers_decoder_says_what_it_cannot(published: Recipe, batch_of: BatchOf, sensors: tuple[str, ...]) -> None:
    batch = batch_of(*sensors)
    recipe = replace(published, model=replace(published.model, embedding="spectral"))
    with pytest.raises(ModelError, match="one of S1, S2, NAIP, Gaofen, EnMAP at a time; found") as caught:
        built(recipe)(batch, drawn(recipe, batch))
    assert "sampling.pair_share" in caught.value.hint


@pytest.mark.parametrize("name", ["small", "published"])
def test_the_order_of_the_bands_does_not_matter(name: str, batch_of: BatchOf, request: pytest.FixtureRequest) -> None:
    recipe: Recipe = replace(request.getfixturevalue(name), band_dropout=0.0)
    batch = batch_of("S2")
    chip = batch.chips[0]
    turned = replace(chip, x_BCHW=chip.x_BCHW.flip(1), bands=chip.bands[::-1])
    module, lots = built(recipe), drawn(recipe, batch)
    backwards = replace(lots, seen_bands=(tuple(range(9)),))
    expected = module(batch, lots).item()
    assert module(replace(batch, chips=(turned,)), backwards).item() == pytest.approx(expected, rel=1e-5)


def test_two_sensors_count_by_their_hidden_tokens(small: Recipe, batch_of: BatchOf) -> None:
    batch = batch_of("S2", "S1")
    module, lots = built(small), drawn(replace(small, cross_sensor=0.0), batch)
    chips, _ = module._cut(batch, lots)
    made = states(module, batch, lots)
    errors = []
    for place in range(len(batch)):
        for token, state in zip(lots.hidden[place].tolist(), made[place], strict=True):
            chip = chips[token // 16]
            there = patchify(chip.x_BCHW[place : place + 1], 8)[0, token % 16]
            wanted = (there - there.mean()) / (there.var() + 1e-6).sqrt()
            errors.append((module.decoder.pixels(state[None, None], chip)[0, 0] - wanted).square().mean())
    assert module(batch, lots).item() == pytest.approx(torch.stack(errors).mean().item(), rel=1e-5)


def test_a_sensor_of_which_nothing_is_hidden_leaves_the_loss_to_the_other(small: Recipe, batch_of: BatchOf) -> None:
    recipe = replace(small, mask_ratio=0.5, cross_sensor=1.0)
    module, batch = built(recipe), batch_of("S2", "S1")
    lots = drawn(recipe, batch)
    assert len({int(sensor) for sensor in (lots.hidden // 16).flatten()}) == 1
    assert 0.5 < module(batch, lots).item() < 20


def test_both_targets_are_added_with_their_weight(small: Recipe, batch_of: BatchOf) -> None:
    batch, lots = batch_of("S2"), drawn(small, batch_of("S2"))
    pixels, latent, both = (
        built(replace(small, target=target, latent_weight=0.3))(batch, lots).item()
        for target in ("pixels", "latent", "both")
    )
    assert both == pytest.approx(pixels + 0.3 * latent, rel=1e-5)


@pytest.mark.parametrize("sensors", [("S2",), ("S2", "S1")])
def test_the_latent_target_is_the_hidden_patchs_own(
    small: Recipe, batch_of: BatchOf, sensors: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    recipe, batch = replace(small, target="latent", temperature=0.01), batch_of(*sensors)
    module, lots = built(recipe), drawn(recipe, batch)
    parts = [module.projection(chip) for chip in batch.chips]
    wanted = take(torch.cat([part - part.mean(1, keepdim=True) for part in parts], dim=1), lots.hidden)
    monkeypatch.setattr(module.decoder.latents, "forward", lambda _: wanted)
    right = module(batch, lots).item()
    monkeypatch.setattr(module.decoder.latents, "forward", lambda _: wanted.roll(1, dims=1))
    assert right < 1 < module(batch, lots).item() / 5


# ------------------------------------------------------------------------------------------------- leaks


@pytest.mark.parametrize("sensors", [("S2",), ("S2", "S1")])
@pytest.mark.parametrize("patch_px", [4, 8])
def test_the_decoder_knows_nothing_of_what_is_hidden(
    small: Recipe, batch_of: BatchOf, sensors: tuple[str, ...], patch_px: int
) -> None:
    recipe = replace(small, patches_px=(patch_px, 8))
    module, batch = built(recipe), batch_of(*sensors)
    lots = with_side(recipe, batch, patch_px)
    expected, per_side = states(module, batch, lots), 4
    for place, tokens in enumerate(lots.hidden.tolist()):
        for token in tokens:
            row, col = divmod(token % per_side**2, per_side)
            row, col = lots.corner[0] + row * patch_px, lots.corner[1] + col * patch_px
            x_BCHW = batch.chips[token // per_side**2].x_BCHW
            x_BCHW[place, :, row : row + patch_px, col : col + patch_px] += 100
    assert torch.equal(states(module, batch, lots), expected)
    for chip in batch.chips:
        chip.x_BCHW[:] += 1  # and what is seen does matter
    assert not torch.allclose(states(module, batch, lots), expected, atol=1e-3)


def test_nor_of_dropped_bands_nor_of_other_places(small: Recipe, batch_of: BatchOf) -> None:
    module, batch = built(small), batch_of("S2")
    lots = replace(drawn(small, batch), seen_bands=((0, 2, 5),))
    expected = states(module, batch, lots)
    batch.chips[0].x_BCHW[:, [1, 3, 4, 6, 7, 8]] += 100
    assert torch.equal(states(module, batch, lots), expected)
    batch.chips[0].x_BCHW[1] += 100
    changed = states(module, batch, lots)
    assert torch.equal(changed[[0, 2]], expected[[0, 2]])
    assert not torch.allclose(changed[1], expected[1], atol=1e-3)


def test_hidden_tokens_know_where_they_are_and_which_sensor_they_are_of(small: Recipe, batch_of: BatchOf) -> None:
    module, batch = built(small), batch_of("S2", "S1", places=1)
    lots = replace(drawn(small, batch), kept=torch.arange(8)[None], hidden=torch.arange(8, 32)[None])
    found = states(module, batch, lots)[0]
    distances = torch.cdist(found, found) + torch.eye(len(found)) * 9
    assert distances.min() > 1e-3


def test_ground_positions_are_told_only_if_asked(small: Recipe, batch_of: BatchOf) -> None:
    batch = batch_of("S2")
    finer = replace(batch, chips=(replace(batch.chips[0], gsd_m=(1.0,) * 3),))
    for told in (True, False):
        recipe = replace(small, ground_positions=told)
        module, lots = built(recipe), drawn(recipe, batch)
        assert torch.equal(states(module, batch, lots), states(module, finer, lots)) is not told


# ------------------------------------------------------------------------------------------------- learning


@pytest.mark.parametrize("name", ["small", "published"])
def test_gradients_reach_every_trained_weight_and_not_the_frozen_target(
    name: str, batch_of: BatchOf, request: pytest.FixtureRequest
) -> None:
    recipe: Recipe = replace(request.getfixturevalue(name), target="both")
    module = MaskedImageModel(OFA(recipe.model), recipe)
    pairs = [("S1", "S2")] if name == "small" else []
    radar = {"names": ("HH", "HV")} if name == "small" else {}
    batches = [batch_of(*sensors) for sensors in [*((modality,) for modality in MODALITIES), *pairs]]
    batches += [batch_of("S1", **radar), *([batch_of("Landsat")] if name == "small" else [])]
    if name == "small":  # and one whose width is unknown
        chip = batches[0].chips[0]
        bare = tuple(replace(band, polarisation=None, wavelength_nm=500.0, fwhm_nm=None) for band in chip.bands)
        batches.append(replace(batches[0], chips=(replace(chip, bands=bare),)))
    optimise = optimiser(module.named_parameters(), replace(recipe, weight_decay=0.0))
    for _ in range(2):  # what is behind a zero learns from the second step on
        for batch in batches:
            module(batch, drawn(recipe, batch)).backward()
        untouched = [
            n for n, p in module.named_parameters() if p.requires_grad and (p.grad is None or not p.grad.any())
        ]
        optimise.step()
    assert not untouched
    assert all(parameter.grad is None for parameter in module.projection.parameters())


def test_the_frozen_target_is_the_same_in_every_run(small: Recipe) -> None:
    one, other = (MaskedImageModel(OFA(small.model, seed), replace(small, seed=seed)) for seed in (0, 7))
    assert all(map(torch.equal, one.projection.parameters(), other.projection.parameters()))
    assert not torch.equal(one.model.embedding.kernels.weight, other.model.embedding.kernels.weight)  # type: ignore[union-attr]


@pytest.mark.parametrize(("target", "share"), [("pixels", 0.6), ("latent", 0.6), ("both", 0.6)])
def test_one_batch_is_learnt_by_heart(small: Recipe, batch_of: BatchOf, target: str, share: float) -> None:
    model = replace(small.model, width=48, heads=3)
    decoder = replace(small.decoder, width=48, heads=3)
    recipe = replace(small, target=target, model=model, decoder=decoder, lr=5e-3, weight_decay=0.0, band_dropout=0.0)
    batch = batch_of("NAIP", places=2)
    module, lots = MaskedImageModel(OFA(model), recipe), drawn(recipe, batch)
    optimise = optimiser(module.named_parameters(), recipe)
    losses = []
    for _ in range(80):
        loss = module(batch, lots)
        optimise.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(module.parameters(), 1.0)
        optimise.step()
        losses.append(loss.item())
    assert losses[-1] < share * losses[0], losses[::20]


# ------------------------------------------------------------------------------------------------- pictures


@pytest.mark.parametrize("sensors", [("S2",), ("S2", "S1")])
def test_a_rebuilt_picture_keeps_what_was_seen(small: Recipe, batch_of: BatchOf, sensors: tuple[str, ...]) -> None:
    module, batch = built(small), batch_of(*sensors)
    lots = drawn(small, batch)
    for number, (there, hidden, rebuilt) in enumerate(module.rebuild(batch, lots)):
        assert torch.equal(there, batch.chips[number].x_BCHW)
        assert hidden.dtype == torch.bool
        assert hidden.shape == there[:, 0].shape
        shown = ~hidden[:, None].expand_as(there)
        assert torch.equal(rebuilt[shown], there[shown])
        assert not torch.equal(rebuilt, there)
        patches = patchify(rebuilt, 8)
        mine = lots.hidden[0][lots.hidden[0] // 16 == number] % 16
        assert set(patchify(hidden[:1, None].float(), 8)[0, :, 0, 0].nonzero()[:, 0].tolist()) == set(mine.tolist())
        assert take(patches[:1], mine[None]).isfinite().all()


# ------------------------------------------------------------------------------------------------- teachers

TAUGHT = "efficientnet-lite0"


def lesson_of(batch: UnlabelledBatch, features: int = 128, seed: int = 0) -> UnlabelledBatch:
    """The batch with targets that are a fixed linear map of the means of its first bands."""
    lot = torch.Generator().manual_seed(seed)
    cells = nn.functional.avg_pool2d(batch.chips[0].x_BCHW[:, :2], CELL_PX)
    x_BDGG = torch.einsum("bchw,cd->bdhw", cells, torch.randn(2, features, generator=lot))
    return replace(batch, targets=(TeacherTargets(TAUGHT, x_BDGG, torch.ones(len(batch), dtype=torch.bool)),))


@pytest.mark.parametrize("patch_px", [4, 8])
@pytest.mark.parametrize("sensors", [("S2",), ("S1", "S2")])
@pytest.mark.parametrize("features", [128, 40])
def test_a_lesson_adds_to_the_loss_whatever_the_token(
    small: Recipe, batch_of: BatchOf, patch_px: int, sensors: tuple[str, ...], features: int
) -> None:
    recipe = replace(small, teachers=(TAUGHT,), patches_px=(4, 8))
    module, batch = built(recipe), batch_of(*sensors, side=32)
    lots = with_side(recipe, batch, patch_px)
    taught = lesson_of(batch, features)
    alone, more = module(batch, lots).item(), module(taught, lots).item()
    assert more > alone + 0.1
    unknown = replace(taught.targets[0], known_B=torch.zeros(len(batch), dtype=torch.bool))
    assert module(replace(taught, targets=(unknown,)), lots).item() == pytest.approx(alone)
    without_pixels = replace(recipe, pixel_weight=0.0)
    module.recipe = without_pixels
    assert module(taught, lots).item() == pytest.approx(more - alone, rel=1e-3)


def test_every_token_is_told_of_its_own_place(
    small: Recipe, batch_of: BatchOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Tellers that answer with the position of their token are right exactly for targets that are positions."""
    recipe = replace(small, teachers=(TAUGHT,), target="none")
    module, batch = built(recipe), batch_of("S2", "S1", side=32)
    lots = drawn(replace(recipe, cross_sensor=0.0), batch)
    places = torch.arange(16.0).reshape(1, 1, 4, 4).repeat_interleave(2, 2).repeat_interleave(2, 3)
    target = TeacherTargets(TAUGHT, places.expand(3, 128, 8, 8), torch.ones(3, dtype=torch.bool))
    for part, index in (("seen", lots.kept), ("hidden", lots.hidden)):
        answer = (index % 16).float()[..., None].expand(-1, -1, 128)
        monkeypatch.setattr(module.tellers[f"{TAUGHT} {part}"], "forward", lambda _, answer=answer: answer)
    assert module(replace(batch, targets=(target,)), lots).item() == 0
    wrong = replace(target, x_BDGG=target.x_BDGG.flip(2))
    assert module(replace(batch, targets=(wrong,)), lots).item() > 1


@pytest.mark.parametrize("target", ["pixels", "none"])
def test_a_student_learns_what_it_is_told(small: Recipe, batch_of: BatchOf, target: str) -> None:
    recipe = replace(small, teachers=(TAUGHT,), target=target, lr=3e-3, weight_decay=0.0)
    module = MaskedImageModel(OFA(recipe.model), recipe)
    batch = lesson_of(batch_of("S2", places=4))
    optimise = optimiser(module.named_parameters(), recipe)
    losses = []
    for step in range(120):
        loss = module(batch, drawn(recipe, batch, step))
        losses.append(loss.item())
        optimise.zero_grad()
        loss.backward()
        optimise.step()
    assert sum(losses[-10:]) < 0.8 * sum(losses[:10])


def test_a_batch_that_no_teacher_saw_teaches_nothing_where_no_pixels_are_rebuilt(
    small: Recipe, batch_of: BatchOf
) -> None:
    recipe = replace(small, teachers=(TAUGHT,), target="none")
    module, batch = built(recipe), batch_of("S1")
    loss = module(batch, drawn(recipe, batch))
    loss.backward()
    assert loss.item() == 0
    assert not any(p.grad is not None and p.grad.any() for p in module.parameters())
