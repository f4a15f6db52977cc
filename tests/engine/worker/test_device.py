import pytest
import torch

from engine import device
from engine.device import device_fault, pick_device
from engine.errors import DeviceError

FAULTS = {"cpu": None, "cuda": "no CUDA device found", "mps": "the MPS device computed a wrong matrix product"}


def with_only(*kinds):
    return lambda kind: None if kind in kinds else FAULTS[kind] or "broken"


def test_the_cpu_is_proven_by_a_matrix_product():
    assert device_fault("cpu") is None
    assert pick_device("cpu")[0] == torch.device("cpu")


def test_auto_takes_an_accelerator_that_works():
    assert pick_device("auto", with_only("mps", "cpu")) == (torch.device("mps"), "Apple GPU computed a matrix product")


def test_a_gpu_has_the_name_that_its_maker_gave_it(monkeypatch):
    monkeypatch.setattr(torch.cuda, "is_available", lambda: True)
    monkeypatch.setattr(torch.cuda, "get_device_name", {"cuda": "NVIDIA H200", "cuda:1": "NVIDIA T4"}.get)
    device, why = pick_device("auto", with_only("cuda", "cpu"))
    assert (device, why) == (torch.device("cuda"), "NVIDIA H200 computed a matrix product")
    assert pick_device("cuda:1", lambda name: None)[1] == "NVIDIA T4 was asked for and computed a matrix product"


def test_auto_says_why_it_falls_back():
    device, reason = pick_device("auto", with_only("cpu"))
    assert device == torch.device("cpu")
    assert reason == "no CUDA device found; the MPS device computed a wrong matrix product"


def test_an_absent_device_that_was_asked_for_is_an_error():
    with pytest.raises(DeviceError, match="no CUDA device found") as caught:
        pick_device("cuda", with_only("cpu"))
    assert "--device" in caught.value.hint


def test_an_unknown_device_is_an_error():
    with pytest.raises(DeviceError, match="expected a device of auto, cpu, cuda, mps; found 'tpu'"):
        pick_device("tpu")


def test_one_of_several_gpus_is_named_by_its_number():
    assert pick_device("cuda:1", lambda name: None)[0] == torch.device("cuda:1")
    with pytest.raises(DeviceError, match="found 'cuda:x'"):
        pick_device("cuda:x", lambda name: None)


def test_a_gpu_beyond_the_last_is_an_error_that_counts_them(monkeypatch):
    monkeypatch.setattr(torch.cuda, "is_available", lambda: True)
    monkeypatch.setattr(torch.cuda, "device_count", lambda: 2)
    assert device_fault("cuda:2") == "torch finds 2 CUDA devices, counted from 0; cuda:2 is not among them"


def test_an_absent_device_is_named_with_the_torch_that_looked_for_it(monkeypatch):
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    assert device_fault("cuda") == f"no CUDA device found by torch {torch.__version__}"


def test_a_device_that_fails_says_how(monkeypatch):
    monkeypatch.setattr(torch.backends.mps, "is_available", lambda: True)  # and yet there is none
    if torch.backends.mps.is_built():
        pytest.skip("this torch can compute on MPS")
    assert device_fault("mps").startswith("the MPS device failed at a matrix product: ")


@pytest.mark.parametrize(("half_s", "pays"), [(2.0, False), (0.5, True)])
def test_bfloat16_pays_where_a_product_is_no_slower_in_it(monkeypatch, half_s, pays):
    monkeypatch.setattr(device, "_product_s", {torch.bfloat16: half_s, torch.float32: 1.0}.__getitem__)
    device.bfloat16_pays.cache_clear()
    assert device.bfloat16_pays() is pays
    device.bfloat16_pays.cache_clear()


def test_a_product_takes_time():
    assert 0 < device._product_s(torch.float32) < 1
