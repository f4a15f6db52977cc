"""Published weights: the file, how it comes here over a bad line, and the model folder it becomes."""

import errno
import hashlib
import io
import json
import threading
from contextlib import suppress
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import MappingProxyType

import numpy as np
import pytest
import rasterio
import rasterio.windows
import torch
from filelock import FileLock, Timeout

from engine.cli.commands import models as command
from engine.errors import Cancelled, DownloadError, ModelError, OutputError, RequestError
from engine.model import model_card, model_folder
from engine.model.config import ModelConfig
from engine.model.ofa import OFA
from engine.model.tokens import Chip
from engine.published import catalogue, download
from engine.published.conversion import LAYOUTS, converted
from engine.published.pull import pull
from engine.sensors import CATALOGUE

CPU = torch.device("cpu")
SMALL = ModelConfig(
    embedding="dofa", width=32, depth=2, heads=2, patch_px=14, taps=(1, 2), positions_side=4, pooling="mean_norm"
)
BANDS = CATALOGUE["gaofen-2"].bands[:4]


def quiet(done, total, note):
    pass


def names_there(name):
    """The published name of one of our tensors."""
    generator = "patch_embed.weight_generator."
    for ours, theirs in (
        ("embedding.first", "patch_embed.fclayer.w1"),
        ("embedding.second", "patch_embed.fclayer.w2"),
        ("embedding.generator", f"{generator}transformer_encoder.layers.0"),
        ("embedding.to_kernel", f"{generator}fc_weight"),
        ("embedding.to_bias", f"{generator}fc_bias"),
        ("embedding.", generator),
        ("encoder.blocks", "blocks"),
        ("encoder.norm", "fc_norm"),
    ):
        if name.startswith(ours):
            return theirs + name.removeprefix(ours)
    return name


def tensors_of(model):
    """The tensors of a model as a published file names them."""
    state = {names_there(name): value for name, value in model.state_dict().items() if name != "table_1ND"}
    first = torch.full((1, 1, model.config.width), 0.25)
    state["cls_token"] = state["cls_token"] - first
    state["pos_embed"] = torch.cat([first, model.table_1ND], 1)
    return state


@pytest.fixture(scope="module")
def original():
    return OFA(SMALL, seed=5).eval().requires_grad_(False)


@pytest.fixture(scope="module")
def data(original):
    """The bytes of the published file, with what only pre-training used."""
    buffer = io.BytesIO()
    torch.save({**tensors_of(original), "mask_token": torch.zeros(8), "projector.weight": torch.zeros(8, 8)}, buffer)
    return buffer.getvalue()


@pytest.fixture
def small(data, monkeypatch):
    """A published model of a size for tests, under the name of a real one."""
    published = replace(
        catalogue.PUBLISHED["dofa-base"],
        config=SMALL,
        size_bytes=len(data),
        digest=f"sha256:{hashlib.sha256(data).hexdigest()}",
    )
    monkeypatch.setattr(catalogue, "PUBLISHED", MappingProxyType({published.name: published}))
    return published


# ------------------------------------------------------------------------------------------------------- conversion


def test_a_published_file_becomes_the_model_it_holds(original, data):
    model = converted(torch.load(io.BytesIO(data), weights_only=True), "dofa-v1", SMALL)
    for name, value in original.state_dict().items():
        assert torch.allclose(model.state_dict()[name], value, atol=1e-7), name


def test_a_file_without_the_last_norm_gets_a_plain_one(original):
    tensors = {name: value for name, value in tensors_of(original).items() if not name.startswith("fc_norm")}
    norm = converted(tensors, "dofa-v1", SMALL).encoder.norm
    assert norm.weight.eq(1).all() and norm.bias.eq(0).all()


def test_no_other_tensor_may_be_missing(original):
    tensors = tensors_of(original)
    for name in tensors.keys() - {"fc_norm.weight", "fc_norm.bias"}:
        with pytest.raises(ModelError, match="missing"):
            converted({other: value for other, value in tensors.items() if other != name}, "dofa-v1", SMALL)


@pytest.mark.parametrize(
    "name", ["blocks.2.norm1.weight", "blocks.0.ls1.gamma", "decoder.weight", "head_norm", "positions"]
)
def test_an_unknown_tensor_is_refused(original, name):
    with pytest.raises(ModelError, match="unknown"):
        converted({**tensors_of(original), name: torch.zeros(32)}, "dofa-v1", SMALL)


