"""Reading rasters: one open file with exact validity, an even sample of it, and all that it says of itself.

Knows rasterio and nothing of sensors, units or models. Pixels come out in the file's own numbers.
Windows are half-open ((row0, row1), (col0, col1)); bands are numbered from 1 as in a GIS.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import replace
from functools import cached_property, partial
from itertools import product
from pathlib import Path
from threading import RLock
from types import TracebackType
from typing import Any, Self

import numpy as np
import rasterio
from affine import Affine
from numpy.typing import NDArray
from rasterio._err import CPLE_BaseError
from rasterio.crs import CRS
from rasterio.enums import ColorInterp, Interleaving, MaskFlags, Resampling
from rasterio.errors import RasterioError
from rasterio.windows import Window as RasterWindow

from engine.errors import DamageError, RequestError
from engine.gdal import containers, gdal_names, network, read_errors
from engine.gdal.dataset import crs_of, nodata_of, opened
from engine.gdal.metadata import FileMetadata
from engine.gdal.placement import Placement
from engine.protocol import SceneSpec
from engine.scene.band_by_band import read_band_by_band, read_by_dtype, readers
from engine.scene.cover import Cover
from engine.scene.file_headers import file_metadata, stated_nodata
from engine.scene.pixel_geometry import PixelGeometry
from engine.scene.products import embeddings, tiles
from engine.scene.products.assembly import ProductRaster, assembled, product_raster
from engine.scene.values.measurements import require_measurements
from engine.scene.values.nodata import Nodata, Ranges, spellings, validated_ranges
from engine.scene.values.undeclared_fill import FillRange, SampledWindow, where
from engine.scene.windows import Span, Window, aligned, along_border, by_block, drawn, in_blocks, scattered, snapped
from engine.words import say

Pixels = NDArray[Any]
Mask = NDArray[np.bool_]

SAMPLE_WINDOW_PX = 64
"""Side of a sample window: large enough to decode few blocks, small enough to spread over the scene."""
SAMPLE_PIXELS = 200_000
"""Pixels of a sample: enough for statistics, little to read."""
SPOTS_PIXELS = 100_000
"""Pixels of the windows in which `spots` lie: what lies around them is described as well, so they are fewer."""
BORDER_WINDOWS = 5
"""Windows along each side of a scene, its corners included: fill that covers little of it lies there."""
CACHE_BYTES, PRODUCT_CACHE_BYTES = 64 << 20, 256 << 20
"""Of decoded blocks that GDAL keeps (512 would mean 512 bytes). A file needs little, as each is read once. Blocks of a
product lie on several grids, across what is read at once, and JPEG 2000 takes as long to decode as a map to make."""
FEW_PIXELS = 1000
"""With fewer valid pixels than this a sample says too little, and the whole scene is searched for more."""
STRIP_VALUES = 16_000_000
"""Values read at once in that search: bounded memory, whatever the scene's size."""


