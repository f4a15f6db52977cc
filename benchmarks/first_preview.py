"""The counted protocol: from an opened QGIS to the first preview of a scene that it never saw, click by click.

    tests/ofa_qgis/window/run.sh benchmarks/first_preview.py NAME     (or `make first-preview`: NAME is "now")
    chrt -r 1 tests/ofa_qgis/window/run.sh …                          on a machine that has other things to do, as root

Runs inside QGIS with real mouse and keys, as fast as QGIS takes them, so that seconds are the program's and not the
person's. QGIS is open on an empty project, the plugin is installed and has never been opened, the engine is installed
and its doctor has run, as at the end of the installation. The scene is a file. Three classes of two points each are
labelled, class by class. Each click of a button of the mouse counts; keys are counted apart. The run is added to
docs/measured/first_preview.json under NAME, and the page is written anew from all that is there.

Where the dock does not offer to open a scene, or to answer for the units, the way around is gone: QGIS's own dialog,
the band table. So the same script measures older versions of the plugin, too: run their `run.sh` with this file.
"""

import json
import os
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import demo_scene
import driving
import qgis.utils
from qgis.core import Qgis, QgsPointXY, QgsProject
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QPushButton, QToolButton, QWidget

ROOT = Path(__file__).resolve().parents[1]
RECORD, PAGE = (ROOT / "docs" / "measured" / f"first_preview.{kind}" for kind in ("json", "md"))
CLASSES, POINTS = 3, 2
PATIENCE_S = 100.0  # for the preview, after which there is none
LONG_S = 300.0  # on a machine that is busy with other things
DIALOG_MS = 500  # a dialog that holds us up is on the screen by then
MOST_CLICKS, MOST_S = 12, 10
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass
class Step:
    """What a person does before the program has to answer.

    Attributes:
        clicks: of a button of the mouse.
        keys: that are pressed, of the keyboard.
        seconds: from the end of the step before to the end of this one.
    """

    name: str
    clicks: int = 0
    keys: int = 0
    seconds: float = 0.0


@dataclass
class Run:
    """One time through the protocol.

    Attributes:
        first_s: seconds until the first preview was on the screen: two classes have a label by then. None: none came.
        all_s: until the preview that all labels had a say in.
        processor_s: of QGIS and of the engine, from the first click to the last preview.
        load: of the machine when it began: programs that want to run, mean over a minute.
    """

    steps: list[Step] = field(default_factory=list)
    first_s: float | None = None
    first_clicks: int = 0
    all_s: float | None = None
    processor_s: dict[str, float] = field(default_factory=dict)
    load: float = 0.0

    @property
    def clicks(self) -> int:
        """Of the mouse, in all."""
        return sum(step.clicks for step in self.steps)


class Person:
    """Clicks and types, and counts both."""

    def __init__(self) -> None:
        self.run = Run(load=os.getloadavg()[0])
        self.began = time.monotonic()

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """What is done in here is one step of the protocol."""
        began = time.monotonic()
        self.run.steps.append(Step(name))
        yield
        self.run.steps[-1].seconds = time.monotonic() - began

    def click(self, where: driving.Where) -> None:
        """Click with the left button."""
        self.run.steps[-1].clicks += 1
        driving.click(where)

    def press(self, keys: str) -> None:
        """Press a key, or several together."""
        self.run.steps[-1].keys += 1
        driving.press(keys)

    def write(self, text: str) -> None:
        """Type a text."""
        self.run.steps[-1].keys += len(text)
        driving.write(text)

    def passed(self) -> float:
        """Seconds since the beginning."""
        return time.monotonic() - self.began


def main(iface: Any) -> int:
    """Go through the protocol once, record it, and write the page."""
    subprocess.run([demo_scene.ENGINE, "-I", "-m", "engine", "doctor", "--json"], check=True, capture_output=True)
    run, dock = go_through(iface, demo_scene.facts())
    name = sys.argv[1] if len(sys.argv) > 1 else "now"
    driving.screenshot(ROOT / "build" / f"first_preview_{name}.png")
    record(name, run, dock)
    print(PAGE.read_text(encoding="utf-8"))
    return 0


def go_through(iface: Any, told: dict[str, Any]) -> tuple[Run, Any]:
    """From an opened QGIS to the preview of all labels: the run, and the dock; `told` as by `demo_scene.facts`."""
    driving.spin(2.0)
    person, began_s = Person(), processor_s(os.getpid())
    with person.step("open the dock"):
        person.click(button_of(iface.mainWindow(), "OfaAction"))
        dock = driving.wait_until(lambda: qgis.utils.plugins["ofa_qgis"].dock, LONG_S, "the dock")
        driving.wait_until(dock.isVisible, LONG_S, "the dock on the screen")
    heard = listen(dock, person)
    open_scene(person, dock, told["scene"])
    answer(person, dock, told["units"] or "dn")
    label(person, dock, chosen(told["labels"]))
    with person.step("wait for the preview of all labels"):
        until = time.monotonic() + PATIENCE_S
        driving.wait_until(lambda: "all" in heard or time.monotonic() > until, LONG_S, "the preview")
        driving.wait_until(lambda: not iface.mapCanvas().isDrawing(), LONG_S, "the canvas")
    run = person.run
    run.all_s = person.passed() if "all" in heard else None
    run.first_s, run.first_clicks = heard.get("first", (None, run.clicks))
    run.processor_s = {"QGIS": processor_s(os.getpid()) - began_s, "engine": engine_s()}
    return run, dock


