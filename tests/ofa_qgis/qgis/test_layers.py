"""Layers of every kind mean for the engine what the user sees in their properties, or are refused with a way out."""

import sys
import zipfile

import pytest
from osgeo import gdal, osr
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsFeedback,
    QgsProject,
    QgsRasterLayer,
    QgsRasterRange,
    QgsRectangle,
)

from ofa_qgis.layers.raster_layers import (
    ExportTask,
    LayerError,
    choices,
    export,
    export_size,
    extent_for,
    is_picture,
    map_of,
    remember,
    scene_of,
)
from ofa_qgis.protocol import SceneSpec

UTM = "EPSG:32632"
gdal.UseExceptions()


def write_raster(path, bands=2, nodata=None, epsg=32632, size=(40, 30), grid=(500000, 10, 0, 5000000, 0, -10)):
    """A GeoTIFF whose pixel (row, column) of band b is 1000 b + 10 row + column."""
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), *size, bands, gdal.GDT_UInt16)
    dataset.SetGeoTransform(grid)
    if epsg:
        crs = osr.SpatialReference()
        crs.ImportFromEPSG(epsg)
        dataset.SetProjection(crs.ExportToWkt())
    for band in range(1, bands + 1):
        rows = b"".join(
            (1000 * band + 10 * row + column).to_bytes(2, sys.byteorder)
            for row in range(size[1])
            for column in range(size[0])
        )
        dataset.GetRasterBand(band).WriteRaster(0, 0, *size, rows, *size, gdal.GDT_UInt16)
        if nodata is not None:
            dataset.GetRasterBand(band).SetNoDataValue(nodata)
    del dataset
    return str(path)


def pixels(path, band=1):
    """All values of a band, row by row."""
    dataset = gdal.Open(str(path))
    raw = dataset.GetRasterBand(band).ReadRaster(buf_type=gdal.GDT_UInt16)
    return [int.from_bytes(raw[i : i + 2], sys.byteorder) for i in range(0, len(raw), 2)]


@pytest.fixture
def layer(qgis_app, tmp_path):
    return QgsRasterLayer(write_raster(tmp_path / "scène 1.tif"), "scène")


def refused(layer):
    with pytest.raises(LayerError) as caught:
        scene_of(layer)
    assert caught.value.hint
    return caught.value


def test_a_file_is_passed_by_its_path_and_changes_nothing(layer, tmp_path):
    assert scene_of(layer) == SceneSpec(str(tmp_path / "scène 1.tif"))


def test_a_path_of_200_characters_is_passed_whole(qgis_app, tmp_path):
    deep = tmp_path / ("ä b" * 30) / ("ñ" * 60)
    deep.mkdir(parents=True)
    path = write_raster(deep / "scene.tif")
    assert len(path) > 200
    assert scene_of(QgsRasterLayer(path, "deep")).path == path


