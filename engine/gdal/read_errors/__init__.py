"""Why GDAL could not open or read a file, and what helps: from its messages to one error with one hint.

Pure, but for `contents.on_disk`, which looks at the file that a message is about. Knows GDAL's wording (3.10 and 3.12)
and which files belong together; opens nothing with GDAL. Reasons that are not known keep GDAL's own text.
"""

import os
import re
from collections.abc import Sequence
from pathlib import Path

from engine.errors import DamageError, SceneError
from engine.gdal import gdal_names, network
from engine.gdal.read_errors import servers
from engine.gdal.read_errors.contents import WITH_HEADER, DiskEntry, Look, contents, on_disk
from engine.gdal.read_errors.reason import FETCH_AGAIN, NO_PERMISSION, Reason, not_built, short, shown
from engine.words import say

_OF_GDALS_CODE = re.compile(r"In file .*, at line \d+, return")
"""What a file system of GDAL adds after the cause: a line of its source."""


def messages(error: BaseException) -> list[str]:
    """What GDAL said, the outermost first and the cause last; before it what servers answered meanwhile."""
    said: list[str] = []
    notes: list[str] = []
    cause: BaseException | None = error
    while cause is not None:
        said.append(" ".join(str(cause).split()))
        notes += getattr(cause, "__notes__", [])
        cause = cause.__cause__
    return notes + [text for text in said if text and not _OF_GDALS_CODE.match(text)]


def unopenable(name: str, error: BaseException) -> SceneError:
    """The error to raise where the raster `name` cannot be opened."""
    found = reason(name, messages(error))
    told = say("not a readable raster: {name} ({why})", name=shown(name), why=found.what)
    return SceneError(told if found.content else _sentence(name, found), found.hint)


def unreadable(name: str, error: BaseException, part: str, reduced: bool = False) -> SceneError:
    """The error to raise where `part` ("rows 0 to 8") of the open raster `name` cannot be read.

    A `DamageError` where the rest can be used without it. `reduced`: it was read in fewer pixels, from overviews.
    """
    found = reason(name, messages(error), opened=True)
    if not found.damaged:
        return SceneError(_sentence(name, found), found.hint)
    mend = say("{mend}, or build its overviews again with gdaladdo", mend=found.hint) if reduced else found.hint
    return DamageError(
        "cannot read {part} of {name} ({why})",
        "{mend}, or --skip-damaged to do without these",
        part=part,
        name=shown(name),
        why=found.what,
        mend=mend,
    )


def lost_sidecar(name: str, heard: Sequence[str]) -> SceneError | None:
    """The error to raise where a server did not say whether there is a mask or another file beside the raster `name`.

    GDAL opens the raster without it, and pixels that a mask leaves out would be mapped.
    """
    found = servers.undecided(name, heard)
    return SceneError(_sentence(name, found), found.hint) if found else None


def _sentence(name: str, found: Reason) -> str:
    return say("cannot read {name}: {why}", name=shown(name), why=found.what)


def reason(name: str, said: Sequence[str], look: Look = on_disk, opened: bool = False) -> Reason:
    """Why `name` could not be read.

    Args:
        name: what was opened.
        said: see `messages`.
        look: tells what is on the disk.
        opened: it could be opened, and a part of it could not be read.
    """
    if found := elsewhere(name, said, look) or _unknown_format(name, said, look) or _damage(name, said):
        return found
    if opened and any(_BLOCK.search(text) for text in said):
        return _damaged(name, said)
    return Reason(short(said), say("see whether `gdalinfo {name}` can read it, and what it says", name=shown(name)))


def elsewhere(name: str, said: Sequence[str], look: Look = on_disk) -> Reason | None:
    """Why a raster or vector file could not be read where the file itself is not to blame, or is not whole."""
    return servers.failed(name, said) or _this_machine(name, said) or _missing(name, said, look)


_CODEC = re.compile(r"missing codec (?:for |of code )?([\w.]+?)\.?$|recognized by driver (\w+), but plugin")
_FORBIDDEN = re.compile(r"^(?:Unable to open )?(.*?)[:.] ?Permission denied")
_MEMORY = re.compile(r"out of memory|can(?:no|')t allocate|memory allocation|malloc", re.IGNORECASE)


def _this_machine(name: str, said: Sequence[str]) -> Reason | None:
    """What is missing on this computer, for its user, or in its build of GDAL."""
    for line in said:
        if _MEMORY.search(line):
            return Reason(say("not enough memory"), say("close other programs, or choose a smaller --extent"))
        if found := _CODEC.search(line):
            codec = say("the compression {name}", name=found[1])
            return not_built(codec if found[1] else say("the format {name}", name=found[2]), name)
        if "Old-JPEG compression" in line:
            return not_built(say("the compression {name}", name="Old-JPEG"), name)
        if found := _FORBIDDEN.search(line):
            return Reason(say("permission denied: {path}", path=found[1]), NO_PERMISSION)
    return None


_ABSENT = tuple(
    map(
        re.compile,
        (
            r"^Unable to open (?P<path>.+?\.shx) or ",
            r"^(?:Unable to open )?[`']?(?P<path>.+?)[`']?[.:] ?No such file or directory",
            r"^[`'](?P<path>.+?)' does not exist in the file system",
            r"^sqlite3_open\((?P<path>.+?)\) failed: unable to open",
            r"^Load json file (?P<path>.+) failed",
            r"(?:[Cc]annot|Failed to|[Uu]nable to) open (?:file |dataset )?[`'\"](?P<path>.+?)[`'\"]",
        ),
    )
)
REBUILD = say("move the file back to that place, or build the description again where the files are now (gdalbuildvrt)")


