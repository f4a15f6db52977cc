"""Every output of every job is a file or a folder on a disk with the right ending, or refused before any work."""

import os
from collections.abc import Callable, Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import click
import pytest
import typer
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine import jobs
from engine.cli import main
from engine.errors import OutputError
from engine.output import output_names
from engine.output.output_names import GEOTIFF, POLYGONS, TABLE
from engine.output.staging import Outputs
from engine.protocol import REQUESTS, PartRequest, PreviewRequest, SceneSpec

Engine = Callable[..., Any]

OUTPUTS = ("out", "confidence", "vector", "report")
"""What options and fields of requests that name a result are called."""
MAP = ("--out", "map.tif")
CALLS: dict[tuple[str, str], tuple[str, tuple[str, ...]]] = {
    ("classify", "out"): (".tif", ("no.tif", "no.gpkg", "--field", "class")),
    ("classify", "confidence"): (".tif", ("no.tif", "no.gpkg", "--field", "class", *MAP)),
    ("classify", "vector"): (".gpkg", ("no.tif", "no.gpkg", "--field", "class", *MAP)),
    ("classify", "report"): ("", ("no.tif", "no.gpkg", "--field", "class", *MAP)),
    ("embed", "out"): (".tif", ("no.tif",)),
    ("predict", "out"): (".tif", ("no.tif", "--model", "none")),
    ("predict", "confidence"): (".tif", ("no.tif", "--model", "none", *MAP)),
    ("predict", "vector"): (".gpkg", ("no.tif", "--model", "none", *MAP)),
    ("batch", "out"): ("", ("embed", "no.tif")),
    ("change", "out"): (".tif", ("no.tif", "no.tif")),
    ("change", "confidence"): (".tif", ("no.tif", "no.tif", "no.gpkg", "--field", "class", *MAP)),
    ("clean", "out"): (".tif", ("no.tif", "--min-area", "1ha")),
    ("clean", "vector"): (".gpkg", ("no.tif", *MAP)),
    ("clean", "report"): ("", ("no.tif", "--min-area", "1ha", *MAP)),
    ("regress", "out"): (".tif", ("no.tif", "no.gpkg", "--field", "height")),
    ("regress", "report"): ("", ("no.tif", "no.gpkg", "--field", "height", *MAP)),
    ("similar", "out"): (".tif", ("no.tif", "--at", "0,0")),
    ("hits", "out"): (".gpkg", ("no.tif",)),
    ("count", "out"): (".gpkg", ("no.tif", "no.gpkg")),
    ("cluster", "out"): (".tif", ("no.tif", "--classes", "3")),
    ("cluster", "vector"): (".gpkg", ("no.tif", "--classes", "3", *MAP)),
    ("sample", "out"): (".gpkg", ("no.tif",)),
    ("assess", "out"): ("", ("no.tif", "no.gpkg")),
    ("export", "out"): (".onnx", ("none", "--format", "onnx")),
    ("models pull", "out"): ("", ("dofa-base", "--accept-licence")),
    ("finetune", "out"): ("", ("no.tif", "no.gpkg")),
    ("catalog", "out"): (".gpkg", ("no-folder",)),
    ("pretrain", "out"): ("", ("debug", "--data", "no-folder")),
    ("publish", "out"): ("", ("no-run", "--name", "model")),
    ("probe", "out"): ("", ("--model", "none", "--data", "no-folder")),
    ("geobench", "out"): ("", ("m-eurosat", "--root", "no-folder", "--model", "none")),
}
"""Command and option -> the ending of what it writes ("" is a folder), and the rest of a command that finds nothing."""

NOWHERE = (
    "s3://bucket/x", "gs://bucket/x", "az://bucket/x", "https://example.org/x", "file:///tmp/x", "/vsimem/x",
    "/vsizip/a.zip/x", "/vsis3/bucket/x", "GPKG:x", "NETCDF:x", "PG:x",
)  # fmt: skip
EMPTY = ("", " ", "\t\n")
NO_FILE = (
    ".",
    "..",
    "new/",
    "new/.",
    "a-folder{}",
    "a-fifo{}",
    "a-loop{}",
    "a-file/x{}",
    "x.jpg",
    "x",
    "x{}.zip",
    "{}",
)
NO_FOLDER = ("a-file", "a-fifo", "a-loop", "a-file/x")
TOO_LONG = ("x" * 250 + "{}", "new/" + "y" * 300 + "/x{}", "z/" * 3000 + "x{}")


SOME = ("s3://bucket/x{}", "GPKG:x{}", "", "a-fifo{}")
"""A few of them for every command: the others differ in the gate alone."""


