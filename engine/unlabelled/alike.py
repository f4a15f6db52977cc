"""What in a scene is like some examples, and unlike some counter-examples: a ranking, and a head that maps it.

Pixels from all over the scene and the examples are the nodes of a graph, in which like is joined to like. What an
example says spreads along it, so that a pixel is like the example if a chain of like pixels leads there (manifold
ranking, Zhou et al. 2004). A kernel ridge regression learns the ranking from the nodes and tells it of any pixel. The
kernel is the mean of those of `engine.fewlabel.heads`, one for each group of features.

Pure arithmetic on features: knows no scenes and no files. Shapes: N nodes, M landmarks among them, P pixels.
"""

from collections.abc import Mapping

import torch
from torch import Tensor, nn

from engine.fewlabel.heads import GroupKernel, KernelHead

NODES = 1500
"""Pixels of the scene in the graph: its equations are solved in a fraction of a second."""
NEIGHBOURS = 10
FAR = 0.999
"""How much of what a node hears it passes on (alpha of the paper)."""
LANDMARKS = 64
"""Of the scene; examples are landmarks as well, at most as many."""
STRENGTH = 0.003
"""Of the regression."""
FAINTEST = 1e-6
"""Share of the strongest node below which a node counts as not reached."""
AGAINST = 10.0
"""How much counter-examples count."""
JITTER = 1e-6
LEAST_ALIKE = 0.1
"""The share of the scene whose similarity is 0 or less: a class that is typical of a scene has to be told, too."""
LEAST_SPAN = 1e-6


class SimilarityHead(KernelHead):
    """Similarity (P, 1) of pixels: 1 is as the examples are, 0 as the least alike tenth of the scene.

    Args:
        kernels: one for each group, all of which count the same.
        coefficients_M1: what each landmark says.
        zero: a score that is told as 0.
    """

    zero: Tensor

    def __init__(self, kernels: Mapping[str, nn.Module], coefficients_M1: Tensor, zero: float) -> None:
        super().__init__(kernels, dict.fromkeys(kernels, 1 / len(kernels)), coefficients_M1, sharpness=1.0)
        self.register_buffer("zero", torch.tensor(zero, dtype=torch.float32))

    def with_kernels(self, kernels: Mapping[str, nn.Module]) -> "SimilarityHead":
        """As `KernelHead.with_kernels`."""
        return SimilarityHead(kernels, self.coefficients_MK, float(self.zero))

    def from_similarity(self, similar_NM: Tensor) -> Tensor:
        """Similarity to the examples, of pixels that are so similar to the landmarks."""
        return self.scores(similar_NM) - self.zero


def learn(scene: Mapping[str, Tensor], examples: Mapping[str, Tensor], like_E: Tensor) -> SimilarityHead:
    """A head that tells how like the examples a pixel is.

    Args:
        scene: features (P, D), by group, of pixels from all over the scene.
        examples: the same groups (E, D) of examples and counter-examples.
        like_E: true for examples; there is at least one.
    """
    some_P = evenly(len(next(iter(scene.values()))), NODES)
    nodes = {name: torch.cat([scene[name][some_P], examples_ED]) for name, examples_ED in examples.items()}
    count, first = len(some_P) + len(like_E), len(some_P)
    landmarks_M = torch.cat([evenly(first, LANDMARKS), first + evenly(len(like_E), LANDMARKS)])
    kernels = _kernels(nodes, torch.arange(count))
    affinity_NN = sum(kernel(nodes[name]).double() for name, kernel in kernels.items()) / len(kernels)
    assert isinstance(affinity_NN, Tensor)  # nosec B101
    place_N = torch.cat([torch.full((first,), -1), like_E.long()])
    ranking_N = _ranking(affinity_NN, *((place_N == kind).double() for kind in (1, 0)))
    coefficients_M = _regression(
        affinity_NN[:, landmarks_M], affinity_NN[landmarks_M][:, landmarks_M], ranking_N - ranking_N.mean()
    )
    score_N = affinity_NN[:, landmarks_M] @ coefficients_M
    zero = float(score_N[:first].quantile(LEAST_ALIKE)) if first else 0.0
    span = max(float(score_N[first:][like_E].mean()) - zero, LEAST_SPAN)
    return SimilarityHead(_kernels(nodes, landmarks_M), coefficients_M[:, None] / span, zero / span)


