"""DOFA in our backbone against an independent implementation (torchgeo's), and against timm's ViT for version 2."""

from dataclasses import replace

import pytest
import torch
from torch import nn

import engine.model.encoder  # noqa: F401 - before torchgeo: it lets torchvision be imported
from engine.errors import ModelError
from engine.model.config import ModelConfig
from engine.model.dofa import DofaEmbedding
from engine.model.ofa import OFA
from engine.model.tokens import ENMAP_INVALID, Chip
from engine.published.catalogue import PUBLISHED
from engine.published.conversion import converted
from engine.sensors import CATALOGUE, Band

reference = pytest.importorskip("torchgeo.models.dofa")
CLOSE = 1e-5  # largest difference that rounding may make, of features near 1

# Small in width and depth; all else is as published: patches, heads of the small Transformer, norms, padding.
V1 = ModelConfig(
    embedding="dofa", width=48, depth=2, heads=4, patch_px=16, taps=(1, 2), positions_side=3, pooling="mean_norm"
)
V1_LARGE = replace(V1, width=64, depth=4, heads=8, taps=(2, 4))
V2 = replace(V1, patch_px=14, positions_side=4, layer_scale=True, pooling="norm_mean")


def bands_at(*micrometres):
    return tuple(Band(f"b{index}", um * 1000, None) for index, um in enumerate(micrometres))


def micrometres(bands):
    return [5.405 if band.polarisation else band.wavelength_nm / 1000 for band in bands]


ENMAP = tuple(band for band in CATALOGUE["enmap"].bands if int(band.name[1:]) not in ENMAP_INVALID)
BANDS = {
    "Sentinel-2": bands_at(0.665, 0.56, 0.49, 0.705, 0.74, 0.783, 0.842, 1.61, 2.19),
    "Sentinel-1": CATALOGUE["sentinel-1"].bands[:2],
    "Gaofen": bands_at(0.49, 0.56, 0.665, 0.83),
    "EnMAP": ENMAP,
}


@pytest.fixture(scope="module", autouse=True)
def one_thread():
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(threads)


def drawn(model, seed=0):
    """Every tensor of a model drawn anew, so that none is 0 or 1 by accident; those learnt as offsets stay small."""
    generator = torch.Generator().manual_seed(seed)
    with torch.no_grad():
        for name, value in model.state_dict().items():
            near = 1 if name.endswith(("norm1.weight", "norm2.weight", "norm.weight")) else 0
            value.copy_(near + 0.08 * torch.randn(value.shape, generator=generator))
    return model.eval()


def torchgeo(config):
    """torchgeo's DOFA of the same size, and ours with its weights under the names of the published file."""
    theirs = drawn(
        reference.DOFA(
            img_size=config.patch_px * config.positions_side, patch_size=config.patch_px, embed_dim=config.width,
            depth=config.depth, num_heads=config.heads, num_classes=0,
        )
    )  # fmt: skip
    return theirs, converted(theirs.state_dict(), "dofa-v1", config)


