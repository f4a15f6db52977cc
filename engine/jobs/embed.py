"""embed: the backbone's dense features of a scene as a GeoTIFF, one pixel per token.

Joins the parts and holds no arithmetic of its own. Each band is one feature, named by the depth it was taken from.
"""

from dataclasses import asdict
from typing import Any

from engine import inference
from engine.errors import RequestError
from engine.jobs import Report
from engine.jobs.fingerprint import identity
from engine.jobs.scene_job import cautions, inputs_of, model_facts, open_source, provenance
from engine.jobs.shared_scene import PartRunner, SharedScene
from engine.model.ofa import OFA
from engine.output import geotiff
from engine.output.output_names import GEOTIFF
from engine.output.staging import Outputs
from engine.protocol import EmbedRequest
from engine.scene.extents import window_of

REQUEST = EmbedRequest


def run(request: EmbedRequest, report: Report, spread: PartRunner | None = None) -> dict[str, Any]:
    """Write the features; `spread` has them made in parts by others.

    Returns:
        ``{"outputs": {"features": path}, "model": {"name", "trained", "sha256"}, "seconds": per stage}``.

    Raises:
        EngineError: whatever the scene, the model, the device or the output lack.
    """
    if not request.out:
        raise RequestError("no output was named", "give --out FEATURES.tif")
    with Outputs(inputs_of(request), request.overwrite, resumable=True) as outputs:
        staged = outputs.stage(request.out, GEOTIFF)
        with open_source(request) as opened:
            source, model = opened.source, opened.loaded.model
            bits = geotiff.Bits.of(request.bits, model.config.width)
            outputs.protect(source.scene.files)
            note = outputs.resume(identity(request, opened))
            tokens = inference.tokens_of(window_of(request.extent, source.scene), model.patch_px)
            with geotiff.feature_map(
                staged, source.scene, tokens, model.patch_px, feature_names(model), provenance(request, opened),
                bits, resumable=True,
            ) as file:  # fmt: skip
                if spread:
                    panels = inference.to_embed(source, tokens, file)
                    SharedScene.of(spread, request, opened, staged.parent).join(panels, file.write, report)
                    seconds = {}
                else:
                    seconds = asdict(inference.embed(source, tokens, geotiff.FeatureSink(file, bits), report))
    return {
        "outputs": {"features": request.out},
        "model": model_facts(opened.loaded),
        "seconds": seconds,
        "warnings": [*filter(None, [note]), *cautions(opened)],
    }


def feature_names(model: OFA) -> list[str]:
    """A name for each feature of `OFA.dense`: the block it was taken from and its channel."""
    return [
        f"block {depth} channel {channel}" for depth in model.depths for channel in range(1, model.config.width + 1)
    ]
