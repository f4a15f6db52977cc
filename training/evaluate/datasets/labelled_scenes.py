"""The densely labelled scenes of the project's data: which files they are, and how their labels are read.

Labels are a raster on the scene's grid, or polygons that are rasterised (pixels whose centre lies inside).
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyogrio
from rasterio.features import rasterize

from engine.classes.class_names import normalised
from engine.gdal.dataset import opened
from engine.labels.vector_files import source_of
from training.evaluate.datasets.labelled_set import UNLABELLED


@dataclass(frozen=True)
class LabelledScene:
    """A raster with labels.

    Attributes:
        labels: a raster on the same grid, or a vector file.
        field: the vector's class field; None for a raster, and for a vector whose inside and outside are the classes.
        ignored: values of a raster of labels that are no class.
        units: what a user would give to `--units`, where the file does not say it.
    """

    name: str
    group: str
    image: Path
    labels: Path
    field: str | None = None
    ignored: tuple[int, ...] = ()
    units: str | None = None

    def truth(self) -> np.ndarray:
        """(H, W) int16: classes 0..K-1 in ascending order of value, `UNLABELLED` elsewhere."""
        if self.labels.suffix == ".tif":
            with opened(str(self.labels)) as source:
                values_HW = source.read(1).astype(np.int32)
            classes = [value for value in np.unique(values_HW) if value not in self.ignored]
        else:
            values_HW, classes = self._rasterised()
        truth_HW = np.full(values_HW.shape, UNLABELLED, np.int16)
        for number, value in enumerate(classes):
            truth_HW[values_HW == value] = number
        return truth_HW

    def _rasterised(self) -> tuple[np.ndarray, list[int]]:
        with opened(str(self.image)) as scene:
            shape, crs, transform = scene.shape, scene.crs, scene.transform
        table = pyogrio.read_dataframe(source_of(str(self.labels))).to_crs(crs)
        table = table[table.geom_type.isin(["Polygon", "MultiPolygon"])]
        if self.field is None:
            return rasterize(table.geometry, shape, transform=transform, dtype="int32"), [0, 1]
        named = [normalised(name) for name in table[self.field]]
        names = sorted(set(named))
        numbers = [names.index(name) + 1 for name in named]
        values_HW = rasterize(zip(table.geometry, numbers, strict=True), shape, transform=transform, dtype="int32")
        return values_HW, list(range(1, len(names) + 1))


def labelled_scenes(data: Path) -> list[LabelledScene]:
    """Every densely labelled scene below `data`, ordered by group. (HyMap of Berlin: no polygon reaches it.)"""
    return [
        *_with_masks("FLAIR aerial", data, "flair2_*_img.tif", "_img", "_mask"),
        *_with_masks("cloud masks", data, "csmask_*_img.tif", "_img", "_mask"),
        *_with_masks("Amazon forest", data, "amazon_*_img.tif", "_img", "_mask"),
        *_with_masks("TerraMind land cover", data, "terramind_*_S2L2A.tif", "_S2L2A", "_LULC", units="dn"),
        *_with_masks("EnMAP", data, "enmap_potsdam_mosaic.tif", "_mosaic", "_landcover", ignored=(0,)),
        *_of_berlin("enmap_berlin_sim", data, "enmap_berlin_sim_177b.tif"),
        *_of_berlin("hires_berlin", data, "hires_berlin_3m6.tif"),
        *_with_polygons("RCR wetlands", data, "rcr_*.tif", "Classname"),
        *_with_polygons("Boadella water", data, "boadella_202[01]-0[267]-*.tif"),  # the dates with outlines
    ]


def radar_scenes(data: Path) -> list[LabelledScene]:
    """The land cover of TerraMind's places as Sentinel-1 sees it."""
    return _with_masks("TerraMind land cover, S1", data, "terramind_*_S1RTC.tif", "_S1RTC", "_LULC")


def _with_masks(
    group: str, data: Path, images: str, image_end: str, mask_end: str, *, units: str | None = None,
    ignored: tuple[int, ...] = (),
) -> list[LabelledScene]:  # fmt: skip
    """Scenes whose labels are a raster of nearly the same name."""
    found = []
    for path in sorted(data.rglob(images)):
        mask = path.with_stem(path.stem.replace(image_end, mask_end))
        found.append(LabelledScene(path.stem.removesuffix(image_end), group, path, mask, None, ignored, units))
    return found


def _of_berlin(name: str, data: Path, image: str) -> list[LabelledScene]:
    """A scene of Berlin; its scenes share their polygons."""
    return [
        LabelledScene(name, "Berlin", path, path.with_name("berlin_landcover.gpkg"), "Level_2", units="dn")
        for path in sorted(data.rglob(image))
    ]


def _with_polygons(group: str, data: Path, images: str, field: str | None = None) -> list[LabelledScene]:
    """Scenes whose labels are polygons beside them."""
    return [
        LabelledScene(path.stem, group, path, path.with_name(f"{path.stem}_labels.geojson"), field)
        for path in sorted(data.rglob(images))
    ]
