"""What stands beside a result that is replaced never speaks for the new one; what belongs to others stays."""

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import geopandas
import numpy as np
import pyogrio
import pytest
import rasterio
from rasterio.transform import from_origin
from shapely.geometry import box

from engine.classes.legend import Legend
from engine.errors import OutputError
from engine.output import open_elsewhere, polygons, sidecars
from engine.output.output_names import GEOTIFF, PICTURE, POLYGONS, TABLE
from engine.output.polygons import polygonise
from engine.output.staging import JOURNAL_SUFFIX, Outputs

KINDS = {".tif": GEOTIFF, ".png": PICTURE, ".csv": TABLE}
RUBBISH = b"rubbish of an earlier result"
STALE = {
    ".tif": [
        ".tif.aux.xml", ".TIF.AUX.XML", ".tif.ovr", ".tif.msk", ".tif.xml", ".tif.vat.dbf", ".tif.points", ".tfw",
        ".TFW", ".tifw", ".wld", "_RPC.TXT", ".RPB", ".rrd", ".qml", ".sld", ".qmd",
    ],
    ".shp": [
        ".shx", ".dbf", ".prj", ".cpg", ".qix", ".sbn", ".sbx", ".fbn", ".fbx", ".ain", ".aih", ".ixs", ".mxs", ".qpj",
        ".atx", ".class.atx", ".idm", ".ind", ".cst", ".shp.xml", ".qml", ".sld", ".qmd", ".QIX",
    ],
    ".gpkg": [".gpkg-wal", ".gpkg-shm", ".gpkg-journal", ".gpkg.aux.xml", ".qml", ".qmd"],
    ".geojson": [".qml", ".qmd", ".geojson.aux.xml"],
    ".csv": [".csvt", ".prj", ".qml", ".csv.xml"],
}  # fmt: skip
OTHERS = [
    "map_notes.txt",
    "map.pdf",
    "map.txt",
    "map2.tfw",
    "map2.qix",
    "my map.qml",
    "map.tif.bak",
    "map.aux",
]
"""A user's own files: of no kind, of another stem, or of a kind that only looks alike (LaTeX)."""


def write(final: Path, number: int) -> None:
    """A result of the given number: a raster of it with nodata, a polygon with it, or a line of text."""
    if final.suffix == ".tif":
        with rasterio.open(
            final, "w", driver="GTiff", width=64, height=64, count=1, dtype="uint8", crs="EPSG:32633", nodata=0,
            transform=from_origin(500_000 + number, 5_800_000, 10, 10),
        ) as file:  # fmt: skip
            file.write(np.full((1, 64, 64), number, np.uint8))
    elif final.suffix == ".csv":
        final.write_text(f"chip\n{number}\n")
    else:
        table = geopandas.GeoDataFrame({"class": [str(number)]}, geometry=[box(number, 0, number + 1, 1)], crs=4326)
        pyogrio.write_dataframe(table, final, layer="map", **polygons.FORMATS[final.suffix])


def read(final: Path) -> tuple[object, ...]:
    """All that other programs read of a result."""
    if final.suffix == ".tif":
        with rasterio.open(final) as file:
            facts = file.crs.to_epsg(), file.transform, file.nodata, file.overviews(1), file.tags(), file.rpcs
            return (*facts, file.read().max(), file.dataset_mask().max(), [Path(name).name for name in file.files])
    if final.suffix == ".csv":
        return tuple(pyogrio.read_dataframe(final)["chip"]), str(pyogrio.read_info(final)["dtypes"])
    table = pyogrio.read_dataframe(final)
    near = [len(pyogrio.read_dataframe(final, bbox=(x, 0, x + 1, 1))) for x in (1.2, 7.2)]
    return (*table["class"], table.crs.to_epsg(), *table.total_bounds, *near, len(pyogrio.list_layers(final)))


def replaced(final: Path, overwrite: bool = True) -> None:
    """A job whose only result is `final`."""
    with Outputs([], overwrite) as outputs:
        write(outputs.stage(final, KINDS.get(final.suffix, POLYGONS)), 7)


@pytest.mark.parametrize("suffix", STALE)
def test_what_is_read_of_a_new_result_is_the_new_result_alone(tmp_path: Path, suffix: str) -> None:
    (tmp_path / "clean").mkdir()
    clean, final = tmp_path / "clean" / f"map{suffix}", tmp_path / f"map{suffix}"
    replaced(clean)
    wanted = read(clean)
    for path in clean.parent.iterdir():
        (tmp_path / path.name).write_bytes(RUBBISH)
    for name in [*(f"map{ending}" for ending in STALE[suffix]), *OTHERS]:
        (tmp_path / name).write_bytes(RUBBISH)
    replaced(final)
    left = {path.name for path in tmp_path.iterdir() if path.is_file()}
    assert left == {path.name for path in clean.parent.iterdir()} | set(OTHERS)
    assert read(final) == wanted


