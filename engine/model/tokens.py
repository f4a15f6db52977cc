"""Bands to tokens: two of four interchangeable embeddings of the same interface, `forward(chip) -> tokens_BND`.

`PerSensorEmbedding` is the paper's: a patch embedding of its own for each modality (Xiong et al. 2024).
`SpectralEmbedding` generates the patch embedding from what each band measures, so any subset of bands works; the
idea of a wavelength-conditioned embedding is DOFA's (Xiong et al. 2024, arXiv 2403.15356), the construction is ours;
DOFA's own is in `dofa`, Galileo's in `galileo`.
Knows nothing of positions, scenes and units: pixels arrive as z-scores with bands that say what they are.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

import numpy as np
import torch
from torch import Tensor, nn

from engine.errors import ModelError
from engine.sensors import Band
from engine.words import joined, say

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
ANCHORS_NM = (
    400, 440, 480, 520, 560, 600, 640, 680, 720, 760, 800, 840, 880, 940, 1000, 1100, 1200, 1300, 1400, 1500, 1600,
    1700, 1850, 2000, 2100, 2200, 2350, 2500,
)  # fmt: skip
"""Wavelengths with kernels of their own, as far apart as multispectral bands are wide: 40 nm up to the near infrared,
where most sensors have theirs, 50 to 150 nm beyond. Bands outside take the kernel at the end."""
KERNELS = len(ANCHORS_NM) + len(POLARISATIONS)
RESPONSE_SAMPLES = 32  # wavelengths at which a band's response, taken as even over its width, is looked up


@dataclass(frozen=True)
class SensorBatch:
    """One sensor's pixels of a batch of places.

    Attributes:
        x_BCHW: float32 z-scores, 0 where a pixel is invalid; sides are multiples of the model's patch.
        bands: what each of the C bands measures.
        gsd_m: metres per pixel, of all places or of each.
        modality: which per-sensor embedding reads it ("S1", "S2", "NAIP", "Gaofen", "EnMAP"), if any does.
        months: when it was taken, 1 to 12, of all places or of each; 0 where that is not known.
    """

    x_BCHW: Tensor
    bands: tuple[Band, ...]
    gsd_m: float | tuple[float, ...]
    modality: str | None = None
    months: tuple[int, ...] = (0,)

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
                "expected a chip whose sides are multiples of {patch_px} pixels; found {height} x {width}",
                "pad or crop the chip",
                patch_px=patch_px,
                height=height,
                width=width,
            )
        if channels != len(self.bands) or not channels:
            raise ModelError(
                "expected one channel for each of {count} bands; found {channels} channels",
                count=len(self.bands),
                channels=channels,
            )
        assert len(self.gsds_m) in (1, places)  # nosec B101
        if not all(0 < gsd_m < math.inf for gsd_m in self.gsds_m):
            raise ModelError(
                "expected the size of a pixel in metres; found {gsd_m}",
                "georeference the scene, or set its GSD_M tag to the pixel size in metres",
                gsd_m=self.gsd_m,
            )
        return height // patch_px, width // patch_px


ANY_BANDS = say("take a model with a spectral embedding, which reads any bands (`engine models` lists them)")
"""Made here, as a graph that is exported cannot make it."""


class PerSensorEmbedding(nn.Module):
    """One convolution per modality; it picks the bands it knows from the chip by name."""

    def __init__(self, width: int, patch_px: int) -> None:
        super().__init__()
        self.projections = nn.ModuleDict(
            {name: nn.Conv2d(len(bands), width, patch_px, stride=patch_px) for name, bands in MODALITIES.items()}
        )

    def forward(self, batch: SensorBatch, patch_px: int | None = None) -> Tensor:
        """Tokens (B, N, D), row by row; `patch_px` is the side of a token, the one it was built with if None.

        Raises:
            ModelError: the chip's modality is unknown, or one of its bands is missing.
        """
        if batch.modality is None or batch.modality not in MODALITIES:
            raise ModelError(
                "this model reads {modalities}; the sensor's modality is {modality}",
                ANY_BANDS,
                modalities=", ".join(MODALITIES),
                modality=batch.modality,
            )
        wanted = MODALITIES[batch.modality]
        names = [band.name for band in batch.bands]
        missing = [name for name in wanted if name not in names]
        if missing:
            raise ModelError(
                "this model reads {wanted} of {modality}; the scene lacks {missing}",
                ANY_BANDS,
                wanted=joined(_shortened(wanted)),
                modality=batch.modality,
                missing=joined(_shortened(missing)),
            )
        picked_BCHW = batch.x_BCHW[:, [names.index(name) for name in wanted]]
        projection = self.projections[batch.modality]
        assert isinstance(projection, nn.Conv2d)  # nosec B101
        return _projected(picked_BCHW, resized(projection.weight, patch_px), projection.bias)


class SpectralEmbedding(nn.Module):
    """One convolution for all sensors, whose weights are generated from what each band measures.

    Each band takes a mix of shared spatial kernels (`shares`). Their sum is divided by what it would be if all bands
    showed the same, so that tokens keep their magnitude when bands are dropped or are hundreds; the order of the bands
    does not matter.
    """

    def __init__(self, width: int, patch_px: int) -> None:
        super().__init__()
        self.kernels = nn.Conv2d(KERNELS, width, patch_px, stride=patch_px)
        self.sensor = nn.Linear(KERNELS, width, bias=False)

    def forward(self, batch: SensorBatch, patch_px: int | None = None) -> Tensor:
        """Tokens (B, N, D), row by row; `patch_px` is the side of a token, the one it was built with if None.

        Raises:
            ModelError: a band has neither a wavelength nor a polarisation.
        """
        shares_CK = shares(batch.bands).to(self.kernels.weight.device)
        kernels_DKPP = resized(self.kernels.weight, patch_px)
        # Kernels are drawn as if all were summed (`initialise`), but bands take as many as they lie far apart.
        kernels_DCPP = torch.einsum("ck,dkpq->dcpq", shares_CK, kernels_DKPP) * math.sqrt(KERNELS)
        kernels_DCPP = kernels_DCPP / shares_CK.sum(0).norm()
        assert self.kernels.bias is not None  # nosec B101
        bias_D = self.kernels.bias + self.sensor(shares_CK).mean(0)  # tells sensors of one place apart
        return _projected(batch.x_BCHW, kernels_DCPP, bias_D)


def _projected(x_BCHW: Tensor, kernels_DCPP: Tensor, bias_D: Tensor | None) -> Tensor:
    """Tokens (B, N, D): one for each patch, row by row."""
    tokens_BDHW = nn.functional.conv2d(x_BCHW, kernels_DCPP, bias_D, stride=kernels_DCPP.shape[-1])
    return tokens_BDHW.flatten(2).transpose(1, 2)


def resized(kernels_DCPP: Tensor, patch_px: int | None, mode: str = "bilinear") -> Tensor:
    """Kernels for patches of another side that answer, to a patch resized so, what these answer to the patch.

    With the pseudo-inverse of bilinear or bicubic resizing (Beyer et al. 2023, "FlexiViT", section 3.4): exact when
    patches grow, the least squares answer when they shrink.
    """
    old_px = kernels_DCPP.shape[-1]
    if patch_px in (None, old_px):
        return kernels_DCPP
    assert patch_px is not None  # nosec B101
    back_QP = _resizing(old_px, patch_px, mode).to(kernels_DCPP)
    return (kernels_DCPP.flatten(2) @ back_QP.T).reshape(*kernels_DCPP.shape[:2], patch_px, patch_px)


@lru_cache(maxsize=8)
@torch.inference_mode(False)
def _resizing(old_px: int, new_px: int, mode: str) -> Tensor:
    """The pseudo-inverse (new_px², old_px²) of the transposed matrix that resizes a flattened patch."""
    pixels_P1pp = torch.eye(old_px**2, dtype=torch.float64).reshape(-1, 1, old_px, old_px)
    smaller = new_px < old_px
    resized_P1qq = nn.functional.interpolate(pixels_P1pp, (new_px, new_px), mode=mode, antialias=smaller)
    back_QP: Tensor = torch.linalg.pinv(resized_P1qq.flatten(1))
    return back_QP.float()


@lru_cache(maxsize=64)  # a scene asks for the same bands tile after tile
@torch.inference_mode(False)  # what inference caches, training may ask for next
def shares(bands: tuple[Band, ...]) -> Tensor:
    """How much of each kernel bands take (C, KERNELS), on the CPU; each row adds up to 1.

    An optical band's response is spread over the `ANCHORS_NM` by linear interpolation; a band of unknown width
    responds at its wavelength alone. A polarisation makes a band radar, with a kernel of its own.

    Raises:
        ModelError: a band has neither a wavelength nor a polarisation.
    """
    found_CK = np.zeros((len(bands), KERNELS))
    for row_K, band in zip(found_CK, bands, strict=True):
        if band.polarisation in POLARISATIONS:
            row_K[len(ANCHORS_NM) + POLARISATIONS.index(band.polarisation)] = 1
        elif band.wavelength_nm is None:
            raise unreadable(band)
        else:
            inside = (np.arange(RESPONSE_SAMPLES) + 0.5) / RESPONSE_SAMPLES - 0.5
            response_nm = band.wavelength_nm + (band.fwhm_nm or 0) * inside
            near_AR = [np.interp(response_nm, ANCHORS_NM, only_A) for only_A in np.eye(len(ANCHORS_NM))]
            row_K[: len(ANCHORS_NM)] = np.mean(near_AR, axis=1)
    return torch.from_numpy(found_CK).float()


def unreadable(band: Band) -> ModelError:
    """The error for a band whose wavelength is unknown: it is asked for, never assumed."""
    return ModelError(
        "the model needs the wavelength or the polarisation ({polarisations}) of every band; band {band} has neither",
        "say what the band is with --bands, e.g. --bands 1=665nm or --bands 1=VV",
        polarisations=", ".join(POLARISATIONS),
        band=band.name,
    )


def _shortened(names: list[str] | tuple[str, ...], most: int = 9) -> list[str]:
    return list(names) if len(names) <= most else [*names[:most], say("… ({count} in all)", count=len(names))]
