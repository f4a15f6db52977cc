"""Rows of other people for the same tasks, and what is known of where they come from. Data only, no logic.

Scores are percent: accuracy, mAP for m-bigearthnet, mIoU for segmentations. They were measured on the published sets
with the paper's protocol; a score of ours on a part of a set, at another size or by another protocol is no match.
"""

from dataclasses import dataclass

CLASSIFICATIONS = ("m-bigearthnet", "m-forestnet", "m-brick-kiln", "m-pv4ger", "m-so2sat", "m-eurosat")
SEGMENTATIONS = ("m-pv4ger-seg", "m-nz-cattle", "m-NeonTree", "m-cashew-plant", "m-SA-crop-type", "m-chesapeake")
READ = "read in a source"
REMEMBERED = "as quoted from memory"


@dataclass(frozen=True)
class PublishedScore:
    """A score of others, in percent; `known` is `READ` or `REMEMBERED`, which is no evidence."""

    name: str
    task: str
    percent: float
    known: str


def _row(name: str, tasks: tuple[str, ...], percents: str, known: str = READ) -> list[PublishedScore]:
    pairs = zip(tasks, percents.split(), strict=True)
    return [PublishedScore(name, task, float(percent), known) for task, percent in pairs if percent != "-"]


PUBLISHED = (
    *_row("random ViT-B", CLASSIFICATIONS, "52.9 41.5 84.5 91.3 38.3 85.7"),
    *_row("ConvNeXt-B, fully trained", CLASSIFICATIONS, "69.1 56.8 98.9 98.0 58.1 97.7"),
    *_row("MAE_Single ViT-B", CLASSIFICATIONS, "63.6 - 88.9 92.2 - -"),
    *_row("MAE_Single ViT-B", CLASSIFICATIONS, "- - - - 50.0 88.9", REMEMBERED),
    *_row("OFA-Net ViT-B", CLASSIFICATIONS, "65.0 - 94.7 93.2 49.4 91.9", REMEMBERED),
    *_row("DOFA ViT-L", CLASSIFICATIONS, "67.5 54.6 96.9 97.3 60.1 97.1", REMEMBERED),
    *_row("image statistics of others", CLASSIFICATIONS, "- - 95.3 - - 86.5"),
    *_row("random convolutions of others", CLASSIFICATIONS, "- - - - - 91.0"),
    *_row("U-Net ResNet-101", SEGMENTATIONS, "94.1 80.5 56.6 46.5 29.9 70.8"),
    *_row("OFA-Net ViT-B, frozen, UPerNet", SEGMENTATIONS, "89.4 77.6 53.3 47.9 31.9 54.5", REMEMBERED),
)
