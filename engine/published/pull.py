"""From a published file to a model folder: fetched or taken from a folder, its digest compared, converted, checked.

Whether the user accepts the licence is for the caller to ask, before.
"""

import hashlib
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from filelock import FileLock, Timeout
from torch import Tensor

from engine.errors import DownloadError, ModelError, OutputError, RequestError
from engine.model import model_card, model_folder
from engine.model.config import ModelConfig
from engine.model.dofa import RADAR_UM
from engine.model.ofa import OFA
from engine.progress import Report
from engine.published.catalogue import PublishedModel
from engine.published.conversion import converted
from engine.published.download import fetch, need_room
from engine.sensors.statistics import GALILEO

READS = {
    "dofa": (
        "any bands",
        "Any bands with a wavelength, 418 to 2445 nm in pre-training, or a radar polarisation, which counts as "
        f"{RADAR_UM} um, in any order. Z-scores by each band's mean and deviation over the scene itself, 0 where "
        "invalid.",
    ),
    "galileo": (
        "Sentinel-1 and Sentinel-2",
        f"Any of {', '.join(GALILEO)}, in any order; other bands are passed over. Z-scores by the mean and "
        "deviation that its authors publish (reflectance, decibels), 0 where invalid.",
    ),
}
"""Kind of embedding -> what a model takes: its name and a description, for the card."""
CHANGES = {
    "dofa": "tensors renamed, positions of the cls token added to it, stored as safetensors",
    "galileo": "tensors renamed; queries, keys and values joined; parts for other inputs left out; stored as "
    "safetensors",
}
"""Kind of embedding -> what was changed about the published weights."""


@dataclass(frozen=True)
class Pulled:
    """A model folder that is whole.

    Attributes:
        folder: where it is.
        new: it was not there before.
        trusted: the digest of the download if it was not known beforehand; None if it was compared.
    """

    folder: Path
    new: bool
    trusted: str | None = None


def is_here(published: PublishedModel, root: Path) -> bool:
    """Whether its folder is there and whole, and its card says of the model what is known of it now."""
    folder = root / published.name
    try:
        whole = folder.is_dir() and model_folder.check(folder) is not None
        return whole and ModelConfig.from_dict(model_card.read_card(folder)["ofa"]["config"]) == published.config
    except ModelError:
        return False


def pull(published: PublishedModel, root: Path, offline: Path | None, report: Report) -> Pulled:
    """Have a published model in a folder of models; nothing is done where it is there and whole.

    A damaged folder is replaced, by the same download or none.

    Args:
        published: which model.
        root: the folder of models.
        offline: a folder that holds the published file; None: the network.
        report: progress; an exception that it raises ends the pull, and the next one resumes the download.

    Raises:
        DownloadError: see `fetch`; or a file whose digest is not the expected one.
        ModelError: a file that does not hold this model.
        OutputError: no room, or a folder that cannot be written.
        RequestError: another pull of this model is under way, or the file is not in `offline`.
    """
    if is_here(published, root):
        return Pulled(root / published.name, new=False)
    try:
        root.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"cannot make the folder {root}: {error.strerror}", "give another to --out") from error
    lock = root / f".{published.name}.lock"
    try:
        held = FileLock(lock).acquire(timeout=0)
    except OSError as error:  # `Timeout` is one, and comes as well where no file can be made
        if isinstance(error, Timeout) and lock.exists():
            raise RequestError(f"{published.name} is being pulled already", "wait, or end the other one") from error
        raise OutputError(f"the folder {root} cannot be written", "give another to --out") from error
    with held:
        return _pull(published, root, offline, report)


