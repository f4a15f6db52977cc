"""DOFA in our backbone against an independent implementation (torchgeo's), and against timm's ViT for version 2.

The references are those of `benchmarks.dofa_parity`, which compares the published sizes; here they are small.
"""

from dataclasses import replace

import pytest
import torch
from torch import nn

from benchmarks.dofa_parity import SENSORS, VARIANTS, chip_of, furthest, gradients, micrometres, older_layout, twins
from engine.errors import ModelError
from engine.model.config import ModelConfig
from engine.model.dofa import DofaEmbedding
from engine.model.ofa import OFA
from engine.model.tokens import SensorBatch
from engine.sensors import Band

CLOSE = 1e-5  # largest difference that rounding may make, of features near 1
SPREAD = 0.08  # of random weights: more than in the published sizes, as there are fewer features to add up

# Small in width and depth; all else is as published: patches, heads of the small Transformer, norms, padding.
V1 = ModelConfig(
    embedding="dofa", width=48, depth=2, heads=4, patch_px=16, taps=(1, 2), positions_side=3, pooling="mean_norm"
)
V1_LARGE = replace(V1, width=64, depth=4, heads=8, taps=(2, 4))
V2 = replace(V1, patch_px=14, positions_side=4, layer_scale=True, pooling="norm_mean")


# ------------------------------------------------------------------------------------------------- the same answers


@pytest.mark.parametrize("sensor", SENSORS)
@pytest.mark.parametrize("config", [V1, V1_LARGE], ids=["as base", "as large"])
def test_version_1_answers_and_learns_what_torchgeo_does(config, sensor):
    theirs, ours = twins(config, SPREAD)
    chip = chip_of(SENSORS[sensor], 48, 48, places=2)
    expected, found = theirs(chip.x_BCHW, micrometres(chip.bands)), ours.pooled([chip])
    assert expected.abs().max() > 0.5, "a comparison of zeros proves nothing"
    assert (found - expected).abs().max() < CLOSE
    steps = gradients(expected, theirs), gradients(found, ours)
    assert len(steps[1]) == len(list(ours.parameters()))
    assert furthest(*steps) < CLOSE


@pytest.mark.parametrize("sensor", SENSORS)
@pytest.mark.parametrize("size", [(56, 56), (70, 42)], ids=["native", "other"])
def test_version_2_answers_and_learns_what_torchgeos_embedding_and_timms_transformer_do(sensor, size):
    theirs, ours = twins(V2, SPREAD)
    chip = chip_of(SENSORS[sensor], *size, places=2)
    tokens = theirs.tokens(chip.x_BCHW, micrometres(chip.bands))
    assert (ours.encode([chip]) - tokens).abs().max() < CLOSE
    expected, found = theirs(chip.x_BCHW, micrometres(chip.bands)), ours.pooled([chip])
    assert expected.abs().max() > 0.5, "a comparison of zeros proves nothing"
    assert (found - expected).abs().max() < CLOSE
    steps = gradients(expected, theirs), gradients(found, ours)
    assert len(steps[1]) == len(list(ours.parameters()))
    assert furthest(*steps) < CLOSE


def test_a_weight_that_is_a_thousandth_off_is_noticed():
    theirs, ours = twins(V1, SPREAD)
    with torch.no_grad():
        ours.embedding.to_kernel.weight.mul_(1.001)
    chip = chip_of(SENSORS["Sentinel-2"], 48, 48)
    expected, found = theirs(chip.x_BCHW, micrometres(chip.bands)), ours.pooled([chip])
    assert (found - expected).abs().max() > CLOSE
    assert furthest(gradients(expected, theirs), gradients(found, ours)) > CLOSE


def test_dense_features_are_those_of_the_blocks_they_are_taken_after():
    theirs, ours = twins(V2, SPREAD)
    chip = chip_of(SENSORS["Gaofen"], 56, 56)
    taken = []
    for block in theirs.model.blocks:
        block.register_forward_hook(lambda _module, _given, answer: taken.append(answer[:, 1:]))
    theirs(chip.x_BCHW, micrometres(chip.bands))
    expected = torch.cat([nn.functional.layer_norm(tokens, (V2.width,)) for tokens in taken], 2)
    assert (ours.dense([chip]).flatten(2).transpose(1, 2) - expected).abs().max() < 2 * CLOSE


# --------------------------------------------------------------------------------------------------------- the traps


@pytest.mark.parametrize(
    "layout",
    [
        None,
        lambda written, width, bands, size: written.view(bands, width, size, size).transpose(0, 1),
        lambda written, width, bands, size: written.view(bands, size, size, width).permute(3, 0, 2, 1),
    ],
    ids=["D,C,P,P of the older release", "C,D,P,P", "columns before rows"],
)
def test_another_kernel_layout_loads_and_is_wrong(layout, monkeypatch):
    theirs, ours = twins(V1, SPREAD)
    chip = chip_of(SENSORS["Sentinel-2"], 48, 48)
    expected = theirs(chip.x_BCHW, micrometres(chip.bands))
    assert (ours.pooled([chip]) - expected).abs().max() < CLOSE

    def otherwise(self, bands, right=DofaEmbedding.kernels):
        kernels, bias = right(self, bands)
        return layout(kernels.permute(1, 2, 3, 0).contiguous(), self.width, len(bands), self.patch_px), bias

    monkeypatch.setattr(DofaEmbedding, "kernels", otherwise if layout else older_layout)
    assert (ours.pooled([chip]) - expected).abs().max() > 1000 * CLOSE


