"""Many scenes in one command: outputs by scene name, one summary, an error stops nobody, a second run goes on."""

import csv
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from engine import jobs
from engine.distributed import local_workers
from engine.errors import Cancelled, SceneError

Engine = Callable[..., Any]
FAKE_ENGINE = (sys.executable, str(Path(__file__).parents[2] / "fakes" / "engine_of_scenes.py"))


class Jobs:
    """Jobs that write a line where a result belongs, and fail for scenes called so."""

    def __init__(self) -> None:
        self.asked: list[Any] = []
        self.fates: dict[str, Exception] = {}

    def run(self, request: Any, report: Any) -> dict[str, Any]:
        self.asked.append(request)
        report(1, 2, "tiles")
        if error := self.fates.get(Path(request.scene.path).stem):
            raise error
        paths = {"map": request.out, "sure": getattr(request, "confidence", None)}
        paths = {name: path for name, path in paths.items() if path}
        for path in paths.values():
            Path(path).write_text("result")
        model = {"name": "m", "trained": True}
        report_of_map = (
            {"report": {"macro_f1": 0.5, "checked": ["a", "b"], "classes": [{}] * 3}}
            if request.kind == "classify"
            else {}
        )
        return {"outputs": paths, "model": model, **report_of_map}


@pytest.fixture
def played(monkeypatch: pytest.MonkeyPatch) -> Jobs:
    played = Jobs()
    monkeypatch.setattr(jobs, "run", played.run)
    return played


@pytest.fixture
def scenes(tmp_path: Path) -> list[Path]:
    """Three files; what is in them matters to nobody here."""
    paths = [tmp_path / f"{name}.tif" for name in ("north", "middle", "south")]
    for path in paths:
        path.write_text("pixels")
    return paths


def summary(folder: Path) -> dict[str, Any]:
    return json.loads((folder / "summary.json").read_text())


def statuses(folder: Path) -> list[str]:
    return [row["status"] for row in summary(folder)["scenes"]]


def test_every_scene_gets_its_outputs_and_a_row(
    engine: Engine, played: Jobs, scenes: list[Path], tmp_path: Path
) -> None:
    (tmp_path / "labels.gpkg").write_text("points")
    answer = engine(
        "batch", "classify", *scenes, "--labels", tmp_path / "labels.gpkg", "--field", "class", "--confidence",
        "--units", "dn", "--bands", "1=B04", "--nodata", "0:5", "--ignore-file-nodata", "--out", tmp_path / "out",
    )  # fmt: skip
    assert answer.status == 0, answer.err
    out = tmp_path / "out"
    assert sorted(path.name for path in out.glob("[a-z]*")) == sorted(
        [f"{path.stem}_{kind}.tif" for path in scenes for kind in ("map", "confidence")]
        + ["summary.json", "summary.csv"]
    )
    first = played.asked[0]
    assert (first.scene.path, first.scene.units, first.vector, first.report) == (str(scenes[0]), "dn", None, None)
    assert (first.scene.bands, first.scene.nodata, first.scene.file_nodata) == ({"1": "B04"}, ((0, 5),), False)
    row = summary(out)["scenes"][0]
    assert (row["scene"], row["status"], row["macro_f1"]) == (str(scenes[0]), "finished", 0.5)
    assert row["outputs"]["map"] == str(out / "north_map.tif")
    with (out / "summary.csv").open() as file:
        table = list(csv.DictReader(file))
    assert [(line["macro_f1"], line["checked"]) for line in table] == [("0.5", "2 of 3")] * 3
    assert "2 of 3" in answer.out
    assert "3 scenes: 3 finished" in answer.out
    assert "north.tif" in answer.out


def test_each_scene_has_the_labels_of_its_own_name_and_outputs_of_a_name_for_any_system(
    engine: Engine, played: Jobs, tmp_path: Path
) -> None:
    scenes = [tmp_path / f"{name}.tif" for name in ("s a", "p(1)", "é1", "x.v1")]
    for path in scenes:
        path.write_text("pixels")
    labels = tmp_path / "labels" / "{stem}.gpkg"
    out = ("--field", "class", "--out", tmp_path / "out")
    assert engine("batch", "classify", *scenes, "--labels", labels, *out).status == 0
    assert [Path(request.labels).stem for request in played.asked] == ["s a", "p(1)", "é1", "x.v1"]
    assert [Path(request.out).name for request in played.asked] == [
        "s_a_map.tif", "p_1_map.tif", "é1_map.tif", "x.v1_map.tif"
    ]  # fmt: skip


def test_a_scene_that_fails_stops_nobody_and_the_status_says_so(
    engine: Engine, played: Jobs, scenes: list[Path], tmp_path: Path
) -> None:
    played.fates["middle"] = SceneError("no band says what it is", "give --bands")
    answer = engine("batch", "embed", *scenes, "--out", tmp_path / "out")
    assert answer.status == 2
    assert "3 scenes: 2 finished, 1 failed" in answer.out
    assert "no band says what it is" in answer.out
    assert "give --bands" in answer.out
    assert statuses(tmp_path / "out") == ["finished", "failed", "finished"]
    del played.fates["middle"]
    again = engine("batch", "embed", *scenes, "--out", tmp_path / "out", "--json")
    assert again.status == 0
    assert [row["status"] for row in json.loads(again.out)["scenes"]] == ["skipped", "finished", "skipped"]
    assert [Path(request.scene.path).stem for request in played.asked] == ["north", "middle", "south", "middle"]


