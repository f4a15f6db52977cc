"""Errors that only training knows; all others are `engine.errors`."""

from engine.errors import EngineError, WorkerError


class TrainingError(EngineError, ArithmeticError):
    """A run that cannot go on: the loss is no number any more."""


class FirstFailedError(WorkerError):
    """The first of several processes has failed. It says why itself, and the others have nothing to add."""
