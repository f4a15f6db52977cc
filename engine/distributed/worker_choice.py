"""What a person says of workers on the command line, and who that is. Loads nothing heavy until it is needed."""

import importlib
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import cycle, islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from engine import jobs
from engine.errors import RequestError, WorkerError
from engine.gdal import gdal_names
from engine.progress import Report
from engine.protocol import ClassifyRequest, MapRequest, SceneSpec, on_device

if TYPE_CHECKING:
    from engine.distributed.workers import Workers as Who

SHARE = "Number of local processes that share the work; --device cuda:0,cuda:1 gives each its own device."
Workers = Annotated[int | None, typer.Option(help=SHARE, metavar="N", min=1)]
Scheduler = Annotated[
    str | None, typer.Option(help="A Dask scheduler whose workers share the work.", metavar="tcp://HOST:PORT")
]


@dataclass(frozen=True)
class WorkerChoice:
    """Who is to work: each of `devices` in turn by one of `count` processes here, or a scheduler's workers."""

    devices: Sequence[str]
    count: int
    scheduler: str | None = None

    @classmethod
    def of(cls, device: str, workers: int | None, scheduler: str | None) -> "WorkerChoice":
        """What ``--device cuda:0,cuda:1 --workers 2`` or ``--scheduler`` says.

        Raises:
            RequestError: a scheduler as well as workers of this machine.
        """
        devices = device.split(",")
        if scheduler and (workers or len(devices) > 1):
            raise RequestError(
                "--scheduler brings its own workers", "leave out --workers, and give one --device for each of them"
            )
        return cls(devices, workers or len(devices), scheduler)

    @property
    def alone(self) -> bool:
        """Whether this process does it all."""
        return self.count == 1 and not self.scheduler

    def workers(self, log: Path) -> "Who":
        """Those who do it.

        Args:
            log: where processes of this machine say what goes wrong.

        Raises:
            WorkerError: the scheduler cannot be reached, or what speaks to it is not installed.
            DeviceError: a device that this machine's environment hides.
        """
        if self.alone:
            return importlib.import_module("engine.distributed.workers").InProcessWorkers()  # type: ignore[no-any-return]
        if not self.scheduler:
            local = importlib.import_module("engine.distributed.local_workers")
            return local.LocalWorkers(list(islice(cycle(self.devices), self.count)), log)  # type: ignore[no-any-return]
        try:
            cluster = importlib.import_module("engine.distributed.dask_workers")
        except ModuleNotFoundError as error:
            raise WorkerError("--scheduler needs the package distributed", "install ofa-engine[cluster]") from error
        return cluster.DaskWorkers(self.scheduler)  # type: ignore[no-any-return]

    def run(self, request: MapRequest, report: Report) -> dict[str, Any]:
        """Run one request, its scene shared out among the team; what its job returns.

        Raises:
            EngineError: the job or the team cannot run.
        """
        request = on_device(request, self.devices[0])
        if self.alone:
            return jobs.run(request, report)
        shared_among = importlib.import_module("engine.distributed.shared_scene").shared_among
        with _log() as log:
            whole = elsewhere(request) if self.scheduler else request
            compute = shared_among(self.workers(log))
            return jobs.find(request.kind).run_with(whole, report, compute)  # type: ignore[no-any-return]


def elsewhere(request: MapRequest) -> MapRequest:
    """The same request with names of files that mean the same in every folder, and on every machine with this disk."""
    model = request.compute.model
    if model and Path(model).exists():
        model = _absolute(model)
    scene, compute = _elsewhere(request.scene), replace(request.compute, model=model)
    request = replace(request, scene=scene, compute=compute, out=_absolute(request.out))
    return replace(request, labels=_absolute(request.labels)) if isinstance(request, ClassifyRequest) else request


def _elsewhere(scene: SceneSpec) -> SceneSpec:
    return replace(scene, path=_absolute(scene.path), beside=tuple(map(_elsewhere, scene.beside)))


def _absolute(name: str) -> str:
    return str(Path(name).absolute()) if name and gdal_names.is_plain(name) else name


@contextmanager
def _log() -> Iterator[Path]:
    """A file for what workers say; it goes if they say nothing."""
    with tempfile.NamedTemporaryFile(prefix="engine-workers-", suffix=".log", delete=False) as file:
        log = Path(file.name)
    try:
        yield log
    finally:
        if not log.stat().st_size:
            log.unlink()
