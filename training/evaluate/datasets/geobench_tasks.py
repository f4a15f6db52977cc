"""The twelve tasks of GEO-Bench v1 as data (Lacoste et al. 2023, arXiv 2306.03831). No logic, no files."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from training.evaluate.datasets.labelled_set import Kind

SENTINEL_2 = {
    "01 - Coastal aerosol": "B01", "02 - Blue": "B02", "03 - Green": "B03", "04 - Red": "B04",
    "05 - Vegetation Red Edge": "B05", "06 - Vegetation Red Edge": "B06", "07 - Vegetation Red Edge": "B07",
    "08 - NIR": "B08", "08A - Vegetation Red Edge": "B8A", "09 - Water vapour": "B09", "10 - SWIR - Cirrus": "B10",
    "11 - SWIR": "B11", "12 - SWIR": "B12",
}  # fmt: skip
"""Key in the files -> band of the catalogue. `geobench_bands` corrects the keys of two sets."""
LANDSAT_8 = {
    "02 - Blue": "B2", "03 - Green": "B3", "04 - Red": "B4", "05 - NIR": "B5", "06 - SWIR1": "B6", "07 - SWIR2": "B7",
}  # fmt: skip
RGB = {"Red": "Red", "Green": "Green", "Blue": "Blue"}
RGBN = {**RGB, "NearInfrared": "NIR"}
_COMPLEX, _LINEAR = "a part of a complex number, which no model reads", "linear power, and models read decibels"
RADAR = {
    "01 - VH.Real": _COMPLEX, "02 - VH.Imaginary": _COMPLEX, "03 - VV.Real": _COMPLEX, "04 - VV.Imaginary": _COMPLEX,
    "05 - VH.LEE Filtered": _LINEAR, "06 - VV.LEE Filtered": _LINEAR, "07 - VH.LEE Filtered.Real": _COMPLEX,
    "08 - VV.LEE Filtered.Imaginary": _COMPLEX,
}  # fmt: skip
CLOUDS = {"Cloud Probability": "a probability, not a measurement of light"}


@dataclass(frozen=True)
class GeoBenchTask:
    """A task of GEO-Bench v1.

    Attributes:
        name: of its folder, with `aliases` of other releases; `group` is the folder around it.
        kind: what is predicted.
        sensor: in the catalogue; it names the bands.
        bands: key in the files, without its date -> name of the band in the catalogue.
        left_out: key -> why no model gets it.
        classes: how many.
        side_px, gsd_m: of a sample, and of its pixel in metres.
    """

    name: str
    group: str
    kind: Kind
    sensor: str
    bands: Mapping[str, str]
    classes: int
    side_px: int
    gsd_m: float
    left_out: Mapping[str, str] = field(default_factory=dict)
    aliases: tuple[str, ...] = ()


def _without(keys: Mapping[str, str], *left_out: str) -> dict[str, str]:
    return {key: band for key, band in keys.items() if band not in left_out}


_C, _S = "classification_v1.0", "segmentation_v1.0"
_NO_CIRRUS = _without(SENTINEL_2, "B10")

TASKS: Mapping[str, GeoBenchTask] = {
    task.name: task
    for task in (
        GeoBenchTask("m-bigearthnet", _C, "multilabel", "sentinel-2", _NO_CIRRUS, 43, 120, 10),
        GeoBenchTask("m-so2sat", _C, "classification", "sentinel-2", _without(SENTINEL_2, "B01", "B09", "B10"), 17, 32,
                     10, RADAR),
        GeoBenchTask("m-brick-kiln", _C, "classification", "sentinel-2", SENTINEL_2, 2, 64, 10),
        GeoBenchTask("m-forestnet", _C, "classification", "landsat-8", LANDSAT_8, 12, 332, 15),
        GeoBenchTask("m-eurosat", _C, "classification", "sentinel-2", SENTINEL_2, 10, 64, 10),
        GeoBenchTask("m-pv4ger", _C, "classification", "aerial", RGB, 2, 320, 0.1),
        GeoBenchTask("m-pv4ger-seg", _S, "segmentation", "aerial", RGB, 2, 320, 0.1),
        GeoBenchTask("m-chesapeake", _S, "segmentation", "naip", RGBN, 7, 256, 1,
                     aliases=("m-chesapeake-landcover", "cvpr_chesapeake_landcover")),
        GeoBenchTask("m-cashew-plant", _S, "segmentation", "sentinel-2", _NO_CIRRUS, 7, 256, 10, CLOUDS,
                     ("m-cashew-plantation",)),
        GeoBenchTask("m-SA-crop-type", _S, "segmentation", "sentinel-2", _NO_CIRRUS, 10, 256, 10, CLOUDS),
        GeoBenchTask("m-nz-cattle", _S, "segmentation", "aerial", RGB, 2, 500, 0.1),
        GeoBenchTask("m-NeonTree", _S, "segmentation", "aerial", RGB, 2, 400, 0.1),
    )
}  # fmt: skip
"""Name -> task: first the six of classification, then the six of segmentation."""
