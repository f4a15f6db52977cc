"""What a folder, an archive or a file of several rasters holds, as names that a person can copy.

Knows GDAL's spelling of names and which of several rasters is likely the one that is meant; knows no sensors. Every
name that is offered has been opened once.
"""

import os
import re
import tarfile
import warnings
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path, PurePosixPath

import rasterio
from rasterio.errors import NotGeoreferencedWarning, RasterioError

from engine.errors import SceneError
from engine.gdal import gdal_names
from engine.words import joined, say

MOST_NAMES = 5
"""Names that a hint holds."""
MOST_JOINED = 16
"""Rasters that the command of a hint joins: more do not fit on a line that a person reads."""
MOST_OPENED = 60
"""Rasters that are opened to see what they are."""
MOST_LISTED = 20_000
"""Files of a folder that are looked at."""

RASTERS = {
    ".tif", ".tiff", ".jp2", ".img", ".vrt", ".dat", ".bil", ".bip", ".bsq", ".nc", ".h5", ".hdf", ".hdf5", ".he5",
    ".kea", ".gpkg", ".ntf", ".nitf", ".png", ".jpg", ".jpeg", ".pix", ".grd", ".asc", ".bsb", ".ecw", ".sid", ".hgt",
}  # fmt: skip
"""Suffixes of what is likely a raster. A file with an ENVI header beside it is one, too, whatever it is called."""
PRODUCTS = re.compile(r"MTD_MSIL\w+\.xml|S2\w_OPER_MTD_SAF\w+\.xml|manifest\.safe", re.IGNORECASE)
"""Files that stand for a whole product, of Sentinel-2 (both formats) or Sentinel-1, and that GDAL opens."""
MAGIC = (
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"\x1f\x8b",
    b"7z\xbc\xaf\x27\x1c",
    b"Rar!",
    b"BZh",
    b"\xfd7zXZ\x00",
    b"\x28\xb5\x2f\xfd",
)
"""How files begin that hold others: zip, gzip, 7z, rar, bzip2, xz, zstd."""
UNREADABLE = (OSError, EOFError, zipfile.BadZipFile, tarfile.TarError)
"""What an archive that is cut off raises, or a file that is no archive."""
ZIPS, TARS, PACKED = {".zip"}, {".tar", ".tgz"}, {".7z", ".rar", ".bz2", ".xz", ".zst"}
_BESIDE = re.compile(
    r"(?<![a-z])(?:lat|lon|latitudes?|longitudes?|time|crs|spatial_ref|\w*_bnds|tci|pvi|preview|quick_?looks?\w*|ql\w*|"
    r"browse|thumb\w*|overview|icon|qa|qc|quality\w*|pixelmask|testflags|cloud\w*|\w*mask\w*|udm2?|scl|cld|snw)(?![a-z])"
)
"""What lies beside the image: coordinates, pictures of it, masks."""
_BAND = re.compile(r"[_.](?:SR_)?B(\d\d?A?)(?=[_.]|$)", re.IGNORECASE)
"""The band in the name of a file that holds one, as those of Landsat, HLS and Sentinel-2 are called."""
_THERMAL = re.compile(
    r"LC0[89]_\w*_(B1[01]|ST_\w+)\.|L[TE]0[457]_\w*_(B6\w*|ST_\w+)\.|HLS\.L30\..*B1[01]\.", re.IGNORECASE
)
"""Thermal bands of Landsat: other units than the rest."""


FOLDER, ARCHIVE = say("a folder, not a raster"), say("an archive, not a raster")
DAMAGED = say("an archive that is cut off or damaged")


@dataclass(frozen=True)
class ContainedRaster:
    """One that can be read: its name, and what tells which rasters belong together."""

    name: str
    bands: int
    shape: tuple[int, int]
    grid: tuple[object, ...]

    @property
    def beside(self) -> bool:
        """Whether it is likely not the image itself, but something that lies beside it."""
        return bool(_BESIDE.search(re.sub(r"[_.:/\-]", " ", _last(self.name)).lower()) or 1 in self.shape)

    @property
    def size(self) -> int:
        """Numbers in it."""
        return self.bands * self.shape[0] * self.shape[1]


