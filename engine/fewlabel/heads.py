"""Heads: features of a pixel to probabilities of classes.

`KernelHead` is kernel ridge regression on class membership, with one kernel per group of features and a trust in each:

    kernel(a, b) = sum over groups g of trust_g * mean over widths w of exp(-distance_g(a, b) / w)

A distance is the mean absolute difference of standardised features. This Laplacian kernel is what an endless forest
of random trees tends to (Balog et al. 2016, "The Mondrian Kernel"): smooth, indifferent to outliers, and solved in one
step. Knows nothing of scenes and labels; `engine.fewlabel` finds trust and coefficients.
"""

from collections.abc import Mapping

import torch
from torch import Tensor, nn

from engine.fewlabel.laplacian import add_similarity, no_similarity
from engine.fewlabel.linear_map import LinearMap

PIXELS_AT_ONCE = 4096
"""Rows of a kernel matrix made at once: 4 MB with 256 landmarks, which a processor's cache still holds."""
MOST_DIMS = 64
"""A group with more features (deep ones, hundreds of bands) is reduced to its `AXES` strongest principal axes."""
AXES = 32
FLAT = 1e-6
"""Deviation below which a feature does not vary among the labelled pixels and is left as it is."""


class GroupKernel(nn.Module):
    """How alike pixels and M landmarks are in one group of features, 0 to 1.

    Args:
        labelled_ND: features of the labelled pixels, which say what is usual.
        labels_N: their classes, each counting the same in what is usual.
        landmarks_M: which of them are landmarks.
    """

    centre_D: Tensor
    scale_D: Tensor
    axes_DP: Tensor | None
    landmarks_MP: Tensor

    def __init__(self, labelled_ND: Tensor, labels_N: Tensor, landmarks_M: Tensor) -> None:
        super().__init__()
        share_N = (1 / torch.bincount(labels_N).double())[labels_N]
        share_N1 = share_N[:, None] / share_N.sum()
        centre_D = (share_N1 * labelled_ND).sum(0)
        deviation_D = (share_N1 * (labelled_ND - centre_D).square()).sum(0).sqrt()
        scale_D = torch.where(deviation_D > FLAT, deviation_D, 1)
        axes_DP = None
        if len(scale_D) > MOST_DIMS:
            axes_DP = (
                (_principal_axes((labelled_ND - centre_D) / scale_D, share_N1) / scale_D[:, None]).float().contiguous()
            )
        self.register_buffer("centre_D", centre_D.float())
        self.register_buffer("scale_D", scale_D.float())
        self.register_buffer("axes_DP", axes_DP)
        self.register_buffer("landmarks_MP", self.standardised(labelled_ND[landmarks_M]))

    @classmethod
    def restored(cls, buffers: Mapping[str, Tensor]) -> "GroupKernel":
        """The kernel whose `state_dict` this is."""
        kernel = cls.__new__(cls)
        nn.Module.__init__(kernel)
        for name in ("centre_D", "scale_D", "axes_DP", "landmarks_MP"):
            kernel.register_buffer(name, buffers.get(name) if name == "axes_DP" else buffers[name])
        return kernel

    def standardised(self, x_ND: Tensor) -> Tensor:
        """Features (N, P) in which distances are measured, a linear map of features (N, D)."""
        return (x_ND.float() - self.centre_D) / self.scale_D if self.axes_DP is None else self.linear(x_ND)

    @property
    def linear(self) -> LinearMap:
        """The same as a matrix."""
        return LinearMap(self.centre_D, torch.diag(1 / self.scale_D) if self.axes_DP is None else self.axes_DP)

    def forward(self, x_ND: Tensor) -> Tensor:
        """Similarity (N, M) of pixels to the landmarks: the mean of the kernels of widths 2 and 1/2."""
        return self.add(no_similarity(x_ND, len(self.landmarks_MP)), x_ND, 1.0)

    def add(self, total_NM: Tensor, x_ND: Tensor, weight: float) -> Tensor:
        """`weight` times the similarity on top of `total_NM`, which may be overwritten."""
        if self.axes_DP is None:  # standardising is left to the loop over pixels, as features are many
            return add_similarity(total_NM, x_ND, self.centre_D, 1 / self.scale_D, self.landmarks_MP, weight)
        one_P = torch.ones_like(self.landmarks_MP[0])
        return add_similarity(total_NM, self.standardised(x_ND), 0 * one_P, one_P, self.landmarks_MP, weight)

    def of_standardised(self) -> "GroupKernel":
        """The same kernel for features that have been standardised before."""
        scale_P = torch.ones_like(self.landmarks_MP[0])
        buffers = {"centre_D": torch.zeros_like(scale_P), "scale_D": scale_P, "landmarks_MP": self.landmarks_MP}
        return GroupKernel.restored(buffers)


def _principal_axes(x_ND: Tensor, share_N1: Tensor) -> Tensor:
    """The strongest axes (D, P), all divided by the mean deviation along them: strong ones count for more."""
    _, deviation_P, axes_PD = torch.linalg.svd(share_N1.sqrt() * x_ND, full_matrices=False)
    kept = max(1, int((deviation_P[:AXES] > FLAT).sum()))
    axes_DP: Tensor = axes_PD[:kept].T / deviation_P[:kept].mean().clamp_min(FLAT)
    return axes_DP


