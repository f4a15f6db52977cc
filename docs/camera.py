"""Takes the pictures of the documentation in a real QGIS window: what `screenshots.py` and its like share.

Each is taken in a light and in a dark theme, into `build/pages/LANGUAGE/THEME`, to be looked at; docs show some.
"""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import demo_scene
import driving
from qgis.core import QgsContrastEnhancement, QgsMultiBandColorRenderer, QgsRasterLayer, QgsRasterMinMaxOrigin
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QDockWidget, QWidget

DOCS = demo_scene.ROOT / "docs"
PICTURES = DOCS / "pictures"
LANGUAGE = os.environ.get("OFA_WINDOW_LANG", "en")
PAGES = demo_scene.ROOT / "build" / "pages" / LANGUAGE
WIDTH_PX = 1400  # of a picture of the whole window
PANEL_PX = 290
LONG_S = 180.0
OTHERS = {("screen_preview", "dark", "en"): "screen_dark", ("screen_preview", "light", "de"): "screen_german"}
"""(picture, theme, language) -> name in the docs, beside those in light and English."""


def picture(name: str, of: QWidget | None = None, settled: Callable[[], Any] = lambda: None) -> None:
    """Take a picture in each theme; those of the docs are kept small."""
    for theme in ("dark", "light"):
        driving.use_theme(theme)
        driving.spin(0.5)
        settled()  # another theme has other widths, and a map of another size another preview
        raw = driving.screenshot(PAGES / theme / f"{name}.png", of)
        in_docs = (theme, LANGUAGE) == ("light", "en") and name.startswith("screen_")
        kept = name if in_docs else OTHERS.get((name, theme, LANGUAGE))
        if kept:
            shrink(raw, PICTURES / f"{kept}.jpg", WIDTH_PX)


def shrink(raw: Path, to: Path, width_px: int) -> None:
    """A JPEG that is at most so wide."""
    subprocess.run(["convert", str(raw), "-resize", f"{width_px}x>", "-quality", "88", "-strip", str(to)], check=True)


def make_room(iface: Any) -> None:
    """A wide layer tree, and nothing that is not needed."""
    panels = {panel.objectName(): panel for panel in iface.mainWindow().findChildren(QDockWidget)}
    panels["Browser"].close()
    driving.spin(0.5)
    iface.mainWindow().resizeDocks([panels["Layers"]], [PANEL_PX], Qt.Orientation.Horizontal)


def paint(layer: QgsRasterLayer, bands: tuple[int, int, int]) -> None:
    """Show three bands as red, green and blue, stretched."""
    layer.setRenderer(QgsMultiBandColorRenderer(layer.dataProvider(), *bands))
    layer.setContrastEnhancement(
        QgsContrastEnhancement.ContrastEnhancementAlgorithm.StretchToMinimumMaximum,
        QgsRasterMinMaxOrigin.Limits.CumulativeCut,
    )