def listen(dock: Any, person: Person) -> dict[str, Any]:
    """Fills "first" with seconds and clicks at the first preview, "all" once all labels had a say in one."""
    heard: dict[str, Any] = {}

    def validated(told: dict[str, Any]) -> None:
        heard.setdefault("first", (person.passed(), person.run.clicks))
        if sum(row["pixels_labelled"] for row in told["classes"]) == CLASSES * POINTS:
            heard.setdefault("all", person.passed())

    dock.preview.validated.connect(validated)
    return heard


def open_scene(person: Person, dock: Any, path: str) -> None:
    """By the dock's own button, or by QGIS's dialog for raster layers."""
    with person.step("open the scene"):
        offer = getattr(dock.layers, "open", None)
        if offer is not None:
            driving.wait_until(offer.isVisible, LONG_S, "the button")
            person.click(offer)
            top_level(QFileDialog)
            person.write(path)
            person.press("Return")
        else:
            QTimer.singleShot(DIALOG_MS, lambda: add_raster(person, path))
            person.press("ctrl+shift+r")
        driving.wait_until(QgsProject.instance().mapLayers, LONG_S, "the layer")
        driving.wait_until(lambda: not dock._iface.mapCanvas().isDrawing(), LONG_S, "the canvas")


def add_raster(person: Person, path: str) -> None:
    """In QGIS's Data Source Manager, which holds up whoever opened it until it is closed."""
    dialog = top_level(QDialog, "Data Source Manager")
    try:
        person.click(shown(dialog, QLineEdit, lambda each: each.parent().metaObject().className() == "QgsFileWidget"))
        person.write(path)
        person.press("Tab")
        person.click(shown(dialog, QPushButton, lambda each: each.text().replace("&", "") == "Add"))
        person.click(shown(dialog, QPushButton, lambda each: each.text().replace("&", "") == "Close"))
    finally:
        dialog.close()


def answer(person: Person, dock: Any, units: str | None) -> None:
    """What the engine asks of the units, in the dock or in the band table."""
    scene = dock.scene
    with person.step("wait until the scene is read"):
        driving.wait_until(lambda: scene.facts is not None, LONG_S, "the engine to read the scene")
    if not scene.questions:
        return
    with person.step("say what the numbers are"):
        here = dock.layers.findChild(QPushButton, f"OfaAskUnits_{units}")
        if here is not None and here.isVisible():
            person.click(here)
        else:
            person.click(dock.layers.bands)
            table = driving.wait_until(lambda: dock._bands, 20, "the band table")
            person.click(table.findChild(QPushButton, f"OfaUnits_{units}"))
            person.click(shown(table, QPushButton, lambda each: each.text().replace("&", "") == "Close"))
        driving.wait_until(lambda: scene.is_ready, LONG_S, "the scene to be understood")


def label(person: Person, dock: Any, clicks: dict[str, list[QgsPointXY]]) -> None:
    """Make the classes one by one and click their points."""
    table = dock.classes.table
    for name, places in clicks.items():
        with person.step(f"make and label '{name}'"):
            person.click(dock.classes.add)
            driving.wait_until(lambda: table.state() == table.State.EditingState, 20, "the editor")
            person.write(name)
            person.press("Return")
            driving.wait_until(lambda name=name: dock.store.current() == name, 20, "the class")
            if not dock.classes.point.isChecked():
                person.click(dock.classes.point)
            for place in places:
                person.click(place)
            driving.wait_until(lambda name=name: dock.store.counts()[name][0] == POINTS, 20, "the labels")


def chosen(labels: list[Any]) -> dict[str, list[QgsPointXY]]:
    """The first clicks of the first classes."""
    found: dict[str, list[QgsPointXY]] = {}
    for name, x, y in labels:
        found.setdefault(name, []).append(QgsPointXY(x, y))
    return {name: places[:POINTS] for name, places in list(found.items())[:CLASSES]}


def button_of(window: QWidget, action: str) -> QToolButton:
    """The button in a tool bar that an action has."""
    buttons = (each for each in window.findChildren(QToolButton) if each.isVisible() and each.defaultAction())
    return next(each for each in buttons if each.defaultAction().objectName() == action)


def top_level(kind: type[QWidget], title: str = "") -> Any:
    """The window of this kind, once it is there."""

    def found() -> Any:
        windows = (each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible())
        return next((each for each in windows if title in each.windowTitle()), None)

    window = driving.wait_until(found, 30, f"a window {title}")
    driving.spin(0.3)
    return window


