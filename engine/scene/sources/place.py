"""Several sources of one place as one scene: each read in its own way, and all brought onto one grid as they stream by.

A source keeps its sensor, units and nodata; where one of them holds nothing, the scene holds nothing. Nothing is
copied: GDAL resamples (see `engine.scene.products.assembly`).
"""

import xml.etree.ElementTree as ET  # nosec B405 - it writes only
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path

from affine import Affine
from rasterio.errors import CRSError, RasterioError
from rasterio.warp import transform, transform_bounds

from engine.errors import RequestError, SceneError
from engine.gdal import gdal_names
from engine.gdal.dataset import crs_of, opened
from engine.gdal.virtual import as_vrt, hold_vrt
from engine.protocol import SceneSpec
from engine.scene.extents import extent_of
from engine.scene.interpretation import Part, Reading, interpret, joint_reading, of_one_source
from engine.scene.products.assembly import assembled
from engine.scene.products.embeddings import EMBEDDING
from engine.scene.products.grid import Grid
from engine.scene.products.product import NOTHING, Flag, Product, ProductBand
from engine.scene.raster import Scene, open_scene
from engine.scene.sources import comparability
from engine.scene.sources.comparability import Known
from engine.scene.values.nodata import Ranges
from engine.sensors.acquisition import month_of
from engine.words import both, joined, say

LEAST_SHARED = 0.5
"""Share of the scene that each further source must cover."""
DEGREES_OR_LESS = 1e-9
"""Areas below this are none."""


@dataclass(frozen=True)
class _Source:
    """One source, open and understood."""

    said: SceneSpec
    scene: Scene
    reading: Reading
    step: tuple[float, float] = (0.0, 0.0)  # east and north in units of its CRS, by which it is moved
    placed: dict[str, str] = field(default_factory=dict)  # its files that are opened in another place

    @property
    def name(self) -> str:
        return gdal_names.short(self.scene.name)

    @property
    def file(self) -> str:
        """What GDAL opens for its bands, if they are those of one raster."""
        product = self.scene.product
        return self.place(product.product.bands[0].file if product else gdal_names.spelled(self.scene.name))

    def place(self, file: str) -> str:
        """What GDAL opens for one of its files: in the CRS that the user states, and moved."""
        crs = self.scene.crs if self.said.crs else None
        if not crs and not any(self.step):
            return file
        if file not in self.placed:
            with opened(file) as data:
                document, moved = as_vrt(data), Affine.translation(*self.step) @ data.transform
            if crs:
                _stated(document, "SRS", crs.to_wkt())
            if any(self.step):
                _stated(document, "GeoTransform", ", ".join(repr(float(number)) for number in moved.to_gdal()))
            self.placed[file] = hold_vrt(Path(self.name).stem, ET.tostring(document, encoding="unicode"))
        return self.placed[file]

    @property
    def made_of(self) -> dict[str, tuple[str, ...]]:
        """The files behind copies, and behind what only this process can open."""
        files, product = tuple(map(str, self.scene.files)), self.scene.product
        if not product:
            return dict.fromkeys(self.placed.values(), files)
        own = dict(product.product.made_of)
        return own | {name: own.get(file, (file,)) for file, name in self.placed.items()}

    @property
    def grid(self) -> Grid:
        scene = self.scene
        return Grid(scene.crs, scene.transform, scene.width, scene.height)


