"""What a fine-tuned model predicts, from which bands. Knows no torch: a model card can be checked without it."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from engine.classes import class_names
from engine.errors import ModelError
from engine.scene.statistics import TRAINING, Statistics
from engine.sensors import CATALOGUE, Band
from engine.typed_json import typed
from engine.words import joined, say

OTHER_VERSION = say("the model was made by another version of OFA: update OFA or train it again")
BY_PIXEL = ("segmentation", "regression")
WHOLE = ("classification", "multilabel")
"""Tasks that answer for every pixel, and those that answer for a chip as a whole."""
TASKS = (*BY_PIXEL, *WHOLE)
HEADS: Mapping[str, tuple[str, ...]] = {
    "segmentation": ("light", "linear", "upernet"),
    "regression": ("light", "linear", "upernet"),
    "classification": ("mean_std", "linear"),
    "multilabel": ("mean_std", "linear"),
}
"""Task -> the heads that fine-tuning makes for it, the usual one first. Of a whole chip `linear` sees the mean of the
features, `mean_std` their standard deviation as well."""
LIKELY = 0.5
"""A chip shows what is more likely than this."""
KERNEL = "kernel"
"""The head of a segmentation that was learnt from a few labels; see `engine.fewlabel`."""


@dataclass(frozen=True)
class Task:
    """What is predicted from what.

    Attributes:
        task: one of `TASKS`.
        head: one of the task's `HEADS`, or `KERNEL`.
        bands: what the model reads, in this order.
        mean, std: of each band in model units: they make the z-scores. Of the training scenes, unless the backbone
            asks for fixed ones. A constant band has a deviation of 0.
        sensor: id in the sensor catalogue of the training scenes.
        quantity: what model units are; see `engine.scene.values.units.quantity_of`.
        gsd_m: metres per pixel of the training scenes.
        chip_px: side of the chips it was trained on; 0 where it learnt from labelled pixels.
        classes: their names; of a regression the name of the value alone.
        values: what the labels called them.
        colours: class -> "#rrggbb", where one was chosen.
        target: mean and deviation of a regression's values in training; (0, 1) otherwise.
        measured: what the training scenes measure, see `engine.scene.sources.comparability.measured`; empty: nothing
            tells, or they differ.
    """

    task: str
    head: str
    bands: tuple[Band, ...]
    mean: tuple[float, ...]
    std: tuple[float, ...]
    sensor: str
    quantity: str
    gsd_m: float
    chip_px: int
    classes: tuple[str, ...]
    values: tuple[int | str, ...]
    colours: Mapping[str, str]
    target: tuple[float, float] = (0.0, 1.0)
    measured: str = ""

    def __post_init__(self) -> None:
        """Refuse what cannot be.

        Raises:
            ModelError: says what.
        """
        if self.head not in HEADS.get(self.task, ()) and not (self.few_label and self.task == "segmentation"):
            known = joined(
                (say("{task} with {heads}", task=task, heads=joined(heads)) for task, heads in HEADS.items()), "; "
            )
            raise ModelError(
                "expected {known}; found {task} with {head}",
                "choose one of them",
                known=known,
                task=self.task,
                head=self.head,
            )
        if not len(self.bands) == len(self.mean) == len(self.std) or not self.bands:
            raise ModelError("a fine-tuned model needs mean and deviation of each of its bands", "train it again")
        if not self.classes or (self.task != "regression" and len(self.classes) < 2):
            raise ModelError(
                "expected two classes or more; found {count}", "label a second class", count=len(self.classes)
            )

    @property
    def few_label(self) -> bool:
        """Whether it was learnt from a few labels, not fine-tuned."""
        return self.head == KERNEL

    @property
    def by_pixel(self) -> bool:
        """Whether it answers for every pixel; otherwise for a chip as a whole."""
        return self.task in BY_PIXEL

    @property
    def modality(self) -> str | None:
        """The paper's modality of the training scenes, for embeddings that go by it."""
        return CATALOGUE[self.sensor].modality if self.sensor in CATALOGUE else None

    @property
    def statistics(self) -> Statistics:
        """`mean` and `std`."""
        return Statistics.given(self.mean, self.std, TRAINING)

    @property
    def outputs(self) -> int:
        """Numbers that the head gives."""
        return len(self.classes)

    def to_dict(self) -> dict[str, Any]:
        """As a model card holds it."""
        return asdict(self)

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> "Task":
        """The task in a model card.

        Raises:
            ModelError: fields are missing or unknown, or a value is wrong.
        """
        task = typed(values, cls, say("the fine-tuned model"), ModelError, OTHER_VERSION, optional=("measured",))
        return replace(task, classes=tuple(map(class_names.normalised, task.classes)))
