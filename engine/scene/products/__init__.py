"""Products as people download them: found by what a folder, an archive or a file beside others holds. Reads no pixels.

One reader a family of products. A reader knows files and metadata; what a scene is made of, `assembly` knows.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from engine.errors import SceneError, SeveralProductsError
from engine.gdal import gdal_names
from engine.scene.products.files import Files, beside, inside, own_name
from engine.scene.products.product import Product, lacking
from engine.scene.products.readers import (
    elevation,
    emit,
    enmap,
    landsat,
    planetscope,
    prisma,
    sentinel1,
    sentinel2,
    stac_item,
    tessera,
)
from engine.words import joined, say

__all__ = ["Product", "find"]

MOST_NAMES = 3
"""Products that an error names."""


@dataclass(frozen=True)
class Reader:
    """`named` is what a file is called that stands for a product, `marker` what lies at the top of the product."""

    named: re.Pattern[str]
    read: Callable[[Files], tuple[Product, ...]]
    marker: re.Pattern[str] | None = None


READERS = (
    Reader(sentinel2.NAMED, sentinel2.read, sentinel2.METADATA),
    Reader(landsat.NAMED, landsat.read),
    Reader(enmap.NAMED, enmap.read),
    Reader(planetscope.NAMED, planetscope.read),
    Reader(sentinel1.NAMED, sentinel1.read),
    Reader(elevation.NAMED, elevation.read),
    Reader(prisma.NAMED, prisma.read),
    Reader(emit.NAMED, emit.read),
    Reader(tessera.NAMED, tessera.read),
    Reader(stac_item.NAMED, stac_item.read),
)
"""In the order in which they are asked: an item of STAC may lie beside what it describes."""


def find(name: str, remote: bool = False) -> Product | None:
    """The product that a person means by `name`: a folder, an archive, or a file of one; None if it is not a product.

    Args:
        name: see `engine.gdal.gdal_names`.
        remote: whether what an item names may be read from the network.

    Raises:
        SeveralProductsError: it holds several products.
        SceneError: it lacks a file, or its metadata cannot be read.
    """
    if not gdal_names.is_plain(name):
        return None
    if Path(name).is_file():
        for reader in READERS:
            if reader.named.fullmatch(own_name(name)) and (found := _read(reader, beside(name, reader.marker, remote))):
                return _only(found, name)
    return _only(found, name) if (found := all_in(name, remote)) else None


def all_in(name: str, remote: bool = False) -> tuple[Product, ...]:
    """The products in the folder or archive called `name`, each once; none if it is neither.

    Raises:
        SceneError: one lacks a file, or its metadata cannot be read.
    """
    files = inside(name, remote) if Path(name).exists() else None
    found: list[Product] = []
    for reader in READERS if files and files.names else ():
        try:
            read = _read(reader, files) if files else ()
        except SceneError:
            if reader.read is stac_item.read and found:  # its assets may lie on a server
                break
            raise
        used = {own_name(file) for product in found for file in product.files}  # an item may name those on a server
        found += [product for product in read if not used & set(map(own_name, product.files))]
    return tuple(found)


def _read(reader: Reader, files: Files) -> tuple[Product, ...]:
    """The products that a reader finds.

    Raises:
        SceneError: one lacks a file, or its metadata cannot be read, or say what makes no sense.
    """
    try:
        found = reader.read(files)
    except (ValueError, LookupError, TypeError, AttributeError) as error:  # metadata may hold anything
        why = f"{type(error).__name__}: {error}"
    else:
        if all(product.bands for product in found):
            for product in found:
                _require_files(product)
            return found
        why = say("they name no band")
    raise SceneError(
        "cannot make sense of the metadata of {name} ({why})",
        "copy or download the product again",
        name=own_name(files.given.rstrip("/\\")),
        why=why,
    )


def _require_files(product: Product) -> None:
    """Return if the files on a disk that the metadata name are there.

    Raises:
        SceneError: one is not.
    """
    if missing := [file for file in product.files if gdal_names.is_plain(file) and not Path(file).exists()]:
        raise lacking(product.title, own_name(missing[0]))


def _only(found: tuple[Product, ...], name: str) -> Product:
    if len(found) > 1:
        titles = [product.title for product in found]
        called = sorted(one.title if titles.count(one.title) == 1 else one.id for one in found)
        more = len(found) - MOST_NAMES
        shown = joined([*called[:MOST_NAMES], *(["…"] if more > 0 else [])])
        raise SeveralProductsError(
            "{name} holds {count} products ({shown})",
            say("give one of them; engine batch maps each as a scene of its own"),
            name=own_name(name.rstrip("/\\")),
            count=len(found),
            shown=shown,
        )
    return found[0]
