"""Whether an open raster holds measurements: maps of classes and pictures with a palette do not.

Numbers of classes or colours have no size: their mean, and what lies between two of them, mean nothing. Knows nothing
of bands and sensors: what a user calls the band of such a raster changes nothing.
"""

import re
from pathlib import Path

import numpy as np
import rasterio
from rasterio.enums import ColorInterp

from engine.errors import SceneError
from engine.gdal import gdal_names
from engine.gdal.virtual import as_vrt
from engine.words import say

OPAQUE = 255
NAMED_CLASSES = 3
"""Classes that an error names."""
_PALETTED = re.compile(r"<rasterrenderer\b[^>]*\btype=\"paletted\"")
"""How a QGIS style says that each value has a colour of its own."""


def require_measurements(dataset: rasterio.DatasetReader, name: str) -> None:
    """Return if the dataset can be a scene: not all that it holds are classes, or numbers of colours.

    Raises:
        SceneError: it is a map of classes or a picture with a palette, whatever its bands are called.
    """
    problem = _classes(dataset, name) or _palette(dataset, name)
    if problem:
        dataset.close()
        raise SceneError(*problem)


def _classes(dataset: rasterio.DatasetReader, name: str) -> tuple[str, str] | None:
    """Why the values of a raster of one band are classes; None if nothing says so."""
    if dataset.count > 1:
        return None
    image = say("give the image that the classes were made from")
    tags = {**dataset.tags(), **dataset.tags(1)}
    names = [tags[key] for key in sorted(tags) if re.fullmatch(r"CLASS_\d+", key)]
    names = names or [text for text in tags.get("flag_meanings", "").split() if "flag_values" in tags]
    if np.dtype(dataset.dtypes[0]).kind in "iu" and not names:
        names = [found.text or "" for found in as_vrt(dataset).iter("Category")]
    if names := [text for text in names if text]:
        shown = ", ".join(names[:NAMED_CLASSES]) + (", …" if len(names) > NAMED_CLASSES else "")
        return say("{name} holds classes ({classes}) and no measurements", name=name, classes=shown), image
    if tags.get("LAYER_TYPE", "").lower() == "thematic":
        return say("{name} holds classes (it is a thematic layer) and no measurements", name=name), image
    style = Path(name).with_suffix(".qml")
    if gdal_names.is_plain(name) and style.is_file() and _PALETTED.search(style.read_text(errors="replace")):
        told = say("{name} is styled as classes by {style}", name=name, style=style.name)
        return told, say("{give}; if these are measurements, remove {style}", give=image, style=style)
    return None


def _palette(dataset: rasterio.DatasetReader, name: str) -> tuple[str, str] | None:
    """Why all bands hold places in a palette, and how to expand it; None if they do not."""
    palettes = [_colours(dataset, index) for index in dataset.indexes]
    if not all(palettes):
        return None
    colours = [colour for palette in palettes for colour in palette]
    grey = all(red == green == blue for red, green, blue, _ in colours)
    clear = any(alpha < OPAQUE for *_, alpha in colours)
    how = "rgba" if clear else "gray" if grey else "rgb"
    out = "_".join([*(Path(part).stem for part in gdal_names.short(name).split(":")), f"{how}.tif"])
    command = " ".join(map(gdal_names.quoted, ["gdal_translate", "-expand", how, name, out]))
    text = say("{name} holds numbers of the colours in a palette and no measurements", name=name)
    return text, say("expand the palette of a picture: {command}; a map of classes is no scene", command=command)


def _colours(dataset: rasterio.DatasetReader, index: int) -> list[tuple[int, int, int, int]]:
    """The palette of a band; empty without."""
    try:
        return list(dataset.colormap(index).values())
    except ValueError:
        return [(0, 0, 0, OPAQUE)] if dataset.colorinterp[index - 1] is ColorInterp.palette else []