class Version2(nn.Module):
    """DOFA v2 of parts that are not ours: torchgeo's embedding before timm's Vision Transformer with layer scale."""

    def __init__(self, config):
        super().__init__()
        from timm.models.vision_transformer import VisionTransformer

        self.patch_embed = reference.DOFAEmbedding(128, kernel_size=config.patch_px, embed_dim=config.width)
        self.model = VisionTransformer(
            img_size=config.patch_px * config.positions_side, patch_size=config.patch_px, embed_dim=config.width,
            depth=config.depth, num_heads=config.heads, init_values=1e-5, num_classes=0, dynamic_img_size=True,
        )  # fmt: skip
        del self.model.patch_embed.proj
        self.norm = nn.LayerNorm(config.width)

    def forward(self, x, micrometres):
        tokens, _ = self.patch_embed(x, torch.tensor(micrometres))
        rows, cols = (side // self.patch_embed.kernel_size for side in x.shape[2:])
        tokens = self.model._pos_embed(tokens.unflatten(1, (rows, cols)))
        return self.model.norm(self.model.blocks(self.model.norm_pre(tokens)))


def timm_version_2(config):
    theirs = drawn(Version2(config))
    return theirs, converted(theirs.state_dict(), "dofa-v2", config)


def chip_of(bands, size, seed=1):
    generator = torch.Generator().manual_seed(seed)
    return Chip(torch.randn(2, len(bands), *size, generator=generator), bands, 10.0)


def gradients(answer, model):
    """Of a fixed mixture of the answers, by parameter."""
    weights = torch.linspace(-1, 1, answer.numel()).view_as(answer)
    named = {name: value for name, value in model.named_parameters() if value.requires_grad}
    found = torch.autograd.grad((answer * weights).sum(), list(named.values()), allow_unused=True)
    return {name: value for name, value in zip(named, found, strict=True) if value is not None}


def our_name(name):  # written by hand here, so that the converter's own table is not its witness
    generator = "patch_embed.weight_generator."
    for theirs, ours in (
        ("patch_embed.fclayer.w1", "embedding.first"),
        ("patch_embed.fclayer.w2", "embedding.second"),
        (f"{generator}transformer_encoder.layers.0", "embedding.generator"),
        (f"{generator}fc_weight", "embedding.to_kernel"),
        (f"{generator}fc_bias", "embedding.to_bias"),
        (generator.rstrip("."), "embedding"),
        ("blocks", "encoder.blocks"),
        ("fc_norm", "encoder.norm"),
    ):
        if name.startswith(theirs):
            return ours + name.removeprefix(theirs)
    return name


def relative(found, expected):
    return float((found - expected).abs().max() / expected.abs().max().clamp(min=1e-12))


# ------------------------------------------------------------------------------------------------- the same answers


@pytest.mark.parametrize("sensor", BANDS)
@pytest.mark.parametrize("config", [V1, V1_LARGE], ids=["as base", "as large"])
def test_version_1_answers_what_torchgeo_answers(config, sensor):
    theirs, ours = torchgeo(config)
    chip = chip_of(BANDS[sensor], (48, 48))
    expected = theirs.forward_features(chip.x_BCHW, micrometres(chip.bands))
    assert expected.abs().max() > 0.5, "a comparison of zeros proves nothing"
    assert (ours.pooled([chip]) - expected).abs().max() < CLOSE


@pytest.mark.parametrize("sensor", BANDS)
def test_version_1_learns_what_torchgeo_learns(sensor):
    theirs, ours = torchgeo(V1)
    for model in (theirs, ours):
        model.requires_grad_(True)
    theirs.pos_embed.requires_grad_(False)
    chip = chip_of(BANDS[sensor], (48, 48))
    expected = gradients(theirs.forward_features(chip.x_BCHW, micrometres(chip.bands)), theirs)
    found = gradients(ours.pooled([chip]), ours)
    assert len(found) == len(expected) == len(list(ours.parameters()))
    for name, value in expected.items():
        assert relative(found[our_name(name)], value) < CLOSE, name


@pytest.mark.parametrize("sensor", BANDS)
@pytest.mark.parametrize("size", [(56, 56), (70, 42)], ids=["native", "other"])
def test_version_2_answers_what_torchgeos_embedding_and_timms_transformer_answer(sensor, size):
    theirs, ours = timm_version_2(V2)
    chip = chip_of(BANDS[sensor], size)
    expected = theirs(chip.x_BCHW, micrometres(chip.bands))
    assert (ours.encode([chip]) - expected).abs().max() < CLOSE
    assert (ours.pooled([chip]) - expected[:, 1:].mean(1)).abs().max() < CLOSE


def test_version_2_learns_what_timms_transformer_learns():
    theirs, ours = timm_version_2(V2)
    chip = chip_of(BANDS["Sentinel-2"], (56, 56))
    expected = gradients(theirs(chip.x_BCHW, micrometres(chip.bands)), theirs)
    found = gradients(ours.encode([chip]), ours)
    compared = 0
    for name, value in expected.items():
        if name == "model.pos_embed":  # ours are fixed
            continue
        ours_of_it = name.replace("model.norm", "encoder.norm") if "model.norm" in name else name.removeprefix("model.")
        assert relative(found[our_name(ours_of_it)], value) < CLOSE, name
        compared += 1
    assert compared == len(list(ours.parameters()))


def test_dense_features_are_those_of_the_blocks_they_are_taken_after():
    theirs, ours = timm_version_2(V2)
    chip = chip_of(BANDS["Gaofen"], (56, 56))
    taken = []
    for block in theirs.model.blocks:
        block.register_forward_hook(lambda _module, _given, answer: taken.append(answer[:, 1:]))
    theirs(chip.x_BCHW, micrometres(chip.bands))
    expected = torch.cat([nn.functional.layer_norm(tokens, (V2.width,)) for tokens in taken], 2)
    assert (ours.dense([chip]).flatten(2).transpose(1, 2) - expected).abs().max() < 1e-4


# --------------------------------------------------------------------------------------------------------- the traps


@pytest.mark.parametrize(
    "layout",
    [
        lambda written, width, bands, size: written.view(width, bands, size, size),  # that of the older release
        lambda written, width, bands, size: written.view(bands, width, size, size).transpose(0, 1),
        lambda written, width, bands, size: written.view(bands, size, size, width).permute(3, 0, 2, 1),
    ],
    ids=["D,C,P,P", "C,D,P,P", "columns before rows"],
)
def test_another_kernel_layout_loads_and_is_wrong(layout, monkeypatch):
    theirs, ours = torchgeo(V1)
    chip = chip_of(BANDS["Sentinel-2"], (48, 48))
    expected = theirs.forward_features(chip.x_BCHW, micrometres(chip.bands))

    def otherwise(self, bands, right=DofaEmbedding.kernels):
        kernels, bias = right(self, bands)
        written = kernels.permute(1, 2, 3, 0).contiguous()
        return layout(written, self.width, len(bands), self.patch_px), bias

    monkeypatch.setattr(DofaEmbedding, "kernels", otherwise)
    assert (ours.pooled([chip]) - expected).abs().max() > 1000 * CLOSE


def test_kernels_see_one_pixel_up_and_left_of_their_patch():
    _, ours = torchgeo(V1)
    bands = BANDS["Gaofen"]
    blank = Chip(torch.zeros(1, 4, 48, 48), bands, 10.0)
    dot = Chip(torch.zeros(1, 4, 48, 48), bands, 10.0)
    dot.x_BCHW[0, 0, 15, 15] = 1  # the last pixel of the first patch
    changed = (ours.embedding(dot) - ours.embedding(blank)).abs().amax(2).view(3, 3)
    assert (changed > 0).nonzero().tolist() == [[1, 1]]
    kernels, _ = ours.embedding.kernels(bands)
    dot.x_BCHW.zero_()[0, 0, 14, 14] = 1
    seen = (ours.embedding(dot) - ours.embedding(blank))[0, 0]
    assert (seen - kernels[:, 0, 15, 15]).abs().max() < CLOSE


def test_the_order_of_the_bands_does_not_matter():
    _, ours = torchgeo(V1)
    chip = chip_of(BANDS["Sentinel-2"], (48, 48))
    turned = Chip(chip.x_BCHW.flip(1), chip.bands[::-1], chip.gsd_m)
    assert (ours.dense([chip]) - ours.dense([turned])).abs().max() < 1e-4


def test_a_band_without_a_wavelength_is_asked_for():
    _, ours = torchgeo(V1)
    bands = (*BANDS["Gaofen"], Band("mystery", None, None))
    with pytest.raises(ModelError, match="mystery has neither"):
        ours.dense([chip_of(bands, (48, 48))])


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
    chip = chip_of(BANDS["Gaofen"], size)
    assert model.dense([chip]).shape == (2, model.feature_dim, rows, cols)
    assert model.encode([chip]).shape == (2, 1 + rows * cols, config.width)
    with pytest.raises(ModelError, match="multiples of"):
        model.dense([chip_of(BANDS["Gaofen"], (size[0] + 1, size[1]))])


def test_patches_of_another_size_are_refused():
    with pytest.raises(ModelError, match="patches of this model have 16 pixels; found 8"):
        OFA(V1).embed([chip_of(BANDS["Gaofen"], (48, 48))], patch_px=8)


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
    _, ours = torchgeo(V1)
    exact, _ = ours.embedding.kernels(BANDS["Gaofen"])
    seen = []
    ours.embedding.to_kernel.register_forward_hook(lambda _module, _given, answer: seen.append(answer))
    with torch.autocast("cpu", torch.bfloat16):
        ours.embedding(chip_of(BANDS["Gaofen"], (48, 48)))
    assert seen[0].dtype == torch.float32
    assert torch.equal(seen[0].view(4, 16, 16, 48).permute(3, 0, 1, 2) * 0.01, exact)


def test_the_published_sizes_are_those_of_the_files():
    """Weights times four bytes, and no more than 1 % for names and padding."""
    for published in PUBLISHED.values():
        if published.size_bytes:
            with torch.device("meta"):
                model = OFA(published.config, seed=None)
            needed = 4 * sum(value.numel() for value in model.state_dict().values())
            assert needed < published.size_bytes * 1.001 and published.size_bytes < needed * 1.01, published.name
