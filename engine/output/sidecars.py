"""Files that belong to another one by their names: what GDAL, QGIS and ArcGIS put beside a raster, vector or table.

Tells which of them stand beside a result, so that they go when it is replaced, and which belong to somebody else. The
lists are those of GDAL's driver pages (and of ``gdalinfo``'s "Files"), QGIS's ``.qml``, ``.sld`` and ``.qmd``, and
Esri's *Shapefile file extensions*. Compares names as GDAL does: in any case.
"""

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

TIFFS = (".tif", ".tiff")
RASTERS = (
    *TIFFS, ".asc", ".bil", ".bip", ".bmp", ".bsq", ".dat", ".ecw", ".flt", ".gif", ".img", ".jp2", ".jpeg", ".jpg",
    ".nc", ".png", ".sid", ".vrt", ".webp",
)  # fmt: skip
SHAPEFILES = (".shp",)
STYLED = (*SHAPEFILES, ".geojson")
"""Vectors whose style we write beside them; a GeoPackage holds its own."""
BESIDE_PRJ = (".asc", ".bil", ".bip", ".bsq", ".flt")
"""Rasters whose reference system is in a file ``.prj``."""
VECTORS = (*STYLED, ".csv", ".dxf", ".fgb", ".gml", ".gpkg", ".json", ".kml", ".kmz", ".parquet", ".sqlite", ".tab")

FACTS_BYTES = 1 << 20
"""Of a style or a table: enough to tell whose it is."""


def _anything(path: Path, final: Path) -> bool:
    return True


def _names_it(path: Path, final: Path) -> bool:
    """A MapInfo ``.tab`` may be a table of its own: it belongs to the raster that it names."""
    return final.name.casefold().encode() in _beginning(path).lower()


def _erdas(path: Path, final: Path) -> bool:
    """Other programs have files of this ending, too: LaTeX, for one."""
    return _beginning(path).startswith((b"EHFA_HEADER_TAG", b"AuxilaryTarget"))


def _digital_globe(path: Path, final: Path) -> bool:
    return b"<isd" in _beginning(path).lower()


@dataclass(frozen=True)
class SidecarKind:
    """A file that belongs to others.

    Attributes:
        endings: what its name has behind the other's stem (or, see `whole`, name), in small letters; "*" is any text
            without a full stop.
        owners: suffixes of the files that it can belong to.
        whole: whether it is named by the other's whole name, and so can belong to nothing else.
        speaks: whether it tells something of every file of its stem, or is written with one: then it must not stand
            beside a result while it belongs to something else.
        where: whether it is what its name says.
    """

    endings: tuple[str, ...]
    owners: tuple[str, ...]
    whole: bool = False
    speaks: bool = True
    where: Callable[[Path, Path], bool] = _anything

    def owners_of(self, path: Path) -> tuple[str, ...]:
        """Suffixes of the files that `path`, which is such a part, can belong to: a style says of what it is."""
        text = _beginning(path) if ".qml" in self.endings and path.suffix.lower() == ".qml" else b""
        if b"<rasterrenderer" in text:
            return RASTERS
        return VECTORS if b"<renderer-v2" in text else self.owners

    def fits(self, name: str, final: Path) -> bool:
        """Whether a file called `name` would be this part of `final`."""
        start = (final.name if self.whole else final.stem).casefold()
        name = name.casefold()
        return name.startswith(start) and any(_like(name[len(start) :], ending) for ending in self.endings)


def _like(text: str, ending: str) -> bool:
    return bool(re.fullmatch(re.escape(ending).replace(r"\*", "[^.]+"), text))


