"""The runs we stand behind, each a function that returns a frozen recipe.

A recipe says everything that a run's result depends on, but not where data are and where results go. It is saved
before the first step; `engine pretrain NAME` runs it. Sizes of ours are chosen for what few people have: a laptop
for `ofa_tiny`, one GPU for `ofa_small`.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from functools import partial
from types import MappingProxyType
from typing import Any

from engine.errors import RequestError
from engine.model.config import LATER, PRESETS, ModelConfig
from engine.typed_json import typed
from engine.words import say
from training.data.batch import CELL_PX
from training.data.catalogue_entry import MODALITIES
from training.data.chip_batches import Sampling

TARGETS, PRECISIONS, DECODERS = ("pixels", "latent", "both", "none"), ("bf16", "fp32"), ("shared", "per_sensor")
TEACHERS = ("efficientnet-lite0", "galileo-nano")


@dataclass(frozen=True)
class DecoderConfig:
    """Rebuilds hidden tokens; thrown away after pre-training.

    Attributes:
        kind: "per_sensor" (the paper: a Transformer and an output layer for each modality) or "shared" (one for all,
            its output layer generated from what each band measures, as the spectral embedding is).
        width, depth, heads: of its Transformer.
    """

    kind: str = "shared"
    width: int = 128
    depth: int = 2
    heads: int = 4


@dataclass(frozen=True)
class Recipe:
    """A pre-training run.

    Attributes:
        name: of the run.
        model: the network.
        sampling: which chips, in which mixture.
        decoder: see `DecoderConfig`.
        mask_ratio: share of tokens hidden from the encoder (He et al. 2022).
        target: "pixels" (normalised per patch, He et al. 2022, section 3), "latent" (a frozen random projection of the
            hidden patch, told from the other patches of its chip), "both", or "none" beside teachers.
        teachers: whose features are told, see `training.pretrain.targets.teachers`.
        pixel_weight: of the pixels' loss beside teachers.
        latent_weight: of the latent loss beside the pixels' in "both".
        temperature: of the latent loss's softmax.
        band_dropout: most that may be dropped of a chip's bands before the encoder sees them; all are rebuilt.
        cross_sensor: share of two-sensor batches in which one sensor is hidden as a whole.
        patches_px: sides of a token, one drawn per micro-batch; the model's own must be among them.
        shrink_chips: cut chips where tokens are smaller than the model's own, so that a step costs the same.
        ground_positions: tell the model the pixel size; False tells it the reference size always, as the paper does.
        steps: optimiser steps, of `accumulate` micro-batches of `sampling.batch` chips each.
        lr: peak learning rate, for all chips of a step.
        warmup: share of the steps in which the learning rate rises.
        cooldown: share of the others in which it falls, along half a cosine; it stays at its peak before.
        start: model to start from; "" draws weights.
        watch_every: steps between two looks at the watched scenes, see `training.data.watched`; 0 learns from them too.
        weight_decay, betas: of AdamW.
        clip: largest norm of the gradient.
        precision: "bf16" or "fp32", of what autocast covers; weights are float32 always. A processor that is slower in
            bfloat16 computes in float32.
        seed: of weights, chips and masks.

    Raises:
        RequestError: a run cannot be like that.
    """

    name: str
    model: ModelConfig = PRESETS["tiny"]
    sampling: Sampling = field(default_factory=Sampling)
    decoder: DecoderConfig = field(default_factory=DecoderConfig)
    mask_ratio: float = 0.75
    target: str = "pixels"
    teachers: tuple[str, ...] = ()
    pixel_weight: float = 1.0
    latent_weight: float = 0.1
    temperature: float = 0.1
    band_dropout: float = 0.5
    cross_sensor: float = 0.5
    patches_px: tuple[int, ...] = (8,)
    shrink_chips: bool = True
    ground_positions: bool = True
    steps: int = 8_000
    accumulate: int = 1
    lr: float = 8e-4
    warmup: float = 0.04
    cooldown: float = 1.0
    start: str = ""
    watch_every: int = 0
    weight_decay: float = 0.05
    betas: tuple[float, float] = (0.9, 0.95)
    clip: float = 1.0
    precision: str = "bf16"
    seed: int = 0

    def __post_init__(self) -> None:
        asked = replace(self.model, statistics=self.sampling.statistics)
        object.__setattr__(self, "model", asked)  # in use it asks for the statistics that its chips had
        for name, holds, expected in _rules(self):
            if not holds:
                raise RequestError(f"'{name}' of a recipe must be {expected}", f"correct it: --set {name}=…")

    @property
    def chips_per_step(self) -> int:
        """Places of a step, on one rank."""
        return self.sampling.batch * self.accumulate


def _rules(recipe: Recipe) -> Iterator[tuple[str, bool, str]]:
    """Which field, whether it is right, and what is expected of it."""
    yield "target", recipe.target in TARGETS, f"one of {', '.join(TARGETS)}"
    yield "target", recipe.target != "none" or recipe.teachers != (), "something where there is no teacher"
    yield "teachers", set(recipe.teachers) <= set(TEACHERS), f"some of {', '.join(TEACHERS)}"
    yield "precision", recipe.precision in PRECISIONS, f"one of {', '.join(PRECISIONS)}"
    decoder, own_px = recipe.decoder, recipe.model.patch_px
    yield "decoder.kind", decoder.kind in DECODERS, f"one of {', '.join(DECODERS)}"
    for name in ("width", "depth", "heads"):
        yield f"decoder.{name}", getattr(decoder, name) > 0, "positive"
    yield "decoder.width", decoder.width % 4 == 0 == decoder.width % decoder.heads, "a multiple of 4 and of its heads"
    yield "mask_ratio", 0 < recipe.mask_ratio < 1, "between 0 and 1"
    for name in ("band_dropout", "cross_sensor", "warmup", "cooldown"):
        yield name, 0 <= getattr(recipe, name) <= 1, "from 0 to 1"
    for name in ("accumulate", "lr", "clip", "temperature"):
        yield name, getattr(recipe, name) > 0, "positive"
    for name in ("steps", "seed", "weight_decay", "latent_weight", "pixel_weight", "watch_every"):
        yield name, getattr(recipe, name) >= 0, "0 or more"
    yield "sampling.batch", recipe.sampling.batch > 0, "positive"
    yield "sampling.patch_px", recipe.sampling.patch_px == own_px, f"the model's own, {own_px}"
    sides = recipe.patches_px
    yield "patches_px", own_px in sides and min(sides) > 0, f"positive sides, the model's own ({own_px}) among them"
    if recipe.teachers:
        whole = all(side % CELL_PX == 0 for side in sides)
        yield "patches_px", whole, f"multiples of {CELL_PX}, for which teachers' features are kept"


def ofa_base_paper() -> Recipe:
    """OFA-Net as published (Xiong et al. 2024), with the optimiser of its authors' sibling recipe, DOFA's (2024).

    A step holds 1024 chips; learning rate 1e-4 * 1024 / 256; 20 of 120 epochs are warm-up. The published length
    (120 epochs of 8 million images) is 940,000 steps; set `steps` to what the data at hand are worth.
    """
    return Recipe(
        "ofa_base_paper",
        model=replace(PRESETS["base"], embedding="per_sensor"),
        sampling=Sampling(chip_px=224, patch_px=16, window_px=512, batch=128, max_bands=202, own_statistics=0.0,
                          pair_share=0.0),
        decoder=DecoderConfig("per_sensor", 512, 8, 16),
        band_dropout=0.0, cross_sensor=0.0, patches_px=(16,), ground_positions=False,
        steps=940_000, accumulate=8, lr=4e-4, warmup=20 / 120,
    )  # fmt: skip


def ofa_tiny() -> Recipe:
    """What the plugin ships: a ViT-Ti with patches of 8 pixels, sometimes 4, on chips of 64 or 32, taught.

    The rate stays at its peak for as long as the run gains: make `steps` larger until it does not.
    """
    return Recipe(
        "ofa_tiny",
        model=replace(PRESETS["tiny"], tile_px=128, chip_patch_px=4),  # docs/measured: tiles.md, probe.md
        sampling=Sampling(
            area=(0.4, 1.0), statistics="sensor", own_statistics=0.0, gain=0.15, offset=0.2, temperature=0.5
        ),
        mask_ratio=0.5,
        teachers=TEACHERS,
        pixel_weight=0.1,
        patches_px=(4, 8, 8),
        steps=25_000,
        lr=5e-4,
        warmup=0.01,
        cooldown=0.2,
        watch_every=1_000,
    )


def ofa_small() -> Recipe:
    """A ViT-S with patches of 8 pixels, on chips of 96, for one GPU."""
    return Recipe(
        "ofa_small",
        model=PRESETS["small"],
        sampling=Sampling(chip_px=96, window_px=120, batch=256),
        decoder=DecoderConfig("shared", 256, 4, 8),
        target="both",
        latent_weight=0.3,
        patches_px=(4, 8),
        steps=40_000,
        accumulate=2,
    )


def debug() -> Recipe:
    """Twenty steps of a small model: does everything hold together?"""
    model = ModelConfig(width=32, depth=2, heads=2, taps=(1, 2))
    return Recipe(
        "debug", model, Sampling(batch=8), DecoderConfig("shared", 32, 1, 2), steps=20, warmup=0.1, precision="fp32"
    )


def random() -> Recipe:
    """The control without training: `ofa_tiny` at step 0."""
    return replace(ofa_tiny(), name="random", steps=0)


def mae_single(modality: str) -> Recipe:
    """The control with one sensor: `ofa_tiny` and its budget of steps, spent on one modality."""
    tiny = ofa_tiny()
    return replace(tiny, name=f"mae_single_{modality.lower()}", sampling=replace(tiny.sampling, modalities=(modality,)))


RECIPES: Mapping[str, Callable[[], Recipe]] = MappingProxyType(
    {
        **{function.__name__: function for function in (ofa_base_paper, ofa_tiny, ofa_small, debug, random)},
        **{f"mae_single_{name.lower()}": partial(mae_single, name) for name in MODALITIES},
    }
)
"""Name -> the function that makes it."""


def find(name: str) -> Recipe:
    """The recipe of this name.

    Raises:
        RequestError: there is none.
    """
    if name not in RECIPES:
        raise RequestError(f"no recipe is called '{name}'", f"take one of: {', '.join(RECIPES)}")
    return RECIPES[name]()


def to_dict(recipe: Recipe) -> dict[str, Any]:
    """What `recipe.json` holds."""
    values: dict[str, Any] = json.loads(json.dumps(asdict(recipe)))
    return values


def from_dict(values: Mapping[str, Any]) -> Recipe:
    """The recipe in a `recipe.json`.

    Raises:
        RequestError: a field is missing, unknown or of another kind.
    """
    return typed(values, Recipe, say("a pre-training recipe"), RequestError, optional=LATER)


def changed(recipe: Recipe, settings: Mapping[str, str]) -> Recipe:
    """The recipe with some fields set, ``{"sampling.batch": "64"}``; values are JSON, or plain text.

    Raises:
        RequestError: there is no such field, or the value is of another kind.
    """
    values = to_dict(recipe)
    for name, text in settings.items():
        *parents, last = name.split(".")
        inside: Any = values
        for parent in parents:
            inside = inside.get(parent, {}) if isinstance(inside, dict) else {}
        if not isinstance(inside, dict) or last not in inside:
            raise RequestError(f"a recipe has no field '{name}'", f"it has: {', '.join(_names(to_dict(recipe)))}")
        try:
            inside[last] = json.loads(text)
        except ValueError:
            inside[last] = text
    return from_dict(values)


def _names(values: Mapping[str, Any], before: str = "") -> list[str]:
    return [
        name
        for key, value in values.items()
        for name in (_names(value, f"{before}{key}.") if isinstance(value, dict) else [before + key])
    ]
