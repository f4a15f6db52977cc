"""Fixtures for tests inside a real QGIS window (see run.sh)."""

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import driving
import pytest
import qgis.utils
import startup
from qgis.core import QgsProject
from qgis.PyQt.QtWidgets import QComboBox

collect_ignore = [] if "OFA_WINDOW_ZIP" in os.environ else ["from_zip"]  # these want a QGIS without the plugin
SHARED = Path(__file__).resolve().parents[4] / "shared" / "data"


@pytest.fixture
def iface() -> Any:
    """The interface of the QGIS that we are in."""
    return qgis.utils.iface


@pytest.fixture
def plugin() -> Iterator[Any]:
    """The plugin as QGIS loaded it; its dock is left as it was at first for the next test, but for its layers."""
    yield qgis.utils.plugins["ofa_qgis"]
    left = qgis.utils.plugins.get("ofa_qgis")
    if left and left.dock:
        left.dock.tabs.setCurrentIndex(0)
        left.dock._body_area().verticalScrollBar().setValue(0)
        combo = left.dock.findChild(QComboBox, "OfaModel")
        if combo.findData("ofa-tiny") >= 0:
            combo.setCurrentIndex(combo.findData("ofa-tiny"))
            combo.activated.emit(combo.currentIndex())


@pytest.fixture
def wait_until() -> Callable[..., Any]:
    """``wait_until(condition, timeout_s=20, what="")``."""
    return driving.wait_until


@pytest.fixture
def click() -> Callable[..., None]:
    """``click(widget | QgsPointXY of the canvas' CRS | QPoint of the screen)``."""
    return driving.click


@pytest.fixture
def screenshot() -> Callable[..., Path]:
    """``screenshot(path, of=None)``."""
    return driving.screenshot


@pytest.fixture
def engine_python() -> Path:
    """The Python that has the engine; the test is skipped, with the reason, where there is none."""
    path = Path(os.environ.get("OFA_ENGINE_PYTHON", ""))
    if not path.is_file():
        pytest.skip("needs the engine: set OFA_ENGINE_PYTHON to the Python that has it")
    return path


@pytest.fixture
def shared() -> Path:
    """The folder of real scenes; the test is skipped, with the reason, where it is absent."""
    if not SHARED.is_dir():
        pytest.skip(f"needs the real scenes in {SHARED.parent.name}/{SHARED.name} beside the project")
    return SHARED


@pytest.fixture(autouse=True)
def _empty_project() -> Iterator[None]:
    """Every test starts with an empty project, and an exception that nobody caught fails the test it happened in."""
    startup.exceptions.clear()
    QgsProject.instance().clear()
    driving.spin(0.1)
    yield
    QgsProject.instance().clear()
    dock = getattr(qgis.utils.plugins.get("ofa_qgis"), "dock", None)
    if dock is not None:  # one dock serves all tests
        dock.preview.set_live(True)
    driving.spin(0.1)
    assert not startup.exceptions, "\n".join(startup.exceptions)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Any:
    """What the screen showed when a test failed, in build/window-failures."""
    report = yield
    if report.failed and call.when == "call":
        name = re.sub(r"[^\w-]+", "_", item.name)  # brackets mean something to `import`
        driving.screenshot(Path(__file__).parents[3] / "build" / "window-failures" / f"{name}.png")
    return report
