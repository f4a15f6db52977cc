"""The map of what labels taught, with its confidence and applicability: one walk over the scene writes all of them.

`classify` and `predict` come through here, and so do workers that share a scene, which is why they agree.
"""

from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from engine import inference
from engine.classes.legend import Legend
from engine.errors import LabelError
from engine.fewlabel import Learnt
from engine.inference import Source
from engine.mapping.opening import Opened
from engine.mapping.provenance import provenance
from engine.mapping.streamed_map import Compute, StreamedMap
from engine.output import geotiff
from engine.progress import Report
from engine.protocol import ClassifyRequest, PredictRequest
from engine.scene.raster import Scene
from engine.scene.windows import Window


@dataclass(frozen=True)
class MapFiles:
    """Where the rasters are written; None for what was not asked for."""

    map: Path
    confidence: Path | None
    applicability: Path | None

    def sink(
        self, files: ExitStack, scene: Scene, window: Window, legend: Legend, tags: Mapping[str, str]
    ) -> geotiff.ClassSink:
        """What takes the strips of `stream`; its files are closed with `files`."""
        classes = files.enter_context(geotiff.class_map(self.map, scene, window, legend, tags, resumable=True))
        confidence = unlike = None
        if self.confidence:
            confidence = files.enter_context(
                geotiff.confidence_map(self.confidence, scene, window, tags, resumable=True)
            )
        if self.applicability:
            values = geotiff.value_map(self.applicability, scene, window, "dissimilarity", tags, resumable=True)
            unlike = files.enter_context(values)
        return geotiff.ClassSink(classes, confidence, unlike, legend=legend)


def write_map(
    request: ClassifyRequest | PredictRequest,
    opened: Opened,
    learnt: Learnt,
    legend: Legend,
    window: Window,
    paths: MapFiles,
    compute: Compute,
    report: Report,
) -> Mapping[str, Any]:
    """Have the rasters computed into their files; seconds waited per stage.

    Raises:
        EngineError: as `Compute`.
    """
    head = learnt.judging() if paths.applicability else learnt.head
    with ExitStack() as files:
        sink = paths.sink(files, opened.source.scene, window, legend, provenance(request, opened))
        streamed = StreamedMap(
            request,
            opened,
            paths.map.parent,
            partial(inference.to_map, opened.source, head, window, sink),
            partial(stream, opened.source, learnt, paths.applicability is not None, window, sink),
            lambda row, col, *maps: sink.write(row, col, *(map_CHW[0] for map_CHW in maps)),
            learnt,
        )
        return compute(streamed, report)


def stream(
    source: Source, learnt: Learnt, judged: bool, window: Window, sink: geotiff.ClassSink, report: Report
) -> inference.StageSeconds:
    """Compute a window of the map here; `judged`: with how unlike each pixel is to all that was learnt from."""
    head = learnt.judging() if judged else learnt.head
    return inference.classify(source, learnt.features, head, window, sink, report)


def require_limit(request: ClassifyRequest | PredictRequest, learnt: Learnt) -> None:
    """Before the work: what was asked for can be made.

    Raises:
        LabelError: nothing tells how unlike pixels may be, and a raster of it was asked for.
    """
    if request.applicability is None or learnt.limit is not None:
        return
    if isinstance(request, PredictRequest):
        raise LabelError(
            "the labels that this model learnt from do not tell how unlike to them a pixel may be",
            "leave out --applicability, or learn from labels with each class in two or more places",
        )
    raise LabelError(
        "no class has labels in two places, so nothing tells how unlike to them a pixel may be",
        "label each class in two or more places, or leave out --applicability",
    )
