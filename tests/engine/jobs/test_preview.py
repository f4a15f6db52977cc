"""The preview: quick, the very map of the full run, and from memory as far as nothing has changed."""

import gc
import json
import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import geopandas
import numpy as np
import pandas
import psutil
import pytest
import rasterio
import torch
from shapely.geometry import Point

from engine import fewlabel, inference
from engine.errors import Cancelled, LabelError, OutputError, RequestError
from engine.fewlabel.features import COMPONENTS, PixelFeatures, SpectralShape
from engine.fewlabel.heads import GroupKernel, KernelHead
from engine.inference import autotune, tile_files
from engine.jobs import classify, prepare, preview
from engine.mapping import preview_cache
from engine.mapping.preview_cache import SceneCache
from engine.model.ofa import OFA
from engine.protocol import ClassifyRequest, ComputeSpec, PreviewRequest, SceneSpec
from engine.scene.windows import area
from resources.demo import landscape
from tests.fakes.requests import request_of

HEIGHT, WIDTH = 300, 380
Ask = Callable[..., dict[str, Any]]


def quiet(done: int, total: int, note: str) -> None:
    """Report to nobody."""


@pytest.fixture(scope="module", autouse=True)
def one_tile_at_a_time() -> Iterator[None]:
    """In float32 and without a measurement: tiles are counted here, and maps compared."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(autotune, "tune", lambda *_, **__: autotune.Tuning())
        yield


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory, write_clicks: Callable[..., None], quick_model: str) -> Path:
    """A folder with a simulated scene, clicked labels and the map of the full run."""
    folder = tmp_path_factory.mktemp("place")
    simulated = landscape.simulate(HEIGHT, WIDTH)
    landscape.write(simulated, folder / "scene.tif")
    write_clicks(folder / "scene.tif", landscape.clicks(simulated), folder / "labels.gpkg")
    classify.run(
        ClassifyRequest(
            SceneSpec(str(folder / "scene.tif")),
            ComputeSpec(quick_model, device="cpu"),
            labels=str(folder / "labels.gpkg"),
            field="class",
            out=str(folder / "map.tif"),
            confidence=str(folder / "sure.tif"),
        ),
        quiet,
    )
    return folder


@pytest.fixture(autouse=True)
def scenes(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> SceneCache:
    """A cache of its own for each test, in memory and on disk."""
    monkeypatch.setattr(tile_files, "_folder", lambda: tmp_path / "tiles")
    fresh = SceneCache()
    monkeypatch.setattr(preview_cache, "SCENES", fresh)
    return fresh


@pytest.fixture
def ask(place: Path, tmp_path: Path, quick_model: str) -> Ask:
    """``ask(step=2, …)`` -> the answer of the preview job."""

    def run(report: Any = quiet, **more: Any) -> dict[str, Any]:
        usual = {
            "scene": place / "scene.tif", "device": "cpu", "labels": str(place / "labels.gpkg"), "field": "class",
            "out": str(tmp_path / "previews"), "model": quick_model,
        }  # fmt: skip
        return preview.run(request_of(PreviewRequest, **{**usual, **more}), report)

    return run


@pytest.fixture
def tiles(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many tiles went through the model, call by call."""
    seen: list[int] = []
    dense = OFA.dense

    def counted(self: OFA, chips: Any) -> torch.Tensor:
        seen.append(len(chips[0].x_BCHW))
        return dense(self, chips)

    monkeypatch.setattr(OFA, "dense", counted)
    return seen


def read(path: Any) -> np.ndarray:
    with rasterio.open(path) as source:
        return source.read(1)


def window_extent(rows: tuple[int, int], cols: tuple[int, int]) -> tuple[float, ...]:
    return 500_000 + 10 * cols[0], 5_800_000 - 10 * rows[1], 500_000 + 10 * cols[1], 5_800_000 - 10 * rows[0]


