"""What a head makes of a group of features before all else, where that is linear: few numbers instead of many.

A head that hands its maps over (`engine.inference.SplitHead`) lets others apply them where features arise, so that
nobody holds the features of hundreds of bands for every pixel of a strip.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import torch
from torch import Tensor


@dataclass(frozen=True)
class LinearMap:
    """``(x - centre) @ weights``.

    Attributes:
        centre_D: taken from features (D,).
        weights_DP: the matrix.
    """

    centre_D: Tensor
    weights_DP: Tensor

    def __call__(self, x_ND: Tensor) -> Tensor:
        """Results (N, P) of features (N, D)."""
        return (x_ND.float() - self.centre_D) @ self.weights_DP

    def of_planes(self, x_DHW: Tensor) -> Tensor:
        """Results (P, H, W) of features (D, H, W)."""
        flat_PN = self.weights_DP.T @ (x_DHW.flatten(1).float() - self.centre_D[:, None])
        return flat_PN.view(len(flat_PN), *x_DHW.shape[1:])

    def parts(self, count: int) -> Iterator["LinearMap"]:
        """Maps of so many equal parts of the features; their results add up to those of this one."""
        pieces = zip(torch.chunk(self.centre_D, count), torch.chunk(self.weights_DP, count), strict=True)
        return (LinearMap(*piece) for piece in pieces)
