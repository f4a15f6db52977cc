"""A trained backbone as a model folder that the engine loads: card, and weights in half precision."""

from pathlib import Path

import torch

from engine.model import model_folder
from training.pretrain.loop import PretrainRun
from training.pretrain.model_card import card_of


def export(run: PretrainRun, folder: Path, name: str | None = None, step: int | None = None) -> None:
    """Write the model folder of a run.

    Half precision changes features by less than a thousandth, and halves the file.

    Args:
        run: whose model is exported.
        folder: of the model.
        name: of the model; the recipe's if None.
        step: where the run stands; None: where its log ends.

    Raises:
        OutputError: it cannot be written.
    """
    model_folder.save(run.module.model, card_of(run, name or run.recipe.name, step), folder, torch.float16)
