"""Sentinel-1: terrain-corrected backscatter in files of one polarisation each; detected images in radar geometry.

After the naming of ASF's HyP3 RTC products. Ground range detected images (GRD) are refused: ground control points place
them on an ellipsoid, and hills lie up to some hundred metres off.
"""

import re

from engine.errors import SceneError
from engine.scene.products.files import Files, own_name
from engine.scene.products.product import Product, ProductBand

NAMED = re.compile(
    r"(?P<scene>S1(?P<unit>[A-D])_(?:IW|EW|S\d)_(?P<taken>\d{8}T\d{6})_\w+?_RTC\d+_\w_(?P<how>\w{6})_\w{4})"
    r"_(?P<polarisation>VV|VH|HH|HV)\.tiff?"
)
DETECTED = re.compile(r"(s1[a-d])-(?:iw|ew|s\d)-grd-.*\.tiff?")
SCALES = {"p": "linear power", "a": "amplitude", "d": "dB"}
"""By the second of six letters in the name: how backscatter is stored."""
QUANTITIES = {"g": "gamma0", "s": "sigma0"}
NODATA = 0
"""Outside of the swath, in power and amplitude."""


def read(files: Files) -> tuple[Product, ...]:
    """The Sentinel-1 scenes among `files`.

    Raises:
        SceneError: it is a product in radar geometry.
    """
    scenes: dict[str, list[tuple[str, re.Match[str]]]] = {}
    for name, image in files.matches(NAMED):
        scenes.setdefault(image["scene"], []).append((name, image))
    wanted = NAMED.fullmatch(own_name(files.chosen)) if files.chosen else None
    if not scenes and not files.chosen and any(files.matches(DETECTED)):
        raise SceneError(
            "{name} is in radar geometry: only ground control points place it",
            "terrain-correct it first, with SNAP (Range Doppler Terrain Correction) or as an RTC product of ASF",
            name=own_name(files.given.rstrip("/\\")),
        )
    return tuple(_product(images) for scene, images in scenes.items() if not wanted or wanted["scene"] == scene)


def _product(images: list[tuple[str, re.Match[str]]]) -> Product:
    first, order = images[0][1], ("VV", "VH", "HH", "HV")
    ordered = sorted(images, key=lambda pair: order.index(pair[1]["polarisation"]))
    stamp = first["taken"]
    taken = f"{stamp[:4]}-{stamp[4:6]}-{stamp[6:11]}:{stamp[11:13]}:{stamp[13:]}Z"
    scale = SCALES.get(first["how"][1], "")
    units = f"{QUANTITIES.get(first['how'][0], '')} {scale}".strip()
    nodata = None if scale == "dB" else NODATA
    return Product(
        f"Sentinel-1{first['unit']} RTC",
        tuple(ProductBand(image["polarisation"], name, nodata=nodata) for name, image in ordered),
        tags={"SENSOR": "Sentinel-1", "PRODUCT_ID": first["scene"], "SENSING_START": taken, "UNITS": units},
        taken=taken,
    )
