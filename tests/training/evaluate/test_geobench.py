"""`engine geobench` on small sets in the layout of GEO-Bench: results, kept predictions, and what cannot be scored."""

import json
import shlex
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from engine.cli import main
from engine.errors import Cancelled, DeviceError
from engine.model import model_folder
from engine.model.config import ModelConfig
from engine.model.ofa import OFA
from tests.training.evaluate import geobench_writer as writer
from training.errors import TrainingError
from training.evaluate import extractors, fine_tuning, report
from training.evaluate.command import geobench
from training.evaluate.datasets.geobench_tasks import TASKS
from training.evaluate.outcome import Outcome

pytestmark = pytest.mark.usefixtures("one_thread")
TINY = ModelConfig(width=16, depth=4, heads=2, patch_px=8, taps=(1, 2))
METRICS = {"classification": "accuracy", "multilabel": "mAP", "segmentation": "mIoU"}


@pytest.fixture(autouse=True)
def registered(monkeypatch: pytest.MonkeyPatch) -> None:
    """`engine geobench`, whatever else the installed package registers."""
    monkeypatch.setattr(main, "entry_points", lambda group: [])
    monkeypatch.setattr(main.app, "registered_commands", list(main.app.registered_commands))
    main.app.command("geobench")(geobench)


@pytest.fixture(autouse=True)
def few_filters(monkeypatch: pytest.MonkeyPatch) -> None:
    """A baseline of 32 random convolutions and not of many: at 500 pixels they would take most of the time."""
    monkeypatch.setattr(extractors, "FILTERS", 32)


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """A model folder that reads any bands."""
    model_folder.save(OFA(TINY, 3), {"mlm:name": "tiny"}, tmp_path / "tiny")
    return tmp_path / "tiny"


SET = ["--set", "size_px=32", "--set", "epochs=2", "--set", "resamples=20", "--set", "pixels=16", "--set", "batch=4"]
Geobench = Callable[..., Any]


@pytest.fixture
def score(engine: Callable[..., Any], model: Path, tmp_path: Path) -> Geobench:
    """``score(task, *options)``: `engine geobench` of the sets in ``tmp_path / "root"``, into ``tmp_path / "out"``."""
    where = ["--root", tmp_path / "root", "--model", model, "--out", tmp_path / "out", "--device", "cpu"]
    return lambda task, *options: engine("geobench", task, *where, "--overwrite", *options, *SET)


@pytest.mark.parametrize("task", TASKS)
def test_every_task_is_scored_by_one_command(score: Geobench, tmp_path: Path, task: str) -> None:
    writer.write(tmp_path / "root", task)
    protocol = "lbfgs" if TASKS[task].kind == "segmentation" else "linear"
    answer = score(task, "--protocol", protocol, "--json")
    assert answer.status == 0, answer.err
    found = json.loads(answer.out)
    first = [line for line in found["lines"] if line["metric"] == METRICS[TASKS[task].kind]]
    assert [line["features"] for line in first] == ["tiny", "image statistics", "random convolutions"]
    for line in found["lines"]:
        assert 0 <= line["low"] <= line["mean"] <= line["high"] <= 1
        assert (line["train"], line["test"]) == (6, 3)
    assert {row["task"] for row in found["published"]} == {task}
    command = shlex.split(found["command"])
    assert command[-len(SET) :] == SET and command[command.index("--out") + 1] == str(tmp_path / "out")
    page = (tmp_path / "out" / "geobench.md").read_text()
    assert ("as quoted from memory" in page) == (protocol == "linear")
    assert report.geobench_page(Outcome.from_json(found), found) == page
    assert "size_px 32 instead of 224" in page
    assert json.loads((tmp_path / "out" / "geobench.json").read_text()) == found


