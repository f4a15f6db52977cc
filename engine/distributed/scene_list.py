"""Which scenes a person means: files, folders, lists of names and STAC items become names that GDAL opens.

Knows nothing of what is done with a scene. Nothing is fetched from a network unless the user said so.
"""

import re
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import rasterio
from rasterio.errors import NotGeoreferencedWarning, RasterioIOError

from engine.errors import EngineError, RequestError, SceneError, SeveralProductsError
from engine.gdal import containers, gdal_names
from engine.progress import Report
from engine.scene import products
from engine.scene.products import tiles
from engine.scene.products.product import Product
from engine.scene.products.readers import emit
from engine.scene.sources import stac
from engine.scene.sources.stack import stack

NO_SCENES = {".ovr", ".msk", ".xml", ".json", ".geojson", ".csv", ".txt", ".hdr", ".qml", ".html"}
"""Suffixes of what lies beside scenes and is none, although GDAL opens some of it."""
RASTERS = {".tif", ".tiff", ".vrt", ".img", ".jp2", ".dat", ".bil", ".bip", ".bsq", ".nc", ".h5", ".png", ".jpg"}
"""Suffixes of what is meant to be a scene even if GDAL cannot open it: it is reported, not passed over."""
STAC_SUFFIXES = (".json", ".geojson")


@dataclass(frozen=True)
class SceneName:
    """A scene to be worked on.

    Attributes:
        name: what GDAL opens.
        title: what it is called: a file's name without its ending, a product's or an item's name.
        problem: why it cannot be worked on.
    """

    name: str
    title: str
    problem: EngineError | None = None

    @property
    def stem(self) -> str:
        """The title as the beginning of the names of its outputs."""
        return stem_of(self.title)

    @property
    def stem_of_labels(self) -> str:
        """The title as the name of a file beside others: as it is, but for what would lead to another folder."""
        return self.title if self.title == Path(self.title).name else self.stem


@dataclass(frozen=True)
class SceneSearch:
    """How what the user names is understood.

    `work` is a folder for VRTs, `assets` the assets of STAC items to stack (empty: all that hold pixels), `remote`
    whether what a list or an item names may be read from the network, `apart` whether each tile of a mosaic is a scene.
    """

    work: Path
    assets: Sequence[str] = ()
    remote: bool = False
    apart: bool = False

    def is_one(self, folder: Path) -> bool:
        """Whether a folder is one scene: a product, or a mosaic whose tiles touch each other."""
        try:
            if products.find(str(folder), self.remote):
                return True
        except SeveralProductsError:  # scenes of their own, side by side
            return False
        try:
            return not self.apart and tiles.mosaic(str(folder), adjoining=True) is not None
        except SceneError:  # they cannot be joined
            return False


def find(given: Sequence[str], search: SceneSearch, report: Report) -> list[SceneName]:
    """Every scene that `given` means, in order.

    Args:
        given: rasters, products, mosaics, folders of them, lists of names ("@list.txt" or "list.txt") and STAC files
            ("items.json").
        search: how they are understood.
        report: progress.

    Raises:
        RequestError: there is no scene, or two would give outputs of one name.
        SceneError: a list or folder that cannot be read, or a product's folder: the scenes lie deeper in it.
    """
    found: list[SceneName] = []
    for name in given:
        for scene in _scenes_of(name, search):
            report(len(found), 0, "looking for scenes")
            found.append(scene)
    if not found:
        for name in given:
            contents = containers.inside(name)
            if contents and any(Path(raster.name).parent != Path(name) for raster in contents.rasters):
                raise contents.error(name)
        raise RequestError(f"no scene found in {', '.join(given)}", "give rasters, or a folder that holds some")
    _all_differ(found)
    return found