def test_a_tensor_of_another_size_is_refused(original):
    with pytest.raises(ModelError, match=r"embedding.bias_token should be \(1, 128\), but is \(128,\)"):
        tensors = tensors_of(original)
        converted({**tensors, "patch_embed.weight_generator.bias_token": torch.zeros(128)}, "dofa-v1", SMALL)


def test_the_two_layouts_are_not_mistaken_for_each_other(original):
    with pytest.raises(ModelError, match="these weights are not those of the model"):
        converted(tensors_of(original), "dofa-v2", replace(SMALL, layer_scale=True))


def test_nothing_but_what_pre_training_alone_used_is_left_out():
    assert LAYOUTS["dofa-v1"].unused == ("mask_token", "projector.", "norm.", "head.")
    assert LAYOUTS["dofa-v2"].unused == ("mask_token", "projector.", "norm.")


def test_every_model_is_pinned():
    for published in catalogue.PUBLISHED.values():
        assert len(published.revision) == 40 and published.revision in published.url
        assert published.url.startswith("https://")
        assert published.sha256 is None or len(bytes.fromhex(published.sha256)) == 32
    assert [name for name, known in catalogue.PUBLISHED.items() if known.sha256 is None] == ["dofa-v2-large"]


def test_torchgeo_names_its_files_by_the_same_digests():
    for name in ("dofa-base", "dofa-large"):
        published = catalogue.PUBLISHED[name]
        assert published.file.endswith(f"-{published.sha256[:8]}.pth")


# --------------------------------------------------------------------------------------------------------- download


@dataclass
class Hub:
    """A web server on this machine that behaves as it is told.

    Attributes:
        data: what it has at any path.
        cuts: after how many bytes each answer ends, one after another; then it answers in full.
        status: what it answers instead, if not 200.
        ranges: whether it honours them.
        asked: (path, Range) of every request.
    """

    data: bytes
    cuts: list[int] = field(default_factory=list)
    status: int = 200
    ranges: bool = True
    asked: list[tuple[str, str | None]] = field(default_factory=list)
    url: str = ""

    def answer(self, handler):
        wanted = handler.headers.get("Range")
        self.asked.append((handler.path, wanted))
        if self.status != 200:
            handler.send_error(self.status)
            return
        start = int(wanted.removeprefix("bytes=").rstrip("-")) if wanted and self.ranges else 0
        handler.send_response(206 if start else 200)
        if start:
            handler.send_header("Content-Range", f"bytes {start}-{len(self.data) - 1}/{len(self.data)}")
        handler.send_header("Content-Length", str(len(self.data) - start))
        handler.end_headers()
        sent = self.data[start:]
        with suppress(ConnectionError):  # who asked may have gone
            handler.wfile.write(sent[: self.cuts.pop(0)] if self.cuts else sent)


@pytest.fixture
def hub(data, monkeypatch):
    told = Hub(data)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            told.answer(self)

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    told.url = f"http://127.0.0.1:{server.server_port}"
    monkeypatch.setenv(catalogue.HUB_VARIABLE, told.url)
    for name in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(download, "PAUSE_S", 0.001)
    yield told
    server.shutdown()
    server.server_close()
    thread.join()


def left(root):
    """The names in a folder, but for locks."""
    return sorted(path.name for path in root.iterdir() if path.suffix != ".lock")


def test_a_pull_leaves_a_model_folder_and_nothing_else(hub, small, tmp_path, original):
    pulled = pull(small, tmp_path, None, quiet)
    assert (pulled.folder, pulled.new, pulled.trusted) == (tmp_path / "dofa-base", True, None)
    assert left(tmp_path) == ["dofa-base"] and left(pulled.folder) == ["card.json", "weights.safetensors"]
    assert [path for path, _ in hub.asked] == [f"/{small.repository}/resolve/{small.revision}/{small.file}"]
    loaded = model_folder.load(str(pulled.folder), CPU)
    chip = Chip(torch.randn(1, 4, 56, 56), BANDS, 4.0)
    assert torch.allclose(loaded.model.dense([chip]), original.dense([chip]), atol=1e-5)


