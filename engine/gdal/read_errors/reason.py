"""What every reason consists of, and the words that all of them share."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from engine.gdal import network

LONGEST_TEXT = 200
"""Letters of GDAL's text that an error repeats."""
FETCH_AGAIN = "copy or download it again"
NO_PERMISSION = "ask for the right to read it, or copy it to where you have it"
OTHER_GDAL = "convert it with a GDAL that can read it, such as that of QGIS or OSGeo4W: gdal_translate {} copy.tif"


@dataclass(frozen=True)
class Reason:
    """Why a file cannot be read.

    Attributes:
        what: completes "cannot read scene.tif: …".
        hint: what to do.
        content: whether the file was read and is not what it should be.
        damaged: whether other parts of the file may be sound, so that they can be read without this one.
    """

    what: str
    hint: str
    content: bool = False
    damaged: bool = False


def not_built(what: str, name: str) -> Reason:
    """A format or a compression that this build of GDAL lacks."""
    return Reason(f"it has {what}, which this build of GDAL cannot read", OTHER_GDAL.format(shown(name)))


def shown(name: str) -> str:
    """`name` without what may be a secret: a password or the parameters of an address."""
    return re.sub(r"(://)[^/@]*@", r"\1", name).partition("?")[0] if network.is_remote(name) else name


def short(said: Sequence[str]) -> str:
    """The innermost message of GDAL."""
    text = (said[-1].strip() if said else "") or "GDAL gave no reason"
    return text if len(text) <= LONGEST_TEXT else f"{text[:LONGEST_TEXT]}…"
