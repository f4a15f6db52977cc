"""A product as one raster: a VRT of its bands on one grid, which GDAL resamples as it is read. Copies no pixel.

The grid is that of the finest band. What lies on another grid is warped: values bilinearly where pixels get smaller and
as means where they get larger, flags by the nearest pixel. The format: https://gdal.org/drivers/raster/vrt.html.
"""

import math
import xml.etree.ElementTree as ET  # nosec B405 - it writes only
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from typing import Any

import rasterio
from affine import Affine
from rasterio.crs import CRS
from rasterio.dtypes import dtype_rev, typename_fwd
from rasterio.enums import ColorInterp, Resampling
from rasterio.vrt import WarpedVRT

from engine.errors import SceneError
from engine.gdal import gdal_names
from engine.gdal.dataset import opened
from engine.scene import products
from engine.scene.nodata import Ranges
from engine.scene.products.files import digest_of_ends
from engine.scene.products.product import KINDS, NOTHING, Flag, Product, ProductBand, kinds_of
from engine.scene.products.unpacked import made
from engine.words import both

EXACT = 0.001
"""Pixels by which GDAL's transformer may err where it interpolates between exact places."""
WARPED_BLOCK_PX = (256, 64)
"""Rows and columns of what is resampled at once. GDAL keeps these blocks, unless a read is both wider and taller: as
tall as the reads of a map (`engine.inference.block_reader`), which so finds what labels and statistics looked at."""
TALLEST_BLOCK_PX = 1024
"""Blocks of the scene are those of its finest band, so that each is decoded once; no taller than this."""

HALF_TURN = 180 + 1e-9
"""Degrees: PROJ gives longitudes from -180 to 180."""


@dataclass(frozen=True)
class Grid:
    """Where the pixels of a scene lie."""

    crs: CRS | None
    transform: Affine
    width: int
    height: int

    @classmethod
    def of(cls, dataset: rasterio.DatasetReader) -> "Grid":
        """That of an open raster, with its first row in the north."""
        grid = cls(dataset.crs, dataset.transform, dataset.width, dataset.height)
        if grid.transform.e <= 0 or grid.transform.b or grid.transform.d:
            return grid
        north = grid.transform @ (0, grid.height)
        return replace(grid, transform=Affine(grid.transform.a, 0, north[0], 0, -grid.transform.e, north[1]))

    @property
    def pixel(self) -> float:
        """Side of a pixel in units of the reference system."""
        return math.sqrt(abs(self.transform.determinant))

    def of_pixels(self, side: float) -> "Grid":
        """The same extent in pixels of `side` units of the reference system, from the same corner; at least one."""
        east, south = self.transform.a / side, abs(self.transform.e) / side
        transform = Affine(side, 0, self.transform.c, 0, -side, self.transform.f)
        width, height = (max(1, math.ceil(count * share - 1e-6)) for count, share in
                         ((self.width, east), (self.height, south)))  # fmt: skip
        return Grid(self.crs, transform, width, height)

    def __str__(self) -> str:
        return f"{self.width} x {self.height} pixels of {self.pixel:g}"

    def holds(self, dataset: rasterio.DatasetReader) -> bool:
        """Whether the raster has these very pixels."""
        return bool(
            dataset.shape == (self.height, self.width)
            and dataset.crs == self.crs
            and dataset.transform.almost_equals(self.transform, 1e-9)
        )

    def place(self, dataset: rasterio.DatasetReader) -> tuple[float, float]:
        """Row and column at which the upper left corner of a raster lies."""
        col, row = ~self.transform @ (dataset.transform.c, dataset.transform.f)
        return row, col

    def within(self, dataset: rasterio.DatasetReader) -> bool:
        """Whether the raster, in the same reference system, reaches at least as far on all sides."""
        west, south, east, north = rasterio.transform.array_bounds(self.height, self.width, self.transform)
        other, near = Grid.of(dataset), 1e-6 * self.pixel
        left, bottom, right, top = rasterio.transform.array_bounds(other.height, other.width, other.transform)
        reaches = left <= west + near and bottom <= south + near and right >= east - near and top >= north - near
        return self.crs == other.crs and reaches


