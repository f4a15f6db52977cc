"""The window "Spectra of the classes": mean and spread of each class, the pixel under the cursor, labels to check."""

from html import escape
from typing import Any, Callable, Dict, List, NamedTuple, Optional, Sequence, Tuple

from qgis.core import QgsCoordinateTransform, QgsCsException, QgsProject, QgsRasterLayer
from qgis.gui import QgsMapCanvas, QgsVertexMarker
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QPointF, QSize, Qt
from qgis.PyQt.QtGui import QCloseEvent, QColor, QPainter, QPen, QPolygonF
from qgis.PyQt.QtWidgets import QDialog, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ...i18n import tr
from ..labels.label_store import LabelStore
from ..layer.scene import ChosenScene
from ..widgets.legible import ENOUGH, contrast
from ..widgets.status import StatusLabel, paper_and_ink
from .class_spectra import ClassSpectra
from .spectra_statistics import FARTHEST, FEWEST, Misfit, Spread, misfits, spread
from .spectrum_plot import Point, SpectrumPlot

SIZE = QSize(560, 420)
SPREAD_ALPHA = 45  # of 255: several bands over one another stay readable
MEAN_PX, RIM_PX = 2, 1  # of a line, and of what is around it where its colour would not be seen on the ground
MARK_PX, MARK_LINE_PX = 18, 3
MARK_COLOUR = "#ff9f1c"  # seen on vegetation, water and bare soil alike

Segment = List[Tuple[float, float, float]]  # place, mean, deviation


class ClassLine(NamedTuple):
    """What is drawn of a class."""

    colour: str
    spread: Spread


class ClassPlot(SpectrumPlot):
    """The means of classes, each in a band of one standard deviation, behind the spectrum of the pixel."""

    def __init__(self, layer: QgsRasterLayer, canvas: Optional[QgsMapCanvas], parent: Optional[QWidget] = None) -> None:
        super().__init__(layer, canvas, parent)
        self.classes: Dict[str, ClassLine] = {}
        self.setToolTip(
            tr(
                "Mean and, shaded, one standard deviation of the labels of each class; the pixel under the cursor as a "
                "line with dots. Values as they stand in the file."
            )
        )

    def show_classes(self, classes: Dict[str, ClassLine]) -> None:
        """Show these classes."""
        self.classes = classes
        self.update()

    def segments(self, line: ClassLine) -> List[Segment]:
        """The line of a class from left to right, in pieces where a band has no value."""
        means, deviations = line.spread
        placed = [(self.place_of(index), index) for index in range(len(means))]
        pieces: List[Segment] = [[]]
        for place, index in sorted((place, index) for place, index in placed if place is not None):
            mean, deviation = means[index], deviations[index]
            if mean is None or deviation is None:
                pieces.append([])
            else:
                pieces[-1].append((place, mean, deviation))
        return [piece for piece in pieces if piece]

    def extremes(self) -> List[Point]:
        """The pixel, and the bands of all classes."""
        ends = [
            (place, mean + sign * deviation)
            for line in self.classes.values()
            for piece in self.segments(line)
            for place, mean, deviation in piece
            for sign in (-1, 1)
        ]
        return [*self.points(), *ends]

    def paint_behind(self, painter: QPainter, at: Callable[[Point], QPointF]) -> None:
        """The classes, their spread first."""
        drawn = [(QColor(line.colour), piece) for line in self.classes.values() for piece in self.segments(line)]
        for colour, piece in drawn:
            outline = [at((x, mean + deviation)) for x, mean, deviation in piece]
            outline += [at((x, mean - deviation)) for x, mean, deviation in reversed(piece)]
            shade = QColor(colour)
            shade.setAlpha(SPREAD_ALPHA)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(shade)
            painter.drawPolygon(QPolygonF(outline))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        paper, ink = paper_and_ink(self)
        for colour, piece in drawn:
            line = QPolygonF([at((x, mean)) for x, mean, _ in piece])
            if contrast(colour, paper) < ENOUGH:
                painter.setPen(QPen(ink, MEAN_PX + 2 * RIM_PX))
                painter.drawPolyline(line)
            painter.setPen(QPen(colour, MEAN_PX))
            painter.drawPolyline(line)


