"""Every string of the plugin has a German, a French and a Spanish translation that can be used in its place."""

import string
from pathlib import Path

import pytest

from resources.i18n.update import HERE, LANGUAGES, in_python, read, strings

KEYS = strings()


def placeholders(text: str) -> list[str]:
    return sorted(f"{name}:{spec}" for _, name, spec, _ in string.Formatter().parse(text) if name is not None)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_string_is_translated_and_no_old_one_is_left(language: str) -> None:
    known = read(HERE / f"ofa_{language}.ts")
    assert set(KEYS) == {key for key, text in known.items() if text}


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_keep_the_values_that_are_filled_in(language: str) -> None:
    known = read(HERE / f"ofa_{language}.ts")
    changed = {key[1]: text for key, text in known.items() if placeholders(key[1]) != placeholders(text)}
    assert not changed


def test_a_text_that_is_made_at_run_time_is_refused(tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text('tr(f"{n} points")')
    with pytest.raises(ValueError, match="plain text"):
        list(in_python(module))
