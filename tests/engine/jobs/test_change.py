"""The job change: a map, its style and polygons of two dates, or one clear error and nothing left."""

import json
import shutil
from pathlib import Path
from typing import Any

import geopandas
import numpy as np
import pytest
import rasterio
from affine import Affine

from engine.errors import Cancelled, EngineError
from engine.jobs import change
from engine.jobs.stages import ProgressTracker, steps_of
from engine.protocol import ChangeRequest, SceneSpec
from resources.demo import landscape
from tests.fakes.requests import request_of

HEIGHT, WIDTH = 560, 300  # two rows of blocks
FELLED = slice(200, 260), slice(100, 160)
BARE = 2500


def quiet(done: int, total: int, note: str) -> None:
    """No progress."""


def written(path: Path, pixels_CHW: np.ndarray, like: Path, **profile: Any) -> Path:
    with rasterio.open(like) as source, rasterio.open(path, "w", **{**source.profile, **profile}) as file:
        file.write(pixels_CHW.astype(np.uint16))
        file.update_tags(**source.tags())
        file.descriptions = source.descriptions
    return path


@pytest.fixture
def few_pixels(monkeypatch: pytest.MonkeyPatch) -> None:
    """To learn from, where no figure matters."""
    monkeypatch.setattr("engine.change.pair.SAMPLE_PIXELS", 20_000)


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("dates") / "before.tif"
    landscape.write(landscape.simulate(HEIGHT, WIDTH), path)
    return path


def later(before: Path, felled: bool = True) -> np.ndarray:
    """A year on: a little darker, noise, and one square of another surface."""
    with rasterio.open(before) as file:
        pixels_CHW = 0.9 * file.read().astype(float)
    random = np.random.default_rng(1)
    pixels_CHW += 15 * random.standard_normal(pixels_CHW.shape)
    if felled:
        pixels_CHW[:, *FELLED] = BARE + 15 * random.standard_normal((len(pixels_CHW), 60, 60))
    return pixels_CHW.clip(1)


@pytest.fixture(scope="module")
def after(before: Path) -> Path:
    return written(before.with_name("after.tif"), later(before), before)


def asked(before: Path, after: Path, to: Path, **more: Any) -> ChangeRequest:
    return request_of(
        ChangeRequest, before, **{"device": "cpu", "out": str(to), "beside": (SceneSpec(str(after)),), **more}
    )


def pixels(path: Path) -> np.ndarray:
    with rasterio.open(path) as file:
        return np.asarray(file.read(1))


def test_what_was_felled_is_found_and_outlined(before: Path, after: Path, tmp_path: Path) -> None:
    out, changes = tmp_path / "c.tif", tmp_path / "c.gpkg"
    answer = change.run(asked(before, after, out, changes=str(changes), min_area="5ha"), quiet)
    score_HW = pixels(out)
    changed_HW = np.zeros(score_HW.shape, bool)
    changed_HW[FELLED] = True
    assert np.median(score_HW[changed_HW]) > 3 and (score_HW[~changed_HW] >= 2).mean() < 0.03
    assert answer["threshold"] == 2 and answer["share"] == pytest.approx((score_HW >= 2).mean())
    table = geopandas.read_file(changes, layer="c")
    assert answer["changes"] == len(table) == 1 and list(table["class"]) == ["change"] and table.score[0] > 2
    assert table.area_m2[0] == pytest.approx(3600 * landscape.GSD_M**2, rel=0.25)
    assert answer["shift"]["px"] < 0.2 and not answer["shift"]["moved"] and json.dumps(answer)
    assert Path(answer["outputs"]["style"]).is_file()
    with rasterio.open(out) as file, rasterio.open(before) as source:
        assert (file.shape, file.transform, file.crs) == (source.shape, source.transform, source.crs)
        assert file.descriptions[0] == "change" and file.dtypes[0] == "float32"
        tags = json.dumps(file.tags())
    assert "before.tif" in tags and "after.tif" in tags and str(tmp_path) not in tags and str(before.parent) not in tags