def test_a_relative_path_becomes_absolute(layer, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert scene_of(QgsRasterLayer("scène 1.tif", "relative")).path == str(tmp_path / "scène 1.tif")


def test_a_vrt_with_relative_names_is_passed_by_its_path(layer, tmp_path):
    path = str(tmp_path / "mosaic.vrt")
    gdal.BuildVRT(path, [str(tmp_path / "scène 1.tif")])
    assert scene_of(QgsRasterLayer(path, "vrt")).path == path


def test_a_table_of_a_geopackage_is_passed_by_gdals_name(layer, tmp_path):
    path = tmp_path / "rasters.gpkg"
    source = str(tmp_path / "scène 1.tif")
    gdal.Translate(str(path), source, format="GPKG", bandList=[1], outputType=gdal.GDT_Byte)
    again = ["RASTER_TABLE=zweite", "APPEND_SUBDATASET=YES"]
    gdal.Translate(str(path), source, format="GPKG", bandList=[1], outputType=gdal.GDT_Byte, creationOptions=again)
    name = f"GPKG:{path}:zweite"
    assert scene_of(QgsRasterLayer(name, "table")).path == name


def test_a_file_inside_a_zip_is_passed_by_gdals_name(layer, tmp_path):
    with zipfile.ZipFile(tmp_path / "packed.zip", "w") as packed:
        packed.write(tmp_path / "scène 1.tif", "a.tif")
    name = f"/vsizip/{tmp_path}/packed.zip/a.tif"
    assert scene_of(QgsRasterLayer(name, "zipped")).path == name


def test_the_way_qgis_writes_options_does_not_reach_gdal(layer, tmp_path):
    path = str(tmp_path / "scène 1.tif")
    assert scene_of(QgsRasterLayer(path + "|option:NUM_THREADS=2", "options")).path == path


def test_options_that_change_pixels_need_an_export(layer, tmp_path):
    found = refused(QgsRasterLayer(str(tmp_path / "scène 1.tif") + "|option:GEOREF_SOURCES=INTERNAL", "options"))
    assert found.exportable and "GEOREF_SOURCES=INTERNAL" in found.error


def test_a_layer_behind_the_raster_calculator_needs_an_export(layer, tmp_path):
    uri = (
        f"?crs={UTM}&extent=500000,4999700,500400,5000000&width=40&height=30&formula=%22a@1%22%20*%202"
        f"&a:uri={tmp_path}/scène 1.tif&a:provider=gdal"
    )
    virtual = QgsRasterLayer(uri, "twice", "virtualraster")
    assert virtual.isValid()
    assert refused(virtual).exportable


def test_a_map_service_needs_an_export_and_is_said_to_hold_colours(qgis_app):
    service = QgsRasterLayer("type=xyz&url=file:///nowhere/%7Bz%7D/%7Bx%7D/%7By%7D.png&zmax=3&zmin=0", "osm", "wms")
    found = refused(service)
    assert found.exportable and "colours" in found.hint and is_picture(service)


def test_a_raster_in_qgis_own_memory_needs_an_export(layer, tmp_path):
    gdal.Translate("/vsimem/a.tif", str(tmp_path / "scène 1.tif"))
    assert refused(QgsRasterLayer("/vsimem/a.tif", "memory")).exportable


def test_a_broken_layer_and_none_are_refused_without_an_export(qgis_app):
    assert not refused(QgsRasterLayer("/nowhere/a.tif", "gone")).exportable
    assert not refused(None).exportable


def test_a_file_that_vanished_after_loading_is_named(layer, tmp_path):
    (tmp_path / "scène 1.tif").unlink()
    assert "scène 1.tif" in refused(layer).error


def test_the_users_nodata_ranges_travel_beside_the_files(qgis_app, tmp_path):
    layer = QgsRasterLayer(write_raster(tmp_path / "a.tif", nodata=0), "a")
    for band in (1, 2):
        layer.dataProvider().setUserNoDataValue(band, [QgsRasterRange(12, 12), QgsRasterRange(5, 9)])
    source = scene_of(layer)
    assert source.nodata == ((5, 9), (12, 12)) and source.file_nodata


def test_an_open_range_ends_beside_its_border(layer):
    for band in (1, 2):
        layer.dataProvider().setUserNoDataValue(band, [QgsRasterRange(5, 9, QgsRasterRange.BoundsType.Exclusive)])
    ((low, high),) = scene_of(layer).nodata
    assert 5 < low < 5.001 and 8.999 < high < 9


def test_the_files_own_nodata_can_be_switched_off(qgis_app, tmp_path):
    layer = QgsRasterLayer(write_raster(tmp_path / "a.tif", nodata=0), "a")
    for band in (1, 2):
        layer.dataProvider().setUseSourceNoDataValue(band, False)
    assert scene_of(layer).file_nodata is False


def test_bands_with_different_nodata_settings_are_refused_in_so_many_words(layer):
    layer.dataProvider().setUserNoDataValue(2, [QgsRasterRange(7, 7)])
    found = refused(layer)
    assert found.exportable and "different nodata" in found.error


def test_a_crs_that_the_user_assigned_goes_before_the_files(layer):
    layer.setCrs(QgsCoordinateReferenceSystem("EPSG:32633"))
    assert scene_of(layer).crs == "EPSG:32633"


def test_a_crs_without_an_epsg_number_travels_as_wkt(layer):
    layer.setCrs(QgsCoordinateReferenceSystem.fromProj("+proj=laea +lat_0=10 +lon_0=20 +datum=WGS84"))
    crs = osr.SpatialReference()
    assert crs.ImportFromWkt(scene_of(layer).crs) == 0


def test_a_file_without_crs_takes_the_layers(qgis_app, tmp_path):
    layer = QgsRasterLayer(write_raster(tmp_path / "bare.tif", epsg=None), "bare")
    layer.setCrs(QgsCoordinateReferenceSystem(UTM))
    assert scene_of(layer).crs == UTM


def test_an_extent_on_the_canvas_comes_back_in_the_layers_crs_and_inside_it(layer):
    world = QgsRectangle(8, 44, 10, 46)
    assert extent_for(world, QgsCoordinateReferenceSystem("EPSG:4326"), layer) == (500000, 4999700, 500400, 5000000)
    part = QgsRectangle(500100, 4999800, 500200, 5009900)
    assert extent_for(part, layer.crs(), layer) == (500100, 4999800, 500200, 5000000)


@pytest.mark.parametrize("elsewhere", [QgsRectangle(100, 10, 101, 11), QgsRectangle(-1e9, -1e9, 1e9, 1e9)])
def test_an_extent_elsewhere_is_an_error_of_one_line(layer, elsewhere):
    with pytest.raises(LayerError, match=r"outside|no place") as caught:
        extent_for(elsewhere, QgsCoordinateReferenceSystem("EPSG:4326"), layer)
    assert caught.value.hint


def test_choices_are_kept_with_the_layer_in_the_project(layer, tmp_path, qgis_new_project):
    assert not any(choices(layer).values())
    project = QgsProject.instance()
    project.addMapLayer(layer)
    project.setDirty(False)
    remember(layer, "sentinel-2", {"1": "B02", "2": "unused"}, "dn")
    assert project.isDirty()
    project.write(str(tmp_path / "p.qgz"))
    project.clear()
    project.read(str(tmp_path / "p.qgz"))
    (again,) = project.mapLayers().values()
    kept = {"sensor": "sentinel-2", "bands": {"1": "B02", "2": "unused"}, "units": "dn"}
    assert {name: answer for name, answer in choices(again).items() if answer} == kept
    remember(again, None, {}, None)
    assert not any(choices(again).values())


def test_an_export_holds_the_very_values_of_the_extent(layer, tmp_path):
    part = QgsRectangle(500052, 4999805, 500098, 4999948)  # touches columns 5..9, rows 5..19
    out = tmp_path / "päth with space.tif"
    assert export_size(layer, part, layer.crs()) == (5, 15)
    export(layer, part, layer.crs(), str(out))
    assert pixels(out, 2) == [2000 + 10 * row + column for row in range(5, 20) for column in range(5, 10)]
    assert gdal.Open(str(out)).GetGeoTransform() == (500050, 10, 0, 4999950, 0, -10)


@pytest.mark.parametrize("own", [None, 65535])
def test_an_export_keeps_the_users_nodata_as_the_files_nodata(qgis_app, tmp_path, own):
    layer = QgsRasterLayer(write_raster(tmp_path / "a.tif", nodata=own), "a")
    layer.dataProvider().setUserNoDataValue(1, [QgsRasterRange(1002, 1005)])
    out = tmp_path / "part.tif"
    export(layer, layer.extent(), layer.crs(), str(out))
    written = gdal.Open(str(out))
    nodata = written.GetRasterBand(1).GetNoDataValue()
    assert nodata == (own or 1002)
    assert pixels(out, 1)[:8] == [1000, 1001, *[nodata] * 4, 1006, 1007]
    assert pixels(out, 2)[:8] == [2000 + column for column in range(8)]


def test_an_export_overwrites_nothing(layer, tmp_path):
    out = tmp_path / "mine.tif"
    out.write_text("mine")
    with pytest.raises(LayerError, match="exists"):
        export(layer, layer.extent(), layer.crs(), str(out))
    assert out.read_text() == "mine"


def test_an_export_to_nowhere_says_so(layer, tmp_path):
    with pytest.raises(LayerError, match="failed") as caught:
        export(layer, layer.extent(), layer.crs(), str(tmp_path / "no" / "such" / "folder.tif"))
    assert caught.value.hint


def test_an_export_of_a_calculated_layer_can_be_classified_as_a_file(layer, tmp_path):
    uri = (
        f"?crs={UTM}&extent=500000,4999700,500400,5000000&width=40&height=30&formula=%22a@1%22%20*%202"
        f"&a:uri={tmp_path}/scène 1.tif&a:provider=gdal"
    )
    virtual = QgsRasterLayer(uri, "twice", "virtualraster")
    out = str(tmp_path / "twice.tif")
    export(virtual, virtual.extent(), virtual.crs(), out)
    assert scene_of(QgsRasterLayer(out, "exported")).path == out
    assert pixels(out)[:3] == [2000, 2002, 2004]


def test_an_export_of_map_tiles_holds_red_green_blue_and_alpha(qgis_app, tmp_path):
    tile = gdal.GetDriverByName("MEM").Create("", 256, 256, 3)
    for band, value in ((1, 10), (2, 20), (3, 30)):
        tile.GetRasterBand(band).Fill(value)
    (tmp_path / "0" / "0").mkdir(parents=True)
    gdal.GetDriverByName("PNG").CreateCopy(str(tmp_path / "0" / "0" / "0.png"), tile)
    url = f"file://{tmp_path}/%7Bz%7D/%7Bx%7D/%7By%7D.png"
    service = QgsRasterLayer(f"type=xyz&url={url}&zmax=0&zmin=0", "tiles", "wms")
    out = tmp_path / "tiles.tif"
    export(service, service.extent(), service.crs(), str(out), resolution=service.extent().width() / 64)
    written = gdal.Open(str(out))
    assert (written.RasterXSize, written.RasterYSize, written.RasterCount) == (64, 64, 4)
    assert [pixels(out, band)[64 * 32] for band in (1, 2, 3, 4)] == [10, 20, 30, 255]


def run_task(task, qtbot, cancel=False):
    """What the task said at its end."""
    told = []
    task.succeeded.connect(told.append)
    task.failed.connect(told.append)
    if cancel:
        task.hold()
    QgsApplication.taskManager().addTask(task)
    if cancel:
        task.cancel()
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    return told


def test_the_export_task_writes_in_the_background_and_says_where(layer, tmp_path, qtbot):
    out = str(tmp_path / "out.tif")
    assert run_task(ExportTask(layer, layer.extent(), layer.crs(), out), qtbot) == [out]
    assert pixels(out)[:3] == [1000, 1001, 1002]


def test_a_cancelled_export_task_leaves_nothing(layer, tmp_path, qtbot):
    out = tmp_path / "out.tif"
    (told,) = run_task(ExportTask(layer, layer.extent(), layer.crs(), str(out)), qtbot, cancel=True)
    assert "cancelled" in told and not out.exists()


def test_a_cancel_during_an_export_leaves_nothing(layer, tmp_path):
    feedback, out = QgsFeedback(), tmp_path / "out.tif"
    feedback.cancel()
    with pytest.raises(LayerError, match="cancelled"):
        export(layer, layer.extent(), layer.crs(), str(out), feedback)
    assert not out.exists()


def test_a_layer_removed_during_an_export_does_no_harm(layer, tmp_path, qtbot, qgis_new_project):
    QgsProject.instance().addMapLayer(layer)
    out = str(tmp_path / "out.tif")
    task = ExportTask(layer, layer.extent(), layer.crs(), out)
    QgsProject.instance().removeMapLayer(layer.id())
    assert run_task(task, qtbot) == [out]


def test_a_map_whose_nodata_or_crs_only_qgis_knows_is_refused_because_its_file_is_read(qgis_app, tmp_path):
    path = write_raster(tmp_path / "map.tif", bands=1, nodata=7)
    assert map_of(QgsRasterLayer(path)) == path
    same, more, less, moved = (QgsRasterLayer(path, "map") for _ in range(4))
    same.dataProvider().setUserNoDataValue(1, [QgsRasterRange(7, 7)])
    assert map_of(same) == path, "the file says so, too"
    more.dataProvider().setUserNoDataValue(1, [QgsRasterRange(0, 0)])
    less.dataProvider().setUseSourceNoDataValue(1, False)
    moved.setCrs(QgsCoordinateReferenceSystem("EPSG:32633"))
    for layer in (more, less, moved):
        with pytest.raises(LayerError, match="of map are set in QGIS only") as caught:
            map_of(layer)
        assert caught.value.exportable


@pytest.mark.parametrize(
    "name", ["vrt://{path}?bands=1", "GTIFF_DIR:1:{path}", "DERIVED_SUBDATASET:LOGAMPLITUDE:{path}"]
)
def test_names_that_only_gdal_knows_reach_the_engine_as_they_are(qgis_app, tmp_path, name):
    """As those of the parts of a Sentinel-2 product, where a path follows the colon, too."""
    source = name.format(path=write_raster(tmp_path / "scene.tif"))
    layer = QgsRasterLayer(source, "part", "gdal")
    assert layer.isValid() and scene_of(layer).path == source
