import hashlib
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.errors import ModelError
from engine.model.config import PRESETS, ModelConfig
from engine.model.ofa import OFA
from engine.model.positions import positions
from engine.sensors import CATALOGUE, Band
from tests.fakes.small_models import S1, S2, SMALL, chip, close

ROOT = Path(__file__).resolve().parents[3]

# ------------------------------------------------------------------------------------------------- shapes


@given(rows=st.integers(1, 9), cols=st.integers(1, 9), batch=st.integers(1, 3), sensor=st.sampled_from([S1, S2]))
@settings(max_examples=15)
def test_any_size_any_batch_and_any_sensor_give_tokens_and_dense_features(spectral, rows, cols, batch, sensor):
    x = chip(sensor, (4 * rows, 4 * cols), batch)
    assert spectral.embed([x]).shape == (batch, rows * cols, 32)
    assert spectral.encode([x]).shape == (batch, 1 + rows * cols, 32)
    assert spectral.dense([x]).shape == (batch, 64, rows, cols) == (batch, spectral.feature_dim, rows, cols)


def test_dense_features_lie_where_their_pixels_are(spectral):
    x = chip(size=(16, 24), batch=1)
    changed = replace(x, x_BCHW=x.x_BCHW.clone())
    changed.x_BCHW[..., 4:8, 16:20] += 5
    difference = (spectral.dense([changed]) - spectral.dense([x])).abs().sum(1)[0]
    assert divmod(int(difference.argmax()), 6) == (1, 4)


def test_dense_features_are_normalised_at_every_depth(spectral):
    features = spectral.dense([chip()]).unflatten(1, (2, 32))
    assert torch.allclose(features.mean(2), torch.zeros(()), atol=1e-5)
    assert torch.allclose(features.var(2, unbiased=False), torch.ones(()), atol=1e-2)


def test_a_batch_answers_what_its_parts_answer(spectral):
    x = chip(batch=5)
    parts = [replace(x, x_BCHW=x.x_BCHW[part]) for part in (slice(0, 2), slice(2, 5))]
    assert close(spectral.dense([x]), torch.cat([spectral.dense([part]) for part in parts]))


def test_pre_training_can_step_in_between_the_tokens_and_the_blocks(spectral):
    x = chip()
    assert close(spectral.encoder(spectral.with_cls(spectral.embed([x]))), spectral.encode([x]))
    kept = spectral.encoder(spectral.with_cls(spectral.embed([x])[:, :6]))
    assert kept.shape == (2, 7, 32)


def test_the_deepest_intermediate_is_what_the_last_norm_reads(spectral):
    tokens = spectral.with_cls(spectral.embed([chip()]))
    first, last = spectral.encoder.intermediates(tokens, (1, 3))
    assert close(spectral.encoder.norm(last), spectral.encoder(tokens))
    assert close(first, spectral.encoder.blocks[0](tokens))


