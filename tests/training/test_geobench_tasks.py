"""Each of the twelve tasks of GEO-Bench v1, read from a small set in its exact layout."""

import json
from pathlib import Path

import h5py
import numpy as np
import pytest
import torch

from engine.errors import BandError, EngineError, LabelError, RequestError, SceneError, UnitError
from tests.training import geobench_writer as writer
from training.geobench import folder
from training.geobench.chips import Chips
from training.geobench.labelled import SPLITS, Labelled
from training.geobench.tasks import TASKS, Task

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


def opened(root: Path, name: str, partition: str = "default") -> Labelled:
    return folder.opened(root, TASKS[name], partition)


@EVERY
def test_every_sample_of_every_task_is_read(root: Path, task: Task) -> None:
    labelled = folder.opened(root, task)
    assert {split: len(names) for split, names in labelled.splits.items()} == writer.SPLITS
    for split in SPLITS:
        chips = Chips(labelled, split)
        chip, valid, target = chips.batch(range(len(chips)), CPU)
        count, side = len(chips), task.side_px
        assert chip.x_BCHW.shape == (count, len(labelled.bands), side, side)
        assert chip.bands == labelled.bands
        assert (chip.gsd_m, chip.modality) == (task.gsd_m, labelled.modality)
        assert valid.all()
        shape = {"classification": (count,), "multilabel": (count, task.classes)}
        assert target.shape == shape.get(task.kind, (count, side, side))
        assert target.dtype == (torch.bool if task.kind == "multilabel" else torch.int64)
        assert 0 <= int(target.min()) <= int(target.max()) < task.classes


@EVERY
def test_pixels_become_z_scores_of_the_sets_own_statistics(root: Path, task: Task) -> None:
    chip, _, _ = Chips(folder.opened(root, task), "train").batch(range(writer.SPLITS["train"]), CPU)
    assert chip.x_BCHW.mean((0, 2, 3)).abs().max() < 1e-3
    assert (chip.x_BCHW.std((0, 2, 3)) - 1).abs().max() < 1e-2


@EVERY
def test_every_band_is_what_its_key_really_holds(root: Path, task: Task) -> None:
    if task.sensor != "sentinel-2" or writer.DTYPES[task.name] is np.uint8:
        assert {band.name for band in folder.opened(root, task).bands} == set(task.bands.values())
        return
    labelled = folder.opened(root, task)
    for band, mean in zip(labelled.bands, labelled.mean_C, strict=True):
        expected = np.mean([sample.mean() for sample in pixels_of(labelled, band.name)])
        assert mean == pytest.approx(expected, rel=1e-3)
        assert 0.4 < mean / writer.LEVELS[band.name] < 1.6, band.name


def pixels_of(labelled: Labelled, band: str) -> list[np.ndarray]:
    place = [each.name for each in labelled.bands].index(band)
    return [labelled.read(name).pixels_CHW[place] for name in labelled.splits["train"]]


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
def test_the_published_defects_are_put_right_and_told(root: Path, name: str, says: str) -> None:
    (told,) = [text for text in opened(root, name).told if "defect" in text]
    assert told.startswith(f"the published defect of {name} is put right")
    assert says in told
    names = [band.name for band in opened(root, name).bands]
    assert len(set(names)) == len(names) == (13 if name == "m-eurosat" else 10)


@pytest.mark.parametrize("name", ["m-eurosat", "m-brick-kiln"])
def test_a_copy_without_the_defect_is_read_as_its_keys_say(tmp_path: Path, name: str) -> None:
    writer.write(tmp_path, name, mended=True)
    labelled = opened(tmp_path, name)
    assert any("is not in this copy" in text for text in labelled.told)
    assert {band.name for band in labelled.bands} == set(TASKS[name].bands.values())
    for band, mean in zip(labelled.bands, labelled.mean_C, strict=True):
        assert 0.4 < mean / writer.LEVELS[band.name] < 1.6, band.name


def test_a_copy_of_which_nobody_can_say_is_refused(tmp_path: Path) -> None:
    path = writer.write(tmp_path, "m-eurosat") / "band_stats.json"
    statistics = json.loads(path.read_text())
    statistics["02 - Blue"]["mean"] = 1.0
    path.write_text(json.dumps(statistics))
    with pytest.raises(BandError, match="the darkest band of m-eurosat to be cirrus, under key 09 or 10"):
        opened(tmp_path, "m-eurosat")


def test_what_no_model_reads_is_left_out_with_the_reason(root: Path) -> None:
    assert any(
        text.startswith("01 - VH.Real is left out: a part of a complex") for text in opened(root, "m-so2sat").told
    )
    assert (
        "Cloud Probability is left out: a probability, no measurement of light" in opened(root, "m-SA-crop-type").told
    )
    assert "Neon is left out: other pixels than the rest" in opened(root, "m-NeonTree").told


