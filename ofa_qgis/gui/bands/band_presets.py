"""Usual orders of bands, which a user can choose for a layer whose bands have no names. Pure; applies nothing itself.

Band names and sensors are those of the engine's catalogue.
"""

from dataclasses import dataclass
from typing import Dict, List, Optional, Tuple

from ...i18n import tr

S2_10M_20M = "B02 B03 B04 B05 B06 B07 B08 B8A B11 B12"
S2_L2A = "B01 B02 B03 B04 B05 B06 B07 B08 B8A B09 B11 B12"
S2_L1C = "B01 B02 B03 B04 B05 B06 B07 B08 B8A B09 B10 B11 B12"
LANDSAT = "B1 B2 B3 B4 B5 B6 B7"
PLANET_4 = "Blue Green Red NIR"
PLANET_8 = "Coastal Blue Green1 Green Yellow Red RedEdge NIR"


@dataclass(frozen=True)
class Preset:
    """An order of bands; `sensor` is None where any camera may have them."""

    id: str
    title: str
    names: Tuple[str, ...]
    sensor: Optional[str]

    @property
    def bands(self) -> Dict[int, str]:
        """Layer band (from 1) -> its name."""
        return dict(enumerate(self.names, start=1))

    @property
    def tip(self) -> str:
        """Which layer band becomes what."""
        return tr("Bands in this order: {bands}", bands=", ".join(self.names))


def presets(count: int) -> List[Preset]:
    """The presets for a layer of so many bands."""
    known = (
        ("s2_10m", tr("Sentinel-2, 10 m bands, ESA order"), "B02 B03 B04 B08", "sentinel-2"),
        ("s2_10m_20m", tr("Sentinel-2, 10 m and 20 m bands, ESA order"), S2_10M_20M, "sentinel-2"),
        ("s2_12", tr("Sentinel-2 L2A, all 12 bands, ESA order"), S2_L2A, "sentinel-2"),
        ("s2_13", tr("Sentinel-2 L1C, all 13 bands, ESA order"), S2_L1C, "sentinel-2"),
        ("landsat", tr("Landsat 8/9 SR, B1 to B7"), LANDSAT, "landsat-8"),
        ("rgb", tr("RGB"), "red green blue", None),
        ("nir_r_g", tr("NIR-R-G"), "nir red green", None),
        ("rgb_nir", tr("RGB + NIR"), "red green blue nir", None),
        ("planet_4", tr("PlanetScope, 4 bands"), PLANET_4, "planetscope"),
        ("planet_8", tr("PlanetScope, 8 bands"), PLANET_8, "planetscope"),
    )
    found = (Preset(id, title, tuple(names.split()), sensor) for id, title, names, sensor in known)
    return [preset for preset in found if len(preset.names) == count]