def open_place(said: SceneSpec, shift: tuple[float, float] = (0.0, 0.0)) -> tuple[Scene, Reading]:
    """The scene of a spec and how it is read; with further sources, all of them on one grid.

    Args:
        said: the scene.
        shift: how far the further sources lie from the first, down and right in pixels of the grid; they are put back.

    Raises:
        SceneError: a source cannot be read, or does not lie where the first one does.
        BandError, UnitError: something must be said of a source first.
        RequestError: a source is given twice, or there is no such grid.
    """
    with ExitStack() as files:
        first = files.enter_context(open_scene(replace(said, beside=())))
        if not said.beside:
            reading = interpret(first, said).require()
            files.pop_all()
            return first, reading
        sources = [_Source(said, first, interpret(first, said).require())]
        for each in said.beside:
            scene = files.enter_context(open_scene(each))
            with of_one_source(gdal_names.short(scene.name)):
                sources.append(_Source(each, scene, interpret(scene, each).require()))
        _require_together(sources)
        parts = [Part(each.name, each.reading, month_of(each.scene.metadata())) for each in sources]
        if any(shift):
            grid = _grid(said, sources)
            sources[1:] = [replace(each, step=_step_back(each, grid, shift), placed={}) for each in sources[1:]]
        place = files.enter_context(_joined(said, sources))
        reading = joint_reading(place, parts)
        for source in sources:
            source.scene.close()
        files.pop_all()
        return place, reading


def _stated(document: ET.Element, tag: str, text: str) -> None:
    """Say something in the XML of a VRT in place of what it says."""
    for former in document.findall(tag):
        document.remove(former)
    ET.SubElement(document, tag).text = text


def _step_back(source: _Source, grid: Grid, shift: tuple[float, float]) -> tuple[float, float]:
    """East and north in units of a source's CRS that put it back."""
    middle = grid.width / 2, grid.height / 2
    here, there = (grid.transform @ at for at in (middle, (middle[0] - shift[1], middle[1] - shift[0])))
    if grid.crs and source.scene.crs and grid.crs != source.scene.crs:
        xs, ys = transform(grid.crs, source.scene.crs, [here[0], there[0]], [here[1], there[1]])
        return xs[1] - xs[0], ys[1] - ys[0]
    return there[0] - here[0], there[1] - here[1]


def _require_together(sources: Sequence[_Source]) -> None:
    """Return if no source is there twice, and all of them lie where the first one does.

    Raises:
        RequestError, SceneError: they do not.
    """
    seen: set[tuple[Path, ...]] = set()
    for source in sources:
        files = tuple(sorted(path.resolve() for path in source.scene.files))
        if files and files in seen:
            raise RequestError("{name} is given twice", "give each source once", name=source.name)
        seen.add(files)
    first = sources[0]
    for other in sources[1:]:
        shared = _shared(first.scene, other.scene)
        if shared < LEAST_SHARED:
            raise SceneError(
                "{other} covers {share:.0%} of {first}; half of it is needed",
                "give sources of one place, or cut the scene to what they share",
                other=other.name,
                share=shared,
                first=first.name,
            )


def _shared(scene: Scene, other: Scene) -> float:
    """The share of a scene's extent that another one's covers."""
    if scene.crs is None or other.crs is None:
        raise SceneError(
            "{name} has no CRS, so nothing says where it lies",
            "assign one, or give --crs",
            name=gdal_names.short((other if scene.crs else scene).name),
        )
    west, south, east, north = extent_of(scene)
    try:
        left, bottom, right, top = transform_bounds(other.crs, scene.crs, *extent_of(other))
    except (CRSError, RasterioError) as error:
        raise SceneError(
            "{name} cannot be brought into the CRS of the scene",
            "give sources of one place",
            name=gdal_names.short(other.name),
        ) from error
    wide, high = min(east, right) - max(west, left), min(north, top) - max(south, bottom)
    return float(max(wide, 0) * max(high, 0) / max((east - west) * (north - south), DEGREES_OR_LESS))


def _joined(said: SceneSpec, sources: Sequence[_Source]) -> Scene:
    """The scene of all sources' bands."""
    bands, flags, ranges = [], [], []
    for source in sources:
        made, own = _bands(source)
        bands += made
        ranges += own
        flags += _flags(source)
    title = " + ".join(source.name for source in sources)
    made_of = {name: files for source in sources for name, files in source.made_of.items()}
    cautions = (each.scene.product.product.caution for each in sources if each.scene.product)
    known = [Known(each.name, each.scene.metadata(), each.reading) for each in sources]
    caution = joined(filter(None, [*cautions, _mixed_embeddings(sources), *comparability.cautions(known)]), " ")
    product = Product(title, tuple(bands), tuple(flags), made_of=made_of, caution=caution)
    raster = assembled(product, product.flags, _grid(said, sources))
    return Scene.of_product(said.path, replace(raster, by_band=tuple(ranges)), crs_of(said.crs))


