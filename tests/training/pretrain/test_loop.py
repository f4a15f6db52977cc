"""A run goes on as if it had never been broken, and says what went wrong where it cannot."""

import io
import json
import math
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch

from engine.errors import Cancelled, DeviceError
from engine.model.ofa import OFA
from training import checkpoint, log
from training.errors import TrainingError
from training.pretrain import loop
from training.pretrain.loop import PretrainRun
from training.pretrain.mim import MaskedImageModel, draw_masks
from training.pretrain.optimiser import learning_rate
from training.pretrain.recipes import Recipe, to_dict
from training.torchrun import Ranks

ROOT = Path(__file__).resolve().parents[3]
TIMES = {"seconds", "images_per_s", "memory_mb"}
pytestmark = pytest.mark.usefixtures("one_thread")


@pytest.fixture
def run_of(small: Recipe, noise: Any, tmp_path: Path) -> Callable[..., PretrainRun]:
    """``run_of("folder", resume=False, recipe=…)`` -> a run of noise."""

    def make(name: str, resume: bool = False, recipe: Recipe = small, corpus: Any = None) -> PretrainRun:
        folder = tmp_path / name
        folder.mkdir(exist_ok=True)
        module = MaskedImageModel(OFA(recipe.model, recipe.seed), recipe)
        return PretrainRun(recipe, module, corpus or noise(), folder, Ranks(0, 1, torch.device("cpu")), resume)

    return make


def train(run: PretrainRun, stop_after: int = 10**9, until: int | None = None) -> int:
    asked = iter(range(1, 10**9))
    return run.train(lambda: next(asked) >= stop_after, log.Live(io.StringIO(), run.recipe.steps), until)


def logged(run: PretrainRun) -> list[dict[str, Any]]:
    return [{k: v for k, v in line.items() if k not in TIMES} for line in log.read(run.folder)]


def same_weights(one: PretrainRun, other: PretrainRun) -> bool:
    return all(map(torch.equal, one.module.state_dict().values(), other.module.state_dict().values()))


def test_a_run_trains_and_logs_every_step(run_of: Callable[..., PretrainRun]) -> None:
    run, untouched = run_of("a"), run_of("b")
    assert train(run) == 6
    lines = log.read(run.folder)
    assert [line["step"] for line in lines] == [1, 2, 3, 4, 5, 6]
    assert [line["lr"] for line in lines] == [learning_rate(run.recipe, step) for step in range(6)]
    assert {line["images"] for line in lines} == {4}
    assert all(math.isfinite(line["loss"]) and line["grad_norm"] > 0 for line in lines)
    assert lines[0]["losses"].keys() == {"S1", "S2"}
    assert lines[0]["loss"] == pytest.approx(sum(lines[0]["losses"].values()) / 2)
    before = untouched.module.state_dict()
    moved = {name for name, value in run.module.state_dict().items() if not torch.equal(value, before[name])}
    assert {"model.cls_token", "decoder.stack.mask_token", "decoder.sensor.weight"} <= moved
    assert not any(name.startswith("projection") for name in moved)


def test_every_step_and_micro_batch_of_every_rank_hides_something_else(
    run_of: Callable[..., PretrainRun], small: Recipe, monkeypatch: pytest.MonkeyPatch
) -> None:
    plans: list[tuple[int, ...]] = []

    def noted(recipe: Recipe, batch: Any, lot: torch.Generator) -> Any:
        plans.append(tuple(torch.rand(4, generator=lot.clone_state()).tolist()))
        return draw_masks(recipe, batch, lot)

    monkeypatch.setattr(loop, "draw_masks", noted)
    for rank in range(2):
        run = run_of(str(rank))
        for step in range(3):
            for micro in range(2):
                run = replace(run, ranks=Ranks(rank, 1, torch.device("cpu")))
                run._micro(step, micro, run.module, run.corpus.batch(step, micro))
    assert len(set(plans)) == len(plans) == 12


