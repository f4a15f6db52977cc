"""One share for the whole of a job: it never goes back, and it is whole only when the job has ended."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine import jobs
from engine.distributed.local_workers import LocalWorkers
from engine.distributed.shared_scene import shared_among
from engine.distributed.workers import OverallProgress
from engine.errors import Cancelled
from engine.jobs.stages import MOST, JobProgress, JobStep, ProgressTracker, steps_of
from engine.protocol import (
    ClassifyRequest,
    ComputeSpec,
    DoctorRequest,
    EmbedRequest,
    FinetuneRequest,
    PredictRequest,
    PreviewRequest,
    Request,
    SceneSpec,
    on_device,
)
from tests.fakes.requests import request_of

READING = "reading the scene"


def classify(place: Path, out: Path, **more: Any) -> ClassifyRequest:
    labels = str(place / "labels.gpkg")
    usual = {"labels": labels, "field": "class", "out": str(out / "map.tif"), "model": str(place / "small")}
    return request_of(ClassifyRequest, place / "scene.tif", device="cpu", **{**usual, **more})


def followed(request: Request, run: Callable[..., Any] = jobs.run) -> list[JobProgress]:
    """What is heard of a job, from its beginning to its end."""
    heard: list[JobProgress] = []
    run(request, ProgressTracker(steps_of(request), heard.append))
    return heard


def check(heard: Sequence[JobProgress], stages: Sequence[str]) -> None:
    shares = [at.share for at in heard]
    assert shares == sorted(shares)
    assert 0 <= shares[0] < 0.3
    assert 0.5 < shares[-1] <= MOST < 1
    seen = [heard[0].stages[at.stage] for at in heard]
    assert list(dict.fromkeys(seen)) == [stage for stage in stages if stage in seen]
    assert seen == sorted(seen, key=list(stages).index)
    assert heard[0].stages == tuple(stages)


@pytest.mark.parametrize(("polygons", "report"), [(False, False), (True, True)])
def test_a_map_has_the_stages_that_were_asked_for(place: Path, tmp_path: Path, polygons: bool, report: bool) -> None:
    more = {"vector": str(tmp_path / "v.gpkg")} if polygons else {}
    more |= {"report": str(tmp_path / "report")} if report else {}
    stages = [
        READING,
        "learning from the labels",
        "mapping",
        *(["drawing polygons"] if polygons else []),
        *(["writing the report"] if report else []),
    ]
    heard = followed(classify(place, tmp_path, **more))
    check(heard, stages)
    assert {heard[0].stages[at.stage] for at in heard} >= set(stages) - {READING}


def test_features_and_a_preview_are_followed_to_their_end(place: Path, tmp_path: Path) -> None:
    scene, model = str(place / "scene.tif"), str(place / "small")
    features = str(tmp_path / "f.tif")
    check(
        followed(EmbedRequest(SceneSpec(scene), ComputeSpec(model=model, device="cpu"), out=features)),
        [READING, "computing features"],
    )
    labels = str(place / "labels.gpkg")
    seen = PreviewRequest(
        SceneSpec(scene),
        ComputeSpec(model=model, device="cpu"),
        labels=labels,
        field="class",
        out=str(tmp_path),
        step=4,
    )
    check(followed(seen), [READING, "learning from the labels", "mapping"])


def test_training_and_the_map_of_the_model_are_followed_to_their_end(place: Path, tmp_path: Path) -> None:
    scene, labels, model = str(place / "scene.tif"), str(place / "labels.gpkg"), str(tmp_path / "model")
    request = FinetuneRequest(
        SceneSpec(scene),
        ComputeSpec(model=str(place / "small"), device="cpu"),
        labels=labels,
        field="class",
        out=model,
        steps=3,
        batch=2,
    )
    check(followed(request), [READING, "preparing the head", "training", "drawing examples"])
    mapped = PredictRequest(
        SceneSpec(scene), ComputeSpec(model=model), out=str(tmp_path / "m.tif"), vector=str(tmp_path / "v.gpkg")
    )
    check(followed(on_device(mapped, "cpu")), [READING, "mapping", "drawing polygons"])


def test_a_run_that_goes_on_begins_where_it_was_and_does_not_go_back(place: Path, tmp_path: Path) -> None:
    request = classify(place, tmp_path)

    def stopped(at: JobProgress) -> None:
        if at.note == "mapping" and at.done >= 0.6 * at.total:
            raise Cancelled

    with pytest.raises(Cancelled):
        jobs.run(request, ProgressTracker(steps_of(request), stopped))
    check(followed(request), [READING, "learning from the labels", "mapping"])


def test_parts_by_several_workers_are_one_job(place: Path, tmp_path: Path) -> None:
    compute = shared_among(LocalWorkers(["cpu", "cpu"], tmp_path / "log"))
    job = jobs.find(ClassifyRequest.kind)
    heard = followed(classify(place, tmp_path), lambda request, report: job.run_with(request, report, compute))
    check(heard, [READING, "learning from the labels", "mapping"])
    assert len({at.share for at in heard if at.stages[at.stage] == "mapping"}) > 2


def test_a_job_of_one_count_is_that_count() -> None:
    heard = followed(DoctorRequest(device="cpu"))
    assert [at.share for at in heard] == sorted(at.share for at in heard)
    assert heard[0].stages == ()
    assert heard[-1].share == MOST


notes = st.sampled_from(["", "reading the scene", "sampling", "mapping", "writing polygons", "what nobody knows"])
reports = st.lists(st.tuples(st.integers(-5, 500), st.integers(-5, 200), notes), min_size=1, max_size=20)


@given(reports, st.booleans())
def test_whatever_a_job_reports_the_share_never_goes_back(said: list[tuple[int, int, str]], known: bool) -> None:
    heard: list[JobProgress] = []
    request = ClassifyRequest(SceneSpec("scene"), vector="v.gpkg") if known else DoctorRequest()
    course = ProgressTracker(steps_of(request), heard.append)
    for report in said:
        course(*report)
    assert [at.share for at in heard] == sorted(at.share for at in heard)
    assert [at.stage for at in heard] == sorted(at.stage for at in heard)
    assert all(0 <= at.share <= MOST for at in heard)


def test_shares_are_those_of_the_time() -> None:
    heard: list[JobProgress] = []
    course = ProgressTracker((JobStep("a", ("one",), 1), JobStep("b", ("two",), 3)), heard.append)
    for done in (0, 2):
        course(done, 2, "one")
    course(1, 2, "two")
    assert [at.share for at in heard] == [0, 0.25, 0.625]


def test_a_tally_of_requests_never_goes_back_when_one_of_them_ends() -> None:
    told: list[int] = []
    tally = OverallProgress(2, lambda done, total, note: told.append(done))
    tally.heard(0, 0.5)
    tally.heard(1, 0.25)
    tally.ended(0)
    tally.heard(1, MOST)
    tally.ended(1)
    tally.tell()
    assert told == [50, 75, 199, 200]
