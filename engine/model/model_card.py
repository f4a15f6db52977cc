"""Models on disk: a folder with `card.json` and, once trained, `weights.safetensors`, in half precision perhaps.

The card speaks the vocabulary of the STAC Machine Learning Model extension (`mlm:…`) and holds one object of ours:

    "ofa": {
        "version": 1,
        "config": of the model, see `ModelConfig.to_dict`,
        "trained": false for a model with random weights; all outputs say so,
        "seed": draws the weights of a folder without weights, else null,
        "sha256": of the weights file, "sha256:" and hexadecimal digits, else null,
        "downstream": of a model that was fine-tuned or learnt from labels: what it predicts, see
            `engine.model.task.Task`
        "few_label": of a model that was learnt from labels: of which backbone its weights hold no copy, the order of
            its classes, what it learnt from, and how well; see `engine.mapping.saved_model`
    }

Finds models and reads their cards, without torch: what lists models, or says of what they are made, starts at once.
"""

import hashlib
import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine.errors import ModelError
from engine.model import zipped_model
from engine.typed_json import typed
from engine.user_folders import user_folder
from engine.words import either, joined, say

DEFAULT_MODEL = "ofa-tiny"
ARCHITECTURE = "OFA-Net"  # of a card that names none
ARCHITECTURES = (ARCHITECTURE, "DOFA", "Galileo")
CARD, WEIGHTS = zipped_model.CARD, zipped_model.WEIGHTS
VERSION = 1  # of the "ofa" object
DIGEST = "sha256:"  # as containers name their digests; the plugin hub takes bare hexadecimal digits for a secret
INHERITED = ("mlm:architecture", "license", "licence", "citation", "source")
"""Of the backbone's card: whose weights these were, and under which terms."""
AGAIN = say("copy the model folder again; `engine models` lists those that work")


@dataclass(frozen=True)
class _Ours:
    """The "ofa" object."""

    version: int
    config: Mapping[str, Any]
    trained: bool
    seed: int | None
    sha256: str | None
    downstream: Mapping[str, Any] | None = None
    few_label: Mapping[str, Any] | None = None


@dataclass(frozen=True)
class _Needed:
    """What the engine needs of a card."""

    name: str
    ofa: _Ours


def available() -> list[dict[str, Any]]:
    """The cards of all models that `load` finds by name; broken ones are left out (`load` says what is wrong)."""
    cards = []
    for _, folder in sorted(named_folders().items()):
        with suppress(ModelError):
            cards.append(read_card(folder))
    return cards


def named_folders() -> dict[str, Path]:
    """Name -> folder of every model in the model folders; those of the first count where names repeat.

    A hidden folder is a model that is only being made.
    """
    return {path.parent.name: path.parent for root in reversed(model_folders()) for path in root.glob(f"[!.]*/{CARD}")}


def model_folders() -> list[Path]:
    """Where models live: the folders in the environment variable OFA_MODELS, as in PATH, the user's, the project's."""
    own = Path(__file__).resolve().parents[2] / "resources" / "models"
    named = os.environ.get("OFA_MODELS", "").split(os.pathsep)
    return [*(Path(folder).expanduser() for folder in named if folder), user_folder(), own]


def folder_of(name_or_folder: str) -> Path:
    """The folder of a model: of its folder's name, its card's, or the folder or zip that is given.

    Raises:
        ModelError: no such model, or a zip that holds none.
    """
    if zipped_model.is_zip(name_or_folder):
        return zipped_model.unpacked(Path(name_or_folder).expanduser())
    named = named_folders()
    folder = named.get(name_or_folder) or _called(name_or_folder, named) or Path(name_or_folder).expanduser()
    if (folder / CARD).is_file():
        return folder
    raise ModelError(
        "expected a model's name, or a folder or zip with {card}; found '{found}'; models here: {names}",
        "give one of them to --model, or set OFA_MODELS to the folder that holds your models",
        card=CARD,
        found=name_or_folder,
        names=joined(sorted(named)) if named else say("none"),
    )


