"""What a protocol leaves open, with the paper's values where the paper has them. Pure."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from math import inf
from typing import Any, get_type_hints

from engine.cli import recipe
from engine.errors import RequestError

PROTOCOLS = ("linear", "knn", "lbfgs", "finetune", "frozen-upernet")
EPOCHS = {"linear": 50, "frozen-upernet": 20, "finetune": 20}
"""Of each protocol that has any; the paper's for the first two."""
POOLS = ("mean", "cls", "depths")


@dataclass(frozen=True)
class Settings:
    """Of a run.

    Attributes:
        size_px: side that chips are resized to for a model.
        pool: what stands for a chip: "mean" of the last tokens, normed before or after as the model was published;
            "cls" token; or mean over several "depths".
        epochs: 0: the protocol's own, `EPOCHS`.
        lrs: of the linear probe; the best is chosen on the validation part.
        batch: of a training step.
        views: how often training chips are cropped anew; 0: in every epoch, as in the paper.
        most: samples of each split that are used; 0: all.
        pixels: labelled pixels of an image that kNN and L-BFGS learn from and are scored on, in segmentation.
        forward: chips at once through a model.
        resamples: of the test samples, for the intervals.
    """

    size_px: int = 224
    pool: str = "mean"
    epochs: int = 0
    lrs: tuple[float, ...] = (0.5, 1.0, 10.0, 20.0)
    batch: int = 64
    views: int = 0
    most: int = 0
    pixels: int = 32
    forward: int = 32
    resamples: int = 1000

    def __post_init__(self) -> None:
        """Refuse what cannot be run.

        Raises:
            RequestError: says which field and what is expected of it.
        """
        _expect(self.pool in POOLS, "pool", f"one of {', '.join(POOLS)}", self.pool)
        _expect(bool(self.lrs) and all(0 < lr < inf for lr in self.lrs), "lrs", "positive numbers", self.lrs)
        _expect(self.batch > 1, "batch", "2 or more, for one chip has no deviation to norm by", self.batch)
        for name in ("size_px", "pixels", "forward", "resamples"):
            _expect(getattr(self, name) > 0, name, "positive", getattr(self, name))
        for name in ("epochs", "views", "most"):
            _expect(getattr(self, name) >= 0, name, "0 or more", getattr(self, name))

    def epochs_of(self, protocol: str) -> int:
        """How often a protocol sees every training sample."""
        return self.epochs or EPOCHS[protocol]

    def departures(self, protocol: str) -> list[str]:
        """Where the settings are not the protocol's: "size_px 64 instead of 224"."""
        own, usual = asdict(self), asdict(Settings())
        for values in (own, usual):
            values["epochs"] = values["epochs"] or EPOCHS.get(protocol, 0)
        return [f"{name} {own[name]} instead of {usual[name]}" for name in own if own[name] != usual[name]]


def changed(texts: Mapping[str, str]) -> Settings:
    """The settings with some of them given as texts, ``{"size_px": "64", "lrs": "[1, 10]"}``.

    Raises:
        RequestError: there is no such setting, or its value is of another kind.
    """
    hints = get_type_hints(Settings)
    values: dict[str, Any] = {}
    for name, text in texts.items():
        if name not in hints:
            raise RequestError(
                f"there is no setting '{name}'", f"there are: {', '.join(field.name for field in fields(Settings))}"
            )
        try:
            value = json.loads(text)
        except ValueError:
            value = text
        if not recipe.fits(value, hints[name]):
            raise RequestError(f"'{name}' must be {recipe.words(hints[name])}; found {text}", f"correct --set {name}=…")
        values[name] = tuple(value) if isinstance(value, list) else value
    return Settings(**values)


def _expect(holds: bool, name: str, expected: str, found: object) -> None:
    if not holds:
        raise RequestError(f"'{name}' must be {expected}; found {found}", f"correct --set {name}=…")
