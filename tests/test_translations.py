"""Every text that a user of the plugin reads has a German, a French and a Spanish translation to be used in its place.

That is the plugin's own, and all that the engine says to it: errors, hints, warnings, stages, words of the report.
"""

import ast
import re
import string
from pathlib import Path

import pytest

from resources.i18n import update
from resources.i18n.update import HERE, LANGUAGES, OF_A_SHELL, ROOT, in_python, of_a_shell, read, strings, templates

KEYS, SHELL = strings(), of_a_shell()
ENGLISH = "en"
CONTROL = re.compile(r"[A-Z]\w*$")


def placeholders(text: str) -> set[tuple[str, str]]:
    """Names and formats of the values, without the controls that a translation may name."""
    found = string.Formatter().parse(text)
    return {(name, spec or "") for _, name, spec, _ in found if name is not None and not CONTROL.match(name)}


def controls(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name and CONTROL.match(name)}


@pytest.mark.parametrize(("language", "keys"), [*((language, KEYS) for language in LANGUAGES), (ENGLISH, SHELL)])
def test_every_text_is_translated_and_no_old_one_is_left(language: str, keys: dict[update.Key, None]) -> None:
    known = read(HERE / f"ofa_{language}.ts")
    assert set(keys) == {key for key, text in known.items() if text}


@pytest.mark.parametrize("language", [*LANGUAGES, ENGLISH])
def test_translations_keep_the_values_that_are_filled_in(language: str) -> None:
    known = read(HERE / f"ofa_{language}.ts")
    changed = {
        key[1]: text
        for key, text in known.items()
        if (placeholders(text) - placeholders(key[1]) if key in SHELL else placeholders(text) ^ placeholders(key[1]))
    }
    assert not changed


COUNTED = re.compile(
    r"\{(?:count|found|held_out|number|bands|used)(?::[^}]*)?\} (?:more |labelled |held-out )?"
    r"(?:core|band|class|label|point|line|polygon|block|wavelength|raster|chip|question|feature|geometr)(?:ie)?(?:e?s)\b"
)
NEVER_ONE = {
    "A map holds {count} classes at most.", "{count} points are needed at least: add some, then {command}",
    "{name} holds {count} more rasters, which are not read: {give}",
    "nothing says the wavelengths of the {count} bands",
    "expected one channel for each of {count} bands; found {channels} channels",
    "the {source} lists {found} for {count} bands",  # of one band nobody says so
    "the list of bad bands (bbl) in the {source} does not fit {count} bands",
    "{count} wavelengths", "{count} chips of {table} are not in {sources}; the first: {first}",
}  # fmt: skip
"""Templates whose number is two or more, or which only a shell sees."""


def test_what_is_counted_has_words_for_one() -> None:
    texts = {text for _, text in KEYS}
    many = {text for text in texts if COUNTED.search(text)} - NEVER_ONE
    ones = {text for text in texts if re.search(r"\b(?:1|a) \w+", text)}
    nouns = {text: COUNTED.search(text)[0].split()[-1][:4] for text in many}
    alone = {
        text for text, noun in nouns.items() if not any(re.search(rf"\b(?:1|a) [\w -]*\b{noun}", one) for one in ones)
    }
    assert len(many) > 10 and not alone and texts >= NEVER_ONE


@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_and_bars_are_those_of_the_text(language: str) -> None:
    """What is left of an editing slip, such as "388|", shows in these."""
    marks = re.compile(r"\d{2,}|\|")
    known = {key[1]: text for key, text in read(HERE / f"ofa_{language}.ts").items() if key not in SHELL}
    other = {text: said for text, said in known.items() if set(marks.findall(said)) - set(marks.findall(text))}
    assert len(known) > 1000 and not other


@pytest.mark.parametrize("language", [*LANGUAGES, ENGLISH])
def test_no_translation_names_an_option_or_a_command_of_a_terminal(language: str) -> None:
    known = read(HERE / f"ofa_{language}.ts")
    assert not {key[1]: text for key, text in known.items() if key in SHELL and OF_A_SHELL.search(text)}