def files_of(name_or_folder: str) -> tuple[Path, ...]:
    """The files that `load` reads.

    Raises:
        ModelError: no such model.
    """
    folder = folder_of(name_or_folder)
    return tuple(path for path in (folder / CARD, folder / WEIGHTS) if path.is_file())


def card_of(name_or_folder: str) -> dict[str, Any]:
    """The card of a model.

    Raises:
        ModelError: no such model, or an invalid card.
    """
    return read_card(folder_of(name_or_folder))


def read_card(folder: Path) -> dict[str, Any]:
    """The model card in `folder`, checked for what the engine needs of it.

    Raises:
        ModelError: the card is no JSON object, or lacks or contradicts what is needed.
    """
    try:
        card: dict[str, Any] = json.loads((folder / CARD).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ModelError(
            say("expected a readable model card at {path}; found: {error}", path=folder / CARD, error=error), AGAIN
        ) from error
    path = folder / CARD
    if not isinstance(card, dict) or not isinstance(ours := card.get("ofa"), dict) or "version" not in ours:
        raise ModelError(
            say("{path} is not the card of an OFA model: its 'ofa' object is absent or short", path=path), AGAIN
        )
    if card.get("mlm:architecture") not in ARCHITECTURES or ours["version"] != VERSION:
        raise ModelError(
            "expected a model of architecture {architectures}, card version {version}; found {found}, {other}",
            "update OFA, or take a model made for this version",
            architectures=either(ARCHITECTURES),
            version=VERSION,
            found=card.get("mlm:architecture"),
            other=ours["version"],
        )
    typed(
        {"name": card.get("mlm:name"), "ofa": ours}, _Needed, say("the model card {path}", path=path), ModelError, AGAIN
    )
    if ours["sha256"] is None and ours["seed"] is None:
        raise ModelError(say("{path} names neither the sha256 of its weights nor a seed", path=path), AGAIN)
    if "few_label" in ours and not _is_whole(ours):
        raise ModelError(say("{path} does not say what the model has learnt from", path=path), AGAIN)
    return card


FEW_LABEL: Mapping[str, tuple[type, frozenset[str]]] = {
    "backbone": (dict, frozenset({"name", "sha256", "needed"})),
    "order": (list, frozenset()),
    "labels": (list, frozenset({"name", "pixels_labelled", "geometries", "held_out_labels"})),
    "scenes": (list, frozenset({"name", "sha256"})),
    "score": (dict, frozenset({"score", "macro_f1", "interval", "whole_scenes"})),
    "trust": (dict, frozenset()),
    "created": (str, frozenset()),
}
"""What "few_label" holds (`engine.mapping.saved_model`): its kind, and what it, or each object in it, has."""


def _is_whole(ours: Mapping[str, Any]) -> bool:
    """Whether a card says all that is read of a model that was learnt from labels."""
    told = ours["few_label"]
    if not isinstance(told, dict) or not isinstance(ours.get("downstream"), dict) or not set(FEW_LABEL) <= set(told):
        return False
    for name, (kind, keys) in FEW_LABEL.items():
        inner = told[name] if kind is list else [told[name]]
        if not isinstance(told[name], kind) or (
            keys and not all(isinstance(x, dict) and keys <= set(x) for x in inner)
        ):
            return False
    return True


def vouched(card: Mapping[str, Any]) -> str:
    """SHA-256 of what a card says of a model that was learnt from labels; the weights hold it, so that both agree."""
    ours = card["ofa"]
    told = json.dumps([ours["downstream"], ours["few_label"]], sort_keys=True, ensure_ascii=True)
    return hashlib.sha256(told.encode()).hexdigest()


def sha256_of(card: Mapping[str, Any]) -> str | None:
    """Of the weights file, in hexadecimal digits; None for a model without one."""
    sha256: str | None = card["ofa"]["sha256"]
    return sha256 and sha256.removeprefix(DIGEST)


def _called(name: str, named: Mapping[str, Path]) -> Path | None:
    """The folder whose card has this name, which is what lists of models show."""
    for _, folder in sorted(named.items()):
        with suppress(ModelError):
            if read_card(folder)["mlm:name"] == name:
                return folder
    return None
