"""What a person reads: the pictures have the right bands, colours and sizes, the page says all and escapes it."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import matplotlib.image
import numpy as np
import pytest
import rasterio
from affine import Affine
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.colors import to_hex, to_rgb

from engine import language
from engine.classes.legend import Legend
from engine.classes.palette import colours_of
from engine.errors import OutputError
from engine.fewlabel.place_features import OF_ALL
from engine.output import report
from engine.output.report import composite, confusion, pictures
from engine.scene.interpretation import Reading
from engine.scene.raster import Scene
from engine.scene.statistics import NOTHING
from engine.scene.values.units import Units
from engine.scene.windows import Window
from engine.sensors import Band, MatchedBand, Sensor
from engine.words import Language, say

WHOLE = ((0, 50), (0, 50))
NAMES = ("water", "<script>wood</script>", "town & country")


def bands(*what: float | str) -> tuple[MatchedBand, ...]:
    """Bands 1, 2, … with these wavelengths (nm) or polarisations."""
    return tuple(
        MatchedBand(k, Band(str(w), None, None, w) if isinstance(w, str) else Band(f"{w} nm", w, 30.0), "test")
        for k, w in enumerate(what, 1)
    )


def reading(*what: float | str) -> Reading:
    sensor = Sensor("test", "Test sensor", None, (), None)
    return Reading(sensor, bands(*what), (), Units("db", 1.0, 0.0, False, "test"), NOTHING)


@pytest.fixture
def inputs(write_scene: Callable[..., Path]) -> Callable[..., pictures.PictureInputs]:
    """``inputs((rows, cols), map_window=...)`` -> a scene of that shape, its map and confidence."""

    def make(
        shape: tuple[int, int] = (60, 80), map_window: Window | None = None, **more: Any
    ) -> pictures.PictureInputs:
        rng = np.random.default_rng(0)
        scene = write_scene(rng.integers(1, 3000, (4, *shape)).astype(np.uint16), **more)
        with rasterio.open(scene) as source:
            (row0, row1), (col0, col1) = map_window or ((0, shape[0]), (0, shape[1]))
            transform = source.transform @ Affine.translation(col0, row0)
        classes = rng.integers(0, 4, (1, row1 - row0, col1 - col0)).astype(np.uint8)
        trust = np.where(classes > 0, rng.random(classes.shape), np.nan).astype(np.float32)
        rows, cols = rng.integers(0, shape[0], 40), rng.integers(0, shape[1], 40)
        return pictures.PictureInputs(
            scene=Scene.open(scene),
            reading=reading(490.0, 560.0, 660.0, 840.0),
            map=write_scene(classes, name="map.tif", nodata=0, **more | {"transform": transform}),
            confidence=write_scene(trust, name="trust.tif", nodata=np.nan, **more | {"transform": transform}),
            rows_N=rows, cols_N=cols, labels_N=rng.integers(0, 3, 40), legend=Legend.of(NAMES),
        )  # fmt: skip

    return make


def facts(**more: Any) -> dict[str, Any]:
    classes = [
        {"name": name, "value": k + 1, "colour": colours_of(NAMES)[k], "pixels_labelled": 20, "geometries": 3,
         "held_out_labels": 2, "precision": 0.5, "recall": None, "f1": float("nan"),
         "area_ha": np.float64(1234.5), "share": 0.25}
        for k, name in enumerate(NAMES)
    ]  # fmt: skip
    return {
        "scene": "/data/my <scene>.tif", "created": "2026-01-01T00:00:00Z",
        "score": say("macro-F1 0.81, 2 of 3 classes checked"),
        "coverage": {"classes": 2 / 3, "area": 0.9, "least": 0.75}, "folds": 5, "classes": classes,
        "confusion": np.diag([5, 6, 0]), "trust": {"spectra": 0.75},
        "strength": 1.0, "warnings": ["few <labels>"],
        "model": {"name": "ofa-untrained", "sha256": None, "trained": False},
        "units": "dn", "sensor": "Test sensor", "bands": ["B02", "B03"], "seconds": {"map": 1.5},
        "request": {"labels": "a&b.gpkg"}, **more,
    }  # fmt: skip


# --- report ----------------------------------------------------------------------------------------------------


def test_a_report_is_two_pictures_a_page_and_the_facts(tmp_path: Path, inputs: Any) -> None:
    paths = report.write(tmp_path / "new" / "report", facts(), inputs())
    assert set(paths) == {"picture", "confusion", "json", "html"}
    assert all(Path(path).stat().st_size > 500 for path in paths.values())
    told = json.loads(Path(paths["json"]).read_text(encoding="utf-8"))
    assert told["classes"][0]["f1"] is None and told["classes"][0]["area_ha"] == 1234.5
    assert told["confusion"] == [[5, 0, 0], [0, 6, 0], [0, 0, 0]]


def test_the_page_says_all_and_escapes_every_text(tmp_path: Path, inputs: Any) -> None:
    page = Path(report.write(tmp_path, facts(), inputs())["html"]).read_text(encoding="utf-8")
    texts = [
        "Macro-F1 0.81, 2 of 3 classes checked",
        "at least 75%",
        "as far from the others as the mapped pixels are from the labels",
        "ofa-untrained (untrained model)",
        "1,234.50",
        "25.0%",
    ]
    texts += ["few &lt;labels&gt;", "my &lt;scene&gt;.tif", "town &amp; country", "a&amp;b.gpkg", "spectra"]
    for text in texts:
        assert text in page
    assert "<script>" not in page and "<scene>" not in page
    assert "src='picture.png'" in page and "src='confusion.png'" in page


def test_a_trained_model_is_not_called_untrained(tmp_path: Path, inputs: Any) -> None:
    model = {"name": "ofa-base", "sha256": "abc", "trained": True}
    page = Path(report.write(tmp_path, facts(model=model), inputs())["html"]).read_text(encoding="utf-8")
    assert "ofa-base" in page and "untrained" not in page


def test_a_report_of_nothing_but_none_is_still_a_page(tmp_path: Path, inputs: Any) -> None:
    empty = dict.fromkeys(facts())
    paths = report.write(tmp_path, empty, inputs())
    assert "confusion" not in paths
    assert "Not checked" in Path(paths["html"]).read_text(encoding="utf-8")


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path, inputs: Any) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(OutputError, match="could not be written"):
        report.write(tmp_path / "file", facts(), inputs())


GERMAN = {
    "Classes": "Klassen", "Warnings": "Warnungen", "Held-out labels": "Ausgelassene Labels", "precision": "Präzision",
    "Confusion matrix": "Konfusionsmatrix", "spectra": "Spektren", "{count} labels": "{count} Labels",
    "Rows: truth. Columns: map.": "Zeilen: Wahrheit. Spalten: Karte.", "Class map": "Klassenkarte",
    "all dates: {features}": "alle Daten: {features}", "source {number}: {sensor}": "Quelle {number}: {sensor}",
    "{name} (untrained model)": "{name} (untrainiertes Modell)", "confidence": "Konfidenz", "yes": "ja", "no": "nein",
}  # fmt: skip


@pytest.fixture
def in_german() -> Iterator[None]:
    """The reader's language is German, as far as these words go."""
    token = language.LANGUAGE.set(Language("de", lambda text: GERMAN.get(text, text), ",", "."))
    yield
    language.LANGUAGE.reset(token)


