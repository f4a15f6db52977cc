"""QGIS imports this before any plugin (PYQGIS_STARTUP, see run.sh): exceptions go to a list, never into a modal box.

Also the watch against hanging starts here, since a plugin that fails to load may hang QGIS already.
"""

import faulthandler
import os
import subprocess
import sys
import threading
import traceback
from pathlib import Path
from typing import Any

import qgis.utils

HANGS = Path(os.environ["OFA_WINDOW_HERE"]).parents[2] / "build" / "window-hangs.png"
TIMED_OUT = 124  # as `timeout` says it

exceptions: list[str] = []
"""Tracebacks of what nobody caught: in slots, in timers, while loading a plugin."""


def note(kind: Any, value: Any, trace: Any, msg: Any, *_args: Any, **_more: Any) -> None:
    """Stands in for QGIS's box with a stack trace."""
    exceptions.append(f"{msg}\n{''.join(traceback.format_exception(kind, value, trace))}")


def finish(status: int) -> None:
    """Write down how it ended and leave at once: no question whether to save, no crash on the way out."""
    Path(os.environ["OFA_WINDOW_WORK"], "status").write_text(str(status), encoding="utf-8")
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0)


def give_up() -> None:
    """On a thread of its own, since the main one hangs: where it hangs, and what is on the screen."""
    print(f"the window did not finish in {os.environ['OFA_WINDOW_S']} s; see {HANGS}", *exceptions, flush=True)  # noqa: T201
    faulthandler.dump_traceback(sys.__stdout__)
    subprocess.run(["import", "-window", "root", str(HANGS)], check=False, timeout=20)
    finish(TIMED_OUT)


qgis.utils.showException = note
watch = threading.Timer(float(os.environ["OFA_WINDOW_S"]), give_up)
watch.daemon = True
watch.start()
