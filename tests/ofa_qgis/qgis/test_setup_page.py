"""The set-up page: what it says before, while and after the engine is installed, and that it never waits."""

import json
import os
import runpy
import sys
import time
from collections import namedtuple
from pathlib import Path

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtWidgets import QAbstractButton, QApplication, QLabel, QRadioButton

from ofa_qgis import settings
from ofa_qgis.engine import task
from ofa_qgis.gui.setup import setup_page, setup_task, setup_view, setup_words
from ofa_qgis.gui.setup.setup_page import SetupPage
from ofa_qgis.gui.setup.setup_task import Findings
from ofa_qgis.install import plan
from ofa_qgis.install.environment import Interpreter
from ofa_qgis.install.pip_output import RETRYING
from ofa_qgis.install.plan import InstallState
from ofa_qgis.words import say

FAKE = runpy.run_path(str(Path(__file__).parents[2] / "fakes/tiny_engine.py"))
ENGINE = os.environ.get("OFA_ENGINE_PYTHON", "")
BASE = Interpreter(Path("/usr/bin/python3"), "3.11.2")
LONG_MS = 60_000  # no test waits so long unless it fails
Usage = namedtuple("Usage", "total used free")


@pytest.fixture(autouse=True)
def nothing_installed(qgis_app, tmp_path, monkeypatch):
    """A user who has just installed the plugin, whose home is a temporary folder."""
    for name in ("XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    monkeypatch.delenv("OFA_ENGINE_PYTHON", raising=False)
    monkeypatch.delenv("OFA_ENGINE_HOME", raising=False)
    for key in (settings.ENGINE_HOME, settings.ENGINE_PYTHON):
        settings.put(key, "")
    yield
    setup_task.cancel()
    task.stop()
    for key in (settings.ENGINE_HOME, settings.ENGINE_PYTHON):
        settings.put(key, "")


@pytest.fixture
def source(tmp_path, monkeypatch):
    """The fake engine is the one that the plugin brings."""
    folder = FAKE["write_source"](tmp_path / "source")
    for module in (setup_page, setup_task):
        monkeypatch.setattr(module, "engine_source", lambda: folder)
    return folder


@pytest.fixture
def page(qtbot):
    made = SetupPage()
    qtbot.addWidget(made)
    made.resize(420, 700)
    made.show()
    return made


def settle(page, qtbot):
    """Let the page find out what is there."""
    page.refresh()
    qtbot.waitUntil(lambda: page.findings is not None and not page.looking, timeout=LONG_MS)


def choose_offline(page, tmp_path):
    page.ui.offlineRadio.setChecked(True)
    page.ui.offlineFolder.setFilePath(str(FAKE["write_wheels"](tmp_path / "wheels")))


def words(page):
    """All text that is visible."""
    QApplication.processEvents()  # rows that were just added are shown by the next turn of the loop
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def test_the_first_page_says_what_where_and_how_big(page, qtbot, tmp_path):
    settle(page, qtbot)
    assert page.ui.homeFolder.filePath() == str(tmp_path / "XDG_DATA_HOME/ofa/engine")
    assert "QGIS's own Python stays as it is" in words(page)
    assert "1.7 GB, or 6 GB where pip picks the CUDA build" in words(page)
    assert "GB are free here" in words(page)
    assert page.ui.installButton.isVisible()
    assert page.ui.basePython.lineEdit().placeholderText().startswith("found: ")
    assert not page.ui.proven.isVisible()
    assert not page.ui.progress.isVisible()
    assert not list(tmp_path.glob("XDG*/ofa/engine"))


def test_asking_what_is_there_never_holds_the_window_up(page, qtbot, monkeypatch):
    monkeypatch.setattr(setup_task, "look", lambda: time.sleep(1) or Findings(InstallState("absent")))
    began = time.monotonic()
    page.refresh()
    page.refresh()
    assert time.monotonic() - began < 0.5
    assert page.ui.form.isVisible()
    qtbot.waitUntil(lambda: page.findings is not None, timeout=LONG_MS)


def test_an_install_from_an_offline_folder_ends_with_what_was_proven(page, qtbot, source, tmp_path):
    settle(page, qtbot)
    choose_offline(page, tmp_path)
    with qtbot.waitSignal(page.ready, timeout=LONG_MS):
        qtbot.mouseClick(page.ui.installButton, Qt.MouseButton.LeftButton)
        assert page.ui.cancelButton.isVisible()
        assert not page.ui.form.isVisible()
    qtbot.waitUntil(lambda: not page.busy, timeout=LONG_MS)
    assert setup_task.outdated() == ""
    assert page.ui.title.text() == "The engine works"
    assert "Engine 1.2.3" in page.ui.intro.text()
    assert "Device" in words(page)
    assert "as it should be" in words(page)
    assert task.python().is_file()
    assert "env-1" in str(task.python())
    with qtbot.waitSignal(page.ready, timeout=LONG_MS):
        page.ui.doneButton.click()


def test_an_engine_of_another_version_asks_for_a_repair_and_gets_it(page, qtbot, source, tmp_path):
    choose_offline(page, tmp_path)
    with qtbot.waitSignal(page.ready, timeout=LONG_MS):
        page.install()
    FAKE["write_source"](source, "1.3.0")
    assert "this plugin brings 1.3.0" in setup_task.outdated()
    qtbot.waitUntil(lambda: not page.busy, timeout=LONG_MS)
    settle(page, qtbot)
    assert page.ui.title.text() == "The engine needs a repair"
    assert page.error.said == "The engine is version 1.2.3, this plugin brings 1.3.0."
    assert not page.ui.doneButton.isVisible()
    with qtbot.waitSignal(page.ready, timeout=LONG_MS):
        page.ui.repairButton.click()
    assert "env-2" in str(task.python())
    assert [path.name for path in setup_task.home().glob("env-*")] == ["env-2"]


def test_a_failure_is_one_sentence_and_the_form_is_there_again(page, qtbot, source, tmp_path):
    choose_offline(page, tmp_path)
    next((tmp_path / "wheels").iterdir()).rename(tmp_path / "wheels/unrelated-1.0-py3-none-any.whl")
    page.install()
    qtbot.waitUntil(lambda: page.error.kind == "bad", timeout=LONG_MS)
    assert "has no wheel of tinydep==1.0" in page.error.said
    assert page.ui.form.isVisible()
    assert page.ui.logGroup.isVisible()
    page.ui.logGroup.setCollapsed(False)
    assert "ResolutionImpossible" in page.ui.logView.toPlainText()


def test_cancel_answers_within_a_second(page, qtbot, source, tmp_path):
    FAKE["write_source"](source, slow=60)
    choose_offline(page, tmp_path)
    page.install()
    qtbot.waitUntil(lambda: "Installing packages" in page.ui.stepText.text(), timeout=LONG_MS)
    began = time.monotonic()
    page.ui.cancelButton.click()
    assert page.ui.stepText.text() == "Stopping…"
    qtbot.waitUntil(lambda: "nothing was changed" in page.error.said, timeout=LONG_MS)
    assert time.monotonic() - began < 2
    assert page.ui.form.isVisible()
    assert not task.python().is_file()


def test_an_installation_outlives_its_page_and_another_page_follows_it(qtbot, source, tmp_path):
    FAKE["write_source"](source, slow=2)
    first = SetupPage()
    choose_offline(first, tmp_path)
    first.install()
    first.close()
    first.deleteLater()
    later = SetupPage()
    qtbot.addWidget(later)
    with qtbot.waitSignal(later.ready, timeout=LONG_MS):
        later.refresh()
        assert later.task is not None
    assert task.python().is_file()


def test_what_is_missing_in_the_form_is_said_at_once(page, qtbot):
    settle(page, qtbot)
    page.ui.offlineRadio.setChecked(True)
    page.install()
    assert "Choose the folder with the wheels" in page.error.said
    page.ui.existingRadio.setChecked(True)
    page.install()
    assert "Choose the Python" in page.error.said
    assert not page.ui.homeBox.isVisible()
    assert page.ui.installButton.text() == "Prove and use &it"


def test_a_python_without_the_engine_is_refused_with_the_reason(page, qtbot):
    settle(page, qtbot)
    page.ui.existingRadio.setChecked(True)
    page.ui.existingPython.setFilePath(sys.executable)
    page.install()
    qtbot.waitUntil(lambda: page.error.kind == "bad", timeout=LONG_MS)
    assert "The engine cannot be imported" in page.error.said
    assert settings.get(settings.ENGINE_PYTHON) == ""


@pytest.mark.skipif(not ENGINE, reason="needs OFA_ENGINE_PYTHON: a Python with the engine")
def test_an_existing_python_is_proven_used_and_given_up_again(page, qtbot):
    settle(page, qtbot)
    page.ui.existingRadio.setChecked(True)
    page.ui.existingPython.setFilePath(ENGINE)
    with qtbot.waitSignal(page.ready, timeout=LONG_MS):
        page.install()
    assert task.python() == Path(ENGINE)
    qtbot.waitUntil(page.ui.proven.isVisible, timeout=LONG_MS)
    assert page.ui.title.text() == "The engine works"
    assert "Device" in words(page)
    assert not page.ui.repairButton.isVisible()
    page.ui.removeButton.click()
    page.ui.removeButton.click()
    qtbot.waitUntil(page.ui.form.isVisible, timeout=LONG_MS)
    assert task.python() != Path(ENGINE)
    assert Path(ENGINE).is_file()


def test_a_full_disk_is_said_at_the_folder_and_nothing_can_be_started(page, qtbot, monkeypatch):
    settle(page, qtbot)
    monkeypatch.setattr(plan.shutil, "disk_usage", lambda folder: Usage(1, 1, 400_000_000))
    page.show_state()
    assert "Only 0.4 GB are free here" in page.ui.homeNote.text()
    assert not page.ui.installButton.isEnabled()
    page.ui.existingRadio.setChecked(True)
    assert page.ui.installButton.isEnabled()


def test_remove_asks_once_in_place(page, qtbot, tmp_path):
    home = tmp_path / "XDG_DATA_HOME/ofa/engine"
    (home / "env-1").mkdir(parents=True)
    (home / "env-1/ofa-engine-environment.txt").write_text("")
    record = {"environment": "env-1", "engine": "1", "digest": "", "python": "3.11", "base": "", "created": ""}
    (home / "installed.json").write_text(json.dumps(record))
    settle(page, qtbot)
    assert page.ui.title.text() == "The engine needs a repair"
    page.ui.removeButton.click()
    assert "Really" in page.ui.removeButton.text()
    assert home.is_dir()
    page.ui.removeButton.click()
    qtbot.waitUntil(page.ui.form.isVisible, timeout=LONG_MS)
    assert not home.exists()


def checks(device):
    return {"checks": [{"name": "device", "ok": True, "found": device, "hint": ""}]}


def test_a_card_that_lies_idle_is_told_with_the_way_out(page):
    idle = Findings(
        InstallState("works"), None, checks("cpu: no CUDA device found by torch 2.13.0+cpu"), BASE, "", "RTX 1"
    )
    assert "RTX 1 lies idle" in setup_words.advice(idle)
    assert "CUDA builds of torch" in setup_words.advice(idle)
    used = Findings(InstallState("works"), None, checks("cuda: matrix product on RTX 1 ok"), BASE, "", "RTX 1")
    none = Findings(InstallState("works"), None, checks("cpu: no CUDA device"), BASE, "", "")
    assert setup_words.advice(used) == setup_words.advice(none) == ""
    page._found(idle)
    assert "cpu: no CUDA device found" in words(page)
    assert "lies idle" in page.advice.said
    assert "RTX 1" in setup_words.card_advice(idle, "win32")
    assert setup_words.card_advice(idle, "linux") == ""


def test_a_check_that_failed_stands_with_what_to_do(page):
    failed = {"checks": [{"name": "disk", "ok": False, "found": "only 1 GiB free", "hint": say("free some space")}]}
    page._found(Findings(InstallState("works"), None, failed, BASE))
    assert "only 1 GiB free\nFree some space" in words(page)
    assert "▲" in words(page)


def test_without_a_usable_python_the_page_says_which_were_found(page):
    page._found(
        Findings(
            InstallState("absent"),
            base_problem=say(
                "the engine needs a Python {oldest} or newer: {found}", oldest="3.11", found="found only 3.9.1"
            ),
        )
    )
    assert page.error.said == "The engine needs a Python 3.11 or newer: found only 3.9.1."
    assert page.ui.form.isVisible()


def test_rows_that_were_shown_before_are_gone_at_once(page):
    page._found(Findings(InstallState("works"), None, checks("cpu: before"), BASE))
    assert "cpu: before" in words(page)
    page._found(Findings(InstallState("works"), None, checks("cpu: now"), BASE))
    page.show_state()
    assert "cpu: before" not in words(page)
    assert words(page).count("cpu: now") == 1


def test_the_diagnostics_name_all_but_the_users_home(page, qtbot, monkeypatch, tmp_path):
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    setup_task.log_file().parent.mkdir(parents=True)
    setup_task.log_file().write_text(f"$ {tmp_path}/engine/bin/python -m venv")
    page._found(Findings(InstallState("broken", f"there is no file {tmp_path}/x"), None, checks("cpu: so"), BASE))
    page.ui.copyButton.click()
    text = QGuiApplication.clipboard().text()
    for part in ("QGIS 3", "broken there is no file ~/x", "device ok: cpu: so", "~/engine/bin/python -m venv"):
        assert part in text
    assert str(tmp_path) not in text


def test_the_command_that_collects_wheels_names_the_engines_source(page):
    page.ui.collectButton.click()
    command = QGuiApplication.clipboard().text()
    assert "pip wheel" in command
    assert str(plan.engine_source()) in command
    assert "setuptools" in command


def test_qgis_s_proxy_is_given_to_pip(monkeypatch):
    from qgis.PyQt.QtNetwork import QNetworkProxy

    class Manager:
        kind = QNetworkProxy.ProxyType.HttpProxy

        def __init__(self, *proxy):
            self.proxy = QNetworkProxy(self.kind, *proxy)

        def instance(self):
            return self

        def fallbackProxy(self):
            return self.proxy

    monkeypatch.setattr(setup_task, "QgsNetworkAccessManager", Manager("proxy.example", 3128, "me", "w@rd"))
    assert setup_task.proxy_variables()["HTTPS_PROXY"] == "http://me:w%40rd@proxy.example:3128"
    monkeypatch.setattr(setup_task, "QgsNetworkAccessManager", Manager())
    assert setup_task.proxy_variables() == {}
    Manager.kind = QNetworkProxy.ProxyType.Socks5Proxy
    monkeypatch.setattr(setup_task, "QgsNetworkAccessManager", Manager("proxy.example", 1080))
    assert setup_task.proxy_variables() == {}


def test_the_step_is_told_in_words():
    assert setup_words.step_words("packages", "torch, 96 / 192 MB") == "Installing packages: torch, 96 / 192 MB"
    assert setup_words.step_words("doctor", "") == "Proving the device with a matrix product…"
    assert "does not answer" in setup_words.step_words("packages", RETRYING)


def test_every_button_is_reached_by_key_and_explains_itself(page):
    buttons = [button for button in page.findChildren(QAbstractButton) if hasattr(page.ui, button.objectName())]
    assert len(buttons) == 11
    page._found(Findings(InstallState("works"), None, checks("cpu: so"), BASE))
    without = (page.ui.changeButton, page.ui.removeButton, page.ui.offlineRadio)  # QGIS's menus have all their letters
    for button in buttons:
        arrows = isinstance(button, QRadioButton) and not button.isChecked()  # reached from the chosen one
        assert arrows or button.focusPolicy() & Qt.FocusPolicy.TabFocus
        assert "&" in button.text() or button in without
        assert button.toolTip() or button is page.ui.installButton
    for label, field in ((page.ui.homeLabel, page.ui.homeFolder), (page.ui.indexLabel, page.ui.indexAddress)):
        assert label.buddy() is field


def test_nothing_is_wider_than_the_dock(page, qtbot):
    settle(page, qtbot)
    for radio in (page.ui.privateRadio, page.ui.offlineRadio, page.ui.existingRadio):
        radio.setChecked(True)
        assert page.minimumSizeHint().width() <= 420
    assert setup_view.FORM.is_file()
