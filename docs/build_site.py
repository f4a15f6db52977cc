"""Builds the documentation site: ``python docs/build_site.py [FOLDER]`` writes it to `build/site`.

The pages in `docs/` are joined by pages that are written nowhere else twice: the repository's own texts (README,
CONTRIBUTING, the help of the Processing algorithms, the page of the model), the command reference, the table of
sensors, and the page on citing, which come from the code and from `CITATION.cff`. Sphinx then builds all of it; a dead
link, a missing picture or a page that the contents below do not list is an error.
"""

import posixpath
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import typer
import yaml

DOCS = Path(__file__).resolve().parent
ROOT = DOCS.parent
SITE = ROOT / "build" / "site"
PICTURES = {".jpg", ".png", ".svg"}

CONTENTS: Mapping[str, tuple[str, ...]] = {
    "index": ("guide/index", "reference/index", "how/index", "measured/index", "project/contributing",
              "project/decisions", "project/changelog", "project/cite"),
    "guide/index": ("install", "first-map", "bands", "products", "labels", "preview", "whole-scene", "without-labels",
                    "other-scenes", "accuracy", "clean-up", "values", "change", "train",
                    "toolbox", "shell", "many-scenes", "models", "pretrain", "troubleshooting"),
    "reference/index": ("commands", "algorithms/classify", "algorithms/regress", "algorithms/predict",
                        "algorithms/finetune", "algorithms/similar", "algorithms/hits", "algorithms/count",
                        "algorithms/cluster", "algorithms/change", "algorithms/sample", "algorithms/assess",
                        "algorithms/clean", "algorithms/embed", "algorithms/inspect", "sensors", "files",
                        "models/ofa-tiny"),
    "how/index": ("model", "few-labels", "pipeline"),
    "measured/index": ("few_label", "unlabelled", "count", "change", "labelled_change", "assess_coverage", "cleaning",
                       "values", "elsewhere", "travelling", "products", "sources",
                       "segmentation", "eurosat_finetune", "probe", "controls", "geobench", "dofa_parity",
                       "galileo_parity", "published_weights", "commands", "stream", "latency", "first_preview", "wand",
                       "tiles", "precision", "faults", "endurance", "gpu"),
}  # fmt: skip
"""Page -> the pages below it, in the order of the sidebar."""

ALGORITHMS = {
    "classify": "Classify a scene from labels",
    "predict": "Map a scene with a trained model",
    "finetune": "Train a model of your own",
    "similar": "Find what is alike",
    "hits": "Hits of a map of values",
    "count": "Count objects",
    "cluster": "Map a scene without labels",
    "change": "Find what has changed",
    "sample": "Draw an accuracy sample",
    "assess": "Assess a map by its sample",
    "clean": "Clean up a map",
    "regress": "Map values from points",
    "embed": "Features of a scene",
    "inspect": "Inspect a scene",
}
"""Help page in `resources/help` -> the title that QGIS shows above it."""

MIRRORED = {
    "README.md": "index.md",
    "CONTRIBUTING.md": "project/contributing.md",
    "DECISIONS.md": "project/decisions.md",
    "CHANGELOG.md": "project/changelog.md",
    "LICENSE": "project/LICENSE",
    "CITATION.cff": "project/CITATION.cff",
    "benchmarks/gpu/README.md": "measured/gpu.md",
    "resources/icons/ofa.svg": "pictures/ofa.svg",
    "resources/models/ofa-tiny/README.md": "reference/models/ofa-tiny.md",
    **{f"resources/help/{name}.md": f"reference/algorithms/{name}.md" for name in ALGORITHMS},
}
"""File of the repository -> its place on the site. Pictures beside a page go with it."""
LINK = re.compile(r"(!?\[[^\]]*\]\()([^)#\s]+)((?:#[^)\s]*)?\))")
WITH_SCHEME = re.compile(r"[a-z]+:")


def main(site: Path = SITE) -> int:
    """Build the site in a folder; the exit status of Sphinx."""
    source = site.with_name(f"{site.name}-source")
    for folder in (source, site):
        shutil.rmtree(folder, ignore_errors=True)
    stage(source)
    command = [sys.executable, "-m", "sphinx", "-W", "--keep-going", "-q", "-b", "html", "-c", str(source)]
    status = subprocess.run([*command, str(source), str(site)], check=False).returncode
    if status == 0:
        print(f"documentation: {site / 'index.html'}")
    return status


