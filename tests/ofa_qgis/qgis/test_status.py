"""Lines of state: a mark and words, or nothing at all."""

from ofa_qgis.gui.status import StatusLabel


def test_a_line_without_words_shows_no_mark_even_where_a_fold_shows_it(qgis_app):
    line = StatusLabel()
    line.tell("ask", "label more water")
    assert "label more water" in line.text() and line.text() != "label more water"
    line.tell("ask", "")
    line.show()
    assert line.text() == ""
