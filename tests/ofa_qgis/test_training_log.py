"""What the plugin reads of a training run while it is written, and the models it finds on disk."""

import json
from pathlib import Path

import pytest

from ofa_qgis import models
from ofa_qgis.training.training_log import TrainingLog, stop


def line(step: int, loss: float = 1.0, score: float | None = None, metric: str = "macro_f1", **more: float) -> str:
    entry: dict = {"step": step, "steps": 100, "loss": loss, "lr": 0.1, "seconds": 1.0}
    if score is not None:
        entry["validation"] = {"loss": loss / 2, "metric": metric, "score": score, **more}
    return json.dumps(entry) + "\n"


@pytest.fixture
def log(tmp_path: Path) -> TrainingLog:
    return TrainingLog(tmp_path)


def write(log: TrainingLog, text: str) -> bool:
    """Append and read: whether there was anything new."""
    with (log.folder / "log.jsonl").open("a", encoding="utf-8") as file:
        file.write(text)
    return log.read()


def test_a_run_that_has_not_begun_is_empty(log: TrainingLog) -> None:
    assert not log.read() and log.losses == [] and log.best is None


def test_losses_and_scores_are_read_as_they_come(log: TrainingLog) -> None:
    assert write(log, line(1, 2.0))
    assert write(log, line(2, 1.5, 0.4, best=0.4, best_step=2))
    assert not log.read()
    assert log.losses == [(1, 2.0), (2, 1.5)] and log.scores == [(2, 0.4)] and log.valid_losses == [(2, 0.75)]
    assert (log.total, log.metric, log.best, log.best_step) == (100, "macro_f1", 0.4, 2)


def test_a_torn_last_line_is_read_once_it_is_whole(log: TrainingLog) -> None:
    whole = line(1, 2.0) + line(2, 1.5)
    for cut in range(1, len(whole)):
        assert log.losses == [(1, 2.0)][: whole[: cut - 1].count("\n")]
        write(log, whole[cut - 1])
    write(log, whole[-1])
    assert log.losses == [(1, 2.0), (2, 1.5)]


def test_lines_of_another_kind_are_passed_over(log: TrainingLog) -> None:
    write(log, "no json\n[1]\n{}\n" + '{"step": "x"}\n' + '{"step": 1, "validation": 3}\n' + line(2, 1.5))
    assert log.losses == [(2, 1.5)]
    (log.folder / "log.jsonl").write_bytes(b"\xff\xfe\n" + line(1).encode() * 9)
    assert log.read()


def test_a_run_that_goes_on_tells_its_last_steps_again(log: TrainingLog) -> None:
    for step in range(1, 6):
        write(log, line(step, step, score=step / 10 if step in (2, 4) else None, best=step / 10, best_step=step))
    write(log, line(3, 30.0) + line(4, 40.0, 0.9, best=0.9, best_step=4))
    assert log.losses == [(1, 1), (2, 2), (3, 30.0), (4, 40.0)]
    assert log.scores == [(2, 0.2), (4, 0.9)] and log.valid_losses == [(2, 1), (4, 20.0)]


def test_a_run_that_is_begun_anew_forgets_the_old_one(log: TrainingLog) -> None:
    write(log, line(1) + line(2, score=0.3) + line(3))
    (log.folder / "log.jsonl").write_text(line(1, 7.0), encoding="utf-8")
    log.read()
    assert log.losses == [(1, 7.0)] and log.scores == [] and log.best is None


@pytest.mark.parametrize(("metric", "best"), [("macro_f1", (2, 0.9)), ("rmse", (1, 0.5))])
def test_where_the_log_does_not_say_which_is_best_the_metric_does(
    log: TrainingLog, metric: str, best: tuple[int, float]
) -> None:
    write(log, line(1, score=0.5, metric=metric) + line(2, score=0.9, metric=metric))
    assert (log.best_step, log.best) == best


def test_stop_is_a_file_in_the_runs_folder(tmp_path: Path) -> None:
    stop(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["stop"]


def card(folder: Path, **ours: object) -> Path:
    folder.mkdir(parents=True)
    (folder / "card.json").write_text(json.dumps({"mlm:name": folder.name, "ofa": ours}), encoding="utf-8")
    return folder


def test_models_are_found_where_the_user_set_where_the_plugin_is_and_where_training_puts_them(tmp_path: Path) -> None:
    environ = {"HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path / "data"), "OFA_MODELS": str(tmp_path / "set")}
    card(tmp_path / "set" / "theirs")
    mine = card(models.user_folder(environ) / "mine", downstream={"task": "segmentation", "classes": ["a"]})
    card(models.user_folder(environ) / "chips", downstream={"task": "classification"})
    card(models.user_folder(environ) / "ofa-tiny", downstream={"task": "regression"})
    (models.user_folder(environ) / "broken").mkdir()
    (models.user_folder(environ) / "broken" / "card.json").write_text("{")
    found = {model.name: model for model in models.on_disk(environ)}
    assert {"theirs", "mine", "chips", "ofa-tiny"} <= set(found) and "broken" not in found
    assert found["mine"].folder == mine and found["mine"].maps and not found["mine"].is_regression
    assert found["chips"].downstream and not found["chips"].maps
    assert not found["ofa-tiny"].downstream, "a model of ours is not hidden by one of the same name"
