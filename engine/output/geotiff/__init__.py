"""GeoTIFFs that grow as a scene streams by, and that an interrupted run can resume."""

from engine.output.geotiff.maps import (
    BLOCK_PX,
    FEATURE_BLOCK_PX,
    Bits,
    ClassSink,
    FeatureSink,
    NumberSink,
    ValueSink,
    class_map,
    colormap,
    confidence_map,
    feature_map,
    interval_map,
    part,
    value_map,
    write_categories,
    write_qml,
    write_value_qml,
)
from engine.output.geotiff.writer import TiffWriter, write_errors

__all__ = [
    "BLOCK_PX", "FEATURE_BLOCK_PX", "Bits", "ClassSink", "FeatureSink", "NumberSink", "TiffWriter", "ValueSink",
    "class_map", "colormap", "confidence_map", "feature_map", "interval_map", "part", "value_map", "write_categories",
    "write_errors", "write_qml", "write_value_qml",
]  # fmt: skip
