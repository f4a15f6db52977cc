"""Protocols, scores, intervals, result files and the command of GEO-Bench, on small sets that can be learnt."""

import json
import shlex
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
import torch
from sklearn.metrics import f1_score, jaccard_score

from engine.cli import main
from engine.errors import Cancelled, DeviceError, LabelError, RequestError
from engine.model import model_folder
from engine.model.config import ModelConfig
from engine.model.ofa import OFA
from tests.training import geobench_writer as writer
from training.finetune.settings import usual
from training.geobench import describers, features, learners, linear, published, results, scores, settings, tuned
from training.geobench.command import command
from training.geobench.labelled import Labelled, Sample
from training.geobench.scores import Answers
from training.geobench.settings import Settings
from training.geobench.tasks import TASKS
from training.pretrain.loop import TrainingError

CPU = torch.device("cpu")
pytestmark = pytest.mark.usefixtures("one_thread")
TINY = ModelConfig(width=16, depth=4, heads=2, patch_px=8, taps=(1, 2))
QUICK = Settings(size_px=16, epochs=40, batch=16, forward=8, resamples=50, pixels=16)


def quiet(_done: int, _total: int, _note: str) -> None:
    """Nobody listens."""


@pytest.fixture(autouse=True)
def registered(monkeypatch: pytest.MonkeyPatch) -> None:
    """`engine geobench`, whatever else the installed package registers."""
    monkeypatch.setattr(main, "entry_points", lambda group: [])
    monkeypatch.setattr(main.app, "registered_commands", list(main.app.registered_commands))
    main.app.command("geobench")(command)


@pytest.fixture(autouse=True)
def few_filters(monkeypatch: pytest.MonkeyPatch) -> None:
    """A floor of 32 random convolutions and not of many: at 500 pixels they would take most of the time."""
    monkeypatch.setattr(describers, "FILTERS", 32)


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """A model folder that reads any bands."""
    model_folder.save(OFA(TINY, 3), {"mlm:name": "tiny"}, tmp_path / "tiny")
    return tmp_path / "tiny"


