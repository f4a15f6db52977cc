"""Sets of GEO-Bench-2: containers ("tortillas", TACO version 1) of many files with a table of contents at the end.

A container begins with ``#y``, then the position and the length of its table (little-endian, 8 bytes each); what it
holds begins after 200 bytes. The table is a Parquet file. A sample is itself a container; positions in it count from
its own beginning. Rasters are read inside the container. Two sets are known: BigEarthNet v2 and PASTIS-R.
"""

import io
import struct
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import h5py
import numpy as np
import rasterio
from numpy.typing import NDArray
from pyarrow import ArrowException, parquet

from engine.errors import LabelError, RequestError, SceneError
from engine.sensors import CATALOGUE
from training.evaluate.datasets.labelled_set import AGAIN, ChipArray, Kind, LabelledSet, Sample, class_map, complete

MAGIC, HEAD = b"#y", struct.Struct("<QQ")
SPLITS = {"train": "train", "validation": "valid", "test": "test"}
STATISTICS_FROM = 200  # training samples at most, evenly drawn: containers carry no statistics

BIGEARTHNET = (
    "Urban fabric", "Industrial or commercial units", "Arable land", "Permanent crops", "Pastures",
    "Complex cultivation patterns",
    "Land principally occupied by agriculture, with significant areas of natural vegetation", "Agro-forestry areas",
    "Broad-leaved forest", "Coniferous forest", "Mixed forest", "Natural grassland and sparsely vegetated areas",
    "Moors, heathland and sclerophyllous vegetation", "Transitional woodland, shrub", "Beaches, dunes, sands",
    "Inland wetlands", "Coastal wetlands", "Inland waters", "Marine waters",
)  # fmt: skip
"""The 19 classes of BigEarthNet (Sumbul et al. 2021), as the containers call them."""
VOID = 19  # of PASTIS (Garnot and Landrieu 2021): a parcel that is mostly outside


@dataclass(frozen=True)
class ContainedFile:
    """A file in a container.

    Attributes:
        path, offset, length: where its bytes are.
        name, form, split: its name, its format, and the split it belongs to.
        row: all columns of its row in the table.
    """

    path: Path
    offset: int
    length: int
    name: str
    form: str
    split: str
    row: Mapping[str, Any]


@dataclass(frozen=True)
class SetSchema:
    """The layout of a set: `image` and `label` read the items of a sample, by name."""

    kind: Kind
    classes: int
    bands: tuple[str, ...]
    image: Callable[[Mapping[str, ContainedFile]], NDArray[Any]]
    label: Callable[[ContainedFile, Mapping[str, ContainedFile]], NDArray[Any]]
    notes: tuple[str, ...]


def items(path: Path, inside: ContainedFile | None = None) -> list[ContainedFile]:
    """What a container holds; `inside`: what a container in it holds.

    Raises:
        SceneError: no container, or one that is cut short.
    """
    start, end = (inside.offset, inside.offset + inside.length) if inside else (0, path.stat().st_size)
    head = _bytes(path, start, len(MAGIC) + HEAD.size)
    if not head.startswith(MAGIC) or len(head) < len(MAGIC) + HEAD.size:
        raise SceneError(f"expected a GEO-Bench-2 container in {path}; found {head[:2]!r}", AGAIN)
    position, length = HEAD.unpack(head[len(MAGIC) :])
    if start + position + length > end:
        raise SceneError(f"{path} is cut short: its table ends at {start + position + length} of {end} bytes", AGAIN)
    try:
        rows = parquet.read_table(io.BytesIO(_bytes(path, start + position, length))).to_pylist()
        found = [
            ContainedFile(path, start + row["tortilla:offset"], row["tortilla:length"], row["tortilla:id"],
                 row["tortilla:file_format"], row["tortilla:data_split"], row)
            for row in rows
        ]  # fmt: skip
    except (ArrowException, OSError, KeyError, TypeError) as error:
        raise SceneError(f"the table of {path} cannot be read: {error}", AGAIN) from error
    if outside := [item.name for item in found if not start <= item.offset <= item.offset + item.length <= end]:
        raise SceneError(f"{path} is cut short: {outside[0]} ends behind its last byte", AGAIN)
    return found


