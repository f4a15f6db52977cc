"""One module per job: ``REQUEST`` (its request class) and ``run(request, report) -> outputs``.

Jobs are found through the entry-point group ``engine.jobs``, so `training` adds its own without being
named here. `outputs` is a dict that JSON can hold; paths in it are strings.
"""

from importlib.metadata import entry_points
from types import ModuleType
from typing import Any, cast

from engine.errors import RequestError
from engine.progress import Report, heard_by
from engine.protocol import Request


def find(kind: str) -> ModuleType:
    """The job module registered under `kind`.

    Raises:
        RequestError: no installed package registers such a job.
    """
    for point in entry_points(group="engine.jobs", name=kind):
        return cast(ModuleType, point.load())
    raise RequestError(
        "no job is called '{kind}'", "install the package that provides it, e.g. ofa-engine[train]", kind=kind
    )


def run(request: Request, report: Report) -> dict[str, Any]:
    """Run the job that `request` asks for and return its outputs."""
    with heard_by(report):
        return cast(dict[str, Any], find(request.kind).run(request, report))
