"""Scenes that are not learnt from, and when a modality stops because of them."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.data.catalogue_entry import Entry
from training.data.chip_batches import Corpus, Sampling
from training.data.watched import rows_of
from training.pretrain.stopping import PATIENCE, SMOOTH, stopped

SIDES = st.integers(16, 2000)


def entry_of(name: str, height: int = 64, width: int = 64, place: str = "") -> Entry:
    return Entry((name,), "", "sentinel-2", "S2", (), 1, 0, False, "", (), (), (), (), 10.0, height, width, place)


@given(height=SIDES, name=st.text("abc", min_size=1), chip_px=st.sampled_from([16, 64]))
def test_every_row_is_learnt_from_or_watched_and_never_both(height: int, name: str, chip_px: int) -> None:
    entry = entry_of(name, height)
    learnt, watched = (rows_of(entry, part, chip_px) for part in ("learnt", "watched"))
    assert rows_of(entry, "all", chip_px) == (0, height)
    if learnt and watched:
        assert (learnt[0], learnt[1], watched[1]) == (0, watched[0], height)
        assert watched[1] - watched[0] >= chip_px
        assert learnt[1] >= 3 * chip_px
    else:
        assert (learnt or watched) == (0, height)


def test_a_twelfth_of_small_scenes_is_watched_wherever_they_lie() -> None:
    parts = [rows_of(entry_of(f"/data/{number}.tif"), "watched", 64) for number in range(3000)]
    assert 150 < sum(part is not None for part in parts) < 350
    moved = [rows_of(entry_of(f"/elsewhere/{number}.tif"), "watched", 64) for number in range(3000)]
    assert moved == parts


def test_sensors_of_a_place_are_parted_alike() -> None:
    for number in range(50):
        one, other = (entry_of(f"{sensor}_{number}.tif", place=f"place {number}") for sensor in ("s1", "s2"))
        assert rows_of(one, "learnt", 64) == rows_of(other, "learnt", 64)


def test_chips_come_from_their_part_of_a_scene_only() -> None:
    tall = entry_of("a.tif", height=400, width=100)
    for part, rows in (("learnt", (0, 336)), ("watched", (336, 400)), ("all", (0, 400))):
        corpus = Corpus([tall], Sampling(), 0, print, part)
        (bucket,) = corpus._buckets
        import numpy as np

        for seed in range(60):
            lot = np.random.default_rng(seed)
            (draw,) = corpus._draws(bucket, bucket.draw(lot), [[]], lot)
            assert rows[0] <= draw.row0 < draw.row0 + draw.side_px <= rows[1]


# --------------------------------------------------------------------------------------------------- the rule


def looks(**losses: list[float]) -> list[dict[str, float]]:
    longest = max(map(len, losses.values()))
    return [{name: values[i] for name, values in losses.items() if i < len(values)} for i in range(longest)]


def test_what_falls_or_stays_goes_on_and_what_rises_stops() -> None:
    falls = [3 - 0.1 * i for i in range(12)]
    rises = [3, 2.5, 2.2, 2.0, 2.0, 2.0, 2.1, 2.2, 2.3, 2.4, 2.5, 2.6]
    assert stopped(looks(S2=falls, NAIP=[2.0] * 12, EnMAP=rises)) == {"EnMAP"}
    assert stopped([]) == frozenset()


def test_one_bad_look_stops_nothing() -> None:
    values = [2.0] * 12
    values[5] = 2.05
    assert stopped(looks(S1=values)) == frozenset()


def test_a_rise_must_last() -> None:
    rises = [2.0, 2.0, 2.0] + [2.0 + 0.1 * i for i in range(1, 9)]
    stops = next(count for count in range(len(rises) + 1) if stopped(looks(S1=rises[:count])))
    assert SMOOTH + PATIENCE <= stops <= SMOOTH + PATIENCE + 1


@given(st.lists(st.floats(0.5, 3), max_size=25), st.lists(st.floats(0.5, 3), max_size=10))
def test_what_has_stopped_stays_stopped(before: list[float], after: list[float]) -> None:
    assert stopped(looks(S1=before)) <= stopped(looks(S1=[*before, *after]))


@pytest.mark.parametrize("without", [frozenset({"S1"}), frozenset({"S1", "NAIP"})])
def test_what_has_stopped_is_drawn_no_more_and_the_rest_in_its_old_proportions(without: frozenset[str]) -> None:
    from dataclasses import replace

    import numpy as np

    kinds = {"S1": 100, "S2": 400, "NAIP": 200, "Landsat": 200}
    entries = [replace(entry_of(f"{name}.tif", side, side), modality=name) for name, side in kinds.items()]
    corpus = Corpus(entries, Sampling(), 0, print)
    counts: dict[Any, int] = dict.fromkeys(kinds, 0)
    for step in range(4000):
        first = next(corpus._candidates(step, 0, np.random.default_rng(0), without))
        counts[first.kinds[0].modality] += 1
    assert all(counts[name] == 0 for name in without)
    whole = {portion.modality: portion.share for portion in corpus.facts() if portion.modality not in without}
    for name, share in whole.items():
        assert counts[name] / 4000 == pytest.approx(share / sum(whole.values()), abs=0.02)
