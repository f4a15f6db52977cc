"""The command line: the same requests as the plugin's, one object on stdout, one line for each error."""

import json
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

from engine import jobs
from engine.cli import main
from engine.errors import Cancelled, SceneError
from engine.protocol import ClassifyRequest, ComputeSpec, EmbedRequest, SceneSpec

Engine = Callable[..., Any]
Play = Callable[[Callable[..., Any]], None]


@pytest.fixture
def play(monkeypatch: pytest.MonkeyPatch) -> Play:
    """``play(job)``: the command line runs `job` instead of the real ones."""
    return lambda job: monkeypatch.setattr(jobs, "run", job)


REPORT = {
    "score": "macro-F1 0.87, 1 of 2 classes checked", "folds": 5, "warnings": ["label more water"],
    "classes": [
        {
            "name": "water", "pixels_labelled": 14, "held_out_labels": 9,
            "precision": 0.9, "recall": 1.0, "f1": 0.95, "area_ha": 12.345,
        },
        {
            "name": "mud", "pixels_labelled": 2, "held_out_labels": 0, "precision": None, "recall": None,
            "f1": float("nan"), "area_ha": 0.0,
        },
    ],
}  # fmt: skip


@pytest.fixture
def asked(play: Play) -> list[Any]:
    """The requests that the command line made."""
    requests: list[Any] = []

    def job(request: Any, report: Any) -> dict[str, Any]:
        requests.append(request)
        return {"outputs": {"map": request.out}, "report": REPORT, "model": {"name": "m", "trained": False}}

    play(job)
    return requests


def raising(error: BaseException) -> Callable[..., Any]:
    def job(request: Any, report: Any) -> Any:
        raise error

    return job


def test_options_become_the_request_that_the_plugin_would_send(engine: Engine, asked: list[Any]) -> None:
    answer = engine(
        "classify", "s.tif", "l.gpkg", "--field", "class", "--layer", "points", "--out", "m.tif",
        "--confidence", "c.tif", "--vector", "m.gpkg", "--report", "r", "--model", "tiny", "--sensor", "sentinel-2",
        "--bands", "1=B02,2=B03", "--units", "dn+1000", "--extent", "-3.5,0,1,2.5", "--device", "cpu", "--overwrite",
        "--json",
    )  # fmt: skip
    assert answer.status == 0, answer.err
    assert asked == [
        ClassifyRequest(
            SceneSpec("s.tif", sensor="sentinel-2", bands={"1": "B02", "2": "B03"}, units="dn+1000"),
            ComputeSpec(model="tiny", device="cpu"),
            labels="l.gpkg",
            field="class",
            layer="points",
            out="m.tif",
            confidence="c.tif",
            vector="m.gpkg",
            report="r",
            extent=(-3.5, 0.0, 1.0, 2.5),
            overwrite=True,
        )
    ]


def test_what_is_not_said_is_left_open(engine: Engine, asked: list[Any]) -> None:
    assert engine("embed", "s.tif", "--out", "f.tif").status == 0
    assert asked == [EmbedRequest(SceneSpec("s.tif"), out="f.tif")]


def test_json_is_one_strict_object_on_stdout_whatever_else_prints(engine: Engine, play: Play) -> None:
    def noisy(request: Any, report: Any) -> dict[str, Any]:
        sys.stdout.write("noise\n")
        return {"outputs": {"features": "ü.tif"}, "score": float("nan"), "areas": (1.0, float("inf"))}

    play(noisy)
    answer = engine("embed", "s.tif", "--out", "f.tif", "--json")
    assert json.loads(answer.out) == {"outputs": {"features": "ü.tif"}, "score": None, "areas": [1.0, None]}
    assert "NaN" not in answer.out
    assert "noise" in answer.err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["frobnicate"], "frobnicate"),
        ([], "Missing command"),
        (["inspect"], "SCENE"),
        (["classify", "s.tif", "l.gpkg", "--out", "m.tif"], "--field"),
        (["inspect", "s.tif", "--wat"], "--wat"),
        (["embed", "s.tif", "--out", "f.tif", "--extent", "a,b,c,d"], "--extent xmin,ymin,xmax,ymax"),
        (["inspect", "s.tif", "--bands", "B02"], "B02"),
        (["finetune", "s.tif", "l.tif", "--out", "m", "--classes", "roof"], "--classes 1=roof,2=road"),
        (["finetune", "s.tif", "l.tif", "--out", "m", "--classes", "1=a,1=b"], "value 1 is named twice"),
    ],
)
def test_wrong_usage_is_one_line_and_status_2(
    engine: Engine, asked: list[Any], arguments: list[str], words: str
) -> None:
    answer = engine(*arguments)
    assert answer.status == 2
    assert words in answer.err
    assert answer.err.startswith("error: ")
    assert answer.err.count("\n") == 1
    assert answer.out == ""
    assert asked == []


