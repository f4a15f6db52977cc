"""Bands to tokens: two interchangeable embeddings of the same interface, `forward(chip) -> tokens_BND`.

`PerSensorEmbedding` is the paper's: a patch embedding of its own for each modality (Xiong et al. 2024).
`SpectralEmbedding` generates the patch embedding from what each band measures, so any subset of bands works; the
idea of a wavelength-conditioned embedding is DOFA's (Xiong et al. 2024, arXiv 2403.15356), the construction is ours.
Knows nothing of positions, scenes and units: pixels arrive as z-scores with bands that say what they are.
"""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

import torch
from torch import Tensor, nn

from engine.errors import ModelError
from engine.sensors import Band

ENMAP_INVALID = frozenset([*range(127, 142), *range(161, 168)])
"""Numbers (from 1) of the 22 of 224 EnMAP bands that HySpecNet-11k leaves out: water vapour."""

MODALITIES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "S1": ("VH", "VV"),
        "S2": ("B04", "B03", "B02", "B05", "B06", "B07", "B08", "B11", "B12"),
        "NAIP": ("Red", "Green", "Blue"),
        "Gaofen": ("Blue", "Green", "Red", "NIR"),
        "EnMAP": tuple(f"B{number:03d}" for number in range(1, 225) if number not in ENMAP_INVALID),
    }
)
"""Modality -> the bands its embedding reads, in the paper's order, named as in the sensor catalogue."""

POLARISATIONS = ("VV", "VH", "HH", "HV")
# Waves that describe a wavelength or a width. The shortest period is about the width of a broad band, so that two
# sensors' red bands look alike; the longest spans the thermal bands too.
WAVES = 32
SHORTEST_PERIOD_NM, LONGEST_PERIOD_NM = 100.0, 50_000.0
HIDDEN = 256  # width of the network that reads a band's description
KERNELS = 32  # spatial kernels that a band mixes; more than any multispectral sensor has bands


@dataclass(frozen=True)
class Chip:
    """One sensor's pixels of a batch of places.

    Attributes:
        x_BCHW: float32 z-scores, 0 where a pixel is invalid; sides are multiples of the model's patch.
        bands: what each of the C bands measures.
        gsd_m: metres per pixel, of all places or of each.
        modality: which per-sensor embedding reads it ("S1", "S2", "NAIP", "Gaofen", "EnMAP"), if any does.
    """

    x_BCHW: Tensor
    bands: tuple[Band, ...]
    gsd_m: float | tuple[float, ...]
    modality: str | None = None

    @property
    def gsds_m(self) -> tuple[float, ...]:
        """Metres per pixel, one number for all places or one for each."""
        return self.gsd_m if isinstance(self.gsd_m, tuple) else (self.gsd_m,)

    def grid(self, patch_px: int) -> tuple[int, int]:
        """Rows and columns of tokens.

        Raises:
            ModelError: the sides are no multiples of the patch, bands and channels differ in number, or the pixel
                size is unknown.
        """
        places, channels, height, width = self.x_BCHW.shape
        if height % patch_px or width % patch_px or not height or not width:
            raise ModelError(
                f"expected a chip whose sides are multiples of {patch_px} pixels; found {height} x {width}",
                "pad or crop the chip",
            )
        if channels != len(self.bands) or not channels:
            raise ModelError(f"expected one channel for each of {len(self.bands)} bands; found {channels} channels")
        assert len(self.gsds_m) in (1, places)  # nosec B101
        if not all(0 < gsd_m < math.inf for gsd_m in self.gsds_m):
            raise ModelError(
                f"expected the size of a pixel in metres; found {self.gsd_m}",
                "georeference the scene, or set its GSD_M tag to the pixel size in metres",
            )
        return height // patch_px, width // patch_px


