"""When a scene was taken, as its tags and its name say. Pure: reads `FileMetadata`, opens nothing.

A name may hold any number, and a tag may tell when the file was written: what is found here makes an answer likely and
proves nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from engine.gdal.metadata import FileMetadata
from engine.words import say

_TAKEN = re.compile(r"acqui|sensing|start|datatake|datetime|^date$|^time$|timestamp|(?:image|scene|observation)_?date")
"""What names the time in a tag's name: ACQUISITIONDATETIME, DATATAKE_1_DATATAKE_SENSING_START, PRODUCT_START_TIME,
DATE_ACQUIRED, and STAC's datetime and start_datetime."""
_NOT_TAKEN = re.compile(r"process|product(?:ion|_stop)|creat|generat|publi|updat|modif|ingest|end|stop|tifftag")
_WRITTEN = "TIFFTAG_DATETIME"
"""When an image was written (TIFF 6.0): the last to be believed."""
_STAMP = re.compile(r"(?<!\d)(20\d\d)(\d\d)(\d\d)T\d{4,6}(?!\d)")
"""As product names write a time; the first one is when the scene was taken, others say when it was processed."""
_DAY = re.compile(r"(?<!\d)(20\d\d)([-_./:]?)(\d\d)\2(\d\d)(?!\d)")
_MONTH = re.compile(r"(?<!\d)(20\d\d)[-_.]?(0[1-9]|1[0-2])(?!\d)")
_YEAR = re.compile(r"(?<![\da-zA-Z])(20\d\d)(?![\dx])")
SENTINELS_SINCE = date(2014, 4, 3)
"""Launch of Sentinel-1A: models that ask for the month read no older sensors."""
_EPOCH_MS = re.compile(r"\d{13}(?:\.0)?")
"""Milliseconds since 1970: Earth Engine's system:time_start."""


@dataclass(frozen=True)
class AcquisitionPeriod:
    """From the first to the last day on which a scene may have been taken; `text` as far as it is known."""

    first: date
    last: date
    source: str

    @property
    def text(self) -> str:
        """The day, the month, the year, or the days between which it was."""
        first, last = self.first.isoformat(), self.last.isoformat()
        if self.first == self.last:
            return first
        if self.first == date(self.first.year, 1, 1) and self.last == date(self.first.year, 12, 31):
            return first[:4]
        whole = self.first.day == 1 and self.last == _last_day(self.first.year, self.first.month)
        return first[:7] if whole else say("{first} to {last}", first=first, last=last)


def acquisition_period(metadata: FileMetadata, since: date) -> AcquisitionPeriod | None:
    """When the scene was taken; None where nothing says so. Days before `since` and after today cannot be meant."""
    for source, text in _told(metadata):
        for reader in (_stamp, _days, _months, _years):
            spans = [span for span in reader(text) if since <= span[1] and span[0] <= date.today()]
            if spans:
                return AcquisitionPeriod(min(first for first, _ in spans), max(last for _, last in spans), source)
    return None


def month_of(metadata: FileMetadata) -> int:
    """The month in which the scene was taken, 1 to 12; 0 where nothing says so, or several are possible.

    What only tells when the file was written is not believed.
    """
    when = acquisition_period(metadata, SENTINELS_SINCE)
    if when is None or when.source == f"tag {_WRITTEN}":
        return 0
    first, last = when.first, when.last
    return first.month if (first.year, first.month) == (last.year, last.month) else 0


def _told(metadata: FileMetadata) -> Iterator[tuple[str, str]]:
    """What may tell it, with its source, the most reliable first."""
    for name, value in metadata.tags.items():
        plain = re.sub(r"[^a-z]+", "_", name.lower()).strip("_")
        if _TAKEN.search(plain) and not _NOT_TAKEN.search(plain):
            yield say("tag {name}", name=name), _from_epoch(value.strip())
    yield say("file name"), metadata.name
    yield say("layer name"), metadata.title
    yield say("tag {name}", name=_WRITTEN), metadata.tag(_WRITTEN)


def _from_epoch(text: str) -> str:
    if not _EPOCH_MS.fullmatch(text):
        return text
    return datetime.fromtimestamp(float(text) / 1000, UTC).date().isoformat()


Span = tuple[date, date]


def _stamp(text: str) -> list[Span]:
    found = _STAMP.search(text)
    day = _day(*found.groups()) if found else None
    return [(day, day)] if day else []


def _days(text: str) -> list[Span]:
    days = [_day(year, month, day) for year, _, month, day in _DAY.findall(text)]
    return [(day, day) for day in days if day]


def _months(text: str) -> list[Span]:
    found = [(int(year), int(month)) for year, month in _MONTH.findall(text)]
    return [(date(year, month, 1), _last_day(year, month)) for year, month in found]


def _years(text: str) -> list[Span]:
    return [(date(int(year), 1, 1), date(int(year), 12, 31)) for year in _YEAR.findall(text)]


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _last_day(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
