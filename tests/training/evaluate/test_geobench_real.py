"""The real samples of GEO-Bench v1 and the real containers of GEO-Bench-2 that lie beside the project."""

import json
from pathlib import Path

import h5py
import numpy as np
import pyarrow
import pytest
import rasterio
import torch

from engine.errors import LabelError, SceneError
from training.evaluate.datasets import geobench_v1, geobench_v2, restricted_pickle
from training.evaluate.datasets.geobench_bands import bands_of
from training.evaluate.datasets.geobench_tasks import SENTINEL_2, TASKS
from training.evaluate.datasets.labelled_set import UNLABELLED
from training.evaluate.reader import Reader

CPU = torch.device("cpu")
pytestmark = pytest.mark.usefixtures("one_thread")


@pytest.fixture(scope="module")
def samples(shared: Path) -> Path:
    return shared / "geobench_layout"


@pytest.fixture
def set_of(samples: Path, tmp_path: Path):
    """``set_of(name, task)``: the samples of a real set below a folder of GEO-Bench, split by hand into three parts."""

    def copy(name: str, task: str) -> Path:
        path = tmp_path / TASKS[task].group / task
        path.mkdir(parents=True)
        names = []
        for file in (samples / name).iterdir():
            (path / file.name).symlink_to(file)
            names += [file.stem] if file.suffix == ".hdf5" else []
        assert len(names) == 3
        (path / "default_partition.json").unlink()
        splits = {split: [each] for split, each in zip(("train", "valid", "test"), sorted(names), strict=True)}
        (path / "default_partition.json").write_text(json.dumps(splits))
        return tmp_path

    return copy


def batch_of(labelled, split):
    """All samples of a split."""
    reader = Reader(labelled, labelled.splits[split])
    return reader.chips(range(len(reader)), CPU)


def test_real_brick_kilns_have_the_published_defect_and_are_corrected(set_of) -> None:
    labelled = geobench_v1.opened(set_of("brick_kiln_v1.0", "m-brick-kiln"), TASKS["m-brick-kiln"])
    names = [band.name for band in labelled.views[0].bands]
    assert names == ["B01", "B02", "B03", "B04", "B05", "B07", "B8A", "B08", "B11", "B12"]
    assert labelled.notes[0].startswith("the published defect of m-brick-kiln is corrected")
    (chip,), valid, target = batch_of(labelled, "train")
    assert chip.x_BCHW.shape == (1, 10, 64, 64)
    assert chip.x_BCHW.abs().max() < 15
    assert valid.all()
    assert target.tolist() == [0]


def test_what_real_brick_kilns_hold_under_the_last_keys_is_a_picture_of_red_green_blue(samples: Path) -> None:
    """The evidence for the correction: the 8-bit arrays follow bands 4, 3 and 2 pixel for pixel."""
    with h5py.File(sorted((samples / "brick_kiln_v1.0").glob("*.hdf5"))[0]) as file:
        pixels = {key.partition(" - ")[0]: file[key][()].ravel() for key in SENTINEL_2}
    for rendered, band in (("10", "04"), ("11", "03"), ("12", "02")):
        assert pixels[rendered].max() <= 255 < pixels[band].max()
        assert np.corrcoef(pixels[rendered], pixels[band])[0, 1] > 0.99


def test_real_chesapeake_samples_are_read_with_their_labels(set_of, samples: Path) -> None:
    labelled = geobench_v1.opened(set_of("cvpr_chesapeake_landcover", "m-chesapeake"), TASKS["m-chesapeake"])
    assert [band.name for band in labelled.views[0].bands] == ["Red", "Green", "Blue", "NIR"]
    (view,), name = labelled.views, labelled.splits["train"][0]
    label_HW = labelled.read(name).label
    shares = json.loads((samples / "cvpr_chesapeake_landcover" / "label_stats.json").read_text())[name]
    assert np.allclose(np.bincount(label_HW.ravel(), minlength=7) / label_HW.size, shares)
    (chip,), *_ = batch_of(labelled, "train")
    with h5py.File(samples / "cvpr_chesapeake_landcover" / f"{name}.hdf5") as file:
        nir = (file["NearInfrared"][()] - view.mean_C[3]) / view.std_C[3]
    assert np.allclose(chip.x_BCHW[0, 3], nir, atol=1e-6)


def test_every_real_description_is_read_without_its_package(samples: Path) -> None:
    files = sorted(samples.glob("*/*.hdf5"))
    assert len(files) == 6
    for path in files:
        with h5py.File(path) as file:
            said = restricted_pickle.loads_text(file.attrs["pickle"], str(path))
        assert {"label"} < set(said)


