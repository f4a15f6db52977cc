"""The set-up page's sentences: what works and where, what the doctor's checks are called, what helps. No widgets."""

import sys
from pathlib import Path

from ...i18n import tr
from ...install.pip_output import RETRYING
from ...install.plan import GB
from .diagnostics import without_home
from .setup_task import Findings, home


def about(found: Findings) -> str:
    """One line on the engine that is there."""
    if found.existing:
        return tr("Engine {engine} in {python}").format(
            engine=found.existing.engine, python=without_home(str(found.existing.python))
        )
    installed = found.state.installed
    if installed is None:
        return ""
    return tr("Engine {engine} · Python {python} · {size} GB in {folder}").format(
        engine=installed.engine,
        python=installed.python,
        size=f"{installed.size_bytes / GB:.1f}",
        folder=without_home(str(home())),
    )


def check_name(name: str) -> str:
    """What a check of the doctor is called."""
    names = {
        "versions": tr("Versions"),
        "device": tr("Device"),
        "rasters": tr("Rasters"),
        "model": tr("Model"),
        "disk": tr("Disk"),
        "memory": tr("Memory"),
    }
    return names.get(name, name)


def step_words(step: str, detail: str) -> str:
    """A step of an installation."""
    words = {
        "prepare": tr("Looking for a Python"),
        "environment": tr("Making the environment"),
        "packages": tr("Installing packages"),
        "verify": tr("Looking at the engine"),
        "doctor": tr("Proving the device with a matrix product"),
        "done": tr("Done"),
    }
    text = words.get(step, step)
    if detail == RETRYING:
        return tr("The package index does not answer; trying again…")
    return f"{text}: {detail}" if detail else f"{text}…"


def device(found: Findings) -> str:
    """What the doctor found out on the device; "" if nobody asked."""
    return next((str(c["found"]) for c in found.doctor.get("checks", []) if c["name"] == "device"), "")


def advice(found: Findings) -> str:
    """How to get the card used that lies idle; "" where none does."""
    if not found.card or not device(found).startswith("cpu"):
        return ""
    if found.existing:
        return tr("{card} lies idle: the build of torch in this Python cannot use it.").format(card=found.card)
    return tr(
        "{card} lies idle. To use it, open “Install it differently”, name under More the package index "
        "with the CUDA builds of torch for your driver, and install again."
    ).format(card=found.card)


def card_advice(found: Findings, platform: str = sys.platform) -> str:
    """What to know of the graphics card before installing; "" where pip picks the right build of torch by itself."""
    if not found.card or platform != "win32":
        return ""
    return tr("To use {card}, name under More the package index with the CUDA builds of torch.").format(card=found.card)


def collect_command(source: Path) -> str:
    """The command that collects the wheels for an offline folder, for a shell in an empty folder."""
    constraints = source / "constraints.txt"
    return f'python -m pip wheel --wheel-dir wheels --constraint "{constraints}" "{source}" "setuptools>=77"'
