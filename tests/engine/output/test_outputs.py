"""Results appear together and complete, or not at all."""

from pathlib import Path

import pytest

from engine.errors import OutputError, SceneError
from engine.output.output_names import GEOTIFF
from engine.output.staging import Outputs, disk_errors


def test_results_and_their_sidecars_appear_when_the_job_has_succeeded(tmp_path: Path) -> None:
    with Outputs([], overwrite=False) as outputs:
        staged = outputs.stage(tmp_path / "new" / "map.tif", GEOTIFF)
        staged.write_text("map")
        staged.with_suffix(".qml").write_text("style")
        assert not (tmp_path / "new" / "map.tif").exists()
    assert sorted(path.name for path in (tmp_path / "new").iterdir()) == ["map.qml", "map.tif"]


def test_a_failed_job_leaves_nothing_behind_and_loses_nothing(tmp_path: Path) -> None:
    old = tmp_path / "map.tif"
    old.write_text("yesterday's")
    with pytest.raises(RuntimeError), Outputs([], overwrite=True) as outputs:
        outputs.stage(old, GEOTIFF).write_text("half")
        outputs.folder(tmp_path / "report" / "deep")
        raise RuntimeError
    assert old.read_text() == "yesterday's"
    assert [path.name for path in tmp_path.iterdir()] == ["map.tif"]


def test_an_output_that_is_an_input_is_refused_also_through_a_link(tmp_path: Path) -> None:
    scene = tmp_path / "scene.tif"
    scene.write_text("pixels")
    (tmp_path / "link.tif").symlink_to(scene)
    for name in ("scene.tif", "link.tif", "../" + tmp_path.name + "/scene.tif"):
        with pytest.raises(OutputError, match="is an input"), Outputs([scene], overwrite=True) as outputs:
            outputs.stage(tmp_path / name, GEOTIFF)


def test_an_existing_output_is_kept_unless_overwriting_was_asked_for(tmp_path: Path) -> None:
    (tmp_path / "map.tif").write_text("kept")
    with pytest.raises(OutputError, match="exists already") as caught, Outputs([], overwrite=False) as outputs:
        outputs.stage(tmp_path / "map.tif", GEOTIFF)
    assert "--overwrite" in caught.value.hint


def test_an_unwritable_folder_is_one_clear_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="cannot be written"), Outputs([], overwrite=False) as outputs:
        outputs.stage(tmp_path / "file" / "map.tif", GEOTIFF)
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_scene_that_cannot_be_read_while_something_is_written_is_told_as_that(tmp_path: Path) -> None:
    with pytest.raises(SceneError, match="cut off"), disk_errors(tmp_path):
        raise SceneError("the scene is cut off", "copy it again")


def test_a_folder_of_results_that_holds_something_is_not_mixed_into_unasked(tmp_path: Path) -> None:
    (tmp_path / "report").mkdir()
    (tmp_path / "report" / "notes.txt").write_text("mine")
    with pytest.raises(OutputError, match="not empty"), Outputs([], overwrite=False) as outputs:
        outputs.folder(tmp_path / "report")
