"""Pickles in GEO-Bench's files are read, and nothing in them is run."""

import datetime
import os
from collections import OrderedDict
from pathlib import Path
from pickle import dumps
from typing import Any

import numpy as np
import pytest
from affine import Affine
from rasterio.crs import CRS

from engine.errors import SceneError
from tests.training import geobench_writer as writer
from training.geobench import inert
from training.geobench.tasks import TASKS


class Harmful:
    """Creates a file when it is unpickled."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> Any:
        return os.mkdir, (str(self.path),)


def test_a_pickle_that_would_run_something_is_refused_and_not_run(tmp_path: Path) -> None:
    evil = tmp_path / "evil"
    for protocol in range(6):
        with pytest.raises(SceneError, match=r"mkdir, which GEO-Bench's data never hold; it was not run"):
            inert.loads(dumps({"label": 1, "x": Harmful(evil)}, protocol=protocol), "a sample")
    assert not evil.exists()


@pytest.mark.parametrize(
    "data",
    [
        b"cos\nsystem\n(S'true'\ntR.",
        b"\x80\x04\x8c\x08builtins\x8c\x04eval\x93\x8c\x011\x85R.",
        b"cbuiltins\ngetattr\n(cbuiltins\n__import__\n(S'os'\ntRS'system'\ntR(S'true'\ntR.",
        b"(S'true'\nios\nsystem\n.",
        b"cposix\nsystem\n(S'true'\ntR.",
        b"c_codecs\nencode\n(S'true'\nS'rot13'\ntR.",
        b"c__main__\nanything\n(tR.",
    ],
)
def test_known_ways_to_run_code_are_refused(data: bytes) -> None:
    with pytest.raises(SceneError, match="never hold"):
        inert.loads(data, "a sample")


def test_arrays_of_objects_are_refused_since_numpy_would_unpickle_them_itself(tmp_path: Path) -> None:
    inner = dumps(Harmful(tmp_path / "evil"))
    scalar = (
        b"cnumpy.core.multiarray\nscalar\n(cnumpy\ndtype\n(S'O8'\nI0\nI1\ntRC" + bytes([len(inner)]) + inner + b"tR."
    )
    array = dumps(np.array([Harmful(tmp_path / "evil")], dtype=object))
    for data in (scalar, array):
        with pytest.raises(SceneError, match="never hold"):
            inert.loads(data, "a sample")
    assert not (tmp_path / "evil").exists()


def test_classes_of_the_benchmark_become_stand_ins_with_their_attributes() -> None:
    with writer.classes_of_others():
        data = dumps(writer.make("dataset", "Sentinel2", name="04 - Red", wavelength=0.665))
    found = inert.loads(data, "a sample")
    assert isinstance(found, inert.StandIn)
    assert (found.named, found.name, found.wavelength) == ("geobench.dataset.Sentinel2", "04 - Red", 0.665)


@pytest.mark.parametrize("protocol", range(6))
def test_plain_values_come_back_as_they_were(protocol: int) -> None:
    values = {
        "label": np.array([0, 1, 1]), "one": np.int64(3), "large": np.arange(1000.0), "date": datetime.date(2016, 1, 1),
        "ordered": OrderedDict(a=1), "text": "é", "bytes": b"\x00\xff",
    }  # fmt: skip
    found = inert.loads(dumps(values, protocol=protocol), "a sample")
    assert found.keys() == values.keys()
    for key, value in values.items():
        assert np.array_equal(found[key], value), key
    assert found["label"].dtype == values["label"].dtype


def test_projections_and_transforms_are_stood_in_for() -> None:
    found = inert.loads(dumps([Affine(10, 0, 5, 0, -10, 7), CRS.from_epsg(32631)]), "a sample")
    assert [isinstance(each, inert.StandIn) for each in found] == [True, True]
    assert not any(isinstance(each, CRS | Affine) for each in found)


@pytest.mark.parametrize("text", ["__import__('os').system('true')", "b'\\x80' + b'x'", "b'\\x80", "[1]", "", None, 7])
def test_text_that_is_no_literal_of_bytes_is_refused(text: object) -> None:
    with pytest.raises(SceneError, match=r"expected a pickle as text|is damaged"):
        inert.loads_text(text, "a sample")


@pytest.mark.parametrize("cut", [1, 5, -1])
def test_a_damaged_pickle_is_told_in_one_line(cut: int) -> None:
    with pytest.raises(SceneError, match="the description in a sample is damaged"):
        inert.loads(dumps({"label": list(range(300))})[:cut], "a sample")


def test_a_giant_pickle_is_not_even_begun(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inert, "MOST_BYTES", 100)
    with pytest.raises(SceneError, match="at most 100 bytes"):
        inert.loads(dumps("x" * 200), "a sample")


def test_a_description_that_is_evil_stops_the_set_and_leaves_nothing_behind(tmp_path: Path) -> None:
    from training.geobench import folder

    path = writer.write(tmp_path, "m-eurosat")
    (path / "task_specs.pkl").write_bytes(dumps(Harmful(tmp_path / "evil")))
    with pytest.raises(SceneError, match="it was not run"):
        folder.opened(tmp_path, TASKS["m-eurosat"])
    assert not (tmp_path / "evil").exists()