class Scene:
    """One open raster. One thread at a time reads it, others wait; `reopen` gives another thread its own handle.

    `unread` says what else the file holds and how to get at it; None if nothing. `shared_block`: see `ProductRaster`.
    """

    def __init__(
        self, name: str, dataset: rasterio.DatasetReader, crs: CRS | None, nodata: Nodata,
        product: ProductRaster | None = None,
    ) -> None:  # fmt: skip
        self.name, self.path, self.product = name, Path(name), product
        self._dataset = dataset
        self.width, self.height, self.count = dataset.width, dataset.height, dataset.count
        self._dtypes = tuple(dataset.dtypes)
        self.dtype, self._mixed = str(np.result_type(*self._dtypes)), len(set(self._dtypes)) > 1
        self.placement = Placement(dataset)
        self.crs = None if self.placement.warps else crs or dataset.crs
        self.transform: Affine = dataset.transform
        self._nodata = nodata
        self._in_use = RLock()
        self._cache_bytes = PRODUCT_CACHE_BYTES if product else CACHE_BYTES
        self.shared_block = product.shared_block if product else None
        self.damaged: list[str] | None = None
        self.unread: str | None = None
        self.fill: tuple[FillRange, ...] = ()
        self.ordinary: tuple[float | None, ...] = (None,) * dataset.count
        self.block_shape: tuple[int, int] = tuple(dataset.block_shapes[0])
        flags = dataset.mask_flag_enums[0]
        self._has_mask = MaskFlags.per_dataset in flags and MaskFlags.alpha not in flags
        self.cover = Cover(name, product.layers, product.flags) if product and product.flags else None

    @classmethod
    def open(
        cls, name: str | Path, crs: str | None = None, nodata: Ranges = (), file_nodata: bool = True,
        skip_damaged: bool = False, anywhere: bool = False, mask: str = "", remote: bool = False,
    ) -> Self:  # fmt: skip
        """Open the raster called `name`: a product, a file, or anything else that GDAL opens by name.

        Args:
            name: see `engine.gdal.gdal_names`.
            crs: WKT or "EPSG:n" that overrides the file's own.
            nodata: ranges of values that mean nothing in every band, beside the file's own.
            file_nodata: False makes the file's own nodata values ordinary ones.
            skip_damaged: blocks that cannot be read count as nodata and are named in `damaged`, rather than an error.
            anywhere: whether a scene that only warping brings onto a grid will do. It has no CRS then.
            mask: what of a product's flags is nodata (see `engine.scene.products.product.kinds_of`).
            remote: whether what a STAC item names may be read from the network.

        Raises:
            SceneError: there is no such file, it is not a raster, it is not on a grid, or it holds no measurements.
            RequestError: `crs` or `nodata` is invalid.
        """
        name, reference, ranges = str(name), crs_of(crs), validated_ranges(nodata)
        product = product_raster(name, mask, remote)
        if product is None and (found := tiles.mosaic(name)):
            product = assembled(found, found.masked(mask))
        dataset = opened(name, anywhere, product.document if product else "")
        if product is None and (found := embeddings.recognised(gdal_names.spelled(name), dataset)):
            dataset.close()
            product = assembled(found, ())
            dataset = opened(name, anywhere, product.document)
        require_measurements(dataset, name)
        stated, none = stated_nodata(name, dataset), (None,) * dataset.count
        ranges = (*ranges, *(product.product.ranges if product and file_nodata else ()))
        scene = cls(name, dataset, reference, Nodata(stated if file_nodata else none, ranges), product)
        scene.ordinary = none if file_nodata else stated
        scene.damaged = [] if skip_damaged else None
        scene.unread = containers.pages(dataset, name)
        return scene

    @classmethod
    def of_product(cls, name: str, product: ProductRaster, crs: CRS | None = None) -> Self:
        """The scene called `name` of bands that are put together already.

        Raises:
            SceneError: it cannot be opened.
        """
        dataset = opened(name, document=product.document)
        return cls(name, dataset, crs, Nodata(nodata_of(dataset), (), product.by_band), product)

    def reopen(self) -> Self:
        """Another handle on the same scene, understood in the same way, for another thread."""
        dataset = opened(self.name, self.placement.warps, self.product.document if self.product else "")
        other = type(self)(self.name, dataset, self.crs, self._nodata, self.product)
        kept = ("alpha", "gsd_m", "damaged", "unread", "fill")
        vars(other).update({name: value for name, value in vars(self).items() if name in kept})
        return other

    @property
    def nodata(self) -> tuple[float | None, ...]:
        """The file's own nodata value of each band, as far as it counts."""
        return self._nodata.values

    @property
    def ranges(self) -> Ranges:
        """Values that mean nothing in every band."""
        return self._nodata.ranges

    @property
    def has_mask(self) -> bool:
        """Whether the file has a mask that is neither an alpha band nor a nodata value."""
        return self._has_mask

    @property
    def files(self) -> tuple[Path, ...]:
        """The files on this disk that hold the scene, sources of a VRT and sidecars too."""
        named = self.product.files if self.product else self._dataset.files
        return tuple(path for path in map(Path, named) if path.is_file())

    def close(self) -> None:
        """Close the file."""
        self._dataset.close()
        if self.cover:
            self.cover.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def _declared_alpha(self) -> int | None:
        """The band whose colour interpretation is alpha and whose description does not say otherwise."""
        if ColorInterp.alpha not in self._dataset.colorinterp:
            return None
        index = self._dataset.colorinterp.index(ColorInterp.alpha) + 1
        said = (self._dataset.descriptions[index - 1] or "alpha").strip().lower()
        return index if said in ("alpha", "a", f"band {index}") else None

    @cached_property
    def alpha(self) -> int | None:
        """The real alpha band: declared so, and opaque or transparent nearly everywhere, as an image band never is."""
        index = self._declared_alpha
        if index is None or self.count == 1:
            return None
        values = np.concatenate([self._read(*window, [index])[0].ravel() for window in self._sample_windows(50_000)])
        extremes = (values == 0) | (values == values.max()) & (values.max() in (1, 255, 65535))
        return index if extremes.mean() > 0.9 else None  # resampled edges are partly transparent

    def _read(self, rows: Span, cols: Span, bands: Sequence[int], mask: bool = False) -> Pixels | list[Pixels]:
        """The window of each band in the band's own type, which alone can be compared with nodata; or of the mask."""
        window = RasterWindow(cols[0], rows[0], cols[1] - cols[0], rows[1] - rows[0])
        with self._told(rows):
            if mask:
                return np.asarray(self._dataset.read_masks(1, window=window))
            if self._mixed:
                return read_by_dtype(self._dataset, self._dtypes, window, bands)
            return np.asarray(self._dataset.read(list(bands), window=window))

    @contextmanager
    def _told(self, rows: Span, reduced: bool = False) -> Iterator[None]:
        """Read in this context: what goes wrong becomes an error that says why, and what helps."""
        try:
            with self._in_use, rasterio.Env(GDAL_CACHEMAX=self._cache_bytes), network.reading(self.name):
                yield
        except (RasterioError, CPLE_BaseError) as error:
            raise read_errors.unreadable(
                self.name, error, say("rows {first} to {last}", first=rows[0], last=rows[1]), reduced
            ) from error

    def read(self, rows: Span, cols: Span, bands: Sequence[int]) -> tuple[Pixels, Mask]:
        """The window's pixels (bands, rows, cols) in the file's dtype, and where all of `bands` are valid (rows, cols).

        A pixel is invalid where any of `bands` is NaN, infinite or that band's own nodata, where the dataset's mask
        says so, where a real alpha band (see `alpha`) that is not one of `bands` is zero, and where there is `fill`.

        Raises:
            DamageError: the file is damaged there.
            SceneError: it cannot be read for another reason.
        """
        assert 0 <= rows[0] < rows[1] <= self.height, rows  # nosec B101
        assert 0 <= cols[0] < cols[1] <= self.width, cols  # nosec B101
        try:
            return self._read_all(rows, cols, bands)
        except DamageError:
            if self.damaged is None:
                raise
            return self._read_rest(rows, cols, bands, self.damaged)

    def _read_rest(self, rows: Span, cols: Span, bands: Sequence[int], damaged: list[str]) -> tuple[Pixels, Mask]:
        """Block by block what can be read; the others are not valid, and named."""
        shape = rows[1] - rows[0], cols[1] - cols[0]
        pixels_CHW, valid_HW = np.zeros((len(bands), *shape), self.dtype), np.zeros(shape, bool)
        for down, right in product(aligned(rows, self.block_shape[0]), aligned(cols, self.block_shape[1])):
            place = slice(down[0] - rows[0], down[1] - rows[0]), slice(right[0] - cols[0], right[1] - cols[0])
            try:
                pixels_CHW[:, *place], valid_HW[place] = self._read_all(down, right, bands)
            except DamageError:
                named = say(
                    "rows {top} to {bottom}, columns {left} to {right}",
                    top=down[0], bottom=down[1], left=right[0], right=right[1],
                )  # fmt: skip
                damaged += [named] if named not in damaged else []
        return pixels_CHW, valid_HW

    def read_windows(self, windows: Sequence[Window], bands: Sequence[int]) -> Iterator[tuple[Pixels, Mask]]:
        """What `read` gives for each window, all of which are held at once.

        Band by band where blocks of all bands are more than GDAL keeps: it would decode them again and again.

        Raises:
            DamageError, SceneError: as `read`.
        """
        found: list[Pixels | list[Pixels]] = []
        with suppress(DamageError):  # `read` knows which block it is, and whether that may be passed over
            apart, around = self._dataset.interleaving != Interleaving.pixel, 4 * math.prod(self.block_shape)
            apart = apart and not self.shared_block
            found = self._band_by_band(windows, bands) if apart and not self.keeps(around, len(bands)) else found
        if found:
            for place, window in enumerate(windows):
                yield self._judged(found[place], *window, bands)
        else:
            read = {window: self.read(*window, bands) for window in by_block(windows, self.block_shape)}
            yield from (read[window] for window in windows)

    def keeps(self, pixels: int, bands: int) -> bool:
        """Whether GDAL keeps so many pixels of so many bands when they are decoded."""
        return pixels * bands * np.dtype(self.dtype).itemsize <= self._cache_bytes

    def _kept_parts(self, rows: Span, cols: Span) -> list[Window]:
        """The window in parts of which GDAL keeps all bands and what they are made of, if these come all at once."""
        if not self.shared_block:
            return [(rows, cols)]
        values = self._cache_bytes // np.dtype(self.dtype).itemsize
        kept = max(1, int(values // (4 * math.prod(self.shared_block) * self.count)))
        return in_blocks((rows, cols), self.shared_block, kept)

    def _band_by_band(self, windows: Sequence[Window], bands: Sequence[int]) -> list[Pixels | list[Pixels]]:
        with ExitStack() as files:
            handles = [self, *(files.enter_context(self.reopen()) for _ in range(1, readers(len(bands))))]
            reads = [handle._read for handle in handles]
            dtype = None if self._mixed else self.dtype
            return read_band_by_band(reads, windows, bands, dtype, self.block_shape)

    def _read_all(self, rows: Span, cols: Span, bands: Sequence[int]) -> tuple[Pixels, Mask]:
        parts = self._kept_parts(rows, cols)
        if len(parts) == 1:
            return self._judged(self._read(rows, cols, bands), rows, cols, bands)
        shape = rows[1] - rows[0], cols[1] - cols[0]
        pixels_CHW, valid_HW = np.empty((len(bands), *shape), self.dtype), np.empty(shape, bool)
        for down, right in parts:
            place = slice(down[0] - rows[0], down[1] - rows[0]), slice(right[0] - cols[0], right[1] - cols[0])
            pixels, valid_HW[place] = self._judged(self._read(down, right, bands), down, right, bands)
            pixels_CHW[:, *place] = pixels
        return pixels_CHW, valid_HW

    def _judged(self, own: Pixels | list[Pixels], rows: Span, cols: Span, bands: Sequence[int]) -> tuple[Pixels, Mask]:
        """The window as one array, and where it is valid."""
        valid_HW = np.ones(own[0].shape, bool)
        for band_HW, index in zip(own, bands, strict=True):
            self._nodata.clear(valid_HW, band_HW, index)
        if self._has_mask:
            valid_HW &= np.asarray(self._read(rows, cols, bands, mask=True)) != 0
        if self.alpha is not None and self.alpha not in bands:
            valid_HW &= self._read(rows, cols, [self.alpha])[0] != 0
        if self.fill:
            valid_HW &= ~where(self.fill, bands, own, lambda band: self._read(rows, cols, [band])[0])
        self._cover(valid_HW, rows, cols)
        return self._alike(own), valid_HW

    def _cover(self, valid_HW: Mask, rows: Span, cols: Span) -> None:
        """Clear `valid_HW`, the window in as many pixels or fewer, where clouds or other flags of a product are."""
        if self.cover:
            with self._told(rows):
                self.cover.clear(valid_HW, (rows, cols))

    def _alike(self, own: Pixels | list[Pixels]) -> Pixels:
        """Bands as one array (bands, rows, cols) of the type that holds them all."""
        return own if isinstance(own, np.ndarray) else np.stack([band.astype(self.dtype) for band in own])

    def coarse(self, rows: Span, cols: Span, bands: Sequence[int], shape: tuple[int, int]) -> tuple[Pixels, Mask]:
        """The window in fewer pixels (bands, *shape), for the eye: means, or single pixels where the user names nodata.

        A mean of pixels that GDAL counts as valid and the user does not is worthless; a single pixel can be judged.
        """
        try:
            return self._coarse(rows, cols, bands, shape)
        except DamageError:
            if self.damaged is None:
                raise
            return self._picked(rows, cols, bands, shape)

    def _picked(self, rows: Span, cols: Span, bands: Sequence[int], shape: tuple[int, int]) -> tuple[Pixels, Mask]:
        """Single pixels in place of means: GDAL gives no mean of a window of which a part cannot be read."""
        rows_N, cols_N = (
            start + ((np.arange(count) + 0.5) * (stop - start) / count).astype(int)
            for (start, stop), count in zip((rows, cols), shape, strict=True)
        )
        lines = [self._read_rest((int(row), int(row) + 1), cols, bands, []) for row in rows_N]
        pixels_CHW = np.concatenate([pixels[:, :, cols_N - cols[0]] for pixels, _ in lines], axis=1)
        return pixels_CHW, np.concatenate([valid[:, cols_N - cols[0]] for _, valid in lines])

    def _coarse(self, rows: Span, cols: Span, bands: Sequence[int], shape: tuple[int, int]) -> tuple[Pixels, Mask]:
        window = RasterWindow(cols[0], rows[0], cols[1] - cols[0], rows[1] - rows[0])
        means = self._known_to_gdal
        how = Resampling.average if means else Resampling.nearest
        with self._told(rows, reduced=True):
            own = [self._dataset.read(b, window=window, out_shape=shape, masked=means, resampling=how) for b in bands]
            mask_HW = self._dataset.read_masks(1, window=window, out_shape=shape) if self._has_mask else None
            other = partial(self._dataset.read, window=window, out_shape=shape, resampling=how)
            filled_HW = where(self.fill, bands, [np.ma.getdata(band_HW) for band_HW in own], other)
        valid_HW = np.ones(shape, bool)
        for band_HW, index in zip(own, bands, strict=True):
            valid_HW &= ~np.ma.getmaskarray(band_HW)
            self._nodata.clear(valid_HW, np.ma.getdata(band_HW), index)
        if mask_HW is not None and not means:
            valid_HW &= mask_HW != 0
        valid_HW &= ~filled_HW
        self._cover(valid_HW, rows, cols)
        return self._alike([np.ma.getdata(band_HW) for band_HW in own]), valid_HW

    @property
    def _known_to_gdal(self) -> bool:
        """Whether GDAL takes the same values for nodata as we do, and leaves them out of its means."""
        data = self._dataset
        twice = (len(spellings(*band)) > 1 for band in zip(self.nodata, map(np.dtype, data.dtypes), strict=True))
        return self._nodata == Nodata(tuple(data.nodatavals)) and not self.fill and not any(twice)

    def empty_bands(self, bands: Sequence[int], max_pixels: int = 200_000) -> tuple[int, ...]:
        """Those of `bands` that hold nothing where others do, as EnMAP's do in the wavelengths of water vapour."""
        empty = list(bands)
        for rows, cols in self._sample_windows(max_pixels):
            with suppress(*(() if self.damaged is None else (DamageError,))):
                for band_HW, index in zip(self._read(rows, cols, empty), tuple(empty), strict=True):
                    valid_HW = np.ones(band_HW.shape, bool)
                    self._nodata.clear(valid_HW, band_HW, index)
                    if valid_HW.any():
                        empty.remove(index)
            if not empty:
                break
        return () if len(empty) == len(bands) else tuple(empty)

    def _sample_windows(self, max_pixels: int) -> Iterator[Window]:
        return self._in_blocks(scattered(self.height, self.width, SAMPLE_WINDOW_PX, max_pixels))

    def _in_blocks(self, windows: Iterable[Window]) -> Iterator[Window]:
        """Windows of a sample; where bands come all at once, none lies in several blocks of the usual sizes."""
        if not self.shared_block:
            return iter(windows)
        return iter(snapped(windows, (self.height, self.width), (SAMPLE_WINDOW_PX, SAMPLE_WINDOW_PX)))

    def sampled_windows(self, bands: Sequence[int], max_pixels: int = SAMPLE_PIXELS) -> list[SampledWindow]:
        """Windows of about `max_pixels` spread evenly over the scene (one if it is small), and a few along its border.

        Always the same windows, whatever extent a job works on.
        """
        even = list(self._sample_windows(max_pixels))
        border = self._in_blocks(along_border(self.height, self.width, SAMPLE_WINDOW_PX, BORDER_WINDOWS))
        windows = even if even == [((0, self.height), (0, self.width))] else [*even, *border]
        return [
            SampledWindow(window, *found, (self.height, self.width), even=place < len(even))
            for place, (window, found) in enumerate(zip(windows, self.read_windows(windows, bands), strict=True))
        ]

    def sample(
        self, bands: Sequence[int], max_pixels: int = SAMPLE_PIXELS,
        sampled_windows: Sequence[SampledWindow] | None = None,
    ) -> tuple[Pixels, Mask]:  # fmt: skip
        """Values (bands, N) and validity (N,) of about `max_pixels` pixels spread evenly over the whole scene.

        Always the same pixels, whatever extent a job works on, so that statistics do not depend on it.
        Where hardly any of them is valid (a strip of image in a large empty frame), the whole scene is
        searched instead, and only valid pixels come back.

        Args:
            bands: numbered from 1.
            max_pixels: about so many.
            sampled_windows: those of the same bands and pixels, so that they are not read again.
        """
        if sampled_windows is None:
            sampled_windows = self.sampled_windows(bands, max_pixels)
        parts = [(sampled.pixels, sampled.valid) for sampled in sampled_windows if sampled.even]
        values_CN = np.concatenate([pixels.reshape(len(bands), -1) for pixels, _ in parts], axis=1)
        valid_N = np.concatenate([valid.ravel() for _, valid in parts])
        if valid_N.sum() >= FEW_PIXELS or valid_N.size == self.width * self.height:
            return values_CN, valid_N
        found_CN = self._search(bands, max_pixels)
        return found_CN, np.ones(found_CN.shape[1], bool)

    def spots(self, count: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Rows and columns of `count` pixels, valid or not, in windows all over the scene; always the same ones."""
        return drawn(self._sample_windows(SPOTS_PIXELS), count)

    def _search(self, bands: Sequence[int], max_pixels: int) -> Pixels:
        """Up to about `max_pixels` valid pixels (bands, N) of the whole scene, read in strips of bounded size."""
        strip_rows = max(1, STRIP_VALUES // (self.width * len(bands)))
        strips = math.ceil(self.height / strip_rows)
        quota = max(FEW_PIXELS, max_pixels // strips)
        parts = []
        for row in range(0, self.height, strip_rows):
            pixels_CHW, valid_HW = self.read((row, min(row + strip_rows, self.height)), (0, self.width), bands)
            found_CN = pixels_CHW[:, valid_HW]
            parts.append(found_CN[:, :: math.ceil(found_CN.shape[1] / quota) or 1])
        return np.concatenate(parts, axis=1)

    @cached_property
    def gsd_m(self) -> float | None:
        """Mean pixel size on the ground in metres; None without a grid in a CRS and without a GSD_M tag."""
        if geometry := PixelGeometry.of(self.crs, self.transform, (self.height, self.width)):
            return sum(geometry.size_m(self.height / 2, self.width / 2)) / 2
        try:
            return float(self._dataset.tags()["GSD_M"])
        except (KeyError, ValueError):
            return None

    def metadata(self) -> FileMetadata:
        """All that the file says of itself."""
        return replace(
            file_metadata(self.name, self._dataset, self.product.product if self.product else None),
            nodata=self.nodata, gsd_m=self.gsd_m, false_alpha=self._declared_alpha is not None and self.alpha is None,
        )  # fmt: skip


def open_scene(said: SceneSpec, anywhere: bool = False) -> Scene:
    """A scene, with what the user says of it; `anywhere`: it need not be on a grid.

    Raises:
        SceneError, RequestError: see `Scene.open`; or there are further sources (see `engine.scene.sources.place`).
    """
    if said.beside:
        raise RequestError(
            "this job reads one source; found {count} more",
            "leave out --with, or classify with labels",
            count=len(said.beside),
        )
    return Scene.open(
        said.path, said.crs, said.nodata, said.file_nodata, said.skip_damaged, anywhere, said.mask, said.remote
    )