def test_kernels_see_one_pixel_up_and_left_of_their_patch():
    _, ours = twins(V1, SPREAD)
    bands = SENSORS["Gaofen"]
    blank = SensorBatch(torch.zeros(1, 4, 48, 48), bands, 10.0)
    dot = SensorBatch(torch.zeros(1, 4, 48, 48), bands, 10.0)
    dot.x_BCHW[0, 0, 15, 15] = 1  # the last pixel of the first patch
    changed = (ours.embedding(dot) - ours.embedding(blank)).abs().amax(2).view(3, 3)
    assert (changed > 0).nonzero().tolist() == [[1, 1]]
    kernels, _ = ours.embedding.kernels(bands)
    dot.x_BCHW.zero_()[0, 0, 14, 14] = 1
    seen = (ours.embedding(dot) - ours.embedding(blank))[0, 0]
    assert (seen - kernels[:, 0, 15, 15]).abs().max() < CLOSE


def test_the_order_of_the_bands_does_not_matter():
    _, ours = twins(V1, SPREAD)
    chip = chip_of(SENSORS["Sentinel-2"], 48, 48)
    turned = SensorBatch(chip.x_BCHW.flip(1), chip.bands[::-1], chip.gsd_m)
    assert (ours.dense([chip]) - ours.dense([turned])).abs().max() < 1e-4


def test_a_band_without_a_wavelength_is_asked_for():
    _, ours = twins(V1, SPREAD)
    bands = (*SENSORS["Gaofen"], Band("mystery", None, None))
    with pytest.raises(ModelError, match="mystery has neither"):
        ours.dense([chip_of(bands, 48, 48)])


def test_positions_are_interpolated_as_timm_does_it_and_native_ones_are_untouched():
    from timm.layers import resample_abs_pos_embed

    from engine.model.positions import interpolated

    table = torch.randn(1, 16, 8, generator=torch.Generator().manual_seed(0))
    assert interpolated(table, (4, 4)) is table
    for grid in [(5, 5), (3, 7), (2, 2)]:
        expected = resample_abs_pos_embed(table, grid, num_prefix_tokens=0)
        assert torch.allclose(interpolated(table, grid), expected, atol=1e-6)


@pytest.mark.parametrize(("config", "size"), [(V1, (16, 80)), (V1, (96, 32)), (V2, (252, 252)), (V2, (28, 14))])
def test_any_multiple_of_the_patch_is_read(config, size):
    model = OFA(config).eval()
    rows, cols = size[0] // config.patch_px, size[1] // config.patch_px
    chip = chip_of(SENSORS["Gaofen"], *size, places=2)
    assert model.dense([chip]).shape == (2, model.feature_dim, rows, cols)
    assert model.encode([chip]).shape == (2, 1 + rows * cols, config.width)
    with pytest.raises(ModelError, match="multiples of"):
        model.dense([chip_of(SENSORS["Gaofen"], size[0] + 1, size[1])])


def test_patches_of_another_size_are_refused():
    with pytest.raises(ModelError, match="patches of this model have 16 pixels; found 8"):
        OFA(V1).embed([chip_of(SENSORS["Gaofen"], 48, 48)], patch_px=8)


def test_random_weights_are_the_same_bits_everywhere_and_none_is_left_unset():
    for config in (V1, V2):
        one, again, other = (OFA(config, seed) for seed in (3, 3, 4))
        for name, value in one.state_dict().items():
            assert value.isfinite().all(), name
            assert torch.equal(value, again.state_dict()[name]), name
        assert not torch.equal(one.embedding.weight_tokens, other.embedding.weight_tokens)
        first, second = (model.embedding.generator.self_attn.in_proj_weight for model in (one, other))
        assert not torch.equal(first, second)
        assert one.table_1ND.std() > 0.1


def test_kernels_are_written_in_full_precision_under_autocast():
    _, ours = twins(V1, SPREAD)
    exact, _ = ours.embedding.kernels(SENSORS["Gaofen"])
    seen = []
    ours.embedding.to_kernel.register_forward_hook(lambda _module, _given, answer: seen.append(answer))
    with torch.autocast("cpu", torch.bfloat16):
        ours.embedding(chip_of(SENSORS["Gaofen"], 48, 48))
    assert seen[0].dtype == torch.float32
    assert torch.equal(seen[0].view(4, 16, 16, 48).permute(3, 0, 1, 2) * 0.01, exact)


def test_the_published_sizes_are_those_of_the_files():
    """Weights times four bytes, and no more than 1 % for names and padding."""
    for published in VARIANTS.values():
        if published.size_bytes:
            with torch.device("meta"):
                model = OFA(published.config, seed=None)
            needed = 4 * sum(value.numel() for value in model.state_dict().values())
            assert needed < published.size_bytes * 1.001 and published.size_bytes < needed * 1.01, published.name
