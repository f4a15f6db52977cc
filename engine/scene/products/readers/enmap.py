"""EnMAP L2A: the image with its metadata and quality layers beside it.

After the EnMAP HSI Level 1/2 Product Specification (EN-PCV-ICD-2009-2): the metadata has wavelength, width, gain and
offset of each band, and which of the bands hold anything.
"""

import math
import re

from engine.scene.products.files import Files, own_name
from engine.scene.products.product import NOTHING, Flag, Product, ProductBand, unmasked
from engine.sensors.catalogue import CATALOGUE
from engine.sensors.headers import enmap_header

_SCENE = r"(?P<scene>ENMAP\d\d-____L2A-\w+)"
METADATA = re.compile(rf"{_SCENE}-METADATA\.XML", re.IGNORECASE)
NAMED = re.compile(rf"{_SCENE}-(?:METADATA\.XML|SPECTRAL_IMAGE(?:_COG)?\.TIFF?)", re.IGNORECASE)
"""What a person may name to mean the whole product."""
NODATA = -32768
MOST_SHIFTED_NM = 20
"""How far the band of a rank may lie from where it was in 2022: beyond, bands were left out."""
SOME = tuple(range(1, 255))
"""Numbers of a quality layer that say that there is some; 0 is none, 255 background."""
LAYERS = (
    ("clouds", "CLOUD", SOME),
    ("clouds", "CIRRUS", SOME),
    ("haze", "HAZE", SOME),
    ("shadow", "CLOUDSHADOW", SOME),
    ("snow", "SNOW", SOME),
    (NOTHING, "CLASSES", (3,)),
)
"""What is masked by which quality layer; class 3 is background."""


def read(files: Files) -> tuple[Product, ...]:
    """The EnMAP products among `files`.

    Raises:
        SceneError: the metadata cannot be read.
    """
    wanted = NAMED.fullmatch(own_name(files.chosen)) if files.chosen else None
    scenes = [(name, found["scene"]) for name, found in files.matches(METADATA)]
    found = (_product(files, *each) for each in scenes if not wanted or wanted["scene"] == each[1])
    return tuple(product for product in found if product)


def _product(files: Files, metadata: str, scene: str) -> Product | None:
    present = {own_name(name).upper(): name for name in files.names if own_name(name).startswith(scene)}
    image = next((name for key, name in present.items() if re.search(r"-SPECTRAL_IMAGE(_COG)?\.TIFF?$", key)), None)
    header = enmap_header(files.text(metadata))
    if image is None or not header:
        return None
    root = files.xml(metadata)
    columns = [_numbers(header[name]) for name in ("wavelength", "fwhm", "data_gain_values", "data_offset_values")]
    names = _names(columns[0])
    good = _numbers(header.get("bbl", "")) or [1.0] * len(columns[0])
    bands = tuple(
        ProductBand(names[index - 1], image, index, centre, width, (gain, offset), NODATA, good=bool(fine))
        for index, (centre, width, gain, offset, fine) in enumerate(zip(*columns, good, strict=True), 1)
    )
    taken = root.findtext(".//temporalCoverage/startTime") or ""
    flags = tuple(
        Flag(kind, present[key], 1, values)
        for kind, layer, values in LAYERS
        if (key := f"{scene}-QL_QUALITY_{layer}.TIF".upper()) in present
    )
    return Product(
        "EnMAP L2A",
        bands,
        flags,
        {"SENSOR": "EnMAP", "PRODUCT_ID": scene, "SENSING_START": taken},
        taken,
        whole=True,
        caution="" if any(flag.kind == "clouds" for flag in flags) else unmasked(scene),
    )


def _names(centres_nm: list[float]) -> list[str]:
    """Names of the bands of a whole product, by the order of their wavelengths; empty ones where bands were left out.

    Products list the bands of the two detectors one detector after the other, or by wavelength: their numbers differ.
    """
    known = CATALOGUE["enmap"].bands
    if len(centres_nm) != len(known):
        return [""] * len(centres_nm)
    ours = sorted(known, key=lambda band: band.wavelength_nm or 0)
    places = sorted(range(len(centres_nm)), key=centres_nm.__getitem__)
    named = dict(zip(places, ours, strict=True))
    shifted = max(abs(centres_nm[place] - (band.wavelength_nm or 0)) for place, band in named.items())
    return [named[place].name if shifted < MOST_SHIFTED_NM else "" for place in range(len(named))]


def _numbers(text: str) -> list[float]:
    return [float(item) if item else math.nan for item in text.split(",")] if text else []
