"""`engine sample` and `engine assess`: numbers about a map that may be published."""

from engine.cli import described
from engine.cli.main import answer
from engine.cli.options import Json, asks
from engine.protocol import AssessRequest, SampleRequest


@asks(SampleRequest)
def sample(request: SampleRequest, as_json: Json = False) -> None:
    """Draw points at random on a map; answer them, and `engine assess` tells its accuracy."""
    answer(request, as_json, described.describe_sample)


@asks(AssessRequest)
def assess(request: AssessRequest, as_json: Json = False) -> None:
    """Estimate the accuracy of a map and the area of each class, with 95 % intervals."""
    answer(request, as_json, described.describe_accuracy)