def stage(source: Path) -> None:
    """Write the sources of all pages into a folder, with their tables of contents."""
    shutil.copytree(DOCS, source, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    shutil.copy(DOCS / "conf.py", source)
    for page in source.rglob("*.md"):
        place = page.relative_to(source).as_posix()
        page.write_text(relinked(page.read_text(encoding="utf-8"), f"docs/{place}", place), encoding="utf-8")
    for file, place in mirrored():
        target = source / place
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.suffix == ".md":
            text = relinked((ROOT / file).read_text(encoding="utf-8"), file, place)
            title = ALGORITHMS.get(target.stem) if file.startswith("resources/help/") else None
            target.write_text(f"# {title}\n\n`ofa:{target.stem}`\n\n{text}" if title else text, encoding="utf-8")
        else:
            shutil.copy(ROOT / file, target)
    for place, write in WRITTEN.items():
        (source / place).write_text(write(), encoding="utf-8")
    for page, below in CONTENTS.items():
        with (source / f"{page}.md").open("a", encoding="utf-8") as file:
            entries = [entry(source, (source / page).parent / name) for name in below]
            file.write("\n```{toctree}\n:hidden:\n\n" + "\n".join(entries) + "\n```\n")


def entry(source: Path, page: Path) -> str:
    """A line of a table of contents. Of a title such as "Endurance: memory of one worker" it takes the first part."""
    title = page.with_suffix(".md").read_text(encoding="utf-8").partition("\n")[0].removeprefix("# ")
    return f"{title.partition(': ')[0]} </{page.relative_to(source).as_posix()}>"


def mirrored() -> Iterator[tuple[str, str]]:
    """`MIRRORED`, with the pictures that lie beside its pages."""
    yield from MIRRORED.items()
    for folder, place in {(ROOT / file).parent: posixpath.dirname(place) for file, place in MIRRORED.items()}.items():
        if folder not in (ROOT, ROOT / "resources" / "icons"):
            for picture in sorted(path for path in folder.iterdir() if path.suffix in PICTURES):
                yield picture.relative_to(ROOT).as_posix(), posixpath.join(place, picture.name)


def relinked(text: str, file: str, place: str) -> str:
    """`text` with its links between files of the repository as links between pages.

    Args:
        text: a Markdown page.
        file: where it lies in the repository.
        place: where it goes on the site.

    Raises:
        ValueError: a link to a file that is not on the site.
    """
    places = dict(mirrored())

    def link(found: re.Match[str]) -> str:
        before, target, after = found.groups()
        if WITH_SCHEME.match(target):
            return found[0]
        linked = posixpath.normpath(posixpath.join(posixpath.dirname(file), target))
        page = linked.removeprefix("docs/") if linked.startswith("docs/") else places.get(linked)
        if page is None:
            raise ValueError(f"{file} links to {target}, which is not on the site")
        return before + posixpath.relpath(page, posixpath.dirname(place) or ".") + after

    return LINK.sub(link, text)


def commands() -> str:
    """The command reference, from the typer application that `engine` runs."""
    group = typer.main.get_command(application())
    lines = [
        "# Commands", "",
        "This page is made from the program itself; `engine COMMAND --help` prints the same. "
        "[Command line](../guide/shell.md) shows the commands at work.", "",
        group.help or "", "",
    ]  # fmt: skip
    for name, command in walk(group, "engine"):
        lines += [f"## {name}", "", command.help or "", "", *usage(name, command), ""]
    return "\n".join(lines)


@cache
def application() -> typer.Typer:
    """The application with all its commands, also those of other packages."""
    from engine.cli import main as cli  # noqa: PLC0415 - heavy, and needed for one page only

    cli.join("")
    return cli.app


def walk(group: Any, prefix: str) -> Iterator[tuple[str, Any]]:
    """Every command below a group, with its full name, in alphabetical order."""
    for name, command in sorted(group.commands.items()):
        yield f"{prefix} {name}", command
        if hasattr(command, "commands"):
            yield from walk(command, f"{prefix} {name}")


def usage(name: str, command: Any) -> list[str]:
    """The line to type, and a table of arguments and options."""
    shown = [parameter for parameter in command.params if parameter.name != "help"]
    arguments = [parameter for parameter in shown if parameter.param_type_name == "argument"]
    options = [parameter for parameter in shown if parameter.param_type_name == "option"]
    words = [name, *map(_metavar, arguments)]
    words += [f"{option.opts[0]} {_metavar(option)}" for option in options if option.required]
    words += ["[OPTIONS]"] * any(not option.required for option in options)
    lines = ["```", " ".join(words), "```"]
    if shown:
        lines += ["", "| argument or option | meaning | default |", "|---|---|---|"]
        lines += [_row(_metavar(argument), argument.help, "") for argument in arguments]
        lines += [_row(_written(option), option.help, _default(option)) for option in options]
    return lines


def _row(code: str, text: str | None, default: str) -> str:
    cells = (f"`{code}`", text or "", default)
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def _metavar(parameter: Any) -> str:
    return str(parameter.metavar or parameter.name.upper())


def _written(option: Any) -> str:
    names = "/".join([*option.opts, *option.secondary_opts])
    return names if option.is_flag else f"{names} {_metavar(option)}"


def _default(option: Any) -> str:
    if option.required:
        return "required"
    return "" if option.default in (None, "", False, []) or option.is_flag else f"`{option.default}`"


def sensors() -> str:
    """The table of sensors, from the engine's catalogue."""
    from engine.sensors import CATALOGUE  # noqa: PLC0415

    lines = [
        "# Sensors", "",
        "The sensors that OFA knows. Give the *id* to `--sensor`, or under **Sensor** in QGIS. This list is made from "
        "the engine's catalogue; `engine sensors --json` also prints the widths of the bands.", "",
        "A scene of another sensor works as well: name its bands by wavelength, such as `--bands 1=490nm,2=560nm`.", "",
        "| id | sensor | pixel size | bands |", "|---|---|---|---|",
    ]  # fmt: skip
    for sensor in CATALOGUE.values():
        size = f"{sensor.gsd_m:g} m" if sensor.gsd_m else ""
        lines.append(f"| `{sensor.id}` | {sensor.title} | {size} | {_bands(sensor.bands)} |")
    return "\n".join(lines) + "\n"


def _bands(bands: Any) -> str:
    names = [f"{band.name} ({band.wavelength_nm:g} nm)" if band.wavelength_nm else str(band.name) for band in bands]
    return ", ".join(names) if len(names) <= MOST_BANDS else f"{len(names)} bands, {names[0]} to {names[-1]}"


MOST_BANDS = 20


def cite() -> str:
    """How to cite OFA and the paper behind it, from `CITATION.cff`."""
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    (paper,) = citation["references"]
    return "\n".join([
        "# How to cite", "", citation["message"], "",
        "The software:", "", "```bibtex", *_bibtex("software", "ofa", citation), "```", "",
        "The paper:", "", "```bibtex", *_bibtex("inproceedings", "ofanet", paper), "```", "",
        "The same as data: [CITATION.cff](CITATION.cff). Published weights of others, such as DOFA, have a citation of "
        "their own; `engine models pull` shows it before it downloads.", "",
    ])  # fmt: skip


def _bibtex(kind: str, key: str, entry: Mapping[str, Any]) -> Iterator[str]:
    authors = [one.get("name") or f"{one['family-names']}, {one['given-names']}" for one in entry["authors"]]
    values = {
        "title": entry["title"], "author": " and ".join(authors),
        "booktitle": (entry.get("conference") or {}).get("name"), "year": entry.get("year"),
        "pages": f"{entry['start']}--{entry['end']}" if "start" in entry else None, "note": entry.get("notes"),
        "version": entry.get("version"), "license": entry.get("license"),
    }  # fmt: skip
    yield f"@{kind}{{{key},"
    for name, value in values.items():
        if value:
            yield f"  {name} = {{{value}}},"
    yield "}"


WRITTEN: Mapping[str, Callable[[], str]] = {
    "reference/commands.md": commands,
    "reference/sensors.md": sensors,
    "project/cite.md": cite,
}
"""Place on the site -> what writes it."""


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:2])))
