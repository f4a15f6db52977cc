"""The job change with labels: what has changed, and from which class to which, also between two sensors."""

import csv
import json
from itertools import product
from pathlib import Path
from typing import Any

import geopandas
import numpy as np
import pytest
import rasterio
import shapely
from affine import Affine

from engine.errors import Cancelled, EngineError
from engine.jobs import change
from engine.jobs.stages import ProgressTracker, steps_of
from engine.protocol import ChangeRequest, SceneSpec
from resources.demo import landscape
from tests.fakes.requests import request_of

HEIGHT, WIDTH = 200, 160
FELLED = slice(20, 70), slice(30, 90)
BARE = 2500


def quiet(done: int, total: int, note: str) -> None:
    """No progress."""


def pixels(path: Path) -> np.ndarray:
    with rasterio.open(path) as file:
        return np.asarray(file.read(1))


@pytest.fixture(scope="module")
def simulated() -> landscape.Landscape:
    return landscape.simulate(HEIGHT, WIDTH)


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory, simulated: landscape.Landscape) -> Path:
    path = tmp_path_factory.mktemp("dates") / "before.tif"
    landscape.write(simulated, path)
    return path


@pytest.fixture(scope="module")
def after(before: Path) -> Path:
    """A year on: a little darker, noise, and one square of another surface."""
    path, random = before.with_name("after.tif"), np.random.default_rng(1)
    with rasterio.open(before) as source:
        pixels_CHW = 0.9 * source.read() + 15 * random.standard_normal((source.count, HEIGHT, WIDTH))
        pixels_CHW[:, *FELLED] = BARE + 15 * random.standard_normal((source.count, 50, 60))
        with rasterio.open(path, "w", **source.profile) as file:
            file.write(pixels_CHW.clip(1).astype(np.uint16))
            file.update_tags(**source.tags())
            file.descriptions = source.descriptions
    return path


@pytest.fixture(scope="module")
def felled() -> np.ndarray:
    felled_HW = np.zeros((HEIGHT, WIDTH), bool)
    felled_HW[FELLED] = True
    return felled_HW


@pytest.fixture(scope="module")
def labels(before: Path, simulated: landscape.Landscape, felled: np.ndarray) -> str:
    """Points with the class on both dates, and with what has changed."""
    random, rows = np.random.default_rng(2), []
    for k, gone in product(range(len(landscape.CLASSES)), (False, True)):
        for row, col in random.permutation(np.argwhere((simulated.truth_HW == k) & (felled == gone)))[:12]:
            name = landscape.CLASSES[k]
            x, y = landscape.ORIGIN @ (col + 0.5, row + 0.5)
            felt = "felled" if gone else "as it was"
            rows.append(
                {"class": name, "then": "gone" if gone else name, "what": felt, "geometry": shapely.Point(x, y)}
            )
    path = before.with_name("labels.gpkg")
    geopandas.GeoDataFrame(rows, crs=landscape.CRS).to_file(path)
    return str(path)


def asked(before: Path, after: Path, to: Path, **more: Any) -> ChangeRequest:
    said = {"device": "cpu", "out": str(to), "beside": (SceneSpec(str(after)),), "field": "class"}
    return request_of(ChangeRequest, before, **{**said, **more})


def from_to(before: Path, after: Path, labels: str, folder: Path, **more: Any) -> ChangeRequest:
    """With all that can be written, into a folder."""
    named = {"confidence": "p.tif", "table": "t.csv", "changes": "c.gpkg"}
    paths = {option: str(folder / name) for option, name in named.items()}
    return asked(before, after, folder / "c.tif", labels=labels, field_after="then", min_area="20px", **paths, **more)


@pytest.fixture(scope="module")
def mapped(before: Path, after: Path, labels: str) -> tuple[Path, dict[str, Any]]:
    """The folder of a run, and what it answered."""
    folder = before.with_name("mapped")
    folder.mkdir()
    request = from_to(before, after, labels, folder)
    heard: list[Any] = []
    answer = change.run(request, ProgressTracker(steps_of(request), heard.append))
    assert [each.share for each in heard] == sorted(each.share for each in heard)
    return folder, answer


