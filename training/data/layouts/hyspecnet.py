"""HySpecNet-11k (Fuchs and Demir 2023): ``<root>/patches/<tile>/<patch>/<patch>-SPECTRAL_IMAGE.TIF``.

128 x 128 pixels of EnMAP L2A, 224 bands, reflectance x 10000; ``<root>/splits/{easy,hard}/{train,val,test}.csv`` list
``<tile>/<patch>/<patch>-DATA.npy``, one path a line without a header (as the loaders of its authors and of
torchgeo.datasets.HySpecNet11k read them). Only the patches of ``train.csv`` are taken: of the easy split, or of the one
whose folder is catalogued (``engine catalog <root>/splits/hard``). The 22 bands in water vapour that the data set
leaves out (`engine.model.tokens.ENMAP_INVALID`) are not read.
"""

import csv
from collections.abc import Iterator
from pathlib import Path

from engine.model.tokens import ENMAP_INVALID
from training.data.raster_entry import Candidate, Listed, Skipped, UserAnswers

SPLIT = "easy"
BANDS = 224
"""Bands of every patch: all that EnMAP delivers, in the product's order (Fuchs and Demir 2023, section 2)."""
ENDING = "-SPECTRAL_IMAGE.TIF"
HELD_OUT = ("val", "test")
SAID = UserAnswers(
    "enmap",
    {number: "unused" if number in ENMAP_INVALID else f"B{number:03d}" for number in range(1, BANDS + 1)},
    "dn",
    licence="CC0 1.0 (Dryad); EnMAP data (c) DLR",
    source="HySpecNet-11k (doi 10.5061/dryad.fttdz08zh)",
)


def recognises(folder: Path) -> bool:
    """Whether `folder` is the root of the data set, or the folder of one of its splits."""
    return _is_root(folder) or (folder.parent.name == "splits" and _is_root(folder.parent.parent))


def _is_root(folder: Path) -> bool:
    return (folder / "patches").is_dir() and (folder / "splits" / SPLIT / "train.csv").is_file()


def scenes(folder: Path) -> Iterator[Listed]:
    """The training patches of one split; those held out are skipped."""
    split = folder / "splits" / SPLIT if _is_root(folder) else folder
    patches = split.parent.parent / "patches"
    for name in _paths(split / "train.csv", patches):
        yield Candidate(name, f"hyspecnet-11k/{split.name} split", "", SAID)
    for part in HELD_OUT:
        for name in _paths(split / f"{part}.csv", patches):
            yield Skipped(name, f"held out by the data set: {part} of its {split.name} split")


def _paths(listing: Path, patches: Path) -> list[str]:
    """The images of a split's part, named as files; none if there is no such listing."""
    if not listing.is_file():
        return []
    with listing.open(newline="", encoding="utf-8") as lines:
        folders = [Path(row[0].strip()).parent for row in csv.reader(lines) if row]
    return [str(patches / folder / f"{folder.name}{ENDING}") for folder in folders]
