"""Lets timm and segmentation_models_pytorch be imported beside a torchvision whose compiled operators do not load.

With the CPU build of torch, pip can pick a CUDA build of torchvision; its import then fails with "operator
torchvision::nms does not exist". Both libraries import torchvision for parts that we never call, so it is enough
to declare, without an implementation, the two operators whose absence stops the import. Where torchvision
imports as it is, or is absent, nothing is done. Call it before either is imported. Knows nothing of the model.
"""

import importlib
import sys
from typing import Any

import torch

_MISSING = (
    "nms(Tensor dets, Tensor scores, float iou_threshold) -> Tensor",
    "qnms(Tensor dets, Tensor scores, float iou_threshold) -> Tensor",
)
_declared: list[Any] = []  # a declaration lasts as long as its library object


def ensure_torchvision_imports() -> None:
    """Import torchvision; if it lacks its operators, declare them and import it again."""
    try:
        importlib.import_module("torchvision")
    except ImportError:
        return  # timm says what it needs
    except RuntimeError as error:
        if "torchvision::" not in str(error):
            raise
        for name in [name for name in sys.modules if name.partition(".")[0] == "torchvision"]:
            del sys.modules[name]  # left behind half imported
        library: Any = torch.library.Library("torchvision", "FRAGMENT")  # type: ignore[no-untyped-call]
        for schema in _MISSING:
            library.define(schema)
        _declared.append(library)
        importlib.import_module("torchvision")