def test_small_chips_are_described_by_finer_tokens_and_large_ones_are_not():
    model = OFA(replace(SMALL, tile_px=24, chip_patch_px=2), seed=0).eval()
    for size, patch_px in (((8, 12), 2), ((8, 16), 4)):
        x = chip(size=size)
        assert model.chip_patch_px([x]) == patch_px
        dense = model.dense([x], patch_px)
        assert dense.shape == (2, 64, size[0] // patch_px, size[1] // patch_px)
        assert close(model.pooled([x])[:, :64], dense.mean((2, 3)))
        assert model.dense([x]).shape == (2, 64, size[0] // 4, size[1] // 4), "maps keep the tokens of the model"


def test_finer_tokens_are_a_part_of_the_usual_ones_and_old_cards_have_none():
    with pytest.raises(ModelError, match="chip_patch_px of a model must be a divisor of patch_px, 4, or none; found 3"):
        replace(SMALL, chip_patch_px=3)
    assert "chip_patch_px" not in SMALL.to_dict()
    finer = replace(SMALL, chip_patch_px=2)
    assert ModelConfig.from_dict(finer.to_dict()) == finer


@pytest.mark.parametrize(
    ("bad", "says"),
    [
        (chip(size=(16, 22)), "multiples of 4 pixels; found 16 x 22"),
        (chip(size=(0, 4)), "found 0 x 4"),
        (replace(chip(), bands=S2[:5]), "5 bands; found 13 channels"),
        (chip(gsd_m=float("nan")), "size of a pixel in metres; found nan"),
        (chip(gsd_m=0.0), "size of a pixel in metres; found 0"),
    ],
)
def test_a_chip_that_contradicts_itself_is_refused(spectral, bad, says):
    with pytest.raises(ModelError, match=says):
        spectral.dense([bad])


# ------------------------------------------------------------------------------------------------- positions


def test_the_pixel_size_changes_the_answer(spectral):
    assert not close(spectral.dense([chip(gsd_m=10)]), spectral.dense([chip(gsd_m=30)]))


def test_sensors_of_one_place_have_the_same_position_where_they_see_the_same_ground():
    coarse = positions((4, 5), 32, [1.0], [1 / 3])[0].unflatten(0, (4, 5))
    fine = positions((12, 15), 32, [1 / 3], [1 / 3])[0].unflatten(0, (12, 15))
    apart = (coarse - fine[1::3, 1::3]).flatten(0, 1)  # all tokens differ by their size alone
    assert close(apart, apart[:1].expand_as(apart))
    assert apart.norm() > 1


@pytest.mark.parametrize("side", [0.005, 1.0, 50.0])
def test_neighbouring_tokens_are_told_apart_at_any_pixel_size(side):
    here, there = positions((1, 2), 32, [side], [side])[0]
    usual_here, usual_there = positions((1, 2), 32, [1.0], [1.0])[0]
    assert close(here - there, usual_here - usual_there)


def test_positions_do_not_depend_on_the_size_of_the_chip_and_differ_between_tokens():
    large = positions((6, 7), 32, [1.0], [1.0])[0].unflatten(0, (6, 7))
    assert close(positions((2, 3), 32, [1.0], [1.0])[0].unflatten(0, (2, 3)), large[:2, :3])
    distances = torch.cdist(large.flatten(0, 1), large.flatten(0, 1)) + torch.eye(42)
    assert distances.min() > 0.1


# ------------------------------------------------------------------------------------------------- several sensors


@pytest.mark.parametrize("which", ["spectral", "per_sensor"])
def test_radar_and_optical_of_one_place_are_one_sequence(request, which):
    model = request.getfixturevalue(which)
    optical, radar = chip(), chip(S1, modality="S1")
    assert model.encode([optical, radar]).shape == (2, 1 + 2 * 24, 32)
    together = model.dense([optical, radar])
    assert together.shape == (2, 64, 4, 6)
    assert close(together, model.dense([radar, optical]))
    assert not close(together, model.dense([optical]))


def test_sensors_of_one_place_share_their_positions(spectral):
    optical, radar = chip(), chip(S1)
    tokens = spectral.embed([optical, radar])
    positions = tokens - torch.cat([spectral.embedding(optical), spectral.embedding(radar)], dim=1)
    assert close(positions[:, :24], positions[:, 24:])


def test_sensors_of_different_pixel_size_share_a_sequence_but_not_a_grid(spectral):
    coarse, fine = chip(size=(8, 8)), chip(S1, size=(24, 24), gsd_m=10 / 3)
    assert spectral.encode([coarse, fine]).shape == (2, 1 + 4 + 36, 32)
    with pytest.raises(ModelError, match="expected 2 x 2 tokens from every sensor of one place; found 6 x 6"):
        spectral.dense([coarse, fine])


# ------------------------------------------------------------------------------------------------- weights


def digest(model):
    sums = hashlib.sha256()
    for name, value in model.state_dict().items():
        sums.update(name.encode() + value.numpy().tobytes())
    return sums.hexdigest()


def test_the_seed_alone_decides_the_weights_in_every_process():
    torch.manual_seed(99)
    before = torch.random.get_rng_state()
    here = digest(OFA(SMALL, seed=5))
    assert torch.equal(before, torch.random.get_rng_state())
    program = "import test_model as t; print(t.digest(t.OFA(t.SMALL, seed=5)))"
    path = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), str(Path(__file__).parent)])}
    fresh = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, env=path)
    assert fresh.stdout.strip() == here != digest(OFA(SMALL, seed=6))


def test_no_weight_is_left_unset(spectral, per_sensor):
    for model in (spectral, per_sensor):
        for name, value in model.named_parameters():
            constant = name.endswith(("bias", "cls_token")) or "norm" in name
            assert (value.std() == 0) == constant, name
            assert value.isfinite().all()
            assert value.abs().max() <= 1.5, name


@pytest.mark.parametrize(("preset", "millions"), [("tiny", 5.34), ("small", 21.29), ("base", 85.06), ("large", 302.31)])
def test_presets_have_the_sizes_of_the_published_vision_transformers(preset, millions):
    model = OFA(PRESETS[preset], seed=None)
    assert sum(p.numel() for p in model.encoder.parameters()) / 1e6 == pytest.approx(millions, abs=0.01)
    assert len(model.depths) == 3
    assert model.depths[-1] == len(model.encoder.blocks)


