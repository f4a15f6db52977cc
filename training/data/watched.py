"""Which part of the scenes a run does not learn from, so that its loss there tells what it knows by heart. Pure.

Not to be mixed up with `training.data.holdout`: that keeps images for scores, from every run; this is a part of what
a run may learn from, and says when to stop.
"""

import hashlib

from training.data.catalogue_entry import Entry

PARTS = ("all", "learnt", "watched")
TALL = 4
"""Scenes of so many chips' height or more give a strip at their lower end; of smaller ones, some are watched whole."""
STRIP = 8
"""A strip is the scene's height over so much, a chip at least."""
ONE_IN = 12
"""Of the smaller scenes."""


def rows_of(entry: Entry, part: str, chip_px: int) -> tuple[int, int] | None:
    """First and last row (half-open) of a scene that belong to a part of the corpus; None where none does.

    Scenes of one place on one grid are parted alike.
    """
    if part == "all":
        return 0, entry.height
    if entry.height >= TALL * chip_px:
        border = entry.height - max(chip_px, entry.height // STRIP)
        return (0, border) if part == "learnt" else (border, entry.height)
    text = entry.place or entry.files[0].rsplit("/", 1)[-1]
    whole = int.from_bytes(hashlib.sha256(text.encode()).digest()) % ONE_IN == 0
    return (0, entry.height) if whole == (part == "watched") else None