class PerSensorEmbedding(nn.Module):
    """One convolution per modality; it picks the bands it knows from the chip by name."""

    def __init__(self, width: int, patch_px: int) -> None:
        super().__init__()
        self.projections = nn.ModuleDict(
            {name: nn.Conv2d(len(bands), width, patch_px, stride=patch_px) for name, bands in MODALITIES.items()}
        )

    def forward(self, chip: Chip, patch_px: int | None = None) -> Tensor:
        """Tokens (B, N, D), row by row; `patch_px` is the side of a token, the one it was built with if None.

        Raises:
            ModelError: the chip's modality is unknown, or lacks a band.
        """
        hint = "take a model with a spectral embedding, which reads any bands (engine models lists them)"
        if chip.modality is None or chip.modality not in MODALITIES:
            raise ModelError(
                f"this model reads {', '.join(MODALITIES)}; the sensor's modality is {chip.modality}", hint
            )
        wanted = MODALITIES[chip.modality]
        names = [band.name for band in chip.bands]
        missing = [name for name in wanted if name not in names]
        if missing:
            raise ModelError(
                f"this model reads {', '.join(_shortened(wanted))} of {chip.modality}; "
                f"the scene lacks {', '.join(_shortened(missing))}",
                hint,
            )
        picked_BCHW = chip.x_BCHW[:, [names.index(name) for name in wanted]]
        projection = self.projections[chip.modality]
        assert isinstance(projection, nn.Conv2d)  # nosec B101
        return _projected(picked_BCHW, resized(projection.weight, patch_px), projection.bias)


class BandMix(nn.Module):
    """A small network that reads what bands measure: how much of each of `KERNELS` shared parts each band takes."""

    def __init__(self) -> None:
        super().__init__()
        self.polarisations = nn.Embedding(len(POLARISATIONS), 4 * WAVES)
        self.unknown_fwhm = nn.Embedding(1, 2 * WAVES)
        self.mixing = nn.Sequential(nn.Linear(4 * WAVES, HIDDEN), nn.GELU(), nn.Linear(HIDDEN, KERNELS))

    def forward(self, bands: tuple[Band, ...]) -> Tensor:
        """Shares (C, KERNELS).

        Raises:
            ModelError: a band has neither a wavelength nor a polarisation.
        """
        device = self.unknown_fwhm.weight.device
        waves_CE, radar_CR, unknown_C1 = (part.to(device) for part in describe(bands))
        learnt_width = nn.functional.pad(unknown_C1 @ self.unknown_fwhm.weight, (2 * WAVES, 0))
        shares_CK: Tensor = self.mixing(waves_CE + radar_CR @ self.polarisations.weight + learnt_width)
        return shares_CK


class SpectralEmbedding(nn.Module):
    """One convolution for all sensors, whose weights are generated from what each band measures.

    Each band takes a mix of shared spatial kernels (`BandMix`). The sum over bands is divided by their number, so
    that tokens keep their magnitude when bands are dropped, and the order of the bands does not matter.
    """

    def __init__(self, width: int, patch_px: int) -> None:
        super().__init__()
        self.mix = BandMix()
        self.kernels = nn.Conv2d(KERNELS, width, patch_px, stride=patch_px)
        self.sensor = nn.Linear(KERNELS, width, bias=False)

    def forward(self, chip: Chip, patch_px: int | None = None) -> Tensor:
        """Tokens (B, N, D), row by row; `patch_px` is the side of a token, the one it was built with if None.

        Raises:
            ModelError: a band has neither a wavelength nor a polarisation.
        """
        mixing_CK = self.mix(chip.bands)
        kernels_DKPP = resized(self.kernels.weight, patch_px)
        kernels_DCPP = torch.einsum("ck,dkpq->dcpq", mixing_CK, kernels_DKPP) / len(chip.bands)
        assert self.kernels.bias is not None  # nosec B101
        bias_D = self.kernels.bias + self.sensor(mixing_CK).mean(0)  # tells sensors of one place apart
        return _projected(chip.x_BCHW, kernels_DCPP, bias_D)


EMBEDDINGS: Mapping[str, Callable[[int, int], nn.Module]] = MappingProxyType(
    {"spectral": SpectralEmbedding, "per_sensor": PerSensorEmbedding}
)
"""Name -> class; built with (width, patch_px), called with a `Chip`, answers tokens (B, N, D)."""


