"""What the labels of a scene teach: a head, how well it does, and the legend of its classes.

Shared by the map of a scene and the preview of a part of it, which is why they agree. Holds no arithmetic.
"""

from collections.abc import Callable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from functools import partial
from typing import Protocol, TypeVar

import numpy as np
import torch
from torch import Tensor

from engine import fewlabel
from engine.classes.legend import Legend, LegendChoices
from engine.fewlabel.heads import KernelHead
from engine.inference import Source, in_parallel
from engine.labels.labelled_pixels import Labels, joined_labels, on_data, read_labels
from engine.labels.tables import read_legend
from engine.protocol import ClassifyRequest, PreviewRequest
from engine.scene.products.product import KINDS, NOTHING
from engine.scene.raster import Scene
from engine.scene.sources.shared_answers import named_errors
from engine.words import joined, say

DeepLook = Callable[[np.ndarray, np.ndarray], Tensor]
"""From rows and columns of pixels to their deep features, as `inference.sample_deep`."""
Look = Callable[[np.ndarray, np.ndarray], tuple[dict[str, Tensor], Tensor]]
"""From rows and columns of pixels to their features by group and whether they hold data, as `inference.sample`."""


T = TypeVar("T")


class FitFunction(Protocol):
    """As `fewlabel.fit`."""

    def __call__(
        self, samples: fewlabel.Samples, *, scene: fewlabel.Overview
    ) -> tuple[KernelHead, fewlabel.Validation]:
        """Fit a head to the samples and validate it."""


@dataclass(frozen=True)
class FittedHead:
    """What the labels taught: the head, its accuracy on held-out labels, and the labels it used.

    `unlabelled` are the classes that have a value or a colour and no label in the scene, `samples` the labelled pixels.
    """

    head: KernelHead
    validation: fewlabel.Validation
    labels: Labels
    legend: Legend
    unlabelled: tuple[str, ...]
    samples: fewlabel.Samples


def learn(
    source: Source,
    request: ClassifyRequest | PreviewRequest,
    look: Look,
    overview: Callable[[], fewlabel.Overview],
    fit: FitFunction = fewlabel.fit,
    more: Sequence[tuple[Scene, Look]] = (),
    deep: Sequence[DeepLook] = (),
) -> FittedHead:
    """Read the labels, look at the scene where they are and all over (`inference.overview`), and fit a head.

    Args:
        source: of the scene to map.
        request: where the labels are.
        look: at that scene.
        overview: of that scene.
        fit: as `fewlabel.fit`.
        more: other scenes that labels lie in.
        deep: for each scene the look for what the other looks leave out, which the backbone has to run for; asked only
            if it could be of use.

    Raises:
        LabelError: nothing can be learnt from the labels.
        RequestError: a value or a colour is invalid.
    """
    decided = LegendChoices(request.values, request.colours).validated()
    decided = decided.over(read_legend(request.labels, request.field))
    scenes = ((source.scene, look), *more)
    parts = [_labels_on(scene, request, others=len(scenes) > 1) for scene, _ in scenes]
    seen = [each(part.rows_N, part.cols_N) for part, (_, each) in zip(parts, scenes, strict=True)]
    groups = {name: torch.cat([each[name] for each, _ in seen]) for name in seen[0][0]}
    parts = [
        _told_of_cover(scene, part, ~known_n.numpy())
        for (scene, _), part, (_, known_n) in zip(scenes, parts, seen, strict=True)
    ]
    known_N = torch.cat([known_n for _, known_n in seen])
    labels = on_data(joined_labels(parts), known_N.numpy())
    around = overview()
    samples = fewlabel.Samples(
        groups={name: group_ND[known_N] for name, group_ND in groups.items()},
        labels_N=torch.from_numpy(labels.labels_N),
        rows_N=torch.from_numpy(labels.rows_N),
        cols_N=torch.from_numpy(labels.cols_N),
        polygon_N=torch.from_numpy(labels.polygon_N),
        names=labels.names,
        scene_N=torch.from_numpy(labels.scene_N) if more else None,
    )
    found = _in_parallel(partial(fewlabel.fit_if_easy, samples, scene=around), source) if deep else None
    if deep and not found:
        deep_ND = torch.cat([look(part.rows_N, part.cols_N) for look, part in zip(deep, parts, strict=True)])
        samples = replace(samples, groups={**samples.groups, "deep": deep_ND[known_N]})
    head, validation = found or _in_parallel(partial(fit, samples, scene=around), source)
    legend = Legend.of(labels.names, labels.values, decided.values, decided.colours)
    unlabelled = tuple(name for name in {**decided.values, **decided.colours} if name not in labels.names)
    return FittedHead(head.to(source.device), validation, labels, legend, unlabelled, samples)


def _in_parallel(task: Callable[[], T], source: Source) -> T:
    """What a task on small matrices answers, on one thread: several would only wait for each other."""
    (answer,) = in_parallel([task], source.workers)
    return answer


def _labels_on(scene: Scene, request: ClassifyRequest | PreviewRequest, others: bool) -> Labels:
    with named_errors(scene) if others else nullcontext():
        return read_labels(
            request.labels, request.field, request.layer, scene_shape=(scene.height, scene.width), crs=scene.crs,
            transform=scene.transform, others=others,
        )  # fmt: skip


def _told_of_cover(scene: Scene, labels: Labels, lost_N: np.ndarray) -> Labels:
    """The labels, with a warning that names what covers those that are lost."""
    counts = scene.cover.counts(labels.rows_N[lost_N], labels.cols_N[lost_N]) if scene.cover and lost_N.any() else {}
    told = [
        say("{count:,} labelled pixels lie under {kind} by the product's own mask.", count=count, kind=KINDS[kind])
        for kind, count in counts.items()
        if kind != NOTHING
    ]
    return replace(labels, warnings=(*labels.warnings, *told))


def class_rows(fitted_head: FittedHead) -> list[dict[str, object]]:
    """One row per class, in the legend's order: name, value on the map, colour, labels, and how many checked it."""
    labels, legend = fitted_head.labels, fitted_head.legend
    return [
        {
            "name": name,
            "value": value,
            "colour": colour,
            "pixels_labelled": labels.pixels[k],
            "geometries": labels.geometries[k],
            "held_out_labels": fitted_head.validation.held_out[k],
        }
        for name, value, colour, k in zip(legend.names, legend.values, legend.colours, legend.head_index, strict=True)
    ]


def unlabelled(fitted_head: FittedHead) -> list[str]:
    """What to tell of classes that somebody gave a value or a colour, and that have no label in the scene."""
    if not fitted_head.unlabelled:
        return []
    return [
        say("No label of {classes} lies in the scene: it is not on the map.", classes=joined(fitted_head.unlabelled))
    ]
