"""What holds numbers of colours or of classes is no scene, whatever its bands are called; as labels it still opens."""

import shlex
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio

from engine.classes.legend import Legend
from engine.errors import SceneError
from engine.gdal.dataset import opened
from engine.output import geotiff
from engine.scene.raster import Scene

Engine = Callable[..., Any]
Write = Callable[..., Path]

NUMBERS = (np.add.outer(np.arange(40), np.arange(50)) // 10 % 8)[None].astype(np.uint8)
PALETTES = {
    "rgb": {number: (255 - number, number, 7, 255) for number in range(256)},
    "gray": {number: (number, number, number, 255) for number in range(256)},
    "rgba": {number: (255 - number, number, 7, 255) for number in range(256)},
}
"""Which kind each needs: the last one is that of a picture whose colour 0 is nodata, and so transparent."""


def painted(path: Path, palette: dict[int, tuple[int, ...]]) -> Path:
    with rasterio.open(path, "r+") as target:
        target.write_colormap(1, palette)
    return path


@pytest.mark.parametrize("how", PALETTES)
@pytest.mark.parametrize("job", ["inspect", "embed"])
def test_a_picture_with_a_palette_is_refused_and_the_hint_expands_it(
    engine: Engine, write_scene: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, job: str, how: str
) -> None:
    monkeypatch.chdir(tmp_path)
    painted(write_scene(NUMBERS, name="a picture.tif", nodata=0 if how == "rgba" else None), PALETTES[how])
    more = ["--out", "f.tif"] if job == "embed" else []
    answer = engine(job, "a picture.tif", "--bands", "1=red", "--units", "uint8", *more)
    (line,) = [line for line in answer.err.splitlines() if "error" in line]
    assert answer.status == 2 and "no measurements" in line and not Path("f.tif").exists()
    command = shlex.split(line.partition("picture: ")[2].partition(";")[0])
    assert command == ["gdal_translate", "-expand", how, "a picture.tif", f"a picture_{how}.tif"]
    if not shutil.which("gdal_translate"):
        pytest.skip("needs gdal_translate, which the hint names")
    subprocess.run([command[0], "-q", *command[1:]], check=True)
    with Scene.open(command[-1]) as scene:
        pixels, valid = scene.read((0, 40), (0, 50), [1])
    shades = np.array([palette[0] for palette in PALETTES[how].values()], np.uint8)
    assert np.array_equal(pixels[0][valid], shades[NUMBERS[0]][valid])
    assert np.array_equal(valid, NUMBERS[0] > 0) if how == "rgba" else valid.all()


def write_category_names(path: Path) -> None:
    names = "".join(f"<Category>{name}</Category>" for name in ("", "water", "forest", "town", "field"))
    path.with_name(f"{path.name}.aux.xml").write_text(
        f'<PAMDataset><PAMRasterBand band="1"><CategoryNames>{names}</CategoryNames></PAMRasterBand></PAMDataset>'
    )


def write_style(path: Path) -> None:
    path.with_suffix(".qml").write_text(
        '<qgis><pipe><rasterrenderer band="1" opacity="1" type="paletted"/></pipe></qgis>'
    )


def tag(**tags: str) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        with rasterio.open(path, "r+") as target:
            target.update_tags(1, **tags)

    return write


@pytest.mark.parametrize(
    ("mark", "word"),
    [
        (write_category_names, "classes (water, forest, town, …)"),
        (tag(CLASS_1="dark", CLASS_2="bright"), "classes (dark, bright)"),
        (tag(flag_values="0, 1", flag_meanings="clear cloud"), "classes (clear, cloud)"),
        (tag(LAYER_TYPE="thematic"), "thematic"),
        (write_style, "styled as classes by scene.qml"),
    ],
    ids=["category names", "ours", "CF flags", "ERDAS", "QGIS style"],
)
def test_a_map_of_classes_is_refused_as_a_scene_and_read_as_labels(
    write_scene: Write, mark: Callable[[Path], None], word: str
) -> None:
    path = write_scene(NUMBERS)
    mark(path)
    with pytest.raises(SceneError) as caught:
        Scene.open(path)
    assert word in caught.value.error and "the image" in caught.value.hint
    with opened(str(path)) as labels:
        assert np.array_equal(labels.read(), NUMBERS)


def test_a_map_that_we_made_is_no_scene(write_scene: Write, tmp_path: Path) -> None:
    window = (0, 40), (0, 50)
    classes = Legend.of(["dark", "bright"])
    with (
        Scene.open(write_scene(NUMBERS)) as scene,
        geotiff.class_map(tmp_path / "map.tif", scene, window, classes, {}) as file,
    ):
        file.write(0, 0, NUMBERS % 3)
    with pytest.raises(SceneError, match=r"classes \(dark, bright\)"):
        Scene.open(tmp_path / "map.tif")


def test_measurements_with_a_style_of_their_own_or_a_palette_in_one_band_stay_a_scene(
    write_scene: Write, tmp_path: Path
) -> None:
    path = write_scene(NUMBERS)
    path.with_suffix(".qml").write_text('<qgis><pipe><rasterrenderer band="1" type="singlebandgray"/></pipe></qgis>')
    tag(LAYER_TYPE="athematic")(path)
    Scene.open(path).close()
    vrt = tmp_path / "two.vrt"
    bands = "".join(
        f'<VRTRasterBand dataType="Byte" band="{band}"><SimpleSource><SourceFilename>{path}</SourceFilename>'
        f"<SourceBand>1</SourceBand></SimpleSource>{table}</VRTRasterBand>"
        for band, table in ((1, ""), (2, '<ColorTable><Entry c1="1" c2="2" c3="3" c4="255"/></ColorTable>'))
    )
    vrt.write_text(f'<VRTDataset rasterXSize="50" rasterYSize="40">{bands}</VRTDataset>')
    Scene.open(vrt).close()


def test_a_palette_without_a_colour_interpretation_is_one(write_scene: Write, tmp_path: Path) -> None:
    vrt = tmp_path / "one.vrt"
    vrt.write_text(
        '<VRTDataset rasterXSize="50" rasterYSize="40"><VRTRasterBand dataType="Byte" band="1"><ColorTable>'
        '<Entry c1="1" c2="2" c3="3" c4="255"/></ColorTable></VRTRasterBand></VRTDataset>'
    )
    with pytest.raises(SceneError, match="palette"):
        Scene.open(vrt)
