"""What is like the examples is found along chains of like pixels, and counter-examples are kept away."""

import pytest
import torch
from torch import Tensor

from engine.unlabelled import alike

GROUPS = ("spectra", "context")


def clouds(*centres: float, count: int = 200, seed: int = 0) -> dict[str, Tensor]:
    """Pixels around some centres, two features in each group."""
    random = torch.Generator().manual_seed(seed)
    at_N1 = torch.tensor(centres).repeat_interleave(count)[:, None]
    return {name: at_N1 + 0.3 * torch.randn(len(at_N1), 2, generator=random) for name in GROUPS}


def some(groups: dict[str, Tensor], *index: int) -> dict[str, Tensor]:
    return {name: x_ND[list(index)] for name, x_ND in groups.items()}


def similarity(scene: dict[str, Tensor], examples: dict[str, Tensor], like: list[bool]) -> Tensor:
    return alike.learn(scene, examples, torch.tensor(like))(scene)[:, 0]


def test_pixels_of_the_same_cloud_are_alike_and_others_are_not() -> None:
    scene = clouds(0, 3, 6)
    like_N = similarity(scene, some(clouds(3, seed=1), 0), [True])
    assert like_N[200:400].min() > max(like_N[:200].max(), like_N[400:].max())
    assert 0.5 < like_N[200:400].median() < 1.5
    assert like_N[:200].median() < 0.4 and like_N[400:].median() < 0.4


def test_likeness_follows_a_chain_further_than_distance_does() -> None:
    """Two crescents: the end of one is nearer to the other than to its own beginning."""
    angle_N = torch.linspace(0, torch.pi, 300)
    noise_N2 = 0.05 * torch.randn(600, 2, generator=torch.Generator().manual_seed(0))
    upper_N2 = torch.stack([angle_N.cos(), angle_N.sin()], 1)
    lower_N2 = torch.stack([1 - angle_N.cos(), 0.4 - angle_N.sin()], 1)
    x_N2 = torch.cat([upper_N2, lower_N2]) + noise_N2
    like_N = similarity({"spectra": x_N2}, {"spectra": x_N2[:1]}, [True])
    crescents = like_N[:300].median(), like_N[300:].median()
    assert crescents[0] > crescents[1]
    near_N = (x_N2 - x_N2[0]).square().sum(1)
    assert near_N[250:300].min() > near_N[300:330].min()  # the lower one begins nearer by
    assert like_N[250:300].median() > like_N[300:330].median()


def test_a_counter_example_takes_what_is_like_it_away() -> None:
    """Two clouds that overlap: one click tells them hardly apart."""
    scene = clouds(0, 0.9, 6)
    examples = {name: torch.tensor([[0.3, 0.3], [0.9, 0.9]]) for name in GROUPS}
    alone_N = similarity(scene, some(examples, 0), [True])
    told_N = similarity(scene, examples, [True, False])
    assert alone_N[200:400].median() > 0.8
    assert told_N[200:400].median() < 0.7 and told_N[:200].median() > 0.9
    assert told_N[400:].median() < 0.1


@pytest.mark.parametrize("count", [0, 1, 2, 5])
def test_a_scene_of_hardly_any_pixels_gives_numbers(count: int) -> None:
    scene = {name: x_ND[:count] for name, x_ND in clouds(0, 3).items()}
    head = alike.learn(scene, some(clouds(3), 0), torch.tensor([True]))
    assert torch.isfinite(head(clouds(0, 3))).all()


def test_pixels_that_are_copies_of_each_other_give_numbers() -> None:
    scene = {name: torch.ones(50, 2) for name in GROUPS}
    assert torch.isfinite(similarity(scene, some(scene, 0, 1), [True, False])).all()


def test_the_answer_at_a_pixel_does_not_depend_on_the_others() -> None:
    scene = clouds(0, 3)
    head = alike.learn(scene, some(clouds(3, seed=1), 0), torch.tensor([True]))
    torch.testing.assert_close(head(scene)[7:9], head(some(scene, 7, 8)), rtol=0, atol=1e-5)


def test_evenly_spaced_numbers_begin_at_the_first_and_end_at_the_last() -> None:
    assert alike.evenly(10, 4).tolist() == [0, 3, 6, 9]
    assert alike.evenly(3, 5).tolist() == [0, 1, 2] and alike.evenly(0, 5).tolist() == []
