"""How a fine-tuning run learns: a frozen description, with what suits each mode."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from engine.errors import RequestError
from engine.model.task import HEADS, WHOLE
from engine.protocol import FinetuneRequest

MODES = ("frozen", "lora", "full")


@dataclass(frozen=True)
class FineTuneSettings:
    """How a run learns.

    Attributes:
        mode: of the backbone: "frozen" stays as it is, "lora" learns low-rank changes (Hu et al. 2022), "full" learns
            all of it.
        head: see `engine.model.task.HEADS`.
        steps: of the optimiser, at most.
        batch: chips of a step.
        lr: peak learning rate of the head.
        backbone_rate: of the backbone's, as a share of it.
        weight_decay, betas, warmup, clip: as in pre-training.
        evaluate_every: steps between looks at the held-out part.
        patience: looks without gain until the run ends; 0: never early.
        rank: of LoRA's changes.
        seed: of everything drawn.
        precision: "float32" or "bfloat16".
        linear_first: the head, which must be one linear map of whole chips, is fitted before the steps, see
            `linear_head`.
    """

    mode: str = "frozen"
    head: str = "light"
    steps: int = 600
    batch: int = 16
    lr: float = 1e-3
    backbone_rate: float = 0.1
    weight_decay: float = 0.05
    betas: tuple[float, float] = (0.9, 0.999)
    warmup: float = 0.1
    clip: float = 1.0
    evaluate_every: int = 50
    patience: int = 5
    rank: int = 8
    seed: int = 0
    precision: str = "float32"
    linear_first: bool = False

    def __post_init__(self) -> None:
        """Refuse what cannot be.

        Raises:
            RequestError: says what.
        """
        if self.mode not in MODES:
            raise RequestError(
                "expected a mode of {modes}; found '{mode}'", "give one of them", modes=", ".join(MODES), mode=self.mode
            )
        for name in ("steps", "batch", "evaluate_every", "rank"):
            if getattr(self, name) < 1:
                raise RequestError(
                    "expected 1 or more {name}; found {found}", "correct {name}", name=name, found=getattr(self, name)
                )
        if self.head == "upernet" and self.batch < 2:
            raise RequestError(
                "the head upernet normalises over the chips of a step, and of 1 chip there is nothing to normalise",
                "give --batch 2, or another --head",
            )
        if not 0 < self.lr < 1 or self.patience < 0 or self.seed < 0:
            raise RequestError(
                "expected a rate between 0 and 1, patience and seed of 0 or more; found {lr:g}, {patience}, {seed}",
                "correct them",
                lr=self.lr,
                patience=self.patience,
                seed=self.seed,
            )


BY_MODE: Mapping[str, FineTuneSettings] = MappingProxyType(
    {
        "frozen": FineTuneSettings(),
        "lora": FineTuneSettings(mode="lora", backbone_rate=1.0),  # few weights, which start at no change
        "full": FineTuneSettings(mode="full", lr=3e-3),  # the backbone at a tenth: it knows something already
    }
)
LINEAR_RATE = 2e-2
"""Of a linear head for pixels on a frozen backbone, which nothing can upset: 150 steps on 600 EuroSAT chips, one seed,
0.61 with 1e-3, 0.69 with 1e-2, 0.72 with 5e-2."""
FITTED_RATE = 1e-3
"""Of head and backbone alike where the head has been fitted. A tenth of EuroSAT RGB, 200 steps, one seed: 0.717 the
fitted head, 0.746 with this, no step better than none with 3e-4, nor with 1e-2 and a tenth of it for the backbone."""
FITTED_STEPS = 100
"""Of a fitted head on a frozen backbone: the fit is its optimum, but for flips. On 400 EuroSAT chips no step helped."""


def usual(mode: str, task: str, head: str) -> FineTuneSettings:
    """What suits a mode, a task and a head.

    Raises:
        KeyError: an unknown mode.
    """
    settings = BY_MODE[mode]
    if task in WHOLE:
        steps = FITTED_STEPS if mode == "frozen" else settings.steps
        return replace(settings, head=head, lr=FITTED_RATE, backbone_rate=1.0, linear_first=True, steps=steps)
    if mode == "frozen" and head == "linear":
        return replace(settings, head=head, lr=LINEAR_RATE)
    return replace(settings, head=head)


def settings_of(request: FinetuneRequest) -> FineTuneSettings:
    """The settings that a request asks for, but for the precision.

    Raises:
        RequestError: it asks for what cannot be.
    """
    if request.mode not in BY_MODE:
        raise RequestError(
            "expected a mode of {modes}; found '{mode}'", "give one of them", modes=", ".join(MODES), mode=request.mode
        )
    if request.task not in HEADS:
        raise RequestError(
            "expected a task of {tasks}; found '{task}'",
            "give one to --task",
            tasks=", ".join(HEADS),
            task=request.task,
        )
    heads = HEADS[request.task]
    head = request.head or heads[0]
    if head not in heads:
        raise RequestError(
            "expected a head of {heads} for {task}; found '{head}'",
            "give one",
            heads=", ".join(heads),
            task=request.task,
            head=head,
        )
    suits = usual(request.mode, request.task, head)
    steps = request.steps or suits.steps
    return replace(
        suits,
        steps=steps,
        batch=request.batch,
        lr=request.lr or suits.lr,
        evaluate_every=max(1, min(suits.evaluate_every, steps // 4)),
        patience=request.patience,
        seed=request.seed,
    )
