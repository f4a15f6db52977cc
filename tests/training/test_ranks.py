"""Two processes train one model."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
import torch

from training.pretrain.recipes import Recipe, to_dict
from training.torchrun import Ranks, ranks

ROOT = Path(__file__).resolve().parents[2]


def test_a_process_without_torchrun_is_alone() -> None:
    with ranks(torch.device("cpu")) as alone:
        assert alone == Ranks(0, 1, torch.device("cpu"))
        assert alone.first
        assert alone.agree(True)
        assert not alone.agree(False)
        module = torch.nn.Linear(1, 1)
        assert alone.spread(module) is module
        assert alone.first_does(lambda: 7) == 7
        with pytest.raises(ZeroDivisionError):
            alone.first_does(lambda: 1 / 0)


def test_two_ranks_learn_what_one_process_learns_from_both_their_batches(
    small: Recipe, published: Recipe, tmp_path: Path
) -> None:
    texts = [json.dumps(to_dict(replace(recipe, steps=3))) for recipe in (small, published)]
    script = Path(__file__).with_name("ranks_script.py")
    result = subprocess.run(
        [sys.executable, "-m", "torch.distributed.run", "--standalone", "--nproc-per-node", "2", str(script), tmp_path,
         *texts],
        cwd=ROOT, env={**os.environ, "OMP_NUM_THREADS": "1", "PYTHONPATH": str(ROOT)}, capture_output=True, text=True,
        check=False, timeout=120,
    )  # fmt: skip
    assert result.returncode == 0, result.stderr
    assert (tmp_path / "held").exists()
