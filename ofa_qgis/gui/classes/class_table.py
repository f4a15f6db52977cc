"""The list of classes: key, colour, name, how many labels; in groups if the user made some.

What is edited goes to `labels.LabelStore`.
"""

from typing import Any, Dict, List, Optional, Set, Tuple

from qgis.gui import QgsColorDialog
from qgis.PyQt.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QSize, Qt
from qgis.PyQt.QtGui import QColor, QDropEvent, QIcon, QKeyEvent, QKeySequence, QPainter, QPixmap
from qgis.PyQt.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from ...compat import GEOMETRY_LINE
from ...i18n import tr
from ...layers.legend import LabelClass
from ..labels.label_store import LabelStore
from ..widgets.builders import in_our_words

KEY, COLOUR, NAME, COUNT = range(4)
KEYS = 9  # classes that a key of one digit chooses
SWATCH_PX = 14
FRAME = "#808080"  # of a swatch: 4 : 1 on the lists of light and dark themes alike
LEAST_ROWS, MOST_ROWS = 3, 8  # shown without scrolling
CLASS_ROW, GROUP_ROW = (QTreeWidgetItem.ItemType.UserType + number for number in (1, 2))
ALONE = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
ON_FOLDED = 3  # of the height of a folded group's row, one part each: before it, into it, after it


