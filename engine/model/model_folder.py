"""Models on disk: a folder with `card.json` and, once trained, `weights.safetensors`, in half precision perhaps.

The card speaks the vocabulary of the STAC Machine Learning Model extension (`mlm:…`) and holds one object of ours:

    "ofa": {
        "version": 1,
        "config": of the model, see `ModelConfig.to_dict`,
        "trained": false for a model with random weights; all outputs say so,
        "seed": draws the weights of a folder without weights, else null,
        "sha256": of the weights file, "sha256:" and hexadecimal digits, else null,
        "statistics": {modality: {"mean": [...], "std": [...]}} of the z-scores, in model units; null: the scene's own
        "downstream": of a fine-tuned model alone: what it predicts, see `engine.model.task.Task`
    }

Knows how to load, list and save models, and nothing of what they are used for.
"""

import hashlib
import json
import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from safetensors import SafetensorError
from safetensors.torch import load as load_tensors
from safetensors.torch import save as dump_tensors

from engine.errors import ModelError, OutputError
from engine.model.config import ModelConfig
from engine.model.downstream import Downstream
from engine.model.ofa import OFA
from engine.model.task import Task
from engine.words import either, joined, say

DEFAULT_MODEL = "ofa-tiny"
ARCHITECTURE = "OFA-Net"  # of a card that names none
ARCHITECTURES = (ARCHITECTURE, "DOFA")
CARD, WEIGHTS = "card.json", "weights.safetensors"
VERSION = 1  # of the "ofa" object
DIGEST = "sha256:"  # as containers name their digests; the plugin hub takes bare hexadecimal digits for a secret


@dataclass(frozen=True)
class LoadedModel:
    """A model ready to run.

    Attributes:
        model: the backbone, in evaluation mode, without gradients, on its device.
        card: `card.json` as it is.
        name: the card's `mlm:name`.
        sha256: of the weights file; of configuration and seed for a model without one.
        statistics: see the card's format; None: the scene's own.
        downstream: the same backbone with its head, where the model was fine-tuned for a task.
    """

    model: OFA
    card: dict[str, Any]
    name: str
    sha256: str
    statistics: Mapping[str, Any] | None
    downstream: Downstream | None = None

    @property
    def trained(self) -> bool:
        """False: random weights, and every output must say "untrained"."""
        return bool(self.card["ofa"]["trained"])


def load(name_or_folder: str, device: torch.device) -> LoadedModel:
    """Load a model from the model folders, by its folder's name or its card's, or from the folder that is given.

    Raises:
        ModelError: no such model, or a folder that is incomplete, corrupt or made for another version.
    """
    folder = folder_of(name_or_folder)
    card = read_card(folder)
    ours = card["ofa"]
    config = ModelConfig.from_dict(ours["config"])
    sha256 = sha256_of(card)
    if sha256 is None:
        model: OFA | Downstream = OFA(config, ours["seed"])
        sha256 = _fingerprint(config, ours["seed"])
    else:
        task = Task.from_dict(ours["downstream"]) if ours.get("downstream") else None
        path = folder / WEIGHTS
        empty = Downstream(task, config, None) if task else OFA(config, None)
        model = _with_weights(empty, path, sha256)
    model.eval().requires_grad_(False).to(device)
    backbone, downstream = (model.backbone, model) if isinstance(model, Downstream) else (model, None)
    return LoadedModel(backbone, card, card["mlm:name"], sha256, ours["statistics"], downstream)


