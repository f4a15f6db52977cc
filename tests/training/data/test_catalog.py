"""The catalogue: what becomes an entry, what is skipped and why, and what stands in the file."""

import json
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pyogrio
import pytest

from engine.errors import Cancelled, OutputError, RequestError, SceneError
from engine.scene.values.undeclared_fill import FillRange
from training.data.catalogue import Catalogue, build, read, write
from training.data.catalogue_entry import MODALITIES
from training.data.chip import PixelCache
from training.data.command import command, describe, summarise
from training.data.raster_entry import UserAnswers
from training.data.user_answers import fits, read_answers, said_of

Write = Callable[..., Path]
S2 = ["B02", "B03", "B04", "B08"]


def quiet(done: int, total: int, note: str) -> None:
    """No progress."""


def catalogue(*folders: Path, **answers: UserAnswers) -> Catalogue:
    return build(folders, {f"*{glob}*": said for glob, said in answers.items()}, quiet)


def picture(bands: int = 3, high: int = 255) -> np.ndarray:
    return land(bands, 64, "uint8", 0, high)


def land(bands: int = 4, side: int = 64, dtype: str = "uint16", low: int = 300, high: int = 3000) -> np.ndarray:
    return np.random.default_rng(bands).integers(low, high, (bands, side, side)).astype(dtype)


@pytest.fixture
def scene(write_scene: Write) -> Path:
    return write_scene(land(), S2, "good.tif", {"SENSOR": "Sentinel-2 L1C", "UNITS": "reflectance x 10000",
                                                "LICENSE": "CC BY 4.0", "SOURCE": "here"})  # fmt: skip


def test_a_scene_is_an_entry_with_the_engines_reading(scene: Path, tmp_path: Path) -> None:
    (entry,) = catalogue(tmp_path).entries
    assert entry.files == (str(scene),)
    assert (entry.sensor, entry.modality, entry.units, entry.scale) == ("sentinel-2", "S2", "dn", 1e-4)
    assert [(b.file, b.index, b.band.name) for b in entry.bands] == [(0, i, name) for i, name in enumerate(S2, 1)]
    assert entry.mean == pytest.approx(land().mean(axis=(1, 2)) * 1e-4, rel=1e-4)
    assert entry.std == pytest.approx(land().std(axis=(1, 2)) * 1e-4, rel=1e-4)
    assert entry.collection_mean == pytest.approx(entry.mean)
    assert (entry.height, entry.width, entry.licence, entry.source) == (64, 64, "CC BY 4.0", "here")
    assert entry.gsd_m == pytest.approx(10, rel=1e-3)
    assert entry.place == ""


def test_fill_that_no_file_declares_is_left_out_of_statistics_and_chips(tmp_path: Path, write_scene: Write) -> None:
    pixels = land()
    pixels[:, :10] = 0
    scene = write_scene(pixels, S2, "good.tif", {"SENSOR": "Sentinel-2 L1C", "UNITS": "reflectance x 10000"})
    found, out = catalogue(tmp_path), tmp_path / "c.gpkg"
    write(found, out)
    (entry,) = read(out).entries
    assert entry == found.entries[0] and entry.fill == (FillRange((1, 2, 3, 4), (0.0,) * 4, (0.0,) * 4),)
    assert entry.mean == pytest.approx(pixels[:, 10:].mean(axis=(1, 2)) * 1e-4, rel=1e-4)
    assert PixelCache(10**8).window(entry, 0, 0, 64)[1].sum() == 54 * 64
    (told,) = catalogue(tmp_path, **{scene.name: UserAnswers(fill="data")}).entries
    assert told.fill == () and told.mean == pytest.approx(pixels.mean(axis=(1, 2)) * 1e-4, rel=1e-4)


