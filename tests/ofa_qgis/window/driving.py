"""Hands and eyes for a real QGIS window: real mouse, real keys, real pixels. For tests and for `make screenshots`.

Everything here runs on the main thread inside QGIS and keeps its event loop turning while it waits.
"""

import ctypes
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from qgis.core import QgsApplication, QgsPointXY
from qgis.PyQt.QtCore import QAbstractNativeEventFilter, QCoreApplication, QEvent, QEventLoop, QPoint, QRect
from qgis.PyQt.QtGui import QPalette
from qgis.PyQt.QtWidgets import QAbstractButton, QApplication, QWidget
from qgis.utils import iface

ARRIVES_S = 3.0  # a click that has not reached QGIS by then went astray
HANDS_OVER_S = 0.1  # from X's event to what it does, on a busy machine
SLICE_MS = 20
LOOK_S, MOST_LOOKS = 0.05, 40
DRAG_STEPS = 8
LEFT, MIDDLE, RIGHT = 1, 2, 3
KEY_RELEASE, BUTTON_RELEASE, GENERIC = 3, 5, 35
"""Types of X events (X.h); those of XInput 2, which come as generic ones, have the same numbers (XI2.h)."""
ANY_SENDER = 0x7F  # the highest bit of a type says that another program sent the event
XGE_TYPE, XGE_BYTES = 8, 10  # where a generic event keeps its type (Xproto.h: xGenericEvent)

THEMES = {"light": "default", "dark": "Night Mapping"}
PALETTE = QPalette(QApplication.palette())  # as QGIS starts, which is in its light theme

Where = QWidget | QgsPointXY | QPoint | tuple[int, int]


def spin(seconds: float = 0.0) -> None:
    """Let QGIS work for a while; at least once through all that is due now."""
    until = time.monotonic() + seconds
    while True:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, SLICE_MS)
        # A loop inside the loop leaves deleteLater() undone.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        if time.monotonic() >= until:
            return
        time.sleep(SLICE_MS / 4000)


def wait_until(condition: Callable[[], Any], timeout_s: float = 20.0, what: str = "") -> Any:
    """Let QGIS work until `condition()` is true; its value.

    Raises:
        AssertionError: it was not true in time; the text is `what` was waited for.
    """
    until = time.monotonic() + timeout_s
    while True:
        spin()
        value = condition()
        if value:
            return value
        if time.monotonic() >= until:
            raise AssertionError(f"waited {timeout_s:g} s in vain for: {what or getattr(condition, '__name__', '?')}")
        time.sleep(SLICE_MS / 2000)


def on_screen(where: Where) -> QPoint:
    """The point of the screen that is meant: a widget's middle, or a map point (in the canvas' CRS), or itself."""
    if isinstance(where, QWidget):
        return where.mapToGlobal(where.rect().center())
    if isinstance(where, QgsPointXY):
        canvas = iface.mapCanvas()
        pixel = canvas.getCoordinateTransform().transform(where)
        return canvas.viewport().mapToGlobal(QPoint(round(pixel.x()), round(pixel.y())))
    return where if isinstance(where, QPoint) else QPoint(*where)


def _still(where: Where) -> QPoint:
    """The point that is meant, once it has stopped moving: a layout that grows takes its buttons along."""
    point = on_screen(where)
    for _ in range(MOST_LOOKS):
        spin(LOOK_S)
        before, point = point, on_screen(where)
        if point == before:
            break
    return point


class _Seen(QAbstractNativeEventFilter):
    """Counts the X events of one type that have reached the application.

    It must look at X's bytes, not at Qt's objects: an event filter of Python on the whole application is shown every
    object that gets an event, and PyQt asks each for its C++ type. QtWebKit, which QGIS loads, is built without type
    information, so QGIS crashed whenever one of WebKit's timers fired while we waited.
    """

    def __init__(self, kind: int) -> None:
        super().__init__()
        self.kind, self.count = kind, 0

    def nativeEventFilter(self, event_type: Any, message: Any) -> tuple[bool, int]:
        if bytes(event_type) == b"xcb_generic_event_t":
            kind, found = (ctypes.string_at(int(message), XGE_BYTES)[place] for place in (0, XGE_TYPE))
            self.count += (found if kind & ANY_SENDER == GENERIC else kind & ANY_SENDER) == self.kind
        return False, 0


