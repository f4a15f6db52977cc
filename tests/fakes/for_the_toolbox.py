"""What the tests of the algorithms share: running one as QGIS does, keeping what it says, a small scene with labels."""

import hashlib
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import (
    QgsApplication,
    QgsFeature,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)

from ofa_qgis.layers import labels_file

ALGORITHMS = (
    "inspect", "classify", "regress", "embed", "finetune", "predict", "similar", "hits", "count", "cluster",
    "change", "sample", "assess", "clean",
)  # fmt: skip
"""All of the toolbox."""
SIDE = 64
BANDS = ("B02", "B03", "B04", "B08")
SPECTRA = {"water": (300, 400, 250, 150), "forest": (500, 900, 500, 3500), "soil": (1500, 1800, 2500, 3000)}
SAID = {"SENSOR": "sentinel-2", "UNITS": "dn", "DEVICE": "cpu"}
LEFT, TOP, PIXEL_M = 500_000, 5_800_000, 10


class Log(QgsProcessingFeedback):
    """Keeps what an algorithm says, and is cancelled when it names the step `cancel_at`."""

    def __init__(self, cancel_at=""):
        super().__init__(False)
        self.told, self.warned, self.commands, self.errors, self.steps = [], [], [], [], []
        self._cancel_at = cancel_at

    def pushInfo(self, text):
        self.told.append(text)

    def pushWarning(self, text):
        self.warned.append(text)

    def pushCommandInfo(self, text):
        self.commands.append(text)

    def reportError(self, text, fatalError=False):
        self.errors.append(text)

    def setProgressText(self, text):
        self.steps.append(text)
        if text == self._cancel_at:
            self.cancel()


def run(name, parameters, context=None, log=None):
    """What QGIS does on [Run]: check, prepare, process, post-process."""
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"ofa:{name}")
    log = log or Log()
    context = context or project_context()
    well, told = algorithm.checkParameterValues(parameters, context)
    if not well:
        raise QgsProcessingException(told)
    results, done = algorithm.run(parameters, context, log)
    return results, done, log


def refused(name, parameters):
    """What QGIS says instead of running it."""
    with pytest.raises(QgsProcessingException) as caught:
        run(name, parameters)
    return str(caught.value)


def project_context():
    """With the layers of the open project."""
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    return context


def striped(write_scene, name="scène 1.tif", **more):
    """A scene of three stripes: water, forest, soil; its path."""
    noise = np.random.default_rng(1).integers(0, 100, (len(BANDS), SIDE, SIDE))
    stripes = np.array(list(SPECTRA.values()))[np.arange(SIDE) * 3 // SIDE]  # (column, band)
    return write_scene((stripes.T[:, None, :] + noise).astype(np.uint16), BANDS, name, epsg=32632, **more)


def drawn(field="class", crs="EPSG:32632", names=tuple(SPECTRA)):
    """A memory layer of eight points for each class."""
    layer = QgsVectorLayer(f"Point?crs={crs}&field={field}:string", "drawn", "memory")
    points = []
    for number, name in enumerate(names):
        for step in range(8):
            column, row = SIDE // 3 * number + 3 + (step * 7) % 14, 4 + step * 7
            point = QgsFeature()
            x, y = LEFT + (column + 0.5) * PIXEL_M, TOP - (row + 0.5) * PIXEL_M
            point.setGeometry(QgsGeometry.fromWkt(f"Point ({x} {y})"))
            point.setAttributes([name])
            points.append(point)
    layer.dataProvider().addFeatures(points)
    return layer


def labels_in(folder):
    """The points of `drawn` as a file; its path."""
    path = folder / "étiquettes.gpkg"
    labels_file.snapshot([drawn()], "class", path)
    return str(path)


def pixels(path):
    """The values of a raster."""
    return gdal.Open(str(path)).ReadAsArray()


def digest(path):
    """What a file holds, in short."""
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()
