"""Every platform's own places, and code that old Python and a bare QGIS can load."""

import ast
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from platformdirs.api import PlatformDirsABC
from platformdirs.macos import MacOS
from platformdirs.unix import Unix
from platformdirs.windows import Windows

from engine import user_folders
from ofa_qgis.paths import cache_dir, data_dir, is_alive, log_dir, remove_stale_logs, remove_stale_sessions

PLUGIN = Path(__file__).parents[2] / "ofa_qgis"


LINUX, MAC, WINDOWS = "linux", "darwin", "win32"
HOME = {"HOME": "/u"}


@pytest.mark.parametrize(
    ("platform", "environ", "data", "cache", "log"),
    [
        (LINUX, HOME, "/u/.local/share/ofa", "/u/.cache/ofa", "/u/.local/state/ofa/log"),
        (LINUX, {**HOME, "XDG_DATA_HOME": "/d"}, "/d/ofa", "/u/.cache/ofa", "/u/.local/state/ofa/log"),
        (LINUX, {**HOME, "XDG_CACHE_HOME": "c"}, "/u/.local/share/ofa", "/u/.cache/ofa", "/u/.local/state/ofa/log"),
        (MAC, HOME, "/u/Library/Application Support/ofa", "/u/Library/Caches/ofa", "/u/Library/Logs/ofa"),
        (MAC, {**HOME, "XDG_DATA_HOME": "/d"}, "/d/ofa", "/u/Library/Caches/ofa", "/u/Library/Logs/ofa"),
        (WINDOWS, {"LOCALAPPDATA": "/l"}, "/l/ofa", "/l/ofa/cache", "/l/ofa/log"),
        (WINDOWS, {"USERPROFILE": "/u"}, *(f"/u/AppData/Local/ofa{end}" for end in ("", "/cache", "/log"))),
    ],
)
def test_each_platform_has_its_places(platform: str, environ: dict[str, str], data: str, cache: str, log: str) -> None:
    assert data_dir(environ, platform) == Path(data)
    assert cache_dir(environ, platform) == Path(cache)
    assert log_dir(environ, platform) == Path(log)


@pytest.mark.parametrize(("platform", "rules"), [(LINUX, Unix), (MAC, MacOS), (WINDOWS, Windows)])
@pytest.mark.parametrize("more", [{}, {"XDG_DATA_HOME": "/d", "XDG_CACHE_HOME": "/c"}, {"XDG_DATA_HOME": "d"}])
def test_the_engine_finds_the_same_places(
    platform: str, rules: type[PlatformDirsABC], more: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """On Windows the engine asks the system, which keeps LOCALAPPDATA, too, and capitals do not matter."""
    environ = {**HOME, "LOCALAPPDATA": "/u/AppData/Local", **more}
    for name in ("XDG_DATA_HOME", "XDG_CACHE_HOME", *environ):
        monkeypatch.setenv(name, environ.get(name, ""))
    monkeypatch.setattr("platformdirs.windows.get_win_folder", lambda _: environ["LOCALAPPDATA"])
    places = rules(user_folders.NAME, appauthor=False)
    monkeypatch.setattr("platformdirs.user_data_dir", lambda *_, **__: places.user_data_dir)
    monkeypatch.setattr("platformdirs.user_cache_dir", lambda *_, **__: places.user_cache_dir)
    ours, theirs = (data_dir(environ, platform), cache_dir(environ, platform)), engine_folders()
    assert [str(path).lower() for path in ours] == [str(path).lower() for path in theirs]


def engine_folders() -> tuple[Path, Path]:
    return user_folders.data_folder(), user_folders.cache_folder()


@pytest.mark.parametrize("module", sorted(PLUGIN.rglob("*.py")), ids=lambda path: path.name)
def test_the_plugin_is_python_3_9_and_needs_the_standard_library_and_qgis_only(module: Path) -> None:
    tree = ast.parse(module.read_text(encoding="utf-8"), feature_version=(3, 9))
    for node in ast.walk(tree):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom) and not node.level:
            names = [str(node.module)]
        assert all(name.split(".")[0] in {*sys.stdlib_module_names, "qgis", "processing"} for name in names), names


@pytest.fixture(scope="module")
def dead() -> int:
    """The id of a process that was."""
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        pass
    return process.pid


def aged(path: Path, hours: float) -> Path:
    os.utime(path, (time.time() - 3600 * hours,) * 2)
    return path


def test_processes_are_told_alive_from_dead(dead: int) -> None:
    assert is_alive(os.getpid())
    assert is_alive(1)  # another user's, unless we are root
    assert not is_alive(dead)
    assert not is_alive(10**30)
    assert not is_alive(0)


def test_only_the_temporary_folders_of_the_dead_are_removed(tmp_path: Path, dead: int) -> None:
    for name in (f"session-{dead}-a", f"session-{os.getpid()}-b", f"sessions-{dead}-c", "features"):
        (tmp_path / name / "deep").mkdir(parents=True)
        aged(tmp_path / name, 2)
    fresh = tmp_path / f"session-{dead}-of another host"
    fresh.mkdir()
    assert remove_stale_sessions(tmp_path) == [tmp_path / f"session-{dead}-a"]
    assert len(list(tmp_path.iterdir())) == 4
    assert fresh.is_dir()
    assert remove_stale_sessions(tmp_path / "none yet") == []


def test_a_link_to_somewhere_else_is_unlinked_not_followed(tmp_path: Path, dead: int) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/thesis.txt").write_text("years of work")
    (tmp_path / "cache").mkdir()
    (tmp_path / f"cache/session-{dead}-x").symlink_to(tmp_path / "elsewhere")
    remove_stale_sessions(tmp_path / "cache", age_s=-1)
    assert (tmp_path / "elsewhere/thesis.txt").is_file()
    assert not list((tmp_path / "cache").iterdir())


def test_old_logs_of_the_dead_are_removed(tmp_path: Path, dead: int) -> None:
    old = [f"engine-{dead}-training.log", f"engine-{dead}.log", f"engine-{dead}.log.1"]
    kept = [f"engine-{os.getpid()}.log", "install.log", f"engine-{dead}.txt"]
    for name in (*old, *kept):
        (tmp_path / name).write_text("")
        aged(tmp_path / name, 24 * 6)
    recent = f"engine-{dead + 1}.log"
    (tmp_path / recent).write_text("")
    aged(tmp_path / recent, 24 * 2)
    assert sorted(path.name for path in remove_stale_logs(tmp_path)) == old
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([*kept, recent])
