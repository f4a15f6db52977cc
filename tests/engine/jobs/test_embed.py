"""The embed job: features as a GeoTIFF with its place and provenance, or one clear error and nothing left."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from affine import Affine

from engine.errors import Cancelled, EngineError, OutputError, RequestError
from engine.jobs import embed
from engine.protocol import EmbedRequest, SceneSpec
from engine.scene.extents import window_of
from engine.scene.raster import Scene
from tests.fakes.requests import request_of

Write = Callable[..., Path]
NAMES = ["B02", "B03", "B04", "B08"]


def quiet(done: int, total: int, note: str) -> None:
    """No progress."""


def texture(height: int = 300, width: int = 340) -> np.ndarray:
    return np.random.default_rng(0).integers(200, 4000, (4, height, width)).astype(np.uint16)


def run(scene: Path, out: Path, bits: int = 32, **more: Any) -> dict[str, Any]:
    return embed.run(
        request_of(EmbedRequest, scene, **{"units": "dn", "device": "cpu", "out": str(out), "bits": bits, **more}),
        quiet,
    )


@pytest.fixture
def scene(write_scene: Write) -> Path:
    return write_scene(texture(), NAMES, tags={"SENSOR": "Sentinel-2 L2A"}, nodata=0)


def test_features_come_with_their_place_names_and_provenance(write_scene: Write, tmp_path: Path) -> None:
    scene = write_scene(texture(100, 140), NAMES, tags={"SENSOR": "Sentinel-2 L2A"})
    answer = run(scene, tmp_path / "f.tif", model="ofa-untrained")
    patch = 8
    with rasterio.open(tmp_path / "f.tif") as file, rasterio.open(scene) as source:
        assert file.shape == (13, 18)
        assert file.crs == source.crs
        assert file.transform.almost_equals(source.transform @ Affine.scale(patch))
        assert file.dtypes[0] == "float32"
        assert file.descriptions[0] == "block 6 channel 1"
        assert np.isfinite(file.read()).all()
        tags = file.tags()
    assert tags["OFA_MODEL"] == "ofa-untrained"
    assert "untrained" in tags["OFA_MODEL_TRAINING"]
    assert tags["OFA_MODEL_SHA256"] == answer["model"]["sha256"]
    assert tags["OFA_BANDS"].startswith("1=")
    assert json.loads(tags["OFA_REQUEST"])["scene"]["units"] == "dn"
    assert str(tmp_path) not in json.dumps(tags)
    assert answer["outputs"] == {"features": str(tmp_path / "f.tif")}
    assert json.dumps(answer)


def test_several_sources_give_one_set_of_features_and_what_is_in_none_is_named(
    scene: Path, write_scene: Write, quick_model: str, tmp_path: Path
) -> None:
    land = np.random.default_rng(1)
    radar = write_scene(land.normal(-12, 3, (2, 300, 340)).astype(np.float32), ["VV", "VH"], name="radar.tif")
    ground = write_scene(land.normal(300, 20, (1, 300, 340)).astype(np.float32), name="ground.tif")
    heights = SceneSpec(str(ground), sensor="elevation")
    wide = SceneSpec(str(radar), units="db")

    def features(name: str, *beside: SceneSpec) -> tuple[np.ndarray, str]:
        told = run(scene, tmp_path / f"of_{name}", model=quick_model, beside=beside)["warnings"]
        with rasterio.open(tmp_path / f"of_{name}") as file:
            return file.read(), " ".join(map(str, told))

    (alone, _), (with_heights, told), (with_radar, silent) = (
        features("alone.tif"), features("heights.tif", heights), features("radar.tif", wide),
    )  # fmt: skip
    assert np.array_equal(alone, with_heights) and "ground.tif is in no feature" in told
    assert alone.shape == with_radar.shape and not np.allclose(alone, with_radar) and "no feature" not in silent


def test_an_extent_gives_the_same_part_of_the_features(scene: Path, quick_model: str, tmp_path: Path) -> None:
    run(scene, tmp_path / "whole.tif", model=quick_model)
    run(scene, tmp_path / "part.tif", model=quick_model, extent=(500_405, 5_798_000, 501_300, 5_799_170))
    with rasterio.open(tmp_path / "whole.tif") as whole, rasterio.open(tmp_path / "part.tif") as part:
        assert part.bounds == (500_320, 5_797_920, 501_440, 5_799_200)
        window = whole.window(*part.bounds).round_offsets().round_lengths()
        assert np.allclose(whole.read(window=window), part.read(), atol=1e-4)


@pytest.mark.parametrize(
    "transform",
    [
        Affine(10, 0, 500_000, 0, -10, 5_800_000),
        Affine(10, 0, 500_000, 0, 10, 5_800_000),
        Affine.translation(500_000, 5_800_000) @ Affine.rotation(30) @ Affine.scale(10, -10),
    ],
    ids=["north-up", "south-up", "rotated"],
)
def test_the_window_of_an_extent_holds_every_pixel_it_touches(write_scene: Write, transform: Affine) -> None:
    with Scene.open(write_scene(texture(50, 70), transform=transform)) as scene:
        assert window_of(None, scene) == ((0, 50), (0, 70))
        xs, ys = zip(*(transform @ corner for corner in ((10, 5), (10, 9), (30, 5), (30, 9))), strict=True)
        (row0, row1), (col0, col1) = window_of((min(xs), min(ys), max(xs), max(ys)), scene)
        assert row0 <= 5 < 9 <= row1
        assert col0 <= 10 < 30 <= col1
        if transform.b == 0:
            assert ((row0, row1), (col0, col1)) == ((5, 9), (10, 30))
            x, y = transform @ (10.5, 5.5)
            assert window_of((x - 1, y - 1, x + 1, y + 1), scene) == ((5, 6), (10, 11))


@pytest.mark.parametrize(
    "extent", [(0, 0, 10, 10), (1, 2, 3), (501_000, 0, 500_000, 9e9), (float("nan"), 0, 1, 1), (0, 0, 500_000, 9e9)]
)
def test_an_extent_beside_the_scene_is_told_the_scenes(scene: Path, tmp_path: Path, extent: tuple[float, ...]) -> None:
    with pytest.raises(RequestError, match="extent") as caught:
        run(scene, tmp_path / "f.tif", extent=extent)
    assert "500000,5797000,503400,5800000" in caught.value.hint
    assert list(tmp_path.iterdir()) == [scene]


def test_a_cancelled_job_leaves_nothing(scene: Path, tmp_path: Path) -> None:
    def cancel(done: int, total: int, note: str) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        embed.run(EmbedRequest(SceneSpec(str(scene), units="dn"), out=str(tmp_path / "new" / "f.tif")), cancel)
    assert list(tmp_path.iterdir()) == [scene]


def test_an_output_that_is_the_scene_is_refused_by_any_name(
    scene: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = scene.read_bytes()
    (tmp_path / "link.tif").symlink_to(scene)
    monkeypatch.chdir(tmp_path)
    for name in (str(scene), "scene.tif", "./new/../scene.tif", "link.tif"):
        with pytest.raises(OutputError, match="input"):
            run(scene, Path(name), overwrite=True)
    assert scene.read_bytes() == content


@pytest.mark.parametrize(("out", "problem"), [("old.tif", "exists"), ("scene.tif/f.tif", "cannot be written")])
def test_an_output_that_cannot_be_written_leaves_everything_as_it_was(
    scene: Path, tmp_path: Path, out: str, problem: str
) -> None:
    (tmp_path / "old.tif").write_text("precious")
    with pytest.raises(OutputError, match=problem):
        run(scene, tmp_path / out)
    assert (tmp_path / "old.tif").read_text() == "precious"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["old.tif", "scene.tif"]


@pytest.mark.parametrize("more", [{"out": ""}, {"bands": {"one": "B02"}}, {"model": "no-such"}, {"device": "abacus"}])
def test_a_wrong_request_is_a_clear_error(scene: Path, tmp_path: Path, more: dict[str, Any]) -> None:
    request = {"out": str(tmp_path / "f.tif"), "units": "dn", **more}
    with pytest.raises(EngineError) as caught:
        embed.run(request_of(EmbedRequest, scene, **request), quiet)
    assert caught.value.hint
    assert list(tmp_path.iterdir()) == [scene]


def test_damaged_blocks_are_named_and_the_rest_is_kept_if_the_user_asks_for_it(
    write_scene: Write, quick_model: str, tmp_path: Path
) -> None:
    profile = {"tiled": True, "blockxsize": 64, "blockysize": 64, "compress": "deflate"}
    scene = write_scene(texture(), NAMES, tags={"SENSOR": "Sentinel-2 L2A"}, **profile)
    run(scene, tmp_path / "good.tif", model=quick_model)
    with rasterio.open(scene) as file:
        start = int(file.get_tag_item("BLOCK_OFFSET_1_2", "TIFF", bidx=1))  # rows 128 to 192, columns 64 to 128
    with scene.open("r+b") as file:
        file.seek(start)
        file.write(bytes(100))
    with pytest.raises(EngineError, match="rows") as caught:
        run(scene, tmp_path / "bad.tif", model=quick_model)
    assert "--skip-damaged" in caught.value.hint
    answer = run(scene, tmp_path / "rest.tif", model=quick_model, skip_damaged=True)
    assert "rows 128 to 192, columns 64 to 128" in " ".join(answer["warnings"])
    with rasterio.open(tmp_path / "good.tif") as good, rasterio.open(tmp_path / "rest.tif") as rest:
        lost = np.isnan(rest.read(1)) & ~np.isnan(good.read(1))
        assert {tuple(span) for span in np.argwhere(lost)} == {
            (row, col) for row in range(8, 12) for col in range(4, 8)
        }
        far = np.s_[:, :, 17:]  # in no tile with the damage
        assert np.allclose(good.read()[far], rest.read()[far], atol=0.01)  # the scene's mean is of fewer pixels
