"""pip's words, as it says them, become a fraction that grows and an error that helps."""

from pathlib import Path

import pytest

from ofa_qgis.install.pip_output import CPU_DOWNLOAD_BYTES, RETRYING, PipProgress, explain

RETRY = "WARNING: Retrying (Retry(total=4)) after connection broken by '{}': /simple/torch/"


def test_downloads_and_installs_move_the_fraction_and_never_back(tmp_path: Path) -> None:
    progress = PipProgress(tmp_path, tmp_path / "site")
    (tmp_path / "site/pip-1.dist-info").mkdir(parents=True)
    seen = [progress.look()]
    progress.hear("  Downloading torch-2.13.0-cp311-none-linux.whl (191.8 MB)")
    seen.append(progress.look())
    (tmp_path / "pip-unpack-1").mkdir()
    (tmp_path / "pip-unpack-1/torch-2.13.0-cp311-none-linux.whl").write_bytes(b"\0" * 95_900_000)
    seen.append(progress.look())
    progress.hear("Downloading nvidia_cublas-13.0-py3-none-linux.whl (500 MB)")
    seen.append(progress.look())
    progress.hear("Installing collected packages: numpy, torch")
    seen.append(progress.look())
    (tmp_path / "site/numpy-2.dist-info").mkdir()
    seen.append(progress.look())
    fractions = [fraction for fraction, _ in seen]
    assert fractions == sorted(fractions)
    assert fractions[2] == pytest.approx(0.6 * 95.9e6 / CPU_DOWNLOAD_BYTES)
    assert fractions[-1] == pytest.approx(0.8)
    assert [detail for _, detail in seen] == [
        "", "torch, 192 MB", "torch, 96 / 192 MB", "nvidia_cublas, 500 MB", "0 / 2", "1 / 2"
    ]  # fmt: skip


def test_a_wheel_at_hand_counts_as_fetched(tmp_path: Path) -> None:
    wheel = tmp_path / "big-1.0-py3-none-any.whl"
    wheel.write_bytes(b"\0" * 10_000_000)
    progress = PipProgress(tmp_path, tmp_path)
    progress.hear(f"Processing {wheel}")
    progress.hear("  Downloading numpy-2-py3-none-any.whl.metadata (62 kB)")
    assert progress.look() == (pytest.approx(0.6 * 10e6 / CPU_DOWNLOAD_BYTES), "numpy")


def test_while_the_index_does_not_answer_it_says_so(tmp_path: Path) -> None:
    progress = PipProgress(tmp_path, tmp_path)
    progress.hear("  Downloading torch-2.13.0-cp311-none-linux.whl (191.8 MB)")
    progress.hear(RETRY.format("ReadTimeoutError('timed out')"))
    assert progress.look()[1] == RETRYING
    progress.hear("Collecting numpy")
    assert progress.look()[1] == "torch, 192 MB"


@pytest.mark.parametrize(
    ("said", "error", "hint"),
    [
        ("ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device", "disk is full",
         "another disk"),
        (RETRY.format("NewConnectionError('Failed to establish: [Errno -3] Temporary failure in name resolution')")
         + "\nERROR: No matching distribution found for torch", "cannot be reached", "offline folder"),
        (RETRY.format("ProxyError('Cannot connect to proxy.', OSError('Tunnel connection failed: 407 Proxy'))"),
         "proxy refused", "Options, Network"),
        (RETRY.format("SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED]'))"), "not trusted",
         "global.cert"),
        ("ERROR: No matching distribution found for torch==2.13.0", "no torch==2.13.0 for Python 3.15", "base Python"),
        ("ERROR: Could not install: [WinError 5] Access is denied: 'C:\\\\x'", "access was denied", "virus scanner"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE", "damaged", "cache purge"),
        ("some\nERROR: first\nERROR: the very last\n[notice] news", "pip failed: the very last", "log"),
        ("Killed", "pip failed: Killed", "log"),
        ("", "pip failed: nothing", "log"),
    ],
)  # fmt: skip
def test_a_failure_is_one_line_with_what_to_do(said: str, error: str, hint: str) -> None:
    found = explain(said.splitlines(), None, "3.15.0")
    assert error in found[0]
    assert hint in found[1]


def test_a_missing_wheel_names_the_folder() -> None:
    error, _ = explain(["ERROR: No matching distribution found for setuptools>=77"], Path("/stick"), "3.12.1")
    assert error.startswith("the folder /stick has no wheel of setuptools>=77 for Python 3.12.1")
