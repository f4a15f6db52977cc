"""Other programs: an engine started in a clean environment, its log kept, its death put into words; commands run
to their end with their lines handed on.

Standard library only. Knows nothing of jobs or of the protocol.
"""

import logging
import os
import queue
import signal
import subprocess  # nosec B404 - lists of arguments only, never a shell
import threading
from contextlib import suppress
from pathlib import Path
from typing import IO, Callable, Mapping, Optional, Sequence

from ..install.environment import NO_WINDOW, scrubbed
from ..paths import remove_stale_logs

TERMINATE_S = 2.0  # from a terminate to the kill
POLL_S = 0.1  # how often a command that is followed is looked after
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
        remove_stale_logs(log_file.parent)
        _rotate(log_file)
        with log_file.open("ab") as log:
            return subprocess.Popen(  # nosec B603
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


class Stopped(Exception):
    """A command was ended because the user asked for it."""


def follow(
    command: Sequence[str],
    environment: Mapping[str, str],
    on_line: Callable[[str], None],
    cancelled: Callable[[], bool],
    folder: Optional[Path] = None,
) -> int:
    """Run `command` to its end and return its exit code.

    `on_line` gets each line that it prints, and "" about ten times a second while it is silent. Its stdin stays
    empty and open until its end, so that a command which watches it can end when we are killed.

    Raises:
        Stopped: `cancelled` said so; the command and its children are gone.
        OSError: there is no such program.
    """
    process = subprocess.Popen(  # nosec B603
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=dict(environment),
        cwd=folder,
        creationflags=NO_WINDOW,
        start_new_session=os.name == "posix",  # a group of its own, to be ended with its children
    )
    lines: "queue.Queue[Optional[bytes]]" = queue.Queue()
    threading.Thread(target=_collect, args=(process, lines), name="ofa-command-reader", daemon=True).start()
    try:
        while True:
            if cancelled():
                raise Stopped
            try:
                line = lines.get(timeout=POLL_S)
            except queue.Empty:
                if process.poll() is not None:  # a child may still hold the pipe
                    return process.returncode
                on_line("")
                continue
            if line is None:
                return process.wait()
            on_line(line.decode("utf-8", "replace").rstrip())
    finally:
        _end_group(process)


def _collect(process: "subprocess.Popen[bytes]", lines: "queue.Queue[Optional[bytes]]") -> None:
    with suppress(OSError, ValueError):  # closed on our side
        for line in process.stdout or ():
            lines.put(line)
    lines.put(None)


def _end_group(process: "subprocess.Popen[bytes]") -> None:
    """Kill a command that still runs, with its children; nothing of what it was doing is kept."""
    if process.poll() is not None:
        _close(process.stdin)
        return
    if os.name == "posix":
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    else:
        tree = [os.path.expandvars("%SystemRoot%\\System32\\taskkill.exe"), "/T", "/F", "/PID", str(process.pid)]
        with suppress(OSError):
            subprocess.run(tree, capture_output=True, creationflags=NO_WINDOW, check=False)  # nosec B603
        process.kill()
    process.wait()
    _close(process.stdin)


def _close(pipe: Optional[IO[bytes]]) -> None:
    if pipe:
        pipe.close()


def describe_exit(code: Optional[int]) -> str:
    """An exit code in words: a POSIX signal, a Windows crash, or the number."""
    if code is None:
        return "it does not answer"
    if code < 0:
        name = signal.Signals(-code).name if -code in set(signal.Signals) else f"signal {-code}"
        return f"{name}; often too little memory" if name == "SIGKILL" else name
    return WINDOWS_CRASHES.get(code, f"exit code {code}")


def later(delay_s: float, call: Callable[..., None], *args: object) -> None:
    """Call something on a thread of its own; nobody waits for it at the end."""
    timer = threading.Timer(delay_s, call, args)
    timer.daemon = True
    timer.start()
