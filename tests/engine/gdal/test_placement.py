"""Scenes that something other than a geotransform places: told, refused, and put on a grid by the hint."""

import json
import shlex
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import geopandas
import numpy as np
import pytest
import rasterio
from affine import Affine
from rasterio.control import GroundControlPoint
from rasterio.crs import CRS
from rasterio.rpc import RPC
from rasterio.shutil import copy
from rasterio.warp import transform as to_crs

from engine.errors import SceneError
from engine.gdal.dataset import opened
from engine.gdal.placement import Placement, utm_zone
from engine.protocol import SceneSpec
from engine.scene.chip_files import ChipReader
from engine.scene.raster import Scene

Engine = Callable[..., Any]
Write = Callable[..., Path]

HEIGHT, WIDTH = 60, 80
ROTATED = Affine.translation(13, 52) @ Affine.rotation(15) @ Affine.scale(2e-4, -1.2e-4)
"""Pixels to longitude and latitude."""
BANDS = ["B02", "B03", "B04", "B08"]


def halves(count: int = 4) -> np.ndarray:
    """Dark in the left half, bright in the right one, never 0."""
    pixels = np.random.default_rng(0).normal(400, 40, (count, HEIGHT, WIDTH))
    pixels[:, :, WIDTH // 2 :] += 2200
    return pixels.clip(1).astype(np.uint16)


def points(grid: Affine = ROTATED, count: int = 4) -> list[GroundControlPoint]:
    places = [(row, col) for row in (0, HEIGHT // 2, HEIGHT) for col in (0, WIDTH // 2, WIDTH)]
    corners = [places[0], places[2], places[6], places[8], *places[1::2]]
    return [GroundControlPoint(row, col, *(grid @ (col, row))) for row, col in corners[:count]]


def rpc(grid: Affine = ROTATED) -> RPC:
    """An RPC model without relief: row and column as linear functions of latitude and longitude."""
    back, (lon, lat) = ~grid, grid @ (WIDTH / 2, HEIGHT / 2)
    span = 0.02
    line, sample = [0.0] * 20, [0.0] * 20
    line[1:3] = back.d * span / HEIGHT, back.e * span / HEIGHT
    sample[1:3] = back.a * span / WIDTH, back.b * span / WIDTH
    one = [1.0, *[0.0] * 19]
    return RPC(
        height_off=0, height_scale=500, lat_off=lat, lat_scale=span, long_off=lon, long_scale=span,
        line_off=HEIGHT / 2, line_scale=HEIGHT, samp_off=WIDTH / 2, samp_scale=WIDTH,
        line_num_coeff=line, line_den_coeff=one, samp_num_coeff=sample, samp_den_coeff=one,
    )  # fmt: skip


def by_points(write_scene: Write, crs: str | None = "EPSG:4326", **more: Any) -> Path:
    return write_scene(
        halves(), BANDS, tags={"SENSOR": "Sentinel-2"}, crs=crs, transform=None, **{"gcps": points(), **more}
    )


def by_rpc(write_scene: Write, **more: Any) -> Path:
    return write_scene(
        halves(), BANDS, tags={"SENSOR": "Sentinel-2"}, **{"crs": None, "transform": None, "rpcs": rpc(), **more}
    )


def by_vrt(write_scene: Write) -> Path:
    path = by_points(write_scene, name="points.tif")
    with rasterio.open(path) as scene:
        copy(scene, path.with_name("scene.vrt"), driver="VRT")
    return path.with_name("scene.vrt")


def by_arrays(write_scene: Write, suffix: str = ".vrt") -> Path:
    """A VRT whose geolocation arrays are files of their own."""
    rows, cols = np.mgrid[:HEIGHT, :WIDTH] + 0.5
    bare = {"crs": None, "transform": None}
    axes = {axis: write_scene(np.asarray(values)[None], name=f"{axis}.tif", **bare) for axis, values in
            zip("XY", ROTATED @ (cols, rows), strict=True)}  # fmt: skip
    path = write_scene(halves(), BANDS, tags={"SENSOR": "Sentinel-2"}, name="pixels.tif", **bare)
    with rasterio.open(path) as scene:
        copy(scene, path.with_name("scene.vrt"), driver="VRT")
    said = {"SRS": "EPSG:4326", "PIXEL_OFFSET": "0", "LINE_OFFSET": "0", "PIXEL_STEP": "1", "LINE_STEP": "1"}
    said |= {f"{axis}_DATASET": str(file) for axis, file in axes.items()} | {"X_BAND": "1", "Y_BAND": "1"}
    items = "".join(f'<MDI key="{key}">{value}</MDI>' for key, value in said.items())
    text = path.with_name("scene.vrt").read_text()
    first = text.index(">") + 1
    path.with_name("scene.vrt").write_text(
        f'{text[:first]}<Metadata domain="GEOLOCATION">{items}</Metadata>{text[first:]}'
    )
    return path.with_name("scene.vrt")


WAYS = {"points": by_points, "vrt": by_vrt, "rpc": by_rpc, "arrays": by_arrays}
TOLD = {
    "points": "4 ground control points in EPSG:4326",
    "vrt": "4 ground control points",
    "rpc": "RPC",
    "arrays": "geolocation",
}
OPTIONS = {"points": "-tps", "vrt": "-tps", "rpc": "-rpc", "arrays": "-geoloc"}


@pytest.mark.parametrize("way", WAYS)
def test_inspect_says_how_the_scene_is_placed_and_makes_nothing_up(
    engine: Engine, write_scene: Write, way: str
) -> None:
    path = WAYS[way](write_scene)
    told = json.loads(engine("inspect", path, "--units", "dn", "--json").out)
    assert TOLD[way] in told["placement"]
    assert told["extent"] is None and told["gsd_m"] is None and told["crs"] is None
    shown = engine("inspect", path, "--units", "dn").out
    assert TOLD[way] in shown and f"gdalwarp {OPTIONS[way]} -t_srs EPSG:32633" in shown


@pytest.mark.parametrize("way", WAYS)
def test_the_hint_puts_the_scene_on_a_grid_that_is_then_mapped_in_the_right_place(
    engine: Engine, write_scene: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, quick_model: str, way: str
) -> None:
    if not shutil.which("gdalwarp"):
        pytest.skip("needs gdalwarp, which the hint names")
    monkeypatch.chdir(tmp_path)
    answer = engine("embed", WAYS[way](write_scene).name, "--units", "dn", "--out", "f.tif", "--model", quick_model)
    assert answer.status == 2
    command = answer.err.strip().splitlines()[-1].partition("gdalwarp ")[2]
    subprocess.run(["gdalwarp", "-q", *shlex.split(command)], check=True)
    with rasterio.open(shlex.split(command)[-1]) as warped:
        assert warped.crs == CRS.from_epsg(32633) and warped.descriptions == tuple(BANDS)
        for col in (WIDTH / 4, WIDTH * 3 / 4):
            (x,), (y,) = to_crs("EPSG:4326", warped.crs, *([value] for value in ROTATED @ (col, HEIGHT / 2)))
            (value,) = warped.sample([(x, y)], indexes=1)
            assert (value[0] > 1500) == (col > WIDTH / 2)
    path = Path(shlex.split(command)[-1])
    with Scene.open(path) as scene:
        pixels, valid = scene.read((0, scene.height), (0, scene.width), [1])
        assert valid.any() and not valid.all() and pixels[0][valid].min() > 0
        assert scene.gsd_m == pytest.approx(14, abs=3)


@pytest.mark.parametrize("job", ["embed", "classify", "bench"])
def test_every_job_refuses_before_any_work_and_leaves_nothing(
    engine: Engine, write_scene: Write, tmp_path: Path, job: str
) -> None:
    path = by_points(write_scene)
    labels = tmp_path / "labels.gpkg"
    places = geopandas.points_from_xy(*zip(*(ROTATED @ (col, 30) for col in (10, 70)), strict=True))
    geopandas.GeoDataFrame({"class": ["a", "b"]}, geometry=places, crs="EPSG:4326").to_file(labels)
    before = sorted(tmp_path.iterdir())
    more = {
        "embed": ["--out", tmp_path / "f.tif"],
        "classify": [labels, "--field", "class", "--out", tmp_path / "m.tif"],
    }
    answer = engine(job, path, *more.get(job, []), "--units", "dn", "--crs", "EPSG:32633")
    assert answer.status == 2
    (line,) = [line for line in answer.err.splitlines() if "error" in line]
    assert "not on a grid" in line and "4 ground control points in EPSG:4326" in line and "gdalwarp -tps" in line
    assert sorted(tmp_path.iterdir()) == before


def test_a_geotransform_goes_before_an_rpc_model_and_an_identity_does_not(write_scene: Write) -> None:
    with Scene.open(by_rpc(write_scene, crs="EPSG:32633", transform=Affine(10, 0, 5e5, 0, -10, 5.8e6))) as scene:
        assert scene.placement.means == "grid" and scene.gsd_m == pytest.approx(10, rel=0.01)
    for transform in (None, Affine.identity(), Affine(1, 0, 0, 0, -1, HEIGHT), Affine(1, 0, -0.5, 0, 1, -0.5)):
        path = by_rpc(write_scene, transform=transform, crs="EPSG:4326", name=f"{hash(transform)}.tif")
        with pytest.raises(SceneError, match="RPC"):
            Scene.open(path)


def test_pixel_coordinates_and_world_files_are_grids(write_scene: Write) -> None:
    path = write_scene(halves(), crs=None, transform=None)
    with Scene.open(path) as scene:
        assert scene.placement.means == "nothing" and scene.transform.is_identity
    path.with_suffix(".tfw").write_text("10\n0\n0\n-10\n500005\n5799995\n")
    with Scene.open(path) as scene:
        assert scene.placement.means == "grid" and scene.transform.c == 500_000


@pytest.mark.parametrize(
    ("more", "part"),
    [
        ({"crs": "EPSG:25833", "gcps": points(Affine(10, 0, 4e5, 0, -10, 5.8e6))}, "gdalwarp -tps -dstnodata 0 "),
        ({"crs": CRS()}, "add -s_srs"),
        ({"gcps": points(count=2)}, "3 points are needed"),
        ({"nodata": 7}, "EPSG:32633 /"),
        ({"gcps": points(Affine.translation(167, -105) @ ROTATED)}, "EPSG:32701 "),
    ],
    ids=["projected", "no CRS", "two points", "nodata", "across the antimeridian"],
)  # fmt: skip
def test_the_hint_fits_the_points(write_scene: Write, more: dict[str, Any], part: str) -> None:
    with pytest.raises(SceneError) as caught:
        Scene.open(by_points(write_scene, **more))
    assert part in caught.value.hint


def test_the_name_in_the_hint_can_be_pasted(write_scene: Write) -> None:
    with pytest.raises(SceneError) as caught:
        Scene.open(by_points(write_scene, name="my scene's.tif"))
    words = shlex.split(caught.value.hint.partition(": ")[2])
    assert Path(words[-2]).is_file() and words[-1] == "my scene's_warped.tif"


def test_geolocation_arrays_that_cannot_be_read_leave_longitudes_and_latitudes(write_scene: Write) -> None:
    path = by_arrays(write_scene)
    (path.parent / "X.tif").unlink()
    with opened(str(path), anywhere=True) as dataset:
        assert "-t_srs EPSG:4326" in Placement(dataset).way_out("scene.vrt")


def test_label_rasters_are_refused_and_chips_are_not(write_scene: Write) -> None:
    path = by_points(write_scene)
    with pytest.raises(SceneError, match="not on a grid"):
        opened(str(path))
    reader = ChipReader(SceneSpec("", "sentinel-2", units="dn"))
    with reader.opened(str(path)) as (scene, _), scene.reopen() as other:
        assert scene.crs is None and scene.gsd_m is None and other.width == WIDTH


@pytest.mark.parametrize(
    ("place", "code"),
    [((13.4, 52.5), 32633), ((-70.6, -33.4), 32719), ((180, 0), 32601), ((-180, 0), 32601), ((0, 85), 32661)],
)
def test_the_utm_zone_of_a_place(place: tuple[float, float], code: int) -> None:
    assert utm_zone(*place) == code
    assert CRS.from_epsg(code).is_projected
