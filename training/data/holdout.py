"""Which images pre-training leaves out, so that probes and benchmarks score images that no model has seen.

Without labels an image still teaches a masked autoencoder its own content, so a score on it would flatter the model.
Sets of many small chips give a third, chosen by the hash of the name, which is the same on every machine and in every
copy of the set (jpg or tif). The few densely labelled scenes and the BigEarthNet patches are left out altogether, in
every sensor that shows the same ground.
"""

import hashlib
import re
from pathlib import PurePath

_EUROSAT = re.compile(
    r"(AnnualCrop|Forest|HerbaceousVegetation|Highway|Industrial|Pasture|PermanentCrop|Residential|River|SeaLake)_\d+"
)
_TREES = re.compile(r"(\w+)_\d+")
"""Crowns of one plot and flight have the same name but for the last number and look alike: they stay together."""
_SCENES = re.compile(
    r"amazon_Amazon_|ben_S2[AB]_|benv2\.tortilla|boadella_20|csmask_(sentinel2|landsat5)_|flair2_IMG_|rcr_s2_|"
    r"terramind_\w+_(S1RTC|S2L1C|S2L2A|DEM|LULC)\.|enmap_potsdam_|(enmap|hires|hymap)_berlin_"
)


def held_out(name: str) -> bool:
    """Whether the image called `name` (a path or GDAL's name for it) is kept for scores and never trained on."""
    path = PurePath(name)
    if _EUROSAT.fullmatch(path.stem):
        return _third(path.stem)
    if path.parent.name in ("Alive", "Dead") and (plot := _TREES.fullmatch(path.stem)):
        return _third(plot[1])
    return _SCENES.match(path.name) is not None


def _third(text: str) -> bool:
    return int.from_bytes(hashlib.sha256(text.encode()).digest()) % 3 == 0
