"""Fill that no file declares is asked about, or is nodata; dark and bright land never is."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.errors import RequestError, SceneError, UnitError
from engine.protocol import SceneSpec
from engine.scene.chip_files import ChipReader, pixels_of
from engine.scene.interpretation import Reading, read_scene
from engine.scene.raster import Scene
from engine.scene.values.undeclared_fill import FillRange, SampledWindow, find_fill, where

Write = Callable[..., Path]
Pixels = np.ndarray[Any, Any]
S2 = ["B02", "B03", "B04", "B08"]
SHAPES = ("frame", "thin frame", "swath", "corners", "strip")
FILLS: dict[str, tuple[float, ...]] = {
    "uint8": (0, 1, 255), "uint16": (0, 1, 255, 65535), "int16": (0, -9999, -32768),
    "int32": (0, -(2**31), -9999), "float32": (0, -9999, 1e20, 3.4028234663852886e38, -1), "float64": (0, -9999, 1e20),
}  # fmt: skip


def land(dtype: str, count: int, height: int, width: int, seed: int = 0) -> Pixels:
    """Bands that vary as land does: large fields, each with a texture."""
    random = np.random.default_rng(seed)
    field = np.kron(random.uniform(0, 1, (height // 8 + 1, width // 8 + 1)), np.ones((8, 8)))[:height, :width]
    shade = field[None] * random.uniform(0.5, 1, (count, 1, 1)) + random.normal(0, 0.05, (count, height, width))
    low, high = (30, 220) if dtype == "uint8" else (300, 4000) if dtype[0] != "f" else (0.02, 0.6)
    return (low + (high - low) * shade.clip(0, 1)).astype(dtype)


def outside(shape: str, height: int, width: int) -> Pixels:
    """Where nothing was measured."""
    row, col = np.mgrid[:height, :width]
    depth = np.minimum(np.minimum(row, col), np.minimum(height - 1 - row, width - 1 - col))
    side = min(height, width)
    found: Pixels = {
        "frame": depth < side // 10,
        "thin frame": depth < 1,
        "swath": col + 0.5 * row > width,
        "corners": (row + col < side // 4) | (height + width - row - col < side // 4),
        "strip": row < side // 16,
    }[shape]
    return found


def found_in(pixels: Pixels, valid: Pixels | None = None) -> Any:
    shape = pixels.shape[1], pixels.shape[2]
    window = (0, shape[0]), (0, shape[1])
    valid = np.ones(shape, bool) if valid is None else valid
    return find_fill([SampledWindow(window, pixels, valid, shape)], range(1, len(pixels) + 1))


def covered(pixels: Pixels) -> Pixels:
    fill = found_in(pixels)
    return where(fill.parts, range(1, len(pixels) + 1), pixels, lambda band: pixels[band - 1])


def read(path: Path, nodata: tuple[tuple[float, float], ...] = (), **said: Any) -> Reading:
    with Scene.open(path, nodata=nodata) as scene:
        return read_scene(scene, **said)


cases = st.sampled_from([(dtype, value) for dtype, values in FILLS.items() for value in values])


@settings(max_examples=60)
@given(case=cases, count=st.sampled_from([1, 2, 4, 12]), shape=st.sampled_from(SHAPES), seed=st.integers(0, 99))
def test_fill_along_the_border_is_found_and_nothing_else(
    case: tuple[str, float], count: int, shape: str, seed: int
) -> None:
    (dtype, value), outer = case, outside(shape, 96, 80)
    pixels = land(dtype, count, 96, 80, seed)
    pixels[:, outer] = value
    fill = found_in(pixels)
    assert fill is not None and fill.border and fill.exact
    assert (covered(pixels) == outer).all() and fill.pixels == outer.sum()
    assert fill.value == np.dtype(dtype).type(value)


@settings(max_examples=60)
@given(case=cases, count=st.sampled_from([1, 2, 4]), share=st.floats(0, 0.2), seed=st.integers(0, 99))
def test_scattered_pixels_of_one_value_are_no_fill(
    case: tuple[str, float], count: int, share: float, seed: int
) -> None:
    (dtype, value), random = case, np.random.default_rng(seed)
    pixels = land(dtype, count, 96, 80, seed)
    pixels[:, random.uniform(0, 1, (96, 80)) < share] = value
    assert found_in(pixels) is None


@pytest.mark.parametrize("count", [1, 4])
def test_a_large_hole_inside_is_fill_and_a_pond_is_none(count: int) -> None:
    hole, pond = land("uint16", count, 96, 80), land("uint16", count, 96, 80)
    hole[:, 30:70, 20:60] = 0
    pond[:, 30:40, 20:40] = 5
    fill = found_in(hole)
    assert fill and not fill.border and fill.pixels == 1600 and "lie in one piece" in fill.text
    assert found_in(pond) is None


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize("end", ["dark", "bright"])
def test_clipped_shadows_and_highlights_are_no_fill(count: int, end: str) -> None:
    row, col = np.mgrid[:96, :80]
    slope = np.stack([(row + col + 3 * band) * 3 - 150 for band in range(count)])
    noise = np.random.default_rng(0).normal(0, 4, slope.shape)
    pixels = (slope + noise).clip(0, 255).astype("uint8")
    assert (pixels == 0).mean() > 0.05
    assert found_in(pixels if end == "dark" else 255 - pixels) is None


def test_drawings_maps_and_constants_are_no_scenes_with_fill() -> None:
    two = np.zeros((3, 96, 80), "uint16")
    two[:, :, 40:] = 1000
    classes = np.kron(np.random.default_rng(0).integers(0, 9, (12, 10)), np.ones((8, 8), int))[None].astype("uint8")
    assert [found_in(pixels) for pixels in (two, classes, np.full((2, 50, 50), 7.0))] == [None] * 3


def test_gaps_of_lines_and_masked_clouds_are_fill() -> None:
    row, col = np.mgrid[:200, :200]
    gaps = (row + col // 5) % 25 < 6
    pixels = land("uint16", 4, 200, 200)
    pixels[:, gaps] = 0
    assert (covered(pixels) == gaps).all()


def test_two_kinds_of_fill_are_found() -> None:
    pixels = land("uint8", 3, 96, 80)
    pixels[:, :20] = 0
    pixels[:, :, 60:] = 255
    assert covered(pixels).sum() == 20 * 80 + 76 * 20
    assert found_in(pixels).text.endswith("0 in all bands or 255 in all bands and touch the border")


def test_fill_of_another_constant_in_each_band_is_told_and_has_no_one_value() -> None:
    pixels = land("int16", 3, 96, 80)
    pixels[:, :20] = np.array([-1, -2, -3])[:, None, None]
    fill = found_in(pixels)
    assert "-1, -2, -3 in bands 1, 2, 3" in fill.text and fill.value is None and fill.answer == "fill"
    assert covered(pixels).sum() == 1600


def test_fill_in_one_of_several_bands_is_told() -> None:
    pixels = land("uint16", 4, 96, 80)
    pixels[3, :20] = 0
    fill = found_in(pixels)
    assert "are 0 in band 4 and" in fill.text and fill.parts == (FillRange((4,), (0.0,), (0.0,)),)


def test_black_that_went_through_jpeg_is_fill(write_scene: Write) -> None:
    pixels = land("uint8", 3, 160, 160)
    pixels[:, :, 101:] = 0
    path = write_scene(pixels, name="s.jpg", driver="JPEG", crs=None, transform=None, quality=85)
    with rasterio.open(path) as file:
        stored = file.read()
    assert (stored[:, :, 101:104] > 0).any()
    assert found_in(stored).text.endswith("0 to 3 in all bands and touch the border")
    assert (
        covered(stored)[:, 112:].all() and covered(stored).sum() > 0.95 * 59 * 160 and not covered(stored)[:, :96].any()
    )


def test_an_eight_bit_picture_keeps_pixels_that_are_zero_in_one_band_only(write_scene: Write) -> None:
    pixels = land("uint8", 3, 96, 80)
    pixels[:, :20] = 0
    pixels[0, 40:60:2, ::2] = 0
    path = write_scene(pixels, photometric="RGB")
    (question,) = read(path).questions
    assert question.choices == ("fill", "none")
    with Scene.open(path) as scene:
        assert read_scene(scene, fill="nodata").questions == ()
        assert (scene.read((0, 96), (0, 80), (1, 2, 3))[1] == (np.arange(96) >= 20)[:, None]).all()
        assert scene.read((0, 96), (0, 80), (1,))[1][20:].all(), "one band alone is not judged by itself"


def test_a_large_scene_is_asked_from_a_few_windows(write_scene: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    pixels = np.tile(land("uint16", 2, 500, 500), (1, 2, 2))
    outer = outside("swath", 1000, 1000)
    pixels[:, outer] = 0
    path = write_scene(pixels, ["red", "nir"])
    seen: list[int] = []
    whole = Scene._read
    monkeypatch.setattr(
        Scene, "_read", lambda *a, **k: (seen.append(np.diff(a[1])[0] * np.diff(a[2])[0]), whole(*a, **k))[1]
    )
    reading = read(path, units="dn")
    assert sum(seen) < 0.7 * outer.size
    assert reading.fill and not reading.fill.exact and reading.fill.share == pytest.approx(outer.mean(), abs=0.03)
    assert reading.questions[0].text.startswith("about 2")


@pytest.mark.parametrize("shape", SHAPES)
def test_a_large_scene_is_asked_about_any_border(write_scene: Write, shape: str) -> None:
    pixels = np.tile(land("float32", 1, 300, 300), (1, 3, 3))
    pixels[:, outside(shape, 900, 900)] = -9999
    (question,) = read(write_scene(pixels, ["VV"]), units="linear").questions
    assert question.option.startswith("--nodata -9999, or --nodata none")


def test_each_answer_ends_the_question_and_only_none_counts_the_fill(write_scene: Write) -> None:
    pixels, outer = land("uint16", 4, 96, 80), outside("swath", 96, 80)
    pixels[:, outer] = 0
    path = write_scene(pixels, S2)
    with pytest.raises(SceneError, match=r"2\d % of the scene .* are 0 in all bands and touch the border") as caught:
        read(path, units="dn").require()
    assert caught.value.hint == "give --nodata 0, or --nodata none if they were measured"
    measured = pixels[:, ~outer].mean(axis=1) / 1e4
    answers = {"0": read(path, ((0, 0),), units="dn"), "fill": read(path, units="dn", fill="nodata")}
    assert all(np.allclose(reading.statistics.mean_C, measured, rtol=1e-5) for reading in answers.values())
    assert np.allclose(read(path, units="dn", fill="data").statistics.mean_C, pixels.mean(axis=(1, 2)) / 1e4, rtol=1e-5)
    for reading in (*answers.values(), read(path, units="dn", fill="data")):
        reading.require()


def test_fill_and_units_are_asked_together(write_scene: Write) -> None:
    pixels = land("uint16", 4, 96, 80)
    pixels[:, :20] = 65535
    with pytest.raises(UnitError, match=r"may be .*; 21 % of the scene .* 65535 in all bands") as caught:
        read(write_scene(pixels, ["red", "green", "blue", "nir"])).require()
    assert "--units" in caught.value.hint and "--nodata 65535, or --nodata none" in caught.value.hint


def test_nobody_is_asked_about_what_file_or_user_declare(write_scene: Write) -> None:
    pixels = land("float32", 2, 96, 80)
    pixels[:, :20] = -9999
    assert read(write_scene(pixels, ["red", "nir"], nodata=-9999), units="reflectance").fill is None
    pixels[:, :20] = np.nan
    assert read(write_scene(pixels, ["red", "nir"], name="nan.tif"), units="reflectance").fill is None


def test_another_answer_than_the_three_is_refused(write_scene: Write) -> None:
    with pytest.raises(RequestError, match="ask, nodata, data"):
        read(write_scene(land("uint16", 2, 40, 40), ["red", "nir"]), fill="maybe")


def test_classify_asks_and_its_answers_lead_out(
    write_scene: Write, write_clicks: Any, engine: Any, tmp_path: Path, quick_model: str
) -> None:
    pixels, outer = land("uint16", 4, 96, 128), outside("swath", 96, 128)
    pixels[:, outer] = 0
    scene, labels, out = write_scene(pixels, S2), tmp_path / "labels.gpkg", tmp_path / "map.tif"
    places = [(col, row) for row in (10, 30, 50, 70) for col in (5, 25, 45, 60)]
    write_clicks(scene, {"left": places[::2], "right": places[1::2]}, labels)
    command = ("classify", scene, labels, "--field", "class", "--units", "dn", "--model", quick_model, "--out", out)
    refused = engine(*command)
    assert refused.status == 2 and "are 0 in all bands" in refused.err and "give --nodata 0, or" in refused.err
    assert not list(tmp_path.glob("map*"))
    for answer, empty in (("0", outer), ("fill", outer), ("none", np.zeros_like(outer))):
        assert engine(*command, "--nodata", answer, "--overwrite").status == 0
        with rasterio.open(out) as file:
            assert ((file.read(1) == 0) == empty).all(), answer


def test_chips_are_not_asked_about_but_fill_in_them_is_nodata_and_told(write_scene: Write) -> None:
    full, framed = land("uint8", 3, 64, 64), land("uint8", 3, 64, 64, 1)
    framed[:, :8] = 0
    paths = [
        str(write_scene(pixels, name=f"{n}.tif", photometric="RGB")) for n, pixels in enumerate((full, framed, full))
    ]
    for answer, empty in (("ask", 8 * 64), ("data", 0)):
        reader, lacking = ChipReader(SceneSpec("", fill=answer)), []
        for path in paths:
            with reader.opened(path) as (scene, reading):
                lacking.append(int((~pixels_of(scene, reading, 64)[1]).sum()))
        assert lacking == [0, empty, 0]
        assert len(reader.told()) == bool(empty)
    reader = ChipReader(SceneSpec(""))
    with reader.opened(paths[1]):
        (told,) = reader.told()
    assert told.startswith("a chip holds fill that no file declares") and "1.tif: 12 % of the scene" in told


def test_inspect_tells_of_fill_and_how_to_say_so(write_scene: Write, engine: Any) -> None:
    pixels = land("uint8", 3, 96, 80)
    pixels[:, :20] = 255
    scene = write_scene(pixels, photometric="RGB")
    told = engine("inspect", scene)
    assert told.status == 0 and "answer with --nodata 255, or --nodata none" in told.out
    assert "?" not in engine("inspect", scene, "--nodata", "none").out
    both = engine("inspect", scene, "--nodata", "fill,none")
    assert both.status == 2 and "found both" in both.err
