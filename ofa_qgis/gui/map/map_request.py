"""What one run over the whole scene reads and writes: names that overwrite nothing, and the request.

Touches no widget. Knows nothing of how the run goes.
"""

import os
import tempfile
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timezone
from pathlib import Path
from typing import Any, Dict, List, Mapping, Optional, Tuple, Union

from qgis.core import QgsProject, QgsVectorLayer

from ... import settings
from ...engine.task import session_dir
from ...i18n import tr
from ...layers import labels_file, products, results
from ...messages import Message, body_of
from ...models import Model
from ...protocol import ClassifyRequest, PredictRequest
from ..labels.label_style import renderer_of
from ..layer.scene import ChosenScene

GEOMETRIES = ("Point", "Polygon")  # of a file that may mix them; each stands for its multi-part kind too
GEOTIFF = (".tif", ".tiff", ".gtiff")
OTHER_FORMATS = (
    ".png", ".jpg", ".jpeg", ".jp2", ".gif", ".bmp", ".webp", ".pdf", ".svg", ".img", ".vrt", ".asc", ".nc", ".hdf",
    ".h5", ".zarr", ".gpkg", ".shp", ".geojson", ".json", ".kml", ".csv", ".txt", ".qgz", ".zip",
)  # fmt: skip
"""Endings that a map cannot have. Others are part of the name ("field.2024")."""
LONGEST_STEM = 80  # characters: names that many file systems still take with our endings


@dataclass(frozen=True)
class MapOutputs:
    """What the user ticked."""

    confidence: bool
    applicability: bool
    polygons: bool
    report: bool


def default_output(scene: str, ending: str = "map") -> Tuple[Path, str]:
    """Where the map of `scene` goes unless the user says otherwise, and one sentence if that is not beside it."""
    source = products.whole(Path(scene))
    stem = f"{stem_of(str(source))}_{ending}"
    if source.exists() and is_writable(source.parent):
        return results.free_output(source.parent, stem), ""
    project = QgsProject.instance().absolutePath()
    folder = Path(project) if project and is_writable(Path(project)) else Path.home()
    told = tr("The scene's folder cannot be written to; the map goes to {folder}.", folder=folder)
    return results.free_output(folder, stem), told if source.exists() else ""


def stem_of_map(out: Path) -> str:
    """The name of the map without its ending."""
    return out.stem if out.suffix.lower() in (*GEOTIFF, *OTHER_FORMATS) else out.name


def is_writable(folder: Path) -> bool:
    """Whether a file can be made in `folder`; tried, because permissions do not tell on every system."""
    if not os.access(folder, os.W_OK):
        return False
    try:
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def write_labels(store: Any, path: Path) -> int:
    """Copy the labels as they are now beside the map, so that the recipe can be run again; how many have a class."""
    return int(labels_file.snapshot(store.layers(), store.field(), path, legend=store.legend()))


def take_back(out: Path) -> None:
    """Remove what was written beside a map that was not made; the user's own labels are elsewhere."""
    for name in ("labels", "recipe"):
        with suppress(OSError):  # still open on Windows: a small file stays
            results.companions(out)[name].unlink()


def request_for(
    scene: ChosenScene, store: Any, out: Path, outputs: MapOutputs, extent: Optional[Tuple[float, ...]]
) -> Union[ClassifyRequest, PredictRequest]:
    """The run as a request; raises `layers.LayerError` if the layer cannot be used."""
    beside = results.companions(out)
    if scene.map_model:
        return _predict(scene, scene.map_model, out, outputs, extent)
    return ClassifyRequest(
        scene.spec(),
        settings.compute(),
        labels=str(beside["labels"]),
        **_classes(store),
        out=str(out),
        confidence=str(beside["confidence"]) if outputs.confidence else None,
        applicability=str(beside["applicability"]) if outputs.applicability else None,
        vector=str(beside["vector"]) if outputs.polygons else None,
        report=str(beside["report"]) if outputs.report else None,
        extent=extent,
    )


def model_request(scene: ChosenScene, store: Any, path: Path, replaced: bool) -> ClassifyRequest:
    """What the labels teach as a model, without a map; the labels as they are now are copied for it.

    Raises:
        LayerError: the layer cannot be used.
    """
    labels = session_dir() / "model-labels.gpkg"
    write_labels(store, labels)
    return ClassifyRequest(
        scene.spec(),
        settings.compute(),
        labels=str(labels),
        **_classes(store),
        save_model=str(path),
        overwrite=replaced,
    )


def _classes(store: Any) -> Dict[str, Any]:
    """What a request says of the classes."""
    return {
        "field": store.level(),
        "colours": {each.name: each.colour for each in store.mapped()},
        "values": {each.name: each.value for each in store.mapped()},
    }


def _predict(
    scene: ChosenScene, model: Model, out: Path, outputs: MapOutputs, extent: Optional[Tuple[float, ...]]
) -> PredictRequest:
    beside = results.companions(out)
    numbers = model.is_regression  # which have neither a class's confidence nor its polygons
    return PredictRequest(
        scene.spec(),
        replace(settings.compute(), model=model.name),
        out=str(out),
        confidence=str(beside["confidence"]) if outputs.confidence and not numbers else None,
        vector=str(beside["vector"]) if outputs.polygons and not numbers else None,
        extent=extent,
    )


def report_of(request: Message, answer: Mapping[str, Any], facts: Mapping[str, Any]) -> Dict[str, Any]:
    """What is known of a map: classify writes a report; predict's answer and the scene's `facts` say as much."""
    if "report" in answer:
        return dict(answer["report"])
    return {
        **answer,
        "request": body_of(request),
        "created": datetime.now(timezone.utc).isoformat(timespec="seconds"),
        "sensor": facts.get("sensor_title"),
        "units": facts.get("units"),
    }


def label_layers(report: Mapping[str, Any]) -> List[QgsVectorLayer]:
    """The copy of the labels that a map was learnt from, in the colours of the map: one layer per kind of geometry."""
    path = str((report.get("request") or {}).get("labels") or "")
    colours = {each.name: each.colour for each in labels_file.read_legend(Path(path)).classes}
    colours = colours or {str(item["name"]): str(item["colour"]) for item in report.get("classes") or ()}
    found = []
    for kind in GEOMETRIES if path else ():
        source = f"{path}|layername={labels_file.LAYER}|geometrytype={kind}"
        layer = QgsVectorLayer(source, tr("labels"), "ogr")
        if layer.isValid() and layer.featureCount() > 0:
            layer.setRenderer(renderer_of(colours, labels_file.FIELD, kind.endswith("Polygon")))
            found.append(layer)
    return found


def stem_of(scene: str) -> str:
    """A file name from a path or from a name that only GDAL knows (``GPKG:/x.gpkg:table``)."""
    path = Path(scene)
    name = (
        path.stem
        if path.is_file() or path.suffix.upper() == products.SAFE
        else scene.replace("\\", "/").rsplit("/", 1)[-1]
    )
    plain = "".join(letter if letter.isalnum() or letter in "-_. " else "_" for letter in name).strip("_. ")
    return plain[:LONGEST_STEM] or "scene"
