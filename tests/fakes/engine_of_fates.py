"""An engine whose jobs do what the request's `scene` names: work, err, or die in one of many ways.

``python engine_of_fates.py [SECONDS_TO_START [PROTOCOL [GRACE_S [SECONDS_OF_TORCH]]]]``. Not a test: the tests start
it. It lies in a folder of its own because Python looks for `engine` beside a script first, and would find
``tests/engine``.
"""

import ctypes
import os
import signal
import sys
import threading
import time

from engine import worker
from engine.errors import SceneError


def error(report):
    raise SceneError("no file x.tif", "give another")


def bug(report):
    raise KeyError("surprise")


def noise(report):
    print("noise of Python")  # noqa: T201
    os.write(1, b"noise of a C library\n")
    ctypes.CDLL(None).printf(b"noise of printf\n")
    return {"heard": sys.stdin.read()}


def steps(report):
    for done in range(1, 4):
        report(done, 3, "tiles")
        time.sleep(0.12)
    return {"answer": 42}


def obedient(report):
    while True:
        report(1, 2, "working")
        time.sleep(0.01)


def stubborn(report):
    report(3, 4, "deaf from now on")
    time.sleep(60)


FATES = {
    "good": lambda report: {"pid": os.getpid(), "environment": sorted(os.environ)},
    "error": error,
    "bug": bug,
    "noise": noise,
    "steps": steps,
    "obedient": obedient,
    "stubborn": stubborn,
    "exit": lambda report: os._exit(7),
    "kill": lambda report: os.kill(os.getpid(), signal.SIGKILL),
    "segfault": lambda report: ctypes.string_at(0),
    "close": lambda report: os.closerange(3, 20) or time.sleep(60),
}


def load(kinds):
    """What needs no model is there after `start_s`, the rest `torch_s` later; the log has the threads."""
    print(f"loading {' '.join(kinds)} on {threading.current_thread().name}")  # noqa: T201
    time.sleep(start_s if kinds == worker.WITHOUT_MODEL else torch_s)


if __name__ == "__main__":
    given = dict(enumerate(sys.argv))
    start_s = float(given.get(1, 0))
    worker.PROTOCOL_VERSION = int(given.get(2, worker.PROTOCOL_VERSION))
    torch_s = float(given.get(4, 0))
    worker.serve(lambda request, report: FATES[request.scene.path](report), load, float(given.get(3, 20)))
