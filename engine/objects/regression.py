"""How far a square overlaps an object, learnt from patches, and where the object's edges are.

Kernel ridge regression with landmarks (`engine.fewlabel.kernel_ridge`), Gaussian kernel. Knows patches along their
axes, no scenes.
"""

from dataclasses import dataclass

import torch
from torch import Tensor

from engine.fewlabel.kernel_ridge import Ridge

LANDMARKS = 1000
STRENGTH = 4.0
"""Of the penalty: 1 and 16 find less on the scenes that chose."""
WIDTH = 1.0
"""Of the kernel, in median distances of patches."""
ON_OBJECT = 0.3
"""Overlap from which on a square is on an object: with less it counts as 0 and does not tell where the edges are."""
PIECE = 1 << 13
"""Places in one matrix of kernels."""


@dataclass(frozen=True)
class OverlapRegression:
    """Scores of squares.

    Attributes:
        landmarks_MA: patches along the axes.
        scale: 1 / (2 width^2) of the kernel.
        coefficients_BM: of the overlap; one row for each held-out block, and the last one learnt from all.
        edges_M4: of how far the edges of the object are from those of the square, in sides of it.
    """

    landmarks_MA: Tensor
    scale: float
    coefficients_BM: Tensor
    edges_M4: Tensor

    @classmethod
    def learn(
        cls, x_NA: Tensor, overlap_N: Tensor, edges_N4: Tensor, block_N: Tensor, seed: int
    ) -> "OverlapRegression":
        """The regression of some squares.

        Args:
            x_NA: their patches.
            overlap_N: with the object that they overlap most.
            edges_N4: of that object, from those of the square, in sides of it.
            block_N: in which they lie; each block has some of them.
            seed: of the choice of landmarks.
        """
        random = torch.Generator().manual_seed(seed)
        at_M = torch.randperm(len(x_NA), generator=random)[:LANDMARKS]
        landmarks_MA = x_NA[at_M]
        scale = 1 / (2 * (WIDTH * float(torch.pdist(landmarks_MA[:500]).median())) ** 2)
        kernel_NM = _kernel(x_NA.cpu().double(), landmarks_MA.cpu().double(), scale)  # rounding makes it indefinite
        block_LN, none_LN = block_N.cpu()[None], torch.full((1, len(x_NA)), -1)
        weight_N, overlap_N1 = torch.ones(len(x_NA), dtype=torch.double), overlap_N.cpu().double()[:, None]
        of_overlap = Ridge(kernel_NM[None], at_M, block_N.cpu(), block_LN, block_LN, weight_N, overlap_N1)
        on_N = (overlap_N.cpu() >= ON_OBJECT).double()
        of_edges = Ridge(kernel_NM[None], at_M, block_N.cpu(), none_LN, none_LN, on_N, edges_N4.cpu().double())
        alone = torch.ones(1, dtype=torch.double)
        coefficients_BM = of_overlap.without_folds(alone, STRENGTH)[..., 0]
        return cls(landmarks_MA, scale, coefficients_BM.to(x_NA), of_edges.coefficients(alone, STRENGTH).to(x_NA))

    def scores(self, x_PA: Tensor, block_P1: Tensor | None = None) -> Tensor:
        """Overlap (P,) as learnt from all, or without each square's block."""
        if block_P1 is None:
            return torch.cat([self.kernel(x) @ self.coefficients_BM[-1] for x in torch.split(x_PA, PIECE)])
        each_PB = torch.cat([self.kernel(x) @ self.coefficients_BM.T for x in torch.split(x_PA, PIECE)])
        return each_PB.gather(1, block_P1.clamp(max=each_PB.shape[1] - 1))[:, 0]  # the last blocks may hold no data

    def edges(self, x_PA: Tensor) -> Tensor:
        """How far edges are from those of the square (P, 4), in sides of it: top, left, bottom, right."""
        return torch.cat([self.kernel(x) @ self.edges_M4 for x in torch.split(x_PA, PIECE)])

    def kernel(self, x_PA: Tensor) -> Tensor:
        """How alike patches are to the landmarks (P, M)."""
        return _kernel(x_PA, self.landmarks_MA, self.scale)


def _kernel(x_PA: Tensor, landmarks_MA: Tensor, scale: float) -> Tensor:
    square_PM = x_PA.square().sum(1)[:, None] + landmarks_MA.square().sum(1) - 2 * x_PA @ landmarks_MA.T
    return (square_PM.clamp(min=0) * -scale).exp()