def _scenes_of(name: str, search: SceneSearch) -> Iterator[SceneName]:
    path = Path(name)
    if path.is_dir() and search.is_one(path):
        yield _scene(str(path.absolute()))
    elif name.startswith("@") or path.suffix.lower() == ".txt":
        yield from _listed(Path(name.removeprefix("@")), search)
    elif gdal_names.is_plain(name) and path.is_dir():
        yield from _in_folder(path.absolute(), search)
    elif path.suffix.lower() in STAC_SUFFIXES and gdal_names.is_plain(name):
        whole = None if search.assets else _whole_item(path, search)
        yield from [whole] if whole else (_of_item(item, search) for item in stac.read(path, search.remote))
    else:
        yield _scene(str(path.absolute()) if gdal_names.is_plain(name) else name)


def _in_folder(folder: Path, search: SceneSearch) -> Iterator[SceneName]:
    """The scenes side by side in a folder. Of a product whose files lie there loose, one file stands for all."""
    try:
        loose = [one for one in products.all_in(str(folder), search.remote) if _is_loose(one, folder)]
    except SceneError:  # told by the job that reads it
        loose = []
    stems = {Path(product.files[0]): product.id for product in loose}
    for inner in sorted(folder.iterdir()):
        if inner in stems:
            yield SceneName(str(inner), stems[inner])
        elif not any(_belongs(inner, product) for product in loose) and _is_scene(inner, search):
            yield _scene(str(inner))


def _is_loose(product: Product, folder: Path) -> bool:
    return len(product.files) > 1 and Path(product.files[0]).parent == folder


def _belongs(path: Path, product: Product) -> bool:
    """Whether a file is one of a product's, or is called as all of them are."""
    return str(path) in product.files or path.name.startswith(tuple(product.id + mark for mark in "_-."))


def _scene(name: str) -> SceneName:
    return SceneName(name, Path(gdal_names.short(name)).stem)


def stem_of(text: str) -> str:
    """`text` as the beginning of a file's name on any system.

    Example:
        >>> stem_of("S2A 32/UQD:0"), stem_of("...")
        ('S2A_32_UQD_0', 'scene')
    """
    return re.sub(r"[^\w.\-]+", "_", text).strip("._") or "scene"


def _listed(path: Path, search: SceneSearch) -> Iterator[SceneName]:
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise SceneError(f"cannot read the list of scenes {path}", "give a text file, one name a line") from error
    for line in map(str.strip, lines):
        if line and not line.startswith("#"):
            yield _scene(stac.located(line, path, search.remote))


def _is_scene(path: Path, search: SceneSearch) -> bool:
    is_aside = path.suffix.lower() in NO_SCENES or emit.ASIDE.fullmatch(path.name)
    if path.name.startswith(".") or (path.is_file() and is_aside):
        return False
    if path.is_dir():
        return search.is_one(path)
    if containers.kind_of(str(path)):
        return products.find(str(path)) is not None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", NotGeoreferencedWarning)
            with rasterio.open(path) as dataset:
                return tiles.OURS not in dataset.tags()
    except RasterioIOError:
        return path.suffix.lower() in RASTERS


def _whole_item(path: Path, search: SceneSearch) -> SceneName | None:
    """The item of a file that holds one, read as a product with masks and grids of its own; None if it cannot be."""
    items = stac.read(path, search.remote)
    try:
        known = len(items) == 1 and products.find(str(path), search.remote)
    except SceneError:
        return None
    return SceneName(str(path.absolute()), items[0].id) if known else None


def _of_item(item: stac.StacItem, search: SceneSearch) -> SceneName:
    """The one raster of an item, or its bands as one; what is wrong with an item is its own problem."""
    stacked = search.work / f"{stem_of(item.id)}.vrt"
    try:
        return SceneName(stack(item.rasters(search.assets), item.tags, stacked), item.id)
    except EngineError as error:
        return SceneName(item.id, item.id, error)


def _all_differ(scenes: Sequence[SceneName]) -> None:
    by_stem: dict[str, SceneName] = {}
    for scene in scenes:
        other = by_stem.setdefault(scene.stem.casefold(), scene)
        if other is not scene:
            raise RequestError(
                f"{other.name} and {scene.name} would give outputs of one name, {scene.stem}_…",
                "give each scene once; run scenes of one name into folders of their own",
            )