def test_page_and_numbers_are_in_the_readers_language(tmp_path: Path, inputs: Any, in_german: None) -> None:
    trust = {"spectra": 0.5, OF_ALL + "spectra": 0.25, "2: sentinel-1": 0.25}
    given = facts(warnings=[say("{count} labels", count=1234.5)], seconds={"map": 1234.5}, trust=trust)
    paths = report.write(tmp_path, given, inputs())
    page = Path(paths["html"]).read_text(encoding="utf-8")
    for text in ("<html lang='de'>", ">Klassen<", ">Warnungen<", ">Ausgelassene Labels<", ">Spektren<", ">nein<",
                 ">alle Daten: Spektren<", ">Quelle 2: Sentinel-1 C-band radar<",
                 "<li>1234,5 Labels.</li>", "1.234,50", "25,0\u00a0%", "(untrainiertes Modell)"):  # fmt: skip
        assert text in page
    (warning,) = json.loads(Path(paths["json"]).read_text(encoding="utf-8"))["warnings"]
    assert warning == {"text": "1234.5 labels", "template": "{count} labels", "values": {"count": 1234.5}}


def test_the_confusion_matrix_is_in_the_readers_language(in_german: None) -> None:
    figure = confusion.figure_of(np.array([[1234567, 0], [1, 3]]), ("a", "b"), "caption")
    (axes,) = figure.axes
    said = {text.get_text() for text in (*figure.texts, *axes.texts)}
    assert {"Konfusionsmatrix", "Zeilen: Wahrheit. Spalten: Karte.", "Präzision", "1,2M", "75\u00a0%"} <= said


