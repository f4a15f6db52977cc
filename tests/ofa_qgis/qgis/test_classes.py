"""Classes: values for life, order, merging, files of classes, the classes of the last project; all can be undone."""

import json

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsFeature, QgsGeometry, QgsPointXY, QgsProject, QgsVectorLayer

from ofa_qgis import settings
from ofa_qgis.gui.classes import class_files
from ofa_qgis.gui.classes.label_classes import in_order
from ofa_qgis.gui.labels import label_state
from ofa_qgis.gui.labels.label_store import LabelStore
from ofa_qgis.layers import labels_file
from ofa_qgis.layers.legend import ClassRow

UTM = QgsCoordinateReferenceSystem("EPSG:32633")
X, Y = 500_000.0, 5_000_000.0

pytestmark = pytest.mark.usefixtures("project")


@pytest.fixture
def store(project):
    settings.put(settings.LAST_CLASSES, "[]")
    store = LabelStore()
    store.problems = []
    store.failed.connect(store.problems.append)
    yield store
    store.tear_down()
    store.deleteLater()


def add(store, *names, points=0):
    for name in names:
        store.add_class(name)
        for k in range(points):
            assert store.add_point(QgsPointXY(X + 10 * k, Y), UTM)


def layer_of(*values, field="code:int"):
    layer = QgsVectorLayer(f"Point?crs=EPSG:32633&field={field}", "codes", "memory")
    for k, value in enumerate(values):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([value])
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(X + k, Y)))
        layer.dataProvider().addFeatures([feature])
    QgsProject.instance().addMapLayer(layer)
    return layer


# --- values


def test_a_new_class_gets_the_next_value_and_changes_nobody_elses(store):
    add(store, "water", "forest", "crops")
    add(store, "apple trees")
    assert store.values() == {"water": 1, "forest": 2, "crops": 3, "apple trees": 4}


def test_a_value_stays_with_its_class_whatever_is_done(store):
    add(store, "water", "forest", "crops", points=1)
    store.rename_class("forest", "wood")
    store.recolour_class("wood", "#123456")
    store.move_classes(["crops"], 0)
    store.remove_class("water")
    assert store.values() == {"crops": 3, "wood": 2}
    store.undo()
    assert store.values() == {"crops": 3, "water": 1, "wood": 2}
    while store.can_undo():
        store.undo()
    while store.can_redo():
        store.redo()
    assert store.values() == {"crops": 3, "wood": 2}


def test_the_value_of_a_class_that_is_gone_is_given_to_nobody_else(store, project, tmp_path):
    add(store, "water", "forest", points=1)
    store.remove_class("water")
    add(store, "sand", points=1)
    assert store.values() == {"forest": 2, "sand": 3}
    project.write(str(tmp_path / "p.qgz"))
    project.clear()
    project.read(str(tmp_path / "p.qgz"))
    add(store, "rock", "water")
    assert store.values() == {"forest": 2, "sand": 3, "rock": 4, "water": 1}


@pytest.mark.parametrize("field", ["code:int", "code:double", "code:string(9)"])
def test_whole_codes_that_fit_a_byte_are_kept_in_the_order_of_numbers(store, field):
    store.use_layer(layer_of("100", "0", "20", "300", "10", field=field), "code")
    values = store.values()
    assert list(values) == ["0", "10", "20", "100", "300"]
    assert {name: values[name] for name in ("0", "10", "20", "100")} == {"0": 0, "10": 10, "20": 20, "100": 100}
    assert values["300"] == 1


def test_each_layer_of_labels_has_its_own_values_and_finds_them_again(store, project, tmp_path):
    add(store, "water", "forest", points=1)
    layer = layer_of("wet", "dry", field="kind:string(9)")
    store.use_layer(layer, "kind")
    assert store.values() == {"dry": 1, "wet": 2}
    store.move_classes(["wet"], 0)
    assert list(store.colours()) == ["wet", "dry"]
    store.use_own()
    assert store.values() == {"water": 1, "forest": 2}
    store.use_layer(layer, "kind")
    assert list(store.values().items()) == [("wet", 2), ("dry", 1)]


