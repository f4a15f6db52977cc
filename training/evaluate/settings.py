"""What a protocol of GEO-Bench leaves open, with the paper's values where the paper has them."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Annotated, Literal

from pydantic import ConfigDict, Field, NonNegativeInt, PositiveInt, TypeAdapter, ValidationError

from engine.errors import RequestError

PROTOCOLS = ("linear", "knn", "lbfgs", "finetune", "frozen-upernet")
EPOCHS = {"linear": 50, "frozen-upernet": 20, "finetune": 20}
"""Of each protocol that has any; the paper's for the first two."""
Rate = Annotated[float, Field(gt=0, allow_inf_nan=False)]


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

    __pydantic_config__ = ConfigDict(extra="forbid")
    size_px: PositiveInt = 224
    pool: Literal["mean", "cls", "depths"] = "mean"
    epochs: NonNegativeInt = 0
    lrs: Annotated[tuple[Rate, ...], Field(min_length=1)] = (0.5, 1.0, 10.0, 20.0)
    batch: Annotated[int, Field(ge=2)] = 64
    views: NonNegativeInt = 0
    most: NonNegativeInt = 0
    pixels: PositiveInt = 32
    forward: PositiveInt = 32
    resamples: PositiveInt = 1000

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
        return TypeAdapter(ProtocolSettings).validate_python(values)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        name, message = str(first["loc"][0]), first["msg"]
        known = ", ".join(field.name for field in fields(ProtocolSettings))
        raise RequestError(f"--set {name}={texts[name]}: {message}", f"settings are {known}") from error
    except ValueError as error:
        raise RequestError(f"a list of --set is no JSON: {error}", "such as --set 'lrs=[1, 10]'") from error
