"""What the engine is asked for: what has changed from the chosen scene to another date. Touches no widget."""

from dataclasses import replace
from pathlib import Path
from typing import Optional

from ... import settings
from ...layers import results
from ...protocol import ChangeRequest, SceneSpec
from ..layer.scene import ChosenScene


def request_for(
    scene: ChosenScene,
    after: SceneSpec,
    out: Path,
    field: str,
    false_alarms: float,
    least_ha: Optional[float],
    align: bool,
) -> ChangeRequest:
    """The run as a request.

    Args:
        scene: the earlier date.
        after: the later one.
        out: the map.
        field: of the classes of the labels beside the map; without it, labels do not count.
        false_alarms: share of unchanged pixels that may count as changed.
        least_ha: the least area of polygons, in hectares; None for no polygons.
        align: whether the later date is moved if need be.

    Raises:
        LayerError: the layer cannot be used.
    """
    beside = results.companions(out)
    return ChangeRequest(
        replace(scene.spec(), beside=(after,), grid=""),  # a grid may be that of a source that is left out
        device=settings.compute().device,
        labels=str(beside["labels"]) if field else "",
        field=field,
        confidence=str(beside["confidence"]) if field else None,
        table=str(beside["table"]) if field else None,
        out=str(out),
        false_alarms=false_alarms,
        changes=str(beside["vector"]) if least_ha is not None else None,
        min_area=f"{least_ha:g}ha" if least_ha else "",
        align=align,
    )
