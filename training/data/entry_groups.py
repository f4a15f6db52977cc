"""Joins entries: scenes of one origin share statistics, radar and optical scenes of one spot share a place. Pure."""

import re
from collections import defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import replace

from engine.scene.statistics import pooled
from training.data.catalogue_entry import PAIRED, Entry
from training.data.raster_entry import UNKNOWN_UNITS, UngroupedEntry

_SENSOR = re.compile(r"(?:s|sentinel)[12][a-d]?(?:rtc|grd|slc|l1c|l2a)?", re.IGNORECASE)
_ORBIT = re.compile(r"(?:asc|desc)(?:ending)?", re.IGNORECASE)
_AFTER_SENSOR = re.compile(r"(?:19|20)\d{6}(?:t\d{6})?|cloud(?:y|free|less)|rtc|grd|l1c|l2a", re.IGNORECASE)


def spot(folders: Sequence[str], stem: str) -> str:
    """`folders` and `stem` without what tells Sentinel-1 from Sentinel-2, or one of their products from another.

    Example:
        >>> spot(("pairs", "s1"), "ROI_7_S1RTC"), spot(("pairs", "s2"), "ROI_7_s2l2a_20200604")
        ('pairs/ROI_7', 'pairs/ROI_7')
    """
    kept = ("_".join(_without_sensor(folder)) for folder in folders)
    return "/".join((*filter(None, kept), "_".join(_without_sensor(stem))))


def _without_sensor(text: str) -> list[str]:
    words = re.split(r"[_\-. ]+", text)
    last = max((i for i, word in enumerate(words) if _SENSOR.fullmatch(word)), default=len(words))
    return [
        word for i, word in enumerate(words)
        if not (_SENSOR.fullmatch(word) or _ORBIT.fullmatch(word) or (i > last and _AFTER_SENSOR.fullmatch(word)))
    ]  # fmt: skip


def group(folders: Sequence[str], stem: str) -> str:
    """What scenes of one origin share: the folder, and the word that their names begin with.

    Example:
        >>> group(("data", "s2"), "eolearn_ref_3")
        'data/s2/eolearn'
    """
    family = re.match(r"[^\W\d_]+", stem)
    return "/".join((*folders, *([family[0]] if family else [])))


def joined(found: Sequence[UngroupedEntry]) -> tuple[Entry, ...]:
    """The entries of `found`, in their order, with collections, their statistics, and places."""
    kinds = [(f.group, f.entry.sensor, f.entry.bands, f.entry.units) for f in found]
    titles = [f"{f.group} [{f.entry.sensor}, {len(f.entry.bands)} bands, {f.entry.units}]" for f in found]
    collections = _distinct(kinds, titles)
    members: dict[str, list[Entry]] = defaultdict(list)
    for name, one in zip(collections, found, strict=True):
        members[name].append(one.entry)
    pooled = {name: pool(entries) for name, entries in members.items()}
    places = _places(found)
    return tuple(
        replace(
            one.entry,
            collection=name,
            place=place,
            collection_mean=one.entry.collection_mean or pooled[name][0],
            collection_std=one.entry.collection_std or pooled[name][1],
        )
        for one, name, place in zip(found, collections, places, strict=True)
    )


def _distinct(keys: Sequence[Hashable], titles: Sequence[str]) -> list[str]:
    """The title of each key; where different keys have the same, the later ones get a number."""
    names: dict[Hashable, str] = {}
    taken: dict[str, int] = defaultdict(int)
    for key, title in zip(keys, titles, strict=True):
        if key not in names:
            taken[title] += 1
            names[key] = title if taken[title] == 1 else f"{title} #{taken[title]}"
    return [names[key] for key in keys]


def pool(entries: Sequence[Entry]) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Mean and deviation of each band over all pixels of `entries`, which have the same bands and units.

    By the law of total variance; empty where units are unknown or scenes have no statistics.
    """
    if entries[0].units == UNKNOWN_UNITS or not all(entry.mean for entry in entries):
        return (), ()
    whole = pooled([entry.statistics("scene", own=True) for entry in entries], [e.height * e.width for e in entries])
    return tuple(whole.mean_C.tolist()), tuple(whole.std_C.tolist())


def _places(found: Sequence[UngroupedEntry]) -> list[str]:
    """For each its spot where sensors of all `PAIRED` modalities see it on one grid, else an empty text."""
    keys = [(one.spot, one.grid) for one in found]
    seen: dict[Hashable, set[str]] = defaultdict(set)
    for key, one in zip(keys, found, strict=True):
        seen[key].add(one.entry.modality)
    names = _distinct(keys, [one.spot for one in found])
    paired = {key for key, modalities in seen.items() if modalities.issuperset(PAIRED)}
    return [
        name if key in paired and one.spot and one.entry.modality in PAIRED else ""
        for key, name, one in zip(keys, names, found, strict=True)
    ]
