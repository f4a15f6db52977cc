"""Published data sets are found as they are published. Small files, written in exactly those layouts."""

import math
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from rasterio.transform import from_origin

from engine.scene.raster import Scene
from training.data.catalogue import Catalogue, build
from training.data.catalogue_entry import Entry
from training.data.layouts import five_billion_pixels, hyspecnet, satlas, walk

Write = Callable[..., Path]
S2_IMAGE = "S2A_MSIL1C_20160808T181452_N0204_R041_T12SVC_20160808T181447"
TILE = "ENMAP01-____L2A-DT0000004950_20221103T162438Z_001_V010110_20221118T145147Z"


@pytest.fixture
def write() -> Write:
    """``write(path, pixels_CHW, **profile)``: a picture or GeoTIFF, and its folders."""

    def write(path: Path, pixels: np.ndarray, **profile: Any) -> Path:
        path.parent.mkdir(parents=True, exist_ok=True)
        driver = {".png": "PNG", ".jpg": "JPEG"}.get(path.suffix.lower(), "GTiff")
        count, height, width = pixels.shape
        size = {"count": count, "height": height, "width": width, "dtype": pixels.dtype}
        with rasterio.open(path, "w", driver=driver, **size, **profile) as target:
            target.write(pixels)
        path.with_name(path.name + ".aux.xml").unlink(missing_ok=True)
        return path

    return write


def noise(count: int, side: int = 16, high: int = 255, dtype: str = "uint8") -> np.ndarray:
    return np.random.default_rng(count).integers(1, high, (count, side, side)).astype(dtype)


def catalogue(folder: Path) -> Catalogue:
    return build([folder], {}, lambda done, total, note: None)


def names(entry: Entry) -> list[str]:
    return [band.band.name for band in entry.bands]


@pytest.fixture
def satlas_tree(tmp_path: Path, write: Write) -> Path:
    root = tmp_path / "satlas"
    for band, count in {"tci": 3, **dict.fromkeys(("b05", "b06", "b07", "b08", "b11", "b12"), 1)}.items():
        write(root / "sentinel2" / S2_IMAGE / band / "1867_3287.png", noise(count, 512))
    write(root / "sentinel2" / S2_IMAGE / "tci" / "1867_3288.png", noise(3, 512))
    for band in ("vh", "vv"):
        write(root / "sentinel1" / "S1A_IW_GRDH_1SDV_20220101" / band / "1867_3287.png", noise(1, 512))
    for band, count in (("tci", 3), ("ir", 1)):
        write(root / "naip" / "m_2508008_nw_17_1_20151013" / band / "36368_55726.png", noise(count, 512))
    write(root / "static" / "1867_3287" / "land_cover.png", noise(1, 512))
    return root


def test_satlas_tiles_are_entries_of_one_picture_for_each_group_of_bands(satlas_tree: Path) -> None:
    by_modality = {}
    for entry in catalogue(satlas_tree).entries:
        by_modality.setdefault(entry.modality, []).append(entry)
    full, rgb = by_modality["S2"]
    assert names(full) == ["B04", "B03", "B02", "B05", "B06", "B07", "B08", "B11", "B12"]
    assert [Path(name).parts[-2] for name in full.files] == ["tci", "b05", "b06", "b07", "b08", "b11", "b12"]
    assert [(band.file, band.index) for band in full.bands[:4]] == [(0, 1), (0, 2), (0, 3), (1, 1)]
    assert names(rgb) == ["B04", "B03", "B02"]
    (radar,), (naip,) = by_modality["S1"], by_modality["NAIP"]
    assert names(radar) == ["VH", "VV"]
    assert names(naip) == ["Red", "Green", "Blue"]
    assert radar.place == full.place != ""
    assert rgb.place == naip.place == ""


def test_satlas_statistics_are_the_published_ones_in_the_units_of_its_numbers(satlas_tree: Path) -> None:
    radar = next(entry for entry in catalogue(satlas_tree).entries if entry.modality == "S1")
    assert radar.units == "uint8"
    assert radar.mean == radar.std == ()
    assert radar.collection_mean == pytest.approx((166.3628 / 255, 88.4554 / 255))
    assert radar.collection_std == pytest.approx((64.8313 / 255, 43.0735 / 255))


