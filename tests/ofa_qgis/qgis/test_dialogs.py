"""Dialogs speak the language of the plugin to the last button: Qt's own words are English without its translations."""

import pytest
from qgis.gui import QgsColorDialog
from qgis.PyQt.QtWidgets import QDialogButtonBox

from resources.i18n.update import LANGUAGES
from tests.fakes.for_the_dock import LONG_MS

WORDS = {
    "en": {"OK", "Cancel", "Help", "Close"},
    "de": {"OK", "Abbrechen", "Hilfe", "Schließen"},
    "fr": {"OK", "Annuler", "Aide", "Fermer"},
    "es": {"Aceptar", "Cancelar", "Ayuda", "Cerrar"},
}


def words(dialog):
    """What stands on a dialog's standard buttons, and on the one that closes it."""
    roles = QDialogButtonBox.ButtonRole
    closing = (roles.AcceptRole, roles.RejectRole, roles.HelpRole)
    return {
        button.text().replace("&", "")
        for box in dialog.findChildren(QDialogButtonBox)
        for button in box.buttons()
        if box.buttonRole(button) in closing
    }


@pytest.mark.parametrize("code", ["en", *LANGUAGES])
def test_no_button_of_a_dialog_is_left_in_english(speak, open_dock, engine, qtbot, code):
    speak(code)
    dock = open_dock()
    qtbot.waitUntil(lambda: dock.scene.is_ready, timeout=LONG_MS)
    dock.show_bands()
    dock.store.add_class("x")
    dock.classes.table.ask_colour(dock.classes.table.class_item("x"))
    colour = dock.classes.table.findChild(QgsColorDialog)
    found = words(dock._bands) | words(colour)
    colour.reject()
    assert found == WORDS[code]