def test_what_is_no_scene_is_skipped_with_the_reason_and_never_fatal(
    scene: Path, tmp_path: Path, write_scene: Write
) -> None:
    good = scene.read_bytes()
    (tmp_path / "cut.tif").write_bytes(good[: len(good) // 2])
    (tmp_path / "text.tif").write_text("no raster")
    (tmp_path / "torn.zip").write_bytes(b"PK")
    write_scene(np.zeros((4, 64, 64), "uint16"), S2, "empty.tif", {"SENSOR": "Sentinel-2"}, nodata=0)
    write_scene(np.full((4, 64, 64), 7, "uint16"), S2, "flat.tif", {"UNITS": "reflectance x 10000"})
    write_scene(picture(1, 5), None, "mask.tif")
    found = catalogue(tmp_path)
    reasons = {Path(path).name: reason for path, reason in found.skipped}
    assert [entry.files for entry in found.entries] == [(str(scene),)]
    assert set(reasons) == {"cut.tif", "text.tif", "torn.zip", "empty.tif", "flat.tif", "mask.tif"}
    assert "cannot read" in reasons["cut.tif"] or "not a readable raster" in reasons["cut.tif"]
    assert "not a readable raster" in reasons["text.tif"]
    assert "not a readable zip" in reasons["torn.zip"]
    assert "no pixel is valid" in reasons["empty.tif"]
    assert reasons["flat.tif"] == "every pixel is the same"
    assert reasons["mask.tif"] == "nothing says what the band is"
    assert not any(str(tmp_path) in reason for reason in reasons.values())


def test_units_that_differ_by_scale_and_offset_only_need_no_answer(tmp_path: Path, write_scene: Write) -> None:
    pixels = land(low=1200, high=4000)
    write_scene(pixels, S2, "open.tif", {"SENSOR": "Sentinel-2"})
    (entry,) = catalogue(tmp_path).entries
    assert (entry.units, entry.scale, entry.offset, entry.decibel) == ("unknown", 1.0, 0.0, False)
    assert entry.mean == pytest.approx(pixels.mean(axis=(1, 2)), rel=1e-5)
    assert entry.std == pytest.approx(pixels.std(axis=(1, 2)), rel=1e-5)
    assert entry.collection_mean == entry.collection_std == ()


def test_power_and_amplitude_are_the_same_but_for_scale_in_decibels(tmp_path: Path, write_scene: Write) -> None:
    power = np.random.default_rng(1).gamma(4, 0.05, (2, 64, 64)).astype("float32")
    write_scene(power, ["VV", "VH"], "radar.tif")
    (entry,) = catalogue(tmp_path).entries
    assert (entry.modality, entry.units, entry.decibel) == ("S1", "unknown", True)
    assert entry.mean == pytest.approx((10 * np.log10(power)).mean(axis=(1, 2)), rel=1e-3)


def test_radar_that_may_be_decibels_or_power_is_in_question(tmp_path: Path, write_scene: Write) -> None:
    wrapped = land(2, low=65_410, high=65_530)
    write_scene(wrapped, ["VV", "VH"], "wrapped.tif", {"SENSOR": "Sentinel-1"})
    with pytest.raises(SceneError, match="decibels cast to unsigned"):
        catalogue(tmp_path)


def test_pairs_are_found_by_name_and_grid(tmp_path: Path, write_scene: Write) -> None:
    decibels = -land(2, low=5, high=20, dtype="float32")
    write_scene(decibels, ["VV", "VH"], "roi_1_s1.tif")
    for product in ("s2l1c", "s2l2a"):
        write_scene(land(), S2, f"roi_1_{product}.tif", {"UNITS": "reflectance x 10000"})
    write_scene(decibels, ["VV", "VH"], "roi_2_s1.tif")
    write_scene(land(side=32), S2, "roi_2_s2.tif", {"UNITS": "reflectance x 10000"})
    places = {Path(entry.files[0]).stem: entry.place for entry in catalogue(tmp_path).entries}
    assert places["roi_1_s1"] == places["roi_1_s2l1c"] == places["roi_1_s2l2a"] != ""
    assert places["roi_2_s1"] == places["roi_2_s2"] == ""


def test_folders_given_one_by_one_pair_with_their_own_twins_only(tmp_path: Path, write_scene: Write) -> None:
    decibels = -land(2, low=5, high=20, dtype="float32")
    for site in ("a", "b"):
        for sensor, pixels, bands in (("s1", decibels, ["VV", "VH"]), ("s2", land(), S2)):
            (tmp_path / site / sensor).mkdir(parents=True)
            tags = {"UNITS": "reflectance x 10000"} if sensor == "s2" else {}
            write_scene(pixels, bands, f"{site}/{sensor}/7.tif", tags)
    folders = [tmp_path / site / sensor for site in ("a", "b") for sensor in ("s1", "s2")]
    assert [entry.place for entry in catalogue(*folders).entries] == ["a/7", "a/7", "b/7", "b/7"]


def test_modalities_are_told_by_bands_and_sensor(tmp_path: Path, write_scene: Write) -> None:
    cube = land(30)
    write_scene(cube, [f"{500 + 10 * i} nm" for i in range(30)], "cube.tif", {"UNITS": "reflectance x 10000"})
    write_scene(land(), ["B2", "B3", "B4", "B5"], "l8.tif", {"SENSOR": "Landsat 8", "UNITS": "reflectance x 10000"})
    write_scene(picture(), ["red", "green", "blue"], "drone.tif", {"SENSOR": "drone"})
    found = {Path(entry.files[0]).stem: entry.modality for entry in catalogue(tmp_path).entries}
    assert found == {"cube": "EnMAP", "l8": "Landsat", "drone": "NAIP"}


def test_pictures_in_a_zip_need_the_size_of_their_pixels(tmp_path: Path, write_scene: Write) -> None:
    path = write_scene(picture(), None, "a.png", driver="PNG", crs=None, transform=None)
    with zipfile.ZipFile(tmp_path / "crowns.zip", "w") as archive:
        archive.write(path, "Alive/a.png")
    path.unlink()
    with pytest.raises(SceneError, match="how many metres"):
        catalogue(tmp_path)
    found = build([tmp_path], {"crowns.zip/*": UserAnswers(sensor="aerial", gsd_m=0.1, licence="CC0")}, quiet)
    (entry,) = found.entries
    assert (entry.gsd_m, entry.modality, entry.licence) == (0.1, "NAIP", "CC0")
    assert entry.files == (f"/vsizip/{tmp_path}/crowns.zip/Alive/a.png",)
    assert found.footprints == (None,)


def test_a_file_in_two_of_the_folders_counts_once(scene: Path, tmp_path: Path) -> None:
    assert len(catalogue(tmp_path, scene).entries) == 1


def test_an_answer_that_fits_no_file_is_told(scene: Path, tmp_path: Path) -> None:
    found = build([tmp_path], {"nowhere/*": UserAnswers(gsd_m=1)}, quiet)
    assert found.skipped == (("nowhere/*", "this answer fits no file"),)


def test_a_cancel_is_heard_between_two_files(scene: Path, tmp_path: Path) -> None:
    def stop(done: int, total: int, note: str) -> None:
        if total:
            raise Cancelled

    with pytest.raises(Cancelled):
        build([tmp_path], {}, stop)


def test_no_scene_at_all_is_an_error_with_an_example(tmp_path: Path) -> None:
    (tmp_path / "a.tif").write_text("no raster")
    with pytest.raises(SceneError, match=r"1 files, e\.g\. .*a\.tif"):
        catalogue(tmp_path)
    with pytest.raises(SceneError, match="no such folder"):
        catalogue(tmp_path / "nowhere")


def test_a_catalogue_comes_back_as_it_was_written(scene: Path, tmp_path: Path) -> None:
    (tmp_path / "text.tif").write_text("no raster")
    found = catalogue(tmp_path)
    placeless = replace(found.entries[0], place="p", decibel=True, files=("a.png", "b.png"), mean=(), gsd_m=1 / 3)
    whole = Catalogue((*found.entries, placeless), found.skipped, (*found.footprints, None))
    write(whole, tmp_path / "catalog.gpkg")
    back = read(tmp_path / "catalog.gpkg")
    assert back.entries == whole.entries
    assert back.skipped == whole.skipped
    assert back.footprints[0].equals(whole.footprints[0])
    assert back.footprints[1] is None


def test_a_catalogue_opens_in_a_gis_with_footprints_on_the_globe(scene: Path, tmp_path: Path) -> None:
    write(catalogue(tmp_path), tmp_path / "catalog.gpkg")
    info = pyogrio.read_info(tmp_path / "catalog.gpkg", layer="scenes")
    assert info["crs"] == "EPSG:4326"
    west, south, east, north = info["total_bounds"]
    assert 14.9 < west < east < 15.1
    assert 52.3 < south < north < 52.4
    assert pyogrio.read_info(tmp_path / "catalog.gpkg", layer="skipped")["features"] == 0


def test_a_catalogue_is_not_replaced_unasked(scene: Path, tmp_path: Path) -> None:
    found = catalogue(tmp_path)
    write(found, tmp_path / "c.gpkg")
    with pytest.raises(OutputError, match="exists already"):
        write(found, tmp_path / "c.gpkg")
    write(found, tmp_path / "c.gpkg", overwrite=True)
    with pytest.raises(OutputError, match="GeoPackage"):
        write(found, tmp_path / "c.csv")


def test_another_file_is_no_catalogue(scene: Path, tmp_path: Path) -> None:
    for name in (scene, tmp_path / "nowhere.gpkg"):
        with pytest.raises(SceneError, match="expected a catalogue"):
            read(name)


def test_answers_are_merged_in_the_order_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "answers.json"
    path.write_text(
        json.dumps({"*.png": {"gsd_m": 1, "sensor": "aerial"}, "near/*": {"gsd_m": 0.5, "bands": {"1": "red"}}})
    )
    answers = read_answers(path)
    assert said_of("/data/near/a.png", answers) == UserAnswers("aerial", {1: "red"}, None, 0.5)
    assert said_of("/data/far/a.png", answers) == UserAnswers("aerial", gsd_m=1)
    assert said_of("/data/far/a.tif", answers) == UserAnswers()
    assert not fits("near/*", "/data/linear/a.png")
    assert read_answers(None) == {}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "cannot read the answers"),
        ("[]", "expected globs"),
        ('{"*": 3}', r"'\*' must be an object of sensor, bands, units"),
        ('{"*": {"scale": 1}}', r"'\*' has no field 'scale'"),
        ('{"*": {"gsd_m": "1"}}', r"'gsd_m' of '\*' must be a number or null; found \"1\""),
        ('{"*": {"bands": {"one": "red"}}}', r"'bands' of '\*' must be an object whose keys are each a whole number"),
    ],
)
def test_answers_that_mean_nothing_are_errors(text: str, words: str, tmp_path: Path) -> None:
    (tmp_path / "answers.json").write_text(text)
    with pytest.raises(RequestError, match=words) as caught:
        read_answers(tmp_path / "answers.json")
    assert "write {" in caught.value.hint or text == "{" or "globs" in words


