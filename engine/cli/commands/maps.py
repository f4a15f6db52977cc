"""Commands that map beside `engine classify`: `engine clean`, `engine regress` and `engine count`."""

from engine.cli import described
from engine.cli.main import answer
from engine.cli.options import Json, asks
from engine.protocol import CleanRequest, CountRequest, RegressRequest


@asks(CleanRequest)
def clean(request: CleanRequest, as_json: Json = False) -> None:
    """Make a class map fit to be drawn: merge classes, drop small regions, keep roads and streams."""
    answer(request, as_json, described.describe_cleaning)


@asks(RegressRequest)
def regress(request: RegressRequest, as_json: Json = False) -> None:
    """Map a number, such as height or cover, from points at which it was measured."""
    answer(request, as_json, described.describe_values)


@asks(CountRequest)
def count(request: CountRequest, as_json: Json = False) -> None:
    """Find and count objects of one kind, such as trees or boats, from some that are outlined."""
    answer(request, as_json, described.describe_count)