def _bands(source: _Source) -> tuple[list[ProductBand], list[Ranges]]:
    """The bands that are used, and which values in each mean nothing beside nodata."""
    scene, product, told = source.scene, source.scene.product, _told_nodata(source)
    ranges = tuple(scene.ranges)
    made = []
    for index in source.reading.indices:
        own = (
            product.product.bands[index - 1] if product else ProductBand("", "", index, nodata=scene.nodata[index - 1])
        )
        whole = not product or product.product.made_of
        own = replace(own, file=source.file if whole else source.place(own.file))
        if not source.said.file_nodata:
            own = replace(own, nodata=None, heeds_file=False)
        if own.nodata is None:
            own = replace(own, nodata=told)
        made.append(replace(own, name=source.reading.bands[source.reading.indices.index(index)].band.name))
    return made, [ranges] * len(made)


def _told_nodata(source: _Source) -> float | None:
    """The value that the user calls nodata, or that is fill, where the file declares none: it must not be blended.

    Raises:
        SceneError: no single value says what is fill.
    """
    if fill := source.reading.fill:
        if fill.value is None or any(value is not None for value in source.scene.nodata):
            raise SceneError(
                "{name} has fill that no single value tells, which cannot be kept beside other sources",
                "give it a nodata value first: gdalwarp -dstnodata 0 {name} OUT.tif",
                name=source.name,
            )
        return fill.value
    return next((low for low, high in source.scene.ranges if low == high), None)


def _mixed_embeddings(sources: Sequence[_Source]) -> str:
    """What to say if embeddings of one model are of several years or versions; empty if they are not."""
    made = [
        each.scene.product.product for each in sources if each.scene.product and each.reading.sensor.id == EMBEDDING
    ]
    releases = {(one.tags.get("SENSOR"), one.tags.get("YEAR"), one.tags.get("VERSION")): one.title for one in made}
    models = [model for model, *_ in releases]
    mixed = [title for (model, *_), title in releases.items() if models.count(model) > 1]
    return say("{titles} differ in year or version: their numbers are not alike.", titles=both(mixed)) if mixed else ""


def _flags(source: _Source) -> list[Flag]:
    """What is masked in a source: by its product, by a mask of its own, or by its alpha band."""
    scene = source.scene
    masked = scene.product.product.masked(source.said.mask) if scene.product else ()
    flags = [replace(flag, file=source.place(flag.file)) for flag in masked]
    if scene.has_mask:
        flags.append(Flag(NOTHING, source.file, scene.count + 1, (0,)))
    if scene.alpha:
        flags.append(Flag(NOTHING, source.file, scene.alpha, (0,)))
    return flags


def _grid(said: SceneSpec, sources: Sequence[_Source]) -> Grid:
    """The grid of the scene, of the source that is named, or with pixels of so many metres over the scene.

    Raises:
        RequestError: `said.grid` is neither.
    """
    first = sources[0].grid
    if not said.grid:
        return first
    for source in sources:
        if gdal_names.short(said.grid) == source.name:
            return source.grid
    try:
        metres = float(said.grid)
    except ValueError:
        metres = 0.0
    if not metres > 0 or first.crs is None or not first.crs.is_projected:
        raise RequestError(
            "expected --grid to be the name of a source or a number of metres; found {grid}",
            "leave it out for the grid of the scene, which must have a projected CRS for metres",
            grid=said.grid,
        )
    return first.of_pixels(metres / first.crs.linear_units_factor[1])
