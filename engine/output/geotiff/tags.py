"""The tables of a TIFF: GDAL's own tags of a tiny file, written again with another size and other blocks.

GDAL knows how coordinate systems, palettes, names and nodata are told in a GeoTIFF; this module only knows how a
table of tags is laid out (TIFF 6.0, section 2; BigTIFF). Knows no pixels.
"""

import struct
import warnings
from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
from rasterio.errors import NotGeoreferencedWarning
from rasterio.io import DatasetWriter, MemoryFile

Tag: TypeAlias = tuple[int, int, bytes]
"""Type, number of values, and their bytes in little-endian order."""
Tags: TypeAlias = dict[int, Tag]

SHORT, LONG, LONG8 = 3, 4, 16
BYTES = {1: 1, 2: 1, SHORT: 2, LONG: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, LONG8: 8}
"""Bytes of a value by its type."""
REDUCED, WIDTH, HEIGHT, OFFSETS, SIZES = 254, 256, 257, 324, 325
OF_OVERVIEWS = (258, 259, 262, 277, 284, 317, 320, 322, 323, 338, 339, 42113)
"""What an overview says of itself: how pixels and blocks are stored, palette, nodata. The rest stands once."""
LARGEST_CLASSIC = 2**32 - 1
"""Places in a classic TIFF have 32 bits; larger files are BigTIFF."""
HEADER_BYTES = 16  # of a BigTIFF; a classic header is half as long and leaves the rest empty


def template(finish: Callable[[DatasetWriter], None], **profile: object) -> Tags:
    """The tags that GDAL gives to a file of one pixel with this profile, after `finish` has set what is to be set."""
    with MemoryFile() as memory, warnings.catch_warnings():
        warnings.simplefilter("ignore", NotGeoreferencedWarning)
        with memory.open(driver="GTiff", width=1, height=1, ENDIANNESS="LITTLE", BIGTIFF="NO", **profile) as file:
            finish(file)
        return read(memory.read())


def read(tiff: bytes) -> Tags:
    """The tags of the first table of a little-endian classic TIFF."""
    assert tiff[:4] == b"II*\0", "a little-endian classic TIFF"  # nosec B101
    (table,) = struct.unpack_from("<I", tiff, 4)
    (count,) = struct.unpack_from("<H", tiff, table)
    found: Tags = {}
    for entry in range(table + 2, table + 2 + 12 * count, 12):
        tag, kind, values = struct.unpack_from("<HHI", tiff, entry)
        size = BYTES[kind] * values
        start = entry + 8 if size <= 4 else struct.unpack_from("<I", tiff, entry + 8)[0]
        found[tag] = kind, values, tiff[start : start + size]
    return found


def of_level(tags: Mapping[int, Tag], level: int, height: int, width: int) -> Tags:
    """The tags of the file itself (level 0) or of an overview, with its size."""
    kept = dict(tags) if level == 0 else {tag: tags[tag] for tag in OF_OVERVIEWS if tag in tags}
    size = {WIDTH: _long(width), HEIGHT: _long(height)}
    return {**kept, **size, **({REDUCED: _long(1)} if level else {})}


def finished(
    levels: Sequence[tuple[Tags, npt.NDArray[np.uint64], npt.NDArray[np.uint64]]], end: int
) -> tuple[bytes, bytes]:
    """The header of a file and the tables to append to it.

    Args:
        levels: tags, and the place and the size in bytes of every block; overviews last.
        end: how long the file is without the tables.
    """
    longest = sum(sum(len(value) + 64 for _, _, value in tags.values()) + 16 * len(at) for tags, at, _ in levels)
    big = end + longest > LARGEST_CLASSIC
    start = end + end % 2  # a table begins at an even byte
    header = struct.pack("<2sHHHQ", b"II", 43, 8, 0, start) if big else struct.pack("<2sHI8x", b"II", 42, start)
    written = bytearray(start - end)
    for number, (tags, offsets, sizes) in enumerate(levels):
        kind = LONG8 if big else LONG
        places = {OFFSETS: (kind, len(offsets), _words(offsets, kind)), SIZES: (LONG, len(sizes), _words(sizes, LONG))}
        last = number == len(levels) - 1
        written += _table({**tags, **places}, end + len(written), big, last)
    return header, bytes(written)


def _table(tags: Mapping[int, Tag], at: int, big: bool, last: bool) -> bytes:
    """One table that begins at byte `at`: entries in order, the place of the next table, values too long for one."""
    head, word, inline = ("<Q", "<HHQ", 8) if big else ("<H", "<HHI", 4)
    place = "<Q" if big else "<I"
    entry_bytes = struct.calcsize(word) + inline
    beyond = at + struct.calcsize(head) + entry_bytes * len(tags) + inline
    entries, values = bytearray(struct.pack(head, len(tags))), bytearray()
    for tag, (kind, count, value) in sorted(tags.items()):
        entries += struct.pack(word, tag, kind, count)
        if len(value) <= inline:
            entries += value.ljust(inline, b"\0")
        else:
            entries += struct.pack(place, beyond + len(values))
            values += value + bytes(len(value) % 2)
    return bytes(entries + struct.pack(place, 0 if last else beyond + len(values)) + values)


def _long(value: int) -> Tag:
    return LONG, 1, struct.pack("<I", value)


def _words(values: npt.NDArray[np.uint64], kind: int) -> bytes:
    return values.astype("<u8" if kind == LONG8 else "<u4").tobytes()
