"""Serves a folder on 127.0.0.1 as good and bad servers do. Not a test: the tests start it.

``python file_server.py FOLDER`` prints its port, and ends with its stdin. A process of its own, because GDAL opens some
files without letting other threads of Python run. The first part of a path says how the file after it is served:
"fine", "slow", "cut", "hang" or a status such as "503"; "late-503" beyond the header only, "once-503" for one request
beyond the header. ``/asked/MODE`` answers how often a mode was asked for.
"""

import re
import sys
import threading
from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

HEADER_BYTES = 16_384
"""GDAL reads so much first. What is asked for beyond it is in the middle of a file."""
PIECES, PAUSE_S = 5, 0.3


class FileServer(ThreadingHTTPServer):
    """A server with its folder; `asked` counts the requests of each mode."""

    daemon_threads = True

    def __init__(self, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.folder, self.asked, self.ended = folder, Counter[str](), threading.Event()


class Handler(BaseHTTPRequestHandler):
    """Answers GET and HEAD with byte ranges."""

    protocol_version = "HTTP/1.1"
    server: FileServer

    def do_HEAD(self) -> None:
        self.answer(with_body=False)

    def do_GET(self) -> None:
        self.answer(with_body=True)

    def answer(self, with_body: bool) -> None:
        mode, _, name = self.path.lstrip("/").partition("/")
        if mode == "asked":
            count = str(self.server.asked[name]).encode()
            self.send(200, len(count))
            self.wfile.write(count)
            return
        path = self.server.folder / name.partition("?")[0]
        found = re.fullmatch(r"bytes=(\d+)-(\d+)", self.headers.get("Range", ""))
        when, _, what = mode.rpartition("-")
        bad = not when or (found is not None and int(found[1]) >= HEADER_BYTES)
        self.server.asked[mode] += bad
        if when == "once" and self.server.asked[mode] > 1:
            bad = False
        if not path.is_file():
            self.send(404)
        elif bad and what == "hang":
            self.server.ended.wait(60)
        elif bad and what.isdigit():
            self.send(int(what))
        else:
            self.send_part(path.read_bytes(), found, with_body, what if bad else "fine")

    def send_part(self, data: bytes, found: "re.Match[str] | None", with_body: bool, what: str) -> None:
        start, stop = (int(found[1]), min(int(found[2]) + 1, len(data))) if found else (0, len(data))
        more = {"Content-Range": f"bytes {start}-{stop - 1}/{len(data)}"} if found else {}
        self.send(206 if found else 200, stop - start, **more, **{"Accept-Ranges": "bytes"})
        size = -(-(stop - start) // PIECES)
        for at in range(start, stop, size) if with_body else ():
            self.wfile.write(data[at : min(at + size, stop)])
            if what == "cut":  # in the middle
                self.close_connection = True
                return
            if what == "slow":
                self.wfile.flush()
                self.server.ended.wait(PAUSE_S)

    def send(self, status: int, length: int = 0, **headers: str) -> None:
        self.send_response(status)
        for name, value in {**headers, "Content-Length": str(length)}.items():
            self.send_header(name, value)
        self.end_headers()

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


if __name__ == "__main__":
    with FileServer(Path(sys.argv[1])) as server:
        print(server.server_port, flush=True)  # noqa: T201
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        sys.stdin.read()  # until the tests end
        server.ended.set()