class KernelHead(nn.Module):
    """Probabilities (N, K) of classes from groups of features, on any device.

    Args:
        kernels: one per group.
        trust: how much each group counts; groups without trust are left out.
        coefficients_MK: what each landmark says for each class.
        sharpness: of the softmax over class scores; calibrated on held-out pixels.
        log_prior_K: added before the softmax: how common classes are, if they are not all alike.
    """

    coefficients_MK: Tensor
    log_prior_K: Tensor

    def __init__(
        self,
        kernels: Mapping[str, nn.Module],
        trust: Mapping[str, float],
        coefficients_MK: Tensor,
        sharpness: float,
        log_prior_K: Tensor | None = None,
    ) -> None:
        super().__init__()
        self.trust = {name: share for name, share in trust.items() if share > 0}
        self.kernels = nn.ModuleDict({name: kernels[name] for name in self.trust})
        self.sharpness = sharpness
        # Laid out as a file gives it back: with the same numbers in another order, products are rounded differently.
        self.register_buffer("coefficients_MK", coefficients_MK.float().contiguous())
        prior_K = coefficients_MK.new_zeros(coefficients_MK.shape[1]) if log_prior_K is None else log_prior_K
        self.register_buffer("log_prior_K", prior_K.float())

    @property
    def groups(self) -> tuple[str, ...]:
        """The groups of features it needs."""
        return tuple(self.trust)

    def split(self) -> tuple[dict[str, LinearMap], "KernelHead"]:
        """Linear maps of groups of many features, and a head that takes their results by the same names.

        Interpolation between tokens is linear, too: so deep features are mapped on tokens, which are far fewer.
        """
        kernels = {name: self.kernel(name) for name in self.groups}
        mapped = {name: each for name, each in kernels.items() if name == "deep" or each.axes_DP is not None}
        ready = {name: each.of_standardised() for name, each in mapped.items()}
        return {name: each.linear for name, each in mapped.items()}, self.with_kernels({**kernels, **ready})

    def with_kernels(self, kernels: Mapping[str, nn.Module]) -> "KernelHead":
        """The same head with other kernels."""
        return KernelHead(kernels, self.trust, self.coefficients_MK, self.sharpness, self.log_prior_K)

    def kernel(self, name: str) -> GroupKernel:
        """The kernel of a group."""
        kernel = self.kernels[name]
        assert isinstance(kernel, GroupKernel)  # nosec B101
        return kernel

    @torch.no_grad()
    def forward(self, groups: Mapping[str, Tensor]) -> Tensor:
        """What `of_pixels` says of each pixel by itself.

        Args:
            groups: features (N, D) by name; others than `self.groups` are not looked at.
        """
        pieces = zip(*(torch.split(groups[name], PIXELS_AT_ONCE) for name in self.groups), strict=True)
        return torch.cat([self.of_pixels(dict(zip(self.groups, piece, strict=True))) for piece in pieces])

    def of_pixels(self, groups: Mapping[str, Tensor]) -> Tensor:
        """Probabilities (N, K) of at most `PIXELS_AT_ONCE` pixels."""
        similar_NM = self._no_similarity(groups)
        for name, x_ND in groups.items():
            similar_NM = self.kernel(name).add(similar_NM, x_ND, self.trust[name])
        return self.from_similarity(similar_NM)

    def _no_similarity(self, groups: Mapping[str, Tensor]) -> Tensor:
        return no_similarity(next(iter(groups.values())), len(self.coefficients_MK))

    def from_similarity(self, similar_NM: Tensor) -> Tensor:
        """Probabilities (N, K) of pixels that are so similar to the landmarks."""
        scores_KN = self.scores(similar_NM).T
        return torch.softmax(self.sharpness * scores_KN + self.log_prior_K[:, None], dim=0).T

    def scores(self, similar_NM: Tensor) -> Tensor:
        """What the landmarks say of them (N, K); a class's pixels lie side by side, which is eight times faster."""
        return (self.coefficients_MK.T @ similar_NM.T).T


class JudgingHead(KernelHead):
    """A head that also tells how unlike a pixel is to everything that it learnt from (`engine.fewlabel.applicability`).

    Its answers (N, K + 1) are the very probabilities of the head, and then the dissimilarity, 1 being the limit.

    Args:
        head: what it learnt.
        limit: dissimilarity that is told as 1.
    """

    def __init__(self, head: KernelHead, limit: float) -> None:
        kernels = dict(head.kernels.items())
        super().__init__(kernels, head.trust, head.coefficients_MK, head.sharpness, head.log_prior_K)
        self.limit = limit

    def with_kernels(self, kernels: Mapping[str, nn.Module]) -> "JudgingHead":
        """As `KernelHead.with_kernels`."""
        return JudgingHead(super().with_kernels(kernels), self.limit)

    def of_pixels(self, groups: Mapping[str, Tensor]) -> Tensor:
        """Probabilities and dissimilarity (N, K + 1): one kernel serves both."""
        similar_NM = self._no_similarity(groups)
        nearest_N = torch.zeros_like(similar_NM[:, 0])
        for name, x_ND in groups.items():
            before_NM = similar_NM.clone()
            similar_NM = self.kernel(name).add(similar_NM, x_ND, self.trust[name])
            nearest_N += (similar_NM - before_NM).amax(1)
        unlike_N = (1 - nearest_N) / self.limit
        return torch.cat([self.from_similarity(similar_NM), unlike_N[:, None]], dim=1)
