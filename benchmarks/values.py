"""Values from points: `engine regress` beside a random forest, with the whole command and dense truth.

    python -m benchmarks.values [--scenes PART_OF_NAME ...]

Targets: height above ground of the FLAIR scenes (their fifth band, which is hidden from both), elevation of the
TerraMind scenes (Copernicus DEM beside Sentinel-2), and for each of these scenes a synthetic target: a smooth,
non-linear function of three of its bands and of their means in windows of 9 pixels, with noise. Points are drawn at
random over the whole scene, or only from its left 45 % (*far*: scored on the right 45 %). The forest has 300 trees and
gets stored values, and means and deviations in windows of 3, 7 and 15 pixels. Scored on 20,000 other pixels: R2,
and the share of values in the 90 % interval. Nothing was chosen on these targets. Results
are appended to `benchmarks/out/values.jsonl`, so that a stopped benchmark resumes. Writes `docs/measured/values.md` and
its picture.
"""

import argparse
import json
import tempfile
import warnings
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import geopandas as gpd
import numpy as np
import rasterio
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from numpy.typing import NDArray
from scipy.ndimage import uniform_filter
from sklearn.ensemble import RandomForestRegressor

from engine.jobs import regress
from engine.protocol import RegressRequest, SceneSpec
from training.pictures.method_colours import colours_of_methods

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT.parent / "shared" / "data"
PAGE = ROOT / "docs" / "measured" / "values.md"
RESULTS = ROOT / "benchmarks" / "out" / "values.jsonl"
DRAWS = ((50, "near"), (200, "near"), (200, "far"))
TREES, WINDOWS_PX, FAR, SCORED = 300, (3, 7, 15), 0.45, 20_000
HEIGHT_BAND = 5

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Target:
    """What is to be mapped: an image with what is said of it, bands (C, H, W) for the forest, and the truth (H, W)."""

    name: str
    kind: str
    scene: SceneSpec
    bands_CHW: Floats
    truth_HW: Floats


@dataclass(frozen=True)
class Result:
    """Of one target and draw of points: R2 of both, R2 that the report promised, share in the interval, its width."""

    scene: str
    kind: str
    points: int
    regime: str
    ours: float
    forest: float
    promised: float
    inside: float
    width: float


def targets(parts: list[str]) -> Iterator[Target]:
    """Of the scenes whose names hold one of the parts."""
    flair = sorted((DATA / "aerial_landcover").glob("flair2_*_img.tif"))
    terramind = sorted((DATA / "s1_s2_aligned").glob("terramind_*_S2L2A.tif"))
    for image in [image for image in (*flair, *terramind) if any(part in image.stem for part in parts)]:
        with rasterio.open(image) as source:
            stored_CHW = source.read().astype(float)
        if image in flair:
            truth_HW, bands_CHW = stored_CHW[HEIGHT_BAND - 1], stored_CHW[: HEIGHT_BAND - 1]
            scene = SceneSpec(str(image), bands={str(HEIGHT_BAND): "unused"}, fill="data")
            yield Target(image.stem, "height", scene, bands_CHW, truth_HW)
        else:
            with rasterio.open(str(image).replace("S2L2A", "DEM")) as dem:
                truth_HW = dem.read(1).astype(float)
            scene, bands_CHW = SceneSpec(str(image), units="dn", fill="data"), stored_CHW
            yield Target(image.stem, "elevation", scene, bands_CHW, truth_HW)
        yield Target(image.stem, "synthetic", scene, bands_CHW, synthetic(bands_CHW))


def synthetic(bands_CHW: Floats) -> Floats:
    """A function of three bands and their surroundings, with noise of a tenth of its deviation."""
    some = bands_CHW[np.linspace(0, len(bands_CHW) - 1, 3).astype(int)]
    a, b, c = (some - some.mean((1, 2), keepdims=True)) / (some.std((1, 2), keepdims=True) + 1e-9)
    clean_HW = np.tanh(a - b) + uniform_filter(np.tanh(c) * np.abs(b), 9)
    noise_HW = np.random.default_rng(0).normal(0, 0.1 * clean_HW.std(), clean_HW.shape)
    found: Floats = 20 + 5 * (clean_HW + noise_HW)
    return found


