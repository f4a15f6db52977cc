"""The sensors the engine knows: bands, published wavelengths and widths, and the names files give them.

Data only, no logic. Every set of wavelengths names its source. Ranges are written as their lower and upper
edge in nanometres and stored as centre and full width; where a source publishes centre and width, those are
kept. Broadband colour names without an instrument carry a nominal centre and no width.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from engine.words import say


@dataclass(frozen=True)
class Band:
    """A band of a sensor: optical bands have a centre wavelength, radar bands a polarisation."""

    name: str
    wavelength_nm: float | None
    fwhm_nm: float | None
    polarisation: str | None = None


@dataclass(frozen=True)
class Sensor:
    """A set of bands. `modality` names the OFA-Net per-sensor embedding that can read it, if any."""

    id: str
    title: str
    modality: str | None
    bands: tuple[Band, ...]
    gsd_m: float | None


UNSPECTRAL: Mapping[str, str] = {"embedding": "feature", "elevation": "metre"}
"""Sensors whose bands have neither a wavelength nor a polarisation -> the unit of their values: no backbone reads them,
and only the user or the definition of a product tells that a raster is of this kind."""
HYPERSPECTRAL_BANDS = 20
"""More bands than this are a hyperspectral cube: no multispectral imager has them, and nobody types their names."""


def _ranges(**edges: tuple[float, float]) -> tuple[Band, ...]:
    return tuple(Band(name, (low + high) / 2, high - low) for name, (low, high) in edges.items())


def _centres(**values: tuple[float, float | None]) -> tuple[Band, ...]:
    return tuple(Band(name, centre, width) for name, (centre, width) in values.items())


def _radar(*polarisations: str) -> tuple[Band, ...]:
    return tuple(Band(name, None, None, name) for name in polarisations)


# ESA, Sentinel-2 Spectral Response Functions, COPE-GSEG-EOPG-TN-15-0007: Sentinel-2A centres and bandwidths.
_SENTINEL_2 = _centres(
    B01=(442.7, 20), B02=(492.7, 65), B03=(559.8, 35), B04=(664.6, 30), B05=(704.1, 14), B06=(740.5, 14),
    B07=(782.8, 19), B08=(832.8, 105), B8A=(864.7, 21), B09=(945.1, 19), B10=(1373.5, 29), B11=(1613.7, 90),
    B12=(2202.4, 174),
)  # fmt: skip
# USGS, "What are the band designations for the Landsat satellites?": TM and ETM+ ranges.
_TM = _ranges(
    B1=(450, 520), B2=(520, 600), B3=(630, 690), B4=(760, 900), B5=(1550, 1750), B6=(10400, 12500), B7=(2080, 2350)
)
_ETM = _ranges(
    B1=(450, 520), B2=(520, 600), B3=(630, 690), B4=(770, 900), B5=(1550, 1750), B6=(10400, 12500), B7=(2090, 2350),
    B8=(520, 900),
)  # fmt: skip
# Barsi et al. 2014, "The Spectral Response of the Landsat-8 Operational Land Imager", Remote Sensing 6, 10232:
# band centres and FWHM; USGS ranges for the thermal bands. OLI-2 and TIRS-2 on Landsat 9 are copies.
_OLI = _centres(
    B1=(442.96, 15.98), B2=(482.04, 60.04), B3=(561.41, 57.33), B4=(654.59, 37.47), B5=(864.67, 28.25),
    B6=(1608.86, 84.72), B7=(2200.73, 186.66), B8=(589.50, 172.40), B9=(1373.43, 20.39), B10=(10895, 590),
    B11=(12005, 1010),
)  # fmt: skip
# Leica ADS100, the camera of most NAIP flights of recent years (metadata of the 2018 NAIP contractor's deliveries).
_NAIP = _ranges(Red=(619, 651), Green=(525, 585), Blue=(435, 495), NIR=(808, 882))
# Nominal centres inside the ranges of the STAC EO extension's "Common Band Names"; instruments differ, so no width.
# Panchromatic is as wide as that range (0.50-0.70 um in version 1.1): its width is what sets it apart.
_COLOURS = _centres(Red=(650, None), Green=(555, None), Blue=(480, None), NIR=(840, None))
_PAN = _ranges(Pan=(500, 700))
_COMMON = (
    *_COLOURS,
    *_centres(
        Coastal=(440, None), Yellow=(605, None), RedEdge1=(705, None), RedEdge2=(740, None), RedEdge3=(783, None)
    ),
    *_PAN,
    *_centres(NIR08=(865, None), NIR09=(945, None), Cirrus=(1375, None), SWIR16=(1610, None), SWIR22=(2200, None)),
)
# China Centre for Resources Satellite Data and Application, GF-2 PMS.
_GAOFEN_2 = _ranges(Blue=(450, 520), Green=(520, 590), Red=(630, 690), NIR=(770, 890), Pan=(450, 900))
# Planet, "PlanetScope 8-band asset": SuperDove (PSB.SD).
_PLANETSCOPE = _ranges(
    Coastal=(431, 452), Blue=(465, 515), Green1=(513, 549), Green=(547, 583), Yellow=(600, 620), Red=(650, 680),
    RedEdge=(697, 713), NIR=(845, 885),
)  # fmt: skip
# DigitalGlobe (Maxar), WorldView-2 and WorldView-3 data sheets: the eight VNIR bands and the panchromatic one.
_WORLDVIEW = _ranges(
    Coastal=(400, 450), Blue=(450, 510), Green=(510, 580), Yellow=(585, 625), Red=(630, 690), RedEdge=(705, 745),
    NIR=(770, 895), NIR2=(860, 1040), Pan=(450, 800),
)  # fmt: skip
# Satellogic, "Multispectral payload", Mark IV.
_NEWSAT = _ranges(Blue=(450, 510), Green=(510, 580), Red=(590, 690), NIR=(750, 900))
# NASA, MODIS specifications: the seven land bands.
_MODIS = _ranges(
    B1=(620, 670), B2=(841, 876), B3=(459, 479), B4=(545, 565), B5=(1230, 1250), B6=(1628, 1652), B7=(2105, 2155)
)
# DLR, metadata of an EnMAP L2A product (2022): centre and FWHM of the 224 delivered bands, in product order
# (91 VNIR bands, then 133 SWIR bands that begin again at 902 nm). These are the wavelengths of that one product: they
# move between calibrations, and a product may leave bands out, so a scene's own metadata must say which band is which.
_ENMAP_NM = """
    418.24 423.87 429.29 434.53 439.60 444.55 449.39 454.16 458.88 463.58 468.26 472.93 477.60 482.26 486.94 491.63
    496.35 501.09 505.87 510.68 515.52 520.40 525.31 530.27 535.26 540.30 545.39 550.52 555.71 560.95 566.24 571.59
    577.00 582.46 588.00 593.60 599.27 605.01 610.83 616.74 622.73 628.80 634.92 641.10 647.34 653.64 660.01 666.43
    672.93 679.49 686.11 692.80 699.57 706.40 713.31 720.28 727.32 734.43 741.60 748.83 756.12 763.47 770.88 778.33
    785.84 793.40 801.01 808.66 816.37 824.11 831.90 839.73 847.60 855.51 863.46 871.43 879.44 887.48 895.54 903.62
    911.72 919.83 927.95 936.08 944.22 952.36 960.50 968.64 976.78 984.93 993.08 902.26 911.87 921.62 931.51 941.53
    951.68 961.95 972.34 982.85 993.48 1004.21 1015.05 1026.00 1037.05 1048.19 1059.42 1070.74 1082.14 1093.62 1105.17
    1116.79 1128.47 1140.20 1151.98 1163.81 1175.67 1187.56 1199.48 1211.42 1223.37 1235.34 1247.31 1259.30 1271.29
    1283.29 1295.28 1307.27 1319.25 1331.22 1343.18 1355.13 1367.06 1378.96 1390.84 1461.46 1473.10 1484.69 1496.24
    1507.75 1519.22 1530.64 1542.02 1553.36 1564.65 1575.90 1587.10 1598.26 1609.36 1620.43 1631.44 1642.41 1653.33
    1664.20 1675.03 1685.80 1696.53 1707.20 1717.83 1728.40 1738.93 1749.40 1759.83 1939.44 1948.98 1958.49 1967.95
    1977.37 1986.74 1996.07 2005.36 2014.61 2023.82 2032.99 2042.11 2051.19 2060.24 2069.24 2078.21 2087.13 2096.01
    2104.86 2113.67 2122.44 2131.17 2139.87 2148.52 2157.15 2165.73 2174.28 2182.79 2191.27 2199.71 2208.12 2216.50
    2224.84 2233.14 2241.42 2249.66 2257.86 2266.04 2274.18 2282.29 2290.37 2298.42 2306.44 2314.42 2322.37 2330.29
    2338.19 2346.05 2353.88 2361.68 2369.45 2377.19 2384.90 2392.58 2400.23 2407.85 2415.45 2423.01 2430.55 2438.05
    2445.53
