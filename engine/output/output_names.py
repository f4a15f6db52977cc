"""The gate for names of outputs: a file or a folder on a disk, with the ending of what is written, or one clear error.

Every output of every job goes through it before any work. Any name that the disk allows passes. Looks at the disk,
and leaves nothing on it; knows nothing of what the files hold.
"""

import errno
import os
import re
import stat
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from engine.errors import OutputError


@dataclass(frozen=True)
class Kind:
    """What is written into a file.

    Attributes:
        title: what a person calls it.
        suffixes: endings that its name may have, in any case.
    """

    title: str
    suffixes: tuple[str, ...]

    @property
    def endings(self) -> str:
        """The suffixes as a person lists them."""
        *most, last = self.suffixes
        return " or ".join(filter(None, [", ".join(most), last]))


GEOTIFF = Kind("a GeoTIFF", (".tif", ".tiff"))
POLYGONS = Kind("a file of polygons", (".gpkg", ".geojson", ".shp"))
GEOPACKAGE = Kind("a GeoPackage", (".gpkg",))
TABLE = Kind("a table", (".csv",))
MAP_OR_TABLE = Kind("a map or a table", (*GEOTIFF.suffixes, *TABLE.suffixes))
JSON = Kind("a JSON file", (".json",))
LOG = Kind("a log", (".jsonl",))
PAGE = Kind("a Markdown page", (".md",))
PICTURE = Kind("a picture", (".png",))

ROOM_BYTES = 16
"""What is added to an output's name beside it (`.ofa-part-`, `.journal.new`, `.aux.xml`): a disk limits that, too."""
USUAL_LIMIT_BYTES = 255
"""Longest name of a file on nearly every disk, where the system does not tell."""
LONGEST_SHOWN = 120
WINDOWS = os.name == "nt"

_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]+://")
_VIRTUAL = re.compile(r"[/\\]vsi\w+[/\\?{]")
CONNECTIONS = {
    "amigocloud", "carto", "csw", "daas", "derived_subdataset", "dods", "ecrgtoc", "edigeo", "eedai", "eeda", "gltf",
    "gpkg", "gtiff_dir", "gtiff_raw", "hana", "hdf4_eos", "hdf4_sds", "hdf5", "hdf5image", "jp2_dir", "kea",
    "libkml", "mem", "mongodbv3", "mrf", "mssql", "mvt", "mysql", "netcdf", "ngw", "nitf", "nitf_im", "nsidcbin",
    "oapif", "oapif_collection", "oci", "odbc", "ogcapi", "pcidsk", "pds4", "pg", "pgdump", "plmosaic", "plscenes",
    "pmtiles", "postgisraster", "postgres", "rasterlite", "rpftoc_toc", "sentinel1_calib", "sentinel1_ds",
    "sentinel2_l1b", "sentinel2_l1b_with_geoloc", "sentinel2_l1c", "sentinel2_l1c_tile", "sentinel2_l2a",
    "snap_tiff", "sqlite", "stacit", "stacta", "tiledb", "vrt", "wcs", "wfs", "wfs3", "wms", "wmts", "zarr",
    "zarr_dummy",
}  # fmt: skip
"""What stands before the colon in names that GDAL's drivers open and that are no files (GDAL's driver pages)."""
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\..*)?$", re.IGNORECASE)
_FORBIDDEN = re.compile(r'[<>:"|?*\x00-\x1f]')
"""Names and characters that Windows keeps for itself (learn.microsoft.com, *Naming Files, Paths, and Namespaces*)."""


def shown(name: str | Path) -> str:
    r"""A name as a message gives it: on one line, and not longer than a person reads.

    Example:
        >>> shown("tab\t.tif") == r"tab\t.tif"
        True
    """
    text = "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in str(name))
    return text if len(text) <= LONGEST_SHOWN else f"{text[: LONGEST_SHOWN // 2]}…{text[-LONGEST_SHOWN // 2 :]}"


