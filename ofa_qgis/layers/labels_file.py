"""Label layers of any kind as one file that the engine reads: all features as QGIS shows them, with their class.

Features come with uncommitted edits, the layer's filter and its CRS as the user set it. Knows nothing of what is
done with the file. Main thread only.
"""

import hashlib
import math
import re
import sqlite3
import tempfile
from contextlib import closing, suppress
from pathlib import Path
from typing import Any, Dict, Iterable, Iterator, List, Mapping, Optional, Sequence, Tuple, Union

from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeature,
    QgsFeatureSource,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsProject,
    QgsProviderRegistry,
    QgsRasterLayer,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDate, QDateTime, Qt, QTime

from ..compat import FIELD_FROM_PROVIDER, TYPE_INTEGER, TYPE_NUMBER, TYPE_TEXT, VECTOR_FILE_WRITTEN, WKB_ANY
from ..i18n import tr
from .legend import CLASS, ClassRow, LabelClass, Legend
from .raster_export import LayerError
from .raster_layers import map_of, raster_classes

FIELD = CLASS
LAYER = "labels"
ROW_ID = "fid"  # what a GeoPackage calls its own field
VALUE = "value"  # the field of a label's value on the map
LOCKED_S = 0.5  # how long another program's writing is waited for
CREATE = """CREATE TABLE IF NOT EXISTS classes (
    fid INTEGER PRIMARY KEY, name TEXT, value INTEGER, colour TEXT, "group" TEXT, group_value INTEGER, group_colour TEXT
)"""
"""The table of the legend in a GeoPackage: a `legend.ClassRow` for each class, in order. The engine reads it."""
SELECT = 'SELECT name, value, colour, "group", group_value, group_colour FROM classes ORDER BY fid'
REGISTER = """INSERT OR IGNORE INTO gpkg_contents (table_name, data_type, identifier)
    VALUES ('classes', 'attributes', 'classes')"""
SQL = re.compile(r"sqlite3_exec\(.*\) failed: ", re.DOTALL)  # in an error of OGR: kilobytes where a file is made
DIGITS = 16  # of a sha256: enough for the labels of one user


def snapshot(
    layers: Sequence[QgsFeatureSource],
    field: Union[str, Sequence[str]],
    path: Path,
    called: str = FIELD,
    legend: Optional[Legend] = None,
) -> int:
    """Write all labels into one file with the layer `LAYER` and the class as text; how many have a class.

    Layers in other CRSs are brought to the first one's. Features without a class or a geometry are left out.
    With a `legend`, labels have their value beside their class, and a GeoPackage has the legend, which also names
    the classes without labels: see `write_legend`.

    Args:
        layers: vector layers, or Processing's sources (selected features only).
        field: what holds the class, as text or number, in each of them; or one name for each layer.
        path: GPKG, GeoJSON, … by its ending; what stands there is replaced.
        called: what the field is called in the file.
        legend: of the classes.

    Raises:
        LayerError: a layer has no such field or cannot be brought to the first one's CRS, or the file cannot be
            written.
    """
    fields = [field] * len(layers) if isinstance(field, str) else field
    for place, layer in enumerate(layers):
        _require_field(layer, fields[place])
    crs = layers[0].sourceCrs() if layers else QgsCoordinateReferenceSystem()
    values = {each.name: each.value for each in legend.classes} if legend else None
    labels = (each for place, layer in enumerate(layers) for each in _labelled(layer, fields[place], crs, values))
    count = _write(path, crs, _fields(called, values), labels)
    if legend and Path(path).suffix.lower() == ".gpkg":
        write_legend(Path(path), legend)
    return count


def number_field(field: str) -> str:
    """What `numbers` calls a field."""
    return VALUE if field.lower() == ROW_ID else field


