"""Lists of classes in files: CSV with name, colour, value and group; QGIS styles of class maps and of labels (QML).

Pure reading and writing; what becomes of the classes is the store's business. A style says a group before the name of
its classes ("forest › pine"); one of class maps has the groups as well, so that it also suits a map of groups.
"""

import csv
import io
from pathlib import Path
from typing import Any, Dict, Iterable, Iterator, List, Mapping, Optional

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
from ...layers.legend import CLASS, MAX_VALUE, ClassRow, LabelClass, Legend
from ..labels.label_style import renderer_of

COLUMNS = ("name", "colour", "value")
GROUP_COLUMNS = ("group", "group_colour", "group_value")  # where there are groups
SPELLINGS = {"color": "colour", "class": "name", "label": "name", "code": "value"}  # of other programs
BETWEEN = " › "  # a class's group and its name, in a style


class ClassFileError(Exception):
    """A file that holds no classes, or cannot be read or written; the text says why and what to do."""


def read(path: Path) -> List[ClassRow]:
    """The classes of a file, in its order; of two with one name the first, but classes of two groups are two.

    Raises:
        ClassFileError: it cannot be read, or has no classes.
    """
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else tr("it is no text in UTF-8")
        raise ClassFileError(tr("{file} cannot be read: {reason}.", file=path.name, reason=reason)) from error
    found = _in_style(text) if text.lstrip().startswith("<") else _in_table(text)
    rows: Dict[str, ClassRow] = {}
    for row in found:
        is_other = row.group and row.name in rows and rows[row.name].group != row.group
        name = f"{row.group}{BETWEEN}{row.name}" if is_other else row.name
        rows.setdefault(name, row._replace(name=name))
    if not rows:
        raise ClassFileError(
            tr(
                "{file} holds no classes: expected a table with a column “name”, or a QGIS style with categories.",
                file=path.name,
            )
        )
    return list(rows.values())


def write(path: Path, legend: Legend, of_map: bool = True) -> None:
    """Write classes as the file's ending says.

    Args:
        path: ``.qml``, else a table.
        legend: the classes and their groups.
        of_map: a style is one for a class map; otherwise for labels.

    Raises:
        ClassFileError: the file cannot be written.
    """
    try:
        if path.suffix.lower() != ".qml":
            path.write_text(_table(legend), "utf-8")
        elif of_map:
            path.write_text(_map_style(legend), "utf-8")
        else:
            _write_label_style(path, legend)
    except OSError as error:
        reason = error.strerror or error
        raise ClassFileError(tr("{file} cannot be written: {reason}.", file=path.name, reason=reason)) from error


# --- tables


def _in_table(text: str) -> Iterator[ClassRow]:
    lines = [line for line in text.splitlines() if line.strip()]
    if not lines:
        return
    delimiter = max(",;\t", key=lines[0].count)
    rows = [[cell.strip() for cell in row] for row in csv.reader(lines, delimiter=delimiter)]
    head = [SPELLINGS.get(cell.lower(), cell.lower()) for cell in rows[0]]
    if "name" in head:
        rows = rows[1:]
    else:
        head = [*COLUMNS, *GROUP_COLUMNS]
    for cells in rows:
        row = {key: cells[column] for column, key in enumerate(head) if column < len(cells)}
        if row.get("name"):
            of_class = row["name"], _value(row.get("value", "")), _colour(row.get("colour", ""))
            of_group = _value(row.get("group_value", "")), _colour(row.get("group_colour", ""))
            yield ClassRow(*of_class, row.get("group", ""), *of_group)


def _table(legend: Legend) -> str:
    out = io.StringIO()
    columns = (*COLUMNS, *GROUP_COLUMNS) if legend.groups else COLUMNS
    writer = csv.DictWriter(out, columns, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows(row._asdict() for row in legend.rows())
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


def _in_style(text: str) -> List[ClassRow]:
    document = QDomDocument()
    document.setContent(text)
    found = []
    for element in _elements(document, "paletteEntry"):
        value = _value(element.attribute("value"))
        name = element.attribute("label").strip() or element.attribute("value")
        if name and value is not None:
            found.append(ClassRow(name, value, _colour(element.attribute("color"))))
    for element in _elements(document, "renderer-v2"):
        if element.attribute("type") == "categorizedSymbol":
            found += _categories(element)
    return _with_groups(found)


def _with_groups(rows: Iterable[ClassRow]) -> List[ClassRow]:
    """Rows with their groups, which stand before the names of classes; groups are no rows of their own."""
    by_name = {row.name: row for row in rows}
    found = [_with_group(row, by_name) for row in by_name.values()]
    groups = {row.group for row in found}
    return [row for row in found if row.group or row.name not in groups]


def _with_group(row: ClassRow, by_name: Mapping[str, ClassRow]) -> ClassRow:
    group, _, name = row.name.partition(BETWEEN)
    if not group or not name:
        return row
    of_group = by_name.get(group, ClassRow(group))
    return ClassRow(name, row.value, row.colour, group, of_group.value, of_group.colour)


def _categories(element: QDomElement) -> Iterator[ClassRow]:
    renderer = QgsFeatureRenderer.load(element, QgsReadWriteContext())
    for category in renderer.categories() if renderer else ():
        value = category.value()
        for one in value if isinstance(value, (list, tuple)) else (value,):
            text = class_text(one)
            label = category.label().strip()
            code = _value(text)
            if text:
                name = label if label and (code is not None or label.endswith(BETWEEN + text)) else text
                yield ClassRow(name, code, _colour(category.symbol().color()) if category.symbol() else "")


def _elements(document: QDomDocument, tag: str) -> Iterator[QDomElement]:
    found = document.elementsByTagName(tag)
    for index in range(found.count()):
        yield found.at(index).toElement()


def _title(each: LabelClass) -> str:
    return f"{each.group}{BETWEEN}{each.name}" if each.group else each.name


def _map_style(legend: Legend) -> str:
    entries = [QgsPalettedRasterRenderer.Class(each.value, QColor(each.colour), _title(each)) for each in legend]
    document = QDomDocument("qgis")
    root = document.createElement("qgis")
    document.appendChild(root)
    pipe = document.createElement("pipe")
    root.appendChild(pipe)
    QgsPalettedRasterRenderer(None, 1, entries).writeXml(document, pipe)
    return str(document.toString(2))


def _write_label_style(path: Path, legend: Legend) -> None:
    layer = QgsVectorLayer(f"Polygon?field={CLASS}:string", "labels", "memory")
    renderer = renderer_of({each.name: each.colour for each in legend.classes}, CLASS, polygons=True)
    for index, each in enumerate(legend.classes):
        renderer.updateCategoryLabel(index, _title(each))
    layer.setRenderer(renderer)
    message, done = layer.saveNamedStyle(str(path))
    if not done:
        raise OSError(message)