def test_the_card_says_whose_it_is_and_where_it_came_from(hub, small, tmp_path):
    card = model_card.read_card(pull(small, tmp_path, None, quiet).folder)
    assert card["mlm:architecture"] == "DOFA" and card["license"] == "CC-BY-4.0"
    assert "arXiv 2403.15356" in card["citation"] and card["licence"]["url"].startswith("https://creativecommons.org")
    source = card["source"]
    assert (source["repository"], source["revision"]) == (small.repository, small.revision)
    assert source["sha256"] == f"sha256:{small.sha256}" and source["digest_known"]
    assert card["ofa"]["trained"] and card["ofa"]["statistics"] is None
    assert card["ofa"]["config"]["pooling"] == "mean_norm"
    assert card["mlm:output"][0]["result"]["shape"][1] == 64


def test_what_is_here_and_whole_is_not_fetched_again(hub, small, tmp_path):
    pull(small, tmp_path, None, quiet)
    before = len(hub.asked)
    assert not pull(small, tmp_path, None, quiet).new
    assert len(hub.asked) == before


def test_a_damaged_model_is_fetched_again(hub, small, tmp_path):
    file = pull(small, tmp_path, None, quiet).folder / "weights.safetensors"
    file.write_bytes(file.read_bytes()[:-1] + b"x")
    assert pull(small, tmp_path, None, quiet).new
    assert model_folder.check(tmp_path / "dofa-base")


def test_a_cut_download_goes_on_where_it_stopped(hub, small, tmp_path):
    hub.cuts = [1000, 70_000]
    assert pull(small, tmp_path, None, quiet).new
    assert [wanted for _, wanted in hub.asked] == [None, "bytes=1000-", "bytes=71000-"]


def test_a_download_that_was_given_up_is_gone_on_with_by_the_next_pull(hub, small, tmp_path):
    hub.cuts = [5000, *[0] * download.ATTEMPTS]
    with pytest.raises(DownloadError, match="connection was cut"):
        pull(small, tmp_path, None, quiet)
    assert len(hub.asked) == 1 + download.ATTEMPTS
    assert (tmp_path / f"{small.file}.part").stat().st_size == 5000
    assert pull(small, tmp_path, None, quiet).new
    assert hub.asked[-1][1] == "bytes=5000-"


def test_a_cancelled_download_is_gone_on_with(hub, small, tmp_path, monkeypatch):
    monkeypatch.setattr(download, "CHUNK_BYTES", 10_000)

    def cancel(done, total, note):
        if note.startswith("downloading"):
            raise Cancelled

    with pytest.raises(Cancelled):
        pull(small, tmp_path, None, cancel)
    assert left(tmp_path) == [f"{small.file}.part"]
    assert pull(small, tmp_path, None, quiet).new
    assert hub.asked[-1][1] == "bytes=10000-"


def test_a_server_that_cannot_resume_sends_everything_again(hub, small, tmp_path):
    hub.cuts, hub.ranges = [1000], False
    assert pull(small, tmp_path, None, quiet).new


def test_another_file_is_refused_and_not_kept(hub, small, tmp_path):
    hub.data = hub.data[:-1] + b"?"
    found = hashlib.sha256(hub.data).hexdigest()
    with pytest.raises(DownloadError, match=f"expected sha256 {small.sha256}; found {found}"):
        pull(small, tmp_path, None, quiet)
    assert left(tmp_path) == []


def test_a_file_of_another_size_is_not_even_fetched(hub, small, tmp_path):
    hub.data += b"more"
    with pytest.raises(DownloadError, match=f"should have {small.size_bytes} bytes"):
        pull(small, tmp_path, None, quiet)
    assert left(tmp_path) == []


@pytest.mark.parametrize(
    ("status", "requests"), [(404, 1), (403, 1), (429, download.ATTEMPTS), (503, download.ATTEMPTS)]
)
def test_a_server_that_refuses_is_asked_again_only_where_that_may_help(hub, small, tmp_path, status, requests):
    hub.status = status
    with pytest.raises(DownloadError, match=str(status)) as caught:
        pull(small, tmp_path, None, quiet)
    assert len(hub.asked) == requests and "--from" in caught.value.hint


