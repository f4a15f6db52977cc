"""Our Transformer block against timm's: the same names, the same answers, the same gradients."""

from functools import partial

import pytest
import torch
from torch import nn

from engine.model.block import EPSILON, Block
from engine.model.torchvision_guard import ensure_torchvision_imports

WIDTH, HEADS = 48, 3


def timms(first_scale: float | None) -> nn.Module:
    ensure_torchvision_imports()
    from timm.models.vision_transformer import Block as Theirs

    norm = partial(nn.LayerNorm, eps=EPSILON)
    return Theirs(WIDTH, HEADS, qkv_bias=True, init_values=first_scale, norm_layer=norm)


@pytest.mark.parametrize("fused", [True, False], ids=["one kernel", "two products"])
@pytest.mark.parametrize("first_scale", [None, 1e-5])
def test_answers_and_gradients_are_timms_to_the_bit(first_scale, fused):
    torch.manual_seed(3)
    theirs, ours = timms(first_scale), Block(WIDTH, HEADS, first_scale)
    state = {name: torch.randn_like(value) / 4 for name, value in theirs.state_dict().items()}
    theirs.load_state_dict(state)
    ours.load_state_dict(state)
    theirs.attn.fused_attn = ours.attn.fused_attn = fused
    x_BND = torch.randn(2, 17, WIDTH)
    expected, found = theirs(x_BND), ours(x_BND)
    assert expected.std() > 0.1, "a comparison of constants proves nothing"
    assert torch.equal(found, expected)
    for block, answer in ((theirs, expected), (ours, found)):
        answer.square().sum().backward()
        assert all(weight.grad is not None and weight.grad.any() for weight in block.parameters())
    gradients = [{name: weight.grad for name, weight in block.named_parameters()} for block in (theirs, ours)]
    assert gradients[0].keys() == gradients[1].keys()
    assert all(torch.equal(gradients[0][name], gradients[1][name]) for name in gradients[0])


@pytest.mark.parametrize("first_scale", [None, 1e-5])
def test_the_same_seed_draws_the_same_weights(first_scale):
    states = []
    for make in (timms, partial(Block, WIDTH, HEADS)):
        torch.manual_seed(5)
        states.append(make(first_scale).state_dict())
    assert list(states[0]) == list(states[1])
    assert all(torch.equal(states[0][name], states[1][name]) for name in states[0])