def test_names_are_sorted_as_people_do():
    assert in_order(["wood", "100", "nan", "20", "1.5", "-3", "ash"]) == [
        "-3",
        "1.5",
        "20",
        "100",
        "ash",
        "nan",
        "wood",
    ]


def test_what_the_project_keeps_is_read_as_it_was_written(store, project):
    add(store, "water", "forest")
    store.remove_class("water")
    assert [(each.name, each.value) for each in label_state.read(project).records[""].gone] == [("water", 1)]
    project.writeEntry("ofa", "labels", '{"records": 3}')
    assert label_state.read(project) == label_state.LabelState()


def test_the_file_of_labels_has_values_and_names_the_classes_without_labels(store, tmp_path):
    add(store, "water", "forest", points=1)
    add(store, "crops")
    store.move_classes(["forest"], 0)
    path = tmp_path / "labels.gpkg"
    assert labels_file.snapshot(store.layers(), store.field(), path, legend=store.legend()) == 2

    table = QgsVectorLayer(f"{path}|layername=classes", "classes")
    rows = [(row["name"], row["value"], row["colour"]) for row in table.getFeatures()]
    assert rows == [(each.name, each.value, each.colour) for each in store.classes()]
    labels = QgsVectorLayer(f"{path}|layername=labels", "labels")
    assert {(row["class"], row["value"]) for row in labels.getFeatures()} == {("water", 1), ("forest", 2)}


# --- order and merging


@pytest.mark.parametrize(
    ("names", "row", "after"),
    [("c", 0, "cabd"), ("a", 2, "bacd"), ("ac", 4, "bdac"), ("d", 9, "abcd"), ("bd", 1, "abdc"), ("", 0, "abcd")],
)
def test_classes_are_moved_before_a_row_and_back(store, names, row, after):
    add(store, *"abcd")
    assert store.move_classes(names, row)
    assert "".join(store.colours()) == after
    if after != "abcd":
        store.undo()
    assert "".join(store.colours()) == "abcd"


@pytest.mark.parametrize("own", [True, False], ids=["own labels", "a layer"])
def test_merging_moves_the_labels_in_one_step(store, own):
    if not own:
        store.use_layer(layer_of("a", "b", "b", "c", field="kind:string(9)"), "kind")
    else:
        add(store, "a", points=1)
        add(store, "b", points=2)
        add(store, "c", points=1)
    before = (store.values(), store.counts())
    assert store.merge_classes(["a", "b"], "b")
    assert store.counts() == {"b": (3, 0), "c": (1, 0)} and store.current() == "b"
    assert store.undo()
    assert (store.values(), store.counts()) == before
    assert store.redo()
    assert store.counts() == {"b": (3, 0), "c": (1, 0)}
    assert not store.merge_classes(["b"], "b") and not store.merge_classes(["b"], "nobody")


def test_steps_without_labels_are_undone_in_turn_with_those_of_a_layer(store):
    layer = layer_of("a", "b", field="kind:string(9)")
    store.use_layer(layer, "kind")
    store.move_classes(["b"], 0)
    assert not layer.isEditable()
    store.add_point(QgsPointXY(X, Y), UTM)
    store.recolour_class("a", "#123456")
    store.undo()
    assert store.colours()["a"] != "#123456" and sum(n for n, _ in store.counts().values()) == 3
    store.undo()
    assert sum(n for n, _ in store.counts().values()) == 2 and list(store.colours()) == ["b", "a"]
    store.undo()
    assert list(store.colours()) == ["a", "b"] and not store.can_undo()
    for _ in range(3):
        assert store.redo()
    assert store.colours()["a"] == "#123456" and list(store.colours()) == ["b", "a"]
    layer.rollBack()
    assert not store.can_undo() and not store.can_redo()


# --- files


