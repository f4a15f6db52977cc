"""The plugin's legend: groups, order and values as plain values."""

import random

import pytest

from ofa_qgis.layers.legend import CLASS, GROUP, LabelClass, Legend, moved, value_of_new


def legend(text):
    """``"oak:trees pine:trees water"`` -> a legend with these classes and groups."""
    pairs = [word.partition(":") for word in text.split()]
    groups = list(dict.fromkeys(group for _, _, group in pairs if group))
    classes = tuple(LabelClass(name, "#111111", k, group=group) for k, (name, _, group) in enumerate(pairs, start=1))
    return Legend(classes, tuple(LabelClass(name, "#222222", 100 + k) for k, name in enumerate(groups)))


def said(found):
    return " ".join(f"{each.name}:{each.group}" if each.group else each.name for each in found.classes)


@pytest.mark.parametrize(
    ("text", "settled"),
    [
        ("water oak:trees sand pine:trees", "water oak:trees pine:trees sand"),
        ("trees oak:trees", "trees:trees oak:trees"),
        ("a:x b:y c:x d:y", "a:x c:x b:y d:y"),
        ("", ""),
    ],
)
def test_classes_of_a_group_stand_together_and_a_class_of_its_name_is_in_it(text, settled):
    found = legend(text).settled()
    assert said(found) == settled and found.settled() == found
    assert [each.name for each in found.groups] == list(dict.fromkeys(c.group for c in found.classes if c.group))


def test_a_map_of_groups_shows_a_class_without_one_as_itself():
    found = legend("oak:trees water pine:trees").settled()
    assert [(each.name, each.value) for each in found.of(GROUP)] == [("trees", 100), ("water", 2)]
    assert found.of(CLASS) == found.classes


@pytest.mark.parametrize(
    ("text", "names", "step", "after"),
    [
        ("a b c", "b", -1, "b a c"),
        ("a b c", "b", 1, "a c b"),
        ("a b c", "a", -1, None),
        ("a b c d", "bc", 1, "a d b c"),
        ("a b:x c:x d", "a", 1, "b:x c:x a d"),
        ("a b:x c:x d", "d", -1, "a d b:x c:x"),
        ("a b:x c:x d", "b", 1, "a c:x b:x d"),
        ("a b:x c:x d", "b", -1, None),
        ("a b:x c:x d", "bc", -1, "b:x c:x a d"),
        ("a b:x c:y", "b", 1, "a c:y b:x"),
    ],
)
def test_classes_move_within_their_group_and_groups_as_a_whole(text, names, step, after):
    before = legend(text)
    shift = before.shift(set(names), step)
    if after is None:
        assert shift is None
        return
    wanted, row = shift
    assert said(Legend(moved(before.classes, wanted, row), before.groups).settled()) == after


def test_there_is_always_a_way_back_from_a_move():
    chance = random.Random(0)
    for _ in range(300):
        text = " ".join(f"{name}{chance.choice(('', ':x', ':y'))}" for name in "abcdef")
        before = legend(text).settled()
        names = {chance.choice("abcdef")}
        shift = before.shift(names, 1)
        if shift is None:
            continue
        after = Legend(moved(before.classes, *shift), before.groups).settled()
        back = after.shift(set(shift[0]), -1)
        assert back is not None
        assert said(Legend(moved(after.classes, *back), after.groups).settled()) == said(before)


def test_values_are_reused_only_when_all_are_spent():
    names = {f"gone {value}": value for value in range(2, 256)}
    assert value_of_new("new", {1}, names) == 2
    assert value_of_new("new", {1}, {}) == 2
    assert value_of_new("new", {1}, {}, [2, 3]) == 4
    assert value_of_new("0", set(), {}) == 0 and value_of_new("256", set(), {}) == 1
    assert value_of_new("7", {7}, {}) == 1 and value_of_new("07", set(), {}) == 1