def test_at_step_1_a_preview_is_the_whole_map_pixel_by_pixel(ask: Ask, place: Path) -> None:
    answer = ask()
    assert np.array_equal(read(answer["outputs"]["map"]), read(place / "map.tif"))
    assert np.allclose(read(answer["outputs"]["confidence"]), read(place / "sure.tif"), atol=1e-5)
    with rasterio.open(answer["outputs"]["map"]) as got, rasterio.open(place / "map.tif") as whole:
        assert (got.crs, got.transform, got.nodata) == (whole.crs, whole.transform, 0)
        assert got.colormap(1)[3] == whole.colormap(1)[3]
    names = Path(answer["outputs"]["map"] + ".aux.xml").read_text()
    assert all(f"<Category>{name}</Category>" in names for name in landscape.CLASSES)
    assert json.loads(json.dumps(answer, allow_nan=False)) == answer


def test_what_is_unlike_all_labels_is_hatched_and_lines_stay_when_the_view_moves(
    ask: Ask, place: Path, tmp_path: Path
) -> None:
    labels = geopandas.read_file(place / "labels.gpkg")
    labels[labels["class"] != "water"].to_file(tmp_path / "dry.gpkg")
    dry = {"labels": str(tmp_path / "dry.gpkg")}
    answer = ask(**dry)
    plain, hatched = (read(answer["outputs"][name]) for name in ("map", "hatched"))
    lines = hatched == answer["hatch"]
    assert not (plain == answer["hatch"]).any() and np.array_equal(plain[~lines], hatched[~lines])
    water = landscape.simulate(HEIGHT, WIDTH).truth_HW == landscape.CLASSES.index("water")
    assert lines[water].mean() > 0.15 > 0.05 > lines[~water].mean()  # a quarter of what is unlike is under a line
    moved = ask(extent=window_extent((3, HEIGHT), (10, WIDTH)), **dry)
    assert np.array_equal(read(moved["outputs"]["hatched"]), hatched[3:, 10:])


