"""An engine whose jobs do what the file called as the request's `scene` says: work, err, wait, die once or always.

``python engine_of_scenes.py [serve]``. Not a test: the tests of `engine.distributed` start it.
"""

import os
import signal
import sys
import time
from pathlib import Path

from engine import worker
from engine.errors import SceneError


def good(scene, report):
    """Done in a few steps."""
    for done in range(1, 4):
        report(done, 3, "tiles")


def together(scene, report):
    """Done once a second worker is at one, too."""
    scene.with_suffix(".here").touch()
    while len(list(scene.parent.glob("*.here"))) < 2:
        report(1, 2, "tiles")
        time.sleep(0.01)


def bad(scene, report):
    """An error like any other."""
    raise SceneError("no band says what it is", "give --bands")


def slow(scene, report):
    """Never done, and cancelled at its next step."""
    while True:
        report(1, 2, "tiles")
        scene.with_suffix(".began").touch()
        time.sleep(0.01)


def once(scene, report):
    """Killed the first time."""
    mark = scene.with_suffix(".killed")
    if not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)


def fatal(scene, report):
    """Killed whenever it is tried."""
    with scene.with_suffix(".tries").open("a") as tries:
        tries.write("x")
    os.kill(os.getpid(), signal.SIGKILL)


JOBS = {job.__name__: job for job in (good, together, bad, slow, once, fatal)}


def run(request, report):
    scene = Path(request.scene.path)
    JOBS[scene.read_text()](scene, report)
    told = {"device": request.compute.device, "pid": os.getpid()}
    told |= {name: os.environ.get(name) for name in ("OMP_NUM_THREADS", "CUDA_VISIBLE_DEVICES")}
    Path(request.out).write_text(scene.name)
    return {"outputs": {"features": request.out}, "told": told, "model": {"name": "none", "trained": False}}


if __name__ == "__main__":
    if sys.argv[1:] == ["stillborn"]:
        sys.exit("no such library")
    worker.serve(run, lambda _kinds: None)
