"""prepare: what previews and regions of a view need beside labels, found out before anybody asks.

Joins the parts and holds no arithmetic of its own, but for how much of a view is shown. A preview that follows finds
its scene opened, its model loaded and the features of the view kept; so does the first region that is grown.
"""

import math
from typing import Any

from engine import inference
from engine.fewlabel import compiled
from engine.inference import DecimatedGrid
from engine.mapping import preview_cache
from engine.mapping.provenance import model_facts
from engine.progress import Report
from engine.protocol import PrepareRequest, PreviewRequest
from engine.scene.extents import window_of
from engine.scene.raster import Scene
from engine.scene.windows import Span, Window
from engine.words import say

REQUEST = PrepareRequest
MOST_PIXELS = 1_200_000
"""Pixels of the scene in a preview: some more than a screen of them, and what a second or two allow."""
LONGEST_SIDE_PX = 4096
"""Of a preview: tokens are held for whole rows of tiles, and no screen shows more."""


def run(request: PrepareRequest, report: Report) -> dict[str, Any]:
    """Open the scene, load the model, and keep the features of the view.

    Returns:
        ``{"outputs": {}, "model"}``: no file is written.

    Raises:
        EngineError: whatever the scene, the model or the device lack.
    """
    report(0, 0, say("reading the scene"))
    kept = preview_cache.SCENES.find(request)  # to its end: whatever it makes way for needs the same
    with kept.reopened() as source:
        decimated, _ = decimate_view(request, source.scene)
        inference.cache_features(source, kept.pixel_features, decimated, kept.cache, report)
        kept.look_around(source, report)
    compiled.compile_ahead(source.device)
    return {"outputs": {}, "model": model_facts(kept.opened.loaded)}


def decimate_view(request: PrepareRequest | PreviewRequest, scene: Scene) -> tuple[DecimatedGrid, bool]:
    """The pixels of the view that a preview shows, and whether these are fewer than the view has.

    Raises:
        RequestError: the view shows nothing of the scene.
    """
    window, clipped = clip(window_of(request.extent, scene))
    return DecimatedGrid.over(window, request.step, (scene.height, scene.width)), clipped


def clip(window: Window) -> tuple[Window, bool]:
    """The middle of a window, at most `MOST_PIXELS` and as wide for its height; whether that is less than all."""
    height, width = (min(stop - start, LONGEST_SIDE_PX) for start, stop in window)
    share = math.sqrt(min(1.0, MOST_PIXELS / (height * width)))
    clipped = _middle(window[0], max(1, int(height * share))), _middle(window[1], max(1, int(width * share)))
    return clipped, clipped != window


def _middle(span: Span, length: int) -> Span:
    start = (span[0] + span[1] - length) // 2
    return start, start + length
