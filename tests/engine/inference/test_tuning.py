"""How a model computes: measured once, remembered, and never a question of what else is computed beside it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
import torch

from engine.errors import Cancelled, DeviceError, RequestError
from engine.inference import autotune
from engine.inference.autotune import TunedModel, Tuning, measured, tune
from engine.model.config import ModelConfig
from engine.model.ofa import OFA
from engine.model.tokens import SensorBatch
from engine.sensors import Band

BANDS = tuple(Band(f"b{k}", 500.0 + 100 * k, 30.0, None) for k in range(3))
FLOAT32, BFLOAT16 = Tuning(), Tuning("bfloat16", fused=False)


def tiles(count: int) -> SensorBatch:
    noise = torch.randn(8, len(BANDS), 64, 64, generator=torch.Generator().manual_seed(0))
    return SensorBatch(noise[:count], BANDS, 10.0)


@pytest.fixture
def model() -> OFA:
    return OFA(ModelConfig(width=64, depth=3, heads=2, patch_px=8, taps=(1, 3))).eval().requires_grad_(False)


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(autotune, "cache_folder", lambda: tmp_path)
    return tmp_path / "tuning"


@pytest.fixture
def seconds(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """``seconds(float32=2.0, bfloat16=1.0)``: what a tile takes, whatever the batch."""

    def pretend(**by_precision: float | None) -> None:
        monkeypatch.setattr(autotune._Timing, "__call__", lambda _, tuning: by_precision[tuning.precision])

    monkeypatch.setattr(autotune, "bfloat16_pays", lambda: True)
    return pretend


def timing(model: OFA) -> autotune._Timing:
    return autotune._Timing(model, tiles, autotune.never_pause, {})


def dense(model: OFA, tuning: Tuning, count: int = 8) -> torch.Tensor:
    with torch.inference_mode(), autotune.arithmetic(tuning):
        return TunedModel(model, tuning).dense([tiles(count)])


@pytest.mark.parametrize("way", [FLOAT32, Tuning(onednn=True), Tuning(fused=False), Tuning("bfloat16"), BFLOAT16])
def test_a_tile_has_the_same_features_alone_and_among_others(model: OFA, way: Tuning) -> None:
    together = dense(model, way)
    assert together.dtype == torch.float32
    for count in (1, 3):
        assert torch.allclose(dense(model, way, count), together[:count], rtol=0, atol=1e-5)


def test_bfloat16_rounds_features_and_float32_by_other_kernels_does_not(model: OFA) -> None:
    plain = dense(model, FLOAT32)
    if autotune.exact():
        assert torch.allclose(dense(model, Tuning(onednn=True)), plain, rtol=0, atol=1e-4)
    rounded = dense(model, BFLOAT16)
    assert not torch.allclose(rounded, plain, rtol=0, atol=1e-5)
    assert torch.allclose(rounded, plain, rtol=0, atol=0.1)


def test_a_precision_that_is_not_asked_for_leaves_no_trace(model: OFA) -> None:
    before = dense(model, FLOAT32)
    dense(model, BFLOAT16)
    assert torch.equal(dense(model, FLOAT32), before)


@pytest.mark.parametrize(("bfloat16", "taken"), [(1.9, "float32"), (1.0, "bfloat16"), (None, "float32")])
def test_auto_takes_bfloat16_only_where_it_is_clearly_faster(
    model: OFA, seconds: Callable[..., None], bfloat16: float | None, taken: str
) -> None:
    seconds(float32=2.0, bfloat16=bfloat16)
    assert measured(timing(model), True, "auto").precision == taken


def test_auto_runs_no_model_in_bfloat16_where_products_are_slow_in_it(
    model: OFA, seconds: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    seconds(float32=2.0)  # a KeyError tells that bfloat16 was tried
    monkeypatch.setattr(autotune, "bfloat16_pays", lambda: False)
    assert measured(timing(model), True, "auto").precision == "float32"


def test_a_precision_that_is_asked_for_is_taken_however_slow(model: OFA, seconds: Callable[..., None]) -> None:
    seconds(float32=2.0, bfloat16=50.0)
    assert measured(timing(model), True, "bfloat16").precision == "bfloat16"
    seconds(float32=2.0, bfloat16=0.1)
    assert measured(timing(model), True, "float32").precision == "float32"


def test_a_device_without_the_precision_is_a_clear_error(model: OFA, seconds: Callable[..., None]) -> None:
    seconds(float32=2.0, bfloat16=None)
    with pytest.raises(DeviceError, match="does not compute in bfloat16"):
        measured(timing(model), True, "bfloat16")


def test_an_unknown_precision_is_a_clear_error(model: OFA, cache: Path) -> None:
    with pytest.raises(RequestError, match="auto, float32, bfloat16; found 'double'"):
        tune(model, "sha256:0", tiles, "double")
    assert not cache.exists()


def test_what_was_measured_is_remembered_for_this_model_and_precision(
    model: OFA, cache: Path, seconds: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    seconds(float32=2.0, bfloat16=1.0)
    first = tune(model, "sha256:1", tiles)
    monkeypatch.setattr(autotune, "measured", lambda *_: pytest.fail("measured again"))
    assert tune(model, "sha256:1", tiles) == first
    for other in (("sha256:2", "auto"), ("sha256:1", "float32")):
        with pytest.raises(pytest.fail.Exception, match="measured again"):
            tune(model, other[0], tiles, other[1])


def test_a_measurement_that_was_cancelled_is_gone_on_with(
    model: OFA, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    timed: list[Tuning] = []

    def cancelled() -> None:
        if len(timed) == 2:
            raise Cancelled

    def time_it(_: autotune._Timing, tuning: Tuning) -> float:
        timed.append(tuning)
        return {"float32": 2.0, "bfloat16": 1.0}[tuning.precision]

    monkeypatch.setattr(autotune._Timing, "_timed", time_it)
    monkeypatch.setattr(autotune, "bfloat16_pays", lambda: True)
    with pytest.raises(Cancelled):
        tune(model, "sha256:4", tiles, "auto", cancelled)
    assert not cache.exists()
    assert tune(model, "sha256:4", tiles).precision == "bfloat16"
    assert len(timed) == len(set(timed)) > 2


def test_memory_that_was_full_once_is_tried_again(model: OFA, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: TunedModel, chips: list[SensorBatch]) -> torch.Tensor:
        raise RuntimeError("CUDA out of memory. Tried to allocate more than there is")

    with monkeypatch.context() as patch:
        patch.setattr(TunedModel, "dense", full)
        with pytest.raises(DeviceError, match="does not hold one tile"):
            tune(model, "sha256:5", tiles)
    assert not cache.exists()
    assert dense(model, tune(model, "sha256:5", tiles)).isfinite().all()


@pytest.mark.parametrize("text", ["", "{", json.dumps({"precision": "bfloat16", "speed": 3}), "[]"])
def test_a_spoilt_memory_is_measured_anew(model: OFA, cache: Path, seconds: Callable[..., None], text: str) -> None:
    seconds(float32=2.0, bfloat16=1.0)
    first = tune(model, "sha256:1", tiles)
    (path,) = cache.iterdir()
    path.write_text(text)
    assert tune(model, "sha256:1", tiles) == first
    assert json.loads(path.read_text())["precision"] == "bfloat16"


def test_a_real_measurement_ends_with_a_plan_that_computes(model: OFA, cache: Path) -> None:
    found = tune(model, "sha256:3", tiles)
    assert found.workers == autotune.cores()
    assert dense(model, found).isfinite().all()
