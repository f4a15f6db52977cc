"""The cell that says what a band is: a drop-down whose text can also be typed."""

from qgis.PyQt.QtCore import QAbstractItemModel, QModelIndex, QSize, Qt
from qgis.PyQt.QtGui import QPainter
from qgis.PyQt.QtWidgets import (
    QApplication,
    QComboBox,
    QStyle,
    QStyledItemDelegate,
    QStyleOption,
    QStyleOptionViewItem,
    QWidget,
)


class MeaningDelegate(QStyledItemDelegate):
    """A drop-down in the table; what is not in it can be typed."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex) -> QWidget:
        """The choices of the band."""
        combo = QComboBox(parent)
        combo.setEditable(True)
        combo.addItems(index.model().choices_at(index.row()))
        combo.activated.connect(lambda _: self._done(combo))
        return combo

    def _done(self, combo: QComboBox) -> None:
        self.commitData.emit(combo)
        self.closeEditor.emit(combo)

    def setEditorData(self, editor: QWidget, index: QModelIndex) -> None:
        """Begin with what stands there."""
        editor.setEditText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
        editor.lineEdit().selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: QModelIndex) -> None:
        """Take what was chosen or typed."""
        model.setData(index, editor.currentText())

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        """The text, with room for the arrow."""
        size = super().sizeHint(option, index)
        return QSize(size.width() + 2 * option.fontMetrics.height(), size.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        """The text, and the arrow that says that there are choices."""
        super().paint(painter, option, index)
        arrow = QStyleOption()
        arrow.rect = option.rect.adjusted(option.rect.width() - option.rect.height(), 0, 0, 0)
        arrow.state, arrow.palette = option.state, option.palette
        QApplication.style().drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorArrowDown, _smaller(arrow), painter)


def _smaller(arrow: QStyleOption) -> QStyleOption:
    room = arrow.rect.height() // 3
    arrow.rect = arrow.rect.adjusted(room, room, -room, -room)
    return arrow