@dataclass(frozen=True)
class Contents:
    """What a container holds.

    Attributes:
        what: it is.
        rasters: the readable ones, in their own order.
        unopened: how many were not opened.
        archives: in a folder without rasters.
    """

    what: str
    rasters: tuple[ContainedRaster, ...]
    unopened: int = 0
    archives: tuple[str, ...] = ()

    @property
    def best(self) -> list[ContainedRaster]:
        """The rasters, what is likely meant first."""
        return sorted(self.rasters, key=lambda raster: (raster.beside, -raster.size))

    def error(self, name: str) -> SceneError:
        """What to tell who gave the container called `name` as a scene."""
        if self.what == DAMAGED:
            return SceneError("{name} is {what}", "copy or download it again", name=name, what=self.what)
        if not self.rasters:
            return SceneError(
                say("{name} is {what}, and no raster in it can be opened", name=name, what=self.what),
                say("unpack it, and give the raster itself") if self.what == ARCHIVE else self._without_rasters(),
            )
        join = self.joined(name)
        return SceneError(
            say("{name} is {what}", name=name, what=self.what),
            say("{join}; or {give}", join=join, give=self.named()) if join else self.named(),
        )

    def _without_rasters(self) -> str:
        """What to give instead of a folder that holds none."""
        if not self.archives:
            return say("give the raster itself")
        names = [gdal_names.quoted(name) for name in self.archives[:MOST_NAMES]]
        return say("give one of {names}", names=joined(names)) if names[1:] else say("give {name}", name=names[0])

    def named(self) -> str:
        """The advice to give one of the rasters, with names that can be pasted into a shell."""
        names = [gdal_names.quoted(raster.name) for raster in self.best[:MOST_NAMES]]
        more = len(self.rasters) + self.unopened - len(names)
        if len(names) == 1 and not more:
            return say("give {name}", name=names[0])
        listed = joined(names)
        return say(
            "give one of {names}", names=say("{names} ({more} more)", names=listed, more=more) if more else listed
        )

    def joined(self, name: str) -> str | None:
        """The command that makes one scene of bands in files of their own; None where there are none such."""
        bands = {found[1].upper(): raster for raster in self.rasters if (found := _band(raster))}
        grids = [raster.grid for raster in bands.values()]
        alike = {band: raster for band, raster in bands.items() if raster.grid == max(grids, key=grids.count)}
        if not 2 < len(alike) <= MOST_JOINED:
            return None
        ordered = dict(sorted(alike.items(), key=lambda item: (int(re.sub(r"\D", "", item[0])), item[0])))
        stem = _BAND.split(PurePosixPath(gdal_names.short(next(iter(ordered.values())).name)).stem)[0]
        said = ",".join(f"{number}=B{band}" for number, band in enumerate(ordered, 1))
        return say(
            "join the bands: {command}, and add --bands {bands}",
            command=command(f"{stem}.vrt", list(ordered.values())),
            bands=said,
        )


def _band(raster: ContainedRaster) -> re.Match[str] | None:
    return None if raster.bands > 1 or _THERMAL.match(_last(raster.name)) else _BAND.search(_last(raster.name))


def command(out: str, rasters: Sequence[ContainedRaster]) -> str:
    """The command that writes the VRT `out`, which has each of `rasters` as a band."""
    words = ["gdalbuildvrt", "-separate", out, *(raster.name for raster in rasters)]
    return " ".join(map(gdal_names.quoted, words))


def inside(name: str) -> Contents | None:
    """What the folder or archive called `name` holds; None if it is neither, or a folder that GDAL opens as it is."""
    kind = kind_of(name)
    if kind is None or ((kind == "folder" or name.startswith("/vsi")) and _opens(name)):
        return None  # an archive by its plain name is never asked: some driver may take its bytes for pixels
    try:
        members = _members(name, kind)
    except UNREADABLE:
        return Contents(DAMAGED, ())
    found = _contents(FOLDER if kind == "folder" else ARCHIVE, members)
    if kind != "folder" or found.rasters:
        return found
    held = map(str, islice(below(Path(name)), MOST_LISTED))
    return replace(found, archives=tuple(file for file in held if kind_of(file) in ("zip", "tar")))


def subdatasets(dataset: rasterio.DatasetReader) -> Contents:
    """What a dataset without bands of its own holds."""
    return _contents(say("a file of several rasters"), dataset.subdatasets)


def pages(dataset: rasterio.DatasetReader, name: str) -> str | None:
    """What an open dataset holds beside the raster that is read, and how to get at it; None if there is nothing."""
    if not dataset.count or len(dataset.subdatasets) < 2:
        return None
    held = _contents("", dataset.subdatasets)
    if dataset.driver != "GTiff":
        return say(
            "{name} holds {count} more rasters, which are not read: {give}",
            name=name,
            count=len(dataset.subdatasets),
            give=held.named(),
        )
    text = say(
        "{name} has {count} pages, and only the first is read: name another one as {second}",
        name=name,
        count=len(dataset.subdatasets),
        second=gdal_names.quoted(dataset.subdatasets[1]),
    )
    alike = [raster for raster in held.rasters if raster.shape == dataset.shape and raster.bands == 1]
    if held.unopened or not 1 < len(alike) <= MOST_JOINED:
        return text
    return say(
        "{give}, or join them: {command}", give=text, command=command(f"{Path(gdal_names.short(name)).stem}.vrt", alike)
    )


