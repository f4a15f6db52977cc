"""The plugin's words in the user's language; English where there is no translation."""

from typing import Optional

from qgis.PyQt.QtCore import QCoreApplication, QTranslator

from .paths import RESOURCES

CONTEXT = "OFA"
FOLDER = RESOURCES / "i18n"


def tr(text: str) -> str:
    """`text` in the user's language. Fill in values afterwards: ``tr("{n} points").format(n=3)``."""
    return QCoreApplication.translate(CONTEXT, text)


def install_translator(locale: str) -> Optional[QTranslator]:
    """Install the translation for a locale such as ``de`` or ``fr_CA``; the translator (to remove), None if none."""
    translator = QTranslator()
    if not translator.load(str(FOLDER / f"ofa_{locale[:2].lower()}.qm")):
        return None
    QCoreApplication.installTranslator(translator)
    return translator