def test_a_known_error_is_one_line_with_its_hint_and_status_2(engine: Engine, play: Play) -> None:
    play(raising(SceneError("no file s.tif", "check the path")))
    answer = engine("inspect", "s.tif")
    assert (answer.status, answer.out, answer.err) == (2, "", "error: no file s.tif — check the path\n")


def test_with_json_an_error_is_an_object_too(engine: Engine, play: Play) -> None:
    play(raising(SceneError("no file s.tif", "check the path")))
    answer = engine("inspect", "s.tif", "--json")
    assert answer.status == 2
    assert json.loads(answer.out) == {"error": "no file s.tif", "hint": "check the path"}


def test_an_unexpected_error_is_one_line_that_names_the_file_with_the_traceback(engine: Engine, play: Play) -> None:
    play(raising(ValueError("surprise")))
    answer = engine("inspect", "s.tif")
    assert answer.status == 1
    assert answer.err.count("\n") == 1
    file = Path(next(word for word in answer.err.split() if word.endswith(".txt")))
    assert "ValueError: surprise" in file.read_text()
    file.unlink()


def test_debug_shows_the_traceback(engine: Engine, play: Play) -> None:
    play(raising(ValueError("surprise")))
    answer = engine("inspect", "s.tif", "--debug")
    assert answer.status == 1
    assert "Traceback" in answer.err


@pytest.mark.parametrize("error", [Cancelled(), KeyboardInterrupt()])
def test_a_cancelled_job_is_status_130(engine: Engine, play: Play, error: BaseException) -> None:
    play(raising(error))
    assert engine("inspect", "s.tif").status == 130


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_cancels_the_job_at_its_next_report(engine: Engine, play: Play, number: int) -> None:
    reached = []

    def job(request: Any, report: Any) -> None:
        signal.raise_signal(number)
        reached.append("the job's own pace")
        report(1, 2, "")
        reached.append("too far")

    play(job)
    before = signal.getsignal(number)
    assert engine("inspect", "s.tif").status == 130
    assert reached == ["the job's own pace"]
    assert signal.getsignal(number) is before


def test_a_second_signal_stops_a_job_that_does_not_report(engine: Engine, play: Play) -> None:
    def job(request: Any, report: Any) -> None:
        signal.raise_signal(signal.SIGINT)
        signal.raise_signal(signal.SIGINT)
        pytest.fail("the second signal did not stop the job")

    play(job)
    assert engine("inspect", "s.tif").status == 130


SCENE = {
    "sensor": "sentinel-2", "sensor_title": "Sentinel-2 MSI", "units": None, "units_source": None, "nodata": None,
    "gsd_m": 10.0, "crs": "EPSG:32633", "width": 30, "height": 20, "dtype": "uint16",
    "bands": [{"index": 2, "name": "B04", "wavelength_nm": 664.6, "source": "description"}],
    "unused": [{"index": 1, "reason": "all nodata"}],
    "placement": "a geotransform", "way_out": None, "more": None, "fill": None, "product": None, "sources": [],
    "questions": [{"about": "units", "text": "Which units?", "option": "--units dn|dn+1000", "choices": ["dn"]}],
}  # fmt: skip


