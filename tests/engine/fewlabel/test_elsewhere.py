"""Elsewhere a head decides by the pixel alone, unless labels lie in many scenes."""

import pytest
import torch

from engine.fewlabel import Samples, fit_elsewhere
from engine.fewlabel.elsewhere import SCENES_ENOUGH

EVERY = ("spectra", "shape", "context", "surroundings", "deep")


def labelled(scenes: int, groups: tuple[str, ...] = EVERY) -> Samples:
    """Twelve pixels of each of two classes in each scene; what is around a pixel tells a class by its scene."""
    random = torch.Generator().manual_seed(0)
    labels_N, scene_N = torch.arange(24 * scenes) % 2, torch.arange(24 * scenes) // 24
    by_itself = labels_N[:, None] + 0.3 * torch.randn(len(labels_N), 3, generator=random)
    around = torch.stack([scene_N, scene_N * labels_N], 1) + 0.01 * torch.randn(len(labels_N), 2, generator=random)
    place_N = torch.arange(len(labels_N))
    features = {name: by_itself if name in ("spectra", "shape") else around for name in groups}
    one = {"scene_N": scene_N} if scenes > 1 else {}
    return Samples(features, labels_N, 9 * (place_N % 24), 7 * (place_N % 5), place_N, ("a", "b"), **one)


@pytest.mark.parametrize("scenes", range(1, SCENES_ENOUGH))
def test_from_few_scenes_the_pixel_alone_decides(scenes: int) -> None:
    found = fit_elsewhere(labelled(scenes))
    assert found
    head, validation = found
    assert {*head.groups} <= {"spectra", "shape"} and validation.whole_scenes == (scenes > 1)
    elsewhere = labelled(1)
    right_N = head({name: elsewhere.groups[name] for name in head.groups}).argmax(1) == elsewhere.labels_N
    assert right_N.double().mean() > 0.9
    assert torch.all(head.log_prior_K == head.log_prior_K[0])


@pytest.mark.parametrize(
    ("scenes", "groups"),
    [(SCENES_ENOUGH, EVERY), (2, ("spectra", "shape")), (2, (*EVERY, "2: Sentinel-1")), (1, ("deep",))],
)
def test_else_there_is_one_head_for_all_scenes(scenes: int, groups: tuple[str, ...]) -> None:
    assert fit_elsewhere(labelled(scenes, groups)) is None