def test_a_second_run_does_again_what_has_changed_and_nothing_else(
    engine: Engine, played: Jobs, scenes: list[Path], tmp_path: Path
) -> None:
    def run(*more: str) -> list[str]:
        played.asked.clear()
        engine("batch", "embed", *scenes, "--out", tmp_path / "out", *more)
        return [Path(request.scene.path).stem for request in played.asked]

    assert run() == ["north", "middle", "south"]
    assert run() == []
    scenes[0].write_text("other pixels")
    assert run() == ["north"]
    (tmp_path / "out/south_features.tif").unlink()
    assert run() == ["south"]
    assert run("--device", "cpu") == []  # says nothing of the result
    assert run("--units", "dn") == ["north", "middle", "south"]
    assert run("--units", "dn", "--overwrite") == ["north", "middle", "south"]


def test_results_that_appeared_before_a_crash_could_note_them_are_not_made_again(
    engine: Engine, played: Jobs, scenes: list[Path], tmp_path: Path
) -> None:
    engine("batch", "embed", *scenes, "--out", tmp_path / "out")
    journal = tmp_path / "out/.ofa-batch/journal.jsonl"
    lines = journal.read_text().splitlines()
    journal.write_text("\n".join(lines[:-1]) + "\n" + lines[-1][:20])
    played.asked.clear()
    engine("batch", "embed", *scenes, "--out", tmp_path / "out")
    assert not played.asked
    assert statuses(tmp_path / "out") == ["skipped"] * 3


def test_a_result_of_somebody_else_is_never_taken_for_ours(
    engine: Engine, played: Jobs, scenes: list[Path], tmp_path: Path
) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out/north_features.tif").write_text("theirs")
    engine("batch", "embed", *scenes, "--out", tmp_path / "out")
    assert len(played.asked) == 3  # the job itself knows what to do with an output that exists
    assert not any(request.overwrite for request in played.asked)


def test_a_cancel_leaves_a_summary_of_what_is_done(
    engine: Engine, played: Jobs, scenes: list[Path], tmp_path: Path
) -> None:
    played.fates["middle"] = Cancelled()
    assert engine("batch", "embed", *scenes, "--out", tmp_path / "out").status == 130
    assert statuses(tmp_path / "out") == ["finished", "not done", "not done"]


def test_a_recipe_says_what_options_do_not(engine: Engine, played: Jobs, scenes: list[Path], tmp_path: Path) -> None:
    recipe = {
        "kind": "classify", "labels": "labels/{stem}.gpkg", "field": "class", "vector": "any.gpkg", "out": "x.tif",
        "scene": {"path": "ignored.tif", "nodata": [[0, 5]], "units": "dn", "fill": "data"},
    }  # fmt: skip
    (tmp_path / "recipe.json").write_text(json.dumps(recipe))
    answer = engine("batch", tmp_path / "recipe.json", scenes[0], "--units", "db", "--out", tmp_path / "out")
    assert answer.status == 0, answer.err
    (request,) = played.asked
    assert request.scene.nodata == ((0, 5),)
    assert (request.scene.units, request.scene.fill) == ("db", "data")
    assert request.labels == str(Path("labels/north.gpkg").absolute())
    assert request.vector == str(tmp_path / "out/north_map.gpkg")
    assert request.confidence is None


@pytest.mark.parametrize(
    ("what", "more", "told"),
    [
        ("classify", (), "nothing says what the classes are"),
        ("dance.json", (), "cannot read the recipe dance.json"),
        ("inspect.json", (), "a batch cannot inspect"),
        ("old.json", (), "'scene' of the embed recipe must be an object"),
        ("embed", ("--labels", "x"), "embed takes no --labels"),
        ("embed", ("--workers", "2", "--scheduler", "tcp://localhost:1"), "--scheduler brings its own workers"),
    ],
)
def test_what_cannot_be_done_is_told_before_any_work(
    engine: Engine, played: Jobs, scenes: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    what: str, more: tuple[str, ...], told: str,
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    Path("old.json").write_text('{"kind": "embed", "scene": "s.tif"}')
    Path("inspect.json").write_text('{"kind": "inspect", "scene": {"path": "s.tif"}}')
    answer = engine("batch", what, *scenes, "--out", "out", *more)
    assert answer.status == 2
    assert told in answer.err
    assert not played.asked
    assert not list(tmp_path.glob("out/*"))


def test_a_scheduler_without_the_package_for_it_says_what_to_install(
    engine: Engine, scenes: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "engine.distributed.dask_workers", raising=False)
    monkeypatch.setitem(sys.modules, "distributed", None)
    answer = engine("batch", "embed", *scenes, "--out", tmp_path / "out", "--scheduler", "tcp://127.0.0.1:1")
    assert answer.status == 2
    assert "install ofa-engine[cluster]" in answer.err


def test_several_workers_share_the_scenes_and_a_dead_one_is_a_row(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(local_workers.LocalWorkers.__init__, "__defaults__", (FAKE_ENGINE,))
    fates = {"a": "good", "b": "fatal", "c": "once", "d": "bad"}
    for name, fate in fates.items():
        (tmp_path / f"{name}.fate").write_text(fate)
    answer = engine(
        "batch", "embed", *(tmp_path / f"{name}.fate" for name in fates), "--workers", "2", "--out", tmp_path / "out"
    )
    assert answer.status == 2, answer.err
    assert statuses(tmp_path / "out") == ["finished", "failed", "finished", "failed"]
    assert (tmp_path / "out/c_features.tif").read_text() == "c.fate"