@pytest.mark.parametrize("suffix", [".shp", ".gpkg", ".tif"])
def test_what_a_program_really_made_of_the_old_result_goes_with_it(tmp_path: Path, suffix: str) -> None:
    final = tmp_path / f"map{suffix}"
    write(final, 1)
    if suffix == ".tif":
        with rasterio.Env(TIFF_USE_OVR=True), rasterio.open(final, "r+") as file:
            file.build_overviews([2], rasterio.enums.Resampling.nearest)
        assert (tmp_path / "map.tif.ovr").exists()
    elif suffix == ".shp":
        with pyogrio_sql(final, "CREATE SPATIAL INDEX ON map"):
            assert (tmp_path / "map.qix").exists()
    replaced(final)
    found = read(final)
    assert found[0] == "7" or found[6] == 7
    assert not {"map.qix", "map.tif.ovr"} & {path.name for path in tmp_path.iterdir()}


@contextmanager
def pyogrio_sql(path: Path, statement: str) -> Iterator[None]:
    """A spatial index as a GIS makes it (the Shapefile's own driver writes it on request)."""
    table = pyogrio.read_dataframe(path)
    assert statement
    pyogrio.write_dataframe(table, path, layer_options={"SPATIAL_INDEX": "YES"})
    yield


def test_a_sidecar_without_its_result_is_not_replaced_unasked(tmp_path: Path) -> None:
    (tmp_path / "map.tif.aux.xml").write_bytes(RUBBISH)
    with pytest.raises(OutputError, match=r"map\.tif\.aux\.xml exists already") as caught:
        replaced(tmp_path / "map.tif", overwrite=False)
    assert "--overwrite" in caught.value.hint
    replaced(tmp_path / "map.tif")
    assert not (tmp_path / "map.tif.aux.xml").exists()


@pytest.mark.parametrize(
    ("suffix", "other", "sidecar"),
    [(".tif", "map.tiff", "map.tfw"), (".tif", "map.jpg", "map.wld"), (".tif", "map.shp", "map.qml"),
     (".geojson", "map.tif", "map.qml"), (".shp", "map.asc", "map.prj")],
)  # fmt: skip
def test_a_file_that_belongs_to_somebody_else_is_kept_and_told(
    tmp_path: Path, suffix: str, other: str, sidecar: str
) -> None:
    style = b"<qgis><rasterrenderer/></qgis>" if other == "map.tif" else b"<qgis><renderer-v2/></qgis>"
    (tmp_path / other).write_bytes(RUBBISH)
    (tmp_path / sidecar).write_bytes(style)
    before = sorted(tmp_path.iterdir())
    with pytest.raises(OutputError, match="belongs to another file") as caught:
        replaced(tmp_path / f"map{suffix}")
    assert sidecar in caught.value.error and sorted(tmp_path.iterdir()) == before
    assert (tmp_path / sidecar).read_bytes() == style
    replaced(tmp_path / f"another{suffix}")  # the hint leads out


def test_the_style_of_a_map_is_no_business_of_the_geopackage_beside_it(tmp_path: Path) -> None:
    (tmp_path / "map.tif").write_bytes(RUBBISH)
    (tmp_path / "map.qml").write_text("<qgis><rasterrenderer/></qgis>")
    replaced(tmp_path / "map.gpkg", overwrite=False)
    replaced(tmp_path / "map.gpkg")
    assert (tmp_path / "map.qml").exists()


def test_of_two_results_with_one_sidecar_the_first_keeps_its_own(tmp_path: Path) -> None:
    with Outputs([], overwrite=True) as outputs:
        for suffix, kind in ((".tif", GEOTIFF), (".shp", POLYGONS)):
            staged = outputs.stage(tmp_path / f"map{suffix}", kind)
            write(staged, 7)
            staged.with_suffix(".qml").write_text(suffix)
    assert (tmp_path / "map.qml").read_text() == ".tif"


def test_what_an_earlier_report_had_and_this_one_has_not_goes(tmp_path: Path) -> None:
    for name in ("confusion.png", "report.html", "notes.txt"):
        (tmp_path / name).write_text("old")
    with Outputs([], overwrite=True) as outputs:
        outputs.folder(tmp_path, ("confusion.png", "report.html")).joinpath("report.html").write_text("new")
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"report.html": "new", "notes.txt": "old"}


HOLD = """
import sqlite3, sys, time
database = sqlite3.connect(sys.argv[1], isolation_level=None)
database.execute("PRAGMA journal_mode=WAL")
for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type='trigger'").fetchall():
    database.execute(f'DROP TRIGGER "{name}"')
database.execute("UPDATE map SET class='edited'")
print("held", flush=True)
time.sleep(120)
"""


