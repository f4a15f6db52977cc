"""README and documentation: the site builds, nothing in it leads nowhere, and what it tells people to type works."""

import importlib.util
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from types import ModuleType
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
import typer
import yaml

import engine

ROOT = Path(__file__).resolve().parents[1]
README_WORDS = 1000
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
FENCE = re.compile(r"^```\w*\n(.*?)^```", re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def build_site() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_site", ROOT / "docs" / "build_site.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("docs") / "site"
    built = subprocess.run(
        [sys.executable, str(ROOT / "docs" / "build_site.py"), str(folder)], capture_output=True, text=True, check=False
    )
    assert built.returncode == 0, built.stdout + built.stderr  # warnings are errors: dead links, missing pictures
    return folder


def pages() -> list[Path]:
    """Markdown that people read: the documentation, the texts at the top, the help in QGIS."""
    texts = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "DECISIONS.md", "CHANGELOG.md")]
    return sorted([*texts, *(ROOT / "docs").rglob("*.md"), *(ROOT / "resources").rglob("*.md")])


class Page(HTMLParser):
    """What a page links to, what it loads, and the anchors it has."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.links: list[str] = []
        self.loaded: list[str] = []
        self.anchors: set[str] = set()
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value for name, value in attrs if value}
        self.anchors |= {values[name] for name in ("id", "name") if name in values}
        if tag == "a" and "href" in values:
            self.links.append(values["href"])
        elif tag in {"link", "script", "img", "iframe", "source"} and values.get("rel") not in {"canonical"}:
            self.loaded += [values[name] for name in ("href", "src") if name in values]


def test_every_link_and_picture_of_the_site_is_there(site: Path) -> None:
    read = {path: Page(path) for path in site.rglob("*.html")}
    assert len(read) > 30
    dead = []
    for path, page in read.items():
        for link in [*page.links, *page.loaded]:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            if not target.exists() or (
                parts.fragment and target in read and unquote(parts.fragment) not in read[target].anchors
            ):
                dead.append(f"{path.relative_to(site)}: {link}")
    assert not dead


def test_the_site_loads_nothing_from_a_network(site: Path) -> None:
    loaded = [
        f"{path.name}: {name}"
        for path in site.rglob("*.html")
        for name in Page(path).loaded
        if urlsplit(name).scheme in {"http", "https"} or name.startswith("//")
    ]
    assert not loaded
    foreign = re.compile(r"@import|url\(\s*['\"]?(https?:)?//")
    assert not [path.name for path in site.rglob("*.css") if foreign.search(path.read_text(encoding="utf-8"))]


def test_the_command_reference_names_every_command_and_option(site: Path, build_site: ModuleType) -> None:
    text = (site / "reference" / "commands.html").read_text(encoding="utf-8")
    group = typer.main.get_command(build_site.application())
    commands = dict(build_site.walk(group, "engine"))
    assert {"engine classify", "engine models pull", "engine pretrain"} <= set(commands)
    for name, command in commands.items():
        assert name in text
        options = {option for p in command.params for option in p.opts if option.startswith("--")} - {"--help"}
        assert not {option for option in options if option not in text}, name


def test_a_link_to_what_is_not_on_the_site_is_refused(build_site: ModuleType) -> None:
    with pytest.raises(ValueError, match="not on the site"):
        build_site.relinked("[x](Makefile)", "README.md", "index.md")
    text = "[x](docs/guide/labels.md#a) ![y](resources/icons/ofa.svg) [z](https://x.org)"
    expected = "[x](../guide/labels.md#a) ![y](../pictures/ofa.svg) [z](https://x.org)"
    assert build_site.relinked(text, "README.md", "project/a.md") == expected


def test_links_of_the_texts_are_files_of_the_repository(build_site: ModuleType) -> None:
    """So that they also work where no site is built, but for the pages that are written when it is."""
    written = {(ROOT / "docs" / place).resolve() for place in build_site.WRITTEN}
    dead = []
    for path in pages():
        for link in LINK.findall(path.read_text(encoding="utf-8")):
            target = (path.parent / unquote(link.split("#")[0])).resolve()
            if path.parent.parent.name == "help" and not target.exists():  # translations share the pictures
                target = path.parents[1] / link
            if not urlsplit(link).scheme and not target.exists() and target not in written:
                dead.append(f"{path.relative_to(ROOT)}: {link}")
    assert not dead


def test_the_readme_is_read_in_three_minutes() -> None:
    assert len((ROOT / "README.md").read_text(encoding="utf-8").split()) <= README_WORDS


def typed() -> Iterator[tuple[str, str]]:
    """(where, the line) of each command in a code block, continuation lines joined, comments taken off."""
    for path in pages():
        for block in FENCE.findall(path.read_text(encoding="utf-8")):
            for line in block.replace("\\\n", " ").splitlines():
                if words := line.split(" #")[0].strip():
                    yield path.relative_to(ROOT).as_posix(), words


def test_every_engine_command_in_the_texts_parses(build_site: ModuleType) -> None:
    group: Any = typer.main.get_command(build_site.application())
    wrong, count = [], 0
    for where, line in typed():
        if not re.match(r"(\.venv/bin/)?engine ", line):
            continue
        words, command = shlex.split(line)[1:], group
        if words == ["--help"]:
            continue
        count += 1
        try:
            while words and words[0] in getattr(command, "commands", {}):
                command = command.commands[words.pop(0)]
            command.make_context("engine", words)
        except Exception as error:
            wrong.append(f"{where}: {line} ({error})")
    assert count > 20
    assert not wrong


def test_commands_that_the_texts_name_exist(build_site: ModuleType) -> None:
    group: Any = typer.main.get_command(build_site.application())
    named = {
        (path.relative_to(ROOT).as_posix(), name)
        for path in pages()
        for name in re.findall(r"`(?:\.venv/bin/)?engine ([a-z]+)", path.read_text(encoding="utf-8"))
    }
    assert not {(where, name) for where, name in named if name not in group.commands}


def test_make_targets_in_the_readme_exist() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = set(re.findall(r"^make ([a-z]+)|`make ([a-z]+)`", readme, re.MULTILINE))
    named_flat = {name for pair in named for name in pair if name}
    assert {"demo", "test"} <= named_flat <= targets


def test_the_citation_is_of_this_version() -> None:
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert citation["version"] == engine.__version__
    assert citation["cff-version"] == "1.2.0"
    assert {"title", "message", "authors", "type"} <= set(citation)
