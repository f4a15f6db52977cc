"""The tile pipeline: a scene streams by, the model looks at it tile by tile, and maps or features come out."""

from engine.stream.flow import Waited
from engine.stream.pipeline import Head, Sink, SplitHead, TokenSink, classify, embed, tokens_of
from engine.stream.sampling import sample
from engine.stream.source import Source

__all__ = ["Head", "Sink", "Source", "SplitHead", "TokenSink", "Waited", "classify", "embed", "sample", "tokens_of"]