@pytest.mark.parametrize("protocol", ["finetune", "frozen-upernet", "linear"])
def test_a_segmentation_is_tuned_and_every_pixel_scored(score: Geobench, tmp_path: Path, protocol: str) -> None:
    writer.write(tmp_path / "root", "m-cashew-plant")
    answer = score("m-cashew-plant", "--protocol", protocol, "--json")
    assert answer.status == 0, answer.err
    lines = json.loads(answer.out)["lines"]
    assert [(line["features"], line["learner"]) for line in lines if line["metric"] == "mIoU"] == [
        ("tiny", protocol), ("image statistics", "lbfgs"), ("random convolutions", "lbfgs")
    ]  # fmt: skip
    page = (tmp_path / "out" / "geobench.md").read_text()
    assert ("U-Net ResNet-101" in page) == (protocol == "frozen-upernet"), "rows of others are of the same protocol"
    (left,) = (tmp_path / "out" / "runs").iterdir()
    assert [path.name for path in left.iterdir()] == ["log.jsonl"], "weights of a run that is over fill disks"
    (kept,) = (tmp_path / "out" / "predictions").glob(f"*_{protocol}_*.npz")
    with np.load(kept) as file:
        assert file["predicted"].sum((1, 2)).tolist() == [256 * 256] * 3


def test_a_classification_is_fine_tuned(score: Geobench, tmp_path: Path) -> None:
    writer.write(tmp_path / "root", "m-bigearthnet")
    answer = score("m-bigearthnet", "--protocol", "finetune")
    assert answer.status == 0, answer.err
    assert "finetune" in answer.out


