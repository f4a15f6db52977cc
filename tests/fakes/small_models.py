"""A network that is small and quick, and chips for it."""

import torch

from engine.model.config import ModelConfig
from engine.model.tokens import SensorBatch
from engine.sensors import CATALOGUE

SMALL = ModelConfig(width=32, depth=3, heads=2, patch_px=4, taps=(1, 3))
S2, S1 = CATALOGUE["sentinel-2"].bands, CATALOGUE["sentinel-1"].bands[:2]


def chip(bands=S2, size=(16, 24), batch=2, gsd_m=10.0, modality="S2", seed=0):
    generator = torch.Generator().manual_seed(seed)
    return SensorBatch(torch.randn(batch, len(bands), *size, generator=generator), tuple(bands), gsd_m, modality)


def close(a, b):
    return torch.allclose(a, b, atol=2e-5)
