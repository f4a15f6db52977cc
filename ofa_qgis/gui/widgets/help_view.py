"""A page of help in a window of its own. Knows nothing of what it says."""

from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtWidgets import QTextBrowser, QWidget

from ...i18n import tr
from ...processing.help import html_of

SIZE = QSize(620, 640)
MARGIN_PX = 20


class HelpView(QTextBrowser):
    """Shows a Markdown file; closed with Esc or the window's button."""

    @staticmethod
    def open(page: str, parent: QWidget) -> "HelpView":
        """Open a page beside QGIS's window."""
        view = HelpView(parent)
        view.setWindowFlag(Qt.WindowType.Dialog)  # stays above QGIS and lets it be used
        view.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        view.setWindowTitle(tr("OFA: help"))
        view.setOpenExternalLinks(True)
        view.setHtml(html_of(page))
        view.document().setDocumentMargin(MARGIN_PX)
        view.resize(SIZE)
        view.move(parent.window().geometry().center() - view.rect().center())
        view.show()
        return view
