"""Each reason for which a file cannot be read has its own error, and a hint that leads out."""

import os
import struct
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import DamageError, SceneError
from engine.gdal.read_errors import reason
from engine.gdal.read_errors.contents import DiskEntry
from engine.scene.raster import Scene

Write = Callable[..., Path]
SIDE = 96


def noise(count: int = 1, dtype: str = "uint8") -> np.ndarray:
    return np.random.default_rng(0).integers(0, 200, (count, SIDE, SIDE)).astype(dtype)


def failure(name: object, skip_damaged: bool = False) -> SceneError:
    """The error of opening and reading all of a scene."""
    with pytest.raises(SceneError) as caught, Scene.open(str(name), skip_damaged=skip_damaged) as scene:
        scene.read((0, scene.height), (0, scene.width), [1])
    assert "\n" not in caught.value.error
    return caught.value


def cut(path: Path, share: float = 0.5) -> Path:
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * share)])
    return path


@pytest.mark.parametrize("driver", ["GTiff", "PNG", "JPEG", "JP2OpenJPEG", "HFA", "ENVI"])
def test_a_file_that_is_cut_off_is_called_damaged_whatever_its_format(write_scene: Write, driver: str) -> None:
    more = {"compress": "deflate"} if driver == "GTiff" else {}
    path = cut(write_scene(noise(), name="scene.dat", driver=driver, **more))
    error = failure(path)
    assert "cut off" in error.error
    assert "copy or download it again" in error.hint
    assert ("--skip-damaged" in error.hint) is isinstance(error, DamageError)


