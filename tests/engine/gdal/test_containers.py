"""Folders, archives and files of several rasters: the names that a refusal offers can be copied, and work."""

import gzip
import json
import re
import shlex
import shutil
import subprocess
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import h5py
import numpy as np
import pytest
import rasterio
from rasterio.transform import from_origin

from engine.distributed import scene_list
from engine.errors import RequestError, SceneError
from engine.gdal import containers
from engine.scene.raster import Scene

Engine = Callable[..., Any]
Write = Callable[..., Path]


def image(count: int = 1, side: int = 40, dtype: str = "uint16") -> np.ndarray:
    return np.random.default_rng(0).integers(1, 3000, (count, side, side)).astype(dtype)


def refused(name: str | Path) -> SceneError:
    with pytest.raises(SceneError) as caught:
        Scene.open(name)
    return caught.value


def names_in(hint: str) -> list[str]:
    """The names of a hint such as "give one of A, 'B C' (3 more)", as a shell understands them."""
    text = re.sub(r" \(\d+ more\)$", "", hint.rpartition("give ")[2].removeprefix("one of "))
    return [word.removesuffix(",") for word in shlex.split(text)]


def packed(kind: str, files: list[Path], archive: Path) -> Path:
    if kind == "zip":
        with zipfile.ZipFile(archive, "w") as file:
            for path in files:
                file.write(path, f"pro duct/{path.name}")
    else:
        with tarfile.open(archive, "w:gz" if "gz" in archive.name else "w") as tar:
            for path in files:
                tar.add(path, f"pro duct/{path.name}")
    return archive


def netcdf(path: Path) -> Path:
    """Two variables and two coordinates of the same size."""
    with h5py.File(path, "w") as file:
        axes = [file.create_dataset(name, data=np.arange(20.0)) for name in ("y", "x")]
        for axis, name in zip(axes, "yx", strict=True):
            axis.make_scale(name)
        for name in ("lat", "lon", "red", "nir"):
            variable = file.create_dataset(name, data=np.ones((20, 20), "f4"))
            for dimension, axis in enumerate(axes):
                variable.dims[dimension].attach_scale(axis)
    return path


def geopackage(path: Path) -> Path:
    for table, append in (("first", "NO"), ("second", "YES")):
        options = {"RASTER_TABLE": table, "APPEND_SUBDATASET": append, "TILE_FORMAT": "PNG"}
        with rasterio.open(
            path, "w", driver="GPKG", width=40, height=40, count=3, dtype="uint8", crs="EPSG:32633",
            transform=from_origin(5e5, 5.8e6, 10, 10), **options,
        ) as target:  # fmt: skip
            target.write(image(3, dtype="uint8"))
    return path


@pytest.mark.parametrize("kind", ["folder", "zip", "ZIP", "tar", "tgz", "tar.gz", "gz", "nc", "gpkg"])
def test_every_name_that_is_offered_opens(write_scene: Write, tmp_path: Path, kind: str) -> None:
    files = [write_scene(image(count), name=f"{name}.tif") for count, name in ((1, "mask"), (4, "my scene"))]
    (tmp_path / "READ me.txt").write_text("no raster")
    if kind == "folder":
        container = tmp_path
    elif kind in ("nc", "gpkg"):
        container = {"nc": netcdf, "gpkg": geopackage}[kind](tmp_path / f"two of them.{kind}")
    elif kind == "gz":
        container = tmp_path / "scene.tif.gz"
        container.write_bytes(gzip.compress(files[1].read_bytes()))
    else:
        container = packed(kind.lower(), files, tmp_path / f"product 1.{kind}")
    error = refused(container)
    names = names_in(error.hint)
    assert names and "\n" not in str(error)
    for name in names:
        with Scene.open(name) as scene:
            assert scene.read((0, 5), (0, 5), [1])[0].size == 25
    if kind not in ("nc", "gpkg", "gz"):
        assert "my scene" in names[0] and "mask" in names[1]  # the image first