def shown(window: QWidget, kind: type[QWidget], fits: Callable[[Any], bool]) -> Any:
    """What is visible in a window, is of this kind, and fits."""
    return next(each for each in window.findChildren(kind) if each.isVisible() and fits(each))


def machine_words() -> str:
    """What the figures were measured on."""
    alone = os.sched_getscheduler(0) in (os.SCHED_RR, os.SCHED_FIFO)
    how = ", at real-time priority: no other program could interrupt it" if alone else ""
    return f"QGIS {Qgis.version().split('-')[0]}, {os.cpu_count()} cores ({platform.machine()}){how}"


def engine_s() -> float:
    """Seconds that the engine has computed; 0 while there is none."""
    module = sys.modules.get("ofa_qgis.engine.task") or sys.modules["ofa_qgis.task"]
    pid = module.client().pid
    return processor_s(pid) if pid else 0.0


def processor_s(pid: int) -> float:
    """Seconds that a process has computed, all of its threads."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS  # user and system: proc(5)


def record(name: str, run: Run, dock: Any) -> None:
    """Add a run to what was measured, and write the page."""
    known = json.loads(RECORD.read_text(encoding="utf-8")) if RECORD.is_file() else {}
    machine = machine_words()
    known.setdefault(name, {"scene": dock.scene.layer.name(), "machine": machine, "runs": []})["runs"].append(
        asdict(run)
    )
    RECORD.parent.mkdir(parents=True, exist_ok=True)
    RECORD.write_text(json.dumps(known, indent=1) + "\n", encoding="utf-8")
    PAGE.write_text(page(known), encoding="utf-8")


def page(known: dict[str, Any]) -> str:
    """What was measured, as a page."""
    summary = [
        f"| {name} | {clicks(runs[0])} ({runs[0]['first_clicks']}) | {keys(runs[0])} | {median(runs, 'first_s')} | "
        f"{median(runs, 'all_s')} | {processor(runs)} | {loads(runs)} | {len(runs)} |"
        for name, runs in ((name, each["runs"]) for name, each in known.items())
    ]
    return "\n".join([
        "# From an opened QGIS to the first preview", "",
        "Written by `tests/ofa_qgis/window/run.sh benchmarks/first_preview.py NAME`. A real QGIS window on a virtual "
        "screen, real clicks and keys, as fast as QGIS takes them. QGIS is open on an empty project; plugin and engine "
        "are installed and were never used. The scene is a file, whose bands and units can be read from it (a question "
        "about units would cost a click of its own in the dock); it is opened and labelled with "
        f"{CLASSES} classes of {POINTS} points. To reach: at most {MOST_CLICKS} clicks and {MOST_S} s.", "",
        *(f"- {name}: {each['scene']}; {each['machine']}." for name, each in known.items()), "",
        "| version | clicks (until the first preview) | keys | first preview, s | preview of all labels, s | "
        "processor time of QGIS + engine, s | load | runs |",
        "|---|---:|---:|---:|---:|---:|---:|---:|", *summary, "",
        "Seconds are medians over the runs, with the range. The load is the mean number of programs that wanted to run "
        "in the minute before: above the number of cores, seconds are longer than those of a quiet machine, unless the "
        "run had real-time priority (`chrt -r 1`).",
        *(line for name, each in known.items() for line in steps(name, each["runs"])), "",
    ])  # fmt: skip


def steps(name: str, runs: list[Any]) -> list[str]:
    """The steps of a version, one line each."""
    rows = [
        f"| {step['name']} | {step['clicks'] or ''} | {step['keys'] or ''} | "
        f"{statistics.median(run['steps'][k]['seconds'] for run in runs):.1f} |"
        for k, step in enumerate(runs[0]["steps"])
    ]
    return ["", f"## {name}", "", "| step | clicks | keys | s |", "|---|---:|---:|---:|", *rows]


def clicks(run: Any) -> int:
    return sum(step["clicks"] for step in run["steps"])


def keys(run: Any) -> int:
    return sum(step["keys"] for step in run["steps"])


def median(runs: list[Any], name: str) -> str:
    """Of a number of the runs, with the range."""
    return ranged([run[name] for run in runs])


def processor(runs: list[Any]) -> str:
    return " + ".join(ranged([run["processor_s"][name] for run in runs]) for name in ("QGIS", "engine"))


def loads(runs: list[Any]) -> str:
    return ranged([run["load"] for run in runs])


def ranged(values: list[float | None]) -> str:
    came = [value for value in values if value is not None]
    if len(came) < len(values):
        return f"none in {PATIENCE_S:g} s ({len(values) - len(came)} of {len(values)} runs)"
    middle = f"{statistics.median(came):.1f}"
    return middle if len(came) == 1 else f"{middle} ({min(came):.1f} to {max(came):.1f})"
