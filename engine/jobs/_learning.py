"""What the labels of a scene teach: a head, how well it does, and the colours of its classes.

Shared by the map of a scene and the preview of a part of it, which is why they agree. Holds no arithmetic.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Protocol

import numpy as np
import torch
from torch import Tensor

from engine import fewlabel, vector
from engine.errors import LabelError
from engine.model.heads import KernelHead
from engine.palette import colours_of
from engine.protocol import ClassifyRequest, PreviewRequest
from engine.stream import Source, abreast
from engine.vector import Labels

Look = Callable[[np.ndarray, np.ndarray], tuple[dict[str, Tensor], Tensor]]
"""From rows and columns of pixels to their features by group and whether they hold data, as `stream.sample`."""


class Fit(Protocol):
    """As `fewlabel.fit`."""

    def __call__(
        self, samples: fewlabel.Samples, *, scene: Mapping[str, Tensor]
    ) -> tuple[KernelHead, fewlabel.Validation]: ...


@dataclass(frozen=True)
class Learnt:
    """What the labels taught: the head, how well it does where it was not fitted, and the labels it used."""

    head: KernelHead
    validation: fewlabel.Validation
    labels: Labels
    colours: tuple[str, ...]


def learn(
    source: Source,
    request: ClassifyRequest | PreviewRequest,
    look: Look,
    overview: Callable[[], dict[str, Tensor]],
    fit: Fit = fewlabel.fit,
) -> Learnt:
    """Read the labels, look at the scene where they are and all over (`stream.overview`), and fit a head.

    Raises:
        LabelError: nothing can be learnt from the labels.
        RequestError: a colour is none.
    """
    scene = source.scene
    labels = vector.read_labels(
        request.labels, request.field, request.layer,
        scene_shape=(scene.height, scene.width), crs=scene.crs, transform=scene.transform,
    )  # fmt: skip
    groups, known_N = look(labels.rows_N, labels.cols_N)
    labels = _on_data(labels, known_N.numpy())
    samples = fewlabel.Samples(
        groups={name: group_ND[known_N] for name, group_ND in groups.items()},
        labels_N=torch.from_numpy(labels.labels_N),
        rows_N=torch.from_numpy(labels.rows_N),
        cols_N=torch.from_numpy(labels.cols_N),
        polygon_N=torch.from_numpy(labels.polygon_N),
        names=labels.names,
    )
    teach = partial(fit, samples, scene=overview())
    ((head, validation),) = abreast([teach], source.workers)  # small matrices: threads would only wait for each other
    return Learnt(head.to(source.device), validation, labels, colours_of(labels.names, request.colours))


def _on_data(labels: Labels, known_N: np.ndarray) -> Labels:
    """The labels whose pixels hold data.

    Raises:
        LabelError: a class has none.
    """
    if known_N.all():
        return labels
    left_K = np.bincount(labels.labels_N[known_N], minlength=len(labels.names))
    if lost := [name for name, left in zip(labels.names, left_K, strict=True) if not left]:
        raise LabelError(
            f"all labels of {', '.join(lost)} lie on nodata", "label places that hold data, or take the class out"
        )
    told = f"{int((~known_N).sum())} labelled pixels lie on nodata and were left out."
    arrays = {name: getattr(labels, name)[known_N] for name in ("rows_N", "cols_N", "labels_N", "polygon_N")}
    return replace(labels, **arrays, pixels=tuple(left_K.tolist()), warnings=(*labels.warnings, told))


def class_rows(learnt: Learnt) -> list[dict[str, object]]:
    """One row per class: its name, value on the map, colour, labels, and how many of them were held out to check it."""
    labels = learnt.labels
    return [
        {
            "name": name,
            "value": k + 1,
            "colour": learnt.colours[k],
            "pixels_labelled": labels.pixels[k],
            "geometries": labels.geometries[k],
            "held_out_labels": learnt.validation.held_out[k],
        }
        for k, name in enumerate(labels.names)
    ]
