"""Commands that make maps of other things than labels of classes: `engine clean`."""

from engine.cli import console
from engine.cli.main import answer
from engine.cli.options import Json, asks
from engine.protocol import CleanRequest


@asks(CleanRequest)
def clean(request: CleanRequest, as_json: Json = False) -> None:
    """Make a class map fit to be drawn: merge classes, drop small regions, keep roads and streams."""
    answer(request, as_json, console.describe_cleaning)
