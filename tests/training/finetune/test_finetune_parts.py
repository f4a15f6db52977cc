"""The parts of fine-tuning, each by its law."""

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from torch import nn

from engine.model.config import ModelConfig
from engine.model.downstream import Downstream
from engine.model.ofa import OFA
from engine.model.task import HEADS, Task
from engine.model.tokens import SensorBatch
from engine.protocol import SceneSpec
from engine.scene.chip_files import ChipReader, names_below
from engine.scene.interpretation import read_scene
from engine.scene.raster import Scene
from engine.scene.statistics import Statistics
from engine.sensors import CATALOGUE, Band
from training.data import scene_samples
from training.data.label_raster import RasterLabels, classes_of, labels_of
from training.data.samples import UNLABELLED, LabelledBatch, order, turned
from training.finetune import linear_head, lora
from training.finetune.losses import class_weights, loss, loss_of
from training.finetune.scores import HeldOutScores, scores_of, unchecked
from training.finetune.settings import usual

BANDS = CATALOGUE["sentinel-2"].bands[1:4]
CONFIG = ModelConfig(width=16, depth=2, heads=2, patch_px=8, taps=(1, 2))


def task(kind: str = "segmentation", head: str = "light", bands: tuple[Band, ...] = BANDS) -> Task:
    numbers = (0.0,) * len(bands), (1.0,) * len(bands)
    return Task(kind, head, bands, *numbers, "sentinel-2", "reflectance", 10.0, 32, ("a", "b", "c"), (1, 2, 3), {})


def batch(target: torch.Tensor, bands: tuple[Band, ...] = BANDS, side: int = 32) -> LabelledBatch:
    x_BCHW = torch.randn(len(target), len(bands), side, side, generator=torch.Generator().manual_seed(1))
    return LabelledBatch(
        SensorBatch(x_BCHW, bands, 10.0), torch.ones(len(target), side, side, dtype=torch.bool), target
    )


def test_what_is_unlabelled_pulls_at_nothing() -> None:
    model = Downstream(task(), CONFIG).eval()
    target = torch.full((2, 32, 32), UNLABELLED)
    target[0, :4, :4] = 1
    of = loss_of(model.task, np.array([10.0, 10.0, 10.0]), torch.device("cpu"))
    few = loss(model, batch(target), of)
    logits = model(batch(target).chip)
    alone = nn.functional.cross_entropy(logits[0, :, :4, :4].flatten(1).T, torch.ones(16, dtype=torch.long))
    assert torch.allclose(few, alone, atol=1e-5)
    nothing = loss(model, batch(torch.full((2, 32, 32), UNLABELLED)), of)
    assert nothing == 0 and torch.isfinite(nothing)


def test_rare_classes_weigh_more_but_not_without_end() -> None:
    weights_K = class_weights(np.array([1e6, 1e4, 1.0, 0.0]))
    assert weights_K[1] == pytest.approx(10 * float(weights_K[0]), rel=1e-4)
    assert weights_K[2] == pytest.approx(10 * float(weights_K[0]), rel=1e-4)  # not a thousand times
    assert weights_K[3] == 0 and weights_K[:3].mean() == pytest.approx(1)


@given(st.integers(1, 40), st.integers(1, 9), st.integers(1, 30), st.integers(0, 5))
def test_every_chip_is_seen_before_any_is_seen_again(count: int, size: int, steps: int, seed: int) -> None:
    drawn = order(count, size, steps, seed)
    assert len(drawn) == steps and all(len(some) == size for some in drawn)
    flat = np.concatenate(drawn)
    for first in range(0, len(flat) - count + 1, count):
        assert sorted(flat[first : first + count]) == list(range(count))