@dataclass(frozen=True)
class ProductRaster:
    """What GDAL opens for a product.

    Attributes:
        product: what it says of itself.
        document: the XML of a VRT with its bands.
        layers: the XML of a VRT on the same grid with what its flags look at; empty without flags.
        flags: those that count, each with the number of its band in `layers`.
        grids: of the files that hold bands, the finest first.
        sources: file with bands -> its grid, and how it is brought onto the scene's.
        by_band: values without meaning of each band, beside nodata; empty: those of the product hold for all.
    """

    product: Product
    document: str
    layers: str
    flags: tuple[tuple[Flag, int], ...]
    grids: tuple[Grid, ...]
    sources: Mapping[str, tuple[Grid, str]]
    by_band: tuple[Ranges, ...] = ()

    @property
    def files(self) -> tuple[str, ...]:
        """The files on this disk that hold bands and flags, or the archive that holds them."""
        named = _files(self.product.bands, [flag for flag, _ in self.flags])
        used = dict.fromkeys(file for name in named for file in self.product.made_of.get(name, (name,)))
        return tuple(dict.fromkeys(str(path) for path in map(gdal_names.file_of, used) if path))

    def facts(self) -> list[dict[str, str]]:
        """What tells where the bands come from: of each file its name, digest, grid and resampling, without folders.

        The digest is the SHA-256 of size, beginning and end: a scene of gigabytes is not read for it.
        """
        product = self.product
        behind = {name: product.made_of.get(name, (name,)) for name in self.sources}
        return [
            {
                "product": product.title,
                "taken": product.taken,
                "file": gdal_names.short(behind[name][0] if len(behind[name]) == 1 else name),
                "bands": ", ".join(band.name or str(band.index) for band in product.bands if band.file == name),
                "sha256_of_ends": digest_of_ends(behind[name]),
                "grid": str(grid),
                "resampling": how,
            }
            for name, (grid, how) in self.sources.items()
        ]


def product_raster(name: str, mask: str, remote: bool) -> ProductRaster | None:
    """The rasters that stand for the product called `name`; None if it is none.

    Args:
        name: of a folder, an archive or a file.
        mask: what of its flags is nodata (see `engine.scene.products.product.kinds_of`).
        remote: whether what an item names may be read from the network.

    Raises:
        SceneError: a file cannot be opened, or there are no such flags.
        RequestError: `mask` is none.
    """
    kinds, product = kinds_of(mask), products.find(name, remote)
    flags = product.masked(mask) if product else ()
    if mask and kinds and not flags:
        raise SceneError(
            "{name} has no layer of {kinds}",
            "leave out --mask; make a nodata value of what you mask yourself",
            name=gdal_names.short(name),
            kinds=both(KINDS[kind] for kind in kinds if kind != NOTHING),
        )
    return assembled(product, flags) if product else None


def assembled(product: Product, flags: Sequence[Flag], grid: Grid | None = None) -> ProductRaster:
    """The rasters that stand for a product.

    Args:
        product: what it says of itself.
        flags: those that count.
        grid: of the scene; that of the finest band if None.

    Raises:
        SceneError: a file cannot be opened, or unpacked.
        Cancelled: the job was stopped while a product was unpacked.
    """
    for copy in product.copies:
        made(copy)
    with ExitStack() as files:
        sources = {name: files.enter_context(opened(name)) for name in dict.fromkeys(_files(product.bands, flags))}
        grids = list(dict.fromkeys(Grid.of(sources[band.file]) for band in product.bands))
        first = product.bands[0].file
        if product.whole and len(product.bands) != sources[first].count:
            raise SceneError(
                "the product's metadata names {count} bands; {name} has {found}",
                "download the product again",
                count=len(product.bands),
                name=gdal_names.short(first),
                found=sources[first].count,
            )
        if grid is None:
            grids.sort(key=lambda each: each.pixel)
        target = grid or grids[0]
        finest = next(band for band in product.bands if Grid.of(sources[band.file]) == grids[0])
        document = Document(target, sources[finest.file].block_shapes[finest.index - 1])
        for tag, value in product.tags.items():
            document.tag(tag, value)
        for band in product.bands:
            document.add(sources[band.file], band)
            if band.file in product.made_of:
                document.colour(sources[band.file].colorinterp[band.index - 1])
        wanted = list(dict.fromkeys((flag.file, flag.index) for flag in flags))
        layers = Document(target, sources[finest.file].block_shapes[finest.index - 1])
        for file, index in wanted:
            if index > sources[file].count:
                layers.add_reach(sources[file])
            else:
                layers.add(sources[file], ProductBand("", file, index), is_flag=True)
        numbered = [(flag, wanted.index((flag.file, flag.index)) + 1) for flag in flags]
        for band in product.bands:
            source = sources[band.file]
            outside = Flag(NOTHING, band.file, source.count + 1, (0,))
            told = _nodata(source, band) is not None or ColorInterp.alpha in source.colorinterp or target.within(source)
            if not told and outside not in dict(numbered):
                numbered.append((outside, layers.add_reach(source)))
        used = {band.file: sources[band.file] for band in product.bands}
        how = {name: (Grid.of(source), document.resampling(source)) for name, source in used.items()}
        return ProductRaster(
            product, str(document), str(layers) if numbered else "", tuple(numbered), tuple(grids), how
        )


