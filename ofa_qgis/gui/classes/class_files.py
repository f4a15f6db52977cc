"""Lists of classes in files: CSV with name, colour, value and group; QGIS styles of class maps and of labels (QML).

Pure reading and writing; what becomes of the classes is the store's business.
"""

import csv
import io
from pathlib import Path
from typing import Any, Dict, Iterator, List, NamedTuple, Optional, Sequence

from qgis.core import (
    QgsFeatureRenderer,
    QgsPalettedRasterRenderer,
    QgsReadWriteContext,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtXml import QDomDocument, QDomElement

from ...i18n import tr
from ...layers.labels_file import class_text
from ..labels.label_edits import LabelClass
from ..labels.label_style import renderer_of
from .label_classes import MAX_VALUE

COLUMNS = ("name", "colour", "value", "group")
SPELLINGS = {"color": "colour", "class": "name", "label": "name", "code": "value"}  # of other programs
BETWEEN = "/"  # a class's group and its name
FIELD = "class"


class ClassFileError(Exception):
    """A file that holds no classes, or cannot be read or written; the text says why and what to do."""


class Row(NamedTuple):
    """A class as a file names it."""

    name: str
    colour: str  # "" where it has none
    value: Optional[int]  # None where it has none


def read(path: Path) -> List[Row]:
    """The classes of a file, in its order; of two with one name the first.

    Raises:
        ClassFileError: it cannot be read, or has no classes.
    """
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else tr("it is no text in UTF-8")
        raise ClassFileError(tr("{file} cannot be read: {reason}.").format(file=path.name, reason=reason)) from error
    found = _in_style(text) if text.lstrip().startswith("<") else _in_table(text)
    rows: Dict[str, Row] = {}
    for row in found:
        rows.setdefault(row.name, row)
    if not rows:
        told = tr("{file} holds no classes: expected a table with a column “name”, or a QGIS style with categories.")
        raise ClassFileError(told.format(file=path.name))
    return list(rows.values())


def write(path: Path, classes: Sequence[LabelClass], of_map: bool = True) -> None:
    """Write classes as the file's ending says.

    Args:
        path: ``.qml``, else a table.
        classes: in order.
        of_map: a style is one for a class map; otherwise for labels.

    Raises:
        ClassFileError: the file cannot be written.
    """
    try:
        if path.suffix.lower() != ".qml":
            path.write_text(_table(classes), "utf-8")
        elif of_map:
            path.write_text(_map_style(classes), "utf-8")
        else:
            _write_label_style(path, classes)
    except OSError as error:
        told = tr("{file} cannot be written: {reason}.")
        raise ClassFileError(told.format(file=path.name, reason=error.strerror or error)) from error


# --- tables


def _in_table(text: str) -> Iterator[Row]:
    lines = [line for line in text.splitlines() if line.strip()]
    if not lines:
        return
    delimiter = max(",;\t", key=lines[0].count)
    rows = [[cell.strip() for cell in row] for row in csv.reader(lines, delimiter=delimiter)]
    head = [SPELLINGS.get(cell.lower(), cell.lower()) for cell in rows[0]]
    if "name" in head:
        rows = rows[1:]
    else:
        head = list(COLUMNS)
    for cells in rows:
        row = {key: cells[column] for column, key in enumerate(head) if column < len(cells)}
        name = row.get("name", "")
        group = row.get("group", "")
        if name:
            whole = f"{group}{BETWEEN}{name}" if group and not name.startswith(group + BETWEEN) else name
            yield Row(whole, _colour(row.get("colour", "")), _value(row.get("value", "")))


def _table(classes: Sequence[LabelClass]) -> str:
    grouped = any(BETWEEN in each.name for each in classes)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS if grouped else COLUMNS[:-1])
    for each in classes:
        group, between, name = each.name.partition(BETWEEN)
        row = [name if between else each.name, each.colour, each.value]
        writer.writerow([*row, group if between else ""] if grouped else row)
    return out.getvalue()


def _colour(text: Any) -> str:
    """``#RRGGBB`` of what names a colour, "" of anything else."""
    colour = QColor(text)
    return str(colour.name().upper()) if str(text) and colour.isValid() else ""


def _value(text: str) -> Optional[int]:
    try:
        number = float(text)
    except ValueError:
        return None
    return int(number) if number.is_integer() and 0 <= number <= MAX_VALUE else None


# --- styles


def _in_style(text: str) -> Iterator[Row]:
    document = QDomDocument()
    document.setContent(text)
    for element in _elements(document, "paletteEntry"):
        value = _value(element.attribute("value"))
        name = element.attribute("label").strip() or element.attribute("value")
        if name and value is not None:
            yield Row(name, _colour(element.attribute("color")), value)
    for element in _elements(document, "renderer-v2"):
        if element.attribute("type") == "categorizedSymbol":
            yield from _categories(element)


def _categories(element: QDomElement) -> Iterator[Row]:
    renderer = QgsFeatureRenderer.load(element, QgsReadWriteContext())
    for category in renderer.categories() if renderer else ():
        value = category.value()
        for one in value if isinstance(value, (list, tuple)) else (value,):
            text = class_text(one)
            label = category.label().strip()
            code = _value(text)
            if text:
                name = label if code is not None and label else text
                yield Row(name, _colour(category.symbol().color()) if category.symbol() else "", code)


def _elements(document: QDomDocument, tag: str) -> Iterator[QDomElement]:
    found = document.elementsByTagName(tag)
    for index in range(found.count()):
        yield found.at(index).toElement()


def _map_style(classes: Sequence[LabelClass]) -> str:
    entries = [QgsPalettedRasterRenderer.Class(each.value, QColor(each.colour), each.name) for each in classes]
    document = QDomDocument("qgis")
    root = document.createElement("qgis")
    document.appendChild(root)
    pipe = document.createElement("pipe")
    root.appendChild(pipe)
    QgsPalettedRasterRenderer(None, 1, entries).writeXml(document, pipe)
    return str(document.toString(2))


def _write_label_style(path: Path, classes: Sequence[LabelClass]) -> None:
    layer = QgsVectorLayer(f"Polygon?field={FIELD}:string", "labels", "memory")
    layer.setRenderer(renderer_of({each.name: each.colour for each in classes}, FIELD, polygons=True))
    message, done = layer.saveNamedStyle(str(path))
    if not done:
        raise OSError(message)
