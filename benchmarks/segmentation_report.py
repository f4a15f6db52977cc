"""`segmentation.md` and `.png` from the results of `benchmarks/segmentation.py`. Knows numbers and maps, no models."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean, stdev

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.colors import to_rgb
from matplotlib.patches import Rectangle
from numpy.typing import NDArray

from benchmarks.finetuning import RATES, Result, chosen_rate, like
from engine.classes.palette import colours_of

UNMAPPED = 255  # of a pixel that none of the runs so far has scored
RUNS = 5
MAPPED = {
    "U-Net from scratch": "U-Net",
    "ofa-tiny frozen + light head": "ours frozen",
    "ofa-tiny fine-tuned + light head": "ours fine-tuned",
}
"""Methods whose maps are drawn -> caption."""
PANEL_IN, DPI = 1.55, 105


@dataclass(frozen=True)
class Shown:
    """What is drawn of a ground.

    Attributes:
        classes: their names.
        colours: of some of them; the palette has the others.
        scenes: which of the scenes: their numbers in the files of maps, colours (H, W, 3) and labels (H, W).
        told: what the page says of it.
    """

    classes: tuple[str, ...]
    colours: Mapping[str, str]
    scenes: Mapping[int, tuple[NDArray[np.uint8], NDArray[np.float64]]]
    told: str


def write_report(
    results: Sequence[Result], methods: Sequence[str], grounds: Mapping[str, Shown], maps: Path, folder: Path
) -> None:
    """Write the page and its picture, of whatever has been run.

    Args:
        results: lines of the record.
        methods: the rows, in order.
        grounds: the tables, in order.
        maps: folder of the files that results name.
        folder: where to.
    """
    counted = {ground: counted_of(results, ground, methods) for ground in grounds}
    page = [
        "# Dense labels: OFA and a U-Net with the same budget",
        "",
        "Scenes are cut into labelled blocks. In each of five runs, some blocks train a model, some choose its "
        "settings and some score it, so that in the end every labelled pixel is mapped once by a model that has not "
        "learnt from it. All methods see the same bands, chips and blocks, and take the same number of steps. This "
        "is the task of completing a half-labelled scene; it does not tell how a model does in another country.",
        "",
        "![maps](segmentation.png)",
        "",
        "Left: FLAIR; imagery and labels IGN (BD ORTHO, FLAIR), Etalab Open Licence 2.0. Right: buildings; imagery "
        "OpenAerialMap, CC BY 4.0; labels OpenStreetMap, ODbL. Each block of a map comes from the run that scored "
        "it. From each strip of chips, the one with most of both classes is shown.",
    ]
    for ground, shown in grounds.items():
        page += ["", f"## {ground}", "", shown.told, "", *_of_ground(counted[ground], methods, shown)]
    page += ["", "## How it is measured", "", *_how(results, counted, methods)]
    page += ["", "`python -m benchmarks.segmentation` repeats the measurement and writes this page."]
    folder.mkdir(exist_ok=True)
    (folder / "segmentation.md").write_text("\n".join(page) + "\n", encoding="utf-8")
    _draw(counted, grounds, maps, folder / "segmentation.png")


def trials_of(results: Sequence[Result], ground: str, name: str) -> list[Result]:
    """The runs in which a method's rate is chosen: the first of a ground."""
    return like(results, ground=ground, method=name, run=0)


def counted_of(results: Sequence[Result], ground: str, methods: Sequence[str]) -> list[Result]:
    """The runs with chosen rates that all methods have which have any: only those can be compared."""
    rates = {name: chosen_rate(trials_of(results, ground, name)) for name in methods}
    usable = [
        result
        for result in like(results, ground=ground)
        if rates.get(result["method"]) is not None and result["rate"] == rates[result["method"]]
    ]
    runs = [{r["run"] for r in usable if r["method"] == name} for name in {r["method"] for r in usable}]
    common = set.intersection(*runs) if runs else set()
    return [result for result in usable if result["run"] in common]


