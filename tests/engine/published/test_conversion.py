"""A published file becomes the model that it holds; anything else in it is refused."""

import io
from dataclasses import replace

import pytest
import torch

from engine.errors import ModelError
from engine.published import catalogue
from engine.published.conversion import TENSOR_MAPPINGS, converted
from tests.fakes.published_weights import SMALL, tensors_of


def test_a_published_file_becomes_the_model_it_holds(original, data):
    model = converted(torch.load(io.BytesIO(data), weights_only=True), "dofa-v1", SMALL)
    for name, value in original.state_dict().items():
        assert torch.allclose(model.state_dict()[name], value, atol=1e-7), name


def test_a_file_without_the_last_norm_gets_a_plain_one(original):
    tensors = {name: value for name, value in tensors_of(original).items() if not name.startswith("fc_norm")}
    norm = converted(tensors, "dofa-v1", SMALL).encoder.norm
    assert norm.weight.eq(1).all() and norm.bias.eq(0).all()


def test_no_other_tensor_may_be_missing(original):
    tensors = tensors_of(original)
    for name in tensors.keys() - {"fc_norm.weight", "fc_norm.bias"}:
        with pytest.raises(ModelError, match="missing"):
            converted({other: value for other, value in tensors.items() if other != name}, "dofa-v1", SMALL)


@pytest.mark.parametrize(
    "name", ["blocks.2.norm1.weight", "blocks.0.ls1.gamma", "decoder.weight", "head_norm", "positions"]
)
def test_an_unknown_tensor_is_refused(original, name):
    with pytest.raises(ModelError, match="unknown"):
        converted({**tensors_of(original), name: torch.zeros(32)}, "dofa-v1", SMALL)


def test_a_tensor_of_another_size_is_refused(original):
    with pytest.raises(ModelError, match=r"embedding.bias_token should be \(1, 128\), but is \(128,\)"):
        tensors = tensors_of(original)
        converted({**tensors, "patch_embed.weight_generator.bias_token": torch.zeros(128)}, "dofa-v1", SMALL)


def test_the_two_layouts_are_not_mistaken_for_each_other(original):
    with pytest.raises(ModelError, match="these weights are not those of the model"):
        converted(tensors_of(original), "dofa-v2", replace(SMALL, layer_scale=True))


def test_nothing_but_what_pre_training_alone_used_is_left_out():
    assert TENSOR_MAPPINGS["dofa-v1"].unused == ("mask_token", "projector.", "norm.", "head.")
    assert TENSOR_MAPPINGS["dofa-v2"].unused == ("mask_token", "projector.", "norm.")


def test_every_model_is_pinned():
    for published in catalogue.PUBLISHED.values():
        assert len(published.revision) == 40 and published.revision in published.url
        assert published.url.startswith("https://")
        assert published.sha256 is None or len(bytes.fromhex(published.sha256)) == 32
    assert [name for name, known in catalogue.PUBLISHED.items() if known.sha256 is None] == ["dofa-v2-large"]


def test_torchgeo_names_its_files_by_the_same_digests():
    for name in ("dofa-base", "dofa-large"):
        published = catalogue.PUBLISHED[name]
        assert published.file.endswith(f"-{published.sha256[:8]}.pth")
