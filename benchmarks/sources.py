"""What radar and heights add to Sentinel-2 where few places are labelled, and whether a source of noise does harm.

    python benchmarks/sources.py [--draws 3]      # writes docs/measured/sources.md

Three real places of TerraMind's examples, with Sentinel-2, Sentinel-1 and heights on one grid and a land-cover map as
the truth. Ten pixels a class are drawn as labels; the score is macro-F1 on all other pixels of these classes.
"""

import argparse
import sys
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import geopandas
import numpy as np
import rasterio
from shapely.geometry import Point
from sklearn.metrics import f1_score

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from engine.jobs import classify  # noqa: E402
from engine.protocol import ClassifyRequest, ComputeSpec, SceneSpec  # noqa: E402

DATA = ROOT.parent / "shared" / "data" / "s1_s2_aligned"
PAGE = ROOT / "docs" / "measured" / "sources.md"
PLACES = {"282D_485L_3_3": None, "433D_629L_3_1": "dn+1000", "637U_59R_1_3": None}
"""Place -> units of its Sentinel-2 numbers, where the file leaves them open."""
POINTS, FEWEST = 10, 300
"""Labels a class, and the pixels that a class must have to be one."""


class Place:
    """One place with its truth and one draw of labels, in a folder to work in."""

    def __init__(self, name: str, draw: int, folder: Path) -> None:
        self.name, self._folder = name, folder
        with rasterio.open(self.file("LULC")) as source:
            self._truth, self._transform, self._crs = source.read(1), source.transform, source.crs
        values, counts = np.unique(self._truth, return_counts=True)
        self._classes = [value for value, count in zip(values, counts, strict=True) if count >= FEWEST and value > 0]
        self._rng = np.random.default_rng(draw)
        self._labelled = np.zeros(self._truth.shape, bool)
        self._label()
        self._noise()

    def file(self, kind: str) -> str:
        """The raster of one kind."""
        return str(DATA / f"terramind_{self.name}_{kind}.tif")

    def _label(self) -> None:
        points, names = [], []
        for value in self._classes:
            rows, cols = np.nonzero(self._truth == value)
            for index in self._rng.permutation(len(rows))[:POINTS]:
                points.append(Point(self._transform @ (cols[index] + 0.5, rows[index] + 0.5)))
                names.append(f"class {value}")
                self._labelled[rows[index], cols[index]] = True
        frame = geopandas.GeoDataFrame({"class": names}, geometry=points, crs=self._crs)
        frame.to_file(self._folder / "labels.gpkg")

    def _noise(self) -> None:
        with rasterio.open(
            self._folder / "noise.tif", "w", driver="GTiff", height=self._truth.shape[0], width=self._truth.shape[1],
            count=3, dtype="float32", crs=self._crs, transform=self._transform,
        ) as file:  # fmt: skip
            file.write(self._rng.normal(size=(3, *self._truth.shape)).astype(np.float32))

    def score(self, beside: Sequence[str]) -> float:
        """Macro-F1 of the map from Sentinel-2 and these sources."""
        further = {
            "S1": SceneSpec(self.file("S1RTC")),
            "heights": SceneSpec(self.file("DEM"), sensor="elevation"),
            "noise": SceneSpec(str(self._folder / "noise.tif"), sensor="embedding"),
        }
        scene = SceneSpec(self.file("S2L2A"), units=PLACES[self.name], beside=tuple(further[name] for name in beside))
        out = self._folder / "map.tif"
        classify.run(
            ClassifyRequest(scene, ComputeSpec(device="cpu"), labels=str(self._folder / "labels.gpkg"), field="class",
                            out=str(out), overwrite=True),
            lambda *_: None,
        )  # fmt: skip
        with rasterio.open(out) as file:
            found, tags = file.read(1), file.tags()
        value_of = np.zeros(256, int)
        for key, text in tags.items():
            if key.startswith("CLASS_"):
                value_of[int(key[6:])] = int(text.split()[1])
        judged = np.isin(self._truth, self._classes) & (found > 0) & ~self._labelled
        return float(f1_score(self._truth[judged], value_of[found][judged], average="macro"))


CHOICES: tuple[tuple[str, ...], ...] = ((), ("S1",), ("heights",), ("S1", "heights"), ("noise",))


def main() -> None:
    """Measure, and write the page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--draws", type=int, default=3)
    draws = parser.parse_args().draws
    scores: dict[tuple[str, ...], dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for name in PLACES:
        for draw in range(draws):
            with tempfile.TemporaryDirectory() as folder:
                place = Place(name, draw, Path(folder))
                for choice in CHOICES:
                    scores[choice][name].append(place.score(choice))
                    print(name, draw, choice, round(scores[choice][name][-1], 4), flush=True)
    lines = [
        "# Several sources: radar and heights beside Sentinel-2", "",
        f"`python benchmarks/sources.py --draws {draws}` repeats the measurement and writes this page.", "",
        f"Macro-F1 on all pixels that are not labelled; {POINTS} labelled pixels a class, drawn at random over the",
        f"whole place, mean of {draws} draws. Real places of TerraMind's examples; the truth is a land-cover map.", "",
        f"| sources | {' | '.join(PLACES)} | mean |", f"|---|{'---:|' * (len(PLACES) + 1)}",
    ]  # fmt: skip
    for choice, by_place in scores.items():
        means = [float(np.mean(by_place[name])) for name in PLACES]
        row = " | ".join(f"{value:.3f}" for value in (*means, float(np.mean(means))))
        lines.append(f"| {' + '.join(('S2', *choice))} | {row} |")
    PAGE.write_text(
        "\n".join([*lines, "", "*noise*: three bands of random numbers, given as a source like any other.", ""])
    )


if __name__ == "__main__":
    main()
