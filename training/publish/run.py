"""A run as a model folder for everybody: card, weights in half precision, README and pictures, made in one go.

It can be done again when there is more: results and pictures stay as long as the weights are the same.
"""

import shutil
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import torch
from PIL import Image

from engine.errors import ModelError, RequestError
from engine.model import model_card, model_folder
from engine.model.ofa import OFA
from engine.output import output_names
from engine.output.staging import Outputs
from engine.progress import Report
from training import checkpoint
from training.pictures.scene_similarity import Clicks, scene_similarity
from training.pretrain import run as pretrain
from training.pretrain.export import export
from training.pretrain.loop import PretrainRun
from training.pretrain.mim import MaskedImageModel
from training.pretrain.optimiser import optimiser
from training.publish.measured import read_results
from training.publish.model_page import RECONSTRUCTIONS, SIMILARITY, page
from training.torchrun import Ranks

README, NOTES = "README.md", "notes.md"
"""`notes.md` in the model folder is written by hand; it goes into the README's limits."""
KEPT = ("results", "similarity")  # of a card of the same weights
SHIPPED_BYTES = 12_000_000
"""Room for a model's weights in the plugin's zip."""
PICTURE_BYTES, PICTURE_WIDTHS_PX = 300_000, (1500, 1200, 1000, 800, 600)
COLOURS = 256  # of pictures that are too large otherwise


def publish(
    folder: Path, name: str, out: Path, results: Sequence[Path], scene: str | None, clicks: Clicks, report: Report
) -> dict[str, Any]:
    """Make, or make again, the model folder `out/name` of the run in `folder`.

    Args:
        folder: of the run, which need not have ended.
        name: of the model.
        out: where model folders are.
        results: what was measured of these weights (see `training.publish.measured`).
        scene: for the similarity picture; None draws none.
        clicks: on the scene.
        report: told how it goes.

    Returns:
        {"model": folder, "sha256", "bytes" of the weights, "told": what to know}

    Raises:
        EngineError: whatever run, results or scene lack; the folder is then as it was.
    """
    if Path(name).name != name:
        raise RequestError(f"expected the name of a model; found '{name}'", "give --name my-model, and --out FOLDER")
    target = output_names.folder(out / name)
    run, step = opened(folder)
    before = _card_in(target)
    with Outputs([], overwrite=True) as outputs:
        stage = outputs.folder(target)
        export(run, stage, name, step)
        card = model_card.read_card(stage)
        sha256 = model_card.sha256_of(card)
        assert sha256 is not None, "a run has weights"  # nosec B101
        same = bool(before) and model_card.sha256_of(before) == sha256
        card |= {key: before[key] for key in KEPT if same and key in before}
        for path in results:
            card["results"] = {**card["results"], **read_results(path, name, sha256)}
        if scene:
            card["similarity"] = _similar(run, scene, clicks, stage, report)
        _reconstructed(run, stage)
        model_folder.save(run.module.model, card, stage, torch.float16)
        pictures = {path.name for path in (*stage.iterdir(), *(target.iterdir() if same else ()))}
        notes = (target / NOTES).read_text(encoding="utf-8") if (target / NOTES).is_file() else ""
        (stage / README).write_text(page(card, pictures, notes), encoding="utf-8")
    if "similarity" not in card:
        (target / SIMILARITY).unlink(missing_ok=True)  # of other weights
    size = card["file:size"]
    told = []
    if before and not same:
        told.append(f"{name} had other weights before, whose results and pictures are gone")
    if size > SHIPPED_BYTES:
        told.append(f"{size / 1e6:.1f} MB of weights: the plugin's zip has room for {SHIPPED_BYTES / 1e6:.0f}")
    return {"model": str(target), "sha256": sha256, "bytes": size, "told": told}


def opened(folder: Path) -> tuple[PretrainRun, int]:
    """The run in a folder, with the weights of its checkpoint, and the step of that.

    Raises:
        RequestError: there is no run, or it has no checkpoint yet.
    """
    recipe = pretrain.saved_recipe(folder)
    if not checkpoint.exists(folder):
        raise RequestError(f"the run in {folder} has no checkpoint yet", "wait a few minutes, or start it")
    corpus = pretrain.corpus_of(recipe, folder, lambda name, reason: None)
    module = MaskedImageModel(OFA(recipe.model, recipe.seed), recipe)
    step = checkpoint.load(folder, module, optimiser(module.named_parameters(), recipe))
    return PretrainRun(recipe, module, corpus, folder, Ranks(0, 1, torch.device("cpu"))), step


def _card_in(folder: Path) -> dict[str, Any]:
    with suppress(ModelError):
        return model_card.read_card(folder)
    return {}


def _similar(run: PretrainRun, scene: str, clicks: Clicks, stage: Path, report: Report) -> dict[str, Any]:
    """Draw the similarity picture; what the card says of it."""
    told = scene_similarity(scene, str(stage), clicks, stage / SIMILARITY, report)
    shrink(stage / SIMILARITY, stage / SIMILARITY)
    trained_on = any(told["scene"] == Path(name).name for entry in run.corpus.entries for name in entry.files)
    return {**told, "clicks": dict(clicks), "trained_on": trained_on}


def _reconstructed(run: PretrainRun, stage: Path) -> None:
    """The run's picture of what it rebuilds, drawn if it is older than the checkpoint."""
    drawn, saved = run.folder / RECONSTRUCTIONS, run.folder / checkpoint.NAME
    if not drawn.exists() or drawn.stat().st_mtime < saved.stat().st_mtime:
        pretrain.draw(run)
    shrink(drawn, stage / RECONSTRUCTIONS)


def shrink(source: Path, target: Path) -> None:
    """Copy a PNG with fewer colours, and then fewer pixels, until it has `PICTURE_BYTES` at most."""
    if source.stat().st_size <= PICTURE_BYTES:
        if source != target:
            shutil.copyfile(source, target)
        return
    with Image.open(source) as image:
        picture = image.convert("RGB")
    for width in PICTURE_WIDTHS_PX:
        size = min(width, picture.width), min(width, picture.width) * picture.height // picture.width
        small = picture if size == picture.size else picture.resize(size, Image.Resampling.LANCZOS)
        few = small.quantize(COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
        few.save(target, optimize=True)
        if target.stat().st_size <= PICTURE_BYTES:
            return
