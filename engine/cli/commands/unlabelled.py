"""`engine similar` and `engine cluster`: maps that need neither labels nor a model."""

from engine.cli import described
from engine.cli.main import answer
from engine.cli.options import Json, asks
from engine.protocol import ClusterRequest, SimilarRequest


@asks(SimilarRequest)
def similar(request: SimilarRequest, as_json: Json = False) -> None:
    """Map how like some places each pixel is: 1 is as the places are, 0 as the least alike tenth of the scene."""
    answer(request, as_json, described.describe_unlabelled)


@asks(ClusterRequest)
def cluster(request: ClusterRequest, as_json: Json = False) -> None:
    """Map a scene into clusters of alike pixels: a first class map without labels."""
    answer(request, as_json, described.describe_unlabelled)
