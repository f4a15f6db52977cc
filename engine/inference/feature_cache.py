"""What has been computed of scenes, kept in memory for the next look; the least recently used is forgotten first.

Knows nothing of what it keeps but its size. For one thread.
"""

from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass

from torch import Tensor

from engine.inference.tile_files import TileFiles

BUDGET_BYTES = 1792 << 20
"""Of everything kept: the pixel features of a view (884 MB of 1.2 million pixels of twelve bands), what is left of the
one before, and the tokens of some hundred tiles."""

ONE_RUN_BYTES = 256 << 20
"""Of about a hundred tiles: those of a hundred points that lie far apart."""

Tensors = dict[str, Tensor]


class FeatureCache:
    """Tensors by key, at most `budget_bytes` of them."""

    def __init__(self, budget_bytes: int = BUDGET_BYTES) -> None:
        self.budget_bytes = budget_bytes
        self._kept: OrderedDict[tuple[Hashable, Hashable], Tensors] = OrderedDict()
        self.bytes = 0

    def get(self, owner: Hashable, key: Hashable) -> Tensors | None:
        """What `owner` kept under `key`, if it is still there."""
        if (owner, key) not in self._kept:
            return None
        self._kept.move_to_end((owner, key))
        return self._kept[owner, key]

    def put(self, owner: Hashable, key: Hashable, tensors: Tensors) -> None:
        """Keep these; what was used longest ago makes room."""
        self._drop((owner, key))
        self._kept[owner, key] = tensors
        self.bytes += _size(tensors)
        while self.bytes > self.budget_bytes:
            self._drop(next(iter(self._kept)))

    def forget(self, owner: Hashable) -> None:
        """Drop all that `owner` kept."""
        for entry in [entry for entry in self._kept if entry[0] == owner]:
            self._drop(entry)

    def _drop(self, entry: tuple[Hashable, Hashable]) -> None:
        self.bytes -= _size(self._kept.pop(entry, {}))


def _size(tensors: Tensors) -> int:
    return sum(tensor.nbytes for tensor in tensors.values())


@dataclass(frozen=True)
class CacheNamespace:
    """One owner's part of a store, and the files in which its tiles outlive this process."""

    cache: FeatureCache
    owner: Hashable
    files: TileFiles | None = None

    def get(self, key: Hashable) -> Tensors | None:
        """What is kept under `key`, if it is still there."""
        found = self.cache.get(self.owner, key)
        if found is None and self.files and (found := self.files.get(key)):
            self.cache.put(self.owner, key, found)
        return found

    def put(self, key: Hashable, tensors: Tensors) -> None:
        """Keep these."""
        self.cache.put(self.owner, key, tensors)
        if self.files:
            self.files.put(key, tensors)


class TilesOfOneRun:
    """The features of the tiles that hold labels, for the map that the same run makes: no tile is run twice.

    The first `budget_bytes` of them stay: a map is made from the top, as labels are looked at. Once the map has begun,
    each is given away when it is asked for, and nothing is added.
    """

    def __init__(self, budget_bytes: int = ONE_RUN_BYTES) -> None:
        self._left_bytes = budget_bytes
        self._kept: dict[Hashable, Tensors] = {}
        self._mapping = False

    def begin_map(self, deep: bool) -> None:
        """From here on the map is made; a map without `deep` features needs none of the tiles."""
        self._mapping = True
        if not deep:
            self._kept.clear()

    def get(self, key: Hashable) -> Tensors | None:
        """What is kept under `key`."""
        return self._kept.pop(key, None) if self._mapping else self._kept.get(key)

    def put(self, key: Hashable, tensors: Tensors) -> None:
        """Keep these if there is room for them."""
        if not self._mapping and key not in self._kept and _size(tensors) <= self._left_bytes:
            self._kept[key] = tensors
            self._left_bytes -= _size(tensors)
