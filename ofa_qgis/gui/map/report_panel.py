"""What a run learnt and how to run it again: report, recipe and log, folded away until they are wanted.

Shows what classify answered; computes nothing.
"""

from pathlib import Path
from typing import Any, Dict, List, Mapping, Optional, Sequence

from qgis.core import QgsProject
from qgis.gui import QgsCollapsibleGroupBox
from qgis.PyQt.QtCore import Qt, QTimer, QUrl, pyqtSignal
from qgis.PyQt.QtGui import (
    QDesktopServices,
    QFontDatabase,
    QMouseEvent,
    QPixmap,
    QResizeEvent,
    QTextCursor,
)
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...engine.engine_words import plain
from ...i18n import number, tr
from ...layers import results
from ...layers.results import accuracy_text, accuracy_tip
from ..widgets.builders import swatch
from ..widgets.status import StatusLabel

TEXT_LINES = 10
MOST_LISTED = 6  # maps; more scroll
LOOK_MS = 200  # after a change of the project: layers come in groups
NONE = "–"
WHOLE_HA = 100  # from here on tenths of a hectare say nothing


class Picture(QLabel):
    """A picture that fits the width it is given; a click is emitted."""

    clicked = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._whole = QPixmap()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def load(self, path: str) -> None:
        """Show a picture file; hidden if there is none."""
        self._whole = QPixmap(path)
        self.setVisible(not self._whole.isNull())
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Scale with the dock."""
        self._fit()
        super().resizeEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open it in full size."""
        self.clicked.emit()
        super().mouseReleaseEvent(event)

    def _fit(self) -> None:
        if self._whole.isNull():
            return
        ratio = self.devicePixelRatioF()
        width = min(int(self.width() * ratio), self._whole.width())
        scaled = self._whole.scaledToWidth(max(width, 1), Qt.TransformationMode.SmoothTransformation)
        scaled.setDevicePixelRatio(ratio)
        self.setPixmap(scaled)
        self.setFixedHeight(int(scaled.height() / ratio))


class ReportPanel(QWidget):
    """Folds: "Report", "Recipe (JSON)", "Earlier maps" and "Log". Each is hidden while it has nothing to show."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._outputs: Dict[str, str] = {}
        self._maps: List[Path] = []
        titles = (tr("Report"), tr("Recipe (JSON)"), tr("Earlier maps"), tr("Log"))
        self.report, self.recipe, self.past, self.log = (_fold(text) for text in titles)
        self.list, self.trouble = QListWidget(), StatusLabel()
        self.accuracy, self.warnings = StatusLabel(), StatusLabel()
        self.table = _table()
        self.matrix = Picture()
        self.page, self.folder = QPushButton(tr("Open report")), QPushButton(tr("Open folder"))
        self.recipe_text, self.log_text = _text(), _text()
        self._lay_out()
        self.page.clicked.connect(lambda: self._open("html"))
        self.matrix.clicked.connect(lambda: self._open("confusion"))
        self.folder.clicked.connect(self._open_folder)
        self.list.setToolTip(tr("Click a map of the project to see its report and its recipe."))
        self.list.itemClicked.connect(self._reopen)
        self.list.itemActivated.connect(self._reopen)
        for fold in (self.report, self.recipe, self.past, self.log):
            fold.hide()
        project = QgsProject.instance()
        self._signals = ((project.cleared, self.clear), *((signal, self._look_soon) for signal in (
            project.readProject, project.layersAdded, project.layersRemoved)))  # fmt: skip
        for signal, slot in self._signals:
            signal.connect(slot)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(LOOK_MS)
        self._soon.timeout.connect(self.look)
        self.look()

    def tear_down(self) -> None:
        """Hear no more of the project."""
        for signal, slot in self._signals:
            signal.disconnect(slot)
        self._soon.stop()

    def look(self) -> None:
        """List the maps of the project that can tell how they were made."""
        found = results.earlier()
        self._maps = list(found.values())
        self.list.clear()
        self.list.addItems(list(found))
        self.list.setFixedHeight(self.list.fontMetrics().lineSpacing() * (min(len(found), MOST_LISTED) + 1))
        self.past.setVisible(bool(found))

    def _look_soon(self, *_: Any) -> None:
        self._soon.start()

    def _reopen(self, item: QListWidgetItem) -> None:
        path = self._maps[self.list.row(item)]
        self.trouble.tell("plain", "")
        try:
            if answer := results.kept(path):
                self.show_report(answer)
            else:
                self.report.hide()
            recipe = results.companions(path)["recipe"]
            if recipe.is_file():
                self.show_recipe(recipe.read_text(encoding="utf-8"))
                self.recipe.setCollapsed(bool(answer))
        except (OSError, ValueError, LookupError, TypeError) as error:
            self.trouble.tell("bad", tr("The report of {file} cannot be read: {why}.", file=path.name, why=error))

    def clear(self) -> None:
        """Another project: nothing of this one's runs is shown any more."""
        for fold in (self.report, self.recipe, self.past, self.log):
            fold.hide()

    def show_report(self, answer: Mapping[str, Any]) -> None:
        """Show what classify answered."""
        report: Dict[str, Any] = dict(answer["report"])
        self._outputs = dict(answer["outputs"])
        self.accuracy.tell("plain", accuracy_text(report), accuracy_tip(report))
        self._fill(report.get("classes") or ())
        self.matrix.load(self._outputs.get("confusion", ""))
        self.warnings.tell_all("ask", [plain(text) for text in report.get("warnings") or ()])
        self.page.setVisible("html" in self._outputs)
        self.report.show()
        self.report.setCollapsed(False)

    def show_recipe(self, recipe: str) -> None:
        """Show a recipe."""
        self.recipe_text.setPlainText(recipe)
        self.recipe.show()

    def show_log(self, log: str, unfold: bool = False) -> None:
        """Show the engine's log."""
        if log:
            self.log_text.setPlainText(log)
            self.log_text.moveCursor(QTextCursor.MoveOperation.End)
            self.log.show()
        if unfold and self.log_text.toPlainText():
            self.log.setCollapsed(False)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for fold in (self.report, self.recipe, self.past, self.log):
            column.addWidget(fold)
        column = QVBoxLayout(self.past)
        column.addWidget(self.list)
        column.addWidget(self.trouble)
        column = QVBoxLayout(self.report)
        for widget in (self.accuracy, self.table, self.matrix, self.warnings):
            column.addWidget(widget)
        row = QHBoxLayout()
        row.addWidget(self.page)
        row.addWidget(self.folder)
        row.addStretch()
        column.addLayout(row)
        for fold, text in ((self.recipe, self.recipe_text), (self.log, self.log_text)):
            column = QVBoxLayout(fold)
            column.addWidget(text)
            column.addLayout(_copy_row(text))

    def _fill(self, classes: Sequence[Mapping[str, Any]]) -> None:
        self.table.setRowCount(len(classes))
        for row, item in enumerate(classes):
            name = QTableWidgetItem(swatch(str(item["colour"])), str(item["name"]))
            name.setToolTip(_class_tip(item))
            self.table.setItem(row, 0, name)
            values = [_score(item.get(key)) for key in ("f1", "precision", "recall")] + [_area(item.get("area_ha"))]
            for column, value in enumerate(values, 1):
                cell = QTableWidgetItem(value)
                cell.setToolTip(_class_tip(item))
                cell.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self.table.setItem(row, column, cell)
        self.table.resizeRowsToContents()

    def _open(self, name: str) -> None:
        if name in self._outputs:
            QDesktopServices.openUrl(QUrl.fromLocalFile(self._outputs[name]))

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(self._outputs["map"]).parent)))