def test_while_a_server_is_waited_for_the_user_is_told_and_can_end_it(hub, small, tmp_path):
    hub.status = 503

    def cancel(done, total, note):
        if note.startswith("waiting: the server answers 503"):
            raise Cancelled

    with pytest.raises(Cancelled):
        pull(small, tmp_path, None, cancel)
    assert len(hub.asked) == 1


def test_nobody_there_is_told(small, tmp_path, monkeypatch):
    monkeypatch.setenv(catalogue.HUB_VARIABLE, "http://127.0.0.1:9")  # the port of "discard": nobody listens
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    monkeypatch.setattr(download, "PAUSE_S", 0.001)
    with pytest.raises(DownloadError, match=r"cannot download http://127\.0\.0\.1:9/"):
        pull(small, tmp_path, None, quiet)


def test_the_proxy_of_the_environment_is_asked(hub, small, tmp_path, monkeypatch):
    monkeypatch.setenv(catalogue.HUB_VARIABLE, "http://hub.invalid")
    monkeypatch.setenv("http_proxy", hub.url)
    monkeypatch.delenv("no_proxy", raising=False)
    assert pull(small, tmp_path, None, quiet).new
    assert hub.asked[0][0].startswith("http://hub.invalid/torchgeo/dofa/resolve/")


@pytest.mark.parametrize("address", ["file:///etc", "ftp://hub", "hub"])
def test_only_the_web_is_asked(small, tmp_path, monkeypatch, address):
    monkeypatch.setenv(catalogue.HUB_VARIABLE, address)
    with pytest.raises(RequestError, match="expected an address"):
        pull(small, tmp_path, None, quiet)


def test_a_full_disk_is_told_before_anything_is_fetched(hub, small, tmp_path, monkeypatch):
    monkeypatch.setattr(download.shutil, "disk_usage", lambda _: type("Usage", (), {"free": 1_000_000}))
    with pytest.raises(OutputError, match=r"of room in .*; found 1 MB"):
        pull(replace(small, size_bytes=500_000_000), tmp_path, None, quiet)
    assert hub.asked == []


class SmallDisk(io.FileIO):
    """A file on a disk with room for 6,000 bytes."""

    def write(self, data):
        room = 6000 - self.tell()
        if room <= 0:
            raise OSError(errno.ENOSPC, "No space left on device")
        return super().write(bytes(data)[:room])


def test_a_disk_that_fills_up_is_told_and_what_came_is_kept(hub, small, tmp_path, monkeypatch):
    with monkeypatch.context() as full:
        full.setattr(download, "FileIO", SmallDisk)
        with pytest.raises(OutputError, match="No space left on device"):
            pull(small, tmp_path, None, quiet)
    assert left(tmp_path) == [f"{small.file}.part"] and len(hub.asked) == 1
    assert pull(small, tmp_path, None, quiet).new
    assert hub.asked[-1][1] == "bytes=6000-"


def test_a_folder_that_cannot_be_made_is_told(small, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="cannot make the folder"):
        pull(small, tmp_path / "file" / "models", None, quiet)


@pytest.mark.parametrize("error", [PermissionError(errno.EACCES, "Permission denied"), Timeout("the lock")])
def test_a_folder_in_which_nothing_can_be_made_is_told(small, tmp_path, monkeypatch, error):
    def refuse(*_, **__):
        raise error

    monkeypatch.setattr("engine.published.pull.FileLock.acquire", refuse)
    with pytest.raises(OutputError, match=r"cannot be written"):
        pull(small, tmp_path, None, quiet)


def test_a_pull_beside_another_one_is_told(hub, small, tmp_path):
    with FileLock(tmp_path / ".dofa-base.lock"), pytest.raises(RequestError, match="is being pulled already"):
        pull(small, tmp_path, None, quiet)
    assert hub.asked == [] and pull(small, tmp_path, None, quiet).new


def test_a_page_in_place_of_an_unpinned_file_is_not_kept(hub, small, tmp_path):
    unpinned, right = replace(small, digest=None, size_bytes=None), hub.data
    hub.data = b"<html>Please log in</html>"
    with pytest.raises(ModelError, match="can be read safely"):
        pull(unpinned, tmp_path, None, quiet)
    assert left(tmp_path) == []
    hub.data = right
    assert pull(unpinned, tmp_path, None, quiet).new


