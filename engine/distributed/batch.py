"""batch: one request for many scenes, with outputs by scene name in one folder and one summary.

Knows what a scene's outputs are called and which scenes are done; who does them is for `workers`.
"""

from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

from engine.distributed import batch_summary
from engine.distributed.batch_journal import BatchJournal, key_of
from engine.distributed.batch_summary import SceneResult
from engine.distributed.scene_list import SceneName
from engine.distributed.worker_choice import elsewhere
from engine.distributed.workers import RequestResult, Workers
from engine.errors import RequestError
from engine.messages import Finished
from engine.output.staging import disk_errors
from engine.progress import Report
from engine.protocol import ClassifyRequest, EmbedRequest, MapRequest, PredictRequest

WORK = ".ofa-batch"  # what a batch keeps for itself in its folder: journal, log, stacks of bands
STEM = "{stem}"  # in the name of the labels: each scene has its own


def work_of(folder: Path) -> Path:
    """The hidden folder of a batch whose outputs go to `folder`."""
    return folder / WORK


def request_for(scene: SceneName, template: MapRequest, folder: Path) -> MapRequest:
    """What is asked of one scene: `template` with this scene, and outputs of its name where `template` names some."""

    def named(wanted: str | None, ending: str) -> str | None:
        return str(folder / f"{scene.stem}_{ending}") if wanted else None

    spec = replace(template.scene, path=scene.name)
    if isinstance(template, EmbedRequest):
        return replace(template, scene=spec, out=str(folder / f"{scene.stem}_features.tif"))
    template = replace(
        template,
        scene=spec,
        out=str(folder / f"{scene.stem}_map.tif"),
        confidence=named(template.confidence, "confidence.tif"),
        applicability=named(template.applicability, "applicability.tif"),
        vector=named(template.vector, "map.gpkg"),
    )
    if not isinstance(template, ClassifyRequest):
        return template
    labels = template.labels.replace(STEM, scene.stem_of_labels)
    model = named(template.save_model, "model")
    return replace(template, labels=labels, report=named(template.report, "report"), save_model=model)


def with_absolute_names(template: MapRequest) -> MapRequest:
    """`template` with names that mean the same in every process.

    Raises:
        RequestError: a classification without labels, a prediction without a model.
    """
    if isinstance(template, ClassifyRequest) and not (template.labels and template.field):
        raise RequestError("nothing says what the classes are", "give --labels FILE and --field NAME")
    if isinstance(template, PredictRequest) and not template.compute.model:
        raise RequestError("nothing says what to predict", "give --model, a model that was trained or saved")
    return elsewhere(template)


def run(
    scenes: Sequence[SceneName], template: MapRequest, folder: Path, workers: Workers, report: Report
) -> dict[str, Any]:
    """Do what `template` says with every scene that an earlier run has not finished.

    Args:
        scenes: with stems that differ.
        template: what is asked, `with_absolute_names`; its scene and the names of its outputs are replaced.
        folder: where the outputs go.
        workers: who does it.
        report: progress.

    Returns:
        ``{"outputs": paths, "scenes": rows as `batch_summary.SceneResult`, "finished", "skipped", "failed", "not_done":
        numbers}``.

    Raises:
        Cancelled: `report` asked for it; the summary of what is done has been written.
        EngineError: nobody can do it, or the summary cannot be written.
    """
    work = work_of(folder)
    with disk_errors(work):
        work.mkdir(parents=True, exist_ok=True)
    journal = BatchJournal(work / "journal.jsonl")
    rows = {scene.stem: _told_at_once(scene) for scene in scenes}
    asked = {scene.stem: request_for(scene, template, folder) for scene in scenes if not scene.problem}
    keys = {stem: key_of(request) for stem, request in asked.items()}
    for stem, request in asked.items():
        if not template.overwrite and (told := journal.find_outcome(keys[stem])) is not None and _is_there(request):
            rows[stem] = SceneResult(**{"scene": request.scene.path, **told, "status": "skipped"})
    due = [stem for stem in asked if rows[stem].status != "skipped"]
    with disk_errors(folder):
        journal.begin(keys[stem] for stem in due if not Path(asked[stem].out).exists())
    try:
        with closing(workers.run([asked[stem] for stem in due], _scenes(report))) as running:
            for ended in running:
                stem = due[ended.number]
                rows[stem] = _row(asked[stem], ended)
                if rows[stem].status == "finished":
                    with disk_errors(folder):
                        journal.finish(keys[stem], vars(rows[stem]))
    finally:
        told_of_all = batch_summary.write(list(rows.values()), folder)
    return told_of_all


def _scenes(report: Report) -> Report:
    return lambda done, total, note: report(done, total, "scenes, in hundredths")


def _told_at_once(scene: SceneName) -> SceneResult:
    if not scene.problem:
        return SceneResult(scene.name)
    return SceneResult(scene.name, "failed", error=scene.problem.error, hint=scene.problem.hint)


def _is_there(request: MapRequest) -> bool:
    files = [request.out]
    if not isinstance(request, EmbedRequest):
        files += [name for name in (request.confidence, request.applicability, request.vector) if name]
    if isinstance(request, ClassifyRequest):
        files += [f"{request.save_model}/card.json"] if request.save_model else []
        files += [f"{request.report}/report.json"] if request.report else []
    return all(Path(name).is_file() for name in files)


def _row(request: MapRequest, ended: RequestResult) -> SceneResult:
    seconds, event = round(ended.seconds, 2), ended.event
    if not isinstance(event, Finished):
        return SceneResult(request.scene.path, "failed", seconds, error=event.error, hint=event.hint)
    facts = event.outputs.get("report", {})
    checked = f"{len(facts['checked'])} of {len(facts['classes'])}" if "checked" in facts else ""
    return SceneResult(
        request.scene.path, "finished", seconds, facts.get("macro_f1"), checked, event.outputs["outputs"]
    )