def _fold(title: str) -> QgsCollapsibleGroupBox:
    fold = QgsCollapsibleGroupBox(title)
    fold.setSaveCollapsedState(False)
    fold.setCollapsed(True)
    return fold


def _table() -> QTableWidget:
    table = QTableWidget(0, 5)
    columns = (
        (tr("class"), tr("Name and colour, as on the map.")),
        (tr("F1"), tr("Harmonic mean of precision and recall, on left-out blocks of labels; 1 is perfect.")),
        (tr("prec."), tr("Precision: of the pixels mapped as this class, the share that is right.")),
        (tr("recall"), tr("Recall: of the pixels labelled as this class, the share that was found.")),
        (tr("ha"), tr("Hectares mapped as this class, on the ellipsoid; not corrected for errors.")),
    )
    for column, (title, tip) in enumerate(columns):
        item = QTableWidgetItem(title)
        item.setToolTip(tip)
        table.setHorizontalHeaderItem(column, item)
    table.verticalHeader().hide()
    table.setShowGrid(False)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
    for set_policy in (table.setVerticalScrollBarPolicy, table.setHorizontalScrollBarPolicy):
        set_policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.setSizeAdjustPolicy(QAbstractItemView.SizeAdjustPolicy.AdjustToContents)  # also in another theme
    table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    header = table.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    header.setMinimumSectionSize(0)
    return table


def _text() -> QPlainTextEdit:
    text = QPlainTextEdit()
    text.setReadOnly(True)
    text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
    text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
    text.setFixedHeight(text.fontMetrics().lineSpacing() * TEXT_LINES)
    return text


def _copy_row(text: QPlainTextEdit) -> QHBoxLayout:
    row = QHBoxLayout()
    button = QPushButton(tr("Copy"))
    button.clicked.connect(lambda: QApplication.clipboard().setText(text.toPlainText()))
    row.addWidget(button)
    row.addStretch()
    return row


def _class_tip(item: Mapping[str, Any]) -> str:
    """How well the class is known, and what to do if it is not."""
    count, held_out = item.get("pixels_labelled") or 0, item.get("held_out_labels")
    shown = {"name": item["name"], "count": count, "held_out": held_out}
    if held_out:
        return tr("{name}: labelled pixels {count:,}, held-out labels {held_out:,}", **shown)
    return tr("{name}: labelled pixels {count:,}. It could not be checked: label it in a second place.", **shown)


def _score(value: Optional[float]) -> str:
    return NONE if value is None else number(value, ".2f")


def _area(value: Optional[float]) -> str:
    if value is None:
        return NONE
    return number(value, ",.0f" if value >= WHOLE_HA else ".1f")
