"""How the set-up page looks in each of its states. Shows and asks nobody: see `setup_page`."""

from pathlib import Path
from typing import Any, Dict, List, Optional

from qgis.gui import QgsFileWidget
from qgis.PyQt import uic
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QFont, QFontDatabase
from qgis.PyQt.QtWidgets import QLabel, QWidget

from ... import settings
from ...engine.engine_words import phrase, plain
from ...i18n import tr
from ...install.environment import engine_home
from ...install.plan import CPU_BYTES, CUDA_BYTES, GB, LEAST_BYTES, free_bytes
from ..widgets.status import StatusLabel
from . import setup_task
from .setup_task import Findings, InstallTask
from .setup_words import about, advice, card_advice, check_name

FORM = Path(__file__).with_name("setup_page.ui")
TITLE_SCALE = 1.25
NOTE_SCALE = 0.92  # what explains a field is smaller than the field


class SetupView(QWidget):
    """The widgets; `show_state` after each change of what the fields below say."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.ui: Any = uic.loadUi(str(FORM), self)
        self.findings: Optional[Findings] = None
        self.task: Optional[InstallTask] = None  # the installation that is shown
        self.busy = ""  # what is waited for, in words
        self.looking = False  # whether it is being found out what is there
        self._checks: List[Dict[str, Any]] = []  # those that are shown
        self.error, self.advice = StatusLabel(), StatusLabel()
        self._dress()

    def home(self) -> Path:
        """The folder that the form names."""
        return as_path(self.ui.homeFolder.filePath()) or engine_home()

    def tell(self, kind: str, text: str) -> None:
        """Say one sentence on top of the page, with the mark of a `status` kind."""
        self.error.tell(kind or "plain", text)

    def _dress(self) -> None:
        ui = self.ui
        ui.errorColumn.addWidget(self.error)
        ui.adviceColumn.addWidget(self.advice)
        self.error.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        title = _scaled(self.font(), TITLE_SCALE)
        title.setBold(True)
        ui.title.setFont(title)
        for note in (ui.homeNote, ui.offlineNote, ui.existingNote, ui.timeText):
            note.setFont(_smaller(self.font()))
        ui.logView.setFont(_smaller(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)))
        for widget, mode, title_text in (
            (ui.homeFolder, QgsFileWidget.StorageMode.GetDirectory, tr("Folder for the engine")),
            (ui.offlineFolder, QgsFileWidget.StorageMode.GetDirectory, tr("Folder with the wheels")),
            (ui.existingPython, QgsFileWidget.StorageMode.GetFile, tr("Python with the engine")),
            (ui.basePython, QgsFileWidget.StorageMode.GetFile, tr("Base Python")),
        ):
            widget.setStorageMode(mode)
            widget.setDialogTitle(title_text)
        ui.homeFolder.setFilePath(str(setup_task.home()))
        ui.offlineNote.setText(
            tr("It must hold wheels of the engine's packages and of setuptools, for this system and Python.")
        )

    def show_state(self, *_changed: Any) -> None:
        """Show what belongs to the state, hide the rest."""
        ui, found = self.ui, self.findings
        there = bool(found and (found.works or found.existing or found.state.kind != "absent"))
        busy = bool(self.task or self.busy)
        ui.changeButton.setArrowType(Qt.ArrowType.DownArrow if ui.changeButton.isChecked() else Qt.ArrowType.RightArrow)
        ui.proven.setVisible(there and not busy)
        ui.form.setVisible(not busy and (not there or ui.changeButton.isChecked()))
        ui.progress.setVisible(busy)
        ui.cancelButton.setVisible(bool(self.task))
        ui.logGroup.setVisible(setup_task.log_file().is_file())
        ui.offlineBox.setVisible(ui.offlineRadio.isChecked())
        ui.existingBox.setVisible(ui.existingRadio.isChecked())
        ui.homeBox.setVisible(not ui.existingRadio.isChecked())
        ui.moreGroup.setVisible(not ui.existingRadio.isChecked())
        ui.indexAddress.setEnabled(not ui.offlineRadio.isChecked())
        ui.installButton.setText(tr("Prove and use &it") if ui.existingRadio.isChecked() else tr("&Install"))
        ui.installButton.setDefault(not there)
        self._show_space()
        self._show_found()
        self._show_title(there)

    def _show_title(self, there: bool) -> None:
        found = self.findings
        if self.task:
            title, intro = tr("Installing the engine"), tr("QGIS stays usable, and this page may be closed.")
        elif found is None or not there:
            title = tr("Set up the engine")
            intro = tr(
                "OFA computes in a program of its own. It needs a Python environment beside QGIS; "
                "QGIS's own Python stays as it is."
            )
        else:
            title = tr("The engine works") if found.works else tr("The engine needs a repair")
            intro = about(found)
        self.ui.title.setText(title)
        self.ui.intro.setText(intro)

    def _show_space(self) -> None:
        free = free_bytes(self.home())
        sizes = {"free": free / GB, "cpu": CPU_BYTES / GB, "cuda": CUDA_BYTES / GB}
        text = tr(
            "Takes about {cpu:.1f} GB, or {cuda:.0f} GB where pip picks the CUDA build of torch. {free:,.0f} GB are "
            "free here.",
            **sizes,
        )
        if free < LEAST_BYTES:
            text = tr(
                "Only {free:.1f} GB are free here; about {cpu:.1f} GB are needed, {cuda:.0f} GB with the CUDA build of "
                "torch.",
                **sizes,
            )
        card = card_advice(self.findings) if self.findings and not self.ui.indexAddress.text() else ""
        self.ui.homeNote.setText(text + (f"\n{card}" if card else ""))
        self.ui.installButton.setEnabled(self.ui.existingRadio.isChecked() or free >= LEAST_BYTES)

    def _show_found(self) -> None:
        ui, found = self.ui, self.findings
        if found is None:
            return
        self._show_checks(found.doctor.get("checks", []))
        self.advice.tell("ask", advice(found))
        ui.doneButton.setVisible(found.works)
        ui.repairButton.setVisible(found.existing is None)
        ui.repairButton.setDefault(not found.works)
        forgets = bool(found.existing)
        ui.removeButton.setText(tr("Stop &using it") if forgets else tr("Remove"))
        ui.removeButton.setVisible(not forgets or bool(settings.get(settings.ENGINE_PYTHON)))
        ui.removeButton.setToolTip(
            tr("Nothing is deleted") if forgets else tr("Delete the engine's environment; layers and results stay")
        )
        base = tr("found: {python}", python=found.base.python) if found.base else phrase(found.base_problem)
        ui.basePython.lineEdit().setPlaceholderText(base)

    def _show_checks(self, checks: List[Dict[str, Any]]) -> None:
        """The device first: it is what a user waits to hear of."""
        if checks == self._checks:
            return
        self._checks = checks
        for place in reversed(range(self.ui.checks.count())):
            old = self.ui.checks.takeAt(place).widget()
            old.hide()
            old.deleteLater()
        for row, check in enumerate(sorted(checks, key=lambda check: check["name"] != "device")):
            self._add_check(row, check)
        self.ui.checks.setColumnStretch(1, 1)

    def _add_check(self, row: int, check: Dict[str, Any]) -> None:
        name, text = (
            StatusLabel(),
            QLabel(phrase(check["found"]) + (f"\n{plain(check['hint'])}" if not check["ok"] else "")),
        )
        name.tell("ok" if check["ok"] else "ask", check_name(check["name"]), plain(check["hint"]))
        name.setWordWrap(False)
        name.setSizePolicy(self.ui.copyButton.sizePolicy())
        text.setWordWrap(True)
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setFont(_smaller(self.font()))
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.ui.checks.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
        self.ui.checks.addWidget(text, row, 1)


def as_path(text: str) -> Optional[Path]:
    """The path that a field names; None when it is empty."""
    return Path(text.strip()).expanduser() if text.strip() else None


def _smaller(font: QFont) -> QFont:
    return _scaled(font, NOTE_SCALE)


def _scaled(font: QFont, factor: float) -> QFont:
    scaled = QFont(font)
    if font.pointSizeF() > 0:  # else its size is in pixels, by a style sheet
        scaled.setPointSizeF(font.pointSizeF() * factor)
    return scaled
