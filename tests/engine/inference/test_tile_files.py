"""Tiles on disk: within bounds, and nothing breaks where they cannot be kept."""

import os
from pathlib import Path

import pytest
import torch

from engine.inference import tile_files
from engine.inference.tile_files import TileFiles

MIB = 1 << 20
TILE = {"deep": torch.arange(MIB // 4, dtype=torch.float32).reshape(4, -1).T}  # 1 MiB, not contiguous


@pytest.fixture(autouse=True)
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Where they go."""
    monkeypatch.setattr(tile_files, "_folder", lambda: tmp_path / "tiles")
    return tmp_path / "tiles"


def test_what_is_put_comes_back_to_the_bit_for_the_same_identity_only() -> None:
    TileFiles("a").put(("tile", 3, 4), TILE)
    found = TileFiles("a").get(("tile", 3, 4))
    assert found is not None and torch.equal(found["deep"], TILE["deep"])
    assert TileFiles("a").get(("tile", 4, 3)) is None
    assert TileFiles("b").get(("tile", 3, 4)) is None


def test_only_tiles_are_kept(folder: Path) -> None:
    files = TileFiles("a")
    for key in (("pixels", 0, 0), 7, "tile"):
        files.put(key, TILE)
        assert files.get(key) is None
    assert not folder.exists()


def test_a_scene_is_kept_as_far_as_there_is_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tile_files, "SCENE_BYTES", 5 * MIB // 2)
    for identity in ("a", "a"):  # the second time counts what the first has left
        files = TileFiles(identity)
        for col in range(4):
            files.put(("tile", 0, col), TILE)
    assert [files.get(("tile", 0, col)) is not None for col in range(4)] == [True, True, False, False]


def test_scenes_not_looked_at_for_longest_go_first(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tile_files, "OTHERS_BYTES", 5 * MIB // 2)
    for age, identity in enumerate("abc"):
        TileFiles(identity).put(("tile", 0, 0), TILE)
        newest = max(folder.iterdir(), key=lambda each: each.stat().st_mtime_ns)
        os.utime(newest, ns=(age * 10**9, age * 10**9))
    TileFiles("a")  # is used again: now b is the oldest
    TileFiles("d").put(("tile", 0, 0), TILE)
    kept = [TileFiles(identity).get(("tile", 0, 0)) is not None for identity in "dcab"]
    assert kept == [True, True, True, False]


def test_a_folder_that_cannot_be_written_is_no_fault(folder: Path) -> None:
    folder.write_text("a file is in the way")
    files = TileFiles("a")
    files.put(("tile", 0, 0), TILE)
    assert files.get(("tile", 0, 0)) is None