def save(model: OFA | Downstream, card: Mapping[str, Any], folder: Path, dtype: torch.dtype | None = None) -> None:
    """Write a trained model folder that `load` reads; a crash never leaves a card beside weights that differ.

    Args:
        model: whose weights are saved, with its head if it has one.
        card: the `mlm:…` fields ("mlm:name" at least), and in "ofa" the statistics, if any, and "trained": false if
            it is not; the rest is filled in.
        folder: made if it does not exist; a model that is there is replaced.
        dtype: of the weights in the file, e.g. float16 for half its size; None leaves them as they are.

    Raises:
        OutputError: the folder cannot be written.
    """
    state = {name: value.detach().to("cpu", dtype).contiguous() for name, value in model.state_dict().items()}
    data = dump_tensors(state)
    given = card.get("ofa", {})
    ours = {
        "version": VERSION,
        "config": (model if isinstance(model, OFA) else model.backbone).config.to_dict(),
        "trained": given.get("trained", True),
        "seed": None,
        "sha256": DIGEST + hashlib.sha256(data).hexdigest(),
        "statistics": given.get("statistics"),
        **({"downstream": model.task.to_dict()} if isinstance(model, Downstream) else {}),
    }
    fixed = {"file:size": len(data), "ofa": ours}
    filled = {"mlm:architecture": ARCHITECTURE, "mlm:framework": "PyTorch", **card, **fixed}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / CARD).unlink(missing_ok=True)
        (folder / WEIGHTS).write_bytes(data)
        part = folder / f"{CARD}.part"
        part.write_text(json.dumps(filled, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
        part.replace(folder / CARD)
    except OSError as error:
        raise OutputError(
            "cannot write the model folder {folder}: {reason}",
            "choose another folder",
            folder=folder,
            reason=error.strerror,
        ) from error


def available() -> list[dict[str, Any]]:
    """The cards of all models that `load` finds by name; broken ones are left out (`load` says what is wrong)."""
    cards = []
    for _, folder in sorted(named_folders().items()):
        with suppress(ModelError):
            cards.append(read_card(folder))
    return cards


def files_of(name_or_folder: str) -> tuple[Path, ...]:
    """The files that `load` reads.

    Raises:
        ModelError: no such model.
    """
    folder = folder_of(name_or_folder)
    return tuple(path for path in (folder / CARD, folder / WEIGHTS) if path.is_file())


def model_folders() -> list[Path]:
    """Where models live: the folders in the environment variable OFA_MODELS, as in PATH, the user's, the project's."""
    own = Path(__file__).resolve().parents[1] / "resources" / "models"
    named = os.environ.get("OFA_MODELS", "").split(os.pathsep)
    return [*(Path(folder).expanduser() for folder in named if folder), user_folder(), own]


def user_folder() -> Path:
    """Where models go that this user pulls or trains; the plugin's folder, too (`ofa_qgis.models.user_folder`)."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData/Local") / "ofa" / "models"
    if sys.platform == "darwin":
        return Path.home() / "Library/Application Support/ofa/models"
    chosen = Path(os.environ.get("XDG_DATA_HOME", ""))
    return (chosen if chosen.is_absolute() else Path.home() / ".local/share") / "ofa" / "models"


def named_folders() -> dict[str, Path]:
    """Name -> folder of every model in the model folders; those of the first count where names repeat.

    A hidden folder is a model that is only being made.
    """
    return {path.parent.name: path.parent for root in reversed(model_folders()) for path in root.glob(f"[!.]*/{CARD}")}


def folder_of(name_or_folder: str) -> Path:
    """The folder of a model: of its folder's name, its card's, or the folder that is given.

    Raises:
        ModelError: no such model.
    """
    named = named_folders()
    folder = named.get(name_or_folder) or _called(name_or_folder, named) or Path(name_or_folder).expanduser()
    if (folder / CARD).is_file():
        return folder
    raise ModelError(
        "expected a model's name or a folder with {card}; found '{found}'; models here: {names}",
        "give one of them to --model, or set OFA_MODELS to the folder that holds your models",
        card=CARD,
        found=name_or_folder,
        names=joined(sorted(named)) if named else say("none"),
    )


def check(folder: Path) -> str | None:
    """The sha256 of the weights in a model folder, compared with the card's; None for a model without weights.

    Raises:
        ModelError: the folder is incomplete or corrupt.
    """
    sha256 = sha256_of(read_card(folder))
    if sha256 is not None:
        try:
            with (folder / WEIGHTS).open("rb") as file:
                _compare(folder / WEIGHTS, hashlib.file_digest(file, "sha256").hexdigest(), sha256)
        except OSError as error:
            raise _unreadable(folder / WEIGHTS, error) from error
    return sha256


def read_card(folder: Path) -> dict[str, Any]:
    """The model card in `folder`, checked for what the engine needs of it.

    Raises:
        ModelError: the card is no JSON object, or lacks or contradicts what is needed.
    """
    try:
        card: dict[str, Any] = json.loads((folder / CARD).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ModelError(
            say("expected a readable model card at {path}; found: {error}", path=folder / CARD, error=error), _AGAIN
        ) from error
    ours = card.get("ofa") if isinstance(card, dict) else None
    if not isinstance(ours, dict) or not {"version", "config", "trained", "seed", "sha256", "statistics"} <= set(ours):
        raise ModelError(
            say("{path} is not the card of an OFA model: its 'ofa' object is absent or short", path=folder / CARD),
            _AGAIN,
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
    if not isinstance(card.get("mlm:name"), str) or not isinstance(ours["config"], dict):
        raise ModelError(say("{path} lacks mlm:name or the model's configuration", path=folder / CARD), _AGAIN)
    if ours["sha256"] is None and type(ours["seed"]) is not int:
        raise ModelError(say("{path} names neither the sha256 of its weights nor a seed", path=folder / CARD), _AGAIN)
    return card


def card_of(name_or_folder: str) -> dict[str, Any]:
    """The card of a model.

    Raises:
        ModelError: no such model, or a card that is none.
    """
    return read_card(folder_of(name_or_folder))


def sha256_of(card: Mapping[str, Any]) -> str | None:
    """Of the weights file, in hexadecimal digits; None for a model without one."""
    sha256: str | None = card["ofa"]["sha256"]
    return sha256 and sha256.removeprefix(DIGEST)


_AGAIN = say("copy the model folder again; `engine models` lists those that work")


def _called(name: str, named: Mapping[str, Path]) -> Path | None:
    """The folder whose card has this name, which is what lists of models show."""
    for _, folder in sorted(named.items()):
        with suppress(ModelError):
            if read_card(folder)["mlm:name"] == name:
                return folder
    return None


def _with_weights(model: OFA | Downstream, path: Path, sha256: str) -> OFA | Downstream:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise _unreadable(path, error) from error
    _compare(path, hashlib.sha256(data).hexdigest(), sha256)
    try:
        state = {name: value.float() for name, value in load_tensors(data).items()}  # whatever precision the file has
        model.load_state_dict(state, assign=True)
    except (SafetensorError, RuntimeError) as error:
        first = " ".join(str(error).split())[:200]
        raise ModelError(
            say("the weights in {path} do not fit the configuration in the card: {error}", path=path, error=first),
            _AGAIN,
        ) from error
    return model


def _unreadable(path: Path, error: OSError) -> ModelError:
    return ModelError(
        say("the card names weights, but {path} cannot be read: {reason}", path=path, reason=error.strerror), _AGAIN
    )


def _compare(path: Path, found: str, expected: str) -> None:
    if found != expected:
        raise ModelError(
            say(
                "{path} is damaged: expected sha256 {expected}; found {found}",
                path=path,
                expected=expected,
                found=found,
            ),
            _AGAIN,
        )


def _fingerprint(config: ModelConfig, seed: int) -> str:
    """What stands for the sha256 of weights that are drawn, not read."""
    text = json.dumps({"config": config.to_dict(), "seed": seed}, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()
