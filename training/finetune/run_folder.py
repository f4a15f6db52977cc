"""The folder of a run: whether a run may start there, or resumes an earlier one. Trains nothing."""

import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from engine.errors import OutputError
from engine.gdal import gdal_names
from engine.messages import body_of, decode, work_of
from engine.model import model_card
from engine.output import fingerprint
from engine.output.output_names import shown
from engine.output.staging import disk_errors
from engine.protocol import REQUESTS, FinetuneRequest
from engine.words import say
from training import checkpoint, log
from training.finetune.fit import BEST, STOP
from training.finetune.scenes import scenes_of

RECIPE, INPUTS = "recipe.json", "inputs.json"
"""What was asked; what every file was that was read, for as long as the run is not finished."""
LOCK = ".lock"  # held by the process that trains
METRICS, README, CURVES, CONFUSION, MAPS = "metrics.json", "README.md", "curves.png", "confusion.png", "maps.png"
OF_A_RUN = (
    model_card.WEIGHTS, checkpoint.NAME, BEST, log.NAME, STOP, RECIPE, INPUTS, METRICS, README, CURVES, CONFUSION, MAPS
)  # fmt: skip
"""What a run writes beside the card, and what it is told by."""


def begin(request: FinetuneRequest, folder: Path) -> bool:
    """Whether the folder holds the same run of the same files, unfinished, with something to resume.

    Nothing is changed yet: what is to be replaced stays until `write`.

    Raises:
        OutputError: it holds something else, and may not be replaced.
    """
    _spare(request, folder)
    there = [path.name for path in folder.iterdir() if path.name != LOCK] if folder.is_dir() else []
    if there and RECIPE not in there:
        raise OutputError("{folder} exists and is no run", "give another --out", folder=folder)
    if not there:
        return False
    what = _else_in(request, folder)
    if not what:
        return checkpoint.exists(folder)
    if not request.overwrite:
        raise OutputError(
            "{folder} holds {what}", "give another --out, or --overwrite to replace it", folder=folder, what=what
        )
    return False


def _spare(request: FinetuneRequest, folder: Path) -> None:
    """Refuse to write into a folder that is read.

    Raises:
        OutputError: a scene, the labels or the backbone are in it, or are it.
    """
    names = [*(each.path for each in scenes_of(request)), *filter(None, [request.labels])]
    read = [path.resolve() for path in map(gdal_names.file_of, names) if path]
    read += [file.resolve() for file in model_card.files_of(request.compute.model or model_card.DEFAULT_MODEL)]
    for path in read:
        if folder.resolve() in (path, path.parent):
            raise OutputError(
                "{folder} holds an input of this job, {path}",
                "give another --out",
                folder=shown(folder),
                path=path.name,
            )


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """The folder, made, and kept from a second run that would write into the same files.

    Raises:
        OutputError: another run is training there, or the folder cannot be made.
    """
    with disk_errors(folder):
        folder.mkdir(parents=True, exist_ok=True)
    lock = FileLock(folder / LOCK)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise OutputError(
            "another run is training in {folder}", "wait until it has ended, or give another --out", folder=folder
        ) from None
    except OSError as error:
        raise OutputError(
            "{name} cannot be written: {reason}", "choose one you may write to", name=folder, reason=error.strerror
        ) from error
    try:
        yield
    finally:
        with suppress(OSError):  # Windows keeps what is open, and `begin` passes over it
            (folder / LOCK).unlink()  # while it is held: afterwards it may be somebody else's
        lock.release()


def write(request: FinetuneRequest, folder: Path, going_on: bool) -> None:
    """Note in the folder what is asked, and of which files; of a run that is not resumed nothing stays.

    Raises:
        OutputError: the folder cannot be written.
    """
    with disk_errors(folder):
        for name in (STOP,) if going_on else (model_card.CARD, *OF_A_RUN):  # without its card it is no model any more
            (folder / name).unlink(missing_ok=True)
        (folder / RECIPE).write_text(json.dumps(body_of(request), indent=2) + "\n", encoding="utf-8")
        if not going_on:  # else `begin` found those that are there to be the same
            (folder / INPUTS).write_text(json.dumps(_stamps(request)) + "\n", encoding="utf-8")


def _else_in(request: FinetuneRequest, folder: Path) -> str:
    """What else than this run, unfinished, is in the folder; nothing else is ""."""
    if (folder / model_card.CARD).exists():
        return say("a finished model")
    try:
        asked, stamps = ((folder / name).read_text(encoding="utf-8") for name in (RECIPE, INPUTS))
        before, stamps = decode(asked, REQUESTS)[0], json.loads(stamps)
    except (OSError, ValueError):
        return say("a run that cannot be read")
    if {**work_of(before), "out": ""} != {**work_of(request), "out": ""}:
        return say("an unfinished run of another request")
    changed = sorted(name for name, stamp in _stamps(request).items() if stamps.get(name) != stamp)
    return say("an unfinished run of files that have changed since ({changed})", changed=changed[0]) if changed else ""


def _stamps(request: FinetuneRequest) -> fingerprint.Stamps:
    """Of scenes, chips, labels and the backbone."""
    names = [*(each.path for each in scenes_of(request)), *filter(None, [request.labels])]
    files = [file for name in names for file in fingerprint.files_of(name)]
    files += model_card.files_of(request.compute.model or model_card.DEFAULT_MODEL)
    return fingerprint.stamps(files, by_content=True)
