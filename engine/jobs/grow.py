"""grow: the region of like pixels around a place, for a range of tolerances, from what the preview keeps of the scene.

Joins the parts and holds no arithmetic of its own (that is in `engine.unlabelled.region_growing`).
"""

import math
from functools import partial
from typing import Any

import numpy as np
import rasterio.features
import shapely
import torch

from engine import inference
from engine.errors import RequestError
from engine.inference import Source
from engine.mapping import preview_cache
from engine.mapping.provenance import model_facts
from engine.progress import Report
from engine.protocol import GrowRequest
from engine.scene.extents import shown_extent, window_of
from engine.scene.raster import Scene
from engine.scene.windows import Window
from engine.unlabelled import region_growing
from engine.words import say

REQUEST = GrowRequest
SIDE_PX = 384
"""Of the window around the place: as far as a region grows, and what a fraction of a second allows."""
MOST_CORNERS = 12_000  # of a region's outline: a more ragged one is noise, and slow to draw


def run(request: GrowRequest, report: Report) -> dict[str, Any]:
    """Grow the region around ``(request.x, request.y)``.

    Returns:
        ``{"levels": [{"tolerance", "pixels", "wkb"}], "start", "model"}``, the smallest region first. `wkb` is the
        polygon in the scene's CRS as hexadecimal well-known binary: regions have a hundred thousand corners together,
        and as numbers in JSON they took seconds. `start` is the index of the level to propose.

    Raises:
        EngineError: whatever the scene, the model or the device lack; no data at this place.
    """
    pause = partial(report, 0, 0, say("reading the scene"))
    pause()
    kept = preview_cache.SCENES.find(request, pause)
    with kept.reopened() as source:
        scene = source.scene
        place = pixel_at(scene, request.x, request.y)
        window = around(place, window_of(request.extent, scene))
        seed = place[0] - window[0][0], place[1] - window[1][0]
        x_CHW, valid_HW = inference.pixels_of(source, window)
        if not valid_HW[seed]:
            raise RequestError("the scene has no data at this place", "click on a place with data")
        report(0, 1, say("growing"))
        deep_HW = _deep(source, window, place, report)
        found = region_growing.grown_regions(x_CHW, valid_HW, seed, deep_HW)
    start = region_growing.proposed(found, valid_HW)
    answers = [_answer(scene, window, level) for level in found]
    levels = [answer for answer in answers if answer]
    if not levels:
        raise RequestError("all regions around this place are too ragged to be drawn", "zoom in, or draw a polygon")
    return {
        "levels": levels,
        "start": min(sum(1 for answer in answers[:start] if answer), len(levels) - 1),
        "model": model_facts(kept.opened.loaded),
    }


def pixel_at(scene: Scene, x: float, y: float) -> tuple[int, int]:
    """Row and column of the pixel at a place in the scene's CRS.

    Raises:
        RequestError: the place lies outside.
    """
    col, row = (math.floor(part) for part in ~scene.transform @ (x, y))
    if not (0 <= row < scene.height and 0 <= col < scene.width):
        raise RequestError(
            "the place {x:.10g}, {y:.10g} lies outside the scene",
            "the scene's extent is {whole} in its own CRS",
            x=x,
            y=y,
            whole=shown_extent(scene),
        )
    return row, col


def around(place: tuple[int, int], view: Window) -> Window:
    """What of the view is at most half of `SIDE_PX` away; at least the pixel itself."""
    rows, cols = (
        (min(max(first, at - SIDE_PX // 2), at), max(min(last, at + SIDE_PX // 2), at + 1))
        for at, (first, last) in zip(place, view, strict=True)
    )
    return rows, cols


def _deep(source: Source, window: Window, place: tuple[int, int], report: Report) -> region_growing.Floats | None:
    """How far the window's pixels are from the place in deep features."""
    if source.model is None:
        return None
    deep = inference.deep_of(source, window, report)
    row, col = (torch.tensor([at], device=source.device) for at in place)
    apart_HW = region_growing.deep_distance(deep.tokens_DHW.cpu().numpy(), deep.at(row, col)[0].cpu().numpy())
    spread = deep.with_tokens(torch.from_numpy(apart_HW)[None])
    return np.asarray(spread.pixels(window)[0].numpy(), np.float32)


def _answer(scene: Scene, window: Window, level: region_growing.GrownRegion) -> dict[str, Any] | None:
    """A level with its outline along the edges of pixels; None if that is too ragged."""
    rows, cols = (np.flatnonzero(level.region_HW.any(axis)) for axis in (1, 0))
    region_hw = level.region_HW[rows[0] : rows[-1] + 1, cols[0] : cols[-1] + 1]  # most are small beside the window
    corner = scene.transform.translation(window[1][0] + int(cols[0]), window[0][0] + int(rows[0]))
    shapes = rasterio.features.shapes(
        region_hw.view(np.uint8), mask=region_hw, connectivity=4, transform=scene.transform @ corner
    )
    ((polygon, _),) = shapes
    rings = [np.asarray(ring) for ring in polygon["coordinates"]]
    corners = [len(ring) for ring in rings]
    if sum(corners) > MOST_CORNERS:
        return None
    lines = shapely.linearrings(np.concatenate(rings), indices=np.repeat(np.arange(len(rings)), corners))
    wkb = shapely.to_wkb(shapely.polygons(lines[0], lines[1:]), hex=True)
    return {"tolerance": level.tolerance, "pixels": level.pixels, "wkb": wkb}