def test_classes_on_both_dates_make_a_map_of_pairs_with_a_table(
    mapped: tuple[Path, dict[str, Any]], felled: np.ndarray, simulated: landscape.Landscape
) -> None:
    folder, answer = mapped
    out, table = folder / "c.tif", folder / "t.csv"
    assert json.dumps(answer)
    names = {row["value"]: row["name"] for row in answer["classes"]}
    mapped_HW = np.vectorize(names.get)(pixels(out))
    forest_HW = simulated.truth_HW == landscape.CLASSES.index("forest")
    assert (mapped_HW[felled & forest_HW] == "forest -> gone").mean() > 0.9
    truth_HW = np.array(landscape.CLASSES)[simulated.truth_HW]
    assert (mapped_HW[~felled] == truth_HW[~felled]).mean() > 0.8
    rows = {row["value"]: row for row in csv.DictReader(table.open(encoding="utf-8"))}
    counts = dict(zip(*map(np.ndarray.tolist, np.unique(pixels(out), return_counts=True)), strict=True))
    assert {int(value): int(row["pixels"]) for value, row in rows.items()} == counts
    assert all(float(row["hectares"]) == pytest.approx(int(row["pixels"]) / 100) for row in rows.values())
    changed = sum(count for value, count in counts.items() if "->" in names[value])
    assert answer["share"] == pytest.approx(changed / felled.size)
    polygons = geopandas.read_file(folder / "c.gpkg", layer="c")
    assert answer["changes"] == len(polygons) and polygons["class"].str.contains(" -> ").all()
    assert polygons.area_m2.min() >= 2000 and polygons.confidence.between(0, 1).all()
    assert set(answer["scores"]) == {"before", "after"} and "macro-F1" in answer["scores"]["after"]["score"]
    shown = (folder / "c.qml").read_text(encoding="utf-8")
    assert 'label="forest -&gt; gone"' in shown and shown.count("paletteEntry") == len(counts)
    with rasterio.open(out) as file:
        tags = json.dumps(file.tags())
    assert "labels.gpkg" in tags and str(folder.parent) not in tags


def test_labels_of_change_teach_what_has_changed(
    before: Path, after: Path, labels: str, felled: np.ndarray, tmp_path: Path
) -> None:
    request = asked(before, after, tmp_path / "c.tif", labels=labels, field="what", unchanged="as it was")
    answer = change.run(request, quiet)
    values = {row["name"]: row["value"] for row in answer["classes"]}
    found_HW = pixels(tmp_path / "c.tif") == values["felled"]
    assert (found_HW & felled).sum() / (found_HW | felled).sum() > 0.9
    assert answer["share"] == pytest.approx(found_HW.mean()) and set(answer["scores"]) == {"after"}
    with pytest.raises(EngineError, match=r"no label says what has not changed.*felled") as caught:
        change.run(asked(before, after, tmp_path / "n.tif", labels=labels, field="what", unchanged="no"), quiet)
    assert "--unchanged" in caught.value.hint and not (tmp_path / "n.tif").exists()


def test_a_date_that_lies_elsewhere_is_moved_before_anything_is_learnt(
    before: Path, after: Path, labels: str, mapped: tuple[Path, dict[str, Any]], tmp_path: Path
) -> None:
    far = tmp_path / "far.tif"
    with rasterio.open(after) as source:
        moved = {**source.profile, "transform": source.transform @ Affine.translation(2.4, -1.5)}
        with rasterio.open(far, "w", **moved) as file:
            file.write(source.read())
            file.descriptions = source.descriptions
    with pytest.raises(EngineError, match=r"far.tif lies 2.[789] pixels") as caught:
        change.run(from_to(before, far, labels, tmp_path), quiet)
    assert "--align" in caught.value.hint and list(tmp_path.iterdir()) == [far]
    request = from_to(before, far, labels, tmp_path, align=True)
    heard: list[Any] = []
    answer = change.run(request, ProgressTracker(steps_of(request), heard.append))
    assert answer["shift"]["moved"] and answer["shift"]["right"] == pytest.approx(2.4, abs=0.2)
    assert any("was moved" in text for text in answer["warnings"])
    inside = slice(8, -8), slice(8, -8)
    names = [{row["value"]: row["name"] for row in each["classes"]} for each in (answer, mapped[1])]
    shown = (
        np.vectorize(each.get)(pixels(path)[inside])
        for each, path in zip(names, (tmp_path / "c.tif", mapped[0] / "c.tif"), strict=True)
    )
    assert np.equal(*shown).mean() > 0.95
    assert [each.share for each in heard] == sorted(each.share for each in heard)


