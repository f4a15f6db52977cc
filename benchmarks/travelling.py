"""A model that was learnt from labels maps another scene: by whose statistics, and with whose shares of classes?

    python -m benchmarks.travelling [--sets FLAIR Amazon] [--scored 4000]

Heads without a backbone learn from 20 labelled points of each class of one scene, and of all scenes but one; then of so
many scenes, with and without what is around a pixel. Writes `docs/measured/travelling.md`, which says more.
"""

import argparse
import itertools
import os
import warnings
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

os.environ.setdefault("OMP_NUM_THREADS", "1")

import numpy as np
import torch
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import f1_score
from torch import Tensor

from benchmarks.leave_one_scene_out import DATA, FEWEST_SCORED, ROOT, SETS, SceneOfSet, quiet
from engine import fewlabel, inference
from engine.fewlabel.elsewhere import BY_ITSELF, SCENES_ENOUGH
from engine.fewlabel.features import PixelFeatures
from engine.fewlabel.heads import KernelHead
from engine.scene.raster import Scene
from engine.scene.statistics import Statistics, pooled
from training.evaluate.datasets.labelled_scenes import labelled_scenes

PAGE = (
    "# How models travel",
    "",
    "A model that was learnt from labels maps another scene. Whose statistics make the z-scores of pixels there, and "
    "how common are the classes taken to be? Heads without a backbone learn from 20 labelled points of each class of "
    "one scene, and of all scenes but one, and map every other scene of the set. Macro-F1 over the classes that both "
    "show, as mean over the maps.",
    "",
    "- *own*: statistics of the mapped scene; *as learnt*: of the scenes that the head learnt from, pooled.",
    "- *equal*: all classes equally common; *as learnt*: as estimated in the scene, or the first of the scenes, that "
    "the head learnt from; *as found*: as the head finds them in the mapped scene, to the power 3/4.",
)
SHARES = ("equal", "as learnt", "as found")
MORE_SETS = {**SETS, "TerraMind": "TerraMind land cover"}
COUNTS, MAPS, DRAWS = (1, 2, 3, 4, 6, 8, 10), 40, 2
"""Scenes that are learnt from; maps of each count, at least, where a set has so many; draws of points."""
GROUPS = {"all groups": ("spectra", "shape", "context", "surroundings"), "the pixel alone": BY_ITSELF}
OF_COUNTS = (
    "",
    "## From so many scenes",
    "",
    "Other scenes than the labelled ones, classes equally common, statistics as learnt, two draws of points. *The "
    "pixel alone* is spectra and their shape, without the pixels around; a saved model decides so in other scenes if "
    f"labels lie in fewer than {SCENES_ENOUGH} (`engine.fewlabel.elsewhere`). The forest (100 trees) sees stored "
    "values. FLAIR and TerraMind chose that number, the Amazon did not. The gain is that of the pixel alone, with its "
    "standard error over maps.",
    "",
)
Groups = dict[str, Tensor]


def looked_at(place: SceneOfSet, statistics: Statistics, features: PixelFeatures) -> tuple[Groups, fewlabel.Overview]:
    """Features of a scene's known pixels, and of unlabelled ones all over it."""
    rows, cols = np.divmod(place.known, place.truth.shape[1])
    with Scene.open(place.labelled.image) as scene:
        source = place.source(scene, statistics)
        groups, _ = inference.sample(source, features, rows, cols, quiet, features.groups)
        return groups, inference.overview(source, features, quiet)


def described(places: Sequence[SceneOfSet], statistics: Statistics) -> PixelFeatures:
    """Learnt from the scenes' samples, without labels."""
    sample = np.concatenate([place.reading.sample_CN[:, :: len(places)] for place in places], axis=1)
    with Scene.open(places[0].labelled.image) as scene:
        source = places[0].source(scene, statistics)
        reading = replace(source.reading, sample_CN=np.ascontiguousarray(sample))
        return inference.describe_pixels(replace(source, reading=reading))


