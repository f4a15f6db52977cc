"""What a project keeps of its labels: one entry of JSON. Knows neither layers nor files."""

import json
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any, Optional

from qgis.core import QgsProject

from .label_edits import Classes, LabelClass

SCOPE, KEY = "ofa", "labels"


@dataclass(frozen=True)
class State:
    """Classes in use, those of our own layers while another layer is in use, and where labels are."""

    classes: Classes = ()
    own_classes: Classes = ()
    path: Optional[Path] = None  # the file of our own labels
    layer: str = ""  # id of the user's layer in use
    field: str = ""


def read(project: QgsProject) -> State:
    """The state that the project keeps; an empty one if it keeps none that can be read."""
    try:
        body = json.loads(project.readEntry(SCOPE, KEY, "{}")[0])
        path = project.readPath(str(body["path"])) if body.get("path") else ""
        return State(
            _classes(body["classes"]),
            _classes(body["own_classes"]),
            Path(path) if path else None,
            str(body["layer"]),
            str(body["field"]),
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        return State()


def _classes(rows: Any) -> Classes:
    return tuple(LabelClass(str(name), str(colour), bool(chosen)) for name, colour, chosen in rows)


def write(project: QgsProject, state: State) -> None:
    """Keep the state; an unchanged one does not make the project dirty."""
    body = {
        "classes": [astuple(each) for each in state.classes],
        "own_classes": [astuple(each) for each in state.own_classes],
        "path": project.writePath(str(state.path)) if state.path else "",
        "layer": state.layer,
        "field": state.field,
    }
    text = json.dumps(body)
    empty = state == State() and not project.readEntry(SCOPE, KEY)[1]
    if not empty and text != project.readEntry(SCOPE, KEY)[0]:
        project.writeEntry(SCOPE, KEY, text)