def kind_of(name: str) -> str | None:
    """Whether a name is that of a "folder", a "zip", a "tar" or of what is "packed" in another way."""
    path = Path(name)
    if gdal_names.is_plain(name) and path.is_dir():
        return "folder"
    if not (gdal_names.is_plain(name) or name.startswith(("/vsizip/", "/vsitar/"))):
        return None
    file = gdal_names.file_of(name)
    if file is not None and not _is_packed(file):
        return None  # any file may be called so: its bytes say what it is
    suffix = "".join(path.suffixes[-2:]).lower() if path.suffix.lower() == ".gz" else path.suffix.lower()
    if suffix in TARS | {".tar.gz"}:
        return "tar"
    if suffix in ZIPS:
        return "zip"
    return "packed" if suffix in PACKED or suffix.endswith(".gz") else None


def _is_packed(file: Path) -> bool:
    """Whether a file begins as archives do, or is a tar without compression."""
    try:
        with file.open("rb") as opened:
            if opened.read(8).startswith(MAGIC):
                return True
        return tarfile.is_tarfile(file)
    except (OSError, tarfile.TarError):
        return False


def _members(name: str, kind: str) -> list[str]:
    """The names of what likely is a raster in a folder or an archive; of whole products where it holds some.

    Raises:
        `UNREADABLE`: an archive is cut off or damaged.
    """
    if kind == "folder":
        files = [str(path) for path in islice(below(Path(name)), MOST_LISTED)]
    elif kind == "packed":
        return [f"/vsigzip/{name}"] if name.lower().endswith(".gz") else []
    else:
        archive = gdal_names.file_of(name)
        files = [f"{archive_prefix(name, kind)}/{member}" for member in (_listed(archive, kind) if archive else ())]
    products = [file for file in files if PRODUCTS.fullmatch(_last(file))]
    headers = {file[:-4] for file in files if file.lower().endswith(".hdr")}
    return products or [file for file in files if _is_likely(PurePosixPath(file), headers)]


def _is_likely(file: PurePosixPath, headers: set[str]) -> bool:
    """Whether a file is called like a raster, or has an ENVI header beside it: `scene.hdr` or `scene.dat.hdr`."""
    if file.suffix.lower() in {*RASTERS, ".hdr"}:
        return file.suffix.lower() != ".hdr"
    return bool(headers & {str(file), str(file.with_suffix(""))})


def below(folder: Path) -> Iterator[Path]:
    """All files in a folder and in those in it, in order; none that is hidden."""
    for inner, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(inner, name) for name in sorted(files) if not name.startswith("."))


def archive_prefix(name: str, kind: str) -> str:
    """How GDAL names the archive itself."""
    file = gdal_names.file_of(name)
    return name[: name.index(str(file)) + len(str(file))] if name.startswith("/vsi") else f"/vsi{kind}/{name}"


def listed(archive: Path | None, kind: str) -> list[str]:
    """The files in an archive; none if it cannot be read."""
    try:
        return _listed(archive, kind) if archive else []
    except UNREADABLE:
        return []


def _listed(archive: Path, kind: str) -> list[str]:
    if kind == "zip":
        with zipfile.ZipFile(archive) as file:
            return sorted(name for name in file.namelist() if not name.startswith("__MACOSX/"))
    with tarfile.open(archive) as packed:
        return sorted(member.name.removeprefix("./") for member in packed if member.isfile())


def _contents(what: str, names: Iterable[str]) -> Contents:
    """The readable ones of `names`; a file of several rasters is replaced by these."""
    names = list(names)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", NotGeoreferencedWarning)
        found = [raster for name in names[:MOST_OPENED] for raster in _rasters(name)]
    return Contents(what, tuple(found), len(names[MOST_OPENED:]))


def _rasters(name: str, deep: bool = True) -> list[ContainedRaster]:
    """The raster called `name`, or those in it; none if it cannot be opened, is hollow or holds complex numbers."""
    try:
        with rasterio.open(name) as data:
            inner = data.subdatasets[:MOST_OPENED] if deep else []
            if data.count:
                grid = data.shape, data.crs, data.transform, data.dtypes[0]
                usable = not any(dtype.startswith("complex") for dtype in data.dtypes) and not _is_hollow(data)
                return [ContainedRaster(name, data.count, data.shape, grid)] if usable else []
    except RasterioError:
        return []
    return [raster for subdataset in inner for raster in _rasters(subdataset, deep=False)]


def _is_hollow(data: rasterio.DatasetReader) -> bool:
    """Whether a dataset has no pixels behind it: GDAL also lists Sentinel-2 images that a product does not have."""
    return data.driver == "SENTINEL2" and all(file.lower().endswith(".xml") for file in data.files)


def _opens(name: str) -> bool:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", NotGeoreferencedWarning)
            rasterio.open(name).close()
    except RasterioError:
        return False
    return True


def _last(name: str) -> str:
    return re.split(r"[/\\]", name)[-1]
