"""How well texts stand out, measured on what is painted: WCAG's contrast of text and ground, widget by widget.

The ground is the colour that most pixels of a text's place have; the text is the colour among the rest that stands out
most, since the edges of letters are blended with the ground. What has a colour of its own inside a text (the mark of a
`StatusLabel`) is measured from its HTML. Disabled texts are left out, as WCAG 2.2 (1.4.3) does.
"""

import re
from collections.abc import Iterator

import numpy as np
from qgis.PyQt.QtCore import QModelIndex, QRect, QSize, Qt
from qgis.PyQt.QtGui import QColor, QImage, QPainter, QPalette
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QStyle,
    QStyleOptionComboBox,
    QStyleOptionGroupBox,
    QTabBar,
    QTableView,
    QTextEdit,
    QToolButton,
    QTreeView,
    QWidget,
)

COLOUR = re.compile(r"color:\s*(#[0-9a-fA-F]{6})")
PAINT_TEXT = ("SpectrumPlot", "ClassPlot", "Curves")  # widgets of ours that write by themselves
BESIDE_PX = 2
ALIKE, LEAST_PIXELS = 12, 20  # (of 255) from a line's colour; of a line that is there
Found = tuple[str, float, str, str]  # where, contrast, text's colour, ground's colour


def luminance(colour: QColor) -> float:
    """Relative luminance, 0 to 1 (WCAG 2.2)."""
    linear = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.getRgbF()[:3])
    return sum(weight * value for weight, value in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: QColor, other: QColor) -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def texts_of(root: QWidget, behind: QColor | None = None) -> list[Found]:
    """The contrast of every enabled text that a widget and its children show, also where one must scroll to it.

    `behind` is what is seen where the widget paints nothing; as a rule the ground of its theme.
    """
    picture = painted(root, behind)
    found = []
    for widget in [root, *root.findChildren(QWidget)]:
        if widget.isEnabled() and widget.isVisibleTo(root):
            for name, place, colours in _places(widget):
                corner = widget.mapTo(root, place.topLeft()) if widget is not root else place.topLeft()
                area = QRect(corner, place.size()) & picture.rect()
                if not area.isEmpty():
                    where = f"{type(widget).__name__} {widget.objectName()} {name!r}"
                    found += _measure(where, picture.copy(area), colours)
    return found


def lines_of(root: QWidget, colours: dict[str, QColor]) -> dict[str, float]:
    """The contrast with the ground of lines in these colours, or of what is beside them; 0 for one that is not there.

    A line may be blended with the ground at its edges, or have a rim: of each place the best within `BESIDE_PX` counts,
    and of a line all but its poorest twentieth.
    """
    picture = painted(root)
    values_HW = _values(picture)
    ground = _colours(picture)[1]
    unique, index = np.unique(values_HW, return_inverse=True)
    ratio_HW = np.array([contrast(QColor(int(value)), ground) for value in unique])[index].reshape(values_HW.shape)
    rgb_HW3 = np.stack([values_HW >> shift & 255 for shift in (16, 8, 0)], axis=-1).astype(int)
    best_HW = ratio_HW.copy()
    for axis in (0, 1):
        best_HW = np.max([np.roll(best_HW, k, axis) for k in range(-BESIDE_PX, BESIDE_PX + 1)], axis=0)
    found = {}
    for name, colour in colours.items():
        is_line_HW = (np.abs(rgb_HW3 - colour.getRgb()[:3]) <= ALIKE).all(axis=-1)
        found[name] = float(np.quantile(best_HW[is_line_HW], 0.05)) if is_line_HW.sum() >= LEAST_PIXELS else 0.0
    return found


