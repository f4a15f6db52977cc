"""The counted protocol: from an opened QGIS to the first preview of a scene that it never saw, click by click.

    tests/ofa_qgis/window/run.sh benchmarks/first_preview.py NAME     (or `make first-preview`: NAME is "now")

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
from qgis.PyQt.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QPushButton, QToolButton, QWidget

ROOT = Path(__file__).resolve().parents[1]
RECORD, PAGE = (ROOT / "docs" / "measured" / f"first_preview.{kind}" for kind in ("json", "md"))
CLASSES, POINTS = 3, 2
LONG_S = 300.0  # on a machine that is busy with other things
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
        first_s: seconds until the first preview was on the screen: two classes have a label by then.
        all_s: until the preview that all labels had a say in.
        processor_s: of QGIS and of the engine, from the first click to the last preview.
        load: of the machine when it began: programs that want to run, mean over a minute.
    """

    steps: list[Step] = field(default_factory=list)
    first_s: float = 0.0
    first_clicks: int = 0
    all_s: float = 0.0
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
    told = demo_scene.facts()
    subprocess.run([demo_scene.ENGINE, "-I", "-m", "engine", "doctor", "--json"], check=True, capture_output=True)
    driving.spin(2.0)
    person, dock = Person(), None
    began_s = processor_s(os.getpid())
    with person.step("open the dock"):
        person.click(button_of(iface.mainWindow(), "OfaAction"))
        dock = driving.wait_until(lambda: qgis.utils.plugins["ofa_qgis"].dock, LONG_S, "the dock")
        driving.wait_until(dock.isVisible, LONG_S, "the dock on the screen")
    heard = listen(dock, person)
    open_scene(person, dock, told["scene"])
    answer(person, dock, told["units"])
    label(person, dock, chosen(told["labels"]))
    with person.step("wait for the preview of all labels"):
        driving.wait_until(lambda: "all" in heard, LONG_S, "the preview")
        driving.wait_until(lambda: not iface.mapCanvas().isDrawing(), LONG_S, "the canvas")
    run = person.run
    run.all_s = person.passed()
    run.first_s, run.first_clicks = heard["first"]
    run.processor_s = {"QGIS": processor_s(os.getpid()) - began_s, "engine": processor_s(engine_pid())}
    driving.screenshot(ROOT / "build" / "first_preview.png")
    record(sys.argv[1] if len(sys.argv) > 1 else "now", run, dock)
    print(PAGE.read_text(encoding="utf-8"))
    return 0


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
            person.press("ctrl+shift+r")
            dialog = top_level(QDialog, "Data Source Manager")
            person.click(
                shown(dialog, QLineEdit, lambda each: each.parent().metaObject().className() == "QgsFileWidget")
            )
            person.write(path)
            person.press("Tab")
            person.click(shown(dialog, QPushButton, lambda each: each.text().replace("&", "") == "Add"))
            person.click(shown(dialog, QPushButton, lambda each: each.text().replace("&", "") == "Close"))
        driving.wait_until(QgsProject.instance().mapLayers, LONG_S, "the layer")
        driving.wait_until(lambda: not dock._iface.mapCanvas().isDrawing(), LONG_S, "the canvas")


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


def engine_pid() -> int:
    """Of the engine that the plugin runs."""
    module = sys.modules.get("ofa_qgis.engine.task") or sys.modules["ofa_qgis.engine.task"]
    return int(module.client().pid)


def processor_s(pid: int) -> float:
    """Seconds that a process has computed, all of its threads."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS  # user and system: proc(5)


def record(name: str, run: Run, dock: Any) -> None:
    """Add a run to what was measured, and write the page."""
    known = json.loads(RECORD.read_text(encoding="utf-8")) if RECORD.is_file() else {}
    machine = f"QGIS {Qgis.version().split('-')[0]}, {os.cpu_count()} cores ({platform.machine()})"
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
        "are installed and were never used. The scene is a file that is opened, asked about, and labelled with "
        f"{CLASSES} classes of {POINTS} points. To reach: at most {MOST_CLICKS} clicks and {MOST_S} s.", "",
        *(f"- {name}: {each['scene']}; {each['machine']}." for name, each in known.items()), "",
        "| version | clicks (until the first preview) | keys | first preview, s | preview of all labels, s | "
        "processor time of QGIS + engine, s | load | runs |",
        "|---|---:|---:|---:|---:|---:|---:|---:|", *summary, "",
        "Seconds are medians over the runs, with the range. The load is the mean number of programs that wanted to run "
        "in the minute before: above the number of cores, seconds are longer than those of a quiet machine.",
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


def ranged(values: list[float]) -> str:
    middle = f"{statistics.median(values):.1f}"
    return middle if len(values) == 1 else f"{middle} ({min(values):.1f} to {max(values):.1f})"