@pytest.fixture
def held(tmp_path: Path) -> Iterator[tuple[Path, subprocess.Popen[str]]]:
    """A GeoPackage that another program has open in WAL mode, with an edit that is in the WAL alone."""
    final = tmp_path / "map.gpkg"
    write(final, 1)
    command = [sys.executable, "-c", HOLD, str(final)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout and program.stdout.readline() == "held\n"
        yield final, program
        program.kill()


def test_a_geopackage_that_is_open_elsewhere_is_refused_and_its_edit_is_safe(
    held: tuple[Path, subprocess.Popen[str]],
) -> None:
    final, program = held
    with pytest.raises(OutputError, match="open in another program") as caught:
        replaced(final)
    assert "close it there" in caught.value.hint
    assert list(pyogrio.read_dataframe(final)["class"]) == ["edited"]
    program.kill()
    program.wait()
    assert (final.parent / "map.gpkg-wal").exists()  # what a program that died has left
    replaced(final)
    assert [path.name for path in final.parent.iterdir()] == ["map.gpkg"]
    assert read(final)[0] == "7"


def test_a_geopackage_that_was_opened_during_the_work_is_refused_at_the_end(tmp_path: Path) -> None:
    final = tmp_path / "map.gpkg"
    write(final, 1)
    with pytest.raises(OutputError, match="open in another program"), Outputs([], overwrite=True) as outputs:
        map_too = outputs.stage(tmp_path / "map.tif", GEOTIFF)
        write(map_too, 7)
        write(outputs.stage(final, POLYGONS), 7)
        database = sqlite3.connect(final)
        database.execute("PRAGMA journal_mode=WAL")
        database.execute("SELECT count(*) FROM map").fetchall()
    database.close()
    assert read(final)[0] == "1" and not (tmp_path / "map.tif").exists()


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\0 cut off"])
def test_what_is_no_database_is_not_held_and_not_touched(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "map.gpkg").write_bytes(content)
    open_elsewhere.require_closed(tmp_path / "map.gpkg")
    assert (tmp_path / "map.gpkg").read_bytes() == content
    replaced(tmp_path / "map.gpkg")
    assert read(tmp_path / "map.gpkg")[0] == "7"


def test_on_windows_a_result_that_is_open_is_told_and_the_finished_one_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    final, opened = tmp_path / "map.tif", []
    write(final, 1)

    def rename(self: Path, target: Path) -> None:
        if opened:
            raise PermissionError(13, "The process cannot access the file because it is being used by another process")

    monkeypatch.setattr(open_elsewhere, "WINDOWS", True)
    monkeypatch.setattr(Path, "rename", rename)
    job = Outputs([], overwrite=True, resumable=True)
    with pytest.raises(OutputError, match="open in another program"), job as outputs:
        staged = outputs.stage(final, GEOTIFF)
        write(staged, 7)
        staged.with_name(staged.name + JOURNAL_SUFFIX).write_text("a line\n")
        opened.append(final)
    assert read(final)[6] == 1 and staged.exists()
    opened.clear()
    with Outputs([], overwrite=True, resumable=True) as outputs:
        assert outputs.stage(final, GEOTIFF) == staged and staged.exists()
    assert read(final)[6] == 7


@pytest.mark.parametrize("suffix", [".gpkg", ".geojson", ".shp"])
@pytest.mark.parametrize(
    "name", ["map:2024", "hot!/a!b", "a#b%20c", "-x", "wälder", "a\nb", "a?b;c", " x ", "gpkg_1", "!", "a.zip!/b"]
)
def test_polygons_are_written_under_any_name_that_the_disk_takes(tmp_path: Path, suffix: str, name: str) -> None:
    with rasterio.open(
        tmp_path / "classes.tif", "w", driver="GTiff", width=4, height=4, count=1, dtype="uint8", crs="EPSG:32633",
        nodata=0, transform=from_origin(500_000, 5_800_000, 10, 10),
    ) as file:  # fmt: skip
        file.write(np.repeat([[1, 1, 2, 2]], 4, 0).astype(np.uint8)[None])
    out = tmp_path / f"{name}{suffix}"
    polygonise(tmp_path / "classes.tif", None, out, Legend.of(["dark", "bright"]), lambda *_: None)
    assert out.is_file()
    for number, path in enumerate(sorted(out.parent.glob("*"))):
        if path.is_file() and path.name.startswith(out.stem):
            path.rename(tmp_path / f"plain{path.name.removeprefix(out.stem)}")
        assert number < 10
    assert sorted(pyogrio.read_dataframe(tmp_path / f"plain{suffix}", layer=0)["class"]) == ["bright", "dark"]


@pytest.mark.parametrize(("text", "stays"), [(b'File "map.tif"', False), (b"!table\nType NATIVE", True)])
def test_a_mapinfo_table_belongs_to_a_raster_only_if_it_names_it(tmp_path: Path, text: bytes, stays: bool) -> None:
    (tmp_path / "map.tab").write_bytes(text)
    replaced(tmp_path / "map.tif")
    assert (tmp_path / "map.tab").exists() == stays


def test_a_sidecar_is_told_from_what_only_begins_alike() -> None:
    final = Path("/x/map.tif")
    assert any(part.fits("MAP.TFW", final) for part in sidecars.parts_of(final))
    assert not any(part.fits("map_old.tfw", final) for part in sidecars.parts_of(final))