def _missing(name: str, said: Sequence[str], look: Look) -> Reason | None:
    """A file that does not exist: the named one, or one that it reads."""
    for line in reversed(said):
        if found := next((match for pattern in _ABSENT if (match := pattern.search(line))), None):
            return _absent(name, found["path"], look)
        if band := re.search(r"^(.+?): GDALDataset::GetRasterBand\((\d+)\) - Illegal band", line):
            what = say("it reads band {band} of {file}, which has no such band", band=band[2], file=band[1])
            return Reason(what, say("give the right file its place back, or build the VRT again (gdalbuildvrt)"))
    if any("ENVI header file" in line for line in said):
        return _header(Path(name), look(name))
    return None


def _header(path: Path, found: DiskEntry) -> Reason:
    """The header of raw pixels was given instead of the pixels."""
    data = sorted(other for other in found.beside if Path(other).suffix.lower() in WITH_HEADER)
    if data:
        return Reason(
            say("it is only the header of a raster"),
            say("give the data beside it: {data}", data=path.with_name(data[0])),
        )
    return Reason(
        say("it is the header of a raster, and its data file is missing"),
        say("put {file} beside it", file=f"{path.stem}.dat"),
    )


def _absent(name: str, path: str, look: Look) -> Reason | None:
    if path.lower().endswith(".shx"):
        hint = say("copy all files of the shapefile: .shp, .shx, .dbf and .prj")
        return Reason(say("a part of it is missing: {path}", path=path), hint)
    if not _same(path, name) and path not in name:
        if look(path).kind == "file":  # it is there, so the message means something else
            return None
        at = path if network.is_remote(path) else os.path.abspath(path)  # noqa: PTH100 - GDAL's name, perhaps no path
        return Reason(say("it reads another file, which is not there; it looks for it at {at}", at=at), REBUILD)
    if not gdal_names.is_plain(name) and (file := gdal_names.file_of(name)):
        hint = say("check the name inside it; if that is right, copy or download {file} again", file=file.name)
        return Reason(say("{file} is damaged or holds nothing of that name", file=file.name), hint)
    return Reason(say("there is no such file"), say("check the path of the scene"))


def _same(path: str, name: str) -> bool:
    """Whether GDAL's `path` is what the user calls `name`."""
    return path == name or re.sub(r"^/vsicurl/", "", path) == name or Path(path) == Path(name)


_UNKNOWN = re.compile(r"^[`'](?P<path>.+?)' not recognized as being in a supported file format")


def _unknown_format(name: str, said: Sequence[str], look: Look) -> Reason | None:
    """A file that no driver of GDAL takes for its own."""
    for line in said:
        if found := _UNKNOWN.search(line):
            if _same(found["path"], name):
                return contents(name, look(name))
            inner = contents(found["path"], look(found["path"]))
            return Reason(say("it reads {path}, and {why}", path=found["path"], why=inner.what), inner.hint)
    return None


_DAMAGE = re.compile(
    r"got \d+ bytes, expected|[Dd]ecod|[Dd]ecompress|inflate|Premature end|opj_|code-?stream|corrupt|[Tt]runcat|CRC|"
    r"checksum|too (?:small|short)|Cannot read TIFF header|[Ff]ailed to read directory|TIFFFetch|TIFFRead|VSIFRead|"
    r"[Uu]nexpected end|end of file|strile|malformed|libpng|libjpeg|JSON parsing error|HDF5.*(?:error|fail)"
)
_XML = re.compile(r"^(?:XML|Line \d+:)|doesn't have matching|not well-formed|[Ii]nvalid XML")
_BESIDE = re.compile(r"([^\s,:'\"]+\.(?:ovr|msk|aux\.xml))\b")


_BLOCK = re.compile(r"^(?P<file>.+?), band \d+: IReadBlock failed")
"""Names the file that holds the block: in a product or a VRT, another than the one that was opened."""


def _damage(name: str, said: Sequence[str]) -> Reason | None:
    """A file that is cut off, or whose bytes make no sense."""
    if any(_XML.search(line) for line in said):
        return Reason(say("its XML is cut off or damaged: {said}", said=short(said)), FETCH_AGAIN, content=True)
    return _damaged(name, said) if any(_DAMAGE.search(line) for line in said) else None


def _damaged(name: str, said: Sequence[str]) -> Reason:
    beside = next((found[1] for line in said if (found := _BESIDE.search(line))), None)
    if beside and beside.endswith(".ovr"):
        hint = say("delete {beside}, or build it again with gdaladdo", beside=beside)
        return Reason(say("its overviews {beside} are damaged", beside=beside), hint, content=True, damaged=True)
    if beside:
        hint = say("copy or download {beside} again", beside=beside)
        return Reason(say("its sidecar {beside} is damaged", beside=beside), hint, content=True, damaged=True)
    inner = next((gdal_names.short(found["file"]) for line in reversed(said) if (found := _BLOCK.search(line))), "")
    told = say("it is cut off or damaged: {said}", said=short(said))
    if inner and inner != gdal_names.short(name):
        told = say("its file {file} is cut off or damaged: {said}", file=inner, said=short(said))
    return Reason(told, FETCH_AGAIN, content=True, damaged=True)
