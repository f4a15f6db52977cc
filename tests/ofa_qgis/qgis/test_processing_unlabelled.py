"""ofa:similar, ofa:cluster and ofa:change: points from any layer, styled results, and what is refused."""

import json
from pathlib import Path

import numpy as np
import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsVectorLayer,
)

from tests.fakes.for_the_toolbox import BANDS, LEFT, PIXEL_M, SAID, SIDE, TOP, drawn, pixels, refused, run, striped

pytestmark = pytest.mark.usefixtures("provider")
UTM = "EPSG:32632"


@pytest.fixture
def scene(engine_python, write_scene):
    """Three stripes: water, forest, soil."""
    return str(striped(write_scene))


def points(*columns, crs=UTM):
    """A layer with a point in each of some columns of the scene, in any CRS."""
    layer = QgsVectorLayer(f"Point?crs={crs}", "points", "memory")
    there = QgsCoordinateTransform(QgsCoordinateReferenceSystem(UTM), layer.crs(), QgsProject.instance())
    made = []
    for column in columns:
        place = QgsPointXY(LEFT + (column + 0.5) * PIXEL_M, TOP - (SIDE // 2 + 0.5) * PIXEL_M)
        made.append(QgsFeature())
        made[-1].setGeometry(QgsGeometry.fromPointXY(there.transform(place)))
    layer.dataProvider().addFeatures(made)
    return layer


@pytest.mark.parametrize("crs", [UTM, "EPSG:4326"])
def test_one_point_in_any_crs_finds_its_stripe(scene, tmp_path, crs):
    given = {"INPUT": scene, "EXAMPLES": points(10, crs=crs), **SAID}
    written = {"OUTPUT": str(tmp_path / "s.tif"), "HITS": str(tmp_path / "h.gpkg")}
    results, done, log = run("similar", {**given, **written})
    assert done, log.errors
    values = pixels(results["OUTPUT"])
    assert np.median(values[:, :18]) > 0.7 > 0.4 > np.median(values[:, 24:])
    hits = QgsVectorLayer(results["HITS"], "hits", "ogr")
    assert hits.featureCount() == results["FOUND"] > 0
    assert "score" in hits.fields().names()
    assert json.loads(results["RECIPE"])["kind"] == "similar"
    assert any(text.startswith("Hits: ") for text in log.told)
    again, done, log = run("hits", {"INPUT": results["OUTPUT"], "OUTPUT": str(tmp_path / "again.gpkg")})
    assert done and again["FOUND"] == results["FOUND"] and json.loads(again["RECIPE"])["kind"] == "hits", log.errors
    _, done, log = run("hits", {"INPUT": scene, "OUTPUT": str(tmp_path / "no.gpkg")})
    assert not done and "one band of fractions" in "\n".join(log.errors)


def test_counter_examples_and_hits_as_points_reach_the_engine(scene, tmp_path):
    given = {"INPUT": scene, "EXAMPLES": points(30, 34), "COUNTER_EXAMPLES": points(55), **SAID, "HITS_AS": "points"}
    results, done, log = run("similar", {**given, "OUTPUT": str(tmp_path / "s.tif"), "HITS": str(tmp_path / "h.gpkg")})
    assert done, log.errors
    recipe = json.loads(results["RECIPE"])
    assert len(recipe["at"]) == 2 and len(recipe["unlike"]) == 1 and recipe["hits_as"] == "points"
    assert QgsVectorLayer(results["HITS"], "hits", "ogr").geometryType() == drawn().geometryType()


def test_what_cannot_be_found_is_refused_in_one_line(scene, tmp_path):
    given = {"INPUT": scene, "EXAMPLES": points(10), **SAID, "OUTPUT": str(tmp_path / "s.tif")}
    assert "at least one point" in refused("similar", {**given, "EXAMPLES": points()})
    assert "is the input" in refused("similar", {**given, "OUTPUT": scene})
    bare = points(10)
    bare.setCrs(QgsCoordinateReferenceSystem())
    assert "have no CRS" in refused("similar", {**given, "EXAMPLES": bare})
    _, done, log = run("similar", {**given, "EXAMPLES": points(900)})
    assert not done and "outside the scene" in "\n".join(log.errors) and "\n" not in log.errors[-1]


def test_a_scene_falls_into_clusters_with_names_and_polygons(scene, tmp_path):
    given = {"INPUT": scene, "CLASSES": 3, **SAID}
    written = {name: str(tmp_path / f"{at}.gpkg") for name, at in (("POLYGONS", "c"), ("POINTS", "p"))}
    results, done, log = run("cluster", {**given, **written, "OUTPUT": str(tmp_path / "c.tif")})
    assert done, log.errors
    assert QgsVectorLayer(f"{results['POINTS']}|layername=labels", "p", "ogr").featureCount() == 60
    assert "GeoPackage" in refused(
        "cluster", {**given, "OUTPUT": str(tmp_path / "d.tif"), "POINTS": str(tmp_path / "p.shp")}
    )
    found = pixels(results["OUTPUT"])
    assert len({int(np.bincount(found[:, at].ravel()).argmax()) for at in (10, 32, 54)}) == 3
    names = {feature["class"] for feature in QgsVectorLayer(results["POLYGONS"], "c", "ogr").getFeatures()}
    assert names == {"cluster 1", "cluster 2", "cluster 3"}
    assert (tmp_path / "c.qml").is_file() and json.loads(results["RECIPE"])["clusters"] == 3
    assert sum(text.startswith("cluster ") for text in log.told) == 3
    assert "is the input" in refused("cluster", {**given, "OUTPUT": scene})


def test_what_has_changed_between_two_layers_is_mapped_and_outlined(scene, write_scene, tmp_path):
    values = pixels(scene) * 0.9
    values += np.random.default_rng(0).normal(0, 10, values.shape)
    values[:, 10:30, 3:15] = values[:, 10:30, 48:60]
    later = str(write_scene(values.clip(1).astype(np.uint16), BANDS, "later.tif", epsg=32632))
    given = {"INPUT": scene, "AFTER": later, **SAID, "MIN_AREA": "50px"}
    written = {"OUTPUT": str(tmp_path / "c.tif"), "CHANGES": str(tmp_path / "c.gpkg")}
    results, done, log = run("change", {**given, **written})
    assert done, log.errors
    assert np.median(pixels(results["OUTPUT"])[12:28, 7:15]) > 2
    assert 0 < results["SHARE"] < 0.4 and QgsVectorLayer(results["CHANGES"], "c", "ogr").featureCount() >= 1
    recipe = json.loads(results["RECIPE"])
    assert recipe["kind"] == "change" and recipe["min_area"] == "50px" and len(recipe["scene"]["beside"]) == 1
    assert "is the input" in refused("change", {**given, "OUTPUT": later})


def test_labels_make_change_a_map_of_pairs_of_classes(scene, write_scene, tmp_path):
    values = pixels(scene) * 0.9
    values[:, 10:50, 12:20] = values[:, 10:50, 48:56]  # where no label lies
    later = str(write_scene(values.clip(1).astype(np.uint16), BANDS, "later.tif", epsg=32632))
    labels = drawn()
    QgsProject.instance().addMapLayer(labels)
    given = {"INPUT": scene, "AFTER": later, **SAID, "LABELS": labels, "FIELD": "class"}
    written = {"OUTPUT": str(tmp_path / "c.tif"), "TABLE": str(tmp_path / "t.csv")}
    results, done, log = run("change", {**given, **written})
    assert done, log.errors
    lines = Path(results["TABLE"]).read_text("utf-8").splitlines()
    assert lines[0].startswith("before,after") and any(line.startswith("water,soil") for line in lines)
    assert any(text.startswith("water -> soil") for text in log.told) and 0 < results["SHARE"] < 0.4
    dates = [text.partition(": ") for text in log.told if " date: " in text]
    assert [date for date, _, score in dates if "checked" in score] == ["Earlier date", "Later date"], log.told
    recipe = json.loads(results["RECIPE"])
    assert recipe["field"] == "class" and recipe["labels"].endswith(".gpkg") and not recipe["unchanged"]
    _, done, log = run("change", {"INPUT": scene, "AFTER": later, **SAID, **written})
    assert not done and "labels" in log.errors[-1] and "--" not in log.errors[-1]