def _files(bands: Sequence[ProductBand], flags: Sequence[Flag]) -> list[str]:
    return [band.file for band in bands] + [flag.file for flag in flags]


class Document:
    """A VRT as it is written."""

    def __init__(self, grid: Grid, block: tuple[int, int]) -> None:
        self._grid = grid
        self._block = min(block[0], TALLEST_BLOCK_PX, grid.height), min(block[1], grid.width)
        self._root = ET.Element("VRTDataset", rasterXSize=str(grid.width), rasterYSize=str(grid.height))
        if grid.crs:
            _text(self._root, "SRS", grid.crs.to_wkt())
        _text(self._root, "GeoTransform", ", ".join(repr(float(number)) for number in grid.transform.to_gdal()))
        self._metadata = ET.SubElement(self._root, "Metadata")
        self._warped: dict[tuple[object, ...], ET.Element] = {}
        self._count = 0

    def __str__(self) -> str:
        return ET.tostring(self._root, encoding="unicode")

    def resampling(self, source: rasterio.DatasetReader) -> str:
        """How values of a source are brought onto the grid."""
        return "none" if self._grid.holds(source) else _resampling(source, self._grid).name

    def tag(self, name: str, value: str) -> None:
        """Add what is known of the whole."""
        _text(self._metadata, "MDI", value, key=name)

    def add(self, source: rasterio.DatasetReader, band: ProductBand, is_flag: bool = False) -> None:
        """Add a band; of a flag, values as they are."""
        nodata = _nodata(source, band)
        made = self.band("UInt16" if is_flag else "Float32" if band.values else _gdal_type(source, band.index))
        _text(made, "Description", band.name)
        self._own_words(made, source, band)
        if nodata is not None and not is_flag:
            _text(made, "NoDataValue", "nan" if band.values or math.isnan(nodata) else repr(nodata))
        if band.values:
            self._looked_up(made, source, band)
        else:
            self._source(made, "SimpleSource", source, band, is_flag, nodata)

    def colour(self, colour: ColorInterp) -> None:
        """Say as what the last band is shown."""
        _text(self._root[-1], "ColorInterp", colour.name.capitalize())

    def add_tiles(self, tiles: Sequence[rasterio.DatasetReader], index: int) -> None:
        """Add band `index` of rasters that lie on the grid side by side; where they overlap, the last one shows."""
        first = tiles[0]
        band = ProductBand(first.descriptions[index - 1] or "", first.name, index)
        made, nodata = self.band(_gdal_type(first, index)), _nodata(first, band)
        _text(made, "Description", band.name)
        self._own_words(made, first, band)
        self.colour(first.colorinterp[index - 1])
        if nodata is not None:
            _text(made, "NoDataValue", "nan" if math.isnan(nodata) else repr(nodata))
        for tile in tiles:
            pixels = ET.SubElement(made, "SimpleSource" if nodata is None else "ComplexSource")
            self._tile(pixels, tile, index)
            if nodata is not None:
                _text(pixels, "NODATA", "nan" if math.isnan(nodata) else repr(nodata))

    def add_cover(self, tiles: Sequence[rasterio.DatasetReader]) -> None:
        """Add a band that is 1 where a tile lies, else 0."""
        made = self.band("UInt16")
        for tile in tiles:
            pixels = ET.SubElement(made, "ComplexSource")
            self._tile(pixels, tile, 1)
            _text(pixels, "ScaleOffset", "1")
            _text(pixels, "ScaleRatio", "0")

    def _tile(self, pixels: ET.Element, tile: rasterio.DatasetReader, index: int) -> None:
        _text(pixels, "SourceFilename", tile.name, relativeToVRT="0", shared="0")
        _text(pixels, "SourceBand", str(index))
        rows, cols = tile.block_shapes[index - 1]
        ET.SubElement(
            pixels, "SourceProperties", RasterXSize=str(tile.width), RasterYSize=str(tile.height),
            DataType=_gdal_type(tile, index), BlockXSize=str(cols), BlockYSize=str(rows),
        )  # fmt: skip
        row, col = self._grid.place(tile)
        _placed(pixels, (tile.height, tile.width), (round(row), round(col)))

    def band(self, kind: str) -> ET.Element:
        """Add a band of pixels of a type of GDAL, without sources."""
        self._count += 1
        return ET.SubElement(
            self._root, "VRTRasterBand", dataType=kind, band=str(self._count),
            blockYSize=str(self._block[0]), blockXSize=str(self._block[1]),
        )  # fmt: skip

    @staticmethod
    def _own_words(made: ET.Element, source: rasterio.DatasetReader, band: ProductBand) -> None:
        """What the file says of the band; a product may say something else, which goes first."""
        if band.heeds_file and not band.values:
            _text(made, "UnitType", source.units[band.index - 1] or "")
            _text(made, "Offset", repr(source.offsets[band.index - 1]))
            _text(made, "Scale", repr(source.scales[band.index - 1]))
            metadata = ET.SubElement(made, "Metadata")
            for name, value in source.tags(band.index).items():
                _text(metadata, "MDI", value, key=name)

    def add_reach(self, source: rasterio.DatasetReader) -> int:
        """Add a band that is 0 where a source does not reach, or its own mask says so; its number."""
        pixels = ET.SubElement(self.band("UInt16"), "SimpleSource")
        _text(pixels, "SourceFilename", self._on_grid(source, 1, True, None, reach=True), relativeToVRT="0", shared="0")
        _text(pixels, "SourceBand", "2")
        _placed(pixels, (self._grid.height, self._grid.width))
        return self._count

    def _looked_up(self, made: ET.Element, source: rasterio.DatasetReader, band: ProductBand) -> None:
        pixels = self._source(made, "ComplexSource", source, band, True, None)
        _text(pixels, "LUT", ",".join(f"{number}:{value!r}" for number, value in (band.values or {}).items()))

    def _source(
        self, made: ET.Element, kind: str, source: rasterio.DatasetReader, band: ProductBand, nearest: bool,
        nodata: float | None,
    ) -> ET.Element:  # fmt: skip
        pixels = ET.SubElement(made, kind)
        on_grid = self._grid.holds(source)
        name = source.name if on_grid else self._on_grid(source, band.index, nearest, nodata)
        _text(pixels, "SourceFilename", name, relativeToVRT="0", shared="0")
        _text(pixels, "SourceBand", str(band.index) if on_grid else "1")
        if on_grid:
            rows, cols = source.block_shapes[band.index - 1]
            ET.SubElement(
                pixels, "SourceProperties", RasterXSize=str(source.width), RasterYSize=str(source.height),
                DataType=_gdal_type(source, band.index), BlockXSize=str(cols), BlockYSize=str(rows),
            )  # fmt: skip
        else:
            _placed(pixels, (self._grid.height, self._grid.width))
        return pixels

    def _on_grid(
        self, source: rasterio.DatasetReader, index: int, nearest: bool, nodata: float | None, reach: bool = False
    ) -> str:
        """The XML of a VRT of one band that is warped onto the grid as it is read; `reach`: and a second one of alpha.

        GDAL warps all bands of such a VRT at once, and each band of the scene opens its own. It is a column wider than
        the grid: a read of all its pixels would pass by its blocks, and round a few pixels otherwise.
        """
        key = source.name, nearest, nodata, reach
        if key not in self._warped:
            grid = self._grid
            how = Resampling.nearest if nearest else _resampling(source, grid)
            options: dict[str, Any] = {} if nodata is None or nearest else {"src_nodata": nodata, "nodata": nodata}
            with WarpedVRT(
                source, src_crs=_unbroken(source), crs=grid.crs, transform=grid.transform, width=grid.width + 1,
                height=grid.height, resampling=how, tolerance=EXACT, add_alpha=reach, **options,
            ) as warped:  # fmt: skip
                made = next(iter(warped.tags(ns="xml:VRT").values()))
            self._warped[key] = _of_one_band(ET.fromstring(made))  # noqa: S314 # nosec B314 - GDAL wrote it
        root = self._warped[key]
        for band in root.findall("VRTRasterBand")[:1]:
            band.set("dataType", _gdal_type(source, index))
        for mapped in root.iter("BandMapping"):
            mapped.set("src", str(index))
        return ET.tostring(root, encoding="unicode")


