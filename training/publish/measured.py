"""What was measured of a model, as its card keeps it: from `probe.json` and the lines of the few-label benchmark.

Results of other weights are refused, so that a card never boasts with another model's numbers.
"""

import json
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from statistics import mean
from typing import Any

from engine.errors import RequestError

SCORE = ("task", "metric", "features", "mean", "std")
OURS = "ours"  # the benchmark's method that uses the model; the others' names that begin so are it without a part


def read_results(path: Path, name: str, sha256: str) -> dict[str, Any]:
    """What a file says of a model.

    Args:
        path: `probe.json`, or the benchmark's `few_label.jsonl`.
        name: of the model.
        sha256: of its weights.

    Returns:
        {"probes": {"model": name, "seeds", "scores": [{"task", "metric", "features", "mean", "std"}]}} or
        {"few_label": {"scenes", "seeds", "scores": [{"points", "method", "macro_f1"}]}}.

    Raises:
        RequestError: no such file, no results, or those of another model.
    """
    try:
        text = path.read_text(encoding="utf-8")
        if path.suffix == ".jsonl":
            return few_label([json.loads(line) for line in text.splitlines()], name)
        return probes(json.loads(text), sha256)
    except (OSError, ValueError, LookupError, TypeError) as error:
        if isinstance(error, RequestError):
            raise
        raise RequestError(
            f"expected results in {path}; found {type(error).__name__}: {error}",
            "give probe.json of `engine probe`, or few_label.jsonl of benchmarks/few_label.py",
        ) from error


def probes(found: Mapping[str, Any], sha256: str) -> dict[str, Any]:
    """The lines of `probe.json`."""
    probed = next((model["name"] for model in found["models"] if model["sha256"] == sha256), None)
    if probed is None:
        raise RequestError("these probes are of other weights", "run `engine probe` with the published model")
    scores = [{key: line[key] for key in SCORE} for line in found["lines"]]
    return {"probes": {"model": probed, "seeds": found["seeds"], "scores": scores}}


def few_label(lines: list[dict[str, Any]], name: str) -> dict[str, Any]:
    """Macro-F1 of each method near the labels, mean over scenes; ours with this model only."""
    near = [line for line in lines if line["regime"] == "near"]
    kept = [line for line in near if line["method"] != OURS or Path(line["model"]).name == name]
    if not any(line["method"] == OURS for line in kept):
        raise RequestError(f"expected results of {name}; found none", f"python -m benchmarks.few_label --model {name}")
    scores: dict[tuple[int, str], dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for line in kept:
        scores[line["points"], line["method"]][line["scene"]].append(line["macro_f1"])
    return {
        "few_label": {
            "scenes": len({line["scene"] for line in kept}),
            "seeds": len({line["seed"] for line in kept}),
            "scores": [
                {"points": points, "method": method, "macro_f1": round(mean(map(mean, of_scenes.values())), 4)}
                for (points, method), of_scenes in sorted(scores.items(), key=lambda item: item[0][0])
            ],
        }
    }