def test_a_label_map_is_read_by_its_keys_never_by_position(root: Path, tmp_path: Path) -> None:
    keys = list(json.loads((root / "classification_v1.0/m-so2sat/label_map.json").read_text()))
    assert keys == sorted(keys) != sorted(keys, key=int)  # "10" before "2": or this test would show nothing
    path = writer.write(tmp_path, "m-so2sat") / "label_map.json"
    found = json.loads(path.read_text())
    first, second = list(found)[:2]
    found[first], found[second] = found[second], found[first]
    path.write_text(json.dumps(found))
    labelled = opened(tmp_path, "m-so2sat")
    with pytest.raises(LabelError, match=r"but class \d+ in label_map.json"):
        [labelled.read(name) for name in labelled.splits["train"]]


@pytest.mark.parametrize("change", ["no mean", "no band", "not finite", "no deviation"])
def test_missing_statistics_are_an_error_never_a_default(tmp_path: Path, change: str) -> None:
    path = writer.write(tmp_path, "m-eurosat") / "band_stats.json"
    statistics = json.loads(path.read_text())
    if change == "no band":
        del statistics["04 - Red"]
    elif change == "no mean":
        del statistics["04 - Red"]["mean"]
    else:
        statistics["04 - Red"]["std"] = float("nan") if change == "not finite" else 0.0
    path.write_text(json.dumps(statistics))
    with pytest.raises(UnitError, match="04 - Red"):
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
        Chips(labelled, "test").batch([0, 1, 2], CPU)


@pytest.mark.parametrize(
    ("name", "content", "error", "says"),
    [
        ("default_partition.json", {"train": None, "valid": ["id_1"], "test": ["id_2"]}, SceneError, "lists of sam"),
        ("default_partition.json", {"train": "id_1", "valid": ["id_1"], "test": ["id_2"]}, SceneError, "lists of sam"),
        ("default_partition.json", {"train": ["id_1"], "valid": ["id_2"]}, RequestError, "none to test"),
        ("label_map.json", {"forest": ["id_1"]}, LabelError, "lists of samples by the number of their class"),
        ("label_map.json", {"1": 5}, LabelError, "lists of samples by the number of their class"),
        ("band_stats.json", {"04 - Red": 3}, UnitError, "expected mean, std and max"),
        ("band_stats.json", {"04 - Red_2016-01-01": {}, "04 - Red_2017-01-01": {}}, UnitError, "of each band once"),
    ],
)
def test_files_beside_the_samples_that_hold_something_else_are_told(
    tmp_path: Path, name: str, content: object, error: type[EngineError], says: str
) -> None:
    (writer.write(tmp_path, "m-eurosat") / name).write_text(json.dumps(content))
    with pytest.raises(error, match=says):
        Chips(opened(tmp_path, "m-eurosat"), "train").batch([0], CPU)


def test_samples_that_are_learnt_from_and_scored_are_told(tmp_path: Path) -> None:
    """The excerpts that lie in the benchmark's own repository have the same samples in all three parts."""
    assert not any("samples to train" in text for text in opened_of(tmp_path / "own", None).told)
    told = opened_of(tmp_path / "same", {"train": ["id_1", "id_2"], "valid": ["id_3"], "test": ["id_2", "id_4"]}).told
    assert told[0].startswith("1 of 2 samples to test are also samples to train")


def opened_of(root: Path, splits: dict[str, list[str]] | None) -> Labelled:
    path = writer.write(root, "m-eurosat")
    if splits:
        (path / "default_partition.json").write_text(json.dumps(splits))
    return opened(root, "m-eurosat")


def test_pixels_without_a_label_are_marked_and_not_a_class(tmp_path: Path) -> None:
    path = writer.write(tmp_path, "m-chesapeake")
    for sample in path.glob("*.hdf5"):
        with h5py.File(sample, "a") as file:
            file["label"][:10] = 255
    chips = Chips(opened(tmp_path, "m-chesapeake"), "train", side_px=64)
    _, _, target = chips.batch([0], CPU)
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
        Chips(labelled, "test").batch([0], CPU)


def test_chips_keep_their_place_on_the_ground_when_they_are_resized(root: Path) -> None:
    labelled = opened(root, "m-forestnet")
    chips = Chips(labelled, "train", side_px=166)
    chip, _, _ = chips.batch([0, 1], CPU)
    assert chip.gsd_m == 30
    assert chip.x_BCHW.shape[2:] == (166, 166)
    crop, _ = chips.crops([0, 1, 2, 3], np.random.default_rng(0), CPU)
    sides_m = np.array(crop.gsds_m) * 166
    assert ((sides_m >= 0.8**0.5 * 332 * 15 * 0.93) & (sides_m <= 332 * 15)).all()
    assert len(set(crop.gsds_m)) > 1
