"""And also: the other layers that are used of the same place, one row each, a menu that adds one, and the grid of all.

Shows what `ChosenScene` knows; decides nothing itself.
"""

from typing import List, Optional, Tuple

from qgis.core import QgsRasterLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from ...engine.engine_words import phrase
from ...i18n import tr
from ...layers import overlap
from ...layers.results import RESULT
from ..preview.preview_layer import MARK
from ..widgets.builders import tool
from ..widgets.status import StatusLabel, sentence
from .grid_row import GridRow
from .open_row import add_openings
from .scene import ChosenScene, Source


class FurtherRow(QWidget):
    """One further source: what it is, its bands, and a button that removes it."""

    bands_wanted = pyqtSignal()
    dropped = pyqtSignal()

    def __init__(self, name: str, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.told = StatusLabel()
        self.bands = QToolButton()
        self.bands.setText(tr("Bands…"))
        self.bands.setObjectName("OfaFurtherBands")
        self.bands.setToolTip(tr("Which band of {layer} is which, and what must be said of it", layer=name))
        self.drop = tool("/mActionRemove.svg", "✕", tr("Do not use {layer}", layer=name))
        self.drop.setObjectName("OfaFurtherDrop")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for widget, stretch in ((self.told, 1), (self.bands, 0), (self.drop, 0)):
            row.addWidget(widget, stretch, Qt.AlignmentFlag(0) if stretch else Qt.AlignmentFlag.AlignTop)
        self.bands.clicked.connect(self.bands_wanted)
        self.drop.clicked.connect(self.dropped)

    def show_source(self, source: Source) -> None:
        """Say what is known of it."""
        self.told.tell(*source_words(source))
        self.bands.setVisible(source.error is None)


class FurtherRows(QWidget):
    """All further sources, and the menu *and also…*; hidden while there is no layer."""

    bands_wanted = pyqtSignal(object)  # the layer
    open_wanted = pyqtSignal(bool)  # a folder, or a file

    def __init__(self, scene: ChosenScene, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._scene = scene
        self.rows: List[FurtherRow] = []
        self._shown: List[str] = []
        self.add = QToolButton()
        self.add.setObjectName("OfaAndAlso")
        self.add.setText(tr("and also…"))
        self.add.setToolTip(
            tr("Use other layers of the same place beside this one: radar, heights, other dates, embeddings")
        )
        self.add.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.add.setMenu(QMenu(self))
        self.add.menu().aboutToShow.connect(self._fill)
        self.grid, self.told = GridRow(scene), StatusLabel()
        self._box = QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._box)
        column.addWidget(self.grid)
        column.addWidget(self.told)
        scene.changed.connect(self._show)
        self._show()

    def offers(self) -> List[QgsRasterLayer]:
        """The layers that can be added: those that lie here, but for those chosen already and what OFA made."""
        chosen = {each.layer.id() for each in self._scene.further}
        return [
            layer
            for layer in overlap.layers_over(self._scene.layer)
            if layer.id() not in chosen and not layer.customProperty(MARK) and not layer.customProperty(RESULT)
        ]

    def use(self, layer: QgsRasterLayer) -> None:
        """Use a layer of the same place, too."""
        others = [each.layer for each in self._scene.further if each.layer is not layer]
        self._scene.say_place(beside=[*others, layer])

    def drop(self, layer: QgsRasterLayer) -> None:
        """Use it no longer."""
        self._scene.say_place(beside=[each.layer for each in self._scene.further if each.layer is not layer])

    def _show(self) -> None:
        scene = self._scene
        self.setVisible(scene.layer is not None)
        further = [each for each in scene.further if not sip.isdeleted(each.layer)]
        names = [each.layer.id() for each in further]
        if names != self._shown:
            self._shown = names
            self._make_rows([each.layer for each in further])
        for row, source in zip(self.rows, further):  # noqa: B905 - Python 3.9
            row.show_source(source)
        self.told.tell(*place_words(scene))

    def _make_rows(self, layers: List[QgsRasterLayer]) -> None:
        for row in self.rows:
            self._box.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []
        for layer in layers:
            row = FurtherRow(layer.name())
            row.bands_wanted.connect(lambda layer=layer: self.bands_wanted.emit(layer))
            row.dropped.connect(lambda layer=layer: self.drop(layer))
            self._box.addWidget(row)
            self.rows.append(row)

    def _fill(self) -> None:
        menu, offers = self.add.menu(), self.offers()
        menu.clear()
        for layer in offers:
            menu.addAction(layer.name()).triggered.connect(lambda _checked, layer=layer: self.use(layer))
        if not offers:
            menu.addAction(tr("no other raster layer of the project lies here")).setEnabled(False)
        menu.addSeparator()
        add_openings(menu, self.open_wanted.emit)


def source_words(source: Source) -> Tuple[str, str, str]:
    """Mark, sentence and tip for what is known of a further source."""
    name = source.layer.name()
    if source.error:
        return "bad", sentence(source.error.error, source.error.hint), ""
    if source.failure:
        return "bad", f"{name}: {sentence(*source.failure[:2])}", source.failure[2]
    if source.facts is None:
        return "busy", name, ""
    if source.questions:
        asked = tr("1 question") if source.questions == 1 else tr("{count} questions", count=source.questions)
        texts = "\n".join(phrase(question["text"]) for question in source.facts["questions"])
        return "ask", tr("{layer}: {questions} before the map, see Bands.", layer=name, questions=asked), texts
    said = (phrase(source.facts.get("sensor_title") or tr("unknown sensor")), str(source.facts.get("units") or ""))
    return "ok", f"{name}: {' · '.join(filter(None, said))}", ""


def place_words(scene: ChosenScene) -> Tuple[str, str, str]:
    """What must be said of all sources together; nothing while all is well."""
    if scene.place_failure:
        return "bad", sentence(*scene.place_failure[:2]), scene.place_failure[2]
    is_open = not scene.place and scene.facts and not scene.questions
    if scene.further and is_open and all(each.is_known for each in scene.further):
        return "busy", tr("Bringing the sources together."), ""
    return "plain", "", ""
