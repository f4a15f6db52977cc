import os
import subprocess
import sys
from pathlib import Path

import pytest

from engine.model import torchvision_guard as guard

ROOT = Path(__file__).resolve().parents[3]

A_TORCHVISION = """
import torch
{operators}

@torch.library.register_fake("torchvision::nms")
def nms(dets, scores, iou_threshold):
    return scores

@torch.library.register_fake("torchvision::qnms")
def qnms(dets, scores, iou_threshold):
    return scores
"""
OPERATORS = """
library = torch.library.Library("torchvision", "FRAGMENT")
library.define("nms(Tensor dets, Tensor scores, float iou_threshold) -> Tensor")
library.define("qnms(Tensor dets, Tensor scores, float iou_threshold) -> Tensor")
"""


def run(program, torchvision, folder):
    """Run a program in a fresh Python that finds a torchvision of our making."""
    (folder / "torchvision").mkdir(exist_ok=True)
    (folder / "torchvision" / "__init__.py").write_text(torchvision)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(folder), str(ROOT)])}
    command = [sys.executable, "-c", program]
    return subprocess.run(command, capture_output=True, text=True, check=False, env=environment, timeout=120)


GUARDED = """
from engine.model import torchvision_guard as guard
guard.ensure_torchvision_imports()
import torchvision, torch
print(len(guard._declared), torch.ops.torchvision.nms._qualified_op_name)
"""


def test_missing_operators_are_declared(tmp_path):
    broken = A_TORCHVISION.format(operators="")
    assert "operator torchvision::nms does not exist" in run("import torchvision", broken, tmp_path).stderr
    done = run(GUARDED, broken, tmp_path)
    assert done.stdout.split() == ["1", "torchvision::nms"], done.stderr


def test_nothing_is_done_where_the_wheels_match(tmp_path):
    done = run(GUARDED, A_TORCHVISION.format(operators=OPERATORS), tmp_path)
    assert done.stdout.split() == ["0", "torchvision::nms"], done.stderr


def test_timm_imports_beside_the_torchvision_that_is_installed():
    guard.ensure_torchvision_imports()
    from timm.models.vision_transformer import Block

    assert Block.__module__.startswith("timm.")


def test_another_failure_of_torchvision_is_not_hidden(monkeypatch):
    def fail(name):
        raise RuntimeError("something else")

    monkeypatch.setattr(guard.importlib, "import_module", fail)
    with pytest.raises(RuntimeError, match="something else"):
        guard.ensure_torchvision_imports()


def test_an_absent_torchvision_is_left_to_timm(monkeypatch):
    monkeypatch.setitem(sys.modules, "torchvision", None)
    before = len(guard._declared)
    guard.ensure_torchvision_imports()
    assert len(guard._declared) == before
