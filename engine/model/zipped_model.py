"""A model folder in one zip, as people pass it on. Standard library only.

Of a zip that comes from anywhere, two files are read, by the ends of their names, into a folder of the user's cache.
No name in it decides where anything is written.
"""

import hashlib
import shutil
import tempfile
import zipfile
import zlib
from contextlib import suppress
from pathlib import Path, PurePosixPath

from engine.errors import ModelError
from engine.user_folders import cache_folder
from engine.words import say

CARD, WEIGHTS = "card.json", "weights.safetensors"
ENDING = ".zip"
LARGEST_BYTES = {CARD: 16 << 20, WEIGHTS: 8 << 30}
"""What a card, and weights in any precision, never reach: beyond it a zip is a trap."""
MOMENT = (1980, 1, 1, 0, 0, 0)  # of files in a zip, so that the same model is the same zip


def is_zip(name: str) -> bool:
    """Whether a name is that of a zip that is there."""
    return name.lower().endswith(ENDING) and Path(name).expanduser().is_file()


def unpacked(path: Path) -> Path:
    """The model folder in a zip: kept in the cache, so that each content is unpacked once.

    Raises:
        ModelError: it holds no model folder or several, is damaged, or cannot be unpacked.
    """
    try:
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        folder = cache_folder() / "unpacked-models" / digest[:32]
        if not (folder / CARD).is_file():
            folder.parent.mkdir(parents=True, exist_ok=True)
            with zipfile.ZipFile(path) as file, tempfile.TemporaryDirectory(dir=folder.parent) as made:
                for name, member in _members(file, path).items():
                    with file.open(member) as packed, (Path(made) / name).open("wb") as plain:
                        shutil.copyfileobj(packed, plain)
                whole = Path(made) / "whole"
                whole.mkdir()
                for name in (WEIGHTS, CARD):
                    with suppress(FileNotFoundError):  # a model of random weights has none
                        (Path(made) / name).replace(whole / name)
                with suppress(OSError):  # another process was quicker
                    whole.replace(folder)
        return folder
    except (OSError, zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError) as error:
        raise ModelError(
            "the zip {path} cannot be unpacked: {reason}", "copy it again", path=path, reason=error
        ) from error


def _members(file: zipfile.ZipFile, path: Path) -> dict[str, zipfile.ZipInfo]:
    """What to unpack, by what it will be called."""
    files = [(PurePosixPath(info.filename), info) for info in file.infolist() if not info.is_dir()]
    cards = [name for name, _ in files if name.name == CARD]
    if len(cards) != 1:
        raise ModelError(
            "expected one model folder in {path}: {card} and {weights}; found {count}",
            "zip the folder of one model",
            path=path,
            card=CARD,
            weights=WEIGHTS,
            count=len(cards),
        )
    found = {name.name: info for name, info in files if name.parent == cards[0].parent and name.name in LARGEST_BYTES}
    for name, info in found.items():
        if info.file_size > LARGEST_BYTES[name]:
            raise ModelError(
                say("{name} in {path} is larger than that of any model", name=name, path=path), "take another file"
            )
    return found


def pack(folder: Path, path: Path, name: str) -> None:
    """Write a model folder as a zip, in which it is called `name`; the same folder gives the same bytes."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for inner in (CARD, WEIGHTS):
            if (folder / inner).is_file():
                file.writestr(zipfile.ZipInfo(f"{name}/{inner}", MOMENT), (folder / inner).read_bytes())