def test_the_picture_is_in_the_readers_language(
    tmp_path: Path, inputs: Any, in_german: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    titles: list[str] = []
    original = pictures.Axes.set_title
    monkeypatch.setattr(
        pictures.Axes, "set_title", lambda self, text, **k: titles.append(text) or original(self, text, **k)
    )
    pictures.draw_picture(inputs(), "scene", "facts", tmp_path / "p.png")
    assert "Klassenkarte" in titles


# --- picture ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("shape", [(60, 80), (200, 40), (30, 100), (20, 200), (1, 1), (1, 300), (300, 1)])
def test_a_picture_of_any_shape_is_of_a_size_to_read(tmp_path: Path, inputs: Any, shape: tuple[int, int]) -> None:
    pictures.draw_picture(inputs(shape), "scene", "facts", tmp_path / "p.png")
    height, width = matplotlib.image.imread(tmp_path / "p.png").shape[:2]
    assert 1200 <= width <= 2400 and 300 <= height <= 3200


def test_a_picture_shows_only_what_the_map_covers(tmp_path: Path, inputs: Any) -> None:
    given = inputs((60, 80), ((10, 50), (20, 50)))
    view = pictures._View.of(given.scene, given.map)
    assert (view.window, view.shape) == (((10, 50), (20, 50)), (40, 30))
    assert view.aspect == pytest.approx(30 / 40)
    pictures.draw_picture(given, "scene", "facts", tmp_path / "p.png")


def test_map_and_labels_have_the_same_colours(inputs: Any) -> None:
    given = inputs()
    view = pictures._View.of(given.scene, given.map)
    colours_HW4 = pictures._class_colours(given, view)
    with rasterio.open(given.map) as source:
        classes_HW = source.read(1)
    assert colours_HW4[classes_HW == 2][0][:3] == pytest.approx(to_rgb(colours_of(NAMES)[1]))
    assert (colours_HW4[classes_HW == 0][:, 3] == 0).all()


@pytest.mark.filterwarnings("ignore::rasterio.errors.NotGeoreferencedWarning")
@pytest.mark.parametrize(
    ("grid", "pixel_m", "upside_down"),
    [
        ({}, (10.0, 10.0), False),
        ({"transform": Affine(10, 0, 5e5, 0, 10, 5e6)}, (10.0, 10.0), True),
        ({"crs": 4326, "transform": Affine(1e-4, 0, 13, 0, -1e-4, 60)}, (11.141, 5.580), False),
        ({"crs": None, "transform": Affine.identity()}, None, False),
    ],
)
def test_pixels_are_drawn_as_they_lie_on_the_ground(inputs: Any, grid: Any, pixel_m: Any, upside_down: bool) -> None:
    given = inputs((60, 80), **grid)
    view = pictures._View.of(given.scene, given.map)
    assert view.upside_down == upside_down
    assert view.pixel_m == (pixel_m and pytest.approx(pixel_m, rel=1e-3))


@given(length_m=st.floats(0.01, 1e7))
def test_a_scale_bar_is_round_and_fits(length_m: float) -> None:
    bar = pictures.round_length(length_m)
    assert length_m / 2.5 * 0.999 <= bar <= length_m * 1.001
    assert float(f"{bar:e}"[0]) in (1, 2, 5)


# --- bands -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("what", "chosen", "title"),
    [
        ((443.0, 490.0, 560.0, 665.0, 842.0), (4, 3, 2), "Natural colour"),
        ((842.0, 665.0, 560.0), (1, 2, 3), "False colour: near infrared, red, green"),
        (("VH", "VV"), (2, 1), "Radar: VV, VH, VV−VH"),
        ((1600.0, 2200.0, 1000.0), (3, 2, 1), "Bands 1000.0 nm, 2200.0 nm, 1600.0 nm"),
        (("VV",), (1,), "Band VV"),
    ],
)
def test_the_bands_of_the_picture_follow_their_wavelengths(what: Any, chosen: tuple[int, ...], title: str) -> None:
    look = composite.choose(bands(*what))
    assert (look.bands, look.title) == (chosen, title)


def test_the_picture_is_stretched_per_band_and_clear_where_there_is_no_data(write_scene: Any) -> None:
    pixels = np.random.default_rng(0).uniform(0.1, 0.3, (3, 50, 50)).astype(np.float32)
    pixels[1] *= 10
    pixels[2] = 7
    pixels[0, :5] = np.nan
    path = write_scene(pixels)
    shown = composite.render(
        Scene.open(path), reading(490.0, 560.0, 660.0), composite.Composite((1, 2, 3), ""), WHOLE, (50, 50)
    )
    assert (shown[:5, :, 3] == 0).all() and (shown[5:, :, 3] == 1).all()
    assert shown[5:, :, 0].min() == 0 and shown[5:, :, 1].max() == 1
    assert (shown[5:, :, 2] == 0.5).all()  # a constant band