def test_inspect_tells_a_person_what_is_known_from_where_and_what_to_answer(engine: Engine, play: Play) -> None:
    play(lambda request, report: SCENE)
    out = engine("inspect", "s.tif").out
    for words in (
        "Sentinel-2 MSI", "30 x 20", "10 m", "2     B04      664.6 nm    description", "band 1 is not used: all nodata",
        "? Which units?", "answer with --units dn|dn+1000",
    ):  # fmt: skip
        assert words in out


def test_many_bands_are_cut_short_for_a_person_and_complete_in_json(engine: Engine, play: Play) -> None:
    bands = [{"index": n, "name": f"B{n}", "wavelength_nm": None, "source": "tag"} for n in range(1, 225)]
    play(lambda request, report: {**SCENE, "bands": bands})
    assert len(engine("inspect", "s.tif").out.splitlines()) < 70
    assert len(json.loads(engine("inspect", "s.tif", "--json").out)["bands"]) == 224


def test_classify_tells_a_person_where_the_map_is_and_how_good_it_is(engine: Engine, asked: list[Any]) -> None:
    out = engine("classify", "s.tif", "l.gpkg", "--field", "class", "--out", "m.tif").out
    for words in (
        "map: m.tif", "macro-F1 0.87, 1 of 2 classes checked", "warning: label more water", "m (untrained",
        "water  14               9                0.90       1.00    0.95  12.35",
        "mud    2                0                -          -       -     0.00",
    ):  # fmt: skip
        assert words in out


def test_an_untrained_model_is_called_that(engine: Engine, asked: list[Any]) -> None:
    assert "untrained" in engine("embed", "s.tif", "--out", "f.tif").out


def test_sensors_and_models_are_listed(engine: Engine) -> None:
    assert "B8A" in engine("sensors").out
    ids = [sensor["id"] for sensor in json.loads(engine("sensors", "--json").out)["sensors"]]
    assert "sentinel-1" in ids
    assert "ofa-untrained" in engine("models").out
    assert json.loads(engine("models", "--json").out)["models"]


def test_another_package_can_add_a_command(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    class Point:
        name = "pretrain"

        @staticmethod
        def load() -> Callable[..., None]:
            def pretrain(steps: int) -> None:
                typer.echo(f"{steps} steps")

            return pretrain

    monkeypatch.setattr(main, "entry_points", lambda group: [Point()] if group == "engine.commands" else [])
    monkeypatch.setattr(main.app, "registered_commands", list(main.app.registered_commands))
    assert engine("pretrain", "5").out == "5 steps\n"


RUN = "import sys, engine.jobs, engine.cli.main\n{job}\nengine.jobs.run = job\nengine.cli.main.main(sys.argv[1:])"


@pytest.fixture
def start() -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """``start(job, *arguments)``: the command line in a process of its own, with `job` as its jobs."""
    processes = []

    def begin(job: str, *arguments: str) -> subprocess.Popen[str]:
        command = [sys.executable, "-I", "-c", RUN.format(job=job), *arguments]
        processes.append(subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True))
        return processes[-1]

    yield begin
    for process in processes:
        with process:
            process.kill()


def test_ctrl_c_is_a_clean_cancel(start: Callable[..., subprocess.Popen[str]]) -> None:
    job = """
def job(request, report):
    import time
    print("running", flush=True)
    while True:
        report(0, 1, "")
        time.sleep(0.01)
"""
    process = start(job, "inspect", "s.tif", "--json")
    assert process.stderr.readline() == "running\n"
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=20)
    assert process.returncode == 130
    assert json.loads(out) == {"error": "cancelled", "hint": ""}
    assert "Traceback" not in err


def test_what_c_code_prints_late_stays_off_stdout(start: Callable[..., subprocess.Popen[str]]) -> None:
    job = "import ctypes\ndef job(request, report):\n    ctypes.CDLL(None).printf(b'noise of C')\n    return {}"
    out, err = start(job, "inspect", "s.tif", "--json").communicate(timeout=20)
    assert out == "{}\n"
    assert "noise of C" in err


def test_a_reader_that_has_seen_enough_gets_no_traceback(start: Callable[..., subprocess.Popen[str]]) -> None:
    process = start("import time; time.sleep(0.5); job = None", "sensors", "--json")
    process.stdout.close()
    assert process.wait(20) == 1
    assert process.stderr.read() == ""
