"""What has been computed of scenes, kept in memory for the next look; the least recently used is forgotten first.

Knows nothing of what it keeps but its size. For one thread.
"""

from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass

from torch import Tensor

BUDGET_BYTES = 1 << 30
"""Of everything kept: the pixel features of a preview's window (up to 450 MB) and the tokens of some hundred tiles."""

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
    """One owner's part of a store."""

    cache: FeatureCache
    owner: Hashable

    def get(self, key: Hashable) -> Tensors | None:
        """What is kept under `key`, if it is still there."""
        return self.cache.get(self.owner, key)

    def put(self, key: Hashable, tensors: Tensors) -> None:
        """Keep these."""
        self.cache.put(self.owner, key, tensors)