def _unbroken(source: rasterio.DatasetReader) -> CRS | None:
    """The source's reference system; where it goes across the 180th meridian, with longitudes that do so, too."""
    west, _, east, _ = source.bounds
    if source.crs is None or not source.crs.is_geographic or (west >= -HALF_TURN and east <= HALF_TURN):
        return source.crs
    return CRS.from_string(f"{source.crs.to_proj4()} +lon_wrap={(west + east) / 2}")


def _of_one_band(root: ET.Element) -> ET.Element:
    """A warped VRT without all bands but the first, and the last if that is alpha; in small blocks."""
    alpha = root.find(".//DstAlphaBand")
    bands = root.findall("VRTRasterBand")
    for band in bands[1 : len(bands) - (alpha is not None)]:
        root.remove(band)
    if alpha is not None:
        bands[-1].set("band", "2")
        alpha.text = "2"
    for mapped in root.iter("BandList"):
        mapped[1:] = []
    for tag, side in zip(("BlockYSize", "BlockXSize"), WARPED_BLOCK_PX, strict=True):
        for each in root.iter(tag):
            each.text = str(side)
    return root


def _nodata(source: rasterio.DatasetReader, band: ProductBand) -> float | None:
    """What the product says, else what the file does."""
    if band.nodata is not None or not band.heeds_file:
        return band.nodata
    return float("nan") if band.values else source.nodatavals[band.index - 1]