def test_no_option_and_no_field_that_names_a_result_was_forgotten(engine: Engine) -> None:
    engine("--help")  # has the commands of other packages joined
    found = set(_options(typer.main.get_command(main.app)))  # type: ignore[arg-type]
    assert found == set(CALLS)
    asked = {(kind, field.name) for kind, request in REQUESTS.items() for field in fields(request)}
    named = {(kind, name) for kind, name in asked if name in OUTPUTS}
    internal = {(PartRequest.kind, "out"), (PreviewRequest.kind, "out")}
    assert named <= found | internal


def _options(command: click.Command, name: str = "") -> Iterator[tuple[str, str]]:
    for inner, below in getattr(command, "commands", {}).items():
        yield from _options(below, f"{name} {inner}".strip())
    yield from ((name, option.name) for option in command.params if option.name in OUTPUTS and not option.is_flag)  # type: ignore[attr-defined, misc]


@pytest.fixture
def odd_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in that holds what no result can replace."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a-file").write_text("mine")
    for suffix in ("", ".tif", ".gpkg", ".onnx"):
        os.mkfifo(f"a-fifo{suffix}")
        (tmp_path / f"a-loop{suffix}").symlink_to(f"a-loop{suffix}")
        (tmp_path / f"a-folder{suffix}").mkdir()
    return tmp_path


def everything_in(folder: Path) -> list[str]:
    return sorted(str(path) for path in folder.rglob("*"))


@pytest.mark.parametrize(("command", "option"), CALLS)
def test_a_bad_name_is_one_line_before_any_work_and_leaves_nothing(
    engine: Engine, capfd: pytest.CaptureFixture[str], odd_places: Path, command: str, option: str
) -> None:
    engine("--help")  # has the commands of other packages joined, which takes long to do for every name
    ending, rest = CALLS[command, option]
    before = everything_in(odd_places)
    for name in (text.format(ending) for text in (*SOME, "a-file/x{}" if ending else "a-file")):
        if (command, name) == ("export", ""):
            continue  # it is called as its model is
        status = main.run([*command.split(), *rest, f"--{option}={name}"], as_json=False, debug=False)
        out, err = capfd.readouterr()
        told = (command, name[:60], err)
        assert status == 2 and out == "", told
        assert err.startswith("error: ") and err.count("\n") == 1 and " — " in err, told
        assert name[60:] or not name.strip() or name.strip("/").split("/")[0] in err, told
        assert "no.tif" not in err and "none" not in err and "no-folder" not in err, told
        assert everything_in(odd_places) == before, told


def test_the_gate_lets_no_bad_name_through_and_leaves_nothing(odd_places: Path) -> None:
    before = everything_in(odd_places)
    for ending, kind in {".tif": GEOTIFF, ".gpkg": POLYGONS}.items():
        for name in (*(f"{name}{{}}" for name in NOWHERE), *EMPTY, *NO_FILE, *TOO_LONG):
            with pytest.raises(OutputError) as caught:
                output_names.file(name.format(ending), kind)
            assert caught.value.hint and "\n" not in str(caught.value), name
    for name in (*NOWHERE, *EMPTY, *NO_FOLDER, *TOO_LONG):
        with pytest.raises(OutputError) as caught:
            output_names.folder(name.format(""))
        assert caught.value.hint and "\n" not in str(caught.value), name
    assert everything_in(odd_places) == before


@pytest.mark.parametrize("name", ["s3://bucket/x", "a-file", "a-loop", "a-file/x"])
def test_the_folder_of_previews_is_checked_as_well(odd_places: Path, name: str) -> None:
    with pytest.raises(OutputError, match=r"x|a-"):
        jobs.run(PreviewRequest(SceneSpec("no.tif"), labels="no.gpkg", field="class", out=name), lambda *_: None)


@pytest.mark.parametrize("name", ["map.shp", "map.tif.gz", "map.tiff2", "map.tif "])
def test_a_wrong_ending_is_told_with_the_right_ones(name: str) -> None:
    with pytest.raises(OutputError, match="GeoTIFF") as caught:
        output_names.file(name, GEOTIFF)
    assert caught.value.hint == "end the name with .tif or .tiff"
    assert POLYGONS.endings == ".gpkg, .geojson or .shp" and TABLE.endings == ".csv"


@pytest.mark.parametrize("name", ["a\0b.tif", "a\udcffb.tif"])
def test_what_is_no_text_is_no_name(name: str) -> None:
    with pytest.raises(OutputError, match="no text"):
        output_names.file(name, GEOTIFF)


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(exclude_characters="/\0", exclude_categories=["Cs"]), min_size=1, max_size=40))
def test_every_other_name_that_the_disk_takes_passes_and_is_the_file_that_was_named(tmp_path: Path, text: str) -> None:
    name = f"x{text}.TIF"
    assert output_names.file(tmp_path / name, GEOTIFF) == tmp_path / name
    with Outputs([], overwrite=True) as outputs:
        outputs.stage(tmp_path / name, GEOTIFF).write_text("map")
    assert (tmp_path / name).read_text() == "map"


