"""`make qgis`: the first call makes the demo project through the plugin, later calls open it again."""

import json
import runpy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import driving
import numpy as np
import pytest
from osgeo import gdal, osr
from qgis.core import QgsProject

SCRIPT = Path(__file__).resolve().parents[3] / "resources" / "demo" / "project.py"
LABELS = [("water", 500_105.0, 5_799_895.0), ("forest", 500_305.0, 5_799_795.0), ("water", 500_155.0, 5_799_895.0)]


def write_scene(path: Path) -> None:
    names = ("B02", "B03", "B04", "B05", "B06", "B07", "B08", "B8A", "B11", "B12")
    target = gdal.GetDriverByName("GTiff").Create(str(path), 50, 40, len(names), gdal.GDT_UInt16)
    target.SetGeoTransform((500_000, 10, 0, 5_800_000, 0, -10))
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(32633)
    target.SetProjection(crs.ExportToWkt())
    for index, name in enumerate(names, start=1):
        target.GetRasterBand(index).SetDescription(name)
        target.GetRasterBand(index).WriteArray(np.arange(2000, dtype=np.uint16).reshape(40, 50) + index)


def test_the_demo_has_its_scene_its_labels_and_its_answers_also_when_opened_again(
    plugin: Any, wait_until: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OFA_DEMO", str(tmp_path))
    write_scene(tmp_path / "scene.tif")
    demo = {"name": "Demo", "scene": str(tmp_path / "scene.tif"), "units": "dn", "labels": LABELS}
    (tmp_path / "demo.json").write_text(json.dumps(demo))
    for again in (False, True):
        runpy.run_path(str(SCRIPT))
        wait_until(lambda: plugin.dock and plugin.dock.store.counts() == {"water": (2, 0), "forest": (1, 0)})
        wait_until(lambda: Path(QgsProject.instance().fileName()) == tmp_path / "demo.qgz")
        driving.spin(1.0)  # whatever comes late
        if again:
            assert not QgsProject.instance().isDirty()
        (scene,) = QgsProject.instance().mapLayersByName("Demo")
        assert scene.styleManager().styles() == ["natural colour", "vegetation in red"]
        assert [scene.renderer().redBand(), scene.renderer().greenBand(), scene.renderer().blueBand()] == [3, 2, 1]
        assert scene.customProperty("ofa/units") == "dn"
        QgsProject.instance().write()
        QgsProject.instance().clear()
