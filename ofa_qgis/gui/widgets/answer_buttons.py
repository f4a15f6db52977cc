"""Buttons that answer a question with one click. Knows nothing of what is asked."""

from typing import Any, Optional, Sequence, Tuple

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QBoxLayout, QPushButton, QWidget


class AnswerButtons(QWidget):
    """One button for each answer; hidden while there is none.

    Args:
        name: the beginning of the buttons' object names; the answer follows.
        is_column: one below the other, for long answers.
        parent: Qt's owner.
    """

    chosen = pyqtSignal(object)  # the answer's value

    def __init__(self, name: str, is_column: bool = False, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.buttons: "list[QPushButton]" = []
        self._name, self._offered = name, ()  # type: Tuple[str, Tuple[Any, ...]]
        way = QBoxLayout.Direction.TopToBottom if is_column else QBoxLayout.Direction.LeftToRight
        self._row = QBoxLayout(way, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self.setVisible(False)

    def offer(self, answers: Sequence[Tuple[str, Any, str]]) -> None:
        """Offer these answers: text, value, tooltip."""
        self.setVisible(bool(answers))
        if tuple(answers) == self._offered:
            return
        self._offered = tuple(answers)
        for button in self.buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = [self._button(*answer) for answer in answers]

    def _button(self, text: str, value: Any, tip: str) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(f"{self._name}_{value}")
        button.setToolTip(tip)
        button.setAutoDefault(False)  # the key Enter ends the typing in a table, and presses nothing
        button.clicked.connect(lambda: self.chosen.emit(value))
        self._row.addWidget(button)
        return button
