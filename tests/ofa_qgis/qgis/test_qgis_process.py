"""The staged plugin in `qgis_process`, as scripts use it: exit status, outputs, JSON, and the recipe in the log."""

import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

from ofa_qgis.layers import labels_file
from tests.fakes.for_the_toolbox import ALGORITHMS

ROOT = Path(__file__).resolve().parents[3]
SIDE = 64
BANDS = ("B02", "B03", "B04", "B08")
SPECTRA = {"water": (300, 400, 250, 150), "forest": (500, 900, 500, 3500), "soil": (1500, 1800, 2500, 3000)}
TIMEOUT_S = 120
ENGINE = [os.environ.get("OFA_ENGINE_PYTHON", ""), "-I", "-m", "engine"]

tool = next(
    filter(None, map(shutil.which, ("qgis_process.bin", "qgis_process"))), None
)  # Debian 12's wrapper is broken
pytestmark = pytest.mark.skipif(not tool, reason="needs qgis_process")


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """A QGIS of its own with the staged plugin enabled; the environment to start it with."""
    folder = tmp_path_factory.mktemp("own qgis é")
    staging = "import sys; from pathlib import Path; import package; package.stage(Path(sys.argv[1]))"
    subprocess.run([sys.executable, "-c", staging, str(folder / "plugins")], check=True, cwd=ROOT, timeout=TIMEOUT_S)
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "QGIS_CUSTOM_CONFIG_PATH": str(folder / "config"),
        "QGIS_PLUGINPATH": str(folder / "plugins"),
        "OMP_NUM_THREADS": "1",
        **{f"XDG_{name}_HOME": str(folder / name.lower()) for name in ("CACHE", "STATE", "DATA")},
    }
    environment.pop("PYTHONPATH", None)
    told = start(["plugins", "enable", "ofa_qgis"], environment)
    assert told.returncode == 0, told.stdout + told.stderr
    return environment


