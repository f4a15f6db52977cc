"""Each of the twelve tasks of GEO-Bench v1, read from a small set in its exact layout."""

import json
from pathlib import Path
from typing import Any

import h5py
import numpy as np
import pytest
import torch

from engine.errors import BandError, EngineError, LabelError, RequestError, SceneError, UnitError
from tests.training.evaluate import geobench_writer as writer
from training.evaluate.datasets import geobench_v1
from training.evaluate.datasets.geobench_tasks import TASKS, GeoBenchTask
from training.evaluate.datasets.labelled_set import SPLITS, LabelledSet
from training.evaluate.reader import Reader

CPU = torch.device("cpu")
pytestmark = pytest.mark.usefixtures("one_thread")
EVERY = pytest.mark.parametrize("task", TASKS.values(), ids=list(TASKS))


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """GEO-Bench's folder with all twelve sets, small."""
    path = tmp_path_factory.mktemp("geobench")
    for name in TASKS:
        writer.write(path, name)
    return path


def opened(root: Path, name: str, partition: str = "default") -> LabelledSet:
    return geobench_v1.opened(root, TASKS[name], partition)


@EVERY
def test_every_sample_of_every_task_is_read_as_z_scores_of_the_sets_own_statistics(
    root: Path, task: GeoBenchTask
) -> None:
    labelled = geobench_v1.opened(root, task)
    (view,) = labelled.views
    assert {split: len(names) for split, names in labelled.splits.items()} == writer.SPLITS
    for split in SPLITS:
        (chip,), valid, target = batch_of(labelled, split)
        count, side = len(labelled.splits[split]), task.side_px
        assert chip.x_BCHW.shape == (count, len(view.bands), side, side)
        assert (chip.bands, chip.gsd_m, chip.modality) == (view.bands, task.gsd_m, view.modality)
        assert valid.all()
        shape = {"classification": (count,), "multilabel": (count, task.classes)}
        assert target.shape == shape.get(task.kind, (count, side, side))
        assert target.dtype == (torch.bool if task.kind == "multilabel" else torch.int64)
        assert 0 <= int(target.min()) <= int(target.max()) < task.classes
        if split == "train":
            assert chip.x_BCHW.mean((0, 2, 3)).abs().max() < 1e-3
            assert (chip.x_BCHW.std((0, 2, 3)) - 1).abs().max() < 1e-2


@EVERY
def test_every_band_is_what_its_key_really_holds(root: Path, task: GeoBenchTask) -> None:
    labelled = geobench_v1.opened(root, task)
    (view,) = labelled.views
    if task.sensor != "sentinel-2" or writer.DTYPES[task.name] is np.uint8:
        assert {band.name for band in view.bands} == set(task.bands.values())
        return
    pixels_NCHW = np.stack([labelled.read(name).pixels[0] for name in labelled.splits["train"]])
    assert view.mean_C == pytest.approx(pixels_NCHW.mean((0, 2, 3)), rel=1e-3)
    assert_levels(labelled)


def assert_levels(labelled: LabelledSet) -> None:
    """Each band is about as bright as its name says."""
    (view,) = labelled.views
    for band, mean in zip(view.bands, view.mean_C, strict=True):
        assert 0.4 < mean / writer.LEVELS[band.name] < 1.6, band.name


def batch_of(labelled: LabelledSet, split: str, side_px: int | None = None):
    """All samples of a split."""
    reader = Reader(labelled, labelled.splits[split], side_px)
    return reader.chips(range(len(reader)), CPU)


