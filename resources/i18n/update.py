"""Bring the translation files in step with the texts: ``python resources/i18n/update.py``.

Collects what stands in ``tr("…")``, in ``say("…")``, in the engine's errors and in the `.ui` files, keeps the
translations there are, marks new texts as unfinished and drops old ones. Prints what is still to be translated; exit
status 1 if anything is. English is a translation as well: of texts that name options and commands of a terminal.
"""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
PLUGIN, ENGINE, TRAINING = ROOT / "ofa_qgis", ROOT / "engine", ROOT / "training"
LANGUAGES = ("de", "es", "fr")
CONTEXT = "OFA"  # as in ofa_qgis/i18n.py
SHELL = {"cli", "__main__.py", "command.py", "export", "published", "distributed", "stac.py", "stack.py"}
"""Of the engine: what only the command line runs. The plugin's requests never come there, and the shell is English."""
TRAINS = (
    "finetune", "data/chip_samples.py", "data/label_raster.py", "data/samples.py", "data/scene_samples.py",
    "pictures/learning.py", "pictures/examples.py", "checkpoint.py", "tensor_file.py",
)  # fmt: skip
"""Of the training: what the plugin's requests run."""
OF_A_SHELL = re.compile(r"(?<![\w-])--[a-z]|`|OFA_MODELS|report\.json|\w}\|{")
"""What a user of QGIS cannot do: an option, a command, a variable."""

Key = tuple[str, str]  # context, source text


def strings() -> dict[Key, None]:
    """Every translatable text, in the order of files and lines."""
    found: dict[Key, None] = {}
    for path in sorted(PLUGIN.rglob("*.py")):
        found |= dict.fromkeys((CONTEXT, text) for text in in_python(path))
    found |= dict.fromkeys((CONTEXT, text) for text in templates())
    for path in sorted(PLUGIN.rglob("*.ui")):
        root = ElementTree.parse(path).getroot()
        context = root.findtext("class") or path.stem
        texts = (node.text for node in root.iter("string") if node.get("notr") != "true")
        found |= dict.fromkeys((context, text) for text in texts if text and text.strip())
    return found


def of_a_shell() -> dict[Key, None]:
    """The texts that English words otherwise in QGIS."""
    return {(CONTEXT, text): None for text in templates() if OF_A_SHELL.search(text)}


def templates() -> dict[str, None]:
    """What the engine says to users of the plugin."""
    trains = [path for name in TRAINS for path in ((TRAINING / name).rglob("*.py"), [TRAINING / name])]
    modules = sorted({*ENGINE.rglob("*.py"), *(path for paths in trains for path in paths if path.suffix == ".py")})
    ours = [path for path in modules if not SHELL & {*path.relative_to(ROOT).parts}]
    return dict.fromkeys(text for path in ours for text in in_python(path))


def error_names() -> set[str]:
    """The engine's errors, and those of the training, whose first two arguments are templates."""
    names = {"EngineError"}
    for path in (ENGINE / "errors.py", *TRAINING.rglob("*.py")):
        classes = [node for node in ast.parse(path.read_text("utf-8")).body if isinstance(node, ast.ClassDef)]
        for node in classes:
            names |= {node.name} if names & {ast.unparse(base) for base in node.bases} else set()
    return names


ERRORS, SAYS = error_names(), ("tr", "say")


def in_python(path: Path) -> Iterator[str]:
    """The texts of ``tr("…")`` and ``say("…")`` in a module, and of the engine's errors.

    Raises:
        ValueError: one is made at run time: nobody could translate it.
    """
    calls = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)]
    for call in sorted(calls, key=lambda node: (node.lineno, node.col_offset)):
        for argument in texts_of(call, path):
            if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                yield argument.value
            elif ast.unparse(call.func) in SAYS or isinstance(argument, ast.JoinedStr | ast.BinOp):
                told = f"{ast.unparse(call.func)}() needs one plain text, with the values apart"
                raise ValueError(f"{path}:{call.lineno}: {told}")


def texts_of(call: ast.Call, path: Path) -> list[ast.expr]:
    """The arguments of a call that are shown to people; the plugin's own errors have texts that ``tr`` gave."""
    name = ast.unparse(call.func)
    return call.args[: 1 if name in SAYS else 2 if name in ERRORS and PLUGIN not in path.parents else 0]


def read(path: Path) -> dict[Key, str]:
    """The finished translations of a file."""
    if not path.exists():
        return {}
    return {
        (context.findtext("name") or "", message.findtext("source") or ""): translation.text or ""
        for context in ElementTree.parse(path).getroot().iter("context")
        for message in context.iter("message")
        if (translation := message.find("translation")) is not None and translation.get("type") != "unfinished"
    }


def write(path: Path, language: str, keys: dict[Key, None], known: dict[Key, str]) -> None:
    """Write a `.ts` file with all texts, one context after the other."""
    root = ElementTree.Element("TS", version="2.1", language=language, sourcelanguage="en")
    for name in dict.fromkeys(context for context, _ in keys):
        context = ElementTree.SubElement(root, "context")
        ElementTree.SubElement(context, "name").text = name
        for key in (key for key in keys if key[0] == name):
            message = ElementTree.SubElement(context, "message")
            ElementTree.SubElement(message, "source").text = key[1]
            translation = ElementTree.SubElement(message, "translation")
            if text := known.get(key):
                translation.text = text
            else:
                translation.set("type", "unfinished")
    ElementTree.indent(root)
    body = ElementTree.tostring(root, encoding="unicode")
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', "utf-8")


def main() -> int:
    """Update every language."""
    keys, missing = strings(), 0
    for language, wanted in (*((language, keys) for language in LANGUAGES), ("en", of_a_shell())):
        path = HERE / f"ofa_{language}.ts"
        known = read(path)
        write(path, language, wanted, known)
        for context, text in (key for key in wanted if not known.get(key)):
            print(f"{path.name}: {context}: {text!r}")
            missing += 1
    print(f"{len(keys)} texts in {len(LANGUAGES)} languages, {missing} translations missing")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