"""
_ENMAP_FWHM_NM = """
    7.00 6.67 6.42 6.25 6.13 6.06 6.01 5.98 5.95 5.92 5.89 5.86 5.83 5.81 5.80 5.80 5.81 5.84 5.87 5.91 5.96 6.01 6.07
    6.12 6.18 6.24 6.29 6.35 6.41 6.47 6.53 6.58 6.64 6.70 6.76 6.82 6.88 6.95 7.02 7.10 7.18 7.25 7.33 7.41 7.48 7.55
    7.62 7.69 7.76 7.83 7.90 7.97 8.05 8.13 8.21 8.29 8.38 8.47 8.55 8.64 8.72 8.80 8.88 8.96 9.03 9.10 9.17 9.24 9.30
    9.37 9.44 9.51 9.58 9.66 9.74 9.82 9.91 9.99 10.08 10.16 10.25 10.34 10.42 10.51 10.59 10.66 10.72 10.75 10.75
    10.72 10.64 9.18 9.32 9.45 9.58 9.71 9.83 9.94 10.06 10.16 10.27 10.37 10.48 10.58 10.68 10.77 10.86 10.94 11.02
    11.08 11.14 11.20 11.24 11.28 11.31 11.34 11.37 11.38 11.40 11.41 11.42 11.43 11.43 11.43 11.43 11.43 11.42 11.41
    11.39 11.38 11.36 11.34 11.32 11.30 11.27 11.09 11.05 11.02 10.98 10.94 10.90 10.86 10.82 10.77 10.73 10.69 10.64
    10.60 10.55 10.51 10.46 10.42 10.37 10.33 10.28 10.23 10.19 10.14 10.10 10.05 10.01 9.96 9.92 9.17 9.13 9.09 9.05
    9.01 8.97 8.93 8.89 8.85 8.81 8.78 8.74 8.70 8.66 8.63 8.59 8.55 8.52 8.48 8.44 8.41 8.37 8.34 8.30 8.27 8.23 8.20
    8.16 8.13 8.10 8.06 8.03 8.00 7.97 7.94 7.91 7.88 7.85 7.82 7.79 7.76 7.73 7.70 7.67 7.64 7.61 7.59 7.56 7.53 7.50
    7.47 7.44 7.41 7.38 7.35 7.32 7.29 7.26 7.22 7.19 7.16
