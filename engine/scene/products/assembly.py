"""A product as one raster: a VRT of its bands on one grid, which GDAL resamples as it is read. Copies no pixel.

The grid is that of the finest band. What lies on another grid is warped: values bilinearly where pixels get smaller and
as means where they get larger, flags by the nearest pixel. The format: https://gdal.org/drivers/raster/vrt.html.
"""

import math
import xml.etree.ElementTree as ET  # nosec B405 - it writes only
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass

import rasterio
from rasterio.enums import ColorInterp

from engine.errors import SceneError
from engine.gdal import gdal_names
from engine.gdal.dataset import opened
from engine.scene import products
from engine.scene.products.files import digest_of_ends
from engine.scene.products.grid import Grid
from engine.scene.products.product import KINDS, NOTHING, Flag, Product, ProductBand, kinds_of
from engine.scene.products.unpacked import make_copy
from engine.scene.products.warped import SHARED_BLOCK_PX, WarpedBands, beside, gdal_type, resampling
from engine.scene.values.nodata import Ranges
from engine.words import both

TALLEST_BLOCK_PX = 1024
"""Blocks of the scene are those of its finest band, so that each is decoded once; no taller than this."""


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
        shared_block: rows and columns of the blocks in which bands come all at once, so that to read one of them costs
            as much as to read all; None if bands are kept apart.
    """

    product: Product
    document: str
    layers: str
    flags: tuple[tuple[Flag, int], ...]
    grids: tuple[Grid, ...]
    sources: Mapping[str, tuple[Grid, str]]
    by_band: tuple[Ranges, ...] = ()
    shared_block: tuple[int, int] | None = None

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
    """The rasters that stand for the product called `name`; None if it is not a product.

    Args:
        name: of a folder, an archive or a file.
        mask: what of its flags is nodata (see `engine.scene.products.product.kinds_of`).
        remote: whether what an item names may be read from the network.

    Raises:
        SceneError: a file cannot be opened, or there are no such flags.
        RequestError: `mask` is invalid.
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
        grid: of the scene, which uses all bands; that of the finest band if None, when some may be empty.

    Raises:
        SceneError: a file cannot be opened, or unpacked.
        Cancelled: the job was stopped while a product was unpacked.
    """
    for copy in product.copies:
        make_copy(copy)
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
        block = sources[finest.file].block_shapes[finest.index - 1]
        together = _together(product.bands, sources, grid) if grid else {}
        document = Document(target, block, together)
        for tag, value in product.tags.items():
            document.tag(tag, value)
        for band in product.bands:
            document.add(sources[band.file], band)
            if band.file in product.made_of:
                document.colour(sources[band.file].colorinterp[band.index - 1])
        wanted = list(dict.fromkeys((flag.file, flag.index) for flag in flags))
        layers = Document(target, block)
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
            product, str(document), str(layers) if numbered else "", tuple(numbered), tuple(grids), how,
            shared_block=_shared_block(product.bands, used, target, any(together.values())),
        )  # fmt: skip


def _together(
    bands: Sequence[ProductBand], sources: Mapping[str, rasterio.DatasetReader], grid: Grid
) -> dict[str, tuple[int, ...]]:
    """File -> those of its bands that are warped together."""
    found = {}
    for name, source in sources.items():
        own = [band for band in bands if band.file == name and not band.values]
        if not grid.holds(source) and len({repr(_nodata(source, band)) for band in own}) == 1:
            found[name] = beside(source, [band.index for band in own])
    return found


def _shared_block(
    bands: Sequence[ProductBand], sources: Mapping[str, rasterio.DatasetReader], grid: Grid, warped: bool
) -> tuple[int, int] | None:
    """The largest block in which a file, or what is warped together, gives several bands at once."""
    blocks = [SHARED_BLOCK_PX] if warped else []
    for name, source in sources.items():
        if grid.holds(source) and beside(source, [band.index for band in bands if band.file == name]):
            blocks.append(source.block_shapes[0])
    return max(blocks, key=math.prod, default=None)


def _files(bands: Sequence[ProductBand], flags: Sequence[Flag]) -> list[str]:
    return [band.file for band in bands] + [flag.file for flag in flags]


class Document:
    """A VRT as it is written."""

    def __init__(self, grid: Grid, block: tuple[int, int], together: Mapping[str, Sequence[int]] | None = None) -> None:
        self._grid, self._warped = grid, WarpedBands(grid, together or {})
        self._block = min(block[0], TALLEST_BLOCK_PX, grid.height), min(block[1], grid.width)
        self._root = ET.Element("VRTDataset", rasterXSize=str(grid.width), rasterYSize=str(grid.height))
        if grid.crs:
            _text(self._root, "SRS", grid.crs.to_wkt())
        _text(self._root, "GeoTransform", ", ".join(repr(float(number)) for number in grid.transform.to_gdal()))
        self._metadata = ET.SubElement(self._root, "Metadata")
        self._count = 0

    def __str__(self) -> str:
        return ET.tostring(self._root, encoding="unicode")

    def resampling(self, source: rasterio.DatasetReader) -> str:
        """How values of a source are brought onto the grid."""
        return "none" if self._grid.holds(source) else resampling(source, self._grid).name

    def tag(self, name: str, value: str) -> None:
        """Add what is known of the whole."""
        _text(self._metadata, "MDI", value, key=name)

    def add(self, source: rasterio.DatasetReader, band: ProductBand, is_flag: bool = False) -> None:
        """Add a band; of a flag, values as they are."""
        nodata = _nodata(source, band)
        made = self.band("UInt16" if is_flag else "Float32" if band.values else gdal_type(source, band.index))
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
        made, nodata = self.band(gdal_type(first, index)), _nodata(first, band)
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
            DataType=gdal_type(tile, index), BlockXSize=str(cols), BlockYSize=str(rows),
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
        name, number = self._warped.reach(source)
        _text(pixels, "SourceFilename", name, relativeToVRT="0", shared="0")
        _text(pixels, "SourceBand", str(number))
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
        here = source.name, band.index
        name, number = here if on_grid else self._warped.band(source, band.index, nearest, nodata)
        _text(pixels, "SourceFilename", name, relativeToVRT="0", shared="0")
        _text(pixels, "SourceBand", str(number))
        if on_grid:
            rows, cols = source.block_shapes[band.index - 1]
            ET.SubElement(
                pixels, "SourceProperties", RasterXSize=str(source.width), RasterYSize=str(source.height),
                DataType=gdal_type(source, band.index), BlockXSize=str(cols), BlockYSize=str(rows),
            )  # fmt: skip
        else:
            _placed(pixels, (self._grid.height, self._grid.width))
        return pixels


def _nodata(source: rasterio.DatasetReader, band: ProductBand) -> float | None:
    """What the product says, else what the file does."""
    if band.nodata is not None or not band.heeds_file:
        return band.nodata
    return float("nan") if band.values else source.nodatavals[band.index - 1]


def _placed(pixels: ET.Element, shape: tuple[int, int], at: tuple[int, int] = (0, 0)) -> None:
    """Say how many rows and columns of a source are shown, and at which row and column its upper left corner lies."""
    for tag, (top, left) in (("SrcRect", (0, 0)), ("DstRect", at)):
        ET.SubElement(pixels, tag, xOff=str(left), yOff=str(top), xSize=str(shape[1]), ySize=str(shape[0]))


def _text(parent: ET.Element, tag: str, text: str, **attributes: str) -> None:
    ET.SubElement(parent, tag, attributes).text = text
