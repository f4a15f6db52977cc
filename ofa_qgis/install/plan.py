"""What an installation of the engine would do, whether it can, and what is there already. Standard library only.

Runs interpreters to ask them, changes nothing: see `installer` for that.
"""

import hashlib
import os
import re
import shutil
import subprocess  # nosec B404 - lists of arguments only, never a shell
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import List, Mapping, Optional

from ..words import joined, say
from .environment import NO_WINDOW, OLDEST_PYTHON, Interpreter, base_pythons, scrubbed, verify, verify_base
from .installed import Installed, InstallError, live_python, read

GB = 1_000_000_000
CARD_TIMEOUT_S = 10.0  # a card that sleeps takes some seconds to answer
CPU_BYTES = int(1.7 * GB)  # installed, with the CPU build of torch; measured on Linux
CUDA_BYTES = 6 * GB  # with the CUDA build
LEAST_BYTES = int(2.1 * GB)  # the CPU build and its wheels side by side while they are unpacked
LONGEST_INSIDE = 192  # characters of the longest path below an engine's folder: a licence in torch's wheel
LONGEST_ON_WINDOWS = 259


@dataclass(frozen=True)
class InstallPlan:
    """What will be installed and from where; makes nothing.

    Args:
        home: the engine's folder.
        source: where the engine's source is.
        log_file: everything that is run and said goes there.
        base: the Python to make the environment from; None looks for one.
        offline: a folder of wheels to use instead of a package index.
        index: a package index to use beside the user's own, such as one with CUDA builds.
        variables: more variables for pip, such as the proxy that QGIS uses.
        engine_variables: variables that the engine is started with.
    """

    home: Path
    source: Path
    log_file: Path
    base: Optional[Path] = None
    offline: Optional[Path] = None
    index: str = ""
    variables: Mapping[str, str] = field(default_factory=dict)
    engine_variables: Mapping[str, str] = field(default_factory=dict)

    def check(self) -> None:
        """What can be known before anything is made.

        Raises:
            InstallError: it cannot succeed.
        """
        if not (self.source / "pyproject.toml").is_file():
            raise InstallError(
                say("the engine's source is not in {source}", source=self.source), say("install the plugin again")
            )
        if self.offline and not any(self.offline.glob("*.whl")):
            raise InstallError(
                say("the folder {offline} has no wheels (.whl)", offline=self.offline),
                say("choose the folder with the wheels"),
            )
        longest = len(str(self.home.absolute())) + LONGEST_INSIDE
        if sys.platform == "win32" and longest > LONGEST_ON_WINDOWS:
            raise InstallError(
                say(
                    "the folder's name is too long for Windows by {count} characters",
                    count=longest - LONGEST_ON_WINDOWS,
                ),
                say("choose a folder with a shorter name, such as C:\\ofa"),
            )
        free = free_bytes(self.home)
        if free < LEAST_BYTES:
            raise InstallError(
                say(
                    "only {free:.1f} GB are free where the engine would go; {least:.1f} GB are needed",
                    free=free / GB,
                    least=LEAST_BYTES / GB,
                ),
                say("free some space, or choose a folder on another disk"),
            )


@dataclass(frozen=True)
class InstallState:
    """What is in an engine's folder: `kind` is "absent", "broken", "outdated" or "works", `reason` one line."""

    kind: str
    reason: str = ""
    installed: Optional[Installed] = None


def engine_source() -> Path:
    """The engine's source: in the installed plugin ``engine_src``, in the repository the repository."""
    here = Path(__file__).resolve().parents[1]  # the plugin
    bundled = here / "engine_src"
    return bundled if bundled.is_dir() else here.parent


def engine_version(source: Path) -> str:
    """The version of the engine that this plugin brings; "" when it cannot be read."""
    try:
        found = re.search(r"__version__ = \"(.+?)\"", (source / "engine/__init__.py").read_text(encoding="utf-8"))
    except OSError:
        return ""
    return found[1] if found else ""


def source_digest(source: Path) -> str:
    """A fingerprint of the engine's source and its pins, which tells apart two states of one version."""
    digest = hashlib.sha256()
    said = [path for path in (source / "pyproject.toml", source / "constraints.txt") if path.is_file()]
    code = sorted(path for package in ("engine", "training") for path in (source / package).rglob("*.py"))
    for path in [*said, *code]:
        digest.update(path.relative_to(source).as_posix().encode("utf-8") + b"\0" + path.read_bytes())
    return digest.hexdigest()


def state(home: Path, source: Path) -> InstallState:
    """What is installed, asked from the environment itself; takes a second: not for the main thread."""
    found = read(home)
    if found is None:
        return InstallState("absent")
    answer = verify(live_python(home))
    if answer.problem:
        return InstallState("broken", answer.problem, found)
    reason = mismatch(found, source)
    return InstallState("outdated", reason, found) if reason else InstallState("works", "", found)


def mismatch(found: Installed, source: Path) -> str:
    """Why an engine that is installed is not the one that this plugin brings, in one line; "" if it is. Quick."""
    brought = engine_version(source)
    if brought and found.engine != brought:
        return say("the engine is version {engine}, this plugin brings {brought}", engine=found.engine, brought=brought)
    if found.digest != source_digest(source):
        return say("the engine differs from the one that this plugin brings ({brought})", brought=brought)
    return ""


def free_bytes(folder: Path) -> int:
    """Space on the disk on which a folder is or would be made."""
    there = next((path for path in (folder, *folder.absolute().parents) if path.is_dir()), Path.cwd())
    return shutil.disk_usage(there).free


def find_base(chosen: Optional[Path] = None) -> Interpreter:
    """A Python that can make the environment: `chosen`, else the first one that does.

    Raises:
        InstallError: there is none; the error says which were found and why they do not do.
    """
    seen: List[Interpreter] = []
    for python in [chosen] if chosen else base_pythons():
        found = verify_base(python)
        if not found.problem:
            return found
        seen.append(found)
    oldest = ".".join(map(str, OLDEST_PYTHON))
    hint = say("install Python {oldest} or newer, or choose one under More", oldest=oldest)
    if chosen:
        raise InstallError(say("{name} does not do: {problem}", name=chosen, problem=seen[0].problem), hint)
    versions = sorted({found.version for found in seen if found.version})
    reasons = [found.problem for found in seen if found.version and "too old" not in found.problem]
    what = say("found only {versions}", versions=", ".join(versions)) if versions else say("found none")
    told = joined((what, *reasons[:1]), "; ")
    raise InstallError(say("the engine needs a Python {oldest} or newer: {found}", oldest=oldest, found=told), hint)


def nvidia_card() -> str:
    """The name of the NVIDIA card in this computer by its driver; "" where there is none."""
    asks = shutil.which("nvidia-smi")
    if not asks:
        return ""
    try:
        answer = subprocess.run(  # nosec B603
            [asks, "--query-gpu=name", "--format=csv,noheader"],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=CARD_TIMEOUT_S,
            env=scrubbed(os.environ),
            creationflags=NO_WINDOW,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return answer.stdout.decode("utf-8", "replace").strip().split("\n", 1)[0].strip()
