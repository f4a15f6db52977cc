"""Every text of the engine reaches the user as sentences that name controls of QGIS, not options of a terminal."""

import ast
import re
from pathlib import Path

import pytest

from ofa_qgis.engine import engine_words
from ofa_qgis.engine.engine_words import DOCK, PROCESSING, TRAIN, plain

ROOT = Path(__file__).parents[3]
TERMINAL = ("cli/", "__main__.py", "export/", "published/", "distributed/", "scene/stac.py", "scene/stack.py")
"""Of the engine: what only the command line runs. The plugin's requests never come there."""
TRAINS = (
    "finetune",
    "checkpoint.py",
    "data/chip_samples.py",
    "data/label_raster.py",
    "data/samples.py",
    "data/scene_samples.py",
)
NO_COMMAND = {"command.py", "model_page.py"}
TELLS = re.compile(r"(Error|Question|append|Failed|failure|Damage)$")
FILLED = "VALUE"


def modules():
    root = ROOT / "engine"
    engine = [path for path in root.rglob("*.py") if not path.relative_to(root).as_posix().startswith(TERMINAL)]
    trains = [path for name in TRAINS for path in [ROOT / "training" / name, *(ROOT / "training" / name).rglob("*.py")]]
    return sorted(path for path in [*engine, *trains] if path.suffix == ".py" and path.name not in NO_COMMAND)


def text_of(node):
    """A string literal; what an f-string fills in is `FILLED`. None for anything else."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(part.value if isinstance(part, ast.Constant) else FILLED for part in node.values)
    return None


def texts(tree):
    """All string literals but docstrings, regular expressions and Markdown."""
    passed = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            passed.add(id(node.value))
        elif isinstance(node, ast.JoinedStr):
            passed |= {id(part) for part in node.values if isinstance(part, ast.Constant)}
        elif isinstance(node, ast.Call) and ast.unparse(node.func) == "re.compile":
            passed |= {id(part) for part in ast.walk(node)}
    found = [(node.lineno, text_of(node)) for node in ast.walk(tree) if text_of(node) and id(node) not in passed]
    return [(lineno, text) for lineno, text in found if "(?" not in text and "```" not in text]


def told(tree):
    """Texts that are an error, a hint, a question's text, or an entry of a list of warnings."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and TELLS.search(ast.unparse(node.func)):
            for argument in node.args:
                if (text := text_of(argument)) and " " in text:
                    yield node.lineno, text
        elif isinstance(node, (ast.Assign, ast.AugAssign)) and re.search("warnings|told", ast.unparse(node)[:20]):
            yield from ((part.lineno, text_of(part)) for part in ast.walk(node) if " " in (text_of(part) or ""))


def of_terminal(text):
    """What a user of QGIS cannot do."""
    return re.findall(r"(?<![\w-])--[a-z][\w-]*|`[^`]*`|\bengine (?:models|doctor|inspect|classify|finetune)\b", text)


def all_texts(find):
    return [
        (f"{path.relative_to(ROOT)}:{lineno}", text)
        for path in modules()
        for lineno, text in find(ast.parse(path.read_text("utf-8")))
    ]


def test_the_walk_finds_what_the_engine_says():
    found = [text for _, text in all_texts(texts)]
    assert len([text for text in found if of_terminal(text)]) > 50
    assert "give --out MAP.tif" in found and f"give --batch {FILLED}" in found
    assert len(list(all_texts(told))) > 200


@pytest.mark.parametrize("where", [DOCK, TRAIN, PROCESSING])
def test_no_text_of_the_engine_names_an_option_or_a_command(where):
    said = {place: plain(text, where=where) for place, text in all_texts(texts)}
    assert not {place: text for place, text in said.items() if of_terminal(text)}


@pytest.mark.parametrize("where", [DOCK, TRAIN, PROCESSING])
def test_every_message_begins_with_a_capital_and_ends_with_a_full_stop(where):
    wrong = {}
    for place, text in all_texts(told):
        said = plain(text, where=where)
        first = said.split()[0].strip(",;:.")
        if (first.isalpha() and first.islower() and first not in engine_words.UNITS) or said[-1] not in ".!?…":
            wrong[place] = said
    assert not wrong


def test_an_option_that_is_new_is_seen():
    assert of_terminal(plain("give --frobnicate 3")) == ["--frobnicate"]


@pytest.mark.parametrize(
    ("where", "said"),
    [(DOCK, "choose the units under “Bands…” (dn, reflectance)"), (PROCESSING, "give UNITS dn|reflectance")],
)
def test_an_option_becomes_what_sets_it(where, said):
    assert (
        plain("'x' is no unit", "give --units dn|reflectance", where) == f"'x' is no unit. {said[0].upper()}{said[1:]}."
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("uint16 values may be dn", "uint16 values may be dn."),
        ("dn or dn+1000: nothing says which", "dn or dn+1000: nothing says which."),
        ("/data/a b.tif cannot be read", "/data/a b.tif cannot be read."),
        ("scene.tif cannot be read", "scene.tif cannot be read."),
        ("sentinel-2 has no band 'x'", "sentinel-2 has no band 'x'."),
        ("the scene's file is gone", "The scene's file is gone."),
        ("Only 9 labels were held out.", "Only 9 labels were held out."),
    ],
)
def test_a_text_becomes_a_sentence_and_units_and_paths_stay(text, said):
    assert plain(text) == said


def test_a_train_page_names_its_own_fields():
    assert plain("it is there", "give another name, or --overwrite to replace it", TRAIN) == (
        "It is there. Give another name under “Name”."
    )
