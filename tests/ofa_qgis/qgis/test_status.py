"""Lines of state: a mark and words, or nothing at all."""

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QTextDocument

from ofa_qgis.gui.widgets.status import StatusLabel


def test_a_line_without_words_shows_no_mark_even_where_a_fold_shows_it(qgis_app):
    line = StatusLabel()
    line.tell("ask", "label more water")
    assert "label more water" in line.text() and line.text() != "label more water"
    line.tell("ask", "")
    line.show()
    assert line.text() == ""


def test_marks_of_html_are_shown_as_they_are_in_every_kind_of_line(qgis_app):
    for kind in ("plain", "ask"):
        line = StatusLabel()
        line.tell(kind, "class 'a & b' <i>")
        document = QTextDocument()
        document.setHtml(line.text())
        assert line.textFormat() == Qt.TextFormat.RichText
        assert document.toPlainText().endswith("class 'a & b' <i>")


def test_several_warnings_stand_on_lines_of_their_own(qgis_app):
    line = StatusLabel()
    line.tell_all("ask", ["Label more water.", "Label more forest."])
    document = QTextDocument()
    document.setHtml(line.text())
    assert document.toPlainText().splitlines() == ["▲ Label more water.", "▲ Label more forest."]