@pytest.mark.parametrize("ending", ["csv", "qml"])
def test_an_exported_list_is_imported_with_names_colours_and_values(store, project, tmp_path, ending):
    add(store, "water", 'd\'or <&> "x", y', "été")
    store.recolour_class("water", "#ABCDEF")
    store.remove_class("été")
    add(store, "crops")
    path = tmp_path / f"classes.{ending}"
    class_files.write(path, store.legend())
    before = [(each.name, each.colour, each.value) for each in store.classes()]
    project.clear()
    assert store.add_classes(class_files.read(path))
    assert [(each.name, each.colour, each.value) for each in store.classes()] == before
    store.undo()
    assert store.classes() == []


def test_a_style_of_labels_gives_names_and_colours(store, tmp_path):
    add(store, "water", "forest")
    class_files.write(tmp_path / "labels.qml", store.legend(), of_map=False)
    rows = class_files.read(tmp_path / "labels.qml")
    assert [(row.name, row.colour) for row in rows] == list(store.colours().items())


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("name,colour,value\nwater,#0000ff,7\n", [("water", 7, "#0000FF")]),
        ("\ufeffName;Color;Code\nWald;green;3\nWasser;;\n", [("Wald", 3, "#008000"), ("Wasser",)]),
        ("water,#0000ff\nforest,#00ff00,2\n", [("water", None, "#0000FF"), ("forest", 2, "#00FF00")]),
        ("value,name\n300,a\n1.5,b\n-1,c\nx,d\n", [("a",), ("b",), ("c",), ("d",)]),
        ("name,group\npine,forest\nwater,\n", [("pine", None, "", "forest"), ("water",)]),
        ("name,group\na,x\na,y\na,x\n", [("a", None, "", "x"), ("y › a", None, "", "y")]),
        ("name\nwater\nwater\n", [("water",)]),
    ],
)
def test_tables_of_other_programs_are_read(tmp_path, text, rows):
    (tmp_path / "c.csv").write_text(text, "utf-8")
    assert class_files.read(tmp_path / "c.csv") == [ClassRow(*row) for row in rows]


@pytest.mark.parametrize("body", [b"", b"name,colour\n", b"<qgis/>", b"<qgis", b"\xff\xfe\x00name"])
def test_a_file_without_classes_is_one_clear_line(tmp_path, body):
    (tmp_path / "c.csv").write_bytes(body)
    with pytest.raises(class_files.ClassFileError, match=r"c\.csv"):
        class_files.read(tmp_path / "c.csv")
    with pytest.raises(class_files.ClassFileError, match="cannot be read"):
        class_files.read(tmp_path / "nothing.csv")


def test_an_import_leaves_values_that_are_taken_and_those_of_classes_that_are_there(store):
    add(store, "water", "forest", points=1)
    assert store.add_classes([ClassRow("forest", 9, "#111111"), ClassRow("sand", 1), ClassRow("rock", 40, "#222222")])
    assert store.values() == {"water": 1, "forest": 2, "sand": 3, "rock": 40}
    assert store.colours()["forest"] == "#111111" and store.counts()["forest"] == (1, 0)
    store.undo()
    assert list(store.values()) == ["water", "forest"]


def test_more_classes_than_a_map_holds_are_refused_as_a_whole(store):
    assert not store.add_classes([ClassRow(f"class {k}") for k in range(256)])
    assert store.classes() == [] and "255" in store.problems[0]
    assert store.add_classes([ClassRow(f"class {k}") for k in range(255)])
    assert sorted(store.values().values()) == list(range(1, 256))


def test_the_next_project_is_offered_the_classes_of_the_last(store, project):
    add(store, "water", "forest")
    store.move_classes(["forest"], 0)
    project.clear()
    assert store.classes() == []
    assert [(row.name, row.value) for row in store.last_classes()] == [("forest", 2), ("water", 1)]
    store.add_classes(store.last_classes())
    assert store.values() == {"forest": 2, "water": 1}
    settings.put(settings.LAST_CLASSES, json.dumps([1]))
    assert store.last_classes() == []
