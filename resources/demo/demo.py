"""`make demo`: a scene and a handful of clicks become a map, a picture and a report.

Takes a real Sentinel-2 scene of ``../shared/data`` when it is there; otherwise it simulates a landscape and
says so. Everything it writes is in ``build/demo``.
"""

import sys
from pathlib import Path

import geopandas
import rasterio
from shapely.geometry import Point

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from engine import cli
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


def main() -> None:
    """Choose the scene, write the clicked labels, classify, and say where everything is."""
    OUT.mkdir(parents=True, exist_ok=True)
    if REAL.is_file():
        scene, clicks, extra = REAL, CLICKS, ["--units", "dn"]
        print(f"Scene: {scene.name}, a real Sentinel-2 scene (Major TOM, CC BY-SA 4.0); labels clicked by us.")
    else:
        simulated = landscape.simulate()
        scene, extra = OUT / "simulated_scene.tif", []
        landscape.write(simulated, scene)
        clicks = landscape.clicks(simulated)
        print(
            f"No real scene beside the project: {scene.name} is SIMULATED, its labels are drawn from its known truth."
        )
    labels = OUT / "labels.gpkg"
    write_labels(scene, clicks, labels)
    arguments = [
        "classify", str(scene), str(labels), "--field", "class", "--out", str(OUT / "map.tif"),
        "--confidence", str(OUT / "confidence.tif"), "--vector", str(OUT / "map.gpkg"),
        "--report", str(OUT / "report"), "--overwrite", *extra,
    ]  # fmt: skip
    print("engine", " ".join(arguments))
    cli.main(arguments)


def write_labels(scene: Path, clicks: dict[str, list[tuple[int, int]]], path: Path) -> None:
    """The clicked pixels as a point layer with the field ``class``, in the scene's CRS."""
    with rasterio.open(scene) as source:
        points = [
            (name, Point(source.transform @ (col + 0.5, row + 0.5)))
            for name, where in clicks.items()
            for col, row in where
        ]
        names, geometry = zip(*points, strict=True)
        table = geopandas.GeoDataFrame({"class": names}, geometry=list(geometry), crs=source.crs)
    path.unlink(missing_ok=True)
    table.to_file(path, driver="GPKG", VERSION="1.3")


if __name__ == "__main__":
    main()
