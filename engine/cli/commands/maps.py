"""Commands that make maps beside `engine classify`: `engine clean` and `engine regress`."""

from engine.cli import described
from engine.cli.main import answer
from engine.cli.options import Json, asks
from engine.protocol import CleanRequest, RegressRequest


@asks(CleanRequest)
def clean(request: CleanRequest, as_json: Json = False) -> None:
    """Make a class map fit to be drawn: merge classes, drop small regions, keep roads and streams."""
    answer(request, as_json, described.describe_cleaning)


@asks(RegressRequest)
def regress(request: RegressRequest, as_json: Json = False) -> None:
    """Map a number, such as height or cover, from points at which it was measured."""
    answer(request, as_json, described.describe_values)
