"""What a head makes of a group of features before all else, where that is linear: few numbers instead of many.

A head that hands its maps over (`engine.inference.SplitHead`) lets others apply them where features arise, so that
nobody holds the features of hundreds of bands for every pixel of a strip.
"""

from dataclasses import dataclass

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
