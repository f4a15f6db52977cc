"""Scenes that were looked at and may be looked at again: how they are read, and what was seen at labelled pixels.

What is kept is dropped when a file of the scene or of the model changes. It lives in this process's memory; tiles that
the processor has computed lie in the user's cache, too, where the next process finds them. Files are closed between
looks, so that nobody is kept from moving or replacing them.
"""

from collections import OrderedDict
from collections.abc import Hashable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Self

import numpy as np
import torch
from torch import Tensor

from engine import __version__, fewlabel, inference
from engine.fewlabel.features import PixelFeatures
from engine.fewlabel.heads import KernelHead
from engine.gdal import gdal_names, network
from engine.inference import autotune
from engine.mapping.opening import Opened, OpenedScene, open_with_model, open_without_model
from engine.model import model_card
from engine.output import fingerprint
from engine.progress import Report
from engine.protocol import GrowRequest, PixelRequest, PrepareRequest, PreviewRequest

MOST_SCENES = 3  # most hold a model; nobody labels more scenes at once

Looking = PreviewRequest | PrepareRequest | GrowRequest


@dataclass(kw_only=True)
class SeenScene:
    """A scene that was looked at; `opened` holds no open file."""

    opened: OpenedScene
    pixel_features: PixelFeatures
    stamps: fingerprint.Stamps
    cache: inference.CacheNamespace
    overview: fewlabel.Overview | None = None

    @classmethod
    def of(cls, opened: OpenedScene, files: Iterable[Path], cache: inference.CacheNamespace) -> Self:
        """A scene that is open now, and the files that it depends on."""
        stamps = fingerprint.stamps(files)  # before pixels are read: a change meanwhile is a change
        features = inference.describe_pixels(opened.source)
        return cls(opened=opened, pixel_features=features, stamps=stamps, cache=cache)

    @property
    def is_as_it_was(self) -> bool:
        """Whether no file that it depends on has changed."""
        return fingerprint.stamps(map(Path, self.stamps)) == self.stamps

    @contextmanager
    def reopened(self) -> Iterator[inference.Source]:
        """The scene with its file open, and a cache for what is computed."""
        source = self.opened.source
        with source.scene.reopen() as scene, autotune.arithmetic(self.opened.tuning):
            yield replace(source, scene=scene, cache=self.cache)

    def look_around(self, source: inference.Source, report: Report) -> fewlabel.Overview:
        """What `inference.overview` answers, found out once."""
        self.overview = self.overview or inference.overview(source, self.pixel_features, report)
        return self.overview


@dataclass(kw_only=True)
class CachedScene(SeenScene):
    """A scene that a model looks at, and what was seen at labelled pixels."""

    opened: Opened
    code_N: np.ndarray = field(default_factory=lambda: np.zeros(0, np.int64))  # labelled pixels, ascending
    groups: dict[str, Tensor] = field(default_factory=dict)
    known_N: Tensor = field(default_factory=lambda: torch.zeros(0, dtype=torch.bool))
    fitted_to: tuple[Hashable, ...] = ()  # the labels of the last fit
    fitted: tuple[KernelHead, fewlabel.Validation] | None = None

    def fit(self, samples: fewlabel.Samples, *, scene: fewlabel.Overview) -> tuple[KernelHead, fewlabel.Validation]:
        """What `fewlabel.fit` answers, found out once for the same labels: a finer step asks with those of the last."""
        arrays = (samples.rows_N, samples.cols_N, samples.labels_N, samples.polygon_N)
        fitted_to = (samples.names, *(array.numpy().tobytes() for array in arrays))
        if self.fitted is None or fitted_to != self.fitted_to:
            self.fitted, self.fitted_to = fewlabel.fit(samples, scene=scene), fitted_to
        return self.fitted

    def look(
        self, source: inference.Source, rows_N: np.ndarray, cols_N: np.ndarray, report: Report
    ) -> tuple[dict[str, Tensor], Tensor]:
        """What `inference.sample` answers; only pixels that were not labelled at the last look are looked at.

        Args:
            source: as `reopened` gives it.
            rows_N: rows of pixels in raster order, each once.
            cols_N: their columns.
            report: progress.
        """
        code_N = rows_N * source.scene.width + cols_N
        place_N = np.searchsorted(self.code_N, code_N)
        seen_N = np.isin(code_N, self.code_N)
        new_N = np.flatnonzero(~seen_N)
        fresh, fresh_known_N = (
            inference.sample(source, self.pixel_features, rows_N[new_N], cols_N[new_N], report)
            if len(new_N)
            else ({}, torch.zeros(0, dtype=torch.bool))
        )
        merge = _Merge(torch.from_numpy(seen_N), torch.from_numpy(place_N[seen_N]))
        self.groups = {name: merge(self.groups.get(name), fresh.get(name)) for name in {**self.groups, **fresh}}
        self.known_N, self.code_N = merge(self.known_N, fresh_known_N), code_N
        return self.groups, self.known_N


