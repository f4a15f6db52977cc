"""Every platform's own places, and code that old Python and a bare QGIS can load."""

import ast
import sys
from pathlib import Path

import pytest

from ofa_qgis.paths import cache_dir, data_dir, log_dir

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
        (WINDOWS, {"LOCALAPPDATA": "/l"}, "/l/ofa", "/l/ofa/cache", "/l/ofa/log"),
        (WINDOWS, {"USERPROFILE": "/u"}, *(f"/u/AppData/Local/ofa{end}" for end in ("", "/cache", "/log"))),
    ],
)
def test_each_platform_has_its_places(platform: str, environ: dict[str, str], data: str, cache: str, log: str) -> None:
    assert data_dir(environ, platform) == Path(data)
    assert cache_dir(environ, platform) == Path(cache)
    assert log_dir(environ, platform) == Path(log)


@pytest.mark.parametrize("module", sorted(PLUGIN.glob("*.py")), ids=lambda path: path.name)
def test_the_bridge_is_python_3_9_and_standard_library_only(module: Path) -> None:
    tree = ast.parse(module.read_text(encoding="utf-8"), feature_version=(3, 9))
    for node in ast.walk(tree):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom) and not node.level:
            names = [str(node.module)]
        assert all(name.split(".")[0] in sys.stdlib_module_names for name in names), names
