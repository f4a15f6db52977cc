"""`eurosat_finetune.md` and `.png` from the results of `benchmarks/eurosat_finetune.py`. Knows numbers, no chips."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import mean, stdev

import matplotlib.pyplot as plt

from benchmarks.finetuning import RATES, Result, chosen_rate, like
from training.pictures.method_colours import colours_of_methods

OURS, FROZEN = "ofa-tiny fine-tuned", "ofa-tiny frozen + linear"
DASHES = {FROZEN: "--", OURS: "-", "ViT from scratch": "-", "ResNet-18 from scratch": "-"}
"""Lines by method: dotted (all others) and dashed are frozen features, solid ones are trained."""


def write_report(results: Sequence[Result], methods: Sequence[str], trained: Sequence[str], folder: Path) -> None:
    """Write the page and its figure, of whatever has been run.

    Args:
        results: lines of the record.
        methods: the rows, in order.
        trained: those that chose a rate, see `trials_of`.
        folder: where to.
    """
    rates = {name: chosen_rate(trials_of(results, name)) for name in trained}
    counted = [result for result in results if "rate" not in result or result["rate"] == rates[result["method"]]]
    shares = sorted({result["share"] for result in counted})
    page = [
        "# EuroSAT RGB: few and many labels, frozen, fine-tuned and from scratch",
        "",
        "The table shows the share of 3,022 held-out chips of EuroSAT RGB (9,000 chips of 64 pixels, ten classes) "
        "that are classified correctly: mean ± standard deviation over seeds. Pre-training left out the same third. "
        "Of the other 5,978 chips a share has labels; the seed draws it, with each class in proportion. A quarter of "
        "these, at most 300, serves for validation: it chooses the strength of a linear head, and the step at which "
        "a trained model is kept.",
        "",
        "![accuracy by share of labels](eurosat_finetune.png)",
        "",
        *table(counted, methods, shares),
        "",
        "Numbers in brackets are seeds, where they are not five. The best of a column is bold.",
        "",
        "## Differences",
        "",
        "Differences of means in percentage points; plus means that the method named first is better. Those within the "
        "deviations above say nothing.",
        "",
        *[f"- {text}" for share in shares for text in compared(counted, methods, share)],
        "",
        "## How it is measured",
        "",
        *_how(counted, results, trained, rates),
        "",
        "`python -m benchmarks.eurosat_finetune` repeats the measurement and writes this page.",
    ]
    folder.mkdir(exist_ok=True)
    (folder / "eurosat_finetune.md").write_text("\n".join(page) + "\n", encoding="utf-8")
    found = {name: _spreads(counted, name, shares) for name in methods}
    draw({name: points for name, points in found.items() if points}, folder / "eurosat_finetune.png")


def trials_of(results: Sequence[Result], name: str) -> list[Result]:
    """The runs in which a method's rate is chosen: seed 0 with a tenth of the labels."""
    return like(results, method=name, share=0.1, seed=0)


def scores(results: Sequence[Result], name: str, share: float) -> list[float]:
    """Accuracies of a method, by seed."""
    return [result["accuracy"] for result in like(results, method=name, share=share)]


def table(results: Sequence[Result], methods: Sequence[str], shares: Sequence[float]) -> list[str]:
    """A row for each method, a column for each share."""
    sizes = [_labels(results, share) for share in shares]
    heads = [f"{share:.0%} ({size} chips)" for share, size in zip(shares, sizes, strict=True)]
    best = [max((mean(s) for name in methods if (s := scores(results, name, share))), default=0.0) for share in shares]
    lines = [f"| method | {' | '.join(heads)} |", "|---|" + "---:|" * len(shares)]
    for name in methods:
        cells = [_cell(scores(results, name, share), top) for share, top in zip(shares, best, strict=True)]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return lines


def _labels(results: Sequence[Result], share: float) -> str:
    first = like(results, share=share)[0]
    return f"{first['train'] + first['validated']:,}"


def _cell(values: Sequence[float], best: float, expected: int = 5) -> str:
    if not values:
        return "not run"
    text = f"{mean(values):.3f}" + (f" ± {stdev(values):.3f}" if len(values) > 1 else "")
    bold = f"**{text}**" if mean(values) == best else text
    return bold if len(values) == expected else f"{bold} ({len(values)})"