def test_false_alarms_are_as_stated_where_nothing_has_changed(before: Path, tmp_path: Path) -> None:
    same = written(tmp_path / "same.tif", later(before, felled=False), before)
    for stated in (0.05, 0.01):
        answer = change.run(asked(before, same, tmp_path / "c.tif", false_alarms=stated, overwrite=True), quiet)
        assert stated / 1.5 <= answer["share"] <= 1.5 * stated
        assert "does not stand apart" in answer["warnings"][0]


@pytest.mark.usefixtures("few_pixels")
def test_a_shift_is_refused_allowed_or_mended(before: Path, after: Path, tmp_path: Path) -> None:
    with rasterio.open(after) as file:
        pixels_CHW, transform = file.read(), file.transform
    far = written(tmp_path / "far.tif", pixels_CHW, before, transform=transform @ Affine.translation(3, -2))
    out = tmp_path / "c.tif"
    with pytest.raises(EngineError, match=r"far.tif lies 3.6 pixels from before.tif") as caught:
        change.run(asked(before, far, out), quiet)
    assert "--align" in caught.value.hint and not out.exists()
    mended = change.run(asked(before, far, out, align=True), quiet)
    assert mended["shift"]["moved"] and mended["shift"]["right"] == pytest.approx(3, abs=0.1)
    change.run(asked(before, after, tmp_path / "right.tif"), quiet)
    inside = slice(10, -10), slice(10, -10)
    apart_HW = np.abs(pixels(out)[inside] - pixels(tmp_path / "right.tif")[inside])
    assert np.median(apart_HW) < 0.1
    kept = change.run(asked(before, far, tmp_path / "kept.tif", shift_ok=True), quiet)
    assert any("edges look changed" in text for text in kept["warnings"])


@pytest.mark.usefixtures("few_pixels")
def test_an_extent_gives_the_same_part_of_the_map(before: Path, after: Path, tmp_path: Path) -> None:
    change.run(asked(before, after, tmp_path / "whole.tif"), quiet)
    change.run(asked(before, after, tmp_path / "part.tif", extent=(500_500, 5_797_000, 501_700, 5_798_800)), quiet)
    with rasterio.open(tmp_path / "whole.tif") as whole, rasterio.open(tmp_path / "part.tif") as part:
        window = whole.window(*part.bounds).round_offsets().round_lengths()
        assert part.shape == (180, 120)
        assert np.allclose(whole.read(1, window=window), part.read(1), atol=1e-3)


