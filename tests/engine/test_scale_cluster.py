"""Requests done by the workers of a Dask scheduler: one is killed in the middle, and nothing is lost."""

import json
import os
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio

from engine import weights
from engine.errors import Cancelled, WorkerError
from engine.jobs import embed
from engine.protocol import EmbedRequest, Finished, encode
from engine.scale import cluster
from engine.scale.workers import Ended

distributed = pytest.importorskip("distributed")
Write = Callable[..., Path]


def quiet(done: int, total: int, note: str) -> None:
    """No progress."""


@pytest.fixture(scope="module")
def machines() -> Iterator[Any]:
    """A scheduler and two worker processes of this machine, which hear nobody but it."""
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, host="127.0.0.1", dashboard_address=None, memory_limit=0
    ) as machines:
        yield machines


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A model folder like that of the untrained model, but small and quick."""
    card = weights.read_card(weights.model_folders()[-1] / "ofa-untrained")
    card["ofa"]["config"] |= {"width": 16, "depth": 2, "heads": 2, "patch_px": 16, "taps": [1, 2]}
    folder = tmp_path_factory.mktemp("small")
    (folder / weights.CARD).write_text(json.dumps(card))
    return str(folder)


@pytest.fixture
def ask(write_scene: Write, tmp_path: Path, model: str) -> Callable[..., EmbedRequest]:
    """``ask("a", side)``: the request for a scene of noise."""

    def request(name: str, side: int = 200) -> EmbedRequest:
        random = np.random.default_rng(len(name) + side)
        pixels = random.integers(200, 4000, (4, side, side)).astype(np.uint16)
        scene = write_scene(pixels, ["B02", "B03", "B04", "B08"], f"{name}.tif", {"SENSOR": "Sentinel-2 L2A"})
        out = str(tmp_path / f"{name}_features.tif")
        return EmbedRequest(str(scene), units="dn", model=model, device="cpu", precision="float32", out=out)

    return request


def busy(machines: Any) -> list[int]:
    """Processes of the workers that have something to do."""
    states = machines.scheduler.workers
    return [worker.pid for worker in machines.workers.values() if states[worker.worker_address].processing]


def run(machines: Any, requests: list[EmbedRequest], report: Any = quiet) -> list[Ended]:
    ended = list(cluster.DaskWorkers(machines.scheduler_address).run(requests, report))
    assert sorted(one.number for one in ended) == list(range(len(requests)))  # each once
    return sorted(ended, key=lambda one: one.number)


def test_a_killed_worker_costs_no_request_and_changes_no_result(
    machines: Any, ask: Callable[..., EmbedRequest], tmp_path: Path
) -> None:
    requests = [ask("a", 700), ask("b", 300), ask("c"), ask("d", 700)]
    killed: list[int] = []

    def kill_one(done: int, total: int, note: str) -> None:
        if done % 100 and not killed:  # something is half done
            killed.append(busy(machines)[0])
            os.kill(killed[0], signal.SIGKILL)

    ended = run(machines, requests, kill_one)
    assert killed
    assert [one.event.outputs["outputs"] for one in ended if isinstance(one.event, Finished)] == [
        {"features": request.out} for request in requests
    ]
    for request in requests:
        alone = EmbedRequest(**{**vars(request), "out": str(tmp_path / "alone.tif"), "overwrite": True})
        embed.run(alone, quiet)
        with rasterio.open(alone.out) as one, rasterio.open(request.out) as many:
            assert np.abs(one.read().astype(float) - many.read()).max() <= 1  # of the last bit written


def test_a_batch_goes_to_the_workers_of_a_scheduler(
    machines: Any, ask: Callable[..., EmbedRequest], engine: Callable[..., Any], tmp_path: Path
) -> None:
    (tmp_path / "recipe.json").write_text(encode(ask("good")))
    (tmp_path / "bad.tif").write_text("no raster")
    answer = engine(
        "batch", tmp_path / "recipe.json", tmp_path / "bad.tif", tmp_path / "good.tif", "--out", tmp_path / "out",
        "--scheduler", machines.scheduler_address, "--json",
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
        if len(busy(machines)) == 2 and done:
            raise Cancelled

    began = time.monotonic()
    with pytest.raises(Cancelled):
        run(machines, [ask("long", 3000), ask("longer", 3001), ask("short")], stop)
    assert time.monotonic() - began < cluster.GRACE_S
    assert not busy(machines)
    assert not list(tmp_path.glob("[a-z]*_features.tif"))


def test_an_engine_of_another_version_is_told() -> None:
    line = encode(EmbedRequest("s.tif"), "3")
    seconds, said = cluster.answer(line, "topic", "0.0.0")
    assert seconds == 0
    assert "and this is 0.0.0" in json.loads(said)["error"]


def test_a_scheduler_that_does_not_answer_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "CONNECT_S", 0.5)
    with pytest.raises(WorkerError, match="no Dask scheduler answers"):
        cluster.DaskWorkers("tcp://127.0.0.1:1")
