"""PRISMA and EMIT: cubes in HDF5 and netCDF that GDAL opens and does not understand, refused with the way out.

GDAL takes the lines of a PRISMA cube for its bands (stored line, band, sample: PRISMA Products Specification, issue
2.3), and a VRT has no word for the lookup table that places EMIT's pixels (EMIT L2A user guide, `location/glt_x`).
"""

import re

from engine.errors import SceneError
from engine.scene.products.files import Files, own_name
from engine.scene.products.product import Product

PRISMA = re.compile(r"PRS_L[12]\w*_\d{14}_\d{14}_\d{4}\.he5")
EMIT = re.compile(r"EMIT_L[12]A_(?:RFL|RAD)_\d{3}_\d{8}T\d{6}_\d+_\d+\.nc")
NAMED = re.compile(rf"{PRISMA.pattern}|{EMIT.pattern}")


def read(files: Files) -> tuple[Product, ...]:
    """Nothing: none of these can be read yet.

    Raises:
        SceneError: there is such a cube.
    """
    names = [own_name(files.chosen)] if files.chosen else [own_name(name) for name, _ in files.matches(NAMED)]
    for name in names:
        if PRISMA.fullmatch(name):
            raise SceneError(
                "{name} holds cubes of PRISMA, line by line, which cannot be read as a scene",
                "import it with the plugin EnMAP-Box in QGIS, and give the GeoTIFF, which keeps the wavelengths",
                name=name,
            )
        if EMIT.fullmatch(name):
            raise SceneError(
                "{name} is placed by EMIT's lookup table, which cannot be read as a scene",
                "import it with the plugin EnMAP-Box in QGIS, and give the GeoTIFF, which keeps the wavelengths",
                name=name,
            )
    return ()
