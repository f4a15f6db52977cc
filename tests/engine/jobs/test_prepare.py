"""What a view needs beside labels is found out ahead: then previews and regions run no tile and measure nothing."""

import json
import os
import time
import tomllib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numba
import numpy as np
import pytest
import torch

from engine.errors import Cancelled
from engine.fewlabel.compiled import CompiledLoop
from engine.inference import autotune, tile_files
from engine.inference.preview import PixelBlocks
from engine.jobs import doctor, grow, prepare, preview
from engine.mapping import preview_cache
from engine.mapping.preview_cache import SceneCache
from engine.messages import encode
from engine.protocol import ComputeSpec, DoctorRequest, GrowRequest, PrepareRequest, PreviewRequest, SceneSpec
from engine.worker import Worker

SIDE = 420  # pixels: two tiles along each side
LEFT, TOP = 500_000, 5_800_000


def quiet(done: int, total: int, note: str) -> None:
    """Report to nobody."""


@pytest.fixture(autouse=True)
def scenes(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A cache of its own for each test, in memory and on disk, and nothing compiled."""
    monkeypatch.setattr(tile_files, "_folder", lambda: tmp_path / "tiles")
    monkeypatch.setattr(preview_cache, "SCENES", SceneCache())
    for loop in CompiledLoop.every:
        monkeypatch.setattr(loop, "_compiled", None)


@pytest.fixture
def request_(write_scene: Callable[..., Path], quick_model: str) -> PrepareRequest:
    """Of a scene of noise with a brighter half, and a model that is small."""
    pixels = np.random.default_rng(0).normal(1500, 60, (4, SIDE, SIDE))
    pixels[:, :, SIDE // 2 :] += 900
    path = write_scene(pixels.astype(np.uint16), ("B02", "B03", "B04", "B08"))
    return PrepareRequest(
        SceneSpec(str(path), sensor="sentinel-2", units="dn"), ComputeSpec(model=quick_model, device="cpu")
    )


def fail(*_: Any) -> None:
    pytest.fail("this was kept")


def never_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on nothing is opened, measured, run or described."""
    monkeypatch.setattr(preview_cache, "open_with_model", fail)
    monkeypatch.setattr(autotune, "measured", fail)
    monkeypatch.setattr(autotune.TunedModel, "dense", fail)
    monkeypatch.setattr(PixelBlocks, "_describe", fail)
    monkeypatch.setattr(numba, "njit", fail)


def test_a_preview_of_the_view_describes_nothing_again(
    request_: PrepareRequest, tmp_path: Path, write_clicks: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    extent = (LEFT + 300.0, TOP - 3900.0, LEFT + 3900.0, TOP - 200.0)
    answer = prepare.run(replace(request_, extent=extent, step=2), quiet)
    assert json.loads(json.dumps(answer)) == answer
    never_again(monkeypatch)
    labels = tmp_path / "labels.gpkg"
    write_clicks(
        Path(request_.scene.path),
        {"dark": [(50, 60), (120, 300), (160, 200)], "bright": [(250, 70), (330, 300), (380, 150)]},
        labels,
    )
    request = PreviewRequest(
        request_.scene,
        request_.compute,
        labels=str(labels),
        field="class",
        out=str(tmp_path / "out"),
        extent=extent,
        step=2,
    )
    found = preview.run(request, quiet)
    assert Path(found["outputs"]["map"]).is_file()


def test_a_region_in_the_view_runs_no_tile(request_: PrepareRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    prepare.run(request_, quiet)
    never_again(monkeypatch)
    answer = grow.run(GrowRequest(request_.scene, request_.compute, x=LEFT + 3000, y=TOP - 2000), quiet)
    assert answer["levels"]


def test_what_was_found_before_a_cancel_is_kept(request_: PrepareRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []

    def until_the_second_tile(done: int, total: int, note: str) -> None:
        seen.append(note)
        if seen.count("looking") == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        prepare.run(request_, until_the_second_tile)
    monkeypatch.setattr(preview_cache, "open_with_model", fail)
    kept = preview_cache.SCENES.find(request_)
    assert kept.cache.get(("tile", 0, 0)) and not kept.cache.get(("tile", 1, 1))


def test_after_a_restart_no_tile_is_run_again(
    request_: PrepareRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    ran: list[int] = []
    dense = autotune.TunedModel.dense

    def counted(self: autotune.TunedModel, batches: Any) -> torch.Tensor:
        ran.append(len(batches[0].x_BCHW))
        return dense(self, batches)

    def tiles_run() -> int:
        """How many tiles the same look runs in a new process, which finds the same features."""
        monkeypatch.setattr(preview_cache, "SCENES", SceneCache())
        ran.clear()
        prepare.run(request_, quiet)
        found = preview_cache.SCENES.find(request_).cache.get(("tile", 1, 1))
        assert found and torch.equal(found["deep"], first)
        return sum(ran)

    monkeypatch.setattr(autotune.TunedModel, "dense", counted)
    prepare.run(request_, quiet)
    kept = preview_cache.SCENES.find(request_).cache.get(("tile", 1, 1))
    assert kept
    first, files = kept["deep"], sorted((tmp_path / "tiles").glob("*/*"))
    assert sum(ran) == len(files) > 3 and {file.suffix for file in files} == {".safetensors"}
    assert tiles_run() == 0
    files[0].write_bytes(files[0].read_bytes()[:-9])
    assert tiles_run() == 1, "a damaged file is computed anew"
    assert tiles_run() == 0, "and written anew"
    os.utime(request_.scene.path, ns=(1, 1))
    assert tiles_run() == len(files), "a scene that changed is another one"
    monkeypatch.setattr(preview_cache, "__version__", "0.0.0")
    assert tiles_run() == len(files), "another version finds nothing"


def test_after_the_doctor_the_first_look_measures_and_compiles_nothing(
    request_: PrepareRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert doctor.run(DoctorRequest(device="cpu"), quiet)["ok"]
    monkeypatch.setattr(autotune, "measured", fail)
    monkeypatch.setattr(numba, "njit", fail)
    prepare.run(
        replace(request_, compute=ComputeSpec(device="cpu"), extent=(LEFT, TOP - 100.0, LEFT + 100.0, TOP)), quiet
    )


def test_it_makes_way_for_whatever_is_asked_next() -> None:
    import io

    events = io.StringIO()

    def run(request: Any, report: Any) -> dict[str, Any]:
        if isinstance(request, PrepareRequest):
            worker.take(encode(GrowRequest(SceneSpec("s.tif")), "b"))
            until = time.monotonic() + 5
            while time.monotonic() < until:
                report(1, 2, "looking")
            return {}
        worker.end()
        return {"levels": []}

    worker = Worker(events, run)
    worker.take(encode(PrepareRequest(SceneSpec("s.tif")), "a"))
    worker.work()
    ends = [json.loads(line) for line in events.getvalue().splitlines()]
    assert [(each["job"], each["kind"]) for each in ends if each["kind"] != "progress"] == [
        ("a", "cancelled"),
        ("b", "finished"),
    ]


def test_the_project_registers_the_job() -> None:
    project = tomllib.loads((Path(__file__).parents[3] / "pyproject.toml").read_text("utf-8"))
    assert project["project"]["entry-points"]["engine.jobs"][PrepareRequest.kind] == prepare.__name__