def test_labels_turn_with_their_pixels_and_radar_only_along_its_track() -> None:
    marks = torch.arange(4 * 32 * 32).reshape(4, 32, 32)
    for bands in (BANDS, CATALOGUE["sentinel-1"].bands[:1]):
        given_ = batch(marks, bands)
        given_.chip.x_BCHW[:] = marks[:, None]
        seen = set()
        for seed in range(12):
            out = turned(given_, np.random.default_rng(seed))
            assert torch.equal(out.chip.x_BCHW[:, 0].long(), out.target)
            seen |= {int(corner) for corner in out.target[:, 0, 0] % 1024}
        corners = {0, 31, 31 * 32, 1023}
        assert seen == (corners if bands is BANDS else {0, 31 * 32})


def test_lora_begins_with_no_change_learns_little_and_merges_exactly() -> None:
    model = OFA(CONFIG, seed=1)
    chip = batch(torch.zeros(2)).chip
    before = model.dense([chip])
    names = set(model.state_dict())
    lora.add(model.encoder, rank=2, seed=0)
    learnt = [name for name, p in model.encoder.named_parameters() if p.requires_grad]
    assert learnt and all(name.endswith(("down_RI", "up_OR")) for name in learnt)
    assert torch.equal(model.dense([chip]), before)
    for name, parameter in model.encoder.named_parameters():
        if name.endswith("up_OR"):
            nn.init.normal_(parameter, std=0.1)
    changed = model.dense([chip])
    assert not torch.allclose(changed, before, atol=1e-3)
    lora.merge(model.encoder)
    assert set(model.state_dict()) == names and torch.allclose(model.dense([chip]), changed, atol=1e-5)


class Few:
    """Some chips, as `Samples` has them."""

    def __init__(self, count: int, seed: int) -> None:
        random = torch.Generator().manual_seed(seed)
        self.labels_N = torch.arange(count) % 3
        self.x_NCHW = torch.randn(count, 3, 32, 32, generator=random) + self.labels_N[:, None, None, None] / 4

    def __len__(self) -> int:
        return len(self.labels_N)

    def batch(self, index_N: Any, draw: np.random.Generator | None = None) -> LabelledBatch:
        index = torch.as_tensor(np.asarray(index_N))
        chip = SensorBatch(self.x_NCHW[index], BANDS, 10.0)
        return LabelledBatch(chip, torch.ones(len(index), 32, 32, dtype=torch.bool), self.labels_N[index])


@pytest.mark.parametrize("head", HEADS["classification"])
def test_the_fitted_head_is_scikit_learns(monkeypatch: pytest.MonkeyPatch, head: str) -> None:
    monkeypatch.setattr(linear_head, "STRENGTHS", (0.1,))
    train, valid = Few(60, 1), Few(30, 2)
    model = Downstream(task("classification", head), CONFIG)
    before = {name: value.clone() for name, value in model.backbone.state_dict().items()}
    of = loss_of(model.task, np.full(3, 20.0), torch.device("cpu"))
    told: list[tuple[int, int]] = []
    how = usual("frozen", "classification", head)
    linear_head.fit_head(model, train, valid, how, of, lambda done, total, _: told.append((done, total)))
    assert told == sorted(told) and told[-1] == (90, 90)
    with torch.no_grad():
        learnt, held = (model.whole(some.batch(range(len(some))).chip).numpy() for some in (train, valid))
        ours = model(valid.batch(range(30)).chip).softmax(1).numpy()
    theirs = make_pipeline(StandardScaler(), LogisticRegression(C=0.1, max_iter=1000, tol=1e-6))
    assert np.abs(theirs.fit(learnt, train.labels_N).predict_proba(held) - ours).max() < 2e-3
    assert all(torch.equal(value, before[name]) for name, value in model.backbone.state_dict().items())


def test_deviations_are_scored_and_a_chip_without_any_can_be_learnt_from() -> None:
    model = Downstream(task("classification", "mean_std"), CONFIG)
    random = torch.Generator().manual_seed(0)
    x_BCHW = torch.stack([torch.zeros(3, 32, 32), torch.randn(3, 32, 32, generator=random)])
    seen_B2D = model.whole(SensorBatch(x_BCHW, BANDS, 10.0))
    dense_BDN = model.backbone.dense([SensorBatch(x_BCHW, BANDS, 10.0)]).flatten(2)
    assert torch.allclose(seen_B2D[1], torch.cat([dense_BDN[1].mean(1), dense_BDN[1].std(1, correction=0)]), atol=1e-5)
    seen_B2D.sum().backward()
    assert all(torch.isfinite(each.grad).all() for each in model.backbone.parameters() if each.grad is not None)


