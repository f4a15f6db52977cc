"""Pairs of classes: change counts as far as the change score lets it; names and colours."""

import pytest
import torch

from engine.change.from_to import UNLIKELY, pair_colours, pair_names, same_class, weighed


def test_change_counts_less_where_the_score_is_low_and_never_more() -> None:
    same_JK = same_class(["water", "forest"], ["forest", "water", "bare"])
    assert same_JK.tolist() == [[False, True, False], [True, False, False]]
    score_N = torch.tensor([0.0, 0.3, 1.0, 2.0, 3.0, 99.0])
    weight_NJK = weighed(torch.ones(6, 2, 3), score_N, same_JK)
    assert (weight_NJK[:, same_JK] == 1).all()
    changed_N = weight_NJK[:, 0, 0]
    assert changed_N[:2].tolist() == pytest.approx([UNLIKELY] * 2) and changed_N[-2:].tolist() == [1, 1]
    assert (changed_N.diff() >= 0).all() and (weight_NJK[:, ~same_JK] == changed_N[:, None]).all()
    assert float(changed_N[3]) == pytest.approx(UNLIKELY / (0.01 * 4.60517 * 2.71828), rel=1e-4)


def test_a_pair_of_one_class_is_called_after_it_and_pale() -> None:
    assert pair_names(["a", "b"], ["a", "c"]) == ["a", "a -> c", "b -> a", "b -> c"]
    colours = pair_colours({"a": "#000000", "b": "#FF0000"}, {"a": "#000000", "c": "#00FF00"})
    assert colours == {"a": "#999999", "a -> c": "#00BF00", "b -> a": "#400000", "b -> c": "#40BF00"}
