"""The menu of the list of classes: order, merging, files. What is chosen goes to `labels.LabelStore`."""

from pathlib import Path
from typing import Optional

from qgis.PyQt.QtWidgets import QFileDialog, QMenu, QWidget

from ...i18n import tr
from ..labels.label_store import LabelStore
from . import class_files
from .class_files import ClassFileError
from .class_table import ClassTable

FEW = 3  # classes that are named where all have no room


class ClassMenu(QMenu):
    """What can be done with the selected classes, and with the list as a whole."""

    def __init__(self, store: LabelStore, table: ClassTable, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._store, self._table = store, table
        self.setToolTipsVisible(True)
        self.up = self.addAction(tr("Move &up") + "\tAlt+↑", lambda: table.move(-1))
        self.down = self.addAction(tr("Move &down") + "\tAlt+↓", lambda: table.move(1))
        self.merge = self.addMenu(tr("&Merge into"))
        self.merge.menuAction().setToolTip(tr("Give the labels of the selected classes to one class"))
        self.addSeparator()
        self.take_in = self.addAction(tr("&Import classes…"), self._ask_import)
        self.take_in.setToolTip(tr("Names, colours and values from a table (CSV) or a QGIS style (QML)"))
        self.give_out = self.addAction(tr("&Export classes…"), self._ask_export)
        self.last = self.addAction(tr("Classes of the &last project"), self.use_last)
        self.aboutToShow.connect(self.refresh)

    def refresh(self) -> None:
        """Offer what can be done now."""
        count, rows = len(self._store.classes()), self._table.selected_rows()
        self.up.setEnabled(bool(rows) and rows[0] > 0)
        self.down.setEnabled(bool(rows) and rows[-1] < count - 1)
        self.give_out.setEnabled(count > 0)
        self.last.setEnabled(bool(self._store.last_classes()))
        self.last.setToolTip(last_names(self._store))
        self._fill_merge()

    def _fill_merge(self) -> None:
        """One entry for each class that the selected ones can be merged into: one of them where several are."""
        self.merge.clear()
        chosen = self._table.selected_classes()
        for each in self._store.classes():
            if (each.name in chosen) == (len(chosen) > 1):
                action = self.merge.addAction(each.name.replace("&", "&&"))
                action.triggered.connect(lambda _checked=False, name=each.name: self._store.merge_classes(chosen, name))
        self.merge.setEnabled(bool(chosen) and not self.merge.isEmpty())

    def use_last(self) -> None:
        """Add the classes of the project that was saved or closed last."""
        self._store.add_classes(self._store.last_classes())

    def import_from(self, path: str) -> None:
        """Add the classes of a file."""
        try:
            self._store.add_classes(class_files.read(Path(path)))
        except ClassFileError as error:
            self._store.failed.emit(str(error))

    def export_to(self, path: str, of_map: bool = True) -> None:
        """Write the classes to a file."""
        try:
            class_files.write(Path(path), self._store.classes(), of_map)
        except ClassFileError as error:
            self._store.failed.emit(str(error))

    def _ask_import(self) -> None:
        kinds = (tr("Classes (*.csv *.txt *.qml)"), tr("All files (*)"))
        dialog = QFileDialog(self._table, tr("Import classes"), "", ";;".join(kinds))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.import_from)
        dialog.open()

    def _ask_export(self) -> None:
        table, of_map, of_labels = (
            tr("Table (*.csv)"),
            tr("QGIS style of a class map (*.qml)"),
            tr("QGIS style of labels (*.qml)"),
        )
        dialog = QFileDialog(self._table, tr("Export classes"), "classes.csv", ";;".join((table, of_map, of_labels)))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        dialog.filterSelected.connect(lambda kind: dialog.setDefaultSuffix("csv" if kind == table else "qml"))
        dialog.fileSelected.connect(lambda path: self.export_to(path, dialog.selectedNameFilter() != of_labels))
        dialog.open()


def last_names(store: LabelStore) -> str:
    """The first classes of the last project, for a person.

    Example:
        "water, forest, crops, …"
    """
    names = [name for name, _, _ in store.last_classes()]
    return ", ".join([*names[:FEW], *(["…"] if len(names) > FEW else [])])
