"""What pip says, understood: how far it is, and why it failed. Pure text, standard library only; runs nothing."""

import re
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import List, Optional, Sequence, Tuple

from ..words import say

MB = 1_000_000
CPU_DOWNLOAD_BYTES = 380 * MB  # all wheels with the CPU build of torch, measured on Linux
CUDA_DOWNLOAD_BYTES = 3000 * MB  # with the CUDA build and NVIDIA's libraries
DOWNLOAD_SHARE = 0.6  # of the time, on an ordinary connection; unpacking takes the rest
ALMOST = 0.97  # more than expected may come
RETRYING = "retrying"  # what `PipProgress.look` says while pip waits for an index that does not answer

_UNITS = {"kB": 1_000, "MB": MB, "GB": 1_000 * MB, "bytes": 1}
_WHEEL = re.compile(r"(?:Downloading|Using cached) (?:\S*/)?(\S+) \(([\d.]+) (kB|MB|GB|bytes)\)")
_FILE = re.compile(r"Processing (.+\.(?:whl|tar\.gz|zip))$")
_INSTALLING = re.compile(r"Installing collected packages: (.+)")
_ERROR = re.compile(r"\s*(?:ERROR|error): (.+)")
_MISSING = re.compile(r"No matching distribution found for (.+)")
_PINNED = re.compile(r"The user requested \(constraint\) (\S+)")  # beside "ResolutionImpossible"


@dataclass
class PipProgress:
    """Reads pip's lines one by one; `look` says how far it is.

    Args:
        downloads: pip's temporary folder, where a file grows while it is fetched.
        packages: the environment's ``site-packages``, where a ``.dist-info`` appears for each package installed.
    """

    downloads: Path
    packages: Path
    _fetched: float = 0.0
    _expected: float = CPU_DOWNLOAD_BYTES
    _current: Tuple[str, float] = ("", 0.0)
    _to_install: List[str] = field(default_factory=list)
    _before: int = 0
    _best: float = 0.0
    _waits: bool = False

    def hear(self, line: str) -> None:
        """Take a line of pip."""
        line = line.strip()
        self._waits = line.startswith("WARNING: Retrying")
        wheel, file, installing = _WHEEL.match(line), _FILE.match(line), _INSTALLING.match(line)
        if wheel:
            self._next(wheel[1], float(wheel[2]) * _UNITS[wheel[3]])
        elif file:
            path = Path(file[1])
            self._next(path.name, path.stat().st_size if path.is_file() else 0)
        elif installing:
            self._to_install = installing[1].split(", ")
            self._before = self._installed()

    def _next(self, name: str, size: float) -> None:
        self._fetched += self._current[1]
        self._current = (name, size)
        if name.startswith("nvidia"):
            self._expected = CUDA_DOWNLOAD_BYTES

    def look(self) -> Tuple[float, str]:
        """How far it is (0 to 1, never back), and what it is at: a package, how many of them, or `RETRYING`."""
        if self._to_install:
            done, total = min(self._installed() - self._before, len(self._to_install)), len(self._to_install)
            self._best = max(self._best, DOWNLOAD_SHARE + (1 - DOWNLOAD_SHARE) * done / total)
            return self._best, f"{done} / {total}"
        name, size = self._current
        here = min(self._growing(name), size)
        share = min((self._fetched + here) / self._expected, ALMOST)
        self._best = max(self._best, DOWNLOAD_SHARE * share)
        return self._best, RETRYING if self._waits else _describe(name, here, size)

    def _installed(self) -> int:
        return sum(1 for _ in self.packages.glob("*.dist-info"))

    def _growing(self, name: str) -> float:
        files = self.downloads.glob(f"pip-*/{name}") if name else iter(())
        return float(next((file.stat().st_size for file in files), 0))


def _describe(name: str, here: float, size: float) -> str:
    package = name.split("-", 1)[0]
    if size < MB:
        return package
    if not here:
        return say("{package}, {size:,.0f} MB", package=package, size=size / MB)
    return say("{package}, {here:,.0f} / {size:,.0f} MB", package=package, here=here / MB, size=size / MB)


def explain(lines: Sequence[str], offline: Optional[Path], python: str) -> Tuple[str, str]:
    """Why pip failed, in one line, and what to do, from what it said."""
    text = "\n".join(lines)
    for pattern, error, hint in _CAUSES:
        if re.search(pattern, text):
            return error, hint
    missing = _MISSING.search(text) or _PINNED.search(text)
    if missing and offline:
        return (
            say(
                "the folder {folder} has no wheel of {package} for Python {python} on {platform}",
                folder=offline,
                package=missing[1],
                python=python,
                platform=sys.platform,
            ),
            say("add it to the folder, or choose the Python for which the wheels were collected"),
        )
    if missing:
        return (
            say(
                "the package index has no {package} for Python {python} on this computer",
                package=missing[1],
                python=python,
            ),
            say("choose another base Python, or name a package index that has it"),
        )
    errors = [match[1].strip() for match in map(_ERROR.match, lines) if match]
    said = errors[-1] if errors else next((line.strip() for line in reversed(lines) if line.strip()), say("nothing"))
    return say("pip failed: {said}", said=said), say("the log has all that it said")


_CAUSES = (
    (
        r"No space left on device|\[Errno 28\]|not enough space on the disk|\[WinError 112\]",
        say("the disk is full"),
        say("free some space, or choose a folder on another disk"),
    ),
    (
        r"CERTIFICATE_VERIFY_FAILED|SSLError|SSLCertVerificationError",
        say("the package index is not trusted: its certificate could not be verified"),
        say("behind a company's proxy, give pip its certificate once: pip config set global.cert FILE"),
    ),
    (
        r"ProxyError|407 Proxy|Tunnel connection failed",
        say("the proxy refused the connection to the package index"),
        say("set the proxy in QGIS under Options, Network, with user name where it wants one"),
    ),
    (
        r"NewConnectionError|name resolution|getaddrinfo failed|ConnectTimeout|ReadTimeout|Connection refused"
        r"|Network is unreachable|RemoteDisconnected|ConnectionResetError",
        say("the package index cannot be reached"),
        say("look at the network and at the proxy in QGIS's options, or install from an offline folder"),
    ),
    (
        r"\[Errno 13\]|Permission denied|\[WinError 5\]|Access is denied",
        say("a file could not be written: access was denied"),
        say("choose a folder of your own, and let the virus scanner allow it"),
    ),
    (
        r"DO NOT MATCH THE HASHES|BadZipFile|has an invalid wheel|IncompleteRead",
        say("a package came damaged"),
        say("try again; if it stays, run pip cache purge or collect the wheels anew"),
    ),
)