@pytest.mark.parametrize("precision", ["fp32", "bf16"])
@pytest.mark.parametrize("target", ["pixels", "both"])
def test_a_run_that_was_stopped_ends_like_one_that_was_not(
    run_of: Callable[..., PretrainRun],
    small: Recipe,
    precision: str,
    target: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(loop, "bfloat16_pays", lambda: True)  # however slow
    recipe = replace(small, precision=precision, target=target, patches_px=(4, 8))
    whole, broken = run_of("whole", recipe=recipe), run_of("broken", recipe=recipe)
    train(whole)
    with pytest.raises(Cancelled):
        train(broken, stop_after=2)
    assert [line["step"] for line in logged(broken)] == [1, 2]
    assert train(run_of("broken", resume=True, recipe=recipe), until=5) == 5
    resumed = run_of("broken", resume=True, recipe=recipe)
    assert train(resumed) == 6
    assert same_weights(whole, resumed)
    assert logged(whole) == logged(resumed)


# --------------------------------------------------------------------------------------------------- watching


@pytest.fixture
def watching(run_of: Callable[..., PretrainRun], small: Recipe, noise: Any) -> Callable[..., PretrainRun]:
    """``watching("folder", resume=False)`` -> a run of noise that looks every second step."""
    recipe = replace(small, watch_every=2, steps=9)
    watched = {name: noise(sensors=((name,),)) for name in ("S1", "S2")}

    def make(name: str, resume: bool = False) -> PretrainRun:
        return replace(run_of(name, resume, recipe), watched=watched)

    return make


def test_a_run_looks_at_what_it_does_not_learn_from(watching: Callable[..., PretrainRun]) -> None:
    run = watching("a")
    train(run)
    lines = log.read(run.folder)
    assert [line["step"] for line in lines if "watched" in line] == [2, 4, 6, 8]
    assert all(line["watched"].keys() == {"S1", "S2"} for line in lines if "watched" in line)
    assert run.module.training
    assert run._look() == run._look()  # the same chips and masks every time


def test_what_stopped_is_not_learnt_from_and_a_resumed_run_knows_it(
    watching: Callable[..., PretrainRun], monkeypatch: pytest.MonkeyPatch
) -> None:
    """From the second look on Sentinel-2 has stopped; the run is broken between two looks."""
    monkeypatch.setattr(loop, "stopped_after", lambda looks: frozenset({"S2"} if len(looks) > 1 else ()))
    whole, broken = watching("whole"), watching("broken")
    train(whole)
    lines = logged(whole)
    assert [line.get("stopped") for line in lines] == [None, [], None, ["S2"], None, ["S2"], None, ["S2"], None]
    assert [set(line["losses"]) for line in lines][4:] == [{"S1"}] * 5
    assert any("S2" in line["losses"] for line in lines[:4])
    for stop_after in (3, 2, 2):
        with pytest.raises(Cancelled):
            train(watching("broken", resume=checkpoint.exists(broken.folder)), stop_after=stop_after)
    resumed = watching("broken", resume=True)
    assert train(resumed) == 9
    assert same_weights(whole, resumed)
    assert logged(whole) == logged(resumed)


def test_a_run_of_which_everything_has_stopped_is_over(
    watching: Callable[..., PretrainRun], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loop, "stopped_after", lambda looks: frozenset({"S1", "S2"} if len(looks) > 1 else ()))
    run = watching("a")
    assert train(run) == 4
    assert checkpoint.exists(run.folder)
    again = watching("a", resume=True)
    assert train(again) == 4
    assert same_weights(run, again)


def test_a_finished_run_has_nothing_left_to_do(run_of: Callable[..., PretrainRun]) -> None:
    first = run_of("a")
    train(first)
    again = run_of("a", resume=True)
    assert train(again) == 6
    assert same_weights(first, again)
    assert len(logged(again)) == 6


def test_checkpoints_come_with_time(run_of: Callable[..., PretrainRun], monkeypatch: pytest.MonkeyPatch) -> None:
    saved: list[int] = []
    monkeypatch.setattr(checkpoint, "save", lambda *arguments: saved.append(arguments[-1]))
    train(run_of("a"))
    monkeypatch.setattr(loop, "CHECKPOINT_EVERY_S", 0.0)
    train(run_of("b"))
    assert saved == [6, *range(1, 7)]


KILLED = """
import importlib.util, io, json, os, signal, sys
from pathlib import Path
import torch
from engine.model.ofa import OFA
from training import log
from training.pretrain import loop, recipes
from training.pretrain.mim import MaskedImageModel
from training.torchrun import Ranks
spec = importlib.util.spec_from_file_location("shared_by_tests", sys.argv[1])
shared = importlib.util.module_from_spec(spec)
sys.modules[spec.name] = shared
spec.loader.exec_module(shared)
torch.set_num_threads(1)
recipe = recipes.from_dict(json.loads(sys.argv[3]))
module = MaskedImageModel(OFA(recipe.model, recipe.seed), recipe)
run = loop.PretrainRun(recipe, module, shared.NoiseCorpus(), Path(sys.argv[2]), Ranks(0, 1, torch.device("cpu")))
asked = []
def killed():
    asked.append(0)
    loop.CHECKPOINT_EVERY_S = 0.0 if len(asked) <= 3 else 1e9
    if len(asked) == 5:
        os.kill(os.getpid(), signal.SIGKILL)
    return False
run.train(killed, log.Live(io.StringIO(), 6))
"""


def test_a_killed_run_goes_on_from_its_checkpoint(run_of: Callable[..., PretrainRun], small: Recipe) -> None:
    """Killed after the fifth step with the checkpoint of the third: the log's two lines after it are made again."""
    whole, killed = run_of("whole"), run_of("killed")
    train(whole)
    shared, recipe = Path(__file__).parents[1] / "conftest.py", json.dumps(to_dict(small))
    result = subprocess.run(
        [sys.executable, "-c", KILLED, str(shared), str(killed.folder), recipe],
        cwd=ROOT, env={**os.environ, "OMP_NUM_THREADS": "1"}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert result.returncode == -9, result.stderr
    assert [line["step"] for line in logged(killed)] == [1, 2, 3, 4, 5]
    resumed = run_of("killed", resume=True)
    assert checkpoint.load(killed.folder, killed.module, torch.optim.AdamW([torch.zeros(1)])) == 3
    assert train(resumed) == 6
    assert same_weights(whole, resumed)
    assert logged(whole) == logged(resumed)


def test_no_memory_is_told_with_what_to_set(
    run_of: Callable[..., PretrainRun], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise torch.OutOfMemoryError("CUDA out of memory")

    for where, name in ((MaskedImageModel, "forward"), (torch.optim.AdamW, "step")):
        run = run_of(name)
        with monkeypatch.context() as patch, pytest.raises(DeviceError, match="out of memory on cpu with 2 chips") as c:
            patch.setattr(where, name, full)
            train(run)
        assert "sampling.batch=1" in c.value.hint
        assert "accumulate=4" in c.value.hint
        assert not checkpoint.exists(run.folder)


def test_a_loss_that_is_no_number_ends_the_run_with_the_last_good_checkpoint(
    run_of: Callable[..., PretrainRun], noise: Any
) -> None:
    class Poisoned(noise):  # type: ignore[misc]
        def batch(self, step: int, micro: int, rank: int = 0, without: frozenset[str] = frozenset()) -> Any:
            batch = super().batch(step, micro, rank, without)
            if step == 4:
                batch.chips[0].x_BCHW[:] = math.nan
            return batch

    train(run_of("a", corpus=Poisoned()), until=3)
    run = run_of("a", resume=True, corpus=Poisoned())
    with pytest.raises(TrainingError, match="step 5 is no finite number") as caught:
        train(run)
    assert "lr=0.003" in caught.value.hint
    assert all(value.isfinite().all() for value in run.module.state_dict().values())
    assert checkpoint.load(run.folder, run.module, torch.optim.AdamW([torch.zeros(1)])) == 3
    assert [line["step"] for line in logged(run)] == [1, 2, 3, 4]


def test_a_run_trains_where_nothing_tells_how_much_memory_it_needs(
    run_of: Callable[..., PretrainRun], monkeypatch: pytest.MonkeyPatch
) -> None:
    train(run := run_of("a"), until=1)
    assert log.read(run.folder)[0]["memory_mb"] > 50
    monkeypatch.setattr("training.pretrain.loop.peak_memory_mb", lambda: None)  # as on Windows
    train(run := run_of("b"), until=1)
    assert log.read(run.folder)[0]["memory_mb"] is None


def test_micro_batches_are_the_same_step_in_parts(
    run_of: Callable[..., PretrainRun], small: Recipe, noise: Any
) -> None:
    once = replace(small, accumulate=1, steps=1)
    twice = replace(small, accumulate=2, steps=1)

    class Same(noise):  # type: ignore[misc]
        def batch(self, step: int, micro: int, rank: int = 0, without: frozenset[str] = frozenset()) -> Any:
            return super().batch(0, 0)

    gradients = []
    for recipe in (once, twice):
        run = run_of(str(recipe.accumulate), recipe=recipe, corpus=Same())
        train(run)
        gradients.append(log.read(run.folder)[0]["grad_norm"])
    assert gradients[1] == pytest.approx(gradients[0], rel=0.5)  # other masks, the same scale
