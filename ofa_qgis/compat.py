"""Names that moved between QGIS 3.22 and 4.x, found by name in one place."""

from typing import Any

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsFields,
    QgsMapLayerProxyModel,
    QgsProcessing,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
    QgsRaster,
    QgsRasterBandStats,
    QgsRasterFileWriter,
    QgsRasterRange,
    QgsVectorFileWriter,
    QgsWkbTypes,
)
from qgis.PyQt import QtGui, QtWidgets
from qgis.PyQt.QtCore import QMetaType, QVariant

FIELDS_BY_META_TYPE = 33800  # QgsField takes QMetaType's types from this version, QVariant's before


def _first(*places: Any) -> Any:
    """The value of the first ``(owner, dotted name)`` that exists in this QGIS."""
    for owner, dotted in places:
        value = owner
        for name in dotted.split("."):
            value = getattr(value, name, None)
        if value is not None:
            return value
    raise AttributeError(f"this QGIS has none of {', '.join(dotted for _, dotted in places)}")


FILE_FOLDER = _first(
    (Qgis, "ProcessingFileParameterBehavior.Folder"), (QgsProcessingParameterFile, "Behavior.Folder"),
    (QgsProcessingParameterFile, "Folder"),
)  # fmt: skip
FIELD_FROM_PROVIDER = _first((Qgis, "FieldOrigin.Provider"), (QgsFields, "OriginProvider"))
GEOMETRY_LINE = _first((Qgis, "GeometryType.Line"), (QgsWkbTypes, "LineGeometry"))
GEOMETRY_POINT = _first((Qgis, "GeometryType.Point"), (QgsWkbTypes, "PointGeometry"))
GEOMETRY_POLYGON = _first((Qgis, "GeometryType.Polygon"), (QgsWkbTypes, "PolygonGeometry"))
LAYERS_WITH_GEOMETRY = _first((Qgis, "LayerFilter.HasGeometry"), (QgsMapLayerProxyModel, "HasGeometry"))
NUMBER_DOUBLE = _first(
    (Qgis, "ProcessingNumberParameterType.Double"), (QgsProcessingParameterNumber, "Type.Double"),
    (QgsProcessingParameterNumber, "Double"),
)  # fmt: skip
NUMBER_INTEGER = _first(
    (Qgis, "ProcessingNumberParameterType.Integer"), (QgsProcessingParameterNumber, "Type.Integer"),
    (QgsProcessingParameterNumber, "Integer"),
)  # fmt: skip
PARAMETER_ADVANCED = _first(
    (Qgis, "ProcessingParameterFlag.Advanced"), (QgsProcessingParameterDefinition, "FlagAdvanced")
)
QUndoCommand = _first((QtGui, "QUndoCommand"), (QtWidgets, "QUndoCommand"))
QUndoStack = _first((QtGui, "QUndoStack"), (QtWidgets, "QUndoStack"))
RASTER_FILE_WRITTEN = _first((Qgis, "RasterFileWriterResult.Success"), (QgsRasterFileWriter, "NoError"))
RASTER_IDENTIFY_VALUE = _first((Qgis, "RasterIdentifyFormat.Value"), (QgsRaster, "IdentifyFormatValue"))
RASTER_LAYERS = _first((Qgis, "LayerFilter.RasterLayer"), (QgsMapLayerProxyModel, "RasterLayer"))
LAYERS_FOR_LABELS = LAYERS_WITH_GEOMETRY | RASTER_LAYERS
RASTER_RANGE_EXCLUSIVE = _first((Qgis, "RasterRangeBoundsType.Exclusive"), (QgsRasterRange, "Exclusive"))
RASTER_RANGE_INCLUDE_MAX = _first((Qgis, "RasterRangeBoundsType.IncludeMax"), (QgsRasterRange, "IncludeMax"))
RASTER_RANGE_INCLUDE_MIN = _first((Qgis, "RasterRangeBoundsType.IncludeMin"), (QgsRasterRange, "IncludeMin"))
RASTER_STATISTICS = _first((Qgis, "RasterBandStatistic.All"), (QgsRasterBandStats, "All"))
TYPE_RASTER = _first((Qgis, "ProcessingSourceType.Raster"), (QgsProcessing, "TypeRaster"))
TYPE_INTEGER = QMetaType.Type.Int if Qgis.versionInt() >= FIELDS_BY_META_TYPE else _first((QVariant, "Int"))
TYPE_NUMBER = QMetaType.Type.Double if Qgis.versionInt() >= FIELDS_BY_META_TYPE else _first((QVariant, "Double"))
TYPE_TEXT = QMetaType.Type.QString if Qgis.versionInt() >= FIELDS_BY_META_TYPE else _first((QVariant, "String"))
TYPE_VECTOR_POINT = _first((Qgis, "ProcessingSourceType.VectorPoint"), (QgsProcessing, "TypeVectorPoint"))
TYPE_VECTOR_POLYGON = _first((Qgis, "ProcessingSourceType.VectorPolygon"), (QgsProcessing, "TypeVectorPolygon"))
TYPE_VECTOR_ANY = _first((Qgis, "ProcessingSourceType.VectorAnyGeometry"), (QgsProcessing, "TypeVectorAnyGeometry"))
VECTOR_FILE_WRITTEN = _first((QgsVectorFileWriter, "WriterError.NoError"), (QgsVectorFileWriter, "NoError"))
WKB_ANY = _first((Qgis, "WkbType.Unknown"), (QgsWkbTypes, "Unknown"))
WKT_GDAL = _first((Qgis, "CrsWktVariant.PreferredGdal"), (QgsCoordinateReferenceSystem, "WKT_PREFERRED_GDAL"))