def numbers(layer: QgsFeatureSource, field: str, path: Path) -> str:
    """As `snapshot` of one layer whose field holds numbers, which stay numbers; what the field is called in the file.

    Raises:
        LayerError: the layer has no such field, it holds something else, or the file cannot be written.
    """
    _require_field(layer, field)
    called = number_field(field)
    fields = QgsFields()
    fields.append(QgsField(called, TYPE_NUMBER))
    labels = _labelled(layer, field, layer.sourceCrs(), None)
    _write(path, layer.sourceCrs(), fields, (_numbered(label, field) for label in labels))
    return called


def texts(layer: QgsFeatureSource, fields: Mapping[str, str], path: Path) -> None:
    """Write what has a geometry into one file with the layer `LAYER`, in the layer's own CRS.

    Args:
        layer: a vector layer, or a source of Processing.
        fields: what is kept of its fields, as text: the name in the file -> the name in the layer; it may be none.
        path: as in `snapshot`.

    Raises:
        LayerError: the layer has no such field, or the file cannot be written.
    """
    for field in fields.values():
        _require_field(layer, field)
    kept = QgsFields()
    for called in fields:
        kept.append(QgsField(called, TYPE_TEXT))
    rows = (
        _feature(geometry, [class_text(found[field]) or None for field in fields.values()])
        for found, geometry in _placed(layer, layer.sourceCrs())
    )
    _write(path, layer.sourceCrs(), kept, rows)


def write_legend(path: Path, legend: Legend) -> None:
    """Keep a legend in the table `classes` of a GeoPackage, which others may have open.

    Raises:
        LayerError: the file cannot be written.
    """
    rows = legend.rows()
    try:
        with closing(sqlite3.connect(str(path), timeout=LOCKED_S)) as file, file:
            file.execute(CREATE)
            if file.execute(SELECT).fetchall() != rows:
                file.execute("DELETE FROM classes")
                file.executemany("INSERT INTO classes VALUES (NULL, ?, ?, ?, ?, ?, ?)", rows)
                file.execute(REGISTER)
    except sqlite3.Error as error:
        raise _unwritable(path, str(error)) from error


def read_legend(path: Path) -> Legend:
    """The legend that a GeoPackage keeps; an empty one if it keeps none that can be read."""
    if Path(path).suffix.lower() != ".gpkg" or not Path(path).is_file():
        return Legend()
    try:
        with closing(sqlite3.connect(Path(path).absolute().as_uri() + "?mode=ro", uri=True, timeout=LOCKED_S)) as file:
            return _legend([ClassRow(*row) for row in file.execute(SELECT)])
    except (sqlite3.Error, ValueError, TypeError):  # somebody else's table
        return Legend()


def _legend(rows: Sequence[ClassRow]) -> Legend:
    """The legend that was kept as rows; raises ValueError or TypeError where they are none."""
    groups = {
        row.group: LabelClass(row.group, str(row.group_colour).upper(), int(str(row.group_value)), True)
        for row in rows
        if row.group
    }
    classes = [
        LabelClass(str(row.name), str(row.colour).upper(), int(str(row.value)), True, row.group or "") for row in rows
    ]
    legend = Legend(tuple(classes), tuple(groups.values())).settled()
    if len({each.value for each in legend}) < len(list(legend)):
        raise ValueError("a value is used twice")
    return legend


def legend_of(layer: Optional[QgsVectorLayer], field: str) -> Legend:
    """The legend that the file of a layer keeps for the classes of a field; an empty one if it keeps none."""
    if layer is None or layer.providerType() != "ogr" or field != FIELD:
        return Legend()
    return read_legend(Path(QgsProviderRegistry.instance().decodeUri("ogr", layer.source()).get("path") or ""))


