"""The plugin's sample scene: the script in the zip writes the same one on every computer, and it asks nothing."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
import rasterio

import package
from engine.jobs import inspect
from engine.protocol import InspectRequest, SceneSpec

MAX_BYTES = 2_200_000


@pytest.fixture(scope="module")
def script(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return package.stage(tmp_path_factory.mktemp("staged")) / "resources" / "demo" / "landscape.py"


def write(script: Path, folder: Path) -> Path:
    folder.mkdir()
    subprocess.run([sys.executable, "-I", str(script), str(folder)], check=True, cwd=folder)
    return folder


def test_the_script_in_the_plugin_folder_writes_the_same_sample_each_time(script: Path, tmp_path: Path) -> None:
    first, second = (write(script, tmp_path / name) for name in ("first", "second"))

    assert sorted(path.name for path in first.iterdir()) == ["labels.json", "scene.tif"]
    for path in first.iterdir():
        assert path.read_bytes() == (second / path.name).read_bytes()
        assert path.stat().st_size < MAX_BYTES


def test_every_label_lies_on_a_pixel_of_its_class_in_the_scene(script: Path, tmp_path: Path) -> None:
    folder = write(script, tmp_path / "sample")
    labels = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
    with rasterio.open(folder / "scene.tif") as scene:
        near_infrared = {name: [] for name, _, _ in labels}
        for name, x, y in labels:
            assert scene.bounds.left < x < scene.bounds.right and scene.bounds.bottom < y < scene.bounds.top
            near_infrared[name].append(next(scene.sample([(x, y)]))[6])
    assert max(near_infrared["water"]) < min(near_infrared["meadow"])
    assert {len(values) for values in near_infrared.values()} == {6}


def test_the_sample_says_itself_what_the_engine_must_know(script: Path, tmp_path: Path) -> None:
    facts = inspect.run(
        InspectRequest(SceneSpec(str(write(script, tmp_path / "sample") / "scene.tif"))), lambda *_: None
    )

    assert facts["questions"] == []
    assert [band["name"] for band in facts["bands"]] == [
        "B02",
        "B03",
        "B04",
        "B05",
        "B06",
        "B07",
        "B08",
        "B8A",
        "B11",
        "B12",
    ]