def test_satlas_tiles_lie_where_web_mercator_puts_them(satlas_tree: Path) -> None:
    found = catalogue(satlas_tree)
    index = next(i for i, entry in enumerate(found.entries) if entry.modality == "S2")
    # The documentation's example: tile (1867, 3287) begins at latitude 33.4681, longitude -97.9541.
    assert found.footprints[index].bounds[0] == pytest.approx(-97.9541, abs=1e-4)
    assert found.footprints[index].bounds[3] == pytest.approx(33.4681, abs=1e-4)
    latitude = sum(found.footprints[index].bounds[1::2]) / 2
    assert found.entries[index].gsd_m == pytest.approx(9.5546 * math.cos(math.radians(latitude)), rel=1e-4)


def test_satlas_pictures_are_named_but_not_opened(satlas_tree: Path) -> None:
    damaged = satlas_tree / "sentinel1" / "S1A_IW_GRDH_1SDV_20220101" / "vv" / "1867_3287.png"
    damaged.write_bytes(b"")
    assert str(damaged) in {name for entry in catalogue(satlas_tree).entries for name in entry.files}


def test_a_product_of_satlas_alone_is_recognised(satlas_tree: Path, tmp_path: Path) -> None:
    assert satlas.recognises(satlas_tree / "sentinel1")
    assert len(catalogue(satlas_tree / "naip").entries) == 1
    assert not satlas.recognises(tmp_path)
    (tmp_path / "sentinel2").mkdir()
    assert not satlas.recognises(tmp_path)


@pytest.mark.parametrize(
    ("folder", "first", "order", "units"),
    [
        ("Image_16bit_BGRNir", ".tiff", ["Blue", "Green", "Red", "NIR"], "counts"),
        ("Image_8bit_NirRGB", ".tif", ["NIR", "Red", "Green", "Blue"], "uint8"),
        ("Image__8bit_NirRGB", ".tif", ["NIR", "Red", "Green", "Blue"], "uint8"),
    ],
)
def test_five_billion_pixels_has_its_bands_in_the_order_of_the_folders_name(
    folder: str, first: str, order: list[str], units: str, tmp_path: Path, write: Write
) -> None:
    pixels = noise(4, 64) if units == "uint8" else noise(4, 64, 1023, "uint16")
    write(tmp_path / folder / f"GF2_PMS1__L1A0000564539-MSS1{first}", pixels)
    write(tmp_path / "Annotation__color" / "GF2_PMS1__L1A0000564539-MSS1_24label.tif", noise(3, 64))
    (entry,) = catalogue(tmp_path).entries
    assert names(entry) == order
    assert (entry.sensor, entry.modality, entry.units, entry.gsd_m) == ("gaofen-2", "Gaofen", units, 4.0)
    assert five_billion_pixels.recognises(tmp_path / folder)


def test_five_billion_pixels_in_both_depths_counts_once(tmp_path: Path, write: Write) -> None:
    write(tmp_path / "Image_16bit_BGRNir" / "GF2_a.tiff", noise(4, 64, 1023, "uint16"))
    write(tmp_path / "Image_8bit_NirRGB" / "GF2_a.tif", noise(4, 64))
    found = catalogue(tmp_path)
    assert [entry.units for entry in found.entries] == ["counts"]
    assert found.skipped == (
        (str(tmp_path / "Image_8bit_NirRGB/GF2_a.tif"), "the same scene as in Image_16bit_BGRNir"),
    )


