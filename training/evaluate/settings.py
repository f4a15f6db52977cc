"""What a protocol of GEO-Bench leaves open, with the paper's values where the paper has them."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from sys import float_info
from typing import Annotated

from msgspec import Meta

from engine.errors import RequestError
from engine.typed_json import typed

PROTOCOLS = ("linear", "knn", "lbfgs", "finetune", "frozen-upernet")
EPOCHS = {"linear": 50, "frozen-upernet": 20, "finetune": 20}
"""Of each protocol that has any; the paper's for the first two."""
POOLS = ("mean", "cls", "depths")
Rate = Annotated[float, Meta(gt=0, le=float_info.max)]
Positive = Annotated[int, Meta(ge=1)]
Count = Annotated[int, Meta(ge=0)]


@dataclass(frozen=True)
class ProtocolSettings:
    """Of a run.

    Attributes:
        size_px: side that chips are resized to for a model.
        pool: what stands for a chip: "mean" of the last tokens, normed before or after as the model was published;
            "cls" token; or mean over several "depths".
        epochs: 0: the protocol's own, `EPOCHS`.
        lrs: of the linear probe; the best is chosen on the validation part.
        batch: of a training step; one chip alone has no deviation to normalise by.
        views: how often training chips are cropped anew; 0: in every epoch, as in the paper.
        most: samples of each split that are used; 0: all.
        pixels: labelled pixels of an image that kNN and L-BFGS learn from and are scored on, in segmentation.
        forward: chips at once through a model.
        resamples: of the test samples, for the intervals.
    """

    size_px: Positive = 224
    pool: str = "mean"
    epochs: Count = 0
    lrs: Annotated[tuple[Rate, ...], Meta(min_length=1)] = (0.5, 1.0, 10.0, 20.0)
    batch: Annotated[int, Meta(ge=2)] = 64
    views: Count = 0
    most: Count = 0
    pixels: Positive = 32
    forward: Positive = 32
    resamples: Positive = 1000

    def __post_init__(self) -> None:
        if self.pool not in POOLS:
            raise RequestError(f"expected --set pool={'|'.join(POOLS)}; found '{self.pool}'", "give one of them")

    def epochs_of(self, protocol: str) -> int:
        """How often a protocol sees every training sample."""
        return self.epochs or EPOCHS[protocol]

    def departures(self, protocol: str) -> list[str]:
        """Where the settings are not the protocol's: "size_px 64 instead of 224"."""
        own, usual = asdict(self), asdict(ProtocolSettings())
        for values in (own, usual):
            values["epochs"] = values["epochs"] or EPOCHS.get(protocol, 0)
        return [f"{name} {own[name]} instead of {usual[name]}" for name in own if own[name] != usual[name]]


def settings_of(texts: Mapping[str, str]) -> ProtocolSettings:
    """The settings with some of them given as texts, ``{"size_px": "64", "lrs": "[1, 10]"}``.

    Raises:
        RequestError: there is no such setting, or its value is impossible.
    """
    try:
        values = {name: json.loads(text) if text.startswith("[") else text for name, text in texts.items()}
    except ValueError as error:
        raise RequestError(f"a list of --set is no JSON: {error}", "such as --set 'lrs=[1, 10]'") from error
    return typed(values, ProtocolSettings, "--set", RequestError, strict=False)