"""
_ENMAP = tuple(
    Band(f"B{number:03d}", float(centre), float(width))
    for number, (centre, width) in enumerate(zip(_ENMAP_NM.split(), _ENMAP_FWHM_NM.split(), strict=True), start=1)
)

_MSI_COLOURS = {
    "B01": "coastal", "B02": "blue", "B03": "green", "B04": "red", "B05": "rededge1", "B06": "rededge2",
    "B07": "rededge3", "B08": "nir", "B8A": "nir08", "B09": "nir09", "B10": "cirrus", "B11": "swir16", "B12": "swir22",
}  # fmt: skip
_TM_COLOURS = {"B1": "blue", "B2": "green", "B3": "red", "B4": "nir", "B5": "swir16", "B6": "thermal", "B7": "swir22"}
_OLI_COLOURS = {
    "B1": "coastal", "B2": "blue", "B3": "green", "B4": "red", "B5": "nir", "B6": "swir16", "B7": "swir22", "B8": "pan",
    "B9": "cirrus", "B10": "thermal",
}  # fmt: skip
COLOURS: Mapping[str, Mapping[str, str]] = {
    "sentinel-2": _MSI_COLOURS,
    "landsat-5": _TM_COLOURS,
    "landsat-7": {**_TM_COLOURS, "B8": "pan"},
    "landsat-8": _OLI_COLOURS,
    "landsat-9": _OLI_COLOURS,
    "modis": {"B1": "red", "B2": "nir", "B3": "blue", "B4": "green", "B6": "swir16", "B7": "mir"},
}
"""Sensor id -> band name -> common colour name, where the band's own name is not its colour."""

