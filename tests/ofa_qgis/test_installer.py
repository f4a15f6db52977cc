"""The private environment: built beside the old one, proven, and only then the one that works.

Everything here is real - Python, venv, pip - but small: the engine is a page of fake source, and the package index
a folder with one wheel, both made on the spot.
"""

import json
import os
import runpy
import shutil
import subprocess
import sys
import threading
import time
from collections import namedtuple
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil
import pytest

from ofa_qgis.engine.process import Stopped
from ofa_qgis.install import installed, installer, plan
from ofa_qgis.install.environment import engine_python, verify
from ofa_qgis.install.installed import Installed, InstallError, read, remove, sweep
from ofa_qgis.install.installer import install, pip_environment
from ofa_qgis.install.plan import LEAST_BYTES, InstallPlan, engine_source, engine_version, find_base, free_bytes, state

ROOT = Path(__file__).parents[2]
Usage = namedtuple("Usage", "total used free")
FAKE = runpy.run_path(str(ROOT / "tests/fakes/tiny_engine.py"))
write_source = FAKE["write_source"]


@pytest.fixture
def wheels(tmp_path: Path) -> Path:
    return FAKE["write_wheels"](tmp_path / "wheels")


@pytest.fixture
def planned(tmp_path: Path, wheels: Path) -> InstallPlan:
    source = write_source(tmp_path / "source")
    return InstallPlan(tmp_path / "home", source, tmp_path / "log/install.log", Path(sys.executable), offline=wheels)


def but(planned: InstallPlan, **changes: Any) -> InstallPlan:
    return InstallPlan(**{**planned.__dict__, **changes})


def quiet(fraction: float, step: str, detail: str) -> None:
    pass


@dataclass(frozen=True)
class Once:
    """An installation that nobody changes: what was asked, what came of it, and what was told meanwhile."""

    planned: InstallPlan
    made: Installed
    told: list[tuple[float, str, str]]


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Once:
    """Installed with a variable for the engine, from a source that is read-only."""
    folder, told = tmp_path_factory.mktemp("once"), []
    source, wheels = write_source(folder / "source"), FAKE["write_wheels"](folder / "wheels")
    planned = InstallPlan(
        folder / "home", source, folder / "log/install.log", Path(sys.executable), offline=wheels,
        engine_variables={"OFA_MODELS": "/m"},
    )  # fmt: skip
    for path in (source, source / "engine"):
        path.chmod(0o555)
    try:
        made = install(planned, lambda *step: told.append(step))
    finally:
        for path in (source, source / "engine"):
            path.chmod(0o755)
    return Once(planned, made, told)


@pytest.fixture
def there(once: Once, planned: InstallPlan) -> InstallPlan:
    """A plan whose engine is installed already: a copy of the one that nobody changes, and as good as it."""
    shutil.copytree(once.planned.home, planned.home, symlinks=True)
    assert state(planned.home, planned.source).kind == "works"
    return planned


def works(home: Path) -> bool:
    return verify(engine_python(None, str(home), {})).engine != ""


def environments(home: Path) -> list[str]:
    return sorted(path.name for path in home.iterdir() if path.is_dir())


# -- one installation ------------------------------------------------------------------------------------------------


def test_an_engine_is_installed_proven_and_found(once: Once) -> None:
    planned, made = once.planned, once.made
    assert state(planned.home, planned.source).kind == "works"
    assert works(planned.home)
    assert read(planned.home) == made
    assert (made.engine, made.environment) == ("1.2.3", "env-1")
    assert made.size_bytes > 1_000_000
    assert [check["name"] for check in made.doctor["checks"]] == ["versions", "device", "rasters", "model"]
    assert not (planned.home / "env-1/tmp").exists()
    fractions = [fraction for fraction, _, _ in once.told]
    assert fractions == sorted(fractions)
    assert fractions[-1] == 1.0
    steps = list(dict.fromkeys(step for _, step, _ in once.told))
    assert steps == ["prepare", "environment", "packages", "verify", "doctor", "done"]
    log = planned.log_file.read_text()
    assert "-m venv" in log
    assert "Successfully installed" in log
    assert "a warning of torch" in log


