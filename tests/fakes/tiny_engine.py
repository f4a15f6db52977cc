"""An engine that installs in seconds: a page of source with its own build backend, and a folder with one wheel.

Not a test: the tests of the installer and of the set-up page load it with ``runpy``.
"""

import zipfile
from pathlib import Path

PYPROJECT = """
[build-system]
requires = []
build-backend = "_backend"
backend-path = ["engine"]
[project]
name = "ofa-engine"
version = "{version}"
"""
BACKEND = """
import time, zipfile
from pathlib import Path
NAME = "ofa_engine-{version}.dist-info/"
META = "Metadata-Version: 2.1\\nName: ofa-engine\\nVersion: {version}\\nRequires-Dist: tinydep\\n"
def build_wheel(folder, config=None, metadata=None):
    time.sleep({slow})
    wheel = "ofa_engine-{version}-py3-none-any.whl"
    with zipfile.ZipFile(Path(folder) / wheel, "w") as file:
        for path in Path("engine").glob("*.py"):
            file.write(path)
        file.writestr(NAME + "METADATA", META)
        file.writestr(NAME + "WHEEL", "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n")
        file.writestr(NAME + "RECORD", "")
    return wheel
"""
MAIN = """
import json, os, sys, tinydep
checks = [{{"name": name, "ok": name != {bad!r}, "found": "as it should be", "hint": "do this"}}
          for name in ("versions", "device", "rasters", "model")]
print("a warning of torch")
print(json.dumps({{"checks": checks, "ok": True, "models": os.environ.get("OFA_MODELS")}}))
"""


def write_wheels(folder: Path) -> Path:
    """The folder of wheels; the engine needs the one in it."""
    folder.mkdir()
    with zipfile.ZipFile(folder / "tinydep-1.0-py3-none-any.whl", "w") as file:
        file.writestr("tinydep.py", "")
        file.writestr("tinydep-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: tinydep\nVersion: 1.0\n")
        file.writestr("tinydep-1.0.dist-info/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        file.writestr("tinydep-1.0.dist-info/RECORD", "")
    return folder


def write_source(folder: Path, version: str = "1.2.3", slow: float = 0, bad: str = "") -> Path:
    """The source; it takes `slow` seconds to build, and the check named `bad` fails."""
    (folder / "engine").mkdir(parents=True, exist_ok=True)
    (folder / "pyproject.toml").write_text(PYPROJECT.format(version=version))
    (folder / "constraints.txt").write_text("tinydep==1.0\n")
    (folder / "engine/__init__.py").write_text(f'__version__ = "{version}"\n')
    (folder / "engine/_backend.py").write_text(BACKEND.format(version=version, slow=slow))
    (folder / "engine/__main__.py").write_text(MAIN.format(bad=bad))
    return folder
