"""Fixtures for tests that need QGIS's modules but no window (see ../offscreen.sh). No torch, no rasterio here."""

import os
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal, osr
from qgis.core import QgsApplication, QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QLocale, Qt

from ofa_qgis import i18n, settings
from ofa_qgis.engine import task
from ofa_qgis.gui.dock import TRAIN, OfaDock
from ofa_qgis.processing.provider import OfaProvider
from tests.fakes import for_the_dock

SHARED = Path(__file__).resolve().parents[4] / "shared" / "data"
GDAL_TYPES = {"uint8": gdal.GDT_Byte, "uint16": gdal.GDT_UInt16, "int16": gdal.GDT_Int16, "float32": gdal.GDT_Float32}

LOCALES = {"de": "de_DE", "fr": "fr_FR", "es": "es_ES", "en": "en_GB"}

gdal.UseExceptions()


@pytest.fixture(autouse=True, scope="session")
def _home(tmp_path_factory):
    """The plugin's folders for data, cache and logs are this session's own."""
    with pytest.MonkeyPatch.context() as patch:
        for purpose in ("DATA", "CACHE", "STATE"):
            patch.setenv(f"XDG_{purpose}_HOME", str(tmp_path_factory.mktemp(purpose.lower())))
        yield


@pytest.fixture(autouse=True, scope="session")
def _texts(qgis_app):
    """The plugin speaks English, by the translations that were compiled for the staged plugin (../offscreen.sh)."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(i18n, "FOLDER", Path(os.environ["QGIS_PLUGINPATH"], "ofa_qgis", "resources", "i18n"))
        translator = i18n.install_translator("en_GB")
        assert translator, "Qt's lrelease is needed (Debian: qttools5-dev-tools)"
        yield
        QgsApplication.removeTranslator(translator)


@pytest.fixture
def speak():
    """``speak("de")``: the plugin in German, numbers included."""
    installed, before = [], QLocale()

    def change(code):
        QLocale.setDefault(QLocale(LOCALES[code]))
        installed.append(i18n.install_translator(LOCALES[code]))
        assert installed[-1]

    yield change
    for translator in filter(None, installed):
        QgsApplication.removeTranslator(translator)
    QLocale.setDefault(before)
    i18n._code = i18n.ENGLISH


@pytest.fixture(autouse=True)
def _no_layers_left():
    """The next test finds no layers of this one."""
    yield
    QgsProject.instance().clear()


@pytest.fixture
def project(qgis_app, tmp_path, monkeypatch):
    """An empty project, with a data folder of its own for labels."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    QgsProject.instance().clear()
    yield QgsProject.instance()
    QgsProject.instance().clear()


@pytest.fixture
def engine_python():
    """The Python that has the engine; the test is skipped, with the reason, where there is none."""
    path = Path(os.environ.get("OFA_ENGINE_PYTHON", ""))
    if not path.is_file():
        pytest.skip("needs the engine: set OFA_ENGINE_PYTHON to the Python that has it")
    return path


@pytest.fixture(scope="module")
def _running_engine():
    """The engine that a module's tests share, once one of them has started it."""
    kept = []
    yield kept
    for client in kept:
        client.stop()


@pytest.fixture
def real_engine(engine_python, _running_engine, monkeypatch):
    """The engine itself, started by the first test of a module that needs it: that takes five processor seconds."""
    monkeypatch.setattr(task, "_client", _running_engine.pop() if _running_engine else None)
    yield
    if task._client:
        _running_engine.append(task._client)
    monkeypatch.setattr(task, "_client", None)


@pytest.fixture
def shared():
    """The folder of real scenes; the test is skipped, with the reason, where it is absent."""
    if not SHARED.is_dir():
        pytest.skip(f"needs the real scenes in {SHARED.parent.name}/{SHARED.name} beside the project")
    return SHARED