@pytest.mark.parametrize("head", ["linear", "light", "upernet"])
def test_a_head_answers_for_every_pixel(head: str) -> None:
    config = ModelConfig(width=16, depth=4, heads=2, patch_px=8, taps=(4,))
    model = Downstream(task(head=head), config)
    model.train()
    logits = model(batch(torch.zeros(2), side=64).chip)
    assert logits.shape == (2, 3, 64 // model.patch_px, 64 // model.patch_px)
    assert (model.auxiliary is not None) == (head == "upernet")
    logits.sum().backward()
    assert all(p.grad is not None for name, p in model.head.named_parameters() if "beside" not in name)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> scene_samples.TrainingScene:
    import rasterio
    from rasterio.transform import from_origin

    folder, random = tmp_path_factory.mktemp("place"), np.random.default_rng(0)
    kind = {"crs": "EPSG:32633", "transform": from_origin(5e5, 5.8e6, 10, 10), "height": 150, "width": 170}
    with rasterio.open(folder / "a.tif", "w", driver="GTiff", count=3, dtype="uint16", **kind) as target:
        target.write(random.integers(100, 3000, (3, 150, 170)).astype("uint16"))
        for index, name in enumerate(("B02", "B03", "B04"), 1):
            target.set_band_description(index, name)
    with rasterio.open(folder / "a_mask.tif", "w", driver="GTiff", count=1, dtype="uint8", nodata=9, **kind) as target:
        target.write(np.where(random.random((150, 170)) < 0.3, 9, random.integers(0, 3, (150, 170))).astype("uint8"), 1)
    scene = Scene.open(folder / "a.tif")
    reading = read_scene(scene, "sentinel-2", units="dn").require()
    labels = labels_of(str(folder), "", None, scene, [])
    return scene_samples.TrainingScene(scene, reading, labels, 10.0, np.zeros((0, 0), np.int8))


@settings(max_examples=25)
@given(st.integers(0, 50), st.integers(0, 10_000))
def test_a_label_that_is_held_out_is_never_learnt_from(
    place: scene_samples.TrainingScene, seed: int, step: int
) -> None:
    classes = classes_of(place.labels.values(), {})
    cells = scene_samples.cells_of([place], classes.numbers, 3, 64)
    learnt, held = scene_samples.split([place], cells, seed)
    assert len(held) and len(learnt) and not set(learnt) & set(held)
    held_HW = np.kron(place.parts == scene_samples.HELD_OUT, np.ones((cells.cell_px,) * 2))[:150, :170] > 0
    truth_HW = place.truth(((0, 150), (0, 170)), classes.numbers)
    reading = replace(place.reading, statistics=Statistics.given([1.3] * 3, [0.8] * 3))
    marked = scene_samples.TrainingScene(place.scene, reading, place.labels, 10.0, place.parts)
    ground_HW = np.arange(150 * 170, dtype=float).reshape(150, 170)
    marked.whole = (ground_HW[None].repeat(3, 0), np.ones((150, 170), bool), truth_HW)
    sample = scene_samples.SceneSamples([marked], cells, learnt, scene_samples.LEARN, 64, classes.numbers, False, None)
    out = sample.batch(range(min(4, len(sample))), np.random.default_rng([seed, step]))
    statistics = reading.statistics
    units, mean, std = place.reading.units, *(float(v[0]) for v in (statistics.mean_C, statistics.std_C))
    where = ((out.chip.x_BCHW[:, 0].double() * std + mean) / units.scale).round().long().clamp(0, 150 * 170 - 1)
    labelled = out.target != UNLABELLED
    close = torch.from_numpy(~held_HW.ravel())[where[labelled]]
    assert labelled.any() and close.float().mean() > 0.99  # the numbers of pixels come back through float32


def test_held_out_cells_show_every_class_in_proportion(place: scene_samples.TrainingScene) -> None:
    classes = classes_of(place.labels.values(), {})
    cells = scene_samples.cells_of([place], classes.numbers, 3, 64)
    _, held = scene_samples.split([place], cells, 0)
    share = cells.counts_NK[held].sum(0) / cells.counts_NK.sum(0)
    assert ((share > 0.1) & (share < 0.4)).all()


def test_labels_on_another_grid_are_brought_to_the_scene(place: scene_samples.TrainingScene, tmp_path: Path) -> None:
    import rasterio
    from rasterio.transform import from_origin

    finer = {"crs": "EPSG:32633", "transform": from_origin(5e5 + 200, 5.8e6 - 300, 5, 5), "height": 40, "width": 60}
    with rasterio.open(tmp_path / "fine.tif", "w", driver="GTiff", count=1, dtype="uint8", nodata=0, **finer) as target:
        target.write(np.full((40, 60), 2, np.uint8), 1)
    painted = RasterLabels(str(tmp_path / "fine.tif"), place.scene)
    truth_HW = painted.window(((0, 150), (0, 170)), {2: 1.0})
    rows, cols = np.nonzero(truth_HW == 1)
    assert (rows.min(), rows.max(), cols.min(), cols.max()) == (30, 49, 20, 49)
    assert np.isnan(truth_HW).sum() == truth_HW.size - 20 * 30


def test_a_scene_without_its_label_raster_is_named(place: scene_samples.TrainingScene, tmp_path: Path) -> None:
    with pytest.raises(Exception, match=r"expected one label raster for a\.tif .* found none"):
        labels_of(str(tmp_path), "", None, place.scene, [])


def test_chips_below_a_hidden_folder_are_found_and_hidden_ones_are_not(tmp_path: Path) -> None:
    for name in (".home/chips/a/1.tif", ".home/chips/.trash/2.tif", ".home/chips/a/.3.tif"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert [Path(name).name for name in names_below(str(tmp_path / ".home/chips"))] == ["1.tif"]


def test_chips_of_another_size_are_resampled_without_their_gaps(write_scene: Any) -> None:
    from engine.scene.chip_files import pixels_of

    pixels = np.full((3, 60, 60), 1000, np.uint16)
    pixels[:, :30, :30] = 0
    path = write_scene(pixels, ["B02", "B03", "B04"], nodata=0)
    reader = ChipReader(SceneSpec("", "sentinel-2", units="dn"))
    with reader.opened(str(path)) as (scene, reading):
        x_CHW, valid_HW = pixels_of(scene, reading, 32)
    assert x_CHW.shape == (3, 32, 32) and 0 < valid_HW.sum() < 32 * 32
    assert torch.allclose(x_CHW[:, valid_HW], torch.tensor(0.1), atol=1e-6) and (x_CHW[:, ~valid_HW] == 0).all()


def test_classes_without_held_out_labels_are_named() -> None:
    task = SimpleNamespace(classes=("water", "sand", "wood"))
    found = HeldOutScores(loss=0.0, score=1.0, all={}, per_class=[1.0, float("nan"), 0.0])
    assert unchecked(task, found) == ["sand"]  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", ["segmentation", "classification", "multilabel"])
def test_nothing_is_known_of_a_class_without_held_out_labels_whatever_is_answered(kind: str) -> None:
    several = task(kind, HEADS[kind][0])
    truth = torch.tensor([0, 0, 1, 1])
    logits = 9.0 * torch.eye(3)[torch.tensor([0, 2, 1, 1])]  # of class c one answer and no truth
    if kind == "segmentation":
        truth, logits = truth[:, None, None], logits[:, :, None, None]
    if kind == "multilabel":
        truth, logits = torch.eye(3)[truth].bool(), logits - 4.5
    for some in (logits, logits.index_fill(1, torch.tensor([2]), -9.0)):
        found = scores_of(several, 0.0, some, truth)
        assert unchecked(several, found) == ["c"]
        assert found.per_class[1] == 1
