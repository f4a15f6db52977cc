"""Whether DOFA in our backbone answers and learns what independent implementations do: four variants, four sensors.

    python -m benchmarks.dofa_parity [dofa-base ...]   # writes docs/measured/dofa_parity.md

Random weights, under the names of the published files, go to both sides. Version 1 is held against torchgeo's DOFA.
No library has version 2: its embedding is held against torchgeo's, its Transformer against timm's Vision Transformer
with layer scale, which is how its authors build it. Chips of 224 pixels, and of 252 (the engine's tiles at patches of
14) for version 2. The features are those of a whole chip; gradients are those of a fixed mixture of them.
"""

import argparse
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

import torch
from torch import Tensor, nn

from engine.model.config import ModelConfig
from engine.model.dofa import RADAR_UM, DofaEmbedding
from engine.model.ofa import OFA
from engine.model.tokens import ENMAP_INVALID, SensorBatch
from engine.model.torchvision_guard import ensure_torchvision_imports
from engine.published.catalogue import PUBLISHED
from engine.published.conversion import converted
from engine.sensors import CATALOGUE, Band

ensure_torchvision_imports()

from timm.models.vision_transformer import VisionTransformer  # noqa: E402
from torchgeo.models import dofa as torchgeo  # noqa: E402

VARIANTS = {name: published for name, published in PUBLISHED.items() if published.architecture == "DOFA"}
PAGE = Path(__file__).resolve().parents[1] / "docs" / "measured" / "dofa_parity.md"
SPREAD = 0.02  # of what is added to the reference's own random weights, so that no tensor is constant


def _at(*micrometres: float) -> tuple[Band, ...]:
    return tuple(Band(f"{um} um", um * 1000, None) for um in micrometres)


SENSORS = {
    "Sentinel-2": _at(0.665, 0.56, 0.49, 0.705, 0.74, 0.783, 0.842, 1.61, 2.19),
    "Sentinel-1": CATALOGUE["sentinel-1"].bands[:2],
    "Gaofen": _at(0.49, 0.56, 0.665, 0.83),
    "EnMAP": tuple(band for band in CATALOGUE["enmap"].bands if int(band.name[1:]) not in ENMAP_INVALID),
}


class Reference(nn.Module):
    """DOFA of parts that are not ours; `forward(x, micrometres)` describes chips as a whole."""

    def forward(self, x_BCHW: Tensor, micrometres: list[float]) -> Tensor:
        """(B, D), from wavelengths as the authors give them."""
        raise NotImplementedError

    def published(self) -> dict[str, Tensor]:
        """Its tensors as a published file names them."""
        raise NotImplementedError


class Version1(Reference):
    """torchgeo's."""

    def __init__(self, config: ModelConfig) -> None:
        super().__init__()
        self.dofa = torchgeo.DOFA(
            img_size=config.patch_px * (config.positions_side or 0), patch_size=config.patch_px,
            embed_dim=config.width, depth=config.depth, num_heads=config.heads, num_classes=0,
        )  # fmt: skip

    def forward(self, x_BCHW: Tensor, micrometres: list[float]) -> Tensor:  # noqa: D102 - as above
        return self.dofa.forward_features(x_BCHW, micrometres)

    def published(self) -> dict[str, Tensor]:  # noqa: D102
        return self.dofa.state_dict()


