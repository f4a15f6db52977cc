"""Model folders: a model's weights, read into memory and written down; `engine.model.model_card` describes the format.

Knows how to load and save models, and nothing of what they are used for.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
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
from engine.model.model_card import AGAIN, ARCHITECTURE, CARD, DIGEST, VERSION, WEIGHTS, folder_of, read_card, sha256_of
from engine.model.ofa import OFA
from engine.model.task import Task
from engine.sensors import Band
from engine.words import joined, say


@dataclass(frozen=True)
class FewLabelHead:
    """The head of a model that was learnt from labels, as `engine.fewlabel.Learnt` reads it.

    Attributes:
        task: what it predicts.
        data: its weights file, whole and undamaged.
        backbone_sha256: of the backbone that it looks at.
    """

    task: Task
    data: bytes
    backbone_sha256: str


@dataclass(frozen=True)
class LoadedModel:
    """A model ready to run.

    Attributes:
        model: the backbone, in evaluation mode, without gradients, on its device.
        card: `card.json` as it is.
        name: the card's `mlm:name`.
        sha256: of the weights file; of configuration and seed for a model without one.
        downstream: the same backbone with its head, where the model was fine-tuned for a task.
        few_label: the head, where the model was learnt from labels.
    """

    model: OFA
    card: dict[str, Any]
    name: str
    sha256: str
    downstream: Downstream | None = None
    few_label: FewLabelHead | None = None

    @property
    def backbone(self) -> dict[str, str]:
        """Name and digest of what computes deep features; of a fine-tuned model those of the whole."""
        if self.few_label:
            return {
                "name": self.card["ofa"]["few_label"]["backbone"]["name"],
                "sha256": self.few_label.backbone_sha256,
            }
        return {"name": self.name, "sha256": self.sha256}

    @property
    def trained(self) -> bool:
        """False: random weights, and every output must say "untrained"."""
        return bool(self.card["ofa"]["trained"])

    def passed_over(self, bands: Sequence[Band]) -> list[str]:
        """What to tell of bands that the model does not read; nothing where it reads all of them."""
        unread = self.model.unread(tuple(bands))
        if not unread:
            return []
        names = joined(unread)
        if self.downstream:
            return [say("The backbone of {model} does not read {bands}.", model=self.name, bands=names)]
        return [say("The model {model} does not read {bands}.", model=self.name, bands=names)]


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
    task = Task.from_dict(ours["downstream"]) if ours.get("downstream") else None
    if task and task.few_label:
        return _of_labels(folder, card, task, device)
    if sha256 is None:
        model: OFA | Downstream = OFA(config, ours["seed"])
        sha256 = _fingerprint(config, ours["seed"])
    else:
        empty = Downstream(task, config, None) if task else OFA(config, None)
        model = _with_weights(empty, folder / WEIGHTS, sha256)
    model.eval().requires_grad_(False).to(device)
    backbone, downstream = (model.backbone, model) if isinstance(model, Downstream) else (model, None)
    return LoadedModel(backbone, card, card["mlm:name"], sha256, downstream)


def save(model: OFA | Downstream, card: Mapping[str, Any], folder: Path, dtype: torch.dtype | None = None) -> None:
    """Write a trained model folder that `load` reads; a crash never leaves a card beside weights that differ.

    Args:
        model: whose weights are saved, with its head if it has one.
        card: the `mlm:…` fields ("mlm:name" at least), and in "ofa" "trained": false if it is not; the rest is
            filled in.
        folder: made if it does not exist; a model that is there is replaced.
        dtype: of the weights in the file, e.g. float16 for half its size; None leaves them as they are.

    Raises:
        OutputError: the folder cannot be written.
    """
    state = {name: value.detach().to("cpu", dtype).contiguous() for name, value in model.state_dict().items()}
    ours = {
        "config": (model if isinstance(model, OFA) else model.backbone).config.to_dict(),
        "trained": card.get("ofa", {}).get("trained", True),
        **({"downstream": model.task.to_dict()} if isinstance(model, Downstream) else {}),
    }
    write({**card, "ofa": ours}, dump_tensors(state), folder)


def write(card: Mapping[str, Any], data: bytes, folder: Path) -> None:
    """Write a model folder of a card and the bytes of its weights, which the card will name.

    Raises:
        OutputError: the folder cannot be written.
    """
    ours = {"version": VERSION, "seed": None, "sha256": DIGEST + hashlib.sha256(data).hexdigest(), **card["ofa"]}
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


def _of_labels(folder: Path, card: dict[str, Any], task: Task, device: torch.device) -> LoadedModel:
    """A model whose head was learnt from labels, and the backbone that it looks at, which lies elsewhere."""
    sha256 = sha256_of(card)
    if sha256 is None or "few_label" not in card["ofa"]:
        raise ModelError(say("{path} does not say what the model has learnt from", path=folder / CARD), AGAIN)
    data = _read(folder / WEIGHTS, sha256)
    backbone = _backbone(card["mlm:name"], card["ofa"]["few_label"]["backbone"], device)
    few_label = FewLabelHead(task, data, backbone.sha256)
    return LoadedModel(backbone.model, card, card["mlm:name"], sha256, None, few_label)


def _backbone(name: str, wanted: Mapping[str, Any], device: torch.device) -> LoadedModel:
    """The backbone of a model that was learnt from labels; a small one where its head looks at none.

    Raises:
        ModelError: it is needed and not here, or another one has its name.
    """
    try:
        folder = folder_of(str(wanted["name"]))
        found = None if read_card(folder)["ofa"].get("few_label") else load(str(folder), device)
        if found and found.sha256 == wanted["sha256"]:
            return found
        told = say("another one has its name here")
    except ModelError as error:
        told = error.error
    if not wanted["needed"]:
        return _stand_in(device)
    raise ModelError(
        "{name} needs the model {backbone} that it was made with ({why})",
        "get {backbone} with `engine models pull`, or copy its folder to your models",
        name=name,
        backbone=wanted["name"],
        why=told,
    )


def _stand_in(device: torch.device) -> LoadedModel:
    """For a head that looks at no backbone."""
    config = ModelConfig(width=16, depth=1, heads=1, taps=(1,))
    model = OFA(config, 0).eval().requires_grad_(False).to(device)
    return LoadedModel(model, {"ofa": {"trained": True}}, "", _fingerprint(config, 0))


def _read(path: Path, sha256: str) -> bytes:
    """The weights file of a model, compared with its digest."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise _unreadable(path, error) from error
    _compare(path, hashlib.sha256(data).hexdigest(), sha256)
    return data


def _with_weights(model: OFA | Downstream, path: Path, sha256: str) -> OFA | Downstream:
    data = _read(path, sha256)
    try:
        state = {name: value.float() for name, value in load_tensors(data).items()}  # whatever precision the file has
        model.load_state_dict(state, assign=True)
    except (SafetensorError, RuntimeError) as error:
        first = " ".join(str(error).split())[:200]
        raise ModelError(
            say("the weights in {path} do not fit the configuration in the card: {error}", path=path, error=first),
            AGAIN,
        ) from error
    return model


def _unreadable(path: Path, error: OSError) -> ModelError:
    return ModelError(
        say("the card names weights, but {path} cannot be read: {reason}", path=path, reason=error.strerror), AGAIN
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
            AGAIN,
        )


def _fingerprint(config: ModelConfig, seed: int) -> str:
    """What stands for the sha256 of weights that are drawn, not read."""
    text = json.dumps({"config": config.to_dict(), "seed": seed}, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()
