"""A model that somebody has passed on joins those of this user. Standard library only."""

import re
import shutil
from pathlib import Path

from engine.errors import ModelError, OutputError
from engine.model import model_card
from engine.model.model_card import CARD, WEIGHTS
from engine.user_folders import user_folder

_UNFIT = re.compile(r"[^\w.\- ]+")


def add(given: str, root: Path | None = None) -> Path:
    """Copy a model folder, or the one in a zip, to the user's models; its folder there, which is called as its card.

    Args:
        given: a folder or a zip.
        root: of the models; None: the user's own.

    Raises:
        ModelError: there is no model.
        OutputError: another model has its name, or the folder cannot be written.
    """
    folder = model_card.folder_of(given)
    name = _UNFIT.sub("_", model_card.read_card(folder)["mlm:name"]).strip(" ._") or "model"
    root = root or user_folder()
    target, stage = root / name, root / f".{name}.part"
    if _same(folder, target):
        return target
    if target.exists() or name in model_card.named_folders():
        raise OutputError("a model called {name} is here already", "remove it, or rename one of them", name=name)
    try:
        shutil.rmtree(stage, ignore_errors=True)
        stage.mkdir(parents=True)
        for file in (WEIGHTS, CARD):
            if (folder / file).is_file():
                shutil.copyfile(folder / file, stage / file)
        stage.replace(target)
    except OSError as error:
        told = OutputError(
            "the model cannot be written to {root}: {reason}", "make room there", root=root, reason=error.strerror
        )
        raise told from error
    finally:
        shutil.rmtree(stage, ignore_errors=True)
    return target


def _same(folder: Path, target: Path) -> bool:
    """Whether the model is there already."""
    try:
        here, there = (model_card.read_card(each)["ofa"]["sha256"] for each in (folder, target))
    except ModelError:
        return False
    return bool(here == there)
