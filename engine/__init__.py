"""The OFA engine: bands become tokens, one shared Transformer reads them, heads turn them into maps.

Runs in its own Python environment and knows no QGIS. See README.md for a map of the files.
"""

__version__ = "0.1.0"
