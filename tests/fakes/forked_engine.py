"""The engine of answers without the time that its imports take: forked from a process that has made them.

``python -I -S forked_engine.py SOCKET ASKED.jsonl`` stands for ``python engine_of_answers.py ASKED.jsonl``. It starts
in a fifth of the processor time, hands its pipes and its environment to the process that `nursery` starts, and ends as
the engine ends; when it is killed, so is the engine.
"""

import os
import socket
import sys
from contextlib import suppress
from functools import cache

MOST_BYTES = 200_000  # of arguments and environment


@cache
def nursery() -> str:
    """The socket of the process that forks engines, which is started once and ends with this one."""
    import subprocess
    import tempfile
    from pathlib import Path

    path = str(Path(tempfile.mkdtemp(), "engines"))
    command = [sys.executable, __file__, path]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    nursery.process = process  # its stdin must stay open
    assert process.stdout.readline(), "no process that forks engines"
    return path


def hand_over(path: str, *arguments: str) -> None:
    """Become an engine: its pipes are ours."""
    words = [*arguments, "", *(f"{name}={value}" for name, value in os.environ.items())]
    with socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET) as line:
        line.connect(path)
        socket.send_fds(line, ["\0".join(words).encode()], [0, 1, 2])
        os.closerange(0, 3)  # only the engine holds them now
        os._exit(int(line.recv(9) or 1))


def serve(path: str) -> None:
    """Fork an engine for each that connects, until stdin ends."""
    import select
    import shutil
    import signal
    from pathlib import Path

    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    from tests.fakes import engine_of_answers

    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for the forks
    with socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET) as listener:
        listener.bind(path)
        listener.listen()
        os.write(1, b"ready\n")
        while 0 not in select.select([0, listener], [], [])[0]:
            line, _ = listener.accept()
            if os.fork() == 0:
                signal.signal(signal.SIGCHLD, signal.SIG_DFL)
                _look_after(line, engine_of_answers.main)
            line.close()
    shutil.rmtree(Path(path).parent)


def _look_after(line: socket.socket, run) -> None:
    """Run an engine in a process of its own, and tell how it ended."""
    said, pipes, *_ = socket.recv_fds(line, MOST_BYTES, 3)
    engine = os.fork()
    if engine == 0:
        _become(line, said.decode().split("\0"), pipes)
        run()
        os._exit(0)
    for pipe in pipes:
        os.close(pipe)
    status = os.waitstatus_to_exitcode(os.waitpid(engine, 0)[1])
    with suppress(OSError):  # it was killed
        line.send(str(status).encode())
    os._exit(0)


def _become(line: socket.socket, words: list, pipes: list) -> None:
    """Arguments, environment and pipes of the program that asked; ends with it."""
    import threading

    for number, pipe in enumerate(pipes):
        os.dup2(pipe, number)
        os.close(pipe)
    at = words.index("")
    sys.argv[1:] = words[:at]
    os.environ.clear()
    os.environ.update(word.split("=", 1) for word in words[at + 1 :])
    threading.Thread(target=lambda: line.recv(1) or os._exit(1), daemon=True).start()


if __name__ == "__main__":
    if sys.flags.isolated:
        hand_over(*sys.argv[1:])
    else:
        serve(sys.argv[1])
