"""A teacher's features on their principal axes: few numbers, of which the first say most. Pure arithmetic."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors import SafetensorError, safe_open
from torch import Tensor

from engine.errors import ModelError
from training import tensor_file

AXES = 128
"""Principal axes that are kept, or all features where a teacher has fewer."""
WIDEST = 6.0
"""Deviations of an axis at which its values are clipped, so that one byte holds them."""


@dataclass(frozen=True)
class PrincipalAxes:
    """Standardise D features, turn them onto K principal axes, divide all by one number.

    One number for all axes keeps what makes the first ones important; it makes their mean variance 1.

    Attributes:
        mean_D, std_D: of each feature.
        axes_DK: principal axes of the standardised features, each of length 1 over `scale`.
        spread_K: deviation of each projected axis.
    """

    mean_D: Tensor
    std_D: Tensor
    axes_DK: Tensor
    spread_K: Tensor

    @classmethod
    def fit(cls, samples: Iterable[Tensor]) -> "PrincipalAxes":
        """Axes of features (N, D), in as many parts as there are; every row counts alike."""
        count, total_D, products_DD = 0, torch.zeros(()), torch.zeros(())
        for x_ND in (part.double() for part in samples):
            count, total_D, products_DD = count + len(x_ND), total_D + x_ND.sum(0), products_DD + x_ND.T @ x_ND
        mean_D = total_D / count
        covariance_DD = products_DD / count - mean_D[:, None] * mean_D
        std_D = covariance_DD.diagonal().clamp_min(0).sqrt()
        std_D = torch.where(std_D > 0, std_D, 1)
        variances_D, axes_DD = torch.linalg.eigh(covariance_DD / std_D[:, None] / std_D)
        variance_K, axes_DK = variances_D.flip(0)[:AXES].clamp_min(0), axes_DD.flip(1)[:, :AXES]
        axes_DK = axes_DK * axes_DK.sum(0).sign()  # an axis has no direction of its own
        scale = variance_K.mean().sqrt()
        return cls(*(part.float() for part in (mean_D, std_D, axes_DK / scale, variance_K.sqrt() / scale)))

    def project(self, x_ND: Tensor) -> Tensor:
        """Features (N, D) on the axes (N, K)."""
        projected: Tensor = ((x_ND - self.mean_D) / self.std_D) @ self.axes_DK
        return projected

    def steps(self) -> Tensor:
        """What one step of a byte is worth on each axis."""
        return self.spread_K.clamp_min(1e-6) * (WIDEST / 127)

    def to_bytes(self, x_NK: Tensor) -> Tensor:
        """Projected features as int8, clipped at `WIDEST` deviations."""
        return (x_NK / self.steps()).round().clamp(-127, 127).to(torch.int8)

    def from_bytes(self, bytes_NK: Tensor) -> Tensor:
        """What `to_bytes` was given, but for rounding."""
        return bytes_NK.float() * self.steps()

    def save(self, path: Path) -> None:
        """Write the axes, complete or not at all.

        Raises:
            OutputError: the disk is full or gone.
        """
        tensor_file.save({name: getattr(self, name) for name in self.__dataclass_fields__}, path, shared=True)

    @classmethod
    def load(cls, path: Path) -> "PrincipalAxes":
        """The axes in a file that `save` wrote.

        Raises:
            ModelError: there is none, or it is damaged.
        """
        try:
            with safe_open(path, "pt") as file:
                return cls(**{name: file.get_tensor(name).clone() for name in cls.__dataclass_fields__})
        except (OSError, SafetensorError) as error:
            raise ModelError(f"expected a teacher's axes in {path}; {error}", "start a new run") from error
