"""How a fine-tuning run went: losses and the score on held-out places over its steps, as its log says them."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from engine.language import spoken
from engine.output.report.pictures import INK, QUIET
from engine.words import say
from training.pictures import sheet
from training.pictures.curves import LINES, curve, plain, raw, series, smooth

HEIGHT_IN = 3.6
LOSS_BOX, SCORE_BOX = (0.06, 0.16, 0.42, 0.6), (0.56, 0.16, 0.42, 0.6)


def learning_curves(log: Sequence[Mapping[str, Any]], path: Path, title: str) -> None:
    """Draw the log of a fine-tuning run.

    Raises:
        OutputError: the file cannot be written.
    """
    figure = sheet.blank(HEIGHT_IN)
    last = max((line["step"] for line in log), default=0)
    looked = [line["validation"] for line in log if line.get("validation")]
    margin, top = sheet.MARGIN_IN / sheet.WIDTH_IN, 1 - 0.32 / HEIGHT_IN
    figure.text(margin, top, spoken(title), size=14, weight="bold", color=INK)
    metric = str(looked[-1]["metric"]).replace("_", "-") if looked else spoken(say("score"))
    if looked:
        best, step = looked[-1]["best"], looked[-1]["best_step"]
        told = say("best {metric} {score:.3f} at step {step:,}", metric=metric, score=best, step=step)
        figure.text(1 - margin, top, spoken(told), size=10.5, color=QUIET, ha="right")
    losses = plain(figure, LOSS_BOX, spoken(say("Loss: learnt from, and held out (dots)")), last)
    scores = plain(figure, SCORE_BOX, spoken(say("{metric} on held-out places", metric=metric)), last)
    steps_N, loss_N = series(log, "loss")
    raw(losses, steps_N, loss_N, LINES[0])
    curve(losses, steps_N, smooth(loss_N), LINES[0], width=1.8)
    for axes, key, colour in ((losses, "loss", LINES[1]), (scores, "score", LINES[2])):
        steps_N, values_N = series(log, "validation", key)
        axes.plot(steps_N, values_N, color=colour, marker="o", ms=4.5, lw=1.2)
    for axes in (losses, scores):
        axes.set_xlabel(spoken(say("step")), size=9.5, color=QUIET)
    if looked:
        scores.axvline(looked[-1]["best_step"], color="#b0b0b0", lw=0.8, ls=":")
    sheet.save(figure, path)