def _act(arguments: tuple[str, ...], kind: int) -> None:
    """Have xdotool do something and wait until QGIS has seen the event that ends it."""
    seen = _Seen(kind)
    application = QCoreApplication.instance()
    application.installNativeEventFilter(seen)
    try:
        subprocess.run(("xdotool", *arguments), check=True, timeout=ARRIVES_S)
        wait_until(lambda: seen.count, ARRIVES_S, f"xdotool {' '.join(arguments)} to reach QGIS")
    finally:
        application.removeNativeEventFilter(seen)
    spin(HANDS_OVER_S)  # Qt has only queued it


def click(where: Where, button: int = LEFT, repeat: int = 1) -> None:
    """Click as a person does: the pointer moves there, the button goes down and up."""
    point = _still(where)
    move = ("mousemove", str(point.x()), str(point.y()))
    _act((*move, "click", "--repeat", str(repeat), "--delay", "60", str(button)), BUTTON_RELEASE)


def take(tool: QAbstractButton) -> None:
    """Take a map tool by its button, which gives it back when it is clicked again."""
    if not tool.isChecked():
        click(tool)
        wait_until(tool.isChecked, 5, "the tool")


def drag(start: Where, end: Where) -> None:
    """Press the button at one place, move to another by steps, and let go there."""
    first, last = _still(start), on_screen(end)
    steps = [(first + (last - first) * k / DRAG_STEPS) for k in range(1, DRAG_STEPS + 1)]
    words = ["mousemove", str(first.x()), str(first.y()), "sleep", "0.1", "mousedown", "1", "sleep", "0.1"]
    for point in steps:
        words += ["mousemove", str(point.x()), str(point.y()), "sleep", "0.05"]
    # QGIS must turn its event loop while the pointer moves.
    hand = subprocess.Popen(("xdotool", *words, "sleep", "0.2", "mouseup", "1"))
    wait_until(lambda: hand.poll() is not None, ARRIVES_S + DRAG_STEPS * 0.05, "the drag to end")
    spin(0.3)


def hover(where: Where) -> None:
    """Move the pointer there, past a point beside it so that something moves in any case."""
    point = on_screen(where)
    beside = ("mousemove", str(point.x() - 3), str(point.y() - 3))
    subprocess.run(("xdotool", *beside, "sleep", "0.05", "mousemove", str(point.x()), str(point.y())), check=True)
    spin(0.1)


def press(keys: str) -> None:
    """Press a key or a combination, in xdotool's words: ``"1"``, ``"ctrl+z"``, ``"Escape"``."""
    _act(("key", "--clearmodifiers", keys), KEY_RELEASE)


def write(text: str) -> None:
    """Type a text where the cursor is."""
    subprocess.run(("xdotool", "type", "--delay", "15", text), check=True, timeout=ARRIVES_S + len(text) * 0.05)
    spin(0.2)


def use_theme(name: str) -> None:
    """Let QGIS look as if it had been started in one of `THEMES`: it keeps some of a dark palette until it is ended."""
    if name == "light":
        QApplication.setPalette(PALETTE)
    QgsApplication.setUITheme(THEMES[name])
    spin(0.5)


def screenshot(path: str | Path, of: QWidget | QRect | None = None) -> Path:
    """A picture of the screen as it is, or of the part that a widget or a rectangle of the screen takes."""
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    spin(0.3)  # whatever was just changed is painted, hovers fade
    area = QRect(of.mapToGlobal(QPoint(0, 0)), of.size()) if isinstance(of, QWidget) else of
    crop = ("-crop", f"{area.width()}x{area.height()}+{area.x()}+{area.y()}", "+repage") if area else ()
    subprocess.run(("import", "-window", "root", *crop, str(path)), check=True, timeout=30)
    return path
