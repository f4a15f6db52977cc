"""Which tokens are hidden, and picking them."""

import math

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from training.pretrain.masking import cross_masking, random_masking, take

COUNTS = st.integers(2, 40)
RATIOS = st.floats(0.01, 0.99)


def lot(seed: int = 0) -> torch.Generator:
    return torch.Generator().manual_seed(seed)


@given(places=st.integers(1, 4), tokens=COUNTS, ratio=RATIOS)
@settings(max_examples=30)
def test_kept_and_hidden_are_all_tokens_once_and_neither_is_empty(places: int, tokens: int, ratio: float) -> None:
    kept, hidden = random_masking(places, tokens, ratio, lot())
    both = torch.cat([kept, hidden], dim=1).sort(dim=1).values
    assert torch.equal(both, torch.arange(tokens).expand(places, -1))
    assert min(kept.shape[1], hidden.shape[1]) >= 1
    assert abs(hidden.shape[1] - ratio * tokens) <= max(0.5, 1 - ratio * tokens, 1 - (1 - ratio) * tokens) + 1e-9


def test_three_quarters_of_the_papers_tokens_are_hidden() -> None:
    kept, hidden = random_masking(2, 196, 0.75, lot())
    assert (kept.shape, hidden.shape) == ((2, 49), (2, 147))


def test_every_token_is_hidden_equally_often_and_places_differ() -> None:
    _, hidden = random_masking(4000, 8, 0.75, lot())
    assert torch.bincount(hidden.flatten(), minlength=8).float().div(4000).allclose(torch.tensor(0.75), atol=0.03)


def test_the_generator_alone_decides() -> None:
    for draw in (lambda g: random_masking(3, 16, 0.5, g), lambda g: cross_masking(3, 16, 0.75, 1, g)):
        assert all(map(torch.equal, draw(lot(1)), draw(lot(1))))
        assert not torch.equal(draw(lot(1))[0], draw(lot(2))[0])


@given(tokens=st.integers(1, 40), ratio=RATIOS, blind=st.integers(0, 1))
@settings(max_examples=30)
def test_a_blind_sensor_is_hidden_as_a_whole(tokens: int, ratio: float, blind: int) -> None:
    kept, hidden = cross_masking(3, tokens, ratio, blind, lot())
    assert (kept // tokens == 1 - blind).all()
    both = torch.cat([kept, hidden], dim=1).sort(dim=1).values
    assert torch.equal(both, torch.arange(2 * tokens).expand(3, -1))
    assert 1 <= kept.shape[1] <= tokens


def test_as_many_tokens_stay_as_without_blindness() -> None:
    assert cross_masking(2, 64, 0.75, 0, lot())[0].shape == random_masking(2, 128, 0.75, lot())[0].shape


@pytest.mark.parametrize("more", [(), (5,), (3, 4)])
def test_take_picks_rows(more: tuple[int, ...]) -> None:
    x = torch.arange(2 * 6 * math.prod(more)).reshape(2, 6, *more)
    index = torch.tensor([[5, 0, 0], [1, 2, 3]])
    assert torch.equal(take(x, index), torch.stack([x[0][index[0]], x[1][index[1]]]))
