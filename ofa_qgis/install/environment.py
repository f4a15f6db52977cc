"""Where the engine's private Python is, whether it works, and the environment it is started in.

Standard library only. Installs nothing: it finds, asks and reports, each time with a one-line reason.
"""

import json
import os
import shutil
import subprocess  # nosec B404 - lists of arguments only, never a shell
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Dict, List, Mapping, Optional

from ..paths import data_dir

INSTALLED = "installed.json"  # in the engine's folder: names the environment that works (see `installed`)
OLDEST_PYTHON = (3, 11)
VERSIONS = ("3.12", "3.13", "3.11", "3.14")  # what to look for beside QGIS's own; the best served with wheels first
VERIFY_TIMEOUT_S = 30.0  # a first start may come from a cold network disk, past a virus scanner

# What QGIS and its launchers set for their own Python, PROJ, GDAL and Qt, and what breaks another Python that
# inherits it: PROJ_DATA of QGIS makes rasterio fail on "DATABASE.LAYOUT.VERSION.MINOR".
SCRUBBED_NAMES = {
    "PROJ_LIB",
    "PROJ_DATA",
    "GDAL_DATA",
    "GDAL_DRIVER_PATH",
    "GDAL_PYTHON_DRIVER_PATH",
    "LD_LIBRARY_PATH",
    "VIRTUAL_ENV",
}
SCRUBBED_PREFIXES = ("PYTHON", "PIP_", "DYLD_", "QT_", "CONDA_")

_PROBE = """
import json, sys
found = {"version": "%d.%d.%d" % sys.version_info[:3]}
try:
    import engine
    found["engine"] = engine.__version__
except Exception as error:
    found["problem"] = "%s: %s" % (type(error).__name__, error)
print(json.dumps(found))
"""


_BASE_PROBE = """
import json, struct, sys
found = {"version": "%d.%d.%d" % sys.version_info[:3]}
try:
    import ensurepip, venv
except ImportError as error:
    found["problem"] = "it cannot make environments (%s); its package python3-venv is missing" % error
if struct.calcsize("P") < 8:
    found["problem"] = "it is a 32-bit Python"
print(json.dumps(found))
"""


@dataclass(frozen=True)
class Interpreter:
    """What a Python said of itself. `problem` is "" when it does what was asked for, else one line for a person."""

    python: Path
    version: str = ""
    engine: str = ""
    problem: str = ""


def scrubbed(environ: Mapping[str, str]) -> Dict[str, str]:
    """`environ` without what belongs to QGIS's own Python, PROJ, GDAL and Qt."""
    return {
        name: value
        for name, value in environ.items()
        if name.upper() not in SCRUBBED_NAMES and not name.upper().startswith(SCRUBBED_PREFIXES)
    }


def engine_home(home: Optional[str] = None, environ: Mapping[str, str] = os.environ) -> Path:
    """The engine's folder: `home`, else ``OFA_ENGINE_HOME``, else ``engine`` in the user's data folder."""
    chosen = home or environ.get("OFA_ENGINE_HOME")
    return Path(chosen).expanduser() if chosen else data_dir(environ) / "engine"


def engine_python(
    python: Optional[str] = None, home: Optional[str] = None, environ: Mapping[str, str] = os.environ
) -> Path:
    """The Python that runs the engine, there or not: `python`, else ``OFA_ENGINE_PYTHON``, else that of the home."""
    chosen = python or (None if home else environ.get("OFA_ENGINE_PYTHON"))
    return Path(chosen).expanduser() if chosen else python_in(live_environment(engine_home(home, environ)))


def live_environment(home: Path) -> Path:
    """The environment that was proven last in the engine's folder; the folder itself where none is named."""
    try:
        name = json.loads((home / INSTALLED).read_text(encoding="utf-8"))["environment"]
    except (OSError, ValueError, LookupError, TypeError):
        return home
    return home / Path(str(name)).name


def python_in(environment: Path, platform: str = sys.platform) -> Path:
    """The interpreter of a virtual environment."""
    return environment / ("Scripts/python.exe" if platform == "win32" else "bin/python")


