"""Real workers, of this machine and of a Dask scheduler: one is killed in the middle, and nothing is lost."""

import importlib
import json
import os
import signal
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import psutil
import pytest
import rasterio

from engine.distributed.worker_choice import WorkerChoice
from engine.errors import Cancelled, DeviceError, WorkerError
from engine.jobs import part
from engine.messages import body_of, encode
from engine.protocol import ClassifyRequest, ComputeSpec, EmbedRequest, PartRequest, SceneSpec
from resources.demo import landscape

distributed = pytest.importorskip("distributed")
cluster = importlib.import_module("engine.distributed.dask_workers")
Write = Callable[..., Path]
TIE = 0.51  # two classes may be equally likely below one half: there rounding chooses


@dataclass(frozen=True)
class Machines:
    """A Dask scheduler and its workers."""

    cluster: Any

    @property
    def address(self) -> str:
        return str(self.cluster.scheduler_address)

    @property
    def busy(self) -> list[int]:
        """Processes of the workers that have something to do."""
        states = self.cluster.scheduler.workers
        workers = self.cluster.workers.values()
        return [
            worker.pid
            for worker in workers
            if worker.worker_address in states and states[worker.worker_address].processing
        ]


@pytest.fixture(scope="module")
def machines() -> Iterator[Machines]:
    """A scheduler and two worker processes of this machine, which hear nobody but it."""
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, host="127.0.0.1", dashboard_address=None, memory_limit=0
    ) as cluster:
        yield Machines(cluster)


@pytest.fixture
def ask(write_scene: Write, tmp_path: Path, quick_model: str) -> Callable[..., EmbedRequest]:
    """``ask("a", side)``: the request for a scene of noise."""

    def request(name: str, side: int = 200) -> EmbedRequest:
        random = np.random.default_rng(len(name) + side)
        pixels = random.integers(200, 4000, (4, side, side)).astype(np.uint16)
        scene = write_scene(pixels, ["B02", "B03", "B04", "B08"], f"{name}.tif", {"SENSOR": "Sentinel-2 L2A"})
        out = str(tmp_path / f"{name}_features.tif")
        return EmbedRequest(
            SceneSpec(str(scene), units="dn"),
            ComputeSpec(model=quick_model, device="cpu", precision="float32"),
            out=out,
        )

    return request


def test_a_batch_goes_to_the_workers_of_a_scheduler(
    machines: Any, ask: Callable[..., EmbedRequest], engine: Callable[..., Any], tmp_path: Path
) -> None:
    (tmp_path / "recipe.json").write_text(encode(ask("good")))
    (tmp_path / "bad.tif").write_text("no raster")
    answer = engine(
        "batch", tmp_path / "recipe.json", tmp_path / "bad.tif", tmp_path / "good.tif", "--out", tmp_path / "out",
        "--scheduler", machines.address, "--json",
    )  # fmt: skip
    bad, good = json.loads(answer.out)["scenes"]
    assert answer.status == 2
    assert "not a readable raster" in bad["error"]
    assert good["status"] == "finished"
    assert good["seconds"] > 0
    assert (tmp_path / "out/good_features.tif").is_file()


def test_a_cancel_stops_what_runs_and_what_waits(
    machines: Any, ask: Callable[..., EmbedRequest], tmp_path: Path
) -> None:
    def stop(done: int, total: int, note: str) -> None:
        if len(machines.busy) == 2 and done:
            raise Cancelled

    untrained = ComputeSpec(model="ofa-untrained", device="cpu", precision="float32")
    slow = [replace(ask(*scene), compute=untrained) for scene in (("long", 1500), ("longer", 1501))]
    requests = [*slow, ask("short")]
    began = time.monotonic()
    with pytest.raises(Cancelled):
        list(cluster.DaskWorkers(machines.address).run(requests, stop))
    assert time.monotonic() - began < cluster.GRACE_S
    assert not machines.busy
    assert not list(tmp_path.glob("[a-z]*_features.tif"))


def test_an_engine_of_another_version_is_told() -> None:
    line = encode(EmbedRequest(SceneSpec("s.tif")), "3")
    seconds, said = cluster.answer(line, "topic", "0.0.0")
    assert seconds == 0
    assert "and this is 0.0.0" in json.loads(said)["error"]


def test_a_scheduler_that_does_not_answer_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "CONNECT_S", 0.5)
    with pytest.raises(WorkerError, match="no Dask scheduler answers"):
        cluster.DaskWorkers("tcp://127.0.0.1:1")


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory, write_clicks: Callable[..., None]) -> Path:
    """A folder with a scene of three rows of blocks, and clicked labels."""
    folder = tmp_path_factory.mktemp("place")
    simulated = landscape.simulate(1100, 72)
    landscape.write(simulated, folder / "scene.tif")
    write_clicks(folder / "scene.tif", landscape.clicks(simulated), folder / "labels.gpkg")
    return folder


def request(place: Path, folder: Path, model: str) -> ClassifyRequest:
    return ClassifyRequest(
        SceneSpec(str(place / "scene.tif")),
        ComputeSpec(model=model, device="cpu", precision="float32"),
        labels=str(place / "labels.gpkg"),
        field="class",
        out=str(folder / "map.tif"),
        confidence=str(folder / "sure.tif"),
        applicability=str(folder / "unlike.tif"),
    )


@pytest.fixture(scope="module")
def alone(place: Path, tmp_path_factory: pytest.TempPathFactory, quick_model: str) -> Path:
    """The folder with what one process makes of it."""
    folder = tmp_path_factory.mktemp("alone")
    WorkerChoice(["cpu"], 1).run(request(place, folder, quick_model), lambda *_: None)
    return folder


@pytest.mark.parametrize("whose", ["this machine's", "a scheduler's"])
def test_two_workers_one_of_them_killed_make_what_one_process_makes(
    whose: str, alone: Path, place: Path, tmp_path: Path, quick_model: str, machines: Any
) -> None:
    ours = whose == "this machine's"
    before = {child.pid for child in psutil.Process().children()}
    killed: list[int] = []

    def kill_one(done: int, total: int, note: str) -> None:
        here = [child.pid for child in psutil.Process().children() if child.pid not in before]
        working = here if ours else machines.busy
        if note == "parts, in hundredths" and done and working and not killed:
            killed.append(working[0])
            os.kill(killed[0], signal.SIGKILL)

    choice = WorkerChoice(["cpu"], 2) if ours else WorkerChoice(["cpu"], 1, machines.address)
    choice.run(request(place, tmp_path, quick_model), kill_one)
    assert killed
    assert names(alone) == names(tmp_path)
    unlike = [values(folder / "unlike.tif") for folder in (alone, tmp_path)]
    assert np.allclose(*unlike, atol=1e-4, equal_nan=True)
    one, two = (values(folder / "sure.tif") for folder in (alone, tmp_path))
    assert np.abs(one - two).max() < 1e-5
    classes, same = (values(folder / "map.tif") for folder in (alone, tmp_path))
    assert (classes == same)[one > TIE].all()
    assert (classes == same).mean() > 0.999
    if ours:
        assert {child.pid for child in psutil.Process().children()} == before


def test_a_part_is_made_on_the_device_of_its_worker(place: Path, tmp_path: Path, quick_model: str) -> None:
    whole = body_of(request(place, tmp_path, quick_model))  # on the CPU
    with pytest.raises(DeviceError, match="found 'tpu'"):
        part.run(PartRequest(whole, (0, 512, 0, 72), out=str(tmp_path / "part"), device="tpu"), lambda *_: None)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def values(path: Path) -> np.ndarray:
    with rasterio.open(path) as source:
        return source.read(1)
