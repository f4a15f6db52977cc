"""part: a window of a map or of features, for workers that share one scene (`engine.distributed.shared_scene`)."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, cast
from uuid import uuid4

import numpy as np

from engine import inference
from engine.errors import RequestError
from engine.fewlabel import Learnt
from engine.jobs import predict
from engine.mapping import class_map
from engine.mapping.opening import Opened, open_untuned, tuned
from engine.messages import ProtocolError, message_of
from engine.output import geotiff
from engine.output.staging import disk_errors
from engine.progress import Report
from engine.protocol import REQUESTS, ClassifyRequest, EmbedRequest, MapRequest, PartRequest, PredictRequest, on_device
from engine.scene.raster import Scene
from engine.scene.windows import Window

REQUEST = PartRequest


@dataclass(frozen=True)
class PartFile:
    """One file of a part: what it is called, and how its pixels are stored."""

    name: str
    dtype: str
    nodata: float
    bands: int
    block_px: int

    def path(self, stem: str) -> Path:
        """Where a part's file is."""
        return Path(f"{stem}-{self.name}.tif")


def files_of_part(whole: MapRequest, opened: Opened) -> tuple[PartFile, ...]:
    """The files of each part of a request."""
    if isinstance(whole, EmbedRequest):
        bits, dims = geotiff.Bits.of(whole.bits, opened.loaded.model.config.width), opened.loaded.model.feature_dim
        return (PartFile("features", bits.dtype, bits.nodata, dims, geotiff.FEATURE_BLOCK_PX),)
    task = opened.loaded.downstream.task.task if opened.loaded.downstream else ""
    if isinstance(whole, PredictRequest) and task == "regression":
        return (PartFile("values", "float32", np.nan, 1, geotiff.BLOCK_PX),)
    classes = PartFile("classes", "uint8", 0, 1, geotiff.BLOCK_PX)
    beside = replace(classes, dtype="float32", nodata=np.nan)
    wanted = {"confidence": whole.confidence or whole.applicability, "applicability": whole.applicability}
    return classes, *(replace(beside, name=name) for name, asked in wanted.items() if asked)


def run(request: PartRequest, report: Report) -> dict[str, Any]:
    """Write the files of the part.

    Returns:
        ``{"outputs": {}}``: what is written belongs to the job that asked for it.

    Raises:
        EngineError: whatever the scene, the model, the device or the folder lack.
    """
    whole, window = _whole(request), _window(request)
    with _opened(request, whole) as opened:
        source, files = opened.source, files_of_part(whole, opened)
        if isinstance(whole, EmbedRequest):
            bits = geotiff.Bits.of(whole.bits, opened.loaded.model.config.width)
            with part_files(request.out, source.scene, window, files) as (features,):
                inference.embed(source, window, geotiff.FeatureSink(features, bits), report)
        elif isinstance(whole, PredictRequest) and not opened.learnt:
            predict.part(opened, window, partial(part_files, request.out, source.scene, window, files), report)
        else:
            learnt = opened.learnt
            assert learnt is not None  # nosec B101
            source = replace(source, reading=replace(source.reading, statistics=learnt.statistics))
            with part_files(request.out, source.scene, window, files) as maps:
                judged = whole.applicability is not None
                class_map.stream(source, learnt, judged, window, geotiff.ClassSink(*maps), report)
    return {"outputs": {}}


@contextmanager
def _opened(request: PartRequest, whole: MapRequest) -> Iterator[Opened]:
    """The scene, and a model whose plan is measured only if it will run."""
    with open_untuned(whole) as fresh:
        learnt = _taught(request).to(fresh.source.device) if isinstance(whole, ClassifyRequest) else fresh.learnt
        with tuned(replace(fresh, learnt=learnt), whole.compute.precision) as opened:
            yield opened


def _taught(request: PartRequest) -> Learnt:
    """What the labels taught, in the file that the job has left for its workers.

    Raises:
        ModelError: it is no such file.
        RequestError: it cannot be read.
    """
    path = Path(request.learnt or "")
    try:
        return Learnt.from_bytes(path.read_bytes(), path.name)
    except OSError as error:
        raise RequestError(
            "{name} cannot be read: {reason}", "run the job again", name=path.name, reason=error.strerror
        ) from error


@contextmanager
def part_files(stem: str, like: Scene, window: Window, files: Sequence[PartFile]) -> Iterator[list[geotiff.TiffWriter]]:
    """Writers for the files of a part, which appear under their names when all of them are complete.

    Raises:
        OutputError: they cannot be written.
    """
    own = f"{stem}-{uuid4().hex}"  # another worker, taken for dead, may still be writing this part
    with disk_errors(Path(stem)):
        try:
            with ExitStack() as opened:
                yield [
                    opened.enter_context(
                        geotiff.part(file.path(own), like, window, file.dtype, file.nodata, file.bands, file.block_px)
                    )
                    for file in files
                ]
            for file in files:
                file.path(own).replace(file.path(stem))
        finally:
            for file in files:
                file.path(own).unlink(missing_ok=True)


def _whole(request: PartRequest) -> MapRequest:
    """The request of which this is a part, on this worker's device."""
    try:
        whole = message_of(request.whole, REQUESTS)
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
