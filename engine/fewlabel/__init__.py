"""Learning from a few labelled pixels: one head, chosen and checked by cross-validation that resembles the map."""

from engine.fewlabel.accuracy import Accuracy, accuracy
from engine.fewlabel.advice import advice
from engine.fewlabel.elsewhere import fit_elsewhere
from engine.fewlabel.fit import Overview, Samples, Validation, fit, fit_if_easy, spread
from engine.fewlabel.learnt import Learnt

__all__ = [
    "Accuracy", "Learnt", "Overview", "Samples", "Validation", "accuracy", "advice", "fit", "fit_elsewhere",
    "fit_if_easy", "spread",
]  # fmt: skip