def _projected(x_BCHW: Tensor, kernels_DCPP: Tensor, bias_D: Tensor | None) -> Tensor:
    """Tokens (B, N, D): one for each patch, row by row."""
    tokens_BDHW = nn.functional.conv2d(x_BCHW, kernels_DCPP, bias_D, stride=kernels_DCPP.shape[-1])
    return tokens_BDHW.flatten(2).transpose(1, 2)


def resized(kernels_DCPP: Tensor, patch_px: int | None) -> Tensor:
    """Kernels for patches of another side that answer, to a patch resized so, what these answer to the patch.

    With the pseudo-inverse of bilinear resizing (Beyer et al. 2023, "FlexiViT", section 3.4): exact when patches grow,
    the least squares answer when they shrink.
    """
    old_px = kernels_DCPP.shape[-1]
    if patch_px in (None, old_px):
        return kernels_DCPP
    assert patch_px is not None  # nosec B101
    back_QP = _resizing(old_px, patch_px).to(kernels_DCPP)
    return (kernels_DCPP.flatten(2) @ back_QP.T).reshape(*kernels_DCPP.shape[:2], patch_px, patch_px)


@lru_cache(maxsize=8)
@torch.inference_mode(False)
def _resizing(old_px: int, new_px: int) -> Tensor:
    """The pseudo-inverse (new_px², old_px²) of the transposed matrix that resizes a flattened patch bilinearly."""
    pixels_P1pp = torch.eye(old_px**2, dtype=torch.float64).reshape(-1, 1, old_px, old_px)
    smaller = new_px < old_px
    resized_P1qq = nn.functional.interpolate(pixels_P1pp, (new_px, new_px), mode="bilinear", antialias=smaller)
    back_QP: Tensor = torch.linalg.pinv(resized_P1qq.flatten(1))
    return back_QP.float()


@lru_cache(maxsize=64)  # a scene asks for the same bands tile after tile
@torch.inference_mode(False)  # what inference caches, training may ask for next
def describe(bands: tuple[Band, ...]) -> tuple[Tensor, Tensor, Tensor]:
    """What bands measure, in numbers, on the CPU. A polarisation makes a band radar, whatever its wavelength.

    Returns:
        waves (C, 4 * WAVES): sines and cosines of the wavelength, then of the width; 0 for radar and an unknown width.
        radar (C, len(POLARISATIONS)): 1 at the polarisation of a radar band, else 0.
        unknown (C, 1): 1 where an optical band's width is unknown, else 0.

    Raises:
        ModelError: a band has neither a wavelength nor a polarisation.
    """
    waves = torch.zeros(len(bands), 2, 2 * WAVES)
    radar = torch.zeros(len(bands), len(POLARISATIONS))
    unknown = torch.zeros(len(bands), 1)
    for row, band in enumerate(bands):
        if band.polarisation in POLARISATIONS:
            radar[row, POLARISATIONS.index(band.polarisation)] = 1
        elif band.wavelength_nm is None:
            raise ModelError(
                f"the model needs the wavelength or the polarisation ({', '.join(POLARISATIONS)}) of every band; "
                f"band {band.name} has neither",
                "say what the band is with --bands, e.g. --bands 1=665nm or --bands 1=VV",
            )
        else:
            waves[row, 0] = sin_cos_nm(band.wavelength_nm)
            unknown[row] = band.fwhm_nm is None
            if band.fwhm_nm is not None:
                waves[row, 1] = sin_cos_nm(band.fwhm_nm)
    return waves.flatten(1), radar, unknown


def sin_cos_nm(length_nm: float) -> Tensor:
    """Sines, then cosines (2 * WAVES,) of a length in nanometres, with periods in geometric steps."""
    steps = torch.linspace(math.log(SHORTEST_PERIOD_NM), math.log(LONGEST_PERIOD_NM), WAVES, dtype=torch.float64)
    angles = 2 * math.pi * length_nm / steps.exp()
    return torch.cat([angles.sin(), angles.cos()]).float()


def _shortened(names: list[str] | tuple[str, ...], most: int = 9) -> list[str]:
    return list(names) if len(names) <= most else [*names[:most], f"… ({len(names)} in all)"]