def pooled(results: Sequence[Result]) -> NDArray[np.int64]:
    """The confusion matrix (K, K) of all runs together, true classes in rows."""
    summed: NDArray[np.int64] = np.sum([result["confusion"] for result in results], axis=0)
    return summed


def f1_and_iou(counts_KK: NDArray[np.int64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """F1 and intersection over union of each class; NaN where it is neither true nor mapped."""
    right_K, true_K, mapped_K = np.diag(counts_KK).astype(float), counts_KK.sum(1), counts_KK.sum(0)
    with np.errstate(invalid="ignore"):
        return 2 * right_K / (true_K + mapped_K), right_K / (true_K + mapped_K - right_K)


def _of_ground(counted: Sequence[Result], methods: Sequence[str], shown: Shown) -> list[str]:
    run = [name for name in methods if like(counted, method=name)]
    if not run:
        return ["Not run yet."]
    each = {name: f1_and_iou(pooled(like(counted, method=name))) for name in run}
    macro = {name: [result["macro_f1"] for result in like(counted, method=name)] for name in run}
    count = len(macro[run[0]])
    rows = {name: [float(np.nanmean(f1_K)), float(np.nanmean(iou_K))] for name, (f1_K, iou_K) in each.items()}
    lines = [
        f"| method | macro-F1 | mIoU | macro-F1, mean ± deviation over {count} runs |",
        "|---|---:|---:|---:|",
        *(f"| {name} | {_bold(rows, name, 0)} | {_bold(rows, name, 1)} | {_spread(macro[name])} |" for name in run),
        *(f"| {name} | not run | | |" for name in methods if name not in run),
    ]
    classes = {name: f1_K.tolist() for name, (f1_K, _) in each.items()}
    return [
        *lines,
        "",
        f"The first two columns pool the pixels of {count} of {RUNS} runs. F1 of each class:",
        "",
        "| method | " + " | ".join(shown.classes) + " |",
        "|---|" + "---:|" * len(shown.classes),
        *(
            f"| {name} | " + " | ".join(_bold(classes, name, k) for k in range(len(shown.classes))) + " |"
            for name in run
        ),
        "",
        *compared(rows, macro),
    ]


def _bold(rows: Mapping[str, Sequence[float]], name: str, column: int) -> str:
    best = max(f"{row[column]:.3f}" for row in rows.values())
    text = f"{rows[name][column]:.3f}"
    return f"**{text}**" if text == best else text


def _spread(values: Sequence[float]) -> str:
    return f"{mean(values):.3f}" + (f" ± {stdev(values):.3f}" if len(values) > 1 else "")


def compared(rows: Mapping[str, Sequence[float]], macro: Mapping[str, Sequence[float]]) -> list[str]:
    """Sentences: how far each method is from the first, and in how many runs it is ahead of it."""
    first, *others = rows
    told = []
    for name in others:
        points = 100 * (rows[name][0] - rows[first][0])
        ahead = sum(ours > theirs for ours, theirs in zip(macro[name], macro[first], strict=True))
        told.append(
            f"- {name}: {points:+.1f} points of macro-F1 compared with {first}, "
            f"ahead in {ahead} of {len(macro[name])} runs"
        )
    return told


def _how(results: Sequence[Result], counted: Mapping[str, Sequence[Result]], methods: Sequence[str]) -> list[str]:
    run = next(iter(results), None)
    if run is None:
        return ["Nothing has been trained yet."]
    lines = [
        f"All methods take {run['steps']} steps of {run['batch']} chips of 128 pixels: AdamW, a tenth of the steps "
        "for warm-up, then a cosine; flips and quarter turns; losses weighted by how common classes are; "
        f"{run['precision']}. "
        "Training chips move by up to half a block; labels of other blocks are masked, their pixels are not. A fifth "
        "of the blocks is for validation: it chooses the step that is kept and, in the first run, the best of four "
        "peak learning rates, which the other runs use too. A backbone that is fine-tuned learns at a tenth of the "
        "head's rate, as in `engine finetune --full`. The seed of a run draws its order, moves, rotations, and the "
        "weights of head or network. The U-Net is segmentation_models_pytorch's, with a ResNet-18 encoder and random "
        "weights. So few steps train no network to its end: this is what a small budget gives. The light head has "
        "convolutions of its own on the pixels, so the row with random weights shows how much of a score is due to "
        "the head alone.",
        "",
        "| ground | method | " + " | ".join(f"{rate:g}" for rate in RATES) + " | chosen | core seconds a run |",
        "|---|---|" + "---:|" * (len(RATES) + 2),
    ]
    for ground, some in counted.items():
        for name in methods:
            trials = trials_of(results, ground, name)
            found = {trial["rate"]: trial["validation"] for trial in trials}
            cells = [f"{found[rate]:.3f}" if rate in found else "not run" for rate in RATES]
            seconds = [result["cpu_s"] for result in like(some, method=name) if result["cpu_s"]]
            last = f"{mean(seconds):.0f}" if seconds else "-"
            lines.append(f"| {ground} | {name} | {' | '.join(cells)} | {chosen_rate(trials) or 'open'} | {last} |")
    return [
        *lines,
        "",
        "Macro-F1 on the validation blocks of the first run, by peak learning rate. Seconds are processor time of "
        "one core of an AMD EPYC with avx512_bf16 in a virtual machine with two cores, validation included; other "
        "programs ran at the same time.",
    ]


def _draw(counted: Mapping[str, Sequence[Result]], grounds: Mapping[str, Shown], maps: Path, path: Path) -> None:
    """Scene, labels and maps: grounds side by side, a row for each scene."""
    captions = ["scene", "labels", *MAPPED.values()]
    rows, columns = max(len(shown.scenes) for shown in grounds.values()), len(captions) * len(grounds)
    size = (columns * PANEL_IN + 0.4, rows * PANEL_IN + 1.1)
    figure = plt.figure(figsize=size)
    legend_in = 0.75
    grid = {"left": 0.01, "right": 0.99, "top": 1 - 0.3 / size[1], "bottom": legend_in / size[1]}
    axes = figure.subplots(rows, columns, gridspec_kw={**grid, "wspace": 0.04, "hspace": 0.04}, squeeze=False)
    for axis in axes.flat:
        axis.axis("off")
    for place, (ground, shown) in enumerate(grounds.items()):
        palette = np.array(
            [to_rgb(colour) for colour in colours_of(shown.classes, shown.colours)] + [to_rgb("#E8E8E8")]
        )
        block = axes[:, place * len(captions) : (place + 1) * len(captions)]
        joined = [_joined(like(counted[ground], method=name), maps) for name in MAPPED]
        for row, (number, (colours_HW3, truth_HW)) in zip(block, shown.scenes.items(), strict=False):
            row[0].imshow(colours_HW3)
            drawn = [np.where(np.isnan(truth_HW), UNMAPPED, truth_HW), *(m[number] if m else None for m in joined)]
            for axis, map_HW in zip(row[1:], drawn, strict=True):
                if map_HW is not None:
                    known_HW = np.where(map_HW == UNMAPPED, len(palette) - 1, map_HW).astype(int)
                    axis.imshow(palette[known_HW], interpolation="nearest")
        for axis, caption in zip(block[0], captions, strict=True):
            axis.set_title(caption, fontsize=10)
        handles = [Rectangle((0, 0), 1, 1, color=colour) for colour in palette[:-1]]
        where = ((place + 0.5) / len(grounds), 0.0)
        figure.legend(
            handles, shown.classes, loc="lower center", bbox_to_anchor=where, ncols=5, frameon=False, fontsize=9
        )
    figure.savefig(path, dpi=DPI)
    plt.close(figure)


def _joined(results: Sequence[Result], maps: Path) -> list[NDArray[np.uint8]]:
    """The maps of a method by scene, each block from the run that scored it; none without runs."""
    files = [np.load(maps / result["map"]) for result in results]
    return [np.minimum.reduce([file[name] for file in files]) for name in files[0].files] if files else []