def compared(results: Sequence[Result], methods: Sequence[str], share: float) -> list[str]:
    """Sentences: which method is best, and how far ours is ahead of the others or behind them."""
    means = {name: mean(values) for name in methods if (values := scores(results, name, share))}
    best = max(means, key=lambda name: means[name])
    told = [f"With {share:.0%} of the labels, {best} is best: {means[best]:.3f}."]
    for ours in (OURS, FROZEN):
        if ours in means:
            behind = sorted((means[ours] - value, name) for name, value in means.items() if name != ours)
            differences = "; ".join(f"{name} ({100 * gain:+.1f})" for gain, name in behind)
            told.append(f"With {share:.0%}, {ours} compared with {differences}.")
    return told


def _how(
    counted: Sequence[Result], results: Sequence[Result], trained: Sequence[str], rates: Mapping[str, float | None]
) -> list[str]:
    run = next((result for result in counted if "steps" in result), None)
    if run is None:
        return ["Nothing has been trained yet."]
    lines = [
        f"All trained methods take {run['steps']} steps of {run['batch']} chips, whatever the share: AdamW, a tenth of "
        "the steps for warm-up, then a cosine; flips and quarter turns; losses weighted by how rare classes are; "
        f"{run['precision']}. The peak learning rate is the best of four on the validation part, with a tenth of the "
        "labels and seed 0; all other runs use it. Fine-tuning starts, as `engine finetune` does, with a head fitted "
        "to the frozen backbone (L-BFGS, strength chosen on the validation part). If no later step is better there, "
        "this is what is kept. Head and backbone then learn at one rate, like the networks from scratch. So few steps "
        "do not train a network from scratch to its end: the table shows what a small budget gives, not what each "
        "method can do.",
        "",
        "| method | " + " | ".join(f"{rate:g}" for rate in RATES) + " | chosen | core seconds a run |",
        "|---|" + "---:|" * (len(RATES) + 2),
    ]
    for name in trained:
        found = {trial["rate"]: trial["validation"] for trial in trials_of(results, name)}
        cells = [f"{found[rate]:.3f}" if rate in found else "not run" for rate in RATES]
        seconds = [result["cpu_s"] for result in like(counted, method=name) if result["cpu_s"]]
        last = f"{mean(seconds):.0f}" if seconds else "-"
        lines.append(f"| {name} | {' | '.join(cells)} | {rates[name] or 'open'} | {last} |")
    return [
        *lines,
        "",
        "Accuracy on the validation part, by peak learning rate. Seconds are processor time of one core of an AMD "
        "EPYC with avx512_bf16 in a virtual machine with two cores, validation included; other programs ran at the "
        "same time.",
        "",
        "Linear heads are logistic regressions, fitted by L-BFGS on standardised features with the best of five "
        "strengths ([Frozen features](probe.md) describes the features). Pixels are z-scored by mean and deviation "
        "of all chips that are not scored. Seeds draw the labels, the order, the rotations and the weights of head "
        "or network. Pre-training was done once.",
    ]


def _spreads(results: Sequence[Result], method: str, shares: Sequence[float]) -> dict[float, tuple[float, float]]:
    """Percent of the labels -> mean and deviation over seeds, where there are any."""
    known = {100 * share: values for share in shares if (values := scores(results, method, share))}
    return {share: (mean(values), stdev(values) if len(values) > 1 else 0.0) for share, values in known.items()}


def draw(found: Mapping[str, Mapping[float, tuple[float, float]]], path: Path) -> None:
    """The figure: method -> percent of the labels -> mean and deviation."""
    colours, shares = colours_of_methods(list(found)), sorted({share for known in found.values() for share in known})
    figure, axis = plt.subplots(figsize=(9, 4.8), layout="constrained")
    for name, known in found.items():
        means, spread = zip(*known.values(), strict=True)
        looks = {"color": colours[name], "ls": DASHES.get(name, ":"), "marker": "o", "capsize": 3, "lw": 2}
        axis.errorbar(list(known), means, spread, label=name, **looks)
    axis.set(xscale="log", xlabel="share of the labels, %", ylabel="accuracy on 3,022 held-out chips")
    axis.set_xticks(shares, [f"{share:g}" for share in shares])
    axis.minorticks_off()
    axis.grid(axis="y", color="#dddddd", lw=0.7)
    axis.spines[["top", "right"]].set_visible(False)
    figure.legend(frameon=False, loc="outside right upper", fontsize=9)
    figure.savefig(path, dpi=130)
    plt.close(figure)