CATALOGUE: Mapping[str, Sensor] = {
    sensor.id: sensor
    for sensor in (
        Sensor("sentinel-1", say("Sentinel-1 C-band radar"), "S1", _radar("VV", "VH", "HH", "HV"), 10),
        Sensor("sentinel-2", "Sentinel-2 MSI", "S2", _SENTINEL_2, 10),
        Sensor("landsat-5", "Landsat 4/5 TM", None, _TM, 30),
        Sensor("landsat-7", "Landsat 7 ETM+", None, _ETM, 30),
        Sensor("landsat-8", "Landsat 8 OLI/TIRS", None, _OLI, 30),
        Sensor("landsat-9", "Landsat 9 OLI-2/TIRS-2", None, _OLI, 30),
        Sensor("naip", say("NAIP aerial RGBN"), "NAIP", _NAIP, 1),
        Sensor("aerial", say("Aerial or drone camera, RGB, RGBN or panchromatic"), "NAIP", (*_COLOURS, *_PAN), None),
        Sensor("rgbn", say("Red, green, blue (and near infrared) imagery of unnamed origin"), "NAIP", _COLOURS, None),
        Sensor("gaofen-2", "Gaofen-2 PMS", "Gaofen", _GAOFEN_2, 4),
        Sensor("planetscope", "PlanetScope", "Gaofen", _PLANETSCOPE, 3),
        Sensor("worldview", "WorldView-2/3", "Gaofen", _WORLDVIEW, 2),
        Sensor("satellogic", "Satellogic NewSat", "Gaofen", _NEWSAT, 1),
        Sensor("enmap", say("EnMAP hyperspectral"), "EnMAP", _ENMAP, 30),
        Sensor("modis", say("MODIS land bands"), None, _MODIS, 500),
        Sensor("sar", say("Radar backscatter of unnamed origin"), "S1", _radar("VV", "VH", "HH", "HV"), None),
        Sensor("multispectral", say("Optical imagery of unnamed origin"), None, _COMMON, None),
        Sensor("hyperspectral", say("Hyperspectral imagery"), None, (), None),
        Sensor("embedding", say("Embeddings: features that a model made"), None, (), None),
        Sensor("elevation", say("Heights"), None, (), None),
    )
}

PATTERNS: Mapping[str, str] = {
    "sentinel-1": r"sentinel[ _-]?1(?!\d)|(?<![a-z0-9])s1(?!\d)|bigearthnet",
    "sentinel-2": r"sentinel[ _-]?2(?!\d)|(?<![a-z0-9])s2(?!\d)|bigearthnet|hls\.s30",
    "landsat-5": r"landsat[ _-]?0?[45](?!\d)|(?<![a-z0-9])lt0?[45]_",
    "landsat-7": r"landsat[ _-]?0?7(?!\d)|(?<![a-z0-9])le0?7_",
    "landsat-8": r"landsat[ _-]?0?8(?!\d)|(?<![a-z0-9])l[co]0?8_|hls\.l30",
    "landsat-9": r"landsat[ _-]?0?9(?!\d)|(?<![a-z0-9])l[co]0?9_",
    "naip": r"naip",
    "aerial": r"aerial|ortho|drone|\buav\b|\baop rgb\b|\bhro\b",
    "gaofen-2": r"gaofen[ _-]?2|(?<![a-z0-9])gf-?2",
    "planetscope": r"\bplanet|superdove|psscene",
    "worldview": r"world[ _-]?view[ _-]?[23]|(?<![a-z0-9])wv0?[23]",
    "satellogic": r"satellogic|newsat",
    "enmap": r"enmap",
    "modis": r"modis|(?<![a-z0-9])m[oy]d(?:09|13)",
}
"""Sensor id -> what names it in lower-case free text: a SENSOR tag, a platform tag, a product name."""
