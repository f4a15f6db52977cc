"""What a person reads after a classification: a picture, a confusion matrix and a page."""

from engine.output.report.page import FILES, write
from engine.output.report.picture_inputs import PictureInputs

__all__ = ["FILES", "PictureInputs", "write"]
