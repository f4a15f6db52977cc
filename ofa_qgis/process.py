"""One engine process: started in a clean environment, its log kept, its death put into words.

Standard library only. Knows nothing of jobs or of the protocol.
"""

import logging
import os
import signal
import subprocess
from pathlib import Path
from typing import Mapping, Optional, Sequence

from .environment import NO_WINDOW, scrubbed

TERMINATE_S = 2.0  # from a terminate to the kill
TAIL_BYTES = 4000  # of the log, for a person to read
WINDOWS_CRASHES = {0xC0000005: "access violation", 0xC00000FD: "stack overflow", 0xC0000135: "a DLL was not found"}

_log = logging.getLogger(__name__)


class EngineError(RuntimeError):
    """The engine cannot be started; `hint` says what to do."""

    def __init__(self, error: str, hint: str = "") -> None:
        super().__init__(error)
        self.hint = hint


def spawn(command: Sequence[str], log_file: Path, environment: Mapping[str, str]) -> "subprocess.Popen[bytes]":
    """Start `command` with pipes for stdin and stdout, stderr going to a fresh `log_file`.

    `environment` is added to the user's own variables, scrubbed.

    Raises:
        EngineError: there is no such program, or no log can be written.
    """
    try:
        log_file.parent.mkdir(parents=True, exist_ok=True)
        _rotate(log_file)
        with log_file.open("ab") as log:
            return subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                env={**scrubbed(os.environ), **environment},
                creationflags=NO_WINDOW,
                start_new_session=os.name == "posix",  # Ctrl-C in QGIS's terminal is not meant for the engine
            )
    except OSError as error:
        raise EngineError(f"the engine cannot be started: {error}", "install or repair the engine") from error


def _rotate(log_file: Path) -> None:
    """Start a fresh log and keep the one before; where another QGIS still writes it (Windows), share it."""
    try:
        if log_file.exists():
            log_file.replace(log_file.with_name(log_file.name + ".1"))
    except OSError as error:
        _log.warning("the log %s is not rotated: %s", log_file, error)


def tail(log_file: Path) -> str:
    """The end of the log, for a person."""
    try:
        with log_file.open("rb") as log:
            log.seek(max(0, log_file.stat().st_size - TAIL_BYTES))
            return log.read().decode("utf-8", "replace")
    except OSError as error:
        return f"(no log: {error})"


def end(process: "subprocess.Popen[bytes]", grace_s: float) -> None:
    """Wait `grace_s` seconds for `process` to end, then terminate it, then kill it."""
    for insist in (None, process.terminate, process.kill):
        if insist:
            insist()
        try:
            process.wait(grace_s)
            return
        except subprocess.TimeoutExpired:
            grace_s = TERMINATE_S


def describe_exit(code: Optional[int]) -> str:
    """An exit code in words: a POSIX signal, a Windows crash, or the number."""
    if code is None:
        return "it does not answer"
    if code < 0:
        name = signal.Signals(-code).name if -code in set(signal.Signals) else f"signal {-code}"
        return f"{name}; often too little memory" if name == "SIGKILL" else name
    return WINDOWS_CRASHES.get(code, f"exit code {code}")