def learnable(kind: str, signal: float = 1.0) -> Labelled:
    """A set whose first band is the brighter the higher the class (or where the pixel's class is 1)."""
    task, side, lot = TASKS["m-pv4ger"], 16, np.random.default_rng(0)
    bands = tuple(band for band in describers_bands())
    truth = {}
    for number in range(96):
        label: Any = np.array(number % 3)
        if kind == "multilabel":
            label = np.array([number % 3 == k or number % 2 == k for k in range(3)])
        elif kind == "segmentation":
            label = (np.indices((side, side))[number % 2] < side // 2).astype(np.int64)
        pixels = lot.standard_normal((3, side, side)).astype(np.float32) * 0.5
        shade = label if kind == "segmentation" else label @ [1, 2, 4] if kind == "multilabel" else label
        pixels[0] += signal * 2 * np.asarray(shade, np.float32)
        truth[str(number)] = Sample(pixels, label)
    names = list(truth)
    splits = {"train": tuple(names[:48]), "valid": tuple(names[48:72]), "test": tuple(names[72:])}
    classes = 2 if kind == "segmentation" else 3
    metric = {"classification": "accuracy", "multilabel": "mAP", "segmentation": "mIoU"}[kind]
    return Labelled(task.name, kind, classes, metric, bands, "NAIP", 0.1, side,
                    np.zeros(3, np.float32), np.ones(3, np.float32), splits, truth.__getitem__)  # fmt: skip


def describers_bands() -> list[Any]:
    from engine.sensors import CATALOGUE

    known = {band.name: band for band in CATALOGUE["aerial"].bands}
    return [known[name] for name in ("Red", "Green", "Blue")]


def named(labelled: Labelled) -> list[describers.Describer]:
    return [*describers.models({"tiny": OFA(TINY, 3).eval()}, "mean", 16), *describers.floors(labelled, CPU, 0)]


@pytest.mark.parametrize("kind", ["classification", "multilabel"])
@pytest.mark.parametrize("number", [0, 1, 2])
def test_the_linear_probe_learns_what_is_there_and_nothing_else(kind: str, number: int) -> None:
    labelled, noise = learnable(kind), learnable(kind, signal=0.0)
    found, none = (
        linear.probe(each, named(each)[number], QUICK, CPU, 0, quiet).answers.scores()[labelled.metric]
        for each in (labelled, noise)
    )
    assert found > 0.8
    assert none < 0.75


@pytest.mark.parametrize("kind", ["classification", "multilabel", "segmentation"])
@pytest.mark.parametrize("number", [0, 1, 2])
def test_neighbours_and_logistic_regression_learn_what_is_there(kind: str, number: int) -> None:
    for labelled, low, high in ((learnable(kind), 0.6, 1.0), (learnable(kind, signal=0.0), 0.0, 0.75)):
        describer = named(labelled)[number]
        train, valid, test = (
            features.described(labelled, part, describer, QUICK, CPU, 0, quiet) for part in ("train", "valid", "test")
        )
        answers, strength = learners.logistic(labelled, train, valid, test)
        assert strength in learners.STRENGTHS
        for each in (answers, learners.neighbours(labelled, train, test)):
            assert low < each.scores()[labelled.metric] <= high, (describer.name, each.scores())


def test_pixel_features_are_taken_where_the_pixel_is() -> None:
    """A describer that gives the pixels back is sampled at their own places, at any size of the chip."""
    labelled = learnable("segmentation", signal=3.0)
    itself = describers.Describer("itself", None, lambda chip: chip.x_BCHW.mean((2, 3)), lambda chip: chip.x_BCHW)
    found = features.described(labelled, "train", itself, Settings(pixels=40), CPU, 0, quiet)
    assert np.array_equal(found.x_ND[:, 0] > 3, found.labels == 1)
    assert found.x_ND.shape == (40 * 48, 3)
    assert np.bincount(found.image_N).tolist() == [40] * 48


@pytest.mark.parametrize("pooling", ["mean_norm", "norm_mean"])
def test_a_published_model_is_pooled_as_it_was_published(pooling: str) -> None:
    """DOFA v1 norms the mean of its tokens, not the tokens."""
    config = ModelConfig("dofa", width=16, depth=2, heads=2, patch_px=8, taps=(2,), positions_side=2, pooling=pooling)
    model = OFA(config, 3).eval()
    chip, _, _ = describers.Chips(learnable("classification"), "train").batch(range(4), CPU)
    tokens_BND = model.encode([chip])[:, 1:]
    (mean,) = describers.models({"it": model}, "mean", 16)
    assert torch.equal(mean.whole(chip), model.pooled([chip]))
    assert torch.allclose(mean.whole(chip), tokens_BND.mean(1)) == (pooling == "norm_mean")
    (ours,) = describers.models({"it": OFA(TINY, 3).eval()}, "mean", 16)
    assert ours.whole(chip).shape == (4, TINY.width)


@pytest.mark.parametrize("number", [0, 1])
def test_floors_look_at_few_images_at_once(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """All 32 of a batch of m-forestnet would take 4 GB."""
    labelled, seen = learnable("classification"), []
    name = ("image_statistics", "answers")[number]
    real = getattr(describers, name)
    chip, _, _ = describers.Chips(labelled, "train").batch(range(10), CPU)
    whole = describers.floors(labelled, CPU, 0)[number].whole(chip)
    monkeypatch.setattr(describers, name, lambda x_BCHW, *more: seen.append(len(x_BCHW)) or real(x_BCHW, *more))
    floor = describers.floors(labelled, CPU, 0)[number]
    assert torch.allclose(floor.whole(chip), whole)
    assert seen == [4, 4, 2]
    monkeypatch.setattr(describers, "AT_ONCE", 10)
    assert torch.allclose(floor.whole(chip), whole, atol=1e-5)


def test_one_class_alone_is_told_and_no_traceback() -> None:
    labelled = learnable("classification")
    describer = named(labelled)[1]
    parts = [features.described(labelled, part, describer, QUICK, CPU, 0, quiet) for part in ("train", "valid", "test")]
    parts[0].labels[:] = 1
    with pytest.raises(LabelError, match="expected two classes or more among the 48 training samples"):
        learners.logistic(labelled, *parts)


def test_crops_differ_from_epoch_to_epoch_and_are_the_same_for_the_same_seed() -> None:
    labelled, seen = learnable("classification"), []

    def whole(chip: Any) -> torch.Tensor:
        seen.append(chip.x_BCHW.clone())
        return chip.x_BCHW.flatten(1)

    describer = describers.Describer("flat", 16, whole, whole)
    first = linear.probe(labelled, describer, Settings(epochs=2, forward=48, lrs=(1.0,)), CPU, 5, quiet)
    again = linear.probe(labelled, describer, Settings(epochs=2, forward=48, lrs=(1.0,)), CPU, 5, quiet)
    assert not torch.equal(seen[0], seen[1])
    assert all(torch.equal(one, other) for one, other in zip(seen[:4], seen[4:], strict=True))
    assert np.array_equal(first.answers.answer, again.answers.answer)
    seen.clear()
    linear.probe(labelled, describer, Settings(epochs=4, views=2, forward=48, lrs=(1.0,)), CPU, 5, quiet)
    assert len(seen) == 2 + 2  # two sets of crops, validation and test


def test_the_learning_rate_is_chosen_on_the_validation_part_alone() -> None:
    labelled = learnable("classification")
    samples = {name: labelled.read(name) for names in labelled.splits.values() for name in names}
    wrong = {
        name: Sample(samples[name].pixels_CHW, np.asarray((samples[name].label + 1) % 3))
        for name in labelled.splits["test"]
    }
    poisoned = SimpleNamespace(**{**labelled.__dict__, "read": {**samples, **wrong}.__getitem__})
    one, other = (linear.probe(each, named(labelled)[1], QUICK, CPU, 0, quiet) for each in (labelled, poisoned))
    assert one.lr == other.lr
    assert np.array_equal(one.answers.answer, other.answers.answer)


def test_scores_agree_with_scikit_learn() -> None:
    lot = np.random.default_rng(0)
    truth_NK, said_NK = lot.random((50, 4)) < 0.4, lot.random((50, 4))
    found = Answers("multilabel", truth_NK, said_NK).scores()
    assert found["micro-F1"] == pytest.approx(f1_score(truth_NK, said_NK > 0.5, average="micro"))
    truth_N, said_N, image_N = lot.integers(0, 3, 900), lot.integers(0, 3, 900), np.repeat(np.arange(9), 100)
    found = scores.confusion(truth_N, said_N, image_N, 9, 3).scores()
    assert found["mIoU"] == pytest.approx(jaccard_score(truth_N, said_N, average="macro"))
    assert found["pixel accuracy"] == pytest.approx(np.mean(truth_N == said_N))


def test_an_interval_covers_the_truth_about_as_often_as_it_says() -> None:
    lot, covered = np.random.default_rng(1), 0
    for _ in range(100):
        right_N = lot.random(200) < 0.8
        low, high = scores.interval(
            [Answers("classification", np.ones(200), right_N.astype(int))], "accuracy", 200, quiet
        )
        covered += low <= 0.8 <= high
    assert 85 <= covered <= 100
    assert 0.05 < high - low < 0.2


def test_drawing_test_samples_again_can_be_ended() -> None:
    def cancel(*_arguments: Any) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        scores.interval([Answers("classification", np.ones(9), np.ones(9))], "accuracy", 5, cancel)


def test_an_interval_draws_images_not_pixels() -> None:
    """Ten images, each all right or all wrong: pixels would give a narrow interval, images give a wide one."""
    image_N = np.repeat(np.arange(10), 1000)
    said_N = (image_N % 2).astype(np.int64)
    low, high = scores.interval(
        [scores.confusion(np.zeros_like(said_N), said_N, image_N, 10, 2)], "pixel accuracy", 300, quiet
    )
    assert high - low > 0.4


def test_settings_refuse_what_cannot_be_and_tell_what_is_not_the_papers() -> None:
    assert settings.changed({"size_px": "64", "lrs": "[1, 10]", "epochs": "50"}).departures("linear") == [
        "size_px 64 instead of 224", "lrs (1, 10) instead of (0.5, 1.0, 10.0, 20.0)"
    ]  # fmt: skip
    for texts in (
        {"sizes": "1"},
        {"size_px": "0"},
        {"size_px": "big"},
        {"pool": "max"},
        {"lrs": "[]"},
        {"views": "-1"},
        {"batch": "1"},
        {"lrs": "[1, NaN]"},
        {"lrs": "[1e999]"},
    ):
        with pytest.raises(RequestError):
            settings.changed(texts)


def test_published_rows_of_memory_are_marked_and_never_mixed_with_read_ones() -> None:
    marks = {(row.name, row.task): row.known for row in published.PUBLISHED}
    assert len(marks) == len(published.PUBLISHED)
    assert {row.task for row in published.PUBLISHED} == set(TASKS)
    assert marks["OFA-Net ViT-B", "m-eurosat"] == published.REMEMBERED
    assert marks["random ViT-B", "m-eurosat"] == published.READ
    assert marks["MAE_Single ViT-B", "m-pv4ger"] == published.READ
    assert marks["MAE_Single ViT-B", "m-so2sat"] == published.REMEMBERED


SET = ["--set", "size_px=32", "--set", "epochs=2", "--set", "resamples=20", "--set", "pixels=16", "--set", "batch=4"]


@pytest.mark.parametrize("task", TASKS)
def test_every_task_is_scored_by_one_command(
    engine: Callable[..., Any], model: Path, tmp_path: Path, task: str
) -> None:
    writer.write(tmp_path / "root", task)
    protocol = "lbfgs" if TASKS[task].kind == "segmentation" else "linear"
    answer = engine("geobench", task, "--root", tmp_path / "root", "--model", model, "--protocol", protocol,
                    "--out", tmp_path / "out", "--device", "cpu", *SET, "--json")  # fmt: skip
    assert answer.status == 0, answer.err
    found = json.loads(answer.out)
    first = [line for line in found["lines"] if line["metric"] == TASKS[task].metric]
    assert [line["describer"] for line in first] == [str(model), "image statistics", "random convolutions"]
    for line in found["lines"]:
        assert 0 <= line["low"] <= line["score"] <= line["high"] <= 1
        assert line["samples"] == [6, 3, 3]
    assert {row["task"] for row in found["published"]} == {task}
    command = shlex.split(found["command"])
    assert command[-len(SET) :] == SET and command[command.index("--out") + 1] == str(tmp_path / "out")
    page = (tmp_path / "out" / "geobench.md").read_text()
    assert ("as quoted from memory" in page) == (protocol == "linear")
    assert results.page(results.from_json(found), found) == page
    assert "size_px 32 instead of 224" in page
    assert json.loads((tmp_path / "out" / "geobench.json").read_text())["lines"] == found["lines"]


@pytest.mark.parametrize("protocol", ["finetune", "frozen-upernet", "linear"])
def test_a_segmentation_is_tuned_and_every_pixel_scored(
    engine: Callable[..., Any], model: Path, tmp_path: Path, protocol: str
) -> None:
    writer.write(tmp_path / "root", "m-cashew-plant")
    answer = engine("geobench", "m-cashew-plant", "--root", tmp_path / "root", "--model", model, "--protocol", protocol,
                    "--out", tmp_path / "out", "--device", "cpu", *SET, "--json")  # fmt: skip
    assert answer.status == 0, answer.err
    lines = json.loads(answer.out)["lines"]
    assert [(line["describer"], line["learner"]) for line in lines if line["metric"] == "mIoU"] == [
        (str(model), protocol), ("image statistics", "lbfgs"), ("random convolutions", "lbfgs")
    ]  # fmt: skip
    page = (tmp_path / "out" / "geobench.md").read_text()
    assert ("U-Net ResNet-101" in page) == (protocol == "frozen-upernet"), "rows of others are of the same protocol"
    (left,) = (tmp_path / "out" / "runs").iterdir()
    assert [path.name for path in left.iterdir()] == ["log.jsonl"], "weights of a run that is over fill disks"
    (kept,) = (tmp_path / "out" / "answers").glob(f"*_{protocol}_*.npz")
    with np.load(kept) as file:
        assert file["answer"].sum((1, 2)).tolist() == [256 * 256] * 3


def test_fine_tuning_learns_as_engine_finetune_does_and_upernet_as_the_paper() -> None:
    given = Settings(epochs=2, batch=4), 10, CPU, 0
    chips, pixels, upernet = (
        tuned._finetune(*tuned.HEADS[protocol, kind == "segmentation"], kind, protocol, *given)
        for protocol, kind in (
            ("finetune", "multilabel"), ("finetune", "segmentation"), ("frozen-upernet", "segmentation")
        )
    )  # fmt: skip
    for found, own in (
        (chips, usual("full", "multilabel", "linear")),
        (pixels, usual("full", "segmentation", "light")),
    ):
        assert (found.lr, found.backbone_rate, found.linear_first) == (own.lr, own.backbone_rate, own.linear_first)
    assert chips.linear_first and not pixels.linear_first and not upernet.linear_first
    assert (upernet.lr, upernet.head, upernet.mode, upernet.steps) == (0.005, "upernet", "frozen", 2 * 3)


def test_a_classification_is_fine_tuned(engine: Callable[..., Any], model: Path, tmp_path: Path) -> None:
    writer.write(tmp_path / "root", "m-bigearthnet")
    answer = engine("geobench", "m-bigearthnet", "--root", tmp_path / "root", "--model", model, "--protocol",
                    "finetune", "--out", tmp_path / "out", "--device", "cpu", *SET)  # fmt: skip
    assert answer.status == 0, answer.err
    assert "finetune" in answer.out


def test_a_run_that_was_broken_off_goes_on_with_what_it_has(
    engine: Callable[..., Any], model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer.write(tmp_path / "root", "m-eurosat")
    ask = ["geobench", "m-eurosat", "--root", tmp_path / "root", "--model", model, "--protocol", "knn", "--out",
           tmp_path / "out", "--device", "cpu", *SET]  # fmt: skip

    def broken(*_arguments: Any) -> Any:
        raise Cancelled

    with monkeypatch.context() as patch:
        patch.setattr(describers, "answers", broken)
        assert engine(*ask).status != 0
    assert not (tmp_path / "out" / "geobench.json").exists()
    (kept, _) = sorted((tmp_path / "out" / "answers").iterdir())
    before = kept.stat().st_mtime_ns
    assert engine(*ask).status == 0
    assert kept.stat().st_mtime_ns == before
    assert len(list((tmp_path / "out" / "answers").iterdir())) == 3


def test_another_model_under_the_same_name_is_not_taken_for_the_first(
    engine: Callable[..., Any], model: Path, tmp_path: Path
) -> None:
    writer.write(tmp_path / "root", "m-eurosat")
    ask = ["geobench", "m-eurosat", "--root", tmp_path / "root", "--model", model, "--protocol", "knn", "--out",
           tmp_path / "out", "--device", "cpu", "--overwrite", *SET]  # fmt: skip
    assert engine(*ask).status == 0
    model_folder.save(OFA(TINY, 4), {"mlm:name": "tiny"}, model)
    assert engine(*ask).status == 0
    assert len(list((tmp_path / "out" / "answers").glob("*tiny*"))) == 2


def test_another_copy_of_a_set_is_not_answered_for_by_the_first(
    engine: Callable[..., Any], model: Path, tmp_path: Path
) -> None:
    """A mended copy has the same samples under the same names, and other bands."""
    for root, mended in (("first", False), ("second", True)):
        writer.write(tmp_path / root, "m-eurosat", mended=mended)
        answer = engine("geobench", "m-eurosat", "--root", tmp_path / root, "--model", model, "--protocol", "knn",
                        "--out", tmp_path / "out", "--device", "cpu", "--overwrite", *SET)  # fmt: skip
        assert answer.status == 0, answer.err
        assert "of others" not in answer.out, "rows of others are no match for kNN"
    assert len(list((tmp_path / "out" / "answers").iterdir())) == 2 * 3


def test_kept_answers_that_are_damaged_are_found_again(engine: Callable[..., Any], model: Path, tmp_path: Path) -> None:
    writer.write(tmp_path / "root", "m-eurosat")
    ask = ["geobench", "m-eurosat", "--root", tmp_path / "root", "--model", model, "--protocol", "knn", "--out",
           tmp_path / "out", "--device", "cpu", "--overwrite", "--json", *SET]  # fmt: skip
    first = json.loads(engine(*ask).out)["lines"]
    kept = sorted((tmp_path / "out" / "answers").iterdir())
    kept[0].write_bytes(kept[0].read_bytes()[:100])
    kept[1].write_bytes(b"")
    again = engine(*ask)
    assert again.status == 0, again.err
    scored = [[line["score"] for line in lines] for lines in (first, json.loads(again.out)["lines"])]
    assert scored[0] == scored[1]


@pytest.mark.parametrize(
    ("fails", "status", "says"),
    [
        (TrainingError("the loss is no number", "give --lr 1"), 0, "m-cashew-plant: not scored: the loss is no number"),
        (DeviceError("out of memory", "give --batch 1"), 2, "out of memory with"),
        (RuntimeError("CUDA out of memory"), 2, "out of memory with"),
    ],
)
def test_a_run_that_fails_is_told_with_the_options_of_this_command(
    engine: Callable[..., Any], model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails: Exception,
    status: int, says: str,
) -> None:  # fmt: skip
    writer.write(tmp_path / "root", "m-eurosat")
    writer.write(tmp_path / "root", "m-cashew-plant")

    def broken(tuned_model: Any, *_arguments: Any) -> Any:
        if tuned_model.task.by_pixel:
            raise fails
        return SimpleNamespace(steps=1, best_step=1)

    monkeypatch.setattr(tuned, "fit", broken)
    ask = ["--root", tmp_path / "root", "--model", model, "--device", "cpu", "--protocol", "finetune", *SET]
    several = engine("geobench", "all", *ask, "--out", tmp_path / "all")
    assert (several.status, says in several.out + several.err) == (status, True)
    alone = engine("geobench", "m-cashew-plant", *ask, "--out", tmp_path / "one")
    assert alone.status == 2
    assert "--set batch=" in alone.err and "--lr" not in alone.err and "--batch" not in alone.err


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (["--set", "size_px=33"], "expected chips of a multiple of 8 pixels for"),
        (["--root", "nowhere"], "expected a folder at nowhere; found none"),
        (["--protocol", "svm"], "expected a protocol of linear, knn"),
        (["--set", "size=3"], "there is no setting 'size'"),
        (["--set", "size_px"], "expected --set name=value"),
        (["--partition", "0.3x"], "no partition '0.3x'"),
        (["--protocol", "frozen-upernet"], "frozen-upernet is for pixels"),
    ],
)
def test_what_cannot_be_is_told_in_one_line_and_leaves_nothing(
    engine: Callable[..., Any], model: Path, tmp_path: Path, change: list[str], says: str
) -> None:
    writer.write(tmp_path / "root", "m-eurosat")
    answer = engine("geobench", "m-eurosat", "--root", tmp_path / "root", "--model", model, "--out", tmp_path / "out",
                    "--device", "cpu", *change)  # fmt: skip
    assert answer.status == 2
    assert says in answer.err
    assert "Traceback" not in answer.err
    assert not (tmp_path / "out" / "geobench.json").exists()


def test_all_passes_over_what_is_not_there_and_tells_it(
    engine: Callable[..., Any], model: Path, tmp_path: Path
) -> None:
    writer.write(tmp_path / "root", "m-eurosat")
    (writer.write(tmp_path / "root", "m-pv4ger") / "band_stats.json").write_text("{}")
    ask = ["--root", tmp_path / "root", "--model", model, "--out", tmp_path / "out", "--protocol", "knn"]
    answer = engine("geobench", "all", *ask, "--device", "cpu", *SET)
    assert answer.status == 0, answer.err
    assert "m-so2sat: not scored: expected m-so2sat as" in answer.out
    assert "m-pv4ger: not scored: expected mean, std and max of 'Red'" in answer.out
    nothing = engine("geobench", "nothing", *ask, "--overwrite")
    assert nothing.status == 2
    assert "expected a task of m-bigearthnet" in nothing.err
    (tmp_path / "empty").mkdir()
    none = engine("geobench", "all", *ask, "--overwrite", "--root", tmp_path / "empty")
    assert none.status == 2
    assert "and 11 reasons more" in none.err and len(none.err) < 500


@pytest.mark.parametrize("task", ["eurosat-rgb", "benv2"])
def test_a_share_of_the_labels_is_refused_where_there_are_no_partitions(
    engine: Callable[..., Any], model: Path, tmp_path: Path, task: str
) -> None:
    answer = engine("geobench", task, "--root", tmp_path, "--model", model, "--partition", "0.01x", "--out",
                    tmp_path / "out")  # fmt: skip
    assert answer.status == 2
    assert f"expected the partition 'default' of {task}" in answer.err
    assert not (tmp_path / "out").exists()


def test_a_model_that_cannot_read_a_set_is_told_and_the_floors_are_scored(
    engine: Callable[..., Any], tmp_path: Path
) -> None:
    writer.write(tmp_path / "root", "m-brick-kiln")
    paper = ModelConfig("per_sensor", width=16, depth=2, heads=2, patch_px=8, taps=(1, 2))
    model_folder.save(OFA(paper, 3), {"mlm:name": "paper"}, tmp_path / "paper")
    answer = engine("geobench", "m-brick-kiln", "--root", tmp_path / "root", "--model", tmp_path / "paper", "--out",
                    tmp_path / "out", "--protocol", "knn", "--device", "cpu", *SET)  # fmt: skip
    assert answer.status == 0, answer.err
    assert "cannot read it: this model reads" in answer.out
    assert "B06" in answer.out
    assert "image statistics" in answer.out