def test_an_unknown_digest_is_told_recorded_and_expected_ever_after(hub, small, tmp_path):
    unpinned = replace(small, digest=None, size_bytes=None)
    pulled = pull(unpinned, tmp_path, None, quiet)
    assert pulled.trusted == small.sha256
    card = model_card.read_card(pulled.folder)
    assert card["source"]["sha256"] == f"sha256:{small.sha256}" and not card["source"]["digest_known"]
    (pulled.folder / "weights.safetensors").write_bytes(b"damaged")
    hub.data = hub.data[:-1] + b"?"
    with pytest.raises(DownloadError, match=f"expected sha256 {small.sha256}"):
        pull(unpinned, tmp_path, None, quiet)


def test_a_folder_stands_in_for_the_web(small, tmp_path, data, monkeypatch):
    monkeypatch.setenv(catalogue.HUB_VARIABLE, "http://127.0.0.1:9")
    offline = tmp_path / "stick"
    offline.mkdir()
    with pytest.raises(RequestError, match=f"expected {small.file} in .*stick"):
        pull(small, tmp_path, offline, quiet)
    (offline / small.file).write_bytes(data)
    assert pull(small, tmp_path, offline, quiet).new
    assert (offline / small.file).read_bytes() == data, "a file that is not ours stays"


def test_a_wrong_file_in_a_folder_is_refused_and_stays(small, tmp_path):
    (tmp_path / small.file).write_bytes(b"something else")
    with pytest.raises(DownloadError, match="not the published one") as caught:
        pull(small, tmp_path / "models", tmp_path, quiet)
    assert caught.value.hint.startswith("fetch it from http"), "what --from gave cannot be pulled again"
    assert (tmp_path / small.file).exists()


class Hostile:
    def __reduce__(self):
        return (print, ("run by a file of weights",))


@pytest.mark.parametrize(
    "content", [Hostile(), [1, 2], {"a": 1}, b"no archive"], ids=["code", "list", "numbers", "bytes"]
)
def test_a_file_that_holds_anything_but_tensors_is_refused_and_runs_nothing(small, tmp_path, capsys, content):
    file = tmp_path / small.file
    file.write_bytes(content) if isinstance(content, bytes) else torch.save(content, file)
    unpinned = replace(small, digest=None, size_bytes=None)
    with pytest.raises(ModelError, match=r"can be read safely|expected tensors"):
        pull(unpinned, tmp_path / "models", tmp_path, quiet)
    assert capsys.readouterr().out == ""
    assert left(tmp_path / "models") == []


# ----------------------------------------------------------------------------------------------------- the commands


def test_without_a_terminal_the_licence_must_be_accepted_by_option(hub, small, tmp_path, engine):
    answer = engine("models", "pull", "dofa-base", "--out", tmp_path)
    assert (answer.status, answer.out) == (2, "") and hub.asked == []
    assert "CC-BY-4.0" in answer.err and "give --accept-licence" in answer.err.splitlines()[-1]


@pytest.mark.parametrize(("said", "status"), [(True, 0), (False, 2)])
def test_at_a_terminal_the_licence_is_asked_for(hub, small, tmp_path, engine, monkeypatch, said, status):
    monkeypatch.setattr(command.sys.stdin, "isatty", lambda: True, raising=False)
    asked = []
    monkeypatch.setattr(command.typer, "confirm", lambda text, **_: asked.append(text) or said)
    assert engine("models", "pull", "dofa-base", "--out", tmp_path).status == status
    assert asked == ["Accept the licence?"] and bool(hub.asked) == said


def test_pull_prints_where_the_model_is_and_asks_once(hub, small, tmp_path, engine):
    answer = engine("models", "pull", "dofa-base", "--out", tmp_path, "--accept-licence", "--json")
    assert answer.status == 0 and "Creative Commons" in answer.err
    assert json.loads(answer.out) == {"model": str(tmp_path / "dofa-base"), "new": True, "trusted_sha256": None}
    again = engine("models", "pull", "dofa-base", "--out", tmp_path)
    assert again.status == 0 and "was here, and is whole" in again.out and "Creative" not in again.err


def test_a_digest_that_was_not_known_is_told(hub, small, tmp_path, engine, monkeypatch):
    unpinned = replace(small, digest=None)
    monkeypatch.setattr(catalogue, "PUBLISHED", MappingProxyType({"dofa-base": unpinned}))
    answer = engine("models", "pull", "dofa-base", "--out", tmp_path, "--accept-licence")
    assert f"it is trusted from now on: {small.sha256}" in answer.out


