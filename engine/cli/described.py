"""What a person reads on the terminal when a job has ended: its outputs in words.

Knows what jobs return, not how they compute it.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from engine.gdal import gdal_names
from engine.sensors import Sensor
from engine.sensors.matching import by_reason

MOST_NAMES = 16  # of bands on one line
MOST_ROWS = 40  # of bands in a table
ACCURACIES = ("precision", "recall", "f1")

Outputs = Mapping[str, Any]


def as_is(outputs: object) -> object:
    """Outputs as they are: in JSON their sentences are texts."""
    return outputs


def table(rows: Sequence[Sequence[object]]) -> str:
    """Columns of equal width; the first row is the header. `None` is shown as a dash."""
    texts = [["-" if cell is None else str(cell) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*texts, strict=True)]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in texts]
    return "\n".join([lines[0], "  ".join("-" * width for width in widths), *lines[1:]])


def describe_sensors(sensors: Iterable[Sensor]) -> str:
    """The answer of ``sensors``."""
    rows = [(s.id, s.title, s.gsd_m and f"{s.gsd_m:g} m", _names([band.name for band in s.bands])) for s in sensors]
    return table([("id", "title", "GSD", "bands"), *rows])


def _names(names: Sequence[str]) -> str:
    """`names`, or the first and the last where there are very many."""
    return " ".join(names) if len(names) <= MOST_NAMES else f"{names[0]} … {names[-1]} ({len(names)})"


def describe_models(cards: Iterable[Mapping[str, Any]]) -> str:
    """The answer of ``models``."""
    return table([("name", "what it is"), *((card["mlm:name"], _model(card)) for card in cards)])


def _model(card: Mapping[str, Any]) -> str:
    ours = card["ofa"]
    if few_label := ours.get("few_label"):
        return f"maps {_classes(ours['downstream'])}, learnt from {_labels(few_label)}: {_on_held_out(few_label)}"
    if task := ours.get("downstream"):
        return f"maps {_classes(task)}, trained" if task["task"] != "regression" else f"maps {task['classes'][0]}"
    source = card.get("mlm:pretrained_source")
    trained = f", pre-trained on {source}" if source else ""
    state = trained if ours["trained"] else ", untrained: random weights"
    return f"{card['mlm:architecture']}, {card['mlm:total_parameters'] / 1e6:.1f} million weights{state}"


def describe_model(card: Mapping[str, Any]) -> str:
    """The answer of ``models show``."""
    ours, task, few_label = (card["ofa"], card["ofa"].get("downstream"), card["ofa"].get("few_label"))
    facts = {"name": card["mlm:name"], "what it is": _model(card)}
    if task:
        bands = _names([band["name"] for band in task["bands"]])
        facts |= {"sensor": task["sensor"], "bands": bands, "units": task["quantity"], "GSD": f"{task['gsd_m']:g} m"}
    if few_label:
        backbone = few_label["backbone"]
        used = "" if backbone["needed"] else " (its features are not used)"
        facts |= {"scenes": ", ".join(each["name"] for each in few_label["scenes"])}
        facts |= {"backbone": f"{backbone['name']}{used}", "saved": few_label["created"]}
    facts["sha256"] = str(ours["sha256"])
    parts = ["\n".join(f"{name:12}{value}" for name, value in facts.items())]
    if few_label:
        rows = [[row[key] for key in ("name", "pixels_labelled", "held_out_labels")] for row in few_label["labels"]]
        parts += [_on_held_out(few_label), table([("class", "labelled pixels", "held-out labels"), *rows])]
    elif task:
        parts.append(table([("class",), *((name,) for name in task["classes"])]))
    return "\n\n".join(parts)


def _classes(task: Mapping[str, Any]) -> str:
    return f"{len(task['classes'])} classes of {task['sensor']} scenes"


def _labels(few_label: Mapping[str, Any]) -> str:
    count = sum(row["geometries"] for row in few_label["labels"])
    scenes = len(few_label["scenes"])
    return f"{count:,} label{'s' * (count != 1)} in {scenes} scene{'s' * (scenes != 1)}"


def _on_held_out(few_label: Mapping[str, Any]) -> str:
    """How good a model is that was learnt from labels, and where that was found out."""
    score = few_label["score"]
    if score["macro_f1"] is None:
        return str(score["score"])
    low, high = score["interval"]
    where = "in scenes held out as a whole" if score["whole_scenes"] else "in the scene it learnt from"
    return f"macro-F1 {score['macro_f1']:.2f} ({low:.2f} to {high:.2f}) {where}"


def describe_scene(outputs: Outputs) -> str:
    """The answer of ``inspect``: what the scene is, where it is, its bands, and what must still be said."""
    units = f"{outputs['units']} ({outputs['units_source']})" if outputs["units"] else "in question"
    product = outputs["product"] or {}
    facts = {
        **({"product": product["title"]} if product else {}),
        "sensor": outputs["sensor_title"] or "in question",
        "units": units,
        "size": f"{outputs['width']} x {outputs['height']} pixels, {outputs['dtype']}",
        "GSD": f"{outputs['gsd_m']:.4g} m" if outputs["gsd_m"] else "unknown",
        "CRS": outputs["crs"] or "none: give it with --crs, such as --crs EPSG:25833",
        "nodata": "none" if outputs["nodata"] is None else outputs["nodata"],
        **_of_product(product),
    }
    if outputs["way_out"]:
        facts["CRS"] = f"not on a grid: {outputs['placement']}"
    bands = [(b["index"], b["name"], _nm(b["wavelength_nm"]), b["source"]) for b in outputs["bands"]]
    parts = ["\n".join(f"{name:8}{value}" for name, value in facts.items())]
    parts += [f"! {outputs[name]}" for name in ("way_out", "more") if outputs[name]]
    if outputs["sources"]:
        rows = [(f"{s['bands'][0]}-{s['bands'][-1]}", s["name"], s["sensor"], s["units"]) for s in outputs["sources"]]
        parts.append(table([("bands", "source", "sensor", "units"), *rows]))
    if bands:
        parts.append(table([("band", "meaning", "wavelength", "known from"), *_ends(bands)]))
    if outputs["unused"]:
        unused = by_reason((band["index"], band["reason"]) for band in outputs["unused"])
        parts.append("\n".join(_unused(bands, reason) for reason, bands in unused.items()))
    parts += [f"? {question['text']}\n  answer with {question['option']}" for question in outputs["questions"]]
    return "\n\n".join(parts)


def _unused(bands: str, reason: str) -> str:
    return f"band {bands} is not used: {reason}" if bands.isdecimal() else f"bands {bands} are not used: {reason}"


def _of_product(product: Outputs) -> dict[str, str]:
    """When a product was taken, the grids of its files, what it masks and what of it is no band; what there is."""
    facts = {
        "taken": product.get("taken", ""),
        "files": "; ".join(product.get("grids", ())) if len(product.get("grids", ())) > 1 else "",
        "masks": product.get("masks_text") or "",
        "aside": ", ".join(product.get("aside", ())),
        "copy": product.get("unpacked", ""),
    }
    return {name: text for name, text in facts.items() if text}


def _ends(rows: Sequence[Sequence[object]]) -> Sequence[Sequence[object]]:
    """`rows`, or the first and the last of very many."""
    ends = MOST_ROWS // 2
    return rows if len(rows) <= MOST_ROWS else [*rows[:ends], ("…", "…", "…", "--json has all"), *rows[-ends:]]


def _nm(wavelength_nm: float | None) -> str | None:
    return None if wavelength_nm is None else f"{wavelength_nm:g} nm"


def describe_files(outputs: Outputs) -> str:
    """The answer of ``embed``: where things are, which model made them, and what to beware of."""
    lines = [f"{name}: {path}" for name, path in outputs["outputs"].items() if path]
    model = outputs["model"]
    lines.append(f"model: {model['name']}" + ("" if model["trained"] else " (untrained: random weights)"))
    lines += [f"warning: {text}" for text in outputs.get("warnings", [])]
    return "\n".join(lines)


def describe_unlabelled(outputs: Outputs) -> str:
    """The answer of ``similar`` and ``cluster``: where things are, hits or clusters, and what to beware of."""
    lines = [f"{name}: {path}" for name, path in outputs["outputs"].items() if path]
    if "hits" in outputs:
        share = f"{outputs['share']:.1%} of the map is at {outputs['threshold']:g} or above"
        lines.append(f"{share}, in {outputs['hits']:,} {'hit' if outputs['hits'] == 1 else 'hits'}")
    if "classes" in outputs:
        rows = [(each["name"], each["value"], f"{each['share']:.1%}") for each in outputs["classes"]]
        lines.append(table([("cluster", "value", "share"), *rows]))
    lines += [f"warning: {text}" for text in outputs["warnings"]]
    return "\n".join(lines)


def describe_count(outputs: Outputs) -> str:
    """The answer of ``count``: files, how many objects there are, how sure that is, and what to beware of."""
    lines = [f"{name}: {path}" for name, path in outputs["outputs"].items() if path]
    lines += [str(outputs["report"]["summary"]), *(f"warning: {text}" for text in outputs["warnings"])]
    return "\n".join(lines)


def describe_change(outputs: Outputs) -> str:
    """The answer of ``change``: where things are, how well the dates fit, what has changed, and what to beware of."""
    lines = [f"{name}: {path}" for name, path in outputs["outputs"].items() if path]
    if outputs["shift"]:
        lines.append(f"the dates lie {outputs['shift']['px']:.2f} pixels apart")
    if "classes" in outputs:
        lines += _labelled_change(outputs)
    else:
        found = f"{outputs['share']:.1%} of the map is at {outputs['threshold']:.2f} or above"
        lines.append(f"{found}; without any change {outputs['false_alarms']:.1%} would be")
    if outputs["changes"] is not None:
        lines.append(f"{outputs['changes']:,} polygons of change")
    return "\n".join([*lines, *(f"warning: {text}" for text in outputs["warnings"])])


def _labelled_change(outputs: Outputs) -> list[str]:
    """How well held-out labels are mapped, and how much has gone from which class to which."""
    lines = [f"{date}: {score['score']}" for date, score in outputs["scores"].items()]
    rows = [
        (row["name"], row["value"], "–" if row["area_ha"] is None else f"{row['area_ha']:,.2f}", f"{row['share']:.1%}")
        for row in outputs["classes"]
        if row["pixels"]
    ]
    return [*lines, f"{outputs['share']:.1%} has changed", table([("class", "value", "hectares", "share"), *rows])]


def describe_regions(outputs: Outputs) -> str:
    """The answer of ``grow``: how large the region is at each tolerance, and which one is proposed."""
    rows = [
        (f"{level['tolerance']:.2f}", level["pixels"], "proposed" if index == outputs["start"] else "")
        for index, level in enumerate(outputs["levels"])
    ]
    return table([("tolerance", "pixels", ""), *rows])


def describe_training(outputs: Outputs) -> str:
    """The answer of ``finetune``: where the model is, and how good it is on places that it was not trained on."""
    scores = [f"{name}: {_share(value)}" for name, value in outputs["scores"].items()]
    return "\n".join([describe_files(outputs), f"after {outputs['steps']} steps, on held-out places:", *scores])


def describe_map(outputs: Outputs) -> str:
    """The answer of ``classify``: where things are, how good the map is, and what to beware of."""
    report = outputs["report"]
    head = ("class", "labelled pixels", "held-out labels", "precision", "recall", "F1", "area in ha")
    rows = [
        (
            row["name"],
            row["pixels_labelled"],
            row["held_out_labels"],
            *(_share(row[name]) for name in ACCURACIES),
            _area(row["area_ha"]),
        )
        for row in report["classes"]
    ]
    warnings = "\n".join(f"warning: {text}" for text in report["warnings"])
    return "\n\n".join(filter(None, [describe_files(outputs), report["score"], table([head, *rows]), warnings]))


def describe_sample(outputs: Outputs) -> str:
    """The answer of ``sample``: where it is, how many points each class has, and what to do now."""
    rows = [(c["name"], f"{c['share']:.2%}", c["points"]) for c in outputs["classes"]]
    return "\n\n".join([
        f"sample: {outputs['outputs']['sample']}",
        table([("class", "share of the map", "points"), *rows]),
        f"{outputs['points']:,} points, for a standard error of about {outputs['standard_error']:.3f}",
        "Write what is truly there into the field answer, on the page Accuracy of the QGIS dock or by other means; "
        "then: engine assess MAP SAMPLE.gpkg --out REPORT",
    ])  # fmt: skip


def describe_cleaning(outputs: Outputs) -> str:
    """The answer of ``clean``: files, how much has changed, and the classes before and after."""
    report = outputs["report"]
    rows = [
        (row["name"], row["value"], _area(row["before_ha"]), _area(row["after_ha"]), row["after_pixels"])
        for row in report["classes"]
    ]
    head = ("class", "value", "ha before", "ha after", "pixels after")
    files = "\n".join(f"{name}: {path}" for name, path in outputs["outputs"].items())
    warnings = "\n".join(f"warning: {text}" for text in report["warnings"])
    told = f"{report['changed']:.1%} of the map have another class than before"
    return "\n\n".join(filter(None, [files, told, table([head, *rows]), warnings]))


def describe_values(outputs: Outputs) -> str:
    """The answer of ``regress``: files, how good the map is, and what to beware of."""
    report = outputs["report"]
    files = "\n".join(f"{name}: {path}" for name, path in outputs["outputs"].items())
    score = "R2 {r2:.2f}, RMSE {rmse:.4g}, bias {bias:+.2g}, from {held_out:,} held-out pixels".format(**report)
    warnings = "\n".join(f"warning: {text}" for text in report["warnings"])
    return "\n\n".join(filter(None, [files, score, warnings]))


def describe_accuracy(outputs: Outputs) -> str:
    """The answer of ``assess``: accuracies and areas with their intervals, and what to beware of."""
    report = outputs["report"]
    rows = [
        (
            row["name"],
            _area(row["mapped_ha"]),
            _interval(row["area_ha"], ",.2f"),
            _interval(row["users"], ".3f"),
            _interval(row["producers"], ".3f"),
            row["points_seen"],
        )
        for row in report["classes"]
    ]
    head = ("class", "mapped ha", "area in ha", "user's accuracy", "producer's accuracy", "points seen")
    files = "\n".join(f"{name}: {path}" for name, path in outputs["outputs"].items())
    warnings = "\n".join(f"warning: {text}" for text in report["warnings"])
    return "\n\n".join(filter(None, [files, report["summary"], table([head, *rows]), warnings]))


def _interval(estimate: Mapping[str, float | None] | None, spec: str) -> str:
    """A number with its 95 % interval; a dash where nothing is known."""
    if estimate is None or estimate["value"] is None:
        return "-"
    return f"{estimate['value']:{spec}} ({estimate['low']:{spec}} to {estimate['high']:{spec}})"


def _area(hectares: float | None) -> str:
    return "unknown" if hectares is None else f"{hectares:,.2f}"


def _share(value: float | None) -> str:
    """A number from 0 to 1; a dash where validation could not tell."""
    return "-" if value is None or not math.isfinite(value) else f"{value:.2f}"


def describe_batch(outputs: Outputs) -> str:
    """The answer of ``batch``: a row for each scene, and how many failed."""
    rows = [
        (
            gdal_names.short(row["scene"]),
            row["status"],
            row["seconds"],
            _share(row["macro_f1"]),
            row["checked"],
            row["error"],
        )
        for row in outputs["scenes"]
    ]
    counts = [f"{outputs[status]} {status}" for status in ("finished", "skipped", "failed") if outputs[status]]
    told = f"{len(rows)} scene{'s' * (len(rows) != 1)}: {', '.join(counts)}"
    hints = "\n".join(dict.fromkeys(f"? {row['hint']}" for row in outputs["scenes"] if row["hint"]))
    head = ("scene", "status", "seconds", "macro-F1", "classes checked", "error")
    return "\n\n".join(filter(None, [table([head, *rows]), told, hints, f"summary: {outputs['outputs']['summary']}"]))


def describe_machine(outputs: Outputs) -> str:
    """The answer of ``doctor``: one line a check, and what to do where one failed."""
    lines = []
    for check in outputs["checks"]:
        lines.append(f"{'ok  ' if check['ok'] else 'FAIL'}  {check['name']}: {check['found']}")
        if check["hint"] and not check["ok"]:
            lines.append(f"      {check['hint']}")
    return "\n".join(lines)


def describe_bench(outputs: Outputs) -> str:
    """The answer of ``bench``."""
    plan, part, scene = outputs["plan"], outputs["part"], outputs["scene"]
    stages = ("decode", "model", "write", "pipeline")
    rates = [(f"{outputs[f'{stage}_mpx_s']:.2f}" if outputs[f"{stage}_mpx_s"] else None) for stage in stages]
    peak = outputs["peak_mb"]
    waits = ", ".join(f"{stage} {seconds:.1f} s" for stage, seconds in outputs["waits_s"].items())
    return "\n".join(
        [
            f"{outputs['model']}, {plan['precision']}, {plan['workers']} x {plan['batch']} tiles at once; "
            f"{outputs['device']}",
            f"rows {part['rows'][0]} to {part['rows'][1]} of {scene['height']} x {scene['width']} pixels in "
            f"{scene['bands']} bands: {part['tiles']} tiles, {outputs['seconds']:.1f} s",
            table([("stage", "Mpx/s"), *zip(("reading", "model", "writing", "together"), rates, strict=True)]),
            f"{outputs['share_of_limit']:.1%} of the speed of the slowest stage alone",
            f"in or waiting for each stage: {waits}",
            *([f"most memory: {peak:.0f} MB"] if peak else []),
        ]
    )
