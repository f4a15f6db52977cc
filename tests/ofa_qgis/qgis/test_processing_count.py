"""ofa:count: outlined objects of any layer become boxes with a score, a density and numbers; and what is refused."""

import json

import numpy as np
import pytest
from qgis.core import QgsFeature, QgsGeometry, QgsProject, QgsRectangle, QgsVectorLayer

from tests.fakes.for_the_toolbox import LEFT, PIXEL_M, SAID, SIDE, TOP, pixels, refused, run

pytestmark = pytest.mark.usefixtures("provider")
STEP, SQUARE = 14, 6


@pytest.fixture
def scene(engine_python, write_scene):
    """Bright squares on a dark ground."""
    values = np.random.default_rng(0).integers(300, 500, (4, SIDE, SIDE))
    for row in range(4, SIDE - SQUARE, STEP):
        for column in range(4, SIDE - SQUARE, STEP):
            values[:, row : row + SQUARE, column : column + SQUARE] += 2000
    return str(write_scene(values.astype(np.uint16), ("B02", "B03", "B04", "B08"), "squares.tif", epsg=32632))


def rectangle(row, column, height, width):
    """A part of the scene on the ground."""
    x, y = LEFT + column * PIXEL_M, TOP - row * PIXEL_M
    return QgsGeometry.fromRect(QgsRectangle(x, y - height * PIXEL_M, x + width * PIXEL_M, y))


def layer_of(*geometries, kind="Polygon"):
    """A memory layer of the open project."""
    layer = QgsVectorLayer(f"{kind}?crs=EPSG:32632", "drawn", "memory")
    features = []
    for geometry in geometries:
        features.append(QgsFeature())
        features[-1].setGeometry(geometry)
    layer.dataProvider().addFeatures(features)
    QgsProject.instance().addMapLayer(layer)
    return layer


def squares():
    """Around those of the upper two rows."""
    return [rectangle(row, column, SQUARE, SQUARE) for row in (4, 18) for column in range(4, SIDE - SQUARE, STEP)]


def test_outlined_objects_become_boxes_a_density_and_numbers(scene, tmp_path):
    given = {"INPUT": scene, "EXAMPLES": layer_of(*squares()), "AREA": layer_of(rectangle(0, 0, 30, SIDE)), **SAID}
    written = {"OUTPUT": str(tmp_path / "o.gpkg"), "DENSITY": str(tmp_path / "d.tif")}
    results, done, log = run("count", {**given, **written})
    assert done, log.errors
    found = QgsVectorLayer(results["OUTPUT"], "objects", "ogr")
    assert found.featureCount() == results["FOUND"] and abs(results["FOUND"] - 20) <= 6
    assert "score" in found.fields().names() and results["LOW"] < results["ESTIMATE"] < results["HIGH"]
    assert 0.5 < results["F1"] <= 1 and pixels(results["DENSITY"]).max() > 0
    recipe = json.loads(results["RECIPE"])
    assert recipe["kind"] == "count" and recipe["min_score"] is None and recipe["area"].endswith(".gpkg")
    assert any("Estimate" in text for text in log.told)


def test_points_need_a_size_and_a_score_is_taken(scene, tmp_path):
    points = layer_of(*(each.centroid() for each in squares()), kind="Point")
    given = {"INPUT": scene, "EXAMPLES": points, **SAID, "OUTPUT": str(tmp_path / "o.gpkg"), "SHAPE": "points"}
    _, done, log = run("count", given)
    assert not done and "found points" in log.errors[-1] and "--" not in log.errors[-1]
    results, done, log = run("count", {**given, "SIZE": SQUARE * PIXEL_M, "MIN_SCORE": 0.4})
    assert done, log.errors
    recipe = json.loads(results["RECIPE"])
    assert recipe["min_score"] == 0.4 and recipe["size"] == 60 and recipe["shape"] == "points"
    assert QgsVectorLayer(results["OUTPUT"], "o", "ogr").geometryType() == points.geometryType()
    assert any("area" in text for text in log.warned), "without an area the box around the points is it"


def test_a_density_in_place_of_the_scene_is_refused(scene, tmp_path):
    given = {"INPUT": scene, "EXAMPLES": layer_of(*squares()), **SAID, "OUTPUT": str(tmp_path / "o.gpkg")}
    assert "is an input" in refused("count", {**given, "DENSITY": scene})
