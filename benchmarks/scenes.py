"""The densely labelled scenes of `shared/data`: which files they are, and how their labels are read.

Knows files and labels; knows no classifier. Labels come as a raster of the scene's grid or as polygons that are
burnt into it (pixels whose centre lies inside).
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import rasterio
from rasterio.features import rasterize

UNLABELLED = -1


@dataclass(frozen=True)
class LabelledScene:
    """A raster, its truth, and what a user would say about it.

    Attributes:
        labels: a raster on the same grid, or a vector file.
        field: the vector's class field; None for a raster, and for a vector whose inside and outside are the classes.
        ignored: raster values that are no class.
        units: what `--units` would say where the file does not.
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
            with rasterio.open(self.labels) as source:
                values_HW = source.read(1).astype(np.int32)
            classes = [value for value in np.unique(values_HW) if value not in self.ignored]
        else:
            values_HW, classes = self._burnt()
        truth_HW = np.full(values_HW.shape, UNLABELLED, np.int16)
        for number, value in enumerate(classes):
            truth_HW[values_HW == value] = number
        return truth_HW

    def _burnt(self) -> tuple[np.ndarray, list[int]]:
        with rasterio.open(self.image) as scene:
            shape, crs, transform = scene.shape, scene.crs, scene.transform
        table = pyogrio.read_dataframe(self.labels).to_crs(crs)
        table = table[table.geom_type.isin(["Polygon", "MultiPolygon"])]
        if self.field is None:
            return rasterize(table.geometry, shape, transform=transform, dtype="int32"), [0, 1]
        names = sorted(table[self.field].unique())
        numbers = [names.index(name) + 1 for name in table[self.field]]
        burnt = rasterize(zip(table.geometry, numbers, strict=True), shape, transform=transform, dtype="int32")
        return burnt, list(range(1, len(names) + 1))


def labelled_scenes(data: Path) -> list[LabelledScene]:
    """Every densely labelled scene below `data`, ordered by group. (HyMap of Berlin: no polygon reaches it.)"""
    segmentation, cubes = data / "segmentation", data / "hyperspectral"
    berlin = {"labels": cubes / "berlin_landcover.gpkg", "field": "Level_2", "units": "dn"}
    return [
        *_with_masks("FLAIR aerial", data / "aerial_landcover", "flair2_*_img.tif", "_img", "_mask"),
        *_with_masks("cloud masks", segmentation, "csmask_*_img.tif", "_img", "_mask"),
        *_with_masks("Amazon forest", segmentation, "amazon_*_img.tif", "_img", "_mask"),
        *_with_masks(
            "TerraMind land cover", data / "s1_s2_aligned", "terramind_*_S2L2A.tif", "_S2L2A", "_LULC", units="dn"
        ),
        *_with_masks("EnMAP", cubes, "enmap_potsdam_mosaic.tif", "_mosaic", "_landcover", ignored=(0,)),
        LabelledScene("enmap_berlin_sim", "Berlin", cubes / "enmap_berlin_sim_177b.tif", **berlin),
        LabelledScene("hires_berlin", "Berlin", cubes / "hires_berlin_3m6.tif", **berlin),
        *_with_polygons("RCR wetlands", segmentation, "rcr_*.tif", "Classname"),
        *_with_polygons("Boadella water", segmentation, "boadella_202[01]-0[267]-*.tif"),  # the dates with outlines
    ]


def _with_masks(
    group: str, folder: Path, images: str, image_end: str, mask_end: str, **more: Any
) -> list[LabelledScene]:
    """Scenes whose labels are a raster of nearly the same name."""
    return [
        LabelledScene(
            path.stem.removesuffix(image_end),
            group,
            path,
            path.with_stem(path.stem.replace(image_end, mask_end)),
            **more,
        )
        for path in sorted(folder.glob(images))
    ]


def _with_polygons(group: str, folder: Path, images: str, field: str | None = None) -> list[LabelledScene]:
    """Scenes whose labels are polygons beside them."""
    return [
        LabelledScene(path.stem, group, path, path.with_name(f"{path.stem}_labels.geojson"), field)
        for path in sorted(folder.glob(images))
    ]
