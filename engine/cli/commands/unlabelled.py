"""`engine similar`, `hits`, `cluster` and `change`: maps without a model; only change takes labels."""

from dataclasses import replace
from typing import Annotated

import typer

from engine.cli import arguments, described
from engine.cli.main import answer
from engine.cli.options import Json, asks
from engine.protocol import ChangeRequest, ClusterRequest, HitsRequest, SceneSpec, SimilarRequest
from engine.request_fields import build


@asks(SimilarRequest)
def similar(request: SimilarRequest, as_json: Json = False) -> None:
    """Map how like some places each pixel is: 1 is as the places are, 0 as the least alike tenth of the scene."""
    answer(request, as_json, described.describe_unlabelled)


@asks(HitsRequest)
def hits(request: HitsRequest, as_json: Json = False) -> None:
    """Write where a map that is there reaches a threshold: as regions or points, with a score."""
    answer(request, as_json, described.describe_unlabelled)


@asks(ClusterRequest)
def cluster(request: ClusterRequest, as_json: Json = False) -> None:
    """Map a scene into clusters of alike pixels: a first class map without labels."""
    answer(request, as_json, described.describe_unlabelled)


@asks(ChangeRequest, path=None, beside=None, labels=None)
def change(
    request: ChangeRequest,
    before: Annotated[str, typer.Argument(metavar="BEFORE", help="The earlier date; its grid is the map's.")],
    after: Annotated[
        str,
        typer.Argument(
            metavar="AFTER[,FIELD=VALUE…]",
            help="The later date, and what is to be said of it alone: AFTER.tif,units=dn+1000. With LABELS of classes, "
            "it may be of another sensor.",
        ),
    ],
    labels: Annotated[
        str,
        typer.Argument(
            metavar="LABELS", help="Points, lines or polygons with classes of the ground, or with what has changed."
        ),
    ] = "",
    *,
    as_json: Json = False,
) -> None:
    """Map what has changed between two dates of one place, with labels or without."""
    scene = replace(request.scene, path=before, beside=(build(SceneSpec, arguments.source(after)),))
    answer(replace(request, scene=scene, labels=labels), as_json, described.describe_change)
