"""Patches of cells in a few numbers: their principal axes. Knows arrays alone."""

from dataclasses import dataclass

import torch
from torch import Tensor

from engine.objects.lattice import PATCH

AXES = 40
LEAST = 1e-9


@dataclass(frozen=True)
class PatchAxes:
    """The directions in which patches differ most.

    Attributes:
        mean_D: the mean patch; D is bands * PATCH * PATCH.
        axes_DA: orthonormal, at most `AXES` of them.
    """

    mean_D: Tensor
    axes_DA: Tensor

    @classmethod
    def of(cls, patches_ND: Tensor) -> "PatchAxes":
        """The principal axes of some patches, by the smaller of their two Gram matrices."""
        mean_D = patches_ND.mean(0)
        x_ND = (patches_ND - mean_D).cpu().double()
        count = min(AXES, *x_ND.shape)
        if x_ND.shape[1] <= x_ND.shape[0]:
            axes_DA = torch.linalg.eigh(x_ND.T @ x_ND)[1][:, -count:]
        else:
            values_N, sides_NN = torch.linalg.eigh(x_ND @ x_ND.T)
            axes_DA = x_ND.T @ sides_NN[:, -count:] / values_N[-count:].clamp(min=LEAST).sqrt()
        return cls(mean_D, axes_DA.to(patches_ND))

    def along(self, patches_ND: Tensor) -> Tensor:
        """Patches (N, A) along the axes."""
        return (patches_ND - self.mean_D) @ self.axes_DA

    def everywhere(self, cells_CHW: Tensor, stride: int) -> Tensor:
        """The patch around each place (h, w, A) of cells that reach half a patch beyond the places."""
        kernels_ACPP = self.axes_DA.T.reshape(-1, len(cells_CHW), PATCH, PATCH)
        found_AHW = torch.nn.functional.conv2d(cells_CHW[None], kernels_ACPP, stride=stride)[0]
        return found_AHW.permute(1, 2, 0) - self.mean_D @ self.axes_DA
