"""Galileo in our backbone: the answers of its authors' implementation, and what is made of scenes it half knows."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import rasterio
import torch

from benchmarks.galileo_parity import BANDS, CASES, SCENES, answers, chips_of, expected, model_of
from engine.errors import ModelError
from engine.model import model_folder
from engine.model.config import ModelConfig
from engine.model.galileo import GROUPS, OPTICAL, _planes, dense_of, groups_of, standardised
from engine.model.ofa import OFA
from engine.model.tokens import SensorBatch
from engine.published.catalogue import PUBLISHED
from engine.published.pull import digest
from engine.sensors import CATALOGUE
from engine.sensors.statistics import GALILEO, fixed_statistics

CLOSE = 1e-4  # largest difference that rounding may make, of features near 1
S1, S2 = GROUPS["S1"], OPTICAL
SMALL = ModelConfig(
    embedding="galileo",
    width=32,
    depth=2,
    heads=2,
    patch_px=8,
    taps=(1, 2),
    pooling="norm_mean",
    tile_px=64,
    statistics="galileo",
)


@pytest.fixture(scope="module")
def folder(shared) -> Path:
    """Of the published files."""
    found = shared.parent / "weights" / "galileo-nano"
    if not found.is_dir():
        pytest.skip("needs Galileo's published weights in shared/weights/galileo-nano beside the project")
    return found


@pytest.fixture(scope="module")
def nano(folder):
    return model_of(folder)


@pytest.fixture(scope="module")
def reference(folder):
    return np.load(folder / "reference.npz")


@pytest.fixture(scope="module")
def chips(shared):
    """The scene of the reference answers, in model units."""
    return chips_of(shared.parent)


# ------------------------------------------------------------------------------------------------- the same answers


def test_the_file_is_the_pinned_one(folder):
    published = PUBLISHED["galileo-nano"]
    assert digest(folder / published.file_name) == published.sha256
    assert (folder / published.file_name).stat().st_size == published.size_bytes


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.key)
def test_tokens_are_those_of_the_authors(nano, reference, chips, case):
    found, groups = answers(nano, chips, case)
    theirs = expected(reference, case, groups)
    assert theirs.abs().max() > 0.5, "a comparison of zeros proves nothing"
    assert (found - theirs).abs().max() < CLOSE


def test_a_weight_that_is_a_thousandth_off_is_noticed(folder, reference, chips):
    model = model_of(folder)
    model.encoder.blocks[0].mlp.fc1.weight.mul_(1.001)
    found, groups = answers(model, chips, CASES[0])
    assert (found - expected(reference, CASES[0], groups)).abs().max() > CLOSE


def test_dense_features_for_others_are_the_mean_of_the_groups_after_the_last_norm(nano, reference, chips):
    shown = [replace(chips[sensor], months=(8,)) for sensor in SCENES]
    found = dense_of(nano, shown, 4)
    theirs = torch.from_numpy(reference["tokens_s1s2_p4_m7"]).mean(2)
    assert found.shape == (1, 12, 12, 128)
    assert (found[0] - theirs).abs().max() < CLOSE


def test_statistics_are_those_of_the_publication(folder):
    stated = json.loads((folder / "normalization.json").read_text())["13"]
    names = [*GROUPS["S1"], *S2, "NDVI"]
    for name, mean, std in zip(names[:-1], stated["mean"][:-1], stated["std"][:-1], strict=True):
        scale = 1 if name in S1 else 1e-4
        assert GALILEO[name] == pytest.approx((mean * scale, std * scale))


# -------------------------------------------------------------------------------------------- what of a scene it reads


def small(seed=0):
    return OFA(SMALL, seed).eval().requires_grad_(False)


def noise(names, side_px=32, places=1):
    generator = torch.Generator().manual_seed(2)
    return SensorBatch(torch.randn(places, len(names), side_px, side_px, generator=generator), bands_of(names), 10.0)


def bands_of(names):
    return tuple(BANDS[name] for name in names)


@pytest.mark.parametrize(
    ("names", "groups"),
    [
        (S1, ["S1"]),
        (("VH",), ["S1"]),
        (("B02", "B03", "B04"), ["S2_RGB"]),
        (("B04", "B08"), ["S2_RGB", "S2_NIR_10m", "NDVI"]),
        (("B8A", "B12", "B01"), ["S2_NIR_20m", "S2_SWIR"]),
        ((*S1, *S2), list(GROUPS)),
    ],
)
def test_a_group_takes_part_where_one_of_its_bands_is_there(names, groups):
    assert list(groups_of(bands_of(names))) == groups
    assert small().embed([noise(names)]).shape == (1, len(groups) * 16, SMALL.width)


def test_bands_that_are_not_known_change_nothing_and_are_named():
    model, chip = small(), noise(("B01", "B04", "B09", "B08", "B10"))
    fewer = replace(chip, x_BCHW=chip.x_BCHW[:, [1, 3]], bands=bands_of(("B04", "B08")))
    assert torch.equal(model.dense([chip]), model.dense([fewer]))
    assert model.unread(chip.bands) == ("B01", "B09", "B10")
    assert model.unread(fewer.bands) == ()


def test_the_order_of_the_bands_does_not_matter():
    model, chip = small(), noise(S2)
    turned = replace(chip, x_BCHW=chip.x_BCHW.flip(1), bands=chip.bands[::-1])
    assert torch.equal(model.dense([chip]), model.dense([turned]))


def test_a_missing_band_of_a_group_counts_as_its_mean():
    model, chip = small(), noise(("B02", "B03", "B04"))
    chip.x_BCHW[:, 1] = 0
    fewer = replace(chip, x_BCHW=chip.x_BCHW[:, [0, 2]], bands=bands_of(("B02", "B04")))
    assert torch.equal(model.dense([chip]), model.dense([fewer]))


def test_invalid_pixels_count_as_the_mean_and_leave_no_nan():
    chip = noise(S2)
    chip.x_BCHW[0, :, :4] = torch.nan
    assert standardised(chip).x_BCHW[0, :, :4].eq(0).all()
    assert dense_of(small(), [chip]).isfinite().all()


def test_the_model_asks_for_the_published_statistics_where_numbers_are_what_was_published():
    def asked(names, quantity):
        return fixed_statistics(SMALL.statistics, "sentinel-2", bands_of(names), quantity)

    mean_C, std_C = asked(("B01", "B04", "B08"), "reflectance")
    assert mean_C.tolist() == pytest.approx([0, 0.1343, 0.2410], abs=1e-4)
    assert std_C.tolist() == pytest.approx([1, 0.1093, 0.1099], abs=1e-4)
    assert asked(S1, "decibels")[0].tolist() == pytest.approx([-11.729, -18.856], abs=1e-3)
    for names, quantity in (
        (S2, "8 bit as 0 to 1"),
        (S2, "counts"),
        (S1, "uncalibrated decibels"),
        (S1, "reflectance"),
    ):
        assert asked(names, quantity) is None


@pytest.mark.parametrize(
    ("fields", "known"), [({"statistics": "scene"}, "galileo"), ({"embedding": "spectral"}, "scene, sensor")]
)
def test_no_other_statistics_go_with_the_embedding_that_reads_reflectance_out_of_z_scores(fields, known):
    with pytest.raises(ModelError, match=f"statistics of a model must be one of {known}; found"):
        replace(SMALL, **fields)


def test_ndvi_is_that_of_the_reflectance():
    stored = {"B08": 0.4, "B04": 0.1}
    chip = SensorBatch(
        torch.tensor(list(stored.values()))[None, :, None, None].expand(1, 2, 8, 8), bands_of(stored), 10.0
    )
    assert _planes(standardised(chip))["NDVI"].numpy() == pytest.approx((0.4 - 0.1) / (0.4 + 0.1), abs=1e-5)
    black = replace(chip, x_BCHW=torch.zeros(1, 2, 8, 8))
    assert _planes(standardised(black))["NDVI"].eq(0).all(), "nothing is told of no light"
    assert _planes(replace(chip, x_BCHW=100 * torch.randn(1, 2, 8, 8)))["NDVI"].abs().max() <= 1


@pytest.mark.parametrize("sensor", ["naip", "landsat-8", "enmap"])
def test_a_sensor_that_it_does_not_know_is_refused_in_a_line(sensor):
    bands = CATALOGUE[sensor].bands[:4]
    with pytest.raises(
        ModelError, match=r"reads VV, VH of Sentinel-1 and B02.* of Sentinel-2; the scene has"
    ) as caught:
        small().dense([SensorBatch(torch.zeros(1, 4, 32, 32), bands, 10.0)])
    assert "--sensor sentinel-1 or sentinel-2" in caught.value.hint and "\n" not in str(caught.value)


def test_month_and_place_tell_tokens_apart_and_an_unknown_month_is_june():
    model, chip = small(), noise(S2)
    at = {month: model.last([replace(chip, months=(month,))]) for month in (0, 1, 6, 12)}
    assert torch.equal(model.last([chip]), at[6]) and torch.equal(at[0], at[6])
    assert (at[1] - at[6]).abs().max() > 1e-3
    assert (at[1] - at[12]).abs().mean() < (at[1] - at[6]).abs().mean(), "December is nearer to January than June is"
    flat = replace(chip, x_BCHW=torch.zeros_like(chip.x_BCHW))
    tokens_NW = model.embed([flat])[0]
    assert len(torch.unique(tokens_NW, dim=0)) == len(tokens_NW)


def test_places_of_a_batch_have_months_and_pixel_sizes_of_their_own():
    model, chip = small(), noise(S2, places=2)
    both = model.last([replace(chip, gsd_m=(10.0, 20.0), months=(2, 7))])
    for place, (gsd_m, month) in enumerate([(10.0, 2), (20.0, 7)]):
        alone = replace(chip, x_BCHW=chip.x_BCHW[place : place + 1], gsd_m=gsd_m, months=(month,))
        assert (model.last([alone])[0] - both[place]).abs().max() < 1e-5


def test_two_sensors_of_one_place_see_each_other():
    model, optical, radar = small(), noise(S2), noise(S1)
    assert model.dense([radar, optical]).shape == (1, 64, 4, 4)
    alone, beside = model.encode([radar]), model.encode([radar, optical])[:, :16]
    assert (alone - beside).abs().max() > 1e-3
    with pytest.raises(ModelError, match="from every sensor of one place"):
        model.dense([radar, noise(S2, 64)])


def test_random_weights_are_the_same_bits_everywhere_and_none_is_left_unset():
    one, again, other = (small(seed) for seed in (3, 3, 4))
    for name, value in one.state_dict().items():
        assert value.isfinite().all(), name
        assert torch.equal(value, again.state_dict()[name]), name
    assert not torch.equal(one.embedding.group_tokens, other.embedding.group_tokens)


# ----------------------------------------------------------------------------------------------- where a model is named


@pytest.fixture(scope="module")
def named(tmp_path_factory) -> str:
    """A model folder with random weights."""
    folder = tmp_path_factory.mktemp("galileo") / "small"
    model_folder.save(small(), {"mlm:name": "small-galileo", "mlm:architecture": "Galileo"}, folder)
    return str(folder)


def scene_of(write_scene, names, sensor, name="scene.tif"):
    pixels = np.random.default_rng(0).integers(200, 4000, (len(names), 100, 90)).astype(np.uint16)
    return write_scene(pixels, names, name, tags={"SENSOR": sensor}, nodata=0)


def test_a_scene_is_read_in_tiles_as_large_as_the_weights_have_seen(write_scene, named, engine, tmp_path):
    scene = scene_of(write_scene, ["B01", "B02", "B03", "B04", "B08"], "Sentinel-2 L2A")
    answer = engine("embed", scene, "--model", named, "--units", "dn", "--out", tmp_path / "f.tif", "--device", "cpu")
    assert answer.status == 0, answer.err
    assert (answer.out + answer.err).count("The model small-galileo does not read B01.") == 1
    with rasterio.open(tmp_path / "f.tif") as file:
        assert file.shape == (13, 12) and file.count == 64
        assert np.isfinite(file.read()).all()


def test_the_month_of_a_scene_is_what_its_name_says_and_june_where_nothing_does(write_scene, named, engine, tmp_path):
    features = {}
    for name in ("scene.tif", "S2A_MSIL2A_20240614T101031.tif", "S2A_MSIL2A_20241214T101031.tif"):
        scene = scene_of(write_scene, ["B04", "B08"], "Sentinel-2 L2A", name)
        out = tmp_path / f"f_{name}"
        answer = engine("embed", scene, "--model", named, "--units", "dn", "--out", out, "--device", "cpu")
        assert answer.status == 0, answer.err
        assert ("the model was told June" in answer.out + answer.err) is (name == "scene.tif")
        with rasterio.open(out) as file:
            features[name], month = file.read(), file.tags().get("OFA_MONTH")
        assert month == {"scene.tif": None, "S2A_MSIL2A_20240614T101031.tif": "6"}.get(name, "12")
    unknown, june, december = features.values()
    assert np.array_equal(unknown, june) and not np.allclose(june, december, atol=1e-3)


def test_features_rest_on_the_published_statistics_and_not_on_those_of_the_scene(write_scene, named, engine, tmp_path):
    """So a window of a scene looks the same in whatever scene it lies."""
    random = np.random.default_rng(0)
    stored = random.integers(200, 4000, (2, 64, 64)).astype(np.uint16)
    beside = random.integers(200, 900, (2, 64, 512)).astype(np.uint16)
    found = []
    for name, pixels in (("alone.tif", stored), ("beside.tif", np.concatenate([stored, beside], axis=2))):
        scene = write_scene(pixels, ["B04", "B08"], name, {"SENSOR": "Sentinel-2 L2A"})
        said = ("--model", named, "--units", "dn", "--bits", "32", "--device", "cpu", "--precision", "float32")
        answer = engine("embed", scene, *said, "--out", tmp_path / f"f_{name}")
        assert answer.status == 0, answer.err
        with rasterio.open(tmp_path / f"f_{name}") as file:
            found.append(file.read()[:, :, :6])  # what lies further right is blended with the next tile
    assert np.abs(found[0] - found[1]).max() < 1e-4
    chip = SensorBatch(torch.from_numpy(stored.astype(np.float32))[None] * 1e-4, bands_of(("B04", "B08")), 10.0)
    assert np.abs(small().dense([standardised(chip)])[0, :, :, :6].numpy() - found[0]).max() < 1e-4


def test_a_scene_without_a_band_that_it_knows_is_refused_with_status_2(write_scene, named, engine, tmp_path):
    scene = scene_of(write_scene, ["Red", "Green", "Blue"], "NAIP")
    answer = engine("embed", scene, "--model", named, "--units", "counts", "--out", tmp_path / "f.tif")
    assert answer.status == 2 and "Traceback" not in answer.err
    assert "this model reads VV, VH of Sentinel-1" in answer.err.strip().splitlines()[-1]
    assert not (tmp_path / "f.tif").exists()


def test_the_published_file_becomes_a_model_folder_from_a_folder(folder, engine, tmp_path, monkeypatch):
    answer = engine("models", "pull", "galileo-nano", "--from", folder, "--out", tmp_path, "--accept-licence")
    assert answer.status == 0, answer.err
    assert "MIT" in answer.err and "arXiv 2502.09356" in answer.err
    card = model_folder.read_card(tmp_path / "galileo-nano")
    assert card["mlm:architecture"] == "Galileo" and card["license"] == "MIT"
    assert card["source"]["sha256"] == PUBLISHED["galileo-nano"].digest
    monkeypatch.setenv("OFA_MODELS", str(tmp_path))
    assert model_folder.load("galileo-nano", torch.device("cpu")).model.config == PUBLISHED["galileo-nano"].config


def test_the_address_is_a_pinned_commit_and_no_mirror_changes_it(monkeypatch):
    monkeypatch.setenv("HF_ENDPOINT", "https://mirror.example")
    published = PUBLISHED["galileo-nano"]
    assert published.url.endswith(f"/{published.repository}/{published.revision}/data/models/nano/encoder.pt")
    assert "mirror.example" not in published.url and published.file_name == "encoder.pt"
