"""A pre-training run from its recipe to its model folder. Joins catalogue, corpus, loop, pictures and export.

The run's folder holds ``recipe.json``, ``catalog.gpkg`` (the scenes it learns from), ``log.jsonl``,
``checkpoint.safetensors``, and at the end ``loss.png``, ``reconstructions.png`` and the model folder ``model/``.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TextIO

import torch

from engine.errors import ModelError, OutputError, RequestError
from engine.model import model_folder
from engine.model.config import IN_USE
from engine.model.ofa import OFA
from engine.model.tokens import MODALITIES as MODALITY_BANDS
from engine.output import output_names
from engine.output.output_names import GEOPACKAGE, JSON
from engine.output.staging import Outputs
from engine.progress import Report
from training import checkpoint, log, pictures
from training.data import catalogue
from training.data.catalogue_entry import MODALITIES, Entry
from training.data.chip_batches import Corpus
from training.data.holdout import held_out
from training.pretrain import export, recipes
from training.pretrain.loop import PretrainRun
from training.pretrain.mim import MaskedImageModel, draw_masks
from training.pretrain.recipes import Recipe
from training.pretrain.targets.teacher_features import TeacherFeatures, features_of_scenes
from training.torchrun import Ranks

RECIPE, CATALOG, MODEL = "recipe.json", "catalog.gpkg", "model"
TEACHERS = "teachers"  # the folder in a run's that holds teachers' axes and, unless told otherwise, features
WATCHED_MB = 500  # of memory for decoded scenes
PICTURE_BATCHES = 200  # numbers of batches that are searched for one of each sensor


def prepare(folder: Path, recipe: Recipe, data: Sequence[str], report: Report) -> None:
    """Make the folder of a new run: its recipe and its scenes.

    Raises:
        OutputError: there is a run already, or the folder cannot be written.
        RequestError: no scene is left to learn from.
        SceneError: no scenes.
    """
    folder = output_names.folder(folder)
    if (folder / RECIPE).exists():
        raise OutputError(f"there is a run in {folder} already", "go on with --resume, or give another --out")
    if not data:
        raise RequestError("nothing to learn from", "give --data a folder of scenes, or a catalogue of them")
    found = _catalogued(data, report)
    chosen = [(entry, shape) for entry, shape in zip(found.entries, found.footprints, strict=True) if _free(entry)]
    if not chosen:
        raise RequestError("every scene is kept for the probes and none is left to learn from", "give more to --data")
    entries, footprints = zip(*chosen, strict=True)
    with Outputs(data, overwrite=True) as outputs:
        catalogue.write(
            catalogue.Catalogue(entries, found.skipped, footprints), outputs.stage(folder / CATALOG, GEOPACKAGE)
        )
        _write(recipe, outputs.stage(folder / RECIPE, JSON))


def _catalogued(data: Sequence[str], report: Report) -> catalogue.Catalogue:
    """The catalogues among `data` as they are, and one made of its folders."""
    kept = [catalogue.read(path) for path in data if path.endswith(".gpkg") and Path(path).is_file()]
    folders = [path for path in data if not (path.endswith(".gpkg") and Path(path).is_file())]
    kept += [catalogue.build(folders, {}, report)] if folders else []
    return catalogue.Catalogue(
        tuple(entry for part in kept for entry in part.entries),
        tuple(line for part in kept for line in part.skipped),
        tuple(shape for part in kept for shape in part.footprints),
    )


def _free(entry: Entry) -> bool:
    return not any(held_out(name) for name in entry.files)


def resume(folder: Path, name: str, changes: Mapping[str, str]) -> None:
    """Make the run in a folder ready to go on, with changes of its recipe, if any.

    Raises:
        RequestError: there is no run of that name, the changes need other weights, or leave no scene to learn from.
        ModelError: the checkpoint is damaged.
    """
    kept = saved_recipe(folder)
    if kept.name != name:
        raise RequestError(f"the run in {folder} is of the recipe {kept.name}, not {name}", f"resume {kept.name}")
    new = recipes.changed(kept, changes)
    if (new.model, new.decoder, new.teachers) != (kept.model, kept.decoder, kept.teachers):
        raise RequestError(
            "a run cannot go on with another model or decoder, or with other teachers",
            "start a new run, with another --out",
        )
    if new != kept:
        corpus_of(new, folder, lambda *_: None)  # a change that fails must not stay
        before = folder / f"recipe-to-step-{checkpoint.step_of(folder)}.json"
        with Outputs([], overwrite=True) as outputs:  # what the run did so far must stay known
            if not before.exists():  # else no step was made with the last change
                outputs.stage(before, JSON).write_bytes((folder / RECIPE).read_bytes())
            _write(new, outputs.stage(folder / RECIPE, JSON))


def _write(recipe: Recipe, path: Path) -> None:
    path.write_text(json.dumps(recipes.to_dict(recipe), indent=2) + "\n", encoding="utf-8")


def saved_recipe(folder: Path) -> Recipe:
    """The recipe of the run in a folder.

    Raises:
        RequestError: there is no run, or its recipe is of another version.
    """
    try:
        values = json.loads((folder / RECIPE).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise RequestError(f"expected a run in {folder}; found no readable {RECIPE}", "start one first") from error
    return recipes.from_dict(values)


def corpus_of(
    recipe: Recipe, folder: Path, on_skip: Callable[[str, str], None], targets: Sequence[TeacherFeatures] = ()
) -> Corpus:
    """The batches of the run in a folder."""
    part = "learnt" if recipe.watch_every else "all"
    return Corpus(_entries(recipe, folder), recipe.sampling, recipe.seed, on_skip, part, targets)


def watched_of(recipe: Recipe, folder: Path, targets: Sequence[TeacherFeatures]) -> dict[str, Corpus]:
    """For each modality of which some scenes are watched, their batches."""
    entries = _entries(recipe, folder) if recipe.watch_every else ()
    wanted = recipe.sampling.modalities or MODALITIES
    found = {}
    for modality in dict.fromkeys(entry.modality for entry in entries if entry.modality in wanted):
        settings = replace(recipe.sampling, modalities=(modality,), gain=0.0, offset=0.0, cache_mb=WATCHED_MB)
        with suppress(RequestError):  # none of it is watched
            found[modality] = Corpus(entries, settings, recipe.seed, lambda *_: None, "watched", targets)
    return found


def _entries(recipe: Recipe, folder: Path) -> tuple[Entry, ...]:
    entries = catalogue.read(folder / CATALOG).entries
    if recipe.model.embedding == "per_sensor":
        return tuple(fitting for entry in entries if (fitting := _paper_bands(entry)))
    return entries


def _paper_bands(entry: Entry) -> Entry | None:
    """The entry with just the bands that a per-sensor embedding reads, in its order; None where it lacks some."""
    wanted = MODALITY_BANDS.get(entry.modality, ())
    names = [scene_band.band.name for scene_band in entry.bands]
    if not wanted or not set(wanted) <= set(names):
        return None
    order = [names.index(name) for name in wanted]

    def pick(values: Sequence[float]) -> tuple[float, ...]:
        return tuple(values[number] for number in order) if values else ()

    return replace(
        entry,
        bands=tuple(entry.bands[number] for number in order),
        mean=pick(entry.mean),
        std=pick(entry.std),
        collection_mean=pick(entry.collection_mean),
        collection_std=pick(entry.collection_std),
    )


def pretrain(
    folder: Path,
    ranks: Ranks,
    stopped: Callable[[], bool],
    stream: TextIO,
    report: Report = lambda *_: None,
    cache: Path | None = None,
) -> dict[str, object]:
    """Train in a folder that `prepare` made, or resume the run that is there.

    Args:
        folder: of the run.
        ranks: this process.
        stopped: whether the user wants to stop.
        stream: for progress.
        report: told of the scenes that teachers look at before the first step.
        cache: folder for what teachers saw, which several runs may share; None: in the run's.

    Returns:
        {"run": folder, "steps": int, "model": folder of the model}

    Raises:
        Cancelled: the user stopped; the run can be resumed.
        EngineError: whatever data, model or device lack.
    """
    recipe = saved_recipe(folder)
    told: list[tuple[str, str]] = []

    def skip(name: str, reason: str) -> None:
        told.append((name, reason))
        stream.write(f"left out: {name}: {reason}\n")

    targets = targets_of(recipe, folder, ranks, report, cache)
    corpus = corpus_of(recipe, folder, skip, targets)
    module = MaskedImageModel(_started(recipe), recipe).to(ranks.device)
    resume = checkpoint.exists(folder)
    first = len(log.read(folder)) if resume else 0
    live = log.Live(stream, recipe.steps, first)
    run = PretrainRun(recipe, module, corpus, folder, ranks, resume, watched_of(recipe, folder, targets))
    if recipe.precision == "bf16" and not run.in_bfloat16:
        stream.write("computing in float32: this processor is slower in bfloat16\n")
    steps = run.train(stopped, live)
    live.close()
    if ranks.first:
        draw(run)
        export.export(run, folder / MODEL)
    return {"run": str(folder), "steps": steps, "model": str(folder / MODEL), "left_out": told}


def targets_of(recipe: Recipe, folder: Path, ranks: Ranks, report: Report, cache: Path | None) -> list[TeacherFeatures]:
    """What the recipe's teachers saw in the scenes of the run. The first process shows them; the others find it done.

    Raises:
        EngineError: as `features_of_scenes` and `Ranks.first_does`.
    """
    kept = folder / TEACHERS
    modalities = recipe.sampling.modalities or MODALITIES
    entries = [entry for entry in _entries(recipe, folder) if entry.modality in modalities]
    if not (recipe.teachers and recipe.steps and entries):
        return []

    def look() -> list[TeacherFeatures]:
        return [features_of_scenes(name, entries, kept, cache or kept, report) for name in recipe.teachers]

    return ranks.first_does(look) or look()


def _started(recipe: Recipe) -> OFA:
    """The backbone as the run begins.

    Raises:
        ModelError: the model to start from is not there, or another one.
    """
    if not recipe.start:
        return OFA(recipe.model, recipe.seed)
    model = model_folder.load(recipe.start, torch.device("cpu")).model
    model.config = replace(model.config, **{name: getattr(recipe.model, name) for name in IN_USE})  # from here on
    if model.config != recipe.model:
        raise ModelError(f"{recipe.start} is not what the recipe {recipe.name} trains", "start from another model")
    return model.train().requires_grad_(True)


@torch.inference_mode()
def draw(run: PretrainRun) -> None:
    """Loss curves and reconstructions, into the run's folder."""
    if (run.folder / log.NAME).exists() and (lines := log.read(run.folder)):
        pictures.loss_curves(lines, run.folder / "loss.png", f"Pre-training {run.recipe.name}")
    panels = []
    run.module.eval()
    for number, modality in enumerate(portion.modality for portion in run.corpus.facts()):
        batch = next((b for k in range(PICTURE_BATCHES) if (b := run.corpus.batch(k, 0)).modality == modality), None)
        if batch is None:
            continue
        lot = torch.Generator().manual_seed(number)
        batch = batch.to(run.ranks.device)
        drawn = draw_masks(replace(run.recipe, cross_sensor=0.0, patches_px=(run.recipe.model.patch_px,)), batch, lot)
        chip, valid = batch.chips[0], batch.valid[0]
        there, hidden, rebuilt = (part[0].cpu() for part in run.module.rebuild(batch, drawn)[0])
        panels.append(pictures.Reconstruction(modality, chip.bands, there, hidden, rebuilt, valid[0].cpu()))
    run.module.train()
    pictures.reconstructions(panels, run.folder / "reconstructions.png")
