"""The tile pipeline: a scene streams by, the model looks at it tile by tile, and maps or features come out."""

from engine.inference.classify_window import Head, SplitHead
from engine.inference.feature_cache import CacheNamespace, FeatureCache, TilesOfOneRun
from engine.inference.label_features import describe_pixels, overview, sample, sample_and_overview, sample_deep
from engine.inference.map import Sink, TokenSink, classify, embed, regress, to_embed, to_map, tokens_of
from engine.inference.pipelining import in_parallel
from engine.inference.preview import DecimatedGrid, cache_features, preview_map, preview_values
from engine.inference.small_window import deep_of, pixels_of
from engine.inference.source import Source
from engine.inference.stage_clock import StageSeconds
from engine.inference.tile_files import TileFiles

__all__ = [
    "CacheNamespace",
    "DecimatedGrid",
    "FeatureCache",
    "Head",
    "Sink",
    "Source",
    "SplitHead",
    "StageSeconds",
    "TileFiles",
    "TilesOfOneRun",
    "TokenSink",
    "cache_features",
    "classify",
    "deep_of",
    "describe_pixels",
    "embed",
    "in_parallel",
    "overview",
    "pixels_of",
    "preview_map",
    "preview_values",
    "regress",
    "sample",
    "sample_and_overview",
    "sample_deep",
    "to_embed",
    "to_map",
    "tokens_of",
]  # fmt: skip
