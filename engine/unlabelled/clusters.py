"""Clusters of a scene's pixels: k-means on all groups of features, and a head that tells the cluster of any pixel.

Features are standardised by the scene, and each group is divided by the root of its size, so that every group counts
the same. Pure arithmetic on features: knows no scenes and no files. Shapes: P pixels, K clusters, D features.
"""

from collections.abc import Mapping

import numpy as np
import torch
from numpy.typing import NDArray
from scipy.cluster.vq import ClusterError, kmeans2
from torch import Tensor, nn

from engine.errors import RequestError
from engine.fewlabel.heads import FLAT, PIXELS_AT_ONCE

STARTS = 8
"""Times that k-means begins anew; the best one counts."""
ROUNDS = 50


class ClusterHead(nn.Module):
    """How near pixels are to each centre (P, K): the greatest number is that of the nearest.

    A squared distance less what is the same for all centres is a linear map of the features.

    Args:
        weights: (D, K) for each group.
        offset_K: added to their products.
    """

    offset_K: Tensor

    def __init__(self, weights: Mapping[str, Tensor], offset_K: Tensor) -> None:
        super().__init__()
        self.groups = tuple(weights)
        for number, weight_DK in enumerate(weights.values()):
            self.register_buffer(f"weight{number}", weight_DK.float())
        self.register_buffer("offset_K", offset_K.float())

    @torch.no_grad()
    def forward(self, groups: Mapping[str, Tensor]) -> Tensor:
        """Nearness of pixels with these features (P, D), by group; others than `self.groups` are not looked at."""
        pieces = zip(*(torch.split(groups[name], PIXELS_AT_ONCE) for name in self.groups), strict=True)
        return torch.cat([self._of_pixels(piece) for piece in pieces])

    def _of_pixels(self, groups: tuple[Tensor, ...]) -> Tensor:
        nearness_PK = self.offset_K
        for number, x_PD in enumerate(groups):
            nearness_PK = nearness_PK + x_PD.float() @ self.get_buffer(f"weight{number}")
        return nearness_PK


def learn(scene: Mapping[str, Tensor], clusters: int, seed: int = 0) -> tuple[ClusterHead, list[float]]:
    """A head for the clusters of a scene, the largest first, and the share of each.

    Args:
        scene: features (P, D), by group, of pixels from all over the scene.
        clusters: how many there are to be.
        seed: of the first centres.

    Raises:
        RequestError: the pixels do not fall into so many clusters.
    """
    scales = {name: _scale(x_PD) for name, x_PD in scene.items()}
    standard_PD = torch.cat([(x_PD - scales[name][0]) * scales[name][1] for name, x_PD in scene.items()], 1)
    centre_KD, share_K = _centres(standard_PD.numpy(), clusters, seed)
    parts = torch.split(torch.from_numpy(centre_KD), [x_PD.shape[1] for x_PD in scene.values()], 1)
    weights, offset_K = {}, -torch.from_numpy(np.square(centre_KD).sum(1) / 2)
    for (name, (mean_D, scale_D)), part_KD in zip(scales.items(), parts, strict=True):
        weights[name] = scale_D[:, None] * part_KD.T
        offset_K = offset_K - mean_D @ weights[name]
    return ClusterHead(weights, offset_K), share_K.tolist()


def _scale(x_PD: Tensor) -> tuple[Tensor, Tensor]:
    """The mean of each feature, and what to multiply it with."""
    x_PD = x_PD.double()
    deviation_D = x_PD.std(0, correction=0)
    return x_PD.mean(0), 1 / torch.where(deviation_D > FLAT, deviation_D, 1) / x_PD.shape[1] ** 0.5


def _centres(x_PD: NDArray[np.float64], clusters: int, seed: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Centres (K, D) and shares (K,) of the start with the least squared distance, the largest cluster first."""
    random = np.random.default_rng(seed)
    best: tuple[float, NDArray[np.float64], NDArray[np.int64]] | None = None
    kinds = len(np.unique(x_PD, axis=0))
    if kinds == 1:
        raise RequestError("all pixels of the scene are alike", "check what counts as nodata, and the bands")
    for _ in range(STARTS if kinds >= clusters else 0):
        try:
            centre_KD, nearest_P = kmeans2(x_PD, clusters, ROUNDS, minit="++", missing="raise", seed=random)
        except (ClusterError, ValueError):  # a cluster has lost its pixels
            continue
        apart = float(np.square(x_PD - centre_KD[nearest_P]).sum())
        if best is None or apart < best[0]:
            best = apart, centre_KD, nearest_P
    if best is None:
        raise RequestError(
            "the scene does not fall into {clusters} clusters",
            "ask for fewer: --classes {fewer}",
            clusters=clusters,
            fewer=min(kinds, clusters - 1),
        )
    pixels_K = np.bincount(best[2], minlength=clusters)
    order_K = np.argsort(-pixels_K, kind="stable")
    return best[1][order_K], pixels_K[order_K] / len(x_PD)
