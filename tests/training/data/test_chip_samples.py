"""Chips that stand for themselves are read alike, whatever their files look like, and do not change when kept."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch
from affine import Affine

from engine.errors import BandError, LabelError
from engine.model.task import Task
from engine.protocol import SceneSpec
from engine.scene.chip_files import ChipReader
from engine.sensors import CATALOGUE
from training.data.chip_samples import ChipPixels, ChipSamples, by_folder, by_table, statistics_of

NAMES = ["B02", "B03", "B04"]
BANDS = tuple(band for band in CATALOGUE["sentinel-2"].bands if band.name in NAMES)
TASK = Task(
    "classification", "linear", BANDS, (0.0,) * 3, (1.0,) * 3, "sentinel-2", "counts", 10.0, 32,
    ("a", "b"), ("a", "b"), {},
)  # fmt: skip
Write = Callable[..., Path]


def pixels_of(*paths: Path) -> ChipPixels:
    reader = ChipReader(SceneSpec("", "sentinel-2", units="counts"))
    return ChipPixels(reader, tuple(map(str, paths)), 32, TASK)


@pytest.fixture
def values() -> np.ndarray:
    return np.random.default_rng(0).integers(1, 9000, (3, 32, 32)).astype(np.uint16)


def test_a_chip_with_its_bands_in_another_order_is_the_same_sample(write_scene: Write, values: np.ndarray) -> None:
    pixels = pixels_of(write_scene(values, NAMES, name="a.tif"), write_scene(values[::-1], NAMES[::-1], name="b.tif"))
    found = statistics_of(pixels, [0, 1], lambda *_: None)
    assert np.allclose(found.mean_C, values.mean((1, 2))) and np.allclose(found.std_C, values.std((1, 2)))
    samples = ChipSamples(pixels, np.eye(2, dtype=bool), np.arange(2), TASK, None)
    for _ in range(2):
        one, other = samples.batch([0, 1]).chip.x_BCHW
        assert torch.equal(one, other)


def test_a_chip_without_a_band_of_the_others_is_refused(write_scene: Write, values: np.ndarray) -> None:
    pixels = pixels_of(write_scene(values, NAMES, name="a.tif"), write_scene(values[:2], NAMES[:2], name="b.tif"))
    with pytest.raises(BandError, match="the chips differ in their bands"):
        statistics_of(pixels, [0, 1], lambda *_: None)


def test_a_table_says_of_a_chip_what_all_its_rows_say(tmp_path: Path) -> None:
    for name in ("north/1.png", "north/2.png", "south/1.png"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    table, folder = tmp_path / "table.csv", str(tmp_path)
    table.write_text(f"chip,shows\nnorth/1,trees\n2,trees;water\nnorth/1.png,trees\n{folder}/north/1.png,sand\n")
    with pytest.raises(LabelError, match=r"1 chips of .* not in .* the first: north/1"):
        by_table([folder], table, "shows")
    table.write_text(f"chip,shows\n2,trees;water\nnorth/1.png,trees\n{folder}/north/1.png,sand\n2.png,sand\n")
    chips = by_table([folder, f"{folder}/north"], table, "shows")
    assert [Path(name).name for name in chips.names] == ["2.png", "1.png"]
    assert chips.classes == ("sand", "trees", "water")
    assert chips.shows_NK.tolist() == [[True, True, True], [True, True, False]]
    assert by_folder([folder, f"{folder}/north"]).names == by_folder([folder]).names


def test_a_name_that_several_chips_have_is_refused(tmp_path: Path) -> None:
    for name in ("north/1.png", "south/1.png"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).touch()
    table = tmp_path / "table.csv"
    table.write_text("chip,shows\nnorth/1.png,trees\n1.png,water\n")
    with pytest.raises(LabelError, match=r"1 names in .* of several chips; the first, 1.png, of .*north.*south"):
        by_table([str(tmp_path)], table, "shows")


@pytest.mark.parametrize("large", [250, 10_003, 65_535])
def test_a_chip_that_is_kept_stays_as_it_was_read(write_scene: Write, values: np.ndarray, large: int) -> None:
    values[:] = values % 200 + 1
    values[0, 5, 7] = large
    pixels = pixels_of(write_scene(values, NAMES))
    for _ in range(2):
        x_CHW, valid_HW, gsd_m = pixels.read(0)
        assert torch.equal(x_CHW, torch.from_numpy(values.astype(np.float32)))
        assert valid_HW.all() and gsd_m == 10


def test_chips_that_are_turned_lie_where_they_would_upright(write_scene: Write, values: np.ndarray) -> None:
    corners = [(500_000, 5_800_000), (500_320, 5_800_000), (900_000, 5_800_000)]
    turned = [Affine(0, 10, x, 10, 0, y) for x, y in corners]
    upright = [Affine(10, 0, x, 0, -10, y) for x, y in corners]
    for number, transform in enumerate([*turned, *upright]):
        write_scene(values, NAMES, name=f"{number}.tif", transform=transform)
    folder = write_scene(values, NAMES).parent
    place_N, on_ground = pixels_of(*(folder / f"{number}.tif" for number in range(6))).places()
    assert on_ground and place_N.tolist() == [0, 0, 1, 0, 0, 1]