class ClassTable(QTreeWidget):
    """One row a class, below its group if it has one; the current class is always selected.

    The row of an open group cannot be selected: it selects its classes. A folded one stands for them, and says which
    of them is current.
    """

    def __init__(self, store: LabelStore, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._store = store
        self._filling = False
        self._items: Dict[Tuple[int, int], QTreeWidgetItem] = {}  # by kind of row and value on the map
        self._folded: Set[int] = set()  # values of groups
        self._dress()
        self.itemChanged.connect(self._edited)
        self.currentItemChanged.connect(self._chosen)
        self.itemClicked.connect(lambda item, column: self.ask_colour(item) if column == COLOUR else None)
        self.itemExpanded.connect(lambda item: self._fold(item, False))
        self.itemCollapsed.connect(lambda item: self._fold(item, True))
        store.classes_changed.connect(self._fill)
        store.changed.connect(self._count)
        store.counted.connect(self._count)
        store.current_changed.connect(self._follow)
        self._fill()

    def _dress(self) -> None:
        self.setObjectName("OfaClasses")
        self.setAccessibleName(tr("Classes"))
        self.setColumnCount(4)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setExpandsOnDoubleClick(False)  # but renames
        self.setIndentation(SWATCH_PX)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.DoubleClicked | trigger.EditKeyPressed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setIconSize(QSize(SWATCH_PX, SWATCH_PX))
        header, mode = self.header(), QHeaderView.ResizeMode
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(SWATCH_PX)
        for column, how in enumerate((mode.Fixed, mode.Fixed, mode.Stretch, mode.ResizeToContents)):
            header.setSectionResizeMode(column, how)
        self.setColumnWidth(COLOUR, 2 * SWATCH_PX)
        self._row_px = int(self.fontMetrics().height() * 1.5)

    def sizeHint(self) -> QSize:
        """As high as its rows, within reason."""
        rows = len(self._rows()) + sum(1 for group in self._store.groups() if group.value not in self._folded)
        height = min(max(rows, LEAST_ROWS), MOST_ROWS) * self._row_px + 2 * self.frameWidth()
        return QSize(super().sizeHint().width(), height)

    def minimumSizeHint(self) -> QSize:
        """As wide as the dock, as high as its rows."""
        return QSize(0, self.sizeHint().height())

    # --- rows ----------------------------------------------------------------------------------------------------

    def class_item(self, name: str) -> QTreeWidgetItem:
        """The row of a class."""
        return self._items[CLASS_ROW, self._store.values()[name]]

    def group_item(self, name: str) -> QTreeWidgetItem:
        """The row of a group."""
        return next(self._items[GROUP_ROW, each.value] for each in self._store.groups() if each.name == name)

    def _of(self, item: QTreeWidgetItem) -> Optional[LabelClass]:
        """The class, or group, of a row; None while the list is filled anew."""
        legend = self._store.legend()
        known = legend.groups if item.type() == GROUP_ROW else legend.classes
        return next((each for each in known if self._items.get((item.type(), each.value)) is item), None)

    def _classes_of(self, item: QTreeWidgetItem) -> List[str]:
        """The class of a row, or all of a group."""
        each = self._of(item)
        if each is None or item.type() == CLASS_ROW:
            return [each.name] if each else []
        return [one.name for one in self._store.classes() if one.group == each.name]

    def _row_of(self, each: LabelClass) -> QTreeWidgetItem:
        """Where a class is shown: its row, or that of its folded group."""
        folded = [group for group in self._store.groups() if group.name == each.group and group.value in self._folded]
        return self._items[GROUP_ROW, folded[0].value] if folded else self._items[CLASS_ROW, each.value]

    def _rows(self) -> List[QTreeWidgetItem]:
        """The rows that can be selected, from the top."""
        found = {id(item): item for item in map(self._row_of, self._store.classes())}
        return list(found.values())

    def _is_selected(self, item: QTreeWidgetItem) -> bool:
        """As the model knows it: an item hears of it a moment later."""
        return bool(self.selectionModel().isSelected(self.indexFromItem(item, NAME)))

    def selected_classes(self) -> List[str]:
        """The classes that are selected, from the top."""
        return [name for item in self._rows() if self._is_selected(item) for name in self._classes_of(item)]

    # --- showing -------------------------------------------------------------------------------------------------

    def _fill(self) -> None:
        self._filling = True
        legend = self._store.legend()
        wanted = {(CLASS_ROW, each.value) for each in legend.classes} | {
            (GROUP_ROW, each.value) for each in legend.groups
        }
        gone = {place: item for place, item in self._items.items() if place not in wanted}
        kept = {place: item for place, item in self._items.items() if place in wanted}
        self._items = {**kept, **{place: QTreeWidgetItem(place[0]) for place in wanted - set(kept)}}
        self._arrange()
        gone.clear()  # not before: an editor may be open in one of them
        for row, each in enumerate(legend.classes):
            self._write_class(each, str(row + 1) if row < KEYS else "")
        for each in legend.groups:
            self._write_group(each)
        self._filling = False
        self._count()
        self._follow()
        self._keep_selected()
        self._fit()

    def _arrange(self) -> None:
        """Put the rows in order; those that are in their place are not touched, as an editor may be open in one."""
        legend, root = self._store.legend(), self.invisibleRootItem()
        groups = {each.name: self._items[GROUP_ROW, each.value] for each in legend.groups}
        members = [(groups.get(each.group), self._items[CLASS_ROW, each.value]) for each in legend.classes]
        _set_children(root, list({id(item): item for pair in members for item in [pair[0] or pair[1]]}.values()))
        for each in legend.groups:
            group = groups[each.name]
            _set_children(group, [item for place, item in members if place is group])
            group.setExpanded(each.value not in self._folded)
        self.setRootIsDecorated(bool(groups))
        indent = 2 * self.indentation() if groups else 0
        self.setColumnWidth(KEY, self.fontMetrics().horizontalAdvance("00") + indent)

    def _fit(self) -> None:
        self.setMaximumHeight(self.sizeHint().height())
        self.updateGeometry()

    def _write_class(self, each: LabelClass, key: str) -> None:
        value = tr("Value on the map: {value}", value=each.value)
        rename = tr("Double-click or press F2 to rename; drag or press Alt+Up to move")
        item = self._items[CLASS_ROW, each.value]
        item.setText(KEY, key)
        item.setToolTip(KEY, tr("Key that chooses this class on the map") + "\n" + value)
        self._write(item, each, f"{each.name}\n{value}\n{rename}")
        flag = Qt.ItemFlag
        item.setFlags(flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsDragEnabled | flag.ItemIsEditable)

    def _write_group(self, each: LabelClass) -> None:
        value = tr("Value on the map of groups: {value}", value=each.value)
        rename = tr("Double-click to rename; drag to move, or drag classes into it")
        item, flag = self._items[GROUP_ROW, each.value], Qt.ItemFlag
        self._write(item, each, f"{each.name}\n{value}\n{rename}")
        font = self.font()
        font.setBold(True)
        item.setFont(NAME, font)
        flags = flag.ItemIsEnabled | flag.ItemIsDragEnabled | flag.ItemIsDropEnabled | flag.ItemIsEditable
        item.setFlags(flags | flag.ItemIsSelectable if each.value in self._folded else flags)

    def _write(self, item: QTreeWidgetItem, each: LabelClass, tip: str) -> None:
        item.setSizeHint(NAME, QSize(0, self._row_px))
        item.setText(NAME, each.name)
        item.setToolTip(NAME, tip)
        item.setIcon(COLOUR, self._swatch(each.colour))
        item.setToolTip(COLOUR, tr("Colour {colour}: click or press Space to choose another", colour=each.colour))

    def _count(self) -> None:
        self._filling = True
        lines = any(layer.geometryType() == GEOMETRY_LINE for layer in self._store.layers())
        counts, outside = self._store.counts(), self._store.outside()
        for item in self._items.values():
            names = [name for name in self._classes_of(item) if name in counts]
            points, others, *away = (
                sum(where[name][kind] for name in names) for where in (counts, outside) for kind in (0, 1)
            )
            text = count_text(points - away[0], others - away[1], lines, sum(away))
            current = self._store.current()
            if item.type() == GROUP_ROW and not item.isExpanded() and current in names:
                text = f"{current} · {text}"
            item.setText(COUNT, text)
            told = tr("Outside: where the layer has no pixel or no data. Such labels are not used.")
            item.setToolTip(COUNT, told if sum(away) else "")
        self._filling = False

    def _follow(self) -> None:
        """Select the current class, and it alone if it was not selected."""
        found = [each for each in self._store.classes() if each.name == self._store.current()]
        if found and (CLASS_ROW, found[0].value) in self._items:
            item = self._row_of(found[0])
            if item is not self.currentItem():
                self._filling = True
                self.setCurrentItem(item, NAME, ALONE)
                self._filling = False
        if self._folded:
            self._count()  # a folded group says which class is current

    def _fold(self, item: QTreeWidgetItem, folded: bool) -> None:
        group = self._of(item)
        if self._filling or group is None:
            return
        (self._folded.add if folded else self._folded.discard)(group.value)
        self._filling = True
        self._write_group(group)
        self._filling = False
        self._count()
        self._follow()
        self._keep_selected()
        self._fit()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Keep the current row selected: what is taken out of the selection makes way for another."""
        super().selectionChanged(selected, deselected)
        if not self._filling:
            self._keep_selected()

    def _keep_selected(self) -> None:
        item = self.currentItem()
        if item is None or self._is_selected(item) or not item.flags() & Qt.ItemFlag.ItemIsSelectable:
            return
        rows = [row for row in self._rows() if self._is_selected(row)]
        if rows and not self._filling:
            self.setCurrentItem(rows[0], NAME, QItemSelectionModel.SelectionFlag.NoUpdate)
        else:
            self.setCurrentItem(item, NAME, ALONE)

    def selectionCommand(self, index: QModelIndex, event: Optional[QEvent] = None) -> Any:
        """The row of an open group selects its classes, and not itself."""
        item = self.itemFromIndex(index)
        if item is not None and not item.flags() & Qt.ItemFlag.ItemIsSelectable:
            return QItemSelectionModel.SelectionFlag.NoUpdate
        return super().selectionCommand(index, event)

    def _swatch(self, colour: str) -> QIcon:
        pixmap = QPixmap(SWATCH_PX, SWATCH_PX)
        pixmap.fill(QColor(colour))
        painter = QPainter(pixmap)
        painter.setPen(QColor(FRAME))
        painter.drawRect(0, 0, SWATCH_PX - 1, SWATCH_PX - 1)
        painter.end()
        icon = QIcon()
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):  # a selected row must not tint the colour
            icon.addPixmap(pixmap, mode)
        return icon

    # --- editing -------------------------------------------------------------------------------------------------

    def edit_name(self, name: str) -> None:
        """Let the user type another name for a class."""
        if name in self._store.colours():
            item = self.class_item(name)
            if item.parent():
                item.parent().setExpanded(True)
            self._edit_item(item)

    def edit_group(self, name: str) -> None:
        """Let the user type another name for a group."""
        self._edit_item(self.group_item(name))

    def _edit_item(self, item: QTreeWidgetItem) -> None:
        if item.type() == CLASS_ROW:
            self.setCurrentItem(item, NAME, ALONE)
        self.setFocus()
        self.editItem(item, NAME)

    def edit(self, index: QModelIndex, trigger: Any, event: Optional[QEvent]) -> bool:
        """Names alone are edited, wherever in a row the user says so by the keyboard."""
        triggers = QAbstractItemView.EditTrigger
        if trigger == triggers.EditKeyPressed:
            index = index.sibling(index.row(), NAME)
        return index.column() == NAME and bool(super().edit(index, trigger, event))

    def can_move(self, step: int) -> bool:
        """Can the selected classes go up (-1) or down (1)?"""
        return self._store.legend().shift(self.selected_classes(), step) is not None

    def move(self, step: int) -> None:
        """Move the selected classes one place up (-1) or down (1)."""
        shift = self._store.legend().shift(self.selected_classes(), step)
        if shift:
            self._move_to(*shift)

    def _move_to(self, names: List[str], row: int, group: Optional[str] = None) -> None:
        self._store.move_classes(names, row, group)
        for each in self._store.classes():
            if each.name in names:
                self._row_of(each).setSelected(True)

    def dropEvent(self, event: QDropEvent) -> None:
        """Move the selected classes to where they are dropped; the store does it, not the view."""
        if event.source() is not self:
            return
        where = event.position().toPoint() if hasattr(event, "position") else event.pos()
        event.setDropAction(Qt.DropAction.IgnoreAction)  # else the view would remove the rows
        event.accept()
        names, (row, group) = self.selected_classes(), self._dropped_at(self.itemAt(where), where.y())
        whole = {
            each for unit in self._store.legend().units() for each in unit if {one.name for one in unit} <= set(names)
        }
        if len(whole) == len(names) and all(each.group for each in whole):
            group = None  # groups stay what they are
        self._move_to(names, row, group)

    def _dropped_at(self, item: Optional[QTreeWidgetItem], y_px: int) -> Tuple[int, str]:
        """The row among the classes, and the group, that a place of the list means."""
        classes = self._store.classes()
        if item is None:
            return len(classes), ""
        rows = [row for row, each in enumerate(classes) if each.name in self._classes_of(item)]
        rect = self.visualItemRect(item)
        part = (y_px - rect.top()) / max(rect.height(), 1)
        if item.type() == CLASS_ROW:
            return rows[0] + int(part > 0.5), classes[rows[0]].group
        if part < 1 / ON_FOLDED:
            return rows[0], ""
        if item.isExpanded():
            return rows[0], classes[rows[0]].group
        return rows[-1] + 1, "" if part > 1 - 1 / ON_FOLDED else classes[rows[0]].group

    def remove_current(self) -> None:
        """Remove the current class; undo brings it back."""
        current = self._store.current()
        if current is not None:
            self._store.remove_class(current)

    def ask_colour(self, item: QTreeWidgetItem) -> None:
        """Let the user choose the colour of a class or a group."""
        each = self._of(item)
        if each is None:
            return
        recolour = self._store.recolour_group if item.type() == GROUP_ROW else self._store.recolour_class
        name = each.name
        dialog = QgsColorDialog(self, Qt.WindowType.Dialog, QColor(each.colour))
        dialog.setWindowTitle(tr("Colour of {name}", name=name))
        dialog.setAllowOpacity(False)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: recolour(name, dialog.color().name()))
        in_our_words(dialog)
        dialog.open()

    def event(self, event: QEvent) -> bool:
        """Take undo before QGIS's own shortcut sees it."""
        standard = QKeySequence.StandardKey
        if event.type() == QEvent.Type.ShortcutOverride and any(map(event.matches, (standard.Undo, standard.Redo))):
            event.accept()
            return True
        return bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits choose a class, Delete removes it, Space asks for its colour, Left and Right fold, Ctrl+Z undoes."""
        key, classes, item = event.key(), self._store.classes(), self.currentItem()
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
        elif item is not None and key == Qt.Key.Key_Space:
            self.ask_colour(item)
        elif item is not None and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            (item.parent() or item).setExpanded(key == Qt.Key.Key_Right)
        else:
            super().keyPressEvent(event)

    def moveCursor(self, action: Any, modifiers: Any) -> QModelIndex:
        """Keys go from class to class: the row of an open group is passed over."""
        rows, actions = self._rows(), QAbstractItemView.CursorAction
        at = next((place for place, item in enumerate(rows) if item is self.currentItem()), None)
        steps = {
            actions.MoveUp: -1, actions.MovePrevious: -1, actions.MovePageUp: -MOST_ROWS, actions.MoveHome: -len(rows),
            actions.MoveDown: 1, actions.MoveNext: 1, actions.MovePageDown: MOST_ROWS, actions.MoveEnd: len(rows),
        }  # fmt: skip
        if at is None or action not in steps:
            return super().moveCursor(action, modifiers)
        return self.indexFromItem(rows[min(max(at + steps[action], 0), len(rows) - 1)], NAME)

    def _edited(self, item: QTreeWidgetItem, column: int) -> None:
        each = self._of(item)
        if self._filling or column != NAME or each is None:
            return
        rename = self._store.rename_group if item.type() == GROUP_ROW else self._store.rename_class
        rename(each.name, item.text(NAME))
        now = self._of(item)
        if now is not None:
            self._filling = True
            item.setText(NAME, now.name)
            self._filling = False

    def _chosen(self, item: Optional[QTreeWidgetItem], *_: Any) -> None:
        names = self._classes_of(item) if item is not None and not self._filling else []
        if not names:
            return
        if self._store.current() not in names:
            self._store.set_current(names[0])
        if item is not None and item.type() == GROUP_ROW and item.isExpanded():
            self._select_group(names)

    def _select_group(self, names: List[str]) -> None:
        """Select the classes of an open group, whose row was clicked."""
        self._filling = True
        self.setCurrentItem(self.class_item(str(self._store.current())), NAME, ALONE)
        for name in names:
            self.class_item(name).setSelected(True)
        self._filling = False


def _set_children(parent: QTreeWidgetItem, wanted: List[QTreeWidgetItem]) -> None:
    """Make these, and no others, the rows below a row."""
    for item in [parent.child(row) for row in range(parent.childCount())]:
        if not any(item is other for other in wanted):
            parent.removeChild(item)
    for row, item in enumerate(wanted):
        if parent.child(row) is item:
            continue
        before = item.parent() or (item.treeWidget() and item.treeWidget().invisibleRootItem())
        if before:
            before.removeChild(item)
        parent.insertChild(row, item)


def count_text(points: int, others: int, lines: bool = False, outside: int = 0) -> str:
    """How many labels are used, and how many are outside the scene, in words.

    Example:
        >>> count_text(14, 1), count_text(6, 0, outside=2), count_text(0, 0)
        ('14 points · 1 polygon', '6 points · 2 outside', 'no labels')
    """
    parts = []
    if points:
        parts.append(tr("1 point") if points == 1 else tr("{count:,} points", count=points))
    if others and lines:
        parts.append(tr("1 line") if others == 1 else tr("{count:,} lines", count=others))
    elif others:
        parts.append(tr("1 polygon") if others == 1 else tr("{count:,} polygons", count=others))
    if outside:
        parts.append(tr("{count:,} outside", count=outside))
    return " · ".join(parts) or tr("no labels")
