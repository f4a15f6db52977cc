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

from engine.errors import OutputError, RequestError
from engine.messages import Message
from engine.request_fields import givens
from engine.words import either, say


@dataclass(frozen=True)
class OutputKind:
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
        return either(self.suffixes)


GEOTIFF = OutputKind(say("a GeoTIFF"), (".tif", ".tiff"))
POLYGONS = OutputKind(say("a file of polygons"), (".gpkg", ".geojson", ".shp"))
GEOPACKAGE = OutputKind(say("a GeoPackage"), (".gpkg",))
TABLE = OutputKind(say("a table"), (".csv",))
MAP_OR_TABLE = OutputKind(say("a map or a table"), (*GEOTIFF.suffixes, *TABLE.suffixes))
JSON = OutputKind(say("a JSON file"), (".json",))
LOG = OutputKind(say("a log"), (".jsonl",))
PAGE = OutputKind(say("a Markdown page"), (".md",))
VRT = OutputKind(say("a VRT"), (".vrt",))
ZIP = OutputKind(say("a zip"), (".zip",))
PICTURE = OutputKind(say("a picture"), (".png",))

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


def no_output(request: Message) -> RequestError:
    """What to raise where a job has no name for its result; the example is that of the shell's help."""
    option = next(each.option for each in givens(type(request)) if each.name == "out")
    return RequestError("no output was named", "give --out {example}", example=option.metavar)


def file(name: str | Path, kind: OutputKind) -> Path:
    """The absolute path of a file to write.

    Raises:
        OutputError: the name is not that of a file on a disk, or does not end as `kind` does; or a folder, a device
            or the like is called so.
    """
    text = str(name)
    _spelled(text, kind.title)
    if text.endswith(_separators()) or Path(text).name in ("", ".."):
        raise OutputError(
            "expected the name of {kind}; found the folder {text}",
            "add a file's name",
            kind=kind.title,
            text=shown(text),
        )
    path = Path(text).absolute()
    found = _state(path)
    if found and stat.S_ISDIR(found.st_mode):
        raise OutputError(
            "the output {text} is a folder",
            "give the name of a file in it that ends in {endings}",
            text=shown(text),
            endings=kind.endings,
        )
    if path.suffix.lower() not in kind.suffixes:
        raise OutputError(
            "expected the name of {kind}; found {text}",
            "end the name with {endings}",
            kind=kind.title,
            text=shown(text),
            endings=kind.endings,
        )
    if found and not stat.S_ISREG(found.st_mode):
        raise OutputError("the output {text} is a device, not a file", "give another name", text=shown(text))
    _fits(path)
    return path


def folder(name: str | Path) -> Path:
    """The absolute path of a folder to fill; it may be there already, and something can be written where it is.

    Raises:
        OutputError: the name is not that of a folder on a disk, is a file's, or nothing can be written there.
    """
    text = str(name)
    _spelled(text, say("a folder"))
    path = Path(text).absolute()
    found = _state(path)
    if found and not stat.S_ISDIR(found.st_mode):
        raise OutputError("expected a folder; {text} is a file", "give another name", text=shown(text))
    if path.is_symlink() and not found:
        raise OutputError(
            "{text} is a link to a folder that is not there", "make that folder, or give another", text=shown(text)
        )
    _fits(path)
    nearest = next(place for place in (path, *path.parents) if place.exists())
    try:
        Path(tempfile.mkdtemp(prefix=".ofa-try-", dir=nearest)).rmdir()
    except OSError as error:
        raise OutputError(
            "the folder {folder} cannot be written: {reason}",
            "choose a folder you may write to",
            folder=shown(nearest),
            reason=error.strerror,
        ) from error
    return path


def _spelled(text: str, title: str) -> None:
    """Refuse what cannot be a path on a disk, whatever the disk holds."""
    if not text.strip():
        raise OutputError("expected the name of {kind}; found an empty one", "give a name", kind=title)
    with suppress(UnicodeEncodeError):
        text.encode()
        if "\0" not in text:
            return _on_a_disk(text)
    raise OutputError(
        "the name {text} holds what is no text: a zero, or bytes that are not UTF-8",
        "give a name in plain text",
        text=shown(text),
    )


def _on_a_disk(text: str) -> None:
    prefix, colon, _ = text.partition(":")
    if _URL.match(text) or _VIRTUAL.match(text) or (colon and prefix.lower() in CONNECTIONS):
        raise OutputError(
            "results are written to a disk; {text} is not there",
            "give a path on a disk, and copy the result",
            text=shown(text),
        )
    if WINDOWS:
        for part in Path(text).parts:
            name = part.rstrip("/\\")
            if part != Path(text).anchor and name not in (".", "..") and _not_on_windows(name):
                raise OutputError("Windows allows no file called {part}", "give another name", part=shown(part))


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
            "the folder {folder} cannot be written: {above} is no folder",
            "give another name",
            folder=shown(path.parent),
            above=shown(above),
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
                "the name {part} has {size} bytes; at most {limit} can be used here",
                "give a shorter name",
                part=shown(part),
                size=size,
                limit=limit - ROOM_BYTES,
            )


def _impossible(path: Path, error: OSError) -> OutputError:
    hints = {errno.ENAMETOOLONG: say("give a shorter name"), errno.EACCES: say("choose a folder you may write to")}
    return OutputError(
        say("{name} cannot be written: {reason}", name=shown(path), reason=error.strerror),
        hints.get(error.errno or 0, say("give another name")),
    )
