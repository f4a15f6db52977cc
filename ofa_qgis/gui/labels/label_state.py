"""What a project keeps of its labels: one entry of JSON. Knows neither layers nor files."""

import json
from dataclasses import astuple, dataclass, field
from pathlib import Path
from typing import Any, Dict, Mapping, Optional, Tuple

from qgis.core import QgsProject

from ...layers.legend import CLASS, LabelClass, Legend

SCOPE, KEY = "ofa", "labels"


@dataclass(frozen=True)
class ClassRecord:
    """What is kept of the classes of one place of labels."""

    legend: Legend = field(default_factory=Legend)
    gone: Legend = field(default_factory=Legend)  # what was there before: an earlier map may hold its values
    level: str = CLASS  # what maps show


@dataclass(frozen=True)
class LabelState:
    """The classes of each place where labels were kept, and where they are kept now."""

    records: Mapping[str, ClassRecord] = field(default_factory=dict)  # by `key` of `OwnLabels` or `ChosenLayer`
    path: Optional[Path] = None  # the file of our own labels
    layer: str = ""  # id of the user's layer in use
    field: str = ""


def read(project: QgsProject) -> LabelState:
    """The state that the project keeps; an empty one if it keeps none that can be read."""
    try:
        body = json.loads(project.readEntry(SCOPE, KEY, "{}")[0])
        path = project.readPath(str(body["path"])) if body.get("path") else ""
        return LabelState(
            {str(key): _record(each) for key, each in body["records"].items()},
            Path(path) if path else None,
            str(body["layer"]),
            str(body["field"]),
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        return LabelState()


def _record(body: Any) -> ClassRecord:
    return ClassRecord(_legend(body["legend"]), _legend(body["gone"]), str(body["level"]))


def _legend(body: Any) -> Legend:
    return Legend(_classes(body["classes"]), _classes(body["groups"]))


def _classes(rows: Any) -> Tuple[LabelClass, ...]:
    return tuple(
        LabelClass(str(name), str(colour), int(value), bool(chosen), str(group))
        for name, colour, value, chosen, group in rows
    )


def _body(record: ClassRecord) -> Dict[str, Any]:
    return {"legend": _kinds(record.legend), "gone": _kinds(record.gone), "level": record.level}


def _kinds(legend: Legend) -> Dict[str, Any]:
    return {"classes": [astuple(each) for each in legend.classes], "groups": [astuple(each) for each in legend.groups]}


def write(project: QgsProject, state: LabelState) -> None:
    """Keep the state; an unchanged one does not make the project dirty."""
    body = {
        "records": {key: _body(each) for key, each in state.records.items() if each != ClassRecord()},
        "path": project.writePath(str(state.path)) if state.path else "",
        "layer": state.layer,
        "field": state.field,
    }
    text = json.dumps(body)
    empty = state == LabelState(state.records) and not body["records"] and not project.readEntry(SCOPE, KEY)[1]
    if not empty and text != project.readEntry(SCOPE, KEY)[0]:
        project.writeEntry(SCOPE, KEY, text)