def test_labels_are_those_that_were_written(root: Path, tmp_path: Path) -> None:
    labelled = opened(root, "m-so2sat")
    numbers = range(1, 1 + writer.SPLITS["train"])
    assert [int(labelled.read(name).label) for name in labelled.splits["train"]] == [n * 7 % 17 for n in numbers]
    several = opened(root, "m-bigearthnet")
    first = several.read(several.splits["train"][0]).label
    assert first.tolist() == [(1 + each) % 3 == 0 for each in range(43)]
    pixels = opened(root, "m-chesapeake")
    label_HW = pixels.read(pixels.splits["train"][0]).label
    assert np.array_equal(label_HW, (np.indices((256, 256)).sum(0) // 16 + 1) % 7)


@pytest.mark.parametrize("fraction", writer.FRACTIONS)
def test_partitions_hold_a_share_of_the_training_samples(root: Path, fraction: str) -> None:
    labelled = opened(root, "m-eurosat", f"{fraction}x")
    assert len(labelled.splits["train"]) == max(2, round(float(fraction) * writer.SPLITS["train"]))
    assert len(labelled.splits["test"]) == writer.SPLITS["test"]


def test_an_unknown_partition_is_told_with_those_there_are(root: Path) -> None:
    with pytest.raises(RequestError, match=r"no partition '0.3x' .* it has 0.01x_train, .*, default"):
        opened(root, "m-eurosat", "0.3x")


@pytest.mark.parametrize(("name", "says"), [("m-eurosat", "'12 - SWIR' holds B8A"),
                                            ("m-brick-kiln", "'08 - NIR' holds B08")])  # fmt: skip
def test_the_published_defects_are_corrected_and_noted(root: Path, name: str, says: str) -> None:
    (told,) = [text for text in opened(root, name).notes if "defect" in text]
    assert told.startswith(f"the published defect of {name} is corrected")
    assert says in told
    names = [band.name for band in opened(root, name).views[0].bands]
    assert len(set(names)) == len(names) == (13 if name == "m-eurosat" else 10)


@pytest.mark.parametrize("name", ["m-eurosat", "m-brick-kiln"])
def test_a_copy_without_the_defect_is_read_as_its_keys_say(tmp_path: Path, name: str) -> None:
    writer.write(tmp_path, name, mended=True)
    labelled = opened(tmp_path, name)
    assert any("this copy lacks the published defect" in text for text in labelled.notes)
    assert {band.name for band in labelled.views[0].bands} == set(TASKS[name].bands.values())
    assert_levels(labelled)


def test_what_no_model_reads_is_left_out_with_the_reason(root: Path) -> None:
    expected = {
        "m-so2sat": "01 - VH.Real is left out: a part of a complex number, which no model reads",
        "m-SA-crop-type": "Cloud Probability is left out: a probability, not a measurement of light",
        "m-NeonTree": "Neon is left out: another size than the rest",
    }
    for name, note in expected.items():
        assert note in opened(root, name).notes


RED = "04 - Red"


@pytest.mark.parametrize(
    ("changed", "error", "says"),
    [
        ({RED: None}, UnitError, RED),
        ({RED: 3}, UnitError, "expected mean, std and max of '04 - Red'"),
        ({RED: {"mean": 1.0, "max": 2.0}}, UnitError, RED),
        ({RED: {"mean": 1.0, "max": 2.0, "std": float("nan")}}, UnitError, RED),
        ({RED: {"mean": 1.0, "max": 2.0, "std": 0.0}}, UnitError, RED),
        ({f"{RED}_2016-01-01": {}, f"{RED}_2017-01-01": {}}, UnitError, "of each band once"),
        ({"02 - Blue": {"mean": 1.0, "max": 2.0, "std": 1.0}}, BandError, "to be cirrus, under key 09 or 10"),
    ],
)
def test_statistics_that_are_missing_or_odd_are_an_error_never_a_default(
    tmp_path: Path, changed: dict[str, object], error: type[EngineError], says: str
) -> None:
    path = writer.write(tmp_path, "m-eurosat") / "band_stats.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), **changed}))
    with pytest.raises(error, match=says):
        opened(tmp_path, "m-eurosat")


def test_a_band_of_unknown_wavelength_is_an_error(tmp_path: Path) -> None:
    path = writer.write(tmp_path, "m-pv4ger")
    for sample in path.glob("*.hdf5"):
        with h5py.File(sample, "a") as file:
            file["Thermal"] = file["Red"][()]
    with pytest.raises(BandError, match="the wavelength of Thermal in m-pv4ger is not known"):
        opened(tmp_path, "m-pv4ger")


@pytest.mark.parametrize(
    ("name", "damage", "error", "says"),
    [
        ("m-eurosat", lambda file: file.__delitem__("02 - Blue"), BandError, "missing: 02 - Blue"),
        ("m-eurosat", lambda file: file.attrs.__delitem__("pickle"), SceneError, "expected a pickle as text"),
        ("m-nz-cattle", lambda file: file.create_dataset("Red_2018-01-01", data=np.zeros((500, 500))), SceneError,
         "one date in each sample"),
        ("m-eurosat", lambda file: file.create_group("extra"), SceneError, "cannot read .*id_1.hdf5"),
        ("m-eurosat", lambda file: replaced(file, "04 - Red", np.full((64, 64), b"text")), SceneError,
         "cannot read .*id_1.hdf5"),
        ("m-eurosat", lambda file: resized(file, 65), SceneError, "expected samples of 64 pixels"),
        ("m-nz-cattle", lambda file: replaced(file, "label_2015-01-01", np.zeros((400, 500))), SceneError,
         r"expected \(500, 500\) pixels in .*; found \(400, 500\)"),
        ("m-nz-cattle", lambda file: file.__delitem__("label_2015-01-01"), LabelError, "one label"),
        ("m-nz-cattle", lambda file: file["label_2015-01-01"].__setitem__((0, 0), 2), LabelError, "classes from 0"),
    ],
)  # fmt: skip
def test_damage_is_told_in_one_line(tmp_path: Path, name: str, damage, error: type[EngineError], says: str) -> None:
    path = writer.write(tmp_path, name)
    first = path / f"{json.loads((path / 'default_partition.json').read_text())['train'][0]}.hdf5"
    with h5py.File(first, "a") as file:
        damage(file)
    with pytest.raises(error, match=says):
        labelled = opened(tmp_path, name)
        labelled.read(labelled.splits["train"][0])


def replaced(file: h5py.File, key: str, data) -> None:
    del file[key]
    file[key] = data


def resized(file: h5py.File, side: int) -> None:
    for key in list(file):
        replaced(file, key, np.zeros((side, side)))


def test_a_later_sample_of_another_size_is_told(tmp_path: Path) -> None:
    path = writer.write(tmp_path, "m-eurosat")
    labelled = opened(tmp_path, "m-eurosat")
    with h5py.File(path / f"{labelled.splits['test'][2]}.hdf5", "a") as file:
        resized(file, 32)
    with pytest.raises(SceneError, match=r"expected \(64, 64\) pixels in sample id_12 .*; found \(32, 32\)"):
        batch_of(labelled, "test")


@pytest.mark.parametrize(
    ("splits", "error", "says"),
    [
        ({"train": None, "valid": ["id_1"], "test": ["id_2"]}, SceneError, "lists of samples"),
        ({"train": "id_1", "valid": ["id_1"], "test": ["id_2"]}, SceneError, "lists of samples"),
        ({"train": ["id_1"], "valid": ["id_2"]}, RequestError, "found none for test"),
    ],
)
def test_a_partition_that_holds_something_else_is_told(
    tmp_path: Path, splits: dict[str, Any], error: type[EngineError], says: str
) -> None:
    with pytest.raises(error, match=says):
        opened_of(tmp_path, splits)


def test_samples_that_are_learnt_from_and_scored_are_told(tmp_path: Path) -> None:
    """The excerpts that lie in the benchmark's own repository have the same samples in all three parts."""
    assert not any("also in train" in text for text in opened_of(tmp_path / "own", None).notes)
    notes = opened_of(tmp_path / "same", {"train": ["id_1", "id_2"], "valid": ["id_3"], "test": ["id_2", "id_4"]}).notes
    assert notes[0].startswith("1 of 2 samples of test are also in train")


def opened_of(root: Path, splits: dict[str, Any] | None) -> LabelledSet:
    path = writer.write(root, "m-eurosat")
    if splits:
        (path / "default_partition.json").write_text(json.dumps(splits))
    return opened(root, "m-eurosat")


def test_pixels_without_a_label_are_marked_and_not_a_class(tmp_path: Path) -> None:
    path = writer.write(tmp_path, "m-chesapeake")
    for sample in path.glob("*.hdf5"):
        with h5py.File(sample, "a") as file:
            file["label"][:10] = 255
    labelled = opened(tmp_path, "m-chesapeake")
    _, _, target = batch_of(labelled, "train", side_px=64)
    assert (target[0, :2] == -1).all()
    assert (target[0, 4:] >= 0).all()


def test_a_set_is_found_from_inside_its_folder(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root / "classification_v1.0" / "m-eurosat")
    assert opened(Path(), "m-eurosat").name == "m-eurosat"


def test_a_missing_sample_or_set_is_told(tmp_path: Path) -> None:
    with pytest.raises(RequestError, match=r"expected m-pv4ger as .*classification_v1.0/m-pv4ger"):
        opened(tmp_path, "m-pv4ger")
    path = writer.write(tmp_path, "m-pv4ger")
    labelled = opened(tmp_path, "m-pv4ger")
    (path / f"{labelled.splits['test'][0]}.hdf5").unlink()
    with pytest.raises(SceneError, match="cannot read"):
        batch_of(labelled, "test")


def test_chips_keep_their_place_on_the_ground_when_they_are_resized(root: Path) -> None:
    labelled = opened(root, "m-forestnet")
    reader = Reader(labelled, labelled.splits["train"], side_px=166)
    (chip,), *_ = reader.chips([0, 1], CPU)
    assert chip.gsd_m == 30
    assert chip.x_BCHW.shape[2:] == (166, 166)
    (crop,), _ = reader.crops([0, 1, 2, 3], np.random.default_rng(0), CPU)
    sides_m = np.array(crop.gsds_m) * 166
    assert ((sides_m >= 0.8**0.5 * 332 * 15 * 0.93) & (sides_m <= 332 * 15)).all()
    assert len(set(crop.gsds_m)) > 1
