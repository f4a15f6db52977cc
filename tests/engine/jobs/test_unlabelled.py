"""The jobs similar and cluster: a map, its style and its vectors, or one clear error and nothing left."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import geopandas
import numpy as np
import pytest
import rasterio
import torch

from engine.errors import Cancelled, EngineError
from engine.fewlabel.features import PixelFeatures
from engine.jobs import classify, cluster, similar
from engine.jobs.stages import ProgressTracker, steps_of
from engine.labels.labelled_pixels import read_labels
from engine.labels.tables import read_legend
from engine.mapping import preview_cache
from engine.protocol import ClassifyRequest, ClusterRequest, SimilarRequest
from resources.demo import landscape
from tests.fakes.requests import request_of

HEIGHT, WIDTH = 520, 300  # two rows of blocks
WATER = landscape.CLASSES.index("water")


def quiet(done: int, total: int, note: str) -> None:
    """No progress."""


@pytest.fixture(scope="module")
def simulated() -> landscape.Landscape:
    return landscape.simulate(HEIGHT, WIDTH)


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory, simulated: landscape.Landscape) -> Path:
    path = tmp_path_factory.mktemp("scene") / "scene.tif"
    landscape.write(simulated, path)
    return path


def place_of(simulated: landscape.Landscape, name: str, number: int = 0) -> tuple[float, float]:
    """The middle of a pixel inside a class."""
    col, row = landscape.clicks(simulated)[name][number]
    x, y = landscape.ORIGIN @ (col + 0.5, row + 0.5)
    return x, y


def alike(scene: Path, out: Path, **more: Any) -> SimilarRequest:
    return request_of(SimilarRequest, scene, **{"device": "cpu", "out": str(out), **more})


def clustered(scene: Path, out: Path, **more: Any) -> ClusterRequest:
    return request_of(ClusterRequest, scene, **{"device": "cpu", "out": str(out), "clusters": 6, **more})


def pixels(path: Path) -> np.ndarray:
    with rasterio.open(path) as file:
        return np.asarray(file.read(1))


def test_one_click_finds_its_class(scene: Path, simulated: landscape.Landscape, tmp_path: Path) -> None:
    request = alike(scene, tmp_path / "s.tif", at=(place_of(simulated, "water"),))
    answer = similar.run(request, quiet)
    values_HW, water_HW = pixels(tmp_path / "s.tif"), simulated.truth_HW == WATER
    assert np.median(values_HW[water_HW]) > 0.7 > 0.4 > np.median(values_HW[~water_HW])
    assert answer["outputs"]["values"] == str(tmp_path / "s.tif") and Path(answer["outputs"]["style"]).is_file()
    assert json.dumps(answer)
    with rasterio.open(tmp_path / "s.tif") as file, rasterio.open(scene) as source:
        assert (file.dtypes[0], file.shape, file.transform, file.crs) == (
            "float32", source.shape, source.transform, source.crs,
        )  # fmt: skip
        assert np.isnan(file.nodata) and file.descriptions[0] == "similarity"
        tags = file.tags()
    told = json.loads(tags["OFA_REQUEST"])
    assert told["kind"] == "similar" and str(tmp_path) not in json.dumps(tags) and "OFA_MODEL" not in tags


@pytest.mark.parametrize(("kind", "geometry"), [("polygons", "Polygon"), ("points", "Point")])
def test_hits_have_a_score_and_lie_where_the_map_reaches_the_threshold(
    scene: Path, simulated: landscape.Landscape, tmp_path: Path, kind: str, geometry: str
) -> None:
    out, hits = tmp_path / "s.tif", tmp_path / "h.gpkg"
    asked = alike(scene, out, at=(place_of(simulated, "water"),), threshold=0.6, hits=str(hits), hits_as=kind)
    answer = similar.run(asked, quiet)
    table, values_HW = geopandas.read_file(hits, layer="h"), pixels(out)
    assert set(table.geom_type) == {geometry} and len(table) == answer["hits"]
    assert set(table.columns) == {"class", "class_id", "area_m2", "score", "geometry"}
    assert table.score.min() >= 0.6 and table.crs == landscape.CRS
    assert answer["share"] == pytest.approx((values_HW >= 0.6).mean())
    assert table.area_m2.sum() == pytest.approx((values_HW >= 0.6).sum() * landscape.GSD_M**2, rel=1e-3)
    cols, rows = ~landscape.ORIGIN @ (table.geometry.representative_point().x, table.geometry.representative_point().y)
    assert (values_HW[rows.astype(int), cols.astype(int)] >= 0.6).all()


def test_nothing_reaches_a_threshold_that_is_too_high(
    scene: Path, simulated: landscape.Landscape, tmp_path: Path
) -> None:
    hits = tmp_path / "h.geojson"
    asked = alike(scene, tmp_path / "s.tif", at=(place_of(simulated, "water"),), threshold=99.0, hits=str(hits))
    assert similar.run(asked, quiet)["hits"] == 0
    assert len(geopandas.read_file(hits)) == 0


def test_an_extent_gives_the_same_part_of_the_map(scene: Path, simulated: landscape.Landscape, tmp_path: Path) -> None:
    extent = (500_500, 5_797_000, 501_700, 5_798_800)
    at = (place_of(simulated, "forest"), place_of(simulated, "forest", 1))
    for name, more in {"whole": {}, "part": {"extent": extent}}.items():
        similar.run(
            alike(scene, tmp_path / f"{name}.tif", at=at, unlike=(place_of(simulated, "maize"),), **more), quiet
        )
        cluster.run(clustered(scene, tmp_path / f"c{name}.tif", **more), quiet)
    for kind, few in (("", 0.0), ("c", 0.001)):
        with rasterio.open(tmp_path / f"{kind}whole.tif") as whole, rasterio.open(tmp_path / f"{kind}part.tif") as part:
            window = whole.window(*part.bounds).round_offsets().round_lengths()
            apart_HW = np.abs(whole.read(1, window=window).astype(float) - part.read(1))
            assert part.shape == (180, 120) and (apart_HW > 1e-4).mean() <= few


def test_another_click_in_the_same_view_looks_at_nothing_again(
    scene: Path, simulated: landscape.Landscape, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied = tmp_path / "copied.tif"
    shutil.copy(scene, copied)
    monkeypatch.setattr(preview_cache, "SCENES", preview_cache.SceneCache())
    extent, places = (
        (500_500, 5_797_000, 501_700, 5_798_800),
        [place_of(simulated, "town"), place_of(simulated, "water")],
    )
    described: list[int] = []
    describe = PixelFeatures.of_stored

    def counted(self: PixelFeatures, stored_CHW: torch.Tensor, *more: Any) -> Any:
        described.append(stored_CHW[0].numel())
        return describe(self, stored_CHW, *more)

    def ask(name: str, count: int) -> np.ndarray:
        described.clear()
        similar.run(alike(copied, tmp_path / name, at=tuple(places[:count]), extent=extent), quiet)
        return pixels(tmp_path / name)

    monkeypatch.setattr(PixelFeatures, "of_stored", counted)
    ask("first.tif", 1)
    assert sum(described) > 180 * 120
    second = ask("second.tif", 2)
    assert len(described) <= 2 and max(described) < 90 * 90, "the examples alone"
    preview_cache.SCENES = preview_cache.SceneCache()
    assert np.array_equal(second, ask("fresh.tif", 2))
    os.utime(copied, ns=(0, 0))
    ask("changed.tif", 2)
    assert sum(described) > 180 * 120, "the file has changed"


def test_nodata_stays_nodata(scene: Path, simulated: landscape.Landscape, tmp_path: Path) -> None:
    holed = tmp_path / "holed.tif"
    with rasterio.open(scene) as source:
        profile, values = {**source.profile, "nodata": 0}, source.read()
        names, tags = source.descriptions, source.tags()
    values[:, :40, :40] = 0
    with rasterio.open(holed, "w", **profile) as file:
        file.write(values)
        file.update_tags(**tags)
        file.descriptions = names
    at = next(p for number in range(12) if (p := place_of(simulated, "forest", number))[1] < 5_799_000)
    similar.run(alike(holed, tmp_path / "s.tif", at=(at,)), quiet)
    cluster.run(clustered(holed, tmp_path / "c.tif"), quiet)
    assert np.isnan(pixels(tmp_path / "s.tif")[:40, :40]).all() and np.isfinite(pixels(tmp_path / "s.tif")[40:]).all()
    assert (pixels(tmp_path / "c.tif")[:40, :40] == 0).all() and (pixels(tmp_path / "c.tif")[40:] > 0).all()
    with pytest.raises(EngineError, match="no data"):
        similar.run(alike(holed, tmp_path / "n.tif", at=(landscape.ORIGIN @ (5, 5),)), quiet)


def test_clusters_become_a_class_map_whose_polygons_are_labels(
    scene: Path, simulated: landscape.Landscape, quick_model: str, tmp_path: Path
) -> None:
    more = {"vector": str(tmp_path / "c.gpkg"), "points": str(tmp_path / "p.gpkg")}
    answer = cluster.run(clustered(scene, tmp_path / "c.tif", **more), quiet)
    assert [each["name"] for each in answer["classes"]] == [f"cluster {number}" for number in range(1, 7)]
    assert sum(each["share"] for each in answer["classes"]) == pytest.approx(1)
    mapped_HW = pixels(tmp_path / "c.tif")
    shares = np.bincount(mapped_HW.ravel(), minlength=7)[1:] / mapped_HW.size
    assert [each["share"] for each in answer["classes"]] == pytest.approx(shares.tolist())
    with rasterio.open(tmp_path / "c.tif") as file:
        assert file.colormap(1)[1][:3] != (0, 0, 0) and file.tags()["CLASS_1"] == "cluster 1"
    assert (tmp_path / "c.qml").is_file()
    table = geopandas.read_file(tmp_path / "c.gpkg", layer="c")
    table["class"] = table["class"].replace({"cluster 1": "green", "cluster 2": "green"})
    table.to_file(tmp_path / "labels.gpkg")
    asked = request_of(
        ClassifyRequest, scene, labels=str(tmp_path / "labels.gpkg"), field="class", out=str(tmp_path / "m.tif"),
        model=quick_model, device="cpu",
    )  # fmt: skip
    names = {each["name"] for each in classify.run(asked, quiet)["report"]["classes"]}
    assert names == {"green", *(f"cluster {number}" for number in range(3, 7))}
    points = read_labels(
        more["points"], "class", None, scene_shape=mapped_HW.shape, crs=landscape.CRS, transform=landscape.ORIGIN
    )
    assert points.names == tuple(f"cluster {number}" for number in range(1, 7)) and set(points.pixels) == {20}
    assert (mapped_HW[points.rows_N, points.cols_N] == points.labels_N + 1).all()
    assert read_legend(more["points"], "class").colours["cluster 1"] == answer["classes"][0]["colour"]


def test_embeddings_do_as_well_as_bands(scene: Path, simulated: landscape.Landscape, tmp_path: Path) -> None:
    """What no sensor took: 70 numbers a pixel, without wavelengths."""
    random = np.random.default_rng(0)
    mixed = np.einsum("dc,chw->dhw", random.standard_normal((70, len(landscape.BANDS))), simulated.pixels_CHW / 1e4)
    path = tmp_path / "features.tif"
    with rasterio.open(scene) as source:
        profile = {**source.profile, "count": 70, "dtype": "float32", "nodata": None}
    with rasterio.open(path, "w", **profile) as file:
        file.write(mixed.astype(np.float32))
    at = (place_of(simulated, "water"),)
    similar.run(alike(path, tmp_path / "s.tif", at=at, sensor="embedding"), quiet)
    values_HW, water_HW = pixels(tmp_path / "s.tif"), simulated.truth_HW == WATER
    assert np.median(values_HW[water_HW]) > 0.7 > 0.4 > np.median(values_HW[~water_HW])
    assert len(cluster.run(clustered(path, tmp_path / "c.tif", sensor="embedding"), quiet)["classes"]) == 6


@pytest.mark.parametrize("job", ["similar", "cluster"])
def test_a_run_that_was_cancelled_goes_on_and_ends_with_the_same_bytes(
    scene: Path, simulated: landscape.Landscape, tmp_path: Path, job: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def run(out: Path, report: Callable[[int, int, str], None] = quiet) -> dict[str, Any]:
        if job == "similar":
            return similar.run(alike(scene, out, at=(place_of(simulated, "town"),)), report)
        return cluster.run(clustered(scene, out), report)

    def stopping(done: int, total: int, note: str) -> None:
        if note == "mapping" and done >= 0.7 * total:
            raise Cancelled

    run(tmp_path / "whole.tif")
    (tmp_path / "new").mkdir()
    with pytest.raises(Cancelled):
        run(tmp_path / "new" / "whole.tif", stopping)
    assert not (tmp_path / "new" / "whole.tif").exists()
    assert "continued" in run(tmp_path / "new" / "whole.tif")["warnings"][0]
    assert (tmp_path / "whole.tif").read_bytes() == (tmp_path / "new" / "whole.tif").read_bytes()


def test_a_job_that_is_cancelled_before_it_maps_leaves_nothing(
    scene: Path, simulated: landscape.Landscape, tmp_path: Path
) -> None:
    def cancel(done: int, total: int, note: str) -> None:
        if note == "comparing":
            raise Cancelled

    for run in (
        lambda: similar.run(alike(scene, tmp_path / "s.tif", at=(place_of(simulated, "town"),)), cancel),
        lambda: cluster.run(clustered(scene, tmp_path / "c.tif"), cancel),
    ):
        with pytest.raises(Cancelled):
            run()
        assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({"out": ""}, "no output"),
        ({"at": ()}, "no example"),
        ({"at": ((1.0, 2.0),)}, "outside"),
        ({"at": ((float("nan"), 2.0),)}, "pairs of numbers"),
        ({"unlike": ((500_105.0, 5_799_905.0),)}, "counter-example"),
        ({"threshold": float("nan")}, "threshold"),
        ({"hits_as": "circles"}, "circles"),
        ({"hits": "hits.txt"}, "hits.txt"),
        ({"at": tuple((500_005.0 + 10 * (n % 300), 5_799_905.0) for n in range(101))}, "at most 100"),
    ],
)
def test_what_cannot_work_is_one_clear_error(scene: Path, tmp_path: Path, more: dict[str, Any], told: str) -> None:
    asked = {"at": ((500_105.0, 5_799_905.0),), "out": str(tmp_path / "s.tif"), **more}
    with pytest.raises(EngineError, match=told) as caught:
        similar.run(request_of(SimilarRequest, scene, device="cpu", **asked), quiet)
    assert caught.value.hint and list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("count", "told"), [(1, "2 to 60"), (61, "2 to 60")])
def test_a_number_of_clusters_that_makes_no_sense_is_refused(
    scene: Path, tmp_path: Path, count: int, told: str
) -> None:
    with pytest.raises(EngineError, match=told):
        cluster.run(clustered(scene, tmp_path / "c.tif", clusters=count), quiet)
    assert list(tmp_path.iterdir()) == []


def test_progress_of_the_whole_job_never_goes_back(scene: Path, simulated: landscape.Landscape, tmp_path: Path) -> None:
    at = (place_of(simulated, "water"),)
    for job, request in (
        (similar, alike(scene, tmp_path / "s.tif", at=at, hits=str(tmp_path / "h.gpkg"))),
        (cluster, clustered(scene, tmp_path / "c.tif", vector=str(tmp_path / "c.gpkg"))),
    ):
        heard: list[Any] = []
        job.run(request, ProgressTracker(steps_of(request), heard.append))
        shares = [each.share for each in heard]
        assert shares == sorted(shares) and shares[-1] > 0.9
        seen = dict.fromkeys(heard[0].stages[each.stage] for each in heard)
        assert list(seen) == ["reading the scene", "looking around", "mapping", "drawing polygons"]


def test_no_model_is_loaded(scene: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.model.model_folder.load", None)
    cluster.run(clustered(scene, tmp_path / "c.tif"), quiet)
    assert torch.get_num_threads() > 0
