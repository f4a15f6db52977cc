"""doctor: prove what this machine can do, one check after the other, each by doing it.

Every check answers with what was found or with what failed and what to do; none stops the others. Nothing
heavy is imported with this module: a broken library is what the doctor is here to name.
"""

import os
import platform
import shutil
from collections.abc import Callable
from dataclasses import asdict, dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from engine import __version__
from engine.errors import EngineError
from engine.inference.tile_grid import TileGrid
from engine.model import model_card
from engine.progress import Report
from engine.protocol import DoctorRequest
from engine.sensors import CATALOGUE
from engine.words import Said, say

if TYPE_CHECKING:
    from engine.model.tokens import SensorBatch

REQUEST = DoctorRequest
GIB = 2**30
MIN_DISK_GIB = 2.0  # a map of a large scene, its confidence and their overviews
MIN_MEMORY_GIB = 1.5  # torch and GDAL take 0.5 GiB, tiles and features the rest
NEEDED_BY_MAPS = ("engine.jobs.classify", "engine.jobs.preview")
REPAIR = say("repair the engine's environment: reinstall it from constraints.txt")


@dataclass(frozen=True)
class Check:
    """One line of the answer; `hint` says what to do if it is not `ok`."""

    name: str
    ok: bool
    found: str
    hint: str = ""


def run(request: DoctorRequest, report: Report) -> dict[str, Any]:
    """Run all checks.

    Returns:
        ``{"checks": [{"name", "ok", "found", "hint"}], "ok": whether all are}``.
    """
    tests: tuple[tuple[str, str, Callable[[], str]], ...] = (
        ("versions", REPAIR, versions),
        ("device", say("choose another --device, or update the graphics driver"), lambda: device(request.device)),
        ("rasters", REPAIR, raster_round_trip),
        ("model", say("reinstall the model"), lambda: model_pass(request.device)),
        ("disk", say("free some space"), free_disk),
        ("memory", say("close other programs"), free_memory),
    )
    tests = tuple(test for test in tests if not (request.without_model and test[0] == "model"))
    checks = []
    for done, (name, hint, test) in enumerate(tests):
        report(done, len(tests), name)
        checks.append(check(name, hint, test))
    report(len(tests), len(tests), say("done"))
    return {"checks": [asdict(check) for check in checks], "ok": all(check.ok for check in checks)}


def check(name: str, hint: str, test: Callable[[], str]) -> Check:
    """The outcome of one test: what it returned, or the error it raised, in one line without the home folder."""
    try:
        return Check(name, True, scrub(test()))
    except EngineError as error:
        return Check(name, False, scrub(error.error), scrub(error.hint or hint))
    except Exception as error:
        first = (str(error).splitlines() or [""])[0]
        return Check(name, False, scrub(f"{type(error).__name__}: {first}"), hint)


def scrub(text: str) -> str:
    """`text` without the user's home folder, so that a report can be shown to others."""
    home = str(Path.home())
    if len(home) < len("/a"):
        return text
    return text.changed(scrub) if isinstance(text, Said) else text.replace(home, "~")


def versions() -> str:
    """The versions that decide whether things work together."""
    rasterio = import_module("rasterio")
    import_module("engine.model")
    found = {
        "engine": __version__,
        "Python": platform.python_version(),
        "torch": import_module("torch").__version__,
        "rasterio": rasterio.__version__,
        "GDAL": rasterio.__gdal_version__,
        "PROJ": rasterio.__proj_version__,
    }
    told = ", ".join(f"{name} {number}" for name, number in found.items())
    return say("{versions} on {platform}", versions=told, platform=platform.platform())


def device(name: str) -> str:
    """The device that computes, proven by a matrix product."""
    chosen, reason = import_module("engine.device").pick_device(name)
    return say("{device}: {why}", device=chosen, why=reason)


