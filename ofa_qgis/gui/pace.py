"""How fast a long job goes, in the words of a person: percent, megapixels a minute, time left. No widgets, no clock."""

from typing import Optional, Tuple

from ..i18n import tr

FIRST_S = 1.0  # no rate before: it would jump
MINUTE_S = 60


class Pace:
    """Fed with progress, answers one line. Each stage (note) of a job has a rate of its own."""

    def __init__(self, pixels: float) -> None:
        self._pixels = pixels
        self._note: Optional[str] = None
        self._start: Tuple[float, int] = (0.0, 0)

    def line(self, now_s: float, done: int, total: int, note: str) -> str:
        """One line for progress `done` of `total` of the stage `note` at `now_s` seconds."""
        if note != self._note:
            self._note, self._start = note, (now_s, done)
        if not total:
            return note
        words = [f"{note} {done / total:.0%}"]
        seconds, steps = now_s - self._start[0], done - self._start[1]
        if seconds >= FIRST_S and steps > 0:
            if note == "mapping":  # the stage whose steps are pixels of the scene
                rate = self._pixels * steps / total / 1e6 / seconds * MINUTE_S
                words.append(tr("{rate:.3g} Mpx/min").format(rate=rate))
            words.append(tr("{time} left").format(time=clock((total - done) * seconds / steps)))
        return " · ".join(words)


def clock(seconds: float) -> str:
    """Seconds as ``1:52`` or ``2:05:09``."""
    minutes, rest = divmod(round(seconds), MINUTE_S)
    hours, minutes = divmod(minutes, MINUTE_S)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