def test_a_run_that_was_broken_off_resumes(score: Geobench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    writer.write(tmp_path / "root", "m-eurosat")

    def broken(*_arguments: Any, **_named: Any) -> Any:
        raise Cancelled

    with monkeypatch.context() as patch:
        patch.setattr(extractors, "responses", broken)
        assert score("m-eurosat", "--protocol", "knn").status != 0
    assert not (tmp_path / "out" / "geobench.json").exists()
    (kept, _) = sorted((tmp_path / "out" / "predictions").iterdir())
    before = kept.stat().st_mtime_ns
    assert score("m-eurosat", "--protocol", "knn").status == 0
    assert kept.stat().st_mtime_ns == before
    assert len(list((tmp_path / "out" / "predictions").iterdir())) == 3


def test_predictions_are_kept_apart_for_another_model_of_the_same_name(
    score: Geobench, model: Path, tmp_path: Path
) -> None:
    writer.write(tmp_path / "root", "m-eurosat")
    assert score("m-eurosat", "--protocol", "knn").status == 0
    model_folder.save(OFA(TINY, 4), {"mlm:name": "tiny"}, model)
    assert score("m-eurosat", "--protocol", "knn").status == 0
    assert len(list((tmp_path / "out" / "predictions").glob("*tiny*"))) == 2


def test_predictions_are_kept_apart_for_another_copy_of_the_set(score: Geobench, tmp_path: Path) -> None:
    """A repaired copy has the same samples under the same names, and other bands."""
    for mended in (False, True):
        writer.write(tmp_path / str(mended), "m-eurosat", mended=mended)
        answer = score("m-eurosat", "--protocol", "knn", "--root", tmp_path / str(mended))
        assert answer.status == 0, answer.err
        assert "of others" not in answer.out, "rows of others are no match for kNN"
    assert len(list((tmp_path / "out" / "predictions").iterdir())) == 2 * 3


def test_damaged_predictions_are_made_again(score: Geobench, tmp_path: Path) -> None:
    writer.write(tmp_path / "root", "m-eurosat")
    first = json.loads(score("m-eurosat", "--protocol", "knn", "--json").out)["scores"]
    kept = sorted((tmp_path / "out" / "predictions").iterdir())
    kept[0].write_bytes(kept[0].read_bytes()[:100])
    kept[1].write_bytes(b"")
    again = score("m-eurosat", "--protocol", "knn", "--json")
    assert again.status == 0, again.err
    assert json.loads(again.out)["scores"] == first


@pytest.mark.parametrize(
    ("fails", "status", "says"),
    [
        (TrainingError("the loss is no number", "give --lr 1"), 0, "m-cashew-plant: not scored: the loss is no number"),
        (DeviceError("out of memory", "give --batch 1"), 2, "out of memory with"),
        (RuntimeError("CUDA out of memory"), 2, "out of memory with"),
    ],
)
def test_a_run_that_fails_is_told_with_the_options_of_this_command(
    score: Geobench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails: Exception, status: int, says: str
) -> None:
    for task in ("m-eurosat", "m-cashew-plant"):
        writer.write(tmp_path / "root", task)

    def broken(tuned_model: Any, *_arguments: Any) -> Any:
        if tuned_model.task.by_pixel:
            raise fails
        return SimpleNamespace(steps=1, best_step=1)

    monkeypatch.setattr(fine_tuning, "fit", broken)
    several = score("all", "--protocol", "finetune")
    assert (several.status, says in several.out + several.err) == (status, True)
    alone = score("m-cashew-plant", "--protocol", "finetune")
    assert alone.status == 2
    assert "--set batch=" in alone.err and "--lr" not in alone.err and "--batch" not in alone.err


@pytest.mark.parametrize(
    ("task", "change", "says"),
    [
        ("m-eurosat", ["--set", "size_px=33"], "expected chips of a multiple of 8 pixels for"),
        ("m-eurosat", ["--root", "nowhere"], "expected a folder at nowhere; found none"),
        ("m-eurosat", ["--protocol", "svm"], "expected a protocol of linear, knn"),
        ("m-eurosat", ["--set", "size=3"], "--set has no field 'size'"),
        ("m-eurosat", ["--set", "size_px"], "expected --set name=value"),
        ("m-eurosat", ["--partition", "0.3x"], "no partition '0.3x'"),
        ("m-eurosat", ["--protocol", "frozen-upernet"], "frozen-upernet is for pixels"),
        ("nothing", [], "expected a task of m-bigearthnet"),
        ("eurosat-rgb", ["--partition", "0.01x"], "expected the partition 'default' of eurosat-rgb"),
        ("benv2", ["--partition", "0.01x"], "expected the partition 'default' of benv2"),
    ],
)
def test_what_cannot_be_is_told_in_one_line_and_leaves_nothing(
    engine: Callable[..., Any], model: Path, tmp_path: Path, task: str, change: list[str], says: str
) -> None:
    writer.write(tmp_path / "root", "m-eurosat")
    answer = engine("geobench", task, "--root", tmp_path / "root", "--model", model, "--out", tmp_path / "out",
                    "--device", "cpu", *change)  # fmt: skip
    assert answer.status == 2
    assert says in answer.err
    assert "Traceback" not in answer.err
    assert not (tmp_path / "out" / "geobench.json").exists()


def test_all_passes_over_what_is_not_there_and_tells_it(score: Geobench, tmp_path: Path) -> None:
    writer.write(tmp_path / "root", "m-eurosat")
    (writer.write(tmp_path / "root", "m-pv4ger") / "band_stats.json").write_text("{}")
    answer = score("all", "--protocol", "knn")
    assert answer.status == 0, answer.err
    assert "m-so2sat: not scored: expected m-so2sat as" in answer.out
    assert "m-pv4ger: not scored: expected mean, std and max of 'Red'" in answer.out
    (tmp_path / "empty").mkdir()
    none = score("all", "--root", tmp_path / "empty")
    assert none.status == 2
    assert "and 11 reasons more" in none.err and len(none.err) < 500


def test_a_model_that_cannot_read_a_set_is_told_and_the_baselines_are_scored(
    score: Geobench, model: Path, tmp_path: Path
) -> None:
    writer.write(tmp_path / "root", "m-brick-kiln")
    paper = ModelConfig("per_sensor", width=16, depth=2, heads=2, patch_px=8, taps=(1, 2))
    model_folder.save(OFA(paper, 3), {"mlm:name": "tiny"}, model)
    answer = score("m-brick-kiln", "--protocol", "knn")
    assert answer.status == 0, answer.err
    assert "tiny cannot read it: this model reads" in answer.out
    assert "B06" in answer.out
    assert "image statistics" in answer.out
