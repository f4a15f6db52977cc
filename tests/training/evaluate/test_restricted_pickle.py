"""Pickles in GEO-Bench's files are read, and nothing in them is run."""

import datetime
import os
from collections import OrderedDict
from pathlib import Path
from pickle import dumps
from typing import Any

import h5py
import numpy as np
import pytest
from affine import Affine
from rasterio.crs import CRS

from engine.errors import SceneError
from tests.training.evaluate import geobench_writer as writer
from training.evaluate.datasets import geobench_v1, restricted_pickle
from training.evaluate.datasets.geobench_tasks import TASKS


def loads(data: bytes) -> Any:
    """What is in a pickle that is written as GEO-Bench does it."""
    return restricted_pickle.loads_text(str(data), "a sample")


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
            loads(dumps({"label": 1, "x": Harmful(evil)}, protocol=protocol))
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
        loads(data)


def test_arrays_of_objects_are_refused_since_numpy_would_unpickle_them_itself(tmp_path: Path) -> None:
    inner = dumps(Harmful(tmp_path / "evil"))
    scalar = (
        b"cnumpy.core.multiarray\nscalar\n(cnumpy\ndtype\n(S'O8'\nI0\nI1\ntRC" + bytes([len(inner)]) + inner + b"tR."
    )
    array = dumps(np.array([Harmful(tmp_path / "evil")], dtype=object))
    for data in (scalar, array):
        with pytest.raises(SceneError, match="never hold"):
            loads(data)
    assert not (tmp_path / "evil").exists()


def test_objects_of_known_classes_are_dropped_and_what_stands_beside_them_is_read() -> None:
    with writer.class_of_others() as kind:
        band = kind()
        band.name = "04 - Red"
        data = dumps({"label": 3, "04 - Red": [band, Affine(10, 0, 5, 0, -10, 7), CRS.from_epsg(32631)]})
    found = loads(data)
    assert found["label"] == 3
    assert {type(each) for each in found["04 - Red"]} == {restricted_pickle._StandIn}
    assert not any(each.__dict__ for each in found["04 - Red"])


@pytest.mark.parametrize("protocol", range(6))
def test_plain_values_come_back_as_they_were(protocol: int) -> None:
    values = {
        "label": np.array([0, 1, 1]), "one": np.int64(3), "large": np.arange(1000.0), "date": datetime.date(2016, 1, 1),
        "ordered": OrderedDict(a=1), "text": "é", "bytes": b"\x00\xff",
    }  # fmt: skip
    found = loads(dumps(values, protocol=protocol))
    assert found.keys() == values.keys()
    for key, value in values.items():
        assert np.array_equal(found[key], value), key
    assert found["label"].dtype == values["label"].dtype


@pytest.mark.parametrize("text", ["__import__('os').system('true')", "b'\\x80' + b'x'", "b'\\x80", "[1]", "", None, 7])
def test_text_that_is_no_literal_of_bytes_is_refused(text: object) -> None:
    with pytest.raises(SceneError, match=r"expected a pickle as text|is damaged"):
        restricted_pickle.loads_text(text, "a sample")


@pytest.mark.parametrize("cut", [1, 5, -1])
def test_a_damaged_pickle_is_told_in_one_line(cut: int) -> None:
    with pytest.raises(SceneError, match="the description in a sample is damaged"):
        loads(dumps({"label": list(range(300))})[:cut])


def test_a_giant_pickle_is_not_even_begun(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(restricted_pickle, "MOST_CHARACTERS", 100)
    with pytest.raises(SceneError, match="at most 100 characters"):
        loads(dumps("x" * 200))


def test_a_sample_that_is_evil_is_refused_and_leaves_nothing_behind(tmp_path: Path) -> None:
    path = writer.write(tmp_path, "m-eurosat")
    labelled = geobench_v1.opened(tmp_path, TASKS["m-eurosat"])
    name = labelled.splits["train"][0]
    with h5py.File(path / f"{name}.hdf5", "a") as file:
        file.attrs["pickle"] = str(dumps({"label": Harmful(tmp_path / "evil")}))
    with pytest.raises(SceneError, match="it was not run"):
        labelled.read(name)
    assert not (tmp_path / "evil").exists()
