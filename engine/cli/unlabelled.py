"""What a person reads of maps that need no labels: similar, cluster and change."""

from engine.cli.console import Outputs, table


def describe_unlabelled(outputs: Outputs) -> str:
    """The answer of ``similar`` and ``cluster``: where things are, hits or clusters, and what to beware of."""
    lines = [f"{name}: {path}" for name, path in outputs["outputs"].items() if path]
    if "hits" in outputs:
        share = f"{outputs['share']:.1%} of the map is at {outputs['threshold']:g} or above"
        lines.append(f"{share}, in {outputs['hits']:,} hits")
    if "classes" in outputs:
        rows = [(each["name"], each["value"], f"{each['share']:.1%}") for each in outputs["classes"]]
        lines.append(table([("cluster", "value", "share"), *rows]))
    lines += [f"warning: {text}" for text in outputs["warnings"]]
    return "\n".join(lines)


def describe_change(outputs: Outputs) -> str:
    """The answer of ``change``: where things are, how well the dates fit, what has changed, and what to beware of."""
    lines = [f"{name}: {path}" for name, path in outputs["outputs"].items() if path]
    if outputs["shift"]:
        lines.append(f"the dates lie {outputs['shift']['px']:.2f} pixels apart")
    found = f"{outputs['share']:.1%} of the map is at {outputs['threshold']:.2f} or above"
    lines.append(f"{found}; without any change {outputs['false_alarms']:.1%} would be")
    if outputs["changes"] is not None:
        lines.append(f"{outputs['changes']:,} polygons of change")
    return "\n".join([*lines, *(f"warning: {text}" for text in outputs["warnings"])])
