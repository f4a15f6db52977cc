"""The plugin's words and numbers in the user's language; English where there is no translation."""

from typing import Any, Mapping, Optional

from qgis.PyQt.QtCore import QCoreApplication, QLocale, QTranslator

from .paths import RESOURCES
from .words import Language, Said

CONTEXT = "OFA"
FOLDER = RESOURCES / "i18n"
ENGLISH = "en"

_code = ENGLISH  # of the translation that is installed


def tr(text: str, /, **values: Any) -> str:
    """`text` in the user's language, filled in: ``tr("{count:,} points", count=3000)``.

    Where Qt takes a value of any kind (the data of an item, a setting), give it ``str(tr(…))``: in a `QVariant` a
    subclass of `str` is no text, and nothing is painted.
    """
    words = language()
    return Said(words.translate(text), values, words)


def number(value: float, spec: str = "") -> str:
    """A number in a format of Python's, as the user's locale writes it."""
    return language().number(value, spec)


def language(controls: Optional[Mapping[str, str]] = None) -> Language:
    """The user's language; `controls` is what translations may name beside the values."""
    marks = QLocale()
    return Language(_code, _translated, str(marks.decimalPoint()), str(marks.groupSeparator()), controls or {})


def _translated(text: str) -> str:
    return QCoreApplication.translate(CONTEXT, text)


def install_translator(locale: str) -> Optional[QTranslator]:
    """Install the translation for a locale such as ``de`` or ``fr_CA``; the translator (to remove), None if none.

    English has one as well: it names controls of QGIS where the engine names options of a terminal.
    """
    global _code
    for code in (locale[:2].lower(), ENGLISH):
        translator = QTranslator()
        if translator.load(str(FOLDER / f"ofa_{code}.qm")):
            QCoreApplication.installTranslator(translator)
            _code = code
            return translator
    return None
