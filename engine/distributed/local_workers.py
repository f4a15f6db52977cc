"""Worker processes of this machine: `engine serve`, one for each device, spoken to over their pipes.

A process that dies (killed, out of memory, a crash of a library) is replaced, and its request is done again.
The processes listen to nobody but us and end with us: the end of their stdin cancels what they do.
"""

import os
import signal
import subprocess  # nosec B404 - our own interpreter, no shell
import sys
import threading
import time
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from queue import Empty, Queue
from typing import Any, cast

from engine.distributed.devices import WorkerDevice, worker_devices
from engine.distributed.workers import ATTEMPTS, OverallProgress, RequestResult, Running
from engine.errors import WorkerError
from engine.messages import EVENTS, Failed, Finished, Message, Progress, Ready, decode, encode
from engine.progress import Report
from engine.protocol import ModelRequest, PartRequest, Request, on_device

ENGINE = (sys.executable, "-I", "-m", "engine", "serve")
APART: dict[str, Any] = (
    {"creationflags": getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)}
    if os.name == "nt"
    else {"start_new_session": True}
)
"""The terminal's Ctrl-C is for us, who then cancel in order, and not for the workers."""
POLL_S = 0.1  # how long a cancel of the user may go unheard
GRACE_S = 10.0  # how long a worker may take to stop at its next tile before it is killed


class LocalWorkers:
    """Worker processes, one for each entry of `devices`.

    Args:
        devices: such as ("cuda:0", "cuda:1") or ("cpu", "cpu").
        log: what the processes say beside their events is added to this file.
        command: what starts one.
    """

    def __init__(self, devices: Sequence[str], log: Path, command: Sequence[str] = ENGINE) -> None:
        self._devices = worker_devices(devices)
        self._log = log
        self._command = command

    @property
    def count(self) -> int:
        """See `engine.distributed.workers.Workers`."""
        return len(self._devices)

    def run(self, requests: Sequence[Request], report: Report) -> Running:
        """See `engine.distributed.workers.Workers.run`."""
        pool = _ProcessPool(self._command, self._log, requests)
        progress = OverallProgress(len(requests), report)
        try:
            for device in self._devices[: len(requests)]:
                pool.start_process(device)
            while pool.processes:
                progress.tell()
                for ended in pool.listen(progress):
                    progress.ended(ended.number)
                    yield ended
        finally:
            pool.shut_down()


class _ProcessPool:
    """The processes that run, and what is still to be done."""

    def __init__(self, command: Sequence[str], log: Path, requests: Sequence[Request]) -> None:
        self.processes: set[_Process] = set()
        self._command, self._log, self._requests = command, log, requests
        self._waiting = deque(range(len(requests)))
        self._deaths: Counter[int] = Counter()
        self._stillborn = 0
        self._heard: Queue[tuple[_Process, Message | None]] = Queue()

    def start_process(self, device: WorkerDevice) -> None:
        """Start a process at `device` and give it something to do."""
        process = _Process(self._command, device, self._log, self._heard)
        self.processes.add(process)
        self._give(process)

    def _give(self, process: "_Process") -> None:
        if self._waiting:
            process.take(number := self._waiting.popleft(), self._requests[number])
        else:
            process.number = None
            process.no_more()

    def listen(self, progress: OverallProgress) -> Iterator[RequestResult]:
        """Heed what was said last, if anything was; the request that ended with it."""
        try:
            process, event = self._heard.get(timeout=POLL_S)
        except Empty:
            return
        if event is None:
            yield from self._dead(process)
        elif isinstance(event, Ready):
            process.start()
            self._stillborn = 0
        elif process.number is not None and isinstance(event, Progress):
            progress.heard(process.number, event.share)
        elif process.number is not None and isinstance(event, Finished | Failed):
            yield RequestResult(process.number, event, process.seconds)
            self._give(process)

    def _dead(self, process: "_Process") -> Iterator[RequestResult]:
        self.processes.discard(process)
        how, number = process.reap(), process.number
        if number is None:
            return
        self._stillborn += not process.ready
        if self._stillborn >= ATTEMPTS:
            raise WorkerError(f"no worker process can be started: it {how}", f"{self._log} has the details")
        self._deaths[number] += 1
        if self._deaths[number] < ATTEMPTS:
            self._waiting.appendleft(number)
        else:
            hint = f"{self._log} has the details; where memory is short, give fewer --workers"
            error = f"{ATTEMPTS} worker processes died at this request; the last one {how}"
            yield RequestResult(number, Failed(str(number), error, hint), process.seconds)
        if self._waiting:
            self.start_process(process.device)

    def shut_down(self) -> None:
        """Stop whoever is still there: asked first, killed after a while."""
        for process in self.processes:
            process.no_more()
        deadline = time.monotonic() + GRACE_S
        for process in self.processes:
            process.reap(max(0.0, deadline - time.monotonic()))


class _Process:
    """One worker process; `number` is the request it works on, None when there is none left for it."""

    def __init__(
        self, command: Sequence[str], device: WorkerDevice, log: Path, heard: "Queue[tuple[_Process, Message | None]]"
    ) -> None:
        self.device, self.ready, self.number, self._heard = device, False, cast(int | None, None), heard
        self._began = time.monotonic()
        with log.open("a") as errors:
            self._process = subprocess.Popen(  # noqa: S603 # nosec B603 - our own command, no shell
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors, text=True, encoding="utf-8",
                env={**os.environ, **device.environment},
                **APART,
            )  # fmt: skip
        threading.Thread(target=self._listen, daemon=True).start()

    def start(self) -> None:
        """It has loaded what it needs: the time that this took is not that of a request."""
        self.ready, self._began = True, time.monotonic()

    @property
    def seconds(self) -> float:
        """How long it has been at work on its request."""
        return time.monotonic() - self._began

    def take(self, number: int, request: Request) -> None:
        """Work on this."""
        assert self._process.stdin  # nosec B101
        if isinstance(request, PartRequest):
            request = replace(request, device=self.device.device)
        elif isinstance(request, ModelRequest):
            request = on_device(request, self.device.device)
        self.number, self._began = number, time.monotonic()
        with suppress(OSError):  # it is dead, which its stdout tells
            self._process.stdin.write(encode(request, str(number)) + "\n")
            self._process.stdin.flush()

    def no_more(self) -> None:
        """Stop what runs at its next report, and end."""
        assert self._process.stdin  # nosec B101
        with suppress(OSError):
            self._process.stdin.close()

    def reap(self, grace_s: float = GRACE_S) -> str:
        """Wait for the end, kill it after `grace_s`; how it ended, in words."""
        try:
            code = self._process.wait(grace_s)
        except subprocess.TimeoutExpired:
            self._process.kill()
            code = self._process.wait()
        finally:
            if self._process.poll() is None:  # a second Ctrl-C
                self._process.kill()
        return f"was killed by {signal.Signals(-code).name}" if code < 0 else f"ended with status {code}"

    def _listen(self) -> None:
        assert self._process.stdout  # nosec B101
        try:
            with self._process.stdout as lines:
                for line in lines:
                    self._heard.put((self, decode(line, EVENTS)[0]))
        finally:
            self._heard.put((self, None))
