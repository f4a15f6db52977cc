"""Scenes on servers that are slow, busy or dead: every wait ends, the error names the server, and Ctrl-C works."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import numpy as np
import pytest
import rasterio

from engine.errors import Cancelled, SceneError
from engine.gdal import network, read_errors
from engine.messages import EVENTS, CancelRequest, decode, encode
from engine.output import staging
from engine.output.output_names import GEOTIFF
from engine.output.staging import Outputs
from engine.protocol import InspectRequest, SceneSpec
from engine.scene.raster import Scene

FILE_SERVER = Path(__file__).parents[2] / "fakes" / "file_server.py"
Write = Callable[..., Path]
SIDE = 160
QUICK = {
    "no_proxy": "127.0.0.1",
    "GDAL_HTTP_CONNECTTIMEOUT": "1",
    "GDAL_HTTP_LOW_SPEED_TIME": "1",
    "GDAL_HTTP_MAX_RETRY": "1",
    "GDAL_HTTP_RETRY_DELAY": "0.05",
}


@pytest.fixture
def pixels() -> np.ndarray:
    return np.random.default_rng(0).integers(0, 60_000, (1, SIDE, SIDE)).astype("uint16")


class FileServer:
    """The server as the tests see it."""

    def __init__(self, folder: Path, port: int) -> None:
        self.folder, self.server_port = folder, port

    def url(self, mode: str, name: str) -> str:
        """The address of a file that is served in a mode."""
        return f"http://127.0.0.1:{self.server_port}/{mode}/{name}"

    def asked(self, mode: str) -> int:
        """How often it was asked for something in this mode."""
        with urlopen(self.url("asked", mode)) as answer:
            return int(answer.read())


@pytest.fixture
def server(
    write_scene: Write, pixels: np.ndarray, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[FileServer]:
    """A server of scene.tif; GDAL is less patient than usual."""
    for option, value in QUICK.items():
        monkeypatch.setenv(option, value)
    write_scene(pixels, blockysize=16)
    command = [sys.executable, "-I", str(FILE_SERVER), str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        yield FileServer(tmp_path, int(process.stdout.readline()))
        process.stdin.close()


def everything(name: str) -> np.ndarray:
    with Scene.open(name) as scene:
        return scene.read((0, SIDE), (0, SIDE), [1])[0]


@pytest.mark.parametrize("mode", ["fine", "slow", "once-503", "once-429", "once-500"])
def test_what_a_slow_server_or_a_second_try_brings_is_read(
    server: FileServer, pixels: np.ndarray, mode: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GDAL_HTTP_LOW_SPEED_TIME", "10")  # a busy machine pauses as well
    assert np.array_equal(everything(server.url(mode, "scene.tif")), pixels)


@pytest.mark.parametrize("when", ["", "late-"])
@pytest.mark.parametrize(
    ("mode", "word", "way_out"),
    [
        ("503", r"answered 503 \(busy\), also when asked again", "later"),
        ("429", r"answered 429", "later"),
        ("403", r"refuses access \(403\)", "GDAL_HTTP_USERPWD"),
        ("404", r"has no such file \(404\)", "address"),
        ("hang", r"did not answer within 1 s", "GDAL_HTTP_LOW_SPEED_TIME"),
    ],
)
def test_an_error_names_the_server_and_what_it_did(
    server: FileServer, when: str, mode: str, word: str, way_out: str
) -> None:
    start = time.monotonic()
    with pytest.raises(SceneError, match=f"the server 127.0.0.1:{server.server_port} {word}") as caught:
        everything(server.url(when + mode, "scene.tif") + "?signature=secret")
    assert time.monotonic() - start < 20
    assert way_out in caught.value.hint
    assert "skip-damaged" not in caught.value.hint
    assert "secret" not in caught.value.error


def test_a_failure_is_not_remembered_when_the_server_is_well_again(server: FileServer, tmp_path: Path) -> None:
    (tmp_path / "scene.tif").rename(tmp_path / "away.tif")
    with pytest.raises(SceneError, match="404"):
        everything(server.url("fine", "scene.tif"))
    (tmp_path / "away.tif").rename(tmp_path / "scene.tif")
    everything(server.url("fine", "scene.tif"))


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:9/s.tif", "http://no-such-host.invalid/s.tif", "https://{host}/s.tif"]
)
def test_a_server_that_is_not_there_is_named(server: FileServer, url: str) -> None:
    host = f"127.0.0.1:{server.server_port}"
    with pytest.raises(SceneError, match=r"the server (127|no-such-host)") as caught:
        Scene.open(url.format(host=host))
    assert "address" in caught.value.hint


def vrt(folder: Path, source: str, name: str = "scene.vrt") -> Path:
    path = folder / name
    path.write_text(
        f'<VRTDataset rasterXSize="{SIDE}" rasterYSize="{SIDE}"><VRTRasterBand dataType="UInt16" band="1">'
        "<SimpleSource>"
        f'<SourceFilename relativeToVRT="{int(not source.startswith("/"))}">{source}</SourceFilename>'
        "<SourceBand>1</SourceBand></SimpleSource></VRTRasterBand></VRTDataset>"
    )
    return path


def test_a_dead_server_behind_a_vrt_is_no_damage_to_be_skipped(server: FileServer, tmp_path: Path) -> None:
    inner = vrt(tmp_path, f"/vsicurl/{server.url('late-503', 'scene.tif')}", "inner.vrt")
    path = vrt(tmp_path, inner.name)
    with Scene.open(path, skip_damaged=True) as scene, pytest.raises(SceneError, match="answered 503"):
        scene.read((0, SIDE), (0, SIDE), [1])


def test_a_mask_beside_a_scene_on_a_server_counts(server: FileServer) -> None:
    mask = np.full((SIDE, SIDE), 255, "uint8")
    mask[:40] = 0
    with rasterio.Env(GDAL_TIFF_INTERNAL_MASK="NO"), rasterio.open(server.folder / "scene.tif", "r+") as scene:
        scene.write_mask(mask)
    with Scene.open(server.url("fine", "scene.tif")) as scene:
        assert scene.read((0, SIDE), (0, SIDE), [1])[1].mean() == 0.75


def test_a_server_that_does_not_say_whether_there_is_a_mask_is_an_error() -> None:
    heard = ["HTTP response code on http://h/s.tif.aux.xml: 404", "HTTP response code on http://h/s.tif.msk: 503"]
    assert read_errors.lost_sidecar("http://h/s.tif", heard[:1]) is None
    lost = read_errors.lost_sidecar("http://h/s.tif", heard)
    assert lost and "the server h answered 503 when asked for s.tif.msk beside it" in lost.error


def test_the_limits_reach_gdal_and_a_users_own_go_before(monkeypatch: pytest.MonkeyPatch) -> None:
    for option in network.LIMITS:
        monkeypatch.delenv(option, raising=False)
    monkeypatch.setenv("GDAL_HTTP_MAX_RETRY", "7")
    with network.reading("scene.tif"):
        pass
    assert {option: os.environ[option] for option in network.LIMITS} == {**network.LIMITS, "GDAL_HTTP_MAX_RETRY": "7"}


@pytest.mark.parametrize(
    ("name", "remote"),
    [
        ("http://h/s.tif", True), ("s3://b/s.tif", True), ("/vsis3/b/s.tif", True),
        ("/vsizip//vsicurl/http://h/a.zip", True),
        ('NETCDF:"/vsicurl/http://h/a.nc":v', True), ("s.tif", False), ("/vsizip/a.zip/s.tif", False),
        ("file:///data/s.tif", False), ("C:/s.tif", False), ("http.tif", False),
    ],
)  # fmt: skip
def test_a_name_tells_whether_a_server_is_asked(name: str, remote: bool) -> None:
    assert network.is_remote(name) is remote


def test_a_description_on_the_disk_tells_it_too(tmp_path: Path) -> None:
    texts = {
        "wms.xml": ("<GDAL_WMS><Service><ServerUrl>https://h/x</ServerUrl></Service></GDAL_WMS>", True),
        "stac.json": ('{"assets": {"red": {"href":"https://h/red.tif"}}}', True),
        "cog.vrt": ("<VRTDataset><SourceFilename>/vsis3/b/x.tif</SourceFilename></VRTDataset>", True),
        "local.vrt": ('<VRTDataset xmlns="http://h"><SourceFilename>x.tif</SourceFilename></VRTDataset>', False),
    }
    for name, (text, remote) in texts.items():
        (tmp_path / name).write_text(text)
        assert network.is_remote(str(tmp_path / name)) is remote, name


def test_only_a_read_from_a_server_is_ended_after_the_grace_time() -> None:
    for name, ends in (("http://h/s.tif", True), ("s.tif", False)):
        ended = threading.Event()
        with network.stoppable(ended.set, grace_s=0.05) as stop, network.reading(name):
            stop()
            assert ended.wait(0.5) is ends, name


def test_no_read_from_a_server_begins_in_a_job_that_was_stopped_but_one_does_in_the_next() -> None:
    with network.stoppable(lambda: None) as stop:
        stop()
        with pytest.raises(Cancelled), network.reading("http://h/s.tif"):
            pass
    with network.stoppable(lambda: None), network.reading("http://h/s.tif"):
        pass


def test_outputs_can_be_abandoned_from_another_thread(tmp_path: Path) -> None:
    with Outputs((), overwrite=False) as job:
        job.stage(tmp_path / "new" / "map.tif", GEOTIFF).write_text("half")
        thread = threading.Thread(target=staging.abandon)
        thread.start()
        thread.join()
        assert not list(tmp_path.iterdir())
        staging._OPEN.append(job)  # for the exit of this context, which a process that has ended does not reach


def engine_process(*arguments: str) -> "subprocess.Popen[str]":
    pipe = subprocess.PIPE
    command = [sys.executable, "-m", "engine", *arguments]
    environment = {**os.environ, "GDAL_HTTP_LOW_SPEED_TIME": "60", "OMP_NUM_THREADS": "1"}
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True, bufsize=1, env=environment)


def until_asked(server: FileServer, mode: str) -> None:
    end = time.monotonic() + 60
    while not server.asked(mode):
        assert time.monotonic() < end
        time.sleep(0.02)
    time.sleep(0.1)


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
@pytest.mark.parametrize(("signals", "most_s"), [([signal.SIGINT], 4), ([signal.SIGTERM, signal.SIGINT], 2)])
def test_a_signal_ends_a_command_that_waits_for_a_server(
    server: FileServer, signals: list[signal.Signals], most_s: float
) -> None:
    with engine_process("inspect", server.url("hang", "scene.tif"), "--json") as process:
        until_asked(server, "hang")
        start = time.monotonic()
        for number in signals:
            process.send_signal(number)
            time.sleep(0.2)
        out, err = process.communicate(timeout=20)
    assert time.monotonic() - start < most_s
    assert process.returncode == 130
    assert json.loads(out) == {"error": "cancelled", "hint": ""}
    assert err.splitlines()[-1] == "error: cancelled"


def test_a_worker_answers_a_cancel_while_it_waits_for_a_server(server: FileServer) -> None:
    script = "from engine import worker; worker.serve(load=lambda kinds: None)"
    with subprocess.Popen(
        [sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1,
        env={**os.environ, "GDAL_HTTP_LOW_SPEED_TIME": "60"},
    ) as process:  # fmt: skip
        process.stdout.readline()
        process.stdin.write(encode(InspectRequest(SceneSpec(server.url("hang", "scene.tif"))), "a") + "\n")
        until_asked(server, "hang")
        start = time.monotonic()
        process.stdin.write(encode(CancelRequest("a")) + "\n")
        events: list[Any] = [decode(line, EVENTS) for line in process.stdout]
        assert time.monotonic() - start < 4
        assert process.wait(5) == 130
    assert [event.kind for event, _ in events if event.kind != "progress"] == ["cancelled"]
