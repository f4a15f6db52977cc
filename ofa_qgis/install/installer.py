"""Puts the engine into a private environment of its own, with pip; never into QGIS's Python. Standard library only.

The new environment is built beside the old one and becomes the one that works only after the engine in it has
proven itself, so a repair, a cancel, a crash or a power cut leaves what worked before. `installed` keeps the books.
"""

import json
import os
import shutil
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import IO, Any, Callable, Dict, List, Mapping, Sequence

from ..engine.process import Stopped, follow
from ..words import say, unpacked
from .environment import Interpreter, python_in, scrubbed, verify
from .installed import Installed, InstallError, discard, folder_bytes, locked, new_environment, publish, sweep_locked
from .pip_output import PipProgress, explain
from .plan import InstallPlan, find_base, source_digest

TAIL_LINES = 400  # of pip's, to find the cause of a failure in
DOCTOR_TIMEOUT_S = 300.0  # the first start of torch from a slow disk, past a virus scanner
NEEDED_CHECKS = ("versions", "device", "rasters")  # what an environment answers for; disk and memory are not its fault
SOURCE_PARTS = ("pyproject.toml", "constraints.txt", "README.md", "LICENSE", "engine", "training")
MISLEADING_PIP = ("PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_USER", "PIP_DRY_RUN", "PIP_REQUIRE_VIRTUALENV")

# the steps, with the share of the whole at which each begins
STEPS = {"prepare": 0.0, "environment": 0.01, "packages": 0.05, "verify": 0.9, "doctor": 0.93, "done": 1.0}

# pip, ended with all its children when its stdin ends, which it does when QGIS is killed. os.read and not
# sys.stdin.read: a thread that waits in the latter makes Python's own end fail.
WATCHED_PIP = """
import os, runpy, sys, threading
def watch():
    while os.read(0, 1):
        pass
    os.killpg(0, 9) if hasattr(os, "killpg") else os._exit(1)
threading.Thread(target=watch, daemon=True).start()
sys.argv = ["pip", *sys.argv[1:]]
runpy.run_module("pip", run_name="__main__", alter_sys=True)
"""

Report = Callable[[float, str, str], None]
"""``report(fraction, step, detail)``: a step of `STEPS`, and what it is at."""


def install(plan: InstallPlan, report: Report, cancelled: Callable[[], bool] = lambda: False) -> Installed:
    """Build a fresh environment, prove it, and only then make it the one that works. Call `installed.sweep` later.

    Raises:
        InstallError: it failed; what worked before still does.
        Stopped: `cancelled` said so; likewise.
    """
    plan.check()
    report(STEPS["prepare"], "prepare", "")
    base = find_base(plan.base)
    with locked(plan.home), _open_log(plan.log_file) as log:
        sweep_locked(plan.home)
        folder = _step(lambda: new_environment(plan.home), plan)
        try:
            built = _Build(plan, base, folder, log, report, cancelled).run()
            publish(plan.home, built)
        except OSError as error:
            discard([folder])
            raise _no_write(error, plan) from error
        except BaseException:  # a cancel too: nothing half-made stays
            discard([folder])
            raise
    report(STEPS["done"], "done", "")
    return built


def _step(make: Callable[[], Path], plan: InstallPlan) -> Path:
    try:
        return make()
    except OSError as error:
        raise _no_write(error, plan) from error


def _no_write(error: OSError, plan: InstallPlan) -> InstallError:
    return InstallError(
        say("{name} cannot be written: {reason}", name=plan.home, reason=error.strerror or error),
        say("choose another folder"),
    )


def _open_log(log_file: Path) -> IO[str]:
    try:
        log_file.parent.mkdir(parents=True, exist_ok=True)
        return log_file.open("w", encoding="utf-8", errors="replace", buffering=1)
    except OSError:  # no reason not to install
        return Path(os.devnull).open("w", encoding="utf-8")


def pip_environment(environ: Mapping[str, str], more: Mapping[str, str], temporary: Path) -> Dict[str, str]:
    """The variables for pip: the user's own, also pip's and the proxies', but nothing that is QGIS's Python's."""
    own = {name: value for name, value in environ.items() if name.upper().startswith("PIP_")}
    for name in MISLEADING_PIP:
        own.pop(name, None)
    # a small /tmp in memory cannot hold torch; and what a crash leaves goes with the environment
    temporaries = dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(temporary))
    return {**more, **scrubbed(environ), **own, **temporaries}