def file(name: str | Path, kind: Kind) -> Path:
    """The absolute path of a file to write.

    Raises:
        OutputError: the name is not that of a file on a disk, or does not end as `kind` does; or a folder, a device
            or the like is called so.
    """
    text = str(name)
    _spelled(text, kind.title)
    if text.endswith(_separators()) or Path(text).name in ("", ".."):
        raise OutputError(f"expected the name of {kind.title}; found the folder {shown(text)}", "add a file's name")
    path = Path(text).absolute()
    found = _state(path)
    if found and stat.S_ISDIR(found.st_mode):
        raise OutputError(
            f"the output {shown(text)} is a folder", f"give the name of a file in it that ends in {kind.endings}"
        )
    if path.suffix.lower() not in kind.suffixes:
        raise OutputError(
            f"expected the name of {kind.title}; found {shown(text)}", f"end the name with {kind.endings}"
        )
    if found and not stat.S_ISREG(found.st_mode):
        raise OutputError(f"the output {shown(text)} is a device, not a file", "give another name")
    _fits(path)
    return path


def folder(name: str | Path) -> Path:
    """The absolute path of a folder to fill; it may be there already, and something can be written where it is.

    Raises:
        OutputError: the name is not that of a folder on a disk, is a file's, or nothing can be written there.
    """
    text = str(name)
    _spelled(text, "a folder")
    path = Path(text).absolute()
    found = _state(path)
    if found and not stat.S_ISDIR(found.st_mode):
        raise OutputError(f"expected a folder; {shown(text)} is a file", "give another name")
    if path.is_symlink() and not found:
        raise OutputError(f"{shown(text)} is a link to a folder that is not there", "make that folder, or give another")
    _fits(path)
    nearest = next(place for place in (path, *path.parents) if place.exists())
    try:
        Path(tempfile.mkdtemp(prefix=".ofa-try-", dir=nearest)).rmdir()
    except OSError as error:
        raise OutputError(
            f"the folder {shown(nearest)} cannot be written: {error.strerror}", "choose a folder you may write to"
        ) from error
    return path


def _spelled(text: str, title: str) -> None:
    """Refuse what cannot be a path on a disk, whatever the disk holds."""
    if not text.strip():
        raise OutputError(f"expected the name of {title}; found an empty one", "give a name")
    with suppress(UnicodeEncodeError):
        text.encode()
        if "\0" not in text:
            return _on_a_disk(text)
    raise OutputError(
        f"the name {shown(text)} holds what is no text: a zero, or bytes that are not UTF-8",
        "give a name in plain text",
    )


def _on_a_disk(text: str) -> None:
    prefix, colon, _ = text.partition(":")
    if _URL.match(text) or _VIRTUAL.match(text) or (colon and prefix.lower() in CONNECTIONS):
        raise OutputError(
            f"results are written to a disk; {shown(text)} is not there", "give a path on a disk, and copy the result"
        )
    if WINDOWS:
        for part in Path(text).parts:
            name = part.rstrip("/\\")
            if part != Path(text).anchor and name not in (".", "..") and _not_on_windows(name):
                raise OutputError(f"Windows allows no file called {shown(part)}", "give another name")


def _not_on_windows(name: str) -> bool:
    return bool(_RESERVED.match(name) or _FORBIDDEN.search(name) or name.endswith((".", " ")))


def _separators() -> tuple[str, ...]:
    separators = [os.sep, *([os.altsep] if os.altsep else [])]
    return (*separators, *(f"{separator}." for separator in separators))


def _state(path: Path) -> os.stat_result | None:
    """What is there; None if nothing is."""
    try:
        return path.stat()
    except FileNotFoundError:
        return None
    except NotADirectoryError as error:
        above = next(place for place in path.parents if place.is_file() or not place.is_dir())
        raise OutputError(
            f"the folder {shown(path.parent)} cannot be written: {shown(above)} is no folder", "give another name"
        ) from error
    except OSError as error:
        raise _impossible(path, error) from error


def _fits(path: Path) -> None:
    """Refuse a name that is too long for the disk with what stands beside an output."""
    nearest = next(place for place in path.parents if place.exists())
    limit = USUAL_LIMIT_BYTES
    with suppress(OSError, ValueError, AttributeError):  # Windows does not tell
        limit = os.pathconf(nearest, "PC_NAME_MAX")
    for part in path.relative_to(nearest).parts:
        if (size := len(os.fsencode(part))) > limit - ROOM_BYTES:
            raise OutputError(
                f"the name {shown(part)} has {size} bytes; at most {limit - ROOM_BYTES} can be used here",
                "give a shorter name",
            )


def _impossible(path: Path, error: OSError) -> OutputError:
    hints = {errno.ENAMETOOLONG: "give a shorter name", errno.EACCES: "choose a folder you may write to"}
    return OutputError(
        f"{shown(path)} cannot be written: {error.strerror}", hints.get(error.errno or 0, "give another name")
    )