def learnt(
    places: Sequence[SceneOfSet],
    seen: Sequence[tuple[Groups, fewlabel.Overview]],
    names: Sequence[str] = GROUPS["all groups"],
    draw: int = 0,
) -> tuple[KernelHead, np.ndarray]:
    """A head of some groups and its classes, with shares estimated in the first of the scenes."""
    drawn = [place.drawn(draw) for place in places]
    label = np.concatenate([place.truth.ravel()[flat] for place, flat in zip(places, drawn, strict=True)])
    classes = np.unique(label)
    at = [np.searchsorted(place.known, flat) for place, flat in zip(places, drawn, strict=True)]
    samples = fewlabel.Samples(
        {
            name: torch.cat([x[name][i] for (x, _), i in zip(seen, at, strict=True)])
            for name in names
            if name in seen[0][0]
        },
        torch.from_numpy(np.searchsorted(classes, label)),
        *map(torch.from_numpy, np.concatenate([p.at(flat) for p, flat in zip(places, drawn, strict=True)], axis=1)),
        polygon_N=torch.arange(len(label)),
        scene_N=torch.from_numpy(np.repeat(np.arange(len(places)), [len(flat) for flat in drawn])),
    )
    return fewlabel.fit(samples, 0, seen[0][1])[0], classes


def shares(head: KernelHead, over: Groups) -> dict[str, Tensor]:
    """Logarithms of shares of classes to map with; `as found` as `engine.fewlabel.fitting` finds them."""
    flat = torch.zeros_like(head.log_prior_K)
    plain = KernelHead(dict(head.kernels.items()), head.trust, head.coefficients_MK, head.sharpness, flat)
    found = plain(over).double().mean(0).pow(0.75)
    return {"equal": flat, "as learnt": head.log_prior_K, "as found": (found / found.sum()).log().float()}


def scored(
    head: KernelHead, classes: np.ndarray, place: SceneOfSet, groups: Groups, over: Groups
) -> Mapping[str, float]:
    """Macro-F1 of a scene by the shares of classes."""
    truth = place.truth.ravel()[place.scored]
    enough = [value for value in classes if (truth == value).sum() >= FEWEST_SCORED]
    if len(enough) < 2:
        return {}
    kept = np.isin(truth, enough)
    at = np.searchsorted(place.known, place.scored[kept])
    found = {}
    for name, log_prior_K in shares(head, over).items():
        this = KernelHead(dict(head.kernels.items()), head.trust, head.coefficients_MK, head.sharpness, log_prior_K)
        mapped = classes[this({group: groups[group][at] for group in head.groups}).argmax(1).numpy()]
        found[name] = float(f1_score(truth[kept], mapped, labels=enough, average="macro", zero_division=0))
    return found


def run(places: Sequence[SceneOfSet], several: bool) -> Iterator[tuple[str, Mapping[str, float]]]:
    """Statistics and scores of each pair of what is learnt from and what is mapped."""
    own = [(place.reading.statistics, described([place], place.reading.statistics)) for place in places]
    by_own = [looked_at(place, *its) for place, its in zip(places, own, strict=True)]
    for number in range(len(places)):
        inside = [k for k in range(len(places)) if (k != number) == several]
        outside = [k for k in range(len(places)) if k not in inside]
        some = [places[k] for k in inside]
        one = pooled([place.reading.statistics for place in some], [1.0] * len(some))
        features = described(some, one)
        by_one = {k: looked_at(places[k], one, features) for k in range(len(places))}
        for name, seen in (("own", dict(enumerate(by_own))), ("as learnt", by_one)):
            head, classes = learnt(some, [seen[k] for k in inside])
            for k in outside:
                groups, over = seen[k]
                if found := scored(head, classes, places[k], groups, dict(over.groups)):
                    yield name, found


def by_count(name: str, most_scored: int) -> Iterator[str]:
    """A line of the table for each count of labelled scenes."""
    labelled = [scene for scene in labelled_scenes(DATA) if scene.group == MORE_SETS[name]]
    places = [SceneOfSet(scene, DRAWS, most_scored) for scene in labelled]
    for count in (count for count in COUNTS if count < len(places)):
        found = [scores for scores in _maps_from(places, count) if scores]
        mean = {title: np.mean([scores[title] for scores in found]) for title in ("forest", *GROUPS)}
        gains = np.array([scores["the pixel alone"] - scores["all groups"] for scores in found])
        cells = [f"{value:.3f}" for value in mean.values()]
        gain = f"{100 * gains.mean():+.1f} ± {100 * gains.std() / np.sqrt(len(gains)):.1f}"
        yield f"| {name} | {count} | {' | '.join(cells)} | {gain} | {len(found)} |"