def _pixels(item: ContainedFile) -> NDArray[Any]:
    """The numbers of a raster or of an HDF5 file's `data`.

    Raises:
        SceneError: it cannot be read.
    """
    try:
        if item.form == "HDF5":
            with h5py.File(io.BytesIO(_bytes(item.path, item.offset, item.length)), "r") as file:
                return np.asarray(file["data"][()])
        with rasterio.open(f"/vsisubfile/{item.offset}_{item.length},{item.path.resolve()}") as source:
            return np.asarray(source.read())
    except (OSError, KeyError, RuntimeError, rasterio.errors.RasterioError) as error:
        raise SceneError(f"cannot read {item.name} in {item.path}: {error}", AGAIN) from error


def opened(root: Path, name: str) -> LabelledSet:
    """The set of a name in `SETS`, from all of its containers below `root`.

    Raises:
        RequestError: there is none, or a split is empty.
        SceneError, LabelError: a container is damaged.
    """
    paths = sorted(root.rglob(f"*{name}*.tortilla"))
    if not paths:
        raise RequestError(f"expected *{name}*.tortilla below {root}; found none", "give its folder to --root")
    schema = SETS[name]
    samples = {f"{path.name}/{item.name}": item for path in paths for item in items(path)}
    splits = {
        ours: tuple(key for key, item in samples.items() if item.split == theirs) for theirs, ours in SPLITS.items()
    }
    splits = dict(complete(splits, ", ".join(path.name for path in paths)))
    read = partial(_sample, schema, samples)
    sensor = CATALOGUE["sentinel-2"]
    known = {band.name: band for band in sensor.bands}
    some = splits["train"][:: -(-len(splits["train"]) // STATISTICS_FROM)]
    pixels_NCHW = np.stack([read(key).pixels[0] for key in some])
    array = ChipArray(pixels_NCHW, tuple(known[band] for band in schema.bands), sensor.modality, sensor.gsd_m or 0.0)
    view = array.view(np.arange(len(some)))
    return LabelledSet(name, schema.kind, schema.classes, (view,), splits, read, schema.notes)


def _sample(schema: SetSchema, samples: Mapping[str, ContainedFile], key: str) -> Sample:
    item = samples[key]
    inner = {each.name: each for each in items(item.path, item)}
    return Sample((_image(schema, inner, item),), schema.label(item, inner))


def _image(schema: SetSchema, inner: Mapping[str, ContainedFile], item: ContainedFile) -> NDArray[np.float32]:
    if "s2" not in inner:
        raise SceneError(f"expected s2 in {item.name} of {item.path}; found {', '.join(inner)}", AGAIN)
    image_CHW = schema.image(inner).astype(np.float32)
    if image_CHW.ndim != 3 or len(image_CHW) != len(schema.bands):
        raise SceneError(
            f"expected {len(schema.bands)} bands in {item.name} of {item.path}; found {image_CHW.shape}", AGAIN
        )
    return image_CHW


def _classes(item: ContainedFile, _inner: Mapping[str, ContainedFile]) -> NDArray[Any]:
    labels = set(item.row.get("labels") or ())
    if not labels or labels - set(BIGEARTHNET):
        raise LabelError(f"expected classes of BigEarthNet in {item.name} of {item.path}; found {labels}", AGAIN)
    return np.array([name in labels for name in BIGEARTHNET])


def _parcels(item: ContainedFile, inner: Mapping[str, ContainedFile]) -> NDArray[Any]:
    """The first of the three images; the others are not the class."""
    if "semantic" not in inner:
        raise LabelError(f"{item.name} of {item.path} has no label", AGAIN)
    where = f"{item.name} of {item.path}"
    return class_map(_pixels(inner["semantic"])[0], VOID, where, ignored=(VOID,))


def _bytes(path: Path, offset: int, length: int) -> bytes:
    try:
        with path.open("rb") as file:
            file.seek(offset)
            return file.read(length)
    except OSError as error:
        raise SceneError(f"cannot read {path}: {error.strerror}", AGAIN) from error


_S2 = ("B01", "B02", "B03", "B04", "B05", "B06", "B07", "B08", "B8A", "B09", "B11", "B12")
_COMMON = (
    "statistics are those of training samples: the container has none",
    "Sentinel-1 is left out: one sensor at a time",
)
SETS: Mapping[str, SetSchema] = {
    "benv2": SetSchema("multilabel", len(BIGEARTHNET), _S2, lambda inner: _pixels(inner["s2"]), _classes, _COMMON),
    "pastis": SetSchema(
        "segmentation", VOID, tuple(band for band in _S2 if band not in ("B01", "B09")),
        lambda inner: _pixels(inner["s2"])[-1], _parcels, (*_COMMON, "only the last date of a series is read"),
    ),
}  # fmt: skip
"""Part of the file name -> layout, with bands in the order of the set's own reader."""