def keep(
    layers: Sequence[QgsFeatureSource], field: Union[str, Sequence[str]], folder: Path, called: str = FIELD
) -> Path:
    """Write all labels, with their class in the field `called`, into `folder` under a name that says their content.

    The same labels are the same file, so a training run that is asked for again is the same request until a label
    changes. GeoJSON, because its bytes depend on the labels only.

    Raises:
        LayerError: as `snapshot`.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=str(folder)) as spare:
            written = Path(spare) / f"{LAYER}.geojson"
            snapshot(layers, field, written, called)
            digest = hashlib.sha256(written.read_bytes()).hexdigest()
            return written.replace(folder / f"labels-{digest[:DIGITS]}.geojson")
    except OSError as error:
        raise _unwritable(folder, error.strerror or str(error)) from error


def of_raster(layer: QgsRasterLayer, task: str) -> Dict[str, Any]:
    """A raster of labels as a training request names it; classes with the names and colours of its palette.

    Raises:
        LayerError: only QGIS can read it.
    """
    classes = raster_classes(layer) if task == "segmentation" else {}
    return {
        "labels": map_of(layer),
        "classes": {value: name for value, (name, _) in classes.items()},
        "colours": dict(classes.values()),
    }


def plain_file(layer: Optional[QgsVectorLayer], *fields: str) -> Optional[Tuple[str, Optional[str]]]:
    """Path and layer name if the engine can read this very file and its `fields` instead of a copy, None otherwise.

    It cannot if QGIS shows what the file does not have: edits, a filter, an assigned CRS, joined or calculated fields.
    """
    if layer is None or layer.providerType() != "ogr" or not layer.isValid():
        return None
    if layer.isModified() or layer.subsetString() or layer.crs() != layer.dataProvider().crs():
        return None
    if not all(_is_in_file(layer.fields(), field) for field in fields):
        return None
    parts = {key: part for key, part in QgsProviderRegistry.instance().decodeUri("ogr", layer.source()).items() if part}
    path, name = parts.pop("path", ""), parts.pop("layerName", None)
    if parts or not path or not Path(path).is_file() or (not name and len(layer.dataProvider().subLayers()) > 1):
        return None
    return str(Path(path).absolute()), name


def _is_in_file(fields: QgsFields, name: str) -> bool:
    index = fields.lookupField(name)
    return index >= 0 and fields.fieldOrigin(index) == FIELD_FROM_PROVIDER and fields[index].name() == name


def class_text(value: Any) -> str:
    """A field's value as the class the engine names it; "" for no class."""
    if isinstance(value, (list, tuple)):
        return class_text(value[0]) if len(value) == 1 else ""
    if value is None or value == NULL or (isinstance(value, float) and math.isnan(value)):
        return ""
    if isinstance(value, (QDate, QDateTime, QTime)):
        return str(value.toString(Qt.DateFormat.ISODate))
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def colours_of_layer(layer: Optional[QgsVectorLayer], field: str) -> Dict[str, str]:
    """The colours that a layer's own categories give to the values of a field; empty where it has none."""
    renderer = layer.renderer() if layer is not None else None
    if renderer is None or renderer.type() != "categorizedSymbol" or renderer.classAttribute().strip('"') != field:
        return {}
    colours = {}
    for category in renderer.categories():
        values = category.value() if isinstance(category.value(), (list, tuple)) else [category.value()]
        for value in values:
            if class_text(value) and category.symbol():
                colours[class_text(value)] = category.symbol().color().name()
    return colours


def _require_field(layer: QgsFeatureSource, field: str) -> None:
    names = layer.fields().names()
    if field in names:
        return
    told = tr("the labels {name} have no field {field}", name=layer.sourceName(), field=field)
    if names:
        raise LayerError(told, tr("choose one of: {fields}", fields=", ".join(names)))
    raise LayerError(told, tr("add a field that holds the class"))


def _fields(called: str, values: Optional[Mapping[str, int]]) -> QgsFields:
    fields = QgsFields()
    fields.append(QgsField(called, TYPE_TEXT))
    if values is not None:
        fields.append(QgsField(VALUE, TYPE_INTEGER))
    return fields


