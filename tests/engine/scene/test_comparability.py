"""Sources of one sensor whose numbers do not mean the same are told before they are compared."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.gdal.metadata import FileMetadata
from engine.protocol import SceneSpec
from engine.scene.interpretation import Reading
from engine.scene.sources.comparability import SURFACE, TOP, Known, cautions, measured
from engine.scene.sources.place import open_place
from engine.scene.statistics import NOTHING
from engine.scene.values.units import OPTICAL, Units
from engine.sensors.catalogue import CATALOGUE
from engine.sensors.questions import USER

Write = Callable[..., Path]
UNKNOWN_UNITS = Units("scaled", 1.0, 0.0, False, "values")


def known(name: str, units: Units = UNKNOWN_UNITS, sensor: str = "sentinel-2", **said: Any) -> Known:
    metadata = FileMetadata(name, "uint16", said.pop("descriptions", ("",)), ("",), said)
    return Known(name, metadata, Reading(CATALOGUE[sensor], (), (), units, NOTHING))


@pytest.mark.parametrize(
    ("source", "what"),
    [
        (known("x.tif", PROCESSING_LEVEL="Level-1C"), TOP),
        (known("x.tif", PRODUCT_URI="S2B_MSIL2A_20230823T095559_N0509_R122_T33UUC_20230823T124759.SAFE"), SURFACE),
        (known("LC08_L1TP_195021_20230820_20230826_02_T1_MTL.txt"), TOP),
        (known("LC08_L2SP_195021_20230820_20230826_02_T1.tar"), SURFACE),
        (known("item.json", PRODUCT_ID="landsat-c2-l2"), SURFACE),
        (known("item.json", PRODUCT_ID="landsat-c2l1"), TOP),
        (known("x.tif", OPTICAL["landsat-l1"]), TOP),
        (known("x.tif", descriptions=("SR_B2", "SR_B3")), SURFACE),
        (known("summer_TOA.tif"), TOP),
        (known("x.tif", UNITS="gamma0 linear power"), "gamma nought"),
        (known("x.tif", descriptions=("Sigma0_VV_db",)), "sigma nought"),
        (known("krakatoa.tif"), ""),
        (known("l1c_made_l2a.tif"), ""),
    ],
)
def test_what_is_measured_follows_from_the_level_of_a_product(source: Known, what: str) -> None:
    assert measured(source) == what


def test_levels_are_compared_within_a_sensor_only() -> None:
    top, surface = known("a_l1c.tif"), known("b_l2a.tif")
    (told,) = cautions([top, surface, known("c.tif")])
    assert told.startswith(
        "The sources are not of one processing level: a_l1c.tif (top-of-atmosphere reflectance), b_l2a.tif (surface"
    )
    assert not cautions([top, known("LC08_L2SP.tif", sensor="landsat-8")]) and not cautions([surface, surface])


@pytest.mark.parametrize(
    ("first", "second", "is_told"),
    [("dn", "dn", True), ("dn+1000", "dn+1000", True), ("dn", "dn+1000", False), ("uint16", "uint16", False)],
)
def test_one_answer_for_both_sides_of_the_day_that_changed_the_offset_is_told(
    first: str, second: str, is_told: bool
) -> None:
    old, new = (
        known(f"{day}.tif", Units(unit, 1e-4, 0.0, False, USER), DATE_ACQUIRED=day)
        for unit, day in ((first, "2021-08-23"), (second, "2023-08-23"))
    )
    assert bool(cautions([old, new])) == is_told and not cautions([new, new])
    stated = known("2023.tif", Units(first, 1e-4, 0.0, False, "product's metadata"), DATE_ACQUIRED="2023-08-23")
    assert not cautions([old, stated])


def test_a_scene_of_two_levels_says_so(write_scene: Write) -> None:
    pixels = np.random.default_rng(0).integers(200, 3000, (2, 40, 40)).astype(np.uint16)
    before, after = (write_scene(pixels + 1, ["B02", "B03"], f"S2A_{level}.tif", nodata=0) for level in ("L1C", "L2A"))
    said = {"sensor": "sentinel-2", "units": "dn"}
    scene, _ = open_place(SceneSpec(str(before), **said, beside=(SceneSpec(str(after), **said),)))
    with scene:
        assert scene.product and "not of one processing level" in scene.product.product.caution