def test_two_sensors_are_compared_by_their_classes(
    before: Path, simulated: landscape.Landscape, labels: str, tmp_path: Path
) -> None:
    radar, random = tmp_path / "radar.tif", np.random.default_rng(3)
    of_class = random.normal(-12, 6, (2, len(landscape.CLASSES)))
    with (
        rasterio.open(before) as source,
        rasterio.open(radar, "w", **{**source.profile, "count": 2, "dtype": "float32"}) as file,
    ):
        noise = random.normal(0, 0.5, (2, HEIGHT, WIDTH))
        file.write((of_class[:, simulated.truth_HW] + noise).astype(np.float32))
        file.descriptions = ("VV", "VH")
    said = (SceneSpec(str(radar), sensor="sentinel-1", units="db"),)
    answer = change.run(asked(before, radar, tmp_path / "c.tif", labels=labels, beside=said), quiet)
    names = {row["value"]: row["after"] for row in answer["classes"]}
    mapped_HW = np.vectorize(names.get)(pixels(tmp_path / "c.tif"))
    assert (mapped_HW == np.array(landscape.CLASSES)[simulated.truth_HW]).mean() > 0.9
    assert any("band by band" in text for text in answer["warnings"]) and answer["shift"] is None
    with pytest.raises(EngineError, match="one sensor") as caught:
        change.run(asked(before, radar, tmp_path / "n.tif", beside=said, field=""), quiet)
    assert "LABELS" in caught.value.hint


def test_an_extent_and_a_resumed_run_give_the_same_map(
    before: Path, after: Path, labels: str, mapped: tuple[Path, dict[str, Any]], tmp_path: Path
) -> None:
    def stopping(done: int, total: int, note: str) -> None:
        if note == "mapping" and done >= total:
            raise Cancelled

    whole = mapped[0] / "c.tif"
    with pytest.raises(Cancelled):
        change.run(from_to(before, after, labels, tmp_path), stopping)
    assert not (tmp_path / "c.tif").exists()
    change.run(from_to(before, after, labels, tmp_path), quiet)
    assert whole.read_bytes() == (tmp_path / "c.tif").read_bytes()
    more = {"extent": (500_500, 5_798_100, 501_100, 5_799_500), "overwrite": True}
    change.run(from_to(before, after, labels, tmp_path, **more), quiet)
    with rasterio.open(whole) as file, rasterio.open(tmp_path / "c.tif") as part:
        window = file.window(*part.bounds).round_offsets().round_lengths()
        assert part.shape == (140, 60) and (file.read(1, window=window) != part.read(1)).mean() < 0.001


def test_an_extent_without_data_is_an_empty_map_with_the_whole_legend(
    before: Path, after: Path, labels: str, tmp_path: Path
) -> None:
    empty = tmp_path / "after.tif"
    with rasterio.open(after) as source, rasterio.open(empty, "w", **{**source.profile, "nodata": 0}) as file:
        values_CHW = source.read()
        values_CHW[:, :20, :20] = 0
        file.write(values_CHW)
        file.update_tags(**source.tags())
        file.descriptions = source.descriptions
        left, _, _, top = source.bounds
    answer = change.run(from_to(before, empty, labels, tmp_path, extent=(left, top - 150, left + 150, top)), quiet)
    assert not pixels(tmp_path / "c.tif").any()
    assert {row["pixels"] for row in answer["classes"]} == {0}
    assert "No pixel of the extent has data: the map is empty." in answer["warnings"]
    assert (tmp_path / "c.qml").read_text(encoding="utf-8").count("paletteEntry") == len(answer["classes"])


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({"field": ""}, "no field"),
        ({"unchanged": "as it was", "field_after": "then"}, "both were asked for"),
        ({"labels": "", "field": "", "table": "t.csv"}, "need labels"),
        ({"table": "t.txt"}, "t.txt"),
        ({"labels": "no.gpkg"}, "no such label file"),
    ],
)
def test_what_cannot_work_is_one_clear_error(
    before: Path, after: Path, labels: str, tmp_path: Path, more: dict[str, Any], told: str
) -> None:
    with pytest.raises(EngineError, match=told) as caught:
        change.run(asked(before, after, tmp_path / "c.tif", **{"labels": labels, **more}), quiet)
    assert caught.value.hint and list(tmp_path.iterdir()) == []
