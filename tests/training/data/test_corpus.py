"""Batches follow from their number alone, show every sensor in turn, and survive scenes that cannot be read."""

import threading
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.errors import RequestError, SceneError
from engine.sensors import CATALOGUE
from training.data.batch import UnlabelledBatch
from training.data.catalogue_entry import MODALITIES, Entry, SceneBand
from training.data.chip_batches import Corpus, Sampling

SENSORS = {"S1": "sentinel-1", "S2": "sentinel-2", "NAIP": "naip", "Landsat": "landsat-8"}
FEW = Sampling(batch=3)
Make = Callable[..., Entry]


def never(name: str, reason: str) -> None:
    pytest.fail(f"{name} was left out: {reason}")


def entry_of(path: object, modality: str, bands: int, height: int, width: int, **more: Any) -> Entry:
    """A scene whose z-scores are its numbers."""
    known = CATALOGUE[SENSORS[modality]].bands[:bands]
    return replace(
        Entry(
            files=(str(path),), collection=f"{modality} {bands}", sensor=SENSORS[modality], modality=modality,
            bands=tuple(SceneBand(0, index, band) for index, band in enumerate(known, 1)),
            scale=1.0, offset=0.0, decibel=False, units="counts", mean=(0.0,) * bands, std=(1.0,) * bands,
            collection_mean=(), collection_std=(), gsd_m=10.0, height=height, width=width,
        ),
        **more,
    )  # fmt: skip


@pytest.fixture
def make(write_scene: Callable[..., Path]) -> Make:
    """``make("S2", bands=4, side=100, pixels=…)`` -> the entry of a scene that is written down."""
    made = Counter[str]()

    def scene(modality: str, bands: int = 2, side: int = 100, pixels: Any = None, **more: Any) -> Entry:
        made[modality] += 1
        if pixels is None:
            rng = np.random.default_rng(sum(made.values()))
            pixels = rng.standard_normal((bands, side, side)).astype("float32")
        path = write_scene(pixels, name=f"{modality}{made[modality]}.tif", nodata=-9999)
        return entry_of(path, modality, *pixels.shape, **more)

    return scene


@pytest.fixture
def mixed(make: Make) -> list[Entry]:
    """Scenes of four modalities, one of them with too many bands and two that see one place."""
    return [
        make("S1", 2, 90, place="here"), make("S2", 4, 90, place="here"), make("S2", 13, 120), make("S2", 13, 70),
        make("NAIP", 4, 200), make("NAIP", 4, 64), make("Landsat", 7, 30),
    ]  # fmt: skip


def same(one: UnlabelledBatch, other: UnlabelledBatch) -> bool:
    """Whether all that is in two batches is equal bit for bit."""
    return one.modality == other.modality and all(
        torch.equal(a.x_BCHW, b.x_BCHW)
        and torch.equal(va, vb)
        and (a.bands, a.gsd_m, a.modality) == (b.bands, b.gsd_m, b.modality)
        for a, va, b, vb in zip(one.chips, one.valid, other.chips, other.valid, strict=True)
    )


def modalities(corpus: Corpus, numbers: Iterable[tuple[int, int]]) -> list[str]:
    return [corpus.batch(step, micro).modality for step, micro in numbers]


def test_a_batch_is_the_same_whatever_was_asked_before(mixed: list[Entry]) -> None:
    one, other = (Corpus(mixed, FEW, 5, never) for _ in range(2))
    numbers = [(step, micro, rank) for step in range(4) for micro in range(2) for rank in range(2)]
    forward = [one.batch(*number) for number in numbers]
    backward = [other.batch(*number) for number in reversed(numbers)]
    assert all(same(a, b) for a, b in zip(forward, reversed(backward), strict=True))


def test_neither_the_cache_nor_the_catalogues_order_nor_threads_change_a_batch(mixed: list[Entry]) -> None:
    plain = Corpus(mixed, FEW, 1, never)
    tight = Corpus(mixed[::-1], replace(FEW, cache_mb=0), 1, never)
    expected = [plain.batch(step, micro) for step in range(3, 6) for micro in range(2)]
    found = list(tight.ahead(range(3, 6), 2, threads=3))
    assert len(found) == 6
    assert all(map(same, found, expected))


