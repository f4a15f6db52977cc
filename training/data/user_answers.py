"""What a person says of many files at once, in a JSON file: ``{"*_rgb/*.png": {"sensor": "aerial", "gsd_m": 0.1}}``.

Keys are globs that a file's path ends with; later ones override earlier ones.
"""

import json
from collections.abc import Mapping
from fnmatch import fnmatchcase
from pathlib import Path

from engine.errors import RequestError
from engine.typed_json import typed
from engine.words import say
from training.data.raster_entry import UserAnswers

Answers = Mapping[str, UserAnswers]
HINT = say(
    "write {example}",
    example='{"*.png": {"sensor": "aerial", "bands": {"1": "red"}, "units": "uint8", "gsd_m": 0.5}}',
)


def read_answers(path: str | Path | None) -> Answers:
    """The answers of a JSON file; none without one.

    Raises:
        RequestError: it cannot be read, or says something else than `UserAnswers` knows.
    """
    if path is None:
        return {}
    try:
        content = json.loads(Path(path).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise RequestError(f"cannot read the answers {path}: {error}", HINT) from error
    if not isinstance(content, dict):
        raise RequestError(f"expected globs of paths with what is said of them in {path}", HINT)
    return {glob: typed(said, UserAnswers, f"'{glob}'", RequestError, HINT) for glob, said in content.items()}


def fits(glob: str, name: str) -> bool:
    """Whether the path of `name` ends with `glob`."""
    return fnmatchcase(name.replace("\\", "/"), f"*/{glob.lstrip('/')}")


def said_of(name: str, answers: Answers) -> UserAnswers:
    """All answers for the raster called `name`."""
    said = UserAnswers()
    for glob, answer in answers.items():
        if fits(glob, name):
            said = said.under(answer)
    return said
