"""Several threads read a scene as one would; what one of them cannot read is an error."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio

from engine.errors import SceneError
from engine.inference import block_reader
from engine.scene.raster import Scene

Write = Callable[..., Path]
BLOCKS = {"tiled": True, "blockxsize": 32, "blockysize": 32, "compress": "deflate"}


@pytest.mark.parametrize("profile", [{}, BLOCKS, {**BLOCKS, "interleave": "pixel"}], ids=["rows", "blocks", "pixels"])
def test_many_threads_read_what_one_reads(write_scene: Write, profile: dict[str, Any], monkeypatch: Any) -> None:
    monkeypatch.setattr(block_reader.os, "cpu_count", lambda: 4)
    pixels = np.random.default_rng(0).integers(0, 5, (3, 200, 170)).astype(np.uint16)
    window = (64, 200), (0, 170)
    with Scene.open(write_scene(pixels, nodata=0, **profile)) as scene:
        found, valid = scene.read(*window, [1, 3])
        readers = block_reader.Readers(scene, window, 4)
        try:
            again, valid_too = readers.read(*window, [1, 3])
        finally:
            readers.close()
        assert np.array_equal(scene.read(*window, [1, 3])[0], found)  # its own file is still open
    assert np.array_equal(found, pixels[[0, 2], 64:])
    assert np.array_equal(again, found) and np.array_equal(valid_too, valid)


def test_threads_take_turns_with_one_scene(write_scene: Write) -> None:
    pixels = np.random.default_rng(0).integers(1, 5000, (3, 256, 256)).astype(np.uint16)
    rows = [((row, row + 32), (0, 256), [1, 2, 3]) for row in range(0, 256, 32)] * 8
    with Scene.open(write_scene(pixels, **BLOCKS)) as scene, ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda window: scene.read(*window)[0], rows))
    assert all(np.array_equal(one, pixels[:, top:bottom]) for one, ((top, bottom), *_) in zip(found, rows, strict=True))


def test_a_damaged_block_is_an_error_whoever_reads_it(write_scene: Write, monkeypatch: Any) -> None:
    """GDAL's own threads would make rubbish of it."""
    monkeypatch.setattr(block_reader.os, "cpu_count", lambda: 4)
    path = write_scene(np.random.default_rng(0).integers(0, 5000, (1, 128, 128)).astype(np.uint16), **BLOCKS)
    with rasterio.open(path) as file:
        start = int(file.get_tag_item("BLOCK_OFFSET_3_2", "TIFF", bidx=1))
    with path.open("r+b") as file:
        file.seek(start)
        file.write(bytes(100))
    with Scene.open(path) as scene:
        readers = block_reader.Readers(scene, ((0, 128), (0, 128)), 4)
        try:
            readers.read((0, 64), (0, 128), [1])
            with pytest.raises(SceneError, match="rows"):
                readers.read((64, 96), (0, 128), [1])
        finally:
            readers.close()
