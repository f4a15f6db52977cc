"""One line that says how something stands: a small coloured mark and a sentence. Right in light and dark themes."""

import re
from html import escape
from typing import Optional, Sequence, Tuple

from qgis.PyQt.QtCore import QEvent, Qt
from qgis.PyQt.QtGui import QColor, QPalette
from qgis.PyQt.QtWidgets import QLabel, QSizePolicy, QWidget

from ...engine.engine_words import plain

MARKS = {"good": "●", "off": "○", "ok": "✓", "ask": "▲", "bad": "✕", "busy": "…", "plain": ""}
LIGHT = {"good": "#146c2e", "ok": "#146c2e", "ask": "#8a5200", "bad": "#b3261e"}
DARK = {"good": "#6fd08c", "ok": "#6fd08c", "ask": "#f5b84b", "bad": "#ff8a80"}
"""At least 4.5 : 1 on the window colours of QGIS's themes."""
DARK_PAPER = "#323232"  # the ground of "Night Mapping", whose style sheet makes the palette's transparent
LONG_WORD, JOINT, BREAK = re.compile(r"[^\s&;<>]{20,}"), re.compile(r"[_/\\.-](?=.)"), "\u200b"
HALF = 128  # of 255: the lightness below which a theme is dark


class StatusLabel(QLabel):
    """Hidden while it has nothing to say."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.kind, self.said = "plain", ""
        self.setTextFormat(Qt.TextFormat.RichText)  # else Qt guesses, and shows "&amp;" as it is
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.setVisible(False)

    def tell(self, kind: str, text: str, tip: str = "") -> None:
        """Say `text` with the mark of `kind`, one of `MARKS`."""
        self.kind, self.said = kind, text
        self.setToolTip(tip)
        self._draw()
        self.setVisible(bool(text))

    def tell_all(self, kind: str, texts: Sequence[str], tip: str = "") -> None:
        """Say several sentences, each on a line of its own and with its own mark."""
        self.tell(kind, "\n".join(texts), tip)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of theme."""
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()
        super().changeEvent(event)

    def _draw(self) -> None:
        mark, colour = MARKS[self.kind], mark_colour(self, self.kind)
        style = f' style="color: {colour}"' if colour else ""
        front = f"<span{style}>{mark}</span>&nbsp;" if mark else ""
        lines = self.said.splitlines()  # none, no mark: a fold that opens shows labels without words as well
        self.setText("<br>".join(front + _breakable(escape(line)) for line in lines))


def _breakable(markup: str) -> str:
    """Let long words, such as names of files, break where their parts join: Qt cuts off what it cannot break."""
    return LONG_WORD.sub(lambda word: JOINT.sub(lambda joint: joint.group() + BREAK, word.group()), markup)


def sentence(error: str, hint: str) -> str:
    """What is wrong, and what to do if that is known."""
    return plain(error, hint)


def mark_colour(widget: QWidget, kind: str) -> str:
    """The colour of a mark on this widget's background; "" is the text's own."""
    return (DARK if is_dark(widget) else LIGHT).get(kind, "")


def link_colour(widget: QWidget) -> str:
    """The colour of a link on this widget's background; Qt's own blue is 2 : 1 on dark themes."""
    return "#8ab4f8" if is_dark(widget) else "#0b57d0"


def paper_and_ink(widget: QWidget) -> Tuple[QColor, QColor]:
    """Ground and text for a widget that paints itself: themes that are style sheets leave the palette's text."""
    paper, text = (widget.palette().color(role) for role in (QPalette.ColorRole.Window, QPalette.ColorRole.WindowText))
    if paper.alpha() == 0:
        paper = QColor(DARK_PAPER)
    if abs(text.lightness() - paper.lightness()) < HALF:
        text = QColor("white" if paper.lightness() < HALF else "black")
    return paper, text


def is_dark(widget: QWidget) -> bool:
    """Whether the widget's theme has a dark background."""
    return bool(widget.palette().color(QPalette.ColorRole.Window).lightness() < HALF)