def _pull(published: PublishedModel, root: Path, offline: Path | None, report: Report) -> Pulled:
    file = (root if offline is None else offline) / published.file_name
    if offline is None:
        need_room(root, 2 * (published.size_bytes or 0))  # the download, and what it is converted to
        if not file.is_file():
            fetch(published.url, file, published.size_bytes, report)
    elif not file.is_file():
        raise RequestError(
            f"expected {published.file_name} in {offline}; it is not there", f"fetch it from {published.url}"
        )
    report(0, 1, "comparing the digest")
    found = digest(file)
    expected = published.sha256 or _recorded(root / published.name)
    if expected not in (None, found):
        if offline is None:
            file.unlink()  # so that the next pull starts again
        raise DownloadError(
            f"{published.file_name} is not the published one: expected sha256 {expected}; found {found}",
            "pull it again; if that does not help, do not use it"
            if offline is None
            else f"fetch it from {published.url}",
        )
    report(0, 1, "converting")
    try:
        model = converted(_tensors(file), published.mapping, published.config)
    except ModelError:
        if offline is None:
            file.unlink()  # no digest was known: a proxy's page, say; the next pull must not meet it again
        raise
    folder = _saved(model, published, found, root)
    if offline is None:
        del model  # its tensors may still be read from the file
        file.unlink(missing_ok=True)
    return Pulled(folder, new=True, trusted=None if expected else found)


def digest(file: Path) -> str:
    """SHA-256 of a file, in hexadecimal digits."""
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _tensors(file: Path) -> dict[str, Tensor]:
    """The tensors of a published file, read by torch's reader for weights, which runs no code of the file."""
    try:
        found = torch.load(file, map_location="cpu", weights_only=True)
    except Exception as error:  # whatever a broken or hostile file makes it raise
        first = " ".join(str(error).split())[:160]
        raise ModelError(f"{file} does not hold weights that can be read safely: {first}", "pull it again") from error
    if not isinstance(found, dict) or not all(isinstance(value, Tensor) for value in found.values()):
        raise ModelError(f"expected tensors by name in {file}; found something else", "take the published file")
    return found


def _saved(model: OFA, published: PublishedModel, sha256: str, root: Path) -> Path:
    """The model folder, there all at once; one that is there is replaced."""
    folder, stage = root / published.name, root / f".{published.name}.part"
    try:
        shutil.rmtree(stage, ignore_errors=True)
        model_folder.save(model, card(model, published, sha256), stage)
        shutil.rmtree(folder, ignore_errors=True)
        stage.replace(folder)
    except OSError as error:
        raise OutputError(
            f"cannot write the model folder {folder}: {error.strerror or error}", "make room there"
        ) from error
    finally:
        shutil.rmtree(stage, ignore_errors=True)
    return folder


def card(model: OFA, published: PublishedModel, sha256: str) -> dict[str, Any]:
    """The card of a model with published weights; `model_folder.save` adds the rest."""
    licence = published.licence
    parameters = sum(value.numel() for value in model.state_dict().values())
    return {
        "mlm:architecture": published.architecture,
        "mlm:name": published.name,
        "mlm:tasks": ["semantic-segmentation", "similarity-search"],
        "mlm:pretrained": True,
        "mlm:pretrained_source": published.pretrained_on,
        "mlm:total_parameters": parameters,
        "mlm:memory_size": 4 * parameters,
        "mlm:input": [_input(model)],
        "mlm:output": [_dense(model)],
        "license": licence.id,
        "licence": {"title": licence.title, "url": licence.url, "holder": licence.holder},
        "citation": licence.citation,
        "changes": CHANGES[model.config.embedding],
        "source": {
            "repository": published.repository,
            "revision": published.revision,
            "file": published.file,
            "url": published.url,
            "sha256": model_card.DIGEST + sha256,
            "digest_known": published.sha256 is not None,
        },
    }


def _input(model: OFA) -> dict[str, Any]:
    name, description = READS[model.config.embedding]
    return {
        "name": name,
        "description": description,
        "bands": [],
        "input": {"shape": [-1] * 4, "dim_order": ["batch", "channel", "height", "width"], "data_type": "float32"},
    }


def _dense(model: OFA) -> dict[str, Any]:
    side, blocks = model.patch_px, ", ".join(map(str, model.depths))
    return {
        "name": "dense",
        "description": f"Features of every token of {side} x {side} pixels after blocks {blocks}, each layer-normed",
        "tasks": ["semantic-segmentation", "similarity-search"],
        "result": {
            "shape": [-1, model.feature_dim, -1, -1],
            "dim_order": ["batch", "channel", "height", "width"],
            "data_type": "float32",
        },
    }


def _recorded(folder: Path) -> str | None:
    """The digest of the download from which a folder was made, if there is such a folder."""
    try:
        recorded: str | None = model_card.read_card(folder).get("source", {}).get("sha256")
    except ModelError:
        return None
    return recorded and recorded.removeprefix(model_card.DIGEST)
