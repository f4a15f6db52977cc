"""A generated scene: discs to be found among bars of the same brightness, on a noisy background."""

import numpy as np

SIZE = 14
"""Diameter of a disc in pixels."""


def discs_and_bars(shape: tuple[int, int], count: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Bands (3, H, W) of about zero mean, and the boxes of the discs (N, 4), which do not touch each other."""
    random = np.random.default_rng(seed)
    image_HW = np.zeros(shape)
    rows_H, cols_W = np.ogrid[: shape[0], : shape[1]]
    taken: list[np.ndarray] = []
    boxes = []
    while len(boxes) < count:
        place = random.uniform(SIZE, np.array(shape) - SIZE)
        if all(np.hypot(*(place - other)) > 1.5 * SIZE for other in taken):
            taken.append(place)
            image_HW[np.hypot(rows_H + 0.5 - place[0], cols_W + 0.5 - place[1]) < SIZE / 2] = 2
            boxes.append([*(place - SIZE / 2), *(place + SIZE / 2)])
    for _ in range(count // 2):
        place = random.uniform(SIZE, np.array(shape) - SIZE)
        if all(np.hypot(*(place - other)) > 2.5 * SIZE for other in taken):
            taken.append(place)
            row, col = place.astype(int)
            image_HW[row - SIZE : row + SIZE, col - 2 : col + 2] = 2
    x_CHW = image_HW + random.normal(0, 0.5, (3, *shape))
    return x_CHW.astype(np.float32), np.array(boxes)


def reader(x_CHW: np.ndarray, valid_HW: np.ndarray | None = None):
    """Reads windows of an array as a scene is read."""
    known_HW = np.ones(x_CHW.shape[1:], bool) if valid_HW is None else valid_HW

    def read(window):
        (row0, row1), (col0, col1) = window
        return (x_CHW[:, row0:row1, col0:col1] * known_HW[row0:row1, col0:col1]).astype(np.float32), known_HW[
            row0:row1, col0:col1
        ]

    return read