def test_what_the_doctor_imports_is_compiled_and_what_nothing_imports_is_not(once: Once) -> None:
    packages = next((once.planned.home / "env-1").glob("lib/python*/site-packages"))
    assert list(packages.glob("__pycache__/tinydep.*.pyc")) and list(packages.glob("engine/__pycache__/__init__.*.pyc"))
    assert (packages / "engine/_backend.py").is_file()
    assert not list(packages.glob("engine/__pycache__/_backend.*.pyc"))


def test_accents_spaces_and_two_hundred_characters_do_no_harm(planned: InstallPlan, tmp_path: Path) -> None:
    home = tmp_path / "Größe et école"
    home = home / ("ü long " * 40)[: 200 - len(str(home))].strip()
    source = shutil.copytree(planned.source, tmp_path / "sœurce of it")
    install(but(planned, home=home, source=source), quiet)
    assert len(str(home)) >= 195
    assert works(home)


def test_a_source_that_is_read_only_is_built_all_the_same_and_stays_as_it_was(once: Once, planned: InstallPlan) -> None:
    fresh, built = (
        {path.relative_to(source): path.read_bytes() for path in source.rglob("*") if path.is_file()}
        for source in (planned.source, once.planned.source)
    )
    assert built == fresh


def test_the_doctor_gets_the_variables_of_the_engine(once: Once) -> None:
    assert once.made.doctor["models"] == "/m"


def test_pip_gets_the_users_pip_and_proxy_but_nothing_of_qgis(tmp_path: Path) -> None:
    user = {"PIP_CERT": "/c", "pip_index_url": "i", "HTTPS_PROXY": "p", "PATH": "/bin", "PIP_TARGET": "/t"}
    qgis = {"PYTHONHOME": "/q", "PYTHONPATH": "/q", "PROJ_DATA": "/q", "LD_LIBRARY_PATH": "/q"}
    given = pip_environment({**user, **qgis}, {"HTTPS_PROXY": "of qgis", "HTTP_PROXY": "of qgis"}, tmp_path)
    assert {name: given.get(name) for name in ("PIP_CERT", "pip_index_url", "HTTPS_PROXY", "HTTP_PROXY")} == {
        "PIP_CERT": "/c", "pip_index_url": "i", "HTTPS_PROXY": "p", "HTTP_PROXY": "of qgis"
    }  # fmt: skip
    assert not {*qgis, "PIP_TARGET"} & set(given)
    assert given["TMPDIR"] == str(tmp_path)


def test_the_address_of_an_index_is_not_in_the_log(planned: InstallPlan) -> None:
    with pytest.raises(InstallError):
        install(but(planned, offline=None, index="http://me:word@127.0.0.1:9/simple",
                    variables={"PIP_NO_INDEX": "", "PIP_RETRIES": "0"}), quiet)  # fmt: skip
    log = planned.log_file.read_text()
    assert "(index)" in log
    assert "me:word" not in log


# -- what stays when it fails ----------------------------------------------------------------------------------------


def test_a_repair_keeps_the_old_one_until_the_new_one_is_proven(there: InstallPlan, tmp_path: Path) -> None:
    bad = write_source(tmp_path / "bad", "2.0", bad="rasters")
    with pytest.raises(InstallError, match="rasters: as it should be") as error:
        install(but(there, source=bad), quiet)
    assert error.value.hint == "do this"
    assert environments(there.home) == ["env-1"]
    assert works(there.home)
    made = install(there, quiet)
    assert made.environment == "env-2"
    assert sweep(there.home) == []
    assert environments(there.home) == ["env-2"]
    assert works(there.home)


def test_a_check_that_is_no_fault_of_the_environment_is_kept_for_the_user(planned: InstallPlan, tmp_path: Path) -> None:
    made = install(but(planned, source=write_source(tmp_path / "s", bad="model")), quiet)
    assert [check["ok"] for check in made.doctor["checks"]] == [True, True, True, False]


