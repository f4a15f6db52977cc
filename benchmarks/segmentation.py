"""Maps from dense labels: ours with a light head, frozen and fine-tuned, beside a U-Net; same chips and steps.

    python -m benchmarks.segmentation [--runs 5]       trains what is missing, then writes the page
    python -m benchmarks.segmentation --runs 0         writes the page from what there is

Five runs take turns in what they score, so that every labelled pixel is mapped once by a model that has not learnt
from it. FLAIR's five scenes share few classes, so its blocks of 128 pixels are dealt out, each class in proportion;
the building chips lie side by side, so strips of them are. Every run is a line of `benchmarks/out/segmentation.jsonl`
and its map a file beside it, so that a stopped benchmark resumes. The page and figure in `docs/measured` show it all.
"""

import argparse
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from benchmarks.finetuning import (
    PRECISION,
    RATES,
    Method,
    Parts,
    chosen_rate,
    computing,
    learn,
    like,
    ours,
    record,
    recorded,
    rival,
)
from benchmarks.segmentation_report import UNMAPPED, Shown, trials_of, write_report
from engine.fewlabel.validation.folds import FOLDS, dealt
from engine.model.downstream import Downstream
from engine.model.task import Task
from engine.model.torchvision_guard import ensure_torchvision_imports
from engine.scene.interpretation import read_scene
from engine.scene.raster import Scene
from engine.sensors import CATALOGUE
from training.data import scene_samples
from training.data.label_raster import RasterLabels
from training.data.samples import Numbers
from training.data.scene_samples import HELD_OUT, LEARN, Cells, SceneSamples, TrainingScene
from training.finetune.losses import to_pixels

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT.parent / "shared" / "data"
RESULTS = ROOT / "benchmarks" / "out" / "segmentation.jsonl"
MAPS = ROOT / "benchmarks" / "out" / "segmentation"
RUNS = ROOT / "build" / "segmentation"
CELL_PX = CHIP_PX = 128
BUDGET = {"steps": 150, "batch": 8, "evaluate_every": 30, "precision": PRECISION}


@dataclass(frozen=True)
class Ground:
    """Labelled scenes.

    Attributes:
        images: below `DATA`; labels have the same name with "mask" for "img".
        classes: what the labels' numbers mean.
        told: what the page says of it.
        colours: of classes, where the palette's own would hide the picture.
        strip: the strip that a scene lies in; None: blocks of scenes are dealt out instead.
    """

    images: str
    classes: Mapping[int, str]
    told: str
    colours: Mapping[str, str] = field(default_factory=dict)
    strip: Callable[[Path], str] | None = None


GROUNDS: dict[str, Ground] = {
    "FLAIR land cover": Ground(
        "aerial_landcover/flair2_*_img.tif",
        {
            1: "building", 2: "pervious surface", 3: "impervious surface", 4: "bare soil", 5: "water", 6: "coniferous",
            7: "deciduous", 8: "brushwood", 10: "herbaceous vegetation",
        },
        "Five aerial scenes of 512 pixels at 0.2 m, red, green, blue and near infrared; nine classes, of which a scene "
        "shows two to six. 80 blocks of 128 pixels (26 m), dealt out so that every class is in every part. "
        "Pre-training left these scenes out.",
    ),
    "buildings": Ground(
        "segmentation/fair_*_img.tif",
        {0: "other", 1: "building"},
        "36 drone chips of 256 pixels at 0.075 m, red, green and blue, side by side in one place. They are held out in "
        "five strips of 19 m; roofs on a border belong to both strips. Outlines are OpenStreetMap's and are shifted or "
        "missing in places. These chips were among the images of pre-training, without their labels, so ours has seen "
        "the pixels of all strips and the U-Net has not.",
        colours={"other": "#B3DE69"},
        strip=lambda path: path.stem.split("-")[1],
    ),
}  # fmt: skip


def unet(task: Task) -> nn.Module:
    """U-Net on ResNet-18 with random weights."""
    ensure_torchvision_imports()
    import segmentation_models_pytorch as smp  # noqa: PLC0415

    network: nn.Module = smp.Unet("resnet18", encoder_weights=None, in_channels=len(task.bands), classes=task.outputs)
    return network


