"""STAC: the items of a file, and which of their assets are bands. Reads JSON; opens no raster, asks no server.

Written for STAC 1.0 and 1.1: https://github.com/radiantearth/stac-spec (item-spec), and the extension `eo`.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

from engine.errors import SceneError
from engine.gdal import gdal_names

RASTERS = {"image/tiff", "image/vnd.stac.geotiff", "image/jp2", "image/jpeg2000", "image/jpx", "image/x.geotiff",
           "application/x-geotiff", "application/x-hdf5", "application/netcdf"}  # fmt: skip
FOR_PEOPLE = {"thumbnail", "overview", "visual", "metadata"}  # roles of assets that are no measurement


@dataclass(frozen=True)
class AssetRaster:
    """One asset: `name` as GDAL opens it, what the item calls it, and its bands (empty where it does not say)."""

    name: str
    asset: str
    bands: tuple[str, ...]


@dataclass(frozen=True)
class StacItem:
    """A STAC item, read from the file `source`; `remote` says whether the user lets us read from the network."""

    body: Mapping[str, Any]
    source: Path
    remote: bool

    @property
    def id(self) -> str:
        """What the item is called."""
        return str(self.body["id"])

    @property
    def tags(self) -> dict[str, str]:
        """What the item says of its sensor and product, under names by which other rasters say it."""
        said = self.body.get("properties") or {}
        tags = {
            "PLATFORM": said.get("platform") or said.get("constellation"),
            "PRODUCT_ID": self.body.get("collection"),
        }
        return {name: str(value) for name, value in tags.items() if value}

    def rasters(self, wanted: Sequence[str] = ()) -> list[AssetRaster]:
        """The assets that hold bands: the `wanted` ones, else those of role "data", else all rasters.

        Raises:
            SceneError: a wanted asset is not there, there is none, or one may not be read.
        """
        assets: Mapping[str, Any] = self.body["assets"]
        if missing := [key for key in wanted if key not in assets]:
            raise SceneError(f"the item {self.id} has no asset '{missing[0]}'", f"it has: {', '.join(assets)}")
        pixels = {key: asset for key, asset in assets.items() if is_raster(asset)}
        data = [key for key, asset in pixels.items() if "data" in (asset.get("roles") or ())]
        keys = list(wanted) or data or list(pixels)
        if not keys:
            raise SceneError(f"no asset of the item {self.id} is a raster of data", "name some with --assets")
        return [
            AssetRaster(located(str(assets[key].get("href", "")), self.source, self.remote), key, _bands(assets[key]))
            for key in keys
        ]


def read(path: Path, remote: bool) -> list[StacItem]:
    """The items of a file: one item, a list of items, or an ItemCollection.

    Raises:
        SceneError: it cannot be read, or holds something else.
    """
    try:
        body = json.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError) as error:
        raise SceneError(f"cannot read STAC items from {path}: {error}", "give a file of STAC items in JSON") from error
    if isinstance(body, dict):
        body = body.get("features", [body])
    items = [item for item in body if _is_item(item)] if isinstance(body, list) else []
    if not items or len(items) < len(body):
        raise SceneError(
            f"{path} holds something that is no STAC item", "give an item, a list of items or an ItemCollection"
        )
    return [StacItem(item, path, remote) for item in items]


def _is_item(body: object) -> bool:
    return (
        isinstance(body, dict)
        and isinstance(body.get("id"), str)
        and isinstance(body.get("assets"), dict)
        and all(isinstance(asset, dict) for asset in body["assets"].values())
    )


def is_raster(asset: Mapping[str, Any]) -> bool:
    """Whether an asset is a raster that holds more than a picture for people."""
    roles, media = set(asset.get("roles") or ()), str(asset.get("type") or "").partition(";")[0].strip().lower()
    return not roles & FOR_PEOPLE and (media in RASTERS or (not media and "data" in roles))


def _bands(asset: Mapping[str, Any]) -> tuple[str, ...]:
    """Names of the asset's bands: `bands` of STAC 1.1, `eo:bands` of 1.0."""
    bands = asset.get("bands") or asset.get("eo:bands") or []
    names = [band.get("name") or band.get("eo:common_name") or band.get("common_name") for band in bands]
    return tuple(map(str, names)) if all(names) else ()


def located(href: str, source: Path, remote: bool) -> str:
    """What the file `source` names, as GDAL opens it; relative to that file.

    Raises:
        SceneError: it lies on a network, which the user has not allowed, or is neither a file nor an https address.
    """
    url = urlsplit(href)
    if url.scheme == "https" and not remote:
        raise SceneError(f"{source.name} names {gdal_names.short(href)} on {url.netloc}", "read it with --remote")
    if url.scheme == "https":
        return f"/vsicurl/{href}"
    if url.scheme == "file":
        return url2pathname(unquote(url.path))
    if not href or not gdal_names.is_plain(href):
        raise SceneError(f"{source.name} names {href or 'nothing'}", "name files, or https addresses with --remote")
    return str(source.absolute().parent / href)
