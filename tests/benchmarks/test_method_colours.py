"""A method looks the same in every picture, and methods of one picture look different."""

import re
from pathlib import Path

import pytest

from benchmarks import eurosat_finetune, few_label, segmentation
from benchmarks.stream import PEERS
from training.pictures.method_colours import COLOURS, colours_of_methods

ROOT = Path(__file__).parents[2]
PROBES = ["ofa-tiny", "ofa-untrained", "random convolutions", "image statistics", "no features", "spectra",
          "spectra + windows"]  # fmt: skip
PICTURES = {
    "few_label": list(few_label.METHODS), "eurosat": list(eurosat_finetune.METHODS), "probe": PROBES,
    "segmentation": list(segmentation.METHODS), "stream": ["OFA, float32", *PEERS],
}  # fmt: skip


@pytest.mark.parametrize("picture", PICTURES)
def test_methods_of_one_picture_have_different_colours_that_are_theirs_everywhere(picture: str) -> None:
    found = colours_of_methods(PICTURES[picture])
    assert len(set(found.values())) == len(found)
    assert set(found.values()) <= set(COLOURS.values()), "each method is known"


def test_a_method_has_one_colour_under_all_its_names() -> None:
    frozen = colours_of_methods(["ours", "ofa-tiny", "ofa-tiny frozen + linear", "OFA, bfloat16"])
    assert set(frozen.values()) == {COLOURS["ofa-tiny"]}
    assert colours_of_methods(["ofa-tiny fine-tuned + light head"]).popitem()[1] != COLOURS["ofa-tiny"]
    assert colours_of_methods(["random ViT frozen + linear"]).popitem()[1] == COLOURS["ofa-untrained"]


def test_models_that_nobody_listed_differ_too() -> None:
    names = [*PROBES, "ofa-1500", "mae-1500"]
    assert len(set(colours_of_methods(names).values())) == len(names)


def test_no_two_methods_share_a_colour() -> None:
    assert len(set(COLOURS.values())) == len(COLOURS)


@pytest.mark.parametrize("path", sorted((ROOT / "benchmarks").glob("*.py")), ids=lambda path: path.name)
def test_benchmarks_name_no_colours_of_their_own_and_bars_begin_at_0(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    greys = r"#(?!([0-9a-fA-F]{2})\1\1)[0-9a-fA-F]{6}"  # grids may be grey
    named = [found for found in re.finditer(greys, text) if path.stem not in ("segmentation", "faults")]
    assert not named  # classes of a map, and faults, are no methods
    assert not (re.search(r"\.bar\(", text) and re.search(r"ylim=\((?!0,)", text))
