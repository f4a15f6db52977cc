"""PlanetScope surface reflectance with its usable data mask (UDM2) and the metadata beside it.

After Planet's "PSScene" and "UDM 2.1" pages. The XML beside it belongs to the radiance product: its coefficients do not
hold for surface reflectance, which is stored times 10000.
"""

import re
from typing import Any

from engine.scene.products.files import Files, own_name
from engine.scene.products.product import NOTHING, Flag, Product, ProductBand, unmasked

NAMED = re.compile(
    r"(?P<scene>(?P<day>\d{8})_(?P<time>\d{6})_\w+?)_3B_AnalyticMS_SR(?P<eight>_8b)?(?:_harmonized)?(?:_clip)?\.tiff?"
)
"""The image: four bands, or eight."""
EIGHT = ("Coastal", "Blue", "Green1", "Green", "Yellow", "Red", "RedEdge", "NIR")
FOUR = ("Blue", "Green", "Red", "NIR")
# Planet, "PlanetScope instruments": edges of the bands in nm.
SUPERDOVE = {
    "Coastal": (431, 452), "Blue": (465, 515), "Green1": (513, 549), "Green": (547, 583), "Yellow": (600, 620),
    "Red": (650, 680), "RedEdge": (697, 713), "NIR": (845, 885),
}  # fmt: skip
DOVE_R = {"Blue": (464, 517), "Green": (547, 585), "Red": (650, 682), "NIR": (846, 888)}
DOVE = {"Blue": (455, 515), "Green": (500, 590), "Red": (590, 670), "NIR": (780, 860)}
INSTRUMENTS = {"PSB.SD": SUPERDOVE, "PS2.SD": DOVE_R, "PS2": DOVE}
UDM2 = (("snow", 2, (1,)), ("shadow", 3, (1,)), ("haze", 4, (1,)), ("haze", 5, (1,)), ("clouds", 6, (1,)))
"""What is masked by which band of UDM2."""
OUTSIDE_BAND, OUTSIDE_BIT = 8, 1
"""Of UDM2: bit 0 of band 8 is what lies outside of the frame."""


def read(files: Files) -> tuple[Product, ...]:
    """The PlanetScope scenes among `files`.

    Raises:
        SceneError: the metadata cannot be read.
    """
    images = [(name, found) for name, found in files.matches(NAMED) if not files.chosen or name == files.chosen]
    return tuple(_product(files, name, found) for name, found in images)


def _product(files: Files, image: str, named: re.Match[str]) -> Product:
    beside = {own_name(name): name for name in files.names if own_name(name).startswith(named["scene"])}
    said: dict[str, Any] = next((files.json(name) for name in beside.values() if name.endswith("_metadata.json")), {})
    properties = said.get("properties", {})
    instrument = "PSB.SD" if named["eight"] else str(properties.get("instrument", ""))
    edges = INSTRUMENTS.get(instrument, {})
    bands = tuple(
        ProductBand(band, image, index, *_centre(edges.get(band)), scaling=(1e-4, 0.0), nodata=0)
        for index, band in enumerate(EIGHT if named["eight"] else FOUR, 1)
    )
    masks = [name for key, name in beside.items() if re.search(r"_3B_udm2(?:_clip)?\.tiff?$", key)]
    flags = [Flag(kind, masks[0], index, values) for kind, index, values in UDM2] if masks else []
    if masks:
        flags.append(Flag(NOTHING, masks[0], OUTSIDE_BAND, bits=OUTSIDE_BIT))
    day, time = named["day"], named["time"]
    written = f"{day[:4]}-{day[4:6]}-{day[6:]}T{time[:2]}:{time[2:4]}:{time[4:]}Z"
    return Product(
        f"PlanetScope {instrument} SR".replace("  ", " "),
        bands,
        tuple(flags),
        {"SENSOR": "PlanetScope", "PRODUCT_ID": named["scene"], "ACQUIRED": written},
        str(properties.get("acquired") or written),
        whole=True,
        caution="" if masks else unmasked(named["scene"]),
    )


def _centre(edges: tuple[float, float] | None) -> tuple[float | None, float | None]:
    return ((edges[0] + edges[1]) / 2, edges[1] - edges[0]) if edges else (None, None)
