"""Errors that only training knows; all others are `engine.errors`."""

from engine.errors import EngineError


class TrainingError(EngineError, ArithmeticError):
    """A run that cannot go on: the loss is no number any more."""