class _Build:
    """One installation, from the empty folder to the engine that has proven itself."""

    def __init__(
        self,
        plan: InstallPlan,
        base: Interpreter,
        folder: Path,
        log: IO[str],
        report: Report,
        cancelled: Callable[[], bool],
    ) -> None:
        self._plan, self._base, self._folder, self._log = plan, base, folder, log
        self._report, self._cancelled = report, cancelled
        self._python = python_in(folder)
        self._temporary = folder / "tmp"
        self._lines: List[str] = []

    def run(self) -> Installed:
        """All steps.

        Raises:
            InstallError: one failed.
            Stopped: it was cancelled.
        """
        began = time.monotonic()
        source = self._copy_source()
        self._make_environment()
        self._install_packages(source)
        self._say("verify")
        found = verify(self._python, DOCTOR_TIMEOUT_S)
        if found.problem:
            raise InstallError(
                say("the new environment does not work: {problem}", problem=found.problem),
                say("try again, or look at the log"),
            )
        self._say("doctor")
        doctor = prove(self._python, self._plan.engine_variables, self._cancelled, self._log)
        shutil.rmtree(self._temporary, ignore_errors=True)
        return Installed(
            environment=self._folder.name,
            engine=found.engine,
            digest=source_digest(self._plan.source),
            python=found.version,
            base=str(self._base.python),
            created=time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
            size_bytes=folder_bytes(self._folder),
            seconds=round(time.monotonic() - began, 1),
            doctor=doctor,
        )

    def _say(self, step: str, share: float = 0.0, detail: str = "") -> None:
        begin = STEPS[step]
        end = min(value for value in STEPS.values() if value > begin)
        self._report(begin + share * (end - begin), step, detail)

    def _copy_source(self) -> Path:
        """Pip writes beside what it builds, and the plugin's folder may be read-only: build from a copy."""
        copy = self._temporary / "source"
        copy.mkdir(parents=True)
        for name in SOURCE_PARTS:
            part = self._plan.source / name
            if part.is_dir():
                shutil.copytree(part, copy / name, ignore=shutil.ignore_patterns("__pycache__", "*.pyc"))
            elif part.is_file():
                shutil.copyfile(part, copy / name)
        return copy

    def _make_environment(self) -> None:
        self._say("environment", 0, f"Python {self._base.version}")
        code = self._follow([str(self._base.python), "-I", "-m", "venv", str(self._folder)], self._lines.append)
        if code or not self._python.is_file():
            said = next((line for line in reversed(self._lines) if line), say("exit code {code}", code=code))
            raise InstallError(
                say("{name} cannot make an environment: {said}", name=self._base.python, said=said),
                say("choose another base Python under More"),
            )

    def _install_packages(self, source: Path) -> None:
        progress = PipProgress(self._temporary, self._packages())

        def hear(line: str) -> None:
            if line:
                self._lines.append(line)
                progress.hear(line)
            self._say("packages", *progress.look())

        if self._follow(self._pip(source), hear):
            raise InstallError(*explain(self._lines[-TAIL_LINES:], self._plan.offline, self._base.version))

    def _packages(self) -> Path:
        if sys.platform == "win32":
            return self._folder / "Lib" / "site-packages"
        return next(iter(self._folder.glob("lib/python*/site-packages")), self._folder)

    def _pip(self, source: Path) -> List[str]:
        """-I keeps QGIS's Python out, -u lets the lines come when they are said; a question would wait for ever.

        Compiling all modules takes more than half of pip's time, and most of them are never used: Python compiles the
        others when they are first imported, which the doctor does.
        """
        command = [str(self._python), "-I", "-u", "-c", WATCHED_PIP, "install", "--no-input", "--no-user"]
        command += ["--disable-pip-version-check", "--progress-bar", "off", "--no-compile"]
        constraints = source / "constraints.txt"
        if constraints.is_file():
            command += ["--constraint", str(constraints)]
        if self._plan.offline:
            command += ["--no-index", "--find-links", str(self._plan.offline)]
        elif self._plan.index:
            command += ["--extra-index-url", self._plan.index]
        return [*command, str(source)]

    def _follow(self, command: Sequence[str], on_line: Callable[[str], None]) -> int:
        """Run a command with everything in the log, but not an index's address: it may carry a name."""
        hidden = {self._plan.index: "(index)", WATCHED_PIP: "(pip)"}
        shown = [hidden.get(part, part) for part in command]
        self._log.write(f"$ {' '.join(shown)}\n")

        def hear(line: str) -> None:
            if line:
                self._log.write(line + "\n")
            on_line(line)

        own = pip_environment(os.environ, self._plan.variables, self._temporary)
        return follow(command, own, hear, self._cancelled, self._plan.home)


def prove(python: Path, variables: Mapping[str, str], cancelled: Callable[[], bool], log: IO[str]) -> Dict[str, Any]:
    """Ask the engine's doctor, who proves each thing by doing it; its answer.

    Raises:
        InstallError: what an environment answers for does not work.
        Stopped: `cancelled` said so.
    """
    lines: List[str] = []
    deadline = time.monotonic() + DOCTOR_TIMEOUT_S

    def hear(line: str) -> None:
        if line:
            lines.append(line)
            log.write(line + "\n")

    command = [str(python), "-I", "-m", "engine", "doctor", "--json", "--wire"]
    try:
        follow(
            command,
            {**scrubbed(os.environ), **variables},
            hear,
            lambda: cancelled() or time.monotonic() > deadline,
            python.parent,
        )
    except Stopped:
        if cancelled():
            raise
        raise InstallError(say("the engine did not answer in time"), say("try again")) from None
    except OSError as error:
        raise InstallError(
            say("{name} cannot be started: {reason}", name=python, reason=error.strerror),
            say("choose another Python"),
        ) from error
    return proven(lines)


def proven(lines: Sequence[str]) -> Dict[str, Any]:
    """The doctor's answer, from what it printed.

    Raises:
        InstallError: there is none, or a check that the environment answers for failed.
    """
    answer: Dict[str, Any] = {}
    for line in reversed(lines):
        with suppress(ValueError):
            found = unpacked(json.loads(line))
            if isinstance(found, dict) and "checks" in found:
                answer = found
                break
    if not answer:
        said = next((line for line in reversed(lines) if line), say("nothing"))
        raise InstallError(say("the engine does not answer: {said}", said=said), say("look at the log"))
    for check in answer["checks"]:
        if check["name"] in NEEDED_CHECKS and not check["ok"]:
            raise InstallError(
                say("the engine does not work: {name}: {found}", name=check["name"], found=check["found"]),
                check["hint"],
            )
    return answer