_PAM = (".aux.xml",)
_STYLE = SidecarKind((".qml",), (*RASTERS, *VECTORS))
_ABOUT = SidecarKind((".sld", ".qmd"), (*RASTERS, *VECTORS), speaks=False)
_RASTER = (
    SidecarKind((*_PAM, ".ovr", ".ovr.ovr", ".ovr.aux.xml", ".ovr.msk", ".msk", ".msk.ovr", ".msk.aux.xml", ".xml",
                 ".aux", ".vat.dbf", ".vat.dbf.xml", ".vat.cpg", ".points", ".rrd"), RASTERS, whole=True),
    SidecarKind((".wld", ".rrd", ".rpb", ".rpc", ".imd", "_rpc.txt"), RASTERS),
    SidecarKind((".aux",), RASTERS, where=_erdas),
    SidecarKind((".tab",), RASTERS, where=_names_it),
    SidecarKind((".xml",), RASTERS, where=_digital_globe),
    _STYLE, _ABOUT,
)  # fmt: skip
_SHAPEFILE = (
    SidecarKind((".xml",), SHAPEFILES, whole=True),
    SidecarKind((".shx", ".sbn", ".sbx", ".fbn", ".fbx", ".ain", ".aih", ".ixs", ".mxs", ".atx", ".*.atx", ".qix",
                 ".qpj", ".cst", ".dbf", ".dbf.xml", ".idm", ".ind", ".cdx", ".cpg"), SHAPEFILES),
    SidecarKind((".prj",), (*SHAPEFILES, *BESIDE_PRJ)),
)  # fmt: skip
PARTS: dict[str, tuple[SidecarKind, ...]] = {
    **dict.fromkeys(TIFFS, (SidecarKind((".tfw", ".tifw", ".tiffw"), TIFFS), *_RASTER)),
    ".png": (SidecarKind((".pgw", ".pngw"), (".png",)), *_RASTER),
    ".shp": (*_SHAPEFILE, _STYLE, _ABOUT),
    ".geojson": (SidecarKind((*_PAM, ".xml"), VECTORS, whole=True), _STYLE, _ABOUT),
    ".gpkg": (
        SidecarKind(("-wal", "-shm", "-journal", ".xml", *_PAM), (".gpkg",), whole=True),
        replace(_STYLE, speaks=False),
        _ABOUT,
    ),
    ".csv": (
        SidecarKind((".xml", *_PAM), (".csv",), whole=True),
        SidecarKind((".csvt",), (".csv",)),
        SidecarKind((".prj",), (*SHAPEFILES, *BESIDE_PRJ, ".csv"), speaks=False),
        replace(_STYLE, speaks=False),
        _ABOUT,
    ),
}
"""By the suffix of a result: what can belong to it."""


def parts_of(final: Path) -> tuple[SidecarKind, ...]:
    """What can belong to a file of this name."""
    return PARTS.get(final.suffix.lower(), ())


def beside(final: Path, ours: Collection[Path] = ()) -> tuple[list[Path], list[Path]]:
    """What belongs to `final`, and what would speak for it or be replaced with it, but belongs to another file.

    Args:
        final: a file that need not be there.
        ours: results of the same job: what belongs to one of them and to nothing else is no other's.

    Raises:
        OSError: the folder cannot be read.
    """
    parts, stem = parts_of(final), final.stem.casefold()
    if not parts or not final.parent.is_dir():
        return [], []
    there = [path for path in sorted(final.parent.iterdir()) if path.name.casefold().startswith(stem)]
    there = [path for path in there if path != final and path not in ours and _is_file(path)]
    own, foreign = [], []
    for path in there:
        part = next((part for part in parts if part.fits(path.name, final) and part.where(path, final)), None)
        if part and not _others(path, part, final, there):
            own.append(path)
        elif part and part.speaks:
            foreign.append(path)
    return own, foreign


def _others(path: Path, part: SidecarKind, final: Path, there: Iterable[Path]) -> bool:
    """Whether the sidecar `path` of `final` is another file's as well, or rather."""
    owners = part.owners_of(path)
    if part.speaks and part.endings == _STYLE.endings and final.suffix.lower() in owners and final.exists():
        return False
    exactly = path.name.startswith(final.name if part.whole else final.stem)
    if exactly and part.whole:
        return False
    rivals = (other for other in there if other != path and other.suffix.lower() in owners)
    if exactly:
        return any(other.stem == final.stem for other in rivals)
    return any(
        path.name.startswith(other.name if part.whole else other.stem) and part.fits(path.name, other)
        for other in rivals
    )


def clash(one: Path, other: Path) -> bool:
    """Whether two results of these names would have a sidecar in common, or one is called as a sidecar of the other."""
    if one.parent != other.parent:
        return False
    if any(part.fits(b.name, a) for a, b in ((one, other), (other, one)) for part in parts_of(a)):
        return True
    shared = (set(TIFFS), set(STYLED))
    return one.stem == other.stem and any({one.suffix.lower(), other.suffix.lower()} <= group for group in shared)


def _is_file(path: Path) -> bool:
    return path.is_file() or path.is_symlink()


def _beginning(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(FACTS_BYTES)
    except OSError:
        return b""