@pytest.mark.usefixtures("few_pixels")
def test_strips_show_no_seam(before: Path, after: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    change.run(asked(before, after, tmp_path / "one.tif"), quiet)
    monkeypatch.setattr("engine.change.pair.STRIP_VALUES", 1)
    monkeypatch.setattr("engine.change.pair.PANEL_PX", 512)
    change.run(asked(before, after, tmp_path / "many.tif"), quiet)
    assert np.allclose(pixels(tmp_path / "one.tif"), pixels(tmp_path / "many.tif"), atol=1e-4)


@pytest.mark.usefixtures("few_pixels")
def test_no_data_on_either_date_is_no_data(before: Path, tmp_path: Path) -> None:
    with rasterio.open(before) as file:
        first_CHW = file.read()
    second_CHW = later(before)
    first_CHW[:, :40, :40], second_CHW[:, -50:, :30] = 0, 0
    a = written(tmp_path / "a.tif", first_CHW, before, nodata=0)
    b = written(tmp_path / "b.tif", second_CHW, before, nodata=0)
    change.run(asked(a, b, tmp_path / "c.tif"), quiet)
    gone_HW = np.isnan(pixels(tmp_path / "c.tif"))
    assert gone_HW[:40, :40].all() and gone_HW[-50:, :30].all() and gone_HW.sum() == 40 * 40 + 50 * 30


@pytest.mark.usefixtures("few_pixels")
def test_only_bands_of_both_dates_are_compared(before: Path, tmp_path: Path) -> None:
    fewer = tmp_path / "fewer.tif"
    with rasterio.open(before) as source, rasterio.open(fewer, "w", **{**source.profile, "count": 3}) as file:
        file.write(later(before)[[3, 2, 1]].astype(np.uint16))
        file.update_tags(**source.tags())
        file.descriptions = [source.descriptions[at] for at in (3, 2, 1)]
        names = [source.descriptions[at].split()[0] for at in (1, 2, 3)]
        left_out = [name.split()[0] for name in source.descriptions if name.split()[0] not in names]
    answer = change.run(asked(before, fewer, tmp_path / "c.tif"), quiet)
    assert answer["bands"] == names
    (told,) = (text for text in answer["warnings"] if text.startswith(f"Compared by {', '.join(names)}."))
    assert left_out[0] in told and names[0] not in told.partition(".")[2]


@pytest.mark.usefixtures("few_pixels")
def test_a_run_that_was_cancelled_goes_on_and_ends_with_the_same_bytes(
    before: Path, after: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("engine.change.pair.STRIP_VALUES", 400_000)

    def stopping(done: int, total: int, note: str) -> None:
        if note == "mapping" and done >= total - 1:
            raise Cancelled

    change.run(asked(before, after, tmp_path / "c.tif"), quiet)
    (tmp_path / "new").mkdir()
    with pytest.raises(Cancelled):
        change.run(asked(before, after, tmp_path / "new" / "c.tif"), stopping)
    assert not (tmp_path / "new" / "c.tif").exists()
    assert "continued" in change.run(asked(before, after, tmp_path / "new" / "c.tif"), quiet)["warnings"][0]
    assert (tmp_path / "c.tif").read_bytes() == (tmp_path / "new" / "c.tif").read_bytes()


@pytest.mark.usefixtures("few_pixels")
def test_progress_of_the_whole_job_never_goes_back(before: Path, after: Path, tmp_path: Path) -> None:
    request = asked(before, after, tmp_path / "c.tif", changes=str(tmp_path / "c.gpkg"))
    heard: list[Any] = []
    change.run(request, ProgressTracker(steps_of(request), heard.append))
    shares = [each.share for each in heard]
    assert shares == sorted(shares) and shares[-1] > 0.9


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({"out": ""}, "no output"),
        ({"beside": ()}, "two dates"),
        ({"false_alarms": 0.0}, "false alarms"),
        ({"min_area": "1ha"}, "minimum area"),
        ({"min_area": "1", "changes": "c.gpkg"}, "with its unit"),
        ({"changes": "c.txt"}, "c.txt"),
    ],
)
def test_what_cannot_work_is_one_clear_error(
    before: Path, after: Path, tmp_path: Path, more: dict[str, Any], told: str
) -> None:
    with pytest.raises(EngineError, match=told) as caught:
        change.run(asked(before, after, tmp_path / "c.tif", **more), quiet)
    assert caught.value.hint and list(tmp_path.iterdir()) == []


def test_scenes_that_cannot_be_compared_are_refused(before: Path, after: Path, tmp_path: Path) -> None:
    radar = tmp_path / "radar.tif"
    with (
        rasterio.open(before) as source,
        rasterio.open(radar, "w", **{**source.profile, "count": 2, "dtype": "float32"}) as file,
    ):
        file.write(np.random.default_rng(0).normal(-12, 3, (2, HEIGHT, WIDTH)).astype(np.float32))
        file.descriptions = ("VV", "VH")
    said = (SceneSpec(str(radar), sensor="sentinel-1", units="db"),)
    with pytest.raises(EngineError, match="one sensor") as caught:
        change.run(asked(before, radar, tmp_path / "c.tif", beside=said), quiet)
    assert "LABELS" in caught.value.hint
    with pytest.raises(EngineError, match="given twice"):
        change.run(asked(before, before, tmp_path / "c.tif"), quiet)
    copy = shutil.copy(before, tmp_path / "copy.tif")
    with pytest.raises(EngineError, match="the same values"):
        change.run(asked(before, Path(copy), tmp_path / "c.tif"), quiet)
    elsewhere = written(tmp_path / "e.tif", later(before), before, transform=Affine(10, 0, 7e5, 0, -10, 5e6))
    with pytest.raises(EngineError, match="covers 0%"):
        change.run(asked(before, elsewhere, tmp_path / "c.tif"), quiet)
    assert not (tmp_path / "c.tif").exists()
