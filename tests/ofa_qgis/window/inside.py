"""What QGIS runs by ``--code`` (see run.sh): pytest or a script, once the window is up, and then the end."""

import os
import runpy
import sys
import traceback
from pathlib import Path

import startup
from qgis.PyQt.QtCore import QTimer
from qgis.utils import iface, plugins

HERE = Path(os.environ["OFA_WINDOW_HERE"])
FROM_ZIP = "OFA_WINDOW_ZIP" in os.environ  # the plugin is to be installed by the test
SETTLE_MS = 500  # the window manager has placed the window by then


def run(arguments: list[str]) -> int:
    """The tests' or the script's exit status."""
    sys.path.insert(0, os.environ["OFA_WINDOW_SITE"])
    if arguments and arguments[0].endswith(".py") and HERE not in Path(arguments[0]).resolve().parents:
        sys.argv = arguments
        sys.path.insert(0, str(Path(arguments[0]).resolve().parent))  # as Python does
        return runpy.run_path(arguments[0], run_name="ofa_window_script")["main"](iface) or 0
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"  # pytest-qgis and pytest-qt would start a QGIS of their own
    import pytest

    options = ["-c", str(HERE / "pytest.ini"), "--rootdir", str(HERE), "-p", "no:cacheprovider"]
    chosen = any(not argument.startswith("-") and Path(argument.split("::")[0]).exists() for argument in arguments)
    return int(pytest.main([*options, *arguments, *([] if chosen else [str(HERE / "from_zip" if FROM_ZIP else HERE)])]))


def main() -> None:
    """Run, then end QGIS, whatever happened."""
    status = 1
    try:
        if FROM_ZIP or "ofa_qgis" in plugins:
            iface.mainWindow().showMaximized()
            words = Path(os.environ["OFA_WINDOW_WORK"], "arguments").read_text(encoding="utf-8").split("\0")
            status = run([word for word in words if word])
        else:
            print("the plugin did not load:", *startup.exceptions, sep="\n")  # noqa: T201
    except BaseException:
        traceback.print_exc(file=sys.stdout)
    startup.finish(status)


QTimer.singleShot(SETTLE_MS, main)
