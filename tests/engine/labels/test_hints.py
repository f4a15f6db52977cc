"""Every hint about labels has been followed once, and led out."""

import warnings
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import pyogrio
import pytest
import rasterio
from affine import Affine
from PIL import Image
from rasterio.crs import CRS
from shapely.geometry import Point, Polygon

from engine.errors import LabelError
from engine.labels.labelled_pixels import Labels, on_data, read_labels

UTM = CRS.from_epsg(32633)
GRID = Affine(10, 0, 500_000, 0, -10, 5_800_000)
INSIDE = [(500_015, 5_799_975), (500_155, 5_799_945)]
PIXELS = [(1.5, 2.5), (15.5, 5.5)]
LOCAL = 'LOCAL_CS["a plan of the site",UNIT["metre",1]]'
BAD, GOOD = "bad.gpkg", "good.gpkg"


def write(
    folder: Path,
    name: str,
    where: list[Any],
    classes: Any = ("a", "b"),
    crs: Any = 32633,
    layer: str = "labels",
    **more: Any,
) -> None:
    shapes = [Point(*place) if isinstance(place, tuple) else place for place in where]
    table = gpd.GeoDataFrame({"class": pd.Series(list(classes), dtype=object), **more}, geometry=shapes, crs=crs)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        table.to_file(folder / name, layer=layer)


def read(folder: Path, name: str, **changed: Any) -> Labels:
    asked = {"field": "class", "layer": None, "scene_shape": (20, 30), "crs": UTM, "transform": GRID, "known": True}
    asked |= changed
    known = asked.pop("known")
    labels = read_labels(str(folder / name), **asked)
    return on_data(labels, np.full(len(labels.labels_N), known))


@dataclass(frozen=True)
class Case:
    """Labels or options that are wrong, what is said, and the labels and options that the hint asks for."""

    bad: Callable[[Path], None]
    error: str
    hint: str
    good: Callable[[Path], None] = lambda folder: write(folder, GOOD, INSIDE)
    asked: dict[str, Any] = field(default_factory=dict)
    then: dict[str, Any] = field(default_factory=dict)


def two_layers(name: str) -> Callable[[Path], None]:
    def draw(folder: Path) -> None:
        write(folder, name, INSIDE, layer="one")
        write(folder, name, INSIDE, layer="two")

    return draw


def drawn(name: str, *args: Any, **more: Any) -> Callable[[Path], None]:
    return lambda folder: write(folder, name, *args, **more)


def same(folder: Path) -> None:
    (folder / BAD).rename(folder / GOOD)


def styles_alone(folder: Path) -> None:
    pyogrio.write_dataframe(pd.DataFrame({"class": ["a"]}), folder / BAD, layer="t", driver="GPKG")


def no_fields(folder: Path) -> None:
    gpd.GeoDataFrame(geometry=[Point(*INSIDE[0])], crs=32633).to_file(folder / BAD)


