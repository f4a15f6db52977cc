"""A file of tensors is complete or the one before, also where several processes write it."""

from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import load_file

from engine.errors import OutputError
from training import tensor_file


def test_two_processes_can_write_one_file_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written, path = tensor_file.save_file, tmp_path / "axes.safetensors"

    def meanwhile(tensors: Any, part: Path, metadata: Any) -> None:
        written(tensors, part, metadata)
        with monkeypatch.context() as other:
            other.setattr(tensor_file.os, "getpid", lambda: 7)
            other.setattr(tensor_file, "save_file", written)
            tensor_file.save({"x": torch.ones(1)}, path, shared=True)

    monkeypatch.setattr(tensor_file, "save_file", meanwhile)
    tensor_file.save({"x": torch.zeros(1)}, path, shared=True)
    assert load_file(path)["x"] == 0
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def test_a_disk_that_fails_below_safetensors_is_one_clear_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise tensor_file.SafetensorError("I/O error: No space left on device")

    monkeypatch.setattr(tensor_file, "save_file", full)
    with pytest.raises(OutputError, match="x could not be written: I/O error"):
        tensor_file.save({"x": torch.zeros(1)}, tmp_path / "x")
