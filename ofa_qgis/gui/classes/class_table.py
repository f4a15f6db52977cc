"""The table of classes: key, colour, name, how many labels. What is edited goes to `labels.LabelStore`."""

from typing import Any, List, Optional

from qgis.PyQt.QtCore import QEvent, QItemSelection, QItemSelectionModel, QSize, Qt
from qgis.PyQt.QtGui import QColor, QDropEvent, QIcon, QKeyEvent, QKeySequence, QPainter, QPalette, QPixmap
from qgis.PyQt.QtWidgets import QAbstractItemView, QColorDialog, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from ...compat import GEOMETRY_LINE
from ...i18n import tr
from ..labels.label_store import LabelStore

KEY, COLOUR, NAME, COUNT = range(4)
KEYS = 9  # classes that a key of one digit chooses
SWATCH_PX = 14
LEAST_ROWS, MOST_ROWS = 3, 8  # shown without scrolling


class ClassTable(QTableWidget):
    """One row a class; the current one is what the next label gets, and it is always selected."""

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
        store.counted.connect(self._count)
        store.current_changed.connect(self._follow)
        self._fill()

    def _dress(self) -> None:
        self.setObjectName("OfaClasses")
        self.setAccessibleName(tr("Classes"))
        self.verticalHeader().hide()
        self.horizontalHeader().hide()
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDragDropOverwriteMode(False)  # drop between rows
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
            value = tr("Value on the map: {value}").format(value=each.value)
            self._put(row, KEY, key, tr("Key that chooses this class on the map") + "\n" + value)
            tip = tr("Colour {colour}: click or press Space to choose another").format(colour=each.colour)
            self._put(row, COLOUR, "", tip).setIcon(self._swatch(each.colour))
            tip = f"{each.name}\n{value}\n" + tr("Double-click or press F2 to rename; drag or press Alt+Up to move")
            self._put(row, NAME, each.name, tip)
            self._put(row, COUNT, "")
        self._filling = False
        self._count()
        self._follow()
        self.setMaximumHeight(self.sizeHint().height())
        self.updateGeometry()

    def _put(self, row: int, column: int, text: str, tip: str = "") -> QTableWidgetItem:
        """Fill a cell; its item stays the same, because an editor may be open in it that has just been heard."""
        item = self.item(row, column)
        if item is None:
            item = QTableWidgetItem()
            flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
            item.setFlags(flags | Qt.ItemFlag.ItemIsEditable if column == NAME else flags)
            self.setItem(row, column, item)
        item.setText(text)
        item.setToolTip(tip)
        return item

    def _count(self) -> None:
        self._filling = True
        lines = any(layer.geometryType() == GEOMETRY_LINE for layer in self._store.layers())
        outside = self._store.outside()
        for row, (name, (points, others)) in enumerate(self._store.counts().items()):
            item = self.item(row, COUNT)
            away = outside.get(name, (0, 0))
            if item:
                item.setText(count_text(points - away[0], others - away[1], lines, sum(away)))
                told = tr("Outside: where the layer has no pixel or no data. Such labels are not used.")
                item.setToolTip(told if sum(away) else "")
        self._filling = False

    def _follow(self) -> None:
        """Select the current class, and it alone if it was not selected."""
        names = list(self._store.colours())
        current = self._store.current()
        if current in names and len(names) == self.rowCount() and names.index(current) != self.currentRow():
            self._filling = True
            self.setCurrentCell(names.index(current), NAME)
            self._filling = False
        self._keep_selected()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Keep the current row selected: what is taken out of the selection makes way for another."""
        super().selectionChanged(selected, deselected)
        if not self._filling:
            self._keep_selected()

    def _keep_selected(self) -> None:
        row = self.currentRow()
        if row < 0 or self.selectionModel().isRowSelected(row, self.rootIndex()):
            return
        rows = self.selected_rows()
        flags = QItemSelectionModel.SelectionFlag
        if rows and not self._filling:
            self.setCurrentCell(rows[0], NAME, flags.NoUpdate)
        else:
            self.setCurrentCell(row, NAME, flags.ClearAndSelect | flags.Rows)

    def selected_rows(self) -> List[int]:
        """The rows that are selected, from the top."""
        return sorted(index.row() for index in self.selectionModel().selectedRows(NAME))

    def selected_classes(self) -> List[str]:
        """The classes that are selected, from the top."""
        names = list(self._store.colours())
        return [names[row] for row in self.selected_rows() if row < len(names)]

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

    def move(self, step: int) -> None:
        """Move the selected classes one row up (-1) or down (1)."""
        rows = self.selected_rows()
        if rows:
            target = rows[0] - 1 if step < 0 else rows[-1] + 2
            self._move_to(max(target, 0))

    def _move_to(self, row: int) -> None:
        names = self.selected_classes()
        self._store.move_classes(names, row)
        everything = [each.name for each in self._store.classes()]
        flags = QItemSelectionModel.SelectionFlag
        for name in names:
            index = self.model().index(everything.index(name), NAME)
            self.selectionModel().select(index, flags.Select | flags.Rows)

    def dropEvent(self, event: QDropEvent) -> None:
        """Move the selected rows to where they are dropped; the store does it, not the view."""
        if event.source() is not self:
            return
        where = event.position().toPoint() if hasattr(event, "position") else event.pos()
        index = self.indexAt(where)
        below = index.isValid() and where.y() > self.visualRect(index).center().y()
        event.setDropAction(Qt.DropAction.IgnoreAction)  # else the view would remove the rows
        event.accept()
        self._move_to(index.row() + int(below) if index.isValid() else self.rowCount())

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
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.move(-1 if key == Qt.Key.Key_Up else 1)
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
        self._filling = True
        self.item(row, NAME).setText(self._store.classes()[row].name)
        self._filling = False

    def _chosen(self, row: int, *_: Any) -> None:
        if not self._filling and 0 <= row < len(self._store.classes()):
            self._store.set_current(self._store.classes()[row].name)


def count_text(points: int, others: int, lines: bool = False, outside: int = 0) -> str:
    """How many labels are used, and how many are outside the scene, in words.

    Example:
        >>> count_text(14, 1), count_text(6, 0, outside=2), count_text(0, 0)
        ('14 points · 1 polygon', '6 points · 2 outside', 'no labels')
    """
    parts = []
    if points:
        parts.append((tr("1 point") if points == 1 else tr("{count} points")).format(count=points))
    if others and lines:
        parts.append((tr("1 line") if others == 1 else tr("{count} lines")).format(count=others))
    elif others:
        parts.append((tr("1 polygon") if others == 1 else tr("{count} polygons")).format(count=others))
    if outside:
        parts.append(tr("{count} outside").format(count=outside))
    return " · ".join(parts) or tr("no labels")
