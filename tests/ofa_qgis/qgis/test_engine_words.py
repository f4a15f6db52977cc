"""Each text of the engine reaches the user as sentences in his language that name controls, not options of a shell."""

import re
import string
import subprocess

import pytest

from ofa_qgis.engine.engine_words import DOCK, PROCESSING, TRAIN, controls, phrase, plain, stage, write_words
from ofa_qgis.i18n import language, number, tr
from ofa_qgis.words import Said, alternatives, joined, say
from resources.i18n.update import LANGUAGES, OF_A_SHELL, templates

HINT = ("give --units {units}", {"units": alternatives(["dn", "reflectance"])})


def made_of(template):
    """The text of a template, with a value of the right kind at each place."""
    fields = [(name, spec) for _, name, spec, _ in string.Formatter().parse(template) if name]
    return Said(template, {name: 1234.5 if spec and spec[-1] in "gfe%," else "osm" for name, spec in fields})


@pytest.mark.parametrize("code", [*LANGUAGES, "en"])
@pytest.mark.parametrize("where", [DOCK, TRAIN, PROCESSING])
def test_every_text_of_the_engine_becomes_a_sentence_that_names_controls(speak, where, code):
    speak(code)
    said = {template: plain(made_of(template), where=where) for template in templates()}
    assert not {template: text for template, text in said.items() if OF_A_SHELL.search(text)}
    for template, text in said.items():
        values = set(re.findall(r"osm|1\D?234", text))
        assert text[-1] in ".!?…:" and "{" not in text, template
        assert not text[0].islower() or text.startswith(tuple(values)), text


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_text_of_the_engine_stays_english(speak, code):
    speak(code)
    same = {template for template in templates() if language().translate(template) == template}
    words = {template for template in same if len(re.findall(r"[a-z]{3,}", re.sub(r"{[^}]*}", "", template))) > 2}
    assert not words


@pytest.mark.parametrize(
    ("code", "where", "said"),
    [
        ("en", DOCK, "'x' is no unit of a. Choose the units under “Bands…” (dn, reflectance)."),
        ("en", PROCESSING, "'x' is no unit of a. Choose the units under UNITS (dn, reflectance)."),
        ("de", DOCK, "„x“ ist keine Einheit von a. Wählen Sie unter „Kanäle…“ die Einheit (dn, reflectance)."),
        ("fr", TRAIN, "« x » n'est pas une unité de a. Choisissez les unités sous « Bandes… » (dn, reflectance)."),
        ("es", DOCK, "«x» no es una unidad de a. Elija las unidades en «Bandas…» (dn, reflectance)."),
    ],
)
def test_an_option_becomes_what_sets_it(speak, code, where, said):
    speak(code)
    error = say("'{asked}' is no unit of {sensor}", asked="x", sensor="a")
    assert plain(error, Said(*HINT), where).replace("\u00a0", " ") == said


def test_a_page_names_its_own_fields(speak):
    speak("en")
    hint = say("give another name, or --overwrite to replace it")
    assert plain(say("the output {final} exists already", final="a"), hint, TRAIN) == (
        "The output a exists already. Give another name under “Name”."
    )
    assert plain(hint).endswith("under “Output”.")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (say("{dtype} values that fit no known unit", dtype="uint16"), "uint16 values that fit no known unit."),
        (
            joined([say("{name} is {what}", name="osm", what=say("a zip archive")), "osm"], "; "),
            "osm is a zip archive; osm.",
        ),
        (say("the scene"), "The scene."),
        ("what GDAL says", "what GDAL says."),
        (tr("{name} is no file: only QGIS can read it", name="osm"), "osm is no file: only QGIS can read it."),
        (tr("no raster layer is chosen"), "No raster layer is chosen."),
    ],
)
def test_the_first_word_has_a_capital_unless_it_is_a_value(text, said):
    assert plain(text) == said


def test_numbers_have_the_marks_of_the_locale(speak):
    speak("de")
    assert plain(say("{found:.1f} GiB free on this disk", found=1234.56)) == "1234,6 GiB auf dieser Festplatte frei."
    assert plain(say("{count:,} held-out labels", count=12345)) == "12.345 ausgelassene Labels."
    assert tr("{name} — {millions:.1f} M parameters", name="1.5", millions=2.5).startswith("1.5 — 2,5")
    assert (number(0.5, ".0%"), number(1234.5, ",.2f")) == ("50\u00a0%", "1.234,50")


def test_stages_and_sources_are_phrases(speak):
    speak("de")
    assert stage(say("learning from the labels")) == "Lernen aus den Labels"
    assert phrase(say("wavelength ({source})", source=say("description"))) == "Wellenlänge (Beschreibung)"
    assert stage("") == phrase("") == ""


def test_the_engine_is_told_the_language_for_its_pages(speak, tmp_path, engine_python):
    speak("de")
    path = write_words(tmp_path / "words.json")
    if path is None:
        pytest.skip("needs the list of the engine's texts, which package.py writes")
    code = (
        "import sys; from pathlib import Path; from engine import language; from engine.words import say;"
        "language.LANGUAGE.set(language.load(Path(sys.argv[1])));"
        "print(language.spoken(say('give --units {units}', units='dn')), language.number(1234.5, ',.1f'))"
    )
    answer = subprocess.run([str(engine_python), "-c", code, str(path)], capture_output=True, text=True, check=True)
    assert answer.stdout.split("\n")[0] == "wählen Sie unter „Kanäle…“ die Einheit (dn) 1.234,5"


def test_controls_have_a_name_everywhere():
    places = [controls(where) for where in (DOCK, TRAIN, PROCESSING)]
    assert places[0].keys() == places[1].keys() == places[2].keys()
