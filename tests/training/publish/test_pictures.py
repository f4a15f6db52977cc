"""The pictures of a run show what they say: every sensor's curve, hidden patches grey, rebuilt ones as rebuilt."""

import dataclasses
from collections.abc import Callable
from pathlib import Path
from typing import Any

import matplotlib.image
import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.colors import to_rgb

from engine.errors import OutputError
from engine.scene.interpretation import read_scene
from engine.scene.raster import Scene
from engine.sensors import CATALOGUE, Band
from training.data.catalogue_entry import MODALITIES
from training.pictures import Reconstruction, loss_curves, reconstructions, similarity
from training.pictures.curves import LINES, spread
from training.pictures.reconstructions import HIDDEN, views

NAN = float("nan")
SIDE, PATCH = 32, 8


def line(step: int, **more: Any) -> dict[str, Any]:
    losses = {name: 1 / (k + 1) + 1 / (step + 1) for k, name in enumerate(MODALITIES)}
    return {"step": step, "loss": 1.0, "losses": losses, "lr": 1e-3, "images_per_s": 900.0, **more}


def colours(path: Path) -> set[tuple[int, ...]]:
    pixels_N3 = (matplotlib.image.imread(path)[..., :3] * 255).round().astype(np.int64).reshape(-1, 3)
    return {(n >> 16, n >> 8 & 255, n & 255) for n in np.unique(pixels_N3 @ (1 << 16, 1 << 8, 1)).tolist()}


def rgb(colour: str) -> tuple[int, ...]:
    return tuple(round(255 * c) for c in to_rgb(colour))


def test_every_sensor_has_a_curve_of_its_own_colour(tmp_path: Path) -> None:
    loss_curves([line(step) for step in range(1, 200)], tmp_path / "curves.png")
    assert colours(tmp_path / "curves.png").issuperset(map(rgb, LINES[: len(MODALITIES)]))


def test_a_sensor_keeps_its_colour_where_others_are_missing(tmp_path: Path) -> None:
    loss_curves([line(step, losses={"EnMAP": 1 / step}) for step in range(1, 50)], tmp_path / "curves.png")
    found = colours(tmp_path / "curves.png")
    assert {rgb(colour) for colour in LINES[: len(MODALITIES)]} & found == {rgb(LINES[MODALITIES.index("EnMAP")])}


@pytest.mark.parametrize(
    "log",
    [
        [],
        [line(1)],
        [line(0, losses={})],
        [line(1), line(2)],
        [line(1, loss=None, losses={"S1": None, "S2": 0.5}, lr=None, images_per_s=None)],
        [line(1, losses={"S1": NAN}), line(2, losses={"S1": float("inf")}, images_per_s=NAN), line(3, losses=None)],
        [line(step, losses={"S1": 0.5}, lr=0.0, images_per_s=0.0) for step in range(1, 9)],
        [{"step": 5}, {"step": 6, "loss": 0.3}],
        [line(step, losses={f"sensor {k}": k for k in range(40)}) for step in (1, 2)],
    ],
)
def test_a_short_or_broken_log_is_drawn_as_far_as_it_goes(tmp_path: Path, log: list[dict[str, Any]]) -> None:
    loss_curves(log, tmp_path / "curves.png")
    assert len(colours(tmp_path / "curves.png")) > 5


def test_one_wild_step_does_not_press_the_curves_into_a_corner(tmp_path: Path) -> None:
    log = [line(step, losses={"S2": 0.5 + 0.5 / step}) for step in range(1, 500)]
    loss_curves(log, tmp_path / "calm.png")
    log[250]["losses"] = {"S2": 1e6}
    loss_curves(log, tmp_path / "wild.png")
    calm, wild = (_rows_of(tmp_path / name, LINES[MODALITIES.index("S2")]) for name in ("calm.png", "wild.png"))
    assert wild > 0.5 * calm


def _rows_of(path: Path, colour: str) -> int:
    """Height in pixels of what is drawn in this colour."""
    pixels_HW3 = (matplotlib.image.imread(path)[..., :3] * 255).round().astype(int)
    rows = np.flatnonzero((pixels_HW3 == rgb(colour)).all(-1).any(1))
    return int(rows.max() - rows.min())


