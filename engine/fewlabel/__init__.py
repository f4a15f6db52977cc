"""Learning from a few labelled pixels: one head, chosen and checked by blocked cross-validation."""

from engine.fewlabel.accuracy import Accuracy, accuracy
from engine.fewlabel.advice import advice
from engine.fewlabel.fit import Samples, Validation, fit, spread
from engine.fewlabel.head_file import load_head, save_head

__all__ = ["Accuracy", "Samples", "Validation", "accuracy", "advice", "fit", "load_head", "save_head", "spread"]
