"""Any tree of folders: GeoTIFFs, pictures, and zips of both, read in place through GDAL's ``/vsizip/``.

EuroSAT is known by its names, ``<class>/<class>_<number>.jpg`` (Helber et al. 2019, "EuroSAT: A Novel Dataset and Deep
Learning Benchmark"; github.com/phelber/EuroSAT), as folders or zipped: its pictures are Sentinel-2, 10 m, 8 bit. Other
pictures are what their colour interpretation says; how large their pixels are has to be answered.
"""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from training.data.entry_groups import group, spot
from training.data.raster_entry import Candidate, Listed, Skipped, UserAnswers

GEOTIFFS = (".tif", ".tiff")
PICTURES = (".png", ".jpg", ".jpeg")
EUROSAT_CLASSES = (
    "AnnualCrop", "Forest", "HerbaceousVegetation", "Highway", "Industrial", "Pasture", "PermanentCrop", "Residential",
    "River", "SeaLake",
)  # fmt: skip
EUROSAT = UserAnswers(
    sensor="sentinel-2", units="uint8", gsd_m=10, licence="MIT; contains modified Copernicus Sentinel data",
    source="EuroSAT RGB (github.com/phelber/EuroSAT)",
)  # fmt: skip
_EUROSAT_NAME = re.compile(rf"(?:^|.*/)({'|'.join(EUROSAT_CLASSES)})/\1_\d+\.(?:jpe?g|tiff?)", re.IGNORECASE)


def file(path: Path, base: Path) -> Iterator[Listed]:
    """What may be a scene in one file below `base`."""
    if path.suffix.lower() == ".zip":
        yield from _zipped(path, base)
    elif path.suffix.lower() in GEOTIFFS + PICTURES:
        yield _candidate(str(path), PurePosixPath(path.relative_to(base)))


def _zipped(path: Path, base: Path) -> Iterator[Listed]:
    try:
        with zipfile.ZipFile(path) as archive:
            names = sorted(archive.namelist())
    except (OSError, zipfile.BadZipFile) as error:
        yield Skipped(str(path), f"not a readable zip ({error})")
        return
    inside = PurePosixPath(path.relative_to(base))
    for name in names:
        if PurePosixPath(name).suffix.lower() in GEOTIFFS + PICTURES and not name.startswith("__MACOSX/"):
            yield _candidate(f"/vsizip/{path.as_posix()}/{name}", inside / name)


def _candidate(name: str, path: PurePosixPath) -> Candidate:
    """`path` is that below the base, zips being folders."""
    folders, picture = path.parts[:-1], path.suffix.lower() in PICTURES
    eurosat = _EUROSAT_NAME.fullmatch(path.as_posix()) is not None
    origin = group(folders, path.stem)
    if eurosat or picture:  # names and folders tell of classes, not of origins
        origin = "/".join(folders[:-1] if eurosat else folders)
    return Candidate(name, origin, spot(folders, path.stem), EUROSAT if eurosat and picture else UserAnswers())
