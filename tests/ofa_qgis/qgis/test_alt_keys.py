"""Alt keys of the dock in each language: no two of a page are the same, and none is that of a menu of QGIS."""

from collections import Counter

import pytest
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt, QTranslator
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import QAbstractButton, QLabel

from ofa_qgis.gui.setup.setup_page import SetupPage
from resources.i18n.update import LANGUAGES

MENUS = (
    "Pro&ject", "&Edit", "&View", "&Layer", "&Settings", "&Plugins", "Vect&or", "&Raster", "&Database", "&Web", "&Mesh",
    "Pro&cessing", "&Help",
)  # fmt: skip
CONTEXTS = ("MainWindow", "QgisApp", "ProcessingPlugin", "DBManagerPlugin", "@default")
FEW = 10  # menus whose translation is found


def letters(texts):
    keys = (QKeySequence.mnemonic(text).toString(QKeySequence.SequenceFormat.PortableText) for text in texts)
    return [key for key in keys if key]


def menus(code):
    """The Alt keys of QGIS's menu bar."""
    if code == "en":
        return set(letters(MENUS))
    translator = QTranslator()
    if not translator.load(f"{QgsApplication.i18nPath()}/qgis_{code}.qm"):
        pytest.skip(f"needs QGIS's translation into {code}")
    found = [[text for context in CONTEXTS if (text := translator.translate(context, menu))] for menu in MENUS]
    assert sum(map(bool, found)) >= FEW, "QGIS's menus have other names"
    return set(letters(texts[0] for texts in found if texts))


def texts_of(part):
    texts = [each.text() for kind in (QAbstractButton, QLabel) for each in part.findChildren(kind)]
    return [text for text in texts if not Qt.mightBeRichText(text)]


@pytest.mark.parametrize("code", ["en", *LANGUAGES])
def test_alt_keys_of_the_dock_are_nobody_elses(speak, open_dock, code):
    taken = menus(code)
    speak(code)
    dock = open_dock()
    for page in range(dock.tabs.count()):
        keys = letters(texts_of(dock.tabs.widget(page)))
        assert len(keys) > 2
        assert not taken & set(keys)
        assert not [key for key, count in Counter(keys).items() if count > 1]


@pytest.mark.parametrize("code", ["en", *LANGUAGES])
def test_alt_keys_of_the_set_up_page_are_not_those_of_menus(speak, qtbot, code):
    taken = menus(code)
    speak(code)
    page = SetupPage()
    qtbot.addWidget(page)
    keys = letters(texts_of(page))
    assert len(keys) > 5 and not taken & set(keys)