def raster_round_trip() -> str:
    """Write a GeoTIFF in memory, read it back, and carry its place from UTM to degrees (which needs PROJ's data)."""
    np, rasterio, warp = import_module("numpy"), import_module("rasterio"), import_module("rasterio.warp")
    pixels_CHW = np.arange(2 * 64 * 64, dtype="uint16").reshape(2, 64, 64)
    profile = {"driver": "GTiff", "count": 2, "height": 64, "width": 64, "dtype": "uint16", "compress": "deflate"}
    place = rasterio.Affine(10, 0, 500_000, 0, -10, 5_800_000)
    with import_module("rasterio.io").MemoryFile() as memory:
        with memory.open(**profile, crs="EPSG:32633", transform=place) as target:
            target.write(pixels_CHW)
        with memory.open() as source:
            same = bool((source.read() == pixels_CHW).all())
            west, *_ = warp.transform_bounds(source.crs, "EPSG:4326", *source.bounds)
    if not same or abs(west - 15) > 1e-6:  # easting 500 000 m is the central meridian of zone 33: 15 degrees east
        raise EngineError(
            say("a raster came back changed (same pixels: {same}, longitude {west:.6f} for 15)", same=same, west=west),
            REPAIR,
        )
    return say("a GeoTIFF came back unchanged, and PROJ knows where it lies")


def model_pass(name: str) -> str:
    """Load the default model, find out how it computes best, and try it; no map need do so then.

    Also imports what maps import and compiles what they compile: the first map does not wait for Python's compiler.
    """
    torch, weights, autotune = map(import_module, ("torch", "engine.model.model_folder", "engine.inference.autotune"))
    chosen, _ = import_module("engine.device").pick_device(name)
    for needed in NEEDED_BY_MAPS:
        import_module(needed)
    import_module("engine.fewlabel.compiled").compile_ahead(chosen)
    loaded = weights.load(model_card.DEFAULT_MODEL, chosen)
    sensor, make = CATALOGUE["sentinel-2"], import_module("engine.model.tokens").SensorBatch
    model = loaded.model
    side_px = TileGrid.over(1, 1, model.patch_px, model.multiple_px, model.tile_px).rows.tile_px

    def tiles(count: int) -> "SensorBatch":
        noise_BCHW = torch.randn(count, len(sensor.bands), side_px, side_px).to(chosen)
        return cast("SensorBatch", make(noise_BCHW, sensor.bands, sensor.gsd_m, sensor.modality))

    tuning = autotune.tune(loaded.model, loaded.sha256, tiles)
    with torch.inference_mode(), autotune.arithmetic(tuning):
        features_BDhw = autotune.TunedModel(loaded.model, tuning).dense([tiles(1)])
    if not bool(torch.isfinite(features_BDhw).all()):
        raise EngineError("model {name} gives numbers that are not finite", "reinstall the model", name=loaded.name)
    return say(
        "{name} reads a Sentinel-2 tile on {device} in {precision}",
        name=loaded.name,
        device=chosen,
        precision=tuning.precision,
    )


def free_disk() -> str:
    """Space where the user works."""
    free_gib = shutil.disk_usage(Path.cwd()).free / GIB
    if free_gib < MIN_DISK_GIB:
        raise EngineError(
            "only {found:.1f} GiB free on this disk; {least:g} GiB are needed", found=free_gib, least=MIN_DISK_GIB
        )
    return say("{found:.1f} GiB free on this disk", found=free_gib)


def free_memory() -> str:
    """Memory that programs can still take, where the system tells."""
    try:
        pages = {line.split(":")[0]: line.split()[1] for line in Path("/proc/meminfo").read_text().splitlines()}
        free_gib = int(pages["MemAvailable"]) * 1024 / GIB
    except (OSError, KeyError):
        return say("not told by this system; cores: {count}", count=os.cpu_count())
    if free_gib < MIN_MEMORY_GIB:
        raise EngineError(
            "only {found:.1f} GiB of memory free; {least:g} GiB are needed", found=free_gib, least=MIN_MEMORY_GIB
        )
    return say("{found:.1f} GiB of memory free; cores: {count}", found=free_gib, count=os.cpu_count())
