"""`make demo`: a scene and a handful of clicks become a map, a picture and a report; `make qgis` shows them in QGIS.

Takes a real Sentinel-2 scene of ``../shared/data`` when it is there; otherwise it simulates a landscape and
says so. Everything it writes is in ``build/demo``.
"""

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import geopandas
import rasterio

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from engine.cli import main
from resources.demo import landscape

ROOT = Path(__file__).resolve().parents[2]
OUT = ROOT / "build" / "demo"
REAL = ROOT.parent / "shared" / "data" / "s2" / "demo_majortom_199U_1099R_20200223.tif"

# Clicked by us on the real scene (Sentinel-2B, tile 48QUE, 2020-02-23): (column, row) in pixels.
CLICKS = {
    "water": [
        (361, 195),
        (247, 361),
        (328, 484),
        (164, 548),
        (652, 543),
        (30, 695),
        (769, 434),
        (709, 830),
        (180, 640),
    ],
    "flooded vegetation": [(311, 328), (307, 369), (287, 254), (328, 385), (262, 237), (385, 344), (410, 295)],
    "trees": [(77, 164), (722, 328), (574, 336), (750, 143), (484, 689), (820, 586), (32, 627), (98, 114)],
    "irrigated crops": [(221, 763), (196, 820), (373, 664), (430, 763), (164, 779), (229, 853), (209, 730), (356, 681)],
    "dry fields": [(393, 451), (352, 525), (541, 459), (426, 566), (574, 631), (393, 705), (147, 418), (845, 49)],
    "built-up": [(611, 164), (631, 188), (91, 305), (28, 459), (713, 123), (49, 795), (553, 406), (600, 180)],
}


@dataclass(frozen=True)
class Demo:
    """What is shown: a title, the scene, its units if it does not say so itself, class -> clicked (column, row)."""

    name: str
    scene: Path
    units: str | None
    clicks: dict[str, list[tuple[int, int]]]


def choose() -> Demo:
    """The real scene if it is there, else a simulated one; says which."""
    OUT.mkdir(parents=True, exist_ok=True)
    if REAL.is_file():
        print(f"Scene: {REAL.name}, a real Sentinel-2 scene (Major TOM, CC BY-SA 4.0); labels clicked by us.")
        return Demo("Sentinel-2, 23 February 2020", REAL, "dn", CLICKS)
    simulated = landscape.simulate()
    scene = OUT / "simulated_scene.tif"
    landscape.write(simulated, scene)
    print(f"No real scene beside the project: {scene.name} is SIMULATED, its labels are drawn from its known truth.")
    return Demo("simulated Sentinel-2", scene, None, landscape.clicks(simulated))


def classify(demo: Demo) -> None:
    """Write the clicked labels, classify, and say where everything is."""
    labels = OUT / "labels.gpkg"
    write_labels(demo, labels)
    arguments = [
        "classify", str(demo.scene), str(labels), "--field", "class", "--out", str(OUT / "map.tif"),
        "--confidence", str(OUT / "confidence.tif"), "--vector", str(OUT / "map.gpkg"),
        "--report", str(OUT / "report"), "--overwrite", *(["--units", demo.units] if demo.units else []),
    ]  # fmt: skip
    print("engine", " ".join(arguments))
    main.main(arguments)


def places(demo: Demo) -> Iterator[tuple[str, float, float]]:
    """(class, x, y) of every click, in the scene's CRS."""
    with rasterio.open(demo.scene) as source:
        for name, where in demo.clicks.items():
            for col, row in where:
                yield (name, *(source.transform @ (col + 0.5, row + 0.5)))


def write_labels(demo: Demo, path: Path) -> None:
    """The clicked pixels as a point layer with the field ``class``, in the scene's CRS."""
    names, xs, ys = zip(*places(demo), strict=True)
    with rasterio.open(demo.scene) as source:
        table = geopandas.GeoDataFrame({"class": names}, geometry=geopandas.points_from_xy(xs, ys), crs=source.crs)
    path.unlink(missing_ok=True)
    table.to_file(path, driver="GPKG", VERSION="1.3")


def describe(demo: Demo) -> None:
    """The same for `project.py`, which runs in QGIS and has none of our libraries: ``build/demo/demo.json``."""
    body = {"name": demo.name, "scene": str(demo.scene), "units": demo.units, "labels": list(places(demo))}
    (OUT / "demo.json").write_text(json.dumps(body, indent=1), encoding="utf-8")


if __name__ == "__main__":
    job = describe if sys.argv[1:] == ["prepare"] else classify
    job(choose())
