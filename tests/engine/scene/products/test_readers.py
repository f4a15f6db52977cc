"""Products say what they are: sensor, bands, wavelengths, units, nodata, date and masks, however they are named."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from rasterio.enums import Resampling
from rasterio.warp import reproject

from engine.distributed.scene_list import SceneSearch, find
from engine.errors import SceneError
from engine.protocol import SceneSpec
from engine.scene import products as readers
from engine.scene.interpretation import Reading, interpret, read_scene
from engine.scene.raster import Scene, open_scene
from engine.scene.sources.place import open_place

OneOf = Callable[..., Path]
Write = Callable[..., Path]

CLOUDY, HAZY = {"clouds", "shadow", "snow"}, {"clouds", "haze", "shadow", "snow"}
# what a right reader reports: sensor, units, number of bands, wavelength of the third band, date, masks
KNOWN: dict[str, tuple[str, str, str, int, float | None, str, set[str]]] = {
    "sentinel2_l2a": ("*.SAFE", "sentinel-2", "dn+1000", 12, 558.9, "2023-08-23T09:55:59", CLOUDY),
    "sentinel2_l2a_zip": ("*.zip", "sentinel-2", "dn+1000", 12, 558.9, "2023-08-23T09:55:59", CLOUDY),
    "sentinel2_l1c": ("*.SAFE", "sentinel-2", "dn+1000", 13, 558.9, "2023-08-23T09:55:59", {"clouds", "snow"}),
    "landsat_c2l2": ("*MTL.txt", "landsat-8", "landsat-c2", 7, 561.41, "2023-08-20T10:09:31", CLOUDY),
    "landsat_c2l2_tar": ("*.tar", "landsat-8", "landsat-c2", 7, 561.41, "2023-08-20T10:09:31", CLOUDY),
    "stac_earthsearch": ("*.json", "sentinel-2", "dn", 12, 559.0, "2023-08-23T10:05:21", CLOUDY),
    "stac_earthsearch_c1": ("*.json", "sentinel-2", "dn+1000", 12, 559.0, "2023-08-23T10:05:21", CLOUDY),
    "stac_landsat": ("*_T1.json", "landsat-8", "landsat-c2", 7, 560.0, "2023-08-20T10:09:31", CLOUDY),
    "enmap_l2a": ("*METADATA.XML", "enmap", "dn", 224, None, "2023-08-24T10:45:12", HAZY),
    "prisma_l2d": ("*.he5", "hyperspectral", "reflectance", 234, 419.14, "2023-08-24T10:17:04", set()),
    "emit_l2a": ("*RFL*.nc", "hyperspectral", "reflectance", 243, 395.87, "2023-08-24T11:42:03", {"clouds"}),
    "planetscope_8b": ("*_SR_8b_clip.tif", "planetscope", "dn", 8, 531.0, "2023-08-23T10:15:34", HAZY),
    "planetscope_4b": ("*_SR_clip.tif", "planetscope", "dn", 4, 665.0, "2023-08-23T10:15:36", HAZY),
    "sentinel1_rtc": ("", "sentinel-1", "linear", 2, None, "2023-08-23T05:23:44", set()),
    "alphaearth": ("*/*/*.tiff", "embedding", "feature", 64, None, "2023", set()),
    "tessera_geotiff": ("*.tif", "embedding", "feature", 128, None, "2023", set()),
    "dem_glo30": ("*.tif", "elevation", "metre", 1, None, "", set()),
}  # fmt: skip


@pytest.mark.parametrize("name", KNOWN)
def test_a_product_says_what_it_is(one_of: OneOf, name: str) -> None:
    pattern, sensor, units, count, third_nm, taken, masks = KNOWN[name]
    with Scene.open(one_of(name, pattern)) as scene:
        reading = read_scene(scene)
        assert isinstance(reading, Reading) and scene.product
        assert (reading.sensor.id, reading.units.id, len(reading.bands)) == (sensor, units, count)
        if third_nm:
            assert reading.bands[2].band.wavelength_nm == pytest.approx(third_nm, abs=0.06)
        assert scene.product.product.taken.startswith(taken)
        assert set(scene.cover.shares if scene.cover else ()) == masks


@pytest.mark.parametrize(
    "named", ["MTD_MSIL2A.xml", "*/*/IMG_DATA/R10m/*_B04_10m.jp2", "*/*/IMG_DATA/R60m/*_B8A_60m.jp2"]
)
def test_metadata_and_images_of_a_product_mean_the_whole_product(one_of: OneOf, named: str) -> None:
    safe = one_of("sentinel2_l2a", "*.SAFE")
    with Scene.open(safe) as whole, Scene.open(next(iter(safe.glob(named)))) as part:
        window = (0, whole.height), (0, whole.width)
        for one, other in zip(whole.read(*window, [1, 4, 12]), part.read(*window, [1, 4, 12]), strict=True):
            assert np.array_equal(one, other)


def test_images_without_metadata_leave_the_offset_in_question(one_of: OneOf) -> None:
    with Scene.open(one_of("sentinel2_loose")) as scene:
        (question,) = read_scene(scene).questions
        assert question.about == "units" and question.choices == ("dn+1000", "dn") and question.dated == "2023-08-23"


def test_a_zip_a_folder_and_loose_images_hold_the_same_pixels(one_of: OneOf) -> None:
    names = one_of("sentinel2_l2a", "*.SAFE"), one_of("sentinel2_l2a_zip", "*.zip"), one_of("sentinel2_loose")
    read = []
    for name in names:
        with Scene.open(name) as scene:
            read.append(scene.read((0, 120), (0, 120), range(1, 13)))
    for pixels, valid in read[1:]:
        assert np.array_equal(pixels, read[0][0]) and np.array_equal(valid, read[0][1])


def test_bands_of_20_and_60_metres_are_warped_as_gdal_warps_them(one_of: OneOf) -> None:
    safe = one_of("sentinel2_l2a", "*.SAFE")
    with Scene.open(safe, mask="none") as scene:
        names = [band.band.name for band in read_scene(scene).bands]
        for band, size in (("B05", 20), ("B01", 60), ("B09", 60)):
            (file,) = safe.glob(f"*/*/IMG_DATA/R{size}m/*_{band}_{size}m.jp2")
            with rasterio.open(file) as source:
                wanted = np.zeros((120, 120), np.uint16)
                reproject(
                    source.read(1), wanted, src_transform=source.transform, src_crs=source.crs, src_nodata=0,
                    dst_transform=scene.transform, dst_crs=scene.crs, dst_nodata=0, resampling=Resampling.bilinear,
                    tolerance=0.001,
                )  # fmt: skip
            found = scene.read((0, 120), (0, 120), [names.index(band) + 1])[0][0]
            apart = np.abs(found.astype(int) - wanted)  # block by block, GDAL rounds a few halves to the other side
            assert apart.max() <= 1 and (apart > 0).mean() < 0.01


def test_pixels_do_not_depend_on_the_window_that_is_read(one_of: OneOf) -> None:
    with Scene.open(one_of("sentinel2_l2a", "*.SAFE")) as scene:
        pixels, valid = scene.read((0, 120), (0, 120), range(1, 13))
        for rows, cols in (((7, 31), (40, 111)), ((64, 65), (0, 120)), ((100, 120), (3, 4))):
            part, known = scene.read(rows, cols, range(1, 13))
            place = slice(*rows), slice(*cols)
            assert np.array_equal(part, pixels[:, *place]) and np.array_equal(known, valid[place])


def test_the_same_reflectance_with_and_without_the_offset(one_of: OneOf) -> None:
    """Earth Search took the offset off, and says so; Collection 1 did not."""
    read = []
    for name in ("stac_earthsearch", "stac_earthsearch_c1"):
        with Scene.open(one_of(name, "*.json"), mask="none") as scene:
            reading = read_scene(scene).require()
            pixels, valid = scene.read((0, 120), (0, 120), reading.indices)
            read.append(reading.units.to_model(pixels)[:, valid])
    assert np.abs(read[0] - read[1]).max() < 2e-4


@pytest.mark.parametrize(
    ("mask", "covers"), [("", {3, 8, 9, 10}), ("clouds", {8, 9, 10}), ("shadow", {3}), ("none", set())]
)
def test_the_scene_classification_is_nodata_as_far_as_asked(one_of: OneOf, mask: str, covers: set[int]) -> None:
    safe = one_of("sentinel2_l2a", "*.SAFE")
    (file,) = safe.glob("*/*/IMG_DATA/R20m/*_SCL_20m.jp2")
    with rasterio.open(file) as source:
        classes = source.read(1).repeat(2, 0).repeat(2, 1)
    with Scene.open(safe, mask=mask) as scene, Scene.open(safe, mask="none") as bare:
        valid, measured = (each.read((0, 120), (0, 120), [2])[1] for each in (scene, bare))
    nothing = {0, 1} if mask != "none" else set()
    assert np.array_equal(valid, measured & ~np.isin(classes, [*covers, *nothing]))
    assert np.isin(classes, list(covers)).any() or not covers


def test_a_mask_that_a_scene_has_not_is_refused(one_of: OneOf, write_tif: Write) -> None:
    with pytest.raises(SceneError, match="no layer of clouds"):
        Scene.open(write_tif("plain.tif", np.ones((8, 8), np.uint16)), mask="clouds")
    with pytest.raises(ValueError, match="no mask is called 'fog'"):
        Scene.open(one_of("sentinel2_l2a", "*.SAFE"), mask="fog")


def test_alphaearth_is_turned_north_up_and_decoded(one_of: OneOf) -> None:
    path = one_of("alphaearth", "*/*/*.tiff")
    with Scene.open(path) as scene, rasterio.open(path) as source:
        stored = source.read()[:, ::-1].astype(np.float64)
        pixels, valid = scene.read((0, 120), (0, 120), range(1, 65))
        assert scene.transform.e < 0
    assert np.array_equal(valid, (stored != -128).all(0))
    wanted = np.sign(stored) * (stored / 127.5) ** 2
    assert np.abs(pixels - wanted)[:, valid].max() < 1e-6


def test_radar_geometry_is_refused_with_the_way_out(one_of: OneOf) -> None:
    with pytest.raises(SceneError, match="radar geometry") as caught:
        Scene.open(one_of("sentinel1_grd", "*.SAFE"))
    assert "Terrain Correction" in caught.value.hint


def test_arrays_of_tessera_are_the_vectors_of_its_geotiff(one_of: OneOf, tmp_path: Path) -> None:
    array, folder = one_of("tessera_npy", "*/2023/*/grid_12.25_55.95.npy"), one_of("tessera_npy")
    with Scene.open(one_of("tessera_geotiff", "*.tif")) as exported:
        wanted, _ = exported.read((0, 34), (0, 34), range(1, 129))
    for given in (array, array.parent, folder):
        with Scene.open(given) as scene:
            reading = read_scene(scene).require()
            pixels, valid = scene.read((0, 34), (0, 34), reading.indices)
            assert scene.product and scene.product.product.title == "TESSERA 2023"
            assert {path.suffix for path in scene.files} == {".npy", ".tiff"}
            assert reading.sensor.id == "embedding" and valid.all()
            assert np.allclose(pixels, wanted, atol=1e-6)
    alone = shutil.copy(array, tmp_path)
    with pytest.raises(SceneError, match="lacks its factors"):
        Scene.open(alone)
    shutil.copy(array.with_name("grid_12.25_55.95_scales.npy"), tmp_path)
    with pytest.raises(SceneError, match="does not say where it lies"):
        Scene.open(alone)


def test_a_band_that_is_missing_is_named(one_of: OneOf, tmp_path: Path) -> None:
    safe = tmp_path / "продукт.SAFE"
    shutil.copytree(one_of("sentinel2_l2a", "*.SAFE"), safe)
    for image in safe.glob("*/*/IMG_DATA/*/*_B05_*.jp2"):
        image.unlink()
    with pytest.raises(SceneError, match="lacks the image of B05"):
        Scene.open(safe)
    with Scene.open(next(iter(safe.glob("*/*/IMG_DATA")))) as scene:  # the way out
        assert scene.count == 11


@pytest.mark.parametrize(
    ("name", "image", "named"),
    [
        ("sentinel2_l2a", "*.SAFE/*/*/IMG_DATA/R20m/*_B05_20m.jp2", "*.SAFE"),
        ("sentinel2_l2a", "*.SAFE/*/*/IMG_DATA/R20m/*_B05_20m.jp2", "cut.zip"),
        ("landsat_c2l2", "*_SR_B3.TIF", ""),
        ("stac_earthsearch", "B11.tif", "*.json"),
    ],
)
def test_of_a_product_the_file_that_is_cut_off_is_named(
    one_of: OneOf, tmp_path: Path, name: str, image: str, named: str
) -> None:
    shutil.copytree(one_of(name), tmp_path / name)
    (cut,) = (tmp_path / name).glob(image)
    cut.write_bytes(cut.read_bytes()[: cut.stat().st_size // 2])
    shutil.make_archive(str(tmp_path / name / "cut"), "zip", tmp_path / name) if named == "cut.zip" else None
    said = SceneSpec(str(next((tmp_path / name).glob(named)) if named else tmp_path / name))
    with pytest.raises(SceneError, match=f"its file {cut.name} is cut off") as caught, open_scene(said) as scene:
        interpret(scene, said)
    assert "\n" not in str(caught.value) and ".cpp" not in str(caught.value) and caught.value.hint


@pytest.mark.parametrize(
    ("name", "file", "text"),
    [
        ("landsat_c2l2", "*MTL.txt", "nothing"),
        ("landsat_c2l2", "*MTL.txt", None),
        ("planetscope_8b", "*_metadata.json", "[1]"),
    ],
)
def test_metadata_that_make_no_sense_are_one_line(
    one_of: OneOf, tmp_path: Path, name: str, file: str, text: str | None
) -> None:
    shutil.copytree(one_of(name), tmp_path / name)
    (metadata,) = (tmp_path / name).glob(file)
    metadata.write_text(text or metadata.read_text().replace("2.75e-05", "much"))
    with pytest.raises(SceneError, match=f"cannot make sense of the metadata of {name}") as caught:
        Scene.open(tmp_path / name)
    assert "\n" not in str(caught.value) and caught.value.hint


def test_a_folder_of_several_products_is_not_guessed(one_of: OneOf, tmp_path: Path) -> None:
    for name in ("sentinel2_l2a", "sentinel2_l1c"):
        safe = one_of(name, "*.SAFE")
        shutil.copytree(safe, tmp_path / "both" / safe.name)
    with pytest.raises(SceneError, match=r"holds 2 products .*L1C, .*L2A"):
        Scene.open(tmp_path / "both")


def test_products_of_two_kinds_in_a_folder_are_not_guessed_and_an_item_goes_with_its_scene(
    one_of: OneOf, tmp_path: Path
) -> None:
    for name in ("landsat_c2l2", "prisma_l2d"):
        shutil.copytree(one_of(name), tmp_path / "both", dirs_exist_ok=True)
    with pytest.raises(SceneError, match=r"holds 2 products \(Landsat 8 L2SP, PRISMA L2D\)"):
        Scene.open(tmp_path / "both")
    with Scene.open(one_of("stac_landsat")) as scene:
        assert scene.product and scene.product.product.title == "Landsat 8 L2SP"


@pytest.mark.parametrize("name", ["sentinel2_loose", "landsat_c2l2"])
@pytest.mark.parametrize("spelling", [str.lower, str.upper])
def test_names_may_be_spelled_in_other_letters(
    one_of: OneOf, tmp_path: Path, name: str, spelling: Callable[[str], str]
) -> None:
    for path in one_of(name).iterdir():
        shutil.copy(path, tmp_path / spelling(path.name))
    with Scene.open(tmp_path) as scene, Scene.open(one_of(name)) as known:
        assert scene.product and known.product
        assert (scene.count, scene.product.product.taken) == (known.count, known.product.product.taken)
        assert scene.product.product.aside == known.product.product.aside and scene.cover


def test_a_product_without_its_mask_says_so(one_of: OneOf, tmp_path: Path) -> None:
    shutil.copytree(one_of("landsat_c2l2"), tmp_path, dirs_exist_ok=True)
    next(tmp_path.glob("*QA_PIXEL*")).unlink()
    with Scene.open(tmp_path) as scene, Scene.open(one_of("landsat_c2l2")) as whole:
        assert scene.product and whole.product
        assert "clouds are not masked" in scene.product.product.caution and not whole.product.product.caution


def test_a_batch_takes_each_product_once_though_their_files_lie_in_one_folder(one_of: OneOf, tmp_path: Path) -> None:
    flat = tmp_path / "flat"
    for name in ("landsat_c2l2", "planetscope_8b", "sentinel2_loose", "prisma_l2d"):
        shutil.copytree(one_of(name), flat, dirs_exist_ok=True)
    found = find([str(flat)], SceneSearch(tmp_path / "work"), lambda *_: None)
    assert [scene.stem for scene in found] == [
        "20230823_101534_27_24a1",
        "LC08_L2SP_195021_20230820_20230826_02_T1",
        "PRS_L2D_STD_20230824101704_20230824101708_0001",
        "T33UUC_20230823T095559",
    ]


# Products of the tests' own

MTL = """GROUP = LANDSAT_METADATA_FILE
  GROUP = PRODUCT_CONTENTS
    PROCESSING_LEVEL = "L2SP"
    FILE_NAME_BAND_2 = "{scene}_SR_B2.TIF"
    FILE_NAME_BAND_5 = "{scene}_SR_B5.TIF"
    FILE_NAME_QUALITY_L1_PIXEL = "{scene}_QA_PIXEL.TIF"
  END_GROUP = PRODUCT_CONTENTS
  GROUP = IMAGE_ATTRIBUTES
    SPACECRAFT_ID = "LANDSAT_9"
    DATE_ACQUIRED = 2024-05-03
    SCENE_CENTER_TIME = "10:15:31.4471230Z"
  END_GROUP = IMAGE_ATTRIBUTES
  GROUP = LEVEL2_SURFACE_REFLECTANCE_PARAMETERS
    REFLECTANCE_MULT_BAND_2 = 2.75e-05
    REFLECTANCE_ADD_BAND_2 = -0.2
    REFLECTANCE_MULT_BAND_5 = 2.75e-05
    REFLECTANCE_ADD_BAND_5 = -0.2
  END_GROUP = LEVEL2_SURFACE_REFLECTANCE_PARAMETERS
  GROUP = LEVEL1_RADIOMETRIC_RESCALING
    REFLECTANCE_MULT_BAND_2 = 2.0000E-05
    REFLECTANCE_ADD_BAND_2 = -0.100000
  END_GROUP = LEVEL1_RADIOMETRIC_RESCALING