CODES = [(500_005 + 10 * (k % 30), 5_799_995 - 10 * (k // 30)) for k in range(300)]
KINDS = [f"kind {k % 2}" for k in range(300)]
FLAT = Polygon([(500_010, 5_799_950), (500_050, 5_799_950), (500_010, 5_799_950)])
NOWHERE = {"crs": None, "transform": Affine.identity()}
CASES = {
    "missing": Case(lambda folder: None, "no such label file", "check the path of the labels"),
    "no vector file": Case(
        lambda folder: (folder / BAD).write_text("nothing") and None, "cannot be read",
        "give GPKG, GeoJSON or Shapefile",
    ),
    "no geometries": Case(styles_alone, "no layer with geometries", "give a layer of points, lines or polygons"),
    "several layers": Case(
        two_layers(BAD), "hold the layers one, two", "name one of them: --layer NAME", same, then={"layer": "one"}
    ),
    "another layer": Case(
        two_layers(BAD), "no layer 'three'", "name one of them: --layer NAME", same, {"layer": "three"},
        {"layer": "two"},
    ),
    "no fields": Case(no_fields, "have no fields", "add a field that holds the class, and name it: --field"),
    "another field": Case(
        drawn(BAD, INSIDE), "no field 'kind' .* it has: class", "name the field of the class: --field NAME", same,
        {"field": "kind"}, {"field": "class"},
    ),
    "no field named": Case(
        drawn(BAD, INSIDE), "nothing says which field holds the class; it has: class",
        "name the field of the class: --field NAME", same, {"field": ""}, {"field": "class"},
    ),
    "an empty layer": Case(drawn(BAD, [], []), "is empty", "draw some labels first"),
    "no shapes": Case(drawn(BAD, [None, None]), "no feature .* has a geometry", "draw points, lines or polygons"),
    "an empty field": Case(
        drawn(BAD, INSIDE, [None, " "], kind=["a", "b"]), "no feature has one class in the field 'class'",
        "fill the field, or name another field: --field kind", same, then={"field": "kind"},
    ),
    "flat polygons": Case(drawn(BAD, [FLAT, FLAT]), "no label has an area", "draw them again, or as points"),
    "one class": Case(
        drawn(BAD, INSIDE, ["a", "a"]), "only one class", "label a second class where the scene holds data"
    ),
    "identifiers": Case(
        drawn(BAD, CODES, range(300), kind=KINDS), "300 different classes",
        "name the field of the class, if this is another one: --field NAME; or merge classes", same,
        then={"field": "kind"},
    ),
    "contradictions": Case(
        drawn(BAD, [INSIDE[0], INSIDE[0]]), "all labels contradict each other",
        "remove all but one of the labels of a place",
    ),
    "nodata": Case(
        drawn(BAD, INSIDE), "all labels lie on nodata",
        "label places that hold data; if these do, --ignore-file-nodata reads the file's nodata value as data", same,
        {"known": False}, {"known": True},
    ),
    "outside": Case(
        drawn(BAD, PIXELS), "all labels lie outside the scene",
        "give labels of this scene; if they are, assign them the CRS that they were drawn in",
    ),
    "without a place in the CRS": Case(
        drawn(BAD, [(200, 95), (210, 99)], crs=4326), "all labels lie outside the scene: .* in EPSG:4326",
        "give labels of this scene; if they are, assign them the CRS that they were drawn in",
    ),
    "no way between CRS": Case(
        drawn(BAD, INSIDE, crs=LOCAL), "cannot be brought to the scene's EPSG:32633",
        "assign the labels the CRS that they were drawn in, or --crs to the scene if its own is wrong",
    ),
    "labels without CRS": Case(
        drawn(BAD, [(15.0002, 52.3499), (15.0022, 52.3496)], crs=None), "all labels have no CRS and lie outside",
        "assign the labels the CRS that they were drawn in, in a GIS",
        drawn(GOOD, [(15.0002, 52.3499), (15.0022, 52.3496)], crs=4326),
    ),
    "a scene with a place alone": Case(
        drawn(BAD, [(15.0002, 52.3499), (15.0022, 52.3496)], crs=4326),
        "the scene has no CRS, and all labels, in EPSG:4326", "name the scene's CRS: --crs EPSG:CODE", same,
        {"crs": None}, {"crs": UTM},
    ),
    "a scene without a place": Case(
        drawn(BAD, INSIDE), "neither a CRS nor a place on the ground",
        "give labels in its pixel coordinates (column, row), or georeference the scene first",
        drawn(GOOD, PIXELS, crs=None), NOWHERE, NOWHERE,
    ),
    "no CRS at all": Case(
        drawn(BAD, [(15.0002, 52.3499), (15.0022, 52.3496)], crs=None), "neither scene nor labels have a CRS",
        "give labels in the scene's coordinates; or assign the labels their CRS, and name the scene's: --crs EPSG:CODE",
        drawn(GOOD, [(15.0002, 52.3499), (15.0022, 52.3496)], crs=4326), {"crs": None}, {"crs": UTM},
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_the_hint_leads_to_labels_of_two_classes(case: Case, tmp_path: Path) -> None:
    case.bad(tmp_path)
    with pytest.raises(LabelError, match=case.error) as caught:
        read(tmp_path, BAD, **case.asked)
    assert caught.value.hint == case.hint
    case.good(tmp_path)
    assert len(read(tmp_path, GOOD, **case.then).names) == 2


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """A picture with a world file and no CRS: dark in the left half, bright in the right one."""
    bright_HW = np.broadcast_to(np.arange(64) >= 32, (64, 64))
    noise = np.random.default_rng(0).integers(0, 20, (64, 64, 3))
    Image.fromarray((noise + 40 + 120 * bright_HW[..., None]).astype(np.uint8)).save(tmp_path / "photo.png")
    (tmp_path / "photo.pgw").write_text("10\n0\n0\n-10\n500005\n5799995\n")
    return tmp_path / "photo.png"


def test_crs_is_the_way_out_for_a_picture_with_a_world_file(
    engine: Callable[..., Any], photo: Path, tmp_path: Path, quick_model: str
) -> None:
    where = [Point(500_005 + 10 * x, 5_799_995 - 10 * y) for x, y in ((4, 4), (9, 50), (40, 4), (60, 50))]
    table = gpd.GeoDataFrame({"class": ["dark", "dark", "light", "light"]}, geometry=where, crs=32633)
    table.to_crs(4326).to_file(tmp_path / "labels.gpkg")
    out = tmp_path / "out" / "map.tif"
    command = ["classify", photo, tmp_path / "labels.gpkg", "--field", "class", "--out", out, "--model", quick_model]
    answer = engine(*command)
    assert answer.status == 2 and answer.err.count("\n") == 1
    assert "error: the scene has no CRS, and all labels, in EPSG:4326, lie outside it" in answer.err
    assert answer.err.strip().endswith("— name the scene's CRS: --crs EPSG:CODE") and not out.parent.exists()
    answer = engine(*command, "--crs", "EPSG:32633")
    assert answer.status == 0, answer.err
    with rasterio.open(out) as mapped:
        assert mapped.crs == UTM and mapped.transform == GRID
        assert set(mapped.read(1)[:, 5]) == {1} and set(mapped.read(1)[:, 58]) == {2}


def test_ignoring_nodata_is_the_way_out_where_labels_lie_on_what_the_file_calls_nodata(
    engine: Callable[..., Any],
    write_scene: Callable[..., Path],
    write_clicks: Callable[..., None],
    tmp_path: Path,
    quick_model: str,
) -> None:
    pixels = np.random.default_rng(0).integers(900, 999, (3, 64, 64)).astype(np.uint16)
    pixels[:, :, :32] = 1000
    pixels[0, :, 32:48] += 100
    scene = write_scene(pixels, ["B02", "B03", "B04"], nodata=1000)
    write_clicks(scene, {"a": [(4, 4), (9, 50)], "b": [(20, 4), (25, 50)]}, tmp_path / "labels.gpkg")
    command = [
        "classify", scene, tmp_path / "labels.gpkg", "--field", "class", "--units", "dn", "--out", tmp_path / "map.tif",
        "--model", quick_model,
    ]  # fmt: skip
    answer = engine(*command)
    assert answer.status == 2 and "error: all labels lie on nodata — " in answer.err
    assert "--ignore-file-nodata" in answer.err and not (tmp_path / "map.tif").exists()
    assert engine(*command, "--ignore-file-nodata").status == 0
