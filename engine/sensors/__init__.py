"""What bands mean: the catalogue of sensors, which layer band is which, and what must be asked. Pure."""

from engine.sensors.catalogue import CATALOGUE, Band, Sensor
from engine.sensors.evidence import band_numbers, parse_bands
from engine.sensors.matching import UNKNOWN, MatchedBand, match
from engine.sensors.questions import Question

__all__ = ["CATALOGUE", "UNKNOWN", "Band", "MatchedBand", "Question", "Sensor", "band_numbers", "match", "parse_bands"]