@pytest.mark.parametrize("embedding", ["spectral", "per_sensor"])
def test_every_weight_learns(embedding):
    model = OFA(replace(SMALL, embedding=embedding))
    for name in ("sentinel-1", "sentinel-2", "aerial", "gaofen-2", "enmap"):
        tokens = model.encode([chip(CATALOGUE[name].bands, modality=CATALOGUE[name].modality)])
        (tokens * torch.randn(tokens.shape)).sum().backward()
    assert all(p.grad is not None and p.grad.any() for p in model.parameters())


def test_a_model_can_be_trained_on_bands_that_inference_has_seen_before():
    model, x = OFA(SMALL), chip([Band("never seen before", 1234.5, None)])
    with torch.inference_mode():
        model.dense([x])
    model.encode([x]).mean().backward()
    assert model.embedding.kernels.weight.grad is not None


def test_attention_is_the_fused_kernel(spectral):
    assert all(block.attn.fused_attn for block in spectral.encoder.blocks)


@pytest.mark.parametrize("which", ["spectral", "per_sensor"])
def test_bfloat16_gives_nearly_the_same_features(request, which):
    model, x = request.getfixturevalue(which), chip()
    exact = model.dense([x])
    with torch.autocast("cpu", torch.bfloat16):
        half = model.dense([x]).float()
    assert torch.nn.functional.cosine_similarity(exact, half, dim=1).min() > 0.99


# ------------------------------------------------------------------------------------------------- configuration


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (
            {"embedding": "sonar"},
            "embedding of a model must be one of spectral, per_sensor, dofa, galileo; found 'sonar'",
        ),
        ({"width": 30}, "width of a model must be a multiple of 4"),
        ({"heads": 5}, "multiple of 4 and of heads"),
        ({"depth": 0}, "depth of a model must be a positive integer; found 0"),
        ({"patch_px": -8}, "patch_px of a model must be a positive integer; found -8"),
        ({"taps": (3, 1)}, "rising block numbers in 1..3"),
        ({"taps": (1, 4)}, "rising block numbers in 1..3"),
        ({"taps": ()}, "rising block numbers"),
        ({"reference_gsd_m": 0}, "positive number of metres"),
        ({"positions_side": 0}, "positions_side of a model must be a positive integer or none"),
        ({"pooling": "max"}, "pooling of a model must be one of taps, mean_norm, norm_mean"),
    ],
)
def test_a_configuration_that_cannot_be_built_is_refused(change, says):
    with pytest.raises(ModelError, match=says):
        replace(SMALL, **change)


def test_a_card_from_before_a_field_is_read_and_written_as_it_was():
    before = {
        "embedding": "spectral", "width": 32, "depth": 3, "heads": 2, "patch_px": 4, "taps": [1, 3],
        "reference_gsd_m": 10.0,
    }  # fmt: skip
    assert ModelConfig.from_dict(before) == SMALL
    assert SMALL.to_dict() == {**before, "taps": (1, 3)}


def test_later_fields_are_kept_where_they_say_something():
    config = replace(SMALL, embedding="dofa", positions_side=4, layer_scale=True, pooling="mean_norm")
    assert ModelConfig.from_dict(config.to_dict()) == config
    assert config.to_dict()["positions_side"] == 4


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"colour": "red"}, "the model's configuration has no field 'colour'"),
        ({"width": None}, "the model's configuration lacks the field 'width'"),
        ({"patch_px": "8"}, "'patch_px' of the model's configuration must be a whole number; found \"8\""),
        ({"layer_scale": 1}, "'layer_scale' of the model's configuration must be true or false; found 1"),
        ({"taps": [1, "2"]}, r"'taps\[1\]' of the model's configuration must be a whole number"),
        ({"positions_side": 1.5}, "'positions_side' of the model's configuration must be a whole number or null"),
    ],
)
def test_fields_that_are_unknown_or_missing_are_refused(change, says):
    values = {**SMALL.to_dict(), **change}
    with pytest.raises(ModelError, match=says):
        ModelConfig.from_dict({name: value for name, value in values.items() if value is not None})


def test_a_chip_is_described_by_the_mean_of_its_dense_features_unless_the_model_says_otherwise(spectral):
    dense = spectral.dense([chip()])
    moments = torch.cat([dense.mean((2, 3)), dense.std((2, 3), correction=0)], dim=1)
    assert torch.allclose(spectral.pooled([chip()]), moments, atol=1e-6)
    other = OFA(replace(SMALL, pooling="norm_mean")).eval().requires_grad_(False)
    assert torch.equal(other.pooled([chip()]), other.encode([chip()])[:, 1:].mean(1))