@pytest.mark.parametrize("language", [*LANGUAGES, ENGLISH])
def test_translations_name_controls_that_there_are(language: str) -> None:
    words = (ROOT / "ofa_qgis/engine/engine_words.py").read_text("utf-8")
    named = set().union(*(controls(text) for text in read(HERE / f"ofa_{language}.ts").values()))
    assert named and not {name for name in named if f'"{name}": ' not in words}


def test_a_band_is_what_qgis_calls_it() -> None:
    german = read(HERE / "ofa_de.ts")
    other = re.compile(r"B&?änder|(?<!{)\bBands?\b(?!-Radar)")
    assert not [text for text in german.values() if other.search(text)]


def test_the_walk_finds_what_the_engine_says() -> None:
    found = templates()
    assert len(found) > 700 and len(SHELL) > 60
    assert {
        "{count} different classes are labelled inside the scene; a map holds at most {most}",  # an error
        "name the field of the class: --field NAME",  # a hint
        "The pixel size on the ground is unknown; the model was told {gsd_m:g} m.",  # a warning
        "learning from the labels",  # a stage
        "Confusion matrix",  # of the report
        "{file} is damaged or holds nothing of that name",  # a reason in an error
    } <= set(found)


@pytest.mark.parametrize(
    "line", ['tr(f"{n} points")', 'say(f"{n} points")', 'say("a" + b)', 'LabelError(f"no {field}")']
)
def test_a_text_that_is_made_at_run_time_is_refused(tmp_path: Path, line: str) -> None:
    module = tmp_path / "module.py"
    module.write_text(line)
    with pytest.raises(ValueError, match="plain text"):
        list(in_python(module))


def test_every_text_is_given_just_the_values_that_it_names() -> None:
    wrong = []
    for path in sorted(path for home in (update.PLUGIN, update.ENGINE, update.TRAINING) for path in home.rglob("*.py")):
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(call, ast.Call) and not any(each.arg is None for each in call.keywords):
                texts = [each.value for each in update.texts_of(call, path) if isinstance(each, ast.Constant)]
                named = {name for text in texts for name, _ in placeholders(text)}
                given = {each.arg for each in call.keywords}
                if texts and named != given and (given or ast.unparse(call.func) in update.SAYS):
                    wrong.append(f"{path.relative_to(ROOT)}:{call.lineno}: {sorted(named ^ given)}")
    assert not wrong


def test_values_are_filled_in_by_tr_itself_which_knows_the_locale() -> None:
    late = [
        f"{path.relative_to(ROOT)}:{call.lineno}"
        for path in sorted(update.PLUGIN.rglob("*.py"))
        for call in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(call, ast.Call) and re.match(r"\(?tr\(.*\)?\.format$", ast.unparse(call.func), re.DOTALL)
    ]
    assert not late


HELP = ROOT / "resources/help"
PAGES = sorted(path.name for path in HELP.glob("*.md"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PAGES)
def test_each_page_of_help_says_the_same_in_every_language(page: str, language: str) -> None:
    english, own = (path.read_text("utf-8") for path in (HELP / page, HELP / language / page))
    for pattern in (r"\]\(([^)]+)\)", r"^(#+) ", r"^(-) "):
        assert re.findall(pattern, own, re.MULTILINE) == re.findall(pattern, english, re.MULTILINE)
    written = [re.sub(r"[A-ZÉ]+\.json", "RECIPE.json", code) for code in re.findall(r"`([^`]+)`", own)]
    assert written == re.findall(r"`([^`]+)`", english)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PAGES)
def test_help_calls_controls_what_the_dock_calls_them(page: str, language: str) -> None:
    def bare(text: str) -> str:
        return " ".join(text.replace("&", "").split()).rstrip("…").lower()

    called: dict[str, set[str]] = {}
    for (_, text), said in read(HERE / f"ofa_{language}.ts").items():
        called.setdefault(bare(text), set()).add(bare(said))
    english, own = (path.read_text("utf-8") for path in (HELP / page, HELP / language / page))
    bold = {bare(text) for text in re.findall(r"\*\*(.+?)\*\*", own, re.DOTALL)}
    wanted = {bare(text) for text in re.findall(r"\*\*(.+?)\*\*", english, re.DOTALL)}
    assert not {text for text in wanted if text in called and not called[text] & bold}