@pytest.mark.parametrize("step", ["environment", "packages"])
def test_a_cancel_ends_pip_within_a_second_and_leaves_nothing(planned: InstallPlan, tmp_path: Path, step: str) -> None:
    slow = but(planned, source=write_source(tmp_path / "slow", slow=60))
    asked: list[float] = []
    step_seen: list[str] = []

    def cancelled() -> bool:
        if step_seen and step_seen[-1] == step and not asked and (step != "packages" or builds(tmp_path)):
            asked.append(time.monotonic())
        return bool(asked)

    with pytest.raises(Stopped):
        install(slow, lambda fraction, now, detail: step_seen.append(now), cancelled)
    assert time.monotonic() - asked[0] < 1.5  # with the removal of what was made
    assert not builds(tmp_path)
    assert environments(planned.home) == []
    assert state(planned.home, planned.source).kind == "absent"


def builds(folder: Path) -> list[int]:
    """Processes that run a Python of this folder."""
    return [p.pid for p in psutil.process_iter(["cmdline"]) if str(folder) in " ".join(p.info["cmdline"] or [])
            and "install" in (p.info["cmdline"] or [])]  # fmt: skip


def test_a_kill_in_the_middle_pretends_nothing_and_a_repair_cleans_up(planned: InstallPlan, tmp_path: Path) -> None:
    slow = write_source(tmp_path / "slow", slow=60)
    script = f"""
import sys; sys.path.insert(0, {str(ROOT)!r})
from pathlib import Path
from ofa_qgis.install.installer import install
from ofa_qgis.install.plan import InstallPlan
install(InstallPlan(Path({str(planned.home)!r}), Path({str(slow)!r}), Path({str(planned.log_file)!r}),
             Path(sys.executable), Path({str(planned.offline)!r})), lambda f, step, detail: print(step, flush=True))
"""
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True) as qgis:
        for line in qgis.stdout:
            if line.strip() == "packages" and (pids := builds(planned.home)):
                break
        qgis.kill()
    psutil.wait_procs([psutil.Process(pid) for pid in pids if psutil.pid_exists(pid)], timeout=5)
    assert not builds(tmp_path)  # pip went with QGIS, though it was silent
    assert environments(planned.home) == ["env-1"]
    assert state(planned.home, planned.source).kind == "absent"
    install(planned, quiet)
    assert not list(planned.home.glob("env-1/tmp"))
    assert len(environments(planned.home)) == 1
    assert works(planned.home)


def test_two_at_once_do_not_meet(planned: InstallPlan, tmp_path: Path) -> None:
    slow = but(planned, source=write_source(tmp_path / "slow", slow=2))
    begun = threading.Event()
    first = threading.Thread(target=install, args=(slow, lambda f, step, d: step == "packages" and begun.set()))
    first.start()
    assert begun.wait(60)
    with pytest.raises(InstallError, match="another window of QGIS"):
        install(planned, quiet)
    with pytest.raises(InstallError, match="another window of QGIS"):
        remove(planned.home)
    assert sweep(planned.home) == []
    assert environments(planned.home) == ["env-1"]
    first.join()
    assert works(planned.home)


# -- what is wrong before it begins ----------------------------------------------------------------------------------


def test_a_full_disk_is_told_before_anything_is_made(planned: InstallPlan, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plan.shutil, "disk_usage", lambda folder: Usage(1, 1, LEAST_BYTES - 10**8))
    with pytest.raises(InstallError, match=r"only 2.0 GB are free where the engine would go; 2.1 GB are needed"):
        install(planned, quiet)
    assert not planned.home.exists()


def test_free_space_is_that_of_the_disk_where_the_folder_would_be(tmp_path: Path) -> None:
    assert free_bytes(tmp_path / "not/yet/there") == pytest.approx(shutil.disk_usage(tmp_path).free, rel=0.01)


