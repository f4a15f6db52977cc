"""What labels taught is the same after a trip through a file, and a file that holds something else is told."""

from dataclasses import replace

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from safetensors.torch import save

from engine.errors import ModelError
from engine.fewlabel import Learnt
from engine.fewlabel.features import PixelFeatures, SpectralShape
from engine.fewlabel.heads import GroupKernel, KernelHead
from engine.fewlabel.learnt import notes_of
from engine.fewlabel.place_features import PlaceFeatures
from engine.scene.statistics import Statistics


def learnt(bands: int, seed: int, decibel: bool = False, limit: float | None = 0.3) -> Learnt:
    """What labels could teach of a scene with so many bands."""
    random = torch.Generator().manual_seed(seed)
    statistics = Statistics.given(torch.rand(bands, generator=random).tolist(), [0.3] * bands, "training set")
    sample_CN = torch.randn(bands, 300, generator=random)
    mean_C, std_C = (torch.from_numpy(values_C) for values_C in (statistics.mean_C, statistics.divisors))
    features = PixelFeatures.fit(sample_CN, SpectralShape.fit(sample_CN, mean_C, std_C, decibel))
    labels_N = torch.arange(30) % 3
    x_ND = {"spectra": torch.randn(30, bands, generator=random), "deep": torch.randn(30, 80, generator=random)}
    kernels = {name: GroupKernel(each, labels_N, torch.arange(0, 30, 3)) for name, each in x_ND.items()}
    prior_K = torch.rand(3, generator=random).log()
    head = KernelHead(kernels, {"spectra": 0.7, "deep": 0.3}, torch.randn(10, 3, generator=random), 4.25, prior_K)
    return Learnt(head, features, statistics, limit)


@settings(max_examples=8)
@given(st.integers(1, 30), st.integers(0, 9), st.booleans(), st.one_of(st.none(), st.floats(1e-3, 1)))
def test_a_file_gives_the_same_bits_back(bands: int, seed: int, decibel: bool, limit: float | None) -> None:
    before = learnt(bands, seed, decibel, limit)
    data = before.to_bytes({"card": "0"})
    after = Learnt.from_bytes(data, "it")
    assert notes_of(data)["card"] == "0" and after.to_bytes({"card": "0"}) == data and after.limit == limit
    random = torch.Generator().manual_seed(1)
    x_CHW, valid_HW = torch.randn(bands, 70, 70, generator=random), torch.ones(70, 70, dtype=torch.bool)
    here, there = (each.features(x_CHW, valid_HW) for each in (before, after))
    assert list(here) == list(there) and all(torch.equal(here[name], there[name]) for name in here)
    groups = {"spectra": torch.randn(9, bands, generator=random), "deep": torch.randn(9, 80, generator=random)}
    assert torch.equal(before.head(groups), after.head(groups))


def test_a_file_keeps_which_sources_are_dates_of_the_first() -> None:
    one, other = (learnt(3, seed).features for seed in (0, 1))
    place = PlaceFeatures(parts=(one, other, other), bands=(3, 3, 3), sensors=("a", "b", "a"), dates=(2,))
    after = Learnt.from_bytes(replace(learnt(9, 0), features=place).to_bytes(), "it").features
    assert isinstance(after, PlaceFeatures) and after.groups == place.groups
    assert (after.bands, after.sensors, after.dates) == (place.bands, place.sensors, place.dates)


def test_a_file_from_before_dates_says_what_to_do() -> None:
    features = learnt(3, 0).features
    place = PlaceFeatures(parts=(features, features), bands=(3, 3), sensors=("a", "b"))
    before = replace(learnt(6, 0), features=place).to_bytes().replace(b"date", b"else")
    with pytest.raises(ModelError, match="it was saved by an earlier version") as caught:
        Learnt.from_bytes(before, "it")
    assert "again" in caught.value.hint


def test_a_head_for_other_scenes_travels_in_the_file_and_decides_there() -> None:
    other = learnt(4, 1)
    taught = replace(learnt(4, 0), elsewhere=other.head, limit_elsewhere=0.125)
    data = taught.to_bytes()
    there = Learnt.from_bytes(data, "it").for_other_scenes()
    assert there.to_bytes() != data and there.limit == 0.125
    groups = {"spectra": torch.randn(9, 4), "deep": torch.randn(9, 80)}
    assert torch.equal(there.head(groups), other.for_other_scenes().head(groups))
    assert Learnt.from_bytes(learnt(4, 0).to_bytes(), "it").elsewhere is None


def test_elsewhere_classes_are_taken_for_equally_common() -> None:
    taught = learnt(4, 0)
    groups = {"spectra": torch.randn(9, 4), "deep": torch.randn(9, 80)}
    odds_NK = taught.head(groups) / taught.for_other_scenes().head(groups)
    shares_K = taught.head.log_prior_K.exp()
    torch.testing.assert_close(odds_NK / odds_NK[:, :1], (shares_K / shares_K[0]).expand(9, 3))


@pytest.mark.parametrize("data", [b"", b"{}", save({"x": torch.ones(1)}), save({"x": torch.ones(1)}, {"learnt": "{}"})])
def test_another_file_is_told_in_one_line(data: bytes) -> None:
    with pytest.raises(ModelError, match="it does not hold what was learnt from labels"):
        Learnt.from_bytes(data, "it")
