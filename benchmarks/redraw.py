"""The figures of `docs/measured` from the tables of their pages, without measuring again.

python -m benchmarks.redraw   # after a change of colours or axes; the figures are as exact as the tables

The benchmarks draw their own figures from their records, with the same functions. What a page does not tell, such as
the memory after each of 300 jobs (`endurance.png`), cannot be drawn from it.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from benchmarks import eurosat_finetune_report, few_label_report, stream, unlabelled_report
from training.evaluate import report

DOCS = Path(__file__).resolve().parents[1] / "docs" / "measured"
SCORE = re.compile(r"(\d\.\d+)(?: ± (\d\.\d+))?")
MEAN = "mean over scenes"  # the one of several means that the figure of few labels shows
Table = list[list[str]]


def tables(page: str) -> Iterator[tuple[str, Table]]:
    """(heading above it, rows of cells without emphasis) of each table of a page in Markdown."""
    heading, rows = "", Table()
    for line in [*page.splitlines(), ""]:
        if line.startswith("|"):
            rows.append([cell.strip(" *") for cell in line.strip("|").split("|")])
        elif rows:
            yield heading, [row for row in rows if not set("".join(row)) <= set("-: ")]
            rows = Table()
        heading = line.lstrip("# ") if line.startswith("#") else heading


def few_label(page: str, path: Path) -> None:
    """Groups of scenes, at each number of points and each distance."""
    found = {heading: rows for heading, rows in tables(page) if "points per class" in heading}
    bars = {
        heading: {
            name.partition(" (")[0]: [float(cell) for cell in cells]
            for name, *cells in rows[1:]
            if name == MEAN or not name.startswith("mean over")
        }
        for heading, rows in found.items()
    }
    few_label_report.draw(bars, next(iter(found.values()))[0][1:], path)


def eurosat(page: str, path: Path) -> None:
    """Methods, at each share of the labels."""
    head, *rows = next(rows for _, rows in tables(page))
    shares = [float(cell.partition("%")[0]) for cell in head[1:]]
    found = {
        name: {
            share: (float(score[1]), float(score[2] or 0))
            for share, cell in zip(shares, cells, strict=True)
            if (score := SCORE.match(cell))
        }
        for name, *cells in rows
    }
    eurosat_finetune_report.draw(found, path)


def probe(page: str, path: Path) -> None:
    """Tasks, with each kind of features."""
    head, *rows = next(rows for _, rows in tables(page))
    names = head[2:-1]
    lines = [
        (task, metric, name, float(score[1]), float(score[2] or 0))
        for task, metric, *cells in rows
        for name, cell in zip(names, cells[:-1], strict=True)
        if (score := SCORE.match(cell))
    ]
    report.draw_lines(lines, names, path)


def streaming(page: str, path: Path) -> None:
    """Rates and memory, by program."""
    _, *rows = next(rows for _, rows in tables(page))
    names = [re.sub(r" \(.*\)| \d[\d.]*, float32", "", row[0]) for row in rows]
    rates, peaks = ({name: float(row[at].split()[0]) for name, row in zip(names, rows, strict=True)} for at in (4, 6))
    side = re.search(r"(\d+) × \1", page)
    assert side
    stream.figure(rates, peaks, int(side[1]), path)


def unlabelled(page: str, path: Path) -> None:
    """Groups of scenes, with one click and with clusters."""
    found = dict(tables(page))

    def bars(heading: str, first: int) -> dict[str, list[float]]:
        rows = {name.partition(" (")[0]: cells for name, *cells in found[heading][1:] if name != "mean over groups"}
        means = {name for name in rows if name.startswith(MEAN)}
        return {
            unlabelled_report.MEAN if name in means else name: [float(cell) for cell in cells[first:]]
            for name, cells in rows.items()
            if name not in means or name == max(means, key=len)
        }

    unlabelled_report.draw(bars("What is like one click", 1), bars("Clusters", 2), path)


PAGES = {
    "few_label": few_label,
    "eurosat_finetune": eurosat,
    "probe": probe,
    "stream": streaming,
    "unlabelled": unlabelled,
}


def main() -> None:
    for name, draw in PAGES.items():
        draw((DOCS / f"{name}.md").read_text(encoding="utf-8"), DOCS / f"{name}.png")


if __name__ == "__main__":
    main()