METHODS: dict[str, Method] = {
    "U-Net from scratch": rival(unet),
    "random ViT frozen + light head": ours("frozen", "segmentation", "light", trained=False),
    "ofa-tiny frozen + light head": ours("frozen", "segmentation", "light"),
    "ofa-tiny fine-tuned + light head": ours("full", "segmentation", "light"),
}


@dataclass(frozen=True)
class Folded:
    """A ground, cut into cells that take turns.

    Attributes:
        fold_N: of each cell.
    """

    name: str
    places: list[TrainingScene]
    cells: Cells
    fold_N: Numbers
    task: Task
    numbers: Mapping[int | str, float]

    def parts(self, turn: int) -> Parts:
        """Cells to learn from, to choose by, and to score."""
        test_N, valid_N = self.fold_N == turn, self.fold_N == (turn + 1) % FOLDS
        learnt_N = ~(test_N | valid_N)
        for place in self.places:
            place.parts = np.zeros([-(-side // CELL_PX) for side in (place.scene.height, place.scene.width)], np.int8)
        for (index, row, col), learnt in zip(self.cells.where_N3.tolist(), learnt_N.tolist(), strict=True):
            self.places[index].parts[row, col] = LEARN if learnt else HELD_OUT
        return Parts(
            self.task,
            self.samples(np.flatnonzero(learnt_N), LEARN),
            self.samples(np.flatnonzero(valid_N), HELD_OUT),
            self.test(turn),
        )

    def test(self, turn: int) -> SceneSamples:
        """Cells to score, once `parts` has told what is learnt."""
        return self.samples(np.flatnonzero(self.fold_N == turn), HELD_OUT)

    def samples(self, chosen: Numbers, part: int) -> SceneSamples:
        """Chips around some cells."""
        modality = CATALOGUE[self.task.sensor].modality if self.task.sensor in CATALOGUE else None
        return SceneSamples(
            self.places, self.cells, chosen, part, CHIP_PX, self.numbers, regression=False, modality=modality
        )


def opened(name: str, files: ExitStack) -> Folded:
    """A ground, ready to take turns with."""
    ground, paths = GROUNDS[name], sorted(DATA.glob(GROUNDS[name].images))
    found = [_place(path, files) for path in paths]
    statistics = scene_samples.statistics_of(found)
    for place in found:
        place.reading = replace(place.reading, statistics=statistics)
    numbers: dict[int | str, float] = {value: float(number) for number, value in enumerate(ground.classes)}
    scene_samples.keep(found, numbers)
    cells = scene_samples.cells_of(found, numbers, len(numbers), CELL_PX)
    if ground.strip:
        strips = [ground.strip(path) for path in paths]
        fold_P = np.array([sorted(set(strips)).index(strip) % FOLDS for strip in strips])
        fold_N = fold_P[cells.where_N3[:, 0]]
    else:
        fold_N = dealt(cells.counts_NK, 0)
    return Folded(name, found, cells, fold_N, _task(found[0], ground), numbers)


def _place(path: Path, files: ExitStack) -> TrainingScene:
    scene = files.enter_context(Scene.open(path))
    reading = read_scene(scene).require()
    labels = RasterLabels(str(path.with_stem(path.stem.replace("_img", "_mask"))), scene)
    gsd_m = scene.gsd_m or reading.sensor.gsd_m
    assert gsd_m
    return TrainingScene(scene, reading, labels, gsd_m, np.zeros((0, 0), np.int8))


def _task(first: TrainingScene, ground: Ground) -> Task:
    reading, names = first.reading, tuple(ground.classes.values())
    return Task(
        task="segmentation", head="light", bands=tuple(matched.band for matched in reading.bands),
        mean=tuple(reading.statistics.mean_C.tolist()), std=tuple(reading.statistics.std_C.tolist()),
        sensor=reading.sensor.id, quantity=reading.units.quantity, gsd_m=first.gsd_m, chip_px=CHIP_PX, classes=names,
        values=tuple(ground.classes), colours=ground.colours,
    )  # fmt: skip


def train(folded: Folded, name: str, turn: int, rate: float) -> None:
    """One run, unless it is on record: its scores, its confusion matrix and its part of the maps."""
    key = {"ground": folded.name, "method": name, "run": turn, "rate": rate}
    if like(recorded(RESULTS), **key):
        return
    parts = folded.parts(turn)
    folder = RUNS / f"{folded.name}-{name}-{turn}-{rate}".replace(" ", "_").replace(",", "")
    model, found, told = learn(METHODS[name], parts, {**BUDGET, "lr": rate, "seed": turn}, folder)
    assert found.confusion is not None
    draw(folded, model, folded.test(turn), MAPS / f"{folder.name}.npz")
    record(RESULTS, {**key, **told, "confusion": found.confusion.tolist(), "map": f"{folder.name}.npz"})
    print(f"{folded.name}, {name}, run {turn}, rate {rate:g}: {told['macro_f1']:.3f}", flush=True)


@torch.inference_mode()
def draw(folded: Folded, model: Downstream, test: SceneSamples, path: Path) -> None:
    """Write what the model says of the cells that are scored: class numbers by scene, `UNMAPPED` elsewhere."""
    shape = [(place.scene.height, place.scene.width) for place in folded.places]
    maps = [np.full(sides, UNMAPPED, np.uint8) for sides in shape]
    for number, (index, row, col) in enumerate(folded.cells.where_N3[test.chosen].tolist()):
        batch = test.batch([number])
        with computing(PRECISION):  # as it was scored
            answer_HW = to_pixels(model(batch.chip), batch)[0].argmax(0).to(torch.uint8).numpy()
        window = slice(row * CELL_PX, (row + 1) * CELL_PX), slice(col * CELL_PX, (col + 1) * CELL_PX)
        maps[index][window] = answer_HW  # cells and chips are of one size, and scenes are whole numbers of them
    path.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(path, *maps)


def chosen(ground: str, name: str) -> float | None:
    """The rate of a method on a ground; None before it is tried out in the first run."""
    return chosen_rate(trials_of(recorded(RESULTS), ground, name))


def shown_of(folded: Folded) -> Shown:
    """A ground for the page: of a strip the scene that shows most of all classes, of other grounds all scenes."""
    ground, numbers = GROUNDS[folded.name], list(range(len(folded.places)))
    if ground.strip:
        counts_PK = np.zeros((len(numbers), len(ground.classes)))
        np.add.at(counts_PK, folded.cells.where_N3[:, 0], folded.cells.counts_NK)
        rarest_P = counts_PK.min(1)
        best: dict[str, int] = {}
        for number in sorted(numbers, key=lambda number: rarest_P[number]):
            best[ground.strip(Path(folded.places[number].scene.name))] = number
        numbers = sorted(best.values())
    scenes = {number: _seen(folded.places[number], folded.numbers) for number in numbers}
    return Shown(folded.task.classes, ground.colours, scenes, ground.told)


def _seen(place: TrainingScene, numbers: Mapping[int | str, float]) -> tuple[NDArray[np.uint8], NDArray[np.float64]]:
    """Red, green and blue (H, W, 3), which come first and in 8 bits on these grounds, and labels (H, W)."""
    window = (0, place.scene.height), (0, place.scene.width)
    return np.moveaxis(place.read(window)[0][:3], 0, 2), place.truth(window, numbers)


def main() -> None:
    """Train what is missing, one run of everything before the next, and write the page."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--runs", type=int, default=FOLDS)
    runs = options.parse_args().runs
    torch.set_num_threads(1)  # so that seconds are those of one core
    with ExitStack() as files:
        grounds = [opened(name, files) for name in GROUNDS]
        for turn in range(runs):
            for folded in grounds:
                for name in METHODS:
                    for rate in RATES if turn == 0 else (chosen(folded.name, name) or RATES[0],):
                        train(folded, name, turn, rate)
        shown = {folded.name: shown_of(folded) for folded in grounds}
        write_report(recorded(RESULTS), list(METHODS), shown, MAPS, ROOT / "docs" / "measured")


if __name__ == "__main__":
    main()