@pytest.fixture
def write_scene(tmp_path):
    """``write_scene(pixels_CHW, descriptions=[...], name="s.tif", epsg=32633, nodata=None, tags={})`` -> its path."""

    def write(pixels_CHW, descriptions=(), name="scene.tif", epsg=32633, nodata=None, tags=None):
        pixels_CHW = np.asarray(pixels_CHW)
        count, height, width = pixels_CHW.shape
        path = tmp_path / name
        kind = GDAL_TYPES[pixels_CHW.dtype.name]
        target = gdal.GetDriverByName("GTiff").Create(str(path), width, height, count, kind)
        target.SetGeoTransform((500_000, 10, 0, 5_800_000, 0, -10))
        if epsg:
            crs = osr.SpatialReference()
            crs.ImportFromEPSG(epsg)
            target.SetProjection(crs.ExportToWkt())
        for index, plane_HW in enumerate(pixels_CHW, start=1):
            target.GetRasterBand(index).WriteArray(plane_HW)
            if nodata is not None:
                target.GetRasterBand(index).SetNoDataValue(nodata)
        for index, text in enumerate(descriptions, start=1):
            target.GetRasterBand(index).SetDescription(text)
        target.SetMetadata(tags or {})
        del target
        return path

    return write


@pytest.fixture(scope="module")
def provider(qgis_app):
    """The algorithms in the toolbox."""
    made = OfaProvider()
    QgsApplication.processingRegistry().addProvider(made)
    yield made
    QgsApplication.processingRegistry().removeProvider(made)
    task.stop()
    task.remove_session()


@pytest.fixture
def engine(qgis_app, qgis_new_project, tmp_path, monkeypatch):
    """The engine of answers, in a home of its own; `trainer` is the one that trains."""
    for name in ("XDG_CACHE_HOME", "XDG_DATA_HOME", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    monkeypatch.delenv("OFA_MODELS", raising=False)
    for name in ("HOME", "trainer"):
        (tmp_path / name).mkdir()
    engine = for_the_dock.FakeEngine(tmp_path)
    engine.trainer = for_the_dock.FakeEngine(tmp_path / "trainer")
    monkeypatch.setattr(task, "_client", engine)
    monkeypatch.setattr(task, "_trainer", engine.trainer)
    monkeypatch.setattr(task, "_session", None)
    monkeypatch.setattr(task, "python", lambda: Path("/usr/bin/python3"))
    settings.put(settings.MODEL, "")
    yield engine
    task.stop()
    task.remove_session()


@pytest.fixture
def open_dock(engine, tmp_path, qtbot):
    """``open_dock(name="scene", folder=tmp_path)`` -> the dock on a scene of this name; `is_over` once torn down."""
    made = []

    def make(name="scene", folder=tmp_path):
        layer = QgsRasterLayer(str(for_the_dock.write_scene(folder / f"{name}.tif")), name)
        QgsProject.instance().addMapLayer(layer)
        iface = for_the_dock.Iface()
        iface.active = layer
        dock = OfaDock(iface)
        iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
        iface.window.resize(1000, 900)
        with qtbot.waitExposed(iface.window):
            iface.window.show()
        iface.canvas.setExtent(for_the_dock.EXTENT)
        dock.iface, dock.is_over = iface, False
        made.append(dock)
        return dock

    yield make
    for dock in made:
        if not dock.is_over:
            dock.tear_down()
        dock.deleteLater()


@pytest.fixture
def open_tab(open_dock, qtbot):
    """``open_tab(name="scene", labelled=True)`` -> the dock with the page open, ready to start."""

    def make(name="scene", labelled=True):
        dock = open_dock(name)
        dock.preview_section.live.setChecked(False)
        dock.tabs.setCurrentIndex(TRAIN)
        if labelled:
            for_the_dock.label(dock)
        qtbot.waitUntil(lambda: dock.scene.is_ready and dock.layers.models.count() > 0, timeout=for_the_dock.LONG_MS)
        return dock

    return make
