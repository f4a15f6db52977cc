"""Features, the linear probe, predictions and settings, on small sets that can be learnt."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
import torch
from sklearn.metrics import f1_score, jaccard_score

from engine.errors import Cancelled, RequestError
from engine.model.config import ModelConfig
from engine.model.ofa import OFA
from engine.sensors import CATALOGUE
from training.evaluate import extractors, fine_tuning, learners, predictions, published
from training.evaluate.datasets.geobench_tasks import TASKS
from training.evaluate.datasets.labelled_set import LabelledSet, Sample, SensorView
from training.evaluate.extractors import Extractor
from training.evaluate.features import extracted
from training.evaluate.linear_probe import linear_probe
from training.evaluate.predictions import Predictions
from training.evaluate.reader import Reader
from training.evaluate.settings import ProtocolSettings, settings_of
from training.finetune.settings import usual

CPU = torch.device("cpu")
pytestmark = pytest.mark.usefixtures("one_thread")
TINY = ModelConfig(width=16, depth=4, heads=2, patch_px=8, taps=(1, 2))
QUICK = ProtocolSettings(size_px=16, epochs=40, batch=16, forward=8, resamples=50, pixels=16)
SPLITS = ("train", "valid", "test")


def quiet(_done: int, _total: int, _note: str) -> None:
    """Nobody listens."""


@pytest.fixture(autouse=True)
def few_filters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extractors, "FILTERS", 32)


def learnable(kind: str, signal: float = 1.0) -> LabelledSet:
    """A set whose first band is the brighter the higher the class (or where the pixel's class is 1)."""
    side, random = 16, np.random.default_rng(0)
    known = {band.name: band for band in CATALOGUE["aerial"].bands}
    bands = tuple(known[name] for name in ("Red", "Green", "Blue"))
    samples = {}
    for number in range(96):
        label: Any = np.array(number % 3)
        if kind == "multilabel":
            label = np.array([number % 3 == k or number % 2 == k for k in range(3)])
        elif kind == "segmentation":
            label = (np.indices((side, side))[number % 2] < side // 2).astype(np.int64)
        pixels = random.standard_normal((3, side, side)).astype(np.float32) * 0.5
        shade = label if kind == "segmentation" else label @ [1, 2, 4] if kind == "multilabel" else label
        pixels[0] += signal * 2 * np.asarray(shade, np.float32)
        samples[str(number)] = Sample((pixels,), label)
    names = tuple(samples)
    splits = {"train": names[:48], "valid": names[48:72], "test": names[72:]}
    view = SensorView(bands, "NAIP", 0.1, side, np.zeros(3, np.float32), np.ones(3, np.float32))
    return LabelledSet("a task", kind, 2 if kind == "segmentation" else 3, (view,), splits, samples.__getitem__)


def of(labelled: LabelledSet, number: int) -> Extractor:
    """A model, image statistics or random convolutions."""
    floors = extractors.baselines(labelled, labelled.splits["train"], CPU, 0)
    return [*extractors.of_models({"tiny": OFA(TINY, 3).eval()}, "mean", 16), *floors][number]


@pytest.mark.parametrize("kind", ["classification", "multilabel"])
@pytest.mark.parametrize("number", [0, 1, 2])
def test_the_linear_probe_learns_what_is_there_and_nothing_else(kind: str, number: int) -> None:
    found, none = (
        linear_probe(each, of(each, number), QUICK, CPU, 0, quiet)[0].score
        for each in (learnable(kind), learnable(kind, signal=0.0))
    )
    assert found > 0.8
    assert none < 0.75


@pytest.mark.parametrize("kind", ["classification", "multilabel", "segmentation"])
@pytest.mark.parametrize("number", [0, 1, 2])
def test_neighbours_and_logistic_regression_learn_what_is_there(kind: str, number: int) -> None:
    for labelled, low, high in ((learnable(kind), 0.6, 1.0), (learnable(kind, signal=0.0), 0.0, 0.75)):
        extractor = of(labelled, number)
        train, valid, test = (
            extracted(labelled, labelled.splits[split], extractor, CPU, quiet, pixels=16) for split in SPLITS
        )
        for each in (learners.logistic_regression(train, valid, test)[0], learners.nearest_neighbours(train, test)):
            assert low < each.score <= high, (extractor.name, each.scores())


def test_pixel_features_are_taken_where_the_pixel_is() -> None:
    """An extractor that gives the pixels back is sampled at their own places, at any size of the chip."""
    labelled = learnable("segmentation", signal=3.0)
    itself = Extractor("itself", lambda chips: chips[0].x_BCHW.mean((2, 3)), lambda chips: chips[0].x_BCHW)
    found = extracted(labelled, labelled.splits["train"], itself, CPU, quiet, pixels=40)
    assert np.array_equal(found.x_ND[:, 0] > 3, found.labels == 1)
    assert found.x_ND.shape == (40 * 48, 3)
    assert np.bincount(found.image_N).tolist() == [40] * 48


@pytest.mark.parametrize("pooling", ["mean_norm", "norm_mean"])
def test_a_published_model_is_pooled_as_it_was_published(pooling: str) -> None:
    """DOFA v1 norms the mean of its tokens, not the tokens."""
    config = ModelConfig("dofa", width=16, depth=2, heads=2, patch_px=8, taps=(2,), positions_side=2, pooling=pooling)
    model, labelled = OFA(config, 3).eval(), learnable("classification")
    chips, *_ = Reader(labelled, labelled.splits["train"]).chips(range(4), CPU)
    tokens_BND = model.encode(chips)[:, 1:]
    (mean,) = extractors.of_models({"it": model}, "mean", 16)
    assert torch.equal(mean.pooled(chips), model.pooled(chips))
    assert torch.allclose(mean.pooled(chips), tokens_BND.mean(1)) == (pooling == "norm_mean")
    (ours,) = extractors.of_models({"it": OFA(TINY, 3).eval()}, "mean", 16)
    assert ours.pooled(chips).shape == (4, TINY.width)


@pytest.mark.parametrize(("number", "name"), [(1, "image_statistics"), (2, "responses")])
def test_baselines_look_at_few_images_at_once(number: int, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """All 32 of a batch of m-forestnet would take 4 GB."""
    labelled, seen, real = learnable("classification"), [], getattr(extractors, name)
    chips, *_ = Reader(labelled, labelled.splits["train"]).chips(range(10), CPU)
    whole = of(labelled, number).pooled(chips)
    monkeypatch.setattr(extractors, name, lambda x_BCHW, **more: seen.append(len(x_BCHW)) or real(x_BCHW, **more))
    assert torch.allclose(of(labelled, number).pooled(chips), whole)
    assert seen == [4, 4, 2]
    monkeypatch.setattr(extractors, "AT_ONCE", 10)
    assert torch.allclose(of(labelled, number).pooled(chips), whole, atol=1e-5)


def test_crops_differ_from_epoch_to_epoch_and_are_the_same_for_the_same_seed() -> None:
    labelled, seen = learnable("classification"), []

    def flat(chips: Any) -> torch.Tensor:
        seen.append(chips[0].x_BCHW.clone())
        return chips[0].x_BCHW.flatten(1)

    extractor, two = Extractor("flat", flat, flat, 16), ProtocolSettings(epochs=2, forward=48, lrs=(1.0,))
    first, _ = linear_probe(labelled, extractor, two, CPU, 5, quiet)
    again, _ = linear_probe(labelled, extractor, two, CPU, 5, quiet)
    assert not torch.equal(seen[0], seen[1])
    assert all(torch.equal(one, other) for one, other in zip(seen[:4], seen[4:], strict=True))
    assert np.array_equal(first.predicted, again.predicted)
    seen.clear()
    linear_probe(labelled, extractor, replace(two, epochs=4, views=2), CPU, 5, quiet)
    assert len(seen) == 2 + 2  # two sets of crops, validation and test


def test_the_learning_rate_is_chosen_on_the_validation_part_alone() -> None:
    labelled = learnable("classification")

    def poisoned(name: str) -> Sample:
        sample = labelled.read(name)
        return Sample(sample.pixels, np.asarray((sample.label + (name in labelled.splits["test"])) % 3))

    (one, lr), (other, other_lr) = (
        linear_probe(each, of(labelled, 1), QUICK, CPU, 0, quiet)
        for each in (labelled, replace(labelled, read=poisoned))
    )
    assert lr == other_lr
    assert np.array_equal(one.predicted, other.predicted)
    assert not np.array_equal(one.truth, other.truth)


def test_predictions_are_scored_as_scikit_learn_does_it() -> None:
    random = np.random.default_rng(0)
    truth_NK, probability_NK = random.random((50, 4)) < 0.4, random.random((50, 4))
    scores = Predictions("multilabel", truth_NK, probability_NK).scores()
    assert list(scores) == ["mAP", "micro-F1"]
    assert scores["micro-F1"] == pytest.approx(f1_score(truth_NK, probability_NK > 0.5, average="micro"))
    truth_N, predicted_N, image_N = random.integers(0, 3, 900), random.integers(0, 3, 900), np.repeat(np.arange(9), 100)
    counted = predictions.of_pixels(truth_N, predicted_N, image_N, 9, 3)
    assert (
        counted.score == counted.scores()["mIoU"] == pytest.approx(jaccard_score(truth_N, predicted_N, average="macro"))
    )
    assert counted.scores()["pixel accuracy"] == pytest.approx(np.mean(truth_N == predicted_N))


def test_an_interval_covers_the_truth_about_as_often_as_it_says() -> None:
    random, covered = np.random.default_rng(1), 0
    for _ in range(100):
        right_N = (random.random(200) < 0.8).astype(int)
        one = Predictions("classification", np.ones(200), right_N)
        low, high = predictions.interval([one], "accuracy", 200, quiet)
        covered += low <= 0.8 <= high
    assert 85 <= covered <= 100
    assert 0.05 < high - low < 0.2


def test_drawing_test_samples_again_can_be_cancelled() -> None:
    def cancel(*_arguments: Any) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        predictions.interval([Predictions("classification", np.ones(9), np.ones(9))], "accuracy", 5, cancel)


def test_an_interval_draws_images_not_pixels() -> None:
    """Ten images, each all right or all wrong: pixels would give a narrow interval, images give a wide one."""
    image_N = np.repeat(np.arange(10), 1000)
    predicted_N = (image_N % 2).astype(np.int64)
    one = predictions.of_pixels(np.zeros_like(predicted_N), predicted_N, image_N, 10, 2)
    low, high = predictions.interval([one], "pixel accuracy", 300, quiet)
    assert high - low > 0.4


def test_settings_tell_what_is_not_the_papers() -> None:
    changed = settings_of({"size_px": "64", "lrs": "[1, 10]", "epochs": "50"})
    assert changed.departures("linear") == [
        "size_px 64 instead of 224", "lrs (1.0, 10.0) instead of (0.5, 1.0, 10.0, 20.0)"
    ]  # fmt: skip


@pytest.mark.parametrize("text", [
    "sizes=1", "size_px=0", "size_px=big", "size_px=1.5", "pool=max", "lrs=[]", "lrs=[1", "lrs=[1, NaN]", "lrs=[1e999]",
    "views=-1", "batch=1",
])  # fmt: skip
def test_impossible_settings_are_refused(text: str) -> None:
    with pytest.raises(RequestError, match="--set"):
        settings_of(dict([text.split("=")]))


def test_published_rows_of_memory_are_marked_and_never_mixed_with_read_ones() -> None:
    marks = {(row.name, row.task): row.known for row in published.PUBLISHED}
    assert len(marks) == len(published.PUBLISHED)
    assert {row.task for row in published.PUBLISHED} == set(TASKS)
    assert marks["OFA-Net ViT-B", "m-eurosat"] == marks["MAE_Single ViT-B", "m-so2sat"] == published.REMEMBERED
    assert marks["random ViT-B", "m-eurosat"] == marks["MAE_Single ViT-B", "m-pv4ger"] == published.READ


def test_fine_tuning_learns_as_engine_finetune_does_and_upernet_as_the_paper() -> None:
    given = ProtocolSettings(epochs=2, batch=4), 10, CPU, 0
    chips, pixels, upernet = (
        fine_tuning._finetune_settings(*fine_tuning.HEADS[protocol, kind == "segmentation"], kind, protocol, *given)
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
