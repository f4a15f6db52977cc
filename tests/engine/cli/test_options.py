"""What several commands take is the same option everywhere, and no command lacks one that its request has."""

from collections.abc import Callable
from dataclasses import fields
from typing import get_type_hints

import pytest

from engine.cli import main, options
from engine.cli.commands import predict
from engine.protocol import (
    BenchRequest,
    ClassifyRequest,
    EmbedRequest,
    FinetuneRequest,
    InspectRequest,
    PredictRequest,
    Request,
)
from training.finetune import command as finetune

COMMANDS = {
    InspectRequest: main.inspect,
    ClassifyRequest: main.classify,
    EmbedRequest: main.embed,
    BenchRequest: main.bench,
    PredictRequest: predict.command,
    FinetuneRequest: finetune.command,
}
SHARED = {
    "sensor": options.Sensor, "bands": options.Bands, "units": options.Units, "crs": options.Crs,
    "nodata": options.Nodata, "skip_damaged": options.SkipDamaged, "layer": options.Layer,
    "colours": options.Colours, "confidence": options.Confidence, "vector": options.Vector, "extent": options.Extent,
    "device": options.Device, "precision": options.Precision, "overwrite": options.Overwrite,
}  # fmt: skip


@pytest.mark.parametrize(("request_type", "command"), COMMANDS.items())
def test_a_command_takes_each_shared_option_that_its_request_has(
    request_type: type[Request], command: Callable[..., None]
) -> None:
    taken = get_type_hints(command, include_extras=True)
    asked = {field.name for field in fields(request_type)} & set(SHARED)
    assert {name: taken.get(name) for name in asked} == {name: SHARED[name] for name in asked}
    assert taken["ignore_file_nodata"] == options.IgnoreNodata and taken["as_json"] == options.Json
