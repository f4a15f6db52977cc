"""What a model card says of a run: the STAC MLM fields, what was trained on what, and what it has not seen.

The vocabulary is that of the STAC Machine Learning Model extension 1.4 (`mlm:…`); beside it stand our
objects "training" and "results" (see `training.publish.measured`). Pure: knows a run, writes nothing.
"""

import json
import shlex
from collections import defaultdict
from collections.abc import Iterable, Sequence
from math import inf, sqrt
from typing import Any

import torch

from engine.scene.normalise import CLIP
from engine.scene.values import units
from engine.sensors import Band
from training import log
from training.data.catalogue_entry import MODALITIES, Entry
from training.pretrain import recipes
from training.pretrain.loop import PretrainRun

TITLES = dict(
    zip(
        MODALITIES,
        ("radar", "Sentinel-2", "aerial", "very high resolution satellites", "hyperspectral", "Landsat-like"),
        strict=True,
    )
)
NOT_STATED = "not stated"
TASKS = ["semantic-segmentation", "similarity-search"]
MANY_BANDS = 32
"""Sets of more bands are listed by intervals of `INTERVAL_NM`: each hyperspectral sensor has its own wavelengths."""
INTERVAL_NM = 100
THIN_MEGAPIXELS = 2.0
"""Less imagery of a modality is about 500 chips of 64 pixels that do not overlap: far too few to know a sensor."""
ORDER = ["batch", "channel", "height", "width"]
WHOSE = {
    "scene": "each band's mean and deviation over the scene itself",
    "sensor": "the fixed mean and deviation of each band (engine.sensors.statistics), or those over the scene where "
    "nothing fixes the scale of its numbers",
}
"""What a model's statistics are called."""


def card_of(run: PretrainRun, name: str, step: int | None = None) -> dict[str, Any]:
    """The card of a run's model, without what `model_folder.save` fills in; at `step`, or where its log ends."""
    model, training = run.module.model, training_of(run, step)
    scenes, megapixels = (sum(part[key] for part in training["data"]) for key in ("scenes", "megapixels"))
    parameters = sum(weight.numel() for weight in model.parameters())
    kinds = ", ".join(TITLES[part["modality"]] for part in training["data"])
    depths = ", ".join(map(str, model.depths))
    return {
        "mlm:name": name,
        "mlm:architecture": "OFA-Net",
        "mlm:framework": "PyTorch",
        "mlm:framework_version": torch.__version__.split("+")[0],
        "mlm:tasks": TASKS,
        "mlm:pretrained": training["steps"] > 0,
        "mlm:pretrained_source": f"{scenes:,} scenes ({megapixels:.0f} megapixels) without labels: {kinds}",
        "mlm:total_parameters": parameters,
        "mlm:memory_size": 4 * parameters,  # float32, whatever the file holds
        "mlm:batch_size_suggestion": 8,  # tiles of 256 pixels; what the engine takes on a CPU
        "mlm:accelerator": None,
        "mlm:input": [_input(sensor, model.config.statistics) for sensor in training["sensors"]],
        "mlm:output": [
            {
                "name": "dense",
                "description": f"Features of every token of {model.patch_px} x {model.patch_px} pixels after blocks "
                f"{depths}, each block's layer-normed",
                "tasks": TASKS,
                "result": {"shape": [-1, model.feature_dim, -1, -1], "dim_order": ORDER, "data_type": "float32"},
            }
        ],
        "mlm:hyperparameters": recipes.to_dict(run.recipe),
        "training": training,
        "results": {},
        "ofa": {"trained": training["steps"] > 0},
    }


def _input(sensor: dict[str, Any], statistics: str) -> dict[str, Any]:
    return {
        "name": f"{sensor['sensor']}, {sensor['quantity']}",
        "description": "Seen in training. Any of these bands, in any order, beside any others that have a wavelength "
        f"or a radar polarisation. Z-scores by {WHOSE[statistics]}, within ±{CLIP:g}, 0 where invalid.",
        "bands": sensor["bands"],
        "input": {"shape": [-1, -1, -1, -1], "dim_order": ORDER, "data_type": "float32"},
        "value_scaling": [
            {"type": "processing", "format": "python", "expression": "engine.scene.normalise:Normalisation"}
        ],
        "resize_type": None,
    }


def training_of(run: PretrainRun, step: int | None = None) -> dict[str, Any]:
    """Recipe, effort, data, statistics and limits of a run.

    Returns:
        {"recipe": name, "commands": texts, "steps", "chips", "seed", "hours",
        "data": [{"modality", "scenes", "megapixels", "share" of the batches}],
        "sensors": see `sensors_of`, "licences": see `licences_of`, "limits": sentences}
    """
    lines = log.read(run.folder) if (run.folder / log.NAME).exists() else []
    lines = [line for line in lines if step is None or line["step"] <= step]
    portions = run.corpus.facts()
    data = [
        {"modality": p.modality, "scenes": p.scenes, "megapixels": _short(p.megapixels), "share": _short(p.share)}
        for p in portions
    ]
    thin = [TITLES[p.modality] for p in portions if p.megapixels < THIN_MEGAPIXELS]
    unseen = [TITLES[name] for name in MODALITIES if name not in {p.modality for p in portions}]
    limits = {
        f"Little imagery (below {THIN_MEGAPIXELS:g} megapixels), seen over and over": thin,
        "Not trained on": unseen,
    }
    return {
        "recipe": run.recipe.name,
        "commands": commands_of(run),
        "steps": lines[-1]["step"] if lines else 0,
        "chips": sum(line["images"] for line in lines),
        "seed": run.recipe.seed,
        "hours": _short(sum(line["seconds"] for line in lines) / 3600),
        "data": data,
        "sensors": sensors_of(run.corpus.entries),
        "licences": licences_of(run.corpus.entries),
        "limits": [f"{what}: {', '.join(names)}." for what, names in limits.items() if names],
    }


