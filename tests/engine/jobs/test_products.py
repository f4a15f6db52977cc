"""Jobs on a product: the map, its report and preview leave out what its mask covers, and say so."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import geopandas
import numpy as np
import pytest
import rasterio
from rasterio.transform import from_origin
from shapely.geometry import Point

from engine.jobs import classify, inspect, preview
from engine.protocol import ClassifyRequest, ComputeSpec, InspectRequest, PreviewRequest, SceneSpec

Engine = Callable[..., Any]
LEFT, TOP, SIDE = 330_000, 6_203_400, 48
TILE = "T33UUC_20230823T095559"


def quiet(*_: object) -> None:
    """No progress."""


@pytest.fixture
def loose(tmp_path: Path) -> Path:
    """Sentinel-2 bands of 10 and 20 m and a scene classification; the right half is bright. Clouds lie in the north."""
    folder = tmp_path / "loose"
    folder.mkdir()
    rng = np.random.default_rng(0)
    for band, size in (("B02", 10), ("B03", 10), ("B04", 10), ("B05", 20), ("SCL", 20)):
        count = SIDE * 10 // size
        bright = np.indices((count, count))[1] >= count // 2
        pixels = (1200 + 1500 * bright + rng.normal(0, 40, (count, count))).astype(np.uint16)
        if band == "SCL":
            pixels = np.full((count, count), 4, np.uint8)
            pixels[:4], pixels[4:5] = 9, 3
        with rasterio.open(
            folder / f"{TILE}_{band}_{size}m.jp2", "w", driver="JP2OpenJPEG", QUALITY="100", REVERSIBLE="YES",
            width=count, height=count, count=1, dtype=pixels.dtype, crs="EPSG:32633",
            transform=from_origin(LEFT, TOP, size, size),
        ) as file:  # fmt: skip
            file.write(pixels, 1)
    return folder


@pytest.fixture
def labels(tmp_path: Path) -> Path:
    """Some of them lie under clouds, and one under a shadow."""
    places = [(row, col) for row in (2, 5, 8, 16, 26, 36, 44) for col in (6, 16, 30, 40)]
    points = [Point(LEFT + 10 * (col + 0.5), TOP - 10 * (row + 0.5)) for row, col in places]
    names = ["dark" if col < SIDE // 2 else "bright" for _, col in places]
    geopandas.GeoDataFrame({"class": names}, geometry=points, crs="EPSG:32633").to_file(tmp_path / "labels.gpkg")
    return tmp_path / "labels.gpkg"


@pytest.mark.parametrize("mask", ["", "none"])
def test_a_map_leaves_out_clouds_and_names_the_labels_under_them(
    loose: Path, labels: Path, tmp_path: Path, quick_model: str, mask: str
) -> None:
    request = ClassifyRequest(
        SceneSpec(str(loose), units="dn+1000", mask=mask), ComputeSpec(quick_model, "cpu"), labels=str(labels),
        field="class", out=str(tmp_path / "map.tif"), report=str(tmp_path / "report"),
    )  # fmt: skip
    answer = classify.run(request, quiet)
    with rasterio.open(tmp_path / "map.tif") as file:
        found, tags = file.read(1), file.tags()
    assert (found[:10] == 0).all() == (mask == "") and (found[10:] > 0).all()
    warnings = " ".join(answer["report"]["warnings"])
    assert ("8 labelled pixels lie under clouds" in warnings) == (mask == "")
    assert ("4 labelled pixels lie under cloud shadow" in warnings) == (mask == "")
    assert ("clouds 16.7%, cloud shadow 4.2%" in warnings) == (mask == "")
    sources = {each["file"]: each for each in json.loads(tags["OFA_SOURCES"])}
    assert sources[f"{TILE}_B05_20m.jp2"]["resampling"] == "bilinear"
    assert sources[f"{TILE}_B04_10m.jp2"]["grid"] == "48 x 48 pixels of 10"
    assert (tmp_path / "report" / "report.html").is_file() and str(tmp_path) not in json.dumps(tags)


def test_a_preview_shows_the_product_as_the_map_does(
    loose: Path, labels: Path, tmp_path: Path, quick_model: str
) -> None:
    scene, compute = SceneSpec(str(loose), units="dn+1000"), ComputeSpec(quick_model, "cpu")
    out = tmp_path / "preview"
    answer = preview.run(PreviewRequest(scene, compute, labels=str(labels), field="class", out=str(out), step=1), quiet)
    classify.run(
        ClassifyRequest(scene, compute, labels=str(labels), field="class", out=str(tmp_path / "map.tif")), quiet
    )
    with rasterio.open(answer["outputs"]["map"]) as seen, rasterio.open(tmp_path / "map.tif") as mapped:
        assert np.array_equal(seen.read(1), mapped.read(1))


def test_inspect_shows_product_date_grids_and_masks(loose: Path, engine: Engine) -> None:
    answer = engine("inspect", str(loose), "--units", "dn+1000")
    assert answer.status == 0
    for text in ("Sentinel-2", "2023-08-23T09:55:59Z", "48 x 48 pixels of 10; 24 x 24 pixels of 20", "clouds 16.7%"):
        assert text in answer.out
    told = json.loads(engine("inspect", str(loose), "--units", "dn+1000", "--mask", "none", "--json").out)
    assert told["product"]["masks"] is None and told["product"]["grids"][1] == "24 x 24 pixels of 20"


@pytest.mark.parametrize("asked", [("similar", "--at", f"{LEFT + 305},{TOP - 205}"), ("cluster", "--classes", "2")])
def test_maps_without_labels_tell_the_masks_of_a_product(
    loose: Path, tmp_path: Path, engine: Engine, asked: tuple[str, ...]
) -> None:
    answer = engine(asked[0], str(loose), *asked[1:], "--units", "dn+1000", "--out", str(tmp_path / "map.tif"))
    assert answer.status == 0, answer
    assert "Nodata by the product's own masks: clouds 16.7%, cloud shadow 4.2%" in answer.out


def test_workers_make_the_same_map_of_a_product(
    loose: Path, labels: Path, tmp_path: Path, engine: Engine, quick_model: str
) -> None:
    maps = []
    for name, more in (("one", ()), ("two", ("--workers", "2"))):
        out = tmp_path / f"{name}.tif"
        answer = engine(
            "classify", str(loose), str(labels), "--field", "class", "--units", "dn+1000", "--model", quick_model,
            "--device", "cpu", "--out", str(out), *more,
        )  # fmt: skip
        assert answer.status == 0, answer
        with rasterio.open(out) as file:
            maps.append(file.read(1))
    assert np.array_equal(*maps)


def test_an_embedding_raster_is_mapped_without_the_backbone(
    labels: Path, tmp_path: Path, engine: Engine, quick_model: str
) -> None:
    bright = np.indices((SIDE, SIDE))[1] >= SIDE // 2
    stored = np.random.default_rng(0).integers(-9, 10, (64, SIDE, SIDE)).astype(np.int8)
    stored[::2] += np.where(bright, 60, -60).astype(np.int8)
    folder = tmp_path / "2024" / "33N"
    folder.mkdir(parents=True)
    with rasterio.open(
        folder / "cell.tiff", "w", driver="GTiff", width=SIDE, height=SIDE, count=64, dtype="int8", nodata=-128,
        crs="EPSG:32633", transform=from_origin(LEFT, TOP, 10, 10),
    ) as file:  # fmt: skip
        file.write(stored)
        file.descriptions = tuple(f"A{index:02d}" for index in range(64))
    out = tmp_path / "map.tif"
    answer = engine(
        "classify", str(folder / "cell.tiff"), str(labels), "--field", "class", "--model", quick_model,
        "--out", str(out), "--report", str(tmp_path / "report"),
    )  # fmt: skip
    assert answer.status == 0 and "without the model" in answer.out
    with rasterio.open(out) as file:
        found, names = file.read(1), {text: int(key[6:]) for key, text in file.tags().items() if key[:6] == "CLASS_"}
    assert (found == np.where(bright, names["bright"], names["dark"])).mean() > 0.98
    refused = engine("embed", str(folder / "cell.tiff"), "--out", str(tmp_path / "e.tif"), "--model", quick_model)
    assert refused.status == 2 and "the model reads spectral and radar bands" in refused.err


def test_a_saved_model_of_several_sources_wants_them_in_their_order(
    loose: Path, labels: Path, tmp_path: Path, engine: Engine
) -> None:
    """Features go by the places of sources: in another order the map would be wrong without a word."""
    height = tmp_path / "height.tif"
    with rasterio.open(
        height, "w", driver="GTiff", width=SIDE, height=SIDE, count=1, dtype="float32", crs="EPSG:32633",
        transform=from_origin(LEFT, TOP, 10, 10),
    ) as file:  # fmt: skip
        file.write(np.random.default_rng(1).normal(50, 9, (SIDE, SIDE)).astype(np.float32), 1)
    first = tmp_path / "second.tif"
    first.write_bytes(height.read_bytes())
    usual = ("--units", "dn+1000", "--model", "ofa-untrained")
    further = ("--with", f"{height},sensor=elevation")
    answer = engine(
        "classify", loose, labels, "--field", "class", "--out", tmp_path / "map.tif",
        "--save-model", tmp_path / "model", *usual, *further,
    )  # fmt: skip
    assert answer.status == 0, answer.err
    own = ("predict", loose, "--units", "dn+1000", "--model", tmp_path / "model")
    again = engine(*own, *further, "--out", tmp_path / "again.tif")
    assert again.status == 0, again.err
    assert np.array_equal(rasterio.open(tmp_path / "map.tif").read(1), rasterio.open(tmp_path / "again.tif").read(1))
    more = engine(*own, *further, "--with", f"{first},sensor=elevation", "--out", tmp_path / "more.tif")
    assert more.status == 2 and "the same sources, in the same order" in more.err
    assert not (tmp_path / "more.tif").exists()


@pytest.mark.parametrize(
    ("mask", "masked"), [("", ["clouds", "shadow", "snow"]), ("shadow", ["shadow"]), ("none", None)]
)
def test_what_can_be_masked_is_told_whatever_is_masked_now(loose: Path, mask: str, masked: list[str] | None) -> None:
    told = inspect.run(InspectRequest(SceneSpec(str(loose), mask=mask)), quiet)["product"]
    assert told["maskable"] == ["clouds", "shadow", "snow"]
    assert (told["masks"] and list(told["masks"])) == masked


def test_a_product_is_written_as_a_vrt_that_other_programs_open(loose: Path, tmp_path: Path) -> None:
    vrt = tmp_path / "new folder" / "product.vrt"
    answer = inspect.run(InspectRequest(SceneSpec(str(loose)), vrt=str(vrt)), quiet)
    with rasterio.open(vrt) as shown, rasterio.open(loose / f"{TILE}_B04_10m.jp2") as band:
        assert shown.descriptions == tuple(each["name"] for each in answer["bands"]) == ("B02", "B03", "B04", "B05")
        assert shown.shape == (SIDE, SIDE) and shown.transform == band.transform
        assert (shown.read(3) == band.read(1)).all()
    alone = tmp_path / "alone.vrt"
    (loose / f"{TILE}_B04_10m.jp2").rename(tmp_path / "picture.jp2")
    answer = inspect.run(InspectRequest(SceneSpec(str(tmp_path / "picture.jp2")), vrt=str(alone)), quiet)
    assert answer["product"] is None and not alone.exists()
