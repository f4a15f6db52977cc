"""EuroSAT RGB from 1, 10 and 100 % of the labels: ours frozen and fine-tuned, beside floors and networks from scratch.

    python -m benchmarks.eurosat_finetune [--seeds 5]      trains what is missing, then writes the page
    python -m benchmarks.eurosat_finetune --seeds 0        writes the page from what there is

Every run is a line of `benchmarks/out/eurosat_finetune.jsonl`, so that a stopped benchmark goes on. The test part is
the hold-out that pre-training left out; a share of the other chips has labels, and a quarter of those (at most 300)
chooses rates and steps. `docs/measured/eurosat_finetune.md` and `.png` show it all.
"""

import argparse
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from sklearn.model_selection import train_test_split
from torch import nn

from benchmarks import finetuning
from benchmarks.eurosat_finetune_report import trials_of, write_report
from benchmarks.finetuning import (
    CPU,
    PRECISION,
    RATES,
    Method,
    Parts,
    chosen_rate,
    learn,
    like,
    ours,
    ours_from_scratch,
    record,
    rival,
)
from engine.model import model_card, model_folder
from engine.model.ofa import OFA
from engine.model.task import Task
from engine.model.torchvision_guard import ensure_torchvision_imports
from training.data.samples import Numbers
from training.evaluate import extractors, learners
from training.evaluate.datasets.chip_sets import eurosat
from training.evaluate.datasets.labelled_set import LabelledSet, SensorView
from training.evaluate.features import Features, extracted
from training.evaluate.reader import Reader

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT.parent / "shared" / "data" / "eurosat_rgb.zip"
RESULTS = ROOT / "benchmarks" / "out" / "eurosat_finetune.jsonl"
RUNS = ROOT / "build" / "eurosat_finetune"
SHARES, SEEDS = (0.01, 0.1, 1.0), 5
TRIED_AT = 0.1  # the share of labels at which seed 0 chooses each method's rate
MOST_VALIDATED = 300  # looks at more would cost as much as the steps
BUDGET = {"steps": 200, "batch": 32, "evaluate_every": 50, "precision": PRECISION}

CLASSES = (
    "AnnualCrop", "Forest", "HerbaceousVegetation", "Highway", "Industrial", "Pasture", "PermanentCrop", "Residential",
    "River", "SeaLake",
)  # fmt: skip


def resnet(task: Task) -> nn.Module:
    """ResNet-18 with random weights."""
    ensure_torchvision_imports()
    import timm  # noqa: PLC0415

    network: nn.Module = timm.create_model(
        "resnet18", pretrained=False, in_chans=len(task.bands), num_classes=task.outputs
    )
    return network


METHODS: dict[str, Method] = {
    "ofa-tiny fine-tuned": ours("full", "classification", "mean_std"),
    "ViT from scratch": ours_from_scratch(),
    "ResNet-18 from scratch": rival(resnet),
}
FROZEN = {
    "image statistics": "image statistics + linear",
    "random convolutions": "random convolutions + linear",
    "random": "random ViT frozen + linear",
    model_card.DEFAULT_MODEL: "ofa-tiny frozen + linear",
}
"""Extractor of features -> its name here."""


def parts_of(labels_N: Numbers, test_N: NDArray[np.bool_], share: float, seed: int) -> tuple[Numbers, Numbers, Numbers]:
    """Chips to learn from, to choose by and to score; the first two are `share` of what is not scored."""
    known_N = np.flatnonzero(~test_N)
    if share < 1:
        known_N, _ = train_test_split(known_N, train_size=share, stratify=labels_N[known_N], random_state=seed)
    validated = min(round(learners.VALIDATION * len(known_N)), MOST_VALIDATED)
    train_N, valid_N = train_test_split(known_N, test_size=validated, stratify=labels_N[known_N], random_state=seed)
    return train_N, valid_N, np.flatnonzero(test_N)


def labels_of(labelled: LabelledSet) -> tuple[Numbers, NDArray[np.bool_]]:
    """The class of each chip, and whether it is scored, in the order of their numbers."""
    test_N = np.zeros(sum(map(len, labelled.splits.values())), bool)
    test_N[[int(name) for name in labelled.splits["test"]]] = True
    return np.array([int(labelled.read(str(number)).label) for number in range(len(test_N))]), test_N


