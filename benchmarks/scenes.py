"""The densely labelled scenes of `shared/data`: which files they are, and how their labels are read.

Knows files and labels; knows no classifier. Labels come as a raster of the scene's grid or as polygons that are
burnt into it (pixels whose centre lies inside).
"""

from dataclasses import dataclass
from pathlib import Path

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
    """Every densely labelled scene below `data`, ordered by group."""
    aerial, segmentation = data / "aerial_landcover", data / "segmentation"
    aligned, cube = data / "s1_s2_aligned", data / "hyperspectral"
    scenes = [
        LabelledScene(path.stem.removesuffix("_img"), "FLAIR aerial", path, Path(str(path).replace("_img", "_mask")))
        for path in sorted(aerial.glob("flair2_*_img.tif"))
    ]
    scenes += [
        LabelledScene(path.stem.removesuffix("_img"), group, path, Path(str(path).replace("_img", "_mask")))
        for group, pattern in (("cloud masks", "csmask_*_img.tif"), ("Amazon forest", "amazon_*_img.tif"))
        for path in sorted(segmentation.glob(pattern))
    ]
    scenes += [
        LabelledScene(
            path.stem.removesuffix("_S2L2A"),
            "TerraMind land cover",
            path,
            Path(str(path).replace("S2L2A", "LULC")),
            units="dn",
        )
        for path in sorted(aligned.glob("terramind_*_S2L2A.tif"))
    ]
    berlin = {"labels": cube / "berlin_landcover.gpkg", "field": "Level_2", "units": "dn"}
    scenes += [
        LabelledScene(
            "enmap_potsdam",
            "EnMAP",
            cube / "enmap_potsdam_mosaic.tif",
            cube / "enmap_potsdam_landcover.tif",
            ignored=(0,),
        ),
        LabelledScene("enmap_berlin_sim", "Berlin", cube / "enmap_berlin_sim_177b.tif", **berlin),
        LabelledScene("hires_berlin", "Berlin", cube / "hires_berlin_3m6.tif", **berlin),
        LabelledScene(
            "rcr",
            "RCR wetlands",
            segmentation / "rcr_s2_20181013.tif",
            segmentation / "rcr_s2_20181013_labels.geojson",
            "Classname",
        ),
    ]
    scenes += [
        LabelledScene(
            f"boadella_{date}",
            "Boadella water",
            segmentation / f"boadella_{date}.tif",
            segmentation / f"boadella_{date}_labels.geojson",
        )
        for date in ("2020-02-02", "2020-06-21", "2021-07-16")
    ]
    return scenes
