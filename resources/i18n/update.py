"""Bring the translation files in step with the plugin's strings: ``python resources/i18n/update.py``.

Collects what stands in ``tr("…")`` and in the `.ui` files, keeps the translations there are, marks new strings
as unfinished and drops old ones. Prints what is still to be translated; exit status 1 if anything is.
"""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

HERE = Path(__file__).parent
PLUGIN = HERE.parents[1] / "ofa_qgis"
LANGUAGES = ("de", "es", "fr")
CONTEXT = "OFA"  # as in ofa_qgis/i18n.py

Key = tuple[str, str]  # context, source text


def strings() -> dict[Key, None]:
    """Every translatable string, in the order of files and lines."""
    found: dict[Key, None] = {}
    for path in sorted(PLUGIN.rglob("*.py")):
        found |= dict.fromkeys((CONTEXT, text) for text in in_python(path))
    for path in sorted(PLUGIN.rglob("*.ui")):
        root = ElementTree.parse(path).getroot()
        context = root.findtext("class") or path.stem
        texts = (node.text for node in root.iter("string") if node.get("notr") != "true")
        found |= dict.fromkeys((context, text) for text in texts if text and text.strip())
    return found


def in_python(path: Path) -> Iterator[str]:
    """The texts of ``tr("…")`` in a module.

    Raises:
        ValueError: ``tr`` is called with what is no plain text.
    """
    calls = [
        node
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "tr"
    ]
    for call in sorted(calls, key=lambda node: (node.lineno, node.col_offset)):
        (argument,) = call.args
        if not isinstance(argument, ast.Constant) or not isinstance(argument.value, str):
            raise ValueError(f"{path}:{call.lineno}: tr() needs one plain text; fill in values afterwards")
        yield argument.value


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
    """Write a `.ts` file with all strings, one context after the other."""
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
    for language in LANGUAGES:
        path = HERE / f"ofa_{language}.ts"
        known = read(path)
        write(path, language, keys, known)
        for context, text in (key for key in keys if not known.get(key)):
            print(f"{path.name}: {context}: {text!r}")
            missing += 1
    print(f"{len(keys)} strings in {len(LANGUAGES)} languages, {missing} translations missing")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
