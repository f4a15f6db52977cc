"""The zip is one that plugins.qgis.org accepts (its validator and scanner), and that QGIS can install and run."""

import ast
import configparser
import json
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

import engine
import package
from engine.model.model_card import DEFAULT_MODEL

BIN = Path(sys.executable).parent
MAX_BYTES = 25_000_000
MODEL_BYTES = 12_000_000  # of the bundled models' weights
PICTURE_BYTES = 300_000  # of each picture beside them
ADDRESSES = {"email", "tracker", "repository"}  # the hub requires them; each is left out until it exists
FORBIDDEN = {"__MACOSX", ".git", "__pycache__"}
BINARIES = (".exe", ".dll", ".so", ".dylib", ".bat", ".sh", ".ps1", ".cmd", ".pyc", ".pyo", ".pyd")
PLUGIN_PYTHON = (3, 9)  # QGIS 3.22 on Windows


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("package")
    return package.bundle(package.stage(folder / "plugins"), folder / "plugin.zip")


@pytest.fixture(scope="module")
def names(archive: Path) -> list[str]:
    return zipfile.ZipFile(archive).namelist()


@pytest.fixture(scope="module")
def unzipped(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("unzipped")
    zipfile.ZipFile(archive).extractall(folder)
    return folder


@pytest.fixture(scope="module")
def metadata(unzipped: Path) -> configparser.SectionProxy:
    parser = configparser.ConfigParser()  # as the hub and QGIS read it: a lone % is an error
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(unzipped / "ofa_qgis" / "metadata.txt", encoding="utf-8")
    return parser["general"]


def run(tool: str, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([str(BIN / tool), *arguments], cwd=cwd, capture_output=True, text=True, check=False)


def test_the_zip_has_room_for_its_model_and_no_more(archive: Path) -> None:
    entries = [entry for entry in zipfile.ZipFile(archive).infolist() if entry.filename.endswith(".safetensors")]
    assert sum(entry.file_size for entry in entries) <= MODEL_BYTES
    assert archive.stat().st_size - sum(entry.compress_size for entry in entries) < MAX_BYTES - MODEL_BYTES


def test_pictures_of_models_are_small(unzipped: Path) -> None:
    pictures = (unzipped / "ofa_qgis" / "resources" / "models").rglob("*.png")
    assert all(picture.stat().st_size <= PICTURE_BYTES for picture in pictures)


def test_one_top_folder_holds_what_qgis_and_the_hub_look_for(names: list[str]) -> None:
    assert {name.split("/")[0] for name in names} == {"ofa_qgis"}
    assert "ofa_qgis".isidentifier()
    assert {"ofa_qgis/__init__.py", "ofa_qgis/metadata.txt", "ofa_qgis/LICENSE"} <= set(names)
    assert [name for name in names if name.endswith("metadata.txt")] == ["ofa_qgis/metadata.txt"]


def test_nothing_forbidden_hidden_binary_or_executable_is_inside(archive: Path, names: list[str]) -> None:
    assert not [name for name in names if FORBIDDEN & set(name.split("/")) or ".." in name]
    assert not [name for name in names if name.lower().endswith(BINARIES)]
    assert not [name for name in names if name.rsplit("/", 1)[-1].startswith(".")]
    assert not [entry.filename for entry in zipfile.ZipFile(archive).infolist() if entry.external_attr >> 16 & 0o111]


def test_the_metadata_says_what_the_hub_asks_for(metadata: configparser.SectionProxy, names: list[str]) -> None:
    assert set(package.missing_for_hub()) <= ADDRESSES
    assert metadata["qgisMinimumVersion"] == "3.22"
    assert metadata["qgisMaximumVersion"] == "4.99"
    assert metadata["hasProcessingProvider"] == "yes"
    assert "supportsQt6" not in metadata
    assert "/" not in metadata["author"]
    assert "External dependency" in metadata["about"]
    assert f"ofa_qgis/{metadata['icon']}" in names


def test_no_address_is_a_placeholder(metadata: configparser.SectionProxy) -> None:
    given = {key: metadata[key] for key in (*ADDRESSES, "homepage") if key in metadata}
    assert not [key for key, value in given.items() if re.search(r"example\.|localhost|your", value)]
    assert all(given[key].startswith("https://") for key in given if key != "email")


def test_plugin_and_engine_have_one_version(metadata: configparser.SectionProxy) -> None:
    assert metadata["version"] == package.version() == engine.__version__


def test_plugin_resources_and_the_engine_to_install_are_there(names: list[str]) -> None:
    wanted = (
        "plugin.py", "protocol.py", "resources/icons/ofa.svg", "resources/models/ofa-untrained/card.json",
        f"resources/models/{DEFAULT_MODEL}/card.json",
        "engine_src/pyproject.toml", "engine_src/constraints.txt", "engine_src/README.md", "engine_src/LICENSE",
        "engine_src/engine/protocol.py", "engine_src/training/__init__.py",
    )  # fmt: skip
    assert not {f"ofa_qgis/{name}" for name in wanted} - set(names)


def test_the_engine_can_be_installed_from_the_zip(unzipped: Path, tmp_path: Path) -> None:
    source = shutil.copytree(unzipped / "ofa_qgis" / "engine_src", tmp_path / "source")  # setuptools writes into it
    arguments = ("-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", "wheels")
    result = run("python", *arguments, str(source), cwd=tmp_path)
    assert result.returncode == 0, result.stdout + result.stderr
    (wheel,) = (tmp_path / "wheels").iterdir()
    assert wheel.name.startswith(f"ofa_engine-{engine.__version__}-")
    assert {"engine/__main__.py", "engine/protocol.py"} <= set(zipfile.ZipFile(wheel).namelist())


def test_the_same_sources_give_the_same_bytes(archive: Path, tmp_path: Path) -> None:
    again = package.bundle(package.stage(tmp_path / "plugins"), tmp_path / "again.zip")
    assert again.read_bytes() == archive.read_bytes()


def test_staging_again_leaves_nothing_of_the_old_plugin(tmp_path: Path) -> None:
    old = package.stage(tmp_path / "plugins") / "removed_since.py"
    old.touch()
    package.stage(tmp_path / "plugins")
    assert not old.exists()
    assert [path.name for path in tmp_path.iterdir()] == ["plugins"]


def test_translations_are_compiled_and_their_sources_stay_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if not package.lrelease():
        pytest.skip("needs Qt's lrelease (Debian: qttools5-dev-tools)")
    sources = tmp_path / "resources" / "i18n"
    sources.mkdir(parents=True)
    message = "<message><source>Classify</source><translation>Klassifizieren</translation></message>"
    text = f'<!DOCTYPE TS><TS version="2.1" language="de"><context><name>OFA</name>{message}</context></TS>'
    (sources / "ofa_de.ts").write_text(text)
    monkeypatch.setattr(package, "ROOT", tmp_path)
    package.translate(tmp_path / "out")
    listed, compiled = sorted((tmp_path / "out").iterdir())
    assert (listed.name, compiled.name) == ("engine.json", "ofa_de.qm")
    assert "Klassifizieren".encode("utf-16-be") in compiled.read_bytes()
    assert "no such file: {name}" in json.loads(listed.read_text("utf-8")), (
        "texts that the engine is told in a language"
    )


def test_bandit_finds_nothing(unzipped: Path) -> None:
    """By all its rules, though the hub leaves some out: what is `# nosec` says so where it stands, with the rule."""
    report = json.loads(run("bandit", "-r", ".", "-f", "json", "--quiet", cwd=unzipped).stdout)
    assert report["metrics"]["_totals"]["loc"] > 1000
    assert not report["errors"]
    found = [f"{r['filename']}:{r['line_number']} {r['test_id']} {r['issue_text']}" for r in report["results"]]
    assert not found, "\n".join(found)


def test_detect_secrets_finds_nothing(unzipped: Path) -> None:
    report = json.loads(run("detect-secrets", "scan", "--all-files", ".", cwd=unzipped).stdout)
    found = report["results"]
    assert not {name: [secret["line_number"] for secret in secrets] for name, secrets in found.items()}


def test_every_use_of_qt_and_qgis_is_one_that_qt_6_knows(unzipped: Path) -> None:
    """flake8-qgis: QGS401 to QGS412 are what breaks on QGIS 4."""
    result = run("flake8", "--isolated", "--select", "QGS4", "--exclude", "engine_src", ".", cwd=unzipped)
    assert result.returncode == 0, result.stdout + result.stderr


def plugin_trees(unzipped: Path) -> Iterator[tuple[str, ast.Module]]:
    for path in sorted((unzipped / "ofa_qgis").rglob("*.py")):
        if "engine_src" not in path.parts:
            yield str(path.relative_to(unzipped)), ast.parse(path.read_text("utf-8"), feature_version=PLUGIN_PYTHON)


def test_the_plugin_is_python_of_the_oldest_qgis(unzipped: Path) -> None:
    for name, tree in plugin_trees(unzipped):
        for annotation in annotations(tree):
            unions = [node for node in ast.walk(annotation) if isinstance(node, ast.BinOp)]
            assert not unions, f"{name}:{annotation.lineno} writes X | Y, which Python 3.9 cannot"


def annotations(tree: ast.Module) -> Iterator[ast.expr]:
    for node in ast.walk(tree):
        if isinstance(node, ast.arg | ast.AnnAssign) and node.annotation is not None:
            yield node.annotation
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.returns is not None:
            yield node.returns


def test_the_plugin_imports_qt_through_qgis_alone(unzipped: Path) -> None:
    for name, tree in plugin_trees(unzipped):
        imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
        imported |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
        assert not {module for module in imported if module.split(".")[0] in {"PyQt5", "PyQt6", "sip"}}, name