@pytest.fixture
def given(qgis_app, engine_python, write_scene, tmp_path):
    """A scene of three stripes and labels, as arguments."""
    noise = np.random.default_rng(1).integers(0, 100, (len(BANDS), SIDE, SIDE))
    stripes = np.array(list(SPECTRA.values()))[np.arange(SIDE) * 3 // SIDE]
    scene = write_scene((stripes.T[:, None, :] + noise).astype(np.uint16), BANDS, "scène 1.tif", epsg=32632)
    layer = QgsVectorLayer("Point?crs=EPSG:32632&field=class:string", "drawn", "memory")
    for number, name in enumerate(SPECTRA):
        for step in range(8):
            x, y = 500_000 + 10 * (SIDE // 3 * number + 3 + (step * 7) % 14), 5_800_000 - 10 * (4 + step * 7)
            point = QgsFeature()
            point.setGeometry(QgsGeometry.fromWkt(f"Point ({x + 5} {y - 5})"))
            point.setAttributes([name])
            layer.dataProvider().addFeatures([point])
    labels_file.snapshot([layer], "class", tmp_path / "labels.gpkg")
    return [f"INPUT={scene}", f"LABELS={tmp_path / 'labels.gpkg'}", "FIELD=class", "DEVICE=cpu"]


def start(arguments, environment):
    return call([tool, *arguments], env=environment)


def call(command, **more):
    return subprocess.run(command, check=False, capture_output=True, text=True, timeout=TIMEOUT_S, **more)


def digest(path):
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()


def recipe_in(text):
    """The first JSON object in a log."""
    begin = text.index("{", text.index("engine run RECIPE.json"))
    return json.JSONDecoder().raw_decode(text[begin:])[0]


def test_the_algorithms_are_listed_with_help(home):
    told = start(["list"], home)
    assert told.returncode == 0
    assert all(f"ofa:{name}" in told.stdout for name in ALGORITHMS)
    told = start(["help", "ofa:classify"], home)
    assert told.returncode == 0 and "blocked folds" in told.stdout
    assert all(name in told.stdout for name in ("LABELS", "MACRO_F1", "RECIPE"))


def test_classify_gives_the_map_and_the_printed_recipe_gives_the_same_bytes(home, given, tmp_path):
    out = tmp_path / "out é" / "map.tif"
    told = start(
        ["run", "ofa:classify", "--", *given, f"OUTPUT={out}", f"POLYGONS={tmp_path / 'out é' / 'p.gpkg'}"], home
    )
    assert told.returncode == 0, told.stdout + told.stderr
    assert set(np.unique(gdal.Open(str(out)).ReadAsArray())) == {1, 2, 3}
    assert out.with_name("p.gpkg").is_file()
    first = digest(out)
    recipe = tmp_path / "recipe.json"
    recipe.write_text(json.dumps(recipe_in(told.stdout)), encoding="utf-8")
    out.unlink()
    again = call([*ENGINE, "run", str(recipe)], cwd=tmp_path)
    assert again.returncode == 0, again.stderr
    assert digest(out) == first


def test_json_holds_the_numbers(home, given, tmp_path):
    told = start(["--json", "run", "ofa:classify", "--", *given, f"OUTPUT={tmp_path / 'map.tif'}"], home)
    assert told.returncode == 0, told.stdout + told.stderr
    results = json.loads(told.stdout[told.stdout.index("{") :])["results"]
    assert results["MACRO_F1"] > 0.9 and results["CLASSES"] == 3 and Path(results["OUTPUT"]).is_file()
    assert json.loads(results["RECIPE"])["kind"] == "classify"


def test_inspect_and_embed_run(home, given, tmp_path):
    told = start(["--json", "run", "ofa:inspect", "--", given[0]], home)
    assert told.returncode == 0 and '"sentinel-2"' in told.stdout
    told = start(["run", "ofa:embed", "--", given[0], "DEVICE=cpu", f"OUTPUT={tmp_path / 'f.tif'}"], home)
    assert told.returncode == 0 and gdal.Open(str(tmp_path / "f.tif")).RasterCount > 4


def test_a_model_beside_the_others_is_known_by_its_name(home, given, tmp_path):
    model, out = Path(home["XDG_DATA_HOME"]) / "ofa" / "models" / "three stripes", tmp_path / "map.tif"
    words = [*given, "STEPS=4", "BATCH=4", "PRECISION=float32", f"OUTPUT={model}"]
    told = start(["--json", "run", "ofa:finetune", "--", *words], home)
    assert told.returncode == 0, told.stdout + told.stderr
    results = json.loads(told.stdout[told.stdout.index("{") :])["results"]
    assert results["METRIC"] == "macro_f1" and results["BEST_STEP"] in range(1, 5)
    told = start(["run", "ofa:predict", "--", given[0], "DEVICE=cpu", "MODEL=three stripes", f"OUTPUT={out}"], home)
    assert told.returncode == 0, told.stdout + told.stderr
    assert gdal.Open(str(out)).ReadAsArray().shape == (SIDE, SIDE)


@pytest.mark.parametrize(
    ("change", "told"),
    [("FIELD=kind", "he labels have no field kind"), ("BANDS=nonsense", "ands are written"),
     ("SENSOR=voyager", "voyager"), ("OUTPUT=/proc/map.tif", "/proc"), ("OUTPUT=map.png", ".png")],
)  # fmt: skip
def test_a_bad_input_gives_status_1_and_one_line_of_ours(home, given, tmp_path, change, told):
    name = change.split("=")[0]
    arguments = [word for word in [*given, f"OUTPUT={tmp_path / 'map.tif'}"] if not word.startswith(name)]
    found = start(["run", "ofa:classify", "--", *arguments, change], home)
    assert found.returncode == 1
    lines = [line for line in (found.stdout + found.stderr).splitlines() if told in line]
    assert lines and "Traceback" not in found.stderr and not (tmp_path / "map.tif").exists()


def test_ctrl_c_cancels_cleanly_and_ends_the_engine(home, given, write_scene, tmp_path):
    big = np.tile(np.arange(1, 3001, dtype=np.uint16), (4, 3000, 1))
    path, out = write_scene(big, BANDS, "big.tif", epsg=32632), tmp_path / "out" / "map.tif"
    words = [f"INPUT={path}", *given[1:], "SENSOR=sentinel-2", "UNITS=dn", f"OUTPUT={out}"]
    log = tmp_path / "log.txt"
    with log.open("w") as file:
        running = subprocess.Popen([tool, "run", "ofa:classify", "--", *words], env=home, stdout=file, stderr=file)
        until = time.monotonic() + TIMEOUT_S
        while not list(tmp_path.glob("out/.ofa-part-*")) and time.monotonic() < until:
            time.sleep(0.2)  # until the engine writes: what the tool prints stays in its buffer
        children = Path(f"/proc/{running.pid}/task/{running.pid}/children").read_text().split()
        running.send_signal(signal.SIGINT)
        assert running.wait(timeout=20) == 0, log.read_text()
    assert not list(tmp_path.glob("out/*"))
    until = time.monotonic() + 10
    while any(Path(f"/proc/{child}/exe").exists() for child in children) and time.monotonic() < until:
        time.sleep(0.2)
    assert not any(Path(f"/proc/{child}/exe").exists() for child in children)


def at_once(environment, *runs):
    """Several runs of classify that begin together; exit status and what was said, of each."""
    words = [[tool, "run", "ofa:classify", "--", *arguments] for arguments in runs]
    pipe, both = subprocess.PIPE, subprocess.STDOUT
    started = [subprocess.Popen(each, env=environment, stdout=pipe, stderr=both, text=True) for each in words]
    told = [each.communicate(timeout=TIMEOUT_S)[0] for each in started]
    return [(each.returncode, text) for each, text in zip(started, told, strict=True)]


def test_two_at_once_do_not_disturb_each_other(home, given, tmp_path):
    outs = [tmp_path / f"map {number}.tif" for number in (1, 2)]
    for status, text in at_once(home, *([*given, f"OUTPUT={out}"] for out in outs)):
        assert status == 0 and "Traceback" not in text, text
    first, second = (gdal.Open(str(out)).ReadAsArray() for out in outs)
    assert set(np.unique(first)) == {1, 2, 3}
    np.testing.assert_array_equal(first, second)


def test_two_at_once_into_one_output_leave_one_whole_map(home, given, tmp_path):
    out = tmp_path / "new folder" / "map.tif"
    answers = at_once(home, *[[*given, f"OUTPUT={out}"]] * 2)
    assert 0 in [status for status, _ in answers]
    for status, text in answers:
        assert "Traceback" not in text, text
        assert status == 0 or str(out.parent) in text, text  # one that refuses names what was in its way
    assert set(np.unique(gdal.Open(str(out)).ReadAsArray())) == {1, 2, 3}
    assert not list(out.parent.glob(".ofa-part-*"))
