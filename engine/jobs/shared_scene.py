"""One scene, many hands: the parts of a map or of features are made by others and joined here.

A part is some rows of blocks of one panel. They are joined in the order in which the job by itself would have made
them, so the result has the same bytes. Who makes them is the business of `engine.distributed`.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol
from uuid import uuid4

import numpy as np
import rasterio
from rasterio.windows import Window as RasterWindow

from engine import fewlabel
from engine.fewlabel.heads import KernelHead
from engine.jobs import Report
from engine.jobs.scene_job import Opened
from engine.output import geotiff
from engine.output.staging import PARTS, disk_errors
from engine.protocol import EmbedRequest, MapRequest, PartRequest, PredictRequest, encode
from engine.scene.raster import Scene
from engine.scene.windows import Window, cut

HEAD = "head.safetensors"


class PartRunner(Protocol):
    """Whoever makes parts."""

    def cut(self, panels: Sequence[Window], block_px: int) -> list[Window]:
        """The parts of these panels, in their order, each of whole rows of blocks."""

    def make(self, parts: Sequence[PartRequest], report: Report) -> Iterator[int]:
        """Make them; tells the place of each in the list when it is there.

        Raises:
            EngineError: a part cannot be made.
            Cancelled: from `report`.
        """


@dataclass(frozen=True)
class PartFile:
    """One file of a part: what it is called, and how its pixels are stored."""

    name: str
    dtype: str
    nodata: float
    bands: int
    block_px: int

    def path(self, stem: str) -> Path:
        """Where a part's file is."""
        return Path(f"{stem}-{self.name}.tif")


def files_of_part(whole: MapRequest, opened: Opened) -> tuple[PartFile, ...]:
    """The files of each part of a request."""
    if isinstance(whole, EmbedRequest):
        bits, dims = geotiff.Bits.of(whole.bits, opened.loaded.model.config.width), opened.loaded.model.feature_dim
        return (PartFile("features", bits.dtype, bits.nodata, dims, geotiff.FEATURE_BLOCK_PX),)
    task = opened.loaded.downstream.task.task if opened.loaded.downstream else ""
    if isinstance(whole, PredictRequest) and task == "regression":
        return (PartFile("values", "float32", np.nan, 1, geotiff.BLOCK_PX),)
    classes = PartFile("classes", "uint8", 0, 1, geotiff.BLOCK_PX)
    return classes, *([replace(classes, name="confidence", dtype="float32", nodata=np.nan)] if whole.confidence else [])


@dataclass(frozen=True)
class SharedScene:
    """What is shared out, and by whom it is made.

    Attributes:
        whole: the request, with every choice made, so that all workers understand it alike.
        head: what the labels taught, where the request maps.
        folder: where parts are left; every worker must see it under this name.
    """

    spread: PartRunner
    whole: MapRequest
    head: KernelHead | None
    folder: Path
    files: tuple[PartFile, ...]

    @classmethod
    def of(
        cls,
        spread: PartRunner,
        whole: MapRequest,
        opened: Opened,
        folder: Path,
        head: KernelHead | None = None,
    ) -> "SharedScene":
        """What `whole` shares out: with the precision that was chosen here, since all parts are to be alike."""
        alike = replace(whole, compute=replace(whole.compute, precision=opened.tuning.precision))
        return cls(spread, alike, head, folder / PARTS, files_of_part(whole, opened))

    def join(self, panels: Sequence[Window], write: Callable[..., None], report: Report) -> None:
        """Have the parts of `panels` made and write them in order: ``write(row0, col0, *arrays_CHW)``.

        Raises:
            EngineError: a part cannot be made, or not be written.
            Cancelled: from `report`.
        """
        with disk_errors(self.folder):
            self.folder.mkdir(exist_ok=True)
            if self.head:
                fewlabel.save_head(self.head, self.folder / HEAD)
        windows = self.spread.cut(panels, self.files[0].block_px)
        there: set[Window] = set()
        following = iter(windows)
        awaited = next(following, None)
        for made in self._made(windows, report):
            there.add(made)
            while awaited in there:
                self._take(awaited, write)
                awaited = next(following, None)

    def _made(self, windows: Sequence[Window], report: Report) -> Iterator[Window]:
        """The windows whose parts are there, in whatever order they come; those of an earlier run first."""
        missing = []
        for window in windows:
            if all(file.path(self._stem(window)).exists() for file in self.files):
                yield window
            else:
                missing.append(window)
        if missing:
            yield from (missing[number] for number in self.spread.make([*map(self._request, missing)], report))

    def _stem(self, window: Window) -> str:
        (row0, _), (col0, _) = window
        return str(self.folder / f"{row0}-{col0}")

    def _request(self, window: Window) -> PartRequest:
        head, device = str(self.folder / HEAD) if self.head else None, self.whole.compute.device
        return PartRequest(encode(self.whole), (*window[0], *window[1]), head, self._stem(window), device)

    def _take(self, window: Window, write: Callable[..., None]) -> None:
        """Write a part, row of blocks by row of blocks, and remove it."""
        (row0, row1), (col0, col1) = window
        paths = [file.path(self._stem(window)) for file in self.files]
        with ExitStack() as files:
            opened = [files.enter_context(rasterio.open(path)) for path in paths]
            for start, stop in cut((row0, row1), self.files[0].block_px):
                here = RasterWindow(0, start - row0, col1 - col0, stop - start)
                write(start, col0, *(file.read(window=here) for file in opened))
        for path in paths:
            path.unlink()


@contextmanager
def part_files(stem: str, like: Scene, window: Window, files: Sequence[PartFile]) -> Iterator[list[geotiff.TiffWriter]]:
    """Writers for the files of a part, which appear under their names when all of them are complete.

    Raises:
        OutputError: they cannot be written.
    """
    own = f"{stem}-{uuid4().hex}"  # another worker, taken for dead, may still be writing this part
    with disk_errors(Path(stem)):
        try:
            with ExitStack() as opened:
                yield [
                    opened.enter_context(
                        geotiff.part(file.path(own), like, window, file.dtype, file.nodata, file.bands, file.block_px)
                    )
                    for file in files
                ]
            for file in files:
                file.path(own).replace(file.path(stem))
        finally:
            for file in files:
                file.path(own).unlink(missing_ok=True)
