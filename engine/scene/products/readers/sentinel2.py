"""Sentinel-2 L1C and L2A: a SAFE folder or its zip, its metadata, one of its images, or images without metadata.

After the Sentinel-2 Products Specification Document (S2-PDGS-TAS-DI-PSD, issue 14 and 15).
"""

import re
import xml.etree.ElementTree as ET  # nosec B405 - types only
from datetime import datetime

from engine.errors import SceneError
from engine.scene.products.files import Files, own_name
from engine.scene.products.product import NOTHING, Flag, Product, ProductBand, unmasked

METADATA = re.compile(r"MTD_MSIL(1C|2A)\.xml", re.IGNORECASE)
IMAGE = re.compile(
    r"(?:L2A_)?(?P<tile>T\d\d[A-Z]{3})_(?P<taken>\d{8}T\d{6})_(?P<what>B\d[\dA]|SCL|AOT|WVP|TCI)"
    r"(?:_(?P<size>[126]0)m)?\.(?:jp2|tiff?)",
    re.IGNORECASE,
)
NAMED = re.compile(rf"{METADATA.pattern}|{IMAGE.pattern.replace('|SCL|AOT|WVP|TCI', '')}|manifest\.safe", re.IGNORECASE)
"""What a person may name to mean the whole product: its metadata, or the image of a band."""
CLASSIFICATION = re.compile(r"MSK_CLASSI_B00\.jp2", re.IGNORECASE)
ORDER = ("B01", "B02", "B03", "B04", "B05", "B06", "B07", "B08", "B8A", "B09", "B10", "B11", "B12")
"""Bands by their number in the metadata (PSD, "bandId")."""
_SIZE_M = dict.fromkeys(("B02", "B03", "B04", "B08"), 10) | dict.fromkeys(("B01", "B09", "B10"), 60)
"""Pixel size at which the instrument takes a band; 20 m for all others."""
NODATA, SATURATED = 0, 65535
"""Stored numbers that mean nothing (PSD, "Special_Values")."""
SCL = (("clouds", (8, 9, 10)), ("shadow", (3,)), ("snow", (11,)), (NOTHING, (0, 1)))
"""Classes of the scene classification: 8 and 9 cloud, 10 cirrus, 3 shadow, 11 snow, 1 saturated or defective."""


def read(files: Files) -> tuple[Product, ...]:
    """The Sentinel-2 products among `files`.

    Raises:
        SceneError: the metadata cannot be read, or names an image that is not there.
    """
    metadata = [name for name, _ in files.matches(METADATA)]
    if metadata:
        return tuple(_with_metadata(files, name) for name in metadata)
    scenes: dict[tuple[str, str], list[tuple[str, re.Match[str]]]] = {}
    for name, image in files.matches(IMAGE):
        scenes.setdefault(_scene(image), []).append((name, image))
    wanted = IMAGE.fullmatch(own_name(files.chosen)) if files.chosen else None
    if wanted:
        scenes = {key: images for key, images in scenes.items() if key == _scene(wanted)}
    return tuple(found for images in scenes.values() if (found := _from_names(images)))


def _with_metadata(files: Files, metadata: str) -> Product:
    folder = metadata.removesuffix(own_name(metadata))
    images = [(name, image) for name, image in files.matches(IMAGE) if name.startswith(folder)]
    root = files.xml(metadata)
    chosen = _chosen(images)
    listed = {
        found[1] for item in root.iter("IMAGE_FILE") if (found := re.search(r"_(B\d[\dA])(?:_\d0m)?$", item.text or ""))
    }
    if missing := sorted(listed - set(chosen)):
        raise SceneError(
            "{name} lacks the image of {band}, which its metadata names",
            "download the product again; to do without the band, give the folder IMG_DATA in it",
            name=own_name(folder.rstrip("/\\")) or own_name(files.given),
            band=missing[0],
        )
    spectral = {
        _padded(item.get("physicalBand", "")): item.find("Wavelength") for item in root.iter("Spectral_Information")
    }
    scalings = _scalings(root)
    bands = tuple(
        ProductBand(band, chosen[band], 1, *_wavelength(spectral.get(band)), scalings.get(band), NODATA)
        for band in ORDER
        if band in chosen
    )
    said = {tag: _first(root, tag) for tag in ("PRODUCT_URI", "SPACECRAFT_NAME", "PROCESSING_LEVEL",
                                               "PROCESSING_BASELINE", "PRODUCT_START_TIME")}  # fmt: skip
    level = "L1C" if own_name(metadata).upper() == "MTD_MSIL1C.XML" else "L2A"
    flags = (*_flags(images), *_cloud_mask(files, folder))
    return Product(
        f"{said['SPACECRAFT_NAME'] or 'Sentinel-2'} {level}",
        bands,
        flags=flags,
        tags={tag: text for tag, text in said.items() if text},
        taken=said["PRODUCT_START_TIME"],
        aside=tuple(sorted({_what(image) for _, image in images} - set(ORDER))),
        ranges=((SATURATED, SATURATED),),
        caution="" if flags else unmasked(own_name(files.given.rstrip("/\\"))),
    )


