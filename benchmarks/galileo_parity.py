"""Whether Galileo in our backbone answers what its authors' implementation does, with the published weights.

    python -m benchmarks.galileo_parity   # writes docs/measured/galileo_parity.md

The answers to compare with lie beside the weights (`shared/weights/galileo-nano/reference.npz`): what the authors' own
code gives for 48 x 48 pixels of a real scene, token by token and group by group, after the last norm.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from engine.model.galileo import GROUPS, OPTICAL, groups_of, standardised
from engine.model.ofa import OFA
from engine.model.tokens import SensorBatch
from engine.published.catalogue import PUBLISHED
from engine.published.conversion import converted
from engine.scene.raster import Scene
from engine.sensors import CATALOGUE

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
WEIGHTS = SHARED / "weights" / "galileo-nano"
PAGE = ROOT / "docs" / "measured" / "galileo_parity.md"
SIDE_PX = 48
BANDS = {band.name: band for sensor in ("sentinel-1", "sentinel-2") for band in CATALOGUE[sensor].bands}
SCENES = {"Sentinel-1": (GROUPS["S1"], "S1RTC", 1.0), "Sentinel-2": (OPTICAL, "S2L2A", 1e-4)}
"""Sensor -> bands, product, and what a stored number is in model units."""


@dataclass(frozen=True)
class Case:
    """An answer of the authors' implementation: to which sensors, in patches of which size, in which month."""

    key: str
    sensors: tuple[str, ...]
    patch_px: int
    month: int


CASES = (
    Case("tokens_s2_p4_m5", ("Sentinel-2",), 4, 6),
    Case("tokens_s2_p8_m0", ("Sentinel-2",), 8, 1),
    Case("tokens_s1_p4_m5", ("Sentinel-1",), 4, 6),
    Case("tokens_s1s2_p4_m7", ("Sentinel-1", "Sentinel-2"), 4, 8),
)


def model_of(folder: Path = WEIGHTS) -> OFA:
    """The model with the published weights."""
    published = PUBLISHED["galileo-nano"]
    tensors = torch.load(folder / published.file_name, map_location="cpu", weights_only=True)
    return converted(tensors, published.mapping, published.config).eval().requires_grad_(False)


def chips_of(shared: Path = SHARED) -> dict[str, SensorBatch]:
    """What each sensor shows of the scene, in model units."""
    return {sensor: _chip(shared, *known) for sensor, known in SCENES.items()}


def _chip(shared: Path, names: tuple[str, ...], product: str, scale: float) -> SensorBatch:
    path = shared / "data" / "s1_s2_aligned" / f"terramind_433D_629L_3_1_{product}.tif"
    with Scene.open(path) as scene:
        indices = [scene.metadata().descriptions.index(name) + 1 for name in names]
        stored_CHW, _ = scene.read((0, SIDE_PX), (0, SIDE_PX), indices)
    x_1CHW = torch.from_numpy(stored_CHW.astype(np.float32))[None] * scale
    return SensorBatch(x_1CHW, tuple(BANDS[name] for name in names), 10.0)


def answers(model: OFA, chips: Mapping[str, SensorBatch], case: Case) -> tuple[Tensor, list[str]]:
    """Our tokens (rows, columns, group, feature) in a case, and the groups."""
    shown = [replace(standardised(chips[sensor]), months=(case.month,)) for sensor in case.sensors]
    groups = [name for chip in shown for name in groups_of(chip.bands)]
    side = SIDE_PX // case.patch_px
    tokens_NW = model.encode(shown, case.patch_px)[0]
    return tokens_NW.view(len(groups), side, side, -1).permute(1, 2, 0, 3), groups


def expected(reference: Mapping[str, np.ndarray], case: Case, groups: list[str]) -> Tensor:
    """The authors' tokens of these groups."""
    order = [reference["groups"].tolist().index(name) for name in groups]
    return torch.from_numpy(reference[case.key][:, :, order])


def main() -> None:
    """Compare, and write the page."""
    model, chips, reference = model_of(), chips_of(), np.load(WEIGHTS / "reference.npz")
    lines = []
    for case in CASES:
        found, groups = answers(model, chips, case)
        theirs = expected(reference, case, groups)
        lines.append(
            f"| {' and '.join(case.sensors)} | {case.patch_px} | {case.month} | {len(groups)} "
            f"| {theirs.abs().max():.2f} | {(found - theirs).abs().max():.1g} |"
        )
    PAGE.write_text(
        "# Galileo parity: our backbone and the authors' code\n"
        "\n"
        "`python -m benchmarks.galileo_parity` repeats the comparison and writes this page.\n"
        "\n"
        "It compares every token of 48 x 48 pixels of a real scene, after the last norm, with the authors' own\n"
        "implementation, with the published weights of `galileo-nano`, in float32 on a CPU. A test holds the\n"
        "difference below 1e-4.\n"
        "\n"
        "| shown | patch, px | month | groups | largest feature | largest difference |\n"
        "|---|---:|---:|---:|---:|---:|\n" + "\n".join(lines) + "\n",
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
