"""What has changed between two dates: areas under the curve and false alarms, beside differences of means.

    python -m benchmarks.change PRODUCTS

PRODUCTS is the folder into which ``build.py`` of the made-up products wrote `sentinel2_l2a` and `sentinel2_l2a_2024`.
The page and the figure in `docs/measured` are written anew. Truth: the mask of OSCD's pair, outlines of water of the
Boadella reservoir (other change there, of fields and shores, counts as none), and the products' own. NAIP and SSL4EO
have no truth: dates of one place in which little is built.
"""

import argparse
import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")  # read when the libraries are loaded

import geopandas
import matplotlib.pyplot as plt
import numpy as np
import rasterio
import torch
from rasterio.features import rasterize
from scipy.ndimage import binary_dilation, binary_erosion
from sklearn.metrics import roc_auc_score

from engine.change.comparer import means
from engine.change.pair import Pair
from engine.errors import EngineError
from engine.jobs import change
from engine.protocol import ChangeRequest, SceneSpec
from engine.scene.sources.place import open_place

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT.parent / "shared" / "data"
PAGE = ROOT / "docs" / "measured" / "change.md"
STATED = (0.05, 0.01)
CHOSE = ("OSCD Paris", "Boadella, February to June 2020")
"""Pairs on which constants were chosen."""
EDGE_PX = 2
UNKNOWN = -1
Row = tuple[str, float, float, float, float, float, float]
"""Name, share, AUC of floor and map, false alarms over stated at both rates, and how much is found."""


@dataclass(frozen=True)
class Dates:
    """A pair: 1 is changed, 0 is not, `UNKNOWN` counts for nothing; `truth_HW` is None where nothing says so."""

    name: str
    before: Path
    after: Path
    truth_HW: np.ndarray | None = None


def known(products: Path) -> Iterator[Dates]:
    """Pairs with truth."""
    folder = DATA / "segmentation"
    with rasterio.open(folder / "oscd_paris_bercy_change.tif") as file:
        truth_HW = file.read(1).astype(int) - 1
    yield Dates("OSCD Paris", *(folder / f"oscd_paris_bercy_{date}.tif" for date in ("t1", "t2")), truth_HW)
    names = {"2020-02-02": "February", "2020-06-21": "June 2020", "2021-07-16": "July 2021"}
    for first, second in (("2020-02-02", "2020-06-21"), ("2020-02-02", "2021-07-16"), ("2020-06-21", "2021-07-16")):
        paths = [folder / f"boadella_{date}.tif" for date in (first, second)]
        one_HW, other_HW = (water(path) for path in paths)
        shore_HW = np.logical_or.reduce([binary_dilation(w) != binary_erosion(w) for w in (one_HW, other_HW)])
        truth_HW = np.where(shore_HW, UNKNOWN, one_HW != other_HW)
        yield Dates(f"Boadella, {names[first]} to {names[second]}", *paths, truth_HW)
    folders = (products / name for name in ("sentinel2_l2a", "sentinel2_l2a_2024"))
    with rasterio.open(products / "change_2024.tif") as file:
        truth_HW = (file.read(1) > 0).astype(int)
    yield Dates("made-up products, 2023 to 2024", *(next(folder.glob("*.SAFE")) for folder in folders), truth_HW)


def water(path: Path) -> np.ndarray:
    """Where a date of the reservoir has water."""
    table = geopandas.read_file(path.with_name(f"{path.stem}_labels.geojson"))
    table = table[["segmentation" in list(tasks) for tasks in table.tasks]]
    with rasterio.open(path) as file:
        return np.asarray(rasterize(table.geometry, file.shape, transform=file.transform))


def unknown() -> Iterator[Dates]:
    """Pairs without truth in which little changes."""
    aligned = DATA / "s1_s2_aligned"
    for kind, dates in {"S1": ("20200607", "20200903"), "s2c": ("20200604", "20200823")}.items():
        yield Dates(f"SSL4EO {kind}", *(aligned / f"ssl4eo_0000200_{kind}_{date}.tif" for date in dates))
    for first in sorted((DATA / "naip" / "trees").glob("*_2016_*.tif"))[::3]:
        yield Dates("NAIP", first, first.with_name(first.name.replace("_2016_", "_2018_")))


def floor(dates: Dates) -> np.ndarray:
    """Differences of 5 x 5 means of z-scored bands."""
    said = SceneSpec(str(dates.before), beside=(SceneSpec(str(dates.after)),))
    scene, reading = open_place(said)
    with scene:
        x_2CHW, valid_HW = Pair.of(scene, reading).read((0, scene.height), (0, scene.width))
    mean_2CHW = means(x_2CHW, valid_HW)
    seen_2CN = mean_2CHW[:, :, valid_HW]
    z_2CHW = (mean_2CHW - seen_2CN.mean(2)[..., None, None]) / seen_2CN.std(2)[..., None, None]
    apart_HW = (z_2CHW[0] - z_2CHW[1]).square().sum(0).sqrt()
    return np.asarray(apart_HW.masked_fill(~valid_HW, torch.nan))


