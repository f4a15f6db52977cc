"""What an OFA-Net is made of, in numbers. Knows no torch, so that a model card can be checked without it."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from types import MappingProxyType
from typing import Any

from engine.errors import ModelError
from engine.sensors.statistics import CHOICES
from engine.typed_json import typed
from engine.words import say

EMBEDDINGS = ("spectral", "per_sensor", "dofa", "galileo")
POOLINGS = ("taps", "mean_norm", "norm_mean")
OTHER_VERSION = say("the model was made by another version of OFA: update OFA or take a model for this version")
LATER = frozenset({"positions_side", "layer_scale", "pooling", "tile_px", "chip_patch_px", "statistics"})
"""Fields that cards written before do not have: left out of a card where they are as they always were."""
IN_USE = ("pooling", "tile_px", "chip_patch_px", "statistics")
"""Fields that say how weights are used, not which there are."""


@dataclass(frozen=True)
class ModelConfig:
    """An OFA-Net.

    Attributes:
        embedding: what turns bands into tokens: "spectral" (any bands), "per_sensor" (the paper's modalities),
            "dofa" (any wavelengths, as DOFA published it) or "galileo" (Sentinel-1 and -2 in groups of bands, without
            a cls token, as Galileo published it).
        width: features of a token, a multiple of 4 (positions) and of `heads`.
        depth: Transformer blocks.
        heads: attention heads of a block.
        patch_px: side of the square of pixels that becomes one token.
        taps: after which blocks (1 is the first) dense features are taken.
        reference_gsd_m: pixel size at which neighbouring tokens are one unit of position apart.
        positions_side: rows and columns of tokens for which positions are kept with the weights, interpolated to
            other sizes; None: they are computed from where tokens lie on the ground.
        layer_scale: every block scales what it adds, feature by feature.
        pooling: how a whole chip is described: "taps" (mean and standard deviation of the dense features), "mean_norm"
            (the last norm of the mean of the last tokens) or "norm_mean" (the mean of the normed tokens).
        tile_px: side of the tiles in which it reads a scene; as much of it as the weights have seen at once.
        chip_patch_px: side of such a square where a chip is described as a whole, if these are no more than a tile has;
            None: `patch_px`.
        statistics: whose statistics make the z-scores that it reads, one of `engine.sensors.statistics.CHOICES`. Where
            nothing fixes those of "sensor" or "galileo", they are the scene's own.
    """

    embedding: str = "spectral"
    width: int = 192
    depth: int = 12
    heads: int = 3
    patch_px: int = 8
    taps: tuple[int, ...] = (6, 9, 12)
    reference_gsd_m: float = 10.0  # Sentinel-1 and -2: most of the pre-training images
    positions_side: int | None = None
    layer_scale: bool = False
    pooling: str = "taps"
    tile_px: int = 256
    chip_patch_px: int | None = None
    statistics: str = "scene"

    def __post_init__(self) -> None:
        """Refuse what cannot be built.

        Raises:
            ModelError: a value is out of range; says which.
        """
        for name in ("width", "depth", "heads", "patch_px", "tile_px"):
            _expect(getattr(self, name) > 0, name, say("a positive integer"), self)
        _expect(
            self.embedding in EMBEDDINGS,
            "embedding",
            say("one of {values}", values=", ".join(EMBEDDINGS)),
            self,
        )
        _expect(
            self.width % 4 == 0 and self.width % self.heads == 0, "width", say("a multiple of 4 and of heads"), self
        )
        blocks = range(1, self.depth + 1)
        rising = self.taps and self.taps == tuple(b for b in blocks if b in self.taps)
        _expect(bool(rising), "taps", say("rising block numbers in 1..{depth}", depth=self.depth), self)
        _expect(self.reference_gsd_m > 0, "reference_gsd_m", say("a positive number of metres"), self)
        side = self.positions_side
        _expect(side is None or side > 0, "positions_side", say("a positive integer or none"), self)
        finer = self.chip_patch_px
        _expect(
            finer is None or (finer > 0 and self.patch_px % finer == 0),
            "chip_patch_px",
            say("a divisor of patch_px, {patch_px}, or none", patch_px=self.patch_px),
            self,
        )
        # Galileo's embedding reads reflectance out of z-scores; to others the published statistics mean nothing.
        known = [choice for choice in CHOICES if (choice == "galileo") == (self.embedding == "galileo")]
        for name, values in (("pooling", POOLINGS), ("statistics", known)):
            _expect(getattr(self, name) in values, name, say("one of {values}", values=", ".join(values)), self)

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> "ModelConfig":
        """The configuration in a model card: every field but the `LATER` ones must be there, and no other.

        Raises:
            ModelError: fields are missing or unknown, or a value is wrong.
        """
        return typed(values, cls, say("the model's configuration"), ModelError, OTHER_VERSION, LATER)

    def to_dict(self) -> dict[str, Any]:
        """What `from_dict` reads; `LATER` fields only where they are not as they always were."""
        usual = ModelConfig()
        return {
            name: value for name, value in asdict(self).items() if name not in LATER or value != getattr(usual, name)
        }


def _expect(holds: bool, name: str, expected: str, config: ModelConfig) -> None:
    if not holds:
        raise ModelError(
            "{name} of a model must be {expected}; found {found}",
            "correct the model's configuration",
            name=name,
            expected=expected,
            found=repr(getattr(config, name)),
        )


PRESETS: Mapping[str, ModelConfig] = MappingProxyType(
    {
        "tiny": ModelConfig(),
        "small": ModelConfig(width=384, heads=6),
        "base": ModelConfig(width=768, heads=12, patch_px=16),
        "large": ModelConfig(width=1024, depth=24, heads=16, patch_px=16, taps=(12, 18, 24)),
    }
)
"""The sizes of ViT-Ti, -S, -B and -L (Dosovitskiy et al. 2021; Touvron et al. 2021), small ones with finer patches."""