def test_the_hint_to_skip_what_is_damaged_leads_to_the_rest(write_scene: Write) -> None:
    pixels = noise()
    path = write_scene(pixels, compress="deflate", blockysize=16)
    data = bytearray(path.read_bytes())
    data[len(data) // 3 : len(data) // 2] = bytes(len(data) // 2 - len(data) // 3)
    path.write_bytes(data)
    assert "--skip-damaged" in failure(path).hint
    with Scene.open(path, skip_damaged=True) as scene:
        read, valid = scene.read((0, SIDE), (0, SIDE), [1])
        assert 0.2 < valid.mean() < 0.9
        assert np.array_equal(read[0][:16], pixels[0][:16]) and valid[:16].all()  # the first block
        assert 0.2 < scene.coarse((0, SIDE), (0, SIDE), [1], (12, 12))[1].mean() < 0.9


@pytest.mark.parametrize("size", [5, 12, 100])
def test_a_header_that_is_cut_off_offers_nothing_to_skip(write_scene: Write, size: int) -> None:
    path = write_scene(noise())
    path.write_bytes(path.read_bytes()[:size])
    error = failure(path)
    assert "not a readable raster" in error.error
    assert error.hint == "copy or download it again"


def vrt(path: Path, source: str, band: int = 1) -> Path:
    path.write_text(
        f'<VRTDataset rasterXSize="{SIDE}" rasterYSize="{SIDE}"><VRTRasterBand dataType="Byte" band="1"><SimpleSource>'
        f'<SourceFilename relativeToVRT="1">{source}</SourceFilename><SourceBand>{band}</SourceBand>'
        "</SimpleSource></VRTRasterBand></VRTDataset>"
    )
    return path


@pytest.mark.parametrize("depth", [1, 2])
@pytest.mark.parametrize("skip_damaged", [False, True])
def test_a_moved_source_of_a_vrt_is_named_with_its_place_and_never_skipped(
    write_scene: Write, tmp_path: Path, depth: int, skip_damaged: bool
) -> None:
    source = write_scene(noise(), name="part.tif")
    path = vrt(tmp_path / "1.vrt", "part.tif")
    if depth == 2:
        path = vrt(tmp_path / "2.vrt", "1.vrt")
    away = source.rename(tmp_path / "away.tif")
    error = failure(path, skip_damaged)
    assert f"it looks for it at {source}" in error.error
    assert "gdalbuildvrt" in error.hint and "--skip-damaged" not in error.hint
    away.rename(source)  # as the hint says
    with Scene.open(path) as scene:
        assert scene.read((0, SIDE), (0, SIDE), [1])[1].all()


def test_a_source_with_fewer_bands_than_a_vrt_reads_is_told(write_scene: Write, tmp_path: Path) -> None:
    write_scene(noise(), name="part.tif")
    assert "band 7 of" in failure(vrt(tmp_path / "s.vrt", "part.tif", 7)).error


def test_a_damaged_source_of_a_vrt_can_be_skipped(write_scene: Write, tmp_path: Path) -> None:
    cut(write_scene(noise(), name="part.tif", compress="deflate", blockysize=16))
    assert isinstance(failure(vrt(tmp_path / "s.vrt", "part.tif")), DamageError)


CONTENTS = {
    "page.tif": (b"<!DOCTYPE html><html>Sign in</html>", "a web page", "download it again"),
    "refusal.tif": (b'<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>', "an XML text", "download"),
    "answer.tif": (b'{"message": "not found"}', "a JSON text", "download it again"),
    "readme.tif": (b"hello\n", "a text", "GeoTIFF"),
    "empty.tif": (b"", "empty", "download it again"),
    "unfinished.tif": (bytes(2000), "zero bytes", "download it again"),
    "labels.tif": (b"SQLite format 3\0" + bytes(100), "a database", "labels"),
    "labels.geojson": (b'{"type": "FeatureCollection", "features": []}', "a vector file", "raster"),
    "scene.zip": (b"PK\x03\x04" + bytes(100), "an archive", "download it again"),
    "photo.ecw": (b"\x65\x02" + bytes(100), "format ECW", "gdal_translate"),
    "photo.sid": (b"msid" + bytes(100), "format MrSID", "gdal_translate"),
    "modis.hdf": (b"\x0e\x03\x13\x01" + bytes(100), "format HDF4", "gdal_translate"),
    "photo.jxl": (b"\xff\x0a" + bytes(range(100)), "format JPEG XL", "gdal_translate"),
    "cube.dat": (bytes(range(256)) * 9, "header cube.hdr is missing", "put cube.hdr beside it"),
}


@pytest.mark.parametrize("name", CONTENTS)
def test_what_is_no_raster_is_called_what_it_is(tmp_path: Path, name: str) -> None:
    data, what, way_out = CONTENTS[name]
    (tmp_path / name).write_bytes(data)
    error = failure(tmp_path / name)
    assert what in error.error
    assert way_out in error.hint


def test_a_folder_is_called_a_folder(tmp_path: Path) -> None:
    assert "is a folder" in failure(tmp_path).error


def test_a_header_leads_to_its_data_and_data_to_their_header(write_scene: Write, tmp_path: Path) -> None:
    data = write_scene(noise(), name="cube.dat", driver="ENVI")
    header = data.with_suffix(".hdr")
    assert failure(header).hint.endswith(str(data))
    header.rename(tmp_path / "away.txt")
    assert "cube.hdr is missing" in failure(data).error


def test_a_compression_that_this_gdal_lacks_is_named(write_scene: Write) -> None:
    path = write_scene(noise())
    data = bytearray(path.read_bytes())
    first = struct.unpack_from("<I", data, 4)[0]
    for at in range(first + 2, first + 2 + 12 * struct.unpack_from("<H", data, first)[0], 12):
        if struct.unpack_from("<H", data, at)[0] == 259:  # compression
            struct.pack_into("<H", data, at + 8, 50_002)
    path.write_bytes(data)
    error = failure(path)
    assert "compression JXL" in error.error
    assert f"gdal_translate {path} copy.tif" in error.hint


@pytest.mark.parametrize(
    ("name", "key"), [("/vsis3/b/s.tif", "AWS"), ("/vsigs/b/s.tif", "GS_"), ("/vsiaz/b/s", "AZURE")]
)
def test_cloud_storage_without_a_key_names_the_variables(name: str, key: str) -> None:
    said = [f"{key}_SECRET_ACCESS_KEY and {key}_NO_SIGN_REQUEST configuration options not defined"]
    found = reason(name, said)
    assert "asks for a key" in found.what
    assert key in found.hint


@pytest.mark.parametrize(
    ("said", "what"),
    [
        ("s.tif: Permission denied", "permission denied"),
        ("Cannot allocate 12 bytes", "not enough memory"),
        ("CURL error: SSL certificate problem: unable to get local issuer certificate", "certificate of the server h"),
        ("CURL error: Recv failure: Connection reset by peer", "broke off the transfer"),
        ("CURL error: Failed to connect to h port 80 after 10001 ms: Timeout was reached", "did not answer within"),
        ("`s.tif' not recognized as being in a supported file format. It could have been recognized by driver KEA, but "
         "plugin gdal_KEA.so is not available", "format KEA"),
        ("Unable to open labels.shx or labels.SHX. Set SHAPE_RESTORE_SHX config option", "missing: labels.shx"),
    ],
)  # fmt: skip
def test_rarer_reasons_are_told_apart(said: str, what: str) -> None:
    name = "http://h/s.tif" if "CURL" in said else "s.tif"
    found = reason(name, [said], look=lambda _: DiskEntry())
    assert what in found.what
    assert found.hint and not found.damaged


@given(st.lists(st.text(max_size=60), max_size=4))
def test_whatever_gdal_says_there_is_one_error_and_one_hint(said: list[str]) -> None:
    found = reason("scene.tif", said, look=lambda _: DiskEntry())
    assert found.what and found.hint
    assert os.linesep not in found.hint
