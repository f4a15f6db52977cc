"""Jobs inside QGIS: signals on the main thread, a task in the task manager, a blocking run, and no trace left."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QObject, QThread

from ofa_qgis import settings
from ofa_qgis.engine import task
from ofa_qgis.engine.client import EngineClient
from ofa_qgis.gui.widgets.task_line import TaskLine
from ofa_qgis.protocol import FinetuneRequest, InspectRequest, SceneSpec

FATES = Path(__file__).parents[2] / "fakes" / "engine_of_fates.py"
LONG_MS = 30_000


@pytest.fixture
def fates(qgis_app, tmp_path, monkeypatch):
    """The plugin's client, with an engine whose jobs do what the scene's name says."""
    python = os.environ.get("OFA_ENGINE_PYTHON") or pytest.skip("needs OFA_ENGINE_PYTHON, a Python with the engine")
    client = EngineClient(Path(python), tmp_path / "engine.log", [python, str(FATES)], grace_s=1.0)
    monkeypatch.setattr(task, "_client", client)
    yield client
    task.stop()
    assert client.pid is None


def run(request):
    return task.run_blocking(request, lambda: False, lambda _: None)


class Heard:
    """What a job's signals said, in order, and on which thread."""

    def __init__(self, job) -> None:
        self.said = []
        self.threads = set()
        for name in ("progressed", "finished", "failed", "cancelled", "ended"):
            getattr(job, name).connect(lambda *values, name=name: self._hear(name, values))

    def _hear(self, name, values) -> None:
        self.said.append((name, *values))
        self.threads.add(int(QThread.currentThreadId()))

    @property
    def ends(self):
        return [said for said in self.said if said[0] != "progressed"]


def test_a_job_tells_its_progress_and_its_outputs_on_the_main_thread(fates, qtbot):
    job = task.EngineJob(InspectRequest(SceneSpec("steps")))
    heard = Heard(job)
    with qtbot.waitSignal(job.ended, timeout=LONG_MS):
        job.start()
    assert heard.ends == [("finished", {"answer": 42}), ("ended",)]
    assert ("progressed", 3, 3, "tiles") in heard.said
    assert heard.threads == {int(QThread.currentThreadId())}


@pytest.mark.parametrize(
    ("fate", "error", "hint"),
    [("error", "no file x.tif", "give another"), ("segfault", "the engine died (SIGSEGV)", "the log is")],
)
def test_a_job_that_fails_says_why_and_the_next_one_works(fates, qtbot, fate, error, hint):
    job = task.EngineJob(InspectRequest(SceneSpec(fate)))
    heard = Heard(job)
    with qtbot.waitSignal(job.ended, timeout=LONG_MS):
        job.start()
    (name, said, what_to_do, _log), _ = heard.ends
    assert (name, said) == ("failed", error)
    assert what_to_do.startswith(hint)
    assert run(InspectRequest(SceneSpec("steps"))) == {"answer": 42}


def test_a_cancelled_job_ends_within_a_second(fates, qtbot):
    job = task.EngineJob(InspectRequest(SceneSpec("obedient")))
    heard = Heard(job)
    with qtbot.waitSignal(job.progressed, timeout=LONG_MS):
        job.start()
    began = time.monotonic()
    with qtbot.waitSignal(job.ended, timeout=LONG_MS):
        job.cancel()
    assert time.monotonic() - began < 1
    assert heard.ends == [("cancelled",), ("ended",)]


def test_a_job_whose_owner_is_closed_says_nothing_more(fates, qtbot):
    owner = QObject()
    job = task.EngineJob(InspectRequest(SceneSpec("steps")), owner)
    heard = Heard(job)
    with qtbot.waitSignal(job.progressed, timeout=LONG_MS):
        job.start()
    owner.deleteLater()
    qtbot.wait(1000)
    assert heard.ends == []


def test_without_an_engine_a_job_fails_with_what_to_do(qgis_app, qtbot, monkeypatch):
    monkeypatch.setattr(task, "_client", None)
    monkeypatch.setattr(task, "python", lambda: Path("/nowhere/python"))
    job = task.EngineJob(InspectRequest(SceneSpec("steps")))
    with qtbot.waitSignal(job.failed, timeout=LONG_MS) as failed:
        job.start()
    assert failed.args[:2] == ["the engine is not set up yet", "open the OFA dock and set it up"]


def test_a_task_runs_in_the_task_manager_and_hands_over_its_outputs(fates, qtbot):
    work = task.EngineTask("three steps", InspectRequest(SceneSpec("steps")))
    with qtbot.waitSignals([work.succeeded, work.taskCompleted], timeout=LONG_MS):
        QgsApplication.taskManager().addTask(work)


def test_a_task_that_fails_says_why(fates, qtbot):
    work = task.EngineTask("an error", InspectRequest(SceneSpec("error")))
    with qtbot.waitSignal(work.failed, timeout=LONG_MS) as failed:
        QgsApplication.taskManager().addTask(work)
    assert failed.args == ["no file x.tif", "give another", ""]


