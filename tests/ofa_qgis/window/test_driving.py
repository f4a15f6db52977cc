"""The hands of the window tests do no harm of their own."""

from collections.abc import Callable
from typing import Any

import driving
import pytest
from qgis.PyQt.QtWidgets import QPushButton

PAGE = "<script>let n = 0; setInterval(() => { document.title = ++n; }, 1);</script>"


@pytest.fixture
def busy_page(iface: Any) -> Any:
    """A page of QtWebKit, whose objects have no C++ type information, with timers that fire all the time."""
    webkit = pytest.importorskip("PyQt5.QtWebKitWidgets", reason="this QGIS comes without QtWebKit")
    view = webkit.QWebView(iface.mainWindow())
    view.setHtml(PAGE)
    driving.wait_until(lambda: view.title().isdigit(), what="the page's timers")
    yield view
    view.deleteLater()


def test_clicks_and_keys_arrive_while_timers_of_webkit_fire(
    iface: Any, busy_page: Any, click: Callable[..., None]
) -> None:
    button = QPushButton("here", iface.mainWindow())
    button.setGeometry(400, 300, 120, 40)
    clicks = []
    button.clicked.connect(lambda: clicks.append(busy_page.title()))
    button.show()
    button.raise_()
    for _ in range(5):
        click(button)
        driving.press("space")
    button.deleteLater()

    assert len(clicks) == 10 and int(busy_page.title()) > int(clicks[0])
