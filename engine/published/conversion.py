"""Tensors under the names their authors gave them to a model of ours. Every name is known or refused; no files.

What is left out says so: parts that only pre-training used. What may be absent says what stands in its place.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import torch
from torch import Tensor

from engine.errors import ModelError
from engine.model.config import ModelConfig
from engine.model.galileo import GROUPS
from engine.model.ofa import OFA

_EMBEDDING = (
    ("patch_embed.fclayer.w1.", "embedding.first."),
    ("patch_embed.fclayer.w2.", "embedding.second."),
    ("patch_embed.weight_generator.weight_tokens", "embedding.weight_tokens"),
    ("patch_embed.weight_generator.bias_token", "embedding.bias_token"),
    ("patch_embed.weight_generator.transformer_encoder.layers.0.", "embedding.generator."),
    ("patch_embed.weight_generator.fc_weight.", "embedding.to_kernel."),
    ("patch_embed.weight_generator.fc_bias.", "embedding.to_bias."),
)
POSITIONS = "positions"  # of the cls token, then of the patches


@dataclass(frozen=True)
class TensorMapping:
    """How a published file names its tensors.

    Attributes:
        renamed: how a name begins there, and how it begins here.
        unused: beginnings of names that are left out.
        absent: names here that the file may lack -> the value in their place.
    """

    renamed: tuple[tuple[str, str], ...]
    unused: tuple[str, ...]
    absent: Mapping[str, float]


TENSOR_MAPPINGS: Mapping[str, TensorMapping] = MappingProxyType(
    {
        # `norm.` is the pre-training's: the published model norms the mean of tokens by an `fc_norm` that begins plain.
        "dofa-v1": TensorMapping(
            (
                *_EMBEDDING,
                ("cls_token", "cls_token"),
                ("pos_embed", POSITIONS),
                ("blocks.", "encoder.blocks."),
                ("fc_norm.", "encoder.norm."),
            ),
            ("mask_token", "projector.", "norm.", "head."),
            {"encoder.norm.weight": 1.0, "encoder.norm.bias": 0.0},
        ),
        # `norm.` is built there and never called.
        "dofa-v2": TensorMapping(
            (
                *_EMBEDDING,
                ("model.cls_token", "cls_token"),
                ("model.pos_embed", POSITIONS),
                ("model.blocks.", "encoder.blocks."),
                ("model.norm.", "encoder.norm."),
            ),
            ("mask_token", "projector.", "norm."),
            {},
        ),
        # Left out: constants that are computed here (numbers of dates, months), and groups that the engine has no
        # bands of.
        "galileo": TensorMapping(
            (
                *((f"space_time_embed.{group}.proj.", f"embedding.kernels.{group}.") for group in GROUPS),
                ("s_t_channel_embed", "embedding.group_tokens"),
                ("blocks.", "encoder.blocks."),
                ("norm.", "encoder.norm."),
            ),
            (
                "pos_embed",
                "month_embed.",
                "sp_channel_embed",
                "t_channel_embed",
                "st_channel_embed",
                "space_embed.",
                "time_embed.",
                "static_embed.",
            ),
            {},
        ),
    }
)


def converted(tensors: Mapping[str, Tensor], mapping: str, config: ModelConfig) -> OFA:
    """A model with published weights.

    Args:
        tensors: by the names of the published file.
        mapping: which of `TENSOR_MAPPINGS` these are.
        config: of the model.

    Raises:
        ModelError: a tensor is unknown, missing or of another shape.
    """
    rules = TENSOR_MAPPINGS[mapping]
    state = _joined(_renamed(tensors, rules))
    if POSITIONS in state and "cls_token" in state:
        positions_1ND = state.pop(POSITIONS)
        state["cls_token"] = state["cls_token"] + positions_1ND[:, :1]  # they are only ever added to each other
        state["table_1ND"] = positions_1ND[:, 1:].contiguous()
    model = OFA(config, seed=None)
    expected = model.state_dict()
    for name, value in rules.absent.items():
        state.setdefault(name, torch.full(expected[name].shape, value))
    _compare(state, expected)
    model.load_state_dict(state, assign=True)
    return model


def _renamed(tensors: Mapping[str, Tensor], rules: TensorMapping) -> dict[str, Tensor]:
    state, unknown = {}, []
    for name, value in tensors.items():
        there, here = next((pair for pair in rules.renamed if name.startswith(pair[0])), ("", None))
        if here is not None:
            state[here + name.removeprefix(there)] = value.float()
        elif not name.startswith(rules.unused):
            unknown.append(name)
    if unknown:
        raise _unfit(f"{len(unknown)} tensors are unknown: {_some(unknown)}")
    return state


def _joined(state: dict[str, Tensor]) -> dict[str, Tensor]:
    """Queries, keys and values that come as three matrices, as the one that the blocks here have."""
    for query in [name for name in state if ".attn.q." in name]:
        parts = [query.replace(".attn.q.", f".attn.{part}.") for part in "qkv"]
        if all(part in state for part in parts):
            state[query.replace(".attn.q.", ".attn.qkv.")] = torch.cat([state.pop(part) for part in parts])
    return state


def _compare(state: Mapping[str, Tensor], expected: Mapping[str, Tensor]) -> None:
    if missing := sorted(expected.keys() - state.keys()):
        raise _unfit(f"{len(missing)} tensors are missing: {_some(missing)}")
    if unknown := sorted(state.keys() - expected.keys()):
        raise _unfit(f"{len(unknown)} tensors are unknown: {_some(unknown)}")
    for name, value in state.items():
        if value.shape != expected[name].shape:
            raise _unfit(f"{name} should be {tuple(expected[name].shape)}, but is {tuple(value.shape)}")


def _unfit(what: str) -> ModelError:
    return ModelError(f"these weights are not those of the model: {what}", "take the published file of this model")


def _some(names: list[str], most: int = 3) -> str:
    return ", ".join(names[:most]) + (" …" if len(names) > most else "")
