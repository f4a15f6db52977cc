"""The QGIS plugin: standard library and `qgis` only. It computes nothing; it asks the engine."""

from typing import Any


def classFactory(iface: Any) -> Any:
    """What QGIS calls to make the plugin."""
    from .plugin import OfaPlugin  # noqa: PLC0415 - loaded when needed

    return OfaPlugin(iface)
