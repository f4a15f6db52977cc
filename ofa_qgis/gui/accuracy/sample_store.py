"""An accuracy sample that a person answers: its points, and answers that are saved at once. No widgets.

The file is a GeoPackage of the engine (`engine/accuracy/sample_file.py`). The layer is not in the project, so neither
its table nor a style shows which class the map has at a point.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Dict, List, Optional

from qgis.core import QgsFeature, QgsPointXY, QgsVectorLayer

from ...i18n import tr
from ...layers.raster_layers import LayerError

LAYER, CLASSES = "sample", "classes"
ANSWER, SKIPPED, NEEDED = "answer", "skipped", ("id", "answer", "skipped", "stratum_px")


@dataclass(frozen=True)
class AnswerClass:
    """A class that can be answered."""

    name: str
    colour: str


@dataclass
class SamplePoint:
    """A point: its number in the file and in the walk, where it is, and what was answered.

    `answer` is "" while there is none; `skipped` says that the person could not tell.
    """

    feature: int
    number: int
    place: QgsPointXY
    answer: str
    skipped: bool

    @property
    def is_open(self) -> bool:
        """Whether the person is still to look at it."""
        return not self.answer and not self.skipped


class SampleStore:
    """The sample in one file.

    Args:
        path: the GeoPackage.

    Raises:
        LayerError: it is no sample, or cannot be written to.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        layer = QgsVectorLayer(f"{path}|layername={LAYER}", LAYER, "ogr")
        fields = layer.fields()
        if not layer.isValid() or any(fields.lookupField(name) < 0 for name in NEEDED):
            raise LayerError(
                tr("{file} is no accuracy sample", file=path.name), tr("draw one here, or choose another file")
            )
        self._answer, self._skipped = fields.lookupField(ANSWER), fields.lookupField(SKIPPED)
        self.classes, self.crs = _classes(path), layer.crs()
        self._layer: Optional[QgsVectorLayer] = layer
        points = [self._point(feature) for feature in layer.getFeatures()]
        self.points: List[SamplePoint] = sorted(points, key=lambda point: point.number)

    @property
    def answered(self) -> int:
        """How many points have an answer."""
        return sum(bool(point.answer) for point in self.points)

    @property
    def skipped(self) -> int:
        """How many points were skipped."""
        return sum(point.skipped for point in self.points)

    def next_open(self, after: int = -1) -> Optional[int]:
        """The index of the first point to look at behind one, else from the start; None if there is none."""
        indices = [k for k, point in enumerate(self.points) if point.is_open]
        return next((k for k in indices if k > after), indices[0] if indices else None)

    def save(self, index: int, answer: str, skipped: bool = False) -> None:
        """Write the answer of a point into the file, before anything else happens.

        Raises:
            LayerError: the file cannot be written.
        """
        point = self.points[index]
        values = {point.feature: {self._answer: answer or None, self._skipped: skipped}}
        assert self._layer is not None, "closed"  # nosec B101
        if not self._layer.dataProvider().changeAttributeValues(values):
            why = self._layer.dataProvider().error().message()
            told = tr("{file} could not be written: {why}", file=self.path.name, why=why or tr("it is open elsewhere"))
            raise LayerError(told, tr("close it in other programs, and answer again"))
        point.answer, point.skipped = answer, skipped

    def close(self) -> None:
        """Let go of the file: while it is open, SQLite keeps the latest answers in a second one beside it."""
        self._layer = None

    def _point(self, feature: QgsFeature) -> SamplePoint:
        answer, skipped = feature[ANSWER], feature[SKIPPED]
        said = answer.strip() if isinstance(answer, str) else ""
        place = feature.geometry().asPoint()
        return SamplePoint(feature.id(), int(feature["id"]), QgsPointXY(place), said, skipped is True)


def _classes(path: Path) -> List[AnswerClass]:
    """The classes of the map that was sampled, in order."""
    table = QgsVectorLayer(f"{path}|layername={CLASSES}", CLASSES, "ogr")
    found: Dict[str, AnswerClass] = {}
    if table.isValid() and table.fields().lookupField("name") >= 0:
        for row in table.getFeatures():
            found[str(row["name"])] = AnswerClass(str(row["name"]), str(row["colour"]))
    return list(found.values())
