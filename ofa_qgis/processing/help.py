"""Help pages as the HTML that QGIS shows beside a dialog: Markdown in `resources/help`, pictures beside it.

Translations lie in folders below it, named after the language, and show the same pictures.
Knows what our pages use: headings, paragraphs, lists, bold, italic, code, links and pictures. Qt has a reader of
Markdown, but 5.15's makes a whole list item bold where one word is.
"""

import html
import re
from pathlib import Path
from typing import List

from ..i18n import language
from ..paths import RESOURCES

FOLDER = RESOURCES / "help"
INLINE = (
    (re.compile(r"!\[([^\]]*)\]\(([^)]+)\)"), r'<img src="\2" alt="\1">'),
    (re.compile(r"\[([^\]]+)\]\(([^)]+)\)"), r'<a href="\2">\1</a>'),
    (re.compile(r"\*\*(.+?)\*\*"), r"<b>\1</b>"),
    (re.compile(r"\*(.+?)\*"), r"<i>\1</i>"),
    (re.compile(r"`([^`]+)`"), r"<code>\1</code>"),
)
PICTURE = re.compile(r'src="(?!file:|https?:)([^"]+)"')


def path_of(name: str) -> Path:
    """The page of an algorithm in the user's language, else in English; there or not."""
    own = FOLDER / language().code / f"{name}.md"
    return own if own.is_file() else FOLDER / f"{name}.md"


def html_of(name: str) -> str:
    """The page as HTML with absolute places of its pictures; "" if there is none."""
    path = path_of(name)
    if not path.is_file():
        return ""
    return PICTURE.sub(lambda found: f'src="{_url(found[1])}"', to_html(path.read_text(encoding="utf-8")))


def to_html(markdown: str) -> str:
    """Markdown as HTML without a look of its own, so that it is right in every theme.

    In lines, because `qgis_process help` shows it as it is.

    Example:
        >>> to_html("One **word**.")
        '<p>One <b>word</b>.</p>'
    """
    return "\n".join(_block(block) for block in re.split(r"\n\s*\n", markdown.strip()))


def _block(block: str) -> str:
    heading = re.match(r"(#+) (.*)", block)
    if heading:  # one size smaller: QGIS shows the algorithm's name above
        level = len(heading[1]) + 1
        return f"<h{level}>{_inline(heading[2])}</h{level}>"
    if block.startswith("- "):
        items: List[str] = re.split(r"\n- ", block[2:])
        return "<ul>\n" + "".join(f"<li>{_inline(item)}</li>\n" for item in items) + "</ul>"
    return f"<p>{_inline(block)}</p>"


def _inline(text: str) -> str:
    text = html.escape(" ".join(text.split()), quote=False)
    for pattern, replacement in INLINE:
        text = pattern.sub(replacement, text)
    return text


def _url(name: str) -> str:
    return (FOLDER / name).absolute().as_uri()