def test_real_eurosat_in_the_published_order_is_recognised(shared: Path, tmp_path: Path) -> None:
    """EuroSAT's own files keep B8A last; the published set gave its thirteen keys to them in order."""
    paths = sorted((shared / "eurosat_ms").rglob("*.tif"))
    if not paths:
        pytest.skip("needs the pictures of EuroSAT in thirteen bands")
    with rasterio.open(paths[0]) as source:
        assert source.count == 13
    means = np.mean([rasterio.open(path).read().mean((1, 2)) for path in paths], axis=0)
    statistics = {
        key: {"mean": float(mean), "std": 1.0, "max": 1.0} for key, mean in zip(SENTINEL_2, means, strict=True)
    }
    (tmp_path / "band_stats.json").write_text(json.dumps(statistics))
    task = TASKS["m-eurosat"]
    bands, notes = bands_of(task, list(SENTINEL_2), [], geobench_v1.SetFolder(tmp_path, task).statistics)
    assert bands["09 - Water vapour"].name == "B10"
    assert notes[0].startswith("the published defect of m-eurosat is corrected")


def test_the_real_bigearthnet_container_is_read(samples: Path) -> None:
    labelled = geobench_v2.opened(samples, "benv2")
    assert {split: len(names) for split, names in labelled.splits.items()} == {"train": 4, "valid": 2, "test": 2}
    (chip,), valid, target = batch_of(labelled, "train")
    assert chip.x_BCHW.shape == (4, 12, 120, 120)
    assert chip.x_BCHW.mean((0, 2, 3)).abs().max() < 1e-2
    assert valid.all()
    first = {name for name, shown in zip(geobench_v2.BIGEARTHNET, target[0].tolist(), strict=True) if shown}
    assert first == {"Agro-forestry areas", "Arable land", "Broad-leaved forest", "Coniferous forest"}


def test_the_real_pastis_container_is_read(samples: Path) -> None:
    labelled = geobench_v2.opened(samples, "pastis")
    assert {split: len(names) for split, names in labelled.splits.items()} == {"train": 5, "valid": 2, "test": 2}
    assert labelled.views[0].side_px == 32
    (chip,), _, target = batch_of(labelled, "test")
    assert chip.x_BCHW.shape == (2, 10, 32, 32)
    assert UNLABELLED <= int(target.min()) < int(target.max()) < geobench_v2.VOID
    (path,) = samples.rglob("pastis.tortilla")
    sample = next(item for item in geobench_v2.items(path) if item.split == "test")
    inner = {item.name: item for item in geobench_v2.items(path, sample)}
    assert list(inner) == ["s2", "s1a", "s1d", "semantic", "instance"]
    assert np.array_equal(labelled.read(labelled.splits["test"][0]).pixels[0], geobench_v2._pixels(inner["s2"])[-1])


@pytest.mark.parametrize(("end", "says"), [(1000, "is cut short"), (10, "expected a GEO-Bench-2 container")])
def test_a_container_that_is_cut_short_is_told(samples: Path, tmp_path: Path, end: int, says: str) -> None:
    (path,) = samples.rglob("benv2.tortilla")
    (tmp_path / "benv2.tortilla").write_bytes(path.read_bytes()[:end])
    with pytest.raises(SceneError, match=says):
        geobench_v2.opened(tmp_path, "benv2")


def test_a_table_that_names_impossible_places_is_told(samples: Path, tmp_path: Path, monkeypatch) -> None:
    (path,) = samples.rglob("benv2.tortilla")
    rows = {name: ["x"] for name in ("tortilla:id", "tortilla:file_format", "tortilla:data_split")}
    table = pyarrow.table({**rows, "tortilla:offset": [2**63 - 1], "tortilla:length": [-(2**62)]})
    monkeypatch.setattr(geobench_v2.parquet, "read_table", lambda _: table)
    with pytest.raises(SceneError, match="x ends behind its last byte"):
        geobench_v2.items(path)


def test_a_container_with_a_broken_table_or_an_unknown_class_is_told(
    samples: Path, tmp_path: Path, monkeypatch
) -> None:
    (path,) = samples.rglob("benv2.tortilla")
    data = bytearray(path.read_bytes())
    data[2033121 + 4 : 2033121 + 200] = bytes(196)
    (tmp_path / "benv2.tortilla").write_bytes(data)
    with pytest.raises(SceneError, match=r"the table of .* cannot be read"):
        geobench_v2.opened(tmp_path, "benv2")
    monkeypatch.setattr(geobench_v2, "BIGEARTHNET", geobench_v2.BIGEARTHNET[1:])
    with pytest.raises(LabelError, match="expected classes of BigEarthNet"):
        labelled = geobench_v2.opened(samples, "benv2")
        [labelled.read(name) for split in labelled.splits.values() for name in split]
