"""The comparisons are fair: parts do not overlap, rates are chosen without the test part, tables compare like runs."""

from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from sklearn.metrics import f1_score, jaccard_score
from torch import nn

from benchmarks import eurosat_finetune, eurosat_finetune_report, segmentation, segmentation_report
from benchmarks.finetuning import RATES, Parts, chosen_rate, learn, record, recorded, rival
from engine.fewlabel.validation.folds import FOLDS
from engine.fewlabel.validation.scores import confusion
from engine.sensors import CATALOGUE
from training.data.samples import UNLABELLED
from training.evaluate.datasets.labelled_set import ChipArray, LabelledSet, set_in_memory
from training.evaluate.reader import Reader

BANDS = CATALOGUE["aerial"].bands[:3]


def trial(rate: float, validation: float, test: float = 0.5) -> dict[str, float]:
    return {"rate": rate, "validation": validation, "accuracy": test}


def test_a_rate_is_chosen_by_validation_alone_and_only_when_all_are_tried() -> None:
    low, middle, high, highest = RATES
    trials = [trial(low, 0.6, 0.9), trial(middle, 0.7, 0.1), trial(high, 0.7, 0.2), trial(highest, 0.1)]
    assert chosen_rate(trials[:2]) is None
    assert chosen_rate(trials) == middle


def test_a_record_keeps_every_line(tmp_path: Path) -> None:
    path = tmp_path / "out" / "record.jsonl"
    assert recorded(path) == []
    record(path, {"seed": 0})
    record(path, {"seed": 1})
    assert recorded(path) == [{"seed": 0}, {"seed": 1}]


@pytest.mark.parametrize("share", eurosat_finetune.SHARES)
def test_labels_of_eurosat_are_a_share_of_what_is_not_scored_with_every_class_in_every_part(share: float) -> None:
    labels_N = np.random.default_rng(0).integers(0, 10, 6000)
    test_N = np.arange(6000) % 3 == 0
    train_N, valid_N, scored_N = eurosat_finetune.parts_of(labels_N, test_N, share, seed=3)
    used_N = np.concatenate([train_N, valid_N])
    assert len(set(used_N)) == len(used_N) == round(share * 4000)
    assert not test_N[used_N].any()
    assert test_N[scored_N].all()
    assert len(scored_N) == 2000
    for part_N in (train_N, valid_N):
        assert set(labels_N[part_N]) == set(range(10))
    again_N, *_ = eurosat_finetune.parts_of(labels_N, test_N, share, seed=3)
    other_N, *_ = eurosat_finetune.parts_of(labels_N, test_N, share, seed=4)
    assert (train_N == again_N).all()
    assert set(train_N) != set(other_N)


def coloured(count: int) -> LabelledSet:
    """Chips whose class is their brightness."""
    labels_N = np.arange(count) % 2
    noise_NCHW = np.random.default_rng(0).integers(0, 20, (count, 3, 16, 16))
    pixels_NCHW = (100 * labels_N[:, None, None, None] + noise_NCHW).astype(np.uint8)
    array = ChipArray(pixels_NCHW, BANDS, None, 10.0)
    labelled = set_in_memory("coloured", [array], labels_N, {"train": np.arange(count)})
    return replace(labelled, classes=len(eurosat_finetune.CLASSES))


def test_a_network_from_scratch_learns_with_its_norms_and_at_the_full_rate(tmp_path: Path) -> None:
    labelled = coloured(48)
    task = eurosat_finetune.task_of(labelled.views[0])
    network = nn.Sequential(nn.Conv2d(3, 8, 3), nn.BatchNorm2d(8), nn.ReLU(), nn.AdaptiveAvgPool2d(1), nn.Flatten(),
                            nn.Linear(8, task.outputs))  # fmt: skip
    before = [weight.detach().clone() for weight in network.parameters()]
    some = [Reader(labelled, eurosat_finetune.names_of(np.arange(k, 48, 3))) for k in range(3)]
    settings = {"steps": 30, "batch": 8, "evaluate_every": 10, "lr": 1e-2, "seed": 0}
    _, found, told = learn(rival(lambda _: network), Parts(task, *some), settings, tmp_path / "run")
    assert found.all["accuracy"] == told["accuracy"] == 1.0
    assert all((new != old).any() for new, old in zip(network.parameters(), before, strict=True))
    assert network[1].num_batches_tracked > 0
    assert not (tmp_path / "run").exists()


