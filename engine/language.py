"""Who reads what this process writes: pages and pictures are in their language.

English, unless `engine serve` was given a file of words. The plugin writes that file: an object with ``code``, the
marks ``decimal`` and ``group`` of numbers, ``controls`` and ``texts`` (template -> template in the language).
"""

import json
from contextvars import ContextVar
from pathlib import Path

from engine.words import ENGLISH, Language

LANGUAGE: ContextVar[Language] = ContextVar("language", default=ENGLISH)


def load(path: Path) -> Language:
    """The language in a file of words.

    Raises:
        OSError, ValueError, KeyError: it cannot be read, or lacks something.
    """
    body = json.loads(path.read_text(encoding="utf-8"))
    texts: dict[str, str] = body["texts"]
    marks = {name: body[name] for name in ("decimal", "group", "controls")}
    return Language(body["code"], lambda template: texts.get(template, template), **marks)


def spoken(text: str) -> str:
    """`text` in the reader's language; what is not `Said` stays as it is."""
    return LANGUAGE.get().text(text)


def sentence(text: str) -> str:
    """`text` as a sentence in the reader's language."""
    return LANGUAGE.get().sentence(text)


def number(value: float, spec: str = "") -> str:
    """A number in a format of Python's, as the reader writes it."""
    return LANGUAGE.get().number(value, spec)
