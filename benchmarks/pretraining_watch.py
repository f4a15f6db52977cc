"""What the frozen features of a run are worth while it goes on: EuroSAT RGB, cheap enough to ask every half hour.

150 images of each class are learnt from and 100 others scored, which no run has seen (`training.data.holdout`); the
scores of `engine probe` are of all 6,000 and 3,000. One line of JSON for each checkpoint or model, to stdout:

    python -m benchmarks.pretraining_watch --data DIR RUN … MODEL …
"""

import argparse
import json
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from safetensors import safe_open

from engine.model import model_folder
from engine.model.ofa import OFA
from engine.sensors.statistics import CHOICES
from training import checkpoint
from training.evaluate import learners
from training.evaluate.datasets.chip_sets import eurosat
from training.evaluate.datasets.labelled_set import LabelledSet
from training.evaluate.extractors import of_models
from training.evaluate.features import extracted
from training.pretrain.run import RECIPE, saved_recipe

LEARNT, SCORED = 150, 100  # of each class
BATCH = 100


def model_of(name: str) -> tuple[OFA, int | None]:
    """A backbone, and the step where its run stands."""
    folder = Path(name)
    if not (folder / RECIPE).exists():
        return model_folder.load(name, torch.device("cpu")).model, None
    recipe = saved_recipe(folder)
    model = OFA(recipe.model, recipe.seed)
    with safe_open(folder / checkpoint.NAME, "pt") as file:
        names = [key for key in file.keys() if key.startswith("module.model.")]  # noqa: SIM118 - no mapping
        model.load_state_dict({key.removeprefix("module.model."): file.get_tensor(key) for key in names})
        step = int(file.metadata()["step"])
    return model.eval(), step


def some_of(labelled: LabelledSet, seed: int) -> tuple[list[str], int]:
    """Names of the images that are learnt from, and then of those that are scored, evenly over the classes.

    Returns:
        The names, and how many of them are learnt from.
    """
    lot = np.random.default_rng(seed)
    picked: dict[str, list[str]] = {"train": [], "test": []}
    labels = {split: np.array([int(labelled.read(name).label) for name in labelled.splits[split]]) for split in picked}
    for label in range(labelled.classes):
        for split, count in (("train", LEARNT), ("test", SCORED)):
            of_class = np.flatnonzero(labels[split] == label)
            picked[split] += [labelled.splits[split][number] for number in lot.choice(of_class, count, replace=False)]
    return [*picked["train"], *picked["test"]], len(picked["train"])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("models", nargs="+")
    parser.add_argument("--data", type=Path, required=True, help="folder with eurosat_rgb.zip")
    parser.add_argument("--statistics", choices=CHOICES, help="of the z-scores; what the model asks for if left out")
    parser.add_argument("--seeds", type=int, default=1)
    arguments = parser.parse_args()
    labelled = eurosat(arguments.data / "eurosat_rgb.zip")
    for name in arguments.models:
        model, step = model_of(name)
        scores = []
        for seed in range(arguments.seeds):
            names, count = some_of(labelled, seed)
            (extractor,) = of_models({name: model})
            extractor = replace(extractor, statistics=arguments.statistics or extractor.statistics)
            features = extracted(labelled, names, extractor, torch.device("cpu"), lambda *_: None, batch=BATCH)
            index = *learners.split_off_validation(features.labels[:count], seed), np.arange(count, len(names))
            train, valid, test = (features.part(index_N) for index_N in index)
            scores.append(
                [
                    learners.logistic_regression(train, valid, test)[0].score,
                    learners.nearest_neighbours(train, test).score,
                ]
            )
        linear, neighbours = np.mean(scores, axis=0).round(4).tolist()
        line = {"model": name, "step": step, "linear": linear, "knn": neighbours, "statistics": extractor.statistics}
        print(json.dumps({"time": time.strftime("%F %T", time.gmtime()), **line}), flush=True)


if __name__ == "__main__":
    main()
