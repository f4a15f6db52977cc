"""The engine's Python is found, asked and started without anything that belongs to QGIS."""

import stat
import sys
from pathlib import Path

import pytest

from ofa_qgis.install.environment import (
    base_pythons,
    engine_home,
    engine_python,
    python_in,
    scrubbed,
    verify,
    verify_base,
)

QGIS = """PYTHONPATH PYTHONHOME PYTHONEXECUTABLE PYTHONSTARTUP PIP_INDEX_URL PROJ_LIB PROJ_DATA GDAL_DATA
GDAL_DRIVER_PATH LD_LIBRARY_PATH DYLD_INSERT_LIBRARIES QT_PLUGIN_PATH VIRTUAL_ENV Proj_Lib"""


@pytest.mark.parametrize("name", QGIS.split())
def test_what_belongs_to_qgis_is_scrubbed(name: str) -> None:
    assert scrubbed({name: "/qgis", "PATH": "/bin"}) == {"PATH": "/bin"}


def test_what_the_user_needs_stays() -> None:
    kept = {"PATH": "/bin", "HOME": "/home/u", "CUDA_VISIBLE_DEVICES": "1", "OFA_MODELS": "/m", "HTTPS_PROXY": "p"}
    assert scrubbed(kept) == kept


def test_the_engine_lives_where_it_is_said_else_in_the_users_data(tmp_path: Path) -> None:
    nowhere = {"HOME": str(tmp_path), "USERPROFILE": str(tmp_path)}
    named = {"OFA_ENGINE_HOME": "/short", **nowhere}
    assert engine_home("/told", named) == Path("/told")
    assert engine_home(None, named) == Path("/short")
    assert tmp_path in engine_home(None, nowhere).parents


def test_the_engines_python_is_the_one_that_is_said_else_that_of_its_home() -> None:
    named = {"OFA_ENGINE_HOME": "/short", "OFA_ENGINE_PYTHON": "/my/python3"}
    assert engine_python("/told/python", None, named) == Path("/told/python")
    assert engine_python(None, "/home/env", named) == python_in(Path("/home/env"))
    assert engine_python(None, None, named) == Path("/my/python3")
    assert engine_python(None, None, {"OFA_ENGINE_HOME": "/short"}) == python_in(Path("/short"))


def test_a_home_with_a_record_names_the_environment_that_works(tmp_path: Path) -> None:
    (tmp_path / "installed.json").write_text('{"environment": "env-3"}')
    assert engine_python(None, None, {"OFA_ENGINE_HOME": str(tmp_path)}) == python_in(tmp_path / "env-3")


def test_each_platform_has_its_place_for_python() -> None:
    assert python_in(Path("v"), "linux") == Path("v/bin/python")
    assert python_in(Path("v"), "win32") == Path("v/Scripts/python.exe")


def test_this_python_can_run_the_engine() -> None:
    found = verify(Path(sys.executable))
    assert found.problem == ""
    assert found.version == "{}.{}.{}".format(*sys.version_info[:3])
    assert found.engine


def script(tmp_path: Path, lines: str, name: str = "python3") -> Path:
    path = tmp_path / name
    path.write_text(f"#!/bin/sh\n{lines}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        ("sleep 30", "did not answer within"),
        ("exit 3", "exit code 3"),
        ("echo hello", "does not answer like Python"),
        ("""echo '{"version": "3.9.1"}'""", "too old: the engine needs 3.11"),
        ("""echo '{"version": "3.12.1", "problem": "No module named engine"}'""", "No module named engine"),
        ("""echo '{"version": "x.y"}'""", "does not answer like Python"),
    ],
)
def test_a_python_that_does_not_do_says_why_in_one_line(tmp_path: Path, lines: str, problem: str) -> None:
    found = verify(script(tmp_path, lines), timeout_s=0.5)
    assert problem in found.problem
    assert "\n" not in found.problem


def test_a_missing_python_is_told(tmp_path: Path) -> None:
    assert "no file" in verify(tmp_path / "python3").problem


def test_qgis_itself_is_never_started(tmp_path: Path) -> None:
    qgis = script(tmp_path, f"touch {tmp_path}/second-qgis", "qgis-bin.exe")
    assert "not named like a Python" in verify(qgis).problem
    assert not (tmp_path / "second-qgis").exists()


def test_base_pythons_are_real_ones_also_inside_qgis(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", str(script(tmp_path, "", "qgis")))
    found = base_pythons()
    assert found
    assert all(path.name.startswith("python") and path.is_file() for path in found)
    assert any(verify(path).version for path in found[:1])


def test_newer_pythons_than_the_one_of_qgis_are_found(tmp_path: Path) -> None:
    newer = script(tmp_path, "", "python3.14")
    assert newer in base_pythons({"PATH": str(tmp_path)})
    local, programs = tmp_path / "Local", tmp_path / "Program Files"
    for folder in (local / "Programs/Python/Python312", programs / "Python311", local / "Python/pythoncore-3.14-64"):
        folder.mkdir(parents=True)
        (folder / "python.exe").write_text("")
    windows = base_pythons({"PATH": "", "LOCALAPPDATA": str(local), "PROGRAMFILES": str(programs)}, "win32")
    names = [path.parent.name for path in windows if path.name == "python.exe"]
    assert names == ["Python312", "Python311", "pythoncore-3.14-64"]


def test_a_base_python_must_be_able_to_make_environments(tmp_path: Path) -> None:
    assert verify_base(Path(sys.executable)).problem == ""
    answer = """echo '{"version": "3.12.1", "problem": "it cannot make environments (No module named ensurepip)"}'"""
    assert "No module named ensurepip" in verify_base(script(tmp_path, answer)).problem