def _from_names(images: list[tuple[str, re.Match[str]]]) -> Product | None:
    """Images without metadata: nothing says whether their numbers carry an offset. One image is a raster like any.

    Names of L2A state a pixel size, and those of L1C do not (PSD).
    """
    chosen = _chosen(images)
    if len(chosen) < 2:
        return None
    tile, stamp = _scene(images[0][1])
    taken = datetime.strptime(stamp, "%Y%m%dT%H%M%S").isoformat() + "Z"
    flags = _flags(images)
    return Product(
        "Sentinel-2",
        tuple(ProductBand(band, chosen[band], nodata=NODATA) for band in ORDER if band in chosen),
        flags=flags,
        tags={
            "SPACECRAFT_NAME": "Sentinel-2",
            "PRODUCT_ID": f"{tile}_{stamp}",
            "PROCESSING_LEVEL": "Level-2A" if any(image["size"] for _, image in images) else "Level-1C",
            "SENSING_START": taken,
        },
        taken=taken,
        aside=tuple(sorted({_what(image) for _, image in images} - set(ORDER))),
        ranges=((SATURATED, SATURATED),),
        caution="" if flags else unmasked(f"{tile}_{stamp}"),
    )


def _scene(image: re.Match[str]) -> tuple[str, str]:
    """Tile and time in the name of an image."""
    return image["tile"].upper(), image["taken"].upper()


def _what(image: re.Match[str]) -> str:
    """Which band or map an image is: B04, SCL."""
    return image["what"].upper()


def _chosen(images: list[tuple[str, re.Match[str]]]) -> dict[str, str]:
    """The image of each band as the instrument took it; where that is not there, the finest one."""
    best: dict[str, tuple[tuple[bool, int], str]] = {}
    for name, image in images:
        band = _what(image)
        if band not in ORDER:
            continue
        size = int(image["size"] or _SIZE_M.get(band, 20))
        rank = (size != _SIZE_M.get(band, 20), size)
        if band not in best or rank < best[band][0]:
            best[band] = (rank, name)
    return {band: name for band, (_, name) in best.items()}


def _flags(images: list[tuple[str, re.Match[str]]]) -> tuple[Flag, ...]:
    """Those of the finest scene classification."""
    maps = sorted((int(image["size"] or 20), name) for name, image in images if _what(image) == "SCL")
    return tuple(Flag(kind, maps[0][1], 1, values) for kind, values in SCL) if maps else ()


def _cloud_mask(files: Files, folder: str) -> tuple[Flag, ...]:
    """Those of L1C: opaque clouds, cirrus and snow in three bands (PSD 14, MSK_CLASSI)."""
    masks = [name for name, _ in files.matches(CLASSIFICATION) if name.startswith(folder)]
    kinds = ("clouds", "clouds", "snow")
    return tuple(Flag(kind, masks[0], index, (1,)) for index, kind in enumerate(kinds, 1)) if masks else ()


def _scalings(root: ET.Element) -> dict[str, tuple[float, float]]:
    """Scale and offset of each band: (number + offset) / quantification."""
    divisor = float(_first(root, "BOA_QUANTIFICATION_VALUE") or _first(root, "QUANTIFICATION_VALUE") or 0)
    if not divisor:
        return {}
    offsets = {
        ORDER[int(item.get("band_id", ""))]: float(item.text or 0)
        for tag in ("BOA_ADD_OFFSET", "RADIO_ADD_OFFSET")
        for item in root.iter(tag)
    }
    return {band: (1 / divisor, offsets.get(band, 0.0) / divisor) for band in ORDER}


def _wavelength(stated: ET.Element | None) -> tuple[float | None, float | None]:
    if stated is None:
        return None, None
    low, high, centre = (float(stated.findtext(tag) or "nan") for tag in ("MIN", "MAX", "CENTRAL"))
    return centre, high - low


def _padded(band: str) -> str:
    """B1 as file names spell it: B01."""
    return re.sub(r"^B(\d)$", r"B0\1", band)


def _first(root: ET.Element, tag: str) -> str:
    return (next((item.text for item in root.iter(tag) if item.text), None) or "").strip()