@pytest.mark.parametrize("fate", ["obedient", "stubborn"])
def test_a_cancelled_task_stops_also_when_the_engine_does_not_listen(fates, qtbot, fate):
    work = task.EngineTask("for ever", InspectRequest(SceneSpec(fate)))
    with qtbot.waitSignal(work.advanced, timeout=LONG_MS):
        QgsApplication.taskManager().addTask(work)
    with qtbot.waitSignal(work.stopped, timeout=5000):
        work.cancel()


def test_a_task_that_is_cancelled_before_it_begins_says_so(fates, qtbot):
    work = task.EngineTask("waits for a thread", InspectRequest(SceneSpec("steps")))
    work.hold()
    QgsApplication.taskManager().addTask(work)
    heard = []
    work.stopped.connect(lambda: heard.append("stopped"))
    work.cancel()
    qtbot.wait(200)
    assert heard == ["stopped"]


def test_the_engine_that_trains_is_ended_after_its_job_and_the_other_is_not(fates, tmp_path, monkeypatch):
    trainer = EngineClient(Path(sys.executable), tmp_path / "trainer.log", fates._command)
    monkeypatch.setattr(task, "_trainer", trainer)
    pids = []
    run(InspectRequest(SceneSpec("steps")))
    outputs = task.run_blocking(FinetuneRequest(SceneSpec("steps")), lambda: False, lambda _: pids.append(trainer.pid))
    assert outputs == {"answer": 42} and None not in pids
    assert trainer.pid is None and fates.pid is not None
    with pytest.raises(task.JobFailed):
        run(FinetuneRequest(SceneSpec("error")))
    assert trainer.pid is None


def test_a_blocking_run_stops_when_it_is_cancelled(fates):
    heard = []
    with pytest.raises(task.JobCancelled):
        task.run_blocking(
            InspectRequest(SceneSpec("obedient")), lambda: "working" in [each.note for each in heard], heard.append
        )
    assert (1, 2, "working") in [(each.done, each.total, each.note) for each in heard]


def test_a_blocking_run_that_fails_carries_error_and_hint(fates):
    with pytest.raises(task.JobFailed) as failed:
        run(InspectRequest(SceneSpec("error")))
    assert (failed.value.error, failed.value.hint) == ("no file x.tif", "give another")


def test_the_session_folder_is_there_until_it_is_removed(qgis_app, tmp_path, monkeypatch):
    monkeypatch.setattr(task, "_session", None)
    monkeypatch.setattr(task, "cache_dir", lambda: tmp_path / "äccents and spaces")
    folder = task.session_dir()
    assert folder.is_dir() and folder == task.session_dir()
    task.remove_session()
    assert not folder.exists()


def test_the_engine_ends_when_qgis_is_killed(tmp_path):
    """A QGIS that is killed can close nothing in order; its engine sees the end of its stdin."""
    python = os.environ.get("OFA_ENGINE_PYTHON") or pytest.skip("needs OFA_ENGINE_PYTHON, a Python with the engine")
    script = (
        "import sys, time; sys.path.insert(0, sys.argv[1]); from pathlib import Path\n"
        "from ofa_qgis.engine.client import EngineClient\n"
        "from ofa_qgis.protocol import FinetuneRequest, InspectRequest\n"
        "c = EngineClient(Path(sys.argv[2]), Path(sys.argv[4]), [sys.argv[2], sys.argv[3]])\n"
        "c.submit(InspectRequest('obedient'), lambda e: print(c.pid, flush=True)); time.sleep(60)"
    )
    root = str(Path(__file__).parents[3])
    victim = subprocess.Popen(
        [sys.executable, "-c", script, root, python, str(FATES), str(tmp_path / "engine.log")],
        stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    engine = int(victim.stdout.readline())
    victim.kill()
    victim.wait()
    until = time.monotonic() + 10
    while Path(f"/proc/{engine}").exists() and time.monotonic() < until:
        time.sleep(0.1)
    assert not Path(f"/proc/{engine}").exists()


def test_settings_have_defaults_and_are_kept(qgis_app):
    assert settings.get(settings.DEVICE) == "auto"
    settings.put(settings.DEVICE, "cpu")
    assert settings.get(settings.DEVICE) == "cpu"
    settings.put(settings.DEVICE, "auto")


@pytest.mark.parametrize(
    ("scene", "end", "is_undone"),
    [
        ("steps", lambda line: None, False),
        ("error", lambda line: None, True),
        ("obedient", TaskLine.cancel, True),
        ("obedient", TaskLine.tear_down, True),
    ],
)
def test_what_was_written_for_a_job_is_undone_if_it_makes_nothing(fates, qtbot, scene, end, is_undone):
    line, done = TaskLine("cancel"), []
    qtbot.addWidget(line)
    line.run("a job", InspectRequest(SceneSpec(scene)), done.append, lambda: done.append("undone"))
    end(line)
    qtbot.waitUntil(lambda: line.task is None, timeout=LONG_MS)
    qtbot.waitUntil(lambda: QgsApplication.taskManager().countActiveTasks() == 0, timeout=LONG_MS)
    assert done == ["undone" if is_undone else {"answer": 42}]
