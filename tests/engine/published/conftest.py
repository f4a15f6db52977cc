"""A small published model, its file, and a hub that has it."""

import hashlib
import io
import threading
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import MappingProxyType

import pytest
import torch

from engine.model.ofa import OFA
from engine.published import catalogue, download
from tests.fakes.published_weights import SMALL, Hub, tensors_of


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
