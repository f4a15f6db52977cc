"""The tile pipeline: a scene streams by, the model looks at it tile by tile, and maps or features come out."""

from engine.inference.classify_window import Head, SplitHead
from engine.inference.feature_cache import Shelf, Store
from engine.inference.label_features import describe_pixels, overview, sample
from engine.inference.map import Sink, TokenSink, classify, embed, to_embed, to_map, tokens_of
from engine.inference.prefetch import Waited, abreast
from engine.inference.preview import Lattice, glimpse, keep
from engine.inference.small_window import deep_of, pixels_of
from engine.inference.source import Source

__all__ = [
    "Head", "Lattice", "Shelf", "Sink", "Source", "SplitHead", "Store", "TokenSink", "Waited", "abreast", "classify",
    "deep_of", "describe_pixels", "embed", "glimpse", "keep", "overview", "pixels_of", "sample", "to_embed", "to_map",
    "tokens_of",
]  # fmt: skip
