"""Packs what `benchmarks/gpu/pretrain.sh` needs on a machine without network, in pieces that are sent one by one.

    python benchmarks/gpu/pack.py [--data ../shared/data] [--out build/gpu] [--python 3.12]

`piece-1` holds the libraries that a machine with torch rarely has (wheels) and the catalogue; the scenes that
pre-training may see fill it and the pieces after it. `spare-1`, `spare-2` … hold libraries that it may have already:
the stage `install` says whether they are needed. Names in the catalogue are relative to the repository's root.
"""

import argparse
import shutil
import subprocess
import sys
import tomllib
import zipfile
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import replace
from importlib.metadata import distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name, parse_wheel_filename

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from benchmarks.gpu.ready import LEFT_OUT  # noqa: E402
from engine.gdal.gdal_names import file_of  # noqa: E402
from training.data import catalogue  # noqa: E402
from training.data.catalogue_entry import Entry  # noqa: E402
from training.data.holdout import held_out  # noqa: E402

UNPACKED = "build/gpu/unpacked"  # where `pretrain.sh install` puts the parts together
BIGGEST = 56_000_000  # bytes of a piece: 60 MB, less the repository's own files, which travel along
BROUGHT_ALONG = {"torch", "timm", "torchvision", "numpy"}
SPARE = {"scipy", "matplotlib", "pandas", "scikit-learn", "pillow", "fonttools"}
"""Large, and wherever people compute. Whatever else is missing beside them is small."""
PLATFORMS = [f"manylinux_2_{minor}_x86_64" for minor in (28, 27, 26, 24, 17)] + ["manylinux2014_x86_64"]

Part = tuple[Path, str]
"""A file here, and its name in the piece."""


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--data", nargs="+", default=["../shared/data"], help="folders, or a catalogue of them")
    options.add_argument("--out", type=Path, default=ROOT / "build" / "gpu")
    options.add_argument("--python", default="3.12", help="of the other machine")
    asked = options.parse_args()
    work = asked.out / "work"
    shutil.rmtree(asked.out, ignore_errors=True)
    work.mkdir(parents=True)
    wheels = download(pins(asked.python), work / "wheels", asked.python)
    common = [part for part in wheels if parse_wheel_filename(part[0].name)[0] in SPARE]
    needed = [part for part in wheels if part not in common]
    scenes = pack_scenes(asked.data, work)
    names = place("piece", [*needed, *scenes], asked.out) + place("spare", common, asked.out)
    shutil.rmtree(work)
    for name in names:
        files = [file for file in (asked.out / name).rglob("*") if file.is_file()]
        print(f"{name}: {sum(file.stat().st_size for file in files) / 1e6:.1f} MB, {len(files)} files")
    print("send and run, in this order (benchmarks/gpu/README.md has the whole lease):")
    for name in names:
        print(f"  with {asked.out / name}:  bash benchmarks/gpu/pretrain.sh install")


def pins(python: str) -> dict[str, str]:
    """Name -> version, as installed here, of all that the engine and its probes need but the machine brings."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    pending = deque(map(Requirement, project["dependencies"] + project["optional-dependencies"]["train"]))
    there = {"python_version": python, "python_full_version": f"{python}.0", "extra": ""}
    found: dict[str, str] = {}
    while pending:
        wanted = pending.popleft()
        name = canonicalize_name(wanted.name)
        if name in found or name in BROUGHT_ALONG | LEFT_OUT or (wanted.marker and not wanted.marker.evaluate(there)):
            continue
        installed = distribution(name)
        found[name] = installed.version
        pending.extend(map(Requirement, installed.requires or ()))
    return found


def download(pinned: dict[str, str], folder: Path, python: str) -> list[Part]:
    """The wheels, smallest first."""
    platforms = [word for platform in PLATFORMS for word in ("--platform", platform)]
    command = [sys.executable, "-m", "pip", "download", "-qq", "--no-deps", "--only-binary=:all:", *platforms,
               "--python-version", python, "--implementation", "cp", "--dest", folder]  # fmt: skip
    subprocess.run([*command, *(f"{name}=={version}" for name, version in pinned.items())], check=True)
    files = sorted(folder.glob("*.whl"), key=lambda file: file.stat().st_size)
    return [(file, f"wheels/{file.name}") for file in files]


def pack_scenes(data: list[str], work: Path) -> list[Part]:
    """The catalogue, and the files of its scenes that pre-training may see; of a zip only the members of these."""
    if data[0].endswith(".gpkg"):
        found = catalogue.read(data[0])
    else:
        found = catalogue.build(data, {}, lambda done, total, note: None)
    chosen = [n for n, entry in enumerate(found.entries) if not any(map(held_out, entry.files))]
    homes = {name: file_of(name) or Path() for n in chosen for name in found.entries[n].files}
    top = Path(*common_parts(homes.values()))
    entries = tuple(moved(found.entries[n], homes, top) for n in chosen)
    listed = work / "catalog.gpkg"
    catalogue.write(catalogue.Catalogue(entries, (), tuple(found.footprints[n] for n in chosen)), listed)
    parts = [(listed, "catalog.gpkg")]
    for home in dict.fromkeys(homes.values()):
        inside = f"data/{home.relative_to(top).as_posix()}"
        if home.suffix.lower() == ".zip":
            members = {name.partition(f"{home}/")[2] for name, at in homes.items() if at == home}
            parts.append((fewer(home, members, work / inside), inside))
        else:
            parts.append((home, inside))
    return parts


def common_parts(paths: Iterable[Path]) -> Iterator[str]:
    """The folders that all paths begin with."""
    for parts in zip(*(path.parent.parts for path in paths), strict=False):
        if len(set(parts)) > 1:
            return
        yield parts[0]


def moved(entry: Entry, homes: dict[str, Path], top: Path) -> Entry:
    """The entry as the other machine finds it."""
    new = {name: f"{UNPACKED}/data/{homes[name].relative_to(top).as_posix()}" for name in entry.files}
    return replace(entry, files=tuple(name.replace(str(homes[name]), new[name], 1) for name in entry.files))


def fewer(archive: Path, members: set[str], copy: Path) -> Path:
    """A copy of a zip with these members only."""
    copy.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(archive) as old, zipfile.ZipFile(copy, "w", zipfile.ZIP_DEFLATED) as new:
        for member in sorted(members):
            new.writestr(member, old.read(member))
    return copy


def place(kind: str, parts: list[Part], out: Path) -> list[str]:
    """Fill numbered folders in order, the next one where a file no longer fits; their names."""
    names: list[str] = []
    free = 0
    for file, name in parts:
        size = file.stat().st_size
        if size > free:
            if size > BIGGEST:
                sys.exit(f"error: {file} is larger than a piece of {BIGGEST / 1e6:.0f} MB; a scene is never split")
            names.append(f"{kind}-{len(names) + 1}")
            free = BIGGEST
        free -= size
        target = out / names[-1] / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, target)
    return names


if __name__ == "__main__":
    main()
