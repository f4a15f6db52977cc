"""Figures that are drawn again show what the tables of their pages say."""

import re
from pathlib import Path
from typing import Any

import pytest

from benchmarks import eurosat_finetune_report, few_label_report, redraw, stream, unlabelled_report
from training.evaluate import report


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[Any]:
    """What the drawing functions were given."""
    given: list[Any] = []
    for module, name in (
        (few_label_report, "draw"), (eurosat_finetune_report, "draw"), (report, "draw_lines"), (stream, "figure"),
        (unlabelled_report, "draw"),
    ):  # fmt: skip
        monkeypatch.setattr(module, name, lambda *arguments: given.append(arguments))
    return given


def page(name: str) -> str:
    return (redraw.DOCS / f"{name}.md").read_text(encoding="utf-8")


def test_a_table_is_found_with_its_heading_and_without_emphasis() -> None:
    text = "# a\n\n## b\n\n| x | y |\n|---|---:|\n| 1 | **2** |\n\ntext\n"
    assert list(redraw.tables(text)) == [("b", [["x", "y"], ["1", "2"]])]


@pytest.mark.parametrize("name", redraw.PAGES)
def test_each_page_is_read_whole(name: str, drawn: list[Any], tmp_path: Path) -> None:
    redraw.PAGES[name](page(name), tmp_path / "f.png")
    ((found, *_, path),) = drawn
    assert path == tmp_path / "f.png"
    cells = re.findall(r"\d ± \d", "\n".join(line for line in page(name).splitlines() if line.startswith("|")))
    if name == "few_label":
        assert list(found) == re.findall(r"^## (.* points per class.*)$", page(name), re.M)
        groups = re.findall(r"^\| [^|]+ \(\d+\) \|", page(name), re.M)
        assert sum(map(len, found.values())) == len(groups) + len(found) > 10, "and a mean each"
        assert {len(scores) for bars in found.values() for scores in bars.values()} == {6}
    elif name == "unlabelled":
        clusters = drawn[0][1]
        assert list(found) == list(clusters)
        assert list(found)[-1] == unlabelled_report.MEAN
        assert {len(scores) for scores in found.values()} == {4}
        assert {len(scores) for scores in clusters.values()} == {2}
        assert len(re.findall(r"^\| [^|]+ \(\d+\) \|", page(name), re.M)) == 2 * (len(found) - 1)
    elif name == "stream":
        assert list(found) == ["OFA, bfloat16", "OFA, float32", "terratorch", "monai"]
    else:
        told = [score for known in found.values() for score in known.values()] if name != "probe" else found
        assert len(told) == len(cells) > 20
