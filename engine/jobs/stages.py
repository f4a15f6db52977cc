"""How far a whole job is: the stages of each kind of job in order, and the share of its time that each takes.

Only `ProgressTracker` knows. Jobs report what they count (`engine.progress.Report`) and know nothing of it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from engine.messages import Message
from engine.protocol import (
    ChangeRequest,
    ClassifyRequest,
    ClusterRequest,
    CountRequest,
    EmbedRequest,
    FinetuneRequest,
    HitsRequest,
    PredictRequest,
    PreviewRequest,
    SimilarRequest,
)
from engine.words import say

MOST = 0.99
"""The share until the job has ended: files are still to be put in their places."""
PARTS = "parts, in hundredths"
"""The note of work that is shared out among workers."""
TABLE = ".csv"  # what a model for whole chips writes


@dataclass(frozen=True)
class JobStep:
    """A part of a job that counts by itself.

    Attributes:
        stage: what a person calls it; several steps may be one stage.
        notes: of the reports that belong to it.
        weight: its share of the time, against the other steps of the job. Measured on a Landsat scene of 603 x 627
            pixels on two cores; larger scenes spend more on the map, so that weighs twice what it took there.
    """

    stage: str
    notes: tuple[str, ...]
    weight: float


READING = JobStep(say("reading the scene"), ("", "reading the scene", "unpacking the product"), 3)
LOOKING = JobStep(READING.stage, ("looking around",), 2)
LABELS = (
    JobStep(say("learning from the labels"), ("sampling",), 12),
    JobStep(say("learning from the labels"), ("looking around",), 4),
    JobStep(say("learning from the labels"), ("fitting",), 3),
)
ALL_OVER = (
    JobStep(say("looking around"), ("looking around", "sampling"), 8),
    JobStep(say("looking around"), ("comparing",), 4),
)
MAPPING = JobStep(say("mapping"), ("mapping", PARTS), 70)
POLYGONS = (
    JobStep(say("drawing polygons"), ("measuring regions",), 1),
    JobStep(say("drawing polygons"), ("tracing outlines",), 4),
    JobStep(say("drawing polygons"), ("writing polygons",), 1),
)
EMBEDDING = (JobStep(say("computing features"), ("embedding", PARTS), 70),)
COUNTING = (
    JobStep(say("learning from the objects"), ("learning from the objects",), 20),
    JobStep(say("looking for objects"), ("looking for objects",), 70),
)
DENSITY = JobStep(say("mapping"), ("mapping",), 10)
POINTS = JobStep(say("drawing points"), ("drawing points",), 1)
REPORT = JobStep(say("writing the report"), ("writing the report",), 5)
CHIPS = JobStep(say("looking at chips"), ("looking at chips",), 90)
TRAINING = (
    JobStep(say("reading the scene"), ("", "reading scenes", "reading chips"), 4),
    JobStep(say("preparing the head"), ("describing chips for the head",), 8),
    JobStep(say("preparing the head"), ("fitting the head",), 2),
    JobStep(say("training"), ("training",), 80),
    JobStep(say("drawing examples"), ("drawing",), 4),
)
WITHOUT_CHOICE = {
    PreviewRequest: (READING, *LABELS, MAPPING),
    FinetuneRequest: TRAINING,
    HitsRequest: (READING, *POLYGONS),
}
"""Of jobs that always take the same steps."""


@dataclass(frozen=True)
class JobProgress:
    """Where a job is.

    Attributes:
        done, total, note: of the step, as the job reported them.
        share: of the whole job, 0 to `MOST`; it never goes back.
        stage: number of the stage, from 0.
        stages: all of the job, in order.
    """

    done: int
    total: int
    note: str
    share: float
    stage: int
    stages: tuple[str, ...]


def steps_of(request: Message) -> tuple[JobStep, ...]:
    """The steps of a job, without those that the request leaves out; none where one count says it all."""
    if isinstance(request, ClassifyRequest):
        polygons = POLYGONS if request.vector is not None else ()
        mapping = (MAPPING,) if request.out else ()
        return (READING, *LABELS, *mapping, *polygons, *((REPORT,) if request.report is not None else ()))
    if isinstance(request, PredictRequest):
        if request.out.lower().endswith(TABLE):
            return (READING, CHIPS)
        return (READING, LOOKING, MAPPING, *(POLYGONS if request.vector is not None else ()))
    if isinstance(request, EmbedRequest | CountRequest):
        made = EMBEDDING if isinstance(request, EmbedRequest) else COUNTING
        return (READING, *made, *((DENSITY,) if getattr(request, "density", None) else ()))
    if isinstance(request, SimilarRequest | ClusterRequest | ChangeRequest):
        vectors = (getattr(request, name, None) for name in ("hits", "vector", "changes"))
        points = (POINTS,) if getattr(request, "points", None) else ()
        labels = LABELS[1:] if getattr(request, "labels", "") else ()
        return (READING, *ALL_OVER, *labels, MAPPING, *(POLYGONS if any(vectors) else ()), *points)
    return WITHOUT_CHOICE.get(type(request), ())


class ProgressTracker:
    """A job's `report` that tells `tell` how far the whole job is.

    Args:
        steps: of the job; without any, what it counts is the whole.
        tell: hears every report; may raise `engine.errors.Cancelled`.
    """

    def __init__(self, steps: Sequence[JobStep], tell: Callable[[JobProgress], None]) -> None:
        self._steps, self._tell = steps or (JobStep("", (), 1),), tell
        self._stages = tuple(dict.fromkeys(step.stage for step in steps))
        self._before = [0.0, *accumulate(step.weight for step in self._steps)]
        self._now = 0  # the number of the step
        self._share = 0.0

    def __call__(self, done: int, total: int, note: str) -> None:
        """See `engine.progress.Report`."""
        steps = self._steps
        number = next((k for k, step in enumerate(steps) if note in step.notes or not step.notes), -1)
        self._now = max(self._now, number)
        counts = total > 0 and number == self._now  # else it is a step that is over, or a pause within one
        within = min(max(done / total, 0.0), 1.0) if counts else 0.0
        share = (self._before[self._now] + steps[self._now].weight * within) / self._before[-1]
        self._share = max(self._share, min(share, MOST))
        stage = self._stages.index(steps[self._now].stage) if self._stages else 0
        self._tell(JobProgress(done, total, note, self._share, stage, self._stages))
