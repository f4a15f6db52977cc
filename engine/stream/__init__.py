"""The tile pipeline: a scene streams by, the model looks at it tile by tile, and maps or features come out."""

from engine.stream.cache import Shelf, Store
from engine.stream.flow import Waited, abreast
from engine.stream.glimpse import Lattice, glimpse
from engine.stream.mapper import Head, SplitHead
from engine.stream.pipeline import Sink, TokenSink, classify, embed, to_embed, to_map, tokens_of
from engine.stream.sampling import describe_pixels, overview, sample
from engine.stream.source import Source
from engine.stream.window import deep_of, pixels_of

__all__ = [
    "Head", "Lattice", "Shelf", "Sink", "Source", "SplitHead", "Store", "TokenSink", "Waited", "abreast", "classify",
    "deep_of", "describe_pixels", "embed", "glimpse", "overview", "pixels_of", "sample", "to_embed", "to_map",
    "tokens_of",
]  # fmt: skip
