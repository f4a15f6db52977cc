"""Objects are found by what was outlined, the same ones in any window, and counted with a range."""

import numpy as np
import pytest
import shapely
import torch

from engine.objects import density
from engine.objects.boxes import f1, matched
from engine.objects.counting import Estimate, Skill
from engine.objects.finding import Finder
from engine.objects.outlined import Outlined
from engine.objects.training_samples import learn
from tests.engine.objects.discs import discs_and_bars, reader

SHAPE = 220, 260
CPU = torch.device("cpu")


def nothing() -> None:
    """No progress."""


@pytest.fixture(scope="module")
def scene():
    """Pixels, discs, and those of the left part with the area that they are all of."""
    x_CHW, boxes_N4 = discs_and_bars(SHAPE, 45, seed=1)
    inside_N = (boxes_N4[:, 1] + boxes_N4[:, 3]) / 2 < 80
    return x_CHW, boxes_N4, Outlined(boxes_N4[inside_N], shapely.box(0, 0, 80, SHAPE[0]))


@pytest.fixture(scope="module")
def finder(scene) -> Finder:
    x_CHW, _, outlined = scene
    found = learn(reader(x_CHW), outlined, SHAPE, CPU, nothing)
    assert found
    return found


def test_discs_are_found_and_bars_are_not(scene, finder: Finder) -> None:
    x_CHW, boxes_N4, outlined = scene
    skill = Skill.of(finder.find(reader(x_CHW), outlined.window, nothing, outlined.block_of), outlined)
    rest = (0, SHAPE[0]), (80, SHAPE[1])
    found = finder.find(reader(x_CHW), rest, nothing)
    found = found.where(found.scores_N >= skill.threshold)
    truth_N4 = boxes_N4[(boxes_N4[:, 1] + boxes_N4[:, 3]) / 2 >= 80]
    right = matched(found.boxes_N4, truth_N4)
    assert f1(right, len(found.boxes_N4), len(truth_N4)) > 0.85 and skill.f1 > 0.8
    estimate = Estimate.of(len(found.boxes_N4), skill.outlined, 180 * 220, 80 * 220)
    assert estimate.low < len(truth_N4) < estimate.high


def test_objects_do_not_depend_on_the_window(scene, finder: Finder) -> None:
    x_CHW, *_ = scene
    inner = (60.0, 150.0), (90.0, 200.0)
    whole = finder.find(reader(x_CHW), ((0, SHAPE[0]), (0, SHAPE[1])), nothing).within(inner)
    part = finder.find(reader(x_CHW), ((20, 190), (50, 240)), nothing).within(inner)
    assert np.allclose(whole.boxes_N4, part.boxes_N4, atol=1e-3) and len(whole.boxes_N4) > 5
    assert np.allclose(whole.scores_N, part.scores_N, atol=1e-4)


def test_nodata_holds_no_object_and_teaches_nothing(scene, finder: Finder) -> None:
    x_CHW, _, outlined = scene
    valid_HW = np.ones(SHAPE, bool)
    valid_HW[:, 130:] = False
    found = finder.find(reader(x_CHW, valid_HW), ((0, SHAPE[0]), (0, SHAPE[1])), nothing)
    assert found.boxes_N4[:, [1, 3]].mean(1).max() < 135 and found.known == pytest.approx(0.5, abs=0.02)
    assert learn(reader(x_CHW, ~valid_HW & (np.arange(SHAPE[1]) > 200)), outlined, SHAPE, CPU, nothing) is None


def test_blocks_hold_as_many_objects_each(scene) -> None:
    outlined = scene[2]
    rows, cols = ((outlined.boxes_N4[:, axis] + outlined.boxes_N4[:, axis + 2]) / 2 for axis in (0, 1))
    counts = np.bincount(outlined.block_of(rows, cols), minlength=outlined.blocks)
    assert np.ptp(counts) <= 1 and len(counts) == 5


def test_more_objects_make_a_narrower_range() -> None:
    few, many = (Estimate.of(count, count, 100.0, 100.0) for count in (5, 500))
    assert few.high / few.low > many.high / many.low and few.low < few.value < few.high
    assert Estimate.of(0, 5, 100.0, 100.0).value == 0


def test_density_adds_up_to_the_objects_also_at_the_border_and_in_pieces() -> None:
    boxes_N4 = np.array([[0, 0, 6, 6], [40, 40, 46, 46], [94, 50, 100, 56]], float)
    whole_HW = density.density(boxes_N4, 6.0, ((0, 100), (0, 100)), (100, 100))
    assert whole_HW.sum() == pytest.approx(3, rel=1e-3)
    part_HW = density.density(boxes_N4, 6.0, ((30, 60), (20, 70)), (100, 100))
    assert np.allclose(whole_HW[30:60, 20:70], part_HW, atol=1e-7)