def _writer(path: Path, crs: QgsCoordinateReferenceSystem, fields: QgsFields) -> QgsVectorFileWriter:
    """An empty file with one layer, open for features of all kinds of geometry."""
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = QgsVectorFileWriter.driverForExtension(path.suffix)
    options.layerName = LAYER
    options.fileEncoding = "UTF-8"
    context = QgsProject.instance().transformContext()
    writer = QgsVectorFileWriter.create(str(path), fields, WKB_ANY, crs, context, options)
    if writer.hasError() != VECTOR_FILE_WRITTEN:
        raise _unwritable(path, reason_of(writer.errorMessage()))
    return writer


def _write(path: Path, crs: QgsCoordinateReferenceSystem, fields: QgsFields, features: Iterable[QgsFeature]) -> int:
    """Write a file of features; how many they are. What cannot be written as a whole is removed."""
    path = Path(path)
    try:
        count = _fill(path, crs, fields, features)
        written = QgsVectorLayer(str(path), LAYER, "ogr")
        if not written.isValid() or written.featureCount() != count:  # a full disk shows when the file is closed
            raise _unwritable(path, tr("not all of it was written"))
    except LayerError:
        with suppress(OSError):  # the folder is gone
            path.unlink()
        raise
    return count


def _fill(path: Path, crs: QgsCoordinateReferenceSystem, fields: QgsFields, features: Iterable[QgsFeature]) -> int:
    writer = _writer(path, crs, fields)
    count = 0
    try:
        for feature in features:
            if not writer.addFeature(feature):
                raise _unwritable(path, reason_of(writer.errorMessage()))
            count += 1
    finally:
        del writer  # flushes and closes the file
    return count


def reason_of(text: str) -> str:
    """Why QGIS could not write a file, without the SQL that it was at."""
    return SQL.sub("", text).strip(" .")


def _numbered(label: QgsFeature, field: str) -> QgsFeature:
    """A label whose class is a number."""
    text = label.attributes()[0]
    try:
        label.setAttributes([float(text)])
    except ValueError as error:
        told = tr("the field {field} holds other things than numbers: {found}", field=field, found=text)
        raise LayerError(told, tr("choose a field of numbers")) from error
    return label


def _unwritable(path: Path, reason: str) -> LayerError:
    told = tr("the labels cannot be written to {path} ({reason})", path=path, reason=reason)
    return LayerError(told, tr("choose a folder that you can write to, with space left"))


def _labelled(
    layer: QgsFeatureSource, field: str, crs: QgsCoordinateReferenceSystem, values: Optional[Mapping[str, int]]
) -> Iterator[QgsFeature]:
    """The layer's features that have a geometry and a class, in `crs`, with their values if there are any."""
    for found, geometry in _placed(layer, crs):
        if text := class_text(found[field]):
            yield _feature(geometry, [text] if values is None else [text, values.get(text)])


def _placed(layer: QgsFeatureSource, crs: QgsCoordinateReferenceSystem) -> Iterator[Tuple[QgsFeature, QgsGeometry]]:
    """The layer's features that have a geometry, each with it in `crs`."""
    known = crs.isValid() and layer.sourceCrs().isValid()
    to_crs = QgsCoordinateTransform(layer.sourceCrs(), crs, QgsProject.instance()) if known else None
    for found in layer.getFeatures():
        geometry = found.geometry()
        if geometry.isNull() or geometry.isEmpty():
            continue
        try:
            if to_crs and not to_crs.isShortCircuited():
                geometry.transform(to_crs)
        except QgsCsException as error:
            target = crs.userFriendlyIdentifier()
            raise LayerError(
                tr("the labels {name} cannot be brought to {crs}", name=layer.sourceName(), crs=target),
                tr("reproject them in QGIS first"),
            ) from error
        yield found, geometry


def _feature(geometry: QgsGeometry, attributes: List[Any]) -> QgsFeature:
    made = QgsFeature()
    made.setGeometry(geometry)
    made.setAttributes(attributes)
    return made