@pytest.mark.parametrize(
    "name", ["map:2024.tif", "c:d.tif", "-map.tif", "!#%.tif", "a b.tif", "ü.tif", ".x.tif", "a\n.tif"]
)
def test_names_that_only_look_like_a_drivers_pass(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.chdir(tmp_path)
    assert output_names.file(name, GEOTIFF) == tmp_path / name
    assert output_names.file("./s3:/x.tif", GEOTIFF) == tmp_path / "s3:" / "x.tif"


@pytest.mark.parametrize("name", ["CON.tif", "nul.tif", "com1.tif", "aux/map.tif", "a?.tif", "a:b.tif", "x./map.tif"])
def test_windows_own_names_are_refused_there_and_only_there(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert output_names.file(name, GEOTIFF).name
    monkeypatch.setattr(output_names, "WINDOWS", True)
    with pytest.raises(OutputError, match="Windows"):
        output_names.file(name, GEOTIFF)


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_folder_that_may_not_be_written_is_refused(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    for refused in (lambda: output_names.folder(tmp_path / "new"), lambda: _staged(tmp_path / "map.tif")):
        with pytest.raises(OutputError, match="cannot be written"):
            refused()


def _staged(*names: Path) -> None:
    """Stage results of one job, each as what its ending says."""
    kinds = {".tif": GEOTIFF, ".tiff": GEOTIFF, ".csv": TABLE}
    with Outputs([], overwrite=True) as outputs:
        for name in names:
            outputs.stage(name, kinds.get(name.suffix, POLYGONS)) if name.suffix else outputs.folder(name)


def test_two_outputs_that_are_one_file_are_refused_however_they_are_spelled(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "same").symlink_to("a")
    (tmp_path / "map.tif").write_text("old")
    (tmp_path / "hard.tif").hardlink_to(tmp_path / "map.tif")
    (tmp_path / "soft.tif").symlink_to("map.tif")
    (tmp_path / "to-come.tif").symlink_to("a/map.tif")
    for one, other in [
        ("map.tif", "map.tif"), ("map.tif", "a/../map.tif"), ("a/map.tif", "same/map.tif"), ("map.tif", "hard.tif"),
        ("map.tif", "soft.tif"), ("a/map.tif", "to-come.tif"), ("new", "new"), ("a/x.tif/y.tif", "a/x.tif"),
    ]:  # fmt: skip
        before = everything_in(tmp_path)
        with pytest.raises(OutputError, match="outputs"):
            _staged(tmp_path / one, tmp_path / other)
        assert everything_in(tmp_path) == before, (one, other)


def test_two_outputs_that_would_share_a_sidecar_are_refused(tmp_path: Path) -> None:
    for one, other in [("map.tif", "map.tiff"), ("m.shp", "m.geojson"), ("m.tif", "x/../m.tif.aux.xml")]:
        (tmp_path / "x").mkdir(exist_ok=True)
        with pytest.raises(OutputError, match="share files"):
            _staged(tmp_path / one, tmp_path / other) if "aux" not in other else _with_folder(tmp_path, other)
    _staged(tmp_path / "map.tif", tmp_path / "map.gpkg", tmp_path / "map.csv", tmp_path / "map")


def _with_folder(place: Path, name: str) -> None:
    with Outputs([], overwrite=True) as outputs:
        outputs.stage(place / "m.tif", GEOTIFF)
        outputs.folder(place / name)


def test_names_that_are_one_on_this_disk_are_one_output(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Path.samefile

    def ignoring_case(self: Path, other: Path) -> bool:  # as the disks of Windows and macOS
        return str(self).casefold() == str(other).casefold() or real(self, other)

    monkeypatch.setattr(Path, "samefile", ignoring_case)
    with pytest.raises(OutputError, match=r"one file|as well"):
        _staged(tmp_path / "Map.tif", tmp_path / "map.tif")
    assert everything_in(tmp_path) == []


def test_an_output_that_belongs_to_an_input_is_refused(tmp_path: Path) -> None:
    (tmp_path / "map.tif").write_text("old")
    (tmp_path / "map.tif.ovr").write_text("a source of the scene")
    (tmp_path / "model").mkdir()
    inputs = [tmp_path / "map.tif.ovr", tmp_path / "model"]
    with pytest.raises(OutputError, match=r"map\.tif\.ovr, which is an input"), Outputs(inputs, True) as outputs:
        outputs.stage(tmp_path / "map.tif", GEOTIFF)
    with pytest.raises(OutputError, match="is an input"), Outputs(inputs, True) as outputs:
        outputs.folder(tmp_path / "model")
