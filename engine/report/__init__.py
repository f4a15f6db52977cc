"""What a person reads after a classification: a picture, a confusion matrix and a page."""

from engine.report.page import write
from engine.report.pictures import PictureInputs

__all__ = ["PictureInputs", "write"]
