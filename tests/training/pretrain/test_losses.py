"""What rebuilt tokens are compared with."""

import math

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from training.pretrain.targets.pixels import latent_loss, normalised, patchify, pixel_loss, unpatchify

SIDE = st.integers(1, 4)


def noise(*shape: int, seed: int = 0) -> torch.Tensor:
    return torch.randn(*shape, generator=torch.Generator().manual_seed(seed))


@given(rows=SIDE, cols=SIDE, patch_px=SIDE, bands=SIDE)
@settings(max_examples=20)
def test_unpatchify_undoes_patchify(rows: int, cols: int, patch_px: int, bands: int) -> None:
    x = noise(2, bands, rows * patch_px, cols * patch_px)
    patches = patchify(x, patch_px)
    assert patches.shape == (2, rows * cols, bands, patch_px**2)
    assert torch.equal(unpatchify(patches, (rows, cols)), x)


def test_patches_come_row_by_row_and_so_do_their_pixels() -> None:
    x = torch.arange(24.0).reshape(1, 1, 4, 6)
    assert patchify(x, 2)[0, :, 0].tolist()[:4] == [[0, 1, 6, 7], [2, 3, 8, 9], [4, 5, 10, 11], [12, 13, 18, 19]]


def test_the_pixel_loss_is_that_of_mae() -> None:
    rebuilt, patches = noise(2, 3, 4, 16).numpy(), noise(2, 3, 4, 16, seed=1).numpy() * 5 + 2
    errors = []
    for made, there in zip(rebuilt.reshape(6, -1), patches.reshape(6, -1), strict=True):
        wanted = (there - there.mean()) / np.sqrt(there.var(ddof=1) + 1e-6)
        errors.append(((made - wanted) ** 2).mean())
    everything = torch.ones(2, 3, 16, dtype=torch.bool)
    found = pixel_loss(torch.from_numpy(rebuilt), torch.from_numpy(patches), everything)
    assert float(found) == pytest.approx(np.mean(errors), rel=1e-5)


def test_a_perfect_answer_costs_nothing_whatever_the_scale() -> None:
    patches = noise(2, 3, 4, 16) * 7 + 3
    everything = torch.ones(2, 3, 16, dtype=torch.bool)
    answer, mean, deviation = normalised(patches)
    assert float(pixel_loss(answer, patches, everything)) == pytest.approx(0, abs=1e-12)
    assert torch.allclose(answer * deviation + mean, patches, atol=1e-5)


def test_a_flat_patch_is_no_division_by_zero() -> None:
    everything = torch.ones(1, 1, 4, dtype=torch.bool)
    assert float(pixel_loss(torch.zeros(1, 1, 2, 4), torch.full((1, 1, 2, 4), 3.0), everything)) == 0


def test_what_is_no_data_does_not_count() -> None:
    rebuilt, patches, valid = noise(1, 4, 2, 16), noise(1, 4, 2, 16, seed=1), torch.ones(1, 4, 16, dtype=torch.bool)
    valid[0, 1, :9] = False  # less than half
    valid[0, 2, :5] = False
    expected = pixel_loss(rebuilt, patches, valid), latent_loss(rebuilt[:, :, 0], patches[:, :, 0], valid, 0.1)
    rebuilt[0, 1] += 1
    assert latent_loss(rebuilt[:, :, 0], patches[:, :, 0], valid, 0.1) == expected[1]
    patches[0, 1] += noise(2, 16, seed=2)
    assert latent_loss(rebuilt[:, :, 0], patches[:, :, 0], valid, 0.1) == expected[1]
    rebuilt[0, 2, :, :5] += 9  # the part without data of a patch that counts
    assert pixel_loss(rebuilt, patches, valid) == expected[0]


def test_nothing_valid_is_a_loss_of_zero_with_gradients_of_zero() -> None:
    rebuilt, nothing = noise(1, 3, 2, 4).requires_grad_(), torch.zeros(1, 3, 4, dtype=torch.bool)
    loss = pixel_loss(rebuilt, noise(1, 3, 2, 4), nothing) + latent_loss(rebuilt[:, :, 0], noise(1, 3, 4), nothing, 0.1)
    loss.backward()
    assert loss.item() == 0
    assert rebuilt.grad is not None
    assert not rebuilt.grad.any()


def test_the_latent_loss_is_near_zero_for_the_right_answer_and_log_m_for_an_answer_that_says_nothing() -> None:
    everything = torch.ones(2, 8, 4, dtype=torch.bool)
    wanted = torch.eye(8).expand(2, -1, -1)
    assert float(latent_loss(wanted * 3, wanted, everything, 0.1)) < 1e-3
    same = torch.ones(2, 8, 8)
    assert float(latent_loss(same, wanted, everything, 0.1)) == pytest.approx(math.log(8))
    assert float(latent_loss(wanted.flip(1), wanted, everything, 0.1)) > 5


def test_the_latent_loss_contrasts_within_a_chip_only() -> None:
    everything = torch.ones(2, 4, 4, dtype=torch.bool)
    wanted = torch.eye(4).expand(2, -1, -1)  # both chips look alike: no matter
    alone = latent_loss(wanted[:1], wanted[:1], everything[:1], 0.1)
    assert torch.allclose(latent_loss(wanted, wanted, everything, 0.1), alone)