def test_a_pulled_model_is_listed_found_by_name_and_verified(hub, small, tmp_path, engine, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert engine("models", "pull", "dofa-base", "--accept-licence").status == 0
    assert "dofa-base" in [card["mlm:name"] for card in json.loads(engine("models", "--json").out)["models"]]
    listed = json.loads(engine("models", "list", "--json").out)
    assert [(row["name"], row["here"]) for row in listed["published"]] == [("dofa-base", True)]
    assert "DOFA" in engine("models").out and "here" in engine("models", "list").out
    assert model_folder.load("dofa-base", CPU).model.config == SMALL
    assert engine("models", "verify", "dofa-base").status == 0
    (model_card.user_folder() / "dofa-base" / "weights.safetensors").write_bytes(b"damaged")
    answer = engine("models", "verify", "--json")
    states = {row["name"]: row["ok"] for row in json.loads(answer.out)["models"]}
    assert answer.err == "error: damaged: dofa-base — pull or copy them again\n"
    assert answer.status == 2 and states == {"ofa-tiny": True, "ofa-untrained": True, "dofa-base": False}


def test_json_before_a_subcommand_is_not_lost(engine):
    answer = engine("models", "--json", "list")
    assert answer.status == 2 and "--json stands before 'list' — give it behind" in answer.err
    assert json.loads(answer.out)["error"]


def test_an_unknown_model_names_those_that_are_published(engine):
    answer = engine("models", "pull", "dofa-huge")
    assert answer.status == 2 and "dofa-base, dofa-large, dofa-v2-base, dofa-v2-large" in answer.err
    assert engine("models", "verify", "no-such-model").status == 2


# ------------------------------------------------------------------------------------------------ a scene and a map


@pytest.fixture
def dofa_folder(small, tmp_path, data):
    (tmp_path / small.file).write_bytes(data)
    return pull(small, tmp_path / "models", tmp_path, quiet).folder


def test_classify_and_embed_take_such_a_model_like_any_other(dofa_folder, write_scene, write_clicks, tmp_path, engine):
    """Patches of 14 pixels: tiles are 252 pixels wide, so that this scene has two on each side."""
    random = np.random.default_rng(0)
    halves = np.where(np.arange(300)[None, None, :] < 150, 800, 3000)
    pixels = (halves + random.normal(0, 50, (4, 280, 300))).astype(np.uint16)
    scene = write_scene(pixels, ["B02", "B03", "B04", "B08"], tags={"SENSOR": "sentinel-2"})
    rows = (50, 140, 230)
    clicks = {"dark": [(x, y) for x in (40, 90) for y in rows], "bright": [(x, y) for x in (190, 260) for y in rows]}
    write_clicks(scene, clicks, tmp_path / "labels.gpkg")
    usual = ("--model", dofa_folder, "--units", "dn", "--device", "cpu", "--precision", "float32")

    answer = engine(
        "classify", scene, tmp_path / "labels.gpkg", "--field", "class", "--out", tmp_path / "map.tif", *usual
    )
    assert answer.status == 0, answer.err
    with rasterio.open(tmp_path / "map.tif") as mapped:
        values = mapped.read(1)
    assert values.shape == (280, 300) and 0 not in values
    assert (values[:, :140] == values[0, 0]).all() and (values[:, 160:] == values[0, -1]).all()
    assert values[0, 0] != values[0, -1]

    def features(name, *more):
        answer = engine("embed", scene, "--out", tmp_path / name, "--bits", "32", *usual, *more)
        assert answer.status == 0, answer.err
        with rasterio.open(tmp_path / name) as found:
            return found.read(), found.bounds, found.transform

    whole, _, transform = features("whole.tif")
    part, bounds, _ = features("part.tif", "--extent", "501000,5797600,502500,5798600")
    assert whole.shape[0] == 64 and np.isfinite(whole).all() and whole.std() > 0.1
    window = rasterio.windows.from_bounds(*bounds, transform).round_offsets().round_lengths()
    (row0, row1), (col0, col1) = window.toranges()
    assert part.size and np.abs(part - whole[:, row0:row1, col0:col1]).max() < 1e-5
