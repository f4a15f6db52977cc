"""The counted protocol of `benchmarks/first_preview.py`: clicks from an opened QGIS to the first preview."""

import sys
from pathlib import Path
from typing import Any

import demo_scene

sys.path.insert(0, str(demo_scene.ROOT / "benchmarks"))

import first_preview


def test_twelve_clicks_lead_from_an_opened_qgis_to_a_preview_of_three_classes(
    iface: Any, plugin: Any, engine_python: Path
) -> None:
    plugin.show_dock(False)
    run, dock = first_preview.go_through(iface, demo_scene.facts())
    assert run.first_s is not None and run.all_s is not None
    assert run.first_clicks <= run.clicks <= first_preview.MOST_CLICKS
    assert [each.name for each in dock.store.classes()] == list(first_preview.chosen(demo_scene.facts()["labels"]))
    plugin.show_dock(False)
