"""How fast a long job goes, in the words of a person: percent, megapixels a minute, time left. No widgets, no clock."""

from typing import Optional, Tuple

from ..i18n import tr
from .engine_words import stage

FIRST_S = 1.0  # no rate before: it would jump
MINUTE_S = 60


class Pace:
    """Fed with progress of the whole job, answers one line. The time left follows the pace of the present stage."""

    def __init__(self, pixels: float = 0.0) -> None:
        self._pixels = pixels
        self._note: Optional[str] = None
        self._start: Tuple[float, int, float] = (0.0, 0, 0.0)  # of the stage: seconds, steps, share of the pixels
        self._rate = 0.0  # steps a second, of the last stage that had a pace

    def line(self, now_s: float, done: int, total: int, note: str, mapped: Optional[float] = None) -> str:
        """One line for `done` of `total` steps of the whole job.

        Args:
            now_s: seconds on any clock.
            done: steps that are done.
            total: all of them; 0 if nobody knows.
            note: the stage.
            mapped: which share of the pixels is mapped, while they are.
        """
        if note != self._note:
            self._note, self._start = note, (now_s, done, mapped or 0.0)
        if not total:
            return stage(note) if note else ""
        words = [f"{stage(note)} {done / total:.0%}".strip()]
        seconds, steps = now_s - self._start[0], done - self._start[1]
        if seconds >= FIRST_S and steps > 0:
            self._rate = steps / seconds
            if mapped is not None and mapped > self._start[2]:
                rate = self._pixels * (mapped - self._start[2]) / 1e6 / seconds * MINUTE_S
                words.append(tr("{rate:.3g} Mpx/min").format(rate=rate))
        if self._rate:
            words.append(tr("{time} left").format(time=clock((total - done) / self._rate)))
        return " · ".join(words)


def clock(seconds: float) -> str:
    """Seconds as ``1:52`` or ``2:05:09``."""
    minutes, rest = divmod(round(seconds), MINUTE_S)
    hours, minutes = divmod(minutes, MINUTE_S)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