def test_the_summary_counts_modalities_and_reasons(scene: Path, tmp_path: Path, write_scene: Write) -> None:
    for name in ("a", "b", "c", "d"):
        write_scene(picture(1, 5), None, f"{name}_mask.tif")
    summary = summarise(catalogue(tmp_path))
    (row,) = summary["modalities"]
    assert (row["modality"], row["scenes"], row["licences"]) == ("S2", 1, {"CC BY 4.0": 1})
    assert row["megapixels"] == pytest.approx(0.004096)
    (reason,) = summary["skipped"]
    assert (reason["files"], len(reason["first"])) == (4, 3)
    text = describe({"catalog": "c.gpkg", **summary})
    assert "     4  nothing says what the band is: a_mask.tif, b_mask.tif, c_mask.tif and 1 more" in text


def test_the_command_writes_the_catalogue_and_says_what_is_in_it(
    scene: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out" / "catalog.gpkg"
    command([str(tmp_path)], out=str(out))
    assert "S2        1       0.00        1" in capfd.readouterr().out
    command([str(tmp_path)], out=str(out), overwrite=True, as_json=True)
    assert json.loads(capfd.readouterr().out)["modalities"][0]["scenes"] == 1
    with pytest.raises(OutputError, match="exists already"):
        command(["not even looked at"], out=str(out))
    assert read(out).entries[0].files == (str(scene),)


def test_a_folder_that_cannot_be_read_is_skipped(scene: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    closed = tmp_path / "closed"
    closed.mkdir()
    listing = Path.iterdir

    def denied(path: Path) -> Iterator[Path]:
        if path == closed:
            raise PermissionError(13, "Permission denied")
        return listing(path)

    monkeypatch.setattr(Path, "iterdir", denied)
    assert catalogue(tmp_path).skipped == ((str(closed), "the folder cannot be read (Permission denied)"),)


def test_a_reference_system_that_is_not_of_the_earth_gives_no_footprint(tmp_path: Path, write_scene: Write) -> None:
    write_scene(land(), S2, "site.tif", {"UNITS": "reflectance x 10000"}, crs='LOCAL_CS["site",UNIT["metre",1]]')
    found = catalogue(tmp_path)
    assert found.footprints == (None,)
    assert found.entries[0].gsd_m == pytest.approx(10)


def test_real_scenes_of_every_sensor_group_are_found(shared: Path) -> None:
    folders = [shared / name for name in ("s1_s2_aligned", "landsat", "vhr4", "hyperspectral", "eurosat_ms")]
    found = catalogue(*folders, shared / "naip" / "naip_va_1m.tif")
    assert {entry.modality for entry in found.entries} == set(MODALITIES)
    assert len({entry.place for entry in found.entries if entry.place}) == 4
    skipped = {Path(path).name for path, _ in found.skipped}
    assert "terramind_282D_485L_3_3_DEM.tif" in skipped
    assert "terramind_282D_485L_3_3_LULC.tif" in skipped
    for entry in found.entries:
        assert len(entry.mean) == len(entry.std) == len(entry.bands)
        assert all(np.isfinite(entry.mean)) and min(entry.std) > 0
        assert entry.gsd_m > 0
