"""Names and colours of a map's values as other programs keep them: GDAL's sidecar ``MAP.tif.aux.xml``.

It may hold category names, or a raster attribute table whose columns say what they are for (`GDALRATFieldUsage`). Knows
no pixels.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree  # nosec B405 - GDAL has read it, too

SUFFIX = ".aux.xml"
TEXT = "2"
"""The type of a column of texts."""
NAME, LOWEST, VALUE = "2", "3", "5"
COLOURS = ("6", "7", "8")
_ENTITY = re.compile(r"<!ENTITY", re.IGNORECASE)


@dataclass(frozen=True)
class ValueNames:
    """What a file says of values.

    Attributes:
        name_of: value -> the class's name.
        colour_of: value -> ``#rrggbb``.
    """

    name_of: dict[int, str] = field(default_factory=dict)
    colour_of: dict[int, str] = field(default_factory=dict)


def beside(files: Iterable[str]) -> ValueNames:
    """What the sidecar among a raster's files says; nothing where there is none, or none that can be understood."""
    for path in (Path(name) for name in files if name.endswith(SUFFIX)):
        try:
            text = path.read_text(encoding="utf-8")
            root = None if _ENTITY.search(text) else ElementTree.fromstring(text)  # noqa: S314 # nosec B314 - none
        except (OSError, ValueError, ElementTree.ParseError):
            continue
        if root is not None and (band := root.find("PAMRasterBand")) is not None:
            table = band.find("GDALRasterAttributeTable")
            return _of_categories(band) if table is None else _of_table(table)
    return ValueNames()


def _of_categories(band: ElementTree.Element) -> ValueNames:
    names = enumerate(each.text or "" for each in band.iterfind("CategoryNames/Category"))
    return ValueNames({value: name for value, name in names if name})


def _of_table(table: ElementTree.Element) -> ValueNames:
    """The columns by what they are for; a column of texts is the name if none says so, one called value the value."""
    columns = list(table.iterfind("FieldDefn"))
    usage = [each.findtext("Usage", "") for each in columns]
    titles = [each.findtext("Name", "").casefold() for each in columns]
    kinds = [each.findtext("Type", "") for each in columns]
    value = _first(usage, VALUE, LOWEST) if {VALUE, LOWEST} & set(usage) else _first(titles, "value")
    name = _first(usage, NAME) if NAME in usage else _first(kinds, TEXT)
    mixed = [_first(usage, each) for each in COLOURS]
    found = ValueNames()
    for row in table.iterfind("Row"):
        cells = [each.text or "" for each in row.iterfind("F")]
        if value is None or len(cells) != len(columns) or not _is_whole(cells[value]):
            continue
        number = int(float(cells[value]))
        if name is not None and cells[name]:
            found.name_of[number] = cells[name]
        bytes_3 = [cells[each] for each in mixed if each is not None and _is_whole(cells[each])]
        if len(bytes_3) == len(COLOURS):
            found.colour_of[number] = "#" + "".join(f"{int(float(each)) & 255:02x}" for each in bytes_3)
    return found


def _first(words: list[str], *wanted: str) -> int | None:
    return next((words.index(each) for each in wanted if each in words), None)


def _is_whole(text: str) -> bool:
    return bool(re.fullmatch(r"\s*[+-]?\d+(\.0*)?\s*", text))
