"""Help pages: Markdown in `resources/help`, pictures beside it, as the HTML that QGIS shows beside a dialog."""

import re
from pathlib import Path

from qgis.PyQt.QtGui import QTextDocument

from ..paths import RESOURCES

FOLDER = RESOURCES / "help"
FIXED_LOOK = re.compile(r" ?(?:color|font-family|font-size):[^;\"]*;")  # hard to read in a dark theme


def path_of(name: str) -> Path:
    """The page of an algorithm, there or not."""
    return FOLDER / f"{name}.md"


def html_of(name: str) -> str:
    """The page as HTML with absolute places of its pictures; "" if there is none."""
    path = path_of(name)
    if not path.is_file():
        return ""
    document = QTextDocument()
    document.setMarkdown(path.read_text(encoding="utf-8"))
    body = re.search(r"<body[^>]*>(.*)</body>", document.toHtml(), re.DOTALL)
    text = FIXED_LOOK.sub("", body[1] if body else "")
    return re.sub(r'src="(?!file:|https?:)([^"]+)"', lambda found: f'src="{_url(found[1])}"', text)


def _url(name: str) -> str:
    return (FOLDER / name).absolute().as_uri()
