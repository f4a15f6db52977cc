"""Where the pixels of a scene lie."""

import math
from dataclasses import dataclass, replace

import rasterio
from affine import Affine
from rasterio.crs import CRS


@dataclass(frozen=True)
class Grid:
    """Where the pixels of a scene lie."""

    crs: CRS | None
    transform: Affine
    width: int
    height: int

    @classmethod
    def of(cls, dataset: rasterio.DatasetReader) -> "Grid":
        """That of an open raster, with its first row in the north."""
        grid = cls(dataset.crs, dataset.transform, dataset.width, dataset.height)
        if grid.transform.e <= 0 or grid.transform.b or grid.transform.d:
            return grid
        north = grid.transform @ (0, grid.height)
        return replace(grid, transform=Affine(grid.transform.a, 0, north[0], 0, -grid.transform.e, north[1]))

    @property
    def pixel(self) -> float:
        """Side of a pixel in units of the reference system."""
        return math.sqrt(abs(self.transform.determinant))

    def of_pixels(self, side: float) -> "Grid":
        """The same extent in pixels of `side` units of the reference system, from the same corner; at least one."""
        east, south = self.transform.a / side, abs(self.transform.e) / side
        transform = Affine(side, 0, self.transform.c, 0, -side, self.transform.f)
        width, height = (max(1, math.ceil(count * share - 1e-6)) for count, share in
                         ((self.width, east), (self.height, south)))  # fmt: skip
        return Grid(self.crs, transform, width, height)

    def __str__(self) -> str:
        return f"{self.width} x {self.height} pixels of {self.pixel:g}"

    def holds(self, dataset: rasterio.DatasetReader) -> bool:
        """Whether the raster has these very pixels."""
        return bool(
            dataset.shape == (self.height, self.width)
            and dataset.crs == self.crs
            and dataset.transform.almost_equals(self.transform, 1e-9)
        )

    def place(self, dataset: rasterio.DatasetReader) -> tuple[float, float]:
        """Row and column at which the upper left corner of a raster lies."""
        col, row = ~self.transform @ (dataset.transform.c, dataset.transform.f)
        return row, col

    def within(self, dataset: rasterio.DatasetReader) -> bool:
        """Whether the raster, in the same reference system, reaches at least as far on all sides."""
        west, south, east, north = rasterio.transform.array_bounds(self.height, self.width, self.transform)
        other, near = Grid.of(dataset), 1e-6 * self.pixel
        left, bottom, right, top = rasterio.transform.array_bounds(other.height, other.width, other.transform)
        reaches = left <= west + near and bottom <= south + near and right >= east - near and top >= north - near
        return self.crs == other.crs and reaches
