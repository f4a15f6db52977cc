"""What labels taught, as a whole: the head, how its pixels are described, and where it may be applied.

In a file it is what another process maps with, to the same bits, and the weights of a model that was learnt from
labels. No pickle: safetensors with some notes.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Self

import torch
from safetensors import SafetensorError
from safetensors.torch import load as load_tensors
from safetensors.torch import save as dump_tensors
from torch import Tensor

from engine.errors import ModelError
from engine.fewlabel.features import PixelFeatures, SpectralShape
from engine.fewlabel.heads import GroupKernel, JudgingHead, KernelHead
from engine.fewlabel.place_features import PlaceFeatures
from engine.scene.statistics import Statistics

SHAPE = ("mean_C", "std_C", "centre_C", "spread_C")
KEY = "learnt"
"""Of all notes as one text: safetensors writes several in any order, and the same model is to be the same bytes."""
NOTES = ("trust", "sharpness", "sources", "limit", "statistics")
PROJECTIONS = ("projection_KC", "shape_projection_KC")


@dataclass(frozen=True)
class Learnt:
    """All that a scene is mapped with, beside the backbone.

    Attributes:
        head: features to probabilities of classes; it holds the labelled pixels that others are compared with.
        features: how pixels are described.
        statistics: of the bands, in their order: what z-scores of pixels are made by.
        limit: see `engine.fewlabel.Validation.limit`.
        elsewhere: a head for other scenes than the labelled ones; None where it is the same.
        limit_elsewhere: that of this head.
    """

    head: KernelHead
    features: PixelFeatures
    statistics: Statistics
    limit: float | None
    elsewhere: KernelHead | None = None
    limit_elsewhere: float | None = None

    def to(self, device: torch.device) -> Self:
        """With its heads on a device."""
        elsewhere = self.elsewhere.to(device) if self.elsewhere else None
        return replace(self, head=self.head.to(device), elsewhere=elsewhere)

    def for_other_scenes(self) -> Self:
        """With the head for scenes without labels, to which all classes are equally common: shares are of one scene."""
        head, limit = (self.elsewhere, self.limit_elsewhere) if self.elsewhere else (self.head, self.limit)
        plain = KernelHead(dict(head.kernels.items()), head.trust, head.coefficients_MK, head.sharpness)
        return replace(self, head=plain.to(head.coefficients_MK.device), limit=limit)

    def judging(self) -> JudgingHead:
        """The head with the dissimilarity beside its probabilities; there must be a limit."""
        assert self.limit is not None  # nosec B101
        return JudgingHead(self.head, self.limit)

    def to_bytes(self, more: Mapping[str, str] | None = None) -> bytes:
        """As a file holds it, with `more` notes."""
        tensors: dict[str, Tensor | None] = {f"head.{name}": each for name, each in self.head.state_dict().items()}
        elsewhere = self.elsewhere
        if elsewhere:
            tensors |= {f"elsewhere.{name}": each for name, each in elsewhere.state_dict().items()}
        tensors |= {f"statistics.{name}": torch.from_numpy(getattr(self.statistics, name)) for name in SHAPE[:2]}
        sources, told = _sources(self.features), []
        for place, (features, bands, sensor, is_date) in enumerate(sources):
            shape = features.shape
            tensors |= {f"features.{place}.{each}": getattr(features, each) for each in PROJECTIONS}
            tensors |= {f"shape.{place}.{each}": getattr(shape, each) for each in SHAPE} if shape else {}
            floor = shape.floor if shape else None
            told.append({"bands": bands, "sensor": sensor, "date": is_date, "floor": floor})
        values = (self.head.trust, self.head.sharpness, told, self.limit, self.statistics.of)
        notes: dict[str, Any] = dict(zip(NOTES, values, strict=True))
        if elsewhere:
            of_head = (elsewhere.trust, elsewhere.sharpness, self.limit_elsewhere)
            notes["elsewhere"] = dict(zip(("trust", "sharpness", "limit"), of_head, strict=True))
        found = {name: each.detach().cpu().clone().contiguous() for name, each in tensors.items() if each is not None}
        return dump_tensors(found, {KEY: json.dumps({**notes, **(more or {})})})

    @classmethod
    def from_bytes(cls, data: bytes, name: str) -> Self:
        """What `to_bytes` made, with the same bits; `name` is what messages call it.

        Raises:
            ModelError: it is no such file.
        """
        try:
            tensors, notes = load_tensors(data), notes_of(data)
            elsewhere = notes.get("elsewhere")
            if len(told := notes["sources"]) > 1 and any("date" not in each for each in told):
                raise earlier(name)
            return cls(
                _head(_of(tensors, "head."), notes),
                _features(tensors, notes),
                Statistics(
                    tensors["statistics.mean_C"].numpy(), tensors["statistics.std_C"].numpy(), str(notes["statistics"])
                ),
                _number(notes["limit"]),
                _head(_of(tensors, "elsewhere."), elsewhere) if elsewhere else None,
                _number(elsewhere["limit"]) if elsewhere else None,
            )
        except ModelError:
            raise
        except (SafetensorError, KeyError, ValueError, TypeError, AttributeError) as error:
            raise ModelError(
                "{name} does not hold what was learnt from labels ({error})",
                "make it again",
                name=name,
                error=" ".join(str(error).split())[:200],
            ) from error


def earlier(name: str) -> ModelError:
    """Says that features of several sources were others when the model called `name` was saved."""
    return ModelError(
        "{name} was saved by an earlier version, which described several sources in another way",
        "classify with its labels again, and save the model anew",
        name=name,
    )


def notes_of(data: bytes) -> dict[str, Any]:
    """The notes in a file of `Learnt.to_bytes`: in the header of safetensors, which follows its length.

    Raises:
        ValueError, KeyError, TypeError: it is no such file.
    """
    header = json.loads(data[8 : 8 + int.from_bytes(data[:8], "little")])
    notes = json.loads(header["__metadata__"][KEY])
    if not isinstance(notes, dict):
        raise ValueError("no notes")
    return notes


def _number(noted: float | None) -> float | None:
    return None if noted is None else float(noted)


def _head(tensors: Mapping[str, Tensor], notes: Mapping[str, Any]) -> KernelHead:
    trust = {str(name): float(share) for name, share in notes["trust"].items()}
    kernels = {name: GroupKernel.restored(_of(tensors, f"kernels.{name}.")) for name in trust}
    own = tensors["coefficients_MK"], float(notes["sharpness"]), tensors["log_prior_K"]
    return KernelHead(kernels, trust, *own)


def _sources(features: PixelFeatures) -> list[tuple[PixelFeatures, int, str, bool]]:
    """How the pixels of each source are described, its bands (0 if alone), sensor, and if it is a further date."""
    if not isinstance(features, PlaceFeatures):
        return [(features, 0, "", False)]
    are_dates = (place in features.dates for place in range(len(features.parts)))
    return list(zip(features.parts, features.bands, features.sensors, are_dates, strict=True))


def _features(tensors: Mapping[str, Tensor], notes: Mapping[str, Any]) -> PixelFeatures:
    told = notes["sources"]
    parts = tuple(_described(tensors, place, each["floor"]) for place, each in enumerate(told))
    if len(parts) == 1:
        return parts[0]
    return PlaceFeatures(
        parts=parts,
        bands=tuple(int(each["bands"]) for each in told),
        sensors=tuple(str(each["sensor"]) for each in told),
        dates=tuple(place for place, each in enumerate(told) if each["date"]),
    )


def _described(tensors: Mapping[str, Tensor], place: int, floor: float | None) -> PixelFeatures:
    """How the pixels of one source are described."""
    projection_KC, of_shape = (tensors.get(f"features.{place}.{each}") for each in PROJECTIONS)
    if not _of(tensors, f"shape.{place}."):
        return PixelFeatures(projection_KC)
    mean_C, std_C, centre_C, spread_C = (tensors[f"shape.{place}.{each}"] for each in SHAPE)
    floor = None if floor is None else float(floor)
    return PixelFeatures(projection_KC, SpectralShape(mean_C, std_C, floor, centre_C, spread_C), of_shape)


def _of(tensors: Mapping[str, Tensor], prefix: str) -> dict[str, Tensor]:
    return {name.removeprefix(prefix): tensor for name, tensor in tensors.items() if name.startswith(prefix)}
