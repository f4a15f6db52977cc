"""What a project keeps of its labels: one entry of JSON. Knows neither layers nor files."""

import json
from dataclasses import astuple, dataclass, field
from pathlib import Path
from typing import Any, Dict, Mapping, Optional

from qgis.core import QgsProject

from .label_edits import Classes, LabelClass

SCOPE, KEY = "ofa", "labels"


@dataclass(frozen=True)
class Legend:
    """The classes of one place of labels, and the values of those that were there before."""

    classes: Classes = ()
    gone: Mapping[str, int] = field(default_factory=dict)  # name -> value: an earlier map may hold it


@dataclass(frozen=True)
class State:
    """The classes of each place where labels were kept, and where they are kept now."""

    legends: Mapping[str, Legend] = field(default_factory=dict)  # by `key` of `OwnLabels` or `LayerLabels`
    path: Optional[Path] = None  # the file of our own labels
    layer: str = ""  # id of the user's layer in use
    field: str = ""


def read(project: QgsProject) -> State:
    """The state that the project keeps; an empty one if it keeps none that can be read."""
    try:
        body = json.loads(project.readEntry(SCOPE, KEY, "{}")[0])
        path = project.readPath(str(body["path"])) if body.get("path") else ""
        return State(
            {str(key): _legend(each) for key, each in body["legends"].items()},
            Path(path) if path else None,
            str(body["layer"]),
            str(body["field"]),
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        return State()


def _legend(body: Any) -> Legend:
    classes = tuple(
        LabelClass(str(name), str(colour), int(value), bool(chosen)) for name, colour, value, chosen in body["classes"]
    )
    return Legend(classes, {str(name): int(value) for name, value in body["gone"].items()})


def _body(legend: Legend) -> Dict[str, Any]:
    return {"classes": [astuple(each) for each in legend.classes], "gone": dict(legend.gone)}


def write(project: QgsProject, state: State) -> None:
    """Keep the state; an unchanged one does not make the project dirty."""
    body = {
        "legends": {key: _body(each) for key, each in state.legends.items() if each != Legend()},
        "path": project.writePath(str(state.path)) if state.path else "",
        "layer": state.layer,
        "field": state.field,
    }
    text = json.dumps(body)
    empty = state == State(state.legends) and not body["legends"] and not project.readEntry(SCOPE, KEY)[1]
    if not empty and text != project.readEntry(SCOPE, KEY)[0]:
        project.writeEntry(SCOPE, KEY, text)
