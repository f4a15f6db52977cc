"""What one training run reads and writes: the name of the model, whether the run resumes, and the request.

Touches no widget. Knows nothing of how the run goes.
"""

import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Dict, Optional, Sequence, Set, Tuple

from qgis.core import QgsRasterLayer, QgsVectorLayer

from ... import models, settings
from ...i18n import tr
from ...layers import labels_file, raster_layers
from ...messages import encode
from ...protocol import FinetuneRequest
from ...training.training_scenes import further_scenes
from ...training.training_words import LONGEST, free_folder, kept_folder, numbered
from ..layer.scene import ChosenScene
from ..map.map_request import stem_of

NAME = re.compile(r"[\w-]([\w .-]*[\w-])?")  # a folder on every system
ENDING = "_model"  # of a name that is proposed


@dataclass(frozen=True)
class TrainChoices:
    """What the user chose in the tab."""

    name: str
    task: str
    mode: str
    head: str
    backbone: str
    steps: int
    batch: int


@dataclass(frozen=True)
class LabelSource:
    """Where labels come from: feature layers with a field, or a raster."""

    layers: Tuple[QgsVectorLayer, ...] = ()
    field: str = ""
    colours: Tuple[Tuple[str, str], ...] = ()
    raster: Optional[QgsRasterLayer] = None

    @classmethod
    def of_page(cls, store: Any) -> "LabelSource":
        """Those of the page "Map"."""
        return cls(tuple(store.layers()), store.field(), tuple(store.colours().items()))

    @classmethod
    def of_layer(cls, layer: Any, field: str) -> "LabelSource":
        """Those of a layer of the project."""
        if isinstance(layer, QgsRasterLayer):
            return cls(raster=layer)
        return cls((layer,), field, tuple(labels_file.colours_of_layer(layer, field).items()))

    def fields(self, task: str) -> Dict[str, Any]:
        """As a request names them; features are copied, so that a resumed run finds them unchanged.

        Raises:
            LayerError: they cannot be read or copied.
        """
        if self.raster is not None:
            return labels_file.of_raster(self.raster, task)
        kept = labels_file.keep(list(self.layers), self.field, kept_folder(), self.field)
        colours = dict(self.colours) if task == "segmentation" else {}
        return {"labels": str(kept), "field": self.field, "colours": colours}


def request_for(
    scene: ChosenScene, labels: LabelSource, choices: TrainChoices, further: Sequence[QgsRasterLayer] = ()
) -> FinetuneRequest:
    """The run as a request; into the folder of its name, or the next free one if that is another run's.

    Raises:
        LayerError: layer, labels or name cannot be used.
    """
    _require_name(choices.name)
    if scene.layer.crs().isValid() and not all(layer.crs().isValid() for layer in labels.layers):
        raise raster_layers.LayerError(tr("the labels have no CRS"), tr("set it in the layer's properties"))
    request = FinetuneRequest(
        scene.spec(),
        replace(settings.compute(), model=choices.backbone or None),
        more=further_scenes(scene.layer, further),
        **labels.fields(choices.task),
        task=choices.task,
        mode=choices.mode,
        head=choices.head,
        steps=choices.steps,
        batch=choices.batch,
        out=str(models.user_folder() / choices.name),
    )
    if not Path(request.out).exists() or goes_on(request):
        return request
    return replace(request, out=str(free_folder(choices.name)))


def goes_on(request: FinetuneRequest) -> bool:
    """Whether the folder holds this very run, unfinished."""
    folder = Path(request.out)
    try:
        return not (folder / models.CARD).exists() and _note(folder).read_text("utf-8") == encode(request)
    except OSError:
        return False


def remember(request: FinetuneRequest) -> None:
    """Note what the run in a folder was asked, for `goes_on`; `OSError` if it cannot be written."""
    note = _note(Path(request.out))
    note.parent.mkdir(parents=True, exist_ok=True)
    note.write_text(encode(request), encoding="utf-8")


def proposed_name(scene: str, taken: Set[str]) -> str:
    """A name for a model of this scene that no finished model has: a cancelled run is proposed to go on."""
    stem = "".join(letter if NAME.fullmatch(letter) else "_" for letter in stem_of(scene))
    root, name = models.user_folder(), f"{stem[: LONGEST - len(ENDING)].strip('_')}{ENDING}".lstrip("_")
    return next(each for each in numbered(name) if each not in taken and not (root / each / models.CARD).exists())


def links_of(folder: Path, colour: str) -> str:
    """What the run has drawn, as links."""
    names = {
        "curves.png": tr("curves"),
        "confusion.png": tr("confusion matrix"),
        "maps.png": tr("example maps"),
        ".": tr("folder"),
    }
    there = ((name, text) for name, text in names.items() if (folder / name).exists())
    return " · ".join(f'<a href="{name}" style="color: {colour}">{text}</a>' for name, text in there)


def _require_name(name: str) -> None:
    if not NAME.fullmatch(name) or len(name) > LONGEST:
        raise raster_layers.LayerError(
            tr("expected a name of letters, digits, spaces and -_. for the model; found {name}", name=name),
            tr("give another"),
        )


def _note(folder: Path) -> Path:
    return kept_folder() / f"{folder.name}.json"
