"""The twelve tasks of GEO-Bench v1 as data (Lacoste et al. 2023, arXiv 2306.03831). No logic, no files."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["classification", "multilabel", "segmentation"]

SENTINEL_2 = {
    "01 - Coastal aerosol": "B01", "02 - Blue": "B02", "03 - Green": "B03", "04 - Red": "B04",
    "05 - Vegetation Red Edge": "B05", "06 - Vegetation Red Edge": "B06", "07 - Vegetation Red Edge": "B07",
    "08 - NIR": "B08", "08A - Vegetation Red Edge": "B8A", "09 - Water vapour": "B09", "10 - SWIR - Cirrus": "B10",
    "11 - SWIR": "B11", "12 - SWIR": "B12",
}  # fmt: skip
"""Key in the files -> band of the catalogue. What stands in the files of two sets is put right in `bands`."""
LANDSAT_8 = {
    "02 - Blue": "B2", "03 - Green": "B3", "04 - Red": "B4", "05 - NIR": "B5", "06 - SWIR1": "B6", "07 - SWIR2": "B7",
}  # fmt: skip
RGB = {"Red": "Red", "Green": "Green", "Blue": "Blue"}
RGBN = {**RGB, "NearInfrared": "NIR"}
RADAR = {
    "01 - VH.Real": "a part of a complex number, which no model reads",
    "02 - VH.Imaginary": "a part of a complex number, which no model reads",
    "03 - VV.Real": "a part of a complex number, which no model reads",
    "04 - VV.Imaginary": "a part of a complex number, which no model reads",
    "05 - VH.LEE Filtered": "linear power with a tail of ten thousands, and models read decibels",
    "06 - VV.LEE Filtered": "linear power with a tail of ten thousands, and models read decibels",
    "07 - VH.LEE Filtered.Real": "a part of a complex number, which no model reads",
    "08 - VV.LEE Filtered.Imaginary": "a part of a complex number, which no model reads",
}
CLOUDS = {"Cloud Probability": "a probability, no measurement of light"}


@dataclass(frozen=True)
class Task:
    """A task of GEO-Bench v1.

    Attributes:
        name: of its folder, with `aliases` of other releases; `group` is the folder around it.
        kind: what is predicted.
        sensor: in the catalogue; it names the bands.
        bands: key in the files, without a date -> name of the band in the catalogue.
        left_out: key -> why no model gets it.
        classes: how many.
        side_px, gsd_m: of a sample, and of its pixel in metres.
        sizes: samples to train, validate and test; `remembered`: as remembered, not as read in a source.
    """

    name: str
    group: str
    kind: Kind
    sensor: str
    bands: Mapping[str, str]
    classes: int
    side_px: int
    gsd_m: float
    sizes: tuple[int, int, int]
    remembered: bool = False
    left_out: Mapping[str, str] = field(default_factory=dict)
    aliases: tuple[str, ...] = ()

    @property
    def metric(self) -> str:
        """The score that the benchmark reports first."""
        return {"classification": "accuracy", "multilabel": "mAP", "segmentation": "mIoU"}[self.kind]


def _without(keys: Mapping[str, str], *left_out: str) -> dict[str, str]:
    return {key: band for key, band in keys.items() if band not in left_out}


_C, _S = "classification_v1.0", "segmentation_v1.0"
_NO_CIRRUS = _without(SENTINEL_2, "B10")

TASKS: Mapping[str, Task] = {
    task.name: task
    for task in (
        Task("m-bigearthnet", _C, "multilabel", "sentinel-2", _NO_CIRRUS, 43, 120, 10, (20000, 1000, 1000)),
        Task("m-so2sat", _C, "classification", "sentinel-2", _without(SENTINEL_2, "B01", "B09", "B10"), 17, 32, 10,
             (19992, 986, 986), left_out=RADAR),
        Task("m-brick-kiln", _C, "classification", "sentinel-2", SENTINEL_2, 2, 64, 10, (15063, 999, 999)),
        Task("m-forestnet", _C, "classification", "landsat-8", LANDSAT_8, 12, 332, 15, (6464, 989, 993)),
        Task("m-eurosat", _C, "classification", "sentinel-2", SENTINEL_2, 10, 64, 10, (2000, 1000, 1000)),
        Task("m-pv4ger", _C, "classification", "aerial", RGB, 2, 320, 0.1, (11814, 999, 999)),
        Task("m-pv4ger-seg", _S, "segmentation", "aerial", RGB, 2, 320, 0.1, (3000, 403, 403), True),
        Task("m-chesapeake", _S, "segmentation", "naip", RGBN, 7, 256, 1, (3000, 1000, 1000), True,
             aliases=("m-chesapeake-landcover", "cvpr_chesapeake_landcover")),
        Task("m-cashew-plant", _S, "segmentation", "sentinel-2", _NO_CIRRUS, 7, 256, 10, (1350, 400, 50), True,
             CLOUDS, ("m-cashew-plantation",)),
        Task("m-SA-crop-type", _S, "segmentation", "sentinel-2", _NO_CIRRUS, 10, 256, 10, (3000, 1000, 1000), True,
             CLOUDS),
        Task("m-nz-cattle", _S, "segmentation", "aerial", RGB, 2, 500, 0.1, (524, 66, 65), True),
        Task("m-NeonTree", _S, "segmentation", "aerial", RGB, 2, 400, 0.1, (270, 94, 93), True),
    )
}  # fmt: skip
"""Name -> task: first the six of classification, then the six of segmentation."""
