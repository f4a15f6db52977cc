"""Stages the plugin as QGIS wants it, and zips it. Standard library only, any Python from 3.10.

``python package.py`` writes ``build/ofa_qgis-VERSION.zip``, ``python package.py stage [FOLDER]`` only the plugin
folder in FOLDER (``build/plugins``), for ``QGIS_PLUGINPATH=FOLDER``. The same sources give the same bytes.

The layout of the plugin folder: the files of ``ofa_qgis`` with ``metadata.txt`` and LICENSE at the top,
``resources`` beside them, and the engine's sources in ``engine_src``, from where the plugin installs them.
"""

import configparser
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent
NAME = "ofa_qgis"
PLUGINS = ROOT / "build" / "plugins"
RESOURCES = ("icons", "styles", "models", "help")
ENGINE = ("engine", "training")
ENGINE_FILES = ("pyproject.toml", "constraints.txt", "README.md", "LICENSE")
SAMPLE = "resources/demo/landscape.py"  # the engine's Python writes the sample scene by it
NEVER = {"__pycache__", ".git", ".DS_Store"}
HUB_KEYS = ("name", "description", "version", "qgisMinimumVersion", "author", "email", "about", "tracker", "repository")
"""What the validator of plugins.qgis.org requires in `metadata.txt`."""
EPOCH = (1980, 1, 1, 0, 0, 0)  # the first moment a zip knows: no build is told from another by its date
PLAIN_FILE = 0o100644 << 16  # a zip's way to say -rw-r--r--
LRELEASE = ("/usr/lib/qt5/bin/lrelease", "/usr/lib/qt6/bin/lrelease", "lrelease-qt5", "lrelease6", "lrelease")


def metadata() -> configparser.SectionProxy:
    """What `metadata.txt` says, with keys as they are written."""
    parser = configparser.ConfigParser()
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(ROOT / "metadata.txt", encoding="utf-8")
    return parser["general"]


def version() -> str:
    """The plugin's version."""
    return metadata()["version"]


def missing_for_hub() -> list[str]:
    """Keys that plugins.qgis.org requires and `metadata.txt` does not have: addresses that do not exist yet."""
    return [key for key in HUB_KEYS if not metadata().get(key)]


def stage(target: Path = PLUGINS) -> Path:
    """Write the plugin folder below `target` in place of the one that is there; returns it.

    It is built beside and moved in at the end, so that a QGIS that starts meanwhile sees the old or the new one.
    """
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix="stage-") as scratch:
        folder = Path(scratch) / NAME
        for source, inside in contents():
            destination = folder / inside
            destination.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, destination)
        translate(folder / "resources" / "i18n")
        if (target / NAME).exists():
            (target / NAME).rename(Path(scratch) / "old")
        folder.rename(target / NAME)
    return target / NAME


def contents() -> Iterator[tuple[Path, str]]:
    """(file of the repository, its path inside the plugin folder) of everything that is copied."""
    yield ROOT / "metadata.txt", "metadata.txt"
    yield ROOT / "LICENSE", "LICENSE"
    for path in files(ROOT / NAME):
        yield path, path.relative_to(ROOT / NAME).as_posix()
    for name in RESOURCES:
        for path in files(ROOT / "resources" / name):
            yield path, path.relative_to(ROOT).as_posix()
    yield ROOT / SAMPLE, SAMPLE
    for name in ENGINE:
        for path in files(ROOT / name):
            yield path, "engine_src/" + path.relative_to(ROOT).as_posix()
    for name in ENGINE_FILES:
        yield ROOT / name, "engine_src/" + name


def files(folder: Path) -> list[Path]:
    """All files below a folder that belong into a package, sorted; none where there is no folder."""
    return sorted(
        path
        for path in folder.rglob("*")
        if path.is_file() and not NEVER & set(path.relative_to(folder).parts) and path.suffix not in {".pyc", ".pyo"}
    )


def translate(folder: Path) -> None:
    """Compile the translations into `folder`; without Qt's `lrelease` the plugin speaks English, and we say so."""
    sources = sorted((ROOT / "resources" / "i18n").glob("*.ts"))
    if not sources:
        return
    tool = lrelease()
    if tool is None:
        print("package: no lrelease found (Debian: qttools5-dev-tools), so no translations", file=sys.stderr)  # noqa: T201
        return
    folder.mkdir(parents=True, exist_ok=True)
    for source in sources:
        compiled = folder / source.with_suffix(".qm").name
        subprocess.run([tool, "-silent", str(source), "-qm", str(compiled)], check=True)  # noqa: S603 - Qt's own tool


def lrelease() -> str | None:
    """Qt's compiler of translations; it writes the same format from Qt 5 and Qt 6."""
    return next((found for name in LRELEASE if (found := shutil.which(name))), None)


def bundle(folder: Path, path: Path) -> Path:
    """Zip the plugin folder: sorted names, fixed times and rights."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for source in files(folder):
            entry = zipfile.ZipInfo(source.relative_to(folder.parent).as_posix(), EPOCH)
            entry.compress_type, entry.external_attr, entry.create_system = zipfile.ZIP_DEFLATED, PLAIN_FILE, 3
            archive.writestr(entry, source.read_bytes())
    return path


def main(arguments: list[str]) -> None:
    """Stage, and zip unless told otherwise; say what was written."""
    if arguments[:1] == ["stage"] and len(arguments) <= 2:
        stage(*map(Path, arguments[1:]))
    elif not arguments:
        path = bundle(stage(), ROOT / "build" / f"{NAME}-{version()}.zip")
        print(f"{path.relative_to(ROOT)}: {path.stat().st_size:,} bytes")  # noqa: T201
        if missing := missing_for_hub():
            print(f"before uploading it to plugins.qgis.org, add to metadata.txt: {', '.join(missing)}")  # noqa: T201
    else:
        raise SystemExit("usage: python package.py [stage [FOLDER]]")


if __name__ == "__main__":
    main(sys.argv[1:])