def names_of(numbers: Numbers) -> list[str]:
    """What a set calls chips of these numbers."""
    return list(map(str, numbers.tolist()))


def task_of(view: SensorView) -> Task:
    """Which of ten classes a chip shows. Statistics are the view's own: chips come as z-scores already."""
    count = len(view.bands)
    return Task(
        task="classification", head="mean_std", bands=view.bands, mean=(0.0,) * count, std=(1.0,) * count,
        sensor="sentinel-2", quantity="8-bit", gsd_m=view.gsd_m, chip_px=view.side_px, classes=CLASSES,
        values=CLASSES, colours={},
    )  # fmt: skip


def train(labelled: LabelledSet, name: str, share: float, seed: int, rate: float) -> None:
    """One run of a trained method, unless it is on record."""
    key = {"method": name, "share": share, "seed": seed, "rate": rate}
    if like(finetuning.recorded(RESULTS), **key):
        return
    index = parts_of(*labels_of(labelled), share, seed)
    parts = Parts(task_of(labelled.views[0]), *(Reader(labelled, names_of(part)) for part in index))
    folder = RUNS / f"{name}-{share}-{seed}-{rate}".replace(" ", "_")
    _, _, told = learn(METHODS[name], parts, {**BUDGET, "lr": rate, "seed": seed}, folder)
    record(RESULTS, {**key, **told})
    print(f"{name}, {share:.0%}, seed {seed}, rate {rate:g}: {told['accuracy']:.3f}", flush=True)


def probe(labelled: LabelledSet, models: dict[str, OFA], seeds: int) -> None:
    """What a linear head makes of frozen features, with every seed that is not on record."""
    labels_N, test_N = labels_of(labelled)
    kept: dict[str, Features] = {}
    for seed in range(seeds):
        for extractor in (
            *extractors.of_models(models),
            *extractors.of_models(extractors.with_random_weights(models, seed, CPU), seeded=True),
            *extractors.baselines(labelled, labelled.splits["train"], CPU, seed),
        ):
            name = FROZEN[extractor.name]
            done = like(finetuning.recorded(RESULTS), method=name, seed=seed)
            missing = [share for share in SHARES if not like(done, share=share)]
            if missing and (extractor.name not in kept or extractor.seeded):
                names = names_of(np.arange(len(labels_N)))
                kept[extractor.name] = extracted(labelled, names, extractor, CPU, lambda *_: None)
            for share in missing:
                parts = parts_of(labels_N, test_N, share, seed)
                features = [kept[extractor.name].part(part) for part in parts]
                accuracy = learners.logistic_regression(*features)[0].score
                sizes = dict(zip(("train", "validated", "test"), map(len, parts), strict=True))
                record(RESULTS, {"method": name, "share": share, "seed": seed, "accuracy": accuracy, **sizes})
                print(f"{name}, {share:.0%}, seed {seed}: {accuracy:.3f}", flush=True)


def chosen(name: str) -> float | None:
    """The rate of a method; None before it is tried out."""
    return chosen_rate(trials_of(finetuning.recorded(RESULTS), name))


def run(labelled: LabelledSet, seeds: int) -> None:
    """All that is not on record yet, one seed of everything before the next."""
    loaded = model_folder.load(model_card.DEFAULT_MODEL, CPU)
    probe(labelled, {loaded.name: loaded.model}, seeds)
    for name in METHODS:
        for rate in RATES:
            train(labelled, name, TRIED_AT, 0, rate)
    for seed in range(seeds):
        for share in SHARES:
            for name in METHODS:
                train(labelled, name, share, seed, chosen(name) or RATES[0])


def main() -> None:
    """Train what is missing, one seed of everything before the next, and write the page."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--seeds", type=int, default=SEEDS)
    seeds = options.parse_args().seeds
    torch.set_num_threads(1)  # so that seconds are those of one core
    if seeds:
        run(eurosat(DATA), seeds)
    write_report(finetuning.recorded(RESULTS), [*FROZEN.values(), *METHODS], list(METHODS), ROOT / "docs" / "measured")


if __name__ == "__main__":
    main()
