"""What fine-tuning takes for labels: what lies on data of the scenes, and the reason where nothing does."""

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import geopandas
import numpy as np
import pytest
import rasterio
from affine import Affine
from rasterio.crs import CRS
from shapely.geometry import Point, box

from engine.errors import LabelError
from engine.protocol import FinetuneRequest, SceneSpec
from engine.scene.interpretation import read_scene
from engine.scene.raster import Scene
from training.data import scene_samples
from training.data.label_raster import labels_of
from training.finetune import job

SIDE = 64
Shape = tuple[Any, str]


def at(col: float, row: float, width: float = 4) -> Any:
    return box(500_000 + 10 * col, 5_800_000 - 10 * (row + width), 500_000 + 10 * (col + width), 5_800_000 - 10 * row)


@pytest.fixture
def place(tmp_path: Path, write_scene: Callable[..., Path]) -> Callable[..., scene_samples.TrainingScene]:
    """``place([(shape, class), …])``: labels on a scene whose left columns hold no data."""

    def make(drawn: list[Shape]) -> scene_samples.TrainingScene:
        pixels = np.random.default_rng(0).integers(100, 3000, (3, SIDE, SIDE)).astype(np.uint16)
        pixels[:, :, :8] = 0
        scene = Scene.open(str(write_scene(pixels, ["B02", "B03", "B04"], nodata=0)))
        path = tmp_path / "labels.gpkg"
        geopandas.GeoDataFrame(
            {"class": [name for _, name in drawn]}, geometry=[shape for shape, _ in drawn], crs="EPSG:32633"
        ).to_file(path)
        reading = read_scene(scene, "sentinel-2", units="dn").require()
        labels = labels_of(str(path), "class", None, scene, [])
        return scene_samples.TrainingScene(scene, reading, labels, 10.0, np.zeros((0, 0), np.int8))

    return make


def learnt_from(
    made: scene_samples.TrainingScene, said: dict[str, str] | None = None
) -> tuple[tuple[str, ...], list[float], list[str]]:
    """The classes of a run, how many pixels each has, and what the user is told."""
    request = FinetuneRequest(SceneSpec("scene.tif"), classes=said or {})
    told: list[str] = []
    classes, cells = job._labelled(request, [made], job._classes(request, [made]), 32, told)
    return classes.names, cells.counts_NK.sum(0).tolist(), told


CROSSING = [(at(20, 20), "torn"), (at(20, 20), "twice")]
GOOD = [(at(10, 10), "a"), (at(40, 40), "b")]


def test_classes_beside_the_scene_and_on_nodata_and_without_one_pixel_of_their_own_do_not_count(place: Any) -> None:
    far = [(at(500 + 10 * k, 5), f"code {k}") for k in range(300)]
    names, pixels, told = learnt_from(place([*far, *GOOD, (at(1, 1), "dark"), *CROSSING]))
    assert (names, pixels) == (("a", "b"), [16, 16])
    assert told == ["Classes left out, without a label on data of the scenes: 3 (dark, torn, twice)."]


def test_a_class_that_is_left_out_still_contradicts_another(place: Any) -> None:
    names, pixels, _ = learnt_from(place([*GOOD, (at(10, 10, 2), "lost")]))
    assert (names, pixels) == (("a", "b"), [12, 16])


def test_a_class_that_was_asked_for_and_lies_on_no_data_is_refused_and_the_hint_leads_out(place: Any) -> None:
    made = place([*GOOD, (at(1, 1), "dark")])
    with pytest.raises(LabelError, match="no label of night lies on data of the scenes") as caught:
        learnt_from(made, {"a": "a", "b": "b", "dark": "night"})
    assert caught.value.hint == "take it out of --classes"
    assert learnt_from(made, {"a": "a", "b": "b"})[0] == ("a", "b")


@pytest.mark.parametrize(
    ("drawn", "reason"),
    [
        ([(at(500, 5), "a"), (at(510, 5), "b")], "all labels lie outside the scene: they span x 505000"),
        ([(at(1, 5), "a"), (at(1, 15), "b")], "all labels lie on nodata"),
        (CROSSING, "all labels contradict each other: .*'torn', 'twice'"),
        ([(at(1, 5), "a"), (at(10, 10), "b")], "only one class .'b'. is labelled inside the scene"),
        ([(at(10, 10), "b"), (at(30, 10), "b")], "expected labels of two classes or more; found b"),
    ],
)
def test_the_reason_for_which_the_last_label_went_is_said(place: Any, drawn: list[Shape], reason: str) -> None:
    with pytest.raises(LabelError, match=reason):
        learnt_from(place(drawn))


