"""Names of vector files, as users give them and as pyogrio takes them.

The one place that knows pyogrio's rules for names. It takes ``!``, ``?``, ``;`` and ``://`` in a path for parts of a
URL and hands GDAL another path. Names for `engine.gdal.gdal_names` are the same for rasters and vectors.
"""

import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from uuid import uuid4
from zipfile import BadZipFile, ZipFile

from engine.errors import LabelError
from engine.gdal import gdal_names

REMOTE = {
    "http": "vsicurl", "https": "vsicurl", "ftp": "vsicurl",
    "s3": "vsis3", "gs": "vsigs", "az": "vsiaz", "oss": "vsioss",
}  # fmt: skip
ARCHIVES = {"zip": "vsizip", "tar": "vsitar", "gzip": "vsigzip"}
"""Schemes of URLs that rasterio takes for scenes, and what GDAL calls them."""
URL = re.compile(r"([a-z0-9]+(?:\+[a-z0-9]+)?)://(.*)", re.DOTALL)
LAYERS = (".gpkg", ".geojson", ".shp", ".json", ".fgb", ".gml", ".kml", ".gpx", ".sqlite", ".tab", ".mif", ".parquet")
"""What a file of labels in a zip is called."""
ODD = re.compile(r"[!?;\\\x00-\x1f]|^//|\.zip$", re.IGNORECASE)
"""What pyogrio, or a driver of GDAL, takes for more than a part of a path."""


class Verbatim:
    """A name that pyogrio hands to GDAL as it is: of what can be read it takes what `read` gives."""

    def __init__(self, name: str) -> None:
        self._name = name

    def read(self) -> str:
        """The name."""
        return self._name


def source_of(name: str) -> Verbatim | str:
    """What to give to pyogrio to read the labels that a user calls `name`.

    Raises:
        LabelError: there is no such file, or a zip holds several that might be meant.
        RequestError: the name is not in UTF-8.
    """
    path = gdal_names.spelled(name)
    if not gdal_names.is_plain(name):
        return _verbatim(_from_url(path))
    if not Path(path).exists():
        raise LabelError(f"no such label file: {name}", "check the path of the labels")
    return _verbatim(_in_zip(name, path) if path.lower().endswith(".zip") and Path(path).is_file() else path)


def _verbatim(path: str) -> Verbatim | str:
    return Verbatim(path) if ODD.search(path) and not path.startswith("/vsi") else path


def _from_url(name: str) -> str:
    """A URL as GDAL spells it; other names as they are."""
    found = URL.fullmatch(name)
    if not found:
        return name
    schemes, rest = found[1].split("+"), found[2]
    archive = f"/{ARCHIVES[schemes[0]]}/" if schemes[0] in ARCHIVES else ""
    home = schemes[-1]
    outer, mark, inner = rest.rpartition("!") if archive and "!" in rest else (rest, "", "")
    if home in REMOTE:
        outer = f"/{REMOTE[home]}/{f'{home}://' if REMOTE[home] == 'vsicurl' else ''}{outer}"
    elif home not in ARCHIVES and home != "file":
        return name
    return f"{archive}{outer}/{inner.lstrip('/')}" if mark else archive + outer


def _in_zip(name: str, path: str) -> str:
    """The one file of labels in a zip, or the zip itself where GDAL has to see."""
    try:
        with ZipFile(path) as archive:
            found = [inner for inner in map(PurePosixPath, archive.namelist()) if _holds_labels(inner)]
    except (BadZipFile, OSError):
        return path
    inside = f"/vsizip/{{{path}}}"
    if len(found) > 1:
        raise LabelError(
            f"the labels {name} hold several files: {', '.join(map(str, found))}",
            f"name one of them: /vsizip/{name}/{found[0]}",
        )
    return f"{inside}/{found[0]}" if found else inside


def _holds_labels(inner: PurePosixPath) -> bool:
    hidden = any(part.startswith((".", "__MACOSX")) for part in inner.parts)
    return inner.suffix.lower() in LAYERS and not hidden


@contextmanager
def written_as(path: Path) -> Iterator[Path]:
    """A name under which pyogrio and GDAL can write `path`: itself, or a plain one beside it, renamed at the end.

    Windows, which makes no links for everybody, has no need of them: pyogrio leaves names with a drive alone.
    """
    if not ODD.search(path.absolute().as_posix()):
        yield path
        return
    stem = f"ofa{uuid4().hex}"
    with tempfile.TemporaryDirectory(prefix="ofa-") as folder:
        link = Path(folder, "to")
        try:
            link.symlink_to(path.parent.absolute(), target_is_directory=True)
        except OSError:
            yield path
            return
        yield link / f"{stem}{path.suffix}"
        for made in list(path.parent.glob(f"{stem}*")):
            made.rename(path.with_suffix(made.suffix))
