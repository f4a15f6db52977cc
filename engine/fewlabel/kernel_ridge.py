"""Kernel ridge regression on class membership or on values, solved and cross-validated for several mixes of kernels.

Pure arithmetic on kernel matrices: knows no features, names and places.

Shapes: N labelled pixels, M landmarks among them, K classes, G groups of features, S strengths, L ways to deal pixels
into folds (`engine.fewlabel.validation.folds`).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

JITTER = 1e-6
"""Added to the diagonal: labelled pixels may be copies of each other."""


@dataclass(frozen=True)
class Ridge:
    """Labelled pixels and how alike they are to the landmarks, in double precision.

    Attributes:
        similar_GNM: kernels, one per group.
        landmarks_M: which pixels are the landmarks.
        labels_N: classes from 0.
        fold_LN: the fold that holds a pixel out, negative for none.
        count_LN: how much the answer there counts; 0 where there is none.
        weight_N: every class counts the same, a pixel 1 on average.
        truth_NK: 1 - 1/K at a pixel's class, -1/K at the others: a score of 0 says nothing.
    """

    similar_GNM: Tensor
    landmarks_M: Tensor
    labels_N: Tensor
    fold_LN: Tensor
    count_LN: Tensor
    weight_N: Tensor
    truth_NK: Tensor

    @classmethod
    def of(
        cls, similar_GNM: Tensor, landmarks_M: Tensor, labels_N: Tensor, fold_LN: Tensor, count_LN: Tensor
    ) -> "Ridge":
        """The problem of labelled pixels; every class has at least one."""
        count_K = torch.bincount(labels_N).double()
        weight_N = (len(labels_N) / len(count_K) / count_K)[labels_N]
        truth_NK = torch.nn.functional.one_hot(labels_N).double() - 1 / len(count_K)
        return cls(similar_GNM.double(), landmarks_M, labels_N, fold_LN, count_LN.double(), weight_N, truth_NK)

    @classmethod
    def of_values(
        cls, similar_GNM: Tensor, landmarks_M: Tensor, value_N: Tensor, fold_LN: Tensor, count_LN: Tensor
    ) -> "Ridge":
        """The problem of pixels with values instead of classes: K is 1, and every pixel counts the same."""
        one_N = torch.ones(len(value_N), dtype=torch.double)
        none_N, truth_N1 = torch.zeros(len(value_N), dtype=torch.long), value_N.double()[:, None]
        return cls(similar_GNM.double(), landmarks_M, none_N, fold_LN, count_LN.double(), one_N, truth_N1)

    def on_landmarks(self) -> "Ridge":
        """The same problem with no other pixels than the landmarks: small, and as balanced as they are."""
        at_M = self.landmarks_M
        of_values = self.truth_NK.shape[1] == 1
        return (Ridge.of_values if of_values else Ridge.of)(
            self.similar_GNM[:, at_M],
            torch.arange(len(at_M)),
            self.truth_NK[at_M, 0] if of_values else self.labels_N[at_M],
            self.fold_LN[:, at_M],
            self.count_LN[:, at_M],
        )

    def mixed(self, trust_G: Tensor) -> Tensor:
        """One kernel (N, M) of all."""
        kernel_NM: Tensor = torch.tensordot(trust_G, self.similar_GNM, 1)
        return kernel_NM

    def coefficients(self, trust_G: Tensor, strength: float) -> Tensor:
        """Coefficients (M, K) of the landmarks, learnt from all pixels."""
        kernel_NM = self.mixed(trust_G)
        return self._solved(*self._normal(kernel_NM), kernel_NM[self.landmarks_M], [strength])[0]

    def without_folds(self, trust_G: Tensor, strength: float) -> Tensor:
        """Coefficients (F + 1, M, K) learnt without each fold of the first way to deal pixels, and from all pixels."""
        kernel_NM = self.mixed(trust_G)
        gram_MM, moment_MK = self._normal(kernel_NM)
        learnt: list[Tensor] = []
        among_MM = kernel_NM[self.landmarks_M]
        for fold in range(int(self.fold_LN[0].max()) + 1):
            held_MM, held_MK = self._normal(kernel_NM, self.fold_LN[0] == fold)
            learnt += self._solved(gram_MM - held_MM, moment_MK - held_MK, among_MM, [strength])
        return torch.stack([*learnt, *self._solved(gram_MM, moment_MK, among_MM, [strength])])

    def held_out(self, trust_G: Tensor, strengths: Sequence[float]) -> Tensor:
        """Class scores (S, L, N, K) of each pixel, learnt from the other folds; 0 for pixels that are not held out."""
        kernel_NM = self.mixed(trust_G)
        gram_MM, moment_MK = self._normal(kernel_NM)
        scores_SLNK = torch.zeros(len(strengths), *self.fold_LN.shape, self.truth_NK.shape[1], dtype=torch.double)
        for way, fold_N in enumerate(self.fold_LN):
            for fold in range(int(fold_N.max()) + 1):
                held_N = fold_N == fold
                held_MM, held_MK = self._normal(kernel_NM, held_N)
                learnt_SMK = self._solved(
                    gram_MM - held_MM, moment_MK - held_MK, kernel_NM[self.landmarks_M], strengths
                )
                scores_SLNK[:, way, held_N] = kernel_NM[held_N] @ learnt_SMK
        return scores_SLNK

    def loss(self, scores_SLNK: Tensor) -> Tensor:
        """Squared error (S,) of held-out class scores (Brier 1950), every class counting the same."""
        weight_LN = self.weight_N * self.count_LN
        error_SLN = (scores_SLNK - self.truth_NK).square().sum(3)
        return (error_SLN * weight_LN).sum((1, 2)) / weight_LN.sum()

    def surprise(self, scores_LNK: Tensor, sharpness: float) -> float:
        """Mean negative log probability of held-out pixels' classes, every class counting the same.

        As if each class had been found once more in every class's place (Laplace's rule of succession): a dozen
        pixels without an error do not prove certainty.
        """
        weight_LN = self.weight_N * self.count_LN
        log_LNK = torch.log_softmax(sharpness * scores_LNK, dim=2)
        doubt = log_LNK.shape[2] / (log_LNK.shape[2] + int((weight_LN.sum(0) > 0).sum()))
        own_LN = log_LNK.gather(2, self.labels_N[:, None].expand(len(log_LNK), -1, 1))[..., 0]
        log_LN = (1 - doubt) * own_LN + doubt * log_LNK.mean(2)
        return -float((log_LN * weight_LN).sum() / weight_LN.sum())

    def _normal(self, kernel_NM: Tensor, some_N: Tensor | slice = slice(None)) -> tuple[Tensor, Tensor]:
        """``Kᵀ W K`` (M, M) and ``Kᵀ W Y`` (M, K) over some pixels."""
        weighted_MN = (self.weight_N[some_N, None] * kernel_NM[some_N]).T
        return weighted_MN @ kernel_NM[some_N], weighted_MN @ self.truth_NK[some_N]

    @staticmethod
    def _solved(gram_MM: Tensor, moment_MK: Tensor, landmarks_MM: Tensor, strengths: Sequence[float]) -> Tensor:
        """Coefficients (S, M, K) of least weighted squared error plus strength times the squared norm.

        ``(Kᵀ W K + strength K_MM) c = Kᵀ W Y``: Nyström kernel ridge regression (Rudi et al. 2015, equation 5), the
        exact one when every pixel is a landmark.
        """
        strength_S11 = torch.tensor(strengths, dtype=torch.double)[:, None, None]
        jitter_MM = JITTER * torch.eye(len(gram_MM), dtype=torch.double)
        factor_SMM = torch.linalg.cholesky(gram_MM + strength_S11 * landmarks_MM + jitter_MM)
        return torch.cholesky_solve(moment_MK.expand(len(strengths), -1, -1), factor_SMM)