def test_other_numbers_and_other_seeds_give_other_batches(make: Make) -> None:
    entries = [make("S2", 2)]
    batches = [
        Corpus(entries, FEW, seed, never).batch(step, micro, rank)
        for seed, step, micro, rank in ((0, 0, 0, 0), (1, 0, 0, 0), (0, 1, 0, 0), (0, 0, 1, 0), (0, 0, 0, 1))
    ]
    sums = [float(batch.chips[0].x_BCHW.sum()) for batch in batches]
    assert len(set(sums)) == 5


def test_ranks_share_sensor_bands_and_size_but_not_windows(mixed: list[Entry]) -> None:
    corpus = Corpus(mixed, replace(FEW, max_bands=3), 0, never)
    for step in range(12):
        first, second = corpus.batch(step, 0, 0), corpus.batch(step, 0, 1)
        for a, b in zip(first.chips, second.chips, strict=True):
            assert (a.modality, a.bands, a.x_BCHW.shape) == (b.modality, b.bands, b.x_BCHW.shape)
            assert not torch.equal(a.x_BCHW, b.x_BCHW)


def test_a_batch_is_what_the_loop_expects(mixed: list[Entry]) -> None:
    corpus = Corpus(mixed, FEW, 0, never)
    for step in range(15):
        batch = corpus.batch(step, 0)
        assert len(batch) == 3
        for chip, valid in zip(batch.chips, batch.valid, strict=True):
            assert chip.x_BCHW.dtype == torch.float32
            assert valid.dtype == torch.bool
            assert valid.shape == chip.x_BCHW[:, 0].shape
            assert len(chip.gsds_m) == 3
            assert chip.grid(8) == tuple(side // 8 for side in valid.shape[1:])


def test_modalities_come_as_often_as_the_facts_say(make: Make) -> None:
    entries = [make("S1", side=64), make("S2", side=128), make("NAIP", side=256), make("Landsat", side=64)]
    corpus = Corpus(entries, replace(FEW, batch=1), 0, never)
    portions = corpus.facts()
    assert [portion.modality for portion in portions] == [name for name in MODALITIES if name in SENSORS]
    assert sum(portion.share for portion in portions) == pytest.approx(1)
    found = Counter(modalities(corpus, ((step, 0) for step in range(500))))
    for portion in portions:
        assert abs(found[portion.modality] - 500 * portion.share) <= 4


def test_every_few_micro_batches_show_every_modality(make: Make) -> None:
    corpus = Corpus([make(name, side=80) for name in SENSORS], replace(FEW, batch=1), 0, never)
    for start in range(0, 100, 10):
        assert set(modalities(corpus, ((step, 0) for step in range(start, start + 10)))) == set(SENSORS)
        assert set(modalities(corpus, ((start, micro) for micro in range(10)))) == set(SENSORS)


@pytest.mark.parametrize(("temperature", "ratio"), [(0, 1), (0.5, 4), (1, 16)])
def test_temperature_is_the_power_of_the_pixels(temperature: float, ratio: float) -> None:
    entries = [entry_of("a", "S2", 3, 64, 64), entry_of("b", "NAIP", 3, 256, 256)]
    small, large = Corpus(entries, replace(FEW, temperature=temperature), 0, never).facts()
    assert large.share / small.share == pytest.approx(ratio)
    assert (large.scenes, large.buckets, large.megapixels) == (1, 1, 0.065536)


def test_one_giant_scene_does_not_drown_the_rest(make: Make) -> None:
    """The giant, which holds twos, comes ten times as often as another scene, and not fifty times."""
    small = [make("S2", 1, pixels=np.full((1, 32, 32), 1, "float32")) for _ in range(9)]
    giant = make("S2", 1, pixels=np.full((1, 1600, 1600), 2, "float32"))
    corpus = Corpus([*small, giant], Sampling(chip_px=32, window_px=32, batch=400, temperature=0.5), 0, never)
    share = float((corpus.batch(0, 0).chips[0].x_BCHW[:, 0, 0, 0] > 1.5).float().mean())
    assert abs(share - 10 / 19) < 0.1


def test_small_scenes_have_small_chips_of_the_same_scale(make: Make) -> None:
    sides = {20: 24, 32: 32, 16: 16, 48: 48, 64: 64, 100: 64}
    for side, chip_px in sides.items():
        chip = Corpus([make("S2", side=side)], FEW, 0, never).batch(0, 0).chips[0]
        assert chip.x_BCHW.shape[-1] == chip_px
        assert max(chip.gsds_m) <= 12.5


def test_small_and_large_scenes_of_a_sensor_do_not_mix(make: Make) -> None:
    corpus = Corpus([make("S2", side=32), make("S2", side=300)], FEW, 0, never)
    assert {corpus.batch(step, 0).chips[0].x_BCHW.shape[-1] for step in range(12)} == {32, 64}


def test_scenes_smaller_than_two_patches_are_left_out_and_told(make: Make) -> None:
    told: list[tuple[str, str]] = []
    tiny = entry_of("tiny.tif", "S2", 2, 15, 90)
    corpus = Corpus([tiny, make("S2")], FEW, 0, lambda *skipped: told.append(skipped))
    assert told == [("tiny.tif", "15 x 90 pixels are fewer than 16 x 16")]
    assert corpus.facts()[0].scenes == 1


def test_of_many_bands_each_batch_takes_some_in_order(make: Make) -> None:
    pixels = np.arange(13, dtype="float32")[:, None, None] / 2 + np.zeros((1, 80, 80), "float32")
    entry = make("S2", pixels=pixels)
    corpus = Corpus([entry], replace(FEW, max_bands=5), 0, never)
    seen = set()
    for step in range(20):
        chip = corpus.batch(step, 0).chips[0]
        known = [scene_band.band for scene_band in entry.bands]
        expected = [known.index(band) / 2 for band in chip.bands]
        assert chip.x_BCHW[0, :, 5, 5].tolist() == pytest.approx(expected, abs=1e-5)
        wavelengths = [band.wavelength_nm for band in chip.bands]
        assert len(wavelengths) == 5
        assert wavelengths == sorted(wavelengths)
        seen.update(chip.bands)
    assert seen == set(known)


def test_the_same_bands_in_another_order_are_the_same_sensor(make: Make) -> None:
    pixels = np.arange(3, dtype="float32")[:, None, None] + np.zeros((1, 80, 80), "float32")
    forward = make("S2", pixels=pixels)
    backward = make("S2", pixels=pixels[::-1].copy())
    bands = tuple(SceneBand(0, 4 - b.index, b.band) for b in reversed(forward.bands))
    corpus = Corpus([forward, replace(backward, bands=bands, collection="other")], replace(FEW, batch=20), 0, never)
    assert corpus.facts()[0].buckets == 1
    x = corpus.batch(0, 0).chips[0].x_BCHW
    assert torch.allclose(x, torch.arange(3.0)[:, None, None], atol=1e-5)


def test_pairs_show_the_same_ground(make: Make) -> None:
    ground = (np.indices((90, 110)) / 12).astype("float32")
    radar, optical = make("S1", pixels=ground, place="a"), make("S2", pixels=ground, place="a", gsd_m=20.0)
    corpus = Corpus([radar, optical], replace(FEW, batch=20, pair_share=1), 0, never)
    batches = [corpus.batch(step, 0) for step in range(6)]
    assert {batch.modality for batch in batches} == {"S1", "S2"}
    for batch in batches:
        first, second = batch.chips
        assert {first.modality, second.modality} == {"S1", "S2"}
        by = {chip.modality: chip for chip in batch.chips}
        assert [band.name for band in by["S1"].bands] == ["VH", "VV"]  # the scene's own order is VV, VH
        assert torch.equal(by["S1"].x_BCHW.flip(1), by["S2"].x_BCHW)
        assert by["S2"].gsds_m == tuple(2 * gsd_m for gsd_m in by["S1"].gsds_m)


def test_pairs_come_as_often_as_asked_and_only_where_there_are_any(make: Make) -> None:
    entries = [make("S1", place="a"), make("S2", 4, place="a"), make("S2", 3), make("NAIP", 3, place="a")]
    batches = [Corpus(entries, replace(FEW, batch=1), 0, never).batch(step, 0) for step in range(200)]
    paired = [len(batch.chips) == 2 for batch in batches if batch.modality == "S1"]
    assert 0.3 < np.mean(paired) < 0.7
    for batch in batches:
        assert len(batch.chips) == 1 or (
            {chip.modality for chip in batch.chips} == {"S1", "S2"}
            and {len(chip.bands) for chip in batch.chips} == {2, 4}
        )


def test_places_of_different_grids_are_no_pairs(make: Make) -> None:
    corpus = Corpus(
        [make("S1", side=90, place="a"), make("S2", side=91, place="a")], replace(FEW, pair_share=1), 0, never
    )
    assert all(len(corpus.batch(step, 0).chips) == 1 for step in range(6))


def test_windows_that_hold_little_are_drawn_again(make: Make) -> None:
    pixels = np.full((1, 400, 400), -9999, "float32")
    pixels[:, :, :160] = 1
    corpus = Corpus([make("S2", pixels=pixels)], replace(FEW, batch=60), 0, never)
    assert (corpus.batch(0, 0).valid[0].float().mean((1, 2)) >= 0.5).float().mean() > 0.9


def test_an_empty_scene_gives_an_empty_chip(make: Make) -> None:
    batch = Corpus([make("S2", pixels=np.full((1, 80, 80), -9999, "float32"))], FEW, 0, never).batch(0, 0)
    assert not batch.valid[0].any()
    assert not batch.chips[0].x_BCHW.any()


def test_a_damaged_scene_is_told_once_and_another_is_drawn(make: Make) -> None:
    told: list[str] = []
    good, damaged = make("S2"), make("S2")
    path = Path(damaged.files[0])
    path.write_bytes(path.read_bytes()[:1000])
    corpus = Corpus([good, damaged], replace(FEW, batch=20), 0, lambda name, reason: told.append(name))
    for step in range(3):
        assert corpus.batch(step, 0).valid[0].all()
    assert told == [str(path)]


def test_a_sensor_of_which_nothing_can_be_read_gives_its_turn_to_another_on_every_rank(make: Make) -> None:
    told: list[str] = []
    lost = [entry_of(f"lost{n}.tif", "NAIP", 4, 90, 90) for n in range(12)]
    corpus = Corpus([make("S2"), *lost], FEW, 0, lambda name, reason: told.append(name))
    assert {corpus.batch(step, 0, rank).modality for step in range(6) for rank in range(2)} == {"S2"}
    assert sorted(told) == sorted(entry.files[0] for entry in lost)


def test_a_corpus_without_a_readable_scene_says_so() -> None:
    corpus = Corpus([entry_of("lost.tif", "S2", 4, 90, 90)], FEW, 0, lambda *_: None)
    with pytest.raises(SceneError, match="no scene of the corpus can be read"):
        next(corpus.ahead(range(3), 1))


def test_reading_ahead_ends_when_the_caller_does(make: Make) -> None:
    before = threading.active_count()
    batches = Corpus([make("S2")], FEW, 0, never).ahead(range(1000), 4, threads=2)
    next(batches)
    batches.close()
    assert threading.active_count() == before


@pytest.mark.parametrize(
    "wrong", [{"chip_px": 60}, {"chip_px": 8}, {"area": (0.5, 0.2)}, {"area": (0, 1)}, {"modalities": ("S3",)}]
)
def test_impossible_settings_are_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(RequestError, match="expected"):
        Sampling(**wrong)


def test_only_the_modalities_that_are_asked_for_are_taken(make: Make) -> None:
    entries = [make("S2"), make("NAIP")]
    only = Corpus(entries, replace(FEW, modalities=("NAIP",)), 0, never)
    assert [portion.modality for portion in only.facts()] == ["NAIP"]
    with pytest.raises(RequestError, match="expected scenes of S1; found none"):
        Corpus(entries, replace(FEW, modalities=("S1",)), 0, never)


@given(st.lists(st.tuples(st.sampled_from(sorted(SENSORS)), st.integers(16, 3000), st.integers(16, 3000)), min_size=1))
@settings(max_examples=30)
def test_any_catalogue_gives_shares_that_sum_to_one_and_whole_patches(scenes: list[tuple[str, int, int]]) -> None:
    entries = [entry_of(f"{n}.tif", name, 1, height, width) for n, (name, height, width) in enumerate(scenes)]
    corpus = Corpus(entries, FEW, 0, never)
    assert sum(portion.share for portion in corpus.facts()) == pytest.approx(1)
    assert sum(portion.scenes for portion in corpus.facts()) == len(scenes)