@dataclass(frozen=True)
class _Merge:
    """Rows of what was seen before and of what is new, in the order of the labelled pixels."""

    seen_N: Tensor
    place_S: Tensor

    def __call__(self, old: Tensor | None, new: Tensor | None) -> Tensor:
        some = old if old is not None else new
        assert some is not None, "nothing was looked at"  # nosec B101
        merged = some.new_zeros((len(self.seen_N), *some.shape[1:]))
        if old is not None:
            merged[self.seen_N] = old[self.place_S]
        if new is not None:
            merged[~self.seen_N] = new
        return merged


class SceneCache:
    """The scenes of this process, the least recently looked at forgotten first."""

    def __init__(self) -> None:
        self._store = inference.FeatureCache()
        self._scenes: OrderedDict[Hashable, SeenScene] = OrderedDict()

    def find(self, request: Looking, pause: autotune.Pause = autotune.never_pause) -> CachedScene:
        """The scene of a request, opened now if it was not looked at before or has changed since.

        `pause` is called now and then while it is opened, and may raise.

        Raises:
            EngineError: whatever the scene, the model or the device lack.
        """
        key = repr((request.scene, request.compute))
        kept = self._kept(key)
        if not isinstance(kept, CachedScene):
            with open_with_model(request, pause) as opened:
                model = model_card.files_of(request.compute.model or model_card.DEFAULT_MODEL)
                kept = CachedScene.of(opened, [*_files(request, opened), *model], self._namespace(key))
                kept.cache = replace(kept.cache, files=_tile_files(request, kept))
        self._keep(key, kept)
        return kept

    def find_without_model(self, request: PixelRequest, pause: autotune.Pause = autotune.never_pause) -> SeenScene:
        """The scene of a request that needs no model; see `find`."""
        key = repr((request.scene, request.device))
        kept = self._kept(key)
        if kept is None:
            with open_without_model(request, pause) as opened:
                kept = SeenScene.of(opened, _files(request, opened), self._namespace(key))
        self._keep(key, kept)
        return kept

    def _namespace(self, key: Hashable) -> inference.CacheNamespace:
        return inference.CacheNamespace(self._store, key)

    def _kept(self, key: Hashable) -> SeenScene | None:
        """What was kept, unless a file has changed since."""
        kept = self._scenes.pop(key, None)
        if kept and not kept.is_as_it_was:
            self._store.forget(key)
            return None
        return kept

    def _keep(self, key: Hashable, kept: SeenScene) -> None:
        self._scenes[key] = kept
        while len(self._scenes) > MOST_SCENES:
            oldest, _ = self._scenes.popitem(last=False)
            self._store.forget(oldest)


def _files(request: Looking | PixelRequest, opened: OpenedScene) -> list[Path]:
    """The files of a scene."""
    first = gdal_names.file_of(request.scene.path)
    return [*opened.source.scene.files, *([first] if first else [])]


def _tile_files(request: Looking, kept: CachedScene) -> inference.TileFiles | None:
    """Where tiles outlive this process; None where none are slow, or where nothing tells that a scene has changed."""
    spec = request.scene
    remote = spec.remote or any(network.is_remote(each.path) for each in (spec, *spec.beside))
    if kept.opened.source.device.type != "cpu" or remote:
        return None
    said = (spec, kept.opened.tuning.precision, sorted(kept.stamps.items()), __version__)
    return inference.TileFiles(repr(said))


SCENES = SceneCache()
"""Of this process: jobs that look at scenes share it."""
