"""`engine predict`: a model that was trained or saved maps a scene or classifies chips."""

from engine.cli import described
from engine.cli.main import answer
from engine.cli.options import Json, asks
from engine.distributed.worker_choice import Scheduler, WorkerChoice, Workers
from engine.protocol import PredictRequest
from engine.request_fields import Option


@asks(
    PredictRequest,
    path=Option("A raster, or a folder or zip of chips.", "SCENE|CHIPS", is_argument=True),
    model=Option(
        "A model of `engine finetune` or of `engine classify --save-model`.", "NAME|FOLDER|ZIP", is_required=True
    ),
)
def command(
    request: PredictRequest, workers: Workers = None, scheduler: Scheduler = None, as_json: Json = False
) -> None:
    """Map a scene, or classify chips, with a model that was trained or saved before."""
    answer(request, as_json, described.describe_files, WorkerChoice.of(request.compute.device, workers, scheduler))