def _resampling(source: rasterio.DatasetReader, grid: Grid) -> Resampling:
    """Means where pixels get larger, interpolation where they get smaller."""
    centre = source.transform @ (source.width / 2, source.height / 2)
    sides = list(_sides(source, grid, centre))
    return Resampling.average if min(sides) > 1.5 else Resampling.bilinear


def _sides(source: rasterio.DatasetReader, grid: Grid, centre: tuple[float, float]) -> Iterator[float]:
    """How many of the source's pixels one of the grid's is long, along rows and columns."""
    if source.crs and grid.crs and source.crs != grid.crs:
        side = abs(source.transform.a), abs(source.transform.e)
        xs = [centre[0], centre[0] + side[0], centre[0]]
        ys = [centre[1], centre[1], centre[1] + side[1]]
        east, north = rasterio.warp.transform(source.crs, grid.crs, xs, ys)
        for other in (1, 2):
            yield grid.pixel / max(math.hypot(east[other] - east[0], north[other] - north[0]), 1e-12)
    else:
        yield grid.pixel / Grid.of(source).pixel


def _gdal_type(source: rasterio.DatasetReader, index: int) -> str:
    return str(typename_fwd[dtype_rev[source.dtypes[index - 1]]])


def _placed(pixels: ET.Element, shape: tuple[int, int], at: tuple[int, int] = (0, 0)) -> None:
    """Say how many rows and columns of a source are shown, and at which row and column its upper left corner lies."""
    for tag, (top, left) in (("SrcRect", (0, 0)), ("DstRect", at)):
        ET.SubElement(pixels, tag, xOff=str(left), yOff=str(top), xSize=str(shape[1]), ySize=str(shape[0]))


def _text(parent: ET.Element, tag: str, text: str, **attributes: str) -> None:
    ET.SubElement(parent, tag, attributes).text = text