@pytest.mark.parametrize("step", [2, 3, 7])
def test_at_step_n_it_is_every_nth_pixel_where_it_lies(ask: Ask, place: Path, step: int) -> None:
    answer = ask(step=step)
    got, whole = read(answer["outputs"]["map"]), read(place / "map.tif")
    rows, cols = (np.minimum(np.arange(0, n, step) + step // 2, n - 1) for n in (HEIGHT, WIDTH))
    assert np.array_equal(got, whole[np.ix_(rows, cols)])
    with rasterio.open(answer["outputs"]["map"]) as source:
        assert source.res == (10 * step, 10 * step)
        assert (source.bounds.left, source.bounds.top) == (500_000, 5_800_000)
        assert answer["extent"] == list(source.bounds)
        x, y = source.xy(1, 2)
        assert abs(x - (500_000 + 10 * (cols[2] + 0.5))) <= 5 * step
        assert abs(y - (5_800_000 - 10 * (rows[1] + 0.5))) <= 5 * step


def test_panning_does_not_make_answers_jump(ask: Ask, place: Path) -> None:
    whole = read(place / "map.tif")
    for rows, cols in (((31, 200), (77, 301)), ((32, 201), (78, 302)), ((250, 300), (0, 9))):
        answer = ask(step=4, extent=window_extent(rows, cols))
        with rasterio.open(answer["outputs"]["map"]) as source:
            first_col, first_row = (source.bounds.left - 500_000) / 10, (5_800_000 - source.bounds.top) / 10
            got = source.read(1)
        assert (first_row, first_col) == (rows[0] // 4 * 4, cols[0] // 4 * 4)
        at = [np.minimum(np.arange(n) * 4 + 2 + int(first), end - 1) for n, first, end in
              ((got.shape[0], first_row, HEIGHT), (got.shape[1], first_col, WIDTH))]  # fmt: skip
        assert np.array_equal(got, whole[np.ix_(*at)])


def test_the_map_in_pieces_from_memory_is_the_map_of_deep_features_too(
    place: Path, tmp_path: Path, scenes: SceneCache, tiles: list[int], quick_model: str
) -> None:
    """With a head that trusts the model, which the untrained one's numbers do not earn by themselves."""
    request = PreviewRequest(
        SceneSpec(str(place / "scene.tif")),
        ComputeSpec(quick_model, device="cpu"),
        labels=str(place / "labels.gpkg"),
        field="class",
        out=str(tmp_path),
    )
    kept = scenes.find(request)
    with kept.reopened() as source:
        look, overview = partial(kept.look, source, report=quiet), partial(kept.look_around, source, quiet)
        learnt = preview.learn(source, request, look, overview)
        head = head_of(kept.groups, torch.from_numpy(learnt.labels.labels_N))
        whole = np.zeros((HEIGHT, WIDTH), np.uint8)

        class Sink:
            def next_row(self, cols: tuple[int, int]) -> int:
                return 0

            def write(self, row0: int, col0: int, classes_HW: np.ndarray, confidence_HW: np.ndarray) -> None:
                whole[row0 : row0 + len(classes_HW), col0 : col0 + classes_HW.shape[1]] = classes_HW

        bare = replace(source, cache=None)
        inference.classify(bare, kept.pixel_features, head, ((0, HEIGHT), (0, WIDTH)), Sink(), quiet)
        tiles.clear()
        for window in (((200, 300), (100, 380)), ((0, 300), (0, 380))):
            for step in (1, 3):
                decimated = inference.DecimatedGrid.over(window, step, (HEIGHT, WIDTH))
                got, *_ = inference.preview_map(source, kept.pixel_features, head, decimated, kept.cache, quiet)
                assert np.array_equal(got, whole[np.ix_(decimated.pixels(0), decimated.pixels(1))])
    assert sum(tiles) <= 4, "a tile was run twice"


def head_of(groups: dict[str, torch.Tensor], labels_N: torch.Tensor) -> KernelHead:
    """A head that trusts deep features."""
    every_N = torch.arange(len(labels_N))
    kernels = {name: GroupKernel(groups[name], labels_N, every_N) for name in ("spectra", "deep")}
    coefficients_MK = torch.nn.functional.one_hot(labels_N).float() - 1 / 7
    return KernelHead(kernels, {"spectra": 0.3, "deep": 0.7}, coefficients_MK, 5.0)


def more_labels(place: Path, folder: Path, count: int, name: str = "more.gpkg") -> Path:
    """The first `count` of the labels."""
    table = geopandas.read_file(place / "labels.gpkg")
    table.iloc[:count].to_file(folder / name)
    return folder / name


def test_a_new_click_looks_at_the_new_pixel_only(
    ask: Ask, place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tiles: list[int]
) -> None:
    sampled: list[int] = []
    sample = inference.sample

    def counted(source: Any, features: Any, rows_N: np.ndarray, *more: Any) -> Any:
        sampled.append(len(rows_N))
        return sample(source, features, rows_N, *more)

    monkeypatch.setattr(inference, "sample", counted)
    total = len(geopandas.read_file(place / "labels.gpkg"))
    ask(labels=str(more_labels(place, tmp_path, total - 1)))
    tiles.clear()
    whole = ask()
    again = ask()
    assert sampled == [total - 1, 1]
    assert sum(tiles) <= 4
    assert np.array_equal(read(whole["outputs"]["map"]), read(place / "map.tif"))
    assert np.array_equal(read(again["outputs"]["map"]), read(place / "map.tif"))
    assert not set(whole["outputs"].values()) & set(again["outputs"].values()), "file names are used once"


def test_a_click_taken_back_gives_the_map_from_before(ask: Ask, place: Path, tmp_path: Path) -> None:
    before = ask(step=2)
    ask(step=2, labels=str(more_labels(place, tmp_path, 30)))
    after = ask(step=2)
    assert np.array_equal(read(before["outputs"]["confidence"]), read(after["outputs"]["confidence"]))


def test_a_large_window_is_clipped_to_its_middle(ask: Ask, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prepare, "MOST_PIXELS", 10_000)
    answer = ask()
    got = read(answer["outputs"]["map"])
    assert answer["clipped"] and 9_000 < got.size <= 10_000
    west, south, east, north = answer["extent"]
    assert ((west + east) / 2, (south + north) / 2) == pytest.approx((501_900, 5_798_500), abs=20)
    assert not ask(extent=window_extent((0, 90), (0, 100)))["clipped"]


@pytest.mark.parametrize("window", [((0, 1), (0, 10_000_000)), ((0, 3_000_000), (5, 6)), ((0, 4000), (100, 3000))])
def test_clipping_keeps_the_middle_and_the_bound_whatever_the_shape(window: Any) -> None:
    clipped, less = prepare.clip(window)
    assert less and 0 < area(clipped) <= prepare.MOST_PIXELS
    for (start, stop), (first, last) in zip(window, clipped, strict=True):
        assert start <= first < last <= min(stop, first + prepare.LONGEST_SIDE_PX)
        assert abs((start + stop) - (first + last)) <= 1


def test_pixels_without_data_stay_without_class(ask: Ask, place: Path, tmp_path: Path) -> None:
    with rasterio.open(place / "scene.tif") as source:
        pixels, profile, names, tags = source.read(), source.profile, source.descriptions, source.tags()
    pixels[3, 100:130, 50:90] = 0
    with rasterio.open(tmp_path / "holes.tif", "w", **{**profile, "nodata": 0}) as target:
        target.write(pixels)
        target.descriptions = names
        target.update_tags(**tags)
    answer = ask(scene=str(tmp_path / "holes.tif"))
    assert np.array_equal(read(answer["outputs"]["map"]) == 0, (pixels == 0).any(0))
    assert np.array_equal(np.isnan(read(answer["outputs"]["confidence"])), (pixels == 0).any(0))


def test_places_are_uncertain_apart_and_in_the_scene(ask: Ask, place: Path) -> None:
    answer = ask(step=2, places=5)
    sure = read(place / "sure.tif")
    assert 1 < len(answer["places"]) <= 5
    confidences = [confidence for _, _, confidence in answer["places"]]
    assert confidences == sorted(confidences) and confidences[0] < np.mean(sure)
    xy = np.array(answer["places"])[:, :2]
    apart = np.abs(xy[:, None] - xy[None]).max(-1) + np.eye(len(xy)) * 1e9
    assert apart.min() > 300
    assert (np.abs((xy - (500_000, 5_800_000)) / 10 % 1 - 0.5) < 1e-6).all(), "centres of pixels"
    assert ask(step=2)["places"] == []


def test_a_finer_step_fits_nothing_and_describes_no_pixel_again(
    ask: Ask, tiles: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    coarse = ask(step=3)
    tiles.clear()
    monkeypatch.setattr(fewlabel, "fit", lambda *_, **__: pytest.fail("the labels are those of the coarse step"))
    monkeypatch.setattr(PixelFeatures, "of_stored", lambda *_: pytest.fail("these pixels were described before"))
    fine = ask(step=1)
    assert not tiles and fine["score"] and fine["checked"] == coarse["checked"]


def test_there_is_room_for_every_pixel_of_the_largest_view() -> None:
    reduced = torch.zeros(COMPONENTS, 12)
    features = PixelFeatures(
        reduced, SpectralShape.fit(torch.rand(12, 9), torch.ones(12), torch.ones(12), False), reduced
    )
    view_bytes = 4 * prepare.MOST_PIXELS * features.dims(12)
    assert view_bytes <= inference.FeatureCache().budget_bytes // 2, "each click would describe the view anew"


def test_labels_of_another_class_are_learnt_anew(ask: Ask, place: Path, tmp_path: Path) -> None:
    before = ask(step=4)
    labels = geopandas.read_file(place / "labels.gpkg")
    labels.loc[labels["class"] == "water", "class"] = "sea"
    labels.to_file(tmp_path / "labels.gpkg")
    assert "sea" in ask(step=4, labels=str(tmp_path / "labels.gpkg"))["checked"]
    assert "water" in ask(step=4)["checked"] == before["checked"]


@pytest.mark.parametrize("workers", [1, 3])
def test_blocks_side_by_side_change_no_pixel(
    ask: Ask, place: Path, scenes: SceneCache, workers: int, quick_model: str
) -> None:
    request = PreviewRequest(SceneSpec(str(place / "scene.tif")), ComputeSpec(quick_model, device="cpu"))
    kept = scenes.find(replace(request, labels=str(place / "labels.gpkg"), field="class"))
    kept.opened = replace(kept.opened, source=replace(kept.opened.source, workers=workers))
    assert np.array_equal(read(ask()["outputs"]["map"]), read(place / "map.tif"))


def test_the_answer_tells_classes_accuracy_and_model(ask: Ask, place: Path) -> None:
    answer = ask(step=4, colours={"water": "#123abc"}, model="ofa-untrained")
    water = next(row for row in answer["classes"] if row["name"] == "water")
    assert water["colour"] == "#123abc" and water["pixels_labelled"] > 0 and water["geometries"] > 0
    assert [row["value"] for row in answer["classes"]] == list(range(1, 8))
    assert 0.3 < answer["macro_f1"] <= 1 and answer["folds"] > 1 and answer["step"] == 4
    assert answer["model"]["trained"] is False and "untrained" in " ".join(answer["warnings"])
    with rasterio.open(answer["outputs"]["map"]) as source:
        assert source.colormap(1)[water["value"]][:3] == (0x12, 0x3A, 0xBC)


INSIDE = [Point(501_000 + 100 * i, 5_799_000 - 50 * i) for i in range(6)]


@pytest.mark.parametrize(
    ("geometries", "classes", "word"),
    [(INSIDE, ["a"] * 6, "one class"), ([Point(0, 0), Point(9, 9)], ["a", "b"], "outside"), ([], [], "empty")],
)
def test_labels_that_teach_nothing_are_one_clear_line(
    ask: Ask, tmp_path: Path, geometries: Any, classes: Any, word: str
) -> None:
    path = tmp_path / "few.gpkg"
    geopandas.GeoDataFrame({"class": classes}, geometry=geometries, crs="EPSG:32633").to_file(path)
    with pytest.raises(LabelError, match=word):
        ask(labels=str(path))
    assert not (tmp_path / "previews").exists()


def test_two_labels_are_enough_for_a_map_and_advice(ask: Ask, tmp_path: Path) -> None:
    path = tmp_path / "two.gpkg"
    geopandas.GeoDataFrame({"class": ["a", "b"]}, geometry=INSIDE[:2], crs="EPSG:32633").to_file(path)
    answer = ask(labels=str(path), step=4)
    assert answer["macro_f1"] is None and answer["folds"] == 0 and answer["checked"] == []
    assert answer["advice"] == [
        "a has only 1 label: label 4 more", "the map cannot be checked yet: label each class in two or more places"
    ]  # fmt: skip


def test_the_score_counts_what_the_previewed_part_shows_of_the_checked_classes(
    ask: Ask, place: Path, tmp_path: Path
) -> None:
    labels = geopandas.read_file(place / "labels.gpkg")
    water = labels["class"] == "water"
    pandas.concat([labels[~water], labels[water][:1]]).to_file(tmp_path / "labels.gpkg")
    for window in (((0, 150), (0, 190)), ((150, 300), (190, 380))):
        answer = ask(labels=str(tmp_path / "labels.gpkg"), step=2, extent=window_extent(*window))
        value = next(row["value"] for row in answer["classes"] if row["name"] == "water")
        assert answer["unchecked"] == ["water"] and len(answer["checked"]) == 6
        assert answer["coverage"]["area"] == pytest.approx(np.mean(read(answer["outputs"]["map"]) != value))
        assert (answer["macro_f1"] is None) == (answer["coverage"]["area"] < 0.75)


@pytest.mark.parametrize(
    "wrong", [{"out": ""}, {"step": 0}, {"places": -1}, {"colours": {"a": "red"}}, {"extent": (0.0, 0.0, 1.0, 1.0)}]
)
def test_a_request_that_makes_no_sense_is_one_clear_line(ask: Ask, wrong: dict[str, Any]) -> None:
    with pytest.raises(RequestError) as caught:
        ask(**wrong)
    assert caught.value.hint


def test_a_folder_that_cannot_be_written_is_told(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError):
        ask(out=str(tmp_path / "file"), step=8)


def test_a_cancel_is_heard_at_the_pace_of_tiles_and_what_was_seen_is_kept(ask: Ask, tiles: list[int]) -> None:
    def report(done: int, total: int, note: str) -> None:
        if sum(tiles) >= 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        ask(report)
    assert sum(tiles) <= 2
    ask()
    assert sum(tiles) <= 4 + 2, "what was computed before the cancel is not computed again, but for one batch"


def test_progress_ends_with_all_done(ask: Ask) -> None:
    told: list[tuple[int, int, str]] = []
    ask(lambda *event: told.append(event))
    assert told[0] == (0, 0, "reading the scene")
    assert {note for _, _, note in told} >= {"sampling", "mapping"}
    assert told[-1][0] == told[-1][1] > 0


def test_a_scene_that_changed_is_looked_at_anew(ask: Ask, place: Path, tmp_path: Path, tiles: list[int]) -> None:
    scene = tmp_path / "scene.tif"
    scene.write_bytes((place / "scene.tif").read_bytes())
    first = read(ask(scene=str(scene))["outputs"]["map"])
    with rasterio.open(scene, "r+") as file:
        file.write(file.read()[:, ::-1])
    os.utime(scene, ns=(1, 1))
    tiles.clear()
    second = read(ask(scene=str(scene))["outputs"]["map"])
    assert sum(tiles) >= 4
    assert np.mean(first == second) < 0.9


def test_two_scenes_take_turns_without_forgetting(ask: Ask, place: Path, tmp_path: Path, tiles: list[int]) -> None:
    other = tmp_path / "other.tif"
    other.write_bytes((place / "scene.tif").read_bytes())
    for scene in (str(place / "scene.tif"), str(other)):
        ask(scene=scene, step=2)
    tiles.clear()
    for scene in (str(place / "scene.tif"), str(other)) * 2:
        assert np.array_equal(read(ask(scene=scene, step=2)["outputs"]["map"]), read(place / "map.tif")[1::2, 1::2])
    assert tiles == []


def test_other_answers_about_bands_are_another_scene(ask: Ask, place: Path) -> None:
    ten = ask(step=8)
    nine = ask(step=8, bands={"10": "unused"})
    assert ten["macro_f1"] != nine["macro_f1"] or not np.array_equal(
        read(ten["outputs"]["confidence"]), read(nine["outputs"]["confidence"])
    )


def test_a_scene_can_be_replaced_between_looks(ask: Ask, place: Path, tmp_path: Path) -> None:
    """No file stays open: Windows would not let go of it."""
    scene = tmp_path / "scene.tif"
    scene.write_bytes((place / "scene.tif").read_bytes())
    ask(scene=str(scene), step=8)
    assert str(scene) not in [file.path for file in psutil.Process().open_files()]


def test_memory_stays_within_the_budget(ask: Ask, place: Path, tmp_path: Path) -> None:
    ask(step=2)
    labels = [str(more_labels(place, tmp_path, 30 + k, f"{k}.gpkg")) for k in range(4)]

    def looks(count: int) -> int:
        for k in range(count):
            offset = 7 * (k % 12)
            extent = window_extent((offset, offset + 200), (offset, offset + 250))
            ask(step=1 + k % 3, labels=labels[k // 3 % 4], extent=extent)
        gc.collect()
        return psutil.Process().memory_info().rss

    first = looks(12)
    assert looks(24) - first < 30e6


def test_a_store_forgets_what_was_used_longest_ago() -> None:
    store = inference.FeatureCache(budget_bytes=4000)
    one = inference.CacheNamespace(store, "one")
    for key in range(4):
        one.put(key, {"x": torch.zeros(250)})
    assert one.get(0) is not None
    one.put(4, {"x": torch.zeros(250)})
    assert one.get(1) is None and one.get(0) is not None and store.bytes == 4000
    inference.CacheNamespace(store, "two").put(0, {"x": torch.zeros(500)})
    assert store.bytes == 4000
    store.forget("one")
    assert store.bytes == 2000 and one.get(4) is None
    one.put("huge", {"x": torch.zeros(5000)})
    assert store.bytes == 0, "what fits nowhere is not kept"
