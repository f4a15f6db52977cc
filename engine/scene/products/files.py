"""The files of a product: those of a folder or an archive, or those that lie beside the one that a person names."""

import hashlib
import json
import re
import tarfile
import xml.etree.ElementTree as ET  # nosec B405 - only for documents without entities, see `Files.xml`
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from engine.errors import SceneError
from engine.gdal import containers, gdal_names

DEEPEST = 6
"""Folders above a file in which its product's metadata may lie."""
LARGEST_METADATA = 50_000_000
"""Bytes of metadata that are read: those of no product are as large."""
END_BYTES = 1 << 20
"""Of a file's beginning, and of its end, that tell it from others: a scene of gigabytes is not read for it."""


@dataclass(frozen=True)
class Files:
    """What may be one product.

    Attributes:
        given: what the person named.
        names: files, as GDAL opens them.
        chosen: the file among them that the person named; empty where that is a folder or an archive.
        remote: whether what an item names may be read from the network.
    """

    given: str
    names: tuple[str, ...]
    chosen: str = ""
    remote: bool = False

    def matches(self, pattern: re.Pattern[str]) -> Iterator[tuple[str, re.Match[str]]]:
        """Files whose own name `pattern` is, with what it found, in the order of names."""
        for name in self.names:
            if found := pattern.fullmatch(own_name(name)):
                yield name, found

    def text(self, name: str) -> str:
        """What a file of metadata holds.

        Raises:
            SceneError: it cannot be read.
        """
        try:
            return _bytes(name).decode("utf-8-sig", errors="replace")
        except (OSError, KeyError, zipfile.BadZipFile, tarfile.TarError, EOFError) as error:
            raise _unreadable(name, str(error)) from error

    def xml(self, name: str) -> ET.Element:
        """The root of a file in XML; names of elements without their namespaces.

        Raises:
            SceneError: it cannot be read, is no XML or holds entities, which no product's metadata does.
        """
        text = self.text(name)
        if "<!DOCTYPE" in text or "<!ENTITY" in text:
            raise _unreadable(name, "it holds entities")
        try:
            root = ET.fromstring(text)  # noqa: S314 # nosec B314 - no entities, bounded size
        except ET.ParseError as error:
            raise _unreadable(name, str(error)) from error
        for element in root.iter():
            element.tag = element.tag.rpartition("}")[2]
        return root

    def json(self, name: str) -> Any:  # noqa: ANN401 - whatever it holds
        """What a file in JSON holds.

        Raises:
            SceneError: it cannot be read, or is no JSON.
        """
        try:
            return json.loads(self.text(name))
        except (ValueError, RecursionError) as error:
            raise _unreadable(name, str(error)) from error


def own_name(name: str) -> str:
    """A file's name without its folders."""
    return re.split(r"[/\\]", name)[-1]


def digest_of_ends(names: Sequence[str]) -> str:
    """SHA-256 of files' sizes, beginnings and ends; of the archive, where one is in it; empty if not on a disk."""
    digest = hashlib.sha256()
    for name in names:
        path = gdal_names.file_of(name)
        if path is None:
            return ""
        size = path.stat().st_size
        with path.open("rb") as file:
            digest.update(f"{size}".encode() + file.read(END_BYTES))
            file.seek(max(0, size - END_BYTES))
            digest.update(file.read(END_BYTES))
    return digest.hexdigest()


def _unreadable(name: str, why: str) -> SceneError:
    return SceneError(
        "cannot read the metadata {name}: {why}",
        "copy or download the product again",
        name=own_name(name),
        why=" ".join(why.split()),
    )


def _bytes(name: str) -> bytes:
    archive = gdal_names.file_of(name) if name.startswith("/vsi") else None
    if archive is None:
        return _bounded(Path(name).read_bytes())
    inner = name.partition(f"{archive}/")[2]
    if name.startswith("/vsizip/"):
        with zipfile.ZipFile(archive) as packed:
            return _bounded(packed.read(inner))
    with tarfile.open(archive) as tar:
        member = next((each for each in tar if each.name.removeprefix("./") == inner), None)
        found = tar.extractfile(member) if member else None
        if found is None:
            raise OSError("not in the archive")
        return _bounded(found.read(LARGEST_METADATA + 1))


def _bounded(held: bytes) -> bytes:
    if len(held) > LARGEST_METADATA:
        raise OSError("too large for metadata")
    return held


def inside(name: str, remote: bool = False) -> Files | None:
    """The files of the folder or archive called `name`; None if it is neither."""
    kind = containers.kind_of(name)
    if kind == "folder":
        below = islice(containers.below(Path(name).absolute()), containers.MOST_LISTED)
        return Files(name, tuple(map(str, below)), remote=remote)
    archive = gdal_names.file_of(name)
    if kind not in ("zip", "tar") or archive is None:
        return None
    prefix = containers.archive_prefix(str(archive.absolute()) if gdal_names.is_plain(name) else name, kind)
    return Files(name, tuple(f"{prefix}/{member}" for member in containers.listed(archive, kind)), "", remote)


def beside(name: str, marker: re.Pattern[str] | None, remote: bool = False) -> Files:
    """The files around the file called `name`: below the folder that holds a `marker`, else those of its own folder."""
    path = Path(name).absolute()
    top = next((folder for folder in path.parents[:DEEPEST] if marker and _holds(folder, marker)), None)
    found = islice(containers.below(top) if top else _files(path.parent), containers.MOST_LISTED)
    return Files(name, tuple(map(str, found)), str(path), remote)


def _holds(folder: Path, marker: re.Pattern[str]) -> bool:
    return any(marker.fullmatch(path.name) for path in _files(folder))


def _files(folder: Path) -> list[Path]:
    """The files in a folder; none if nobody may look into it."""
    try:
        return sorted(path for path in folder.iterdir() if path.is_file() and not path.name.startswith("."))
    except OSError:
        return []