def test_a_home_that_cannot_be_made_is_one_line(planned: InstallPlan, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(InstallError, match="cannot be written") as error:
        install(but(planned, home=tmp_path / "file/home"), quiet)
    assert error.value.hint == "choose another folder"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_home_is_one_line(planned: InstallPlan) -> None:
    planned.home.mkdir(mode=0o555)
    with pytest.raises(InstallError, match="cannot be written"):
        install(planned, quiet)


def test_an_offline_folder_without_the_wheel_is_told_with_its_name(planned: InstallPlan, tmp_path: Path) -> None:
    other = tmp_path / "other wheels"
    other.mkdir()
    with pytest.raises(InstallError, match="has no wheels"):
        install(but(planned, offline=other), quiet)
    (other / "unrelated-1.0-py3-none-any.whl").write_bytes(b"")
    with pytest.raises(InstallError, match=r"has no wheel of tinydep==1\.0 "):
        install(but(planned, offline=other), quiet)
    assert environments(planned.home) == []


def test_a_source_that_is_not_there_is_told(planned: InstallPlan, tmp_path: Path) -> None:
    with pytest.raises(InstallError, match="source is not in"):
        install(but(planned, source=tmp_path / "nowhere"), quiet)


def python(folder: Path, version: str, problem: str = "") -> Path:
    path = folder / f"python{version}"
    path.write_text(f"""#!/bin/sh\necho '{json.dumps({"version": version + ".1", "problem": problem})}'\n""")
    path.chmod(0o755)
    return path


def test_without_a_python_that_does_the_error_says_what_was_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = [python(tmp_path, "3.9"), python(tmp_path, "3.12", "it cannot make environments")]
    monkeypatch.setattr(plan, "base_pythons", lambda: found)
    with pytest.raises(InstallError, match=r"found only 3.12.1, 3.9.1; it cannot make environments") as error:
        find_base()
    assert "choose one under More" in error.value.hint
    monkeypatch.setattr(plan, "base_pythons", lambda: [*found, python(tmp_path, "3.13")])
    assert find_base().version == "3.13.1"
    with pytest.raises(InstallError, match="too old"):
        find_base(found[0])
    monkeypatch.setattr(plan, "base_pythons", list)
    with pytest.raises(InstallError, match="found none"):
        find_base()


# -- what is there ---------------------------------------------------------------------------------------------------


def test_a_broken_environment_is_seen_and_repaired(there: InstallPlan) -> None:
    shutil.rmtree(next((there.home / "env-1").glob("lib/*/site-packages/engine")))
    found = state(there.home, there.source)
    assert found.kind == "broken"
    assert "cannot be imported" in found.reason
    install(there, quiet)
    assert state(there.home, there.source).kind == "works"


def test_an_engine_of_another_version_or_source_asks_for_a_repair(there: InstallPlan) -> None:
    write_source(there.source, "1.2.4")
    found = state(there.home, there.source)
    assert found.kind == "outdated"
    assert found.reason == "the engine is version 1.2.3, this plugin brings 1.2.4"
    write_source(there.source, "1.2.3", bad="changed")
    assert "differs" in state(there.home, there.source).reason


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"environment": 3}', '{"environment": "../../etc"}'])
def test_a_damaged_record_is_no_installation(tmp_path: Path, text: str) -> None:
    (tmp_path / "installed.json").write_text(text)
    assert state(tmp_path, ROOT).kind in {"absent", "broken"}
    assert tmp_path in engine_python(None, str(tmp_path), {}).parents


def test_remove_leaves_what_is_not_ours(there: InstallPlan) -> None:
    mine = there.home / "env-7"
    mine.mkdir()
    (mine / "thesis.txt").write_text("years of work")
    assert remove(there.home) == []
    assert (mine / "thesis.txt").read_text() == "years of work"
    assert state(there.home, there.source).kind == "absent"
    shutil.rmtree(mine)


def test_remove_takes_the_folder_when_nothing_else_is_in_it(planned: InstallPlan) -> None:
    assert remove(planned.home) == []
    planned.home.mkdir()
    (installed.new_environment(planned.home) / "tmp").mkdir()
    assert remove(planned.home) == []
    assert not planned.home.exists()


def test_the_engine_that_the_plugin_brings_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert engine_source() == ROOT
    assert engine_version(ROOT).count(".") == 2
    assert engine_version(tmp_path) == ""
    bundled = tmp_path / "ofa_qgis/engine_src"
    bundled.mkdir(parents=True)
    monkeypatch.setattr(plan, "__file__", str(tmp_path / "ofa_qgis/install/plan.py"))
    assert engine_source() == bundled


def test_a_doctor_that_says_nothing_is_told() -> None:
    with pytest.raises(InstallError, match="does not answer: Segmentation fault"):
        installer.proven(["", "Segmentation fault", ""])
