"""What the user chose for all projects, under one prefix of QGIS's settings."""

from typing import Any

from qgis.core import QgsSettings

from .protocol import ComputeSpec

PREFIX = "ofa/"
ENGINE_HOME = "engine_home"  # folder of the private environment; "" is the default place
ENGINE_PYTHON = "engine_python"  # an existing Python with the engine; "" is the private one
DEVICE = "device"
PRECISION = "precision"
DOCK_OPEN = "dock_open"
DOCK_WIDTH = "dock_width"
MODEL = "model"  # "" is the engine's default
TOUR_OFFERED = "tour_offered"  # whether the tour was offered; that is done once
LAST_CLASSES = "last_classes"  # JSON of `label_classes.ClassRow`: of the project that was saved or closed last

DEFAULTS = {
    ENGINE_HOME: "", ENGINE_PYTHON: "", DEVICE: "auto", PRECISION: "auto", DOCK_OPEN: False, DOCK_WIDTH: 0, MODEL: "",
    LAST_CLASSES: "[]", TOUR_OFFERED: False,
}  # fmt: skip


def compute() -> ComputeSpec:
    """The model that looks at scenes, and where and how it computes."""
    return ComputeSpec(model=get(MODEL) or None, device=get(DEVICE), precision=get(PRECISION))


def get(key: str, default: Any = None) -> Any:
    """The value of a key; `default`, else the one of `DEFAULTS`, when the user chose none."""
    return QgsSettings().value(PREFIX + key, DEFAULTS.get(key) if default is None else default)


def put(key: str, value: Any) -> None:
    """Keep a value."""
    QgsSettings().setValue(PREFIX + key, value)
