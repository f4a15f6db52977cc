"""In and out of QGIS: what the plugin adds, that it leaves nothing, and that it loads quickly."""

import gc
import os
import subprocess
import sys
from pathlib import Path

import pytest
from qgis.core import QgsApplication, QgsProject, QgsRasterLayer
from qgis.PyQt.QtWidgets import QDockWidget

import ofa_qgis
from ofa_qgis import plugin, settings
from ofa_qgis.engine import task
from tests.fakes.for_the_dock import LONG_MS, FakeEngine, Iface, write_scene

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def iface(qgis_app, qgis_new_project, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(task, "_client", None)
    monkeypatch.setattr(task, "_session", None)
    settings.put(settings.DOCK_OPEN, False)
    return Iface()


def providers():
    return [each for each in QgsApplication.processingRegistry().providers() if each.id() == "ofa"]


def docks(iface, qtbot):
    qtbot.wait(50)  # for what is deleted later
    return [each for each in iface.window.findChildren(QDockWidget) if each.objectName() == "OfaDock"]


def connections():
    """How many listeners the project and the layer tree have: the plugin must not leave its own."""
    project = QgsProject.instance()
    signals = (
        project.removeAll, project.layersAdded, project.layerWillBeRemoved, project.cleared, project.readProject,
        project.writeProject, project.projectSaved, project.layersRemoved,
    )  # fmt: skip
    return [project.receivers(signal) for signal in signals]


def test_qgis_finds_the_plugin(iface):
    assert isinstance(ofa_qgis.classFactory(iface), plugin.OfaPlugin)


def test_the_action_is_in_toolbar_and_menus_and_the_dock_is_not_made_before_it_is_shown(iface, qtbot):
    made = plugin.OfaPlugin(iface)
    made.initGui()
    places = [place for place, action in iface.actions if action is made.action]
    assert places == ["toolbar", "plugins", "raster"]
    assert {place for place, action in iface.actions if action is not made.action} == {"plugins"}  # tour and sample
    assert len(providers()) == 1 and docks(iface, qtbot) == []
    made.unload()


def test_the_toolbox_alone_needs_no_window(iface):
    made = plugin.OfaPlugin(None)
    made.initProcessing()
    assert len(providers()) == 1
    QgsApplication.processingRegistry().removeProvider(providers()[0])


def test_reloading_leaves_nothing_behind(iface, qtbot, tmp_path, monkeypatch):
    def no_more_than(before):
        pairs = zip(connections(), before, strict=True)
        return all(now <= then for now, then in pairs)  # listeners of earlier tests may go late

    gc.collect()
    before = connections()
    for _ in range(3):
        monkeypatch.setattr(task, "_client", FakeEngine(tmp_path))
        client = task._client
        made = plugin.OfaPlugin(iface)
        made.initGui()
        made.action.trigger()
        assert len(docks(iface, qtbot)) == 1
        qtbot.waitUntil(lambda client=client: client.pid is not None, timeout=LONG_MS)
        session = task.session_dir()
        made.unload()
        assert client.pid is None and not session.exists()
        assert docks(iface, qtbot) == [] and iface.actions == [] and providers() == []
        qtbot.waitUntil(lambda: no_more_than(before), timeout=LONG_MS)


def test_unloading_during_a_preview_takes_its_layer_away(iface, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(task, "_client", FakeEngine(tmp_path))
    layer = QgsRasterLayer(str(write_scene(tmp_path / "slow.tif")), "slow")
    QgsProject.instance().addMapLayer(layer)
    made = plugin.OfaPlugin(iface)
    made.initGui()
    made.show_dock()
    qtbot.waitUntil(lambda: made.dock.scene.facts is not None, timeout=LONG_MS)
    made.unload()
    qtbot.wait(200)
    assert list(QgsProject.instance().mapLayers()) == [layer.id()]


def test_the_dock_is_there_again_if_it_was_open(iface, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(task, "_client", FakeEngine(tmp_path))
    made = plugin.OfaPlugin(iface)
    made.initGui()
    made.show_dock()
    made.unload()
    monkeypatch.setattr(task, "_client", FakeEngine(tmp_path))
    again = plugin.OfaPlugin(iface)
    again.initGui()
    qtbot.waitUntil(lambda: len(docks(iface, qtbot)) == 1, timeout=LONG_MS)
    assert again.action.isChecked()
    again.dock.close()
    assert not again.action.isChecked()
    again.unload()
    third = plugin.OfaPlugin(iface)
    third.initGui()
    assert docks(iface, qtbot) == []
    third.unload()


def test_a_dead_process_s_temporary_files_are_removed(iface, qtbot, tmp_path):
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    stale = tmp_path / "cache" / "ofa" / f"{task.SESSION_PREFIX}{ended.pid}-x"
    stale.mkdir(parents=True)
    os.utime(stale, (0, 0))
    made = plugin.OfaPlugin(iface)
    made.initGui()
    qtbot.waitUntil(lambda: not stale.exists(), timeout=LONG_MS)
    made.unload()


def test_the_start_imports_no_dialog_and_no_package(tmp_path):
    """In a QGIS of its own, as what QGIS has imported by then costs nothing. How long it takes: `test_loads.py`."""
    code = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
from qgis.core import QgsApplication
from qgis.PyQt.QtWidgets import QMainWindow
import qgis.gui, qgis.utils, processing
app = QgsApplication([], True); app.initQgis()
from unittest.mock import MagicMock
iface = MagicMock(); window = QMainWindow(); iface.mainWindow.return_value = window
before = set(sys.modules)
import ofa_qgis
plugin = ofa_qgis.classFactory(iface); plugin.initGui()
print("NEW", *(set(sys.modules) - before))
plugin.unload()
"""
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=120, check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path),
             "PYTHONPATH": "/usr/share/qgis/python/plugins:/usr/share/qgis/python"},
    )  # fmt: skip
    assert "NEW " in run.stdout, run.stderr
    new = set(run.stdout.split("NEW ")[1].split())
    assert "ofa_qgis.plugin" in new
    assert not {name for name in new if name.startswith("ofa_qgis.gui.")}
    assert {name.split(".")[0] for name in new} <= {"ofa_qgis", *sys.stdlib_module_names}
