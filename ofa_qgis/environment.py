"""Where the engine's private Python is, whether it works, and the environment it is started in.

Standard library only. Installs nothing: it finds, asks and reports, each time with a one-line reason.
"""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Dict, List, Mapping, Optional

from .paths import data_dir

OLDEST_PYTHON = (3, 11)
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


@dataclass(frozen=True)
class Interpreter:
    """What a Python said of itself. `problem` is "" when it can run the engine, else one line for a person."""

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
    return Path(chosen).expanduser() if chosen else python_in(engine_home(home, environ))


def python_in(environment: Path, platform: str = sys.platform) -> Path:
    """The interpreter of a virtual environment."""
    return environment / ("Scripts/python.exe" if platform == "win32" else "bin/python")


def base_pythons() -> List[Path]:
    """Real Python interpreters a private environment could be made from, the most likely first.

    Inside QGIS `sys.executable` is often no Python: on Windows it is ``qgis-bin.exe``, on macOS QGIS itself,
    and starting it would open a second QGIS. Only files that are named like Python are listed.
    """
    here = Path(sys.executable or sys.prefix)
    version = "python{}.{}".format(*sys.version_info[:2])
    names = [version, "python3", "python"]
    folders = [here.parent, Path(sys.base_exec_prefix), Path(sys.base_exec_prefix) / "bin", here.parent / "bin"]
    guesses = [folder / (name + ending) for folder in folders for name in names for ending in ("", ".exe")]
    on_path = [shutil.which(name) for name in names]
    files = [here, *guesses, *(Path(found) for found in on_path if found)]
    return list(dict.fromkeys(file for file in files if file.name.lower().startswith("python") and file.is_file()))


def verify(python: Path, timeout_s: float = VERIFY_TIMEOUT_S) -> Interpreter:
    """Ask `python` for its version and whether it has the engine, in at most `timeout_s` seconds."""
    if not python.name.lower().startswith("python"):
        return Interpreter(python, problem=f"{python} is not named like a Python interpreter")
    if not python.is_file():
        return Interpreter(python, problem=f"there is no file {python}")
    try:
        answer = subprocess.run(
            [str(python), "-I", "-c", _PROBE],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=timeout_s,
            env=scrubbed(os.environ),
            creationflags=NO_WINDOW,
            check=True,
        )
        found = json.loads(answer.stdout.decode("utf-8", "replace").splitlines()[-1])
        version, engine = str(found["version"]), str(found.get("engine", ""))
        return Interpreter(python, version, engine, _problem(version, str(found.get("problem", ""))))
    except subprocess.TimeoutExpired:
        return Interpreter(python, problem=f"{python} did not answer within {timeout_s:g} s")
    except subprocess.CalledProcessError as error:
        return Interpreter(python, problem=f"{python} ended with exit code {error.returncode}")
    except (OSError, ValueError, LookupError, TypeError) as error:
        return Interpreter(python, problem=f"{python} does not answer like Python: {error}")


def _problem(version: str, problem: str) -> str:
    if tuple(int(part) for part in version.split(".")[:2]) < OLDEST_PYTHON:
        return f"Python {version} is too old: the engine needs {OLDEST_PYTHON[0]}.{OLDEST_PYTHON[1]} or newer"
    return f"the engine cannot be imported: {' '.join(problem.split())}" if problem else ""


NO_WINDOW: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)
"""On Windows, keeps a console window from flashing up; 0 elsewhere."""
