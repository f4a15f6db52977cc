"""Products of a made-up landscape with known truth, and small ones that tests write themselves."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from filelock import FileLock
from rasterio.transform import from_origin

BUILD = Path(__file__).resolve().parents[5] / "shared" / "products" / "build.py"
WANTED = ("sentinel2_l2a", "sentinel2_l2a_zip", "sentinel2_l1c", "sentinel2_loose", "landsat_c2l2", "landsat_c2l2_tar",
          "stac_earthsearch", "stac_earthsearch_c1", "stac_landsat", "sentinel1_rtc", "sentinel1_grd", "enmap_l2a",
          "planetscope_8b", "planetscope_4b", "alphaearth", "tessera_geotiff", "dem_glo30",
          "prisma_l2d", "emit_l2a", "tessera_npy")  # fmt: skip
LEFT, TOP = 330_000, 6_203_400


@pytest.fixture(scope="session")
def products(shared_folder: Path) -> Path:
    """The folder of the products, written once; the test is skipped, with the reason, where nobody can build them."""
    if not BUILD.is_file():
        pytest.skip("needs shared/products beside the project, which writes the products")
    folder, done = shared_folder / "products", shared_folder / "products.done"
    with FileLock(shared_folder / "products.lock"):
        if not done.exists():
            folder.mkdir(exist_ok=True)
            subprocess.run([sys.executable, str(BUILD), str(folder), *WANTED], check=True, capture_output=True)
            done.touch()
    return folder


@pytest.fixture
def one_of(products: Path) -> Callable[[str, str], Path]:
    """``one_of("sentinel2_l2a", "*.SAFE")`` -> the path of it."""

    def found(name: str, pattern: str = "") -> Path:
        return next(iter(sorted((products / name).glob(pattern)))) if pattern else products / name

    return found


@pytest.fixture
def write_tif(tmp_path: Path) -> Callable[..., Path]:
    """``write_tif("folder/name.tif", pixels_CHW, size=10)`` -> path of a GeoTIFF whose corner is that of all others."""

    def write(name: str, pixels: Any, size: float = 10, crs: str = "EPSG:32633", **more: Any) -> Path:
        pixels = np.atleast_3d(pixels) if np.ndim(pixels) == 3 else np.asarray(pixels)[None]
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        profile = {"driver": "GTiff", "count": pixels.shape[0], "height": pixels.shape[1], "width": pixels.shape[2],
                   "dtype": pixels.dtype, "crs": crs, "transform": from_origin(LEFT, TOP, size, size),
                   **more}  # fmt: skip
        with rasterio.open(path, "w", **profile) as file:
            file.write(pixels)
        return path

    return write