class Version2(Reference):
    """torchgeo's embedding before timm's Vision Transformer with layer scale."""

    def __init__(self, config: ModelConfig) -> None:
        super().__init__()
        self.patch_embed = torchgeo.DOFAEmbedding(128, kernel_size=config.patch_px, embed_dim=config.width)
        self.model = VisionTransformer(
            img_size=config.patch_px * (config.positions_side or 0), patch_size=config.patch_px,
            embed_dim=config.width, depth=config.depth, num_heads=config.heads, init_values=1e-5, num_classes=0,
            dynamic_img_size=True,
        )  # fmt: skip
        del self.model.patch_embed.proj
        self.model.pos_embed.requires_grad_(False)  # as ours
        self.norm = nn.LayerNorm(config.width)  # in the published file, and never called

    def tokens(self, x_BCHW: Tensor, micrometres: list[float]) -> Tensor:
        """After the last norm (B, 1 + N, D)."""
        tokens_BND, _ = self.patch_embed(x_BCHW, torch.tensor(micrometres))
        grid = tuple(side // self.patch_embed.kernel_size for side in x_BCHW.shape[2:])
        tokens_BND = self.model._pos_embed(tokens_BND.unflatten(1, grid))
        return self.model.norm(self.model.blocks(self.model.norm_pre(tokens_BND)))

    def forward(self, x_BCHW: Tensor, micrometres: list[float]) -> Tensor:  # noqa: D102 - as above
        return self.tokens(x_BCHW, micrometres)[:, 1:].mean(1)

    def published(self) -> dict[str, Tensor]:  # noqa: D102
        return self.state_dict()


def twins(config: ModelConfig, spread: float = SPREAD, seed: int = 0) -> tuple[Reference, OFA]:
    """A reference with random weights, and ours with the same, through the converter."""
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        theirs: Reference = Version2(config) if config.layer_scale else Version1(config)
        with torch.no_grad():
            for value in theirs.state_dict().values():
                value.add_(torch.randn_like(value), alpha=spread)
    layout = "dofa-v2" if config.layer_scale else "dofa-v1"
    copies = {name: value.clone() for name, value in theirs.published().items()}
    return theirs.eval(), converted(copies, layout, config).eval()


def chip_of(bands: tuple[Band, ...], height: int, width: int, places: int = 1) -> SensorBatch:
    """Random pixels."""
    generator = torch.Generator().manual_seed(1)
    return SensorBatch(torch.randn(places, len(bands), height, width, generator=generator), bands, 10.0)


def micrometres(bands: tuple[Band, ...]) -> list[float]:
    """What the reference is told of bands."""
    return [RADAR_UM if band.wavelength_nm is None else band.wavelength_nm / 1000 for band in bands]


def gradients(answer: Tensor, model: nn.Module) -> dict[str, Tensor]:
    """Of a fixed mixture of the answer, by parameter."""
    learnt = {name: value for name, value in model.named_parameters() if value.requires_grad}
    mixture = torch.linspace(-1, 1, answer.numel()).view_as(answer)
    found = torch.autograd.grad((answer * mixture).sum(), list(learnt.values()), allow_unused=True)
    return {name: value for name, value in zip(learnt, found, strict=True) if value is not None}


def our_name(name: str) -> str:
    """Of a parameter of a reference; written by hand, so that the converter's table is not its own witness."""
    generator = "patch_embed.weight_generator."
    name = name.removeprefix("dofa.").replace("model.norm", "fc_norm").removeprefix("model.")
    for theirs, ours in (
        ("patch_embed.fclayer.w1", "embedding.first"),
        ("patch_embed.fclayer.w2", "embedding.second"),
        (f"{generator}transformer_encoder.layers.0", "embedding.generator"),
        (f"{generator}fc_weight", "embedding.to_kernel"),
        (f"{generator}fc_bias", "embedding.to_bias"),
        (generator, "embedding."),
        ("blocks", "encoder.blocks"),
        ("fc_norm", "encoder.norm"),
    ):
        if name.startswith(theirs):
            return ours + name.removeprefix(theirs)
    return name


def furthest(expected: dict[str, Tensor], found: dict[str, Tensor]) -> float:
    """The largest difference of gradients, over the largest number of their tensor; every one must be there."""
    assert sorted(map(our_name, expected)) == sorted(found)
    return max(
        largest(found[our_name(name)] - value) / max(largest(value), torch.finfo().tiny)
        for name, value in expected.items()
    )


def largest(values: Tensor) -> float:
    """Of the magnitudes."""
    return float(values.detach().abs().max())


def older_layout(self: DofaEmbedding, bands: tuple[Band, ...]) -> tuple[Tensor, Tensor]:
    """Kernels read as features, bands, rows, columns: it fits, and it is wrong."""
    kernels_DCPP, bias_D = KERNELS(self, bands)
    written = kernels_DCPP.permute(1, 2, 3, 0).contiguous()
    return written.view(kernels_DCPP.shape), bias_D


KERNELS = DofaEmbedding.kernels


@dataclass(frozen=True)
class Row:
    """A variant on a sensor: the largest feature, and the largest differences."""

    variant: str
    sensor: str
    size_px: int
    feature: float
    features: float
    gradients: float
    older_layout: float


def compared(variant: str, theirs: Reference, ours: OFA, sensor: str, size_px: int) -> Row:
    """Both sides on a chip."""
    chip = chip_of(SENSORS[sensor], size_px, size_px)
    expected, found = theirs(chip.x_BCHW, micrometres(chip.bands)), ours.pooled([chip])
    steps = furthest(gradients(expected, theirs), gradients(found, ours))
    with torch.no_grad(), patch.object(DofaEmbedding, "kernels", older_layout):
        wrong = ours.pooled([chip])
    away = [largest(answer - expected) for answer in (found, wrong)]
    return Row(variant, sensor, size_px, largest(expected), away[0], steps, away[1])


def cases() -> list[tuple[str, int, str]]:
    """Variants, sizes of chips and sensors, in the order they are compared in."""
    return [
        (variant, size_px, sensor)
        for variant, published in VARIANTS.items()
        for size_px in ((224, 252) if published.config.layer_scale else (224,))
        for sensor in SENSORS
    ]


def page(rows: list[Row]) -> str:
    """docs/measured/dofa_parity.md."""
    run = [(row.variant, row.size_px, row.sensor) for row in rows]
    missing = ", ".join(
        f"{variant} on {sensor} at {size}" for variant, size, sensor in cases() if (variant, size, sensor) not in run
    )
    lines = [
        f"| {row.variant} | {row.sensor} | {row.size_px} | {row.feature:.2f} "
        f"| {row.features:.1g} | {row.gradients:.1g} | {row.older_layout:.2g} |"
        for row in rows
    ]
    return (
        "# DOFA parity: our backbone and independent code\n"
        "\n"
        "`python -m benchmarks.dofa_parity` repeats the comparison and writes this page.\n"
        "\n"
        "Both sides get the same random weights, under the names of the published files, and one chip of random\n"
        "pixels; float32, on a CPU. `dofa-base` and `dofa-large` are compared with torchgeo's DOFA. No library\n"
        "has version 2: its embedding is compared with torchgeo's, its Transformer with timm's Vision Transformer\n"
        "with layer scale. 252 pixels are a tile of the engine, for which positions are interpolated; torchgeo\n"
        "cannot do that for version 1. The published weights themselves were not at hand.\n"
        "\n"
        "The references take their blocks from timm, ours are our own. Both sides take the small Transformer's layer\n"
        "from torch. What is compared is blocks, embedding, kernel order, padding, positions, norms, pooling, names.\n"
        "\n"
        "*Features* is the largest difference between descriptions of the chip as a whole. *Gradients* is the\n"
        "largest difference of the gradients of all weights, relative to the largest number of their tensor.\n"
        "*Older layout* is the error of the features if the kernels were read in the order of DOFA's older\n"
        "release: it loads, and it is wrong.\n"
        "\n"
        "| variant | sensor | chip, px | largest feature | features | gradients | older layout |\n"
        "|---|---|---|---|---|---|---|\n" + "\n".join(lines) + "\n\n"
        f"Sentinel-2 has 9 bands, Sentinel-1 2 (both as {RADAR_UM:g} um), Gaofen 4, EnMAP 202. torch "
        f"{torch.__version__}.{' Not run: ' + missing + '.' if missing else ''}\n"
    )


def main() -> None:
    """Compare, and write the page."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("variants", nargs="*", help="all of them unless given")
    wanted = parser.parse_args().variants or list(VARIANTS)
    rows = []
    for variant in wanted:
        theirs, ours = twins(VARIANTS[variant].config)
        for _, size_px, sensor in (case for case in cases() if case[0] == variant):
            rows.append(compared(variant, theirs, ours, sensor, size_px))
            print(rows[-1], flush=True)
    PAGE.write_text(page(rows), encoding="utf-8")


if __name__ == "__main__":
    main()
