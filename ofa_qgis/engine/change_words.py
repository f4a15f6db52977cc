"""What the job `change` answers, in the user's language."""

from typing import Any, Dict, List

from ..i18n import tr
from .engine_words import plain


def describe_change(answer: Dict[str, Any]) -> List[str]:
    """What has changed, in sentences."""
    if "classes" not in answer:
        counted = {"share": answer["share"], "stated": answer["false_alarms"]}
        return [tr("{share:.1%} of the map counts as changed; {stated:.1%} would without any change", **counted)]
    scores = {date: plain(each["score"]) for date, each in answer["scores"].items()}
    lines = [tr("Earlier date: {score}", score=scores["before"])] if "before" in scores else []
    lines.append(tr("Later date: {score}", score=scores["after"]))
    lines += [
        tr("{name}: {share:.1%}", name=each["name"], share=each["share"])
        for each in answer["classes"]
        if each["pixels"]
    ]
    return [*lines, tr("{share:.1%} of the map has changed", share=answer["share"])]