def _ranking(affinity_NN: Tensor, like_N: Tensor, unlike_N: Tensor) -> Tensor:
    """How near each node is to the examples, and how much nearer than to the counter-examples (N,).

    With a what reaches it of the ones and b of the others it is ``log(a) + AGAINST log(a / (a + b))``, but not less
    than that of a node which nothing reaches.
    """
    source_N2 = torch.stack([like_N / like_N.sum(), unlike_N / unlike_N.sum().clamp_min(1)], dim=1)
    like_N, unlike_N = spread_along(affinity_NN, source_N2).clamp_min(0).T
    floor = like_N.max() * FAINTEST
    like_N = like_N + floor
    return (like_N.log() + AGAINST * (like_N / (like_N + unlike_N)).log()).clamp_min(floor.log())


def spread_along(affinity_NN: Tensor, source_NS: Tensor) -> Tensor:
    """What sources say, spread over the graph of nearest neighbours (N, S).

    ``D^-1/2 (I - FAR S)^-1 D^-1/2 y`` with ``S = D^-1/2 W D^-1/2``: the equation of Zhou et al. (2004) in the form of
    random walks (Page et al. 1999), so that nodes with many neighbours are not favoured.

    Args:
        affinity_NN: how alike nodes are, 0 to 1, in double precision.
        source_NS: above 0 for the nodes of each source.
    """
    count = len(affinity_NN)
    others_NN = (affinity_NN + affinity_NN.T) / 2
    others_NN.fill_diagonal_(0)
    nearest_NJ = others_NN.topk(min(NEIGHBOURS, count - 1), dim=1).indices
    near_NN = torch.zeros(count, count, dtype=torch.bool).scatter_(1, nearest_NJ, True)
    weight_NN = torch.where(near_NN | near_NN.T, others_NN, 0)
    scale_N1 = weight_NN.sum(1, keepdim=True).clamp_min(JITTER).rsqrt()
    factor_NN = torch.linalg.cholesky(torch.eye(count, dtype=torch.double) - FAR * scale_N1 * weight_NN * scale_N1.T)
    return scale_N1 * torch.cholesky_solve(scale_N1 * source_NS, factor_NN)


def evenly(count: int, most: int) -> Tensor:
    """At most `most` of the numbers below `count`, evenly spaced."""
    return torch.linspace(0, count - 1, min(count, most)).round().long() if count else torch.zeros(0).long()


def _kernels(nodes: Mapping[str, Tensor], landmarks_M: Tensor) -> dict[str, GroupKernel]:
    """Kernels in which all nodes count the same in what is usual."""
    alike_N = torch.zeros(len(next(iter(nodes.values()))), dtype=torch.long)
    return {name: GroupKernel(x_ND, alike_N, landmarks_M) for name, x_ND in nodes.items()}


def _regression(kernel_NM: Tensor, landmarks_MM: Tensor, target_N: Tensor) -> Tensor:
    """Coefficients (M,) of Nyström kernel ridge regression; see `engine.fewlabel.kernel_ridge`."""
    gram_MM = kernel_NM.T @ kernel_NM / len(kernel_NM) + STRENGTH * landmarks_MM
    moment_M = kernel_NM.T @ target_N / len(kernel_NM)
    gram_MM += JITTER * torch.eye(len(gram_MM), dtype=torch.double)
    return torch.cholesky_solve(moment_M[:, None], torch.linalg.cholesky(gram_MM))[:, 0]