class SpectraPanel(QDialog):
    """Not modal, so that labels can be set and taken away beside it.

    Args:
        scene: whose layer is read; the panel closes when another one is chosen.
        store: the labels.
        canvas: where points that do not fit are marked, and whose cursor is followed.
        parent: Qt's owner.
    """

    def __init__(
        self, scene: ChosenScene, store: LabelStore, canvas: QgsMapCanvas, parent: Optional[QWidget] = None
    ) -> None:
        super().__init__(parent)
        self._scene, self._store, self._canvas = scene, store, canvas
        self._layer = scene.layer
        self.marks: List[QgsVertexMarker] = []
        self.setWindowTitle(tr("Spectra of the classes"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.plot = ClassPlot(scene.layer, canvas)
        self.legend = QLabel()
        self.legend.setWordWrap(True)
        self.legend.setTextFormat(Qt.TextFormat.RichText)
        self.status = StatusLabel()
        self.status.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Maximum)
        column = QVBoxLayout(self)
        column.addWidget(self.plot, 1)
        column.addWidget(self.legend)
        column.addWidget(self.status)
        self.spectra = ClassSpectra(scene, store, self)
        self.spectra.grown.connect(self._show_means)
        self.spectra.changed.connect(self._show_all)
        scene.changed.connect(self._scene_changed)
        self._scene_changed()

    def sizeHint(self) -> QSize:
        """Room for ten classes."""
        return SIZE

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave nothing on the canvas, and read no more."""
        self.spectra.stop()
        self._clear_marks()
        super().closeEvent(event)

    def _scene_changed(self) -> None:
        if self._scene.layer is not self._layer or self._layer is None:
            self.close()
            return
        known = {int(band["index"]): band.get("wavelength_nm") for band in self._scene.layer_bands}
        self.plot.set_wavelengths([known.get(band) for band in range(1, self._layer.bandCount() + 1)])

    def _show_means(self) -> None:
        colours = self._store.colours()
        read = {name: self.spectra.spectra(name) for name in colours}
        self.plot.show_classes({name: ClassLine(colours[name], spread(found)) for name, found in read.items() if found})
        entries = [_entry(name, colours[name], len(found)) for name, found in read.items() if found]
        self.legend.setText("&ensp; ".join(entries))

    def _show_all(self) -> None:
        self._show_means()
        if not self.plot.classes:
            self._clear_marks()
            self.status.tell("plain", tr("Label some pixels to see the spectra of their classes."))
            return
        found = misfits({name: self.spectra.points.get(name, []) for name in self._store.colours()})
        self._mark(found)
        self.status.tell(
            "ask" if found else "plain", misfit_words(found) or tr("All points fit their classes."), _tip()
        )

    def _mark(self, found: Sequence[Misfit]) -> None:
        self._clear_marks()
        settings = self._canvas.mapSettings()
        for misfit in found:
            place, crs = self.spectra.places[misfit.name][misfit.number]
            transform = QgsCoordinateTransform(crs, settings.destinationCrs(), QgsProject.instance())
            try:
                here = transform.transform(place)
            except QgsCsException:
                continue
            mark = QgsVertexMarker(self._canvas)
            mark.setIconType(QgsVertexMarker.IconType.ICON_BOX)
            mark.setIconSize(MARK_PX)
            mark.setPenWidth(MARK_LINE_PX)
            mark.setColor(QColor(MARK_COLOUR))
            mark.setCenter(here)
            mark.setToolTip(misfit_words([misfit]))
            self.marks.append(mark)

    def _clear_marks(self) -> None:
        marks, self.marks = self.marks, []
        if not sip.isdeleted(self._canvas):
            for mark in marks:
                self._canvas.scene().removeItem(mark)


def _entry(name: str, colour: str, count: int) -> str:
    """A class in the legend, in one piece."""
    unbroken = escape(name).replace(" ", "&nbsp;")
    return f'<span style="color: {colour}">■</span>&nbsp;{unbroken}&nbsp;({count})'


def misfit_words(found: Sequence[Misfit]) -> str:
    """Which points do not fit, class by class; "" if all do."""
    counts: Dict[Tuple[str, str], int] = {}
    for each in found:
        counts[each.name, each.looks_like] = counts.get((each.name, each.looks_like), 0) + 1
    told: List[Any] = []
    for (name, other), count in counts.items():
        if other and count == 1:
            told.append(tr("1 point of {name} looks like {other}: check it.", name=name, other=other))
        elif other:
            shown = {"count": count, "name": name, "other": other}
            told.append(tr("{count:,} points of {name} look like {other}: check them.", **shown))
        elif count == 1:
            told.append(tr("1 point of {name} looks like no class: check it.", name=name))
        else:
            told.append(tr("{count:,} points of {name} look like no class: check them.", count=count, name=name))
    return " ".join(told)


def _tip() -> str:
    return tr(
        "A point is marked on the map where it is more than {far:g} robust standard deviations from the median of its "
        "class, over all bands. Classes with fewer than {least} points are not judged.",
        far=FARTHEST,
        least=FEWEST,
    )
