"""What a file is that no driver of GDAL takes for its own, by its first bytes, its name and its neighbours."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from engine.gdal import network
from engine.gdal.read_errors.reason import FETCH_AGAIN, NO_PERMISSION, Reason, not_built
from engine.words import say

HEAD_BYTES = 512
"""Of a file that GDAL does not know: enough to tell what it is."""
SIGNATURES = (
    (b"SQLite format 3\0", say("a database without a raster, perhaps labels"), "vector"),
    (b"\0\0\x27\x0a", say("a shapefile"), "vector"),
    (b"PK\x03\x04", say("a zip archive"), "archive"),
    (b"\x1f\x8b", say("a gzip archive"), "archive"),
    (b"7z\xbc\xaf", say("a 7z archive"), "archive"),
    (b"Rar!", say("a rar archive"), "archive"),
    (b"msid", "MrSID", "format"),
    (b"\x65\x02", "ECW", "format"),
    (b"\x0e\x03\x13\x01", "HDF4", "format"),
    (b"\xff\x0a", "JPEG XL", "format"),
    (b"\0\0\0\x0cJXL ", "JPEG XL", "format"),
    (b"SIMPLE  =", "FITS", "format"),
    (b"\x89HDF\r\n\x1a\n", "HDF5", "cut"),
    (b"CDF\x01", "NetCDF", "cut"),
    (b"CDF\x02", "NetCDF", "cut"),
    (b"II*\0", "TIFF", "cut"),
    (b"MM\0*", "TIFF", "cut"),
    (b"II+\0", "TIFF", "cut"),
    (b"MM\0+", "TIFF", "cut"),
    (b"\x89PNG", "PNG", "cut"),
    (b"\xff\xd8\xff", "JPEG", "cut"),
    (b"\0\0\0\x0cjP  ", "JPEG 2000", "cut"),
)
"""How files begin, what they are, and what follows from it where GDAL does not know them."""
FORMATS = {".ecw": "ECW", ".sid": "MrSID", ".jxl": "JPEG XL", ".heic": "HEIF", ".avif": "AVIF", ".kea": "KEA"}
VECTORS = {".shp", ".geojson", ".gpkg", ".kml", ".kmz", ".gml", ".fgb", ".dxf", ".csv"}
WITH_HEADER = {".dat", ".img", ".bsq", ".bil", ".bip", ".raw", ".bin", ".flt", ""}
"""Raw pixels that an .hdr file beside them describes."""
ZEROS = say("nothing but zero bytes, as an unfinished copy is")
RASTER = say("give a raster that GDAL can open, e.g. a GeoTIFF")


@dataclass(frozen=True)
class DiskEntry:
    """What is on this disk under a name.

    Attributes:
        kind: "nothing", "folder", "file", or "device" for what has no size.
        readable: whether this user may read it.
        size: in bytes.
        head: its first bytes.
        beside: names of the files in its folder that are called like it but for the suffix.
    """

    kind: str = "nothing"
    readable: bool = True
    size: int = 0
    head: bytes = b""
    beside: frozenset[str] = frozenset()


Look = Callable[[str], DiskEntry]


def on_disk(name: str) -> DiskEntry:
    """What is on this disk under `name`."""
    path = Path(name)
    try:
        if path.is_dir():
            return DiskEntry("folder")
        if not path.is_file():
            return DiskEntry("device" if path.exists() else "nothing")
        if not os.access(path, os.R_OK):
            return DiskEntry("file", readable=False, size=path.stat().st_size)
        with path.open("rb") as file:
            head = file.read(HEAD_BYTES)
        beside = frozenset(other.name for other in path.parent.iterdir() if other.stem in (path.stem, path.name))
        return DiskEntry("file", size=path.stat().st_size, head=head, beside=beside)
    except (OSError, ValueError):
        return DiskEntry("file", readable=False)


HINTS = {
    "vector": say("give the raster here; labels are a file of their own"),
    "archive": say("unpack it and give a raster of it, or name the one inside: /vsizip/ARCHIVE.zip/NAME.tif"),
    "cut": FETCH_AGAIN,
    "page": say("{again}: perhaps this is what a server answered instead of the file", again=FETCH_AGAIN),
    "text": RASTER,
    "": RASTER,
}
"""By the group of a signature."""


def contents(name: str, found: DiskEntry) -> Reason:
    """What a file is that GDAL does not know."""
    if not found.readable:
        return Reason(say("permission denied"), NO_PERMISSION)
    return _no_file(name, found) or _file(Path(name), found)


def _no_file(name: str, found: DiskEntry) -> Reason | None:
    """Where there are no bytes to look at."""
    if found.kind == "nothing" and network.is_remote(name):
        hint = say("open the address in a browser: perhaps it leads to a page, or asks to sign in")
        return Reason(say("what the server sends is no raster"), hint, content=True)
    if found.kind == "folder":
        return Reason(say("it is a folder"), say("give one file in it"), content=True)
    if found.kind == "device":
        return Reason(say("it is no file"), RASTER, content=True)
    if found.kind == "file" and not found.size:
        return Reason(say("the file is empty"), FETCH_AGAIN, content=True)
    return None


def _file(path: Path, found: DiskEntry) -> Reason:
    """What its bytes and its name say."""
    suffix = path.suffix.lower()
    what, group = _signature(found.head)
    if not group and suffix in FORMATS:
        what, group = FORMATS[suffix], "format"
    if group == "format":
        return not_built(say("the format {name}", name=what), str(path))
    if group in ("page", "text") and suffix in VECTORS:
        what, group = say("a vector file"), "vector"
    if not group and suffix in WITH_HEADER and not _has_header(path, found):
        header = path.with_suffix(".hdr").name
        return Reason(
            say("its header {header} is missing", header=header),
            say("put {file} beside it", file=header),
            content=True,
        )
    if group == "cut" and what != ZEROS:
        what = say("a {kind} file that is cut off or damaged", kind=what)
    told = say("it is {what}", what=what) if what else say("it has no format that GDAL knows")
    return Reason(told, HINTS[group], content=True)


def _signature(head: bytes) -> tuple[str, str]:
    """What a file is by its beginning, and a key of the hints."""
    text = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if text.startswith((b"<!doctype html", b"<html")):
        return say("a web page"), "page"
    if text.startswith(b"<"):
        return say("an XML text"), "page"
    if text.startswith((b"{", b"[")):
        return say("a JSON text"), "page"
    if head and not head.strip(b"\0"):
        return ZEROS, "cut"
    for start, kind, group in SIGNATURES:
        if head.startswith(start):
            return kind, group
    return (say("a text"), "text") if head and _is_text(head) else ("", "")


def _is_text(head: bytes) -> bool:
    """Whether it decodes as UTF-8 (the last letter may be cut) and holds no control characters but white space."""
    text = head.decode("utf-8", errors="replace").rstrip("\ufffd")
    return "\ufffd" not in text and all(letter.isprintable() or letter.isspace() for letter in text)


def _has_header(path: Path, found: DiskEntry) -> bool:
    return bool({f"{path.stem}.hdr".lower(), f"{path.name}.hdr".lower()} & {name.lower() for name in found.beside})
