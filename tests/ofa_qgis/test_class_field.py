"""The field of the classes is found by what the fields of a layer hold, in tables as people have them."""

import pytest

from ofa_qgis.layers.class_field import Column, class_column, named_column

TABLES = {
    "Geofabrik's land use": (
        [("osm_id", "text", 90, 90), ("code", "whole", 7, 90), ("fclass", "text", 7, 90), ("name", "text", 11, 12)],
        "fclass",
    ),
    "OSM's buildings, where few have a name": (
        [("osm_id", "text", 90, 90), ("name", "text", 60, 88), ("type", "text", 6, 70)],
        "type",
    ),
    "LUCAS": (
        [
            ("POINT_ID", "whole", 300, 300),
            ("NUTS0", "text", 4, 300),
            ("SURVEY_DATE", "text", 80, 300),
            ("LC1", "text", 40, 300),
            ("LC1_PERC", "text", 6, 300),
            ("LU1", "text", 12, 300),
        ],
        "LC1",
    ),
    "CORINE, whose remarks are mostly empty": (
        [
            ("OBJECTID", "whole", 500, 500),
            ("CODE_18", "text", 30, 500),
            ("Remark", "text", 2, 9),
            ("Area_Ha", "other", 500, 500),
            ("ID", "text", 500, 500),
            ("Shape_Length", "other", 500, 500),
        ],
        "CODE_18",
    ),
    "FLAIR's areas": (
        [("id", "text", 60, 60), ("fold", "text", 3, 60), ("domain", "text", 5, 60), ("label", "text", 12, 60)],
        "label",
    ),
    "a CSV with numbers beside the classes": (
        [("x", "other", 50, 50), ("y", "other", 50, 50), ("class_id", "whole", 5, 50), ("class", "text", 5, 50)],
        "class",
    ),
    "a CSV that has but the numbers of classes": (
        [("x", "other", 50, 50), ("y", "other", 50, 50), ("class_id", "whole", 5, 50)],
        "class_id",
    ),
    "numbers under a German name": ([("Nr", "whole", 40, 40), ("Klasse", "whole", 6, 40)], "Klasse"),
    "a German name beside free text": (
        [("Nr", "whole", 40, 40), ("Bemerkung", "text", 3, 40), ("Klasse", "text", 6, 40)],
        "Klasse",
    ),
    "text with few values before running numbers that repeat": (
        [("track_no", "whole", 9, 40), ("cover", "text", 4, 40)],
        "cover",
    ),
    "whole numbers with few values before a name like id_2": (
        [("id_2", "whole", 12, 40), ("c", "whole", 4, 40)],
        "c",
    ),
    "a text of few values before one of many": ([("site", "text", 39, 40), ("cover", "text", 4, 40)], "cover"),
    "a country is no class": ([("country", "text", 3, 40), ("c", "whole", 4, 40)], "c"),
    "one polygon of each class": ([("fid", "whole", 3, 3), ("class", "text", 3, 3), ("area", "other", 3, 3)], "class"),
    "a single label": ([("id", "whole", 1, 1), ("kind", "text", 1, 1)], "kind"),
    "labels of one class so far": ([("class", "text", 1, 40), ("surveyor", "text", 3, 40)], "class"),
    "a layer of which a few features are labelled": ([("site", "text", 9, 40), ("class", "text", 3, 8)], "class"),
    "points with nothing but their number": ([("fid", "whole", 40, 40), ("id", "whole", 40, 40)], ""),
    "numbers that repeat by chance": ([("id", "whole", 30, 40), ("height", "other", 20, 40)], ""),
    "more values than a map has classes": ([("class", "text", 400, 4000)], ""),
    "no field": ([], ""),
}


def columns(rows: list[tuple[str, str, int, int]]) -> list[Column]:
    features = max((filled for *_, filled in rows), default=0)
    return [Column(*row, features) for row in rows]


@pytest.mark.parametrize("table", TABLES)
def test_the_field_that_holds_classes_is_found(table: str) -> None:
    rows, expected = TABLES[table]
    assert class_column(columns(rows)) == expected
    if len({column.distinct for column in columns(rows)}) == len(rows):  # else the first of equals is taken
        assert class_column(columns(rows)[::-1]) == expected


def test_the_field_that_the_layer_is_drawn_by_comes_first() -> None:
    rows, _ = TABLES["LUCAS"]
    assert class_column(columns(rows), "NUTS0") == "NUTS0"
    assert class_column(columns(rows), "a field that is gone") == "LC1"


def test_where_there_are_no_features_the_name_decides() -> None:
    empty = [Column("fid", "whole"), Column("class_id", "whole"), Column("class", "text"), Column("remark", "text")]
    assert class_column(empty) == "" and named_column(empty) == "class"
    assert named_column([Column("fid", "whole"), Column("remark", "text")]) == ""