def test_more_classes_than_a_map_holds_are_refused(place: Any) -> None:
    points = [(Point(500_105 + 10 * (k % 50), 5_799_995 - 10 * (k // 50)), f"code {k}") for k in range(300)]
    with pytest.raises(LabelError, match="300 different classes are labelled inside the scene"):
        learnt_from(place(points))


def raster(path: Path, crs: Any, transform: Affine, side: int) -> str:
    with rasterio.open(
        path, "w", driver="GTiff", height=side, width=side, count=1, dtype="uint8", crs=crs, transform=transform,
        nodata=9,
    ) as target:  # fmt: skip
        target.write((np.arange(side * side).reshape(1, side, side) % 3).astype(np.uint8))
    return str(path)


def scene_of(crs: CRS | None, transform: Affine) -> Any:
    return SimpleNamespace(name="scene.tif", crs=crs, transform=transform, height=SIDE, width=SIDE)


GRID, UTM = Affine(10, 0, 500_000, 0, -10, 5_800_000), CRS.from_epsg(32633)


@pytest.mark.filterwarnings("ignore::rasterio.errors.NotGeoreferencedWarning")
def test_a_label_raster_and_a_scene_of_which_one_has_a_crs_are_not_mixed(tmp_path: Path) -> None:
    placed = raster(tmp_path / "placed.tif", UTM, GRID @ Affine.scale(2), SIDE // 2)
    with pytest.raises(LabelError, match=r"placed.tif .* has a CRS, the scene scene.tif .* has none") as caught:
        labels_of(placed, "", None, scene_of(None, GRID), [])
    assert "--crs EPSG:CODE" in caught.value.hint
    window = ((0, SIDE), (0, SIDE))
    assert labels_of(placed, "", None, scene_of(UTM, GRID), []).window(window, {1: 1.0})[0, 2:4].tolist() == [1, 1]
    bare = raster(tmp_path / "bare.tif", None, Affine.identity(), SIDE // 2)
    with pytest.raises(LabelError, match=r"bare.tif has no CRS, and 32 x 32 pixels where .* 64 x 64") as caught:
        labels_of(bare, "", None, scene_of(UTM, GRID), [])
    assert "on the scene's own grid" in caught.value.hint
    whole = raster(tmp_path / "whole.tif", None, Affine.identity(), SIDE)
    assert labels_of(whole, "", None, scene_of(UTM, GRID), []).values() == {0, 1, 2}


def test_the_colours_of_a_picture_are_no_labels(tmp_path: Path) -> None:
    shape = {"height": SIDE, "width": SIDE, "dtype": "uint8", "crs": UTM, "transform": GRID}
    for count, colours in ((3, "RGB"), (2, None)):
        with rasterio.open(
            tmp_path / "picture.tif", "w", driver="GTiff", count=count, photometric=colours, **shape
        ) as t:
            t.write(np.full((count, SIDE, SIDE), 7, np.uint8))
        with pytest.raises(LabelError, match=f"expected one band of values .* found {count}"):
            labels_of(str(tmp_path / "picture.tif"), "", None, scene_of(UTM, GRID), [])
    with rasterio.open(tmp_path / "opaque.tif", "w", driver="GTiff", count=2, alpha="YES", **shape) as target:
        target.write(np.full((2, SIDE, SIDE), 255, np.uint8))
    assert labels_of(str(tmp_path / "opaque.tif"), "", None, scene_of(UTM, GRID), []).values() == {255}


@pytest.mark.parametrize("name", ["truth", "hot!.tif", "map:1.tif", "a?b#c.tiff"])
def test_a_label_raster_may_have_any_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.chdir(tmp_path)
    raster(tmp_path / "x.tif", UTM, GRID, SIDE)
    (tmp_path / "x.tif").rename(tmp_path / name)
    assert labels_of(name, "", None, scene_of(UTM, GRID), []).values() == {0, 1, 2}
