"""A simulated landscape with known truth: ten Sentinel-2-like bands, seven kinds of cover. Not real data.

For machines without real scenes: `make demo` and the tests use it and say so. Fields are Voronoi cells, a
river meanders, a town and a forest have texture; each class has a plausible surface-reflectance spectrum.

``python landscape.py FOLDER`` writes the plugin's sample into FOLDER: ``scene.tif`` and ``labels.json``. The plugin
runs it with the engine's Python, so that the zip needs no pixels.
"""

import json
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import rasterio
from rasterio.transform import from_origin
from scipy import ndimage
from scipy.spatial import cKDTree

BANDS = ("B02", "B03", "B04", "B05", "B06", "B07", "B08", "B8A", "B11", "B12")
GSD_M = 10.0
CRS = "EPSG:32633"
ORIGIN = from_origin(500_000, 5_800_000, GSD_M, GSD_M)
SAMPLE_PX, SAMPLE_CLICKS = 384, 6  # a side of the plugin's sample, and clicks per class: enough for a first map

# Surface reflectance x 10000 in BANDS' order: hand-made, shaped after typical published spectra.
SPECTRA = {
    "water": (420, 480, 320, 300, 240, 230, 200, 180, 90, 60),
    "forest": (220, 430, 260, 700, 2100, 2700, 2850, 3000, 1450, 650),
    "meadow": (380, 760, 560, 1250, 2900, 3500, 3700, 3850, 2250, 1150),
    "maize": (350, 640, 450, 1000, 2600, 3350, 3600, 3700, 1900, 900),
    "stubble": (800, 1100, 1500, 1800, 2100, 2300, 2500, 2650, 3400, 2600),
    "bare soil": (900, 1200, 1600, 1800, 1950, 2050, 2150, 2300, 2900, 2500),
    "town": (1150, 1250, 1400, 1550, 1700, 1800, 1900, 1950, 2200, 2050),
}
CLASSES = tuple(SPECTRA)
NOISE_DN = 60.0  # sensor and atmosphere, standard deviation
WITHIN_CLASS = 0.12  # relative brightness differences from field to field


@dataclass(frozen=True)
class Landscape:
    """`pixels_CHW` uint16 DN (reflectance x 10000), `truth_HW` uint8 index into `CLASSES`."""

    pixels_CHW: np.ndarray
    truth_HW: np.ndarray


def simulate(height: int = 512, width: int = 640, seed: int = 7) -> Landscape:
    """A landscape of `height` x `width` pixels; the same seed gives the same pixels."""
    random = np.random.default_rng(seed)
    truth, field = _cover(height, width, random)
    mean = np.array(list(SPECTRA.values()), np.float64)[truth]
    brightness = 1 + WITHIN_CLASS * random.standard_normal(field.max() + 1)[field]
    texture = _texture(truth, random)
    pixels = mean * (brightness * texture)[..., None] + NOISE_DN * random.standard_normal((height, width, len(BANDS)))
    blurred = ndimage.gaussian_filter(pixels, sigma=(0.6, 0.6, 0))  # a point-spread function of about a pixel
    return Landscape(np.clip(blurred, 1, 10_000).astype(np.uint16).transpose(2, 0, 1).copy(), truth)


def _cover(height: int, width: int, random: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Class and field number of every pixel: Voronoi fields, a forest, a town and a river over them."""
    rows, cols = np.mgrid[:height, :width].astype(np.float64)
    seeds = random.uniform((0, 0), (height, width), (max(12, height * width // 2500), 2))  # nosec B311
    field = cKDTree(seeds).query(np.stack([rows, cols], -1))[1]
    farmed = [CLASSES.index(name) for name in ("meadow", "maize", "stubble", "bare soil")]
    truth = random.choice(farmed, len(seeds)).astype(np.uint8)[field]  # nosec B311
    relief = ndimage.gaussian_filter(random.standard_normal((height, width)), min(height, width) / 12)
    truth[relief > np.quantile(relief, 0.75)] = CLASSES.index("forest")
    from_town = np.hypot(rows - height * 0.3, cols - width * 0.7) + 6 * random.standard_normal((height, width))
    truth[from_town < min(height, width) * 0.14] = CLASSES.index("town")
    centre = height * (0.62 + 0.12 * np.sin(cols / width * 7)) + 10 * np.sin(cols / 37)
    truth[np.abs(rows - centre) < 7] = CLASSES.index("water")
    return truth, field


def _texture(truth: np.ndarray, random: np.random.Generator) -> np.ndarray:
    """Brightness factor of each pixel: rough where trees and houses stand, smooth elsewhere."""
    rough = np.isin(truth, [CLASSES.index("forest"), CLASSES.index("town")])
    return np.asarray(1 + np.where(rough, 0.22, 0.03) * random.standard_normal(truth.shape))


def write(landscape: Landscape, path: Path) -> None:
    """Write the pixels as a GeoTIFF that says what it is."""
    count, height, width = landscape.pixels_CHW.shape
    with rasterio.open(
        path, "w", driver="GTiff", dtype="uint16", count=count, height=height, width=width, crs=CRS,
        transform=ORIGIN, compress="deflate", predictor=2, tiled=True,
    ) as target:  # fmt: skip
        target.write(landscape.pixels_CHW)
        for index, name in enumerate(BANDS, start=1):
            target.set_band_description(index, name)
        target.update_tags(SENSOR="Sentinel-2 L2A (simulated)", UNITS="DN, surface reflectance x 10000")


def clicks(landscape: Landscape, per_class: int = 12, seed: int = 1) -> dict[str, list[tuple[int, int]]]:
    """(column, row) of a few pixels of each class, as a person would click them: away from edges."""
    random = np.random.default_rng(seed)
    labels = {}
    for value, name in enumerate(CLASSES):
        inner = ndimage.binary_erosion(landscape.truth_HW == value, iterations=2)
        rows, cols = np.nonzero(inner)
        chosen = random.choice(len(rows), min(per_class, len(rows)), replace=False)  # nosec B311
        labels[name] = [(int(cols[i]), int(rows[i])) for i in chosen]
    return labels


def write_sample(folder: Path) -> None:
    """Write ``scene.tif`` and ``labels.json``, a list of (class, x, y) in the scene's CRS."""
    sample = simulate(SAMPLE_PX, SAMPLE_PX)
    write(sample, folder / "scene.tif")
    places = clicks(sample, SAMPLE_CLICKS).items()
    labels = [(name, *(ORIGIN @ (col + 0.5, row + 0.5))) for name, where in places for col, row in where]
    (folder / "labels.json").write_text(json.dumps(labels), encoding="utf-8")


if __name__ == "__main__":
    write_sample(Path(sys.argv[1]))
