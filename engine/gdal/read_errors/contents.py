"""What a file is that no driver of GDAL takes for its own, by its first bytes, its name and its neighbours."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from engine.gdal import network
from engine.gdal.read_errors.reason import FETCH_AGAIN, NO_PERMISSION, Reason, not_built

HEAD_BYTES = 512
"""Of a file that GDAL does not know: enough to tell what it is."""
SIGNATURES = (
    (b"SQLite format 3\0", "a database without a raster, perhaps labels", "vector"),
    (b"\0\0\x27\x0a", "a shapefile", "vector"),
    (b"PK\x03\x04", "a zip archive", "archive"),
    (b"\x1f\x8b", "a gzip archive", "archive"),
    (b"7z\xbc\xaf", "a 7z archive", "archive"),
    (b"Rar!", "a rar archive", "archive"),
    (b"msid", "MrSID", "format"),
    (b"\x65\x02", "ECW", "format"),
    (b"\x0e\x03\x13\x01", "HDF4", "format"),
    (b"\xff\x0a", "JPEG XL", "format"),
    (b"\0\0\0\x0cJXL ", "JPEG XL", "format"),
    (b"SIMPLE  =", "FITS", "format"),
    (b"\x89HDF\r\n\x1a\n", "an HDF5 file that is cut off or damaged", "cut"),
    (b"CDF\x01", "a NetCDF file that is cut off or damaged", "cut"),
    (b"CDF\x02", "a NetCDF file that is cut off or damaged", "cut"),
    (b"II*\0", "a TIFF file that is cut off or damaged", "cut"),
    (b"MM\0*", "a TIFF file that is cut off or damaged", "cut"),
    (b"II+\0", "a TIFF file that is cut off or damaged", "cut"),
    (b"MM\0+", "a TIFF file that is cut off or damaged", "cut"),
    (b"\x89PNG", "a PNG file that is cut off or damaged", "cut"),
    (b"\xff\xd8\xff", "a JPEG file that is cut off or damaged", "cut"),
    (b"\0\0\0\x0cjP  ", "a JPEG 2000 file that is cut off or damaged", "cut"),
)
"""How files begin, what they are, and what follows from it where GDAL does not know them."""
FORMATS = {".ecw": "ECW", ".sid": "MrSID", ".jxl": "JPEG XL", ".heic": "HEIF", ".avif": "AVIF", ".kea": "KEA"}
VECTORS = {".shp", ".geojson", ".gpkg", ".kml", ".kmz", ".gml", ".fgb", ".dxf", ".csv"}
WITH_HEADER = {".dat", ".img", ".bsq", ".bil", ".bip", ".raw", ".bin", ".flt", ""}
"""Raw pixels that an .hdr file beside them describes."""
RASTER = "give a raster that GDAL can open, e.g. a GeoTIFF"


@dataclass(frozen=True)
class Found:
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


Look = Callable[[str], Found]


def on_disk(name: str) -> Found:
    """What is on this disk under `name`."""
    path = Path(name)
    try:
        if path.is_dir():
            return Found("folder")
        if not path.is_file():
            return Found("device" if path.exists() else "nothing")
        if not os.access(path, os.R_OK):
            return Found("file", readable=False, size=path.stat().st_size)
        with path.open("rb") as file:
            head = file.read(HEAD_BYTES)
        beside = frozenset(other.name for other in path.parent.iterdir() if other.stem in (path.stem, path.name))
        return Found("file", size=path.stat().st_size, head=head, beside=beside)
    except (OSError, ValueError):
        return Found("file", readable=False)


HINTS = {
    "vector": "give the raster here; labels are a file of their own",
    "archive": "unpack it and give a raster of it, or name the one inside: /vsizip/ARCHIVE.zip/NAME.tif",
    "cut": FETCH_AGAIN,
    "page": f"{FETCH_AGAIN}: perhaps this is what a server answered instead of the file",
    "text": RASTER,
    "": RASTER,
}
"""By the group of a signature."""


def contents(name: str, found: Found) -> Reason:
    """What a file is that GDAL does not know."""
    if not found.readable:
        return Reason("permission denied", NO_PERMISSION)
    return _no_file(name, found) or _file(Path(name), found)


def _no_file(name: str, found: Found) -> Reason | None:
    """Where there are no bytes to look at."""
    if found.kind == "nothing" and network.is_remote(name):
        hint = "open the address in a browser: perhaps it leads to a page, or asks to sign in"
        return Reason("what the server sends is no raster", hint, content=True)
    if found.kind == "folder":
        return Reason("it is a folder", "give one file in it", content=True)
    if found.kind == "device":
        return Reason("it is no file", RASTER, content=True)
    if found.kind == "file" and not found.size:
        return Reason("the file is empty", FETCH_AGAIN, content=True)
    return None


def _file(path: Path, found: Found) -> Reason:
    """What its bytes and its name say."""
    suffix = path.suffix.lower()
    what, group = _signature(found.head)
    if not group and suffix in FORMATS:
        what, group = FORMATS[suffix], "format"
    if group == "format":
        return not_built(f"the format {what}", str(path))
    if group in ("page", "text") and suffix in VECTORS:
        what, group = "a vector file", "vector"
    if not group and suffix in WITH_HEADER and not _has_header(path, found):
        header = path.with_suffix(".hdr").name
        return Reason(f"its header {header} is missing", f"put {header} beside it", content=True)
    return Reason(f"it is {what}" if what else "it has no format that GDAL knows", HINTS[group], content=True)


def _signature(head: bytes) -> tuple[str, str]:
    """What a file is by its beginning, and a key of the hints."""
    text = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if text.startswith((b"<!doctype html", b"<html")):
        return "a web page", "page"
    if text.startswith(b"<"):
        return "an XML text", "page"
    if text.startswith((b"{", b"[")):
        return "a JSON text", "page"
    if head and not head.strip(b"\0"):
        return "nothing but zero bytes, as an unfinished copy is", "cut"
    for start, kind, group in SIGNATURES:
        if head.startswith(start):
            return kind, group
    return ("a text", "text") if head and _is_text(head) else ("", "")


def _is_text(head: bytes) -> bool:
    """Whether it decodes as UTF-8 (the last letter may be cut) and holds no control characters but white space."""
    text = head.decode("utf-8", errors="replace").rstrip("\ufffd")
    return "\ufffd" not in text and all(letter.isprintable() or letter.isspace() for letter in text)


def _has_header(path: Path, found: Found) -> bool:
    return bool({f"{path.stem}.hdr".lower(), f"{path.name}.hdr".lower()} & {name.lower() for name in found.beside})
