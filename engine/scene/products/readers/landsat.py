"""Landsat Collection 2, Level 1 and Level 2: a folder or its tar, the MTL file, or one of the bands.

After the Landsat 8-9 Collection 2 Level 2 Science Product Guide (LSDS-1619) and the Level 1 Data Format Control Book
(LSDS-1822). Level 2 states the same keys in two groups: those of Level 1 do not hold for its numbers.
"""

import re
from collections.abc import Mapping

from engine.scene.products.files import Files, own_name
from engine.scene.products.product import NOTHING, Flag, Product, ProductBand, lacking, unmasked

_SCENE = r"(?P<scene>L[COTEM]0[4-9]_L[12][A-Z]{2}_\d{6}_\d{8}_\d{8}_\d\d_(?:T1|T2|RT))"
METADATA = re.compile(rf"{_SCENE}_MTL\.(?P<kind>txt|json)", re.IGNORECASE)
NAMED = re.compile(rf"{_SCENE}_(?:MTL\.(?:txt|json|xml)|(?:SR_)?B\d+\.TIFF?)", re.IGNORECASE)
"""What a person may name to mean the whole product."""
NODATA = 0
QA_BITS = ((NOTHING, 1), ("clouds", 2 | 4 | 8), ("shadow", 16), ("snow", 32))
"""Bits of QA_PIXEL: 0 fill, 1 dilated cloud, 2 cirrus, 3 cloud, 4 shadow, 5 snow."""
PANCHROMATIC = "8"
"""On a finer grid than all others: as one of the scene's bands it would make four pixels of each."""
_GROUPS = ("LEVEL2_SURFACE_REFLECTANCE_PARAMETERS", "LEVEL1_RADIOMETRIC_RESCALING", "RADIOMETRIC_RESCALING")
"""Where scale and offset of the numbers stand, the first that is there."""


def read(files: Files) -> tuple[Product, ...]:
    """The Landsat products among `files`.

    Raises:
        SceneError: the metadata cannot be read, or names a band that is not there.
    """
    metadata: dict[str, tuple[str, str]] = {}
    for name, found in files.matches(METADATA):
        scene, kind = found["scene"].upper(), found["kind"].lower()
        if kind == "txt" or scene not in metadata:
            metadata[scene] = name, kind
    wanted = NAMED.fullmatch(own_name(files.chosen)) if files.chosen else None
    return tuple(
        _product(files, scene, *found)
        for scene, found in metadata.items()
        if not wanted or wanted["scene"].upper() == scene
    )


def _product(files: Files, scene: str, metadata: str, kind: str) -> Product:
    groups = _groups_of_json(files.json(metadata)) if kind == "json" else _groups_of_text(files.text(metadata))
    contents, image = groups.get("PRODUCT_CONTENTS", {}), groups.get("IMAGE_ATTRIBUTES", {})
    present = {own_name(name).upper(): name for name in files.names}
    scaling = next((groups[name] for name in _GROUPS if name in groups), {})
    bands = []
    for key, file in contents.items():
        number = key.removeprefix("FILE_NAME_BAND_")
        if not key.startswith("FILE_NAME_BAND_") or not number.isdecimal() or number == PANCHROMATIC:
            continue
        path = present.get(file.upper())
        if path is None:
            raise lacking(scene, file)
        scale, offset = (scaling.get(f"REFLECTANCE_{name}_BAND_{number}") for name in ("MULT", "ADD"))
        if scale is not None and offset is not None:  # thermal bands of Level 1 have none
            bands.append(ProductBand(f"B{number}", path, scaling=(float(scale), float(offset)), nodata=NODATA))
    taken = f"{image.get('DATE_ACQUIRED', '')}T{image.get('SCENE_CENTER_TIME', '')[:8]}Z"
    level = contents.get("PROCESSING_LEVEL", scene.split("_")[1])
    spacecraft = image.get("SPACECRAFT_ID", "").replace("_", " ").title()
    quality = present.get(contents.get("FILE_NAME_QUALITY_L1_PIXEL", f"{scene}_QA_PIXEL.TIF").upper())
    used = {band.file for band in bands}
    return Product(
        f"{spacecraft} {level}",
        tuple(bands),
        flags=tuple(Flag(kind, quality, bits=bits) for kind, bits in QA_BITS) if quality else (),
        tags={"SPACECRAFT_ID": spacecraft, "PRODUCT_ID": scene, "SENSING_START": taken},
        taken=taken,
        aside=tuple(
            key.removeprefix(f"{scene}_").partition(".")[0]
            for key, name in present.items()
            if key.endswith(".TIF") and key.startswith(scene) and name not in used
        ),
        caution="" if quality else unmasked(scene),
    )


def _groups_of_text(text: str) -> dict[str, dict[str, str]]:
    """The groups of an MTL file in ODL: ``GROUP = NAME``, ``KEY = VALUE``, ``END_GROUP = NAME``."""
    groups: dict[str, dict[str, str]] = {}
    inside = ""
    for key, value in re.findall(r"^\s*(\w+)\s*=\s*(.*?)\s*$", text, re.MULTILINE):
        if key == "GROUP":
            inside = value
        elif key != "END_GROUP":
            groups.setdefault(inside, {})[key] = value.strip('"')
    return groups


def _groups_of_json(body: object) -> dict[str, dict[str, str]]:
    """The same of an MTL file in JSON."""
    whole = body.get("LANDSAT_METADATA_FILE") if isinstance(body, Mapping) else None
    return {
        name: {key: str(value) for key, value in group.items()}
        for name, group in (whole or {}).items()
        if isinstance(group, Mapping)
    }
