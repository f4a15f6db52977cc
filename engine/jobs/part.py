"""part: a window of a map or of features, for a job whose work is shared out (`engine.jobs.shared_scene`)."""

from functools import partial
from pathlib import Path
from typing import Any, cast

from engine import fewlabel, inference
from engine.errors import RequestError
from engine.jobs import Report, predict
from engine.jobs.scene_job import open_source
from engine.jobs.shared_scene import files_of_part, part_files
from engine.output import geotiff
from engine.protocol import (
    REQUESTS,
    ClassifyRequest,
    EmbedRequest,
    MapRequest,
    PartRequest,
    PredictRequest,
    ProtocolError,
    decode,
    on_device,
)
from engine.scene.windows import Window

REQUEST = PartRequest


def run(request: PartRequest, report: Report) -> dict[str, Any]:
    """Write the files of the part.

    Returns:
        ``{"outputs": {}}``: what is written belongs to the job that asked for it.

    Raises:
        EngineError: whatever the scene, the model, the device or the folder lack.
    """
    whole, window = _whole(request), _window(request)
    with open_source(whole) as opened:
        source, files = opened.source, files_of_part(whole, opened)
        if isinstance(whole, EmbedRequest):
            bits = geotiff.Bits.of(whole.bits, opened.loaded.model.config.width)
            with part_files(request.out, source.scene, window, files) as (features,):
                inference.embed(source, window, geotiff.FeatureSink(features, bits), report)
        elif isinstance(whole, PredictRequest):
            predict.part(opened, window, partial(part_files, request.out, source.scene, window, files), report)
        else:
            head = fewlabel.load_head(Path(request.head or "")).to(source.device)
            described = inference.describe_pixels(source)
            with part_files(request.out, source.scene, window, files) as maps:
                inference.classify(source, described, head, window, geotiff.ClassSink(*maps), report)
    return {"outputs": {}}


def _whole(request: PartRequest) -> MapRequest:
    """The request of which this is a part, on this worker's device."""
    try:
        whole, _ = decode(request.whole, REQUESTS)
    except ProtocolError as error:
        raise RequestError("a part of what? {error}", error=error) from error
    if not isinstance(whole, EmbedRequest | ClassifyRequest | PredictRequest):
        raise RequestError("expected a part of embed, classify or predict; found one of {kind}", kind=whole.kind)
    return cast(MapRequest, on_device(whole, request.device))


def _window(request: PartRequest) -> Window:
    if len(request.window) != 4:
        raise RequestError("expected a window of four numbers; found {count}", count=len(request.window))
    row0, row1, col0, col1 = request.window
    return (row0, row1), (col0, col1)
