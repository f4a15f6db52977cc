"""Walks through the points of a sample: class buttons, skip, back, and how many are left.

Each answer is in the file before the next point shows. Knows neither the engine nor the map's classes at the points.
"""

from typing import List, Optional

from qgis.core import QgsRasterLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QIcon, QKeyEvent, QPixmap
from qgis.PyQt.QtWidgets import QGridLayout, QHBoxLayout, QProgressBar, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ...i18n import tr
from ...layers.raster_layers import LayerError
from ..labels.label_tools import KEYS
from ..widgets.status import StatusLabel, sentence
from .blind_canvas import BlindCanvas, meaning
from .sample_store import SampleStore

SKIP, BACK = -1, -2  # what `meaning` says beside the index of a class
COLUMNS = 2
SWATCH_PX = 12


class Walk(QWidget):
    """The buttons, and the canvas that they belong to."""

    advanced = pyqtSignal()  # something was answered or skipped
    paused = pyqtSignal()
    done = pyqtSignal()  # nothing is open any more

    def __init__(self, canvas: QgsMapCanvas, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.store: Optional[SampleStore] = None
        self.index = 0
        self._map: Optional[QgsRasterLayer] = None
        self.blind = BlindCanvas(canvas, self)
        self.blind.pressed.connect(self.act)
        self.line, self.note = StatusLabel(), StatusLabel()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.answers: List[QPushButton] = []
        self._grid = QGridLayout()
        self.skip = QPushButton(tr("Can't tell (0)"))
        self.skip.setObjectName("OfaAccuracySkip")
        self.skip.setToolTip(tr("Go on without an answer; the report counts such points."))
        self.back = QPushButton(tr("Back (←)"))
        self.back.setObjectName("OfaAccuracyBack")
        self.back.setToolTip(tr("To the point before, to look at its answer again."))
        self.pause_button = QPushButton(tr("Pause"))
        self.pause_button.setObjectName("OfaAccuracyPause")
        self.pause_button.setToolTip(tr("Show the map again. All answers are saved."))
        self._lay_out()
        self.skip.clicked.connect(lambda _checked: self.act(SKIP))
        self.back.clicked.connect(lambda _checked: self.act(BACK))
        self.pause_button.clicked.connect(lambda _checked: self.pause())

    @property
    def is_on(self) -> bool:
        """Whether somebody is on the way."""
        return self.blind.is_on

    def begin(self, store: SampleStore, map_layer: QgsRasterLayer) -> None:
        """Go to the first point that is open."""
        self.store, self._map = store, map_layer
        self._offer()
        first = store.next_open()
        if first is None:
            store.close()
            self.done.emit()
            return
        self.blind.begin(map_layer)
        self._go(first)

    def pause(self) -> None:
        """Stop here; the map shows again."""
        if self.is_on:
            self._end()
            self.paused.emit()

    def act(self, what: int) -> None:
        """Answer with a class by its index, skip, or go back."""
        if self.store is None or not self.is_on or what >= len(self.store.classes):
            return
        if what == BACK:
            if self.index > 0:
                self._go(self.index - 1)
            return
        answer = "" if what == SKIP else self.store.classes[what].name
        try:
            self.store.save(self.index, answer, what == SKIP)
        except LayerError as error:
            self.note.tell("bad", sentence(error.error, error.hint))
            return
        self.note.tell("plain", "")
        self.advanced.emit()
        following = self.store.next_open(self.index)
        if following is None:
            self._tell()
            self._end()
            self.done.emit()
            return
        self._go(following)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The same keys as on the canvas, for whoever has clicked a button."""
        what = meaning(event)
        if what is None or event.key() == Qt.Key.Key_Space:  # it presses the button that has the focus
            super().keyPressEvent(event)
            return
        self.act(what)

    def _end(self) -> None:
        assert self.store is not None  # nosec B101
        self.blind.end()
        self.store.close()

    def _go(self, index: int) -> None:
        assert self.store is not None and self._map is not None  # nosec B101
        self.index = index
        self.blind.show(self.store.points[index].place, self.store.crs, self._map)
        self._tell()

    def _tell(self) -> None:
        assert self.store is not None  # nosec B101
        store, point = self.store, self.store.points[self.index]
        total = len(store.points)
        left = total - store.answered - store.skipped
        shown = {"number": self.index + 1, "total": total, "left": left}
        self.line.tell("plain", tr("Point {number:,} of {total:,}; left: {left:,}", **shown))
        self.bar.setRange(0, total)
        self.bar.setValue(total - left)
        self.back.setEnabled(self.index > 0)
        for k, each in enumerate(store.classes):
            self.answers[k].setChecked(each.name == point.answer)

    def _offer(self) -> None:
        """A button for each class; the first nine have keys."""
        assert self.store is not None  # nosec B101
        for button in self.answers:
            self._grid.removeWidget(button)
            button.deleteLater()
        self.answers = []
        for k, each in enumerate(self.store.classes):
            name = each.name.replace("&", "&&")
            button = QPushButton(f"{k + 1}  {name}" if k < len(KEYS) else name)
            swatch = QPixmap(SWATCH_PX, SWATCH_PX)
            swatch.fill(QColor(each.colour))
            button.setIcon(QIcon(swatch))
            button.setCheckable(True)
            button.setObjectName(f"OfaAnswer_{k + 1}")
            button.setToolTip("\n".join([each.name, tr("This is truly what is in the outlined pixel.")]))
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)  # a long name is cut
            button.clicked.connect(lambda _checked, k=k: self.act(k))
            self._grid.addWidget(button, k // COLUMNS, k % COLUMNS)
            self.answers.append(button)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.line)
        column.addWidget(self.bar)
        column.addLayout(self._grid)
        row = QHBoxLayout()
        for button in (self.back, self.skip, self.pause_button):
            row.addWidget(button, 1)
        column.addLayout(row)
        column.addWidget(self.note)
