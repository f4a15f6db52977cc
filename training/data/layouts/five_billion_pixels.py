"""Five-Billion-Pixels (Tong, Xia and Zhu 2023, "Enabling country-scale land cover mapping with meter-resolution
satellite imagery"): 150 Gaofen-2 scenes of 4 m, 6800 x 7200 pixels.

``<root>/Image_16bit_BGRNir/*.tiff`` and ``<root>/Image_8bit_NirRGB/*.tif`` (the readme also writes
``Image__8bit_NirRGB``) hold the same scenes, raw and re-quantised; the folder's name is the order of bands, as the
readme of the data set says (x-ytong.github.io/project/Five-Billion-Pixels.html). Where both are there, the raw ones
are taken. ``Annotation__*`` are label masks, ``Coordinate_files`` hold no image. Statistics are measured: which order
the published ones are in is not certain.
"""

from collections.abc import Iterator
from pathlib import Path

from training.data.layouts.folders import GEOTIFFS
from training.data.raster_entry import Candidate, Listed, Skipped, UserAnswers

_BGRN = ("Blue", "Green", "Red", "NIR")
_NRGB = ("NIR", "Red", "Green", "Blue")
FOLDERS = {  # the first that is there is taken
    "Image_16bit_BGRNir": (_BGRN, "counts"),
    "Image_8bit_NirRGB": (_NRGB, "uint8"),
    "Image__8bit_NirRGB": (_NRGB, "uint8"),
}
GSD_M = 4.0


def recognises(folder: Path) -> bool:
    """Whether `folder` holds one of the folders of images, or is one."""
    return folder.name in FOLDERS or any((folder / name).is_dir() for name in FOLDERS)


def scenes(folder: Path) -> Iterator[Listed]:
    """All scenes, each once."""
    places = [folder] if folder.name in FOLDERS else [folder / name for name in FOLDERS if (folder / name).is_dir()]
    seen: dict[str, str] = {}
    for place in places:
        bands, units = FOLDERS[place.name]
        said = UserAnswers(
            "gaofen-2", dict(enumerate(bands, start=1)), units, GSD_M, source="Five-Billion-Pixels (Gaofen-2)"
        )
        for path in sorted(path for path in place.iterdir() if path.suffix.lower() in GEOTIFFS):
            if path.stem in seen:
                yield Skipped(str(path), f"the same scene as in {seen[path.stem]}")
            else:
                seen[path.stem] = place.name
                yield Candidate(str(path), f"five-billion-pixels/{place.name}", "", said)
