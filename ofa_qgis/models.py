"""The models of this user: where they are kept, and what their cards say. Standard library only; needs no engine."""

import json
import os
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Dict, List, Mapping, Optional

from .paths import RESOURCES, data_dir

VARIABLE = "OFA_MODELS"  # in which the engine finds the folders
BUNDLED = RESOURCES / "models"
CARD = "card.json"  # it is written last: a folder with one is a finished model


@dataclass(frozen=True)
class Model:
    """A model that is at hand.

    Attributes:
        name: what requests call it.
        folder: where it lies; None where only the engine knows.
        card: its card.
    """

    name: str
    folder: Optional[Path]
    card: Mapping[str, Any]

    @property
    def downstream(self) -> Mapping[str, Any]:
        """What a fine-tuned model maps; empty for a backbone, which has to learn from labels first."""
        found = (self.card.get("ofa") or {}).get("downstream")
        return found if isinstance(found, dict) else {}

    @property
    def few_label(self) -> Mapping[str, Any]:
        """What a model says of the labels that it learnt from; empty for others."""
        found = (self.card.get("ofa") or {}).get("few_label")
        return found if isinstance(found, dict) else {}

    @property
    def maps(self) -> bool:
        """Whether it answers for every pixel of a scene, without labels; models for chips do not."""
        return self.downstream.get("task") in ("segmentation", "regression")

    @property
    def is_regression(self) -> bool:
        """Whether it maps values instead of classes."""
        return self.downstream.get("task") == "regression"


def user_folder(environ: Mapping[str, str] = os.environ) -> Path:
    """Where models go that the user trains, beside the plugin's labels: the engine and the plugin look there."""
    return data_dir(environ) / "models"


def search_path(environ: Mapping[str, str] = os.environ) -> str:
    """The engine's OFA_MODELS: what the user set, the plugin's own models, those the user trained."""
    named = environ.get(VARIABLE, "").split(os.pathsep)
    return os.pathsep.join(filter(None, [*named, str(BUNDLED), str(user_folder(environ))]))


def on_disk(environ: Mapping[str, str] = os.environ) -> List[Model]:
    """All models in the folders of `search_path`, by name; the first of a name counts, as in the engine."""
    found: Dict[str, Model] = {}
    for root in map(Path, search_path(environ).split(os.pathsep)):
        for path in sorted(root.expanduser().glob(f"*/{CARD}")):
            card = read_card(path.parent)
            if card:
                found.setdefault(path.parent.name, Model(path.parent.name, path.parent, card))
    return [found[name] for name in sorted(found)]


def read_card(place: Path) -> Dict[str, Any]:
    """The card in a model folder, or in a zip of one; empty where there is none that can be read."""
    try:
        if place.suffix.lower() == ".zip":
            with zipfile.ZipFile(place) as file:
                (name,) = (name for name in file.namelist() if name.rsplit("/", 1)[-1] == CARD)
                card = json.loads(file.read(name).decode("utf-8"))
        else:
            card = json.loads((place / CARD).read_text(encoding="utf-8"))
    except (OSError, ValueError, zipfile.BadZipFile, RuntimeError, NotImplementedError):
        return {}
    return card if isinstance(card, dict) else {}