def test_a_radar_picture_adds_the_ratio(write_scene: Any) -> None:
    path = write_scene(np.random.default_rng(0).normal(-12, 3, (2, 40, 40)).astype(np.float32))
    radar = reading("VV", "VH")
    shown = composite.render(Scene.open(path), radar, composite.choose(radar.bands), ((0, 40), (0, 40)), (40, 40))
    assert shown.shape == (40, 40, 4)
    assert np.corrcoef(shown[..., 2].ravel(), (shown[..., 0] - shown[..., 1]).ravel())[0, 1] > 0.9


def test_a_large_scene_is_read_coarsely(write_scene: Any) -> None:
    path = write_scene(np.ones((1, 3000, 1500), np.uint8), name="large.tif")
    assert pictures._View.of(Scene.open(path), path).shape == (1200, 600)


# --- confusion matrix ------------------------------------------------------------------------------------------


def texts(counts: Any, names: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[Any, str]:
    """What the figure says where, by (column, row)."""
    said: dict[Any, str] = {}
    original = confusion.Axes.text
    monkeypatch.setattr(
        confusion.Axes, "text", lambda self, x, y, s, **k: said.update({(x, y): s}) or original(self, x, y, s, **k)
    )
    confusion.draw_confusion(np.array(counts), names, "", tmp_path / "c.png")
    return said


def test_rows_are_the_truth_and_columns_the_map(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said = texts([[8, 2], [1, 1]], ("a", "b"), tmp_path, monkeypatch)
    assert said[1, 0] == "2" and said[0, 1] == "1"  # truth a, mapped as b: 2
    recall = [text for (x, y), text in said.items() if x > 2 and y in (0, 1)]
    precision = [text for (x, y), text in said.items() if y > 1.5 and x in (0, 1)]
    assert recall == ["80%", "50%"]
    assert precision == ["89%", "33%"]


def test_a_matrix_of_thirty_classes_and_of_empty_ones_is_drawn(tmp_path: Path) -> None:
    confusion.draw_confusion(np.zeros((30, 30), int), [f"class {k}" for k in range(30)], "none", tmp_path / "c.png")
    assert min(matplotlib.image.imread(tmp_path / "c.png").shape[:2]) > 2000


@pytest.mark.parametrize("classes", [1, 2, 5, 12, 13, 30])
@pytest.mark.parametrize("most", [9, 300, 123_456_789])
def test_nothing_overlaps_or_leaves_the_figure_and_letters_keep_a_size_to_read(classes: int, most: int) -> None:
    names = [f"non-irrigated arable land of kind {k}" if k % 2 else f"sea {k}" for k in range(classes)]
    counts = np.random.default_rng(0).integers(0, most, (classes, classes))
    figure = confusion.figure_of(counts, names, "macro-F1 0.81, overall accuracy 0.83, 3 of 4 classes checked. " * 2)
    figure.canvas.draw()
    (axes,) = figure.axes
    columns = axes.get_xticklabels()
    said = [text for text in (*axes.texts, *axes.get_yticklabels(), *figure.texts) if text.get_text()]
    boxes = [text.get_window_extent() for text in said]
    for number, box in enumerate(boxes):
        assert not any(box.overlaps(other) for other in boxes[:number]), said[number].get_text()
    for box in (*boxes, *(text.get_window_extent() for text in columns)):
        assert figure.bbox.containsx(box.x0) and figure.bbox.containsx(box.x1)
        assert figure.bbox.containsy(box.y0) and figure.bbox.containsy(box.y1)
    width_in, _ = figure.get_size_inches()
    smallest = min(text.get_size() for text in (*said, *columns))
    assert smallest / 72 / width_in * 1150 >= 8, "pixels high where a page of 1150 pixels shows the picture"
    across = axes.bbox.width / classes / figure.dpi * 72 / 2**0.5
    assert classes == 1 or across > smallest * 1.2, "names at 45 degrees lie a line apart"


def test_a_class_that_could_not_be_checked_has_no_numbers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said = texts([[8, 2], [0, 0]], ("a", "b"), tmp_path, monkeypatch)
    assert list(said.values()).count("–") == 2
    assert (0, 1) not in said and (1, 1) not in said


def test_names_that_differ_at_their_end_differ_in_the_picture() -> None:
    names = [f"land principally occupied by agriculture, part {k}" for k in (1, 2)]
    assert len({pictures.shortened(name, 22) for name in names}) == 2
    assert all(len(pictures.shortened(name, 22)) == 22 for name in names)


def test_every_picture_of_a_confidence_has_the_same_colours_as_the_layer_in_qgis() -> None:
    layer = (Path(__file__).parents[3] / "ofa_qgis" / "layers" / "results.py").read_text(encoding="utf-8")
    for share in (0.0, 0.25, 0.5, 0.75, 1.0):
        colour = to_hex(matplotlib.colormaps[pictures.CONFIDENCE_COLOURS](share))
        assert f'({share}, "{colour}")' in layer