def difference(one: QImage, other: QImage) -> float:
    """The greatest contrast of ground or edge between two pictures of a widget."""
    _, ground = _colours(one)
    _, other_ground = _colours(other)
    edges = [contrast(one.pixelColor(x, 0), other.pixelColor(x, 0)) for x in range(4, one.width() - 4)]
    return max(contrast(ground, other_ground), sorted(edges)[len(edges) // 2])


def painted(root: QWidget, behind: QColor | None = None) -> QImage:
    """A widget on the ground of its theme, where it paints none of its own."""
    grabbed = root.grab()
    picture = QImage(grabbed.size(), QImage.Format.Format_RGB32)
    picture.fill(behind or root.palette().color(QPalette.ColorRole.Window))
    painter = QPainter(picture)
    painter.drawPixmap(0, 0, grabbed)
    painter.end()
    return picture


def _measure(where: str, picture: QImage, colours: list[str]) -> Iterator[Found]:
    found, ground = _colours(picture)
    text = max(found, key=lambda colour: contrast(colour, ground))
    for colour in (text, *map(QColor, colours)):
        yield where, contrast(colour, ground), colour.name(), ground.name()


def _colours(picture: QImage) -> tuple[list[QColor], QColor]:
    """All colours of a picture, and the one that most pixels have."""
    values, counts = np.unique(_values(picture), return_counts=True)
    return [QColor(int(value)) for value in values], QColor(int(values[counts.argmax()]))


def _values(picture: QImage) -> np.ndarray:
    """(H, W) colours as numbers, 0xffRRGGBB."""
    picture = picture.convertToFormat(QImage.Format.Format_RGB32)
    bits = picture.constBits()
    bits.setsize(picture.sizeInBytes())
    return np.frombuffer(bits, np.uint32).reshape(picture.height(), picture.width()).copy()


def _places(widget: QWidget) -> Iterator[tuple[str, QRect, list[str]]]:
    """(text, its place in the widget, colours of its own) of what a widget itself shows."""
    if isinstance(widget, QLabel):
        if widget.text() and not widget.pixmap():
            yield widget.text(), widget.contentsRect(), COLOUR.findall(widget.text())
    elif isinstance(widget, QAbstractButton):
        yield from _button(widget)
    elif isinstance(widget, QComboBox):
        option = QStyleOptionComboBox()
        widget.initStyleOption(option)
        field = QStyle.SubControl.SC_ComboBoxEditField
        place = widget.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, widget)
        if widget.currentText() and not widget.isEditable():
            yield widget.currentText(), _lettered(widget, widget.currentText(), place, Qt.AlignmentFlag.AlignLeft), []
    elif isinstance(widget, QLineEdit):
        text = widget.text() or widget.placeholderText()
        if text:
            yield text, _lettered(widget, text, widget.rect().adjusted(4, 2, -4, -2), Qt.AlignmentFlag.AlignLeft), []
    elif isinstance(widget, QGroupBox):
        option = QStyleOptionGroupBox()
        widget.initStyleOption(option)
        label = QStyle.SubControl.SC_GroupBoxLabel
        yield (
            widget.title(),
            widget.style().subControlRect(QStyle.ComplexControl.CC_GroupBox, option, label, widget),
            [],
        )
    elif isinstance(widget, QTabBar):
        for index in range(widget.count()):
            text = widget.tabText(index)
            yield text, _lettered(widget, text, widget.tabRect(index), Qt.AlignmentFlag.AlignCenter), []
    elif type(widget).__name__ in PAINT_TEXT:
        yield "painted", widget.rect(), []
    elif isinstance(widget, QHeaderView):
        yield from _header(widget)
    elif isinstance(widget, QTableView | QTreeView):
        yield from _cells(widget)
    elif isinstance(widget, QTextEdit | QPlainTextEdit) and widget.toPlainText():
        html = widget.toHtml() if isinstance(widget, QTextEdit) else ""
        yield "text", widget.viewport().geometry(), COLOUR.findall(html)


def _button(button: QAbstractButton) -> Iterator[tuple[str, QRect, list[str]]]:
    text = button.text().replace("&", "")
    icon_only = isinstance(button, QToolButton) and button.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly
    if not text or (icon_only and not button.icon().isNull()):
        return
    left = isinstance(button, QCheckBox | QRadioButton)
    place = button.rect()
    if left:
        metric = QStyle.PixelMetric.PM_IndicatorWidth
        place.setLeft(button.style().pixelMetric(metric, None, button) + 6)
    elif not button.icon().isNull():
        place.setLeft(button.iconSize().width() + 8)
    aligned = Qt.AlignmentFlag.AlignLeft if left or not button.icon().isNull() else Qt.AlignmentFlag.AlignCenter
    yield text, _lettered(button, text, place, aligned), []


def _header(header: QHeaderView) -> Iterator[tuple[str, QRect, list[str]]]:
    flat = header.orientation() == Qt.Orientation.Horizontal
    for section in range(header.count()):
        text = str(header.model().headerData(section, header.orientation()) or "")
        start, size = header.sectionViewportPosition(section), header.sectionSize(section)
        if text and not header.isSectionHidden(section):
            place = QRect(start, 0, size, header.height()) if flat else QRect(0, start, header.width(), size)
            yield text, place.adjusted(3, 3, -3, -3), []


def _cells(table: QTableView | QTreeView, above: QModelIndex | None = None) -> Iterator[tuple[str, QRect, list[str]]]:
    model, above = table.model(), above or QModelIndex()
    for row in range(model.rowCount(above)):
        yield from _cells(table, model.index(row, 0, above)) if isinstance(table, QTreeView) else ()
        for column in range(model.columnCount()):
            index = model.index(row, column, above)
            text, place = str(index.data() or ""), table.visualRect(index)
            icon = index.data(Qt.ItemDataRole.DecorationRole)
            in_sight = not place.isEmpty() and table.viewport().rect().contains(place)
            if text and icon is None and in_sight and index.flags() & Qt.ItemFlag.ItemIsEnabled:
                yield text, place.translated(table.viewport().pos()).adjusted(2, 2, -2, -2), []


def _lettered(widget: QWidget, text: str, room: QRect, aligned: Qt.AlignmentFlag) -> QRect:
    """About where the letters are inside the room that a text has."""
    metrics = widget.fontMetrics()
    size = QSize(min(metrics.horizontalAdvance(text), room.width()), min(metrics.height(), room.height()))
    left = room.left() if aligned == Qt.AlignmentFlag.AlignLeft else room.center().x() - size.width() // 2
    return QRect(left, room.center().y() - size.height() // 2, size.width(), size.height())
