"""Graphs to files, each read again and compared with the model it was made of. Knows no bands and no requests.

A `.pt2` may hold what runs code, so none is ever loaded but the one that this process has just written.
"""

import importlib
import importlib.util
import warnings
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Protocol

import torch
from torch import Tensor, nn
from torch.export import Dim, ExportedProgram

from engine.errors import ModelError, RequestError
from engine.export.graph import Graph

OPSET = 18
"""Of ONNX: the first with all that the models need; ONNX Runtime reads it since 1.14 (early 2023)."""
NEEDED_BY_ONNX = ("onnx", "onnxscript", "onnxruntime")
LARGEST_BYTES = 2_000_000_000
"""Of weights in one ONNX file: protocol buffers end at 2 GiB. More would be a second file, which gets lost."""
INPUT, OUTPUT = "tiles", "answer"
TRACED, COMPARED = 2, 3
"""Tiles of a batch: a graph that had kept the number it was traced with would fail the comparison."""
FURTHEST = 1e-4
"""Largest difference, as a share of the spread of answers, that may be called rounding."""


class Format(Protocol):
    """Writes a graph with texts that go with it; returns how the file answers."""

    def __call__(self, program: ExportedProgram, path: Path, texts: Mapping[str, str], tiles: Tensor) -> Tensor: ...  # noqa: D102


def require(format: str) -> None:
    """Return if a format can be written.

    Raises:
        RequestError: there is no such format, or a package is missing.
    """
    if format not in FORMATS:
        raise RequestError(f"expected a format of {', '.join(FORMATS)}; found '{format}'", "give one to --format")
    if format != "onnx":
        return
    missing = [name for name in NEEDED_BY_ONNX if importlib.util.find_spec(name) is None]
    if missing:
        raise RequestError(f"ONNX needs {', '.join(missing)}", "pip install 'ofa-engine[export]'")


def write(graph: Graph, format: str, path: Path, texts: Mapping[str, str]) -> float:
    """Write `graph` and compare the file with it; the largest difference on random tiles, as a share of its spread.

    Raises:
        ModelError: the file answers something else.
    """
    assert isinstance(graph, nn.Module)  # nosec B101
    graph.eval()
    shape = len(graph.bands), graph.tile_px, graph.tile_px
    noise = torch.Generator().manual_seed(0)
    traced, compared = (graph.tiles(torch.randn(count, *shape, generator=noise)) for count in (TRACED, COMPARED))
    with torch.no_grad(), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of what torch will change
        expected = graph(compared)
        graph.fix()
        program = torch.export.export(graph, (traced,), dynamic_shapes=({0: Dim("batch")},), strict=True)
        _forget_paths(program)
        found = FORMATS[format](program, path, texts, compared)
    difference = float((found - expected).abs().max()) / graph.spread
    if not difference <= FURTHEST:  # NaN, too
        raise ModelError(
            f"the exported model answers something else than ours on random tiles: expected a difference of at most "
            f"{FURTHEST:g}, found {difference:.2g}",
            "install the versions in constraints.txt; if it stays so, report it",
        )
    return difference


def _forget_paths(program: ExportedProgram) -> None:
    """Remove where in which file each step comes from: a model is passed on, and folders tell of people."""
    for module in program.graph_module.modules():
        if isinstance(module, torch.fx.GraphModule):
            for node in module.graph.nodes:
                node.meta.pop("stack_trace", None)


def _onnx(program: ExportedProgram, path: Path, texts: Mapping[str, str], tiles: Tensor) -> Tensor:
    size = sum(weight.nbytes for weight in program.state_dict.values())
    if size > LARGEST_BYTES:
        raise ModelError(
            f"expected weights of at most {LARGEST_BYTES / 1e9:g} GB for one ONNX file; found {size / 1e9:.1f} GB",
            "take --format torch-export, or a smaller model",
        )
    written = torch.onnx.export(
        program, (), dynamo=True, input_names=[INPUT], output_names=[OUTPUT], opset_version=OPSET,
        dynamic_shapes=({0: "batch"},), verbose=False,
    )  # fmt: skip
    assert written is not None  # nosec B101
    written.model.metadata_props.update(texts)
    written.save(path, external_data=False)
    runtime = importlib.import_module("onnxruntime")
    session = runtime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    (answer,) = session.run([OUTPUT], {INPUT: tiles.numpy()})
    return torch.from_numpy(answer)


def _torch_export(program: ExportedProgram, path: Path, texts: Mapping[str, str], tiles: Tensor) -> Tensor:
    torch.export.save(program, path, extra_files=dict(texts))
    answer: Tensor = torch.export.load(path).module()(tiles)
    return answer


FORMATS: Mapping[str, Format] = MappingProxyType({"onnx": _onnx, "torch-export": _torch_export})
ENDINGS: Mapping[str, str] = MappingProxyType({"onnx": ".onnx", "torch-export": ".pt2"})
