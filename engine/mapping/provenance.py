"""What a result says of its origin, what a job answers about its model, and which files a request reads."""

import json
from importlib.metadata import version
from pathlib import Path
from typing import Any

from engine import __version__
from engine.gdal import gdal_names
from engine.inference import autotune
from engine.mapping.opening import Opened, OpenedScene
from engine.messages import body_of
from engine.model import model_card
from engine.model.model_folder import LoadedModel
from engine.protocol import (
    ChangeRequest,
    ClassifyRequest,
    CountRequest,
    MapRequest,
    PixelRequest,
    RegressRequest,
)

PATHS = (
    "path",
    "grid",
    "map",
    "labels",
    "out",
    "confidence",
    "applicability",
    "vector",
    "interval",
    "hits",
    "points",
    "area",
    "density",
    "changes",
    "table",
    "report",
    "save_model",
    "model",
)
SPECS = ("scene", "compute")


def provenance(request: MapRequest | RegressRequest | PixelRequest, opened: OpenedScene) -> dict[str, str]:
    """Where a result comes from, as tags of the file.

    Folders are left out, since maps are passed on and folders tell of people.
    """
    reading = opened.source.reading
    asked = {name: value for name, value in body_of(request).items() if name != "overwrite"}  # it says nothing here
    return {
        "OFA_VERSION": __version__,
        **(_of_model(opened.loaded, opened.tuning) if isinstance(opened, Opened) else {}),
        "OFA_SCENE": gdal_names.short(opened.source.scene.name),
        "OFA_SENSOR": reading.sensor.id,
        "OFA_BANDS": ", ".join(f"{band.index}={band.band.name} ({band.source})" for band in reading.bands),
        "OFA_UNITS": f"{reading.units.id} ({reading.units.source})",
        "OFA_STATISTICS": opened.source.for_model.statistics.of,
        **({"OFA_MONTH": str(opened.source.month)} if opened.source.month else {}),
        "OFA_GSD_M": f"{opened.source.gsd_m:g}",
        **({"OFA_SOURCES": json.dumps(opened.source.scene.product.facts())} if opened.source.scene.product else {}),
        "OFA_REQUEST": json.dumps(without_folders(asked)),
        "OFA_LIBRARIES": ", ".join(f"{name} {version(name)}" for name in ("torch", "rasterio")),
    }


def _of_model(loaded: LoadedModel, tuning: autotune.Tuning) -> dict[str, str]:
    return {
        "OFA_MODEL": loaded.name,
        "OFA_MODEL_TRAINING": "trained" if loaded.trained else "untrained: random weights",
        "OFA_MODEL_SHA256": loaded.sha256,
        "OFA_PRECISION": tuning.precision,
    }


def without_folders(asked: dict[str, Any]) -> dict[str, Any]:
    """A request, or a spec in it, with the names of files alone."""
    return {
        name: [without_folders(each) for each in value]
        if name == "more"
        else without_folders(value)
        if name in SPECS
        else [without_folders(each) for each in value]
        if name == "beside"
        else gdal_names.short(value)
        if value and name in PATHS
        else value
        for name, value in asked.items()
    }


def inputs_of(request: MapRequest | RegressRequest | PixelRequest) -> list[str | Path]:
    """What the request names to be read, none of which may be an output: sources, labels, the model and its folder.

    Raises:
        ModelError: no such model.
    """
    labels = [request.labels] if isinstance(request, ClassifyRequest | RegressRequest) else []
    labels += [each.path for each in request.more] if isinstance(request, ClassifyRequest) else []
    beside = [each.path for each in request.scene.beside]
    if isinstance(request, PixelRequest):
        own = [request.labels] if isinstance(request, ChangeRequest | CountRequest) and request.labels else []
        own += [request.area] if isinstance(request, CountRequest) and request.area else []
        return [request.scene.path, *beside, *own]
    files = model_card.files_of(request.compute.model or model_card.DEFAULT_MODEL)
    return [request.scene.path, *beside, *labels, *files, *{file.parent for file in files}]


def model_facts(loaded: LoadedModel) -> dict[str, object]:
    """What a job answers about its model."""
    return {"name": loaded.name, "trained": loaded.trained, "sha256": loaded.sha256}
