"""The README of a model folder: its card in words and tables, for people. Pure: knows the card and nothing else."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from training.pretrain.model_card import TITLES
from training.publish.measured import OURS

Card = Mapping[str, Any]
RECONSTRUCTIONS, SIMILARITY = "reconstructions.png", "similarity.png"
MOST_BANDS = 14  # that are named in a cell
STATISTICS = {
    "scene": "over the scene itself",
    "sensor": "as they usually are for its sensor, wavelength and unit, or over the scene where nothing fixes the unit",
    "galileo": "as Galileo's authors publish them",
}
"""Whose mean and deviation a model asks for; see `engine.sensors.statistics.CHOICES`."""
TEACHERS = {
    "efficientnet-lite0": "EfficientNet-lite0 (Tan and Le 2019, Google 2020; trained on ImageNet, Apache-2.0)",
    "galileo-nano": "Galileo-nano (Tseng et al. 2025, MIT)",
}
"""Of recipes: who they are, and under which licence their weights are."""


def page(card: Card, pictures: Iterable[str], notes: str) -> str:
    """The page.

    Args:
        card: of the model.
        pictures: which of `RECONSTRUCTIONS` and `SIMILARITY` stand beside it.
        notes: Markdown, written by hand: what no number says.
    """
    sections = {
        "What it is": _what(card),
        "What it was trained on": _data(card["training"]),
        "How it was trained": _how(card),
        "What it is worth": _results(card["results"]),
        "What it looks like": _pictures(card, set(pictures)),
        "Limits": [*(f"- {limit}" for limit in card["training"]["limits"]), "", notes.strip()],
        "Licences of the data": _licences(card["training"]["licences"]),
    }
    parts = [f"# {card['mlm:name']}"]
    for title, lines in sections.items():
        if text := "\n".join(lines).strip():
            parts.append(f"## {title}\n\n{text}")
    return "\n\n".join(parts) + "\n"


def _what(card: Card) -> list[str]:
    config = card["ofa"]["config"]
    finer_px, embedding = config.get("chip_patch_px"), config["embedding"].replace("_", "-")
    finer = f" (of {finer_px} where a chip is described as a whole)" if finer_px else ""
    size = f"{card['mlm:total_parameters'] / 1e6:.2f} million weights, {card['file:size'] / 1e6:.1f} MB"
    return [
        f"OFA-Net, one Transformer for every sensor: {config['depth']} blocks of {config['width']} features, patches "
        f"of {config['patch_px']} pixels{finer}, {embedding} embedding; {size}. Pre-trained on "
        f"{card['mlm:pretrained_source']}. It gives features, not classes: `engine classify` learns those from labels.",
        "",
        "Input: any bands with a wavelength or a radar polarisation, any size, any pixel size, as z-scores by the mean "
        f"and deviation of each band {STATISTICS[config.get('statistics', 'scene')]} (0 where there are no data). The "
        "engine does all of that.",
        "",
        f"Weights: `weights.safetensors`, `{card['ofa']['sha256']}`. `card.json` follows the STAC Machine Learning "
        "Model extension; its `ofa` object is documented in `engine/model/model_folder.py`, the rest in "
        "`training/pretrain/model_card.py`.",
    ]


def _data(training: Card) -> list[str]:
    shares = [
        (TITLES[p["modality"]], f"{p['scenes']:,}", f"{p['megapixels']:.2f}", f"{p['share']:.0%}")
        for p in training["data"]
    ]
    sensors = [
        (s["sensor"], s["quantity"], f"{s['scenes']:,}", _span(s["gsd_m"]), _names(s["bands"]))
        for s in training["sensors"]
    ]
    return [
        *_table(("imagery", "scenes", "megapixels", "share of batches"), shares, "lrrr"),
        "",
        "Bands and what their numbers are in the model's units (mean and deviation of each: `training.sensors` of the "
        "card):",
        "",
        *_table(("sensor", "numbers", "scenes", "pixel size", "bands"), sensors, "llrrl"),
        "",
        "Images that probes and benchmarks score were left out (`training/data/holdout.py`).",
    ]


def _span(limits: Sequence[float]) -> str:
    low, high = (f"{limit:.3g}" for limit in limits)
    return f"{low} m" if low == high else f"{low} to {high} m"


def _names(names: Sequence[str]) -> str:
    return ", ".join(names) if len(names) <= MOST_BANDS else f"{len(names)}: {names[0]} to {names[-1]}"


def _taught(recipe: Mapping[str, Any]) -> str:
    names = [TEACHERS[name] for name in recipe.get("teachers", ())]
    start = recipe.get("start")
    begun = f" It began with the weights of {start} as they were then." if start else ""
    return f"{begun} It learnt to tell what {' and '.join(names)} see in the same chips." if names else begun


def _how(card: Card) -> list[str]:
    training, recipe = card["training"], card["mlm:hyperparameters"]
    return [
        f"Masked image modelling, {recipe['mask_ratio']:.0%} of the tokens hidden; {training['steps']:,} steps, "
        f"{training['chips']:,} chips of {recipe['sampling']['chip_px']} pixels, {training['hours']:.3g} hours, seed "
        f"{training['seed']}; every setting is in `mlm:hyperparameters` of the card. No labels.{_taught(recipe)}",
        "",
        "```",
        *training["commands"],
        f"engine publish RUN --name {card['mlm:name']}" + _scene_options(card.get("similarity")),
        "```",
    ]


def _scene_options(similarity: Card | None) -> str:
    if similarity is None:
        return ""
    clicks = (f' --click "{name}={col},{row}"' for name, (col, row) in similarity["clicks"].items())
    return f" \\\n    --scene {similarity['scene']}" + "".join(f" \\\n   {click}" for click in clicks)


def _results(results: Card) -> list[str]:
    if not results:
        return ["Not measured yet: `engine probe` and `benchmarks/few_label.py` do it."]
    lines = []
    if probes := results.get("probes"):
        lines += [
            f"Frozen features, only a linear or nearest-neighbour reader is learnt; mean ± deviation over "
            f'{probes["seeds"]} seeds (`engine probe`, on images kept out of training; "random" is this network '
            "without training):",
            "",
            *_probes(probes),
            "",
        ]
    if few := results.get("few_label"):
        lines += [
            f"Maps from few labelled points per class, macro-F1, mean over {few['scenes']} scenes and {few['seeds']} "
            "seeds (`benchmarks/few_label.py`):",
            "",
            *_few_label(few),
        ]
    return lines


def _probes(probes: Card) -> list[str]:
    scores = {(s["task"], s["metric"], s["features"]): s for s in probes["scores"]}
    names = list(dict.fromkeys([probes["model"], *(name for _, _, name in scores)]))
    rows = []
    for task, metric in dict.fromkeys((task, metric) for task, metric, _ in scores):
        found = [scores.get((task, metric, name)) for name in names]
        cells = [f"{score['mean']:.3f} ± {score['std']:.3f}" if score else "–" for score in found]
        rows.append((task, metric, *_bold(cells)))
    return _table(("task", "metric", *names), rows, "ll" + "r" * len(names))


def _few_label(few: Card) -> list[str]:
    scores = {(s["points"], s["method"]): s["macro_f1"] for s in few["scores"]}
    methods = sorted(dict.fromkeys(method for _, method in scores), key=lambda method: method.startswith(OURS))
    rows = [
        (points, *_bold([f"{scores[points, method]:.3f}" if (points, method) in scores else "–" for method in methods]))
        for points in sorted({points for points, _ in scores})
    ]
    return _table(("points per class", *methods), rows, "r" * (1 + len(methods)))


def _bold(cells: Sequence[str]) -> list[str]:
    """The best of them in bold."""
    best = max(cells, key=lambda cell: cell if cell[0].isdigit() else "")
    return [f"**{cell}**" if cell == best else cell for cell in cells]


def _pictures(card: Card, there: set[str]) -> list[str]:
    lines = []
    if RECONSTRUCTIONS in there:
        lines += [
            f"![hidden patches rebuilt, sensor by sensor]({RECONSTRUCTIONS})",
            "",
            "*Chips of the training data, what the model saw of them, and what it made of the rest; sources and "
            "licences below.*",
            "",
        ]
    if SIMILARITY in there and (similarity := card.get("similarity")):
        lines += [
            f"![how alike everything else is to a few clicked pixels]({SIMILARITY})",
            "",
            "*How alike the features of a scene are to those at a few clicked pixels: cosine, after the mean of the "
            "features over the scene was taken off, below 0 shown as 0. Scene: "
            f"{similarity['scene']}, {similarity['source']}; {similarity['licence']}"
            f"{'; it was among the training scenes' if similarity['trained_on'] else ''}.*",
        ]
    return lines


def _licences(licences: Iterable[Card]) -> list[str]:
    rows = [
        (row["licence"], "; ".join(row["sources"]), f"{row['scenes']:,}", f"{row['megapixels']:.3f}")
        for row in licences
    ]
    return [
        "As each file states them. The imagery is not part of this folder.",
        "",
        *_table(("licence", "source", "scenes", "megapixels"), rows, "llrr"),
    ]


def _table(head: Sequence[str], rows: Iterable[Sequence[object]], align: str) -> list[str]:
    bars = ["---:" if side == "r" else "---" for side in align]
    return [f"| {' | '.join(str(cell).replace('|', '/') for cell in row)} |" for row in (head, bars, *rows)]
