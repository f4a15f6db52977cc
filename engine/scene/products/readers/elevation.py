"""Copernicus DEM GLO-30 and GLO-90: surface heights, known by the file name (Copernicus DEM Product Handbook)."""

import re

from engine.scene.products.files import Files, own_name
from engine.scene.products.product import Product, ProductBand

NAMED = re.compile(r"Copernicus_DSM_(?:COG_)?\d\d_[NS]\d\d_00_[EW]\d{3}_00_DEM\.tiff?")
ELEVATION = "elevation"
"""The sensor's id."""


def read(files: Files) -> tuple[Product, ...]:
    """The file that was named; a folder of cells is a mosaic, and no product."""
    if not files.chosen or not NAMED.fullmatch(own_name(files.chosen)):
        return ()
    return (Product("Copernicus DEM", (ProductBand("height", files.chosen),), sensor=ELEVATION),)
