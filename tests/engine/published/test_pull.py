"""How a published file arrives over a bad line, a full disk or from a folder, and the model folder that it becomes."""

import errno
import hashlib
import io
from dataclasses import replace

import pytest
import torch
from filelock import FileLock, Timeout

from engine.errors import Cancelled, DownloadError, ModelError, OutputError, RequestError
from engine.model import model_card, model_folder
from engine.model.tokens import SensorBatch
from engine.published import catalogue, download
from engine.published.pull import pull
from engine.sensors import CATALOGUE
from tests.fakes.published_weights import left, quiet

CPU = torch.device("cpu")
BANDS = CATALOGUE["gaofen-2"].bands[:4]


def test_a_pull_leaves_a_model_folder_and_nothing_else(hub, small, tmp_path, original):
    pulled = pull(small, tmp_path, None, quiet)
    assert (pulled.folder, pulled.new, pulled.trusted) == (tmp_path / "dofa-base", True, None)
    assert left(tmp_path) == ["dofa-base"] and left(pulled.folder) == ["card.json", "weights.safetensors"]
    assert [path for path, _ in hub.asked] == [f"/{small.repository}/resolve/{small.revision}/{small.file}"]
    loaded = model_folder.load(str(pulled.folder), CPU)
    chip = SensorBatch(torch.randn(1, 4, 56, 56), BANDS, 4.0)
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