def mapped(dates: Dates) -> np.ndarray | None:
    """The map of the command; None where it refuses."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "change.tif"
        scene = SceneSpec(str(dates.before), beside=(SceneSpec(str(dates.after)),))
        try:
            change.run(ChangeRequest(scene, device="cpu", out=str(out)), lambda *_: None)
        except EngineError as error:
            print(f"{dates.before.name}: {error.error}")
            return None
        with rasterio.open(out) as file:
            return np.asarray(file.read(1))


def shares(score_HW: np.ndarray, where_HW: np.ndarray) -> list[float]:
    """The share of pixels that reach each stated rate, over that rate."""
    score_N = score_HW[where_HW & np.isfinite(score_HW)]
    return [float((score_N >= -np.log10(stated)).mean() / stated) for stated in STATED]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("products", type=Path)
    products = options.parse_args().products
    rows: list[Row] = []
    drawn: list[tuple[str, np.ndarray, np.ndarray]] = []
    for dates in known(products):
        score_HW, floor_HW, truth_HW = mapped(dates), floor(dates), dates.truth_HW
        assert score_HW is not None and truth_HW is not None
        near_HW = binary_dilation(truth_HW == 1, iterations=EDGE_PX) & (truth_HW != 1)
        told_HW = (truth_HW >= 0) & np.isfinite(score_HW)
        aucs = [roc_auc_score(truth_HW[told_HW] == 1, each[told_HW]) for each in (floor_HW, score_HW)]
        alarms = shares(score_HW, (truth_HW == 0) & ~near_HW)
        found = float((score_HW[told_HW & (truth_HW == 1)] >= 2).mean())
        rows.append((dates.name, float((truth_HW[told_HW] == 1).mean()), aucs[0], aucs[1], alarms[0], alarms[1], found))
        drawn.append((dates.name, truth_HW, score_HW))
        print(rows[-1], flush=True)
    without: dict[str, list[list[float]]] = {}
    refused = 0
    for dates in unknown():
        score_HW = mapped(dates)
        if score_HW is None:
            refused += 1
        else:
            without.setdefault(dates.name, []).append(shares(score_HW, np.ones(score_HW.shape, bool)))
    draw(drawn)
    write(rows, without, refused)


def draw(drawn: list[tuple[str, np.ndarray, np.ndarray]]) -> None:
    """Truth above, score below."""
    figure, axes = plt.subplots(2, len(drawn), figsize=(3 * len(drawn), 6), layout="constrained")
    for (name, truth_HW, score_HW), (above, below) in zip(drawn, axes.T, strict=True):
        above.imshow(np.where(truth_HW < 0, np.nan, truth_HW), cmap="gray_r", vmin=0, vmax=1, interpolation="nearest")
        shown = below.imshow(score_HW, cmap="viridis", vmin=0, vmax=4, interpolation="nearest")
        above.set_title(name.replace(", ", "\n"), fontsize=9)
        for axis in (above, below):
            axis.set_xticks([])
            axis.set_yticks([])
    axes[0, 0].set_ylabel("what is known to have changed")
    axes[1, 0].set_ylabel("change score")
    figure.colorbar(shown, ax=axes[1], label="-log10 of the false-alarm rate", shrink=0.8)
    figure.savefig(PAGE.with_suffix(".png"), dpi=80)


def write(rows: list[Row], without: dict[str, list[list[float]]], refused: int) -> None:
    """The page."""
    table = []
    for name, *numbers in rows:
        cells = "{:.3f} | {:.3f} | {:.3f} | {:.2f} | {:.2f} | {:.0%}".format(*numbers)
        table.append(f"| {name}{' (chose)' if name in CHOSE else ''} | {cells} |")
    unchanged = []
    for name, each in without.items():
        spans = zip(np.min(each, 0), np.max(each, 0), strict=True)
        unchanged.append(
            f"| {name} ({len(each)}) | " + " | ".join(f"{low:.2f} to {high:.2f}" for low, high in spans) + " |"
        )
    text = TEXT.format(rows="\n".join(table), unchanged="\n".join(unchanged), refused=refused)
    PAGE.write_text(text, encoding="utf-8")


TEXT = """# What has changed between two dates

This page measures `engine change`. The floor is the difference of 5 x 5 means of z-scored bands. Constants were \
chosen on the pairs marked *chose*, and on the false alarms of the pairs without truth.

![What is known to have changed, and the change score](change.png)

`python -m benchmarks.change PRODUCTS` repeats the measurement and writes this page. The made-up products are \
not part of the repository.

| pair | changed | AUC, floor | AUC, `change` | false alarms over stated, 5 % | 1 % | found at 1 % |
|---|---:|---:|---:|---:|---:|---:|
{rows}

*Changed* is the share of the pixels that is known to have changed. *Found* is how much of it is at the \
threshold or above. False alarms are counted further than two pixels from it, as the windows of five pixels \
reach over edges. Of the Boadella reservoir, only water is known: fields and shores that change count as false \
alarms and as mistakes.

Pairs of which nothing is known, and in which little is built: the share of all pixels at the threshold, over \
the stated one, least to most.

| pairs | 5 % | 1 % |
|---|---:|---:|
{unchanged}

NAIP pairs that were refused, as the dates lie more than half a pixel apart: {refused}.

## What falls short

- **The aim of 0.05 over the floor** is reached where the seasons differ. On two summer dates and on the made-up \
products the floor is at 0.99 already. On Paris the gain is 0.07 over this floor, and nothing over an AUC of \
0.855 that was once measured for differences of means and that no way of taking them gave again.
- **False alarms hold as they do because they are counted on the pair itself.** Unless change forms a mode of \
its own, all pixels count as unchanged. So on an unchanged pair the stated share is nearly exact, and where much \
has changed without a mode of its own, fewer false alarms come than stated, and less of the change is found.
- **Small changes among many others** are found in part only: see Paris, where buildings on less than one \
percent of the pixels changed. The gain over the floor is there because light and season are taken out.
- **Around what has changed**, two pixels count as changed, too.
"""

if __name__ == "__main__":
    main()