def commands_of(run: PretrainRun) -> list[str]:
    """The commands that make the same run from the same data; several where it went on with another recipe."""
    parts = [(int(path.stem.rsplit("-", 1)[1]), path) for path in run.folder.glob("recipe-to-step-*.json")]
    made = [
        (f"  # stopped at step {step}", json.loads(path.read_text(encoding="utf-8"))) for step, path in sorted(parts)
    ]
    made.append(("", recipes.to_dict(run.recipe)))
    name, known = run.recipe.name, made[0][1]
    if name in recipes.RECIPES:
        known = recipes.to_dict(recipes.find(name))
    commands: list[str] = []
    for end, recipe in made:
        start = "--resume" if commands else "--data DATA"
        commands.append(" ".join(["engine pretrain", name, "--out RUN", start, *_changes(known, recipe)]) + end)
        known = recipe
    return commands


def _changes(known: dict[str, Any], wanted: dict[str, Any]) -> list[str]:
    """The options that make a recipe of another one."""
    before = _flat(known)
    changed = {field: value for field, value in _flat(wanted).items() if before.get(field) != value}
    texts = {field: value if isinstance(value, str) else json.dumps(value) for field, value in changed.items()}
    return [f"--set {shlex.quote(f'{field}={text}')}" for field, text in texts.items()]


def _flat(values: dict[str, Any], before: str = "") -> dict[str, Any]:
    parts = ((before + key, value) for key, value in values.items())
    return {
        name: leaf
        for key, value in parts
        for name, leaf in (_flat(value, f"{key}.") if isinstance(value, dict) else {key: value}).items()
    }


def sensors_of(entries: Iterable[Entry]) -> list[dict[str, Any]]:
    """What each sensor's numbers were in training, by quantity.

    Returns:
        [{"modality", "sensor", "quantity", "scenes", "megapixels", "gsd_m": [least, most], "bands": names,
        "mean", "std": of each band in model units over all collections with known units, else null}]
    """
    groups: dict[tuple[int, str, str], list[Entry]] = defaultdict(list)
    for entry in entries:
        groups[MODALITIES.index(entry.modality), entry.sensor, quantity_of(entry)].append(entry)
    found = []
    for (modality, sensor, quantity), members in sorted(groups.items()):
        bands = _pooled(members)
        found.append(
            {
                "modality": MODALITIES[modality],
                "sensor": sensor,
                "quantity": quantity,
                "scenes": len(members),
                "megapixels": _short(_megapixels(members)),
                "gsd_m": [_short(limit([entry.gsd_m for entry in members])) for limit in (min, max)],
                "bands": [name for name, _, _ in bands],
                "mean": [mean for _, mean, _ in bands],
                "std": [std for _, _, std in bands],
            }
        )
    return found


def quantity_of(entry: Entry) -> str:
    """What the model units of a scene are (see `engine.scene.values.units`)."""
    return units.quantity_of(entry.units, entry.decibel)


def _pooled(entries: Sequence[Entry]) -> list[tuple[str, float | None, float | None]]:
    """Name, mean and deviation of each band over all collections, by the law of total variance; by wavelength."""
    collections: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        collections[entry.collection].append(entry)
    parts: dict[str, list[tuple[float, float, float]]] = defaultdict(list)
    wavelengths: dict[str, float] = {}
    for members in collections.values():
        first, weight = members[0], _megapixels(members)
        for place, scene_band in enumerate(first.bands):
            name, nm = _named(scene_band.band, many=len(first.bands) > MANY_BANDS)
            wavelengths.setdefault(name, nm)
            if first.collection_mean:
                parts[name].append((weight, first.collection_mean[place], first.collection_std[place]))
    return [(name, *_total(parts[name])) for name in sorted(wavelengths, key=wavelengths.__getitem__)]


def _named(band: Band, many: bool) -> tuple[str, float]:
    """A band's name and wavelength, or those of its interval."""
    nm = band.wavelength_nm or inf
    if not many or nm == inf:
        return band.name, nm
    low = nm // INTERVAL_NM * INTERVAL_NM
    return f"{low:.0f}-{low + INTERVAL_NM:.0f} nm", low


def _total(parts: Sequence[tuple[float, float, float]]) -> tuple[float | None, float | None]:
    """Mean and deviation of all from (weight, mean, deviation) of each part."""
    if not parts:
        return None, None
    weight = sum(w for w, _, _ in parts)
    mean = sum(w * m for w, m, _ in parts) / weight
    variance = sum(w * (s**2 + (m - mean) ** 2) for w, m, s in parts) / weight
    return _short(mean), _short(sqrt(variance))


def licences_of(entries: Iterable[Entry]) -> list[dict[str, Any]]:
    """[{"licence", "sources", "modalities", "scenes", "megapixels"}], most imagery first."""
    groups: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        groups[entry.licence or NOT_STATED].append(entry)
    found: list[dict[str, Any]] = [
        {
            "licence": licence,
            "sources": sorted({entry.source or NOT_STATED for entry in members}),
            "modalities": [name for name in MODALITIES if name in {entry.modality for entry in members}],
            "scenes": len(members),
            "megapixels": _short(_megapixels(members)),
        }
        for licence, members in groups.items()
    ]
    return sorted(found, key=lambda row: (-row["megapixels"], row["licence"]))


def _megapixels(entries: Iterable[Entry]) -> float:
    return sum(entry.height * entry.width for entry in entries) / 1e6


def _short(value: float) -> float:
    """Four digits: statistics of samples are no better, and cards are read by people."""
    return float(f"{value:.4g}")
