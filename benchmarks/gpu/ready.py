"""What `pretrain.sh install` ends with: the engine's commands are registered; libraries and scenes that lack are named.

    python benchmarks/gpu/ready.py SITE CATALOG.gpkg [--strict]

Exit status 1 with `--strict` if anything lacks.
"""

import argparse
import importlib
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

LEFT_OUT = {"h5py", "pyarrow"}  # of the training extra: GEO-Bench alone reads with them, and it is not sent
MODULES = {
    "segmentation-models-pytorch": "segmentation_models_pytorch",
    "scikit-learn": "sklearn",
}  # where the name to import is another


def register(project: dict, site: Path) -> None:
    """Metadata of the repository, as an editable install would leave it: entry points live in metadata alone."""
    folder = site / "ofa_engine-0.dist-info"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "METADATA").write_text("Metadata-Version: 2.1\nName: ofa-engine\nVersion: 0\n", "utf-8")
    lines = []
    for group, points in {"console_scripts": project["scripts"], **project["entry-points"]}.items():
        lines += [f"[{group}]", *(f"{name} = {target}" for name, target in points.items())]
    (folder / "entry_points.txt").write_text("\n".join(lines) + "\n", "utf-8")


def lacking(requirements: list[str]) -> list[str]:
    """Libraries that cannot be imported, with the reason."""
    importlib.import_module("engine.model.torchvision_guard").ensure_torchvision_imports()
    lack = []
    for requirement in requirements:
        name = requirement.partition(">")[0].partition("=")[0].strip()
        if name in LEFT_OUT:
            continue
        try:
            importlib.import_module(MODULES.get(name, name))
        except Exception as error:  # a binary that does not fit may fail in any way
            lack.append(f"{name} ({' '.join(str(error).split())[:120]})")
    return lack


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("site", type=Path)
    options.add_argument("catalog", type=Path)
    options.add_argument("--strict", action="store_true")
    asked = options.parse_args()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    register(project, asked.site)
    lack = lacking([*project["dependencies"], *project["optional-dependencies"]["train"]])
    print("libraries: " + (f"missing {', '.join(lack)}" if lack else "all there"))
    if lack:
        sys.exit(asked.strict)
    gdal_names, catalog = (
        importlib.import_module(name) for name in ("engine.gdal.gdal_names", "training.data.catalogue")
    )
    entries = catalog.read(asked.catalog).entries if asked.catalog.is_file() else ()
    there = sum(
        all(gdal_names.file_of(name) and gdal_names.file_of(name).is_file() for name in e.files) for e in entries
    )
    print(f"scenes: {there} of {len(entries)} are here")
    sys.exit(asked.strict and (not entries or there < len(entries)))


if __name__ == "__main__":
    main()
