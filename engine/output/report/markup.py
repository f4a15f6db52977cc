"""Pages in HTML, piece by piece, and facts as JSON holds them. Every text is escaped, and in the reader's language.

Knows no job and no report.
"""

import html
import math
from collections.abc import Iterable, Mapping
from typing import Any

from engine.language import LANGUAGE, number, sentence, spoken
from engine.words import say

STYLE = """
body { font: 15px/1.5 system-ui, sans-serif; color: #1a1a1a; max-width: 72rem; margin: 2rem auto; padding: 0 1rem }
h1 { font-size: 1.5rem; margin-bottom: 0 } h2 { font-size: 1.1rem; margin-top: 2rem } p.quiet { color: #666 }
img { max-width: 100% } img[src='confusion.png'] { max-height: 70rem; margin-top: 1rem }
table { border-collapse: collapse } .score { font-size: 1.3rem; font-weight: 600 }
th, td { padding: .25rem .9rem .25rem 0; text-align: right; border-bottom: 1px solid #ddd }
th:first-child, td:first-child { text-align: left }
i { display: inline-block; width: 1em; height: 1em; margin-right: .5em }
li { margin: .2rem 0 } pre { background: #f5f5f5; padding: 1rem; overflow-x: auto; font-size: 13px }
"""


def as_json(value: Any) -> Any:  # noqa: ANN401 - JSON
    """`value` as JSON can hold it: numbers and arrays of numpy and torch, tuples and paths made plain, NaN as None."""
    if isinstance(value, Mapping):
        return {str(key): as_json(item) for key, item in value.items()}
    if hasattr(value, "tolist"):
        return as_json(value.tolist())
    if isinstance(value, list | tuple | set | frozenset):
        return [as_json(item) for item in value]
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return value if value is None or isinstance(value, str | int | float | bool) else str(value)


def document(title: str, sections: Iterable[str]) -> str:
    """A whole page of pieces that are HTML already."""
    head = f"<meta charset='utf-8'><title>{text(title)}</title><style>{STYLE}</style>"
    code = LANGUAGE.get().code
    return f"<!doctype html><html lang='{code}'><head>{head}</head><body>{''.join(sections)}</body></html>\n"


def swatch(name: str, colour: str) -> str:
    """A class with its colour."""
    return f"<i style='background:{text(colour)}'></i>{text(name)}"


def section(title: str, body: str) -> str:
    """A body under its title; nothing without a body."""
    return f"<h2>{text(title)}</h2>{body}" if body else ""


def bullets(texts: Iterable[str]) -> str:
    """Sentences as a list."""
    items = "".join(f"<li>{text(sentence(each))}</li>" for each in texts)
    return f"<ul>{items}</ul>" if items else ""


def table(rows: Iterable[Iterable[str]], heading: bool = True) -> str:
    """Rows of cells that are HTML already; the first is the heading."""
    lines = []
    for line, row in enumerate(rows):
        tag = "th" if heading and line == 0 else "td"
        lines.append("<tr>" + "".join(f"<{tag}>{cell}</{tag}>" for cell in row) + "</tr>")
    return f"<table>{''.join(lines)}</table>"


def text(value: Any) -> str:  # noqa: ANN401 - whatever the report holds
    """`value` for a person, escaped for HTML."""
    return html.escape(plain_text(value), quote=True)


def plain_text(value: Any) -> str:  # noqa: ANN401 - whatever the report holds
    """`value` for a person: None as "–", numbers with few digits, lists joined."""
    if value is None:
        return "–"
    if isinstance(value, bool):
        return spoken(say("yes") if value else say("no"))
    if isinstance(value, float):
        return number(value, ",.2f")
    if isinstance(value, list):
        return ", ".join(map(plain_text, value))
    if isinstance(value, dict):
        return ", ".join(f"{key} {plain_text(item)}" for key, item in value.items())
    return spoken(value) if isinstance(value, str) else number(value)
