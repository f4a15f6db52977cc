"""What each switch of pre-training is worth: short runs that differ in one setting, and frozen probes of all of them.

    python benchmarks/switches.py --data build/catalog.gpkg [--steps 800]      trains what is missing (hours on a CPU)
    python -m benchmarks.pretraining_watch --data DIR build/switches/* …       compares in a minute each, EuroSAT alone
    engine probe --model build/switches/NAME/model … --data DIR                compares

Every run has the same seed and the same number of steps and chips. A run that was cut off goes on.
"""

import argparse
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
RUNS = ROOT / "build" / "switches"
AS_PUBLISHED = ("decoder.kind=per_sensor", "model.embedding=per_sensor", "band_dropout=0", "sampling.pair_share=0",
                "ground_positions=false", "sampling.max_bands=202", "teachers=[]", "patches_px=[8]", "mask_ratio=0.75",
                "sampling.statistics=scene", "sampling.gain=0", "sampling.offset=0")  # fmt: skip
CASES: dict[str, tuple[str, tuple[str, ...]]] = {
    "ofa": ("ofa_tiny", ()),
    "single_s2": ("mae_single_s2", ()),
    "single_naip": ("mae_single_naip", ()),
    "no_teacher": ("ofa_tiny", ("teachers=[]",)),
    "no_pixels": ("ofa_tiny", ("target=none",)),
    "efficientnet": ("ofa_tiny", ('teachers=["efficientnet-lite0"]',)),
    "galileo": ("ofa_tiny", ('teachers=["galileo-nano"]',)),
    "latent": ("ofa_tiny", ("teachers=[]", "target=latent")),
    "no_band_dropout": ("ofa_tiny", ("band_dropout=0",)),
    "patch_8": ("ofa_tiny", ("patches_px=[8]",)),
    "no_ground_positions": ("ofa_tiny", ("ground_positions=false",)),
    "no_cross_sensor": ("ofa_tiny", ("sampling.pair_share=0",)),
    "scene_statistics": ("ofa_tiny", ("sampling.statistics=scene", "sampling.own_statistics=0.5")),
    "as_published": ("ofa_tiny", AS_PUBLISHED),
    "single_s1": ("mae_single_s1", ()),
}
"""Name -> recipe and what is set in it."""


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--data", required=True)
    options.add_argument("--steps", type=int, default=800)
    options.add_argument("--device", default="cpu")
    options.add_argument("--out", type=Path, default=RUNS, help="one folder for runs of the same number of steps")
    options.add_argument("--only", nargs="*", default=list(CASES), choices=list(CASES))
    asked = options.parse_args()
    for name in asked.only:
        recipe, settings = CASES[name]
        folder = asked.out.resolve() / name
        if (folder / "model" / "card.json").is_file():
            continue
        changes = (part for text in (f"steps={asked.steps}", *settings) for part in ("--set", text))
        new = ["--data", asked.data, "--taught", str(asked.out.resolve() / "taught"), *changes]
        more = ["--resume"] if (folder / "recipe.json").is_file() else new
        command = [sys.executable, "-m", "engine", "pretrain", recipe, "--out", str(folder), "--device", asked.device]
        print(name, flush=True)
        subprocess.run([*command, *more], check=True, cwd=ROOT)


if __name__ == "__main__":
    main()