def forest_features(bands_CHW: Floats) -> Floats:
    parts = list(bands_CHW)
    for band_HW in bands_CHW:
        for side in WINDOWS_PX:
            mean_HW = uniform_filter(band_HW, side)
            parts += [mean_HW, np.sqrt(np.maximum(uniform_filter(band_HW**2, side) - mean_HW**2, 0))]
    return np.stack(parts).reshape(len(parts), -1).T


def drawn(shape: tuple[int, ...], count: int, regime: str) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Points, and pixels to score, as flat indices."""
    random = np.random.default_rng([count, len(regime)])
    order_N = random.permutation(shape[0] * shape[1])
    if regime == "near":
        return order_N[:count], order_N[count : count + SCORED]
    share_N = order_N % shape[1] / shape[1]
    return order_N[share_N < FAR][:count], order_N[share_N >= 1 - FAR][:SCORED]


def run(target: Target, count: int, regime: str) -> Result:
    """Both learners on one draw."""
    points_N, scored = drawn(target.truth_HW.shape, count, regime)
    truth = target.truth_HW.ravel()
    with tempfile.TemporaryDirectory() as folder, rasterio.open(target.scene.path) as source:
        rows_N, cols_N = np.divmod(points_N, target.truth_HW.shape[1])
        xs, ys = source.xy(rows_N, cols_N)
        labels = Path(folder) / "points.gpkg"
        table = gpd.GeoDataFrame({"value": truth[points_N]}, geometry=gpd.points_from_xy(xs, ys), crs=source.crs)
        table.to_file(labels)
        names = [str(Path(folder) / name) for name in ("map.tif", "interval.tif")]
        request = RegressRequest(target.scene, labels=str(labels), field="value", out=names[0], interval=names[1])
        facts = regress.run(request, lambda *_: None)["report"]
        with rasterio.open(names[0]) as made, rasterio.open(names[1]) as ends:
            map_HW, (low_HW, high_HW) = made.read(1).astype(float), ends.read()
    x_ND = forest_features(target.bands_CHW)
    learner = RandomForestRegressor(TREES, random_state=0).fit(x_ND[points_N], truth[points_N])
    inside_N = (low_HW.ravel() <= truth) & (truth <= high_HW.ravel())
    return Result(
        target.name, target.kind, count, regime, r2(truth[scored], map_HW.ravel()[scored]),
        r2(truth[scored], learner.predict(x_ND[scored])), facts["r2"], float(inside_N[scored].mean()),
        float((high_HW - low_HW).ravel()[scored].mean() / truth.std()),
    )  # fmt: skip


def r2(truth_N: Floats, mapped_N: Floats) -> float:
    return float(1 - ((truth_N - mapped_N) ** 2).mean() / truth_N.var())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scenes", nargs="+", default=[""], help="parts of names")
    parser.add_argument("--page", type=Path, default=PAGE)
    options = parser.parse_args()
    warnings.filterwarnings("ignore")
    found = [Result(**json.loads(line)) for line in RESULTS.read_text().splitlines()] if RESULTS.exists() else []
    done = {(each.scene, each.kind, each.points, each.regime) for each in found}
    RESULTS.parent.mkdir(exist_ok=True)
    for target in targets(options.scenes):
        for count, regime in DRAWS:
            if (target.name, target.kind, count, regime) in done:
                continue
            found.append(run(target, count, regime))
            with RESULTS.open("a", encoding="utf-8") as file:
                file.write(json.dumps(asdict(found[-1])) + "\n")
            print(row(found[-1]), flush=True)
    write_page(found, options.page)


HEAD = [
    "| scene | target | points | regime | R2 ours | R2 forest | R2 promised | in the interval | width in deviations |",
    "|---|---|---:|---|---:|---:|---:|---:|---:|",
]


def row(each: Result) -> str:
    return (
        f"| {each.scene} | {each.kind} | {each.points} | {each.regime} | {each.ours:.3f} "
        f"| {each.forest:.3f} | {each.promised:.3f} | {each.inside:.1%} | {each.width:.2f} |"
    )


def summary(found: list[Result]) -> list[str]:
    """Means by target, points and regime."""
    lines = [
        "| target | points | regime | R2 ours | R2 forest | R2 promised | in the interval |",
        "|---|---:|---|---:|---:|---:|---:|",
    ]
    for key in dict.fromkeys((r.kind, r.points, r.regime) for r in found):
        some = [r for r in found if (r.kind, r.points, r.regime) == key]
        ours, forest, promised, inside = (
            np.mean([getattr(r, name) for r in some]) for name in ("ours", "forest", "promised", "inside")
        )
        lines.append(f"| {key[0]} | {key[1]} | {key[2]} | {ours:.3f} | {forest:.3f} | {promised:.3f} | {inside:.1%} |")
    return lines


def write_page(found: list[Result], path: Path) -> None:
    """The tables and the picture."""
    page = [
        "# Values from points",
        "",
        "`engine regress` and a random forest of 300 trees (stored values, means and deviations in windows of 3, 7 and "
        "15 pixels) learnt from the same random points; 20,000 other pixels are scored. *Far*: points on the left 45 % "
        "of the scene, scored on the right 45 %. Height is that above ground of FLAIR scenes, elevation that of "
        "TerraMind scenes; the synthetic target is a function of three bands and their surroundings. *Promised* is "
        "what the report says.",
        "",
        f"`python -m benchmarks.values` repeats it, and goes on where it was stopped; these are {len(found)} of its "
        f"{2 * 8 * len(DRAWS)} draws. Nothing was chosen on these targets.",
        "",
        *summary(found),
        "",
        "![R2 of both learners, and how often the interval held](values.png)",
        "",
        "## Each scene",
        "",
        *HEAD,
        *map(row, found),
        "",
    ]
    path.write_text("\n".join(page), encoding="utf-8")
    picture(found, path.with_suffix(".png"))


def picture(found: list[Result], path: Path) -> None:
    """R2 of both learners, and how many values were in the interval."""
    figure = Figure(figsize=(11, 4.6), facecolor="white")
    FigureCanvasAgg(figure)
    scores, inside = figure.subplots(1, 2)
    kinds = list(dict.fromkeys(each.kind for each in found))
    for place, (kind, colour) in enumerate(colours_of_methods(kinds).items()):
        for regime, marker in (("near", "o"), ("far", "s")):
            some = [each for each in found if (each.kind, each.regime) == (kind, regime)]
            forest, ours = ([max(getattr(each, name), -1) for each in some] for name in ("forest", "ours"))
            called = f"{kind}, {regime}"
            scores.plot(forest, ours, marker, color=colour, label=called, alpha=0.8)
            at = [2 * place + (regime == "far") + 0.1 * (k % 5 - 2) for k in range(len(some))]
            inside.plot(at, [100 * each.inside for each in some], marker, color=colour, alpha=0.8)
    scores.plot([-1, 1], [-1, 1], color="#666666", linewidth=0.8)
    scores.set_xlabel("R2 of the forest (below -1 as -1)")
    scores.set_ylabel("R2 of engine regress (below -1 as -1)")
    scores.legend(frameon=False, fontsize=8)
    inside.axhspan(85, 95, color="#dddddd")
    inside.set_ylabel("values in the 90 % interval (%)")
    inside.set_xticks(
        range(2 * len(kinds)), [f"{kind}\n{regime}" for kind in kinds for regime in ("near", "far")], size=8
    )
    figure.tight_layout()
    figure.savefig(path, dpi=110)


if __name__ == "__main__":
    main()
