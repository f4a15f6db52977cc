"""What the QGIS plugin Deepness reads in an ONNX file, so that it runs a model without being told how.

Learnt from its documentation ("Model classes and requirements", "Adding metadata to ONNX model") and from what it
does: it divides stored numbers by 255, standardises them, runs tile by tile, and takes the class with the largest
probability. Knows no graph.
"""

import json
from collections.abc import Mapping
from types import MappingProxyType

from engine.inference.tile_grid import OVERLAP_PX, TILE_PX
from engine.model.task import Task

DIVISOR = 255.0
"""What Deepness divides all stored numbers by, whatever their type."""
TYPES: Mapping[str, str] = MappingProxyType({"segmentation": "Segmentor", "regression": "Regressor"})
"""Task -> Deepness's kind of model; it has none for chips."""
OVERLAP_PERCENT = round(100 * OVERLAP_PX / TILE_PX)


def texts(task: Task, tile_px: int) -> dict[str, str]:
    """Key -> JSON; empty for a task that Deepness does not do.

    The documentation calls the tile's side `tiles_size`, but `tile_size` is what is read. Standardisation is stated
    though it changes nothing (the graph does it): releases that lack it take three bands for granted. A threshold
    above 0 would make each pixel below it class 0, and a size of segments above 0 would blur the map.
    """
    if task.task not in TYPES:
        return {}
    stated = {
        "model_type": TYPES[task.task],
        "class_names": {str(number): name for number, name in enumerate(task.classes)},
        "resolution": round(100 * task.gsd_m, 4),  # centimetres per pixel
        "tile_size": tile_px,
        "tiles_overlap": OVERLAP_PERCENT,
        "standardization_mean": [0.0] * len(task.bands),
        "standardization_std": [1.0] * len(task.bands),
    }
    more = {"seg_thresh": 0.0, "seg_small_segment": 0} if task.task == "segmentation" else {"reg_output_scaling": 1.0}
    return {name: json.dumps(value, ensure_ascii=False) for name, value in (stated | more).items()}


def cautions(task: Task) -> list[str]:
    """What a user of Deepness must do or know."""
    if task.task not in TYPES:
        return [f"Deepness has no {task.task} of chips: the file is for other programs."]
    told = [f"In Deepness, map the model's inputs to the bands {', '.join(band.name for band in task.bands)}."]
    if task.task == "segmentation":
        told.append(f'Choose "All classes as separate layers": its class 0 is {task.classes[0]}, not background.')
    return told
