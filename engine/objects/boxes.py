"""Boxes of objects: how far they overlap, which of them say the same, and which are right.

A box is (top, left, bottom, right) in pixels of a scene. Knows no scenes and no scores of its own.
"""

from typing import TypeAlias

import numpy as np
import shapely
from numpy.typing import NDArray

Boxes: TypeAlias = NDArray[np.float64]
"""(N, 4): top, left, bottom, right, in pixels."""
Floats: TypeAlias = NDArray[np.float64]
Indices: TypeAlias = NDArray[np.int64]

OVERLAP = 0.3
"""Intersection over union of two boxes from which on they are of one object."""
INSIDE = 0.6
"""Share of the smaller of two boxes that lies in the other one from which on they are of one object."""
PIECE = 10_000
"""Boxes that are compared with all at once."""
RIGHT = 0.4
"""Intersection over union with an object from which on a box is right: the usual one for crowns of trees
(Weinstein et al. 2019)."""


def centres(boxes_N4: Boxes) -> tuple[Floats, Floats]:
    """Rows and columns (N,) of the middles."""
    return (boxes_N4[:, 0] + boxes_N4[:, 2]) / 2, (boxes_N4[:, 1] + boxes_N4[:, 3]) / 2


def sizes(boxes_N4: Boxes) -> Floats:
    """Side (N,) of the square that is as large as each."""
    sides: Floats = np.sqrt(areas(boxes_N4))
    return sides


def areas(boxes_N4: Boxes) -> Floats:
    """Square pixels (N,)."""
    found: Floats = np.prod(np.maximum(boxes_N4[:, 2:] - boxes_N4[:, :2], 0), axis=1)
    return found


def squares(rows_N: Floats, cols_N: Floats, side: float | Floats) -> Boxes:
    """Squares of a side around places."""
    half = np.broadcast_to(np.asarray(side, float) / 2, np.shape(rows_N))
    return np.stack([rows_N - half, cols_N - half, rows_N + half, cols_N + half], axis=1)


def shared(one_N4: Boxes, other_N4: Boxes) -> Floats:
    """Square pixels (N,) that pairs of boxes have in common."""
    return areas(np.hstack([np.maximum(one_N4[:, :2], other_N4[:, :2]), np.minimum(one_N4[:, 2:], other_N4[:, 2:])]))


def overlaps(one_N4: Boxes, other_N4: Boxes) -> Floats:
    """Intersection over union (N,) of pairs of boxes."""
    common_N = shared(one_N4, other_N4)
    union_N = areas(one_N4) + areas(other_N4) - common_N
    found: Floats = common_N / np.maximum(union_N, 1e-12)
    return found


def touching(one_N4: Boxes, other_M4: Boxes) -> tuple[Indices, Indices]:
    """Numbers of the boxes of each pair that meet, by a spatial index."""
    tree = shapely.STRtree(_shapes(other_M4))
    first_P, second_P = tree.query(_shapes(one_N4), predicate="intersects")
    return first_P.astype(np.int64), second_P.astype(np.int64)


def nearest_overlaps(boxes_N4: Boxes, objects_M4: Boxes) -> tuple[Floats, Indices]:
    """How far each box overlaps (N,) the object that it overlaps most, and which one that is."""
    best_N, which_N = np.zeros(len(boxes_N4)), np.zeros(len(boxes_N4), np.int64)
    box_P, object_P = touching(boxes_N4, objects_M4)
    overlap_P = overlaps(boxes_N4[box_P], objects_M4[object_P])
    order_P = np.argsort(overlap_P, kind="stable")  # the largest is written last
    best_N[box_P[order_P]], which_N[box_P[order_P]] = overlap_P[order_P], object_P[order_P]
    return best_N, which_N


def unique(boxes_N4: Boxes, scores_N: Floats) -> Indices:
    """Which boxes stay if each one drops those of a lower score that are of the same object; the best first.

    Greedy non-maximum suppression; of boxes with one score, those further up and left go first.
    """
    order_N = np.lexsort((boxes_N4[:, 1], boxes_N4[:, 0], -scores_N))
    ranked_N4 = boxes_N4[order_N]
    first_P, second_P = _of_one_object(ranked_N4)
    by_first_P = np.argsort(first_P, kind="stable")
    first_P, second_P = first_P[by_first_P], second_P[by_first_P]
    starts_N = np.searchsorted(first_P, np.arange(len(order_N) + 1))
    stays_N = np.ones(len(order_N), bool)
    for number in range(len(order_N)):
        if stays_N[number]:
            stays_N[second_P[starts_N[number] : starts_N[number + 1]]] = False
    return order_N[stays_N]


def _of_one_object(boxes_N4: Boxes) -> tuple[Indices, Indices]:
    """Numbers of the pairs of boxes that are of one object, the smaller number first; a piece at a time, for memory."""
    tree = shapely.STRtree(_shapes(boxes_N4))
    firsts, seconds = [np.empty(0, np.int64)], [np.empty(0, np.int64)]
    for start in range(0, len(boxes_N4), PIECE):
        first_P, second_P = tree.query(_shapes(boxes_N4[start : start + PIECE]), predicate="intersects")
        first_P = first_P + start
        later_P = first_P < second_P
        first_P, second_P = first_P[later_P], second_P[later_P]
        one_P4, other_P4 = boxes_N4[first_P], boxes_N4[second_P]
        smaller_P = np.minimum(areas(one_P4), areas(other_P4))
        inside_P = shared(one_P4, other_P4) / np.maximum(smaller_P, 1e-12)
        same_P = (overlaps(one_P4, other_P4) >= OVERLAP) | (inside_P >= INSIDE)
        firsts.append(first_P[same_P])
        seconds.append(second_P[same_P])
    return np.concatenate(firsts), np.concatenate(seconds)


def matched(found_N4: Boxes, objects_M4: Boxes) -> int:
    """How many boxes, given by falling score, are right, if each object is found once (greedy)."""
    box_P, object_P = touching(found_N4, objects_M4)
    overlap_P = overlaps(found_N4[box_P], objects_M4[object_P])
    pairs = sorted(zip(box_P, -overlap_P, object_P, strict=True))
    boxes_seen, objects_seen = set(), set()
    for box, negative, found in pairs:
        if -negative >= RIGHT and box not in boxes_seen and found not in objects_seen:
            boxes_seen.add(box)
            objects_seen.add(found)
    return len(boxes_seen)


def f1(right: int, found: int, there: int) -> float:
    """Harmonic mean of precision and recall; 0 where nothing is found or there."""
    return 2 * right / max(found + there, 1)


def _shapes(boxes_N4: Boxes) -> NDArray[np.object_]:
    found: NDArray[np.object_] = shapely.box(boxes_N4[:, 1], boxes_N4[:, 0], boxes_N4[:, 3], boxes_N4[:, 2])
    return found
