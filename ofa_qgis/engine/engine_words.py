"""What the engine says, in the user's language and in the words of the place where it is shown.

The engine's sentences arrive as a template with its values (`words.Said`), and `plain` is the one way from there to a
user. A template may name options of a terminal; its translations, English too, name controls instead: ``{Bands}``.
"""

import json
from pathlib import Path
from typing import Dict, Optional

from ..i18n import FOLDER, language, tr

DOCK, TRAIN, PROCESSING = "dock", "train", "processing"  # where a text is shown
PARAMETERS = {
    "Bands": "BANDS", "Units": "UNITS", "Sensor": "SENSOR", "Nodata": "NODATA", "Output": "OUTPUT", "Field": "FIELD",
    "Labels": "LABELS", "Extent": "EXTENT", "Chips": "BATCH", "LearningRate": "LEARNING_RATE", "Model": "MODEL",
    "Task": "TASK", "Bits": "BITS", "Precision": "PRECISION", "Device": "DEVICE", "SkipDamaged": "SKIP_DAMAGED",
    "Align": "ALIGN",
}  # fmt: skip
"""Control in a translation -> parameter of our Processing algorithms."""


def plain(text: str, hint: str = "", where: str = DOCK) -> str:
    """An engine's text as one or two sentences: what is wrong, and what to do.

    Args:
        text: what the engine says.
        hint: what it advises, if anything.
        where: `DOCK`, `TRAIN` (its second page) or `PROCESSING`: what a control is called there.
    """
    words = language(controls(where))
    return " ".join(words.sentence(part) for part in (text, hint) if part.strip())


def phrase(text: str) -> str:
    """An engine's words as a part of a text: the source of a fact, what a sensor is called."""
    return language().text(text)


def stage(name: str) -> str:
    """A stage of a job, as a heading."""
    said = phrase(name)
    return said[:1].upper() + said[1:]


def write_words(path: Path) -> Optional[Path]:
    """Write the file from which the engine takes the user's language for pages and pictures; None if it cannot be.

    `package.py` lists the engine's templates beside the translations.
    """
    try:
        templates = json.loads((FOLDER / "engine.json").read_text("utf-8"))
        words = language(controls(DOCK))
        body = {name: getattr(words, name) for name in ("code", "decimal", "group", "controls")}
        body["texts"] = {text: said for text in templates if (said := words.translate(text)) != text}
        path.write_text(json.dumps(body), "utf-8")
    except (OSError, ValueError):
        return None
    return path


def controls(where: str) -> Dict[str, str]:
    """What controls are called, by their names in translations."""
    pages = {"Train": tr("Train"), "Inspect": tr("Inspect a scene")}
    if where == PROCESSING:
        return {**PARAMETERS, **{key: _quoted(name) for key, name in pages.items()}}
    bands, trains = tr("&Bands…"), where == TRAIN
    names = {
        "Bands": bands, "Units": bands, "Sensor": bands, "Nodata": bands,
        "Output": tr("Name") if trains else tr("Outp&ut"),
        "Model": tr("Start from") if trains else tr("Model"),
        "Task": tr("Learn") if trains else tr("Task"),
        "Field": tr("Field"), "Labels": tr("Labels"), "Extent": tr("Extent"), "Chips": tr("Chips"),
        "LearningRate": tr("Learning rate"), "Bits": tr("Bits"), "Precision": tr("Precision"), "Device": tr("Device"),
        "SkipDamaged": f"{bands} > {tr('Skip damaged blocks')}", **pages,
        "Align": tr("Move the later date onto this one"),
    }  # fmt: skip
    return {key: _quoted(name.replace("&", "")) for key, name in names.items()}


def _quoted(name: str) -> str:
    return tr("“{name}”", name=name)
