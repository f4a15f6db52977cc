"""Learning from a few labelled pixels: one head, chosen and checked by blocked cross-validation."""

from engine.fewlabel.advice import advice
from engine.fewlabel.fitting import Samples, Validation, fit, spread

__all__ = ["Samples", "Validation", "advice", "fit", "spread"]
