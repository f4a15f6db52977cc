"""A model of what labels taught, for other scenes: a model folder, or a zip of one.

Its weights are `engine.fewlabel.Learnt`, with the labelled pixels that others are compared with. Its card holds, beside
what it predicts (`engine.model.task.Task`), an object of its own:

    "few_label": {
        "backbone": {"name", "sha256", "needed": whether the head looks at it},
        "order": names of the classes as a person sees them,
        "labels": [{"name", "pixels_labelled", "geometries", "held_out_labels"}] in that order,
        "scenes": [{"name", "sha256"}] that were learnt from, see `engine.mapping.few_label_scene.scene_digest`,
        "score": how good it is on held-out labels, as `engine.fewlabel.Accuracy.facts` tells,
        "trust": share of the decision by group of features,
        "created": when
    }
"""

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch

from engine.fewlabel import Learnt
from engine.mapping.few_label_scene import CARD_NOTE
from engine.mapping.learning import FittedHead, class_rows
from engine.mapping.opening import Opened
from engine.model import model_card, model_folder, zipped_model
from engine.model.task import KERNEL, Task
from engine.output.output_names import ZIP
from engine.output.staging import Outputs, disk_errors

LABELS = ("name", "pixels_labelled", "geometries", "held_out_labels")
SCORE = (
    "score", "macro_f1", "interval", "overall_accuracy", "near", "checked", "unchecked", "held_out_labels",
    "whole_scenes",
)  # fmt: skip
"""Of a report: what a card holds."""


def staged(name: str, outputs: Outputs) -> Path:
    """Where a model is written until the job has succeeded: a folder, or a zip.

    Raises:
        OutputError: it cannot be written there.
    """
    if name.lower().endswith(zipped_model.ENDING):
        return outputs.stage(name, ZIP)
    return outputs.folder(name, (model_card.CARD, model_card.WEIGHTS))


@dataclass(frozen=True)
class SavedModel:
    """What becomes a model folder.

    Attributes:
        learnt: what the labels taught.
        fitted_head: how well, and from what.
        digests: name and digest of each scene that was learnt from.
        report: of the job; its score is that of the head for other scenes where scenes were held out for it.
    """

    learnt: Learnt
    fitted_head: FittedHead
    digests: tuple[tuple[str, str], ...]
    report: dict[str, Any]

    def write(self, opened: Opened, path: Path, final: Path) -> None:
        """Write the folder, or the zip.

        Args:
            opened: the scene and the model that were learnt with.
            path: where it is staged.
            final: what it will be called.

        Raises:
            OutputError: it cannot be written.
        """
        is_zip = path.suffix.lower() == zipped_model.ENDING
        card = self.card(opened, final.stem if is_zip else final.absolute().name)
        data = self.learnt.to_bytes({CARD_NOTE: model_card.vouched(card)})
        with disk_errors(path), tempfile.TemporaryDirectory() as made:
            model_folder.write(card, data, Path(made) if is_zip else path)
            if is_zip:
                zipped_model.pack(Path(made), path, final.stem)

    def card(self, opened: Opened, name: str) -> dict[str, Any]:
        """The card, without what `engine.model.model_folder.write` fills in."""
        loaded, task, head = opened.loaded, self.task(opened), self.learnt.head
        needed = "deep" in head.groups
        numbers = sum(tensor.numel() for tensor in head.state_dict().values())
        return {
            **{key: loaded.card[key] for key in model_card.INHERITED if needed and key in loaded.card},
            "mlm:name": name,
            "mlm:framework_version": torch.__version__.split("+")[0],
            "mlm:tasks": ["semantic-segmentation"],
            "mlm:pretrained": needed and loaded.trained,
            "mlm:total_parameters": numbers,
            "mlm:input": [{"name": f"{task.sensor}, {task.quantity}", "bands": [band.name for band in task.bands]}],
            "mlm:output": [
                {
                    "name": task.task,
                    "tasks": ["semantic-segmentation"],
                    "classification:classes": [
                        {"value": row["value"], "name": row["name"]} for row in class_rows(self.fitted_head)
                    ],
                }
            ],
            "ofa": {
                "config": loaded.model.config.to_dict(),
                "trained": loaded.trained or not needed,
                "downstream": task.to_dict(),
                "few_label": {
                    "backbone": {**loaded.backbone, "needed": needed},
                    "order": list(self.fitted_head.legend.names),
                    "labels": [{key: row[key] for key in LABELS} for row in class_rows(self.fitted_head)],
                    "scenes": [{"name": scene, "sha256": digest} for scene, digest in self.digests],
                    "score": {key: self.report[key] for key in SCORE},
                    "trust": dict(head.trust),
                    "created": self.report["created"],
                },
            },
        }

    def task(self, opened: Opened) -> Task:
        """What it predicts from what."""
        source, labels, legend = opened.source, self.fitted_head.labels, self.fitted_head.legend
        value, colour = legend.value_of(), dict(zip(legend.names, legend.colours, strict=True))
        return Task(
            task="segmentation",
            head=KERNEL,
            bands=tuple(matched.band for matched in source.reading.bands),
            mean=tuple(self.learnt.statistics.mean_C.tolist()),
            std=tuple(self.learnt.statistics.std_C.tolist()),
            sensor=source.reading.sensor.id,
            quantity=source.reading.units.quantity,
            gsd_m=source.gsd_m,
            chip_px=0,
            classes=labels.names,
            values=tuple(value[name] for name in labels.names),
            colours=colour,
        )
