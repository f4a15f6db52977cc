"""EuroSAT RGB as a stand-in for m-eurosat where that cannot be had: as many chips, the same classes, three bands.

The scored chips come from the part that no pre-training of ours saw (`training.data.holdout`).
"""

from pathlib import Path

import numpy as np

from engine.errors import RequestError
from training.geobench.labelled import SPLITS, Labelled, Sample
from training.geobench.tasks import TASKS
from training.probes import chipsets

NAME, ARCHIVE = "eurosat-rgb", "eurosat_rgb.zip"
BESIDE = "m-eurosat"  # the task it stands in for


def opened(root: Path) -> Labelled:
    """EuroSAT RGB from the first archive of this name below `root`, cut into parts as large as m-eurosat's.

    Raises:
        RequestError: there is none, or it has too few chips.
    """
    archives = sorted(root.rglob(ARCHIVE))
    if not archives:
        raise RequestError(f"expected {ARCHIVE} below {root}; found none", "give the folder that holds it to --root")
    chips = chipsets.eurosat(archives[0])
    view, lot = chips.views[0], np.random.default_rng(0)
    free, kept = (lot.permutation(np.flatnonzero(part)) for part in (~chips.test_N, chips.test_N))
    task = TASKS[BESIDE]
    train, valid, test = task.sizes
    if len(free) < train + valid or len(kept) < test:
        raise RequestError(
            f"expected {train + valid} and {test} chips in {archives[0]}; found {len(free)} and {len(kept)}",
            "give the archive that came with the project's data",
        )
    parts = free[:train], free[train : train + valid], kept[:test]
    known_NCHW = view.pixels_NCHW[parts[0]].astype(np.float64)
    return Labelled(
        NAME, "classification", task.classes, task.metric, view.bands, view.modality, view.gsd_m,
        view.pixels_NCHW.shape[-1],
        known_NCHW.mean((0, 2, 3)).astype(np.float32), known_NCHW.std((0, 2, 3)).astype(np.float32),
        {split: tuple(map(str, part.tolist())) for split, part in zip(SPLITS, parts, strict=True)},
        lambda name: Sample(view.pixels_NCHW[int(name)].astype(np.float32), np.array(int(chips.labels[int(name)]))),
        (f"no part of GEO-Bench: as many chips as {BESIDE} in three of its thirteen bands, as 8-bit pictures",),
    )  # fmt: skip
