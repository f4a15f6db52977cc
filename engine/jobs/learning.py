"""What the labels of a scene teach: a head, how well it does, and the legend of its classes.

Shared by the map of a scene and the preview of a part of it, which is why they agree. Holds no arithmetic.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Protocol

import numpy as np
import torch
from torch import Tensor

from engine import fewlabel
from engine.classes.legend import Legend, checked
from engine.fewlabel.heads import KernelHead
from engine.inference import Source, abreast
from engine.labels.labelled_pixels import Labels, on_data, read_labels
from engine.protocol import ClassifyRequest, PreviewRequest

Look = Callable[[np.ndarray, np.ndarray], tuple[dict[str, Tensor], Tensor]]
"""From rows and columns of pixels to their features by group and whether they hold data, as `stream.sample`."""


class Fit(Protocol):
    """As `fewlabel.fit`."""

    def __call__(
        self, samples: fewlabel.Samples, *, scene: Mapping[str, Tensor]
    ) -> tuple[KernelHead, fewlabel.Validation]:
        """Fit a head to the samples and validate it."""


@dataclass(frozen=True)
class Learnt:
    """What the labels taught: the head, how well it does where it was not fitted, and the labels it used."""

    head: KernelHead
    validation: fewlabel.Validation
    labels: Labels
    legend: Legend


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
    labels = read_labels(
        request.labels, request.field, request.layer,
        scene_shape=(scene.height, scene.width), crs=scene.crs, transform=scene.transform,
    )  # fmt: skip
    groups, known_N = look(labels.rows_N, labels.cols_N)
    labels = on_data(labels, known_N.numpy())
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
    legend = Legend.of(labels.names, labels.values, request.values, request.colours)
    return Learnt(head.to(source.device), validation, labels, legend)


def class_rows(learnt: Learnt) -> list[dict[str, object]]:
    """One row per class, in the legend's order: name, value on the map, colour, labels, and how many checked it."""
    labels, legend = learnt.labels, learnt.legend
    return [
        {
            "name": name,
            "value": value,
            "colour": colour,
            "pixels_labelled": labels.pixels[k],
            "geometries": labels.geometries[k],
            "held_out_labels": learnt.validation.held_out[k],
        }
        for name, value, colour, k in zip(legend.names, legend.values, legend.colours, legend.learnt, strict=True)
    ]


def unlabelled(request: ClassifyRequest | PreviewRequest, learnt: Learnt) -> list[str]:
    """What to tell of classes that somebody made and that have no label in the scene."""
    missing = [name for name in checked(request.values) if name not in learnt.labels.names]
    return [f"No label of {', '.join(missing)} lies in the scene: it is not on the map."] if missing else []
