"""Which field of a layer holds its classes, judged by what the fields hold. Plain values only: knows no layers.

A class field has few values that repeat. Names only decide between fields that could all be one.
"""

import re
from typing import NamedTuple, Optional, Sequence, Tuple

TEXT, WHOLE, OTHER = "text", "whole", "other"  # what a field holds: texts, whole numbers, or anything else
MOST_CLASSES = 255  # what one byte of a class map can hold
SPARSE = 0.5  # of the features: a field that is empty more often does not hold the classes
WORDS = (
    "class", "klasse", "classe", "clase", "label", "landcover", "land_cover", "lulc", "lc1", "landuse", "land_use",
    "bodenbedeckung", "nutzung", "occupation", "cobertura", "crop", "kultur", "habitat", "biotop", "species", "baumart",
    "category", "kategorie", "categorie", "categoria",
)  # fmt: skip
"""In names of fields that hold classes, in the languages of the plugin and of LUCAS (lc1), best first."""
WEAK_WORDS = ("type", "typ", "tipo", "code", "name", "value", "art")
"""In names of fields that may hold classes."""
NUMBERS = frozenset({"id", "fid", "gid", "oid", "uid", "uuid", "objectid", "ogc", "nr", "no", "num", "nummer", "index"})
"""Words in names of fields that count or identify features."""
ASIDES = frozenset(
    {"country", "land", "region", "nuts", "nuts0", "nuts1", "nuts2", "nuts3", "date", "datum", "year", "jahr", "user"}
    | {
        "author",
        "observer",
        "source",
        "quelle",
        "remark",
        "comment",
        "bemerkung",
        "note",
        "split",
        "fold",
        "layer",
        "perc",
        "percent",
        "prozent",
    }
)
"""Words in names of fields that tell where, when, by whom or what for a feature was made."""


class Column(NamedTuple):
    """What a field holds.

    Attributes:
        name: of the field.
        kind: `TEXT`, `WHOLE` (whole numbers, whatever the field's type) or `OTHER`.
        distinct: how many different values there are; empty ones do not count.
        filled: how many features have a value.
        features: how many features were looked at.
    """

    name: str
    kind: str
    distinct: int = 0
    filled: int = 0
    features: int = 0


def class_column(columns: Sequence[Column], styled: str = "") -> str:
    """The name of the column that holds the classes; "" if none does.

    Args:
        columns: in the layer's order.
        styled: the column by whose values the layer is drawn in categories; "" if it is not.

    Example:
        >>> class_column([Column("osm_id", "text", 90, 90, 90), Column("fclass", "text", 7, 90, 90)])
        'fclass'
    """
    if any(column.name == styled for column in columns):
        return styled
    fit = [column for column in columns if _is_fit(column)]
    return min(fit, key=_rank).name if fit else ""


def named_column(columns: Sequence[Column]) -> str:
    """The column to put classes into where there are no values yet: the one named so, else the first for text."""
    free = [column for column in columns if not _is_aside(column.name)]
    named = [column for column in free if _word(column.name) is not None]
    return next(
        (column.name for column in (*sorted(named, key=_rank), *free) if column in named or column.kind == TEXT), ""
    )


def _is_fit(column: Column) -> bool:
    """Can the values be classes? They are few and repeat; a few features may each have a class of its own."""
    if column.kind == OTHER or not 0 < column.distinct <= MOST_CLASSES or _counts(column.name):
        return False
    if column.distinct == column.filled:
        return column.features <= 1 or (column.kind == TEXT and _is_strong(column.name))
    return True


def _rank(column: Column) -> Tuple[int, ...]:
    """Less is better; of equals, the first column is taken."""
    strong, word = _is_strong(column.name), _word(column.name)
    return (
        column.distinct == column.filled > 1,
        _is_aside(column.name),
        not strong and column.filled < SPARSE * column.features,
        not strong and column.distinct == 1 < column.features,
        not strong,
        column.kind != TEXT,
        2 * column.distinct > column.filled,
        len(WORDS + WEAK_WORDS) if word is None else word,
    )


def _word(name: str) -> Optional[int]:
    """The place in `WORDS` and `WEAK_WORDS` of the best word in a name."""
    lower = name.lower()
    return next((place for place, word in enumerate(WORDS + WEAK_WORDS) if word in lower), None)


def _is_strong(name: str) -> bool:
    word = _word(name)
    return word is not None and word < len(WORDS)


def _tokens(name: str) -> Sequence[str]:
    """``class_id`` and ``ClassId`` -> class, id."""
    return [token.lower() for token in re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[^\W\d_A-Z]+\d*|\d+", name)]


def _counts(name: str) -> bool:
    """Is the name only a number's: ``fid``, ``id``, ``OBJECTID``, ``Nr``, ``osm_id``, ``id_2``?"""
    tokens = _tokens(name)
    return bool(tokens) and not _is_strong(name) and any(token in NUMBERS for token in tokens)


def _is_aside(name: str) -> bool:
    """Does the name speak of a number or of what is beside the class: ``class_id``, ``country``?"""
    return any(token in NUMBERS | ASIDES for token in _tokens(name))
