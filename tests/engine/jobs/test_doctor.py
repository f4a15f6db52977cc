"""The doctor proves by doing, goes on after a failure, and tells nothing of the user's folders."""

from pathlib import Path
from typing import Any

import pytest

from engine.errors import DeviceError
from engine.jobs import doctor
from engine.model import model_card
from engine.protocol import DoctorRequest


def silent(done: int, total: int, note: str) -> None:
    assert 0 <= done <= total


def test_this_machine_passes() -> None:
    answer = doctor.run(DoctorRequest(device="cpu"), silent)
    assert answer["ok"], answer
    assert [check["name"] for check in answer["checks"]] == [
        "versions", "device", "rasters", "model", "disk", "memory",
    ]  # fmt: skip
    found = {check["name"]: check["found"] for check in answer["checks"]}
    for library in ("engine", "Python", "torch", "rasterio", "GDAL", "PROJ"):
        assert f"{library} " in found["versions"]
    assert "cpu" in found["device"]
    assert model_card.DEFAULT_MODEL in found["model"]


def test_a_failure_names_what_to_do_and_does_not_stop_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> str:
        raise ImportError("DLL load failed\nwhile importing torch")

    monkeypatch.setattr(doctor, "versions", broken)
    answer = doctor.run(DoctorRequest(device="cpu"), silent)
    first, *others = answer["checks"]
    assert not answer["ok"]
    assert first["found"] == "ImportError: DLL load failed"
    assert "constraints.txt" in first["hint"]
    assert all(check["ok"] for check in others)


def test_what_maps_need_and_cannot_be_imported_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "NEEDED_BY_MAPS", ("library_that_is_broken",))
    answer = doctor.run(DoctorRequest(device="cpu"), silent)
    assert [check["name"] for check in answer["checks"] if not check["ok"]] == ["model"]
    assert "No module named 'library_that_is_broken'" in str(answer)


def test_without_the_model_nothing_of_it_is_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "model_pass", lambda _: pytest.fail("the model was loaded"))
    answer = doctor.run(DoctorRequest(device="cpu", without_model=True), silent)
    assert answer["ok"] and [check["name"] for check in answer["checks"]] == [
        "versions", "device", "rasters", "disk", "memory",
    ]  # fmt: skip


def test_a_device_that_is_not_there_is_never_replaced_silently() -> None:
    answer = doctor.run(DoctorRequest(device="abacus"), silent)
    device = next(check for check in answer["checks"] if check["name"] == "device")
    assert not device["ok"]
    assert "abacus" in device["found"]
    assert "--device" in device["hint"]


def test_an_engine_error_brings_its_own_hint() -> None:
    def test() -> str:
        raise DeviceError("no GPU", "use the CPU")

    assert doctor.check("device", "general hint", test) == doctor.Check("device", False, "no GPU", "use the CPU")


def test_the_home_folder_is_not_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path / "jane")

    def test() -> str:
        raise OSError(f"no file {tmp_path / 'jane'}/model")

    assert doctor.check("model", "", test).found == "OSError: no file ~/model"


def test_too_little_memory_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "MIN_MEMORY_GIB", 1e6)
    checked = doctor.check("memory", "close other programs", doctor.free_memory)
    assert checked.ok is not Path("/proc/meminfo").exists()


def test_the_command_ends_with_status_2_when_something_is_wrong(engine: Any) -> None:
    answer = engine("doctor", "--device", "abacus")
    assert answer.status == 2
    assert "FAIL  device" in answer.out
