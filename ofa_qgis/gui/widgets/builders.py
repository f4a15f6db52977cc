"""Small pieces that the dock is put together from. Know nothing of what is in them."""

from qgis.core import QgsApplication
from qgis.gui import QgsCollapsibleGroupBox
from qgis.PyQt.QtCore import QEvent, QObject, QSize, Qt
from qgis.PyQt.QtGui import QColor, QIcon, QPixmap
from qgis.PyQt.QtWidgets import QDialogButtonBox, QFrame, QScrollArea, QToolButton, QVBoxLayout, QWidget

from ...i18n import tr
from ...paths import RESOURCES

SWATCH_PX = 12


def section(title: str, part: QWidget) -> QgsCollapsibleGroupBox:
    """A part of a page that folds."""
    box = QgsCollapsibleGroupBox(title)
    box.setSaveCollapsedState(False)
    column = QVBoxLayout(box)
    column.addWidget(part)
    return box


def stacked(*parts: QWidget) -> QWidget:
    """Parts of one section, one below the other."""
    body = QWidget()
    column = QVBoxLayout(body)
    column.setContentsMargins(0, 0, 0, 0)
    for part in parts:
        column.addWidget(part)
    return body


class Page(QScrollArea):
    """Scrolls up and down, and is never narrower than what is in it, whatever the language and the size of letters."""

    def minimumSizeHint(self) -> QSize:
        """As wide as the contents and their scroll bar, once it is shown: before, parts ask for more than they need."""
        least = super().minimumSizeHint()
        if self.isVisible():
            least.setWidth(self.widget().minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width())
        return least

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask for another width when the contents do: Qt's own scroll area has no width that it needs."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return bool(super().eventFilter(watched, event))


def scrolled(body: QWidget) -> QScrollArea:
    """A page that is taller than the screen."""
    area = Page()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(body)
    return area


def above(area: QScrollArea, foot: QWidget) -> QWidget:
    """A page whose foot stays in sight whatever the height of the window."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(area, 1)
    column.addWidget(foot)
    margin = column.spacing()
    foot.layout().setContentsMargins(margin, 0, margin, margin)
    return page


def tool(name: str, text: str, tip: str) -> QToolButton:
    """A button with one of QGIS's icons; `text` where the theme has none."""
    button = QToolButton()
    picture: QIcon = QgsApplication.getThemeIcon(name)
    button.setIcon(picture)
    if picture.isNull():
        button.setText(text)
    button.setAutoRaise(True)
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    return button


def icon(name: str) -> QIcon:
    """One of our own icons."""
    return QIcon(str(RESOURCES / "icons" / f"{name}.svg"))


def picture_tool(name: str, tip: str) -> QToolButton:
    """A button with one of our own icons."""
    button = QToolButton()
    button.setIcon(icon(name))
    button.setAutoRaise(True)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    return button


def swatch(colour: str) -> QIcon:
    """A square of a colour, to stand before the name of what has it."""
    picture = QPixmap(SWATCH_PX, SWATCH_PX)
    picture.fill(QColor(colour))
    return QIcon(picture)


def in_our_words(dialog: QWidget) -> None:
    """Name a dialog's standard buttons: Qt's own words are English where its translations are not installed."""
    kinds = QDialogButtonBox.StandardButton
    words = {kinds.Ok: tr("OK"), kinds.Cancel: tr("Cancel"), kinds.Close: tr("Close"), kinds.Help: tr("Help")}
    for box in dialog.findChildren(QDialogButtonBox):
        for kind, word in words.items():
            if box.button(kind):
                box.button(kind).setText(word)