@pytest.fixture
def hyspecnet_tree(tmp_path: Path, write: Write) -> Path:
    root = tmp_path / "hyspecnet-11k"
    parts = {"train": ["Y1_X1", "Y1_X2"], "val": ["Y2_X1"], "test": ["Y3_X1"]}
    for split, chosen in (("easy", parts), ("hard", {"train": ["Y3_X1"], "val": [], "test": []})):
        (root / "splits" / split).mkdir(parents=True)
        for part, patches in chosen.items():
            lines = [f"{TILE}/{TILE}-{patch}/{TILE}-{patch}-DATA.npy\n" for patch in patches]
            (root / "splits" / split / f"{part}.csv").write_text("".join(lines))
    pixels = noise(224, 16, 4000, "int16")
    pixels[126:141] = -32768
    place = {"nodata": -32768, "crs": "EPSG:32618", "transform": from_origin(691_845, 4_561_935, 30, 30)}
    for patch in (patch for patches in parts.values() for patch in patches):
        name = f"{TILE}-{patch}"
        write(root / "patches" / TILE / name / f"{name}-SPECTRAL_IMAGE.TIF", pixels, interleave="band", **place)
        write(root / "patches" / TILE / name / f"{name}-QL_QUALITY_CLOUD.TIF", noise(1))
    return root


def test_hyspecnet_trains_on_the_202_valid_bands_of_the_training_patches(hyspecnet_tree: Path) -> None:
    found = catalogue(hyspecnet_tree.parent)
    assert len(found.entries) == 2
    entry = found.entries[0]
    assert len(entry.bands) == 202
    assert (entry.sensor, entry.modality, entry.units) == ("enmap", "EnMAP", "dn")
    assert entry.gsd_m == pytest.approx(30, rel=0.01)
    assert [band.index for band in entry.bands][125:128] == [126, 142, 143]
    assert entry.bands[126].band.wavelength_nm == pytest.approx(1224, abs=400)
    assert {reason for _, reason in found.skipped} == {
        "held out by the data set: val of its easy split", "held out by the data set: test of its easy split"
    }  # fmt: skip


def test_the_hard_split_of_hyspecnet_is_taken_by_its_folder(hyspecnet_tree: Path) -> None:
    assert hyspecnet.recognises(hyspecnet_tree / "splits" / "hard")
    (entry,) = catalogue(hyspecnet_tree / "splits" / "hard").entries
    assert entry.files[0].endswith("Y3_X1-SPECTRAL_IMAGE.TIF")
    assert "hard split" in entry.collection


def test_a_patch_of_hyspecnet_that_is_missing_is_skipped(hyspecnet_tree: Path) -> None:
    next(hyspecnet_tree.rglob("*Y1_X1-SPECTRAL_IMAGE.TIF")).unlink()
    found = catalogue(hyspecnet_tree)
    assert len(found.entries) == 1
    assert any("no such file" in reason for _, reason in found.skipped)


def test_eurosat_is_sentinel_2_as_folders_and_as_a_zip(tmp_path: Path, write: Write) -> None:
    for name in ("AnnualCrop", "SeaLake"):
        for number in (1, 20):
            write(tmp_path / "set" / "EuroSAT_RGB" / name / f"{name}_{number}.jpg", noise(3, 64))
    with zipfile.ZipFile(tmp_path / "set" / "eurosat.zip", "w") as archive:
        for path in (tmp_path / "set").rglob("*.jpg"):
            archive.write(path, path.relative_to(tmp_path / "set"))
    found = catalogue(tmp_path / "set")
    assert len(found.entries) == 8
    assert {(entry.sensor, entry.modality, entry.gsd_m) for entry in found.entries} == {("sentinel-2", "S2", 10.0)}
    assert len({entry.collection for entry in found.entries}) == 2  # classes are no origins
    zipped = [entry for entry in found.entries if entry.files[0].startswith("/vsizip/")]
    assert len(zipped) == 4
    assert names(zipped[0]) == ["B04", "B03", "B02"]
    with Scene.open(zipped[0].files[0]) as scene:
        assert (scene.height, scene.width) == (64, 64)


def test_the_same_tree_is_always_listed_in_the_same_order(satlas_tree: Path, hyspecnet_tree: Path) -> None:
    root = satlas_tree.parent
    listed = [one.name for one in walk(root, root.parent)]
    assert listed == [one.name for one in walk(root, root.parent)]
    assert len(listed) == len(set(listed)) == 8
