"""A satellite product and further sources of its place, in a real window with the real engine: open, mask, map."""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import driving
import numpy as np
import pytest
from osgeo import gdal
from qgis.core import QgsProject, QgsRasterLayer, QgsVectorLayer

gdal.UseExceptions()
OPENS_S, RUN_S = 90, 240.0
PICTURES = Path(__file__).parents[3] / "build" / "pictures"
CLASSES = ("water", "forest", "crops", "built-up", "bare")
"""In the order of the truth's values, from 1."""
NAMES = ("sentinel2_l2a_zip", "sentinel2_l2a", "sentinel1_rtc", "dem_glo30")


@pytest.fixture(scope="session")
def products(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Small products with known truth, in the layouts in which people download them."""
    build = Path(__file__).resolve().parents[4] / "shared" / "products" / "build.py"
    python = Path(__file__).resolve().parents[3] / ".venv" / "bin" / "python"
    if not build.is_file() or not python.is_file():
        pytest.skip("needs ../shared/products beside the project, and .venv")
    out = tmp_path_factory.mktemp("products")
    subprocess.run([str(python), str(build), str(out), *NAMES], check=True, capture_output=True)
    return out


@pytest.fixture
def dock(plugin: Any, engine_python: Path) -> Iterator[Any]:
    plugin.show_dock()
    dock = plugin.dock
    dock.preview_section.live.setChecked(False)
    yield dock
    dock.whole.cancel()
    dock._close_bands()
    plugin.show_dock(False)


def ready(dock: Any, further: int = 0) -> None:
    driving.wait_until(
        lambda: len(dock.scene.further) == further and dock.scene.is_ready, OPENS_S, f"a scene and {further} sources"
    )


def label(dock: Any, labels: Path) -> None:
    layer = QgsVectorLayer(str(labels), "labels")
    for name in CLASSES:
        dock.store.add_class(name)
    for feature in layer.getFeatures():
        dock.store.set_current(feature["class"])
        assert dock.store.add_point(feature.geometry().asPoint(), layer.crs())


def test_a_product_with_radar_and_heights_is_mapped_from_the_dock(dock: Any, products: Path) -> None:
    (safe,) = (products / "sentinel2_l2a").glob("*.SAFE")
    dock.layers.open_scenes([str(safe)])
    ready(dock)
    layer = dock.scene.layer
    assert layer.bandCount() == 12 and dock.scene.spec().path == str(safe)
    assert dock.layers.status.said == "Sentinel-2 MSI · dn+1000"
    assert {"clouds", "shadow"} <= set(dock.layers.mask.masked()) and "clouds" in dock.layers.mask.told.said

    dock.layers.opening.open([str(products / "sentinel1_rtc")], layer)
    ready(dock, 1)
    (heights,) = (products / "dem_glo30").glob("*.tif")
    QgsProject.instance().addMapLayer(QgsRasterLayer(str(heights), "heights"))
    assert [each.name() for each in dock.layers.further.offers()] == ["heights"]
    dock.layers.further.use(dock.layers.further.offers()[0])
    ready(dock, 2)
    assert [each["sensor"] for each in dock.scene.place["sources"]] == ["sentinel-2", "sentinel-1", "elevation"]

    label(dock, products / "labels.gpkg")
    driving.click(dock.layers.bands)
    table = driving.wait_until(lambda: dock._bands, 10, "the table")
    rows = table.table.model()
    assert rows.rowCount() == 3 + 12 + 2 + 1 and len(rows.headings()) == 3
    driving.screenshot(PICTURES / "place.png")
    driving.press("Escape")

    driving.click(dock.whole.button)
    driving.wait_until(lambda: dock.whole.task, 10, "the run to start")
    driving.wait_until(lambda: dock.whole.task is None, RUN_S, "the map")
    (made,) = safe.parent.glob("*_map.tif")
    mapped = gdal.Open(str(made)).ReadAsArray()
    truth = gdal.Open(str(products / "truth" / "sentinel2_l2a.tif")).ReadAsArray()
    seen = (mapped > 0) & (truth > 0)
    values = {each.name: each.value for each in dock.store.mapped()}
    expected = np.select([truth == number for number in range(1, 6)], [values[name] for name in CLASSES])
    assert (mapped == expected)[seen].mean() > 0.95
    assert (mapped == 0).mean() > 0.02, "clouds and what was not measured are nodata"
    recipe = json.loads(made.with_name(made.stem + "_recipe.json").read_text(encoding="utf-8"))
    assert [Path(each["path"]).name for each in recipe["scene"]["beside"]] == ["sentinel1_rtc", heights.name]


def test_a_zip_keeps_its_mask_and_its_sources_in_the_project(dock: Any, products: Path, tmp_path: Path) -> None:
    (safe,) = (products / "sentinel2_l2a_zip").glob("*.zip")
    dock.layers.open_scenes([str(safe)])
    ready(dock)
    dock.layers.mask.mask(["clouds"])
    dock.layers.opening.open([str(products / "sentinel1_rtc")], dock.scene.layer)
    ready(dock, 1)
    before = dock.scene.spec()
    assert before.mask == "clouds" and before.path == str(safe)
    project = QgsProject.instance()
    assert project.write(str(tmp_path / "place.qgz"))
    project.clear()
    driving.wait_until(lambda: dock.scene.layer is None, 10, "the project to close")
    assert project.read(str(tmp_path / "place.qgz"))
    chosen = next(each for each in project.mapLayers().values() if each.bandCount() == 12)
    dock.layers.combo.setLayer(chosen)
    ready(dock, 1)
    assert dock.scene.spec() == before


def test_a_single_band_of_a_product_means_the_whole_product(dock: Any, products: Path) -> None:
    (band,) = (products / "sentinel2_l2a").rglob("*_B04_10m.jp2")
    layer = QgsRasterLayer(str(band), "red")
    QgsProject.instance().addMapLayer(layer)
    dock.layers.combo.setLayer(layer)
    ready(dock)
    assert layer.bandCount() == 1 and len(dock.scene.facts["bands"]) == 12
    assert dock.layers.mask.isVisible() and not dock.layers.show_as.isVisible()


def test_what_cannot_be_used_says_why_and_what_helps(dock: Any, products: Path) -> None:
    (safe,) = (products / "sentinel2_l2a").glob("*.SAFE")
    dock.layers.open_scenes([str(safe)])
    ready(dock)
    (band,) = safe.rglob("*_B04_10m.jp2")
    twin = QgsRasterLayer(str(band), "the same product")
    QgsProject.instance().addMapLayer(twin)
    dock.layers.further.use(twin)
    line = dock.layers.further.told
    driving.wait_until(lambda: line.kind == "bad", OPENS_S, "what is wrong")
    assert "is given twice" in line.said and "give each source once" in line.said.lower()
    driving.screenshot(PICTURES / "twice.png")
    driving.click(dock.layers.further.rows[0].drop)
    ready(dock)