def test_pages_count_only_runs_that_all_methods_have_with_the_rate_they_chose() -> None:
    def lines(method: str, runs: int) -> list[dict[str, object]]:
        trials = [{"rate": rate, "run": 0, "validation": rate} for rate in RATES]
        more = [{"rate": RATES[-1], "run": run, "validation": 0.0} for run in range(1, runs)]
        return [{"ground": "g", "method": method, **line} for line in (*trials, *more)]

    unfinished = [{"ground": "g", "method": "c", "rate": RATES[0], "run": 0, "validation": 1.0}]
    found = segmentation_report.counted_of([*lines("a", 4), *lines("b", 2), *unfinished], "g", ["a", "b", "c"])
    assert sorted((line["method"], line["run"]) for line in found) == [("a", 0), ("a", 1), ("b", 0), ("b", 1)]
    assert {line["rate"] for line in found} == {RATES[-1]}


def test_scores_of_pooled_runs_are_those_of_all_pixels_together() -> None:
    truth_N, mapped_N = np.random.default_rng(0).integers(0, 4, (2, 500))
    halves = [confusion(truth_N[part], mapped_N[part], 4).tolist() for part in (slice(0, 200), slice(200, 500))]
    counts_KK = segmentation_report.pooled([{"confusion": half} for half in halves])
    f1_K, iou_K = segmentation_report.f1_and_iou(counts_KK)
    assert f1_K == pytest.approx(f1_score(truth_N, mapped_N, average=None))
    assert iou_K == pytest.approx(jaccard_score(truth_N, mapped_N, average=None))


def test_the_table_says_how_many_seeds_a_cell_has_and_what_was_not_run() -> None:
    results = [
        {"method": "a", "share": 0.1, "seed": seed, "accuracy": 0.5 + 0.1 * seed, "train": 45, "validated": 15}
        for seed in range(2)
    ]
    text = "\n".join(eurosat_finetune_report.table(results, ["a", "b"], [0.1]))
    assert "10% (60 chips)" in text
    assert "**0.550 ± 0.071** (2)" in text
    assert "| b | not run |" in text


@pytest.mark.parametrize("name", segmentation.GROUNDS)
def test_every_cell_is_scored_once_and_its_labels_are_hidden_from_what_learns(name: str, shared: Path) -> None:
    del shared
    with ExitStack() as files:
        folded = segmentation.opened(name, files)
        scored = np.concatenate([folded.parts(turn).test.chosen for turn in range(FOLDS)])
        assert sorted(scored) == list(range(len(folded.cells.where_N3)))
        parts = folded.parts(0)
        chosen = [part.chosen for part in (parts.train, parts.valid, parts.test)]
        assert len(set(np.concatenate(chosen))) == sum(map(len, chosen)) == len(scored)
        assert (parts.train.counts() > 0).all()
        assert (parts.test.counts() > 0).all()
        labelled = sum(
            int((parts.train.batch([index]).target != UNLABELLED).sum()) for index in range(len(parts.train))
        )
        assert labelled == parts.train.counts().sum()  # unmoved windows are cells: nothing but these is labelled
        moved = parts.train.batch(range(8), np.random.default_rng(0))
        whole_scenes = segmentation.GROUNDS[name].strip is not None  # no window of theirs meets another part
        assert bool((moved.target == UNLABELLED).any()) != whole_scenes
        assert torch.isfinite(moved.chip.x_BCHW).all()
