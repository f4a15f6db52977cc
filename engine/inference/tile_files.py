"""Features of tiles on disk, so that a scene that is looked at again after a restart runs no tile twice.

They may go at any time: what cannot be read is computed again, and what cannot be written is not kept. For one thread.
"""

import os
import shutil
from collections.abc import Hashable
from hashlib import sha256
from pathlib import Path

from safetensors import SafetensorError
from safetensors.torch import load_file, save_file
from torch import Tensor

from engine.user_folders import cache_folder

SCENE_BYTES = 256 << 20
"""Of one scene: four screens of `ofa-tiny`, 0.6 MB a tile."""
OTHERS_BYTES = 256 << 20
"""Of all scenes that were looked at before."""
KIND = "tile"  # first of the keys of what is kept here


class TileFiles:
    """What was computed of one scene, by one model.

    Args:
        identity: of all that features depend on; of another one nothing is found.
    """

    def __init__(self, identity: str) -> None:
        self._folder = _folder() / sha256(identity.encode()).hexdigest()[:32]
        try:
            if self._folder.is_dir():
                os.utime(self._folder)
            self._left_bytes = SCENE_BYTES - _size(self._folder)
            _make_room(self._folder)
        except OSError:
            self._left_bytes = 0

    def get(self, key: Hashable) -> dict[str, Tensor] | None:
        """What is kept under `key`, if it is still there and whole."""
        path = self._path(key)
        try:
            return load_file(path) if path and path.is_file() else None
        except (OSError, SafetensorError):
            return None

    def put(self, key: Hashable, tensors: dict[str, Tensor]) -> None:
        """Keep these if there is room for them."""
        path, size = self._path(key), sum(tensor.nbytes for tensor in tensors.values())
        if not path or size > self._left_bytes:
            return
        part = path.with_suffix(f".{os.getpid()}.part")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            save_file({name: tensor.contiguous() for name, tensor in tensors.items()}, part)
            part.replace(path)
            self._left_bytes -= size
        except (OSError, SafetensorError):  # the disk is full, or the folder may not be written
            self._left_bytes = 0

    def _path(self, key: Hashable) -> Path | None:
        if not isinstance(key, tuple) or key[0] != KIND:
            return None
        return self._folder / f"{'_'.join(map(str, key[1:]))}.safetensors"


def _folder() -> Path:
    return cache_folder() / "tiles"


def _size(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.glob("*"))


def _make_room(own: Path) -> None:
    """Delete the scenes not looked at for longest where all but `own` are too many."""
    others = sorted((folder.stat().st_mtime, folder) for folder in _folder().glob("*") if folder != own)
    held = {folder: _size(folder) for _, folder in others}
    total = sum(held.values())
    for _, folder in others:
        if total <= OTHERS_BYTES:
            return
        total -= held[folder]
        shutil.rmtree(folder, ignore_errors=True)
