"""Whatever ends a run, the same command goes on with it and ends with the same bytes; nothing else is gone on with."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pandas
import pyogrio
import pytest
import rasterio
from filelock import FileLock
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.classes.legend import Legend
from engine.errors import Cancelled, OutputError
from engine.jobs import classify, embed
from engine.model import model_card
from engine.output import geotiff
from engine.output.staging import JOURNAL_SUFFIX, LOCK, STAGE_PREFIX, STALE_S
from engine.protocol import ClassifyRequest, ComputeSpec, EmbedRequest, SceneSpec
from engine.scene.raster import Scene
from resources.demo import landscape
from tests.fakes.requests import request_of

SIDE_PX = 1100  # three blocks of 512
RESULTS = ("map.tif", "sure.tif", "map.qml", "map.tif.aux.xml")


def quiet(done: int, total: int, note: str) -> None:
    """No progress."""


def stopping_at(share: float) -> Callable[[int, int, str], None]:
    def report(done: int, total: int, note: str) -> None:
        if note in ("mapping", "embedding") and done >= share * total:
            raise Cancelled

    return report


def request(place: Path, out: Path, **more: Any) -> ClassifyRequest:
    asked = {
        "labels": str(place / "labels.gpkg"), "field": "class", "out": str(out / "map.tif"),
        "confidence": str(out / "sure.tif"), "device": "cpu", "model": str(place / "small"), "precision": "float32",
    }  # fmt: skip
    return request_of(ClassifyRequest, place / "scene.tif", **{**asked, **more})


@pytest.fixture(scope="module")
def unbroken(place: Path) -> dict[str, bytes]:
    """The results of a run that nothing disturbed."""
    classify.run(request(place, place / "unbroken"), quiet)
    return contents(place / "unbroken")


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def warnings(answer: dict[str, Any]) -> str:
    return " ".join(answer["report"]["warnings"])


def journals(folder: Path) -> list[Path]:
    return sorted(folder.glob(f"{STAGE_PREFIX}*/*{JOURNAL_SUFFIX}"))


@pytest.fixture
def cut_off(place: Path, tmp_path: Path) -> Path:
    """A folder in which a run was cancelled when more than half of it was done."""
    with pytest.raises(Cancelled):
        classify.run(request(place, tmp_path), stopping_at(0.8))
    assert all(path.name.startswith(STAGE_PREFIX) for path in tmp_path.iterdir())
    assert [path.read_text().count("\n") > 0 for path in journals(tmp_path)] == [True, True]
    return tmp_path


def test_a_cancelled_run_goes_on_and_ends_with_the_same_bytes(
    place: Path, cut_off: Path, unbroken: dict[str, bytes]
) -> None:
    seen: list[tuple[int, int]] = []
    answer = classify.run(
        request(place, cut_off), lambda done, total, note: seen.append((done, total)) if note == "mapping" else None
    )
    assert "continued" in warnings(answer)
    assert seen[-1][0] < 16, "tiles whose strips were written are not run again"
    assert contents(cut_off) == unbroken
    assert tuple(sorted(unbroken)) == tuple(sorted(RESULTS))


def test_a_killed_process_goes_on_and_ends_with_the_same_bytes(
    place: Path, tmp_path: Path, unbroken: dict[str, bytes]
) -> None:
    command = [
        sys.executable, "-I", "-m", "engine", "classify", place / "scene.tif", place / "labels.gpkg", "--field",
        "class", "--out", tmp_path / "map.tif", "--confidence", tmp_path / "sure.tif", "--device", "cpu",
        "--model", place / "small", "--precision", "float32",
    ]  # fmt: skip
    with subprocess.Popen(command, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL) as process:
        while not any(path.stat().st_size for path in journals(tmp_path)):
            assert process.poll() is None, "it ended before it could be killed"
            time.sleep(0.02)
        process.send_signal(getattr(signal, "SIGKILL", signal.SIGTERM))
    assert journals(tmp_path)
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "continued" in done.stdout
    assert contents(tmp_path) == unbroken


@pytest.mark.parametrize(
    "harm", ["the last bytes are lost", "a byte is wrong", "the journal's end is lost", "one file is gone"]
)
def test_what_the_disk_lost_is_made_again(place: Path, cut_off: Path, unbroken: dict[str, bytes], harm: str) -> None:
    """Power was cut: what was written last may be missing or wrong."""
    journal = journals(cut_off)[0]
    data = journal.with_suffix("")
    if harm == "the last bytes are lost":
        os.truncate(data, data.stat().st_size - 40)
    elif harm == "a byte is wrong":
        with data.open("r+b") as file:
            file.seek(-30, os.SEEK_END)
            file.write(b"\xff\x00\xff")
    elif harm == "the journal's end is lost":
        os.truncate(journal, journal.stat().st_size - 7)
    else:
        data.unlink()
    classify.run(request(place, cut_off), quiet)
    assert contents(cut_off) == unbroken


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda place: {"extent": landscape_extent(place)}, "the request"),
        (lambda place: {"model": another_model(place)}, "the model"),
    ],
    ids=["request", "model"],
)
def test_another_job_on_the_same_output_begins_anew_and_says_so(
    place: Path, cut_off: Path, tmp_path_factory: pytest.TempPathFactory, change: Any, told: str
) -> None:
    fresh = tmp_path_factory.mktemp("fresh")
    answer = classify.run(request(place, cut_off, **change(place)), quiet)
    assert "not continued" in warnings(answer) and told in warnings(answer)
    classify.run(request(place, fresh, **change(place)), quiet)
    with rasterio.open(fresh / "map.tif") as expected, rasterio.open(cut_off / "map.tif") as found:
        assert np.array_equal(expected.read(), found.read())
    assert not journals(cut_off)


def another_model(place: Path) -> str:
    folder = place / "another"
    folder.mkdir(exist_ok=True)
    card = json.loads((place / "small" / model_card.CARD).read_text())
    card["ofa"]["config"]["depth"] = 3
    (folder / model_card.CARD).write_text(json.dumps(card))
    return str(folder)


def landscape_extent(place: Path) -> tuple[float, ...]:
    with rasterio.open(place / "scene.tif") as scene:
        left, bottom, right, top = scene.bounds
    return (left, bottom, right, top - 3000)


def test_a_scene_that_was_changed_meanwhile_is_noticed(place: Path, cut_off: Path) -> None:
    scene = place / "scene.tif"
    stat = scene.stat()
    os.utime(scene, ns=(stat.st_atime_ns, stat.st_mtime_ns + 10**9))
    try:
        answer = classify.run(request(place, cut_off), quiet)
    finally:
        os.utime(scene, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert "not continued" in warnings(answer) and "the scene" in warnings(answer)


def test_a_legend_that_was_changed_meanwhile_is_noticed(place: Path, cut_off: Path) -> None:
    labels = place / "labels.gpkg"
    before = labels.read_bytes()
    rows = {"name": list(landscape.CLASSES[:1]), "value": [200], "colour": ["#123456"]}
    pyogrio.write_dataframe(pandas.DataFrame(rows), labels, layer="classes", append=True)
    answer = classify.run(request(place, cut_off), quiet)
    labels.write_bytes(before)
    assert "not continued" in warnings(answer) and "the legend" in warnings(answer)
    assert 200 in [row["value"] for row in answer["report"]["classes"]]


def test_two_runs_on_one_output_are_one_too_many(place: Path, cut_off: Path) -> None:
    with (
        FileLock(cut_off / f"{STAGE_PREFIX}sure.tif" / LOCK),
        pytest.raises(OutputError, match="another run is writing"),
    ):
        classify.run(request(place, cut_off), quiet)
    assert len(journals(cut_off)) == 2, "the run that is refused does no harm to the other"


def test_what_nobody_goes_on_with_is_cleaned_by_the_next_job_in_the_folder(place: Path, cut_off: Path) -> None:
    long_ago = time.time() - STALE_S - 60
    for path in (*cut_off.glob(f"{STAGE_PREFIX}*/*"), *cut_off.glob(f"{STAGE_PREFIX}*")):
        os.utime(path, (long_ago, long_ago))
    other = replace(request(place, cut_off), out=str(cut_off / "other.tif"), confidence=None)
    classify.run(other, quiet)
    assert not list(cut_off.glob(f"{STAGE_PREFIX}*"))


@pytest.mark.parametrize("bits", [8, 16])
def test_features_go_on_too(place: Path, tmp_path: Path, bits: int) -> None:
    whole, broken = tmp_path / "whole", tmp_path / "broken"
    asked = EmbedRequest(
        SceneSpec(str(place / "scene.tif")),
        ComputeSpec(device="cpu", model=str(place / "small")),
        out=str(whole / "f.tif"),
        bits=bits,
    )
    embed.run(asked, quiet)
    again = replace(asked, out=str(broken / "f.tif"))
    with pytest.raises(Cancelled):
        embed.run(again, stopping_at(0.8))
    assert "continued" in embed.run(again, quiet)["warnings"][0]
    assert (broken / "f.tif").read_bytes() == (whole / "f.tif").read_bytes()
    with rasterio.open(whole / "f.tif") as file:
        assert file.scales[0] > 0 and file.dtypes[0] == {8: "uint8", 16: "int16"}[bits]


@pytest.fixture(scope="module")
def wide(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    path = tmp_path_factory.mktemp("wide") / "wide.tif"
    with rasterio.open(
        path, "w", driver="GTiff", height=SIDE_PX, width=SIDE_PX, count=1, dtype="uint8", crs="EPSG:32633"
    ):
        pass
    with Scene.open(path) as scene:
        yield scene


@pytest.fixture(scope="module")
def wholes() -> dict[int, bytes]:
    """What was written without a stop, by the width of panels."""
    return {}


@given(stop=st.integers(0, 11), lost=st.integers(0, 3000), panel=st.sampled_from([512, 1024, SIDE_PX]))
@settings(max_examples=15)
def test_a_file_cut_off_anywhere_becomes_the_same_file(
    tmp_path_factory: pytest.TempPathFactory, wide: Scene, wholes: dict[int, bytes], stop: int, lost: int, panel: int
) -> None:
    """After any number of strips, with any number of bytes lost at the end."""
    folder = tmp_path_factory.mktemp("cut")
    random = np.random.default_rng(0)
    classes = random.integers(0, 3, (SIDE_PX, SIDE_PX)).astype(np.uint8)
    classes[:1024, :512] = 0  # blocks without anything
    sure = np.where(classes > 0, random.random((SIDE_PX, SIDE_PX)), np.nan).astype(np.float32)

    def write(name: str, strips: int | None) -> bytes:
        whole, sink_of = ((0, SIDE_PX), (0, SIDE_PX)), geotiff.ClassSink
        try:
            with (
                geotiff.class_map(
                    folder / f"{name}.tif", wide, whole, Legend.of(["a", "b"]), {}, resumable=True
                ) as out,
                geotiff.confidence_map(folder / f"{name}-sure.tif", wide, whole, {}, resumable=True) as conf,
            ):
                sink = sink_of(out, conf)
                for col in range(0, SIDE_PX, panel):
                    cols = col, min(col + panel, SIDE_PX)
                    for row in range(sink.next_row(cols), SIDE_PX, 300):
                        here = np.s_[row : row + 300, cols[0] : cols[1]]
                        if strips == 0:
                            raise Cancelled
                        strips = None if strips is None else strips - 1
                        sink.write(row, col, classes[here], sure[here])
        except Cancelled:
            pass
        return (folder / f"{name}.tif").read_bytes() + (folder / f"{name}-sure.tif").read_bytes()

    if panel not in wholes:
        wholes[panel] = write("whole", None)
    write("cut", stop)
    data = folder / "cut-sure.tif"
    os.truncate(data, max(0, data.stat().st_size - lost))
    assert write("cut", None) == wholes[panel]
    with rasterio.open(folder / "cut.tif") as file, rasterio.open(folder / "cut-sure.tif") as other:
        assert np.array_equal(file.read(1), classes)
        assert np.array_equal(other.read(1), sure, equal_nan=True)
        assert file.overviews(1) == other.overviews(1) == [2, 4]
