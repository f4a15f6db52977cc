"""prepare: what previews and regions of a view need beside labels, found out before anybody asks.

Joins the parts and holds no arithmetic of its own. A preview that follows finds its scene opened, its model loaded and
the features of the view kept; so does the first region that is grown.
"""

from typing import Any

from engine import inference
from engine.inference import Lattice
from engine.jobs import Report, preview
from engine.jobs.scene_job import model_facts
from engine.protocol import PrepareRequest
from engine.scene.extents import window_of

REQUEST = PrepareRequest


def run(request: PrepareRequest, report: Report) -> dict[str, Any]:
    """Open the scene, load the model, and keep the features of the view.

    Returns:
        ``{"outputs": {}, "model"}``: no file is written.

    Raises:
        EngineError: whatever the scene, the model or the device lack.
    """
    report(0, 0, "reading the scene")
    kept = preview.GALLERY.find(request)
    with kept.reopened() as source:
        window, _ = preview.clip(window_of(request.extent, source.scene))
        lattice = Lattice.over(window, request.step, (source.scene.height, source.scene.width))
        inference.keep(source, kept.pixel_features, lattice, kept.shelf, report)
        kept.look_around(source, report)
    return {"outputs": {}, "model": model_facts(kept.opened.loaded)}
