"""What the frozen features of a run are worth while it goes on: EuroSAT RGB, cheap enough to ask every half hour.

150 images of each class are learnt from and 100 others scored, which no run has seen (`training.data.holdout`); the
scores of `engine probe` are of all 6,000 and 3,000. One line of JSON for each checkpoint or model, to stdout:

    python -m benchmarks.pretraining_watch --data DIR --statistics sensor RUN … MODEL …
"""

import argparse
import json
import time
from pathlib import Path

import numpy as np
import torch
from safetensors import safe_open

from engine.model import model_folder
from engine.model.ofa import OFA
from engine.model.tokens import Chip
from engine.sensors.statistics import sensor_statistics
from training import checkpoint
from training.pretrain.run import RECIPE, saved_recipe
from training.probes import chipsets, learners

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


def some_of(chips: chipsets.ChipSet, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Numbers of the images that are learnt from, and of those that are scored, evenly over the classes."""
    lot = np.random.default_rng(seed)
    picked: tuple[list[np.ndarray], list[np.ndarray]] = [], []
    for label in np.unique(chips.labels):
        for number, (test, count) in enumerate(((False, LEARNT), (True, SCORED))):
            of_class = np.flatnonzero((chips.labels == label) & (chips.test_N == test))
            picked[number].append(lot.choice(of_class, count, replace=False))
    return np.concatenate(picked[0]), np.concatenate(picked[1])


@torch.inference_mode()
def features(model: OFA, chips: chipsets.ChipSet, index_N: np.ndarray, statistics: str) -> np.ndarray:
    """Pooled features (N, D)."""
    (view,) = chips.views
    x_NCHW = torch.from_numpy(view.pixels_NCHW[index_N]).float() / 255
    if statistics == "sensor":
        fixed = sensor_statistics("sentinel-2", view.bands, "8 bit as 0 to 1")
        assert fixed is not None
        mean_C, std_C = map(torch.from_numpy, fixed)
    else:
        known_NCHW = torch.from_numpy(view.pixels_NCHW[view.known_N]).float() / 255
        mean_C, std_C = known_NCHW.mean((0, 2, 3)), known_NCHW.std((0, 2, 3))
    z_NCHW = (x_NCHW - mean_C[:, None, None]) / std_C[:, None, None]
    parts = [model.pooled([Chip(z, view.bands, view.gsd_m, view.modality)]) for z in z_NCHW.split(BATCH)]
    return torch.cat(parts).float().numpy()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("models", nargs="+")
    parser.add_argument("--data", type=Path, required=True, help="folder with eurosat_rgb.zip")
    parser.add_argument("--statistics", choices=("sensor", "set"), default="sensor")
    parser.add_argument("--seeds", type=int, default=1)
    arguments = parser.parse_args()
    chips = chipsets.eurosat(arguments.data / "eurosat_rgb.zip")
    for name in arguments.models:
        model, step = model_of(name)
        scores = []
        for seed in range(arguments.seeds):
            train_N, test_N = some_of(chips, seed)
            x_ND = features(model, chips, np.concatenate([train_N, test_N]), arguments.statistics)
            labels_N = chips.labels[np.concatenate([train_N, test_N])]
            test = np.arange(len(x_ND)) >= len(train_N)
            parts = learners.held_out_parts(labels_N, test, seed)
            scores.append(
                [score(x_ND, labels_N, parts) for score in (learners.linear_accuracy, learners.neighbour_accuracy)]
            )
        linear, neighbours = np.mean(scores, axis=0).round(4).tolist()
        line = {"model": name, "step": step, "linear": linear, "knn": neighbours, "statistics": arguments.statistics}
        print(json.dumps({"time": time.strftime("%F %T", time.gmtime()), **line}), flush=True)


if __name__ == "__main__":
    main()
