"""PRISMA and EMIT: cubes are unpacked once, with the right pixels in the right places, however the file orders them."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import h5py
import numpy as np
import pytest

from engine.distributed.scene_list import SceneSearch
from engine.distributed.scene_list import find as find_scenes
from engine.errors import Cancelled, SceneError
from engine.progress import heard_by
from engine.protocol import SceneSpec
from engine.scene.interpretation import read_scene
from engine.scene.products import unpacked
from engine.scene.products.readers import emit
from engine.scene.raster import Scene
from engine.scene.sources.place import open_place

OneOf = Callable[..., Path]
Edit = Callable[[Any], None]
SWATH = "HDFEOS/SWATHS/PRS_L2D_HCO"
CUBES = [
    f"{SWATH}/Data Fields/{kind}_{array}" for kind in ("VNIR", "SWIR") for array in ("Cube", "PIXEL_L2_ERR_MATRIX")
]
PLACES = [f"{SWATH}/Geolocation Fields/{axis}" for axis in ("Latitude", "Longitude")]


@pytest.fixture
def prisma(one_of: OneOf, tmp_path: Path) -> Path:
    """A PRISMA product that a test may change."""
    return Path(shutil.copy(one_of("prisma_l2d", "*.he5"), tmp_path))


@pytest.fixture
def granule(one_of: OneOf, tmp_path: Path) -> Path:
    """The reflectance of an EMIT product that a test may change, with its mask beside it."""
    shutil.copytree(one_of("emit_l2a"), tmp_path / "emit")
    return next((tmp_path / "emit").glob("*RFL*"))


def pixels(path: Path) -> tuple[Any, Any, Any]:
    """Pixels (bands, rows, cols), where they are valid, and the geotransform."""
    with Scene.open(path) as scene:
        reading = read_scene(scene).require()
        return *scene.read((0, scene.height), (0, scene.width), reading.indices), scene.transform


def edit(path: Path, change: Edit) -> None:
    with h5py.File(path, "r+") as file:
        change(file)


def put(file: Any, name: str, values: Any) -> None:
    del file[name]
    file[name] = values


def test_numbers_of_prisma_are_reflectance_of_both_detectors_from_short_to_long_waves(prisma: Path) -> None:
    with h5py.File(prisma) as file:
        vnir_LBS, swir_LBS = file[CUBES[0]][:, 3:][:, ::-1], file[CUBES[2]][:, :171][:, ::-1]
    wanted = np.concatenate([vnir_LBS / 65535 * 0.92, swir_LBS / 65535 * 0.81], axis=1).transpose(1, 0, 2)
    found, valid, transform = pixels(prisma)
    assert np.array_equal(valid, vnir_LBS[:, 0] > 0) and not valid.all()
    assert np.abs(found - wanted)[:, valid].max() < 1e-6
    assert (transform.a, transform.e, transform.c, transform.f) == (30, -30, 330_010, 6_203_390)


def north_last(file: Any) -> None:
    for name in (*CUBES, *PLACES):
        put(file, name, file[name][()][::-1])


def samples_first(file: Any) -> None:
    for name in CUBES:
        put(file, name, file[name][()].transpose(2, 1, 0))
    for name in PLACES:
        put(file, name, file[name][()].T)


def corners_swapped(file: Any) -> None:
    for axis in ("easting", "northing"):
        names = [f"Product_{corner}corner_{axis}" for corner in ("UL", "LR")]
        file.attrs[names[0]], file.attrs[names[1]] = file.attrs[names[1]], file.attrs[names[0]]


def eos_metadata(file: Any) -> None:
    """With it GDAL takes the bands of this cube for bands; here they are its lines elsewhere."""
    names = [("nLines", 37), ("nBands", 66), ("nSamples", 37)]
    sizes = [
        f'OBJECT=D_{n}\nDimensionName="{name}"\nSize={size}\nEND_OBJECT=D_{n}' for n, (name, size) in enumerate(names)
    ]
    listed = ",".join(f'"{name}"' for name, _ in names)
    lines = ["GROUP=SwathStructure", "GROUP=SWATH_1", 'SwathName="PRS_L2D_HCO"', "GROUP=Dimension", *sizes,
             "END_GROUP=Dimension", "GROUP=DataField", "OBJECT=F_1", 'DataFieldName="VNIR_Cube"',
             f"DimList=({listed})", f"MaxdimList=({listed})", "END_OBJECT=F_1", "END_GROUP=DataField",
             "END_GROUP=SWATH_1", "END_GROUP=SwathStructure", "END"]  # fmt: skip
    file["HDFEOS INFORMATION/StructMetadata.0"] = np.bytes_("\n".join(lines) + "\0")
    file["HDFEOS INFORMATION"].attrs["HDFEOSVersion"] = np.bytes_("HDFEOS_5.1.15")


@pytest.mark.parametrize("change", [north_last, samples_first, corners_swapped, eos_metadata])
def test_a_prisma_file_may_be_ordered_in_another_way(prisma: Path, change: Edit) -> None:
    wanted = pixels(prisma)
    edit(prisma, change)
    found = pixels(prisma)
    assert np.array_equal(found[1], wanted[1]) and found[2] == wanted[2]
    assert np.array_equal(found[0], wanted[0])


def test_errors_of_pixels_are_nodata_and_a_band_full_of_them_is_bad(prisma: Path) -> None:
    def change(file: Any) -> None:
        file[CUBES[1]][10, 20, 5] = 1  # invalid
        file[CUBES[3]][11, 30, 6] = 3  # saturated
        file[CUBES[3]][12, 30, 7], file[CUBES[2]][12, 30, 7] = 2, 0  # negative, which is a measurement
        file[CUBES[3]][:10, 40, :] = 1

    before = pixels(prisma)[1]
    edit(prisma, change)
    with Scene.open(prisma) as scene:
        reading = read_scene(scene).require()
        valid = scene.read((0, scene.height), (0, scene.width), reading.indices)[1]
    assert [tuple(place) for place in np.argwhere(before & ~valid)] == [(10, 5), (11, 6)]
    assert [index for index, _ in reading.unused] == [63 + 171 - 40]


def of_another_level(file: Any) -> None:
    file.attrs["Product_ID"] = np.bytes_("PRS_L2C_STD")


def without(*names: str) -> Edit:
    def change(file: Any) -> None:
        for name in names:
            del (file if name in file else file.attrs)[name]

    return change


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (of_another_level, "is PRISMA L2C"),
        (without("Epsg_Code"), "its reference system"),
        (without("Product_URcorner_easting"), "where its corners lie"),
        (without("L2ScaleSwirMax"), "scale of its SWIR bands"),
        (without(CUBES[2]), "SWIR_Cube"),
        (lambda file: put(file, CUBES[2], file[CUBES[2]][:, :99]), "names 173 bands"),
        (lambda file: put(file, CUBES[2], file[CUBES[2]][:9]), "another size"),
    ],
)
def test_what_a_prisma_file_lacks_is_told(prisma: Path, change: Edit, told: str) -> None:
    edit(prisma, change)
    with pytest.raises(SceneError, match=told) as caught:
        Scene.open(prisma)
    assert caught.value.hint and "\n" not in str(caught.value)


def test_emit_is_placed_by_its_lookup_table(granule: Path) -> None:
    with h5py.File(granule) as file:
        column, row, cube = (file[name][()] for name in ("location/glt_x", "location/glt_y", "reflectance"))
        good = file["sensor_band_parameters/good_wavelengths"][()] > 0
    with h5py.File(next(granule.parent.glob("*MASK*"))) as file:
        cloud = file["mask"][()][row - 1, column - 1, 0] > 0
    found, valid, transform = pixels(granule)
    assert np.array_equal(valid, (column > 0) & ~cloud) and (cloud & (column > 0)).any()
    assert np.array_equal(found[:, valid], cube[row - 1, column - 1].transpose(2, 0, 1)[good][:, valid])
    assert (transform.a, round(transform.c, 9)) == (0.00054, 12.27365964)


def south_first(file: Any) -> None:
    numbers = np.array(file.attrs["geotransform"])
    numbers[3] += numbers[5] * len(file["location/glt_x"])
    numbers[5] *= -1
    file.attrs["geotransform"] = numbers
    for name in ("location/glt_x", "location/glt_y"):
        put(file, name, file[name][()][::-1])


def test_the_lookup_table_may_begin_in_the_south(granule: Path) -> None:
    wanted = pixels(granule)
    edit(granule, south_first)
    found = pixels(granule)
    assert np.array_equal(found[0], wanted[0]) and found[2].almost_equals(wanted[2], 1e-9)


def out_of_the_image(file: Any) -> None:
    file["location/glt_x"][5, 5] = 999


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (out_of_the_image, "names pixels that the image does not have"),
        (without("location"), "location/glt_y"),
        (without("geotransform"), "where its grid lies"),
        (without("reflectance"), "no surface reflectance"),
    ],
)
def test_what_an_emit_file_lacks_is_told(granule: Path, change: Edit, told: str) -> None:
    edit(granule, change)
    with pytest.raises(SceneError, match=told) as caught:
        Scene.open(granule)
    assert caught.value.hint and "\n" not in str(caught.value)


def test_without_its_mask_emit_is_mapped_with_a_warning_and_a_mask_alone_is_not(granule: Path) -> None:
    mask = next(granule.parent.glob("*MASK*"))
    with pytest.raises(SceneError, match="no surface reflectance") as caught:
        Scene.open(mask)
    assert granule.name in caught.value.hint
    mask.unlink()
    with Scene.open(granule) as scene:
        assert scene.cover is None and scene.product and "clouds are not masked" in scene.product.product.caution


def test_maps_name_the_product_and_not_its_copy_beside_another_source_too(one_of: OneOf, prisma: Path) -> None:
    radar = SceneSpec(str(one_of("sentinel1_rtc")))
    scene, reading = open_place(SceneSpec(str(prisma), beside=(radar,)))
    with scene:
        assert len(reading.bands) == 234 + 2 and scene.product
        assert scene.product.facts()[0]["file"] == prisma.name and prisma in scene.files


def test_a_batch_takes_the_reflectance_of_each_granule_and_passes_over_masks(granule: Path) -> None:
    for path in list(granule.parent.iterdir()):
        shutil.copy(path, path.with_name(path.name.replace("_014.nc", "_015.nc")))
    scenes = find_scenes([str(granule.parent)], SceneSearch(work=granule.parent), lambda *_: None)
    assert [scene.stem for scene in scenes] == [granule.stem, granule.stem.replace("_014", "_015")]


def test_a_file_that_is_cut_off_is_told(prisma: Path, capfd: pytest.CaptureFixture[str]) -> None:
    prisma.write_bytes(prisma.read_bytes()[:100_000])
    with pytest.raises(SceneError, match="cut off"):
        Scene.open(prisma)
    assert capfd.readouterr() == ("", "")


def test_small_blocks_make_the_same_copy(granule: Path, prisma: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = pixels(granule)[0], pixels(prisma)[0]
    monkeypatch.setattr(unpacked, "MOST_VALUES", 20_000)
    monkeypatch.setattr(unpacked, "TILE_PX", 16)
    monkeypatch.setattr(unpacked, "WRITTEN", unpacked.WRITTEN | {"blockxsize": 16, "blockysize": 16})
    monkeypatch.setattr(unpacked, "VERSION", 0)
    monkeypatch.setattr(emit, "BLOCK_PX", 16)
    for path, pixels_CHW in zip((granule, prisma), wanted, strict=True):
        assert np.array_equal(pixels(path)[0], pixels_CHW)


def test_a_cancel_leaves_nothing_and_a_copy_is_made_once(prisma: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = prisma.parent / "cache"
    monkeypatch.setattr(unpacked, "cache_folder", lambda: folder)
    told: list[str] = []

    def stop(*_: object) -> None:
        raise Cancelled

    with heard_by(stop), pytest.raises(Cancelled):
        Scene.open(prisma)
    assert not [path for path in folder.rglob("*") if path.is_file()]
    for _ in range(2):
        with heard_by(lambda done, total, note: told.append(note)):
            Scene.open(prisma).close()
        steps = len(told)
        assert set(told) == {"unpacking the product"}
    assert len(told) == steps and len(list(folder.rglob("*.tif"))) == 1


def test_old_copies_make_room_and_a_full_disk_is_told(
    prisma: Path, granule: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = prisma.parent / "cache"
    monkeypatch.setattr(unpacked, "cache_folder", lambda: folder)
    Scene.open(prisma).close()
    (copy,) = folder.rglob("*.tif")
    monkeypatch.setattr(unpacked, "KEPT_BYTES", 0)
    Scene.open(granule).close()
    assert copy.is_file()  # it was used a moment ago
    os.utime(copy, (0, 0))
    os.utime(granule, (0, 0))  # another file, as far as anybody can tell
    Scene.open(granule).close()
    assert not copy.is_file()
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=0))
    with pytest.raises(SceneError, match="0 are free") as caught:
        Scene.open(prisma)
    assert "may be deleted" in caught.value.hint