@given(st.lists(st.floats(-0.5, 1.5), min_size=1, max_size=10))
def test_labels_stay_in_order_apart_and_near(wanted: list[float]) -> None:
    places = spread(sorted(wanted), 0.1)
    assert (np.diff(places) >= 0.1 - 1e-9).all()
    assert -1e-9 <= places[0] <= places[-1] <= 1 + 1e-9
    if len(wanted) == 1:
        assert places[0] == np.clip(wanted[0], 0, 1)


def panel(*what: float | str) -> Reconstruction:
    """A chip of noise in bands with these wavelengths (nm) or polarisations; rebuilt as zeros."""
    bands = tuple(Band(str(w), None, None, w) if isinstance(w, str) else Band(f"{w} nm", w, 30.0) for w in what)
    rng = np.random.default_rng(0)
    chip = rng.standard_normal((len(bands), SIDE, SIDE)).astype(np.float32)
    mask = np.kron(rng.random((SIDE // PATCH, SIDE // PATCH)) < 0.6, np.ones((PATCH, PATCH), bool))
    return Reconstruction("a scene", bands, chip, mask, np.zeros_like(chip))


OPTICAL = (442.0, 490.0, 560.0, 665.0, 842.0)
HYPERSPECTRAL = tuple(band.wavelength_nm or 0.0 for band in CATALOGUE["enmap"].bands)


@pytest.mark.parametrize(
    ("what", "title"),
    [
        (OPTICAL, "Natural colour"),
        (HYPERSPECTRAL, "Natural colour"),
        ((560.0, 665.0, 842.0), "False colour: near infrared, red, green"),
        (("VH", "VV"), "Radar: VV, VH, VV−VH"),
        (("VV",), "Band VV"),
        ((665.0,), "Band 665.0 nm"),
    ],
)
def test_hidden_patches_are_grey_exactly_where_masked(what: tuple[float | str, ...], title: str) -> None:
    one = panel(*what)
    name, scene, seen, rebuilt = views(one)
    hidden = np.asarray(one.masked_HW)
    assert name == title
    assert ((seen == HIDDEN).all(-1) == hidden).all()
    assert (seen[~hidden] == scene[~hidden]).all()
    assert (rebuilt[~hidden] == scene[~hidden]).all()
    assert not (rebuilt[hidden] == scene[hidden]).all(-1).any()
    assert all(image.min() >= 0 and image.max() <= 1 for image in (scene, seen, rebuilt))


def test_the_colours_of_an_optical_chip_are_red_green_and_blue() -> None:
    chip = np.zeros((5, SIDE, SIDE), np.float32)
    chip[3, :, : SIDE // 2] = 1.0  # 665 nm
    _, scene, *_ = views(_with(panel(*OPTICAL), input_CHW=chip))
    assert (scene[:, : SIDE // 2, 0] == 1).all()
    assert (scene[:, SIDE // 2 :, 0] == 0).all()
    assert np.ptp(scene[..., 1:]) == 0  # constant bands are mid grey


def _with(one: Reconstruction, **more: Any) -> Reconstruction:
    return dataclasses.replace(one, **more)


def test_a_perfect_answer_looks_like_the_scene_and_a_pale_one_does_not() -> None:
    one = panel(*OPTICAL)
    _, scene, _, perfect = views(_with(one, rebuilt_CHW=one.input_CHW))
    _, _, _, pale = views(_with(one, rebuilt_CHW=0.2 * np.asarray(one.input_CHW)))
    assert (perfect == scene).all()
    assert pale[np.asarray(one.masked_HW)].std() < 0.5 * scene.std()


def test_the_third_colour_of_radar_is_the_difference_of_the_polarisations() -> None:
    one = panel("VV", "VH")
    chip = np.asarray(one.input_CHW).copy()
    chip[1] = chip[0]
    _, scene, *_ = views(_with(one, input_CHW=chip))
    assert np.ptp(scene[..., 2]) == 0
    assert (scene[..., 0] == scene[..., 1]).all()


def test_pixels_without_data_are_light_and_do_not_bend_the_stretch() -> None:
    one = panel(*OPTICAL)
    valid = np.ones((SIDE, SIDE), bool)
    valid[:10] = False
    chip = np.where(valid, one.input_CHW, 1e6)
    _, scene, *_ = views(_with(one, input_CHW=chip, valid_HW=valid))
    assert (scene[:10] == scene[0, 0]).all()
    assert scene[10:].std() > 0.2


@pytest.mark.parametrize("values", [NAN, 0.0])
def test_a_chip_of_nothing_is_drawn_all_the_same(values: float, tmp_path: Path) -> None:
    chip = np.full((5, SIDE, SIDE), values, np.float32)
    nothing = np.zeros((SIDE, SIDE), bool)
    reconstructions([_with(panel(*OPTICAL), input_CHW=chip, valid_HW=nothing)], tmp_path / "rebuilt.png")


@pytest.mark.parametrize("count", [1, 2, 3, 6])
def test_each_panel_has_its_row_of_pictures(count: int, tmp_path: Path) -> None:
    panels = [panel(*OPTICAL), panel("VV", "VH"), panel(*HYPERSPECTRAL), panel(665.0), panel("HH"), panel("HH", "HV")]
    panels = [
        _with(one, input_CHW=torch.from_numpy(one.input_CHW), masked_HW=torch.from_numpy(one.masked_HW))
        for one in panels
    ]
    reconstructions(panels[:count], tmp_path / "rebuilt.png")
    height, width, _ = matplotlib.image.imread(tmp_path / "rebuilt.png").shape
    assert width == 1500
    assert height > 250 * -(-count // 2)
    assert tuple(round(255 * c) for c in HIDDEN) in colours(tmp_path / "rebuilt.png")


def test_a_real_scene_is_recognised_in_its_colours(shared: Path, tmp_path: Path) -> None:
    with Scene.open(shared / "naip" / "naip_va_1m.tif") as scene:
        reading = read_scene(scene)
        pixels_CHW, valid_HW = scene.read((100, 228), (100, 228), reading.indices)
    assert reading.units is not None
    model_CHW = reading.units.to_model(torch.from_numpy(pixels_CHW)).numpy()
    chip_CHW = (model_CHW - reading.mean_C[:, None, None]) / reading.std_C[:, None, None]
    hidden_HW = np.kron(np.eye(8), np.ones((16, 16))) > 0
    one = Reconstruction("NAIP", tuple(b.band for b in reading.bands), chip_CHW, hidden_HW, 0 * chip_CHW, valid_HW)
    title, image, *_ = views(one)
    assert title == "Natural colour"
    for k in range(3):  # the file's bands are red, green, blue
        assert np.corrcoef(image[..., k].ravel(), pixels_CHW[k].ravel())[0, 1] > 0.95
    reconstructions([one], tmp_path / "rebuilt.png")
    assert len(colours(tmp_path / "rebuilt.png")) > 1000


def test_clicks_are_marked_in_the_scene_and_each_in_its_own_map(tmp_path: Path) -> None:
    scene = np.full((60, 90, 3), 0.5)
    maps = torch.linspace(-1, 1, 3 * 6 * 9).reshape(3, 6, 9)
    similarity(scene, maps, torch.tensor([[20, 30], [30, 45], [40, 60]]), tmp_path / "alike.png", ["a", "b", "c"])
    pixels = matplotlib.image.imread(tmp_path / "alike.png")[80:270, :, :3]  # the middle of the pictures
    first, *others = (int((pixels[:, k * 364 + 40 : k * 364 + 370] == 1).all(-1).sum()) for k in range(4))
    assert first > 2 * max(others)
    assert 0 < min(others) == max(others)


@pytest.mark.parametrize(("count", "value"), [(1, 1.0), (4, 0.3), (7, -1.0)])
def test_flat_maps_and_any_number_of_clicks_are_drawn(count: int, value: float, tmp_path: Path) -> None:
    similarity(np.zeros((40, 40, 3)), np.full((count, 5, 5), value), np.zeros((count, 2)), tmp_path / "alike.png")
    assert len(colours(tmp_path / "alike.png")) > 5


def draw_curves(path: Path) -> None:
    loss_curves([line(1)], path)


def draw_panels(path: Path) -> None:
    reconstructions([panel(*OPTICAL)], path)


def draw_maps(path: Path) -> None:
    similarity(np.zeros((4, 4, 3)), np.zeros((1, 4, 4)), np.zeros((1, 2)), path)


@pytest.mark.parametrize("draw", [draw_curves, draw_panels, draw_maps])
def test_a_picture_is_there_when_complete_or_not_at_all(
    draw: Callable[[Path], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "new" / "picture.png"
    draw(path)
    before = path.read_bytes()
    draw(path)  # again, over itself, and alike to the byte
    assert path.read_bytes() == before

    def broken(figure: Any, path: Path, **_: Any) -> None:
        path.write_bytes(b"half a picture")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("matplotlib.figure.Figure.savefig", broken)
    with pytest.raises(OutputError, match="No space left"):
        draw(path)
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]