END_GROUP = LANDSAT_METADATA_FILE
END
"""
LANDSAT = "LC09_L2SP_195021_20240503_20240505_02_T1"


@pytest.fixture
def landsat(write_tif: Write) -> Path:
    rng = np.random.default_rng(0)
    for band in ("SR_B2", "SR_B5"):
        path = write_tif(f"scene/{LANDSAT}_{band}.TIF", rng.integers(8000, 20000, (20, 20)).astype(np.uint16), 30)
    quality = np.full((20, 20), 21824, np.uint16)
    quality[:2], quality[2:3] = 22280, 23888  # cloud; shadow
    write_tif(f"scene/{LANDSAT}_QA_PIXEL.TIF", quality, 30)
    (path.parent / f"{LANDSAT}_MTL.txt").write_text(MTL.format(scene=LANDSAT))
    return path.parent


@pytest.mark.parametrize("named", ["", f"{LANDSAT}_MTL.txt", f"{LANDSAT}_SR_B5.TIF"])
def test_a_landsat_scene_is_read_by_the_group_of_its_level(landsat: Path, named: str) -> None:
    with Scene.open(landsat / named) as scene:
        reading = read_scene(scene).require()
        assert (reading.sensor.id, reading.units.id) == ("landsat-9", "landsat-c2")
        assert [band.band.name for band in reading.bands] == ["B2", "B5"]
        assert not scene.read((0, 3), (0, 20), [1])[1].any() and scene.read((3, 20), (0, 20), [1])[1].all()
        assert scene.cover and scene.cover.shares == {"clouds": 0.1, "shadow": 0.05, "snow": 0.0}


def test_a_single_band_of_landsat_stays_a_raster(landsat: Path) -> None:
    (landsat / f"{LANDSAT}_MTL.txt").unlink()
    assert readers.find(str(landsat / f"{LANDSAT}_SR_B5.TIF")) is None


def item(**assets: Any) -> dict[str, Any]:
    return {
        "type": "Feature", "stac_version": "1.0.0", "id": "an-item", "geometry": None, "links": [],
        "properties": {"datetime": "2024-05-03T10:00:00Z", "platform": "sentinel-2a"}, "assets": assets,
    }  # fmt: skip


def asset(href: str, **said: Any) -> dict[str, Any]:
    return {"href": href, "type": "image/tiff; application=geotiff", "roles": ["data"], **said}


def test_an_item_of_two_grids_is_one_scene(write_tif: Write, tmp_path: Path) -> None:
    write_tif("red.tif", np.full((12, 12), 900, np.uint16), 10)
    write_tif("edge.tif", np.full((6, 6), 1500, np.uint16), 20)
    write_tif("tci.tif", np.full((3, 12, 12), 90, np.uint8), 10)
    stored = {"raster:bands": [{"scale": 1e-4, "offset": 0, "nodata": 0}]}
    (tmp_path / "item.json").write_text(json.dumps(item(
        visual=asset("tci.tif", **{"eo:bands": [{"name": "red"}, {"name": "green"}, {"name": "blue"}]}),
        red=asset("red.tif", **{"eo:bands": [{"name": "B04", "center_wavelength": 0.665}]}, **stored),
        edge=asset("edge.tif", **{"eo:bands": [{"name": "B05", "center_wavelength": 0.704}]}, **stored),
    )))  # fmt: skip
    with Scene.open(tmp_path / "item.json") as scene:
        reading = read_scene(scene).require()
        assert [band.band.name for band in reading.bands] == ["B04", "B05"] and reading.units.id == "dn"
        assert (scene.read((0, 12), (0, 12), [2])[0] == 1500).all()


def test_an_asset_that_is_not_there_is_named_with_its_item(tmp_path: Path) -> None:
    gone = asset("red.tif", **{"eo:bands": [{"name": "B04", "center_wavelength": 0.665}]})
    (tmp_path / "item.json").write_text(json.dumps(item(red=gone)))
    with pytest.raises(SceneError, match=r"STAC item .* lacks red\.tif"):
        Scene.open(tmp_path / "item.json")


def test_an_asset_on_a_network_is_read_only_if_the_user_says_so(tmp_path: Path) -> None:
    far = asset("https://example.invalid/B04.tif", **{"eo:bands": [{"name": "B04", "center_wavelength": 0.665}]})
    (tmp_path / "item.json").write_text(json.dumps(item(red=far)))
    with pytest.raises(SceneError) as caught:
        Scene.open(tmp_path / "item.json")
    assert "--remote" in caught.value.hint


def test_any_other_json_is_no_product(tmp_path: Path) -> None:
    (tmp_path / "some.json").write_text('{"a": 1}')
    assert readers.find(str(tmp_path / "some.json")) is None


@pytest.mark.parametrize(("name", "pattern"), [("sentinel2_l2a", "*.SAFE"), ("sentinel2_loose", "")])
def test_a_product_beside_one_of_another_level_is_told(one_of: OneOf, name: str, pattern: str) -> None:
    said = SceneSpec(str(one_of(name, pattern)), units="dn+1000")
    scene, _ = open_place(SceneSpec(str(one_of("sentinel2_l1c", "*.SAFE")), beside=(said,)))
    with scene:
        assert scene.product and "not of one processing level" in scene.product.product.caution


def test_what_is_resampled_is_the_same_in_small_windows_and_in_a_map(write_tif: Write, tmp_path: Path) -> None:
    rng = np.random.default_rng(0)
    for name, side, size in (("B02_10m", 300, 10), ("B05_20m", 150, 20)):
        write_tif(
            f"loose/T33UUC_20230823T095559_{name}.tif", rng.integers(1, 9000, (side, side)).astype(np.uint16), size
        )
    with Scene.open(tmp_path / "loose") as scene:
        strips = np.concatenate([scene.read(rows, (0, 300), [2])[0] for rows in ((0, 256), (256, 300))], axis=1)
        for row, col in ((0, 0), (100, 60), (230, 180)):
            small, _ = scene.read((row, row + 64), (col, col + 64), [2])
            assert np.array_equal(small, strips[:, row : row + 64, col : col + 64])