def _maps_from(places: Sequence[SceneOfSet], count: int) -> Iterator[Mapping[str, float]]:
    """Macro-F1 by method of each map of another scene; empty where a scene shows too few of the classes."""
    random = np.random.default_rng(count)
    choices = random.permutation(list(itertools.combinations(range(len(places)), count)))
    each = max(2, MAPS // len(choices))
    for inside in choices[: -(-MAPS // (2 * DRAWS))]:
        some = [places[k] for k in inside]
        outside = random.permutation([k for k in range(len(places)) if k not in inside])[:each]
        one = pooled([place.reading.statistics for place in some], [1.0] * len(some))
        features = described(some, one)
        seen = {k: looked_at(places[k], one, features) for k in (*inside, *outside)}
        for draw in range(DRAWS):
            heads = {title: learnt(some, [seen[k] for k in inside], names, draw) for title, names in GROUPS.items()}
            forest = _forest(some, draw)
            for k in outside:
                of_heads = {
                    title: scored(*head, places[k], seen[k][0], dict(seen[k][1].groups)).get("equal")
                    for title, head in heads.items()
                }
                if None not in of_heads.values():
                    yield {"forest": _of_forest(forest, places[k]), **of_heads}


def _forest(places: Sequence[SceneOfSet], draw: int) -> RandomForestClassifier:
    """Of stored values."""
    drawn = [place.drawn(draw) for place in places]
    x = np.concatenate([p.stored[np.searchsorted(p.known, flat)] for p, flat in zip(places, drawn, strict=True)])
    label = np.concatenate([p.truth.ravel()[flat] for p, flat in zip(places, drawn, strict=True)])
    return RandomForestClassifier(100, random_state=draw).fit(x, label)


def _of_forest(forest: RandomForestClassifier, place: SceneOfSet) -> float:
    """Its macro-F1 over the classes that `scored` counts."""
    truth = place.truth.ravel()[place.scored]
    enough = [value for value in forest.classes_ if (truth == value).sum() >= FEWEST_SCORED]
    kept = np.isin(truth, enough)
    mapped = forest.predict(place.stored[np.searchsorted(place.known, place.scored[kept])])
    return float(f1_score(truth[kept], mapped, labels=enough, average="macro", zero_division=0))


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--scored", type=int, default=4000, help="pixels of a scene")
    options.add_argument("--sets", nargs="*", default=list(SETS), choices=list(SETS))
    asked = options.parse_args()
    torch.set_num_threads(1)
    warnings.simplefilter("ignore")
    tables = [line for name in asked.sets for line in measured(name, asked.scored)]
    tables += [
        *OF_COUNTS,
        "| set | scenes | forest | all groups | the pixel alone | gain | maps |",
        f"|---|{'---:|' * 6}",
    ]
    tables += [line for name in MORE_SETS for line in by_count(name, asked.scored)]
    text = "\n".join([*PAGE, "", f"`python -m benchmarks.travelling --scored {asked.scored}` repeats it.", *tables])
    (ROOT / "docs" / "measured" / "travelling.md").write_text(text + "\n", encoding="utf-8")


def measured(name: str, most_scored: int) -> Iterator[str]:
    """The tables of a set of scenes."""
    labelled = [scene for scene in labelled_scenes(DATA) if scene.group == SETS[name]]
    places = [SceneOfSet(scene, 1, most_scored) for scene in labelled]
    for several in (False, True):
        found: dict[str, list[Mapping[str, float]]] = {}
        for statistics, scores in run(places, several):
            found.setdefault(statistics, []).append(scores)
        yield from ("", f"## {name}, from {'all other scenes' if several else 'one scene'}", "")
        yield from (f"| statistics | {' | '.join(SHARES)} | maps |", "|---|---:|---:|---:|---:|")
        for statistics, rows in found.items():
            cells = [f"{np.mean([row[share] for row in rows]):.3f}" for share in SHARES]
            yield f"| {statistics} | {' | '.join(cells)} | {len(rows)} |"


if __name__ == "__main__":
    main()
