"""Where published data sets keep their scenes; any other folder holds rasters, pictures and zips of them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from training.data.layouts import five_billion_pixels, folders, hyspecnet, satlas
from training.data.raster_entry import Listed, Skipped


class DatasetLayout(Protocol):
    """A module of this package."""

    def recognises(self, folder: Path) -> bool:
        """Whether `folder` is kept in this layout."""

    def scenes(self, folder: Path) -> Iterator[Listed]:
        """All that is in `folder`, in an order that does not change."""


LAYOUTS: tuple[DatasetLayout, ...] = (satlas, five_billion_pixels, hyspecnet)


def walk(folder: Path, base: Path) -> Iterator[Listed]:
    """All that may be a scene in `folder` and below, or in one file.

    Args:
        folder: an absolute path.
        base: a folder above; scenes are named and grouped by what is below it.
    """
    if folder.is_file():
        yield from folders.file(folder, base)
        return
    try:
        paths = sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    except OSError as error:
        yield Skipped(str(folder), f"the folder cannot be read ({error.strerror})")
        return
    if layout := next((layout for layout in LAYOUTS if layout.recognises(folder)), None):
        yield from layout.scenes(folder)
        return
    for path in paths:
        yield from walk(path, base)