def test_coordinates_come_after_what_was_measured(tmp_path: Path) -> None:
    names = names_in(refused(netcdf(tmp_path / "scene.nc")).hint)
    assert [name.rpartition(":")[2] for name in names] == ["nir", "red", "lat", "lon"]


def test_a_name_inside_an_archive_that_stands_for_all_of_it_is_looked_into(write_scene: Write, tmp_path: Path) -> None:
    archive = packed("zip", [write_scene(image(), name=f"{n}.tif") for n in "ab"], tmp_path / "x.zip")
    assert len(names_in(refused(f"/vsizip/{archive}").hint)) == 2


def test_at_most_five_names_are_offered_and_the_others_counted(write_scene: Write, tmp_path: Path) -> None:
    for number in range(8):
        write_scene(image(side=20 + number), name=f"s{number}.tif")
    hint = refused(tmp_path).hint
    assert len(names_in(hint)) == 5 and hint.endswith("(3 more)") and "s7.tif" in names_in(hint)[0]


def test_what_holds_no_raster_says_so(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "notes.txt").write_text("words")
    archive = packed("zip", [tmp_path / "notes.txt"], tmp_path / "notes.zip")
    for name in (tmp_path / "empty", archive):
        error = refused(name)
        assert "no raster in it can be opened" in error.error and error.hint