def base_pythons(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> List[Path]:
    """Files that look like a Python a private environment could be made from, the most likely first.

    QGIS's own Python comes first, then newer ones: QGIS may bring one that is too old for the engine. Inside QGIS
    `sys.executable` is often no Python: on Windows it is ``qgis-bin.exe``, on macOS QGIS itself, and starting it
    would open a second QGIS. Only files that are named like Python are listed; ask `verify_base` what they are.
    """
    here = Path(sys.executable or sys.prefix)
    names = ["python{}.{}".format(*sys.version_info[:2]), "python3", "python"]
    own = [here.parent, Path(sys.base_exec_prefix), Path(sys.base_exec_prefix) / "bin", here.parent / "bin"]
    guesses = [folder / (name + ending) for folder in own for name in names for ending in ("", ".exe")]
    names += [f"python{version}" for version in VERSIONS]
    on_path = [shutil.which(name, path=environ.get("PATH", "")) for name in names]
    files = [here, *guesses, *(Path(found) for found in on_path if found), *_usual_pythons(environ, platform)]
    return list(dict.fromkeys(file for file in files if file.name.lower().startswith("python") and file.is_file()))


def _usual_pythons(environ: Mapping[str, str], platform: str) -> List[Path]:
    """Where the installers of each system put Python without telling PATH of it."""
    if platform == "win32":
        local, programs = environ.get("LOCALAPPDATA", ""), environ.get("PROGRAMFILES", "")
        folders = [Path(local) / "Programs/Python", Path(programs)]
        plain = [folder / f"Python{v.replace('.', '')}" / "python.exe" for v in VERSIONS for folder in folders]
        return plain + [Path(local) / f"Python/pythoncore-{v}-64/python.exe" for v in VERSIONS]
    folders = [Path("/usr/bin"), Path("/usr/local/bin")]
    if platform == "darwin":
        frameworks = Path("/Library/Frameworks/Python.framework/Versions")
        folders = [Path("/opt/homebrew/bin"), Path("/usr/local/bin"), *(frameworks / v / "bin" for v in VERSIONS)]
    return [folder / f"python{v}" for v in VERSIONS for folder in folders]


def verify(python: Path, timeout_s: float = VERIFY_TIMEOUT_S) -> Interpreter:
    """Ask `python` for its version and whether it has the engine, in at most `timeout_s` seconds."""
    return _ask(python, _PROBE, "the engine cannot be imported: ", timeout_s)


def verify_base(python: Path, timeout_s: float = VERIFY_TIMEOUT_S) -> Interpreter:
    """Ask `python` for its version and whether it can make environments, in at most `timeout_s` seconds."""
    return _ask(python, _BASE_PROBE, "", timeout_s)


def _ask(python: Path, probe: str, prefix: str, timeout_s: float) -> Interpreter:
    if not python.name.lower().startswith("python"):
        return Interpreter(python, problem=f"{python} is not named like a Python interpreter")
    if not python.is_file():
        return Interpreter(python, problem=f"there is no file {python}")
    try:
        answer = subprocess.run(  # nosec B603
            [str(python), "-I", "-c", probe],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=timeout_s,
            env=scrubbed(os.environ),
            creationflags=NO_WINDOW,
            check=True,
        )
        found: Dict[str, Any] = json.loads(answer.stdout.decode("utf-8", "replace").splitlines()[-1])
        version, problem = str(found["version"]), " ".join(str(found.get("problem", "")).split())
        old = _too_old(version)
        return Interpreter(python, version, str(found.get("engine", "")), old or (problem and prefix + problem))
    except subprocess.TimeoutExpired:
        return Interpreter(python, problem=f"{python} did not answer within {timeout_s:g} s")
    except subprocess.CalledProcessError as error:
        return Interpreter(python, problem=f"{python} ended with exit code {error.returncode}")
    except (OSError, ValueError, LookupError, TypeError) as error:
        return Interpreter(python, problem=f"{python} does not answer like Python: {error}")


def _too_old(version: str) -> str:
    if tuple(int(part) for part in version.split(".")[:2]) < OLDEST_PYTHON:
        return f"Python {version} is too old: the engine needs {OLDEST_PYTHON[0]}.{OLDEST_PYTHON[1]} or newer"
    return ""


NO_WINDOW: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)
"""On Windows, keeps a console window from flashing up; 0 elsewhere."""
