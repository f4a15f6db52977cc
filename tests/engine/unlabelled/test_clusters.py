"""Clusters are those of the pixels, the largest first, whatever the features' units."""

import pytest
import torch
from torch import Tensor

from engine.errors import RequestError
from engine.unlabelled import clusters

SIZES = (50, 300, 120)


def clouds(unit: float = 1.0) -> dict[str, Tensor]:
    random = torch.Generator().manual_seed(0)
    at_N = torch.arange(len(SIZES)).repeat_interleave(torch.tensor(SIZES))
    x_N2 = 5.0 * at_N[:, None] + torch.randn(len(at_N), 2, generator=random)
    return {"spectra": unit * x_N2 + 100 * unit, "context": torch.cat([x_N2, -x_N2], 1)}


def test_the_largest_cluster_comes_first_and_shares_are_told() -> None:
    head, share_K = clusters.learn(clouds(), 3)
    assert share_K == sorted(share_K, reverse=True)
    assert share_K == pytest.approx([size / sum(SIZES) for size in sorted(SIZES, reverse=True)], abs=0.01)
    found_N = head(clouds()).argmax(1)
    assert found_N.bincount().tolist() == pytest.approx(sorted(SIZES, reverse=True), abs=5)
    assert (found_N[50:350] == 0).float().mean() > 0.98


def test_the_head_tells_the_nearest_centre() -> None:
    """The linear map is the distance to standardised centres, less what is common to them."""
    scene = clouds()
    head, _ = clusters.learn(scene, 3)
    nearness_NK = head(scene).double()
    standard = {name: (x - x.mean(0)) / x.std(0, correction=0) / x.shape[1] ** 0.5 for name, x in scene.items()}
    x_ND = torch.cat(list(standard.values()), 1).double()
    found_N = nearness_NK.argmax(1)
    centre_KD = torch.stack([x_ND[found_N == k].mean(0) for k in range(3)])
    expected_NK = -torch.cdist(x_ND, centre_KD).square() / 2
    torch.testing.assert_close(nearness_NK - nearness_NK[:, :1], expected_NK - expected_NK[:, :1], rtol=1e-3, atol=1e-3)


def test_units_change_nothing() -> None:
    (plain, _), (scaled, _) = (clusters.learn(clouds(unit), 3) for unit in (1.0, 1e4))
    assert torch.equal(plain(clouds()).argmax(1), scaled(clouds(1e4)).argmax(1))


def test_the_same_scene_gives_the_same_clusters() -> None:
    (one, _), (other, _) = (clusters.learn(clouds(), 5) for _ in range(2))
    for name, tensor in one.state_dict().items():
        assert torch.equal(tensor, other.state_dict()[name])


@pytest.mark.parametrize(
    ("scene", "error", "hint"),
    [
        ({"spectra": torch.ones(100, 3)}, "all pixels of the scene are alike", "nodata"),
        ({"spectra": torch.randn(4, 3)}, "does not fall into 12 clusters", "--classes 4"),
    ],
)
def test_a_scene_without_so_many_clusters_says_so(scene: dict[str, Tensor], error: str, hint: str) -> None:
    with pytest.raises(RequestError, match=error) as caught:
        clusters.learn(scene, 12)
    assert hint in caught.value.hint