@pytest.mark.parametrize("kind", ["zip", "tar", "tar.gz"])
def test_an_archive_that_is_cut_off_is_told(write_scene: Write, tmp_path: Path, kind: str) -> None:
    whole = packed(kind, [write_scene(image(), name="scene.tif")], tmp_path / f"whole.{kind}").read_bytes()
    cut = tmp_path / f"cut.{kind}"
    cut.write_bytes(whole[: len(whole) // 2])
    error = refused(cut)
    assert "cut off or damaged" in str(error) and "again" in error.hint


def test_a_folder_of_archives_alone_names_them(write_scene: Write, tmp_path: Path) -> None:
    folder = tmp_path / "down loads"
    folder.mkdir()
    archive = packed("zip", [write_scene(image(), name="scene.tif")], folder / "scene.zip")
    assert names_in(refused(folder).hint) == [str(archive)]


def test_an_envi_file_is_found_by_its_header(tmp_path: Path, write_scene: Write) -> None:
    path = write_scene(image(3), name="cube", driver="ENVI")
    assert path.with_suffix(".hdr").exists()
    assert names_in(refused(tmp_path).hint) == [str(path)]


SAFE = "S2B_MSIL2A_20230823T095559_N0509_R122_T33UUC_20230823T124759.SAFE"


@pytest.fixture
def safe(tmp_path: Path) -> Path:
    """As much of a Sentinel-2 product as GDAL needs to list what is in it, with bands of 10 m and 20 m."""
    granule = "GRANULE/L2A_T33UUC_A033753_20230823T095553"
    folder = tmp_path / "down loads" / SAFE
    names = []
    for metres, bands in ((10, ("B02", "B03", "B04", "B08")), (20, ("B05", "B06", "B07", "B8A", "B11", "B12"))):
        for band in bands:
            name = f"{granule}/IMG_DATA/R{metres}m/T33UUC_20230823T095559_{band}_{metres}m"
            names.append(name)
            path = folder / f"{name}.jp2"
            path.parent.mkdir(parents=True, exist_ok=True)
            side = 1200 // metres
            with rasterio.open(
                path, "w", driver="JP2OpenJPEG", width=side, height=side, count=1, dtype="uint16", crs="EPSG:32633",
                transform=from_origin(300_000, 5_900_040, metres, metres),
            ) as target:  # fmt: skip
                target.write(image(1, side))
    files = "".join(f"<IMAGE_FILE>{name}</IMAGE_FILE>" for name in names)
    (folder / "MTD_MSIL2A.xml").write_text(
        '<n1:Level-2A_User_Product xmlns:n1="https://psd-14.sentinel2.eo.esa.int/PSD/User_Product_Level-2A.xsd">'
        f"<n1:General_Info><Product_Info><PRODUCT_URI>{SAFE}</PRODUCT_URI>"
        "<PROCESSING_LEVEL>Level-2A</PROCESSING_LEVEL><PRODUCT_TYPE>S2MSI2A"
        "</PRODUCT_TYPE><Query_Options completeSingleTile='true'><PRODUCT_FORMAT>SAFE_COMPACT</PRODUCT_FORMAT>"
        "</Query_Options><Product_Organisation><Granule_List><Granule datastripIdentifier='D' granuleIdentifier="
        "'S2B_OPER_MSI_L2A_TL_2BPS_20230823T124759_A033753_T33UUC_N05.09' imageFormat='JPEG2000'>"
        f"{files}</Granule></Granule_List>"
        "</Product_Organisation></Product_Info></n1:General_Info></n1:Level-2A_User_Product>"
    )
    sizes = "".join(
        f'<Size resolution="{metres}"><NROWS>{1200 // metres}</NROWS><NCOLS>{1200 // metres}</NCOLS></Size>'
        f'<Geoposition resolution="{metres}"><ULX>300000</ULX><ULY>5900040</ULY><XDIM>{metres}</XDIM>'
        f"<YDIM>-{metres}</YDIM></Geoposition>"
        for metres in (10, 20)
    )
    (folder / granule / "MTD_TL.xml").write_text(
        '<n1:Level-2A_Tile_ID xmlns:n1="https://psd-14.sentinel2.eo.esa.int/PSD/S2_PDI_Level-2A_Tile_Metadata.xsd">'
        "<n1:Geometric_Info><Tile_Geocoding><HORIZONTAL_CS_NAME>WGS84 / UTM zone 33N</HORIZONTAL_CS_NAME>"
        f"<HORIZONTAL_CS_CODE>EPSG:32633</HORIZONTAL_CS_CODE>{sizes}</Tile_Geocoding></n1:Geometric_Info>"
        "</n1:Level-2A_Tile_ID>"
    )
    return folder


@pytest.mark.parametrize("packing", ["", ".zip", ".SAFE.zip", "above", ".tar"])
def test_a_sentinel_2_product_is_one_scene_however_it_is_packed(safe: Path, packing: str, tmp_path: Path) -> None:
    name = safe.parent if packing == "above" else safe
    if packing.startswith("."):
        name = tmp_path / f"{safe.stem}{packing}"
        if packing == ".tar":
            with tarfile.open(name, "w", format=tarfile.GNU_FORMAT) as tar:  # GDAL reads no long names of PAX
                tar.add(safe, safe.name)
        else:
            shutil.make_archive(str(name.with_suffix("")), "zip", safe.parent, safe.name)
    with Scene.open(name) as scene:
        assert scene.count >= 2 and scene.gsd_m == pytest.approx(10, rel=0.01)
        assert scene.read((0, 8), (0, 8), [1])[0].any()


def test_a_batch_takes_a_product_folder_for_one_scene(safe: Path, tmp_path: Path) -> None:
    found = scene_list.find([str(safe)], scene_list.SceneSearch(tmp_path / "work"), lambda *_: None)
    assert [scene.name for scene in found] == [str(safe)]
    (tmp_path / "empty").mkdir()
    with pytest.raises((RequestError, SceneError), match="no "):
        scene_list.find([str(tmp_path / "empty")], scene_list.SceneSearch(tmp_path / "work"), lambda *_: None)


@pytest.mark.parametrize("packing", ["folder", "tar"])
def test_a_landsat_product_is_joined_by_the_hint(
    write_scene: Write, tmp_path: Path, engine: Engine, monkeypatch: pytest.MonkeyPatch, packing: str
) -> None:
    stem, folder = "LC08_L2SP_193024_20200801_20200914_02_T1", tmp_path / "pro duct"
    folder.mkdir()
    bands = [f"SR_B{number}" for number in range(1, 8)] + ["ST_B10", "ST_EMIS", "QA_PIXEL", "SR_QA_AEROSOL"]
    files = [write_scene(image() + 7000, name=f"pro duct/{stem}_{band}.TIF") for band in bands]
    given = folder if packing == "folder" else packed("tar", files, tmp_path / f"{stem}.tar")
    hint = refused(given).hint
    command, _, rest = hint.removeprefix("join the bands: ").partition(", and add ")
    assert "--bands 1=B1,2=B2,3=B3,4=B4,5=B5,6=B6,7=B7;" in rest
    assert len(shlex.split(command)) == 10 and "ST_" not in command and "QA_" not in command
    if not shutil.which("gdalbuildvrt"):
        pytest.skip("needs gdalbuildvrt, which the hint names")
    monkeypatch.chdir(tmp_path)
    subprocess.run([shutil.which("gdalbuildvrt"), "-q", *shlex.split(command)[1:]], check=True)
    told = json.loads(engine("inspect", shlex.split(command)[2], *rest.partition(";")[0].split(), "--json").out)
    assert told["sensor"] == "landsat-8" and [band["name"] for band in told["bands"]][:2] == ["B1", "B2"]


@pytest.fixture
def four_pages(tmp_path: Path) -> Path:
    """A TIFF of four pages, a band each."""
    for page, band in enumerate(image(4)):
        with rasterio.open(
            tmp_path / "scene.tif", "w", driver="GTiff", width=40, height=40, count=1, dtype="uint16",
            APPEND_SUBDATASET="NO" if page == 0 else "YES",
        ) as target:  # fmt: skip
            target.write(band, 1)
    return tmp_path / "scene.tif"


def test_inspect_tells_of_further_pages_and_how_to_name_and_to_join_them(
    engine: Engine, four_pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    told = json.loads(engine("inspect", "scene.tif", "--json").out)["more"]
    assert "scene.tif has 4 pages, and only the first is read" in told
    assert "4 pages" in engine("inspect", "scene.tif").out
    pages = image(4)
    with Scene.open(re.search(r"GTIFF_DIR:2\S+(?=,)", told)[0]) as scene:
        assert np.array_equal(scene.read((0, 40), (0, 40), [1])[0][0], pages[1]) and scene.unread is None
    if not shutil.which("gdalbuildvrt"):
        pytest.skip("needs gdalbuildvrt, which the hint names")
    command = shlex.split(told.partition("join them: ")[2])
    subprocess.run([command[0], "-q", *command[1:]], check=True)
    with Scene.open("scene.vrt") as scene:
        assert np.array_equal(scene.read((0, 40), (0, 40), [1, 2, 3, 4])[0], pages)


def test_a_job_warns_that_only_the_first_page_was_read(
    engine: Engine, four_pages: Path, tmp_path: Path, quick_model: str
) -> None:
    out = tmp_path / "f.tif"
    answer = engine("embed", four_pages, "--bands", "1=red", "--units", "dn", "--out", out, "--model", quick_model)
    assert answer.status == 0, answer.err
    assert "warning: " in answer.out and "has 4 pages, and only the first is read" in answer.out


def test_overviews_and_masks_are_no_pages(write_scene: Write) -> None:
    path = write_scene(image(side=600), tiled=True)
    with rasterio.Env(GDAL_TIFF_INTERNAL_MASK=True), rasterio.open(path, "r+") as target:
        target.build_overviews([2, 4])
        target.write_mask(np.full((600, 600), 255, np.uint8))
    with Scene.open(path) as scene:
        assert scene.unread is None


def test_plain_rasters_are_not_looked_into(write_scene: Write) -> None:
    assert containers.inside(str(write_scene(image()))) is None
    assert containers.inside("https://example.org/scene.zip.tif") is None
