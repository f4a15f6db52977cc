"""embed: the backbone's dense features of a scene as a GeoTIFF, one pixel per token.

Joins the parts and holds no arithmetic of its own. Each band is one feature, named by the depth it was taken from.
"""

from functools import partial
from typing import Any

from engine import inference
from engine.mapping.cautions import cautions
from engine.mapping.opening import Opened, open_with_model
from engine.mapping.provenance import inputs_of, model_facts, provenance
from engine.mapping.streamed_map import Compute, StreamedMap, compute_here, identity
from engine.model.ofa import OFA
from engine.output import geotiff
from engine.output.output_names import GEOTIFF, no_output
from engine.output.staging import Outputs
from engine.progress import Report
from engine.protocol import EmbedRequest
from engine.scene.extents import window_of
from engine.sensors.catalogue import UNSPECTRAL
from engine.words import joined, say

REQUEST = EmbedRequest


def run(request: EmbedRequest, report: Report) -> dict[str, Any]:
    """Write the features.

    Returns:
        ``{"outputs": {"features": path}, "model": {"name", "trained", "sha256"}, "seconds": per stage}``.

    Raises:
        EngineError: whatever the scene, the model, the device or the output lack.
    """
    return run_with(request, report, compute_here)


def run_with(request: EmbedRequest, report: Report, compute: Compute) -> dict[str, Any]:
    """As `run`, with the features computed by `compute`."""
    if not request.out:
        raise no_output(request)
    with Outputs(inputs_of(request), request.overwrite, resumable=True) as outputs:
        staged = outputs.stage(request.out, GEOTIFF)
        with open_with_model(request) as opened:
            source, model = opened.source, opened.loaded.model
            bits = geotiff.Bits.of(request.bits, model.config.width)
            outputs.protect(source.scene.files)
            note = outputs.resume(identity(request, opened))
            tokens = inference.tokens_of(window_of(request.extent, source.scene), model.patch_px)
            with geotiff.feature_map(
                staged, source.scene, tokens, model.patch_px, feature_names(model), provenance(request, opened),
                bits, resumable=True,
            ) as file:  # fmt: skip
                panels = partial(inference.to_embed, source, tokens, file)
                stream = partial(inference.embed, source, tokens, geotiff.FeatureSink(file, bits))
                seconds = compute(StreamedMap(request, opened, staged.parent, panels, stream, file.write), report)
    return {
        "outputs": {"features": request.out},
        "model": model_facts(opened.loaded),
        "seconds": seconds,
        "warnings": [*filter(None, [note]), *_left_out(opened), *cautions(opened)],
    }


def _left_out(opened: Opened) -> list[str]:
    """What to tell of sources that are in no feature."""
    names = [part.name for part in opened.source.reading.parts if part.reading.sensor.id in UNSPECTRAL]
    told = say("{sources} is in no feature: the model reads spectral and radar bands.", sources=joined(names))
    return [told] if names else []


def feature_names(model: OFA) -> list[str]:
    """A name for each feature of `OFA.dense`: the block it was taken from and its channel."""
    return [
        f"block {depth} channel {channel}" for depth in model.depths for channel in range(1, model.config.width + 1)
    ]
