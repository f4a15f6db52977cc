"""The table of classes: key, colour, name, how many labels. What is edited goes to `labels.LabelStore`."""

from typing import Any, Optional

from qgis.PyQt.QtCore import QEvent, QSize, Qt
from qgis.PyQt.QtGui import QColor, QIcon, QKeyEvent, QKeySequence, QPainter, QPalette, QPixmap
from qgis.PyQt.QtWidgets import QAbstractItemView, QColorDialog, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from ..compat import GEOMETRY_LINE
from ..i18n import tr
from .labels import LabelStore

KEY, COLOUR, NAME, COUNT = range(4)
KEYS = 9  # classes that a key of one digit chooses
SWATCH_PX = 14
LEAST_ROWS, MOST_ROWS = 3, 8  # shown without scrolling


class ClassTable(QTableWidget):
    """One row a class; the selected one is what the next label gets."""

    def __init__(self, store: LabelStore, parent: Optional[QWidget] = None) -> None:
        super().__init__(0, 4, parent)
        self._store = store
        self._filling = False
        self._dress()
        self.itemChanged.connect(self._edited)
        self.currentCellChanged.connect(self._chosen)
        self.cellClicked.connect(lambda row, column: self.ask_colour(row) if column == COLOUR else None)
        store.classes_changed.connect(self._fill)
        store.changed.connect(self._count)
        store.current_changed.connect(self._follow)
        self._fill()

    def _dress(self) -> None:
        self.setObjectName("OfaClasses")
        self.setAccessibleName(tr("Classes"))
        self.verticalHeader().hide()
        self.horizontalHeader().hide()
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.DoubleClicked | trigger.EditKeyPressed)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setIconSize(QSize(SWATCH_PX, SWATCH_PX))
        mode = QHeaderView.ResizeMode
        for column, how in enumerate((mode.Fixed, mode.Fixed, mode.Stretch, mode.ResizeToContents)):
            self.horizontalHeader().setSectionResizeMode(column, how)
        self.horizontalHeader().setMinimumSectionSize(SWATCH_PX)
        self.setColumnWidth(KEY, self.fontMetrics().horizontalAdvance("00"))
        self.setColumnWidth(COLOUR, 2 * SWATCH_PX)
        self.verticalHeader().setDefaultSectionSize(int(self.fontMetrics().height() * 1.5))

    def sizeHint(self) -> QSize:
        """As high as its rows, within reason."""
        rows = min(max(self.rowCount(), LEAST_ROWS), MOST_ROWS)
        height = rows * self.verticalHeader().defaultSectionSize() + 2 * self.frameWidth()
        return QSize(super().sizeHint().width(), height)

    def minimumSizeHint(self) -> QSize:
        """As wide as one likes, as high as it wants to be."""
        return QSize(0, self.sizeHint().height())

    # --- showing -------------------------------------------------------------------------------------------------

    def _fill(self) -> None:
        self._filling = True
        classes = self._store.classes()
        self.setRowCount(len(classes))
        for row, each in enumerate(classes):
            key = str(row + 1) if row < KEYS else ""
            self.setItem(row, KEY, _item(key, tr("Key that chooses this class on the map")))
            swatch = _item("", tr("Colour {colour}: click or press Space to choose another").format(colour=each.colour))
            swatch.setIcon(self._swatch(each.colour))
            self.setItem(row, COLOUR, swatch)
            self.setItem(row, NAME, _item(each.name, tr("Double-click or press F2 to rename"), editable=True))
            self.setItem(row, COUNT, _item(""))
        self._filling = False
        self._count()
        self._follow()
        self.setMaximumHeight(self.sizeHint().height())
        self.updateGeometry()

    def _count(self) -> None:
        self._filling = True
        lines = any(layer.geometryType() == GEOMETRY_LINE for layer in self._store.layers())
        for row, (points, others) in enumerate(self._store.counts().values()):
            item = self.item(row, COUNT)
            if item:
                item.setText(count_text(points, others, lines))
        self._filling = False

    def _follow(self) -> None:
        """Select the current class."""
        names = list(self._store.colours())
        current = self._store.current()
        if current in names and len(names) == self.rowCount():
            self._filling = True
            self.setCurrentCell(names.index(current), NAME)
            self._filling = False

    def _swatch(self, colour: str) -> QIcon:
        pixmap = QPixmap(SWATCH_PX, SWATCH_PX)
        pixmap.fill(QColor(colour))
        painter = QPainter(pixmap)
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        painter.drawRect(0, 0, SWATCH_PX - 1, SWATCH_PX - 1)
        painter.end()
        icon = QIcon()
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):  # a selected row must not tint the colour
            icon.addPixmap(pixmap, mode)
        return icon

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._fill()

    # --- editing -------------------------------------------------------------------------------------------------

    def edit_name(self, name: str) -> None:
        """Let the user type another name for a class."""
        names = list(self._store.colours())
        if name in names:
            self.setCurrentCell(names.index(name), NAME)
            self.setFocus()
            self.editItem(self.item(names.index(name), NAME))

    def remove_current(self) -> None:
        """Remove the selected class; undo brings it back."""
        current = self._store.current()
        if current is not None:
            self._store.remove_class(current)

    def ask_colour(self, row: int) -> None:
        """Let the user choose the colour of a class."""
        each = self._store.classes()[row]
        dialog = QColorDialog(QColor(each.colour), self)
        dialog.setWindowTitle(tr("Colour of {name}").format(name=each.name))
        dialog.setOption(QColorDialog.ColorDialogOption.DontUseNativeDialog)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.colorSelected.connect(lambda colour: self._store.recolour_class(each.name, colour.name()))
        dialog.open()

    def event(self, event: QEvent) -> bool:
        """Take undo before QGIS's own shortcut sees it."""
        standard = QKeySequence.StandardKey
        if event.type() == QEvent.Type.ShortcutOverride and any(map(event.matches, (standard.Undo, standard.Redo))):
            event.accept()
            return True
        return bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits choose a class, Delete removes it, Space asks for its colour, Ctrl+Z undoes."""
        key, classes = event.key(), self._store.classes()
        digit = key - Qt.Key.Key_1
        if 0 <= digit < min(KEYS, len(classes)) and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._store.set_current(classes[digit].name)
        elif event.matches(QKeySequence.StandardKey.Undo):
            self._store.undo()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self._store.redo()
        elif key == Qt.Key.Key_Delete:
            self.remove_current()
        elif key == Qt.Key.Key_Space and self.currentRow() >= 0:
            self.ask_colour(self.currentRow())
        else:
            super().keyPressEvent(event)

    def _edited(self, item: QTableWidgetItem) -> None:
        if self._filling or item.column() != NAME or item.row() >= len(self._store.classes()):
            return
        row = item.row()
        self._store.rename_class(self._store.classes()[row].name, item.text())
        self._filling = True  # the row's items may be new ones by now
        self.item(row, NAME).setText(self._store.classes()[row].name)
        self._filling = False

    def _chosen(self, row: int, *_: Any) -> None:
        if not self._filling and 0 <= row < len(self._store.classes()):
            self._store.set_current(self._store.classes()[row].name)


def count_text(points: int, others: int, lines: bool = False) -> str:
    """How many labels there are, in words.

    Example:
        >>> count_text(14, 1), count_text(0, 0)
        ('14 points · 1 polygon', 'no labels')
    """
    parts = []
    if points:
        parts.append((tr("1 point") if points == 1 else tr("{count} points")).format(count=points))
    if others and lines:
        parts.append((tr("1 line") if others == 1 else tr("{count} lines")).format(count=others))
    elif others:
        parts.append((tr("1 polygon") if others == 1 else tr("{count} polygons")).format(count=others))
    return " · ".join(parts) or tr("no labels")


def _item(text: str, tip: str = "", editable: bool = False) -> QTableWidgetItem:
    item = QTableWidgetItem(text)
    item.setToolTip(tip)
    flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
    item.setFlags(flags | Qt.ItemFlag.ItemIsEditable if editable else flags)
    return item
