"""Chosen assets of a STAC item as one scene that other processes open by name: a product's VRT, written to a file."""

from collections.abc import Collection, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path

import rasterio
from rasterio.enums import MaskFlags

from engine.errors import SceneError
from engine.gdal.dataset import opened
from engine.scene.products.assembly import assembled
from engine.scene.products.grid import Grid
from engine.scene.products.product import Product, ProductBand
from engine.scene.sources.stac import AssetRaster


def stack(rasters: Sequence[AssetRaster], tags: Mapping[str, str], vrt: Path) -> str:
    """The name of one scene with the bands of all `rasters`: the only one itself if it has several bands.

    Args:
        rasters: the assets.
        tags: what is known of the whole.
        vrt: written where there is something to stack; its bands are called what the rasters are.

    Raises:
        SceneError: one cannot be opened, or has a mask or a border that a VRT in a file cannot keep.
    """
    with ExitStack() as files:
        sources = [files.enter_context(opened(raster.name)) for raster in rasters]
        if len(sources) == 1 and sources[0].count > 1:
            return rasters[0].name
        bands = tuple(
            ProductBand(_called(raster, source, index), raster.name, index)
            for raster, source in zip(rasters, sources, strict=True)
            for index in source.indexes
        )
        made = assembled(Product("", bands, tags=tags), ())
        _require_whole(rasters, sources, {flag.file for flag, _ in made.flags})
    text = made.document.encode()
    if (
        not vrt.is_file() or vrt.read_bytes() != text
    ):  # otherwise it keeps its time, so that an interrupted job can resume
        vrt.parent.mkdir(parents=True, exist_ok=True)
        vrt.write_bytes(text)
    return str(vrt.absolute())


def _require_whole(
    rasters: Sequence[AssetRaster], sources: Sequence[rasterio.DatasetReader], short: Collection[str]
) -> None:
    """Return if a VRT alone tells where each band holds something.

    Args:
        rasters: the assets.
        sources: the same, open.
        short: names of files that state no nodata and do not cover the grid of the finest band.

    Raises:
        SceneError: it does not.
    """
    for raster, source in zip(rasters, sources, strict=True):
        flags = source.mask_flag_enums[0]
        if MaskFlags.per_dataset in flags and MaskFlags.alpha not in flags:
            raise SceneError(f"the asset {raster.asset} has a mask of its own", "give one file with all bands and mask")
        if raster.name in short:
            raise SceneError(
                f"the asset {raster.asset} ({Grid.of(source)}) covers a part of the others and states no nodata",
                "choose other assets with --assets NAME,NAME",
            )


def _called(raster: AssetRaster, source: rasterio.DatasetReader, index: int) -> str:
    """What the item calls the band, else the file, else after the asset."""
    if len(raster.bands) == source.count:
        return raster.bands[index - 1]
    return source.descriptions[index - 1] or (raster.asset if source.count == 1 else f"{raster.asset} {index}")
