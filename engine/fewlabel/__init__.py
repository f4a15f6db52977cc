"""Learning from a few labelled pixels: one head, chosen and checked by cross-validation that resembles the map."""

from engine.fewlabel.elsewhere import fit_elsewhere
from engine.fewlabel.fitting import Overview, Samples, Validation, fit, fit_if_easy, spread
from engine.fewlabel.labelling_advice import advice
from engine.fewlabel.learnt import Learnt
from engine.fewlabel.map_accuracy import Accuracy, accuracy

__all__ = [
    "Accuracy", "Learnt", "Overview", "Samples", "Validation", "accuracy", "advice", "fit", "fit_elsewhere",
    "fit_if_easy", "spread",
]  # fmt: skip
