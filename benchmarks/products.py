"""What people download, opened as it is: what `inspect` says, how right the map is, and what it costs.

    python benchmarks/products.py [--repeat 16]      # writes docs/measured/products.md

Products of one made-up landscape with known truth come from ../shared/products/build.py. Each is mapped from thirty
labels in a process of its own, and so are the same pixels in one GeoTIFF, which is what somebody would have prepared
by hand. As the products are small, the cost is measured on products of the same layout whose pixels are repeated.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import h5py
import numpy as np
import rasterio
from rasterio.windows import Window
from scipy.ndimage import maximum_filter, minimum_filter

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from engine.protocol import SceneSpec  # noqa: E402
from engine.scene.interpretation import read_scene  # noqa: E402
from engine.scene.raster import Scene  # noqa: E402
from engine.scene.sources.place import open_place  # noqa: E402
from engine.scene.windows import cut  # noqa: E402

BUILD = ROOT.parent / "shared" / "products" / "build.py"
PAGE = ROOT / "docs" / "measured" / "products.md"
CLASSES = ("water", "forest", "crops", "built-up", "bare")
CENTRE = ("planetscope_8b", "planetscope_4b", "tessera_geotiff", "tessera_npy", "orthophoto")
"""Products that show the middle of the landscape only, with labels of their own."""


@dataclass(frozen=True)
class Case:
    """A product and how it is named: `path` below its folder; `said` are options that answer what it leaves open."""

    name: str
    path: str = "*"
    said: tuple[str, ...] = ()
    more: Mapping[str, str] = field(default_factory=dict)

    def found(self, folder: Path) -> str:
        """What a person would name."""
        return str(next(iter(sorted((folder / self.name).glob(self.path)))) if self.path else folder / self.name)


CASES = (
    Case("sentinel2_l2a", "*.SAFE"),
    Case("sentinel2_l2a_zip", "*.zip"),
    Case("sentinel2_l1c", "*.SAFE"),
    Case("sentinel2_loose", "", ("--units", "dn+1000")),
    Case("landsat_c2l2", "*MTL.txt"),
    Case("landsat_c2l2_tar", "*.tar"),
    Case("stac_earthsearch", "*.json"),
    Case("stac_earthsearch_c1", "*.json"),
    Case("stac_landsat", "*_T1.json"),
    Case("enmap_l2a", "*METADATA.XML"),
    Case("prisma_l2d", "*.he5"),
    Case("emit_l2a", "*RFL*.nc"),
    Case("planetscope_8b", "*SR*.tif"),
    Case("planetscope_4b", "*SR*.tif"),
    Case("sentinel1_rtc", ""),
    Case("alphaearth", "*/*/*.tiff"),
    Case("tessera_geotiff", "*.tif"),
    Case("tessera_npy", "*/2023/*/grid_12.25_55.95.npy"),
    Case("orthophoto", "", ("--crs", "EPSG:25833", "--bands", "1=Red,2=Green,3=Blue,4=NIR")),
)


@dataclass(frozen=True)
class Run:
    """What a command took: processor seconds, and the most memory in megabytes; `text` is what it printed."""

    seconds: float
    megabytes: float
    text: str


def command(*words: str) -> Run:
    """Run `engine` in a process of its own."""
    process = subprocess.Popen(
        [sys.executable, "-m", "engine", *words], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    assert process.stdout is not None
    text = process.stdout.read()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"engine {' '.join(words)}: {text}")
    return Run(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, text)


def classify(scene: str, labels: Path, out: Path, said: Sequence[str] = ()) -> Run:
    """Map a scene."""
    return command("classify", scene, str(labels), "--field", "class", "--out", str(out), "--device", "cpu", *said)


def accuracy(found: Path, truth: Path) -> tuple[float, float, float]:
    """Share of the mapped pixels that are right, the same off borders, and share of the true pixels that are mapped.

    On a border is a pixel with another class among the eight around it.
    """
    with rasterio.open(found) as file, rasterio.open(truth) as true:
        map_HW, truth_HW = file.read(1), true.read(1)
        names = {int(key[6:]): text for key, text in file.tags().items() if key.startswith("CLASS_")}
    place = np.zeros(256, int)
    for value, name in names.items():
        place[value] = CLASSES.index(name) + 1
    mapped, right = (map_HW > 0) & (truth_HW > 0), place[map_HW] == truth_HW
    lowest = minimum_filter(np.where(truth_HW > 0, truth_HW, len(CLASSES) + 1), 3)
    inner = mapped & (lowest == maximum_filter(truth_HW, 3))
    return float(right[mapped].mean()), float(right[inner].mean()), float(mapped.sum() / (truth_HW > 0).sum())


def as_one_geotiff(scene_name: str, out: Path, said: Sequence[str]) -> None:
    """The same pixels in one file, masked pixels as nodata, which states sensor, wavelengths and units."""
    units = said[said.index("--units") + 1] if "--units" in said else None
    with Scene.open(scene_name) as scene:
        reading = read_scene(scene, units=units).require()
        pixels, valid = scene.read((0, scene.height), (0, scene.width), reading.indices)
        profile = {"driver": "GTiff", "count": len(pixels), "height": scene.height, "width": scene.width,
                   "crs": scene.crs, "transform": scene.transform, "dtype": pixels.dtype, "nodata": 0,
                   "tiled": True, "compress": "deflate"}  # fmt: skip
        with rasterio.open(out, "w", **profile) as file:
            file.write(np.where(valid, pixels, 0))
            file.update_tags(SENSOR=reading.sensor.id)
            for index, band in enumerate(reading.bands, 1):
                file.set_band_description(index, band.band.name)


EXPECTED = 0.95
"""Share of right pixels below which the table says how many are right off borders."""
NOTHING_INT16, STRIP_ROWS = -32768, 256
CHUNK = 128
"""Side of the chunks of cubes that are made larger."""


def told(text: str) -> str:
    """The first lines of what `inspect` says, in one."""
    facts = dict(line.split(None, 1) for line in text.splitlines() if line[:8].strip() in TOLD and line[:1].isalpha())
    return "; ".join(facts[name] for name in TOLD if name in facts)


TOLD = ("product", "sensor", "units", "size", "taken", "masks")


def rows(folder: Path) -> Iterator[str]:
    """A row of the table for each product."""
    for case in CASES:
        scene = case.found(folder)
        labels = folder / ("labels_centre.gpkg" if case.name in CENTRE else "labels.gpkg")
        seen = command("inspect", scene, *case.said)
        out = folder / f"{case.name}_map.tif"
        run = classify(scene, labels, out, case.said)
        right, inner, mapped = accuracy(out, folder / "truth" / f"{case.name}.tif")
        print(
            f"{case.name:22s} {right:.3f} {inner:.3f} {mapped:.3f} {run.seconds:.1f} s {run.megabytes:.0f} MB",
            flush=True,
        )
        beyond = f" ({inner:.3f} off borders)" if right < EXPECTED else ""
        yield f"| {case.name} | {told(seen.text)} | {right:.3f}{beyond} | {mapped:.2f} |"


def repeated(folder: Path, times: int, driver: str, **options: Any) -> None:
    """Make every image below a folder so many times as high and as wide, its pixels repeated."""
    for path in sorted(each for each in folder.rglob("*") if each.suffix in (".jp2", ".tif", ".TIF")):
        with rasterio.open(path) as source:
            profile = {"count": source.count, "dtype": source.dtypes[0], "crs": source.crs,
                       "transform": source.transform, "nodata": source.nodata}  # fmt: skip
            pixels = np.tile(source.read(), (1, times, times))
        path.unlink()
        with rasterio.open(
            path, "w", driver=driver, height=pixels.shape[1], width=pixels.shape[2], **profile, **options
        ) as target:
            target.write(pixels)


def prisma_repeated(path: Path, times: int) -> None:
    """Make the cubes of a PRISMA product so many times as long and as wide, their pixels repeated."""
    with h5py.File(path, "r+") as file:
        swath = file["HDFEOS/SWATHS/PRS_L2D_HCO"]
        for name in tuple(swath["Data Fields"]):
            enlarge(swath["Data Fields"], name, np.tile(swath["Data Fields"][name], (times, 1, times)))
        lines, _, samples = swath["Data Fields/VNIR_Cube"].shape
        del file["HDFEOS/SWATHS/PRS_L2D_PCO"], swath["Geolocation Fields"], swath["Geometric Fields"]
        west, north = (file.attrs[f"Product_ULcorner_{axis}"] for axis in ("easting", "northing"))
        for corner in ("UR", "LR"):
            file.attrs[f"Product_{corner}corner_easting"] = west + 30.0 * (samples - 1)
        for corner in ("LL", "LR"):
            file.attrs[f"Product_{corner}corner_northing"] = north - 30.0 * (lines - 1)


def emit_repeated(path: Path, times: int) -> None:
    """Make one file of an EMIT product so many times as long and as wide; the map repeats with its lookup table."""
    with h5py.File(path, "r+") as file:
        cube = "reflectance" if "reflectance" in file else "mask"
        size = file[cube].shape
        enlarge(file, cube, np.tile(file[cube], (times, times, 1)))
        for axis, name in enumerate(("location/glt_y", "location/glt_x")):
            own = file[name][()]
            steps = np.arange(times).repeat(own.shape[axis]) * size[axis]
            table = np.tile(own, (times, times))
            enlarge(file, name, np.where(table > 0, table + (steps[:, None] if axis == 0 else steps), 0))
        for name in ("lat", "lon", "elev"):
            del file[f"location/{name}"]


def enlarge(group: h5py.Group, name: str, values: np.ndarray) -> None:
    """Put another array in the place of one, in compressed chunks."""
    del group[name]
    chunks = tuple(min(side, CHUNK) for side in values.shape)
    group.create_dataset(name, data=values, chunks=chunks, compression="gzip", compression_opts=1)


def unpacking(scene: str) -> float:
    """Processor seconds to unpack a product that nobody has opened yet."""
    first, again = (command("inspect", scene).seconds for _ in range(2))
    return first - again


def reading(name: str, units: str | None = None) -> tuple[float, float]:
    """Processor seconds to decode each file of a scene once, and to read the scene when all blocks are decoded."""
    with Scene.open(name) as scene:
        bands = read_scene(scene, units=units).require().indices
        files = {band.file: band.index for band in scene.product.product.bands} if scene.product else {}
        began = time.process_time()
        for path in files:
            with rasterio.open(path) as source:
                source.read()
        decoding = time.process_time() - began
        for _ in range(2):
            began = time.process_time()
            scene.read((0, scene.height), (0, scene.width), bands)
        return decoding, time.process_time() - began


BY_NAME = {case.name: case for case in CASES}
COSTS: tuple[tuple[Case, str, dict[str, Any]], ...] = (
    (
        BY_NAME["sentinel2_l2a"],
        "JP2OpenJPEG",
        {"QUALITY": "100", "REVERSIBLE": "YES", "BLOCKXSIZE": 1024, "BLOCKYSIZE": 1024},
    ),
    (BY_NAME["stac_earthsearch"], "GTiff", {"tiled": True, "compress": "deflate"}),
    (BY_NAME["landsat_c2l2"], "GTiff", {"tiled": True, "compress": "deflate"}),
    (BY_NAME["prisma_l2d"], "HDF5", {}),
    (BY_NAME["emit_l2a"], "netCDF", {}),
)


CUBES: Mapping[str, Callable[[Path, int], None]] = {"HDF5": prisma_repeated, "netCDF": emit_repeated}
"""What is unpacked into a copy, and how it is made larger."""


def costs(folder: Path, times: int) -> Iterator[str]:
    """A row for each large product: seconds and memory beside the same pixels in one GeoTIFF."""
    for case, driver, options in COSTS:
        if driver in CUBES:
            for path in (folder / case.name).iterdir():
                CUBES[driver](path, times)
        else:
            repeated(folder / case.name, times, driver, **options)
        unpacked = unpacking(case.found(folder)) if driver in CUBES else 0.0
        scene, labels, single = case.found(folder), folder / "labels.gpkg", folder / f"{case.name}_single.tif"
        as_one_geotiff(scene, single, case.said)
        with rasterio.open(single) as file:
            size = f"{file.width} x {file.height} x {file.count}"
        seen = command("inspect", scene).text.splitlines()
        units = next(line.split()[1] for line in seen if line.startswith("units"))
        product = classify(scene, labels, folder / "product.tif", ("--overwrite", *case.said))
        one = classify(str(single), labels, folder / "one.tif", ("--overwrite", "--units", units))
        (decoding, resampling), (_, plain) = reading(scene), reading(str(single), units)
        ratio, memory = product.seconds / one.seconds, product.megabytes / one.megabytes
        rest = (product.seconds - decoding - resampling + plain) / one.seconds
        print(f"{case.name} {product.seconds:.1f} s {one.seconds:.1f} s {product.megabytes:.0f} {one.megabytes:.0f} MB")
        yield (
            f"| {case.name} | {driver} | {size} | {product.seconds:.1f} | {one.seconds:.1f} | {ratio:.2f} | "
            f"{unpacked:.1f} | {decoding:.1f} | {resampling:.1f} | {rest:.2f} | "
            f"{product.megabytes:.0f} | {one.megabytes:.0f} | {memory:.2f} |"
        )


def beside(folder: Path, times: int) -> str:
    """What a large Sentinel-2 product with a large EnMAP product beside it takes; `costs` has made the first large."""
    repeated(folder / "enmap_l2a", times, "GTiff", tiled=True, compress="deflate")
    first, other = (BY_NAME[name].found(folder) for name in ("sentinel2_l2a", "enmap_l2a"))
    single = folder / "both_single.tif"
    size, resampling = place_as_one_geotiff(SceneSpec(first, beside=(SceneSpec(other),)), single)
    run = classify(first, folder / "labels.gpkg", folder / "both.tif", ("--with", other))
    one = classify(str(single), folder / "labels.gpkg", folder / "one.tif", ("--overwrite", "--units", "dn"))
    print(f"sentinel2_l2a --with enmap_l2a {run.seconds:.1f} s {run.megabytes:.0f} MB")
    return (
        "The same Sentinel-2 product with the EnMAP product beside it (`--with`), as large and on its own grid of\n"
        f"30 m: {size} took {run.seconds:.1f} s and {run.megabytes:.0f} MB, the same pixels\n"
        f"in one GeoTIFF {one.seconds:.1f} s and {one.megabytes:.0f} MB. To bring all of EnMAP onto 10 m once takes "
        f"GDAL {resampling:.1f} s."
    )


def place_as_one_geotiff(said: SceneSpec, out: Path) -> tuple[str, float]:
    """The pixels of several sources in one file, band by band; its size, and the processor seconds of reading them."""
    scene, reading = open_place(said)
    bands = [each for part in reading.parts for each in part.reading.bands]
    profile = {"driver": "GTiff", "count": len(bands), "height": scene.height, "width": scene.width, "crs": scene.crs,
               "transform": scene.transform, "dtype": "int16", "nodata": NOTHING_INT16, "tiled": True,
               "interleave": "band", "compress": "deflate"}  # fmt: skip
    seconds = 0.0
    with scene, rasterio.open(out, "w", **profile) as file:
        for rows in cut((0, scene.height), STRIP_ROWS):
            began = time.process_time()
            pixels, valid = scene.read(rows, (0, scene.width), reading.indices)
            seconds += time.process_time() - began
            window = Window.from_slices(rows, (0, scene.width))
            file.write(np.where(valid, pixels, NOTHING_INT16).astype("int16"), window=window)
        for index, each in enumerate(bands, 1):
            file.set_band_description(index, each.band.name)
            file.update_tags(index, wavelength=str(each.band.wavelength_nm), wavelength_units="nm")
    return f"{scene.width} x {scene.height} pixels of {len(bands)} bands", seconds


def page(found: Sequence[str], cost: Sequence[str], both: str, times: int) -> str:
    """The page."""
    return "\n".join([
        "# Products: what people download opens as one scene", "",
        f"`OMP_NUM_THREADS=1 python benchmarks/products.py --repeat {times}` repeats the measurement and writes",
        "this page.", "",
        "One made-up landscape with known truth, written as the products that people download. Each is mapped from the",
        "same thirty labels, straight from the folder, archive or file.", "",
        "| product | what `inspect` says | right | mapped |", "|---|---|---:|---:|", *found, "",
        "*right*: share of the mapped pixels with the true class, pixels on borders included. *off borders*: without",
        "those that touch another class, where *right* is low: the landscape is 1.2 km wide, so that nearly half of",
        "EMIT's pixels of 60 m are mixed. *mapped*: share of the pixels with a truth; clouds, shadows and what was not",
        "measured are left out by default.", "",
        "## What it costs", "",
        f"The same products with their pixels repeated {times} x {times} times, beside the same pixels in one tiled",
        "GeoTIFF. Processor seconds of the whole command, in a process of its own. *unpacking*: seconds that only the",
        "first command on a product takes, besides; later ones read the copy. *decoding*: to decode each file once.",
        "*resampling*: to bring decoded blocks onto one grid once. *rest*: the ratio without these two.", "",
        "| product | files | pixels x bands | s | s, one file | ratio | unpacking | decoding | resampling | rest "
        "| MB | MB, one file | ratio |",
        "|---|---|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|", *cost, "",
        both, "",
    ])  # fmt: skip


def main(write: Callable[[str], object] = PAGE.write_text) -> None:
    """Measure, and write the page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repeat", type=int, default=16)
    times = parser.parse_args().repeat
    with tempfile.TemporaryDirectory() as work:
        folder = Path(work)
        os.environ["XDG_CACHE_HOME"] = str(folder / "cache")  # nothing was unpacked before
        subprocess.run([sys.executable, str(BUILD), work, *(case.name for case in CASES)], check=True)
        found = list(rows(folder))
        cost = list(costs(folder, times))
        write(page(found, cost, beside(folder, times), times))


if __name__ == "__main__":
    main()
